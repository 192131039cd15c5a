import type { MethodName } from "../methods/method.ts";
import type { SeriesMethodName } from "../methods/series/series-method.ts";
import type { IndicatorClass } from "./evidence.ts";

/** What was known, in the order of `informationOf`: keys of the learned models. `plan+` marks the labelled number. */
export type DataInformation =
  | "ytd"
  | "growth"
  | "priorFullYear"
  | "growth+priorFullYear"
  | "past"
  | "growth+past";
export type Information = DataInformation | `plan+${DataInformation}` | "history";

/** A method that a combination can weigh. */
export type MemberName = MethodName | SeriesMethodName;

/** Learned numbers of one class at the anchor months of `Priors.anchorMonths`; linear in between. */
export type AtAnchors = readonly number[];

/** Facts of a case, each between about -1 and 1, that move weights and scale. */
export type FeatureName =
  | "growthSize"
  | "baseGap"
  | "shareGap"
  | "farShare"
  | "disagreement"
  | "spread"
  | "fewYears"
  | "planPace"
  | "growth"
  | "planGap"
  | "lastOdds"
  | "era"
  | HistoryFeatureName;

/** Facts of a case with monthly or quarterly history. */
export type HistoryFeatureName =
  | "remainderDeviation"
  | "surprise"
  | "membersApart"
  | "shortness"
  | "length"
  | "heavyTails"
  | "restlessness"
  | "fewLeft";

/** What a combination has learned of one class. */
export interface ClassCombinationPriors {
  /** Scores of the methods; weights are their softmax over the methods that apply. */
  readonly scores: Readonly<Partial<Record<MemberName, AtAnchors>>>;
  /** Added to the combined log remainder: the trend that the methods miss. */
  readonly trend: AtAnchors;
  /** Logarithm of the scale of the log remainder when all features are 0. */
  readonly logScale: AtAnchors;
  /** Degrees of freedom of Student's t. */
  readonly degreesOfFreedom: number;
  /** Factor on the scale from cases that were not used to fit. */
  readonly calibration: number;
  /** Median scale of the remainder in the learning cases: what this state of information is worth. */
  readonly typicalScale: AtAnchors;
}

/** A learned combination of methods for one state of information. */
export interface CombinationPriors {
  /** Change of a method's score per unit of a feature. */
  readonly gates: Readonly<Partial<Record<MemberName, Readonly<Partial<Record<FeatureName, number>>>>>>;
  /** Change of the log remainder per unit of a feature, by month: what no mean of methods can say. */
  readonly shifts: Readonly<Partial<Record<FeatureName, AtAnchors>>>;
  /** Change of the log scale per unit of a feature. */
  readonly scaleFeatures: Readonly<Partial<Record<FeatureName, number>>>;
  readonly classes: Readonly<Partial<Record<IndicatorClass, ClassCombinationPriors>>>;
  /** Weight of the combination that needs no monthly history beside this one, by class, in Viet Nam alone. */
  readonly partOfFigures?: Readonly<Partial<Record<IndicatorClass, number>>>;
}

/** The usual year of a class. */
export interface SeasonPriors {
  /** Cumulative share of the year after 1..11 months. */
  readonly cumulativeShares: readonly number[];
  /** Drift of the log odds of the share per year, at the anchor months; absent when the pattern does not move. */
  readonly drift?: {
    readonly perYear: AtAnchors;
    readonly reference: number;
    readonly first: number;
    readonly last: number;
  };
  /** Log effect of holding the whole Tet holiday week, on the month's amount. */
  readonly holidayEffect: number;
  /** Log scale of one month around its expected share of the remainder. */
  readonly monthScale: number;
}

/** How plans come true where no model with the plan was learned. */
export interface PlanPriors {
  /** Median of log(full year / plan quoted at that month). */
  readonly logRealisation: AtAnchors;
  /** Scale of log(full year / plan). */
  readonly logSpread: number;
}

/** Everything the engine learned from data. Produced by `test/bench/learn-priors.ts`; an argument of the engine. */
export interface Priors {
  readonly anchorMonths: readonly number[];
  readonly seasons: Readonly<Record<IndicatorClass, SeasonPriors>>;
  readonly plans: Readonly<Record<IndicatorClass, PlanPriors>>;
  readonly models: Readonly<Partial<Record<Information, CombinationPriors>>>;
}
