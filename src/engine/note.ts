import type { AskFor } from "./forecast/ask-for.ts";
import type { RestatedWay } from "./geography/changed-area.ts";
import type { PlaceName } from "./geography/place-note.ts";
import type { ScenarioObstacle } from "./target/scenario.ts";

/** A value of the history as reported, and as season and neighbours let expect. */
interface UnusualValue {
  readonly period: string;
  readonly value: number;
  readonly expected: number;
}

/**
 * Why a history that is long and dense enough is not used: some of its amounts are not above zero, or it ends before
 * the year-to-date figure and the periods in between cannot be worked out.
 */
export type HistoryNotUsed = "notPositive" | "endsEarlier";

/**
 * What the sentence of each remark tells. Amounts are in the unit of the question, growths are fractions, dates
 * ISO ("2024-02-10"), periods as in the question ("2024-04").
 */
export interface NoteValues {
  /** `period`: the January that stands alone. */
  readonly januaryAlone: { readonly period: string };
  /** `thisYear`, `lastYear`: the dates of the first day of Tet. */
  readonly tetInWindow: { readonly thisYear: string; readonly lastYear: string };
  readonly seasonNotKnown: Readonly<Record<never, never>>;
  /** `growth` reported after `elapsed` months. */
  readonly earlyGrowthFades: { readonly growth: number; readonly elapsed: number };
  /** `quantity`: the growth whose base is too small to compare with. */
  readonly smallBase: { readonly quantity: string };
  /** `quantity`: the base that is not above zero. */
  readonly growthUndefined: { readonly quantity: string };
  /**
   * `quantity`, told as `value`, is out of scale with `comparedWith`; `suggested`, which is `factor` (1000 or 0.001)
   * times as large, is not.
   */
  readonly unitSlip: {
    readonly quantity: string;
    readonly value: number;
    readonly factor: number;
    readonly suggested: number;
    readonly comparedWith: string;
    readonly comparedValue: number;
  };
  /** `written` was read as `value`, while its one separator may be a decimal or a thousands sign. */
  readonly ambiguousDecimal: { readonly quantity: string; readonly written: string; readonly value: number };
  /** `growth` as told, and the growth `instead` if it is the percent of last year that was reached. */
  readonly percentOfLastYear: { readonly growth: number; readonly instead: number };
  /** Two targets by name and amount that cannot both be the one that the share is of. */
  readonly targetsConflict: {
    readonly first: string;
    readonly firstValue: number;
    readonly second: string;
    readonly secondValue: number;
  };
  /** The target that follows from year-to-date and share, and its bounds. */
  readonly targetImpliedByShare: { readonly target: number; readonly lower: number; readonly upper: number };
  /** The target's growth, and the amount it comes to. */
  readonly growthTargetTakenAsPlan: { readonly growth: number; readonly target: number };
  readonly priorFullYearEstimated: {
    readonly priorFullYear: number;
    readonly lower: number;
    readonly upper: number;
  };
  /** Last year's total, left out of the forecast because it does not exceed its own part. */
  readonly lastYearNotUsed: { readonly priorYtd: number; readonly priorFullYear: number };
  /** The year's figure of `period` as first reported and as the later report implies it. */
  readonly baseRevised: { readonly period: string; readonly before: number; readonly after: number };
  /** A cumulative figure that is lower at `period` than at the report before it. */
  readonly cumulativeFell: { readonly period: string; readonly before: number; readonly after: number };
  readonly planNotInProbability: Readonly<Record<never, never>>;
  /** The full year of `fiscalYear` that equals its plan to the digit. */
  readonly equalsPlan: { readonly fiscalYear: number; readonly fullYear: number };
  /** A figure through `period` that was published on `asOf`, before the period ended. */
  readonly estimateBeforePeriodEnd: { readonly period: string; readonly asOf: string };
  readonly scenarioNotPossible: { readonly scenario: string; readonly obstacle: ScenarioObstacle };
  readonly stockNotAnnualized: Readonly<Record<never, never>>;
  readonly averageNotSummed: Readonly<Record<never, never>>;
  /** `figure`: the one further input that would narrow the forecast most. */
  readonly moreWouldHelp: { readonly figure: AskFor };
  /** `count` reports that became known only after `asOf`. */
  readonly reportsAfterAsOf: { readonly count: number; readonly asOf: string };
  /** `count` values of the history that are of periods after `period`, the last that was known. */
  readonly historyLeftOut: { readonly count: number; readonly period: string };
  /** The history ends with `period`, while the year-to-date figure is that through `through`. */
  readonly historyEndsEarlier: { readonly period: string; readonly through: string };
  /** `count` periods that nobody reported, filled in. */
  readonly gapsFilled: { readonly count: number; readonly periods: readonly string[] };
  /** `count` periods of which only sums over several are known. */
  readonly sumsSpread: { readonly count: number; readonly periods: readonly string[] };
  /** `count` values of the history that were replaced for fitting; the first three of them are told. */
  readonly outliersSetAside: { readonly count: number; readonly outliers: readonly UnusualValue[] };
  /** A value among the latest that stands out and was kept. */
  readonly latestUnusual: UnusualValue;
  /** The usual level of a period before `period` and from it on, season aside. */
  readonly levelShift: { readonly period: string; readonly before: number; readonly after: number };
  /** The usual level, and the one from `from` to `to`, after which it came back. */
  readonly unusualSpell: {
    readonly from: string;
    readonly to: string;
    readonly before: number;
    readonly during: number;
  };
  /** `count` periods are known of `needed` that the history tier takes. */
  readonly historyTooShort: {
    readonly count: number;
    readonly needed: number;
    readonly unit: "months" | "quarters";
  };
  readonly historyTooSparse: { readonly reason: "tooManyGaps" | "tooFewFigures" };
  readonly historyNotUsed: { readonly reason: HistoryNotUsed };
  readonly backtestTooShort: Readonly<Record<never, never>>;
  readonly horizonNeedsHistory: Readonly<Record<never, never>>;
  /** Earlier figures are on the area of today by the caller's word. */
  readonly figuresRestated: { readonly restated: RestatedWay };
  /** `unit` is `successor` or a part of it since `changedOn`, before the period of the question ended. */
  readonly unitEnded: {
    readonly unit: PlaceName;
    readonly successor: PlaceName;
    readonly changedOn: string;
    readonly isRenamed: boolean;
  };
  /** The place lies in `unit`, whose area changed within the periods that are compared. */
  readonly areaAroundChanged: { readonly unit: PlaceName; readonly changedOn: string };
  /** `figures` of last year that are of the time before `unit` was formed from `before`. */
  readonly baseOfOtherArea: {
    readonly unit: PlaceName;
    readonly changedOn: string;
    readonly before: readonly PlaceName[];
    readonly figures: readonly string[];
  };
}

