import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PeriodsPerYear } from "../../../../src/engine/calendar/period.ts";
import { arima } from "../../../../src/engine/methods/series/arima.ts";
import { SERIES_METHODS } from "../../../../src/engine/methods/series/index.ts";
import { seasonalNaive } from "../../../../src/engine/methods/series/seasonal-naive.ts";
import { seasonalRegression } from "../../../../src/engine/methods/series/seasonal-regression.ts";
import type { SeriesFit, SeriesMethod } from "../../../../src/engine/methods/series/series-method.ts";
import { theta } from "../../../../src/engine/methods/series/theta.ts";

type Method = Omit<SeriesMethod, "name"> & { readonly name: string };

const HORIZON = 30;
const methods = [seasonalNaive, theta, arima, seasonalRegression].map((method: Method) => ({
  name: method.name,
  method,
}));

const fitted = (method: Method, values: Float64Array, period: PeriodsPerYear): SeriesFit => {
  const fit = method.fit({ values, period });
  if (fit === undefined) throw new Error(`${method.name} steps aside`);
  return fit;
};
const isSound = (fit: SeriesFit): boolean =>
  [...fit.forecast(HORIZON), ...fit.impulse(HORIZON), fit.sigma].every(Number.isFinite) && fit.sigma >= 0;

const period = fc.constantFrom<PeriodsPerYear>(4, 12);
/** A season, a trend and noise: years of values as logs have them. */
const drawn = fc
  .record({
    period,
    years: fc.integer({ min: 4, max: 9 }),
    slope: fc.double({ min: -0.02, max: 0.02, noNaN: true }),
  })
  .chain(({ period, years, slope }) =>
    fc.record({
      period: fc.constant(period),
      season: fc.array(fc.double({ min: -0.5, max: 0.5, noNaN: true }), {
        minLength: period,
        maxLength: period,
      }),
      noise: fc.array(fc.double({ min: -0.1, max: 0.1, noNaN: true }), {
        minLength: years * period + 1,
        maxLength: years * period + 1,
      }),
      slope: fc.constant(slope),
    }),
  )
  .map(({ period, season, noise, slope }) => ({
    period,
    values: Float64Array.from(noise, (error, t) => 5 + slope * t + (season[t % period] as number) + error),
  }));

test("every method is registered once, under its name", () => {
  expect(new Set(SERIES_METHODS.map(({ name }) => name)).size).toBe(SERIES_METHODS.length);
  for (const { name } of methods.slice(0, 3))
    expect(SERIES_METHODS.map((method) => method.name as string)).toContain(name);
});

describe.each(methods)("$name", ({ method }) => {
  test("a shift of the values shifts the forecast", () => {
    fc.assert(
      fc.property(drawn, fc.double({ min: -20, max: 20, noNaN: true }), ({ values, period }, shift) => {
        const fit = fitted(method, values, period);
        const shifted = fitted(
          method,
          values.map((value) => value + shift),
          period,
        );
        const wanted = fit.forecast(HORIZON);
        shifted.forecast(HORIZON).forEach((value, h) => {
          expect(Math.abs(value - shift - (wanted[h] as number))).toBeLessThan(1e-3);
        });
        expect(Math.abs(shifted.sigma - fit.sigma)).toBeLessThan(1e-4);
      }),
      { numRuns: 25 },
    );
  });

  test("what repeats itself exactly goes on, with a trend unless the method has none", () => {
    fc.assert(
      fc.property(
        drawn,
        fc.double({ min: -0.05, max: 0.05, noNaN: true }),
        ({ values, period }, drawnSlope) => {
          const slope = method === seasonalNaive || method === theta ? 0 : drawnSlope;
          const at = (t: number): number => (values[t % period] as number) + slope * t;
          const fit = fitted(
            method,
            Float64Array.from(values, (_, t) => at(t)),
            period,
          );
          fit.forecast(HORIZON).forEach((value, h) => {
            expect(Math.abs(value - at(values.length + h))).toBeLessThan(1e-6);
          });
          expect(fit.sigma).toBeLessThan(1e-6);
        },
      ),
      { numRuns: 25 },
    );
  });

  test("says the same when asked again, and leaves the values alone", () => {
    fc.assert(
      fc.property(drawn, ({ values, period }) => {
        const before = values.slice();
        const one = fitted(method, values, period);
        const forecast = one.forecast(HORIZON);
        const other = fitted(method, values, period);
        expect(other.forecast(HORIZON)).toEqual(forecast);
        expect(other.impulse(HORIZON)).toEqual(one.impulse(HORIZON));
        expect(one.forecast(HORIZON)).toEqual(forecast);
        expect(one.forecast(3)).toEqual(forecast.slice(0, 3));
        expect(values).toEqual(before);
      }),
      { numRuns: 10 },
    );
  });

  test("a surprise counts one at first, and a horizon may be none", () => {
    fc.assert(
      fc.property(drawn, ({ values, period }) => {
        const fit = fitted(method, values, period);
        expect(isSound(fit)).toBe(true);
        expect(fit.impulse(HORIZON)[0]).toBe(1);
        expect(fit.impulse(5)).toEqual(fit.impulse(HORIZON).slice(0, 5));
        expect(fit.impulse(0)).toHaveLength(0);
        expect(fit.forecast(0)).toHaveLength(0);
      }),
      { numRuns: 15 },
    );
  });

  test.each<PeriodsPerYear>([4, 12])("period %i: constant, wild, and the shortest values", (period) => {
    const wave = (t: number): number => Math.sin(t * t) + 0.1 * (t % period);
    const long = Float64Array.from({ length: 6 * period }, (_, t) => wave(t));
    expect(isSound(fitted(method, new Float64Array(6 * period).fill(3), period))).toBe(true);
    expect(isSound(fitted(method, new Float64Array(6 * period), period))).toBe(true);
    for (const at of [0, 3 * period, 6 * period - 1]) {
      const wild = long.slice();
      wild[at] = 1e9;
      expect(isSound(fitted(method, wild, period))).toBe(true);
    }
    const least = method.leastLength(period);
    expect(isSound(fitted(method, long.slice(0, least), period))).toBe(true);
    expect(method.fit({ values: long.slice(0, least - 1), period })).toBeUndefined();
    const gap = long.slice();
    gap[5] = Number.NaN;
    expect(method.fit({ values: gap, period })).toBeUndefined();
  });
});
