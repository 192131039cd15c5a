import { describe, expect, test } from "vitest";
import { FORM_PARAMETERS } from "../../src/schema/form-parameters.ts";
import { REPORT_FORM } from "../../src/schema/query.ts";
import { SHORT_NAMES } from "../../src/schema/short-names.ts";
import { get, OPERATIONS, type Question, query, request } from "./ask.ts";

/** The longest address that Excel and LibreOffice ask. */
const LONGEST = 2048;
const SERVER = "https://onpace.a-department-of-industry-and-trade.workers.dev";

const FORMS = OPERATIONS.map(({ name, form = REPORT_FORM }) => ({ name, form }));
const short = (question: Question): Question =>
  Object.fromEntries(Object.entries(question).map(([name, value]) => [SHORT_NAMES[name] ?? name, value]));

describe("the table of short names", () => {
  test("has one of one to three letters for every parameter of every function, and no other", () => {
    const names = [...FORMS.flatMap(({ form }) => form.names), ...FORM_PARAMETERS, "function"];
    for (const name of names) expect(SHORT_NAMES[name], name).toMatch(/^[a-z]{1,3}$/);
    for (const name of Object.keys(SHORT_NAMES)) expect(names, name).toContain(name);
  });

  test("has no short name twice, nor one that is a field or another name of one", () => {
    const shorts = Object.values(SHORT_NAMES);
    expect(new Set(shorts).size).toBe(shorts.length);
    for (const { name, form } of FORMS) {
      const taken = [...form.names, ...Object.keys(form.aliases), ...FORM_PARAMETERS, "id", "function"];
      expect(
        shorts.filter((each) => taken.includes(each)),
        name,
      ).toEqual([]);
    }
  });
});

