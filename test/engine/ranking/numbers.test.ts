import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sumOf } from "../../../src/engine/figure/measured.ts";
import { weightedMean } from "../../../src/engine/figure/weighted-mean.ts";
import { orderOf } from "../../../src/engine/ranking/order.ts";
import { shareOfTotal, sharesOfSum } from "../../../src/engine/ranking/part-of-total.ts";
import { ranksOf } from "../../../src/engine/ranking/rank.ts";

const within = (value: number, half: number) => ({ value, lower: value - half, upper: value + half });
const exactly = (value: number) => within(value, 0);

/** Any number with an interval around it. */
const measured = fc
  .tuple(fc.integer({ min: -100, max: 100 }), fc.nat(9), fc.nat(9))
  .map(([value, below, above]) => ({ value, lower: value - below, upper: value + above }));
const weight = fc
  .tuple(fc.integer({ min: 10, max: 100 }), fc.nat(9), fc.nat(9))
  .map(([value, below, above]) => ({ value, lower: value - below, upper: value + above }));

describe("the order of two numbers", () => {
  test.each([
    [exactly(5), exactly(5), "same"],
    [within(5, 1), within(5, 1), "open"],
    [within(7, 1), within(5, 1), "above"],
    [within(3, 1), within(5, 1), "below"],
    [within(6, 1), within(5, 1), "open"],
    [exactly(5), within(5, 1), "open"],
    [{ value: 5, lower: 5, upper: Number.POSITIVE_INFINITY }, exactly(4), "above"],
    [{ value: 20, lower: 20, upper: Number.POSITIVE_INFINITY }, within(290, 1), "open"],
  ] as const)("%j to %j is %s", (a, b, order) => {
    expect(orderOf(a, b)).toBe(order);
  });

  test("turns round with its sides", () => {
    const turned = { above: "below", below: "above", same: "same", open: "open" } as const;
    fc.assert(
      fc.property(measured, measured, (a, b) => {
        expect(orderOf(b, a)).toBe(turned[orderOf(a, b)]);
      }),
    );
  });
});

describe("ranks", () => {
  test("equal exact numbers share a rank, and the next is left out", () => {
    expect(ranksOf([exactly(9), exactly(7), exactly(9), exactly(1)]).map(({ rank }) => rank)).toEqual([
      1, 3, 1, 4,
    ]);
    expect(ranksOf([exactly(9), exactly(9)]).every(({ isCertain }) => isCertain)).toBe(true);
  });

  test("three that overlap may have any of three ranks", () => {
    const ranks = ranksOf([within(8, 0.5), within(8.2, 0.5), within(8.1, 0.5), within(3, 0.5)]);
    expect(ranks.map(({ rank, best, worst, isCertain }) => [rank, best, worst, isCertain])).toEqual([
      [3, 1, 3, false],
      [1, 1, 3, false],
      [2, 1, 3, false],
      [4, 4, 4, true],
    ]);
  });

  test("whatever the true numbers are, their ranks lie between best and worst", () => {
    const drawn = fc.array(fc.tuple(measured, fc.double({ min: 0, max: 1, noNaN: true })), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(drawn, (entries) => {
        const truth = entries.map(([{ lower, upper }, at]) => lower + at * (upper - lower));
        const ranks = ranksOf(entries.map(([number]) => number));
        for (const [index, own] of truth.entries()) {
          const above = truth.filter((other) => other > own).length;
          const alike = truth.filter((other) => other === own).length - 1;
          // One of several that are the same may stand at any of their ranks.
          expect(ranks[index]?.best).toBeLessThanOrEqual(1 + above + alike);
          expect(ranks[index]?.worst).toBeGreaterThanOrEqual(1 + above);
        }
      }),
    );
  });
});

describe("a weighted mean", () => {
  test("its interval is that of all corners", () => {
    const drawn = fc.array(fc.tuple(measured, weight), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(drawn, (entries) => {
        const numbers = entries.map(([number]) => number);
        const weights = entries.map(([, own]) => own);
        const mean = weightedMean(numbers, weights);
        const corners = Array.from({ length: 2 ** entries.length }, (_, corner) => {
          const chosen = weights.map(({ lower, upper }, at) => ((corner >> at) & 1 ? upper : lower));
          const total = chosen.reduce((sum, each) => sum + each, 0);
          const of = (end: "lower" | "upper") =>
            chosen.reduce((sum, each, at) => sum + each * (numbers[at]?.[end] ?? 0), 0) / total;
          return total > 0 ? { lowest: of("lower"), highest: of("upper") } : undefined;
        }).filter((corner) => corner !== undefined);
        expect(mean.lower).toBeCloseTo(Math.min(...corners.map(({ lowest }) => lowest)), 9);
        expect(mean.upper).toBeCloseTo(Math.max(...corners.map(({ highest }) => highest)), 9);
      }),
      { numRuns: 50 },
    );
  });

  test("an open end leaves the mean open", () => {
    const open = { value: 0.1, lower: 0.1, upper: Number.POSITIVE_INFINITY };
    expect(weightedMean([open, exactly(0.2)], [exactly(1), exactly(1)])).toEqual({
      value: 0.15000000000000002,
      lower: 0.15000000000000002,
      upper: Number.POSITIVE_INFINITY,
    });
    const { lower, upper } = weightedMean([exactly(0.1), exactly(0.2)], [open, exactly(1)]);
    expect([lower, upper]).toEqual([0.1, 0.2]);
  });
});

describe("parts of a total", () => {
  test("shares of a sum sum to one, and lie in their intervals", () => {
    fc.assert(
      fc.property(fc.array(weight, { minLength: 1, maxLength: 9 }), (parts) => {
        const shares = sharesOfSum(parts);
        expect(sumOf(shares).value).toBeCloseTo(1, 12);
        for (const { value, lower, upper } of shares) {
          expect(lower).toBeLessThanOrEqual(value + 1e-12);
          expect(upper).toBeGreaterThanOrEqual(value - 1e-12);
          expect(lower).toBeGreaterThanOrEqual(0);
          expect(upper).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test("open ends give shares from nothing to everything, never a number that is none", () => {
    const open = { value: 5, lower: 5, upper: Number.POSITIVE_INFINITY };
    const [own, other] = sharesOfSum([open, exactly(5)]);
    expect(own).toEqual({ value: 0.5, lower: 0.5, upper: 1 });
    expect(other).toEqual({ value: 0.5, lower: 0, upper: 0.5 });
    expect(shareOfTotal(exactly(5), open)).toEqual({ value: 1, lower: 0, upper: 1 });
  });
});
