import fc from "fast-check";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { PARTS } from "../../../src/presentation/answers.ts";
import { type Presented, presentPart } from "../../../src/presentation/json.ts";
import { workbookOf } from "../../../src/presentation/workbook/workbook.ts";
import { WORKBOOK_WORDS } from "../../../src/presentation/workbook/workbook-words.ts";
import { post } from "../../http/ask.ts";
import { exports2024, OUTLOOKS } from "../fixtures.ts";
import { packageParts } from "./package-parts.ts";
import { expectSound } from "./sound-package.ts";

const EXPORTS = {
  indicator: "exports",
  geography: "Kien Giang",
  unit: "million USD",
  through: "2024-04",
  ytd: 290,
  priorYtd: 239.2,
  priorFullYear: 860,
  target: [920, { name: "ambition", value: 1000 }],
};
const HOSTILE = [
  '=HYPERLINK("http://x")',
  "+1",
  "-1",
  "@SUM(1)",
  "#REF!",
  "#N/A",
  "_x0041_",
  "<&>\"'",
  "\u0001\t",
];

/** What formulas, markup, escapes and texts are made of, and what no text may hold. */
const AWKWARD = [
  ..."=+-@#!()<>&\"'_x041",
  "ệ",
  "₫",
  "\ud800",
  "\u0000",
  "\u0001",
  "\t",
  "\n",
  "\r",
  "\uffff",
];

const answerTo = async (question: object): Promise<Presented> => {
  const { status, text, json } = await post("/v1/outlook.json", question);
  expect(status, text).toBe(200);
  return json as Presented;
};

/** The formulas of a sheet of a package with what they gave when it was written. */
const formulasOf = (sheet = ""): readonly { readonly formula: string; readonly value: string }[] =>
  [...sheet.matchAll(/<f>([^<]*)<\/f><v(?:\/>|>([^<]*)<\/v>)/g)].map(([, formula = "", value = ""]) => ({
    formula: formula.replaceAll("&gt;", ">").replaceAll("&quot;", '"'),
    value,
  }));

const drawingOf = (parts: ReadonlyMap<string, string>): string =>
  [...parts].find(([name]) => /^xl\/drawings\/[^_/]+\.xml$/.test(name))?.[1] ?? "";
const tableNamed = (name: string, parts: ReadonlyMap<string, string>): string =>
  [...parts.values()].find((xml) => xml.includes(`<table `) && xml.includes(`displayName="${name}"`)) ?? "";

