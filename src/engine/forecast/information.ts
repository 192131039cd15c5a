import type { Completed } from "./known.ts";
import type { DataInformation } from "./priors.ts";

/**
 * Which learned model applies: the richest state of information that is complete. One past year that is last year
 * says no more than growth and last year's total; two or more make a record of shares.
 */
export function informationOf(known: Completed): DataInformation {
  const grows = known.logGrowth !== undefined;
  const years = known.past.length;
  const onlyLastYear = years === 1 && grows && known.priorFullYear !== undefined;
  if (years > 0 && !onlyLastYear && known.ytd > 0) return grows ? "growth+past" : "past";
  if (known.priorFullYear !== undefined) return grows ? "growth+priorFullYear" : "priorFullYear";
  return grows ? "growth" : "ytd";
}
