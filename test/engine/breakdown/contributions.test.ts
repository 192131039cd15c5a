import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contributionsTo } from "../../../src/engine/breakdown/contributions.ts";

describe("contributions to growth", () => {
  test("of the product of Kien Giang in the first half of 2023, as published in points", () => {
    // Billion VND at constant prices and growth, as the province's statistics office published them in June 2023.
    const published = [
      { name: "agriculture", current: 13_897.96, growth: 0.0249, points: 1 },
      { name: "industry and construction", current: 7_151.09, growth: 0.0709, points: 1.4 },
      { name: "services", current: 12_862, growth: 0.1079, points: 3.71 },
    ];
    const lastYear = (current: number, growth: number) => current / (1 + growth);
    const total = { current: 35_872, prior: lastYear(35_872, 0.0637) };
    const answer = contributionsTo(
      total,
      published.map(({ name, current, growth }) => ({ name, current, prior: lastYear(current, growth) })),
    );
    answer.parts.forEach(({ name, contribution }, i) => {
      expect(name).toBe(published[i]?.name);
      expect(Math.abs(100 * (contribution as number) - (published[i]?.points as number))).toBeLessThan(0.01);
    });
    expect(100 * (answer.rest?.contribution as number)).toBeCloseTo(0.25, 2);
    expect(answer.total.growth).toBeCloseTo(0.0637, 10);
    // A part of a part: industry alone.
    const industry = contributionsTo(total, [
      { name: "industry", current: 4_102.51, prior: lastYear(4_102.51, 0.0991) },
    ]);
    expect(100 * (industry.parts[0]?.contribution as number)).toBeCloseTo(1.1, 2);
  });

  test("of the parts and the rest add up to the growth of the total", () => {
    const amount = fc.integer({ min: -1000, max: 10_000 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        amount,
        fc.array(fc.record({ current: amount, prior: fc.option(amount, { nil: undefined }) }), {
          maxLength: 8,
        }),
        (prior, current, amounts) => {
          const parts = amounts.map((part, i) => ({
            name: `part ${i}`,
            current: part.current,
            ...(part.prior !== undefined && { prior: part.prior }),
          }));
          const answer = contributionsTo({ current, prior }, parts);
          const known = [...answer.parts, ...(answer.rest ? [answer.rest] : [])];
          const sum = known.reduce((all, { contribution }) => all + (contribution as number), 0);
          expect(Math.abs(sum - (current - prior) / prior)).toBeLessThanOrEqual(1e-6);
          expect(answer.parts.length + answer.leftOut.length).toBe(parts.length);
        },
      ),
    );
  });

  test("a part whose prior is not known is named, and stays inside the rest", () => {
    const { parts, rest, leftOut } = contributionsTo({ current: 120, prior: 100 }, [
      { name: "rice", current: 50, prior: 40 },
      { name: "footwear", current: 30 },
    ]);
    expect(parts).toEqual([
      { name: "rice", current: 50, prior: 40, change: 10, growth: 0.25, contribution: 0.1 },
    ]);
    expect(leftOut).toEqual(["footwear"]);
    expect(rest).toEqual({
      current: 70,
      prior: 60,
      change: 10,
      growth: 1 / 6,
      contribution: 0.1,
    });
  });

  test("parts that are the whole leave no rest", () => {
    const { rest } = contributionsTo({ current: 0.3, prior: 0.6 }, [
      { name: "a", current: 0.1, prior: 0.2 },
      { name: "b", current: 0.2, prior: 0.4 },
    ]);
    expect(rest).toBeUndefined();
  });

  test("bases of zero and below are told by differences", () => {
    const { total, parts } = contributionsTo({ current: 5, prior: -20 }, [
      { name: "exports", current: 105, prior: 100 },
      { name: "imports, negative", current: -100, prior: -120 },
      { name: "new", current: 4, prior: 0 },
    ]);
    expect(total).toEqual({ current: 5, prior: -20, change: 25 });
    expect(parts).toEqual([
      { name: "exports", current: 105, prior: 100, change: 5, growth: 0.05 },
      { name: "imports, negative", current: -100, prior: -120, change: 20 },
      { name: "new", current: 4, prior: 0, change: 4 },
    ]);
  });
});
