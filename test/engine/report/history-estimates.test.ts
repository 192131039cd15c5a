import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { positionThrough } from "../../../src/engine/calendar/period.ts";
import { parseFigure } from "../../../src/engine/figure/parse-figure.ts";
import type { HistoryAsk } from "../../../src/engine/history/history.ts";
import type { Question } from "../../../src/engine/question.ts";
import { readReport } from "../../../src/engine/report/read-report.ts";
import { certainty } from "../../../src/engine/target/attainment.ts";
import { knowledge } from "../../../src/knowledge.ts";
import { months, runningTotals } from "../../http/history-cases.ts";

const JANUARY_2020 = 2020 * 12;
/** From January 2020 to May 2024. */
const VALUES = months(53);
const total = (from: number, to: number, values: readonly number[] = VALUES): number =>
  values.slice(from, to).reduce((sum, value) => sum + value, 0);
const amount = (value: number) => parseFigure(value, { role: "amount", path: "ytd" });

function question(
  values: readonly (number | undefined)[],
  { first = JANUARY_2020, isCumulative = false, ...rest }: Partial<Question> & Partial<HistoryAsk> = {},
): Question {
  return {
    aggregation: "sum",
    position: positionThrough(first + values.length - 1, { startMonth: 1, periodsPerYear: 12 }),
    indicatorClass: "general",
    observesTet: false,
    figures: {},
    targets: [],
    reports: [],
    scenarios: [],
    levels: [0.8],
    history: { periodsPerYear: 12, first, values, isCumulative },
    ...rest,
  };
}
const hidden = (values: readonly number[], ...at: readonly number[]) =>
  values.map((value, index) => (at.includes(index) ? undefined : value));
const read = (asked: Question) => readReport(asked, knowledge);
const codesOf = (asked: Question) => read(asked).notes.map(({ code }) => code);

describe("a gap", () => {
  test("of this year makes its figures estimates with an interval, and a note", () => {
    const { figures, reportedYtd, year, notes } = read(question(hidden(VALUES, 50)));
    expect(figures.ytd).toMatchObject({ origin: "estimated", from: "history" });
    expect(figures.growth).toMatchObject({ origin: "estimated", from: "ytd / priorYtd - 1" });
    expect(figures.priorYtd).toMatchObject({ origin: "reported", from: "history" });
    const { value, lower = value, upper = value } = figures.ytd ?? { value: Number.NaN };
    expect(Math.abs(value / total(48, 53) - 1)).toBeLessThan(0.03);
    expect(lower).toBeLessThan(value);
    expect(value - lower).toBeCloseTo(upper - value, 9);
    expect(year.ytdDeviation).toBeCloseTo((upper - value) / 1.2815515655446004, 9);
    expect(reportedYtd).toBeUndefined();
    expect(notes).toEqual([{ code: "gapsFilled", values: { count: 1, periods: ["2024-03"] } }]);
  });

  test("of last year makes last year an estimate", () => {
    const { figures, year } = read(question(hidden(VALUES, 38, 45)));
    expect(figures.ytd).toMatchObject({ origin: "reported" });
    for (const name of ["priorYtd", "priorFullYear", "growth"])
      expect(figures[name]?.origin, name).toBe("estimated");
    expect(year.priorFullYear).toBe(figures.priorFullYear?.value);
    expect(Math.abs((year.priorFullYear as number) / total(36, 48) - 1)).toBeLessThan(0.03);
    expect(year.past.map(({ fiscalYear }) => fiscalYear)).toEqual([2020, 2021, 2022, 2023]);
    expect(year.ytdDeviation).toBeUndefined();
  });

  test("leaves what was told or follows from it as it is", () => {
    const told = amount(620);
    const { figures, coherence } = read(question(hidden(VALUES, 50), { figures: { ytd: told } }));
    expect(figures.ytd).toMatchObject({ value: 620, origin: "reported" });
    expect(figures.growth?.origin).toBe("derived");
    expect(coherence.verdict).toBe("holds");
    const priorYtd = amount(1);
    expect(read(question(hidden(VALUES, 50, 38), { figures: { priorYtd } })).figures.priorYtd).toMatchObject({
      value: 1,
      origin: "reported",
    });
  });

  test("never makes told figures contradict what was filled in", () => {
    const figures = {
      priorFullYear: amount(10),
      growth: parseFigure("12%", { role: "growth", path: "growth" }),
      shareOfTarget: parseFigure("3%", { role: "ratio", path: "shareOfTarget" }),
    };
    const { coherence } = read(question(hidden(VALUES, 38, 50), { figures }));
    expect(coherence).toEqual({ verdict: "notChecked", findings: [] });
  });

  test("is measured in the amounts of the history beside a share of the target", () => {
    const shareOfTarget = parseFigure("40%", { role: "ratio", path: "shareOfTarget" });
    const { basis, targets, figures } = read(question(hidden(VALUES, 50), { figures: { shareOfTarget } }));
    expect(basis).toBeUndefined();
    expect(targets).toMatchObject([{ origin: "impliedByShare" }]);
    expect(figures.target?.value).toBeCloseTo((figures.ytd?.value as number) / 0.4, 6);
  });

  test("in means and stocks is filled in as well", () => {
    const mean = read(question(hidden(VALUES, 50), { aggregation: "average" })).figures.ytd;
    const sum = read(question(hidden(VALUES, 50))).figures.ytd;
    expect(mean?.origin).toBe("estimated");
    expect(Math.abs(5 * (mean?.value as number) - (sum?.value as number))).toBeLessThan(5);
    const { ytd, priorFullYear } = read(question(hidden(VALUES, 47), { aggregation: "last" })).figures;
    expect(ytd).toMatchObject({ value: VALUES[52], origin: "reported" });
    expect(priorFullYear).toMatchObject({ origin: "estimated", from: "history" });
  });

  test("of running totals is one only where no later total of its year tells", () => {
    const totals = runningTotals(VALUES);
    const { figures } = read(question(hidden(totals, 40, 47), { isCumulative: true }));
    expect(figures.ytd).toMatchObject({ value: totals[52], origin: "reported" });
    expect(figures.priorYtd?.origin).toBe("estimated");
    expect(Math.abs((figures.priorYtd?.value as number) / (totals[40] as number) - 1)).toBeLessThan(0.03);
    expect(Math.abs((figures.priorFullYear?.value as number) / (totals[47] as number) - 1)).toBeLessThan(
      0.03,
    );
  });

  test("at the end, in less than a year of figures, or where more is missing than known, stays one", () => {
    expect(() => read(question(VALUES, { position: question(months(54)).position }))).toThrow("2024-06");
    expect(() => read(question(hidden(VALUES.slice(0, 12), 3)))).toThrow("2020-04");
    expect(() => read(question(VALUES.map((value, t) => (t % 5 < 2 ? value : undefined))))).toThrow();
  });

  test("does not decide whether a complete year met its target", () => {
    const { figures, reportedYtd } = read(question(hidden(VALUES.slice(0, 48), 43)));
    const sureOf = certainty(reportedYtd, figures.ytd);
    const { value, lower = value, upper = value } = figures.ytd ?? { value: Number.NaN };
    expect(sureOf(value)).toBeCloseTo(0.5, 6);
    expect(sureOf(lower)).toBeCloseTo(0.9, 6);
    expect(sureOf(upper)).toBeCloseTo(0.1, 6);
    expect(sureOf(value / 2)).toBe(1);
    expect(sureOf(lower - (value - lower))).toBeLessThan(1);
  });

  test("anywhere but at the ends is answered, and told figures stay", () => {
    const gaps = fc.uniqueArray(fc.integer({ min: 0, max: 51 }), { maxLength: 12 });
    fc.assert(
      fc.property(gaps, (at) => {
        const { figures, coherence } = read(question(hidden(VALUES, ...at)));
        const isGap = at.some((index) => index >= 48);
        expect(figures.ytd?.origin).toBe(isGap ? "estimated" : "reported");
        expect(coherence.verdict).not.toBe("contradicts");
      }),
    );
  });
});

