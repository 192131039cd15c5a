import fc from "fast-check";
import { expect, test } from "vitest";
import {
  isSeasonal,
  recentSeasonalIndices,
  seasonalIndices,
} from "../../../../src/engine/methods/series/classical-decomposition.ts";
import { fitTheta, theta } from "../../../../src/engine/methods/series/theta.ts";

const noise = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 30, maxLength: 80 });

test("without trend a surprise keeps the part alpha of itself for ever", () => {
  fc.assert(
    fc.property(noise, (errors) => {
      const fit = fitTheta(Float64Array.from(errors), 0);
      fit.impulse(20).forEach((weight, h) => {
        expect(weight).toBeCloseTo(h === 0 ? 1 : fit.alpha, 12);
      });
    }),
    { numRuns: 20 },
  );
});

test("the free part of the trend fits no worse than any given one", () => {
  fc.assert(
    fc.property(noise, fc.double({ min: 0, max: 1, noNaN: true }), (errors, share) => {
      const values = Float64Array.from(errors, (error, t) => error + 0.1 * t);
      expect(fitTheta(values).sumOfSquares).toBeLessThanOrEqual(fitTheta(values, share).sumOfSquares * 1.02);
    }),
    { numRuns: 30 },
  );
});

test("a steady trend is followed", () => {
  const values = Float64Array.from({ length: 60 }, (_, t) => 2 + 0.03 * t + 0.2 * ((t % 12) - 5.5));
  theta
    .fit({ values, period: 12 })
    ?.forecast(12)
    .forEach((value, h) => {
      expect(Math.abs(value - (2 + 0.03 * (60 + h) + 0.2 * (h - 5.5)))).toBeLessThan(0.01);
    });
});

test("both kinds of indices find the season of values with a straight trend", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 12, maxLength: 12 }),
      fc.double({ min: -0.1, max: 0.1, noNaN: true }),
      fc.integer({ min: 24, max: 70 }),
      (season, slope, length) => {
        const mean = season.reduce((sum, index) => sum + index / 12, 0);
        const values = Float64Array.from({ length }, (_, t) => (season[t % 12] as number) + slope * t);
        for (const indices of [seasonalIndices(values, 12), recentSeasonalIndices(values, 12)])
          indices.forEach((index, k) => {
            expect(Math.abs(index - ((season[k] as number) - mean))).toBeLessThan(1e-9);
          });
      },
    ),
  );
});

test("recent indices lean on the years that came last", () => {
  const values = Float64Array.from({ length: 72 }, (_, t) => (t % 12 === 0 ? (t < 36 ? 1 : 2) : 0));
  const [classical, recent] = [seasonalIndices(values, 12), recentSeasonalIndices(values, 12)];
  expect(recent[0] as number).toBeGreaterThan(classical[0] as number);
});

test("a season is seen, and noise is taken for none", () => {
  const wave = Float64Array.from(
    { length: 60 },
    (_, t) => Math.sin((2 * Math.PI * t) / 12) + 0.1 * Math.sin(t * t),
  );
  expect(isSeasonal(wave, 12)).toBe(true);
  expect(
    isSeasonal(
      wave.map((_, t) => Math.sin(t * t)),
      12,
    ),
  ).toBe(false);
  expect(isSeasonal(new Float64Array(60).fill(1), 12)).toBe(false);
});
