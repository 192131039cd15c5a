import { describe, expect, test } from "vitest";
import type { Distribution } from "../../../src/engine/forecast/distribution.ts";
import type { Backtest } from "../../../src/engine/outlook-types.ts";
import { BACKTEST_LEVEL, backtest, MOST_YEARS } from "../../../src/engine/scoring/backtest.ts";
import { crpsOfQuantiles, SCORED_LEVELS } from "../../../src/engine/scoring/crps.ts";
import { amounts, answer, asked, codesOf, historyForecast, total } from "../forecast/history-cases.ts";

/** From January 2016 to April 2024. */
const HISTORY = amounts(100);
const tested = (...question: Parameters<typeof asked>): Backtest => {
  const [values, rest] = question;
  const { backtest: found } = answer(asked(values, { ...rest, backtest: true })).forecast;
  if (!found) throw new Error("there is no backtest");
  return found;
};

describe("the backtest", () => {
  test("tells for each year what would have been told then", () => {
    const { years, elapsed } = tested(HISTORY);
    expect(elapsed).toBe(4);
    // The first two years and their first months are what the methods need before they forecast.
    expect(years.map(({ fiscalYear }) => fiscalYear)).toEqual([2018, 2019, 2020, 2021, 2022, 2023]);
    for (const { fiscalYear, fullYear, ...told } of years) {
      const start = (fiscalYear - 2016) * 12;
      const { distribution } = historyForecast(asked(HISTORY.slice(0, start + 4)));
      expect(told.median).toBeCloseTo(distribution.median, 6);
      expect(told.lower).toBeCloseTo(distribution.quantile(0.1), 6);
      expect(told.upper).toBeCloseTo(distribution.quantile(0.9), 6);
      expect(fullYear).toBeCloseTo(total(HISTORY.slice(start, start + 12)), 9);
      expect(told.level).toBe(BACKTEST_LEVEL);
      expect(told.inside).toBe(told.lower <= fullYear && fullYear <= told.upper);
      expect(told.percentError).toBeCloseTo((fullYear - told.median) / fullYear, 12);
      const quantiles = SCORED_LEVELS.map((level) => distribution.quantile(level));
      expect(told.crps).toBeCloseTo(crpsOfQuantiles({ quantiles, observed: fullYear }), 6);
    }
  });

  test("sums its rows up", () => {
    for (const found of [
      tested(HISTORY),
      tested(amounts(30, { period: 4, noise: 0.2 }), { period: 4 }),
      tested(HISTORY, { aggregation: "average", startMonth: 7 }),
    ]) {
      const { years } = found;
      const meanOf = (values: readonly number[]) => total(values) / years.length;
      expect(found.coverage).toBeCloseTo(meanOf(years.map(({ inside }) => Number(inside))), 12);
      expect(found.meanCrps).toBeCloseTo(meanOf(years.map(({ crps }) => crps)), 12);
      expect(found.meanAbsolutePercentError).toBeCloseTo(
        meanOf(years.map(({ percentError = Number.NaN }) => Math.abs(percentError))),
        12,
      );
    }
  });

  test("of means compares means", () => {
    const { years } = tested(HISTORY, { aggregation: "average" });
    expect(years.at(-1)?.fullYear).toBeCloseTo(total(HISTORY.slice(84, 96)) / 12, 9);
    expect(Math.abs(years.at(-1)?.percentError as number)).toBeLessThan(0.2);
  });

  test("does not see what came later", () => {
    const changed = HISTORY.map((value, t) => (t < 64 ? value : value * 3));
    const untouched = ({ years }: Backtest) => years.filter(({ fiscalYear }) => fiscalYear < 2021);
    expect(untouched(tested(changed))).toEqual(untouched(tested(HISTORY)));
  });

  test("goes back over the latest years alone", () => {
    const { years } = tested(amounts(300));
    expect(years).toHaveLength(MOST_YEARS);
    expect(years[0]?.fiscalYear).toBe(2016 + 25 - MOST_YEARS);
  });

  test("years without enough history are left out, and that there is none is told", () => {
    expect(tested(amounts(40)).years.map(({ fiscalYear }) => fiscalYear)).toEqual([2018]);
    const none = answer(asked(amounts(30), { backtest: true }));
    expect(none.forecast.tier).toBe("history");
    expect(none.forecast.backtest).toBeUndefined();
    expect(codesOf(none)).toContain("backtestTooShort");
    expect(codesOf(answer(asked(HISTORY)))).not.toContain("backtestTooShort");
  });
});

describe("the score of a year", () => {
  const sure = (value: number): Distribution => ({
    median: value,
    quantile: (level) => value + level - 1 / 2,
    survival: (bound) => Number(bound <= value),
  });
  const history = {
    periodsPerYear: 4,
    first: 2020 * 4,
    values: new Float64Array(14).fill(5),
    filled: [],
  } as const;
  const frame = asked(Array.from(history.values), { period: 4 });

  test("is by what the forecaster says of it", () => {
    const told = { ...frame, position: { ...frame.position, year: 2023 } };
    const found = backtest(told, history, ({ position }) => sure(position.year === 2021 ? 20 : 25));
    expect(
      found?.years.map(({ fiscalYear, fullYear, inside, percentError }) => [
        fiscalYear,
        fullYear,
        inside,
        percentError,
      ]),
    ).toEqual([
      [2021, 20, true, 0],
      [2022, 20, false, -0.25],
    ]);
    expect(found).toMatchObject({ coverage: 0.5, meanAbsolutePercentError: 0.125 });
  });

  test("has no error in percent of a year that came to nothing, or to less", () => {
    const values = Float64Array.from({ length: 14 }, (_, t) => (t < 4 ? 5 : t < 8 ? 0 : -1));
    const told = { ...frame, position: { ...frame.position, year: 2023 } };
    const found = backtest(told, { ...history, values }, () => sure(3));
    expect(found?.years.map(({ fullYear }) => fullYear)).toEqual([0, -4]);
    for (const year of found?.years ?? []) {
      expect(year).not.toHaveProperty("percentError");
      expect(year.crps).toBeGreaterThan(0);
    }
    expect(found).not.toHaveProperty("meanAbsolutePercentError");
  });

  test("is not given where the forecaster has nothing to say", () => {
    const told = { ...frame, position: { ...frame.position, year: 2023 } };
    expect(backtest(told, history, () => undefined)).toBeUndefined();
  });
});
