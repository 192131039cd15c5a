import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Influence, influencesOn } from "../../../src/engine/breakdown/influence.ts";
import { NORMAL_SCORE_90, type PartForecast } from "../../../src/engine/breakdown/part-forecast.ts";
import { levelPart, logPart, shareAtLeast, simulatedSum } from "./simulated-sum.ts";

const parts = [
  logPart(200, 0.4, 0.2, 4),
  logPart(100, 0.3, 0.1, 5),
  logPart(60, 0.5, 0.3, 4),
  levelPart(20, 6, 5),
];

/** The obvious version: the part is put at its quantile, and the others are drawn given that. */
describe("against simulation with a Gaussian copula", () => {
  test.each([0, 0.3, 0.7])("with correlation %s", (correlation) => {
    const target = 395;
    const answer = influencesOn(target, parts, correlation);
    const all = simulatedSum(parts, correlation, { draws: 20_000 });
    expect(Math.abs(answer.probability - shareAtLeast(all, target))).toBeLessThan(0.02);
    answer.parts.forEach(({ atLower, atUpper }, part) => {
      const given = (score: number) =>
        shareAtLeast(
          simulatedSum(parts, correlation, { draws: 20_000, seed: 7, given: { part, score } }),
          target,
        );
      expect(Math.abs(atLower - given(-NORMAL_SCORE_90))).toBeLessThan(0.04);
      expect(Math.abs(atUpper - given(NORMAL_SCORE_90))).toBeLessThan(0.04);
    });
    expect(answer.strongest).toBe(0);
  });
});

test("shares of the variance add up to 1, by V1 / (1'V1)", () => {
  // Deviations 3 and 1 at correlation 0.5: 3 (1.5 + 2) and 1 (0.5 + 2) of 13.
  const two = [levelPart(50, 3, 1e7), levelPart(50, 1, 1e7)];
  const [a, b] = influencesOn(100, two, 0.5).parts as [Influence, Influence];
  expect(a.varianceShare).toBeCloseTo(10.5 / 13, 6);
  expect(b.varianceShare).toBeCloseTo(2.5 / 13, 6);
});

test("one part alone decides: its own quantile reaches the target or not", () => {
  const part = logPart(100, 0.4, 0.2, 4);
  const { probability, parts: influences, strongest } = influencesOn(110, [part], 0.3);
  expect(influences).toEqual([{ atLower: 0, atUpper: 1, swing: 1, varianceShare: 1 }]);
  expect(strongest).toBe(0);
  expect(probability).toBeGreaterThan(0.1);
});

test("a target that is booked, and parts that are certain, are moved by nothing", () => {
  const booked = influencesOn(50, [logPart(100, 0.4, 0.2, 4), logPart(60, 0.5, 0.2, 4)], 0.3);
  expect(booked.probability).toBe(1);
  expect(booked.strongest).toBeUndefined();
  const actual: PartForecast = { booked: 50, median: 50, lower: 50, upper: 50, degreesOfFreedom: 7 };
  expect(influencesOn(99, [actual, actual], 0.3)).toEqual({
    probability: 1,
    parts: [
      { atLower: 1, atUpper: 1, swing: 0, varianceShare: 0 },
      { atLower: 1, atUpper: 1, swing: 0, varianceShare: 0 },
    ],
  });
});

test("a good end of any part never lowers the chance, and the shares add up", () => {
  const anyPart = fc
    .record({
      size: fc.integer({ min: 10, max: 1000 }),
      bookedShare: fc.integer({ min: 0, max: 90 }),
      scale: fc.integer({ min: 1, max: 50 }),
      df: fc.integer({ min: 24, max: 100 }),
    })
    .map(({ size, bookedShare, scale, df }) => logPart(size, bookedShare / 100, scale / 100, df / 10));
  fc.assert(
    fc.property(
      fc.array(anyPart, { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 0, max: 95 }),
      fc.integer({ min: 80, max: 130 }),
      (some, correlation, percent) => {
        const target = (some.reduce((sum, { median }) => sum + median, 0) * percent) / 100;
        const answer = influencesOn(target, some, correlation / 100);
        for (const { atLower, atUpper, swing } of answer.parts) {
          expect(swing).toBe(atUpper - atLower);
          expect(swing).toBeGreaterThanOrEqual(0);
        }
        expect(answer.parts.reduce((sum, { varianceShare }) => sum + varianceShare, 0)).toBeCloseTo(1, 9);
      },
    ),
  );
});
