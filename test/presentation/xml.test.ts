import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { xmlOf } from "../../src/presentation/xml.ts";
import { ask, get, type Name, OPERATIONS, request } from "../http/ask.ts";
import { type Element, parsedXml } from "./parsed-xml.ts";

const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const legal = (text: string): string => text.replace(FORBIDDEN, "");

/** An element says what a JSON value says, and nothing else. */
function tells(element: Element, value: unknown): void {
  if (typeof value === "number") {
    expect(element.text).not.toMatch(/[e,]/i);
    expect(Number(element.text)).toBe(Math.abs(value) < 1e-80 ? 0 : value);
  } else if (typeof value !== "object" || value === null)
    expect(element.text).toBe(legal(String(value ?? "")));
  else if (Array.isArray(value)) {
    expect(element.children.map(({ name }) => name)).toEqual(value.map(() => "entry"));
    for (const [index, each] of value.entries()) tells(element.children[index] as Element, each);
  } else {
    const entries = Object.entries(value).flatMap(([name, part]) =>
      (Array.isArray(part) ? part : [part]).map((each) => [name, each] as const),
    );
    expect(element.children).toHaveLength(entries.length);
    const left = new Set(element.children);
    for (const [name, part] of entries) {
      const isName = /^(?!xml)[a-z_][\w.-]*$/i.test(name);
      const child = [...left].find((each) =>
        isName
          ? each.name === name && each.attributes.name === undefined
          : each.name === "entry" && each.attributes.name === legal(name).replace(/[\t\r\n]/g, " "),
      );
      expect(child, name).toBeDefined();
      left.delete(child as Element);
      tells(child as Element, part);
    }
  }
}

describe("answers as XML", () => {
  test.each(OPERATIONS)("$name tells what its JSON tells", async ({ name, example }) => {
    for (const lang of ["en", "vi"]) {
      const { text, status, headers } = await get(`/v1/${name}.xml`, { ...example, lang });
      expect(status, text).toBe(200);
      expect(headers.get("Content-Type")).toBe("application/xml; charset=utf-8");
      const root = parsedXml(text);
      expect(root.name).toBe("onpace");
      tells(root, await ask(name as Name, { ...example, lang }));
    }
  });

  test("is asked for by Accept too, though not by a browser that lists it", async () => {
    const asked = "/v1/outlook?t=2024-04&y=290";
    const { text } = await request("/v1/outlook.xml?t=2024-04&y=290");
    for (const Accept of ["application/xml", "text/xml, */*;q=0.1"])
      expect((await request(asked, { headers: { Accept } })).text).toBe(text);
    const browser = await request(asked, {
      headers: {
        Accept: "text/html,application/xhtml+xml,application/xml;q=0.9,image/png,image/svg+xml,*/*;q=0.8",
      },
    });
    expect(browser.headers.get("Content-Type")).toMatch(/^application\/json/);
  });

  test("numbers have a point in every language, and a comma on request", async () => {
    const asked = "/v1/run-rate.xml?t=2024-04&y=290&tg=920&l=vi";
    expect((await request(asked)).text).toContain("<perPeriod>78.75</perPeriod>");
    expect((await request(`${asked}&d=comma`)).text).toContain("<perPeriod>78,75</perPeriod>");
  });

  test("a refusal is an element that a path finds, with status 200 for a cell", async () => {
    const refused = await request("/v1/outlook.xml?t=2024-13");
    expect(refused.status).toBe(400);
    expect(parsedXml(refused.text).children.map(({ name, text }) => [name, text.slice(0, 17)])).toEqual([
      ["error", "#ONPACE: through:"],
    ]);
    expect((await request("/v1/outlook.xml?t=2024-13&errors=cell")).status).toBe(200);
    expect((await request("/v1/outlok.xml?e=cell")).text).toMatch(/^<onpace><error>#ONPACE: /);
  });

  test.each([
    ["markup", "<b>&amp;</b> ]]> <![CDATA[ <!-- -- --> <?xml ?> 'a' \"b\""],
    ["what XML forbids", "a\u0000b\u0008c\u000bd\u001fe\ufffef\uffffg"],
    ["halves of pairs, and whole ones", "a\ud800b\udc00c\u{1f33e}"],
    ["Vietnamese", "Xuất khẩu tỉnh Kiên Giang"],
  ])("hostile texts: %s", async (_, indicator) => {
    const answer = await ask("outlook", { through: "2024-04", ytd: 290, target: 920, indicator });
    const { text } = await request("/v1/outlook.xml", {
      method: "POST",
      body: JSON.stringify({ through: "2024-04", ytd: 290, target: 920, indicator }),
    });
    tells(parsedXml(text), answer);
  });
});

describe("any value", () => {
  test("is well-formed, and says the same", { timeout: 30_000 }, () => {
    const text = fc.string({ unit: "binary" });
    const value = fc.object({
      key: fc.oneof(
        text,
        fc.constantFrom("xml", "#text", "@_name", "?xml", "__proto__", "constructor", "a b", "1"),
      ),
      values: [text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant("true")],
      maxDepth: 2,
      maxKeys: 4,
      withNullPrototype: false,
    });
    fc.assert(
      fc.property(value, (each) => {
        tells(parsedXml(xmlOf(each)), each);
      }),
    );
  });

  test.each([
    ["an empty answer", {}, "<onpace></onpace>"],
    ["what is absent, and an empty list", { a: undefined, b: [], c: "" }, "<onpace><c></c></onpace>"],
    [
      "lists of lists",
      { cells: [[1, null], ["x"]] },
      "<onpace><cells><entry>1</entry><entry></entry></cells><cells><entry>x</entry></cells></onpace>",
    ],
    [
      "a name that an attribute takes for a flag",
      { "tru e": true },
      '<onpace><entry name="tru e">true</entry></onpace>',
    ],
    ["an exponent", { a: 1e-7, b: 1e21 }, "<onpace><a>0.0000001</a><b>1000000000000000000000</b></onpace>"],
  ])("%s", (_, value, xml) => {
    expect(xmlOf(value)).toBe(xml);
  });
});
