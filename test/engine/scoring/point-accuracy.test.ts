import fc from "fast-check";
import { describe, expect, test } from "vitest";
import reference from "../../../data/reference/exponential-smoothing.json" with { type: "json" };
import {
  overallWeightedAverage,
  scaledError,
  symmetricPercentageError,
} from "../../../src/engine/scoring/point-accuracy.ts";

const passengers = reference.series.find(({ name }) => name === "AirPassengers")?.values ?? [];
const history = passengers.slice(0, 126);
const observed = passengers.slice(126);
const lastYear = observed.map((_, h) => history[history.length - 12 + (h % 12)] as number);

const amounts = fc.array(fc.double({ min: 0.1, max: 1e6, noNaN: true }), { minLength: 30, maxLength: 30 });

describe("against R on the airline passengers, 18 months ahead by last year's", () => {
  // accuracy(snaive(window(AirPassengers, end = c(1959, 6)), h = 18), AirPassengers)["Test set", "MASE"], forecast 8.20
  test("scaled error", () => {
    expect(scaledError({ history, observed, forecast: lastYear, period: 12 })).toBeCloseTo(
      2.38741455568959,
      12,
    );
  });

  // mean(200 * abs(y - f) / (abs(y) + abs(f))) of the same in R
  test("symmetric percentage error", () => {
    expect(symmetricPercentageError({ observed, forecast: lastYear })).toBeCloseTo(16.0319749276264, 11);
  });
});

// Makridakis, Spiliotis and Assimakopoulos (2020): all 100,000 series of M4 by Theta (sMAPE 12.309, MASE 1.696) and by
// Naive2 (13.564, 1.912) give the printed OWA of 0.897.
test("overall weighted average as printed for Theta in M4", () => {
  const theta = { symmetricPercentageError: 12.309, scaledError: 1.696 };
  const naive2 = { symmetricPercentageError: 13.564, scaledError: 1.912 };
  expect(overallWeightedAverage(theta, naive2)).toBeCloseTo(0.897, 3);
  expect(overallWeightedAverage(naive2, naive2)).toBe(1);
});

test("the symmetric error is at most 200 and the same with forecast and observation exchanged", () => {
  fc.assert(
    fc.property(amounts, amounts, (one, other) => {
      const error = symmetricPercentageError({ observed: one, forecast: other });
      expect(error).toBeLessThanOrEqual(200);
      expect(symmetricPercentageError({ observed: other, forecast: one })).toBe(error);
    }),
  );
  expect(symmetricPercentageError({ observed: [0, 10], forecast: [0, 10] })).toBe(0);
});

test("the scaled error does not depend on the unit", () => {
  fc.assert(
    fc.property(amounts, amounts, (past, future) => {
      const forecast = past.slice(0, 18);
      const said = { history: past, observed: future.slice(0, 18), forecast, period: 12 };
      const times1000 = (values: readonly number[]) => values.map((value) => 1000 * value);
      const scaled = scaledError(said) as number;
      const inThousands = scaledError({
        history: times1000(said.history),
        observed: times1000(said.observed),
        forecast: times1000(forecast),
        period: 12,
      }) as number;
      expect(inThousands / scaled).toBeCloseTo(1, 9);
    }),
  );
});

test("a history that is short or repeats itself exactly has no scale", () => {
  const [observed, forecast] = [[1], [2]];
  expect(scaledError({ history: [1, 2], observed, forecast, period: 2 })).toBeUndefined();
  expect(scaledError({ history: [1, 2, 1, 2, 1, 2], observed, forecast, period: 2 })).toBeUndefined();
});
