import { describe, expect, test } from "vitest";
import reference from "../../data/reference/denton.json" with { type: "json" };
import { dentonCholette, type KnownSum } from "../../src/engine/history/denton-cholette.ts";

const sumsOf = (spans: { from: number[]; length: number[]; sum: number[] }): KnownSum[] =>
  spans.sum.map((sum, j) => ({ from: spans.from[j] as number, length: spans.length[j] as number, sum }));

const NINE_DIGITS = 1e-9;
const expectAlike = (actual: number, wanted: number, scale: number): void =>
  expect(Math.abs(actual - wanted)).toBeLessThanOrEqual(NINE_DIGITS * scale);

describe(reference.title, () => {
  test("the example of the IMF's manual, whose last year has no sum yet", () => {
    const { indicator, values, printedDecimals } = reference.published;
    const result = dentonCholette({ indicator, sums: sumsOf(reference.published) });
    // One quarter, 1042.8485, is printed as 1042.9: with it the printed quarters add up to the printed year.
    const half = 0.5 * 10 ** -printedDecimals;
    const off = values.filter((value, t) => Math.abs((result.values[t] as number) - value) > half);
    expect(off).toEqual([1042.9]);
    expect(result.values[5]).toBeCloseTo(1042.8485, 4);
  });

  test.each(reference.cases)("$name", (wanted) => {
    const result = dentonCholette({ indicator: wanted.indicator, sums: sumsOf(wanted) });
    const scale = Math.max(...wanted.values);
    for (const [t, value] of wanted.values.entries()) {
      expectAlike(result.values[t] as number, value, scale);
      // A deviation is the root of a difference that rounding touches.
      expect(Math.abs((result.deviations[t] as number) - (wanted.deviations[t] as number))).toBeLessThan(
        1e-6 * scale,
      );
    }
    expectAlike(result.movement, wanted.movement, 1);
  });
});
