import { DRAWS } from "./normal-draws.ts";
import { sampleQuantile } from "./sample-paths.ts";

/** The coming periods as one distribution: a sample of paths, and the central one. Amounts share one unit. */
export interface JointForecast {
  /** Periods of each path, counted from the first one after the history. */
  readonly horizon: number;
  /** How many of them belong to the year in question. */
  readonly remaining: number;
  /** `DRAWS` paths of `horizon` amounts, path after path. */
  readonly paths: Float64Array;
  /** The central path; over the remaining periods it adds up to the median of the remainder. */
  readonly central: Float64Array;
  /** The amounts of the year's reported periods, in order. */
  readonly reported: Float64Array;
}

/**
 * The sum of the periods from step `from` up to but not including `to` in each path, in increasing order: the
 * distribution of a month, a quarter, or a year.
 */
export function sumsOf({ paths, horizon }: JointForecast, from: number, to: number): Float64Array {
  const sums = new Float64Array(DRAWS);
  for (let draw = 0; draw < DRAWS; draw++) {
    let sum = 0;
    for (let step = from; step < to; step++) sum += paths[draw * horizon + step] as number;
    sums[draw] = sum;
  }
  return sums.sort();
}

/** Central interval of sorted draws. */
export function intervalOf(
  sorted: Float64Array,
  level: number,
): { readonly lower: number; readonly upper: number } {
  return {
    lower: sampleQuantile(sorted, (1 - level) / 2),
    upper: sampleQuantile(sorted, (1 + level) / 2),
  };
}
