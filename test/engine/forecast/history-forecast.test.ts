import { describe, expect, test } from "vitest";
import type { PeriodsPerYear } from "../../../src/engine/calendar/period.ts";
import { parseFigure } from "../../../src/engine/figure/parse-figure.ts";
import { readHistory } from "../../../src/engine/forecast/history-forecast.ts";
import { reportedByHistory, yearEvidence } from "../../../src/engine/forecast/year-evidence.ts";
import type { RegularHistory } from "../../../src/engine/history/history.ts";
import type { Outlook } from "../../../src/engine/outlook-types.ts";
import type { Question } from "../../../src/engine/question.ts";
import { knowledge } from "../../../src/knowledge.ts";
import { amounts, answer, asked, codesOf, historyForecast, tierOf, total } from "./history-cases.ts";

/** Four months of the ninth year. */
const HISTORY = amounts(100);
const target = (value: number) => ({
  name: "plan",
  level: parseFigure(value, { role: "amount", path: "target" }),
});
const near = (value: number, expected: number, within: number): void =>
  expect(Math.abs(value / expected - 1), `${value} and ${expected}`).toBeLessThan(within);
const widthOf = ({ forecast }: Outlook, level = 0.8): number => {
  const { lower, upper } = forecast.intervals.find((one) => one.level === level) as {
    lower: number;
    upper: number;
  };
  return (upper - lower) / forecast.median;
};

