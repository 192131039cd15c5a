import { exp } from "./elementary-functions.ts";

/** Beyond this many standard deviations less than 1e-15 is left. */
const FARTHEST = 8;
const LOG_ROOT_TWO_PI = 0.9189385332046728;

/**
 * The probability that a standard normal variable is at most `deviations`, to machine precision.
 * @see Marsaglia (2004), Evaluating the normal distribution, Journal of Statistical Software 11(4), page 3
 * @example normalProbability(0) // => 0.5
 * @example normalProbability(1.959963984540054) // => 0.975
 */
export function normalProbability(deviations: number): number {
  if (Math.abs(deviations) > FARTHEST) return deviations > 0 ? 1 : 0;
  const square = deviations * deviations;
  let term = deviations;
  let sum = deviations;
  for (let odd = 3, before = Number.NaN; sum !== before; odd += 2) {
    before = sum;
    term *= square / odd;
    sum += term;
  }
  return 0.5 + sum * exp(-square / 2 - LOG_ROOT_TWO_PI);
}
