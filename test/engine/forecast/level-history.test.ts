import fc from "fast-check";
import { describe, expect, test } from "vitest";
import priors from "../../../data/priors/levels.json" with { type: "json" };
import {
  type LevelHistoryAsk,
  type LevelHistoryForecast,
  levelHistoryForecast,
} from "../../../src/engine/forecast/level-history.ts";
import { levelSamplePaths } from "../../../src/engine/forecast/level-sample-paths.ts";
import { DRAWS } from "../../../src/engine/forecast/normal-draws.ts";
import { normalDraws } from "../history/random.ts";

const LEVELS = [0.025, 0.1, 0.5, 0.9, 0.975];

/** Monthly amounts around zero, with season and noise. */
function balance(seed: number, count: number): Float64Array {
  const normal = normalDraws(seed);
  return Float64Array.from(
    { length: count },
    (_, t) => 10 * Math.sin((2 * Math.PI * t) / 12) + 4 * normal() - 1,
  );
}

/** Flows that are above zero with few exceptions; the months of `dead` (0 to 11) bring nothing. */
function flows(seed: number, count: number, dead: readonly number[] = []): Float64Array {
  const normal = normalDraws(seed);
  return Float64Array.from({ length: count }, (_, t) => {
    const amount = 100 + 40 * Math.sin((2 * Math.PI * t) / 12) + 50 * normal();
    return dead.includes(t % 12) ? 0 : Math.max(0, amount);
  });
}

type Known = Partial<Omit<LevelHistoryAsk, "history">> & { values: Float64Array; periodsPerYear?: 12 | 4 };
const forecastWhereLong = ({ values, periodsPerYear = 12, ...known }: Known) =>
  levelHistoryForecast({
    history: { periodsPerYear, first: 2015 * periodsPerYear, values, filled: [] },
    remaining: 8,
    horizon: 8,
    aggregation: "sum",
    booked: 0,
    priors,
    ...known,
  });
const forecast = (known: Known): LevelHistoryForecast => forecastWhereLong(known) as LevelHistoryForecast;

const quantilesOf = ({ distribution }: LevelHistoryForecast): number[] =>
  LEVELS.map((level) => distribution.quantile(level));
/** The methods search for their parameters, which are the same to some digits only. */
function expectSame(actual: readonly number[], wanted: readonly number[]): void {
  const width = (wanted[3] as number) - (wanted[1] as number);
  expect(actual).toHaveLength(wanted.length);
  for (const [i, quantile] of actual.entries())
    expect(Math.abs(quantile - (wanted[i] as number)) / Math.abs(width)).toBeLessThan(1e-4);
}
const seed = fc.integer({ min: 1, max: 1e6 });
const few = { numRuns: 20 };

describe("amounts of either sign", () => {
  test("all values moved by a constant move the answer by as much a period", () => {
    fc.assert(
      fc.property(seed, fc.integer({ min: -30, max: 30 }), (drawn, move) => {
        // Far enough from zero on either side that moving makes nothing non-negative.
        const values = balance(drawn, 64).map((value, t) => (t === 40 ? -200 : value));
        const before = quantilesOf(forecast({ values }));
        const after = quantilesOf(forecast({ values: values.map((value) => value + move) }));
        expectSame(
          after,
          before.map((quantile) => quantile + 8 * move),
        );
      }),
      few,
    );
  });

  test("the sign turned round turns the answer round", () => {
    fc.assert(
      fc.property(seed, (drawn) => {
        const values = balance(drawn, 64);
        const own = forecast({ values, booked: 7 });
        const mirrored = forecast({ values: values.map((value) => -value), booked: -7 });
        expectSame(
          quantilesOf(mirrored),
          quantilesOf(own)
            .map((quantile) => -quantile)
            .reverse(),
        );
        expect(mirrored.distribution.survival(-3)).toBeCloseTo(1 - own.distribution.survival(3), 4);
      }),
      few,
    );
  });

  test("amounts of another unit change nothing but the unit", () => {
    const values = balance(5, 64);
    const large = forecast({ values: values.map((value) => 1e6 * value), booked: 2e6 });
    expectSame(
      quantilesOf(large).map((quantile) => quantile / 1e6),
      quantilesOf(forecast({ values, booked: 2 })),
    );
  });

  test("a base of zero or below gives a forecast, and its sign is not lost", () => {
    const deficit = balance(11, 64).map((value) => value - 20);
    const { distribution } = forecast({ values: deficit, booked: -90 });
    expect(distribution.median).toBeLessThan(-90);
    expect(distribution.survival(0)).toBeLessThan(0.01);
    const noneAtAll = deficit.map((value, t) => (t >= 48 && t < 60 ? 0 : value));
    expect(forecast({ values: noneAtAll }).distribution.quantile(0.1)).toBeLessThan(0);
  });
});

