import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PeriodsPerYear } from "../../../../src/engine/calendar/period.ts";
import {
  exponentialSmoothing,
  exponentialSmoothingLevels,
  fitExponentialSmoothing,
  fitStructure,
} from "../../../../src/engine/methods/series/exponential-smoothing.ts";
import {
  impulseResponse,
  likelihoodAt,
} from "../../../../src/engine/methods/series/innovations-state-space.ts";

const SEASON = [-0.3, -0.2, 0, 0.1, 0.05, 0.1, 0.02, -0.05, 0, 0.03, 0.1, 0.15];
const series = (length: number, value: (t: number) => number, period: PeriodsPerYear = 12) => ({
  values: Float64Array.from({ length }, (_, t) => value(t)),
  period,
});
const seasonal = (t: number): number => SEASON[t % 12] as number;

/** Level, season and noise of monthly logs. */
const history = fc
  .record({
    level: fc.double({ min: 1, max: 20, noNaN: true }),
    growth: fc.double({ min: -0.01, max: 0.01, noNaN: true }),
    noise: fc.array(fc.double({ min: -0.1, max: 0.1, noNaN: true }), { minLength: 30, maxLength: 90 }),
  })
  .map(({ level, growth, noise }) =>
    series(noise.length, (t) => level + growth * t + seasonal(t) + (noise[t] as number)),
  );

const farthest = (one: Float64Array, other: Float64Array): number =>
  one.reduce((most, value, i) => Math.max(most, Math.abs(value - (other[i] as number))), 0);

describe("what must be forecast exactly", () => {
  test("a line", () => {
    const forecast = fitExponentialSmoothing(series(48, (t) => 5 + 0.01 * t))?.forecast(12);
    forecast?.forEach((value, h) => {
      expect(value).toBeCloseTo(5 + 0.01 * (48 + h), 8);
    });
    expect(forecast).toHaveLength(12);
  });

  test.each([
    ["that repeats", 0],
    ["on a line", 0.02],
  ])("a season %s", (_, growth) => {
    const fit = fitExponentialSmoothing(series(60, (t) => 3 + growth * t + seasonal(t)));
    fit?.forecast(24).forEach((value, h) => {
      expect(value).toBeCloseTo(3 + growth * (60 + h) + seasonal(60 + h), 8);
    });
    expect(fit?.structure).toBe(growth === 0 ? "ANA" : "AAA");
  });

  test("quarters", () => {
    const fit = fitExponentialSmoothing(series(20, (t) => 2 + seasonal(t % 4), 4));
    fit?.forecast(8).forEach((value, h) => {
      expect(value).toBeCloseTo(2 + seasonal(h % 4), 8);
    });
    expect(fit?.structure).toBe("ANA");
  });
});