describe("the package of a workbook", () => {
  const questions: Readonly<Record<string, object>> = {
    "a sum": EXPORTS,
    "a sum in Vietnamese": { ...EXPORTS, lang: "vi" },
    "an average": { ...EXPORTS, aggregation: "average", lang: "vi" },
    "a stock by quarters": { aggregation: "last", through: "2024-Q2", ytd: 312, target: 325, lang: "vi" },
    "a fiscal year": { fiscalYearStart: 10, through: "2023-Q1", ytd: 123456789012, target: 523456789012 },
    "a share alone": { through: "2024-06", shareOfTarget: "48.2%" },
    "a growth alone": { through: "2024-06", growth: "8.2%", indicator: "industrial output" },
    "figures that disagree": { ...EXPORTS, shareOfTarget: "41.6%", target: 920 },
    "a target that is reached": { ...EXPORTS, target: 250 },
    "a year that is over": { through: "2024-12", ytd: 48180.83, target: 47000 },
    "names that look like formulas": {
      ...EXPORTS,
      indicator: HOSTILE[0],
      geography: "#REF!",
      unit: "@x",
      target: HOSTILE.map((name, index) => ({ name, value: 900 + index })),
      scenarios: [{ name: "=1+1", remainderGrowth: 0.05 }],
    },
  };

  test.each(Object.entries(questions))("of %s is sound", async (_, question) => {
    const answer = await answerTo(question);
    const lang = (question as { lang?: "vi" }).lang ?? "en";
    expectSound(packageParts(await workbookOf(answer, { lang })));
  });

  test.each(Object.entries(OUTLOOKS))("of %s is sound", async (_, outlook) => {
    const presented = presentPart(outlook, "outlook", { lang: "vi", engine: "0.1.0" });
    expectSound(packageParts(await workbookOf(presented, { lang: "vi" })));
  });

  test.each(PARTS)("of %s alone is sound", async (part) => {
    const presented = presentPart(exports2024, part, { lang: "en", engine: "0.1.0" });
    expectSound(packageParts(await workbookOf(presented, { lang: "en" })));
  });

  test("of the same answer is the same to the byte, and carries no time", async () => {
    const answer = await answerTo(EXPORTS);
    const [one, two] = [await workbookOf(answer, { lang: "en" }), await workbookOf(answer, { lang: "en" })];
    expect(Buffer.compare(one, two)).toBe(0);
    expect(packageParts(one).get("docProps/core.xml")).not.toMatch(/20[^0]\d-/);
  });

  test("of any names holds them as texts", async () => {
    const answer = await answerTo(EXPORTS);
    const plain = packageParts(await workbookOf(answer, { lang: "en" }));
    const usual = formulasOf(plain.get("xl/worksheets/sheet1.xml")).length;
    expect(usual).toBeGreaterThan(10);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom(...AWKWARD), maxLength: 60 }), async (name) => {
        const named = {
          ...answer,
          question: { ...answer.question, indicator: name, geography: name, unit: name },
        };
        const parts = packageParts(await workbookOf(named, { lang: "en" }));
        expectSound(parts);
        expect(formulasOf(parts.get("xl/worksheets/sheet1.xml")).length).toBe(usual);
      }),
      { numRuns: 12 },
    );
  });
});

