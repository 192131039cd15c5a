import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { remainderDistribution } from "../../../src/engine/forecast/remainder-distribution.ts";
import { studentTQuantile, studentTSurvival } from "../../../src/engine/forecast/student-t.ts";
import { finalYearDistribution } from "../../../src/engine/plan/final-year.ts";
import { growthHorizon } from "../../../src/engine/plan/growth-prior.ts";
import { prior } from "./fixtures.ts";

const horizon = growthHorizon(prior, "general", 2);
const running = remainderDistribution({
  booked: 40,
  logRemainder: Math.log(60),
  scale: 0.1,
  degreesOfFreedom: 4,
});
const open = { distribution: running, from: { level: 95, years: 1 } };

describe("the plan's last year", () => {
  test("after a known year it is Student's t in logs", () => {
    const { median, quantile, survival } = finalYearDistribution({ level: 100, logGrowth: 0.05 }, horizon);
    expect(median).toBeCloseTo(100 * Math.exp(0.08 + 0.2 * 0.05), 9);
    expect(quantile(0.9)).toBeCloseTo(median * Math.exp(horizon.scale * studentTQuantile(0.9, 5)), 9);
    expect(survival(120)).toBeCloseTo(studentTSurvival(Math.log(120 / median) / horizon.scale, 5), 12);
  });

  test("after a running year it is what a fine sum over that year's levels gives", () => {
    const { survival } = finalYearDistribution(open, horizon);
    const cells = 20_000;
    for (const target of [80, 100, 115, 130, 160]) {
      let sum = 0;
      for (let i = 0; i < cells; i++) {
        const level = running.quantile((i + 0.5) / cells);
        const centre = Math.log(level) + 0.08 + 0.2 * Math.log(level / 95);
        sum += studentTSurvival((Math.log(target) - centre) / horizon.scale, 5) / cells;
      }
      expect(survival(target)).toBeCloseTo(sum, 4);
    }
  });

  test("a running year that is all but over is as good as a known one", () => {
    const sure = remainderDistribution({
      booked: 99,
      logRemainder: Math.log(1),
      scale: 1e-6,
      degreesOfFreedom: 4,
    });
    const known = finalYearDistribution({ level: 100, logGrowth: Math.log(100 / 95) }, horizon);
    const almost = finalYearDistribution({ distribution: sure, from: open.from }, horizon);
    for (const level of [0.025, 0.1, 0.5, 0.9, 0.975])
      expect(almost.quantile(level)).toBeCloseTo(known.quantile(level), 3);
  });

  test("quantiles invert probabilities and never cross", () => {
    const { quantile, survival } = finalYearDistribution(open, horizon);
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        (a, b) => {
          expect(survival(quantile(a))).toBeCloseTo(1 - a, 9);
          if (Math.abs(a - b) > 1e-9) expect(quantile(a) < quantile(b)).toBe(a < b);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("a running year that may end below zero does not break it", () => {
    const wild = { median: 10, quantile: (level: number) => 200 * (level - 0.45), survival: () => 0.5 };
    const { median, quantile } = finalYearDistribution({ distribution: wild, from: open.from }, horizon);
    expect(median).toBeGreaterThan(0);
    expect(quantile(0.975)).toBeGreaterThan(median);
  });
});
