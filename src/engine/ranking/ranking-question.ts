import type { FiscalPosition } from "../calendar/period.ts";
import type { Figure } from "../figure/figure.ts";
import type { PlaceNameNote } from "./place-identity.ts";

/** How places make their region: their levels add up, or its figure is an average of theirs (indices, rates). */
export const PLACE_AGGREGATIONS = ["sum", "average"] as const;
export type PlaceAggregation = (typeof PLACE_AGGREGATIONS)[number];

/** What a place can lead in: by how large its figure is, or by how fast it grew. Never one word for both. */
export const MEASURES = ["level", "growth"] as const;
export type Measure = (typeof MEASURES)[number];

/** A place by its name as it was told, and a key that other spellings of the same place share. */
export interface NamedPlace {
  readonly name: string;
  readonly key: string;
}

/** What is reported of one place: its level, last year's same period, its growth, its weight in the region's growth or
 * its share of the region's level. */
export interface PlaceFigures extends NamedPlace {
  readonly value?: Figure;
  readonly prior?: Figure;
  readonly growth?: Figure;
  readonly weight?: Figure;
  readonly share?: Figure;
  /** The unit of today that its figures are to be added up to. */
  readonly restatedTo?: NamedPlace;
}

/** A claim such as "Tay Ninh leads in turnover". */
export interface HeadlineAsk extends NamedPlace {
  readonly claim: Measure;
}

/** Places of one region compared for one indicator. */
export interface RankingQuestion {
  readonly indicator?: string;
  readonly region?: string;
  readonly unit?: string;
  readonly aggregation: PlaceAggregation;
  readonly position?: FiscalPosition;
  readonly places: readonly PlaceFigures[];
  readonly regionValue?: Figure;
  readonly regionGrowth?: Figure;
  /** Every place that should be there. */
  readonly expected?: readonly NamedPlace[];
  /** How many places the region has, where it was told. */
  readonly of?: number;
  /** How many places are said to have grown faster than the region. */
  readonly beating?: number;
  readonly headline?: HeadlineAsk;
  /** What the names of the places gave reason to say. */
  readonly nameNotes: readonly PlaceNameNote[];
}
