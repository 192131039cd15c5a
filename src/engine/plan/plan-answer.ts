import type { Assumption } from "../forecast/answer.ts";
import type { Note } from "../note.ts";
import type { IntervalAnswer, QuantileAnswer, QuestionEcho } from "../outlook-types.ts";
import type { OneGoodYear, RestOfPlan } from "./one-good-year.ts";
import type { PlanNote } from "./plan-note.ts";
import type { PlanReading } from "./plan-question.ts";
import type { PlanTargetAnswer } from "./plan-target.ts";
import type { ThisYear } from "./this-year.ts";
import type { LevelVintage } from "./year-levels.ts";

/** What was asked, after its texts were read. Years are the calendar years in which fiscal years start. */
export type PlanEcho = Pick<
  QuestionEcho,
  | "indicator"
  | "geography"
  | "unit"
  | "priceBasis"
  | "measure"
  | "aggregation"
  | "indicatorClass"
  | "fiscalYearStart"
> & {
  readonly baseYear: number;
  readonly firstYear: number;
  readonly lastYear: number;
  /** Years of the plan, hence steps of growth from the base. */
  readonly years: number;
  readonly knownThrough: number;
  /** Years of the plan that are not complete. */
  readonly remaining: number;
  readonly reading: PlanReading;
  /** The last reported period of the running year. */
  readonly through?: string;
};

/** An earlier state of the base, and what the target in force would be on it. */
export interface BaseVintage extends LevelVintage {
  readonly finalLevel: number;
  readonly averageGrowth: number;
}

/** One year of the plan beside the even path of the target in force, or a known one before it. */
export interface PlanYear {
  readonly fiscalYear: number;
  /** `required`: the path that is still to come; `running` too, while a report of it is given. */
  readonly status: "earlier" | "base" | "known" | "unknown" | "running" | "required";
  readonly value?: number;
  readonly growth?: number;
  readonly origin?: "reported" | "derived";
  /** The level when every year of the plan had grown by the average. */
  readonly evenLevel?: number;
  /** The level less that of the even path: negative is behind. */
  readonly gapToEven?: number;
  readonly vintages?: readonly LevelVintage[];
}

/** The known years of the plan together. */
export interface PlanSoFar {
  readonly through: number;
  readonly years: number;
  readonly level: number;
  /** Geometric average a year since the base. */
  readonly averageGrowth: number;
  /** Mean of the years' growths, where all are known; never below the average. */
  readonly meanGrowth?: number;
  readonly evenLevel: number;
  readonly gapToEven: number;
  readonly ratioToEven: number;
}

/** Where the plan's last year will probably end. */
export interface FinalYear {
  readonly fiscalYear: number;
  readonly median: number;
  /** Average growth a year from the base to the median. */
  readonly averageGrowth: number;
  readonly quantiles: readonly QuantileAnswer[];
  readonly intervals: readonly IntervalAnswer[];
  /** The same intervals as average growth a year. */
  readonly growthIntervals: readonly IntervalAnswer[];
}

/** A target over several years: what is behind, what is still needed, and how likely it is. */
export interface Plan {
  readonly question: PlanEcho;
  readonly base: {
    readonly fiscalYear: number;
    readonly value: number;
    readonly vintages?: readonly BaseVintage[];
  };
  readonly soFar?: PlanSoFar;
  /** The one in force first, then earlier versions from the latest to the first. */
  readonly targets: readonly PlanTargetAnswer[];
  readonly years: readonly PlanYear[];
  readonly thisYear?: ThisYear;
  /** Absent once the last year is known. */
  readonly finalYear?: FinalYear;
  readonly oneGoodYear?: OneGoodYear & {
    /** The latest known year's growth in every year left, where another year was the best. */
    readonly latestRepeated?: RestOfPlan & { readonly fiscalYear: number };
  };
  readonly assumptions: readonly Assumption[];
  readonly notes: readonly (Note | PlanNote)[];
}
