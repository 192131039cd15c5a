import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  boundsOf,
  type Interval,
  intervalDifference,
  intervalHull,
  intervalIntersection,
  intervalNegative,
  intervalProduct,
  intervalQuotient,
  intervalSum,
  UNBOUNDED,
} from "../../../src/engine/figure/interval.ts";

const end = fc.oneof(
  fc.integer({ min: -20, max: 20 }),
  fc.constantFrom(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 0),
);
const interval = fc
  .tuple(end, end)
  .map(([a, b]): Interval => ({ lower: Math.min(a, b), upper: Math.max(a, b) }))
  .filter(({ lower, upper }) => lower < Number.POSITIVE_INFINITY && upper > Number.NEGATIVE_INFINITY);

/** A finite point of an interval. */
function pointOf({ lower, upper }: Interval, at: number): number {
  const from = Math.max(lower, -50);
  return from + at * (Math.min(upper, 50) - from);
}

const fraction = fc.integer({ min: 0, max: 8 }).map((eighths) => eighths / 8);

describe("every pointwise result lies in the interval result", () => {
  test.each([
    ["sum", intervalSum, (a: number, b: number) => a + b],
    ["difference", intervalDifference, (a: number, b: number) => a - b],
    ["product", intervalProduct, (a: number, b: number) => a * b],
    ["quotient", intervalQuotient, (a: number, b: number) => a / b],
  ] as const)("%s", (_, operation, pointwise) => {
    fc.assert(
      fc.property(interval, interval, fraction, fraction, (a, b, at, bt) => {
        const point = pointwise(pointOf(a, at), pointOf(b, bt));
        if (!Number.isFinite(point)) return;
        const { lower, upper } = operation(a, b);
        expect(Number.isNaN(lower) || Number.isNaN(upper)).toBe(false);
        expect(lower).toBeLessThanOrEqual(point + 1e-9);
        expect(upper).toBeGreaterThanOrEqual(point - 1e-9);
      }),
      { numRuns: 2000 },
    );
  });
});

test("no operation is wider than its corners when both are positive", () => {
  expect(intervalQuotient({ lower: 290, upper: 291 }, { lower: 0.3155, upper: 0.3165 })).toEqual({
    lower: 290 / 0.3165,
    upper: 291 / 0.3155,
  });
  expect(intervalProduct({ lower: -2, upper: 3 }, { lower: -5, upper: 4 })).toEqual({
    lower: -15,
    upper: 12,
  });
});

test("dividing by zero says nothing, by something that reaches zero says half", () => {
  expect(intervalQuotient({ lower: 1, upper: 2 }, { lower: 0, upper: 0 })).toEqual(UNBOUNDED);
  expect(intervalQuotient({ lower: 1, upper: 2 }, { lower: -1, upper: 1 })).toEqual(UNBOUNDED);
  expect(intervalQuotient({ lower: 1, upper: 2 }, { lower: 0, upper: 4 })).toEqual({
    lower: 0.25,
    upper: Number.POSITIVE_INFINITY,
  });
  expect(intervalQuotient({ lower: 1, upper: 2 }, { lower: -4, upper: 0 })).toEqual({
    lower: Number.NEGATIVE_INFINITY,
    upper: -0.25,
  });
});

test("intersection, hull and sign", () => {
  expect(intervalIntersection({ lower: 1, upper: 3 }, { lower: 2, upper: 5 })).toEqual({
    lower: 2,
    upper: 3,
  });
  expect(intervalIntersection({ lower: 1, upper: 2 }, { lower: 3, upper: 5 })).toBeUndefined();
  expect(intervalIntersection({ lower: 0.1 + 0.2, upper: 1 }, { lower: 0, upper: 0.3 })).toBeDefined();
  expect(intervalHull({ lower: 1, upper: 2 }, { lower: 4, upper: 5 })).toEqual({ lower: 1, upper: 5 });
  expect(intervalNegative({ lower: 0, upper: 3 })).toEqual({ lower: -3, upper: 0 });
});

test("bounds leave infinite ends out, so that they survive JSON", () => {
  expect(boundsOf(UNBOUNDED)).toEqual({});
  expect(JSON.stringify(boundsOf({ lower: 2, upper: Number.POSITIVE_INFINITY }))).toBe('{"lower":2}');
});

test("intervals that touch by the last bit of a double meet inside the first", () => {
  const first = { lower: 7, upper: 10 };
  const below = { lower: 0, upper: 6.999999999999999 };
  expect(intervalIntersection(first, below)).toEqual({ lower: 7, upper: 7 });
  expect(intervalIntersection(below, first)).toEqual({ lower: 6.999999999999999, upper: 6.999999999999999 });
});
