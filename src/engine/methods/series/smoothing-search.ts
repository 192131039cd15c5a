import { leastSquaresWithin } from "./bounded-least-squares.ts";
import { ConcentratedSmoothing } from "./concentrated-smoothing.ts";
import { concentratedLogLikelihood, type SmoothingParameters } from "./innovations-state-space.ts";
import type { Series } from "./series-method.ts";

/** Structures with additive errors, named as in R: error, trend (None, Additive, damped) and season. */
export type SmoothingStructure = "ANN" | "AAN" | "AAdN" | "ANA" | "AAA" | "AAdA";

export const hasTrend = (structure: SmoothingStructure): boolean => structure[1] === "A";
export const isDamped = (structure: SmoothingStructure): boolean => structure[2] === "d";
export const isSeasonal = (structure: SmoothingStructure): boolean => structure.endsWith("A");

/** Smoothing parameters, initial states and the variance, counted as R's `ets` does. */
export function countParameters(structure: SmoothingStructure, period: number): number {
  const trend = (hasTrend(structure) ? 2 : 0) + (isDamped(structure) ? 1 : 0);
  return 3 + trend + (isSeasonal(structure) ? period : 0);
}

/** A point of the search: alpha, then beta and gamma as shares of their room below alpha and 1 - alpha, then phi. */
export type SearchPoint = readonly [alpha: number, betaShare: number, gammaShare: number, phi: number];

/** The bounds of R's `ets`: no smoothing parameter is quite zero or one. */
const LEAST = 1e-4;
const MOST = 1 - LEAST;
const LEAST_PHI = 0.8;
const MOST_PHI = 0.98;
/** A step must lower the sum of squares by this share to go on: at 120 values that is 0.00006 of log-likelihood. */
const TOLERANCE = 1e-6;

/** The maximum of the likelihood of one structure. */
export interface SearchResult {
  readonly structure: SmoothingStructure;
  readonly point: SearchPoint;
  readonly parameters: SmoothingParameters;
  readonly squares: number;
  readonly logLikelihood: number;
  /** Infinite where there are too few values for the parameters. */
  readonly aicc: number;
  /** Where the states stand. */
  readonly smoothing: ConcentratedSmoothing;
}

/**
 * Maximises the likelihood of a structure over its smoothing parameters, from the best of several starts.
 * `largest` is the largest absolute value of the series.
 * @see Hyndman, Koehler, Ord and Snyder (2008), Forecasting with Exponential Smoothing, chapter 5
 */
export function maximiseLikelihood(
  series: Series,
  largest: number,
  structure: SmoothingStructure,
  starts: readonly SearchPoint[],
): SearchResult {
  const { values, period } = series;
  const trended = hasTrend(structure);
  const damped = isDamped(structure);
  const seasonal = isSeasonal(structure);
  const free = [0, ...(trended ? [1] : []), ...(seasonal ? [2] : []), ...(damped ? [3] : [])];
  const smoothing = new ConcentratedSmoothing(values, seasonal ? period : 1, trended, free.length);

  let at: SearchPoint = [1, 0, 0, 1];
  const spread = (unknowns: Float64Array): SearchPoint => {
    const full: [number, number, number, number] = [1, 0, 0, 1];
    for (let i = 0; i < free.length; i++) full[free[i] as number] = unknowns[i] as number;
    return full;
  };
  const parametersAt = ([alpha, betaShare, gammaShare, phi]: SearchPoint): SmoothingParameters => ({
    alpha,
    beta: trended ? LEAST + betaShare * (alpha - LEAST) : 0,
    gamma: seasonal ? LEAST + gammaShare * (MOST - alpha) : 0,
    phi,
  });
  const directionsAt = ([alpha, betaShare, gammaShare]: SearchPoint): readonly SmoothingParameters[] => [
    { alpha: 1, beta: betaShare, gamma: -gammaShare, phi: 0 },
    { alpha: 0, beta: alpha - LEAST, gamma: 0, phi: 0 },
    { alpha: 0, beta: 0, gamma: MOST - alpha, phi: 0 },
    { alpha: 0, beta: 0, gamma: 0, phi: 1 },
  ];
  const among = (full: SearchPoint): Float64Array => Float64Array.from(free, (i) => full[i] as number);
  const problem = {
    lower: among([LEAST, 0, 0, LEAST_PHI]),
    upper: among([MOST, 1, 1, MOST_PHI]),
    evaluate(unknowns: Float64Array): number {
      at = spread(unknowns);
      return smoothing.evaluate(parametersAt(at));
    },
    linearise(products: Float64Array, gradient: Float64Array): void {
      const directions = directionsAt(at);
      smoothing.linearise(
        free.map((i) => directions[i] as SmoothingParameters),
        products,
        gradient,
      );
    },
  };

  let best: Float64Array | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const start of starts) {
    const unknowns = among(start);
    const squares = problem.evaluate(unknowns);
    if (best && !(squares < least)) continue;
    least = squares;
    best = unknowns;
  }
  const squares = leastSquaresWithin(problem, best as Float64Array, TOLERANCE);
  const length = values.length;
  const logLikelihood = concentratedLogLikelihood(squares, length, largest);
  const count = countParameters(structure, period);
  const spare = length - count - 1;
  return {
    structure,
    point: at,
    parameters: parametersAt(at),
    squares,
    logLikelihood,
    aicc: spare > 0 ? -2 * logLikelihood + (2 * count * length) / spare : Number.POSITIVE_INFINITY,
    smoothing,
  };
}
