import type { FiscalPosition } from "./calendar/period.ts";
import type { Figure } from "./figure/figure.ts";
import type { Measure } from "./figure/measure.ts";
import type { IndicatorClass } from "./forecast/evidence.ts";
import type { RestatedWay } from "./geography/changed-area.ts";
import type { HistoryAsk } from "./history/history.ts";
import type { ScenarioAssumption } from "./target/scenario.ts";
import type { Aggregation } from "./target/year-to-date.ts";

/**
 * An annual target: a level, or growth on last year, or one level told both ways. Targets are exact numbers.
 */
export interface TargetAsk {
  readonly name: string;
  readonly level?: Figure;
  readonly growth?: Figure;
}

/** An earlier report of the same indicator, of this fiscal year or of a past one. */
export interface ReportAsk {
  readonly position: FiscalPosition;
  /** ISO date of publication. */
  readonly asOf?: string;
  readonly ytd?: Figure;
  readonly shareOfTarget?: Figure;
  readonly growth?: Figure;
  readonly target?: Figure;
}

export interface ScenarioAsk {
  readonly name: string;
  readonly assumption: ScenarioAssumption;
  readonly path: string;
}

/** The names of the figures that one report can hold. */
export const REPORTED_FIGURES = ["ytd", "shareOfTarget", "growth", "priorYtd", "priorFullYear"] as const;
export type ReportedFigure = (typeof REPORTED_FIGURES)[number];

/** A question after its texts have been read: amounts share `unit`, ratios are fractions. */
export interface Question {
  readonly indicator?: string;
  readonly geography?: string;
  readonly unit?: string;
  /** What its figures measure, as far as anybody told. */
  readonly measure?: Measure;
  readonly aggregation: Aggregation;
  readonly position: FiscalPosition;
  readonly indicatorClass: IndicatorClass;
  readonly observesTet: boolean;
  readonly figures: Readonly<Partial<Record<ReportedFigure, Figure>>>;
  readonly targets: readonly TargetAsk[];
  readonly reports: readonly ReportAsk[];
  /** As it was told, later values than those of `position` included; its periods are those of `position`. */
  readonly history?: HistoryAsk;
  readonly scenarios: readonly ScenarioAsk[];
  /** Interval levels, fractions in increasing order. */
  readonly levels: readonly number[];
  /** Periods to forecast beyond the last reported one, where the year's end is not far enough. */
  readonly horizon?: number;
  /** Whether to answer how the forecast would have done at the same time of earlier years. */
  readonly backtest?: boolean;
  /** The caller's word that earlier figures are on the area that the place has now, and how they came to be. */
  readonly restated?: RestatedWay;
  readonly asOf?: string;
}
