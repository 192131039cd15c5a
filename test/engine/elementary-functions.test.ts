import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exp, log } from "../../src/engine/elementary-functions.ts";
import { normalQuantile } from "../../src/engine/normal-quantile.ts";

const bits = new DataView(new ArrayBuffer(8));
/** Doubles above zero follow one another as the integers of their bits do. */
function placeOf(value: number): bigint {
  bits.setFloat64(0, Math.abs(value));
  return bits.getBigInt64(0) * (value < 0 ? -1n : 1n);
}
function unitsApart(one: number, other: number): number {
  return Math.abs(Number(placeOf(one) - placeOf(other)));
}
const finite = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe("the exponential", () => {
  test.each([
    -746, -745.2, -745.1, -720, -708.5, -1e-320, -0, 0, 1e-9, 0.34657359, 0.5, 1, 709.78, 709.79, 1e9,
  ])("of %d is that of the runtime to two units", (x) =>
    expect(unitsApart(exp(x), Math.exp(x))).toBeLessThanOrEqual(2),
  );

  test("of any number is that of the runtime to two units, and never decreases", () => {
    fc.assert(
      fc.property(fc.oneof(finite(-746, 710), finite(-2, 2)), finite(0, 1e-6), (x, step) => {
        expect(unitsApart(exp(x), Math.exp(x))).toBeLessThanOrEqual(2);
        expect(exp(x + step)).toBeGreaterThanOrEqual(exp(x) * (1 - Number.EPSILON));
      }),
    );
  });

  test("is exact at its limits", () => {
    expect([0, -0, Infinity, -Infinity, Number.NaN].map(exp)).toEqual([1, 1, Infinity, 0, Number.NaN]);
  });
});

describe("the logarithm", () => {
  test.each([
    5e-324,
    1e-310,
    2.2250738585072014e-308,
    0.1,
    Math.SQRT1_2,
    1 - 1e-16,
    1 + 1e-15,
    Math.SQRT2,
    10,
    Number.MAX_VALUE,
  ])("of %d is that of the runtime to two units", (x) =>
    expect(unitsApart(log(x), Math.log(x))).toBeLessThanOrEqual(2),
  );

  test("of any number above zero is that of the runtime to two units", () => {
    fc.assert(
      fc.property(fc.oneof(finite(5e-324, Number.MAX_VALUE), finite(0.5, 2)), (x) => {
        expect(unitsApart(log(x), Math.log(x))).toBeLessThanOrEqual(2);
      }),
    );
  });

  test("is exact at its limits", () => {
    expect([1, 0, -0, Infinity, -Infinity, -1, Number.NaN].map(log)).toEqual([
      0,
      -Infinity,
      -Infinity,
      Infinity,
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
  });
});

test.each([
  [0.9, 1.2815515655],
  [0.975, 1.9599639845],
  [0.999, 3.0902323062],
])("the normal quantile of %d is %d to 0.4%%, and mirrored", (probability, quantile) => {
  expect(Math.abs(normalQuantile(probability) / quantile - 1)).toBeLessThan(0.004);
  expect(normalQuantile(1 - probability)).toBeCloseTo(-normalQuantile(probability), 12);
});
