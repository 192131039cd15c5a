import type { PeriodsPerYear } from "../../calendar/period.ts";

/** Names of the methods for regular history, as in `members` of an answer. */
export type SeriesMethodName =
  | "exponentialSmoothing"
  | "exponentialSmoothingLevels"
  | "theta"
  | "arima"
  | "seasonalNaive"
  | "seasonalRegression";

/** Regular values without gaps, oldest first, on the scale that the method works on: logs, or levels. */
export interface Series {
  readonly values: Float64Array;
  readonly period: PeriodsPerYear;
}

/** A fitted method: everything on the scale of the series. */
export interface SeriesFit {
  /** Expected values of the next `horizon` periods. */
  forecast(horizon: number): Float64Array;
  /**
   * What one unit of surprise adds to the forecast 0, 1, .. horizon - 1 periods on; the first is 1. Errors of the
   * next periods are the running sums of these times independent surprises of standard deviation `sigma`.
   */
  impulse(horizon: number): Float64Array;
  /** Standard deviation of the surprises, degrees of freedom taken off. */
  readonly sigma: number;
  /** Akaike's criterion with the small-sample correction, on the scale of the series; absent without a likelihood. */
  readonly aicc?: number;
  readonly logLikelihood?: number;
}

/** One forecasting method for regular history, fitted by its own fast code. */
export interface SeriesMethod {
  readonly name: SeriesMethodName;
  /** What the method says, for people. */
  readonly says: string;
  /** The fewest values it can be fitted to; below, it steps aside. */
  leastLength(period: PeriodsPerYear): number;
  /** Undefined where it does not apply to these values. */
  fit(series: Series): SeriesFit | undefined;
}
