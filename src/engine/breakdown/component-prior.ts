import type { IndicatorClass } from "../forecast/evidence.ts";

/** What is known of how the parts of one total move together before any of them is seen. */
export interface ComponentPrior {
  /** Correlation of two parts' errors of the rest of the year, by the class of the total's indicator; 0 to 1. */
  readonly correlation: Readonly<Record<IndicatorClass, number>>;
}
