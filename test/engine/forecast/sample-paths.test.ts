import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DRAWS } from "../../../src/engine/forecast/normal-draws.ts";
import { type PathModel, samplePaths, sampleQuantile } from "../../../src/engine/forecast/sample-paths.ts";
import { studentTQuantile } from "../../../src/engine/forecast/student-t.ts";
import { total } from "./history-cases.ts";

const model = (changes: Partial<PathModel> = {}): PathModel => ({
  logPath: Float64Array.of(1, 1.2, 0.9, 1.1, 1, 1.3, 0.8, 1),
  impulse: Float64Array.of(1, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4),
  sigma: 0.1,
  remaining: 6,
  logRemainder: 3,
  scale: 0.05,
  degreesOfFreedom: 5,
  ...changes,
});
const models = fc
  .record({
    horizon: fc.integer({ min: 1, max: 36 }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    level: fc.double({ min: -20, max: 20, noNaN: true }),
    runsOn: fc.double({ min: 0, max: 1, noNaN: true }),
    sigma: fc.double({ min: 0, max: 0.8, noNaN: true }),
    scale: fc.double({ min: 0.001, max: 0.8, noNaN: true }),
    degreesOfFreedom: fc.double({ min: 2.1, max: 60, noNaN: true }),
  })
  .map(({ horizon, part, level, runsOn, ...rest }) =>
    model({
      ...rest,
      logPath: new Float64Array(horizon).fill(level),
      impulse: new Float64Array(horizon).fill(runsOn).fill(1, 0, 1),
      remaining: 1 + Math.floor(part * 0.999 * horizon),
      logRemainder: level + 1,
    }),
  );

const pathsOf = (asked: PathModel): Float64Array[] => {
  const paths = samplePaths(asked);
  const horizon = asked.logPath.length;
  return Array.from({ length: DRAWS }, (_, draw) => paths.subarray(draw * horizon, (draw + 1) * horizon));
};
const remaindersOf = (asked: PathModel): number[] =>
  pathsOf(asked).map((path) => total(path.subarray(0, asked.remaining)));

describe("a sample of paths", () => {
  test("is in increasing order of its remainders, of positive amounts", () => {
    fc.assert(
      fc.property(models, (asked) => {
        expect(pathsOf(asked).every((path) => path.every((amount) => amount > 0))).toBe(true);
        const remainders = remaindersOf(asked);
        expect(remainders.findIndex((sum, rank) => sum <= (remainders[rank - 1] ?? 0))).toBe(-1);
      }),
      { numRuns: 30 },
    );
  });

  test("has the remainder of each rank at the quantile that the rank stands for", () => {
    fc.assert(
      fc.property(models, (asked) => {
        const { logRemainder, scale, degreesOfFreedom } = asked;
        const apart = remaindersOf(asked).map((remainder, rank) => {
          const t = (Math.log(remainder) - logRemainder) / scale;
          return Math.abs(t - studentTQuantile((rank + 0.5) / DRAWS, degreesOfFreedom));
        });
        // Quantiles between two knots are linear in between.
        expect(Math.max(...apart)).toBeLessThan(0.02);
      }),
      { numRuns: 30 },
    );
  });

  test("its remainders lie evenly around the median, in logs", () => {
    const logs = remaindersOf(model()).map(Math.log);
    for (let rank = 0; rank < DRAWS / 2; rank++)
      expect(((logs[rank] as number) + (logs[DRAWS - 1 - rank] as number)) / 2).toBeCloseTo(3, 9);
  });

  test("without surprises every path has the shape of the central one", () => {
    const { logPath } = model();
    for (const path of pathsOf(model({ sigma: 0 })))
      for (const [step, amount] of path.entries())
        expect(amount / (path[0] as number)).toBeCloseTo(
          Math.exp((logPath[step] as number) - (logPath[0] as number)),
          9,
        );
  });

  test("one period that is the whole remainder has the remainder's own distribution", () => {
    const asked = model({ logPath: Float64Array.of(7), impulse: Float64Array.of(1), remaining: 1 });
    expect(sampleQuantile(Float64Array.from(remaindersOf(asked)), 0.5)).toBeCloseTo(Math.exp(3), 6);
  });

  test("surprises that run on spread later periods more than those that pass", () => {
    const spreadOfLast = (runsOn: number) => {
      const logs = pathsOf(model({ impulse: new Float64Array(8).fill(runsOn).fill(1, 0, 1) })).map((path) =>
        Math.log((path[7] as number) / (path[0] as number)),
      );
      return Math.sqrt(total(logs.map((log) => log * log)) / DRAWS);
    };
    expect(spreadOfLast(0.9)).toBeGreaterThan(1.2 * spreadOfLast(0));
  });

  test("is the same twice, whatever was drawn in between", () => {
    const first = samplePaths(model());
    samplePaths(model({ logPath: new Float64Array(20), impulse: new Float64Array(20) }));
    expect(samplePaths(model())).toEqual(first);
  });
});

describe("the quantile of a sample", () => {
  // R 4.2.2: quantile(c(1, 3, 7, 8, 20), c(0.05, 0.1, 0.25, 0.4, 0.5, 0.9, 0.99), type = 5)
  test.each([
    [0.05, 1],
    [0.1, 1],
    [0.25, 2.5],
    [0.4, 5],
    [0.5, 7],
    [0.9, 20],
    [0.99, 20],
  ])("at level %d is %d", (level, value) => {
    expect(sampleQuantile(Float64Array.of(1, 3, 7, 8, 20), level)).toBeCloseTo(value, 12);
  });

  test("does not fall as the level rises", () => {
    const sorted = Float64Array.of(1, 1, 2, 5, 5, 9);
    let before = Number.NEGATIVE_INFINITY;
    for (let level = 0; level <= 1; level += 0.01) {
      const value = sampleQuantile(sorted, level);
      expect(value).toBeGreaterThanOrEqual(before);
      before = value;
    }
    expect(before).toBe(9);
  });
});
