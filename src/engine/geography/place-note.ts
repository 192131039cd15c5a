import type { NoteOf } from "../note.ts";

/** What the remarks of `/v1/places` tell: names in the language of the answer are made of both. */
export interface PlaceName {
  readonly name: string;
  readonly nameVi: string;
}

export interface PlaceNoteValues {
  /** `unit` has the name of another one before `day`. */
  readonly sameNameOtherUnit: { readonly unit: PlaceName; readonly day: string };
  /** `unit` was not there any more on the date; `instead` holds its area. */
  readonly unitEnded: {
    readonly unit: PlaceName;
    readonly validTo: string;
    readonly instead: readonly PlaceName[];
  };
  /** `unit` was not there yet on the date; `instead` are those it was formed from. */
  readonly unitNotYet: {
    readonly unit: PlaceName;
    readonly validFrom: string;
    readonly instead: readonly PlaceName[];
  };
  /** The name tells something within `unit`. */
  readonly withinUnit: { readonly unit: PlaceName; readonly written: string };
  /** The date is before `knownFrom`, since which areas are told. */
  readonly areasNotKnown: { readonly knownFrom: string };
  readonly sumIsApproximate: Readonly<Record<never, never>>;
  /** Figures of `missing`, which are parts of `into`, were not given: the answer is of the others alone. */
  readonly predecessorsMissing: { readonly missing: readonly PlaceName[]; readonly into: PlaceName };
  /** The figures of `place` that say one thing twice cannot all be true. */
  readonly figuresDisagree: { readonly place: PlaceName; readonly into: PlaceName };
}

export type PlaceNote = NoteOf<PlaceNoteValues>;

export const PLACE_NOTE_CODES = Object.keys({
  sameNameOtherUnit: true,
  unitEnded: true,
  unitNotYet: true,
  withinUnit: true,
  areasNotKnown: true,
  sumIsApproximate: true,
  predecessorsMissing: true,
  figuresDisagree: true,
} satisfies Record<keyof PlaceNoteValues, true>) as readonly (keyof PlaceNoteValues)[];
