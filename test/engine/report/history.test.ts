import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PeriodsPerYear, positionThrough } from "../../../src/engine/calendar/period.ts";
import type { HistoryAsk } from "../../../src/engine/history/history.ts";
import type { Question } from "../../../src/engine/question.ts";
import { historyFigures, knownHistory } from "../../../src/engine/report/history-figures.ts";
import { readReport } from "../../../src/engine/report/read-report.ts";
import { knowledge } from "../../../src/knowledge.ts";

const history = (
  first: number,
  values: readonly (number | undefined)[],
  rest: Partial<HistoryAsk> = {},
): HistoryAsk => ({ periodsPerYear: 12, first, values, isCumulative: false, ...rest });
const JANUARY_2022 = 2022 * 12;

/** A question through a period of its history, by default the last one. */
function question(
  ask: HistoryAsk,
  {
    through = ask.first + ask.values.length - 1,
    startMonth = 1,
    ...rest
  }: Partial<Question> & { readonly through?: number; readonly startMonth?: number } = {},
): Question {
  return {
    aggregation: "sum",
    position: positionThrough(through, { startMonth, periodsPerYear: ask.periodsPerYear }),
    indicatorClass: "general",
    observesTet: false,
    figures: {},
    targets: [],
    reports: [],
    scenarios: [],
    levels: [0.8],
    history: ask,
    ...rest,
  };
}
const pastOf = (asked: Question) => readReport(asked, knowledge).year.past;

describe("the year-to-date figure that a history makes", () => {
  test("is the sum of its periods, as sure as their digits together", () => {
    const { ytd } = historyFigures(question(history(JANUARY_2022, [0.1, 0.2, 13, 4.05])));
    expect(ytd).toMatchObject({ value: 17.35, lower: 17.33, upper: 17.37 });
  });

  test("is their mean, or the last of them", () => {
    const ask = history(JANUARY_2022, [100, 103, 106]);
    expect(historyFigures(question(ask, { aggregation: "average" })).ytd).toMatchObject({
      ...{ value: 103, lower: 102.5, upper: 103.5 },
    });
    expect(historyFigures(question(ask, { aggregation: "last" })).ytd).toMatchObject({
      ...{ value: 106, lower: 105.5, upper: 106.5 },
    });
  });

  test("is the last value of a cumulative history, whatever came before", () => {
    const ask = history(JANUARY_2022, [undefined, 23.4, undefined, 51.1], { isCumulative: true });
    for (const aggregation of ["sum", "average"] as const)
      expect(historyFigures(question(ask, { aggregation })).ytd).toMatchObject({
        ...{ value: 51.1, lower: 51.05, upper: 51.15 },
      });
  });

  test("needs every period of the year", () => {
    const { ytd } = historyFigures(question(history(JANUARY_2022, [1, undefined, 3])));
    expect(ytd).toBeUndefined();
    expect(historyFigures(question(history(JANUARY_2022 + 1, [2, 3]))).ytd).toBeUndefined();
  });

  test("whole numbers that all end in zeros are rounded there; a few may by chance", () => {
    const months = [5100, 4900, 5300, 5200, 4800, 5000];
    expect(historyFigures(question(history(JANUARY_2022, months))).ytd).toMatchObject({
      ...{ value: 30_300, lower: 30_000, upper: 30_600 },
    });
    expect(historyFigures(question(history(JANUARY_2022, months.slice(0, 5)))).ytd).toMatchObject({
      ...{ value: 25_300, lower: 25_297.5, upper: 25_302.5 },
    });
  });

  test("rounded zeros of amounts do not reach below zero, amounts below zero do", () => {
    const ytdOf = (...values: number[]) => historyFigures(question(history(JANUARY_2022, values))).ytd;
    expect(ytdOf(0, 0)).toMatchObject({ value: 0, lower: 0, upper: 1 });
    expect(ytdOf(-3, 2)).toMatchObject({ value: -1, lower: -2, upper: 0 });
  });

  test("periods and their running totals make the same figures", () => {
    const tenths = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 12, maxLength: 40 });
    fc.assert(
      fc.property(tenths, (values) => {
        let total = 0;
        const totals = values.map((value, index) => {
          total = index % 12 === 0 ? value : total + value;
          return total / 10;
        });
        const flows = values.map((value) => value / 10);
        const told = historyFigures(question(history(JANUARY_2022, flows)));
        const running = historyFigures(question(history(JANUARY_2022, totals, { isCumulative: true })));
        expect(running.ytd?.value).toBe(told.ytd?.value);
        expect(running.reports.map(({ position, ytd }) => [position, ytd?.value])).toEqual(
          told.reports.map(({ position, ytd }) => [position, ytd?.value]),
        );
      }),
    );
  });
});