describe("asked by short names", () => {
  test.each(OPERATIONS)("$name answers with the same bytes, in every form", async ({ name, example }) => {
    expect(Object.keys(short(example)).some((each) => Object.hasOwn(example, each))).toBe(false);
    for (const suffix of ["json", "csv", "txt", "md", "xml"]) {
      const path = `/v1/${name}.${suffix}`;
      const long = await get(path, { ...example, lang: "vi", decimal: "comma" });
      const brief = await get(path, short({ ...example, lang: "vi", decimal: "comma" }));
      expect(brief.status, brief.text).toBe(200);
      expect(brief.text).toBe(long.text);
    }
  });

  test("the form of the answer is told by short names too", async () => {
    const asked = "t=2024-04&y=290&tg=plan:920";
    const { text } = await request(`/v1/run-rate.txt?${asked}&f=targets.plan.value`);
    expect(text).toBe("920");
    const refused = await request(`/v1/run-rate.txt?${asked}&f=nothing&e=cell`);
    expect(refused.status).toBe(200);
    expect(refused.text).toMatch(/^#ONPACE: field: /);
    expect((await request(`/v1/run-rate.csv?${asked}&dl=tab`)).text).toMatch(/^name\tvalue\t/);
  });

  test("a name and its short one are the same field", async () => {
    const { status, json } = await request("/v1/run-rate?t=2024-04&y=290&ytd=290&tg=920");
    expect(status).toBe(400);
    expect(json).toMatchObject({ errors: [{ path: "ytd", message: "ytd is given twice" }] });
  });

  test("a short name of another function is no field, and is named as it was written", async () => {
    const { json } = await request("/v1/run-rate?t=2024-04&y=290&rg=x");
    expect(json).toMatchObject({ errors: [{ path: "rg" }] });
  });
});

describe("what only makes an address new", () => {
  test.each(["_", "_ts", "_=1&_", "cb", "cachebuster", "nocache", "refresh"])(
    "%s is ignored",
    async (name) => {
      for (const { name: asked, example } of OPERATIONS) {
        const address = `/v1/${asked}?${query(example)}`;
        const { text, headers } = await request(address);
        const busted = await request(`${address}&${name}=17`);
        expect(busted.text).toBe(text);
        expect(busted.headers.get("ETag")).toBe(headers.get("ETag"));
      }
    },
  );
});

describe("an address in a sheet", () => {
  const months = Array.from({ length: 120 }, (_, month) => (612345 + month * 1372) / 1000);
  const rest =
    "g=Kien+Giang&i=exports&u=million+USD&tg=plan:1200;8%25&f=targets.plan.attainmentProbability&e=cell";

  test.each([
    ["plus signs, as a sheet may write them", months.join("+")],
    ["spaces as ENCODEURL writes them", encodeURIComponent(months.join(" "))],
    ["commas", months.join(",")],
    ["commas as ENCODEURL writes them", encodeURIComponent(months.join(","))],
  ])("has room for ten years of months, parted by %s", async (_, history) => {
    const address = `/v1/attainment.txt?hi=2014-01:${history}&${rest}`;
    expect(months.every((value) => String(value).replace(".", "").length === 6)).toBe(true);
    expect(SERVER.length + address.length).toBeLessThan(LONGEST);
    const { text } = await request(address);
    const long = await get("/v1/attainment.txt", {
      geography: "Kien Giang",
      indicator: "exports",
      unit: "million USD",
      target: "plan: 1200; 8%",
      history: { start: "2014-01", values: months },
      field: "targets.plan.attainmentProbability",
    });
    expect(text).toBe(long.text);
    expect(Number(text)).toBeLessThanOrEqual(1);
  });

  test.each(OPERATIONS)("has room for the example of $name, encoded throughout", ({ name, example }) => {
    const address = `${SERVER}/v1/${name}.txt?${query(short({ ...example, lang: "vi", errors: "cell" }))}`;
    expect(address.length).toBeLessThan(LONGEST);
  });

  test("a decimal comma in a history is parted by plus signs", async () => {
    const history = months.map((value) => String(value).replace(".", ",")).join("+");
    const { text } = await request(`/v1/forecast.txt?hi=2014-01:${history}&d=comma`);
    const { text: point } = await request(`/v1/forecast.txt?hi=2014-01:${months.join("+")}`);
    expect(text.replace(",", ".")).toBe(point);
  });

  test("a bare percent sign is one, where no two hexadecimal digits follow", async () => {
    const bare = await request("/v1/outlook?t=2024-04&y=290&gr=21.26%&tg=plan:8%;high:12%&lv=80%");
    const escaped = await request("/v1/outlook?t=2024-04&y=290&gr=21.26%25&tg=plan:8%25;high:12%25&lv=80%25");
    expect(bare.status, bare.text).toBe(200);
    expect(bare.text).toBe(escaped.text);
  });

  test.each([":", ";", ",", "/", "@", "(", ")", "'", "!", "*", "$", "?", "=", "[", "]", "|", '"'])(
    "%s may stand as it is",
    async (sign) => {
      const { json } = await request(`/v1/run-rate?t=2024-04&y=290&tg=920&i=a${sign}b`);
      expect(json).toMatchObject({ question: { indicator: `a${sign}b` } });
    },
  );
});

describe("what parts the cells", () => {
  const asked = "/v1/run-rate.csv?t=2024-04&y=290&tg=plan:920";
  test.each([
    ["", ",", "78.75"],
    ["&d=comma", ";", "78,75"],
    ["&d=comma&dl=comma", ",", '"78,75"'],
    ["&d=comma&dl=tab", "\t", "78,75"],
    ["&dl=semicolon", ";", "78.75"],
    ["&dl=Tab", "\t", "78.75"],
  ])("%j", async (parameters, delimiter, number) => {
    const { text } = await request(asked + parameters);
    expect(text).toContain(`name${delimiter}value${delimiter}origin`);
    expect(text).toContain(`${delimiter}${number}${delimiter}`);
  });

  test("another word is refused", async () => {
    expect((await request(`${asked}&dl=pipe`)).text).toBe(
      '"#ONPACE: delimiter: there is no such delimiter; write one of comma, semicolon, tab"\r\n',
    );
  });
});
