import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { positionThrough } from "../../../src/engine/calendar/period.ts";
import { parseFigure } from "../../../src/engine/figure/parse-figure.ts";
import { readHistory } from "../../../src/engine/forecast/history-forecast.ts";
import { pooledReading, varianceBetween } from "../../../src/engine/forecast/pooled-reading.ts";
import { reportedByHistory, yearEvidence } from "../../../src/engine/forecast/year-evidence.ts";
import { forecastYear } from "../../../src/engine/forecast/year-forecast.ts";
import { filledDraws } from "../../../src/engine/history/filled-draws.ts";
import type { HistoryAsk } from "../../../src/engine/history/history.ts";
import { knownSums } from "../../../src/engine/history/known-sums.ts";
import { regularHistory } from "../../../src/engine/history/regular-history.ts";
import { toldHistory } from "../../../src/engine/history/told-history.ts";
import type { Question, ReportAsk } from "../../../src/engine/question.ts";
import { readReport } from "../../../src/engine/report/read-report.ts";
import { knowledge } from "../../../src/knowledge.ts";
import { seasonalSeries } from "../history/random.ts";
import { amounts, answer, asked, codesOf, historyForecast, tierOf, total } from "./history-cases.ts";

const QUARTER_ENDS = [3, 6, 9, 12];
const UNEVEN = [2, 5, 9, 12];

/** The years to date of monthly amounts from the start of a year, those at some months only, and the last. */
function snapshots(values: ArrayLike<number>, months: readonly number[]): (number | undefined)[] {
  let sum = 0;
  return Array.from(values, (value, t) => {
    sum = t % 12 === 0 ? value : sum + value;
    return months.includes((t % 12) + 1) || t === values.length - 1 ? sum : undefined;
  });
}

function cumulative(values: readonly (number | undefined)[], rest: Partial<Question> = {}): Question {
  const question = asked(values, rest);
  return { ...question, history: { ...(question.history as HistoryAsk), isCumulative: true } };
}

/** The same told by reports: the last one is the question's own figure. */
function reported(values: readonly (number | undefined)[]): Question {
  const { position, history: _history, ...rest } = asked(values);
  const first = position.year * 12 + position.elapsed - values.length;
  const ytd = (value: number) => parseFigure(value, { role: "amount", path: "ytd" });
  const reports = values.slice(0, -1).flatMap((value, t): ReportAsk[] => {
    const at = positionThrough(first + t, { startMonth: 1, periodsPerYear: 12 });
    return value === undefined ? [] : [{ position: at, ytd: ytd(value) }];
  });
  return { ...rest, position, reports, figures: { ytd: ytd(values.at(-1) as number) } };
}

describe("draws of periods that only sums are known of", () => {
  const spans = fc.array(
    fc.record({ length: fc.integer({ min: 1, max: 6 }), sum: fc.integer({ min: 10, max: 1000 }) }),
    { minLength: 1, maxLength: 12 },
  );

  test("meet every sum, leave known periods alone, and stray both ways", () => {
    fc.assert(
      fc.property(spans, fc.double({ min: 0.05, max: 0.5, noNaN: true }), (told, relative) => {
        let from = 0;
        const sums = told.map(({ length, sum }) => {
          from += length;
          return { from: from - length, length, sum };
        });
        const values = Float64Array.from(sums.flatMap(({ length, sum }) => Array(length).fill(sum / length)));
        const deviations = Float64Array.from(
          sums.flatMap(({ length, sum }) => Array(length).fill(length > 1 ? (relative * sum) / length : 0)),
        );
        const draws = filledDraws({ values, deviations }, sums);
        expect(draws).toHaveLength(2);
        const [one, other] = draws as [Float64Array, Float64Array];
        for (const { from: start, length, sum } of sums)
          for (const draw of [one, other]) {
            expect(Math.abs(total(draw.subarray(start, start + length)) / sum - 1)).toBeLessThan(1e-12);
            if (length === 1) expect(draw[start]).toBe(sum);
          }
        for (const { from: start, length } of sums)
          for (let t = start + 1; t < start + length; t++) {
            const move = Math.log((one[t] as number) / (one[t - 1] as number));
            expect(Math.log((other[t] as number) / (other[t - 1] as number))).toBeCloseTo(-move, 9);
            expect(Math.abs(move)).toBeGreaterThan(0);
          }
      }),
    );
  });

  test("there are none of amounts that have no logarithm", () => {
    const deviations = Float64Array.of(1, 1);
    expect(
      filledDraws({ values: Float64Array.of(0, 4), deviations }, [{ from: 0, length: 2, sum: 4 }]),
    ).toEqual([]);
  });

  test("few filled periods need none", () => {
    const values: (number | undefined)[] = amounts(100);
    const gaps = (count: number) => {
      const gappy = values.map((value, t) => (t % 8 === 5 && t < 8 * count ? undefined : value));
      const history = asked(gappy).history as HistoryAsk;
      const prepared = regularHistory({ ask: history, through: history.first + 99 });
      if (typeof prepared === "string") throw new Error(prepared);
      return prepared.history;
    };
    expect(gaps(9).draws).toBeUndefined();
    expect(gaps(11).draws).toHaveLength(2);
  });
});

