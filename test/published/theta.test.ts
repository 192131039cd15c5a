import { describe, expect, test } from "vitest";
import classics from "../../data/reference/exponential-smoothing.json" with { type: "json" };
import table from "../../data/reference/theta.json" with { type: "json" };
import type { PeriodsPerYear } from "../../src/engine/calendar/period.ts";
import { seasonalIndices } from "../../src/engine/methods/series/classical-decomposition.ts";
import { fitTheta } from "../../src/engine/methods/series/theta.ts";

const cases = table.series.map((reference) => {
  const series = classics.series.find(({ name }) => name === reference.name);
  if (series === undefined) throw new Error(`no series ${reference.name}`);
  const logs = Float64Array.from(series.values, Math.log);
  const period = series.period as PeriodsPerYear;
  const season = seasonalIndices(logs, period);
  return {
    name: reference.name,
    reference,
    season,
    adjusted: logs.map((value, t) => value - (season[t % period] as number)),
  };
});
const within = (actual: number, wanted: number, tolerance: number): void =>
  expect(Math.abs(actual - wanted)).toBeLessThanOrEqual(tolerance);

describe(`${table.title}`, () => {
  test.each(cases)("$name: classical decomposition", ({ reference, season }) => {
    expect(season).toHaveLength(reference.season.length);
    season.forEach((index, k) => {
      within(index, reference.season[k] as number, 1e-9);
    });
  });

  test.each(cases)("$name: without trend it is simple exponential smoothing", ({ reference, adjusted }) => {
    const { alpha, level, sumOfSquares, forecast } = reference.smoothing;
    const fit = fitTheta(adjusted, 0);
    within(fit.alpha, alpha, 2e-4);
    within(fit.initialLevel, level, 1e-3);
    within(fit.sumOfSquares / sumOfSquares, 1, 1e-6);
    within(fit.forecast(1)[0] as number, forecast, 2e-5);
  });

  test.each(cases)("$name: the dynamic optimised model", ({ reference, adjusted }) => {
    const { alpha, level, theta, sumOfSquares, forecast } = reference.dynamic;
    const fit = fitTheta(adjusted);
    within(fit.alpha, alpha, 2e-5);
    within(fit.initialLevel, level, 1e-5);
    within(fit.trendShare, 1 - 1 / theta, 1e-4);
    within(fit.sumOfSquares / sumOfSquares, 1, 1e-5);
    fit.forecast(forecast.length).forEach((value, h) => {
      within(value, forecast[h] as number, 1e-5);
    });
  });

  // R takes alpha from smoothing without trend and a trend that stands still: near, not equal.
  test.each(cases)("$name: theta 2 forecasts as R's thetaf", ({ name, reference, adjusted }) => {
    fitTheta(adjusted, 0.5)
      .forecast(reference.thetaf.forecast.length)
      .forEach((value, h) => {
        within(value, reference.thetaf.forecast[h] as number, name === "UKgas" ? 0.025 : 0.005);
      });
  });
});
