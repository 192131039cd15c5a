import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { z } from "zod";
import { WORKBOOK_WORDS } from "../../src/presentation/workbook/workbook-words.ts";
import type { OutlookAnswer } from "../../src/schema/answers.ts";
import { describeWithSoffice, withSoffice } from "./soffice.ts";

type Answer = z.infer<typeof OutlookAnswer>;
type Question = Readonly<Record<string, string>>;
/** A cell as LibreOffice holds it; an empty one is an empty text. */
type Held = string | number;
type Sheets = Readonly<Record<string, readonly (readonly Held[])[]>>;
interface Opened {
  readonly title: string;
  readonly series: Readonly<Record<string, readonly number[]>>;
  /** By sheet, then by "row,column". */
  readonly formulas: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly saved: Sheets;
  readonly recalculated: Sheets;
  readonly changed: Sheets;
  readonly errors: Readonly<Record<string, string>>;
}
interface Change {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: number;
}

const script = join(import.meta.dirname, "workbook.py");
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "onpace-workbook-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function served(question: Question, suffix: "json" | "xlsx"): Promise<Response> {
  const response = await fetch(`${inject("service")}/v1/outlook.${suffix}?${new URLSearchParams(question)}`);
  expect(response.status, await (response.ok ? undefined : response.text())).toBe(200);
  return response;
}
const answerTo = async (question: Question): Promise<Answer> =>
  (await (await served(question, "json")).json()) as Answer;

/** The workbook of a question as LibreOffice opens it, and what becomes of it after changes. */
async function opened(question: Question, changes: readonly Change[] = []): Promise<Opened> {
  const file = join(folder, "outlook.xlsx");
  await writeFile(file, new Uint8Array(await (await served(question, "xlsx")).arrayBuffer()));
  return JSON.parse(await withSoffice(script, [file, JSON.stringify(changes)])) as Opened;
}

/** The cells of a table below its head, by the words of its head; the table is the one that begins with `first`. */
function tableOf(sheet: readonly (readonly Held[])[], first: string, second: string) {
  const head = sheet.findIndex((row) => row[0] === first && row[1] === second);
  expect(head, `a table that begins with ${first} | ${second}`).toBeGreaterThanOrEqual(0);
  const heads = (sheet[head] as readonly Held[]).filter((cell) => cell !== "");
  const below = sheet.slice(head + 1);
  const end = below.findIndex((row) => row[0] === "");
  const rows = end < 0 ? below : below.slice(0, end);
  return {
    heads,
    column: (word: string): readonly (Held | undefined)[] => {
      const at = heads.indexOf(word);
      return rows.map((row) => (at < 0 || row[at] === "" ? undefined : row[at]));
    },
    place: (word: string, row: number) => ({ row: head + 1 + row, column: heads.indexOf(word) }),
  };
}

/** Ten digits are what the answer tells; what is worked out from them may differ in the last ones. */
const DIGITS = 7;
function expectColumn(
  told: readonly (Held | undefined)[],
  expected: readonly (Held | undefined)[],
  name: string,
): void {
  expect(told.length, name).toBe(expected.length);
  for (const [row, value] of expected.entries()) {
    if (typeof value !== "number") expect(told[row], `${name}, row ${row + 1}`).toBe(value);
    else
      expect((told[row] as number) / (value || 1), `${name}, row ${row + 1}`).toBeCloseTo(
        value ? 1 : 0,
        DIGITS,
      );
  }
}

type Lang = keyof typeof WORKBOOK_WORDS;

