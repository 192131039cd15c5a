import { exp, log } from "../elementary-functions.ts";
import type { Distribution } from "../forecast/distribution.ts";

export interface DistributionsOfTotal {
  /** The total's own forecast. */
  readonly own: Distribution;
  /** The sum of its parts. */
  readonly ofParts: Distribution;
  /** Weight of the total's own forecast in the reconciliation, 0 to 1. */
  readonly ownWeight: number;
  /** The reconciled full year. */
  readonly fullYear: number;
  /** What cannot be lost again; -Infinity where the amount can fall. */
  readonly booked: number;
}

/** Probabilities closer than this to 0 or 1 are not told apart from them. */
const LEAST_TAIL = 1e-15;
/** Log odds closer than this are the same. */
const CLOSE = 1e-12;
const MAX_STEPS = 80;

/**
 * The total's distribution from its own one and its parts' sum: the average of the two quantiles at every level
 * (Vincentisation), with the reconciliation's weights, moved to the reconciled full year as its median. Where
 * something is booked, what is above it is scaled; otherwise the whole is shifted. Averaged quantiles keep the width
 * of the two; averaged probabilities would add their disagreement to it.
 * @see Ratcliff (1979), Psychological Bulletin 86, 446-461
 * @see Lichtendahl, Grushka-Cockayne and Winkler (2013), Management Science 59, 1594-1611
 */
export function reconciledDistribution(sources: DistributionsOfTotal): Distribution {
  const { own, ofParts, ownWeight, fullYear, booked } = sources;
  const average = (a: number, b: number): number =>
    ownWeight === 0 ? b : ownWeight === 1 ? a : b + ownWeight * (a - b);
  const centre = average(own.median, ofParts.median);
  const isScaled = booked > Number.NEGATIVE_INFINITY && centre > booked;
  const ratio = isScaled ? (fullYear - booked) / (centre - booked) : 1;
  const averaged = (level: number): number => average(own.quantile(level), ofParts.quantile(level));
  const moved = (value: number): number =>
    Math.max(booked, isScaled ? booked + (value - booked) * ratio : value + fullYear - centre);
  return {
    median: fullYear,
    quantile: (level) => moved(averaged(level)),
    survival: (value) => {
      if (value <= booked) return 1;
      if (ratio === 0) return 0;
      const sought = isScaled ? booked + (value - booked) / ratio : value - fullYear + centre;
      if (ownWeight === 0) return ofParts.survival(sought);
      if (ownWeight === 1) return own.survival(sought);
      // Near straight in the log odds, where the root is looked for.
      const distance = (level: number): number =>
        isScaled
          ? log(Math.max(Number.MIN_VALUE, averaged(level) - booked) / (sought - booked))
          : averaged(level) - sought;
      return survivalBetween(own.survival(sought), ofParts.survival(sought), distance);
    },
  };
}

/**
 * The survival at which `distance`, which rises with the level 1 - survival, is 0. At each of the two survivals the
 * quantile of its own distribution is the amount sought and that of the other is on the other side, so the root lies
 * between them (regula falsi, Illinois variant).
 */
function survivalBetween(one: number, other: number, distance: (level: number) => number): number {
  const oddsOf = (survival: number): number => {
    const within = Math.min(1 - LEAST_TAIL, Math.max(LEAST_TAIL, survival));
    return log(within / (1 - within));
  };
  const at = (odds: number): number => distance(1 / (1 + exp(odds)));
  let low = oddsOf(Math.min(one, other));
  let high = oddsOf(Math.max(one, other));
  let atLow = at(low);
  let atHigh = at(high);
  if (atLow <= 0) return Math.min(one, other);
  if (atHigh >= 0) return Math.max(one, other);
  let kept: "low" | "high" | undefined;
  let last = Number.NaN;
  for (let step = 0; step < MAX_STEPS; step++) {
    const between = low + ((high - low) * atLow) / (atLow - atHigh);
    if (Math.abs(between - last) <= CLOSE) break;
    last = between;
    const atBetween = at(between);
    if (atBetween > 0) {
      low = between;
      atLow = atBetween;
      // Illinois: an end that stays twice is pulled in, or it would stay for good.
      if (kept === "high") atHigh /= 2;
      kept = "high";
    } else {
      high = between;
      atHigh = atBetween;
      if (kept === "low") atLow /= 2;
      kept = "low";
    }
  }
  return survivalOf(last);
}

const survivalOf = (odds: number): number => 1 / (1 + exp(-odds));
