import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { HistoryAsk } from "../../../src/engine/history/history.ts";
import { type PreparedHistory, regularHistory } from "../../../src/engine/history/regular-history.ts";
import { seasonalSeries, uniformDraws } from "./random.ts";

const JANUARY_2020 = 2020 * 12;
const asked = (
  values: readonly (number | undefined)[],
  isCumulative: boolean,
  first = JANUARY_2020,
): HistoryAsk => ({
  periodsPerYear: 12,
  first,
  values,
  isCumulative,
});
const FAR = 9999 * 12;

function prepared(ask: HistoryAsk, through = FAR, usualShares?: readonly number[]): PreparedHistory {
  const result = regularHistory({ ask, through, ...(usualShares ? { usualShares } : {}) });
  if (typeof result === "string") throw new Error(result);
  return result;
}

/** The years to date of monthly values that start in the period `first`. */
function cumulated(values: readonly number[], first = JANUARY_2020): number[] {
  let sum = 0;
  return values.map((value, i) => {
    sum = (first + i) % 12 === 0 ? value : sum + value;
    return sum;
  });
}

const amounts = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 13, maxLength: 60 });

describe("history without gaps", () => {
  test("period values stay as they were told", () => {
    fc.assert(
      fc.property(amounts, (values) => {
        const { history, remarks } = prepared(asked(values, false));
        expect([...history.values]).toEqual(values);
        expect(history.filled).toEqual([]);
        expect(remarks).toEqual([]);
      }),
    );
  });

  test("years to date give back the periods, through any fiscal year's end", () => {
    fc.assert(
      fc.property(amounts, (values) => {
        const { history, remarks } = prepared(asked(cumulated(values), true));
        expect([...history.values]).toEqual(values);
        expect(history.first).toBe(JANUARY_2020);
        expect(remarks).toEqual([]);
      }),
    );
  });

  test("what lies after the asked period is not looked at, and gaps at the ends are left out", () => {
    const { history } = prepared(asked([undefined, 1, 2, 3, undefined, 5], false), JANUARY_2020 + 4);
    expect([...history.values]).toEqual([1, 2, 3]);
    expect(history.first).toBe(JANUARY_2020 + 1);
  });
});

