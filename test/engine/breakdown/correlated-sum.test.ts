import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distributionOf, sumOfParts } from "../../../src/engine/breakdown/correlated-sum.ts";
import type { PartForecast } from "../../../src/engine/breakdown/part-forecast.ts";
import { levelPart, logPart, simulatedSum } from "./simulated-sum.ts";

const anyPart = fc
  .record({
    size: fc.integer({ min: 1, max: 10_000 }),
    bookedShare: fc.integer({ min: 0, max: 95 }),
    scale: fc.integer({ min: 0, max: 100 }),
    df: fc.integer({ min: 21, max: 400 }),
    canFall: fc.boolean(),
  })
  .map(({ size, bookedShare, scale, df, canFall }) =>
    canFall
      ? levelPart(size, (size * scale) / 100, df / 10)
      : logPart(size, bookedShare / 100, scale / 100, df / 10),
  );
const anyParts = fc.array(anyPart, { minLength: 1, maxLength: 12 });
const anyCorrelation = fc.integer({ min: 0, max: 99 }).map((percent) => percent / 100);

const near = (actual: number, wanted: number, size: number): void => {
  expect(Math.abs(actual - wanted)).toBeLessThanOrEqual(1e-9 * size);
};

describe("the sum of correlated parts", () => {
  test("one part alone is itself", () => {
    fc.assert(
      fc.property(anyPart, anyCorrelation, (part, correlation) => {
        expect(sumOfParts([part], correlation)).toEqual(part);
      }),
    );
  });

  test("a part beside amounts that are certain keeps its shape", () => {
    const part = logPart(100, 0.4, 0.2, 4);
    const actual: PartForecast = { booked: 50, median: 50, lower: 50, upper: 50, degreesOfFreedom: 7 };
    const sum = sumOfParts([actual, part, actual], 0.3);
    expect(sum.booked).toBe(140);
    for (const key of ["median", "lower", "upper"] as const)
      expect(sum[key]).toBeCloseTo(part[key] + 100, 10);
    expect(sum.degreesOfFreedom).toBeCloseTo(4, 10);
  });

  test("certain parts add up to a certain amount", () => {
    const actual: PartForecast = { booked: 50, median: 50, lower: 50, upper: 50, degreesOfFreedom: 7 };
    const sum = sumOfParts([actual, actual], 0.3);
    expect(sum).toMatchObject({ booked: 100, median: 100, lower: 100, upper: 100 });
    const { survival, quantile } = distributionOf(sum);
    expect([survival(100), survival(100.001), quantile(0.01)]).toEqual([1, 0, 100]);
    expect(sumOfParts([], 0.3)).toMatchObject({ booked: 0, median: 0, lower: 0, upper: 0 });
  });

  test("stays in order, above what is booked, and within the sums of the bounds", () => {
    fc.assert(
      fc.property(anyParts, anyCorrelation, (parts, correlation) => {
        const sum = sumOfParts(parts, correlation);
        const total = (key: "booked" | "lower" | "upper") => parts.reduce((all, part) => all + part[key], 0);
        expect(sum.booked).toBe(total("booked"));
        expect(sum.lower).toBeGreaterThanOrEqual(total("lower") - 1e-9 * total("upper"));
        expect(sum.upper).toBeLessThanOrEqual(total("upper") * (1 + 1e-9));
        expect(sum.median).toBeGreaterThanOrEqual(sum.lower);
        expect(sum.upper).toBeGreaterThanOrEqual(sum.median);
        expect(sum.degreesOfFreedom).toBeGreaterThan(2);
      }),
      { numRuns: 500 },
    );
  });

  test("does not depend on the order of the parts, and scales with the unit", () => {
    fc.assert(
      fc.property(anyParts, anyCorrelation, (parts, correlation) => {
        const sum = sumOfParts(parts, correlation);
        const turned = sumOfParts([...parts].reverse(), correlation);
        const scaled = sumOfParts(
          parts.map((part) => ({
            ...part,
            booked: part.booked * 1000,
            median: part.median * 1000,
            lower: part.lower * 1000,
            upper: part.upper * 1000,
          })),
          correlation,
        );
        const size = parts.reduce((all, { upper, lower }) => all + Math.abs(upper) + Math.abs(lower), 0);
        for (const key of ["median", "lower", "upper"] as const) {
          near(turned[key], sum[key], size);
          near(scaled[key] / 1000, sum[key], size);
        }
      }),
    );
  });

  test("parts that go together add up quantile by quantile", () => {
    const parts = [logPart(100, 0.4, 0.2, 4), logPart(30, 0.1, 0.5, 4), levelPart(60, 5, 4)];
    const sum = sumOfParts(parts, 1 - 1e-12);
    for (const key of ["median", "lower", "upper"] as const)
      expect(sum[key]).toBeCloseTo(
        parts.reduce((all, part) => all + part[key], 0),
        6,
      );
    expect(sum.degreesOfFreedom).toBeCloseTo(4, 6);
  });

  test("independence understates the spread of the total, and takes the chance of a far target away", () => {
    const parts = Array.from({ length: 5 }, () => logPart(100, 0.4, 0.15, 5));
    const widths = [0, 0.3, 0.6, 0.9].map((correlation) => {
      const { lower, upper } = sumOfParts(parts, correlation);
      return upper - lower;
    });
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
    const chance = (correlation: number) => distributionOf(sumOfParts(parts, correlation)).survival(540);
    expect(chance(0.3)).toBeGreaterThan(1.5 * chance(0));
    // Each part reaching its fifth of the target is neither the total reaching it nor a product of chances.
    const one = distributionOf(parts[0] as PartForecast).survival(108);
    expect(chance(0.3)).toBeGreaterThan(10 * one ** 5);
  });
});