describe("the formulas of a workbook", () => {
  test("hold the numbers of the answer", async () => {
    const answer = await answerTo(EXPORTS);
    const parts = packageParts(await workbookOf(answer, { lang: "en" }));
    const told = formulasOf(parts.get("xl/worksheets/sheet1.xml")).map(({ value }) => Number(value));
    for (const { attainment, gapToTarget, projectedAttainment, requiredRunRate: rate } of answer.targets ??
      [])
      for (const number of [
        attainment,
        gapToTarget,
        projectedAttainment,
        rate?.perPeriod,
        rate?.growthOnLastYear,
      ])
        expect(told).toContain(number);
    const path = formulasOf(parts.get("xl/worksheets/sheet2.xml")).map(({ value }) => Number(value));
    for (const { cumulative, value, cumulativeUpper } of answer.forecast?.path ?? []) {
      expect(path).toContain(cumulative);
      for (const forecast of [value, cumulativeUpper]) expect(path).not.toContain(forecast);
    }
  });

  test("of a mean weigh the periods", async () => {
    const answer = await answerTo({
      ...EXPORTS,
      aggregation: "average",
      ytd: 104,
      target: 106,
      priorYtd: 101,
    });
    const [sheet] = [...packageParts(await workbookOf(answer, { lang: "en" }))].filter(([name]) =>
      name.endsWith("sheet1.xml"),
    );
    const needed = formulasOf(sheet?.[1]).find(
      ({ value }) => Number(value) === answer.targets?.[0]?.requiredRunRate?.perPeriod,
    );
    expect(needed?.formula).toBe(
      'IFERROR(IF(AND($B$11>0,(($B$10+$B$11)*$B$18)-($B$10*$B$9)>0),((($B$10+$B$11)*$B$18)-($B$10*$B$9))/$B$11,""),"")',
    );
  });

  const sheetOf = async (question: object, number: number) =>
    packageParts(await workbookOf(await answerTo(question), { lang: "en" })).get(
      `xl/worksheets/sheet${number}.xml`,
    ) ?? "";
  const SCENARIOS = 3;

  test.each([
    [{ remainderGrowth: 0.02 }, /^IFERROR\('Outlook'!\$B\$9\+.*\*\(1\+\$E\$\d+\)\),""\)$/],
    [{ yearGrowth: 0.05 }, /^IFERROR\('Outlook'!\$B\$13\*\(1\+\$D\$\d+\),""\)$/],
    [{ perPeriod: 81.3 }, /^IFERROR\('Outlook'!\$B\$9\+\(81\.3\*'Outlook'!\$B\$11\),""\)$/],
  ])("follow the figures in an asker's own scenario of %j", async (assumption, formula) => {
    const question = { ...EXPORTS, scenarios: [{ name: "own", ...assumption }] };
    const own = (await answerTo(question)).scenarios?.at(-1);
    const [fullYear] = formulasOf(await sheetOf(question, SCENARIOS)).filter(
      ({ value }) => Number(value) === own?.fullYear,
    );
    expect(fullYear?.formula).toMatch(formula);
  });

  test("are none in the row of a scenario that hangs on the forecast, and a line says so", async () => {
    const shock = { name: "own", shock: { change: -0.1, periods: ["2024-05"] } };
    const formulas = formulasOf(await sheetOf({ ...EXPORTS, scenarios: [shock] }, SCENARIOS));
    const without = formulasOf(await sheetOf(EXPORTS, SCENARIOS));
    expect(without.length).toBeGreaterThan(10);
    expect(formulas).toEqual(without);
    const words = WORKBOOK_WORDS.en.stillRows;
    const { sheets } = await readXlsx(
      await workbookOf(await answerTo({ ...EXPORTS, scenarios: [shock] }), { lang: "en" }),
    );
    expect(sheets[2]?.rows.flat()).toContain(words);
    expect(sheets[0]?.rows.flat()).not.toContain(words);
  });

  test("keep the pace of a mean at the mean so far", async () => {
    const mean = { aggregation: "average", through: "2024-05", ytd: 106.2, target: 108, priorFullYear: 104 };
    expect(formulasOf(await sheetOf(mean, SCENARIOS))[0]).toEqual({
      formula: "IFERROR('Outlook'!$B$9,\"\")",
      value: "106.2",
    });
  });

  test("count the periods still to come from those reported", async () => {
    expect(formulasOf(await sheetOf(EXPORTS, 1))).toContainEqual({ formula: "12-$B$10", value: "8" });
    const quarters = { aggregation: "last", through: "2024-Q1", ytd: 312, target: 325 };
    expect(formulasOf(await sheetOf(quarters, 1))).toContainEqual({ formula: "4-$B$10", value: "3" });
  });

  const HISTORY = {
    start: "2021-01",
    values: Array.from({ length: 40 }, (_, month) => 100 + month + (month % 12)),
  };
  test.each([
    [
      "sum",
      [
        ["C7", "$F$7-$F$6"],
        ["F7", "'Outlook'!$B$9"],
        ["F8", "$F$7+$C$8"],
        ["F4", "$C$4"],
      ],
    ],
    [
      "average",
      [
        ["C7", "(4*$F$7)-(3*$F$6)"],
        ["F8", "((4*$F$7)+$C$8)/5"],
        ["F4", "$C$4"],
      ],
    ],
    [
      "last",
      [
        ["C7", "$F$7"],
        ["F7", "'Outlook'!$B$9"],
        ["F8", "$C$8"],
      ],
    ],
  ] as const)(
    "make one path of a history's %s: a changed figure moves what adds up from it",
    async (aggregation, expected) => {
      const question = { aggregation, through: "2024-04", history: HISTORY, target: 1500 };
      const cells = [...(await sheetOf(question, 2)).matchAll(/<c r="(\w+)"[^>]*><f>([^<]*)<\/f>/g)];
      const formulas = new Map(cells.map(([, address, formula]) => [address, formula]));
      for (const [address, formula] of expected) expect(formulas.get(address), address).toBe(formula);
    },
  );

  test("stand only where they say what the answer says", async () => {
    const answer = await answerTo(EXPORTS);
    const [target] = answer.targets ?? [];
    if (!target) throw new Error("the question has a target");
    const disagreeing = { ...answer, targets: [{ ...target, attainment: 0.5 }] };
    const parts = packageParts(await workbookOf(disagreeing, { lang: "en" }));
    const sheet = parts.get("xl/worksheets/sheet1.xml") ?? "";
    expect(sheet).toContain("<v>0.5</v>");
    expect(formulasOf(sheet).map(({ value }) => value)).not.toContain("0.5");
  });

  test("of small amounts are held to their size", async () => {
    const answer = await answerTo({ through: "2024-04", ytd: 0.000001234, target: 0.0000031 });
    const [target] = answer.targets ?? [];
    if (!target) throw new Error("the question has a target");
    const disagreeing = { ...answer, targets: [{ ...target, gapToTarget: 0.000001 }] };
    const parts = packageParts(await workbookOf(disagreeing, { lang: "en" }));
    expect(formulasOf(parts.get("xl/worksheets/sheet1.xml")).map(({ value }) => value)).not.toContain(
      "0.000001",
    );
    const told = packageParts(await workbookOf(answer, { lang: "en" })).get("xl/worksheets/sheet1.xml");
    expect(formulasOf(told).map(({ value }) => Number(value))).toContain(target.gapToTarget);
  });

  test("wait for a target that is reached to be raised", async () => {
    const parts = packageParts(await workbookOf(await answerTo({ ...EXPORTS, target: 250 }), { lang: "en" }));
    const waiting = formulasOf(parts.get("xl/worksheets/sheet1.xml")).filter(({ value }) => value === "");
    expect(waiting.length).toBe(3);
  });
});