describe("the forecast of a year from its history", () => {
  test.each<[string, Question]>([
    ["monthly flows", asked(HISTORY)],
    ["after one month", asked(amounts(97))],
    ["with one month to come", asked(amounts(107))],
    ["monthly means", asked(HISTORY, { aggregation: "average" })],
    ["quarters", asked(amounts(30, { period: 4 }), { period: 4 })],
    ["a fiscal year from October", asked(HISTORY, { startMonth: 10 })],
    ["a place that observes Tet", asked(HISTORY, { observesTet: true, indicatorClass: "retail" })],
    ["far beyond the year's end", asked(HISTORY, { horizon: 36 })],
  ])("%s: reported and forecast periods, and quarters, make the median", (_, question) => {
    const { aggregation, position } = question;
    const { forecast, figures } = answer(question);
    expect(forecast.tier).toBe("history");
    const divisor = aggregation === "average" ? position.periodsPerYear : 1;
    const ofYear = forecast.path.slice(0, position.periodsPerYear);
    near(total(ofYear.map(({ value = Number.NaN }) => value)) / divisor, forecast.median, 1e-12);
    near(ofYear.at(-1)?.cumulative as number, forecast.median, 1e-12);
    expect(ofYear[position.elapsed - 1]?.cumulative).toBe(figures.ytd?.value);
    const { quarters } = forecast;
    expect(quarters === undefined).toBe(position.periodsPerYear === 4);
    if (quarters)
      near(
        total(quarters.map(({ value }) => value)) / (aggregation === "average" ? 4 : 1),
        forecast.median,
        1e-12,
      );
  });

  test("a level that is wider is an interval that is wider, and none reaches below what is booked", () => {
    for (const count of [97, 100, 107]) {
      const outlook = answer(asked(amounts(count, { noise: 0.4 })));
      const { intervals, quantiles, path } = outlook.forecast;
      const booked = outlook.figures.ytd?.value as number;
      expect(widthOf(outlook, 0.5)).toBeLessThan(widthOf(outlook, 0.8));
      expect(widthOf(outlook, 0.8)).toBeLessThan(widthOf(outlook, 0.95));
      for (const { lower } of intervals) expect(lower).toBeGreaterThan(booked);
      for (const { value } of quantiles) expect(value).toBeGreaterThan(booked);
      for (const { cumulativeLower = booked } of path.slice(count % 12))
        expect(cumulativeLower).toBeGreaterThanOrEqual(booked);
    }
  });

  test("a target that is booked is certain, and its probability falls as it rises", () => {
    const booked = total(HISTORY.slice(96));
    const { targets, forecast } = answer(
      asked(HISTORY, {
        targets: [booked - 1, forecastMedian(), 2 * forecastMedian()].map((value) => ({
          ...target(value),
          name: String(value),
        })),
      }),
    );
    expect(targets[0]).toMatchObject({ attainmentProbability: 1, status: "attained" });
    expect(targets[1]?.attainmentProbability).toBeCloseTo(1 / 2, 9);
    expect(targets[2]?.attainmentProbability).toBeLessThan(0.01);
    expect(forecast.median).toBe(forecastMedian());
  });

  test("the target is no evidence: it moves the labelled number alone", () => {
    const [low, high] = [1000, 3000].map((value) => answer(asked(HISTORY, { targets: [target(value)] })));
    expect(high?.forecast.quantiles).toEqual(low?.forecast.quantiles);
    expect(high?.forecast.planWeighted?.median).toBeGreaterThan(low?.forecast.planWeighted?.median as number);
  });

  test("the same question gives the same answer to the byte, whatever was asked in between", () => {
    const question = asked(HISTORY, { horizon: 20, backtest: true });
    const first = JSON.stringify(answer(question));
    answer(asked(amounts(61, { seed: 3 }), { horizon: 33 }));
    expect(JSON.stringify(answer(question))).toBe(first);
  });

  test.each([1e-6, 1000, 7.3e9])("all amounts times %d are the answer times that", (factor) => {
    const one = answer(asked(HISTORY)).forecast;
    const other = answer(asked(HISTORY.map((value) => value * factor))).forecast;
    for (const [i, { value }] of one.quantiles.entries())
      near(other.quantiles[i]?.value as number, value * factor, 1e-6);
    for (const [i, { value = Number.NaN, cumulativeUpper = Number.NaN }] of one.path.slice(4).entries()) {
      near(other.path[4 + i]?.value as number, value * factor, 1e-6);
      near(other.path[4 + i]?.cumulativeUpper as number, cumulativeUpper * factor, 1e-6);
    }
    expect(other.members.map(({ method }) => method)).toEqual(one.members.map(({ method }) => method));
  });

  test("weights sum to 1 and so do the shares of the variance", () => {
    for (const question of [asked(HISTORY), asked(amounts(11, { period: 4 }), { period: 4 })]) {
      const { members, varianceShares } = answer(question).forecast;
      expect(total(members.map(({ weight }) => weight))).toBeCloseTo(1, 12);
      expect((varianceShares?.disagreement ?? 0) + (varianceShares?.noise ?? 0)).toBeCloseTo(1, 12);
    }
  });

  test("a mean is about a twelfth of the sum of the same amounts", () => {
    const sum = answer(asked(HISTORY)).forecast;
    const mean = answer(asked(HISTORY, { aggregation: "average" })).forecast;
    near(mean.median, sum.median / 12, 0.01);
    for (const [i, { value }] of sum.quantiles.entries())
      near(mean.quantiles[i]?.value as number, value / 12, 0.01);
  });

  test("an average of quarters does not depend on the month in which its year starts", () => {
    const values = amounts(30, { period: 4 });
    const of = (startMonth: number) =>
      answer(asked(values, { period: 4, startMonth, aggregation: "average" })).forecast.quantiles;
    for (const startMonth of [4, 7, 10]) expect(of(startMonth)).toEqual(of(1));
  });

  test.each([4, 7, 10])(
    "a history relabelled to a fiscal year from month %i says about the same",
    (start) => {
      near(answer(asked(HISTORY, { startMonth: start })).forecast.median, forecastMedian(), 0.01);
    },
  );

  test("methods for regular history do not see where the fiscal year starts, only the class's season does", () => {
    // The same months: April 2016 on, as the fourth months of a calendar year and as the first ones of a fiscal year.
    const pathsOf = (startMonth: number, first: number) => {
      const values = Float64Array.from(HISTORY);
      const history: RegularHistory = { periodsPerYear: 12, first, values, filled: [] };
      const { position } = asked(HISTORY, { startMonth });
      const frame = { ...asked(HISTORY), position: { ...position, elapsed: ((first + 99) % 12) + 1 } };
      const evidence = { ...yearEvidence(frame, reportedByHistory(frame, history)), history };
      return readHistory(evidence, knowledge, 12)?.members.paths;
    };
    expect(pathsOf(1, 2016 * 12 + 3)).toEqual(pathsOf(4, 2016 * 12));
  });
});

const forecastMedian = (): number => answer(asked(HISTORY)).forecast.median;

