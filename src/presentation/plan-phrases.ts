import type { PlanReading } from "../engine/plan/plan-question.ts";
import type { Change } from "./phrase-book.ts";

/** A level and the year of it, in words. */
export interface LevelInYear {
  readonly year: string;
  readonly level: string;
}

/** A level against another one: how far apart in percent, without a sign. */
export interface Distance {
  readonly direction: "above" | "below" | "same";
  readonly size: string;
}

/** The plan itself. */
export interface PlanOpening {
  readonly indicator?: string | undefined;
  readonly geography?: string | undefined;
  readonly span: string;
  readonly origin: "averageGrowth" | "finalLevel";
  readonly average: Change;
  readonly base: LevelInYear;
  readonly final: LevelInYear;
}

/** Where the known years have led. */
export interface PlanBehind {
  readonly reached: LevelInYear;
  /** Years since the base. */
  readonly years: number;
  readonly average: Change;
  /** Against the even path. */
  readonly distance: Distance;
}

/** What each remaining year needs, by the reading that is used and by the other one. */
export interface PlanNeed {
  readonly target: string;
  readonly remaining: number;
  readonly growth: Change;
  readonly reading: PlanReading;
  /** The levels on the way: all of a few years, or the first and the last of many. */
  readonly path: readonly LevelInYear[];
  readonly other?:
    | { readonly reading: PlanReading; readonly growth: Change; readonly final: LevelInYear }
    | undefined;
}

/** The running year against the path. */
export interface PlanRunningYear {
  readonly year: string;
  readonly pathLevel: string;
  readonly growth: Change;
  /** Years of the plan after it; in its last one the path is the plan. */
  readonly yearsAfter: number;
  readonly rate?:
    | {
        readonly amount: string;
        readonly remaining: number;
        readonly period: "month" | "quarter";
        readonly aggregation: "sum" | "average" | "last";
        readonly growthOnLastYear?: Change | undefined;
      }
    | undefined;
  readonly median: string;
  readonly interval?: { readonly level: string; readonly range: string } | undefined;
  readonly probability: string;
  readonly targets: readonly {
    readonly target: string;
    readonly distance: Distance;
    readonly laterGrowth?: Change | undefined;
  }[];
}

/** How likely the target is, and where the last year will probably end. */
export interface PlanChance {
  readonly target: string;
  readonly probability: string;
  readonly final: LevelInYear;
  readonly interval?: { readonly level: string; readonly range: string } | undefined;
  readonly average: Change;
}

/** A plan whose last year is known, or whose target is reached before it is over. */
export interface PlanSettled {
  readonly target: string;
  readonly isReached: boolean;
  readonly isComplete: boolean;
  readonly final: LevelInYear;
  readonly average: Change;
  /** Against the target's level. */
  readonly distance: Distance;
}

/** What one good year is worth. */
export interface GoodYear {
  readonly isEnough: boolean;
  /** Whether the year made at least the plan's average. */
  readonly isGood: boolean;
  readonly isForecast: boolean;
  /** Whether its growth in every year left would reach the target. */
  readonly isEnoughRepeated: boolean;
  readonly year: string;
  readonly growth: Change;
  readonly average: Change;
  readonly lastYear: string;
  readonly remaining: number;
  readonly repeated: { readonly level: string; readonly distance: Distance };
  readonly atAverage: { readonly level: string; readonly distance: Distance };
  readonly alone: Change;
}

/** An earlier version of the target, or another one beside it. */
export interface OtherVersion {
  readonly target: string;
  readonly average: Change;
  readonly final: LevelInYear;
  /** Absent once the plan is over. */
  readonly need?: Change | undefined;
  readonly probability: string;
  readonly inForce: boolean;
}

/** The sentences about a plan in one language; every method gives whole sentences. */
export interface PlanPhrases {
  opening(told: PlanOpening): string;
  behind(told: PlanBehind): string;
  need(told: PlanNeed): string;
  runningYear(told: PlanRunningYear): string;
  chance(told: PlanChance): string;
  settled(told: PlanSettled): string;
  goodYear(told: GoodYear): string;
  otherVersion(told: OtherVersion): string;
}
