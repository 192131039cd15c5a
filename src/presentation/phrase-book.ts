import type { Aggregation } from "../engine/target/year-to-date.ts";
import type { YearSpan } from "./period-words.ts";
import type { Hedge } from "./reported-digits.ts";

/** A change in words and digits; `size` is in percent without a sign. */
export interface Change {
  readonly direction: "up" | "down" | "same";
  readonly size: string;
}

/** The year to date as it was reported. */
export interface Opening {
  readonly indicator?: string | undefined;
  readonly geography?: string | undefined;
  readonly span?: YearSpan | undefined;
  readonly aggregation: Aggregation;
  readonly isComplete: boolean;
  readonly hedge: Hedge;
  readonly amount: string;
  /** Of the plan, or of the only target by its name. */
  readonly share?: { readonly size: string; readonly of: string | undefined } | undefined;
  readonly growth?: Change | undefined;
}

/** Where a full year will probably end. */
interface Landing {
  readonly aggregation: Aggregation;
  readonly median: string;
  readonly interval?: { readonly level: string; readonly range: string } | undefined;
}

interface ForecastClause extends Landing {
  readonly span?: YearSpan | undefined;
  /** The length of the history that the forecast rests on. */
  readonly history?: { readonly count: number; readonly period: "month" | "quarter" } | undefined;
  readonly growth?: Change | undefined;
}

/** A target whose outcome is open. */
interface TargetChance {
  /** The target by name and amount. */
  readonly target: string;
  readonly probability: string;
}

/** A target whose outcome is known. */
export interface SettledTarget {
  /** The target by name and amount. */
  readonly target: string;
  /** "passed" and "justMissed" are hedged figures at the target: "over 1,000" and "nearly 1,000" of 1,000. */
  readonly outcome: "exceeded" | "passed" | "met" | "justMissed" | "missed";
  readonly isComplete: boolean;
  /** The difference in the unit, without a sign, and as a share of the target. */
  readonly difference: string;
  readonly share: string;
}

/** What is needed over the pace so far; `small` and `same` are told in words. */
export interface PaceRatio {
  readonly size: "small" | "less" | "same" | "more";
  readonly times: string;
}

/** What the rest of the year must bring for one target. */
export interface Requirement {
  /** The target by name, and by amount where no other sentence tells it. */
  readonly target: string;
  readonly amount: string;
  readonly aggregation: Aggregation;
  readonly period: "month" | "quarter";
  readonly remaining: number;
  readonly ratioToPace?: PaceRatio | undefined;
  readonly growthOnLastYear?: Change | undefined;
  /** Percentage points between the growth needed and the growth so far. */
  readonly acceleration?: { readonly direction: "above" | "below"; readonly points: string } | undefined;
  /** More than the remaining periods of any year that was told. */
  readonly isBeyondRecord: boolean;
}

export interface BacktestClause {
  /** How many earlier years there are, and how many of them the interval held. */
  readonly count: number;
  readonly held: number;
  /** The only year by name, where there is one. */
  readonly onlyYear?: string | undefined;
  readonly level: string;
  readonly meanError: string | undefined;
}

/** The sentences of the paragraph in one language. Every method gives whole sentences. */
export interface PhraseBook {
  opening(told: Opening): string;
  forecast(told: ForecastClause): string;
  /** The year after the year of the question, by name. */
  nextYear(told: Landing & { readonly year: string }): string;
  chances(told: readonly TargetChance[]): string;
  settled(told: SettledTarget): string;
  requirements(told: readonly Requirement[]): string;
  /** Where the year ends, and the chance of the target, when the target is itself taken as evidence. */
  planWeighted(told: TargetChance & { readonly median: string }): string;
  /** How the forecast would have done at the same time of earlier years. */
  backtest(told: BacktestClause): string;
  contradiction(told: { readonly clause: string; readonly others: number }): string;
  readonly agreesIfCoarse: string;
  readonly agreesIfTruncated: string;
}
