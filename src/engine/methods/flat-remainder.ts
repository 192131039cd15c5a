import type { Method } from "./method.ts";

/** The remaining months bring exactly what they brought last year. */
export const flatRemainder: Method = {
  name: "flatRemainder",
  says: "last year's remaining months repeated",
  logRemainder: (known) => (known.priorRemainder === undefined ? undefined : Math.log(known.priorRemainder)),
};
