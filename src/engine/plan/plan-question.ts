import type { Figure } from "../figure/figure.ts";
import type { Question } from "../question.ts";

/**
 * What an average growth a year is: the one constant growth that leads from the base to the last year's level
 * (geometric), or the mean of the years' growths (arithmetic).
 */
export const PLAN_READINGS = ["geometric", "arithmetic"] as const;
export type PlanReading = (typeof PLAN_READINGS)[number];

/** What was said of one full year at one time: its level, its growth on the year before, or both. */
export interface YearStatement {
  /** The calendar year in which the fiscal year starts. */
  readonly fiscalYear: number;
  readonly level?: Figure;
  readonly growth?: Figure;
  /** ISO date of publication. */
  readonly asOf?: string;
  /** The field of the question that it stands in. */
  readonly path: string;
}

/** A target of all years of the plan, in one of its versions. */
export interface PlanTargetAsk {
  readonly name: string;
  /** Average growth a year, a fraction. */
  readonly averageGrowth?: Figure;
  /** The last year's level. */
  readonly finalLevel?: Figure;
  /** The last year's level over that of the base: 1.334 for "133.4% of 2020". */
  readonly finalRatio?: Figure;
  /** When it came into force: a fiscal year "2023", or an ISO date. */
  readonly from?: string;
  readonly path: string;
}

/** A plan over several years after its texts have been read: levels share one unit, growths are fractions. */
export interface PlanQuestion {
  /** Labels, unit and everything else that its years share; the report of the running year, where there is one. */
  readonly frame: Question;
  readonly fiscalYearStart: number;
  /** First and last fiscal year of the plan; the base is the year before the first. */
  readonly firstYear: number;
  readonly lastYear: number;
  readonly statements: readonly YearStatement[];
  /** At least one, in the order told. */
  readonly targets: readonly PlanTargetAsk[];
  readonly reading: PlanReading;
  /** Whether the frame is the report of a year of the plan. */
  readonly hasReport: boolean;
}