/** Every number of the sheets against the answer. */
function expectAnswer(sheets: Sheets, answer: Answer, lang: Lang): void {
  const words = { ...WORKBOOK_WORDS[lang], ...WORKBOOK_WORDS[lang].soFar[answer.question.aggregation] };
  const quarterly = answer.question.elapsed + answer.question.remaining === 4;
  const { forecast, targets, scenarios } = answer;
  const outlook = sheets[words.sheets.outlook] ?? [];

  const figures = tableOf(
    outlook.slice(outlook.findIndex(([cell]) => String(cell).startsWith(words.figures))),
    words.figure,
    words.number,
  );
  const known = Object.values(answer.figures);
  expectColumn(
    figures.column(words.number),
    known.map(({ value }) => value),
    "figures",
  );
  expectColumn(
    figures.column(words.lower),
    known.map(({ lower }) => lower),
    "lower ends of figures",
  );
  expectColumn(
    figures.column(words.upper),
    known.map(({ upper }) => upper),
    "upper ends of figures",
  );

  const table = tableOf(outlook, words.target, words.amount);
  const rates = targets.map(({ requiredRunRate }) => requiredRunRate);
  const columns: readonly (readonly [string, readonly (number | undefined)[]])[] = [
    [words.amount, targets.map(({ value }) => value)],
    [words.attainment, targets.map(({ attainment }) => attainment)],
    [words.gap, targets.map(({ gapToTarget }) => gapToTarget)],
    [quarterly ? words.neededPerQuarter : words.neededPerMonth, rates.map((rate) => rate?.perPeriod)],
    [words.ratioToPace, rates.map((rate) => rate?.ratioToPace)],
    [words.growthOnLastYear, rates.map((rate) => rate?.growthOnLastYear)],
    [words.projected, targets.map(({ projectedAttainment }) => projectedAttainment)],
    [words.probability, targets.map(({ attainmentProbability }) => attainmentProbability)],
    [words.planWeighted, targets.map(({ planWeightedProbability }) => planWeightedProbability)],
  ];
  for (const [word, expected] of columns) expectColumn(table.column(word), expected, word);

  const whole = tableOf(outlook, words.measure, words.number);
  const ends = (end: "lower" | "upper") => forecast.intervals.map((interval) => interval[end]);
  expect(whole.column(words.number)[0]).toBe(forecast.median);
  expectColumn(whole.column(words.lower).slice(1, 1 + ends("lower").length), ends("lower"), "lower ends");
  expectColumn(whole.column(words.upper).slice(1, 1 + ends("upper").length), ends("upper"), "upper ends");

  const path = tableOf(sheets[words.sheets.path] ?? [], words.period, words.state);
  const entries = forecast.path;
  expectColumn(
    path.column(words.value),
    entries.map(({ value }) => value),
    "path",
  );
  expectColumn(
    path.column(words.valueLower),
    entries.map(({ lower }) => lower),
    "path, low",
  );
  expectColumn(
    path.column(words.valueUpper),
    entries.map(({ upper }) => upper),
    "path, high",
  );
  expectColumn(
    path.column(words.cumulative),
    entries.map(({ cumulative }) => cumulative),
    "cumulative",
  );
  for (const [word, name] of [
    [words.cumulativeLower, "cumulativeLower"],
    [words.cumulativeUpper, "cumulativeUpper"],
    [words.lastYear, "lastYearCumulative"],
  ] as const)
    expectColumn(
      path.column(word),
      entries.map((entry) => entry[name]),
      word,
    );
  const open = rates.find((rate) => rate !== undefined);
  const needed = new Map(open?.seasonalPath.map(({ period, value }) => [period, value]));
  expectColumn(
    path.column(words.needed),
    entries.map(({ period }) => needed.get(period)),
    "needed",
  );

  if (scenarios.length === 0) return;
  const rows = tableOf(sheets[words.sheets.scenarios] ?? [], words.scenario, words.assumption);
  for (const [word, name] of [
    [words.fullYear, "fullYear"],
    [words.growth, "growth"],
    [words.growthOfRest, "remainderGrowth"],
    [words.attainment, "attainment"],
    [words.gapToFirst, "gap"],
    [words.atLeast, "probabilityAtLeast"],
  ] as const)
    expectColumn(
      rows.column(word),
      scenarios.map((scenario) => scenario[name]),
      word,
    );
}

/** Scenarios that follow from the figures to plan with. */
const FOLLOWING = [
  "currentPace",
  "sameGrowth",
  "flatOnLastYear",
  "plannedGrowth",
  "breakEven",
  "remainderGrowth",
  "yearGrowth",
  "perPeriod",
];

/** What the formulas of an English workbook work out, against the answer to the question with the same changes. */
function expectWorkedOut(sheets: Sheets, { targets, forecast, scenarios }: Answer): void {
  const words = WORKBOOK_WORDS.en;
  const table = tableOf(sheets[words.sheets.outlook] ?? [], words.target, words.amount);
  const [first] = targets;
  const rate = first?.requiredRunRate;
  for (const [word, expected] of [
    [words.attainment, first?.attainment],
    [words.gap, first?.gapToTarget],
    [words.neededPerMonth, rate?.perPeriod],
    [words.ratioToPace, rate?.ratioToPace],
    [words.growthOnLastYear, rate?.growthOnLastYear],
  ] as const)
    expectColumn(table.column(word), [expected], word);

  const path = tableOf(sheets[words.sheets.path] ?? [], words.period, words.state);
  const needed = new Map(rate?.seasonalPath.map(({ period, value }) => [period, value]));
  expectColumn(
    path.column(words.needed),
    forecast.path.map(({ period }) => needed.get(period)),
    "needed",
  );
  expect(path.column(words.neededCumulative).at(-1)).toBeCloseTo(first?.value ?? 0, DIGITS);

  const rows = tableOf(sheets[words.sheets.scenarios] ?? [], words.scenario, words.assumption);
  const following = scenarios.flatMap(({ kind }, row) => (FOLLOWING.includes(kind) ? [row] : []));
  expect(following.length).toBe(FOLLOWING.length);
  for (const [word, name] of [
    [words.fullYear, "fullYear"],
    [words.growth, "growth"],
    [words.growthOfRest, "remainderGrowth"],
    [words.attainment, "attainment"],
    [words.gapToFirst, "gap"],
  ] as const)
    expectColumn(
      following.map((row) => rows.column(word)[row]),
      following.map((row) => scenarios[row]?.[name]),
      word,
    );
}

