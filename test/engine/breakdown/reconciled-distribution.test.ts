import fc from "fast-check";
import { expect, test } from "vitest";
import { distributionOf } from "../../../src/engine/breakdown/part-distribution.ts";
import { reconciledDistribution } from "../../../src/engine/breakdown/reconciled-distribution.ts";
import { levelPart, logPart } from "./simulated-sum.ts";

const own = distributionOf(logPart(120, 0.5, 0.2, 3.4));
const ofParts = distributionOf(logPart(110, 60 / 110, 0.1, 9));

const LEVELS = [0.001, 0.02, 0.1, 0.25, 0.5, 0.75, 0.9, 0.98, 0.999];

test("quantiles are averaged with the weights where the point is the average of the medians", () => {
  const { quantile, median } = reconciledDistribution({
    own,
    ofParts,
    ownWeight: 0.25,
    fullYear: 0.25 * 120 + 0.75 * 110,
    booked: 60,
  });
  expect(median).toBe(112.5);
  for (const level of LEVELS)
    expect(quantile(level)).toBeCloseTo(0.25 * own.quantile(level) + 0.75 * ofParts.quantile(level), 9);
});

test("the weight of all, and of nothing, is one of the two itself", () => {
  for (const [ownWeight, one] of [
    [1, own],
    [0, ofParts],
  ] as const) {
    const answer = reconciledDistribution({ own, ofParts, ownWeight, fullYear: one.median, booked: 60 });
    for (const level of LEVELS) expect(answer.quantile(level)).toBeCloseTo(one.quantile(level), 9);
    for (const value of [61, 100, 115, 180])
      expect(answer.survival(value)).toBeCloseTo(one.survival(value), 12);
  }
});

test("disagreement moves the middle and does not widen", () => {
  const low = distributionOf(levelPart(100, 5, 6));
  const high = distributionOf(levelPart(140, 5, 6));
  const answer = reconciledDistribution({
    own: low,
    ofParts: high,
    ownWeight: 0.5,
    fullYear: 120,
    booked: Number.NEGATIVE_INFINITY,
  });
  expect(answer.quantile(0.9) - answer.quantile(0.1)).toBeCloseTo(low.quantile(0.9) - low.quantile(0.1), 9);
});

test("quantiles rise, survival is their inverse, and what is booked is certain", () => {
  const part = fc.record({
    size: fc.integer({ min: 70, max: 1000 }),
    scale: fc.integer({ min: 1, max: 80 }),
    df: fc.integer({ min: 22, max: 200 }),
  });
  fc.assert(
    fc.property(
      part,
      part,
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 61, max: 1000 }),
      fc.boolean(),
      (a, b, percent, fullYear, canFall) => {
        const [one, other] = [a, b].map(({ size, scale, df }) =>
          distributionOf(
            canFall ? levelPart(size, scale, df / 10) : logPart(size, 60 / size, scale / 100, df / 10),
          ),
        ) as [typeof own, typeof own];
        const booked = canFall ? Number.NEGATIVE_INFINITY : 60;
        const { median, quantile, survival } = reconciledDistribution({
          own: one,
          ofParts: other,
          ownWeight: percent / 100,
          fullYear,
          booked,
        });
        expect(median).toBe(fullYear);
        expect(quantile(0.5)).toBeCloseTo(fullYear, 8);
        let last = booked;
        for (const level of LEVELS) {
          const value = quantile(level);
          expect(value).toBeGreaterThanOrEqual(last);
          last = value;
          // Above 60 by a hair, the amount itself no longer tells one level from the next.
          if (value > 60.001 || canFall) expect(Math.abs(survival(value) - (1 - level))).toBeLessThan(1e-8);
        }
        if (!canFall) expect([survival(60), survival(0)]).toEqual([1, 1]);
      },
    ),
    { numRuns: 200 },
  );
});

test("the quantile function is asked a few times for a probability, not many", () => {
  let asked = 0;
  const counted = { ...own, quantile: (level: number) => own.quantile(level + 0 * asked++) };
  const { survival } = reconciledDistribution({
    own: counted,
    ofParts,
    ownWeight: 0.4,
    fullYear: 114,
    booked: 60,
  });
  for (const value of [80, 100, 114, 130, 200]) survival(value);
  expect(asked / 5).toBeLessThan(20);
});

test("an amount that is certain, or all booked", () => {
  const certain = distributionOf({ booked: 90, median: 90, lower: 90, upper: 90, degreesOfFreedom: 5 });
  const both = reconciledDistribution({
    own: certain,
    ofParts: certain,
    ownWeight: 0.5,
    fullYear: 90,
    booked: 90,
  });
  expect([both.quantile(0.1), both.survival(90), both.survival(90.1)]).toEqual([90, 1, 0]);
  const onlyOne = reconciledDistribution({
    own: certain,
    ofParts,
    ownWeight: 0.5,
    fullYear: 100,
    booked: 60,
  });
  expect(onlyOne.survival(100)).toBeCloseTo(0.5, 9);
  const allBooked = reconciledDistribution({ own, ofParts, ownWeight: 0.5, fullYear: 60, booked: 60 });
  expect([allBooked.quantile(0.9), allBooked.survival(60), allBooked.survival(60.1)]).toEqual([60, 1, 0]);
});