describe("years to date with gaps", () => {
  test("a year to date that falls leaves a negative period and a remark", () => {
    const { history, remarks } = prepared(asked([10, 25, 22, 30], true));
    expect([...history.values]).toEqual([10, 15, -3, 8]);
    expect(remarks).toEqual([
      { code: "cumulativeFell", values: { period: JANUARY_2020 + 2, before: 25, after: 22 } },
    ]);
  });

  test("two missing months between known years to date keep their sum", () => {
    const values = [10, 20, 30, undefined, undefined, 96, 110, 125];
    const { history, filledDeviations, remarks } = prepared(asked(values, true));
    const months = [...history.values];
    expect(months.slice(0, 3)).toEqual([10, 10, 10]);
    expect((months[3] as number) + (months[4] as number) + (months[5] as number)).toBeCloseTo(66, 10);
    expect(months.slice(6)).toEqual([14, 15]);
    expect(history.filled).toEqual([3, 4, 5]);
    expect(filledDeviations.every((deviation) => deviation > 0)).toBe(true);
    expect(remarks).toEqual([
      { code: "sumsSpread", values: { count: 3, periods: [3, 4, 5].map((month) => JANUARY_2020 + month) } },
    ]);
  });

  test("a history that starts in March tells the sum from January on; one that starts in November does not", () => {
    const spring = cumulated(new Array(24).fill(5)).slice(2);
    const fromMarch = prepared(asked(spring, true, JANUARY_2020 + 2)).history;
    expect(fromMarch.first).toBe(JANUARY_2020);
    for (const value of fromMarch.values) expect(value).toBeCloseTo(5, 10);

    const winter = cumulated(new Array(24).fill(5)).slice(10);
    const fromNovember = prepared(asked(winter, true, JANUARY_2020 + 10)).history;
    expect(fromNovember.first).toBe(JANUARY_2020 + 11);
    expect([...fromNovember.values]).toEqual(new Array(13).fill(5));
  });

  test("snapshots at months 2, 5, 9 and 12 with the usual shares give back months of those shares", () => {
    const usual = [9, 4, 8, 8, 8, 8, 8, 8, 9, 9, 10, 12];
    const months = [1, 1, 1].flatMap((growth) => usual.map((share) => share * growth));
    const snapshots = cumulated(months).map((value, i) =>
      [2, 5, 9, 12].includes((i % 12) + 1) ? value : undefined,
    );
    const { history } = prepared(asked(snapshots, true), FAR, usual);
    for (const [t, value] of history.values.entries()) expect(value).toBeCloseTo(months[t] as number, 9);
    expect(history.filled).toHaveLength(36);
  });

  test("every year to date that was told is met", () => {
    fc.assert(
      fc.property(amounts, fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }), (values, isTold) => {
        const told = cumulated(values).map((value, i) => (isTold[i] ? value : undefined));
        const result = regularHistory({ ask: asked(told, true), through: FAR });
        if (typeof result === "string") return;
        const { first, values: months } = result.history;
        const again = cumulated([...months], first);
        for (let t = first % 12 === 0 ? 0 : 12 - (first % 12); t < again.length; t++) {
          const value = told[first - JANUARY_2020 + t];
          if (value !== undefined) expect(Math.abs((again[t] as number) - value)).toBeLessThan(1e-6);
        }
        // No month of a flow that never fell is made negative.
        expect(Math.min(...months)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe("gaps between period values", () => {
  const series = seasonalSeries({ seed: 3, count: 96, walk: 0, noise: 0 });
  const withGaps = (values: ArrayLike<number>, gaps: readonly number[]) =>
    Array.from(values, (value, t) => (gaps.includes(t) ? undefined : value));

  test("a gap in a series of season and steady growth is filled with what was there", () => {
    const gaps = [17, 40, 41, 42, 77];
    const { history, remarks } = prepared(asked(withGaps(series, gaps), false));
    expect(history.filled).toEqual(gaps);
    for (const t of gaps)
      expect(Math.abs((history.values[t] as number) / (series[t] as number) - 1)).toBeLessThan(0.01);
    expect(remarks.map(({ code }) => code)).toEqual(["gapsFilled"]);
  });

  test("season and growth around zero are filled by differences", () => {
    const aroundZero = series.map((_, t) => 0.1 * t - 5 + 4 * Math.sin((2 * Math.PI * t) / 12));
    const gaps = [17, 40, 41, 77];
    const { history } = prepared(asked(withGaps(aroundZero, gaps), false));
    for (const t of gaps)
      expect(Math.abs((history.values[t] as number) - (aroundZero[t] as number))).toBeLessThan(0.25);
  });

  test("a season without amounts stays without", () => {
    const lychees = Array.from({ length: 60 }, (_, t) => ([5, 6].includes(t % 12) ? 100 : 0));
    const { history } = prepared(asked(withGaps(lychees, [14, 29, 41]), false));
    expect(history.values[14]).toBeLessThan(1);
    expect(Math.abs((history.values[29] as number) - 100)).toBeLessThan(5);
    expect([...history.values].every(Number.isFinite)).toBe(true);
  });

  test("the deviation tells how far the filled values miss, within a third", () => {
    const noisy = seasonalSeries({ seed: 5, count: 240, walk: 0.03, noise: 0.02 });
    const uniform = uniformDraws(9);
    const gaps = Array.from({ length: 20 }, (_, k) => 12 + k * 11 + Math.floor(3 * uniform()));
    const { history, filledDeviations } = prepared(asked(withGaps(noisy, gaps), false));
    const squares = gaps.map(
      (t, k) =>
        (((history.values[t] as number) - (noisy[t] as number)) / (filledDeviations[k] as number)) ** 2,
    );
    const root = Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
    expect(root).toBeGreaterThan(2 / 3);
    expect(root).toBeLessThan(4 / 3);
  });
});

describe("refusals", () => {
  test.each([
    ["noFigures", asked([undefined, undefined], false)],
    ["tooManyGaps", asked([1, undefined, undefined, 4, undefined, undefined, 7], false)],
    [
      "tooFewFigures",
      asked([...new Array(11).fill(undefined), 100, ...new Array(11).fill(undefined), 110], true),
    ],
  ])("%s", (obstacle, ask) => {
    expect(regularHistory({ ask, through: FAR })).toBe(obstacle);
  });
});
