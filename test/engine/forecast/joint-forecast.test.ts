import { describe, expect, test } from "vitest";
import { intervalOf, type JointForecast, sumsOf } from "../../../src/engine/forecast/joint-forecast.ts";
import { jointPath, jointQuarters, nextFullYear } from "../../../src/engine/forecast/joint-path.ts";
import { DRAWS } from "../../../src/engine/forecast/normal-draws.ts";
import { sampleQuantile } from "../../../src/engine/forecast/sample-paths.ts";
import type { Question } from "../../../src/engine/question.ts";
import { amounts, asked, historyForecast, tierOf, total } from "./history-cases.ts";

const HISTORY = amounts(100);
const near = (value: number, expected: number, within: number): void =>
  expect(Math.abs(value / expected - 1), `${value} and ${expected}`).toBeLessThan(within);

/** As many paths as a sample has, each a multiple of one: everything that follows is known by heart. */
function multiples(path: readonly number[], remaining: number, reported: readonly number[]): JointForecast {
  const horizon = path.length;
  const paths = Float64Array.from(
    { length: DRAWS * horizon },
    (_, i) => ((Math.floor(i / horizon) + 0.5) / DRAWS) * 2 * (path[i % horizon] as number),
  );
  return {
    horizon,
    remaining,
    paths,
    central: Float64Array.from(path),
    reported: Float64Array.from(reported),
  };
}
const position = { year: 2024, startMonth: 1, periodsPerYear: 12, elapsed: 7 } as const;
const REPORTED = [10, 10, 10, 20, 20, 20, 5];
const year = { position, aggregation: "sum", ytd: 95 } as const;

describe("a sample of the coming periods", () => {
  test.each<[string, Question]>([
    ["months", asked(HISTORY)],
    ["quarters", asked(amounts(30, { period: 4 }), { period: 4 })],
    ["rough months beyond the year", asked(amounts(100, { noise: 0.3 }), { horizon: 30 })],
    ["means", asked(HISTORY, { aggregation: "average" })],
  ])("%s: agrees with the distribution of the year", (_, question) => {
    const { joint, distribution } = historyForecast(question);
    const { periodsPerYear } = question.position;
    const divisor = question.aggregation === "average" ? periodsPerYear : 1;
    const booked = total(joint.reported);
    const remainders = Array.from({ length: DRAWS }, (_, draw) =>
      total(joint.paths.subarray(draw * joint.horizon, draw * joint.horizon + joint.remaining)),
    );
    expect(remainders.every((sum, rank) => sum > (remainders[rank - 1] ?? 0))).toBe(true);
    for (const rank of [0, 12, 51, 128, 255, 256, 400, 461, 499, 511])
      near(
        booked + (remainders[rank] as number),
        distribution.quantile((rank + 0.5) / DRAWS) * divisor,
        0.003,
      );
    const { lower, upper } = intervalOf(sumsOf(joint, 0, joint.remaining), 0.8);
    near(booked + lower, distribution.quantile(0.1) * divisor, 1e-3);
    near(booked + upper, distribution.quantile(0.9) * divisor, 1e-3);
    near(booked + total(joint.central.subarray(0, joint.remaining)), distribution.median * divisor, 1e-12);
  });

  test("single periods stray more than their sum, and the later year more than this one", () => {
    const { joint } = historyForecast(asked(HISTORY, { horizon: 20 }));
    const width = (from: number, to: number) => {
      const sums = sumsOf(joint, from, to);
      const { lower, upper } = intervalOf(sums, 0.8);
      return (upper - lower) / sampleQuantile(sums, 0.5);
    };
    const year = width(0, 8);
    for (let step = 0; step < 8; step++) expect(width(step, step + 1)).toBeGreaterThan(year);
    expect(width(8, 20)).toBeGreaterThan(year);
  });

  test("a longer horizon leaves the nearer periods as they are", () => {
    const short = tierOf(asked(HISTORY)).joint;
    const long = tierOf(asked(HISTORY, { horizon: 30 })).joint;
    if (!short || !long) throw new Error("the history tier steps aside");
    for (let step = 0; step < 8; step++) {
      near(long.central[step] as number, short.central[step] as number, 1e-9);
      expect(sumsOf(long, step, step + 1)).toEqual(sumsOf(short, step, step + 1));
    }
  });
});