describe("properties", () => {
  test("a shift of the series shifts the forecast and nothing else", () => {
    fc.assert(
      fc.property(history, fc.double({ min: -10, max: 10, noNaN: true }), (one, shift) => {
        const fit = fitExponentialSmoothing(one);
        const moved = fitExponentialSmoothing({ ...one, values: one.values.map((value) => value + shift) });
        expect(moved?.structure).toBe(fit?.structure);
        expect(moved?.sigma).toBeCloseTo(fit?.sigma as number, 6);
        const expected = fit?.forecast(12).map((value) => value + shift) as Float64Array;
        expect(farthest(moved?.forecast(12) as Float64Array, expected)).toBeLessThan(1e-5);
      }),
      { numRuns: 30 },
    );
  });

  test("the same series has the same forecast, bit for bit", () => {
    fc.assert(
      fc.property(history, (one) => {
        const twice = [fitExponentialSmoothing(one), fitExponentialSmoothing(one)];
        expect(twice[1]?.forecast(24)).toEqual(twice[0]?.forecast(24));
        expect(twice[1]?.aicc).toBe(twice[0]?.aicc);
      }),
      { numRuns: 10 },
    );
  });

  test("parameters stay in the usual region, and the likelihood is that of the parameters and states returned", () => {
    fc.assert(
      fc.property(history, (one) => {
        const fit = fitExponentialSmoothing(one);
        if (!fit) throw new Error("no fit");
        const { alpha, beta, gamma, phi } = fit.parameters;
        expect(alpha > 0 && alpha < 1 && beta >= 0 && beta <= alpha).toBe(true);
        expect(gamma >= 0 && gamma <= 1 - alpha).toBe(true);
        expect(phi === 1 || (phi >= 0.8 && phi <= 0.98)).toBe(true);
        expect(fit.initial.season.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 9);
        const at = likelihoodAt(one.values, fit.parameters, fit.initial);
        expect(at.logLikelihood).toBeCloseTo(fit.logLikelihood, 4);
      }),
      { numRuns: 30 },
    );
  });

  test("a surprise in the last period moves the forecast by the impulse response", () => {
    const { values } = series(60, (t) => 3 + 0.01 * t + seasonal(t) + 0.05 * Math.sin(t * t));
    const parameters = { alpha: 0.4, beta: 0.1, gamma: 0.2, phi: 0.9 };
    const initial = { level: 3, trend: 0.01, season: Float64Array.from(SEASON) };
    const surprised = values.map((value, t) => (t === 47 ? value + 1 : value));
    const path = (of: Float64Array): Float64Array => {
      const { states } = likelihoodAt(of.slice(0, 48), parameters, initial);
      let trend = 0;
      let step = states.trend;
      return Float64Array.from({ length: 24 }, (_, h) => {
        step *= parameters.phi;
        trend += step;
        return states.level + trend + (states.season[h % 12] as number);
      });
    };
    const before = path(values);
    const moved = path(surprised).map((value, h) => value - (before[h] as number));
    expect(farthest(moved, impulseResponse(parameters, 12, 25).slice(1))).toBeLessThan(1e-12);
  });
});

describe("hard series", () => {
  const finite = (one: ReturnType<typeof series>): void => {
    const fit = fitExponentialSmoothing(one);
    const numbers = [
      ...(fit?.forecast(36) ?? [Number.NaN]),
      ...(fit?.impulse(36) ?? [Number.NaN]),
      fit?.sigma ?? Number.NaN,
      fit?.aicc ?? Number.NaN,
    ];
    expect(numbers.filter((value) => !Number.isFinite(value))).toEqual([]);
  };

  test.each([0, 7, -3e9])("constant at %d", (level) => {
    finite(series(40, () => level));
    expect(fitExponentialSmoothing(series(40, () => level))?.forecast(3)).toEqual(
      Float64Array.of(level, level, level),
    );
  });

  test.each([0, 20, 59])("a huge outlier at %d", (place) => {
    finite(series(60, (t) => 5 + seasonal(t) + (t === place ? 1e6 : 0)));
  });

  test("a level shift, an alternating series and a spike train", () => {
    finite(series(60, (t) => (t < 30 ? 1 : 100)));
    finite(series(60, (t) => (t % 2 === 0 ? 1 : -1)));
    finite(series(60, (t) => (t % 12 === 0 ? 1e9 : 0)));
  });

  test.each([12, 4] as const)("the least length with %d periods, and one below it", (period) => {
    const least = exponentialSmoothing.leastLength(period);
    finite(series(least, (t) => 5 + 0.01 * t + seasonal(t) + 0.01 * Math.sin(t * t), period));
    expect(exponentialSmoothing.fit(series(least - 1, (t) => t, period))).toBeUndefined();
  });

  test("steps aside where a value is missing", () => {
    expect(fitExponentialSmoothing(series(60, (t) => (t === 5 ? Number.NaN : t)))).toBeUndefined();
  });

  test("a structure with more parameters than values is not fitted", () => {
    expect(fitStructure(series(17, seasonal), "AAdA")).toBeUndefined();
    expect(fitStructure(series(20, seasonal), "AAdA")).toBeDefined();
  });
});

test("levels are fitted as they come", () => {
  const one = series(48, (t) => 100 + t + 10 * seasonal(t) + Math.sin(t * t));
  expect(exponentialSmoothingLevels.fit(one)?.forecast(12)).toEqual(
    exponentialSmoothing.fit(one)?.forecast(12),
  );
  expect(exponentialSmoothingLevels.name).toBe("exponentialSmoothingLevels");
});
