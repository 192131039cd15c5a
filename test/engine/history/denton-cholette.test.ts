import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EngineError } from "../../../src/engine/engine-error.ts";
import { dentonCholette, type KnownSum } from "../../../src/engine/history/denton-cholette.ts";

/** An indicator, and sums over spans that cover some of its periods. */
const problems = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 0, max: 2 }),
      length: fc.integer({ min: 1, max: 12 }),
      mean: fc.double({ min: -50, max: 100, noNaN: true }),
    }),
    { minLength: 2, maxLength: 10 },
  )
  .chain((drawn) => {
    const sums: KnownSum[] = [];
    let next = 0;
    for (const { gap, length, mean } of drawn) {
      sums.push({ from: next + gap, length, sum: mean * length });
      next += gap + length;
    }
    return fc.record({
      sums: fc.constant(sums),
      indicator: fc.array(fc.double({ min: 0.2, max: 5, noNaN: true }), {
        minLength: next,
        maxLength: next + 3,
      }),
    });
  });

const total = (values: ArrayLike<number>, { from, length }: KnownSum): number => {
  let sum = 0;
  for (let t = from; t < from + length; t++) sum += values[t] as number;
  return sum;
};
const movement = (values: ArrayLike<number>, indicator: readonly number[]): number => {
  let squares = 0;
  for (let t = 1; t < indicator.length; t++)
    squares +=
      ((values[t] as number) / (indicator[t] as number) -
        (values[t - 1] as number) / (indicator[t - 1] as number)) **
      2;
  return squares;
};

describe("Denton-Cholette", () => {
  test("every known sum is met", () => {
    fc.assert(
      fc.property(problems, ({ indicator, sums }) => {
        const { values } = dentonCholette({ indicator, sums });
        for (const span of sums) expect(Math.abs(total(values, span) - span.sum)).toBeLessThan(1e-8);
      }),
    );
  });

  test("no other periods that meet the sums keep the movement of the indicator better", () => {
    fc.assert(
      fc.property(
        problems,
        fc.nat(),
        fc.double({ min: -3, max: 3, noNaN: true }),
        (problem, pick, amount) => {
          const { indicator, sums } = problem;
          const { values } = dentonCholette({ indicator, sums });
          const span = sums[pick % sums.length] as KnownSum;
          if (span.length === 1) return;
          const other = values.slice();
          const from = span.from + (pick % (span.length - 1));
          other[from] = (other[from] as number) + amount;
          other[from + 1] = (other[from + 1] as number) - amount;
          expect(movement(other, indicator)).toBeGreaterThanOrEqual(
            movement(values, indicator) * (1 - 1e-9) - 1e-9,
          );
        },
      ),
    );
  });

  test("an indicator in proportion to the sums is returned in proportion, without doubt", () => {
    const indicator = [3, 1, 4, 1, 5, 9, 2, 6];
    const sums = [
      { from: 0, length: 3, sum: 16 },
      { from: 3, length: 5, sum: 46 },
    ];
    const { values, deviations, movement } = dentonCholette({ indicator, sums });
    for (const [t, usual] of indicator.entries()) expect(values[t]).toBeCloseTo(2 * usual, 10);
    expect(movement).toBeCloseTo(0, 7);
    expect(Math.max(...deviations)).toBeLessThan(1e-6);
  });

  test("the unit of the indicator does not matter, that of the sums scales everything", () => {
    fc.assert(
      fc.property(problems, ({ indicator, sums }) => {
        const one = dentonCholette({ indicator, sums });
        const other = dentonCholette({
          indicator: indicator.map((value) => value * 1000),
          sums: sums.map((span) => ({ ...span, sum: span.sum * 4 })),
        });
        const scale = Math.max(1, ...one.values.map(Math.abs));
        for (const t of indicator.keys()) {
          expect(Math.abs((other.values[t] as number) - 4 * (one.values[t] as number))).toBeLessThan(
            1e-8 * scale,
          );
          expect(Math.abs((other.deviations[t] as number) - 4 * (one.deviations[t] as number))).toBeLessThan(
            1e-5 * scale,
          );
        }
      }),
    );
  });

  test("a known period is certain; doubt grows with the distance from what is known", () => {
    const sums = [0, 1, 8, 9].map((from) => ({ from, length: 1, sum: 10 + (from % 2) }));
    const { values, deviations } = dentonCholette({ indicator: new Array(12).fill(1), sums });
    expect([values[0], values[1], values[8], values[9]]).toEqual([10, 11, 10, 11]);
    expect([deviations[0], deviations[1], deviations[8], deviations[9]]).toEqual([0, 0, 0, 0]);
    const inGap = Array.from(deviations.slice(2, 8));
    expect(inGap[2]).toBeGreaterThan(inGap[1] as number);
    expect(inGap[2]).toBeCloseTo(inGap[3] as number, 10);
    // Beyond the last known period a random walk: the variance grows by one innovation a period.
    expect((deviations[11] as number) / (deviations[10] as number)).toBeCloseTo(Math.SQRT2, 10);
  });

  test("the belief in a movement counts as much as its degrees of freedom", () => {
    const sums = [0, 4, 8].map((from) => ({ from, length: 4, sum: 40 + from }));
    const ask = { indicator: new Array(12).fill(1), sums };
    const seen = dentonCholette(ask).movement;
    const { movement } = dentonCholette({ ...ask, prior: { deviation: 0.3, degreesOfFreedom: 6 } });
    expect(movement).toBeCloseTo(Math.sqrt((6 * 0.3 ** 2 + 2 * seen ** 2) / 8), 10);
  });

  test("one period alone is refused, one year by its pattern is not", () => {
    expect(() => dentonCholette({ indicator: [1, 2], sums: [{ from: 1, length: 1, sum: 5 }] })).toThrow(
      EngineError,
    );
    const { values } = dentonCholette({ indicator: [1, 2, 1], sums: [{ from: 0, length: 3, sum: 8 }] });
    for (const [t, value] of [2, 4, 2].entries()) expect(values[t]).toBeCloseTo(value, 12);
  });
});
