import { log } from "../../elementary-functions.ts";
/** Smoothing parameters of level, trend and season, and the damping of the trend; zero and one where absent. */
export interface SmoothingParameters {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  readonly phi: number;
}

/** Level, trend and seasons before the next value; the season of that value first. One season of 0 where there is none. */
export interface SmoothingStates {
  readonly level: number;
  readonly trend: number;
  readonly season: Float64Array;
}

/**
 * Runs exponential smoothing with additive errors over `values`:
 * e = y - (l + phi b + s); l = l + phi b + alpha e; b = phi b + beta e; s = s + gamma e.
 * `seasons` holds the initial seasons in its first places and is filled with the later ones, so it is as long as
 * `values` and a year; `rises` gets phi b before each value, and one after the last. Returns the sum of the squared
 * errors and leaves the last level in `last`.
 * @see Hyndman, Koehler, Ord and Snyder (2008), Forecasting with Exponential Smoothing, table 2.2
 */
export function smooth(
  values: Float64Array,
  { alpha, beta, gamma, phi }: SmoothingParameters,
  initialLevel: number,
  initialTrend: number,
  errors: Float64Array,
  rises: Float64Array,
  seasons: Float64Array,
  last: Float64Array,
): number {
  const length = values.length;
  const period = seasons.length - length;
  // Level and rise are carried as their sum, which shortens the chain from one error to the next to three operations.
  const riseGain = phi * beta;
  const gain = alpha + riseGain;
  let rise = phi * initialTrend;
  let ahead = initialLevel + rise;
  let squares = 0;
  for (let t = 0; t < length; t++) {
    const season = seasons[t] as number;
    rises[t] = rise;
    const error = (values[t] as number) - season - ahead;
    errors[t] = error;
    squares += error * error;
    rise *= phi;
    ahead = ahead + rise + gain * error;
    rise += riseGain * error;
    seasons[t + period] = season + gamma * error;
  }
  rises[length] = rise;
  last[0] = ahead - rise;
  return squares;
}

/** Errors that are zero but for rounding count as this share of the largest value, so that a likelihood is finite. */
const ROUNDING = 1e-10;

/** The largest absolute value. */
export function largestOf(values: Float64Array): number {
  let largest = 0;
  for (let t = 0; t < values.length; t++) largest = Math.max(largest, Math.abs(values[t] as number));
  return largest;
}

/** Gaussian log-likelihood of `length` errors with their variance at its maximum. */
export function concentratedLogLikelihood(squares: number, length: number, largest: number): number {
  const variance = Math.max(squares / length, (ROUNDING * Math.max(largest, ROUNDING)) ** 2);
  return (-length / 2) * (log(2 * Math.PI * variance) + 1);
}

/**
 * The Gaussian log-likelihood of `values` at given parameters and initial states, the variance at its maximum, with
 * the states after the last value. R's `ets` leaves the constant n/2 (log(2 pi / n) + 1) out.
 * @see Hyndman, Koehler, Ord and Snyder (2008), equation (5.3)
 */
export function likelihoodAt(
  values: Float64Array,
  parameters: SmoothingParameters,
  initial: SmoothingStates,
): { readonly logLikelihood: number; readonly states: SmoothingStates } {
  const length = values.length;
  const seasons = new Float64Array(length + initial.season.length);
  seasons.set(initial.season);
  const last = new Float64Array(1);
  const rises = new Float64Array(length + 1);
  const { level, trend } = initial;
  const squares = smooth(values, parameters, level, trend, new Float64Array(length), rises, seasons, last);
  return {
    logLikelihood: concentratedLogLikelihood(squares, length, largestOf(values)),
    states: {
      level: last[0] as number,
      trend: (rises[length] as number) / parameters.phi,
      season: seasons.slice(length),
    },
  };
}

/** Expected values of the next `horizon` periods: level, damped trends and season. */
export function expectedPath(
  { phi }: SmoothingParameters,
  { level, trend, season }: SmoothingStates,
  horizon: number,
): Float64Array {
  const path = new Float64Array(horizon);
  let rise = 0;
  let step = trend;
  for (let h = 0; h < horizon; h++) {
    step *= phi;
    rise += step;
    path[h] = level + rise + (season[h % season.length] as number);
  }
  return path;
}

/**
 * What one unit of error adds to the value 0, 1, .. periods on: 1, then alpha + beta (phi + .. + phi^j), and gamma
 * more at each anniversary.
 * @see Hyndman, Koehler, Ord and Snyder (2008), table 6.1
 * @example [...impulseResponse({ alpha: 0.5, beta: 0.25, gamma: 0.125, phi: 1 }, 4, 5)] // => [1,0.75,1,1.25,1.625]
 */
export function impulseResponse(
  { alpha, beta, gamma, phi }: SmoothingParameters,
  period: number,
  horizon: number,
): Float64Array {
  const response = new Float64Array(horizon);
  let rise = 0;
  let step = beta;
  for (let j = 1; j < horizon; j++) {
    step *= phi;
    rise += step;
    response[j] = alpha + rise + (j % period === 0 ? gamma : 0);
  }
  if (horizon > 0) response[0] = 1;
  return response;
}