describe("how much history it takes", () => {
  test.each<[string, number, PeriodsPerYear, boolean]>([
    ["25 months", 25, 12, false],
    ["26 months", 26, 12, true],
    ["9 quarters", 9, 4, false],
    ["10 quarters", 10, 4, true],
    ["50 years of months", 595, 12, true],
    ["50 years of quarters", 199, 4, true],
  ])("%s", (_, count, period, isEnough) => {
    const outlook = answer(asked(amounts(count, { period }), { period }));
    expect(outlook.forecast.tier === "history").toBe(isEnough);
    expect(codesOf(outlook).includes("historyTooShort")).toBe(!isEnough);
    expect(outlook.forecast.median).toBeGreaterThan(outlook.figures.ytd?.value as number);
    expect(widthOf(outlook)).toBeLessThan(1);
  });

  test("more years of the same kind make the answer no less sure", () => {
    expect(widthOf(answer(asked(amounts(100))))).toBeLessThan(widthOf(answer(asked(amounts(28)))));
  });

  test("a horizon or a backtest that cannot be answered is told", () => {
    const short = answer(asked(amounts(20), { horizon: 12, backtest: true }));
    expect(codesOf(short)).toEqual(
      expect.arrayContaining(["historyTooShort", "horizonNeedsHistory", "backtestTooShort"]),
    );
    const inYear = answer(asked(amounts(20), { horizon: 4 }));
    expect(codesOf(inYear)).not.toContain("horizonNeedsHistory");
    expect(codesOf(answer(asked(amounts(29), { horizon: 36 })))).not.toContain("horizonNeedsHistory");
  });
});

describe("unusual histories", () => {
  test("a perfectly seasonal one goes on as it was, and nearly surely", () => {
    const exact = amounts(108, { noise: 0 });
    const outlook = answer(asked(exact.slice(0, 100), { startMonth: 1, aggregation: "sum" }));
    near(outlook.forecast.median, total(exact.slice(96)), 0.01);
    expect(widthOf(outlook)).toBeLessThan(0.05);
    expect(widthOf(outlook)).toBeLessThan(widthOf(answer(asked(HISTORY))));
  });

  test("a constant one stays where it is", () => {
    for (const [period, aggregation, fullYear] of [
      [12, "sum", 1200],
      [12, "average", 100],
      [4, "sum", 400],
    ] as const) {
      const values = new Array<number>(8 * period + 1).fill(100);
      const outlook = answer(asked(values, { period, aggregation, horizon: 36 }));
      near(outlook.forecast.median, fullYear, 0.01);
      expect(widthOf(outlook)).toBeLessThan(0.06);
      near(outlook.forecast.horizon?.nextFullYear?.median as number, fullYear, 0.02);
      for (const { value = Number.NaN, lower, upper } of outlook.forecast.path.slice(1)) {
        near(lower as number, value, 0.05);
        near(upper as number, value, 0.05);
      }
    }
  });

  test("one freak value is noted and does not carry the forecast away", () => {
    const freak = HISTORY.with(80, (HISTORY[80] as number) * 20);
    const outlook = answer(asked(freak));
    const note = outlook.notes.find(({ code }) => code === "outliersSetAside");
    if (note?.code !== "outliersSetAside") throw new Error("the freak value is not noted");
    const [outlier] = note.values.outliers;
    expect(note.values.count).toBe(1);
    expect(outlier?.period).toBe("2022-09");
    // As it was reported, with what the calendar did to it.
    near(outlier?.value as number, freak[80] as number, 1e-12);
    near(outlier?.expected as number, HISTORY[80] as number, 0.1);
    near(outlook.forecast.median, forecastMedian(), 0.1);
  });

  test("a freak value of the latest month is told and booked", () => {
    const freak = HISTORY.with(99, (HISTORY[99] as number) * 5);
    const outlook = answer(asked(freak));
    expect(codesOf(outlook)).toContain("latestUnusual");
    expect(outlook.figures.ytd?.value).toBeCloseTo(total(freak.slice(96)), 6);
    expect(outlook.forecast.median).toBeGreaterThan(total(freak.slice(96)));
  });

  test("a lockdown is noted as a spell, a new level as a shift", () => {
    const lockdown = HISTORY.map((value, t) => (t >= 60 && t < 67 ? value * 0.4 : value));
    expect(codesOf(answer(asked(lockdown)))).toContain("unusualSpell");
    const shifted = HISTORY.map((value, t) => (t >= 60 ? value * 2 : value));
    const outlook = answer(asked(shifted));
    expect(codesOf(outlook)).toContain("levelShift");
    near(outlook.forecast.median, 2 * forecastMedian(), 0.05);
  });

  test("gaps are filled and told; the answer stays close", () => {
    const gaps = HISTORY.map((value, t) => (t === 50 || t === 51 || t === 77 ? undefined : value));
    const outlook = answer(asked(gaps));
    expect(outlook.notes).toContainEqual({
      code: "gapsFilled",
      values: { count: 3, periods: ["2020-03", "2020-04", "2022-06"] },
    });
    near(outlook.forecast.median, forecastMedian(), 0.02);
  });

  test("a told year to date that is not the sum of the months is believed, and quarters are left out", () => {
    const ytd = parseFigure(300, { role: "amount", path: "ytd" });
    const { forecast, figures } = answer(asked(HISTORY, { figures: { ytd } }));
    expect(figures.ytd?.value).toBe(300);
    expect(forecast.quarters).toBeUndefined();
    near(forecast.path.at(-1)?.cumulative as number, forecast.median, 1e-12);
  });
});

