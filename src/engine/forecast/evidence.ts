/**
 * Classes of indicator that differ in season, spread and reliability of plans. `general` is the class of
 * everything that is not recognised. The learned numbers of each class are in `data/priors`.
 */
export const INDICATOR_CLASSES = [
  "exports",
  "imports",
  "retail",
  "industrialOutput",
  "publicInvestment",
  "general",
] as const;
export type IndicatorClass = (typeof INDICATOR_CLASSES)[number];

/** One complete earlier year, cut at the same number of elapsed months as the year in question. */
export interface PastYear {
  readonly fiscalYear: number;
  /** Cumulative amount after the same number of months. */
  readonly ytd: number;
  /** The year's final total. */
  readonly fullYear: number;
  /** The plan that was quoted at that time, where known. */
  readonly plan?: number;
}

/**
 * What is known of a year of flows at one moment, as point values in one unit. `elapsed` counts months of the
 * fiscal year (a second quarter is 6), 1 to 11; growth is a fraction (0.1 = up 10% on the same period).
 */
export interface Evidence {
  readonly indicatorClass: IndicatorClass;
  /** The calendar year in which the fiscal year starts. */
  readonly fiscalYear: number;
  /** Month 1-12 in which the fiscal year starts. */
  readonly fiscalYearStart: number;
  readonly elapsed: number;
  readonly ytd: number;
  /** Standard deviation of `ytd`, where periods of it were filled in. */
  readonly ytdDeviation?: number;
  readonly plan?: number;
  readonly growth?: number;
  readonly priorYtd?: number;
  readonly priorFullYear?: number;
  /** Complete past years, oldest first; may be empty. */
  readonly past: readonly PastYear[];
  /** Whether the Lunar New Year moves this indicator (places in Viet Nam). */
  readonly observesTet: boolean;
}
