import type { AmountUnit, Hedge } from "./mention.ts";

/** The unit of a figure: percent_yoy where only growth on the same months of the year before is told (an index). */
export type FigureUnit = AmountUnit | "percent_yoy";

/** What a target is for: the plan of the figure's year, of the next year, what is expected of the year, or a later goal. */
export type TargetKind = "plan" | "nextYearPlan" | "expectedOutcome" | "longTermGoal";

/** Months of a year, both ends included; the year is absent where the text does not tell it. */
export interface FigurePeriod {
  readonly year?: number;
  readonly fromMonth: number;
  readonly throughMonth: number;
}

export interface ExtractedTarget {
  readonly value: number;
  readonly unit: AmountUnit;
  readonly year?: number;
  readonly kind: TargetKind;
  /** What the target asks of the year on the year before: "48.18 trillion VND, an increase of 8%". */
  readonly growth?: number;
  readonly writtenGrowth?: string;
  /** As the engine reads it: "1 billion USD". */
  readonly written: string;
}

/** Why a figure is less than certain. */
export type Doubt =
  | "indicatorCarried"
  | "periodCarried"
  | "periodAssumed"
  | "placeCarried"
  | "placeUnknown"
  | "yearInferred"
  | "yearUnknown"
  | "attributionDistant"
  | "severalShares"
  | "decimalSignUncertain";

/** A report that was read from a text. Ratios are fractions; spans are UTF-16 offsets into the text as it was given. */
export interface ExtractedFigure {
  readonly geography?: string;
  /** A name of the vocabulary, with a component after a colon: "exports:rice". */
  readonly indicator: string;
  /** In `unit`; absent where only growth is told. */
  readonly value?: number;
  readonly unit: FigureUnit;
  readonly qualifier: Hedge;
  readonly period: FigurePeriod;
  /** Value divided by the annual target. */
  readonly shareOfTarget?: number;
  /** On the same months of the year before. */
  readonly growth?: number;
  readonly target?: ExtractedTarget;
  /** Further targets of the figure's place and indicator, such as next year's plan or a second one. */
  readonly otherTargets?: readonly ExtractedTarget[];
  /** The level of the same period a year before, where the text prints it. */
  readonly priorYtd?: number;
  /** A plan for a part of the year, a wish or a forecast of what is not over: not a report of what happened. */
  readonly isExpected?: boolean;
  readonly span: readonly [start: number, end: number];
  /** From 0 to 1. */
  readonly confidence: number;
  readonly doubts: readonly Doubt[];
  /** The figures as the engine reads them, digits kept: "over 290 million USD", "31.6%", "-15.5%". */
  readonly written: {
    readonly value?: string;
    readonly shareOfTarget?: string;
    readonly growth?: string;
    readonly priorYtd?: string;
    /** "exceeding the growth target by 3.11 percentage points (equivalent to an excess of VND1,315.43 billion)" */
    readonly pointsAboveTarget?: string;
    readonly excessAmount?: string;
  };
  /** Figures of parts of this one, such as products: told beside it and never for it. */
  readonly parts?: readonly ExtractedFigure[];
}

/** What looks wrong in a text though each sentence can be read. */
export interface Suspicion {
  readonly code:
    | "levelFromGrowth"
    | "scaleSlip"
    | "currencySlip"
    | "ambiguousDate"
    | "twoValues"
    | "partAboveTotal"
    | "percentOfForPercentUp";
  readonly span: readonly [start: number, end: number];
  /** What the sentence about it names: a place, two amounts as written, a factor. */
  readonly values: Readonly<Record<string, string | number>>;
}

export type TextLanguage = "en" | "vi" | "other";

/** Everything that was read from a text. */
export interface Extraction {
  readonly language: TextLanguage;
  readonly decimal: "point" | "comma";
  /** Markup was reduced to its text. */
  readonly isHtml: boolean;
  /** ISO, as given or as printed in the text; absent where neither tells it or the printed one is ambiguous. */
  readonly published?: string;
  /** The year that "this year" means. */
  readonly year?: number;
  readonly figures: readonly ExtractedFigure[];
  readonly suspicions: readonly Suspicion[];
}
