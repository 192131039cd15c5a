import type { Method } from "./method.ts";

/** Each year further back counts this much less: patterns move, but one year alone is an accident. */
export const RECENCY = 0.6;

/**
 * Weighted mean of values ordered oldest first, the newest with weight 1 and each earlier one `RECENCY` times less.
 * @example recentMean([1, 2]) // => 1.625
 */
export function recentMean(values: readonly number[]): number {
  let sum = 0;
  let weights = 0;
  let weight = 1;
  for (let i = values.length - 1; i >= 0; i--) {
    sum += weight * (values[i] as number);
    weights += weight;
    weight *= RECENCY;
  }
  return sum / weights;
}

/** Shares of past years, recent years counting more, averaged as log odds. */
export const recentShares: Method = {
  name: "recentShares",
  says: "past shares at the same month, recent years counting more",
  logRemainder: ({ ytd, past }) =>
    past.length === 0 || ytd <= 0 ? undefined : Math.log(ytd) + recentMean(past.map((year) => year.logOdds)),
};
