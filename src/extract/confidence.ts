import type { Doubt } from "./extraction.ts";

/** What each doubt leaves of the confidence. */
const LEFT: Readonly<Record<Doubt, number>> = {
  indicatorCarried: 0.93,
  periodCarried: 0.9,
  periodAssumed: 0.7,
  placeCarried: 0.97,
  placeUnknown: 0.85,
  yearInferred: 0.95,
  yearUnknown: 0.8,
  attributionDistant: 0.85,
  severalShares: 0.95,
  decimalSignUncertain: 0.8,
};
const CERTAIN = 0.98;

/**
 * How sure a figure is, from what there is to doubt.
 * @example confidenceOf(["placeUnknown", "yearUnknown"]) // => 0.67
 */
export const confidenceOf = (doubts: Iterable<Doubt>): number =>
  Number([...doubts].reduce((left, doubt) => left * LEFT[doubt], CERTAIN).toFixed(2));