/**
 * The obvious version: 20,000 draws, whose own error is below 0.01. Tolerances are those that the function states for
 * scales up to 0.2; the last rows are beyond.
 */
describe("against simulation with a Gaussian copula", () => {
  const LEVELS = [0.02, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.98];
  const DRAWS = 20_000;
  const equal = (n: number, scale: number, df: number) =>
    Array.from({ length: n }, () => logPart(100, 0.4, scale, df));
  const uneven = (n: number, scale: number, df: number) =>
    Array.from({ length: n }, (_, i) =>
      logPart(100 / (i + 1) ** 1.3, (i % 4) / 5, scale * (0.6 + 0.45 * (i % 3)), df),
    );
  const falling = (n: number, scale: number, df: number) =>
    Array.from({ length: n }, (_, i) => levelPart(100, scale * 100 * (1 + (i % 2)), df));
  test.each<[string, readonly PartForecast[], number, number]>([
    ["two products", equal(2, 0.1, 4), 0.3, 0.02],
    ["two that are independent", equal(2, 0.2, 4), 0, 0.03],
    ["three products of different size", uneven(3, 0.15, 3), 0.3, 0.03],
    ["six, closely tied", uneven(6, 0.2, 3.5), 0.8, 0.02],
    ["six with heavy tails", equal(6, 0.2, 2.5), 0.3, 0.04],
    ["twelve products", uneven(12, 0.1, 4), 0.3, 0.02],
    ["twelve that are independent", equal(12, 0.1, 4), 0, 0.03],
    ["twelve that are nearly normal", equal(12, 0.15, 40), 0.5, 0.02],
    ["34 provinces", uneven(34, 0.15, 3.5), 0.3, 0.03],
    ["34 provinces that are independent", equal(34, 0.1, 3), 0, 0.05],
    ["parts that can fall", falling(5, 0.1, 4), 0.3, 0.02],
    ["parts that can fall beside parts that cannot", [...falling(2, 0.1, 4), ...equal(3, 0.2, 5)], 0.4, 0.02],
    ["wide parts", uneven(6, 0.35, 4), 0.3, 0.065],
    ["very wide parts", equal(6, 0.6, 6), 0.5, 0.065],
  ])("%s", (_, parts, correlation, tolerance) => {
    const draws = simulatedSum(parts, correlation, { draws: DRAWS });
    const sum = sumOfParts(parts, correlation);
    const { survival } = distributionOf(sum);
    const at = (level: number) => draws[Math.floor(level * DRAWS)] as number;
    for (const level of LEVELS)
      expect(Math.abs(1 - survival(at(level)) - level), `at ${level}`).toBeLessThanOrEqual(tolerance);
    // A quantile's error, as a part of the 80% interval, is what the probability's error makes of it there.
    const width = at(0.9) - at(0.1);
    expect(Math.abs(sum.median - at(0.5)) / width).toBeLessThanOrEqual(tolerance);
    expect(Math.abs(sum.lower - at(0.1)) / width).toBeLessThanOrEqual(2 * tolerance);
    expect(Math.abs(sum.upper - at(0.9)) / width).toBeLessThanOrEqual(4 * tolerance);
  });
});
