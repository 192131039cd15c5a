import type { Method } from "./method.ts";

/** The usual remaining share of the class, of last year's total: indifferent to how this year began. */
export const priorTotalShare: Method = {
  name: "priorTotalShare",
  says: "the usual remaining share of the class, of last year's total",
  logRemainder: (known) =>
    known.priorFullYear === undefined ? undefined : Math.log(known.priorFullYear * (1 - known.share)),
};
