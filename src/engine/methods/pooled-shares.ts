import type { Method } from "./method.ts";

/** Past years that the class pattern is worth: one year of one's own already says as much as the class does. */
export const CLASS_YEARS = 1;

/**
 * Credibility mean of a series' own values and its class: the class counts as `CLASS_YEARS` more years.
 * @see Buhlmann and Straub (1970), Bull. Swiss Ass. Act. 70, 111-133
 * @example pooledMean({ own: [1, 2], ofClass: 0 }) // => 1
 */
export function pooledMean({ own, ofClass }: { own: readonly number[]; ofClass: number }): number {
  let sum = CLASS_YEARS * ofClass;
  for (const value of own) sum += value;
  return sum / (own.length + CLASS_YEARS);
}

/** Shares of all past years, pooled with the pattern of the class, averaged as log odds. */
export const pooledShares: Method = {
  name: "pooledShares",
  says: "shares of all past years pooled with the class",
  logRemainder: ({ ytd, past, logOdds }) =>
    past.length === 0 || ytd <= 0
      ? undefined
      : Math.log(ytd) + pooledMean({ own: past.map((year) => year.logOdds), ofClass: logOdds }),
};
