import type { Method } from "./method.ts";

/**
 * Remainder of a year of which a share is booked: ytd (1 - share) / share. Same unit as `ytd`, positive.
 * @example remainderByShare({ ytd: 36, share: 0.36 }) // => 64
 */
export function remainderByShare({ ytd, share }: { ytd: number; share: number }): number {
  return (ytd * (1 - share)) / share;
}

/** The year to date divided by the usual cumulative share of the class. */
export const classShareMethod: Method = {
  name: "classShare",
  says: "the year to date over the usual share of the class",
  logRemainder: (known) => (known.ytd > 0 ? Math.log(known.ytd) + known.logOdds : undefined),
};
