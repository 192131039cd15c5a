/** Value and gradient at a point; the gradient is written into the second argument. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

const MEMORY = 30;
const ARMIJO = 1e-4;
const SMALLEST_STEP = 1e-10;

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
};

/**
 * Minimum of a smooth function by limited-memory BFGS with backtracking; deterministic.
 * @see Nocedal and Wright (2006), Numerical Optimization, algorithm 7.4
 */
export function minimise(objective: Objective, start: Float64Array, iterations: number): Float64Array {
  const n = start.length;
  let x = Float64Array.from(start);
  let gradient = new Float64Array(n);
  let value = objective(x, gradient);
  const history: { s: Float64Array; y: Float64Array; rho: number }[] = [];
  for (let iteration = 0; iteration < iterations; iteration++) {
    const direction = Float64Array.from(gradient);
    const alphas: number[] = [];
    for (let k = history.length - 1; k >= 0; k--) {
      const { s, y, rho } = history[k] as (typeof history)[number];
      const alpha = rho * dot(s, direction);
      alphas[k] = alpha;
      for (let i = 0; i < n; i++) direction[i] = (direction[i] as number) - alpha * (y[i] as number);
    }
    const newest = history[history.length - 1];
    const scale =
      newest === undefined
        ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient)))
        : 1 / (newest.rho * dot(newest.y, newest.y));
    for (let i = 0; i < n; i++) direction[i] = (direction[i] as number) * scale;
    for (let k = 0; k < history.length; k++) {
      const { s, y, rho } = history[k] as (typeof history)[number];
      const beta = rho * dot(y, direction);
      for (let i = 0; i < n; i++)
        direction[i] = (direction[i] as number) + (s[i] as number) * ((alphas[k] as number) - beta);
    }
    const slope = -dot(gradient, direction);
    if (slope > -1e-12) break;
    let step = 1;
    let next = x;
    let nextGradient = gradient;
    let nextValue = value;
    while (step > SMALLEST_STEP) {
      next = x.map((v, i) => v - step * (direction[i] as number));
      nextGradient = new Float64Array(n);
      nextValue = objective(next, nextGradient);
      if (nextValue <= value + ARMIJO * step * slope) break;
      step /= 2;
    }
    if (!(nextValue < value)) break;
    const s = next.map((v, i) => v - (x[i] as number));
    const y = nextGradient.map((v, i) => v - (gradient[i] as number));
    const curvature = dot(s, y);
    if (curvature > 1e-12) {
      history.push({ s, y, rho: 1 / curvature });
      if (history.length > MEMORY) history.shift();
    }
    const gain = value - nextValue;
    x = next;
    gradient = nextGradient;
    value = nextValue;
    if (gain < 1e-7 * (1 + Math.abs(value))) break;
  }
  return x;
}
