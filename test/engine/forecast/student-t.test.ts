import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  studentTDensity,
  studentTQuantile,
  studentTSurvival,
} from "../../../src/engine/forecast/student-t.ts";

const level = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
const df = fc.double({ min: 1, max: 60, noNaN: true });

describe("printed tables (Abramowitz and Stegun 1972, table 26.10)", () => {
  test.each([
    [0.95, 1, 6.314],
    [0.975, 2, 4.303],
    [0.995, 3, 5.841],
    [0.9, 4, 1.533],
    [0.975, 10, 2.228],
    [0.995, 30, 2.75],
  ])("quantile %f with %d degrees of freedom is %f", (p, nu, printed) => {
    expect(Math.abs(studentTQuantile(p, nu) - printed)).toBeLessThanOrEqual(0.0005);
  });
});

test("closed forms: df 1 is Cauchy's, df 2 is algebraic", () => {
  fc.assert(
    fc.property(level, (p) => {
      const cauchy = Math.tan(Math.PI * (p - 0.5));
      expect(Math.abs(studentTQuantile(p, 1) - cauchy)).toBeLessThanOrEqual(
        1e-8 * Math.max(1, Math.abs(cauchy)),
      );
      const two = (2 * p - 1) / Math.sqrt(2 * p * (1 - p));
      expect(Math.abs(studentTQuantile(p, 2) - two)).toBeLessThanOrEqual(1e-8 * Math.max(1, Math.abs(two)));
    }),
  );
});

test("quantile and survival undo each other for any degrees of freedom", () => {
  fc.assert(
    fc.property(level, df, (p, nu) => {
      expect(1 - studentTSurvival(studentTQuantile(p, nu), nu)).toBeCloseTo(p, 9);
    }),
  );
});

test("the density is the slope of the distribution (numerical derivative as oracle)", () => {
  fc.assert(
    fc.property(fc.double({ min: -6, max: 6, noNaN: true }), df, (t, nu) => {
      const h = 1e-5;
      const slope = (studentTSurvival(t - h, nu) - studentTSurvival(t + h, nu)) / (2 * h);
      expect(studentTDensity(t, nu)).toBeCloseTo(slope, 6);
    }),
  );
});
