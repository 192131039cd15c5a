import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contributionTo } from "../../../src/engine/breakdown/contributions.ts";

describe("contributions to growth", () => {
  // Billion VND at constant prices and growth, as the province's statistics office published them in June 2023.
  const lastYear = (current: number, growth: number) => current / (1 + growth);
  const total = { current: 35_872, prior: lastYear(35_872, 0.0637) };

  test.each([
    ["agriculture", 13_897.96, 0.0249, 1],
    ["industry and construction", 7_151.09, 0.0709, 1.4],
    ["industry alone, a part of a part", 4_102.51, 0.0991, 1.1],
    ["services", 12_862, 0.1079, 3.71],
  ])(
    "of the product of Kien Giang in the first half of 2023, as published in points: %s",
    (_name, current, growth, points) => {
      const contribution = contributionTo(total, { current, prior: lastYear(current, growth) });
      expect(Math.abs(100 * (contribution ?? Number.NaN) - points)).toBeLessThan(0.01);
    },
  );

  test("of parts that make the total add up to its growth", () => {
    const amount = fc.integer({ min: -1000, max: 10_000 });
    const parts = fc.array(fc.record({ current: amount, prior: amount }), { maxLength: 8 });
    fc.assert(
      fc.property(parts, (known) => {
        const current = known.reduce((sum, part) => sum + part.current, 0);
        const prior = known.reduce((sum, part) => sum + part.prior, 0);
        fc.pre(prior > 0);
        const sum = known.reduce((all, part) => all + (contributionTo({ prior }, part) ?? Number.NaN), 0);
        expect(Math.abs(sum - (current - prior) / prior)).toBeLessThanOrEqual(1e-6);
      }),
    );
  });

  test("a new part contributes all that it is", () => {
    expect(contributionTo({ prior: 100 }, { current: 4, prior: 0 })).toBe(0.04);
  });

  test("nothing is told on a base that is not known, zero or below", () => {
    expect(contributionTo({ prior: 100 }, { current: 30, prior: undefined })).toBeUndefined();
    for (const prior of [undefined, 0, -20])
      expect(contributionTo({ prior }, { current: 105, prior: 100 })).toBeUndefined();
  });
});