describe("the sheets of a workbook", () => {
  const textsOf = async (question: object, lang: "en" | "vi") => {
    const { sheets } = await readXlsx(await workbookOf(await answerTo({ ...question, lang }), { lang }));
    return sheets.flatMap(({ rows }) => rows.flat()).filter((cell) => typeof cell === "string");
  };

  test("name the place and what figures were worked out from in their own language", async () => {
    const { priorYtd: _, ...growing } = { ...EXPORTS, growth: "21.26%" };
    const english = await textsOf(growing, "en");
    expect(english[0]).toBe("Exports, Kien Giang, 2024");
    expect(english).toContain("Year-to-date figure / (1 + growth on last year's same period)");
    const vietnamese = await textsOf(growing, "vi");
    expect(vietnamese[0]).toBe("Kim ngạch xuất khẩu, Kiên Giang, năm 2024");
    expect(vietnamese).toContain("Số lũy kế / (1 + tốc độ tăng so với cùng kỳ)");
  });

  test.each([
    [{ aggregation: "average", ytd: 2.25, target: 2.2 }, "#,##0.000"],
    [{ ytd: 290.25, target: 920 }, "#,##0"],
    [{ ytd: 0.000001234, target: 0.0000031 }, "#,##0.0000000000"],
    [{ ytd: 1.234e-12, target: 3.1e-12 }, "0.000E+00"],
  ])("give the scale of %j the decimals that it needs", async (question, format) => {
    const answer = await answerTo({ through: "2024-04", ...question });
    const parts = packageParts(await workbookOf(answer, { lang: "en" }));
    expect(parts.get("xl/charts/chart1.xml")).toContain(`formatCode="${format}"`);
  });

  test.each([
    [{ ytd: 0.000001234, target: 0.0000031, priorFullYear: 0.0000029 }, "#,##0.0000000000"],
    [{ ytd: 0.04, target: 0.1 }, "#,##0.000000"],
    [{ ytd: 1.234e-12, target: 3.1e-12 }, "0.000E+00"],
    [{ ytd: 290, target: 920 }, "#,##0.0"],
    [{ ytd: 5.2, target: 9.5 }, "#,##0.000"],
    [{ ytd: 49496.26, target: 120000 }, "#,##0.00"],
    [{ ytd: 919.9999999, target: 920 }, "#,##0.0000"],
  ])("show the amounts of %j with the digits that they need", async (question, format) => {
    const answer = await answerTo({ through: "2024-04", ...question });
    const styles = packageParts(await workbookOf(answer, { lang: "en" })).get("xl/styles.xml") ?? "";
    const formats = [...styles.matchAll(/formatCode="([^"]*)"/g)].map(([, code]) => code);
    expect(formats.filter((code) => code?.startsWith("#") || code?.includes("E"))).toEqual([format]);
  });

  test("have the chart above a path that is longer than a page, and below one that is not", async () => {
    const values = Array.from({ length: 40 }, (_, month) => 100 + month + (month % 12));
    const long = { through: "2024-04", history: { start: "2021-01", values }, target: 2000, horizon: 30 };
    for (const [question, isAbove] of [
      [long, true],
      [EXPORTS, false],
    ] as const) {
      const parts = packageParts(await workbookOf(await answerTo(question), { lang: "en" }));
      const [, row] = /<xdr:from>.*?<xdr:row>(\d+)</s.exec(drawingOf(parts)) ?? [];
      const path = parts.get("xl/worksheets/sheet2.xml") ?? "";
      const [, head] = /<table [^>]*ref="A(\d+):/.exec(tableNamed("Path", parts)) ?? [];
      expect(Number(row) < Number(head)).toBe(isAbove);
      expect(path).toContain(`ySplit="${isAbove ? row : head}"`);
      const series = /<c:f>'Path'!\$F\$(\d+):/.exec(parts.get("xl/charts/chart1.xml") ?? "");
      expect(Number(series?.[1])).toBe(Number(head) + 1);
    }
  });

  test.each(["average", "last"] as const)("call a year's %s no running total", async (aggregation) => {
    for (const lang of ["en", "vi"] as const) {
      const { soFar, cumulative, neededCumulative } = WORKBOOK_WORDS[lang];
      const texts = await textsOf({ ...EXPORTS, aggregation, ytd: 104, target: 110, priorYtd: 101 }, lang);
      expect(texts).toEqual(
        expect.arrayContaining([soFar[aggregation].cumulative, soFar[aggregation].neededCumulative]),
      );
      for (const total of [cumulative, neededCumulative]) expect(texts).not.toContain(total);
    }
  });

  test.each(["en", "vi"] as const)("are named and written in %s", async (lang) => {
    const answer = await answerTo({ ...EXPORTS, lang });
    const { sheets, properties } = await readXlsx(await workbookOf(answer, { lang }));
    expect(sheets.map(({ name }) => name)).toEqual(Object.values(WORKBOOK_WORDS[lang].sheets));
    expect(sheets[0]?.rows[3]?.[0]).toBe(answer.sentence);
    expect(properties?.creator).toBe("Onpace");
    const texts = sheets.flatMap(({ rows }) => rows.flat()).filter((cell) => typeof cell === "string");
    for (const { message } of answer.notes) expect(texts).toContain(message);
    for (const { message } of answer.coherence?.findings ?? []) expect(texts).toContain(message);
    expect(texts.join(" ")).toContain(answer.engine);
  });

  test.each([
    EXPORTS,
    { ...EXPORTS, through: "2024-01" },
    { ...EXPORTS, aggregation: "average" },
    { ...EXPORTS, aggregation: "last" },
    {
      through: "2024-04",
      history: { start: "2021-01", values: Array.from({ length: 40 }, (_, i) => 100 + (i % 12)) },
    },
  ])("tell every assumption in Vietnamese", async (question) => {
    const answer = await answerTo({ ...question, lang: "vi" });
    const { sheets } = await readXlsx(await workbookOf(answer, { lang: "vi" }));
    const told = (sheets.at(-1)?.rows ?? []).map(([, text]) => String(text).toLowerCase());
    expect(answer.forecast?.assumptions.length).toBeGreaterThan(0);
    for (const { text } of answer.forecast?.assumptions ?? []) expect(told).not.toContain(text.toLowerCase());
  });
});
