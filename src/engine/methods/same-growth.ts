import type { Method } from "./method.ts";

/**
 * The remaining months grow as the year to date did. The same estimator as a chain ladder on last year alone, so
 * the two are never offered as separate votes.
 */
export const sameGrowth: Method = {
  name: "sameGrowth",
  says: "last year's remaining months at the growth so far",
  logRemainder: ({ priorRemainder, logGrowth }) =>
    priorRemainder === undefined || logGrowth === undefined
      ? undefined
      : Math.log(priorRemainder) + logGrowth,
};
