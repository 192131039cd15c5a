import type { Completed } from "./known.ts";
import type { FeatureName, HistoryFeatureName } from "./priors.ts";

/** Learned slopes must not run away on a figure outside what they were learned on. */
const LARGEST_GROWTH = 1;
const LARGEST_GAP = 0.3;
const LARGEST_SHARE_GAP = 1;
/** Distance of a series' own log odds from its class at which belief in the class pattern is halved. */
const HALF_BELIEF_GAP = 1.0;
/** Spread of log odds that a series has before its own years are seen, and the years that belief is worth. */
const USUAL_SPREAD = 0.15;
const USUAL_SPREAD_YEARS = 2;
const SPREAD_UNIT = 0.2;
const DISAGREEMENT_FLOOR = 0.03;
const DISAGREEMENT_UNIT = 0.1;

/** Facts that need no monthly history. */
export type Features = Record<Exclude<FeatureName, HistoryFeatureName>, number>;

const clamp = (value: number, limit: number): number => Math.max(-limit, Math.min(limit, value));

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** 0 near the class, 1 far from it, steep in between: ordinary noise of one year is not distance. */
function farnessOf(gap: number): number {
  const ratio = (gap / HALF_BELIEF_GAP) ** 4;
  return ratio / (1 + ratio);
}

/** Spread of past log odds around their mean, pooled with `USUAL_SPREAD`. */
function pooledSpread(logOdds: readonly number[]): number {
  const mean = meanOf(logOdds);
  let squares = USUAL_SPREAD_YEARS * USUAL_SPREAD * USUAL_SPREAD;
  for (const value of logOdds) squares += (value - mean) ** 2;
  return Math.sqrt(squares / (USUAL_SPREAD_YEARS + logOdds.length - 1));
}

/** Root mean square distance of the methods' log remainders from their mean. */
function disagreementOf(estimates: readonly (number | undefined)[]): number {
  let sum = 0;
  let count = 0;
  for (const estimate of estimates) {
    if (estimate === undefined) continue;
    sum += estimate;
    count++;
  }
  const mean = sum / count;
  let squares = 0;
  for (const estimate of estimates) if (estimate !== undefined) squares += (estimate - mean) ** 2;
  return Math.sqrt(squares / count);
}

/** Facts of the case that move weights and scale; 0 is the ordinary case. `estimates` are log remainders. */
export function featuresOf(known: Completed, estimates: readonly (number | undefined)[]): Features {
  const growth = clamp(known.logGrowth ?? 0, LARGEST_GROWTH);
  const ownOdds =
    known.priorRemainder !== undefined && known.priorYtd !== undefined
      ? Math.log(known.priorRemainder / known.priorYtd) - known.logOdds
      : 0;
  const years = known.past.length;
  const ownMean = years > 1 ? meanOf(known.past.map((year) => year.logOdds)) - known.logOdds : ownOdds;
  const last = known.past[years - 1];
  const planGap =
    known.plan === undefined || known.ytd <= 0
      ? 0
      : clamp(Math.log((known.plan * known.share) / known.ytd) + known.logPlanRealisation, LARGEST_SHARE_GAP);
  return {
    growth,
    planGap,
    lastOdds:
      years < 2 || last === undefined ? 0 : clamp(last.logOdds - known.logOdds - ownMean, LARGEST_SHARE_GAP),
    era: known.era,
    farShare: farnessOf(ownMean),
    growthSize: Math.abs(growth),
    baseGap: Math.min(LARGEST_GAP, Math.abs(known.baseGap ?? 0)),
    shareGap: Math.min(LARGEST_SHARE_GAP, Math.abs(ownOdds)),
    disagreement: Math.log((DISAGREEMENT_FLOOR + disagreementOf(estimates)) / DISAGREEMENT_UNIT),
    spread: years === 0 ? 0 : Math.log(pooledSpread(known.past.map((year) => year.logOdds)) / SPREAD_UNIT),
    fewYears: years === 0 ? 0 : 1 / years,
    planPace: Math.abs(planGap),
  };
}
