import fc from "fast-check";
import { expect, test } from "vitest";
import { normalProbability } from "../../src/engine/normal-probability.ts";

// Abramowitz and Stegun (1964), Handbook of Mathematical Functions, table 26.1: P(x) to fifteen decimals.
test.each([
  [0.5, 0.691462461274013],
  [1, 0.841344746068543],
  [1.5, 0.933192798731142],
  [2, 0.977249868051821],
  [3, 0.99865010196837],
])("P(%f) as printed", (x, printed) => {
  expect(Math.abs(normalProbability(x) - printed)).toBeLessThanOrEqual(0.5e-15 + 4e-16);
});

test("it is symmetric, rises, and stays a probability", () => {
  const any = fc.double({ min: -40, max: 40, noNaN: true });
  fc.assert(
    fc.property(any, any, (one, other) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      expect(normalProbability(low)).toBeLessThanOrEqual(normalProbability(high) + 1e-15);
      expect(normalProbability(one) + normalProbability(-one)).toBeCloseTo(1, 14);
      expect(normalProbability(one)).toBeGreaterThanOrEqual(0);
      expect(normalProbability(one)).toBeLessThanOrEqual(1);
    }),
  );
});
