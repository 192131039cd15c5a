import { flatByClassShare } from "../methods/flat-by-class-share.ts";
import { flatRemainder } from "../methods/flat-remainder.ts";
import type { Method } from "../methods/method.ts";
import { priorTotalShare } from "../methods/prior-total-share.ts";
import { remainderLevel } from "../methods/remainder-level.ts";
import type { Combination } from "./combination.ts";
import type { Completed } from "./known.ts";

/** In the order of trust when nothing is booked yet: what last year brought, then the level of past years. */
const METHODS_WITHOUT_YTD: readonly Method[] = [
  flatRemainder,
  priorTotalShare,
  remainderLevel,
  flatByClassShare,
];
/** Nothing booked after a month or more is unusual: the scale is several times the ordinary one. */
const SCALE = 0.5;
const DEGREES_OF_FREEDOM = 3;

/** A year in which nothing is booked yet: what a method that does not need it says, with a wide scale. */
export function withoutYearToDate(known: Completed): Combination | undefined {
  for (const method of METHODS_WITHOUT_YTD) {
    const logRemainder = method.logRemainder(known);
    if (logRemainder === undefined || !Number.isFinite(logRemainder)) continue;
    return {
      logRemainder,
      scale: SCALE,
      degreesOfFreedom: DEGREES_OF_FREEDOM,
      trend: 0,
      members: [{ name: method.name, logRemainder, weight: 1 }],
    };
  }
  return undefined;
}