describe("a complete year", () => {
  const complete = amounts(96);

  test("is what it is; a horizon tells the next one", () => {
    const plain = answer(asked(complete));
    expect(plain.forecast).toMatchObject({ tier: "complete", median: plain.figures.ytd?.value });
    expect(plain.forecast.growth).toBeCloseTo(
      total(complete.slice(84)) / total(complete.slice(72, 84)) - 1,
      9,
    );
    expect(codesOf(plain)).not.toContain("lastYearNotUsed");
    const { forecast } = answer(asked(complete, { horizon: 12 }));
    expect(forecast.path).toHaveLength(24);
    const coming = forecast.path.slice(12);
    expect(coming[0]).toMatchObject({ period: "2024-01", status: "forecast" });
    expect(coming[0]?.cumulative).toBe(coming[0]?.value);
    const next = forecast.horizon?.nextFullYear;
    expect(next?.fiscalYear).toBe(2024);
    near(coming.at(-1)?.cumulative as number, next?.median as number, 1e-9);
    near(next?.median as number, plain.forecast.median * Math.exp(0.06), 0.05);
  });

  test("is backtested as the year ahead, before its first month", () => {
    const { backtest } = answer(asked(complete, { backtest: true })).forecast;
    expect(backtest?.elapsed).toBe(0);
    expect(backtest?.years.at(-1)?.fiscalYear).toBe(2023);
    for (const year of backtest?.years ?? []) {
      expect(year.lower).toBeLessThan(year.median);
      expect(year.crps).toBeGreaterThan(0);
    }
  });
});

describe("a history that ends before the year to date", () => {
  const through = asked(HISTORY).position;

  test.each(["sum", "average"] as const)("is carried on by it: %s", (aggregation) => {
    const elapsed = 4;
    const value = total(HISTORY.slice(96)) / (aggregation === "average" ? elapsed : 1);
    const ytd = { ...parseFigure(1, { role: "amount", path: "ytd" }), value, lower: value, upper: value };
    const { history } = asked(HISTORY.slice(0, 98));
    const outlook = answer({
      ...asked(HISTORY, { aggregation, figures: { ytd } }),
      position: through,
      ...(history && { history }),
    });
    expect(codesOf(outlook)).toContain("historyEndsEarlier");
    expect(outlook.forecast.tier).toBe("history");
    near(outlook.forecast.median, answer(asked(HISTORY, { aggregation })).forecast.median, 0.03);
  });

  test("steps aside, and says so, where it cannot be", () => {
    const ytd = parseFigure(400, { role: "amount", path: "ytd" });
    const gap = HISTORY.slice(0, 98).with(96, undefined as unknown as number);
    const { history } = asked(gap);
    const outlook = answer({ ...asked(HISTORY, { figures: { ytd } }), ...(history && { history }) });
    expect(outlook.forecast.tier).not.toBe("history");
    expect(outlook.notes).toContainEqual({ code: "historyNotUsed", values: { reason: "endsEarlier" } });
  });
});

describe("the tier", () => {
  test("tells nothing where no history is told", () => {
    const { history: _, ...question } = asked(HISTORY);
    const ytd = parseFigure(400, { role: "amount", path: "ytd" });
    expect(tierOf({ ...question, figures: { ytd } })).toEqual({ notes: [] });
  });

  test("takes reports of every month for a history", () => {
    const { history: _, ...question } = asked(HISTORY);
    let sum = 0;
    const reports = HISTORY.slice(0, 99).map((value, t) => {
      sum = t % 12 === 0 ? value : sum + value;
      const position = { ...question.position, year: 2016 + Math.floor(t / 12), elapsed: (t % 12) + 1 };
      return { position, ytd: { ...parseFigure(1, { role: "amount", path: "ytd" }), value: sum } };
    });
    const ytd = { ...parseFigure(1, { role: "amount", path: "ytd" }), value: total(HISTORY.slice(96)) };
    near(
      historyForecast({ ...question, figures: { ytd }, reports }).distribution.median,
      forecastMedian(),
      1e-6,
    );
  });
});
