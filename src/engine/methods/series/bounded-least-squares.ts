import { factorise, solve } from "./cholesky.ts";

/** A sum of squares to be made small within bounds, one pair of bounds for each unknown. */
export interface LeastSquaresProblem {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** The sum of squares at a point. */
  evaluate(point: Float64Array): number;
  /** Cross products of the derivatives of the errors (row by row), and of them with the errors, where `evaluate` was last. */
  linearise(products: Float64Array, gradient: Float64Array): void;
}

const MOST_STEPS = 50;
const FIRST_DAMPING = 1e-3;
const LARGEST_DAMPING = 1e6;
const LARGEST_BENT_DAMPING = 10;

/**
 * Moves `point` to a minimum of a sum of squares within bounds and returns the sum there, which `evaluate` saw last.
 * Ends when a step gains less than the share `tolerance`. Derivative products stand for the curvature, corrected along
 * the last step by how the gradient changed there, without which large errors make the convergence slow.
 * @see Marquardt (1963), SIAM Journal on Applied Mathematics 11, 431-441; Dennis and Schnabel (1983), Numerical
 * Methods for Unconstrained Optimization and Nonlinear Equations, sections 9.2 and 10.3
 */
export function leastSquaresWithin(
  problem: LeastSquaresProblem,
  point: Float64Array,
  tolerance: number,
): number {
  const { lower, upper } = problem;
  const size = point.length;
  const products = new Float64Array(size * size);
  const gradient = new Float64Array(size);
  const gradientBefore = new Float64Array(size);
  const move = new Float64Array(size);
  const system = new Float64Array(size * size);
  const step = new Float64Array(size);
  const candidate = new Float64Array(size);
  const fixed = new Uint8Array(size);
  let damping = FIRST_DAMPING;
  let best = problem.evaluate(point);
  let atBest = true;
  for (let steps = 0; steps < MOST_STEPS && best > 0; steps++) {
    problem.linearise(products, gradient);
    if (steps > 0) correctCurvature(products, gradient, gradientBefore, move, step);
    let gained = 0;
    while (damping < LARGEST_DAMPING) {
      const expected = boundedStep(
        products,
        gradient,
        damping,
        point,
        lower,
        upper,
        system,
        step,
        candidate,
        fixed,
      );
      if (!(expected > tolerance * best)) {
        // A step bent by the bounds may promise nothing where a shorter one, nearer to the gradient, does.
        if (damping > LARGEST_BENT_DAMPING) break;
        damping *= 10;
        continue;
      }
      const value = problem.evaluate(candidate);
      atBest = value < best;
      if (atBest) {
        gained = best - value;
        if (gained > 0.75 * expected) damping /= 10;
        else if (gained < 0.25 * expected) damping *= 4;
        break;
      }
      damping *= 10;
    }
    if (gained === 0) break;
    for (let i = 0; i < size; i++) move[i] = (candidate[i] as number) - (point[i] as number);
    gradientBefore.set(gradient);
    point.set(candidate);
    best -= gained;
    if (gained <= tolerance * best) break;
  }
  return atBest ? best : problem.evaluate(point);
}

/** The least share of the curvature of the derivative products that the corrected one keeps (Powell's damping). */
const LEAST_CURVATURE = 0.5;

/** One BFGS update: makes `products` agree with the change of the gradient over the last move; overwrites `gradientBefore`. */
function correctCurvature(
  products: Float64Array,
  gradient: Float64Array,
  gradientBefore: Float64Array,
  move: Float64Array,
  image: Float64Array,
): void {
  const size = move.length;
  let curvature = 0;
  let changed = 0;
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let j = 0; j < size; j++) sum += (products[i * size + j] as number) * (move[j] as number);
    image[i] = sum;
    curvature += sum * (move[i] as number);
    changed += ((gradient[i] as number) - (gradientBefore[i] as number)) * (move[i] as number);
  }
  if (!(curvature > 0)) return;
  const least = LEAST_CURVATURE * curvature;
  const share = changed >= least ? 1 : (curvature - least) / (curvature - changed);
  const along = share * changed + (1 - share) * curvature;
  for (let i = 0; i < size; i++) {
    const change =
      share * ((gradient[i] as number) - (gradientBefore[i] as number)) + (1 - share) * (image[i] as number);
    gradientBefore[i] = change;
  }
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++)
      products[i * size + j] =
        (products[i * size + j] as number) -
        ((image[i] as number) * (image[j] as number)) / curvature +
        ((gradientBefore[i] as number) * (gradientBefore[j] as number)) / along;
}

/**
 * Fills `candidate` with the damped step from `point` and returns the gain that it promises. An unknown that presses
 * on a bound, or whose step leaves it, is put on the bound and the step of the others is worked out anew.
 */
function boundedStep(
  products: Float64Array,
  gradient: Float64Array,
  damping: number,
  point: Float64Array,
  lower: Float64Array,
  upper: Float64Array,
  system: Float64Array,
  step: Float64Array,
  candidate: Float64Array,
  fixed: Uint8Array,
): number {
  const size = point.length;
  fixed.fill(0);
  candidate.set(point);
  for (let i = 0; i < size; i++) {
    const slope = gradient[i] as number;
    const at = point[i] as number;
    if ((at <= (lower[i] as number) && slope > 0) || (at >= (upper[i] as number) && slope < 0)) fixed[i] = 1;
  }
  for (let more = true; more; ) {
    for (let i = 0; i < size; i++) {
      let slope = gradient[i] as number;
      for (let j = 0; j < size; j++) {
        const product = products[i * size + j] as number;
        if (fixed[j]) slope += product * ((candidate[j] as number) - (point[j] as number));
        system[i * size + j] = fixed[i] || fixed[j] ? 0 : product;
      }
      const diagonal = system[i * size + i] as number;
      system[i * size + i] = diagonal > 0 ? diagonal * (1 + damping) : 1;
      step[i] = fixed[i] ? 0 : -slope;
    }
    factorise(system, size);
    solve(system, size, step);
    more = false;
    for (let i = 0; i < size; i++) {
      if (fixed[i]) continue;
      const to = (point[i] as number) + (step[i] as number);
      candidate[i] = Math.min(upper[i] as number, Math.max(lower[i] as number, to));
      if (candidate[i] === to) continue;
      fixed[i] = 1;
      more = true;
    }
  }
  let gain = 0;
  for (let i = 0; i < size; i++) {
    const move = (candidate[i] as number) - (point[i] as number);
    let slope = 2 * (gradient[i] as number);
    for (let j = 0; j < size; j++)
      slope += (products[i * size + j] as number) * ((candidate[j] as number) - (point[j] as number));
    gain -= slope * move;
  }
  return gain;
}
