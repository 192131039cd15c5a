import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { carryOver } from "../../../src/engine/growth-scenarios/carry-over.ts";

const aLevel = fc.double({ min: 1, max: 1000, noNaN: true });
const sum = (levels: readonly number[]) => levels.reduce((total, level) => total + level, 0);

/** Levels that follow from rates of one period on the one before. */
function levelsOf(rates: readonly number[]): readonly number[] {
  let level = 100;
  return rates.map((rate) => {
    level *= 1 + rate;
    return level;
  });
}

describe.each([
  ["quarterly", 4],
  ["monthly", 12],
] as const)("carry-over of %s levels", (_, periods) => {
  const aYear = fc.array(aLevel, { minLength: periods, maxLength: periods });

  test("before the year it is last year's final level over its mean", () => {
    fc.assert(
      fc.property(aYear, (lastYear) => {
        const mean = sum(lastYear) / periods;
        expect(carryOver(lastYear, []).growth).toBeCloseTo((lastYear.at(-1) as number) / mean - 1, 9);
      }),
    );
  });

  test("once the year is complete it is the year's growth", () => {
    fc.assert(
      fc.property(aYear, aYear, (lastYear, thisYear) => {
        expect(carryOver(lastYear, thisYear).growth).toBeCloseTo(sum(thisYear) / sum(lastYear) - 1, 9);
        expect(carryOver(lastYear, thisYear).nextYear).toBeCloseTo(carryOver(thisYear, []).growth, 9);
      }),
    );
  });

  test("a period that stays at the latest level leaves it as it is", () => {
    fc.assert(
      fc.property(aYear, aYear, fc.integer({ min: 1, max: periods - 1 }), (lastYear, all, elapsed) => {
        const thisYear = all.slice(0, elapsed);
        const stayed = [...thisYear, thisYear.at(-1) as number];
        expect(carryOver(lastYear, stayed).growth).toBeCloseTo(carryOver(lastYear, thisYear).growth, 9);
      }),
    );
  });

  test("levels that never change carry nothing over", () => {
    const level = Array.from({ length: periods }, () => 7);
    expect(carryOver(level, level.slice(0, 2))).toEqual({ elapsed: 2, growth: 0, nextYear: 0 });
  });

  // Growth is about the sum of k/n times the rates of last year's k-th step after its first period and of
  // (n - k)/n times those of this year's k-th period, counted from 0: (q2 + 2 q3 + 3 q4)/4 + (4 q1 + 3 q2 + 2 q3 + q4)/4.
  test("small rates from one period to the next make it with their triangular weights", () => {
    const aRate = fc.double({ min: -0.002, max: 0.002, noNaN: true });
    const rates = fc.array(aRate, { minLength: periods, maxLength: periods });
    fc.assert(
      fc.property(rates, rates, (last, current) => {
        const levels = levelsOf([...last, ...current]);
        const lastYear = levels.slice(0, periods);
        const thisYear = levels.slice(periods);
        const ofLast = sum(last.map((rate, step) => (step / periods) * rate));
        const ofThis = sum(current.map((rate, step) => ((periods - step) / periods) * rate));
        // What is left out are products of rates: fewer than n^2 of them, each below 0.002^2.
        const slack = periods ** 2 * 0.002 ** 2;
        expect(Math.abs(carryOver(lastYear, []).growth - ofLast)).toBeLessThanOrEqual(slack);
        expect(Math.abs(sum(thisYear) / sum(lastYear) - 1 - ofLast - ofThis)).toBeLessThanOrEqual(slack);
      }),
    );
  });
});
