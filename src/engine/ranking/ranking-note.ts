import type { NoteOf } from "../note.ts";

/** What the sentence of each remark about a ranking tells. Growths are fractions, dates ISO. */
export interface RankingNoteValues {
  /** Nobody told a level or a share: no order by level, no weights. */
  readonly onlyGrowths: Readonly<Record<never, never>>;
  /** Levels alone: nothing to compare with last year. */
  readonly onlyLevels: Readonly<Record<never, never>>;
  /** `count` places are missing, `names` of them by name. */
  readonly placesMissing: { readonly count: number; readonly names: readonly string[] };
  readonly placesUnexpected: { readonly names: readonly string[] };
  readonly completenessNotTold: Readonly<Record<never, never>>;
  readonly levelNotKnown: { readonly names: readonly string[] };
  readonly growthNotKnown: { readonly names: readonly string[] };
  /** Growths of an average without the weights that they need. */
  readonly weightsNeeded: Readonly<Record<never, never>>;
  readonly comparedWithSimpleAverage: Readonly<Record<never, never>>;
  readonly comparedWithGivenPlaces: Readonly<Record<never, never>>;
  readonly sharesOfGivenPlaces: Readonly<Record<never, never>>;
  /** The region's growth lies outside of those of the places given, which may be some of its places only. */
  readonly regionGrowthOutside: {
    readonly growth: number;
    readonly side: "above" | "below";
    readonly place: string;
  };
  readonly smallBase: { readonly place: string; readonly growth: number };
  /** Last year's level of `place` may be zero. */
  readonly growthUndefined: { readonly place: string };
  readonly ambiguousDecimal: { readonly place: string; readonly written: string; readonly value: number };
  readonly placeEnded: { readonly place: string; readonly successor: string; readonly lastDay: string };
  readonly placeNotYet: { readonly place: string; readonly firstDay: string };
  /** Growths and last year's figures of `places`, whose areas were others until `changedOn`. */
  readonly baseOfOtherArea: { readonly places: readonly string[]; readonly changedOn: string };
  readonly didYouMean: { readonly place: string; readonly suggested: string };
  /** `place` of today was made of `parts`. */
  readonly restated: { readonly place: string; readonly parts: readonly string[] };
}

export type RankingNoteCode = keyof RankingNoteValues;
export type RankingNote = NoteOf<RankingNoteValues>;

/** Every code, for the published schema; the compiler refuses one that is missing or unknown. */
export const RANKING_NOTE_CODES = Object.keys({
  onlyGrowths: true,
  onlyLevels: true,
  placesMissing: true,
  placesUnexpected: true,
  completenessNotTold: true,
  levelNotKnown: true,
  growthNotKnown: true,
  weightsNeeded: true,
  comparedWithSimpleAverage: true,
  comparedWithGivenPlaces: true,
  sharesOfGivenPlaces: true,
  regionGrowthOutside: true,
  smallBase: true,
  growthUndefined: true,
  ambiguousDecimal: true,
  placeEnded: true,
  placeNotYet: true,
  baseOfOtherArea: true,
  didYouMean: true,
  restated: true,
} satisfies Record<RankingNoteCode, true>) as readonly RankingNoteCode[];
