import fc from "fast-check";
import { expect, test } from "vitest";
import { distributionOf } from "../../../src/engine/breakdown/part-distribution.ts";
import type { PartForecast } from "../../../src/engine/breakdown/part-forecast.ts";
import { remainderDistribution } from "../../../src/engine/forecast/remainder-distribution.ts";
import { levelPart, logPart } from "./simulated-sum.ts";

const shapes: readonly [string, PartForecast][] = [
  ["a flow", logPart(100, 0.4, 0.2, 3.4)],
  ["a flow with nothing booked", logPart(100, 0, 0.5, 5)],
  ["a balance that can fall", levelPart(100, 20, 3.4)],
  ["a balance below zero", levelPart(-100, 20, 3.4)],
  ["a flow whose two sides differ", { booked: 40, median: 100, lower: 80, upper: 160, degreesOfFreedom: 4 }],
];

test.each(shapes)("%s keeps its three quantiles, and quantile and survival are inverse", (_, part) => {
  const { quantile, survival, median } = distributionOf(part);
  expect(median).toBe(part.median);
  expect(quantile(0.5)).toBe(part.median);
  expect(quantile(0.1)).toBeCloseTo(part.lower, 9);
  expect(quantile(0.9)).toBeCloseTo(part.upper, 9);
  let last = Number.NEGATIVE_INFINITY;
  for (const level of [1e-6, 0.001, 0.1, 0.3, 0.499, 0.5, 0.501, 0.7, 0.9, 0.999]) {
    expect(quantile(level)).toBeGreaterThan(last);
    last = quantile(level);
    expect(survival(last)).toBeCloseTo(1 - level, 10);
  }
});

test("with equal sides it is the distribution of a remainder", () => {
  const wanted = remainderDistribution({
    booked: 40,
    logRemainder: Math.log(60),
    scale: 0.2,
    degreesOfFreedom: 3.4,
  });
  const actual = distributionOf(logPart(100, 0.4, 0.2, 3.4));
  for (const level of [0.01, 0.3, 0.5, 0.8, 0.99])
    expect(actual.quantile(level)).toBeCloseTo(wanted.quantile(level), 9);
  for (const value of [40, 41, 70, 100, 130, 400])
    expect(actual.survival(value)).toBeCloseTo(wanted.survival(value), 12);
});

test("what is booked is certain, and nothing lies below it", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1000 }),
      fc.integer({ min: 1, max: 300 }),
      fc.integer({ min: 21, max: 300 }),
      (booked, scale, df) => {
        const { quantile, survival } = distributionOf(logPart(2 * booked, 0.5, scale / 100, df / 10));
        expect(survival(booked)).toBe(1);
        expect(survival(booked - 1)).toBe(1);
        expect(quantile(1e-9)).toBeGreaterThanOrEqual(booked);
      },
    ),
  );
});

test("a 10% quantile that is already booked makes a floor, not an error", () => {
  const { quantile, survival } = distributionOf({
    booked: 100,
    median: 104,
    lower: 100,
    upper: 120,
    degreesOfFreedom: 5,
  });
  expect(survival(100)).toBe(1);
  expect(quantile(0.001)).toBe(100);
  expect(quantile(0.9)).toBeCloseTo(120, 9);
});