describe("readings of several draws as one", () => {
  test("what the draws add to the variance, by Rubin's rule", () => {
    expect(varianceBetween([3])).toBe(0);
    expect(varianceBetween([1, 3])).toBeCloseTo(1.5 * 2, 12);
    expect(varianceBetween([1, 2, 3])).toBeCloseTo((4 / 3) * 1, 12);
  });

  test("one reading stays what it is; the mean of two lies between them", () => {
    const readingOf = (seed: number) => {
      const question = asked(amounts(100, { seed }));
      const { first, periodsPerYear } = question.history as HistoryAsk;
      const values = Float64Array.from(amounts(100, { seed }));
      const history = { first, periodsPerYear, values, filled: [] };
      const evidence = { ...yearEvidence(question, reportedByHistory(question, history)), history };
      const reading = readHistory(evidence, knowledge, 8);
      if (!reading) throw new Error("not read");
      return reading;
    };
    const one = readingOf(1);
    const other = readingOf(2);
    expect(pooledReading([one])).toBe(one);
    const pooled = pooledReading([one, other]);
    expect(pooled.estimates.map(({ name }) => name)).toEqual(one.estimates.map(({ name }) => name));
    pooled.estimates.forEach(({ logRemainder }, i) => {
      const both = [one, other].map(({ estimates }) => estimates[i]?.logRemainder as number);
      expect(logRemainder).toBeCloseTo(total(both) / 2, 12);
    });
    expect(pooled.members.sigma).toBeCloseTo(
      Math.hypot(one.members.sigma, other.members.sigma) / 2 ** 0.5,
      12,
    );
    expect(pooled.features.surprise).toBeCloseTo((one.features.surprise + other.features.surprise) / 2, 12);
  });
});

describe("a history of snapshots", () => {
  test.each([
    ["3, 6, 9 and 12", QUARTER_ENDS, 81],
    ["2, 5, 9 and 12", UNEVEN, 77],
    ["1, 2, 4, 5, 7, 8, 10 and 12", [1, 2, 4, 5, 7, 8, 10, 12], 40],
  ])("at months %s is a path that meets them all", (_, months, count) => {
    const told = snapshots(amounts(count), months);
    for (const question of [cumulative(told), reported(told)]) {
      const { forecast, notes } = answer(question);
      expect(forecast.tier).toBe("history");
      expect(notes.map(({ code }) => code)).toContain("sumsSpread");
      const { elapsed } = question.position;
      const actual = forecast.path.slice(0, elapsed);
      expect(actual.map(({ status }) => status)).toEqual(Array(elapsed).fill("actual"));
      let sum = 0;
      actual.forEach(({ value = Number.NaN, cumulative: own }, month) => {
        sum += value;
        const known = told[told.length - elapsed + month];
        if (known === undefined) return;
        expect(Math.abs(sum / known - 1)).toBeLessThan(1e-12);
        expect(Math.abs(own / known - 1)).toBeLessThan(1e-12);
      });
    }
  });

  test("covers what came about as often as it says, and is less sure than all months are", () => {
    let inside = 0;
    let wider = 0;
    const trials = 60;
    for (let seed = 1; seed <= trials; seed++) {
      const count = 12 * 7 + (seed % 2 === 0 ? 5 : 9);
      const series = seasonalSeries({ seed, count: 96, walk: 0.02, noise: 0.06 });
      const fullYear = total(series.subarray(84));
      const now = series.slice(0, count);
      const { distribution } = historyForecast(cumulative(snapshots(now, UNEVEN)));
      const full = historyForecast(asked([...now])).distribution;
      const width = ({ quantile }: typeof full) => quantile(0.9) - quantile(0.1);
      if (distribution.quantile(0.1) <= fullYear && fullYear <= distribution.quantile(0.9)) inside++;
      if (width(distribution) > width(full)) wider++;
    }
    expect(inside / trials).toBeGreaterThan(0.7);
    expect(inside / trials).toBeLessThan(0.95);
    expect(wider / trials).toBeGreaterThan(0.6);
  });

  test("is the same history by reports and by years to date", () => {
    const told = snapshots(amounts(89), UNEVEN);
    expect(answer(reported(told)).forecast.path).toEqual(answer(cumulative(told)).forecast.path);
  });

  test("a backtest leaves out the years whose months are not all known", () => {
    const months = amounts(100);
    let sum = 0;
    const told = months.map((value, t) => {
      sum = t % 12 === 0 ? value : sum + value;
      return t < 60 && t % 3 !== 2 ? undefined : sum;
    });
    const { forecast } = answer(cumulative(told, { backtest: true }));
    expect(forecast.backtest?.years.map(({ fiscalYear }) => fiscalYear)).toEqual([2021, 2022, 2023]);
  });
});