describe("past years", () => {
  const years = (count: number) => Array.from({ length: count }, (_, index) => 10 + (index % 12));

  test("are the complete ones, oldest first", () => {
    // From March 2022: the first year is cut, 2023 and 2024 are whole.
    expect(pastOf(question(history(JANUARY_2022 + 2, years(36))))).toEqual([
      { fiscalYear: 2023, ytd: 20 + 21, fullYear: 186 },
      { fiscalYear: 2024, ytd: 20 + 21, fullYear: 186 },
    ]);
  });

  test("a year with a gap is filled in, unless its values are cumulative", () => {
    const values = years(28).map((value, index) => (index === 5 ? undefined : value));
    const [filled, exact] = pastOf(question(history(JANUARY_2022, values)));
    expect(exact).toEqual({ fiscalYear: 2023, ytd: 46, fullYear: 186 });
    expect(filled).toMatchObject({ fiscalYear: 2022, ytd: 46 });
    expect(Math.abs((filled?.fullYear as number) - 186)).toBeLessThan(3);
    const running = Array.from({ length: 28 }, (_, index) =>
      index === 5 ? undefined : 10 * ((index % 12) + 1),
    );
    expect(pastOf(question(history(JANUARY_2022, running, { isCumulative: true })))).toEqual([
      { fiscalYear: 2022, ytd: 40, fullYear: 120 },
      { fiscalYear: 2023, ytd: 40, fullYear: 120 },
    ]);
  });

  test.each([
    ["quarters", 4 as PeriodsPerYear, 1],
    ["months of a fiscal year from October", 12 as PeriodsPerYear, 10],
  ])("of %s are told by the fiscal year", (_, periodsPerYear, startMonth) => {
    const values = Array.from({ length: 2 * periodsPerYear + 2 }, (_, index) => index + 1);
    const ask = history(2022 * periodsPerYear, values, { periodsPerYear });
    const sum = (from: number, count: number) =>
      values.slice(from, from + count).reduce((total, value) => total + value, 0);
    expect(pastOf(question(ask, { startMonth }))).toEqual([
      { fiscalYear: 2022, ytd: 3, fullYear: sum(0, periodsPerYear) },
      { fiscalYear: 2023, ytd: sum(periodsPerYear, 2), fullYear: sum(periodsPerYear, periodsPerYear) },
    ]);
  });

  test("a told figure goes before the history's, which stands beside it to be compared", () => {
    const asked = question(history(JANUARY_2022, years(28)));
    const plain = readReport(asked, knowledge);
    expect(plain.figures.priorYtd).toMatchObject({ value: 46, from: "history" });
    const told = historyFigures(asked).reports.at(-1)?.ytd;
    if (!told) throw new Error("2023 is told");
    const { figures, coherence } = readReport(
      { ...asked, figures: { priorFullYear: { ...told, value: 190, lower: 189.5, upper: 190.5 } } },
      knowledge,
    );
    expect(figures.priorFullYear).toMatchObject({ value: 190, origin: "reported" });
    expect(figures.priorFullYear?.from).toBeUndefined();
    expect(figures.historyPriorFullYear?.value).toBe(186);
    expect(coherence.findings.map(({ relation }) => relation)).toContain(
      "priorFullYear = historyPriorFullYear",
    );
  });
});

describe("what was known of a history", () => {
  const ask = history(JANUARY_2022, [1, 2, 3, undefined, 5, undefined, 7]);

  test("ends with a value, no later than the question", () => {
    expect(knownHistory(question(ask))).toMatchObject({
      through: JANUARY_2022 + 6,
      reachesThrough: true,
      leftOut: 0,
    });
    expect(knownHistory(question(ask, { through: JANUARY_2022 + 5 }))).toEqual({
      ask: { ...ask, values: [1, 2, 3, undefined, 5] },
      through: JANUARY_2022 + 4,
      reachesThrough: false,
      leftOut: 1,
    });
    expect(knownHistory(question(ask, { through: JANUARY_2022 - 1 }))).toBeUndefined();
  });

  test.each([
    ["2022-01-30", undefined],
    ["2022-01-31", 0],
    ["2022-05-30", 2],
    ["2022-05-31", 4],
    ["2022-06-30", 4],
    ["2022-07-01", 6],
  ])("as of %s", (asOf, last) => {
    const known = knownHistory(question(ask, { asOf }));
    expect(known?.through).toBe(last === undefined ? undefined : JANUARY_2022 + last);
  });
});
