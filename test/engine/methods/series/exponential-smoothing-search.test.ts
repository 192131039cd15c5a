import fc from "fast-check";
import { expect, test } from "vitest";
import { leastSquaresWithin } from "../../../../src/engine/methods/series/bounded-least-squares.ts";
import { factorise, solve } from "../../../../src/engine/methods/series/cholesky.ts";
import { ConcentratedSmoothing } from "../../../../src/engine/methods/series/concentrated-smoothing.ts";
import { likelihoodAt } from "../../../../src/engine/methods/series/innovations-state-space.ts";

const values = Float64Array.from(
  { length: 40 },
  (_, t) => 3 + 0.02 * t + Math.sin(t) + 0.3 * Math.sin(t * t),
);
const parameters = { alpha: 0.3, beta: 0.1, gamma: 0.2, phi: 0.9 };

test("no other initial states have a higher likelihood", () => {
  const smoothing = new ConcentratedSmoothing(values, 4, true, 0);
  smoothing.evaluate(parameters);
  const { initial, last } = smoothing.states();
  const at = likelihoodAt(values, parameters, initial);
  const first = (states: typeof last): number => states.level + (states.season[0] as number);
  expect(first(at.states)).toBeCloseTo(first(last), 10);
  expect(at.states.trend).toBeCloseTo(last.trend, 10);
  const shift = fc.double({ min: -1, max: 1, noNaN: true });
  fc.assert(
    fc.property(shift, shift, fc.array(shift, { minLength: 4, maxLength: 4 }), (level, trend, season) => {
      const other = {
        level: initial.level + level,
        trend: initial.trend + trend,
        season: initial.season.map((value, i) => value + (season[i] as number)),
      };
      expect(likelihoodAt(values, parameters, other).logLikelihood).toBeLessThanOrEqual(
        at.logLikelihood + 1e-9,
      );
    }),
  );
});

test("the gradient is that of the concentrated sum of squares", () => {
  const smoothing = new ConcentratedSmoothing(values, 4, true, 4);
  const none = { alpha: 0, beta: 0, gamma: 0, phi: 0 };
  const keys = ["alpha", "beta", "gamma", "phi"] as const;
  const products = new Float64Array(16);
  const gradient = new Float64Array(4);
  smoothing.evaluate(parameters);
  smoothing.linearise(
    keys.map((key) => ({ ...none, [key]: 1 })),
    products,
    gradient,
  );
  const step = 1e-6;
  keys.forEach((key, i) => {
    const above = smoothing.evaluate({ ...parameters, [key]: parameters[key] + step });
    const below = smoothing.evaluate({ ...parameters, [key]: parameters[key] - step });
    expect(2 * (gradient[i] as number)).toBeCloseTo((above - below) / (2 * step), 5);
  });
});

/** Rosenbrock's valley as two errors: 10 (y - x^2) and 1 - x. */
const valley = (lower: number[], upper: number[]) => {
  let x = 0;
  let y = 0;
  return {
    lower: Float64Array.from(lower),
    upper: Float64Array.from(upper),
    evaluate(point: Float64Array): number {
      x = point[0] as number;
      y = point[1] as number;
      return (10 * (y - x * x)) ** 2 + (1 - x) ** 2;
    },
    linearise(products: Float64Array, gradient: Float64Array): void {
      const bend = 10 * (y - x * x);
      products.set([400 * x * x + 1, -200 * x, -200 * x, 100]);
      gradient.set([-20 * x * bend - (1 - x), 10 * bend]);
    },
  };
};

test("least squares within bounds: inside, and on a bound", () => {
  const inside = Float64Array.of(-1.2, 1);
  expect(leastSquaresWithin(valley([-2, -2], [2, 2]), inside, 1e-12)).toBeLessThan(1e-12);
  expect([...inside]).toEqual([expect.closeTo(1, 6), expect.closeTo(1, 6)]);
  const bound = Float64Array.of(-1.2, 1);
  expect(leastSquaresWithin(valley([-2, -2], [0.5, 2]), bound, 1e-12)).toBeCloseTo(0.25, 9);
  expect([...bound]).toEqual([0.5, expect.closeTo(0.25, 6)]);
});

test("Cholesky solves, and leaves out a column that depends on others", () => {
  const solution = Float64Array.of(1, 2);
  const matrix = Float64Array.of(4, 2, 2, 3);
  factorise(matrix, 2);
  solve(matrix, 2, solution);
  expect([...solution]).toEqual([expect.closeTo(-0.125, 12), expect.closeTo(0.75, 12)]);
  const singular = Float64Array.of(1, 1, 1, 1);
  const right = Float64Array.of(2, 2);
  factorise(singular, 2);
  solve(singular, 2, right);
  expect([...right]).toEqual([2, 0]);
});