describe("the path", () => {
  // Five months to come, then the whole of the next year.
  const joint = multiples([...[1, 2, 3, 4, 5], ...new Array<number>(12).fill(10)], 5, REPORTED);
  const path = jointPath(year, joint);

  test("has every period once, reported ones first", () => {
    expect(path).toHaveLength(24);
    expect(path[0]).toEqual({ period: "2024-01", status: "actual", value: 10, cumulative: 10 });
    expect(path[6]).toEqual({ period: "2024-07", status: "actual", value: 5, cumulative: 95 });
    expect(path[7]).toMatchObject({ period: "2024-08", status: "forecast", value: 1, cumulative: 96 });
    expect(path[11]).toMatchObject({ period: "2024-12", value: 5, cumulative: 110 });
  });

  test("cumulative amounts begin anew with the next year", () => {
    expect(path[12]).toMatchObject({ period: "2025-01", value: 10, cumulative: 10 });
    expect(path[23]).toMatchObject({ period: "2025-12", value: 10, cumulative: 120 });
  });

  test("its intervals are those of single periods and of the year to date", () => {
    // Multiples run evenly from 0 to 2: four fifths of them lie between 0.2 and 1.8.
    expect(path[11]?.lower).toBeCloseTo(0.2 * 5, 9);
    expect(path[11]?.upper).toBeCloseTo(1.8 * 5, 9);
    expect(path[11]?.cumulativeLower).toBeCloseTo(95 + 0.2 * 15, 9);
    expect(path[11]?.cumulativeUpper).toBeCloseTo(95 + 1.8 * 15, 9);
    expect(path[13]?.cumulativeLower).toBeCloseTo(0.2 * 20, 9);
  });

  test("of means tells the mean so far", () => {
    const means = jointPath({ position, aggregation: "average", ytd: 95 / 7 }, joint);
    expect(means[3]?.cumulative).toBe(50 / 4);
    expect(means[11]?.cumulative).toBeCloseTo(110 / 12, 12);
    expect(means[11]?.cumulativeUpper).toBeCloseTo((95 + 1.8 * 15) / 12, 9);
    expect(means[13]?.cumulative).toBe(10);
  });

  test("of stocks has nothing to add up", () => {
    const levels = jointPath({ position, aggregation: "last", ytd: 5 }, joint);
    expect(levels[6]).toEqual({ period: "2024-07", status: "actual", value: 5, cumulative: 5 });
    expect(levels[11]).toMatchObject({ value: 5, cumulative: 5 });
    expect(levels[11]?.cumulativeUpper).toBe(levels[11]?.upper);
  });

  test("of a year whose first months are not known starts where they are", () => {
    const late = jointPath(year, { ...joint, reported: Float64Array.of(20, 5) });
    expect(late[0]).toEqual({ period: "2024-06", status: "actual", value: 20, cumulative: 95 });
    expect(late[2]).toMatchObject({ period: "2024-08", cumulative: 96 });
  });
});

describe("quarters and the year after", () => {
  const joint = multiples([...[1, 2, 3, 4, 5], ...new Array<number>(12).fill(10)], 5, REPORTED);

  test("reported, mixed and forecast quarters make the year", () => {
    const quarters = jointQuarters(year, joint);
    expect(quarters?.map(({ period, status, value }) => [period, status, value])).toEqual([
      ["2024-Q1", "actual", 30],
      ["2024-Q2", "actual", 60],
      ["2024-Q3", "forecast", 5 + 1 + 2],
      ["2024-Q4", "forecast", 3 + 4 + 5],
    ]);
    expect(quarters?.[2]?.lower).toBeCloseTo(5 + 0.2 * 3, 9);
    expect(quarters?.[3]?.upper).toBeCloseTo(1.8 * 12, 9);
  });

  test("are means where the year is one", () => {
    const quarters = jointQuarters({ position, aggregation: "average", ytd: 95 / 7 }, joint);
    expect(quarters?.map(({ value }) => value)).toEqual([10, 20, 8 / 3, 4]);
  });

  test.each([
    [
      "a quarterly year",
      { ...year, position: { ...position, periodsPerYear: 4, elapsed: 3 } as const },
      joint,
    ],
    ["a stock", { ...year, aggregation: "last" } as const, joint],
    ["a complete year", year, { ...joint, remaining: 0 }],
    ["months that are not all known", year, { ...joint, reported: Float64Array.of(20, 5) }],
    ["months that do not add up to the year to date", { ...year, ytd: 96 }, joint],
  ])("there are none of %s", (_, ofYear, forecast) => {
    expect(jointQuarters(ofYear, forecast)).toBeUndefined();
  });

  test("the year after is there where the horizon reaches its end", () => {
    const next = nextFullYear(year, joint, [0.8]);
    expect(next).toMatchObject({ fiscalYear: 2025 });
    expect(next?.median).toBeCloseTo(120, 9);
    expect(next?.intervals[0]?.lower).toBeCloseTo(0.2 * 120, 9);
    expect(nextFullYear({ ...year, aggregation: "average" }, joint, [0.8])?.median).toBeCloseTo(10, 9);
    expect(nextFullYear({ ...year, aggregation: "last" }, joint, [0.8])?.median).toBeCloseTo(10, 9);
    expect(nextFullYear(year, { ...joint, horizon: 16 }, [0.8])).toBeUndefined();
  });
});
