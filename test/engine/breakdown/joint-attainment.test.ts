import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jointAttainment } from "../../../src/engine/breakdown/joint-attainment.ts";

const probability = fc.double({ min: 0.001, max: 0.999, noNaN: true });
const correlation = fc.double({ min: 0.01, max: 0.98, noNaN: true });

describe("the probability that several things happen together", () => {
  // P(X > 0, Y > 0) of two normal variables is 1/4 + asin(correlation) / (2 pi): Sheppard (1899).
  test.each([0.05, 0.3, 0.5, 0.8, 0.95])("two even chances with correlation %f", (rho) => {
    expect(jointAttainment([0.5, 0.5], rho)).toBeCloseTo(0.25 + Math.asin(rho) / (2 * Math.PI), 6);
  });

  // Of n normal variables with correlation 1/2, the chance that one of n + 1 is the largest is 1 / (n + 1).
  test.each([2, 3, 9])("%i even chances with correlation one half come together once in n + 1", (n) => {
    expect(jointAttainment(new Array<number>(n).fill(0.5), 0.5)).toBeCloseTo(1 / (n + 1), 6);
  });

  test("what is certain changes nothing, and what is impossible everything", () => {
    expect(jointAttainment([1, 0.3, 1], 0.4)).toBe(0.3);
    expect(jointAttainment([1, 1], 0.4)).toBe(1);
    expect(jointAttainment([0.9, 0], 0.4)).toBe(0);
    expect(jointAttainment([Number.MIN_VALUE, 1 - 1e-16, 0.5], 0.4)).toBe(Number.MIN_VALUE);
    expect(jointAttainment([], 0.4)).toBe(1);
  });

  test("it lies between the product and the least of the probabilities, and rises with the correlation", () => {
    fc.assert(
      fc.property(
        fc.array(probability, { minLength: 2, maxLength: 12 }),
        correlation,
        correlation,
        (probabilities, one, other) => {
          const product = probabilities.reduce((all, each) => all * each, 1);
          const [low, high] = [Math.min(one, other), Math.max(one, other)].map((rho) =>
            jointAttainment(probabilities, rho),
          ) as [number, number];
          expect(low).toBeGreaterThanOrEqual(product - 1e-6);
          expect(high).toBeGreaterThanOrEqual(low - 1e-5);
          expect(high).toBeLessThanOrEqual(Math.min(...probabilities));
        },
      ),
    );
  });

  test("the order changes nothing", () => {
    fc.assert(
      fc.property(fc.array(probability, { minLength: 2, maxLength: 8 }), correlation, (list, rho) => {
        expect(jointAttainment([...list].reverse(), rho)).toBeCloseTo(jointAttainment(list, rho), 10);
      }),
    );
  });
});
