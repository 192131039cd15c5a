import { expect, test } from "vitest";
import classics from "../../../../data/reference/exponential-smoothing.json" with { type: "json" };
import { AIRLINE, arima, fitArima, RETURNING } from "../../../../src/engine/methods/series/arima.ts";
import { seasonalArma } from "../../../../src/engine/methods/series/seasonal-arma.ts";
import {
  addSeasonalDifferences,
  firstDifferences,
  seasonalDifferences,
} from "../../../../src/engine/methods/series/seasonal-differences.ts";

const logs = Float64Array.from(classics.series[0]?.values ?? [], Math.log);
const HORIZON = 30;

test("the method is the mean of a wandering and a returning growth", () => {
  const [wandering, returning] = [fitArima(logs, 12, AIRLINE), fitArima(logs, 12, RETURNING)];
  const fit = arima.fit({ values: logs, period: 12 });
  fit?.forecast(HORIZON).forEach((value, h) => {
    const two = [
      wandering?.forecast(HORIZON)[h] as number,
      returning?.forecast(HORIZON)[h] as number,
    ] as const;
    expect(value).toBeCloseTo((two[0] + two[1]) / 2, 12);
  });
  expect(fit?.sigma).toBeGreaterThan(Math.min(wandering?.sigma ?? 0, returning?.sigma ?? 0));
  expect(fit?.sigma).toBeLessThan(Math.max(wandering?.sigma ?? 0, returning?.sigma ?? 0));
});

test("the impulse is what a change of the last value does at the same coefficients", () => {
  const fit = fitArima(logs, 12, AIRLINE);
  if (fit === undefined) throw new Error("no fit");
  const forecast = (values: Float64Array): Float64Array => {
    const seasonal = seasonalDifferences(values, 12);
    const changes = seasonalArma(firstDifferences(seasonal), 12, false)
      .result(fit.coefficients)
      .forecast(HORIZON);
    let last = seasonal[seasonal.length - 1] as number;
    return addSeasonalDifferences(
      values,
      12,
      changes.map((change) => {
        last += change;
        return last;
      }),
    );
  };
  const usual = forecast(logs);
  usual.forEach((value, h) => {
    expect(value).toBeCloseTo(fit.forecast(HORIZON)[h] as number, 12);
  });
  const surprised = logs.slice();
  surprised[logs.length - 1] = (logs[logs.length - 1] as number) + 0.1;
  const impulse = fit.impulse(HORIZON + 1);
  forecast(surprised).forEach((value, h) => {
    expect((value - (usual[h] as number)) / 0.1).toBeCloseTo(impulse[h + 1] as number, 4);
  });
});

test("the airline's impulse in closed form", () => {
  const fit = fitArima(logs, 12, AIRLINE);
  const { ma, seasonal } = fit?.coefficients ?? { ma: 0, seasonal: 0 };
  const impulse = fit?.impulse(26) ?? [];
  expect(impulse[1]).toBeCloseTo(1 + ma, 12);
  expect(impulse[11]).toBeCloseTo(1 + ma, 12);
  expect(impulse[12]).toBeCloseTo(2 + ma + seasonal, 12);
  expect(impulse[13]).toBeCloseTo((1 + ma) * (2 + seasonal), 12);
  expect(impulse[25]).toBeCloseTo((1 + ma) * (3 + 2 * seasonal), 12);
});
