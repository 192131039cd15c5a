import { describe, expect, test } from "vitest";
import { MAX_TEXT_BODY } from "../../src/http/app.ts";
import { extractOperation } from "../../src/http/routes/extract.ts";
import { EXTRACTION_NOTE_CODES } from "../../src/schema/extract-answer.ts";
import { MAX_TEXT_BYTES } from "../../src/schema/extract-question.ts";
import { ask, get, post, type Question, query, refused, request } from "./ask.ts";

const { text: TEXT, published } = extractOperation.example as { text: string; published: string };
const QUESTION = { text: TEXT, published };
const VIETNAMESE =
  "Bốn tháng đầu năm 2024, kim ngạch xuất khẩu của tỉnh Kiên Giang đạt hơn 290 triệu USD, bằng 31,6% kế hoạch năm, tăng 21,26% so với cùng kỳ. Kế hoạch xuất khẩu năm 2024 của tỉnh là 1 tỷ USD.";

/** The text as it is, with what else is asked in the query. */
const send = (text: BodyInit, type: string | undefined, asked: Question = {}, suffix = "") => {
  const parameters = query(asked);
  return request(`/v1/extract${suffix}${parameters && `?${parameters}`}`, {
    method: "POST",
    body: text,
    ...(type !== undefined && { headers: { "Content-Type": type } }),
  });
};

/** The only figure of an answer, which fails the test where there are several. */
async function figureOf(question: Question) {
  const { figures } = await ask("extract", question);
  expect(figures).toHaveLength(1);
  return figures[0] as NonNullable<(typeof figures)[0]>;
}

describe("a text", () => {
  test("is read into figures", async () => {
    const answer = await ask("extract", QUESTION);
    expect(answer).toMatchObject({
      question: { published, lang: "en", characters: TEXT.length, outlook: false, parts: false },
      language: "en",
      decimal: "point",
      published,
      year: 2024,
      coherence: { verdict: "contradicts", checked: 1, contradicting: 1 },
    });
    expect(answer.question).not.toHaveProperty("text");
    expect(answer.figures).toMatchObject([
      {
        geography: "Kien Giang",
        indicator: "exports",
        value: 290,
        unit: "USD million",
        qualifier: "more_than",
        period: { year: 2024, fromMonth: 1, throughMonth: 4 },
        shareOfTarget: 0.316,
        growth: 0.2126,
        target: { value: 1000, unit: "USD million", kind: "plan" },
      },
    ]);
    expect(answer.sentence).toMatch(/contradict each other/);
  });

  test("of the span the quotation is made", async () => {
    const { span, quote } = await figureOf(QUESTION);
    expect(quote).toContain("290 million");
    expect(TEXT.slice(...span)).toBe(quote);
  });

  test("in Vietnamese has the same figures", async () => {
    const { period, value, growth, shareOfTarget, unit, quote } = await figureOf({
      text: VIETNAMESE,
      lang: "vi",
    });
    expect({ period, value, growth, shareOfTarget, unit }).toEqual({
      period: { year: 2024, fromMonth: 1, throughMonth: 4 },
      value: 290,
      growth: 0.2126,
      shareOfTarget: 0.316,
      unit: "USD million",
    });
    expect(quote).toContain("290 triệu USD");
  });

  test("is answered in the language that is asked for, whatever its own", async () => {
    const vi = await ask("extract", { ...QUESTION, lang: "vi" });
    expect(vi.language).toBe("en");
    expect(vi.sentence).toMatch(/^Văn bản nêu 1 số liệu .*Kiên Giang/);
    expect(vi.figures[0]?.coherence?.findings[0]?.message).toMatch(/^Theo số lũy kế/);
    const en = await ask("extract", { text: VIETNAMESE });
    expect(en.sentence).toMatch(/^The text tells/);
    expect(vi.figures[0]?.value).toBe(en.figures[0]?.value);
  });
});

