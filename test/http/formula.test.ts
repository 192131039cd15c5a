import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SHEET_FUNCTIONS } from "../../src/integrations/functions.ts";
import { MAX_CELLS } from "../../src/schema/formula-cells.ts";
import {
  EXTRACT_ARGUMENTS,
  FORMULA_NAMES,
  FORMULAS,
  PREFIX,
  REPORT_ARGUMENTS,
} from "../../src/schema/formula-question.ts";
import { MAX_QUESTIONS } from "../../src/schema/formula-questions.ts";
import { app, ask, get, type OutlookBody, post, type Question, query, refused, request } from "./ask.ts";

type Cells = readonly (readonly unknown[])[];

const column = (...cells: unknown[]): unknown[][] => cells.map((cell) => [cell]);
const turned = (rows: Cells): unknown[][] => (rows[0] ?? []).map((_, at) => rows.map((row) => row[at]));

async function formula(name: string, args: readonly unknown[], more: Question = {}) {
  return ask("formula", { formula: `ONPACE_${name}`, arguments: args, ...more });
}
const cells = async (name: string, args: readonly unknown[], more: Question = {}) =>
  (await formula(name, args, more)).cells;

/** What is wrong, as a user of a sheet is told it: argument, message and hint. */
async function wrong(name: string, args: readonly unknown[], more: Question = {}) {
  const { errors } = await refused("formula", { formula: name, arguments: args, ...more });
  return errors;
}

