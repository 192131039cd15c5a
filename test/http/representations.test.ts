import { describe, expect, test } from "vitest";
import { FORMATS } from "../../src/http/format.ts";
import { ask, get, NAMES, post, request, TEXT_FORMATS } from "./ask.ts";
import { QUESTIONS, questionsOf } from "./questions.ts";

const exports = QUESTIONS["exports with plan, growth and last year"] ?? {};

describe.each(NAMES)("/v1/%s", (name) => {
  test.each(questionsOf(name))("GET and POST answer alike: %s", async (_, question) => {
    const posted = await post(`/v1/${name}`, question);
    expect(posted.status, posted.text).toBe(200);
    const { status, text } = await get(`/v1/${name}`, question);
    expect(status).toBe(200);
    expect(text).toBe(posted.text);
  });

  test.each(questionsOf(name))("every format answers by GET and POST: %s", async (_, question) => {
    for (const format of TEXT_FORMATS) {
      const got = await get(`/v1/${name}.${format}`, question);
      const posted = await post(`/v1/${name}.${format}`, question);
      // One cell of an answer that lacks the default number is refused in words, the same way on both.
      if (format === "txt" && got.status === 422)
        expect(got.text).toMatch(/^#ONPACE: (?!field)[a-z: ]+ target /);
      else expect(got.status, got.text).toBe(200);
      expect(posted.text).toBe(got.text);
      expect(got.text).not.toMatch(/\b(?:undefined|NaN|Infinity)\b|\[object/);
    }
  });

  test.each(TEXT_FORMATS)("Accept asks for the same %s as the suffix", async (format) => {
    const bySuffix = await get(`/v1/${name}.${format}`, exports);
    const byAccept = await get(`/v1/${name}`, exports, {
      headers: { Accept: FORMATS[format].split(";")[0] as string },
    });
    expect(byAccept.headers.get("Content-Type")).toBe(FORMATS[format]);
    expect(byAccept.text).toBe(bySuffix.text);
    expect(byAccept.headers.get("Vary")).toContain("Accept");
    expect(bySuffix.headers.get("Vary") ?? "").not.toContain("Accept");
  });

  test("the same question gives the same bytes again", async () => {
    const [first, second] = [await get(`/v1/${name}`, exports), await get(`/v1/${name}`, exports)];
    expect(second.text).toBe(first.text);
    expect(second.headers.get("ETag")).toBe(first.headers.get("ETag"));
  });
});

describe("Accept", () => {
  test.each([
    ["text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "json"],
    ["text/csv;q=0.5, application/json;q=0.9", "json"],
    ["text/markdown;q=0.9, text/csv;q=0.8", "md"],
    ["TEXT/CSV", "csv"],
    ["application/json;q=0, text/plain", "txt"],
    ["nonsense", "json"],
    [";;;,,,q=", "json"],
  ] as const)("%s answers %s", async (accept, format) => {
    const { headers } = await get("/v1/outlook", exports, { headers: { Accept: accept } });
    expect(headers.get("Content-Type")).toBe(FORMATS[format]);
  });
});

describe("one cell", () => {
  test("a path picks one value", async () => {
    const { targets } = await ask("outlook", exports);
    const { text } = await get("/v1/outlook.txt", { ...exports, field: "targets.1.attainmentProbability" });
    expect(Number(text)).toBe(targets[1]?.attainmentProbability);
    const byName = await get("/v1/outlook.txt", {
      ...exports,
      field: "targets.ambition.attainmentProbability",
    });
    expect(byName.text).toBe(text);
  });

  test.each([
    ["outlook", "forecast.median"],
    ["run-rate", "targets.0.requiredRunRate.perPeriod"],
    ["forecast", "forecast.median"],
    ["attainment", "targets.0.attainmentProbability"],
    ["coherence", "coherence.verdict"],
  ] as const)("without a path %s tells %s", async (name, field) => {
    const plain = await get(`/v1/${name}.txt`, exports);
    const asked = await get(`/v1/${name}.txt`, { ...exports, field });
    expect(plain.text).toBe(asked.text);
  });

  test("a comma is the decimal sign on request, and with Vietnamese", async () => {
    const field = "forecast.median";
    const point = await get("/v1/forecast.txt", { ...exports, field });
    const comma = await get("/v1/forecast.txt", {
      ...exports,
      shareOfTarget: "31,6%",
      growth: "21,26%",
      decimal: "comma",
      field,
    });
    expect(point.text).toMatch(/^\d+\.\d+$/);
    expect(comma.text).toBe(point.text.replace(".", ","));
    const vietnamese = await get("/v1/forecast.txt", {
      ...exports,
      shareOfTarget: "31,6%",
      growth: "21,26%",
      lang: "vi",
      field,
    });
    expect(vietnamese.text).toBe(comma.text);
  });

  test.each([
    "nothing",
    "targets.9.value",
    "targets",
    "__proto__",
    "constructor",
    "targets.constructor.name",
    "notes.length",
    "",
    "...",
    "forecast.__proto__.x",
    "a".repeat(3000),
  ])("field=%s is refused or the default, never a fault", async (field) => {
    const { status, text } = await get("/v1/outlook.txt", { ...exports, field });
    if (field === "") expect(status).toBe(200);
    else {
      expect(status).toBe(400);
      expect(text).toMatch(/^#ONPACE: field: /);
      expect(text.length).toBeLessThan(700);
    }
  });
});

describe("tables", () => {
  test("lines end as RFC 4180 says and all have the same number of cells", async () => {
    for (const name of NAMES) {
      const { text } = await get(`/v1/${name}.csv`, { ...exports, indicator: "plain" });
      expect(text.endsWith("\r\n")).toBe(true);
      const lines = text.trimEnd().split("\r\n");
      expect(lines.length).toBeGreaterThan(1);
      const width = (line: string) => line.replace(/"(?:[^"]|"")*"/g, "").split(",").length;
      for (const line of lines) expect(width(line), line).toBe(width(lines[0] as string));
    }
  });

  test("a table has a name to be saved under, other formats have none", async () => {
    for (const name of NAMES) {
      const { headers } = await get(`/v1/${name}.csv`, exports);
      expect(headers.get("Content-Disposition")).toBe(`inline; filename="onpace-${name}.csv"`);
      expect((await post(`/v1/${name}.md`, exports)).headers.has("Content-Disposition")).toBe(false);
    }
  });

  test("with a comma as decimal sign cells are parted by semicolons", async () => {
    const { text } = await get("/v1/run-rate.csv", {
      through: "2024-04",
      ytd: 290,
      target: 1000,
      decimal: "comma",
    });
    expect(text.split("\r\n")[0]).toContain(";");
    expect(text).toContain("88,75");
  });

  test("a text that a sheet would take for a formula is disarmed", async () => {
    const { text } = await get("/v1/outlook.csv", {
      through: "2024-04",
      ytd: 290,
      indicator: '=HYPERLINK("http://x")',
      target: [
        { name: "+cmd", value: 300 },
        { name: "@sum", value: 310 },
      ],
    });
    for (const cell of text.split(/[,\r\n]+/)) expect(cell).not.toMatch(/^"?[=+@]/);
  });
});

describe("an error in a cell", () => {
  test.each([
    ["txt", /^#ONPACE: through: "2024-13" .*2024-04[^\r\n]*$/],
    // One cell, whatever parts them: the quotes within are doubled.
    ["csv", /^"#ONPACE: through: ""2024-13"" (?:[^"]|"")*"\r\n$/],
  ])(".%s tells it in one line, with the status or with 200", async (format, line) => {
    const wrong = { through: "2024-13", ytd: 290 };
    const refused = await get(`/v1/outlook.${format}`, wrong);
    expect(refused.status).toBe(400);
    expect(refused.text).toMatch(line);
    const shown = await get(`/v1/outlook.${format}`, { ...wrong, errors: "cell" });
    expect(shown.status).toBe(200);
    expect(shown.text).toBe(refused.text);
    expect(shown.headers.get("Cache-Control")).toBe("no-store");
  });

  test("a representation by Accept refuses in its own form too", async () => {
    const response = await request("/v1/outlook?through=2024-13&ytd=290&errors=cell", {
      headers: { Accept: "text/csv" },
    });
    expect(response.text).toMatch(/^"#ONPACE: /);
  });
});
