/** Names of the methods, as in `members` of an answer. */
export type MethodName =
  | "classShare"
  | "flatByClassShare"
  | "priorTotalShare"
  | "flatRemainder"
  | "sameGrowth"
  | "recentShares"
  | "pooledShares"
  | "chainLadder"
  | "remainderTrend"
  | "remainderLevel"
  | "planRealised"
  | "planBornhuetterFerguson"
  | "planBenktander"
  | "planShareBlend"
  | "planPriorShare"
  | "planOwnRealisation";

/** One complete past year at the same number of elapsed months. */
export interface CompleteYear {
  readonly fiscalYear: number;
  readonly ytd: number;
  readonly fullYear: number;
  readonly plan: number | undefined;
  /** log((fullYear - ytd) / ytd), after removing what Tet moved that year and putting back what it moves this year. */
  readonly logOdds: number;
}

/**
 * What the methods see: the evidence completed by what follows from it. Amounts share one unit and are positive;
 * undefined is not known.
 */
export interface Known {
  readonly ytd: number;
  readonly elapsed: number;
  /** Prior cumulative share of the class after `elapsed` months. */
  readonly share: number;
  /** log((1 - share) / share): the usual log of remainder over year to date. */
  readonly logOdds: number;
  /** The share as far as it is known of the series itself: past years, or last year, pooled with the class. */
  readonly ownShare: number;
  readonly plan: number | undefined;
  /** Last year's same period, as implied by the reported growth where there is one. */
  readonly priorYtd: number | undefined;
  readonly priorFullYear: number | undefined;
  /** Last year's remainder, kept positive. */
  readonly priorRemainder: number | undefined;
  /** log(ytd / priorYtd). */
  readonly logGrowth: number | undefined;
  /** Complete past years, oldest first. */
  readonly past: readonly CompleteYear[];
  /** Learned median of log(full year / plan) of the class at this month. */
  readonly logPlanRealisation: number;
  /** Years since the middle of the learning period, in units of six years, held at its ends. */
  readonly era: number;
}

/** One forecasting method: an estimate of the log of what is still to come, or undefined where it does not apply. */
export interface Method {
  readonly name: MethodName;
  /** What the method says, for people. */
  readonly says: string;
  logRemainder(known: Known): number | undefined;
}
