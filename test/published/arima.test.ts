import { describe, expect, test } from "vitest";
import table from "../../data/reference/arima.json" with { type: "json" };
import classics from "../../data/reference/exponential-smoothing.json" with { type: "json" };
import type { PeriodsPerYear } from "../../src/engine/calendar/period.ts";
import { AIRLINE, type ArimaOrders, fitArima } from "../../src/engine/methods/series/arima.ts";
import { seasonalArma } from "../../src/engine/methods/series/seasonal-arma.ts";
import {
  firstDifferences,
  seasonalDifferences,
} from "../../src/engine/methods/series/seasonal-differences.ts";

const seriesNamed = (name: string): { logs: Float64Array; period: PeriodsPerYear } => {
  const found = classics.series.find((series) => series.name === name);
  if (found === undefined) throw new Error(`no series ${name}`);
  return { logs: Float64Array.from(found.values, Math.log), period: found.period as PeriodsPerYear };
};

const cases = table.series.flatMap(({ name, fits }) => fits.map((fit) => ({ name, fit })));
const ordersOf = ([ar, differences, ma]: readonly number[]): ArimaOrders =>
  ({ ar, differences, ma }) as ArimaOrders;

describe(`${table.title}`, () => {
  test.each(cases)(
    "$name $fit.orders: likelihood, variance and mean at R's coefficients",
    ({ name, fit }) => {
      const { logs, period } = seriesNamed(name);
      const { ar, differences, ma } = ordersOf(fit.orders);
      const seasonal = seasonalDifferences(logs, period);
      const w = differences === 1 ? firstDifferences(seasonal) : seasonal;
      const coefficients = {
        ar: ar === 1 ? (fit.coefficients.ar as number) : 0,
        ma: ma === 1 ? (fit.coefficients.ma as number) : 0,
        seasonal: fit.coefficients.seasonal,
      };
      const result = seasonalArma(w, period, differences === 0).result(coefficients);
      expect(Math.abs(result.logLikelihood - fit.logLikelihood)).toBeLessThan(1e-6);
      expect(Math.abs(result.sumOfSquares / w.length / fit.sigmaSquared - 1)).toBeLessThan(1e-8);
      if (differences === 0) expect(result.mean).toBeCloseTo(fit.coefficients.mean as number, 6);
    },
  );

  test.each(cases)("$name $fit.orders: fitted as R does", ({ name, fit }) => {
    const { logs, period } = seriesNamed(name);
    const fitted = fitArima(logs, period, ordersOf(fit.orders));
    expect(Math.abs((fitted?.logLikelihood ?? 0) - fit.logLikelihood)).toBeLessThan(1e-4);
    expect(Math.abs((fitted?.aicc ?? 0) - fit.aicc)).toBeLessThan(2e-4);
    fitted?.forecast(fit.forecast.length).forEach((value, h) => {
      expect(Math.abs(value - (fit.forecast[h] as number))).toBeLessThan(5e-4);
    });
    for (const [key, value] of Object.entries(fit.coefficients))
      if (key !== "mean")
        expect(Math.abs((fitted?.coefficients[key as "ar" | "ma" | "seasonal"] ?? 0) - value)).toBeLessThan(
          2e-3,
        );
  });
});

test("the airline model of Box and Jenkins: theta .402, Theta .557, variance .00135, log-likelihood 244.7", () => {
  const { logs, period } = seriesNamed("AirPassengers");
  const fit = fitArima(logs, period, AIRLINE);
  expect(fit?.coefficients.ma).toBeCloseTo(-0.402, 3);
  expect(fit?.coefficients.seasonal).toBeCloseTo(-0.557, 3);
  expect(fit?.logLikelihood).toBeCloseTo(244.7, 1);
  expect((fit?.sigma ?? 0) ** 2 * (129 / 131)).toBeCloseTo(0.001348, 6);
});