export type NoteCode = keyof NoteValues;

/** Every code, for the published schema; the compiler refuses one that is missing or unknown. */
export const NOTE_CODES = Object.keys({
  januaryAlone: true,
  tetInWindow: true,
  seasonNotKnown: true,
  earlyGrowthFades: true,
  smallBase: true,
  growthUndefined: true,
  unitSlip: true,
  ambiguousDecimal: true,
  percentOfLastYear: true,
  targetsConflict: true,
  targetImpliedByShare: true,
  growthTargetTakenAsPlan: true,
  priorFullYearEstimated: true,
  lastYearNotUsed: true,
  baseRevised: true,
  cumulativeFell: true,
  planNotInProbability: true,
  equalsPlan: true,
  estimateBeforePeriodEnd: true,
  scenarioNotPossible: true,
  stockNotAnnualized: true,
  averageNotSummed: true,
  moreWouldHelp: true,
  reportsAfterAsOf: true,
  historyLeftOut: true,
  historyEndsEarlier: true,
  gapsFilled: true,
  sumsSpread: true,
  outliersSetAside: true,
  latestUnusual: true,
  levelShift: true,
  unusualSpell: true,
  historyTooShort: true,
  historyTooSparse: true,
  historyNotUsed: true,
  backtestTooShort: true,
  horizonNeedsHistory: true,
  figuresRestated: true,
  unitEnded: true,
  areaAroundChanged: true,
  baseOfOtherArea: true,
} satisfies Record<NoteCode, true>) as readonly NoteCode[];

/** A remark with a code for machines and the values that its sentence tells, for the remarks of one function. */
export type NoteOf<Values> = {
  readonly [Code in keyof Values]: { readonly code: Code; readonly values: Values[Code] };
}[keyof Values];

export type Note = NoteOf<NoteValues>;
