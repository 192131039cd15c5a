import type { Coherence as CheckedReport, CoherentQuantity } from "./figure/coherence.ts";
import type { Finding } from "./figure/finding.ts";
import type { Concept, PriceBasis } from "./figure/measure.ts";
import type { Assumption, Member } from "./forecast/answer.ts";
import type { AskFor } from "./forecast/ask-for.ts";
import type { IndicatorClass } from "./forecast/evidence.ts";
import type { RestatedWay } from "./geography/changed-area.ts";
import type { Note } from "./note.ts";
import type { AmountBasis } from "./report/tied-figures.ts";
import type { AttainmentStatus } from "./target/attainment-status.ts";
import type { PeriodAmount, RequiredRunRate } from "./target/required-run-rate.ts";
import type { Scenario } from "./target/scenario.ts";
import type { Aggregation } from "./target/year-to-date.ts";

/** A figure of the report: as it was reported, derived exactly from others, or estimated with a prior. */
export type KnownFigure = Omit<CoherentQuantity, "origin"> & {
  readonly origin: "reported" | "derived" | "estimated";
};

/** What was asked, after its texts were read. */
export interface QuestionEcho {
  readonly indicator?: string;
  readonly geography?: string;
  readonly unit?: string;
  /** The prices and the kind of the amounts, where somebody told. */
  readonly priceBasis?: PriceBasis;
  readonly measure?: Concept;
  readonly fiscalYear: number;
  readonly fiscalYearStart: number;
  readonly through: string;
  readonly elapsed: number;
  readonly remaining: number;
  readonly aggregation: Aggregation;
  readonly indicatorClass: IndicatorClass;
  /** How earlier figures came to be on the area that the place has now, as it was told. */
  readonly restated?: RestatedWay;
  /** What amounts are measured in when none was reported; absent for amounts in `unit`. */
  readonly amountsAre?: AmountBasis;
}

export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** Whether the figures of a report agree with each other. */
export type Coherence = Pick<CheckedReport, "verdict" | "findings">;

export interface QuantileAnswer {
  readonly quantileLevel: number;
  readonly value: number;
}

export interface IntervalAnswer extends Interval {
  readonly level: number;
}

/** A period of the path. Amounts are the period's own; `cumulative` is the year to date through it. */
export interface PathPeriod {
  readonly period: string;
  readonly status: "actual" | "forecast";
  readonly value?: number;
  /** The 80% interval of the period's own value. */
  readonly lower?: number;
  readonly upper?: number;
  readonly cumulative: number;
  /** The 80% interval of the cumulative amount. */
  readonly cumulativeLower?: number;
  readonly cumulativeUpper?: number;
  /** Last year's year to date through the same period, where it is known. */
  readonly lastYearCumulative?: number;
}

/** The predictive distribution with the plan as one of its sources: never the primary answer. */
export interface PlanWeighted {
  readonly plan: number;
  readonly median: number;
  /** The full year by the two classic blends of plan and pace. */
  readonly bornhuetterFerguson: number;
  readonly benktander: number;
  readonly quantiles: readonly QuantileAnswer[];
  readonly intervals: readonly IntervalAnswer[];
  readonly attainmentProbability: number;
  readonly members: readonly Member[];
  readonly assumptions: readonly Assumption[];
}

/** A quarter of a year that is told by months: its own amount, forecast until all of its months are reported. */
export interface QuarterAmount {
  readonly period: string;
  readonly status: "actual" | "forecast";
  readonly value: number;
  /** The 80% interval. */
  readonly lower?: number;
  readonly upper?: number;
}

/** The predictive distribution of the year after, where the horizon reaches its end. */
export interface NextFullYear {
  readonly fiscalYear: number;
  readonly median: number;
  readonly quantiles: readonly QuantileAnswer[];
  readonly intervals: readonly IntervalAnswer[];
}

/** An earlier year as it would have been forecast from the history up to the same period, and what it came to. */
export interface BacktestYear extends Interval {
  readonly fiscalYear: number;
  readonly median: number;
  /** The level of the interval. */
  readonly level: number;
  readonly fullYear: number;
  readonly inside: boolean;
  /** Full year less median, as a fraction of the full year, where that is above zero. */
  readonly percentError?: number;
  readonly crps: number;
}

/** How the forecast would have done at the same time of earlier years, oldest first. */
export interface Backtest {
  /** The reported periods of each of these years when it was forecast. */
  readonly elapsed: number;
  readonly years: readonly BacktestYear[];
  /** Share of the years that lay inside their interval. */
  readonly coverage: number;
  readonly meanCrps: number;
  /** Over the years that have an error in percent. */
  readonly meanAbsolutePercentError?: number;
}

/** Median and quantiles only: the tails are those of Student's t in logs, whose mean is infinite. */
export interface ForecastAnswerParts {
  readonly tier: "snapshot" | "growth" | "shares" | "history" | "complete";
  readonly median: number;
  readonly growth?: number;
  readonly quantiles: readonly QuantileAnswer[];
  readonly intervals: readonly IntervalAnswer[];
  /** With a horizon beyond the year's end it goes on, and cumulative amounts begin anew with the next year. */
  readonly path: readonly PathPeriod[];
  readonly quarters?: readonly QuarterAmount[];
  readonly horizon?: { readonly nextFullYear?: NextFullYear };
  readonly backtest?: Backtest;
  readonly members: readonly Member[];
  readonly assumptions: readonly Assumption[];
  /** Shares of the variance, sum 1. */
  readonly varianceShares?: { readonly disagreement: number; readonly noise: number };
  readonly planWeighted?: PlanWeighted;
  /** The one further figure that would narrow the answer most. */
  readonly askFor?: AskFor;
}

export interface TargetAnswer {
  readonly name: string;
  readonly value: number;
  readonly origin: "stated" | "growthOnLastYear" | "impliedByShare";
  /** Target less year-to-date, in the unit: positive is still to come. For averages, the average still missing. */
  readonly gapToTarget: number;
  readonly attainment: number;
  readonly projectedAttainment: number;
  readonly attainmentProbability: number;
  readonly planWeightedProbability?: number;
  readonly status: AttainmentStatus;
  readonly requiredRunRate?: RequiredRunRate & {
    readonly feasibility?: {
      /** The best remaining periods of the past years that were told. */
      readonly bestRemainder: number;
      readonly ratioToBest: number;
    };
  };
}

/** Everything about one indicator's year. */
export interface Outlook {
  readonly question: QuestionEcho;
  readonly figures: Readonly<Record<string, KnownFigure>>;
  readonly coherence: Coherence;
  readonly forecast: ForecastAnswerParts;
  readonly targets: readonly TargetAnswer[];
  readonly scenarios: readonly Scenario[];
  readonly notes: readonly Note[];
}

export type { Assumption, Finding, Member, Note, PeriodAmount, RequiredRunRate, Scenario };