describe("what a figure carries on", () => {
  test("its report is answered by the functions about reports", async () => {
    const { report = {} } = await figureOf(QUESTION);
    expect(report).toMatchObject({
      through: "2024-04",
      geography: "Kien Giang",
      decimal: "point",
      lang: "en",
    });
    for (const name of ["outlook", "run-rate", "forecast", "attainment", "scenarios"])
      expect((await post(`/v1/${name}`, report)).status, name).toBe(200);
    expect((await get("/v1/outlook", report)).text).toBe((await post("/v1/outlook", report)).text);
  });

  test.each(["en", "vi"])("coherence is what /v1/coherence answers, %s", async (lang) => {
    const { report = {}, coherence } = await figureOf({ ...QUESTION, lang });
    const answer = await ask("coherence", report);
    expect(coherence).toEqual(answer.coherence);
    expect(coherence?.findings[0]).toMatchObject({ verdict: "contradicts", quantity: "target" });
  });

  test("its outlook is that of its indicator, in whichever language it is named", async () => {
    const question = {
      text: "Lũy kế 6 tháng đầu năm 2018, tổng sản phẩm trên địa bàn tỉnh Kiên Giang ước đạt 28.100 tỷ đồng, đạt 45,4% kế hoạch năm, tăng 8,1% so với cùng kỳ.",
      outlook: true,
    };
    const en = await figureOf({ ...question, lang: "en" });
    const vi = await figureOf({ ...question, lang: "vi" });
    expect(en.outlook?.forecast.median).toBeGreaterThan(28_100);
    expect(vi.outlook?.forecast).toEqual(en.outlook?.forecast);
    expect(vi.outlook).toEqual(await ask("outlook", vi.report ?? {}));
  });

  test.each(["en", "vi"])("outlook is what /v1/outlook answers, %s", async (lang) => {
    const { report = {}, outlook } = await figureOf({ ...QUESTION, lang, outlook: true });
    expect(outlook).toEqual(await ask("outlook", report));
    expect((await figureOf({ ...QUESTION, lang })).outlook).toBeUndefined();
  });

  test("more outlooks than are worked out are counted", async () => {
    const places = [
      "Kien Giang",
      "An Giang",
      "Ca Mau",
      "Long An",
      "Gia Lai",
      "Lam Dong",
      "Hai Phong",
      "Tay Ninh",
    ];
    const months = [3, 4, 5, 6, 7, 8];
    const words = ["", "", "", "three", "four", "five", "six", "seven", "eight"];
    const text = places
      .flatMap((place, at) =>
        months.map(
          (month) =>
            `${place}'s exports reached ${100 * month + at}.5 million USD in the first ${words[month]} months of 2024, up ${month + at}%.`,
        ),
      )
      .join("\n\n");
    const { figures, notes } = await ask("extract", { text, outlook: true });
    const reports = figures.filter(({ report }) => report);
    expect(reports.length).toBeGreaterThan(40);
    expect(figures.filter(({ outlook }) => outlook)).toHaveLength(40);
    expect(notes.find(({ code }) => code === "outlooksCapped")?.message).toContain(`40 of ${reports.length}`);
  });
});

describe("ways to send it", () => {
  test.each([{}, { lang: "vi" }, { outlook: true }, { parts: "1" }])(
    "GET and POST say the same with %j",
    async (more) => {
      for (const suffix of ["", ".csv", ".txt", ".md"]) {
        const question = { ...QUESTION, ...more };
        const posted = await post(`/v1/extract${suffix}`, question);
        expect(posted.status).toBe(200);
        expect((await get(`/v1/extract${suffix}`, question)).text).toBe(posted.text);
      }
    },
  );

  test.each(["text/plain", "text/plain; charset=utf-8", "text/html", "application/x-www-form-urlencoded"])(
    "a body of %s is the text",
    async (type) => {
      for (const suffix of ["", ".md"]) {
        const sent = await send(TEXT, type, { published, lang: "vi" }, suffix);
        expect(sent.status).toBe(200);
        expect(sent.text).toBe((await post(`/v1/extract${suffix}`, { ...QUESTION, lang: "vi" })).text);
      }
    },
  );

  test("a form has the fields of a query", async () => {
    const { text } = await send(query(QUESTION), "application/x-www-form-urlencoded");
    expect(text).toBe((await post("/v1/extract", QUESTION)).text);
    const address = `<a href="/?a=1&text=b">${TEXT}</a>`;
    const { json } = await send(address, "text/html");
    expect(json).toMatchObject({ question: { characters: address.length } });
  });

  test("JSON is JSON whatever its type is called", async () => {
    const { text } = await post("/v1/extract", QUESTION);
    const json = JSON.stringify(QUESTION);
    for (const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "application/vnd.api+json; v=1",
      undefined,
    ])
      expect((await send(json, type)).text, type).toBe(text);
  });

  test("bytes without a type are JSON or are refused", async () => {
    const { status, json } = await send(new TextEncoder().encode(TEXT), undefined);
    expect(status).toBe(400);
    expect(json).toMatchObject({ errors: [{ hint: expect.stringContaining("text") }] });
  });

  test("HTML is reduced to its words, and spans stay those of the HTML", async () => {
    const html = `<html><body><h1>Exports</h1><p>${TEXT.replace("290", "<b>290</b>")}</p></body></html>`;
    const { json } = await send(html, "text/html", { published });
    const { figures, notes } = json as Awaited<ReturnType<typeof ask<"extract">>>;
    expect(figures).toHaveLength(1);
    expect(html.slice(...(figures[0]?.span ?? [0, 0]))).toContain("<b>290</b>");
    expect(figures[0]?.quote).not.toContain("<");
    expect(notes.map(({ code }) => code)).toContain("htmlReduced");
  });

  test("a text that begins like JSON is still a text in a field", async () => {
    for (const text of [`[VNS] ${TEXT}`, `{"a": ${TEXT}`])
      expect((await ask("extract", { text })).figures).toHaveLength(1);
    expect((await get("/v1/extract", { text: `[VNS] ${TEXT}` })).status).toBe(200);
  });
});