describe("reports that are no history", () => {
  test.each<[string, readonly number[], number]>([
    ["the year and the same month of seven years", [5, 12], 89],
    ["the year and the same two months of ten years", [4, 8, 12], 128],
    ["every third month of three years", QUARTER_ENDS, 45],
    ["uneven months of three years", UNEVEN, 41],
  ])("%s stay with the shares of past years", (_, months, count) => {
    const question = reported(snapshots(amounts(count), months));
    const { forecast } = answer(question);
    expect(forecast.tier).toBe("shares");
    expect(tierOf(question)).toEqual({ notes: [] });
    const { distribution } = forecastYear(question, readReport(question, knowledge).year, knowledge);
    expect(forecast.median).toBe(distribution.median);
  });

  test("a quarter and the total of eight years stay with the shares of past years", () => {
    const quarters = amounts(33, { period: 4 });
    const told = quarters.map((_, t) =>
      t % 4 === 0 || t % 4 === 3 ? total(quarters.slice(t - (t % 4), t + 1)) : undefined,
    );
    const { history, ...rest } = asked(told, { period: 4 });
    const ask = history as HistoryAsk;
    const outlook = answer({ ...rest, history: { ...ask, isCumulative: true } });
    expect(outlook.forecast.tier).toBe("shares");
  });

  test("told as a history, the answer says why it is not used", () => {
    const outlook = answer(cumulative(snapshots(amounts(45), QUARTER_ENDS)));
    expect(outlook.forecast.tier).toBe("shares");
    expect(outlook.notes).toContainEqual({
      code: "historyTooSparse",
      values: { reason: "tooFewFigures" },
    });
  });
});

describe("a year to date beside the months", () => {
  const first = 2020 * 12;
  const sumsOf = (values: readonly (number | undefined)[], sum: number, through: number) =>
    knownSums(
      {
        periodsPerYear: 12,
        first,
        values,
        isCumulative: false,
        yearToDate: { through: first + through, sum },
      },
      first + 11,
    )?.sums;

  test("tells what the months after the history have together", () => {
    expect(sumsOf([1, 2, 3], 15, 4)).toEqual([
      { from: 0, length: 1, sum: 1 },
      { from: 1, length: 1, sum: 2 },
      { from: 2, length: 1, sum: 3 },
      { from: 3, length: 2, sum: 9 },
    ]);
  });

  test("tells the only month that is missing", () => {
    expect(sumsOf([20.1, undefined, 21.3, 22.6], 88.4, 3)?.[1]).toEqual({ from: 1, length: 1, sum: 24.4 });
  });

  test.each<[string, readonly (number | undefined)[], number]>([
    ["no month is missing", [1, 2, 3], 6],
    ["months at two places are", [1, undefined, 3, undefined, 5], 20],
    ["less than nothing is left for them", [4, undefined, 3], 6],
  ])("tells nothing where %s", (_, values, sum) => {
    expect(sumsOf(values, sum, values.length - 1)).toEqual(
      values.flatMap((value, from) => (value === undefined ? [] : [{ from, length: 1, sum: value }])),
    );
  });

  test("carries a history on that ends two months before it", () => {
    const months = amounts(103);
    const booked = total(months.slice(96));
    const question = asked(months.slice(0, 101), {
      position: positionThrough(2016 * 12 + 102, { startMonth: 1, periodsPerYear: 12 }),
      figures: { ytd: parseFigure(booked, { role: "amount", path: "ytd" }) },
    });
    const { forecast, ...rest } = answer(question);
    expect(forecast.tier).toBe("history");
    expect(codesOf(rest)).toContain("sumsSpread");
    const actual = forecast.path.slice(0, 7).map(({ value = Number.NaN }) => value);
    expect(actual.slice(0, 5)).toEqual(months.slice(96, 101));
    expect(total(actual) / booked).toBeCloseTo(1, 12);
    expect(forecast.path[6]?.cumulative).toBe(booked);
    const whole = answer(asked(months)).forecast;
    expect(Math.abs(forecast.median / whole.median - 1)).toBeLessThan(0.02);
  });

  test("carries a level on with its latest value and the gap before it", () => {
    const levels = amounts(101, { noise: 0.01 });
    const latest = (levels.at(-1) as number) * 1.01;
    const question = asked(levels, {
      aggregation: "last",
      position: positionThrough(2016 * 12 + 102, { startMonth: 1, periodsPerYear: 12 }),
      figures: { ytd: parseFigure(latest, { role: "amount", path: "ytd" }) },
    });
    const told = toldHistory(question, readReport(question, knowledge));
    expect(told?.values).toEqual([...levels, undefined, latest]);
    expect(told?.yearToDate).toBeUndefined();
  });
});