// The figures of Kien Giang's exports after four months of 2024.
const REPORT = ["2024-04", "over 290", 920, null, "21.26%", 860] as const;
const QUESTION = { through: "2024-04", ytd: "over 290", target: 920, growth: "21.26%", priorFullYear: 860 };
const MONTHS = column("2024-01", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06");
const AMOUNTS = column(68, 61, 80, 81, null, "");
const HISTORY = { start: "2024-01", values: [68, 61, 80, 81] };

describe("the list of custom functions", () => {
  test("is the one that the service answers, argument by argument", () => {
    expect(SHEET_FUNCTIONS.map(({ name }) => name)).toEqual(FORMULA_NAMES.map((name) => PREFIX + name));
    for (const { name, operation, arguments: told } of SHEET_FUNCTIONS) {
      const bare = name.slice(PREFIX.length) as keyof typeof FORMULAS;
      expect(operation).toBe(FORMULAS[bare]);
      expect(told.map((each) => each.name)).toEqual(
        bare === "EXTRACT" ? EXTRACT_ARGUMENTS : REPORT_ARGUMENTS,
      );
    }
  });

  test("arguments that may be left out stand last, and all is told in both languages", () => {
    for (const { description, resultDescription, arguments: told } of SHEET_FUNCTIONS) {
      const optional = told.map((each) => each.optional);
      expect(optional).toEqual([...optional].sort());
      for (const text of [description, resultDescription, ...told.map((each) => each.description)]) {
        expect(text.en).toMatch(/\S/);
        expect(text.vi).toMatch(/[àáạảãâăèéẹẻẽêìíịỉĩòóọỏõôơùúụủũưỳýỵỷỹđ]/i);
      }
    }
  });
});

describe("one report", () => {
  test("its results are the numbers of the plain functions", async () => {
    const outlook = await ask("outlook", { ...QUESTION, levels: ["80%", "95%"] });
    const [target] = outlook.targets ?? [];
    const { forecast } = outlook;
    expect(await cells("RUNRATE", REPORT)).toEqual([[target?.requiredRunRate?.perPeriod]]);
    expect(await cells("PROBABILITY", REPORT)).toEqual([[target?.attainmentProbability]]);
    expect(await cells("FORECAST", REPORT)).toEqual([
      [forecast?.median, ...(forecast?.intervals ?? []).flatMap(({ lower, upper }) => [lower, upper])],
    ]);
    const [head, ...scenarios] = await cells("SCENARIOS", REPORT);
    expect(head).toEqual([
      "Scenario",
      "Full year",
      "On last year",
      "Attainment",
      "Probability of at least this",
    ]);
    expect(scenarios.map((row) => row.slice(1))).toEqual(
      outlook.scenarios?.map((each) => [
        each.fullYear,
        each.growth,
        each.attainment,
        each.probabilityAtLeast,
      ]),
    );
    expect(scenarios.map(([name]) => name)).toContainEqual(expect.stringMatching(/break-even/i));
  });

  test("an outlook is a column of names beside a column of values", async () => {
    const rows = await cells("OUTLOOK", REPORT);
    const outlook = await ask("outlook", { ...QUESTION, levels: ["80%"] });
    const told = new Map(rows.map(([name, value]) => [name, value]));
    const [interval] = outlook.forecast?.intervals ?? [];
    expect(rows.every((row) => row.length === 2 && row[1] !== "")).toBe(true);
    expect(told.get("Year to date")).toBe(290);
    expect(told.get("Forecast of the full year")).toBe(outlook.forecast?.median);
    expect([told.get("80% low"), told.get("80% high")]).toEqual([interval?.lower, interval?.upper]);
    expect(told.get("Needed per remaining month")).toBe(78.75);
    expect(told.get("Status")).toBe("likely");
    expect(told.get("In words")).toBe(outlook.sentence);
  });

  test("a check tells the verdict and the worst finding, in either language", async () => {
    const contradicting = [
      "2024-04",
      "over 290",
      "US$1 billion",
      "31.6%",
      "21.26%",
      null,
      "unit=million USD",
    ];
    const coherence = await ask("coherence", {
      through: "2024-04",
      ytd: "over 290",
      target: "US$1 billion",
      shareOfTarget: "31.6%",
      growth: "21.26%",
      unit: "million USD",
    });
    const worst = coherence.coherence.findings.find(({ verdict }) => verdict === "contradicts");
    expect(await cells("CHECK", contradicting)).toEqual([["contradicts", worst?.message]]);
    const [[verdict, message] = []] = await cells("CHECK", contradicting, { lang: "vi" });
    expect(verdict).toBe("mâu thuẫn");
    expect(message).toMatch(/kế hoạch|mục tiêu/);
    expect(await cells("CHECK", ["2024-04", 290])).toEqual([
      ["not checked", "There are not enough figures to check against each other."],
    ]);
  });

  test("several targets, as text or as cells, have a result each, laid out as they are", async () => {
    const both = [[78.75, 88.75]];
    expect(await cells("RUNRATE", ["2024-04", 290, "plan: 920; ambition: 1000"])).toEqual(both);
    expect(await cells("RUNRATE", ["2024-04", 290, [[920, 1000]]])).toEqual(both);
    expect(await cells("RUNRATE", ["2024-04", 290, column(920, 1000)])).toEqual(turned(both));
    const named = [
      ["plan", 920],
      ["ambition", 1000],
    ];
    expect(
      await cells("RUNRATE", ["2024-04", 290, named, undefined, undefined, undefined, "headers=true"]),
    ).toEqual([
      ["The plan", 78.75],
      ["The ambition", 88.75],
    ]);
  });

  test("a target that only the share implies counts where none is named", async () => {
    expect(await cells("RUNRATE", ["2024-04", 290, null, "50%"])).toEqual([[36.25]]);
    expect(await cells("RUNRATE", ["2024-04", 290, 1000, "31.6%"])).toHaveLength(1);
    expect((await cells("RUNRATE", ["2024-04", 290, 1000, "31.6%"]))[0]).toEqual([88.75]);
  });

  test("a year that is complete keeps the cells of its forecast", async () => {
    expect(await cells("FORECAST", ["2024-12", 290])).toEqual([[290, 290, 290, 290, 290]]);
    expect(await cells("PROBABILITY", ["2024-12", 290, 280])).toEqual([[1]]);
    expect(await cells("RUNRATE", ["2024-12", 290, 280])).toEqual([[0]]);
  });

  test("a growth is a target on last year; share and target give the year to date", async () => {
    expect(await cells("RUNRATE", ["2024-04", 290, "8%", null, null, 860])).toEqual([[79.85]]);
    expect(await cells("RUNRATE", ["2024-04", null, 920, 0.5])).toEqual([[57.5]]);
  });

  test("numbers of Vietnam", async () => {
    const args = ["Tháng 4/2024", "1.290,5", "2.581", "50%"];
    const [row] = await cells("RUNRATE", args, { lang: "vi" });
    expect(row).toEqual([161.3125]);
    expect(await cells("RUNRATE", [...args, null, null, "lang=vi"])).toEqual([row]);
    expect(await cells("RUNRATE", [...args, null, null, "decimal=comma"])).toEqual([row]);
  });

  test("scenarios and outlooks speak Vietnamese", async () => {
    const [head, first] = await cells("SCENARIOS", REPORT, { lang: "vi" });
    expect(head?.[0]).toBe("Kịch bản");
    expect(first?.[0]).toBe("Giữ nhịp độ hiện nay");
    const rows = await cells("OUTLOOK", REPORT, { lang: "vi" });
    expect(rows.map(([name]) => name)).toContain("Xác suất đạt kế hoạch");
    expect(rows.at(-1)?.[1]).toMatch(/^Chỉ tiêu 4 tháng đầu năm 2024/);
  });
});

describe("one history", () => {
  test("its results are those of the plain functions", async () => {
    const answer = await formula("FORECAST", [MONTHS, AMOUNTS, 920, null, null, 860]);
    const { forecast } = await ask("forecast", {
      history: HISTORY,
      target: 920,
      priorFullYear: 860,
      levels: [0.8, 0.95],
    });
    expect(answer.question).toMatchObject({ kind: "history", function: "forecast", questions: 1 });
    expect(answer.cells).toEqual([
      [forecast?.median, ...(forecast?.intervals ?? []).flatMap(({ lower, upper }) => [lower, upper])],
    ]);
    expect(answer.notes).toEqual([]);
  });

  test.each([
    ["dates of Excel", column(45292, 45323, 45352, 45383, 45413, 45444)],
    ["last days", column("2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31", "2024-06-30")],
    ["Vietnamese months", column("T1/2024", "T2/2024", "T3/2024", "T4/2024", "T5/2024", "T6/2024")],
    ["English months", column("Jan 2024", "Feb 2024", "Mar 2024", "Apr 2024", "May 2024", "Jun 2024")],
    ["dates whose day is always 1", column(...[1, 2, 3, 4, 5, 6].map((month) => `01/0${month}/2024`))],
  ])("%s are months", async (_, months) => {
    expect(await cells("RUNRATE", [months, AMOUNTS, 920])).toEqual([[78.75]]);
  });

  test("numbers of months take their year from the options", async () => {
    const months = column(1, 2, 3, 4, 5, 6);
    expect(await cells("RUNRATE", [months, AMOUNTS, 920, null, null, null, "year=2024"])).toEqual([[78.75]]);
    const errors = await wrong("RUNRATE", [months, AMOUNTS, 920]);
    expect(errors[0]).toMatchObject({ path: "months[1]", message: '"1" has no year' });
    expect(errors).toHaveLength(6);
  });

  test("heads and totals are left out, and it is told", async () => {
    const months = column("Tháng", ...MONTHS.flat(), "Tổng cộng");
    const amounts = column("Xuất khẩu 2024 (triệu USD)", ...AMOUNTS.flat(), 290);
    const { cells: told, notes } = await formula("RUNRATE", [months, amounts, 920]);
    expect(told).toEqual([[78.75]]);
    expect(notes.map(({ code }) => code)).toEqual(["headerLeftOut", "totalsLeftOut"]);
  });

  test("months stand in any order; those that are missing and those that are blank are gaps", async () => {
    const year = [84, 71, 83, 90, 88, 92, 85, null, 87, 93, 95, 99, 68, 61, 80, 81];
    const month = (at: number) => `${2023 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
    const places = year.map((_, at) => at).filter((at) => at !== 4);
    const shuffled = [...places].sort((a, b) => ((a * 7) % 16) - ((b * 7) % 16));
    const { forecast } = await ask("forecast", {
      history: { start: "2023-01", values: year.map((value, at) => (at === 4 ? null : value)) },
    });
    for (const order of [places, shuffled])
      expect(
        await cells("FORECAST", [
          column(...order.map(month)),
          column(...order.map((at) => year[at] ?? "n/a")),
          undefined,
          undefined,
          undefined,
          undefined,
          "field=forecast.median",
        ]),
      ).toEqual([[forecast?.median]]);
  });

  test("a gap in the running year is refused, unless the year to date is told", async () => {
    const ranges = [MONTHS, column(68, 61, "#N/A", 81, "", "")];
    const [error] = await wrong("RUNRATE", [...ranges, 920]);
    expect(error).toMatchObject({ path: "values", hint: expect.stringContaining("the option ytd") });
    expect(await cells("RUNRATE", [...ranges, 920, undefined, undefined, undefined, "ytd=290"])).toEqual([
      [78.75],
    ]);
  });

  test("zeros at the end are asked about: months to come, or months without any amount", async () => {
    const zeros = [MONTHS, column(68, 61, 80, 81, 0, "0"), 920];
    const [error] = await wrong("RUNRATE", zeros);
    expect(error).toMatchObject({ path: "values", message: "the last 2 months are 0" });
    expect(error?.hint).toContain("through=2024-04;");
    const through = (month: string) => [...zeros, null, null, null, `through=${month}`];
    expect(await cells("RUNRATE", through("2024-04"))).toEqual([[78.75]]);
    expect(await cells("RUNRATE", through("2024-06"))).toEqual([[105]]);
  });

  test("zeros as there were before are taken as they are, and it is told", async () => {
    const { cells: told, notes } = await formula("RUNRATE", [MONTHS, column(290, 0, 0, 50, 0, null), 900]);
    expect(told).toEqual([[80]]);
    expect(notes).toEqual([
      { code: "zerosAtEnd", message: "The last month is 0: leave its cell blank if it is still to come." },
    ]);
  });

  test("a year to date that is carried on to the end is asked about", async () => {
    const carried = [MONTHS, column(68, 129, 209, 290, 290, 290), 920, null, null, null];
    const [error] = await wrong("RUNRATE", [...carried, "cumulative=true"]);
    expect(error?.message).toBe("the year to date stays the same after 2024-04, through 2024-06");
    expect(await cells("RUNRATE", [...carried, "cumulative=true; through=2024-04"])).toEqual([[78.75]]);
  });

  test("sums since January are years to date", async () => {
    const months = column("1 tháng năm 2024", "2 tháng năm 2024", "3 tháng năm 2024", "4 tháng năm 2024");
    const { cells: told, notes } = await formula("RUNRATE", [months, column(68, 129, 209, 290), 920]);
    expect(told).toEqual([[78.75]]);
    expect(notes.map(({ code }) => code)).toEqual(["readAsCumulative"]);
    expect(
      await cells("RUNRATE", [
        MONTHS,
        column(68, 129, 209, 290, null, null),
        920,
        undefined,
        undefined,
        undefined,
        "cumulative=true",
      ]),
    ).toEqual(told);
  });

  test.each([
    ["four months", column(68, 129, 209, 290, "", "")],
    ["three months", column(68, 129, 209, null, null, null)],
    ["texts", column("68,5", "129,1", "209,2", "290,4", null, null)],
    ["carried on", column(68, 129, 209, 290, 290, 290)],
  ])("values that rise as years to date do are asked about: %s", async (_, values) => {
    const [error] = await wrong("FORECAST", [MONTHS, values, 920]);
    expect(error).toMatchObject({ path: "values", hint: expect.stringMatching(/cumulative=true .+=false/) });
  });

  test("values that rise are what the option says, or as they are where they hardly can be sums", async () => {
    const rising = column(68, 129, 209, 290, "", "");
    const told = async (options: string, values = rising, target = 920) =>
      cells("RUNRATE", [MONTHS, values, target, null, null, null, options]);
    expect(await told("cumulative=true")).toEqual([[78.75]]);
    expect(await told("cumulative=false")).toEqual([[28]]);
    expect(await told("", column(20, 30, 40, 45, "", ""), 935)).toEqual([[100]]);
    const stock = [MONTHS, rising, null, null, null, null, "aggregation=last"];
    expect((await formula("FORECAST", stock)).notes).toEqual([]);
  });

  test("the head of a column says what its values are", async () => {
    const months = column("Tháng", ...MONTHS.flat());
    const values = [
      ["Trong tháng", "XK lũy kế"],
      ...[68, 61, 80, 81].map((amount, at) => [amount, [68, 129, 209, 290][at]]),
      [null, null],
      [null, null],
    ];
    const { cells: told, notes } = await formula("RUNRATE", [months, values, 920]);
    expect(told).toEqual([[78.75, 78.75]]);
    expect(notes.map(({ code }) => code)).toEqual(["headerLeftOut", "readAsCumulative"]);
    const cumulative = values.map((row) => row.slice(1));
    const denied = [months, cumulative, 920, null, null, null, "cumulative=false"];
    expect(await cells("RUNRATE", denied)).toEqual([[28]]);
  });

  test("quarters", async () => {
    const quarters = column("Quý I/2024", "Quý II/2024", "Quý III/2024", "Quý IV/2024");
    expect(await cells("RUNRATE", [quarters, column(20, 30, null, null), 100])).toEqual([[25]]);
  });

  test("blank rows below and rows of blanks between do not matter", async () => {
    const blank = Array.from({ length: 200 }, () => [""]);
    expect(await cells("RUNRATE", [[...MONTHS, ...blank], [...AMOUNTS, ...blank], 920])).toEqual([[78.75]]);
    const spaced = (rows: unknown[][]) => rows.flatMap((row) => [row, [null]]);
    expect(await cells("RUNRATE", [spaced(MONTHS), spaced(AMOUNTS), 920])).toEqual([[78.75]]);
  });
});

describe("months below years", () => {
  const head = ["Tháng", 2022, "Năm 2023", 2024];
  const rows = Array.from({ length: 12 }, (_, at) => [
    `T${at + 1}`,
    60 + ((at * 7) % 11),
    64 + ((at * 7) % 11),
    at < 4 ? 68 + ((at * 7) % 11) : "",
  ]);
  const table = [head, ...rows, ["Cả năm", 760, 800, ""]];
  const months = table.map((row) => row.slice(0, 1));
  const values = table.map((row) => row.slice(1));

  test("are one history, year after year", async () => {
    const { question, cells: told, notes } = await formula("FORECAST", [months, values, 850]);
    const { forecast } = await ask("forecast", {
      history: {
        start: "2022-01",
        values: [1, 2, 3].flatMap((year) => rows.map((row) => (row[year] === "" ? null : row[year]))),
      },
      target: 850,
      levels: [0.8, 0.95],
    });
    expect(question).toMatchObject({ kind: "history", questions: 1 });
    expect(told[0]?.[0]).toBe(forecast?.median);
    expect(notes.map(({ code }) => code)).toEqual(["headerLeftOut", "totalsLeftOut"]);
    expect(await cells("FORECAST", [turned(months), turned(values), 850])).toEqual(told);
  });

  test("one year alone gives its months their year", async () => {
    const last = values.map((row) => row.slice(2));
    expect(await cells("RUNRATE", [months, last, 850])).toEqual(
      await cells("RUNRATE", [months.slice(1, 13), last.slice(1, 13), 850, null, null, null, "year=2024"]),
    );
  });

  test("a bad cell is named by its row and column; targets of all years are refused", async () => {
    const bad = values.map((row, at) => (at === 3 ? [row[0], "abc", row[2]] : row));
    expect((await wrong("RUNRATE", [months, bad, 850]))[0]).toMatchObject({ path: "values[4,2]" });
    expect((await wrong("RUNRATE", [months, values, [[760, 800, 850]]]))[0]).toMatchObject({
      path: "target",
    });
  });
});

describe("rows of reports", () => {
  const values = column(290, 30, null, "abc", "", 12);
  const targets = column(920, 100, null, 10, 50, "");

  test("each row has its result, its blanks or its refusal", async () => {
    const { question, cells: told, notes } = await formula("RUNRATE", ["2024-04", values, targets]);
    expect(question).toMatchObject({ kind: "reportsByRow", questions: 4 });
    expect(told.slice(0, 3)).toEqual([[78.75], [8.75], [""]]);
    expect(told[3]?.[0]).toMatch(/^#ONPACE: values\[4\]: .*no number/);
    expect(told[4]).toEqual([""]);
    expect(told[5]?.[0]).toMatch(/^#ONPACE: target\[6\]: /);
    expect(notes.map(({ code }) => code)).toEqual(["someRefused"]);
  });

  test("a row is what its own formula would be", async () => {
    const months = column("2024-04", "2024-05", "2024-03");
    const rows = [
      column(290, 41, 15),
      column(920, 100, 60),
      null,
      column("21.26%", 0.03, "-4%"),
      column(860, 97, 62),
    ];
    const stacked = await cells("FORECAST", [months, ...rows]);
    for (const [at, row] of stacked.entries()) {
      const own = [months, ...rows].map((range) => range?.[at]?.[0]);
      expect([row]).toEqual(await cells("FORECAST", own));
    }
  });

  test("months that are all the same, or one for all, are reports; one target is for all", async () => {
    const one = await formula("RUNRATE", ["2024-04", column(290, 300), 920]);
    expect(one.cells).toEqual([[78.75], [77.5]]);
    const same = await formula("RUNRATE", [column("2024-04", "T4/2024"), column(290, 300), 920]);
    expect(same.cells).toEqual(one.cells);
    expect(same.question.kind).toBe("reportsByRow");
  });

  test("a row that totals the others is left blank, and it is told", async () => {
    const months = column("2024-04", "2024-05", "Tổng cộng");
    const answer = await formula("RUNRATE", [months, column(290, 30, 320), column(920, 100, 1020)]);
    expect(answer.cells).toEqual([[78.75], [10], [""]]);
    expect(answer.notes.map(({ code }) => code)).toEqual(["totalsLeftOut"]);
  });

  test("heads of all columns are left out together", async () => {
    const answer = await formula("OUTLOOK", [
      column("Kỳ", "T4/2024", "T5/2024"),
      column("Lũy kế", 290, 30),
      column("Kế hoạch 2024", 920, 100),
    ]);
    const [head = [], first = [], second = []] = answer.cells;
    expect(answer.cells).toHaveLength(3);
    expect(head.slice(0, 2)).toEqual(["Through", "Year to date"]);
    expect([first[0], second[0]]).toEqual(["2024-04", "2024-05"]);
    expect(first[head.indexOf("Needed per remaining month")]).toBe(78.75);
    expect(answer.notes.map(({ code }) => code)).toEqual(["headerLeftOut"]);
  });

  test("under a head the rows keep their places, under the name of what they tell", async () => {
    const ranges = [column("Month", "2024-04", "2024-05"), column("YTD", 290, 30), column("Plan", 920, 100)];
    const below = [[78.75], [10]];
    expect(await cells("RUNRATE", ranges)).toEqual([["Needed per remaining month"], ...below]);
    expect(await cells("RUNRATE", [...ranges, null, null, null, "headers=false"])).toEqual(below);
    const [[head] = []] = await cells("PROBABILITY", ranges, { lang: "vi" });
    expect(head).toBe("Xác suất đạt kế hoạch");
  });

  test.each([
    [
      "amounts of months beside a target in each row",
      column(68, 61, 80, 81),
      column(920, 920, 920, 920),
      null,
    ],
    ["last year's months", column(68, 129, 209, 290), 920, column(60, 62, 71, 70)],
  ])("%s are asked about", async (_, values, target, lastYear) => {
    const args = [MONTHS.slice(0, 4), values, target, null, null, lastYear];
    const [error] = await wrong("FORECAST", args);
    expect(error).toMatchObject({ path: "values", message: expect.stringMatching(/^each row would be/) });
    const backwards = args.map((arg) => (Array.isArray(arg) ? [...arg].reverse() : arg));
    expect(await wrong("FORECAST", backwards)).toEqual([error]);
    const { question } = await formula("FORECAST", [...args, "cumulative=true"]);
    expect(question).toMatchObject({ kind: "reportsByRow", questions: 4 });
  });

  test("years to date month after month are reports; that they are none is refused", async () => {
    const args = [MONTHS.slice(0, 3), column(68, 129, 209), column(920, 920, 920), null, null, 860];
    expect(await cells("RUNRATE", args)).toEqual([[expect.closeTo(77.45, 2)], [79.1], [79]]);
    const [error] = await wrong("RUNRATE", [...args, "cumulative=false"]);
    expect(error).toMatchObject({ path: "options", hint: "leave the option cumulative out" });
  });

  test("rows know different things: each outlook stands under the names of all", async () => {
    const [head = [], first = [], second = []] = await cells("OUTLOOK", [
      "2024-04",
      column(290, 30),
      column(920, ""),
      null,
      column("", "3%"),
    ]);
    const at = (name: string) => head.indexOf(name);
    expect(first[at("Target")]).toBe(920);
    expect(second[at("Target")]).toBe("");
    expect(first[at("Growth on last year")]).toBe("");
    expect(second[at("Growth on last year")]).toBe(0.03);
  });

  test("pictures, checks and single fields by row", async () => {
    const pictures = await cells("PICTURE", ["2024-04", column(290, ""), column(920, 100)]);
    expect(pictures).toEqual([["/v1/outlook.png?t=2024-04&y=290&tg=920"], [""]]);
    const checks = await cells("CHECK", [
      "2024-04",
      column(290, 300),
      column(920, 920),
      column("31.5%", "50%"),
    ]);
    expect(checks.map(([verdict]) => verdict)).toEqual(["holds", "contradicts"]);
    const gaps = await cells("RUNRATE", [
      "2024-04",
      column(290, 300),
      column(920, 920),
      undefined,
      undefined,
      undefined,
      "field=targets.0.gapToTarget",
    ]);
    expect(gaps).toEqual([[630], [620]]);
  });
});

describe("columns of histories", () => {
  const months = column("Month", "2024-01", "2024-02", "2024-03", "Total");
  const values = [
    ["Rice", "Seafood", ""],
    [1, 2, null],
    [1.5, 2.5, null],
    [1.2, 2.4, null],
    [3.7, 6.9, 0],
  ];

  test("results stand side by side, below their columns", async () => {
    const answer = await formula("RUNRATE", [months, values, [[20, 30, 40]]]);
    expect(answer.question).toMatchObject({ kind: "columns", questions: 2 });
    expect(answer.cells).toHaveLength(1);
    expect(answer.cells[0]?.[2]).toBe("");
    const alone = await Promise.all(
      [0, 1].map((at) => cells("RUNRATE", [months, values.map((row) => [row[at]]), [20, 30][at]])),
    );
    expect(answer.cells[0]?.slice(0, 2)).toEqual(alone.map(([row]) => row?.[0]));
  });

  test("results of several cells stand below each other, with the heads of the columns", async () => {
    const told = await cells("FORECAST", [
      months,
      values.map((row) => row.slice(0, 2)),
      20,
      undefined,
      undefined,
      undefined,
      "headers=true",
    ]);
    expect(told[0]).toEqual(["", "Rice", "Seafood"]);
    expect(told.map(([name]) => name)).toEqual([
      "",
      "Forecast of the full year",
      "80% low",
      "80% high",
      "95% low",
      "95% high",
    ]);
  });

  test("a bad column is refused in its own cells", async () => {
    const bad = values.map((row, at) => [row[0], at === 2 ? "#DIV/0!" : row[1]]);
    const [row] = await cells("RUNRATE", [months, bad, 20]);
    expect(row?.[0]).toBeTypeOf("number");
    expect(row?.[1]).toMatch(/^#ONPACE: values\[3,2\]: #DIV\/0! is no number/);
  });

  test("tables of several questions do not fit; one field of them does", async () => {
    const both = values.map((row) => row.slice(0, 2));
    const [error] = await wrong("SCENARIOS", [months, both, 20]);
    expect(error).toMatchObject({
      path: "values",
      message: "these are 2 questions, and scenarios are a table for each",
    });
    const options = "field=scenarios.breakEven.remainderGrowth; growth=5%";
    expect(
      await cells("SCENARIOS", [months, both, 20, undefined, undefined, undefined, options]),
    ).toHaveLength(1);
  });
});

describe("ranges that lie the other way", () => {
  const months = MONTHS.slice(0, 4);
  const cases: readonly [string, readonly unknown[]][] = [
    ["a history", [months, column(68, 61, 80, 81), 920, null, "5%"]],
    ["rows of reports", ["2024-04", column(290, 30, "x"), column(920, 100, 5)]],
    [
      "reports of several months",
      [column("2024-04", "2024-05"), column(290, 30), 920, null, column("5%", 0.1)],
    ],
    [
      "columns",
      [
        months,
        [
          [1, 2],
          [3, 4],
          [5, 6],
          [7, 8],
        ],
        [[50, 60]],
      ],
    ],
    ["a report", ["2024-04", 290, column(920, 1000)]],
  ];
  const turnedArguments = (args: readonly unknown[]) =>
    args.map((range) => (Array.isArray(range) ? turned(range as Cells) : range));

  test.each(cases)("%s has the same results, turned as the ranges are", async (_, args) => {
    for (const name of ["RUNRATE", "FORECAST", "PROBABILITY", "CHECK", "OUTLOOK", "PICTURE"]) {
      const upright = await formula(name, args);
      const across = await formula(name, turnedArguments(args));
      const isOne = upright.question.questions === 1;
      const areTargets = isOne && /RUNRATE|PROBABILITY/.test(name) && Array.isArray(args[2]);
      expect(across.cells).toEqual(isOne && !areTargets ? upright.cells : turned(upright.cells));
      expect(across.question).toEqual(upright.question);
    }
  });

  test("a flat list is a row", async () => {
    expect(await cells("RUNRATE", [["2024-01", "2024-02"], [68, 61], 920])).toEqual(
      await cells("RUNRATE", [column("2024-01", "2024-02"), column(68, 61), 920]),
    );
  });

  test("months in a column and amounts in a row of the same length are understood", async () => {
    expect(await cells("RUNRATE", [months, [[68, 61, 80, 81]], 920])).toEqual([[78.75]]);
  });
});

describe("options", () => {
  const at = (options: unknown) => [...REPORT, options];

  test("go through as text or as a range of two columns, by any of their names", async () => {
    const { forecast } = await ask("forecast", {
      ...QUESTION,
      levels: ["50%"],
      indicator: "exports",
      geography: "Kien Giang",
    });
    const [interval] = forecast?.intervals ?? [];
    const row = [[forecast?.median, interval?.lower, interval?.upper]];
    for (const options of [
      "indicator=exports; geography=Kien Giang; levels=50%",
      "i=exports;g=Kien Giang;lv=50%",
      "Indicator = exports; GEOGRAPHY=Kien Giang; level=0.5",
      [
        ["indicator", "exports"],
        ["geography", "Kien Giang"],
        ["levels", 0.5],
        ["", ""],
      ],
      [
        ["indicator", "geography", "levels"],
        ["exports", "Kien Giang", "50%"],
      ],
      [["indicator=exports"], ["geography=Kien Giang; levels=50%"]],
    ])
      expect(await cells("FORECAST", at(options)), JSON.stringify(options)).toEqual(row);
  });

  test("a value may hold semicolons", async () => {
    const options = "target=plan: 920; ambition: 1000\nlang=vi";
    expect(
      await cells("RUNRATE", ["2024-04", 290, undefined, undefined, undefined, undefined, options]),
    ).toEqual([[78.75, 88.75]]);
  });

  test("a field of the answer takes the place of the result", async () => {
    expect(await cells("OUTLOOK", at("field=targets.0.gapToTarget"))).toEqual([[630]]);
    expect(await cells("FORECAST", at("field=question.through"))).toEqual([["2024-04"]]);
    const [error] = await wrong("FORECAST", at("field=forecast.medain"));
    expect(error).toMatchObject({ path: "field", hint: expect.stringContaining("forecast.median") });
  });

  test("headers are put above numbers or left away from tables", async () => {
    expect(await cells("FORECAST", at("headers=true; levels=80%"))).toHaveLength(2);
    const table = await cells("SCENARIOS", REPORT);
    expect(await cells("SCENARIOS", at("headers=false"))).toEqual(table.slice(1));
    const names = await cells("OUTLOOK", REPORT);
    expect(await cells("OUTLOOK", at([["headers", false]]))).toEqual(names.map((row) => row.slice(1)));
  });

  test("a date may be the number of a day", async () => {
    const answer = await formula("RUNRATE", at([["asOf", 45422]]));
    expect(answer.question.asks[0]).toContain("ao=2024-05-10");
  });

  test.each([
    ["levls=80%", "options", '"levls" is not an option', 'did you mean "levels"?'],
    ["picture=fan", "options", '"picture" is not an option', undefined],
    ["80%", "options", '"80%" has no name', undefined],
    [
      "unit=million USD, lang=vi",
      "options",
      '"lang" stands within the value of unit',
      "part options with semicolons",
    ],
    ["unit=a; unit=b", "options", "unit is told twice", undefined],
    ["share=30%; share=31%", "options", "shareOfTarget is told twice", undefined],
    ["headers=maybe", "options", "headers is neither true nor false", undefined],
    ["target=900", "options", "target is an argument and an option", undefined],
    ["through=2024-05", "options", "through follows from months and values", undefined],
    ["lang=fr", "lang", "lang is none of its known values", "write one of en, vi"],
    ["year=abc", "year", "year must be a whole number from 1900 to 2200", undefined],
    ["levels=80", "levels", "80 is not a level between 0 and 1", undefined],
    [
      5,
      "options",
      "the options are neither a text of names and values nor a range of two columns",
      undefined,
    ],
    [[[5, 6]], "options", "an option has a value but no name", undefined],
  ])("%s is refused", async (options, path, message, hint) => {
    const errors = await wrong("RUNRATE", at(options));
    expect(errors[0]).toMatchObject({ path, message, ...(hint && { hint }) });
  });
});

describe("pictures", () => {
  test("an address answers the same question as the cells", async () => {
    for (const args of [
      [...REPORT, "unit=million USD; picture=gauge; size=cell; theme=dark"],
      [MONTHS, AMOUNTS, 920, null, null, 860, ""],
      [MONTHS, column("1.999", 2, "2,5", 3.5, "", ""), "20", null, null, null, "lang=vi"],
      [
        column("2023-09", "2023-10", "2023-12", "2024-01"),
        column(5, 6, 7, 8),
        [["plan", 100]],
        null,
        null,
        null,
        "d=point",
      ],
      [column("2023-03", "2023-06", "2023-09", "2023-12"), column(5, 6, 7, 8), 30, null, null, null, ""],
    ]) {
      const [[address] = []] = await cells("PICTURE", args);
      expect(address).toMatch(/^\/v1\/outlook\.png\?/);
      const path = String(address).replace(".png", "");
      const { status, json } = await request(path);
      expect(status).toBe(200);
      const { forecast } = json as OutlookBody;
      const lang = String(args[6]).includes("lang=vi") ? "vi" : "en";
      const options = [
        ["lang", lang],
        ["field", "forecast.median"],
      ];
      const told = await cells("OUTLOOK", [...args.slice(0, 6), options]);
      // Without its unit, which changes no number.
      expect(told).toEqual([[forecast?.median]]);
    }
  });

  test("the options of the picture are carried on", async () => {
    const [[address] = []] = await cells("PICTURE", [
      ...REPORT,
      [
        ["picture", "fan"],
        ["width", 300],
        ["theme", "dark"],
      ],
    ]);
    const { searchParams } = new URL(String(address), "http://sheet");
    expect([searchParams.get("p"), searchParams.get("w"), searchParams.get("th")]).toEqual([
      "fan",
      "300",
      "dark",
    ]);
  });

  test("five years of months fit an address, thirty do not", async () => {
    const years = (count: number) => [
      column(
        ...Array.from(
          { length: 12 * count },
          (_, at) => `${1994 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`,
        ),
      ),
      column(...Array.from({ length: 12 * count }, (_, at) => 1000 + ((at * 37) % 101) / 10)),
    ];
    const [[address] = []] = await cells("PICTURE", years(5));
    expect(String(address).length).toBeLessThan(2048);
    const [error] = await wrong("PICTURE", years(30));
    expect(error).toMatchObject({ path: "values", message: expect.stringContaining("more than 1900") });
  });

  test("a question without an answer and a picture that cannot be are refused", async () => {
    expect((await wrong("PICTURE", ["2024-04", "abc"]))[0]?.path).toBe("values");
    expect((await wrong("PICTURE", [...REPORT, "theme=red"]))[0]).toMatchObject({ path: "theme" });
    expect((await wrong("PICTURE", [...REPORT, "width=1"]))[0]).toMatchObject({ path: "width" });
  });
});

describe("texts", () => {
  const TEXT =
    "Exports from Kien Giang came to over US$290 million between January and April 2024, which is 31.6% of the plan for the year and 21.26% more than a year earlier.";

  test("a row for each figure, the useful columns first", async () => {
    const [head = [], row = [], ...others] = await cells("EXTRACT", [TEXT]);
    expect(others).toEqual([]);
    expect(head.slice(0, 8)).toEqual([
      "geography",
      "indicator",
      "value",
      "unit",
      "year",
      "through_month",
      "growth",
      "share_of_target",
    ]);
    expect(row.slice(0, 8)).toEqual(["Kien Giang", "exports", 290, "USD million", 2024, 4, 0.2126, 0.316]);
    const { text } = await get("/v1/extract.csv", { text: TEXT });
    expect([...head].sort()).toEqual(text.split("\r\n")[0]?.split(",").sort());
  });

  test("the head is in Vietnamese with lang=vi, every column of it", async () => {
    const [head = []] = await cells("EXTRACT", [TEXT, "lang=vi; outlook=true"]);
    expect(head.slice(0, 3)).toEqual(["Địa phương", "Chỉ tiêu", "Giá trị"]);
    for (const column of head) expect(column).not.toMatch(/^[a-z_]+$/);
  });

  test("so are places, indicators, units and verdicts", async () => {
    const text =
      "In the first four months of 2024, Kien Giang's rice exports came to over US$100 million, 31.6% of the plan of US$316 million, up 21.26% from US$82.47 million a year earlier.";
    const [head = [], ...rows] = await cells("EXTRACT", [text, "lang=vi"]);
    const told = Object.fromEntries(head.map((column, index) => [column, rows[0]?.[index]]));
    expect(told).toMatchObject({
      "Địa phương": "Kiên Giang",
      "Chỉ tiêu": "kim ngạch xuất khẩu gạo",
      "Đơn vị": "triệu USD",
      "Mức độ": "hơn",
      "Đơn vị của kế hoạch": "triệu USD",
      "Loại kế hoạch": "kế hoạch",
      "Kết luận": "khớp",
    });
    const quote = head.indexOf("Trích dẫn");
    for (const cell of rows.flatMap((row) => row.filter((_, index) => index !== quote)))
      expect(String(cell)).not.toMatch(/^[a-z]+(?:_[a-z]+|[A-Z][a-z]+)/);
  });

  test("several cells are one text; options are those of the function", async () => {
    const parts = TEXT.match(/.{1,60}(?: |$)/g) ?? [];
    expect((await cells("EXTRACT", [column(...parts)]))[1]?.slice(0, 3)).toEqual([
      "Kien Giang",
      "exports",
      290,
    ]);
    const [row] = await cells("EXTRACT", [TEXT, "outlook=true; headers=false; published=2024-05-10"]);
    expect(row?.slice(0, 3)).toEqual(["Kien Giang", "exports", 290]);
    expect(await cells("EXTRACT", [TEXT, "field=figures.0.value"])).toEqual([[290]]);
  });

  test("a text without figures leaves the heads alone", async () => {
    expect(await cells("EXTRACT", ["Nothing to see."])).toHaveLength(1);
  });

  test("refusals", async () => {
    expect((await wrong("EXTRACT", []))[0]).toMatchObject({ path: "text", message: "text is blank" });
    expect((await wrong("EXTRACT", ["x", "unit=USD"]))[0]).toMatchObject({
      message: '"unit" is not an option',
    });
    expect((await wrong("EXTRACT", ["x", "", 5]))[0]).toMatchObject({ path: "arguments" });
  });
});

describe("what is refused", () => {
  test.each<[string, readonly unknown[], string, RegExp]>([
    ["RUNRATE", [], "months", /months is blank/],
    ["RUNRATE", ["2024-04"], "values", /values is blank/],
    ["RUNRATE", ["2024-04", 290], "target", /none is given/],
    ["RUNRATE", ["04/05/2024", 290, 920], "months", /may be day\/month or month\/day/],
    ["RUNRATE", ["soon", 290, 920], "months", /not a month/],
    ["RUNRATE", [2024, 290, 920], "months", /a year is not a month/],
    ["RUNRATE", ["2024-04", 1e306, 920, -1e306], "values", /larger than any figure/],
    ["RUNRATE", ["2024-04", true, 920], "values", /TRUE is no number/],
    ["RUNRATE", ["2024-04", "#REF!", 920], "values", /#REF! is no number/],
    ["RUNRATE", ["2024-04", 290, 920, 31.6], "share", /3160%/],
    ["RUNRATE", ["2024-04", 290, 920, null, 21.26], "growth", /2126%/],
    ["RUNRATE", ["2024-04", 290, 920, null, null, "abc"], "lastYear", /lastYear has no number/],
    ["RUNRATE", ["2024-04", 290, 920, [[0.3, 0.4]]], "share", /2 cells for 1 question/],
    ["RUNRATE", ["2024-04", 290, "920; abc"], "target[2]", /no number/],
    ["RUNRATE", [column("2024-01", "2024-02"), 290, 920], "values", /1 cell, months 2/],
    ["RUNRATE", [column("2024-01", "2024-02"), column(1, 2, 3), 920], "values", /3 cells, months 2/],
    [
      "RUNRATE",
      [
        [
          ["2024-01", "2024-02"],
          ["2024-03", "2024-04"],
        ],
        290,
        920,
      ],
      "months",
      /2 rows of 2/,
    ],
    [
      "RUNRATE",
      [
        "2024-04",
        [
          [1, 2],
          [3, 4],
        ],
        920,
      ],
      "values",
      /for one month/,
    ],
    ["RUNRATE", ["2024-04", column(1, 2, 3), column(4, 5)], "target", /2 cells for 3 questions/],
    ["RUNRATE", [column("2024-01", "2024-01", "2024-02"), column(1, 2, 3), 9], "months[2]", /rows 1 and 2/],
    ["RUNRATE", [column("2024-01", "x1", "2024-02"), column(1, 2, 3), 9], "months[2]", /not a month/],
    ["RUNRATE", [column("2024-01", "", "2024-02"), column(1, 2, 3), 9], "months[2]", /a value but no month/],
    ["RUNRATE", [column("2024-01", "2024-Q2"), column(1, 2), 9], "months", /months and quarters/],
    ["RUNRATE", [column("2024-01", "2T/2024"), column(1, 2), 9], "months", /sums since January/],
    ["RUNRATE", [column("2024-01", "2024-02"), column(1, "x"), 9], "values[2]", /no number/],
    ["RUNRATE", [column("2024-01", "2024-02"), column("", ""), 9], "values", /no value/],
    ["RUNRATE", [column("", ""), column("", ""), 9], "months", /no month/],
    [
      "RUNRATE",
      [
        column("2024-04", "2024-04"),
        [
          [1, 2],
          [3, 4],
        ],
        9,
      ],
      "values",
      /2 columns/,
    ],
    ["RUNRATE", [1, 2, 3, 4, 5, 6, "", 8], "arguments", /more than 7/],
    ["RUNRATE", [{}, 290], "months", /no cell/],
    ["RUNRATE", [[[[1]]], 290], "months", /no cell/],
    ["RUNRAT", ["2024-04", 290, 920], "formula", /no function/],
    ["", ["2024-04", 290, 920], "formula", /no function/],
  ])("%s of %j: %s", async (name, args, path, message) => {
    const errors = await wrong(name, args);
    const error = errors.find((each) => each.path === path);
    expect(error, JSON.stringify(errors)).toBeDefined();
    expect(`${error?.message}`).toMatch(message);
  });

  test("no names of the service's own fields reach a sheet", async () => {
    for (const args of [
      ["2024-04", "x", "y", "z", "w", "v"],
      ["2024-04", -5, -5, -5, -5, -5],
      [column("2024-01", "2024-02"), column("x", "y"), "z", "w", "v", "u"],
    ])
      for (const { path, message, hint = "" } of await wrong("RUNRATE", args))
        expect(`${path} ${message} ${hint}`).not.toMatch(/ytd|shareOf|priorFull|history[.[]|through=/);
  });

  test("more cells or questions than the limits", async () => {
    const long = Array.from({ length: MAX_CELLS + 1 }, () => 1);
    expect((await wrong("RUNRATE", ["2024-04", long]))[0]?.message).toContain("more than 10000");
    const ragged = [Array.from({ length: 5000 }, () => 1), ...Array.from({ length: 5000 }, () => [1])];
    expect((await wrong("RUNRATE", [ragged, ragged]))[0]?.message).toContain("more than 10000");
    const many = column(...Array.from({ length: MAX_QUESTIONS + 1 }, () => 290));
    expect((await wrong("CHECK", ["2024-04", many]))[0]).toMatchObject({
      path: "values",
      message: `these are ${MAX_QUESTIONS + 1} questions, more than ${MAX_QUESTIONS}`,
    });
    expect(await cells("CHECK", ["2024-04", many.slice(1)])).toHaveLength(MAX_QUESTIONS);
  });

  test("what is no question of a formula", async () => {
    for (const question of [
      {},
      { formula: 5 },
      { formula: "RUNRATE" },
      { formula: "RUNRATE", arguments: "x" },
      { formula: "RUNRATE", arguments: [], unit: "USD" },
    ])
      expect((await refused("formula", question)).errors[0]?.path).toMatch(/formula|arguments|unit/);
  });
});

describe("formats", () => {
  const question = { formula: "onpace_forecast", arguments: [...REPORT, "headers=true; levels=80%"] };

  test("CSV is the cells alone, TXT one value of them, Markdown a table", async () => {
    const { cells: told } = await ask("formula", question);
    const { text } = await get("/v1/formula.csv", question);
    expect(text).toBe(`${told.map((row) => row.join(",")).join("\r\n")}\r\n`);
    const comma = await get("/v1/formula.csv", { ...question, decimal: "comma" });
    expect(comma.text).toBe(
      `${told.map((row) => row.map((cell) => String(cell).replace(".", ",")).join(";")).join("\r\n")}\r\n`,
    );
    expect((await get("/v1/formula.txt", { formula: "RUNRATE", arguments: REPORT })).text).toBe("78.75");
    const vietnamese = { formula: "RUNRATE", arguments: REPORT, lang: "vi" };
    expect((await get("/v1/formula.txt", vietnamese)).text).toBe("78,75");
    expect((await get("/v1/formula.txt", { ...question, field: "cells.1.0" })).text).toBe(
      String(told[1]?.[0]),
    );
    const { text: table } = await get("/v1/formula.md", question);
    expect(table.split("\n")[0]).toBe("| Forecast of the full year | 80% low | 80% high |");
  });

  test.each([
    ["OUTLOOK", (body: OutlookBody) => body.forecast?.median],
    ["FORECAST", (body: OutlookBody) => body.forecast?.median],
    ["SCENARIOS", (body: OutlookBody) => body.scenarios?.[0]?.fullYear],
  ])("one cell of %s is a value, whatever names stand above and beside it", async (name, value) => {
    const { text } = await get("/v1/formula.txt", {
      formula: name,
      arguments: [...REPORT, "headers=true"],
    });
    expect(Number(text)).toBe(value(await ask("outlook", QUESTION)));
  });

  test("one cell of a text is its first figure, or blank", async () => {
    const extract = async (text: string) =>
      (await get("/v1/formula.txt", { formula: "EXTRACT", arguments: [text] })).text;
    expect(await extract("Exports reached US$290 million in the first four months of 2024.")).toBe("290");
    expect(await extract("Nothing was said.")).toBe("");
  });

  test("CSV for a sheet with decimal commas begins with a byte order mark", async () => {
    const response = await app.request(`/v1/formula.csv?${query({ ...question, lang: "vi" })}`);
    expect([...new Uint8Array(await response.arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  test("a refusal is readable in a cell", async () => {
    const asked = { formula: "RUNRATE", arguments: ["soon", 290, 920], errors: "cell" };
    const { status, text } = await get("/v1/formula.txt", asked);
    expect(status).toBe(200);
    expect(text).toMatch(/^#ONPACE: months: this is not a month/);
  });

  test("GET and POST answer alike", async () => {
    const posted = await post("/v1/formula", question);
    expect((await get("/v1/formula", question)).text).toBe(posted.text);
  });

  test("the addresses that are told give the same answer", async () => {
    const { question: echo, cells: told } = await formula("RUNRATE", [
      "2024-04",
      column(290, 30),
      column(920, 100),
    ]);
    for (const [at, address] of echo.asks.entries())
      expect((await request(address.replace("?", ".txt?"))).text).toBe(String(told[at]?.[0]));
  });
});

describe("whatever a sheet may hold", () => {
  const cell = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom<unknown>(null, "", 0, 1, 45292, 45323, 290, "2024-04", "2024-05", "T4/2024"),
    },
    fc.constantFrom<unknown>(
      "Total",
      "Month",
      "n/a",
      "#N/A",
      "31.6%",
      "8%",
      true,
      "over 290",
      "plan: 920; 8%",
      "=1+1",
    ),
    fc.double(),
    fc.integer(),
    fc.string({ unit: "grapheme", maxLength: 12 }),
    fc.boolean(),
  );
  const range = fc.oneof(
    cell,
    fc.array(cell, { maxLength: 6 }),
    fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 6 }),
    fc.constantFrom<unknown>(
      column("2024-01", "2024-02", "2024-03"),
      column(68, 61, 80),
      "headers=true",
      "field=forecast.median",
    ),
  );

  test("cells of one length, or problems that name an argument; never a fault", {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...FORMULA_NAMES),
        fc.array(range, { maxLength: 7 }),
        fc.constantFrom("en", "vi"),
        async (name, args, lang) => {
          // Everything about the reply, the published schema among it, is proved by `post`.
          const { status, json } = await post("/v1/formula", { formula: name, arguments: args, lang });
          if (status !== 200) return;
          const told = (json as { cells: Cells }).cells;
          expect(new Set(told.map((row) => row.length)).size).toBe(1);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe("amounts in two units", () => {
  const slipped = ["2024-04", 290, 920, null, null, 860_000];

  test.each(["RUNRATE", "PROBABILITY", "FORECAST", "SCENARIOS", "OUTLOOK"])(
    "ONPACE_%s tells no number of them",
    async (formula) => {
      const { status, text } = await post("/v1/formula.txt", { formula, arguments: slipped });
      expect(status).toBe(400);
      expect(text).toMatch(/^#ONPACE: Last year's total, 860,000, is out of scale .*; write the amounts/);
    },
  );

  test("ONPACE_CHECK names them, in both languages", async () => {
    const english = await post("/v1/formula", { formula: "CHECK", arguments: slipped });
    expect((english.json as { cells: Cells }).cells[0]?.[0]).toBe("doubtful");
    const vietnamese = await post("/v1/formula", { formula: "CHECK", arguments: slipped, lang: "vi" });
    expect((vietnamese.json as { cells: Cells }).cells[0]?.[0]).toBe("cần xem lại");
    expect((vietnamese.json as { cells: Cells }).cells[0]?.[1]).toContain("860.000");
  });

  test("who knows better asks for a field", async () => {
    const asked = [...slipped, "field=targets.0.requiredRunRate.perPeriod"];
    expect((await post("/v1/formula.txt", { formula: "RUNRATE", arguments: asked })).text).toBe("78.75");
  });
});

describe("numbers that the decimal sign changes by a thousand", () => {
  const FOUR = ["2024-01", "2024-02", "2024-03", "2024-04"];
  const WRITTEN = ["956", "989", "1.012", "1.045"];

  test("a column that passes 1,000 is not read half as hundreds and half as ones", async () => {
    const [problem] = await wrong("PROBABILITY", [FOUR, WRITTEN, 12500]);
    expect(problem).toMatchObject({
      path: "values[3]",
      message: expect.stringContaining("1.012 is about a thousand times"),
    });
    const numbers = await cells("PROBABILITY", [FOUR, [956, 989, 1012, 1045], 12500]);
    expect(await cells("PROBABILITY", [FOUR, WRITTEN, 12500, null, null, null, "decimal=comma"])).toEqual(
      numbers,
    );
    expect(await cells("PROBABILITY", [FOUR, WRITTEN, 12500, null, null, null, "lang=vi"])).toEqual(numbers);
    expect((await wrong("FORECAST", [FOUR, [956, 989, "1.012", 1045]]))[0]?.path).toBe("values[3]");
  });

  test("so it is in an address", async () => {
    const asked = { historyStart: "2024-01", history: "956+989+1.012+1.045".replaceAll("+", " ") };
    const refusal = await get("/v1/forecast.txt", asked);
    expect(refusal.status).toBe(400);
    expect(refusal.text).toContain("history.2: 1.012 is about a thousand times out of scale");
    expect((await get("/v1/forecast.txt", { ...asked, decimal: "comma" })).status).toBe(200);
  });

  test("one cell of a formula tells the sign for all of it", async () => {
    const rows = [
      column("2024-04", "2024-04", "2024-04"),
      column("1.234,5", "1.012", "1.045"),
      column("3.000,5", "3.100", "3.200"),
    ];
    expect(await cells("RUNRATE", rows)).toEqual([[220.75], [261], [269.375]]);
    const columns = [
      ["956,5", "1.012"],
      ["989", "1.045"],
      ["1.012", "1.100"],
      ["1.045", "1.200"],
    ];
    const [[, second]] = (await cells("FORECAST", [column(...FOUR), columns])) as [[unknown, number]];
    expect(second).toBeGreaterThan(12_000);
  });

  test("cells that show both signs are refused, and so is a language against its numbers", async () => {
    const [both] = await wrong("RUNRATE", [FOUR, ["1,234.5", "1.134,5", "1.334", "1.434"], 15000]);
    expect(both?.message).toBe(
      '"1.334" may be read in two ways: 1,234.5 has a decimal point, 1.134,5 has a decimal comma',
    );
    const asked = { lang: "vi", through: "2024-03", ytd: "2250.5", target: "20.000" };
    const refusal = await get("/v1/attainment.txt", asked);
    expect(refusal.text).toContain('target: "20.000" may be read in two ways: 2250.5 has a decimal point');
    expect(
      (await get("/v1/attainment.txt", { ...asked, decimal: "comma", field: "targets.0.value" })).text,
    ).toBe("20000");
    expect(
      (await get("/v1/attainment.txt", { ...asked, ytd: "2.250,5", field: "targets.0.value" })).text,
    ).toBe("20000");
  });

  test("numbers that a sheet made of such texts are refused, whatever sign is told", async () => {
    const values = ["1.234,5", 1.134, 1.334, "1.434,2"];
    for (const options of [null, "decimal=comma"])
      expect((await wrong("FORECAST", [FOUR, values, 15000, null, null, null, options]))[0]).toMatchObject({
        path: "values[2]",
        hint: "send numbers or texts alone, all written alike",
      });
  });
});

describe("years to date in disguise", () => {
  const SIX = ["2024-01", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06"];
  const AS_SUMS = "the values rise from month to month as years to date do";

  test.each([[[68, 129, 125, 290, 365, 442]], [[68, 129, 209, 290, 288, 442]], [[68, 129]]])(
    "a column is one although a month was revised, or there are but two: %j",
    async (values) => {
      const months = SIX.slice(0, values.length);
      expect((await wrong("RUNRATE", [months, values, 920]))[0]?.message).toBe(AS_SUMS);
      expect(
        (await formula("RUNRATE", [months, values, 920, null, null, null, "cumulative=true"])).cells,
      ).toHaveLength(1);
    },
  );

  test("months that fall as months do are not", async () => {
    expect(await cells("RUNRATE", [SIX, [68, 61, 80, 81, 75, 77], 920])).toHaveLength(1);
    expect(await cells("RUNRATE", [["2024-01", "2024-02"], [68, 75], 920])).toHaveLength(1);
  });

  test("months with a target filled down beside them are no reports", async () => {
    const targets = SIX.map(() => [920]);
    const [problem] = await wrong("PROBABILITY", [column(...SIX), column(60, 62, 64, 66, 68, 70), targets]);
    expect(problem?.message).toContain("these hardly grow from month to month");
    const reports = [column(...SIX), column(60, 122, 184, 256, 328, 390), targets];
    expect(await cells("PROBABILITY", reports)).toHaveLength(6);
  });
});

describe("cells that are not what they seem", () => {
  test.each([
    ["Total 2024"],
    ["2024 Total"],
    ["Total for 2024"],
    ["Total (2024)"],
    ["FY2024"],
    ["Total YTD"],
    ["Cumulative"],
  ])("%s is a total", async (total) => {
    expect(
      await cells("RUNRATE", [["2024-01", "2024-02", "2024-03", total], [68, 61, 80, 209], 920]),
    ).toEqual([[79]]);
  });

  test("a midnight of the east is no day of the month before", async () => {
    const [problem] = await wrong("RUNRATE", ["2024-03-31T17:00:00.000Z", 290, 920]);
    expect(problem?.message).toBe('"2024-03-31T17:00:00.000Z" is a moment of another month elsewhere');
  });

  test("a percent without its sign is no multiple", async () => {
    for (const growth of [2.5, "2,5"])
      expect((await wrong("FORECAST", ["2024-04", 290, 920, null, growth, 860]))[0]?.hint).toBe(
        'write "2.5%" or "250%"',
      );
    expect(await cells("FORECAST", ["2024-04", 290, 920, null, "2.5%", 860])).toHaveLength(1);
  });

  test("an address for a cell tells no number of two units either", async () => {
    const asked = { through: "2024-04", ytd: "290", target: "1.999" };
    expect((await get("/v1/run-rate.txt", asked)).text).toContain(
      "is out of scale with the year-to-date figure",
    );
    expect((await get("/v1/run-rate.txt", { ...asked, field: "targets.0.gapToTarget" })).text).toBe(
      "-288.001",
    );
  });
});
