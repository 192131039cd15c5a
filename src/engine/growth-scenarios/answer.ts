import type { GrowthScenariosQuestion, ShapeKind } from "./ask.ts";
import type { CarryOver } from "./carry-over.ts";
import type { ComponentGrowth, ComponentGrowths } from "./component-growths.ts";
import type { GrowthScenariosNote } from "./growth-scenarios-note.ts";
import type { GrowthOrigin } from "./quarter-growths.ts";
import type { SpanName } from "./quarter-span.ts";

/** One column of a scenario's table. */
export interface GrowthColumn {
  readonly span: SpanName;
  readonly growth: number;
  /** The growth as it was told, where finer figures make another one within its digits. */
  readonly stated?: number;
  readonly origin: GrowthOrigin;
  /** Points of the year's growth that come from the span, a fraction. */
  readonly contribution: number;
  /** The span's level this year, where last year's is known. */
  readonly level?: number;
  /** Points of growth above the scenario before, and above the previous version of this one; fractions. */
  readonly pointsOnScenarioBefore?: number;
  readonly pointsOnPrevious?: number;
}

/** What the rest of the year must bring after what is known. */
export interface RestOfYear {
  readonly span: SpanName;
  readonly growth: number;
  /** Points above the known growth so far, a fraction. */
  readonly accelerationPoints: number;
}

/** One end of a scenario. */
export interface GrowthPath {
  readonly yearGrowth: number;
  readonly columns: readonly GrowthColumn[];
  readonly rest?: RestOfYear;
}

/** A row of the component table, with how it differs from the previous version. */
export type ComponentRow = ComponentGrowth & { readonly pointsOnPrevious?: number };

export interface GrowthScenario extends GrowthPath {
  readonly name: string;
  /** One number, a range whose other end is in `upper`, or a lower end. */
  readonly ends: "exact" | "range" | "atLeast";
  readonly shape: ShapeKind;
  readonly step?: number;
  readonly conditions?: readonly string[];
  readonly owner?: string;
  readonly upper?: GrowthPath & { readonly components?: readonly ComponentRow[] };
  readonly previous?: {
    readonly name: string;
    readonly yearGrowth: number;
    /** The upper end of its year, where it has ranges. */
    readonly upperYearGrowth?: number;
    readonly columns: readonly GrowthColumn[];
  };
  readonly components?: readonly ComponentRow[];
  readonly componentsDifference?: ComponentGrowths["difference"];
  /** The growth that the year must still bring, points above the carry-over; and what it hands on to next year. */
  readonly carryOver?: { readonly growthNeeded: number; readonly nextYear: number };
}

export interface GrowthScenariosAnswer {
  readonly question: GrowthScenariosQuestion;
  readonly weights: readonly { readonly span: SpanName; readonly share: number; readonly level?: number }[];
  readonly known: readonly { readonly span: SpanName; readonly growth: number }[];
  readonly scenarios: readonly GrowthScenario[];
  readonly carryOver?: {
    readonly period: "quarter" | "month";
    readonly atStart: number;
    readonly latest: CarryOver;
  };
  readonly notes: readonly GrowthScenariosNote[];
}