describe("a history that begins in the middle of last year's elapsed periods", () => {
  const short = (count: number, rest: Partial<Question> = {}) =>
    question(VALUES.slice(-count), { first: JANUARY_2020 + VALUES.length - count, ...rest });

  test("tells last year by the growth of the periods that both years have", () => {
    const { figures, year, notes } = read(short(14));
    const growth = total(51, 53) / total(39, 41);
    const priorYtd = total(48, 53) / growth;
    expect(figures.ytd?.origin).toBe("reported");
    expect(figures.growth).toMatchObject({ origin: "estimated", from: "history" });
    expect(figures.growth?.value).toBeCloseTo(growth - 1, 9);
    expect(figures.priorYtd?.value).toBeCloseTo(priorYtd, 6);
    expect(figures.priorFullYear?.value).toBeCloseTo(priorYtd + total(41, 48), 6);
    expect(year).toMatchObject({ past: [], priorFullYear: figures.priorFullYear?.value });
    expect(notes).toEqual([]);
  });

  test("is surer of it the more periods both years have, and sure once all are known", () => {
    const width = (count: number) => {
      const { lower = 0, upper = 0 } = read(short(count)).figures.priorFullYear ?? {};
      return upper - lower;
    };
    expect(width(13)).toBeGreaterThan(width(14));
    expect(width(14)).toBeGreaterThan(width(16));
    expect(read(short(17)).figures.priorFullYear?.origin).toBe("reported");
  });

  test("tells nothing of last year where no period is known in both", () => {
    expect(read(short(12)).figures.priorFullYear).toBeUndefined();
  });

  test("adds what followed to a told part of last year, and leaves a told total", () => {
    const priorYtd = amount(500);
    const { figures } = read(short(14, { figures: { priorYtd } }));
    expect(figures.priorFullYear?.value).toBeCloseTo(500 + total(41, 48), 6);
    expect(figures.growth?.origin).toBe("derived");
    const priorFullYear = amount(1234);
    expect(read(short(14, { figures: { priorFullYear } })).figures.priorFullYear).toMatchObject({
      value: 1234,
      origin: "reported",
    });
  });

  test("of means averages what it knows", () => {
    const { figures } = read(short(14, { aggregation: "average" }));
    const priorYtd = total(48, 53) / 5 / (total(51, 53) / total(39, 41));
    expect(figures.priorYtd?.value).toBeCloseTo(priorYtd, 6);
    expect(figures.priorFullYear?.value).toBeCloseTo((5 * priorYtd + total(41, 48)) / 12, 6);
  });

  test("with a gap is filled in first", () => {
    const values = hidden(VALUES.slice(-14), 5);
    expect(codesOf(question(values, { first: JANUARY_2020 + 39 }))).toEqual(["gapsFilled"]);
  });
});