const EXPORTS: Question = {
  indicator: "exports",
  geography: "Kien Giang",
  unit: "million USD",
  through: "2024-04",
  ytd: "290",
  priorYtd: "239.2",
  priorFullYear: "860",
  target: "920",
  scenarios: JSON.stringify([
    { name: "cautious", remainderGrowth: 0.02 },
    { name: "a year of growth", yearGrowth: 0.05 },
    { name: "as in spring", perPeriod: 81.3 },
  ]),
};

const QUESTIONS: Readonly<Record<string, Question>> = {
  "a sum with last year known": EXPORTS,
  "the same in Vietnamese": { ...EXPORTS, lang: "vi" },
  "an average": {
    indicator: "IIP",
    aggregation: "average",
    through: "2024-05",
    ytd: "106.2",
    priorYtd: "101.1",
    priorFullYear: "103.4",
    target: "107",
  },
  "a stock by quarters": {
    aggregation: "last",
    through: "2024-Q2",
    ytd: "312",
    priorYtd: "300",
    target: "325",
  },
  "a history with next year's months": {
    unit: "tỷ đồng",
    lang: "vi",
    through: "2024-04",
    history: JSON.stringify({
      start: "2021-01",
      values: Array.from({ length: 40 }, (_, month) =>
        Math.round(9000 + 60 * month + 900 * Math.sin((month * Math.PI) / 6)),
      ),
    }),
    target: "130000",
    horizon: "12",
  },
  "tiny amounts": {
    indicator: "emissions",
    unit: "kg",
    through: "2024-05",
    ytd: "0.000001234",
    growth: "8%",
    priorFullYear: "0.0000029",
    target: "0.0000031",
  },
  "a share of the plan alone": { through: "2024-06", shareOfTarget: "48.2%" },
  "a target that is reached": {
    through: "2024-10",
    ytd: "1010",
    target: "1000",
    priorYtd: "700",
    priorFullYear: "900",
  },
  "a year that is over": { through: "2024-12", ytd: "48180.83", target: "47000", unit: "billion VND" },
};

describeWithSoffice("the workbook in LibreOffice", () => {
  test.each(Object.entries(QUESTIONS))(
    "%s: saved and recalculated numbers are those of the answer",
    async (_, question) => {
      const lang = question.lang === "vi" ? "vi" : "en";
      const [answer, book] = [await answerTo(question), await opened(question)];
      expect(Object.values(book.errors).join("")).toBe("");
      expectAnswer(book.saved, answer, lang);
      expectAnswer(book.recalculated, answer, lang);
      const path = WORKBOOK_WORDS[lang].sheets.path;
      expect(book.series[path]?.length).toBe(answer.forecast.path.length > 1 ? 1 : 0);
    },
  );

  test("a changed target, and a changed year to date, work out as the answer to the changed question", async () => {
    const words = WORKBOOK_WORDS.en;
    const { saved } = await opened(EXPORTS);
    const sheet = words.sheets.outlook;
    const outlook = saved[sheet] ?? [];
    const target = {
      sheet,
      ...tableOf(outlook, words.target, words.amount).place(words.amount, 0),
      value: 1000,
    };
    const ytd = { sheet, ...tableOf(outlook, words.figure, words.number).place(words.number, 0), value: 300 };

    const { changed } = await opened(EXPORTS, [target]);
    const withTarget = await answerTo({ ...EXPORTS, target: "1000" });
    expectWorkedOut(changed, withTarget);
    const projected = tableOf(changed[sheet] ?? [], words.target, words.amount).column(words.projected);
    expectColumn(projected, [withTarget.targets[0]?.projectedAttainment], "projected");

    const both = await opened(EXPORTS, [target, ytd]);
    expectWorkedOut(both.changed, await answerTo({ ...EXPORTS, target: "1000", ytd: "300" }));
    // The forecast of each month is as of the question: what adds up from it begins with what was reported.
    const column = (sheets: Sheets, word: string) =>
      tableOf(sheets[words.sheets.path] ?? [], words.period, words.state).column(word);
    expectColumn(
      column(both.changed, words.cumulative),
      column(saved, words.cumulative).map((before) => (before as number) + 10),
      "cumulative",
    );
    expect(column(both.changed, words.value)).toEqual(column(saved, words.value));
  });

  test("formulas follow each other, and texts are never formulas", async () => {
    const words = WORKBOOK_WORDS.en;
    const hostile = {
      ...EXPORTS,
      indicator: '=HYPERLINK("http://example.org")',
      geography: "#REF!",
      unit: "@SUM(1)",
    };
    const book = await opened(hostile);
    expect(book.saved[words.sheets.outlook]?.[0]?.[0]).toBe('=HYPERLINK("http://example.org"), #REF!, 2024');
    expect(book.title).toBe('=HYPERLINK("http://example.org"), #REF!, 2024');
    expect(book.formulas[words.sheets.outlook]).not.toHaveProperty("0,0");
    const path = tableOf(book.saved[words.sheets.path] ?? [], words.period, words.state);
    const cell = (word: string) => Object.values(path.place(word, 1)).join();
    expect(book.formulas[words.sheets.path]).toHaveProperty(cell(words.cumulative));
    expect(book.formulas[words.sheets.path]).not.toHaveProperty(cell(words.value));
  });
});