describe("formats", () => {
  test("the cell is the headline's value", async () => {
    expect((await get("/v1/extract.txt", QUESTION)).text).toBe("290");
    expect((await get("/v1/extract.txt", { ...QUESTION, field: "figures.0.shareOfTarget" })).text).toBe(
      "0.316",
    );
    expect((await get("/v1/extract.txt", { ...QUESTION, field: "figures.0.growth", lang: "vi" })).text).toBe(
      "0,2126",
    );
    expect((await post("/v1/extract.txt", { text: "" })).text).toBe("");
  });

  test("a table for a sheet", async () => {
    const { text } = await get("/v1/extract.csv", QUESTION);
    const rows = text.trim().split("\r\n");
    expect(rows).toHaveLength(2);
    expect(rows[1]).toMatch(
      /^,Kien Giang,exports,290,USD million,more_than,,2024,1,4,0\.316,0\.2126,,1000,USD million,\d*,plan,916\.2\d+,922\.3\d+,contradicts,/,
    );
  });

  test("a fact-check note", async () => {
    const { text } = await get("/v1/extract.md", { ...QUESTION, outlook: true });
    expect(text).toMatch(
      /## What cannot be true[\s\S]+## What the text says[\s\S]+## Do the numbers agree\?[\s\S]+## Outlook/,
    );
    const vi = await get("/v1/extract.md", { ...QUESTION, lang: "vi" });
    expect(vi.text).toMatch(/## Số liệu mâu thuẫn[\s\S]+## Nội dung văn bản/);
  });
});

describe("texts that tell nothing", () => {
  test.each([
    ["", "emptyText"],
    [" \n\t ", "emptyText"],
    ["The province held a festival this year and many people came to see it.", "noFigures"],
    [
      "La province a exporté pour 290 millions de dollars au cours des quatre premiers mois de l'année.",
      "foreignLanguage",
    ],
    ["全省前四个月出口额超过2.9亿美元", "foreignLanguage"],
  ])("%j has no figures, and the note %s", async (text, code) => {
    const { figures, notes, sentence, coherence } = await ask("extract", { text });
    expect(figures).toEqual([]);
    expect(notes.map((note) => note.code)).toEqual([code]);
    expect(sentence).toBe(notes[0]?.message);
    expect(coherence).toEqual({ verdict: "notChecked", checked: 0, contradicting: 0 });
    for (const suffix of [".csv", ".txt", ".md"])
      expect((await post(`/v1/extract${suffix}`, { text, lang: "vi" })).status).toBe(200);
  });

  test("an empty body is an empty text", async () => {
    const { status, json } = await send("", "text/plain");
    expect(status).toBe(200);
    expect(json).toMatchObject({ notes: [{ code: "emptyText" }] });
  });

  test("a year that is not told is asked for", async () => {
    const text =
      "Kien Giang's exports reached 290 million USD in the first four months of this year, up 21.26%.";
    const { figures, notes } = await ask("extract", { text });
    expect(figures[0]?.report).toBeUndefined();
    expect(notes.find(({ code }) => code === "yearUnknown")?.message).toContain("published");
    expect((await figureOf({ text, published: "2024-05" })).report?.through).toBe("2024-04");
  });
});

describe("a date of publication that cannot be", () => {
  const codes = async (question: Question) => (await ask("extract", question)).notes.map(({ code }) => code);
  test.each([
    ["2019-05-10", true],
    ["2024-03", true],
    ["2024-04-30", false],
    ["2024-05", false],
    ["2026-01-05", false],
  ])("%s before the months of the figures is told: %s", async (day, isTold) => {
    expect((await codes({ text: TEXT, published: day })).includes("afterPublication")).toBe(isTold);
  });

  test("not of what is expected, and not where no date is told", async () => {
    const text =
      "Exports of Kien Giang are expected to reach 355 million USD in the first six months of 2024, or 35.5% of the annual plan.";
    expect((await ask("extract", { text })).figures[0]?.isExpected).toBe(true);
    expect(await codes({ text, published: "2024-04-02" })).not.toContain("afterPublication");
    expect(await codes({ text: TEXT })).not.toContain("afterPublication");
  });
});

describe("hostile texts", () => {
  const long = (unit: string) =>
    unit.repeat(Math.floor(MAX_TEXT_BYTES / new TextEncoder().encode(unit).length));
  test.each<[string, string]>([
    ["digits", long("7")],
    ["a phrase again and again", long("exports reached 290 million USD, ")],
    ["whole sentences again and again", long(`${TEXT} `)],
    ["brackets", long("(")],
    ["tags that never close", long("<p ")],
    ["signs of percent", long("% ")],
    ["letters of three bytes", long("ệ")],
    ["letters of four bytes", long("😀")],
    ["control characters", long("\u0000\u0007\u001b[31m\u202e")],
    ["halves of letters", `\ud800${TEXT}\udfff\ud83d`],
    ["nothing but marks", `${TEXT}${"\u0301".repeat(2000)}`],
    ["scripts", `<script>alert(1)</script>${TEXT}<img src=x onerror=alert(1)>|`],
    ["formulas", `=HYPERLINK("x") ${TEXT}`],
  ])("%s are answered", async (_, text) => {
    const suffixes = text.length > 10_000 ? [""] : ["", ".csv", ".txt", ".md"];
    for (const suffix of suffixes) {
      const { status, text: answer } = await post(`/v1/extract${suffix}`, { text, outlook: true });
      expect(status, answer.slice(0, 200)).toBe(200);
    }
  });

  test("a text of 200 kB fits, however its letters are written", async () => {
    const text = TEXT + " ".repeat(MAX_TEXT_BYTES - TEXT.length);
    const escaped = [...text]
      .map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`)
      .join("");
    const { status, json } = await post("/v1/extract", `{"text":"${escaped}","published":"${published}"}`);
    expect(status).toBe(200);
    expect(json).toMatchObject({ question: { characters: MAX_TEXT_BYTES }, figures: [{ value: 290 }] });
    expect((await send(text, "text/plain")).status).toBe(200);
  });

  test.each([
    ["one letter more", "x".repeat(MAX_TEXT_BYTES + 1)],
    ["letters of three bytes", "ệ".repeat(MAX_TEXT_BYTES / 3 + 1)],
    ["201 kB", "x".repeat(201_000)],
  ])("%s is refused, naming text", async (_, text) => {
    const { type, errors } = await refused("extract", { text });
    expect(type).toBe("/docs/problems/invalidQuestion");
    expect(errors).toMatchObject([{ path: "text", message: "text has more than 200 kB of UTF-8" }]);
    const { json } = await send(text, "text/plain");
    expect(json).toMatchObject({ errors: [{ path: "text" }] });
  });

  test("a body that is larger still is not read", async () => {
    const { status, json } = await send("x".repeat(MAX_TEXT_BODY + 1), "text/plain");
    expect(status).toBe(413);
    expect(json).toMatchObject({ errors: [{ hint: expect.stringContaining("text") }] });
  });
});

describe("what is refused", () => {
  test.each<[unknown, string]>([
    [{}, "text"],
    [{ published }, "text"],
    [{ text: 290 }, "text"],
    [{ text: ["a"] }, "text"],
    [{ text: null }, "text"],
    [{ ...QUESTION, published: "yesterday" }, "published"],
    [{ ...QUESTION, published: "2024-02-30" }, "published"],
    [{ ...QUESTION, published: "2024-13" }, "published"],
    [{ ...QUESTION, published: 2024 }, "published"],
    [{ ...QUESTION, lang: "fr" }, "lang"],
    [{ ...QUESTION, outlook: "perhaps" }, "outlook"],
    [{ ...QUESTION, parts: 3 }, "parts"],
    [{ ...QUESTION, txt: "x" }, "txt"],
    [[1], "question"],
  ])("%j names %s", async (question, path) => {
    const { errors } = await refused("extract", question);
    expect(errors.map((error) => error.path)).toEqual([path]);
    expect(errors[0]?.hint).toMatch(/\S/);
  });

  test("everything at once", async () => {
    const { errors } = await refused("extract", { published: "soon", lang: "fr", nothing: 1 });
    expect(errors.map(({ path }) => path).sort()).toEqual(["lang", "nothing", "published", "text"]);
  });

  test("beside a text as the body, the query is read like any other", async () => {
    const { status, json } = await send(TEXT, "text/plain", { published: "yesterday" });
    expect(status).toBe(400);
    expect(json).toMatchObject({ errors: [{ path: "published" }] });
    const twice = await send(TEXT, "text/plain", { text: "another" });
    expect(twice.json).toMatchObject({ status: 400, errors: [{ hint: expect.stringContaining("body") }] });
  });

  test("other functions take no texts", async () => {
    const { status } = await request("/v1/outlook", {
      method: "POST",
      body: TEXT,
      headers: { "Content-Type": "text/plain" },
    });
    expect(status).toBe(400);
  });
});

test("every note that can be told is published", () => {
  expect(new Set(EXTRACTION_NOTE_CODES).size).toBe(EXTRACTION_NOTE_CODES.length);
});
