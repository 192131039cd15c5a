import type { PriceBasis } from "../figure/measure.ts";
import type { ComponentAsk } from "./component-growths.ts";
import type { GrowthShape } from "./quarter-growths.ts";
import type { LevelScale, Quarters, SpanName } from "./quarter-span.ts";
import type { StatedGrowth } from "./stated-growth.ts";

/** What a scenario, or an earlier version of one, says: its lower ends, and its upper ends where it has ranges. */
export interface GrowthAssumptions {
  readonly stated: readonly StatedGrowth[];
  readonly upper?: readonly StatedGrowth[];
  /** What it says of each component, in the order of the components. */
  readonly components: readonly (readonly StatedGrowth[])[];
  readonly path: string;
}

export type ShapeKind = GrowthShape["kind"];

export interface GrowthScenarioAsk extends GrowthAssumptions {
  readonly name: string;
  /** Whether its year growth is one to reach or exceed. */
  readonly isAtLeast: boolean;
  readonly shape: ShapeKind;
  /** By how much growth rises from a quarter to the next, for the shape that rises; a fraction. */
  readonly step: number;
  readonly conditions: readonly string[];
  readonly owner?: string;
  readonly previous?: GrowthAssumptions & { readonly name: string };
}

/** Labels and bases of a question, as they were told. */
export interface GrowthScenariosQuestion {
  readonly indicator?: string;
  readonly geography?: string;
  readonly unit?: string;
  readonly priceBasis?: PriceBasis;
  readonly aggregation: LevelScale["aggregation"];
  readonly year: number;
  readonly seasonallyAdjusted: boolean;
}

export interface GrowthScenariosAsk {
  readonly question: GrowthScenariosQuestion;
  /** Last year's quarters at constant prices, above zero: sums of levels, or shares on any scale. */
  readonly lastYear: Quarters;
  readonly areLevels: boolean;
  readonly scale: LevelScale;
  /** What shares added up to before they were scaled, where they were told so. */
  readonly sharesSum?: number;
  readonly known: readonly StatedGrowth[];
  readonly scenarios: readonly GrowthScenarioAsk[];
  readonly components: readonly ComponentAsk[];
  /** The span that components are told for, where they have one number for it. */
  readonly componentPeriod?: SpanName;
  /** Seasonally adjusted levels, quarters or months, where the carry-over is asked for. */
  readonly carryOver?: { readonly lastYear: readonly number[]; readonly thisYear: readonly number[] };
  /** Months of this year after its last complete quarter. */
  readonly monthsNotUsed: number;
}
