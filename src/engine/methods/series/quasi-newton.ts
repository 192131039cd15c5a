/** Slope by differences: near the root of the precision of a deviance of a few hundred. */
const STEP = 1e-6;
const MOST_ITERATIONS = 40;
const MOST_HALVINGS = 8;
/** Ends when a Newton step promises less than this. */
const ENOUGH = 1e-5;
const LONGEST_STEP = 1;

/**
 * Minimises a smooth function of a few variables by the BFGS method with slopes by differences and a backtracking
 * line search. `point` is the start and becomes the minimum; `curvature` is the first guess of the second
 * derivatives along the axes. Returns the least value.
 * @see Nocedal and Wright (2006), Numerical Optimization, algorithm 6.1
 */
export function quasiNewton(
  objective: (point: Float64Array) => number,
  point: Float64Array,
  curvature: readonly number[],
): number {
  const size = point.length;
  const inverse = new Float64Array(size * size);
  for (let i = 0; i < size; i++) inverse[i * size + i] = 1 / (curvature[i] as number);
  const slope = new Float64Array(size);
  const nextSlope = new Float64Array(size);
  const direction = new Float64Array(size);
  const change = new Float64Array(size);
  const turned = new Float64Array(size);
  const start = new Float64Array(size);

  let value = objective(point);
  if (!Number.isFinite(value)) return value;
  const slopeAt = (into: Float64Array): void => {
    for (let i = 0; i < size; i++) {
      const here = point[i] as number;
      point[i] = here + STEP;
      into[i] = (objective(point) - value) / STEP;
      point[i] = here;
    }
  };

  slopeAt(slope);
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
    let decrease = 0;
    let length = 0;
    for (let i = 0; i < size; i++) {
      let sum = 0;
      for (let j = 0; j < size; j++) sum -= (inverse[i * size + j] as number) * (slope[j] as number);
      direction[i] = sum;
      decrease -= sum * (slope[i] as number);
      length = Math.max(length, Math.abs(sum));
    }
    if (!(decrease > ENOUGH)) break;
    start.set(point);
    let step = length > LONGEST_STEP ? LONGEST_STEP / length : 1;
    let reached = Number.POSITIVE_INFINITY;
    for (let halving = 0; halving < MOST_HALVINGS; halving++) {
      for (let i = 0; i < size; i++) point[i] = (start[i] as number) + step * (direction[i] as number);
      reached = objective(point);
      if (reached <= value - 1e-4 * step * decrease) break;
      const bend = 2 * (reached - value + step * decrease);
      const guess = bend > 0 ? (step * step * decrease) / bend : 0;
      step = Math.min(0.5 * step, Math.max(0.1 * step, guess));
    }
    if (!(reached < value)) {
      point.set(start);
      break;
    }
    value = reached;
    slopeAt(nextSlope);
    let bend = 0;
    for (let i = 0; i < size; i++) {
      change[i] = (point[i] as number) - (start[i] as number);
      bend += (change[i] as number) * ((nextSlope[i] as number) - (slope[i] as number));
    }
    if (bend > 1e-12) {
      let quadratic = 0;
      for (let i = 0; i < size; i++) {
        let sum = 0;
        for (let j = 0; j < size; j++)
          sum += (inverse[i * size + j] as number) * ((nextSlope[j] as number) - (slope[j] as number));
        turned[i] = sum;
      }
      for (let i = 0; i < size; i++)
        quadratic += (turned[i] as number) * ((nextSlope[i] as number) - (slope[i] as number));
      for (let i = 0; i < size; i++)
        for (let j = 0; j < size; j++)
          inverse[i * size + j] =
            (inverse[i * size + j] as number) +
            ((1 + quadratic / bend) * (change[i] as number) * (change[j] as number) -
              (turned[i] as number) * (change[j] as number) -
              (change[i] as number) * (turned[j] as number)) /
              bend;
    }
    slope.set(nextSlope);
  }
  return value;
}