describe("flows with zeros", () => {
  test("the year does not end below what is booked", () => {
    fc.assert(
      fc.property(seed, fc.integer({ min: 1, max: 11 }), (drawn, remaining) => {
        const values = flows(drawn, 72 - remaining);
        const { distribution } = forecast({ values, booked: 500, remaining, horizon: remaining });
        expect(distribution.quantile(1e-6)).toBeGreaterThanOrEqual(500);
        expect(distribution.survival(500)).toBe(1);
        expect(distribution.survival(499)).toBe(1);
      }),
      few,
    );
  });

  test("months that never bring anything bring nothing", () => {
    const { path } = forecast({ values: flows(3, 64, [5, 6, 7]), horizon: 20 });
    expect([...path.values].map((value) => value === 0)).toEqual(
      Array.from({ length: 20 }, (_, step) => [5, 6, 7].includes((64 + step) % 12)),
    );
    expect(path.steps).toHaveLength(14);
  });
});

describe("stocks", () => {
  test("of positive values are worked with in logs and stay above zero", () => {
    const values = flows(8, 64).map((value, t) => 1000 + 5 * t + value);
    const own = forecast({ values, aggregation: "last" });
    expect(own.path.isLog).toBe(true);
    expect(own.distribution.survival(0)).toBe(1);
    const large = forecast({ values: values.map((value) => 1e6 * value), aggregation: "last" });
    expect(large.distribution.median / own.distribution.median / 1e6).toBeCloseTo(1, 4);
    const [, low, median, high] = quantilesOf(own) as [number, number, number, number];
    expect(low).toBeLessThan(median);
    expect(high).toBeGreaterThan(median);
    expect(own.path.values[7]).toBeCloseTo(median, 6);
  });

  test("that were below zero move with a constant", () => {
    const values = balance(21, 64);
    const before = quantilesOf(forecast({ values, aggregation: "last" }));
    const after = quantilesOf(forecast({ values: values.map((value) => value - 5), aggregation: "last" }));
    expectSame(
      after,
      before.map((quantile) => quantile - 5),
    );
  });
});

test("short histories and those without any error step aside", () => {
  expect(forecastWhereLong({ values: balance(1, 25) })).toBeUndefined();
  expect(forecastWhereLong({ values: balance(1, 26) })).toBeDefined();
  expect(forecastWhereLong({ values: new Float64Array(64) })).toBeUndefined();
  expect(forecastWhereLong({ values: new Float64Array(64).fill(5), aggregation: "last" })).toBeUndefined();
});

test("quarters are a year of four", () => {
  const values = balance(9, 22);
  const { path, members } = forecast({ values, periodsPerYear: 4, remaining: 2, horizon: 6 });
  expect(path.values).toHaveLength(6);
  expect(members.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
});

test("the median is the weighted mean of the members", () => {
  const { distribution, members } = forecast({ values: balance(4, 64), booked: 12 });
  const mean = members.reduce((sum, { fullYear, weight }) => sum + weight * fullYear, 0);
  expect(distribution.median).toBeCloseTo(mean, 9);
  expect(new Set(members.map(({ method }) => method)).size).toBe(members.length);
  expect(members.map(({ method }) => method)).not.toContain("exponentialSmoothing");
});

describe("joint sample", () => {
  const cases = [
    ["a balance", balance(2, 64), "sum"],
    ["flows with zeros", flows(2, 64), "sum"],
    ["flows with a dead season", flows(2, 64, [5, 6, 7]), "sum"],
    ["a positive stock", flows(2, 64).map((value) => value + 500), "last"],
    ["a stock that was below zero", balance(2, 64), "last"],
  ] as const;

  test.each(cases)("of %s adds up to the distribution of the year", (_, values, aggregation) => {
    const booked = aggregation === "sum" ? 40 : 0;
    const own = forecast({ values, aggregation, booked, horizon: 20 });
    const paths = levelSamplePaths({ ...own, remaining: 8, aggregation });
    const years = Array.from({ length: DRAWS }, (_, i) => {
      const year = paths.subarray(20 * i, 20 * i + 8);
      return booked + (aggregation === "sum" ? year.reduce((a, b) => a + b, 0) : (year[7] as number));
    });
    expect(years).toEqual([...years].sort((a, b) => a - b));
    const width = own.distribution.quantile(0.9) - own.distribution.quantile(0.1);
    for (const rank of [5, 60, 200, 256, 400, 480, 505]) {
      const quantile = own.distribution.quantile((rank + 0.5) / DRAWS);
      expect(Math.abs((years[rank] as number) - quantile) / width).toBeLessThan(0.002);
    }
    if (own.path.isNonNegative) expect(paths.every((amount) => amount >= 0)).toBe(true);
  });

  test("is the same every time, and errors grow towards the year's end", () => {
    const own = forecast({ values: balance(2, 64), horizon: 12 });
    const paths = levelSamplePaths({ ...own, remaining: 8, aggregation: "sum" });
    expect(levelSamplePaths({ ...own, remaining: 8, aggregation: "sum" })).toEqual(paths);
    const stock = forecast({
      values: balance(2, 64).map((value, t) => value + 6 * t + 100),
      aggregation: "last",
    });
    const sample = levelSamplePaths({ ...stock, remaining: 8, aggregation: "last" });
    const spread = (step: number): number => {
      const amounts = Array.from({ length: DRAWS }, (_, i) => Math.log(sample[8 * i + step] as number));
      const mean = amounts.reduce((a, b) => a + b, 0) / DRAWS;
      return Math.sqrt(amounts.reduce((sum, amount) => sum + (amount - mean) ** 2, 0) / DRAWS);
    };
    expect(spread(0)).toBeLessThan(spread(7));
  });
});
