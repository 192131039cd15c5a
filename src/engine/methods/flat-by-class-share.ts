import type { Method } from "./method.ts";

/** The remaining months bring what they brought last year, where last year's total follows from the class share. */
export const flatByClassShare: Method = {
  name: "flatByClassShare",
  says: "last year's same period over the usual share of the class, its remainder repeated",
  logRemainder: (known) =>
    known.priorYtd === undefined ? undefined : Math.log(known.priorYtd) + known.logOdds,
};
