import type { NoteOf } from "../note.ts";

/** What the sentence of each remark on stocks tells. */
export interface StocksNoteValues {
  /** Leased land is told with the total area, which is not what occupancy is measured on. */
  readonly occupancyNeedsLeasable: Readonly<Record<never, never>>;
  /** What the counted parts leave of the whole; 0 where they are all of it. */
  readonly partsAndWhole: {
    readonly whole: string;
    readonly parts: readonly string[];
    readonly rest: number;
  };
  readonly denominatorZero: { readonly numerator: string; readonly denominator: string };
  /** `written` was read as `value`, while its one separator may be a decimal or a thousands sign. */
  readonly ambiguousDecimal: { readonly name: string; readonly written: string; readonly value: number };
  readonly paceAssumed: Readonly<Record<never, never>>;
  readonly stocksNotAnnualized: Readonly<Record<never, never>>;
}

export type StocksNote = NoteOf<StocksNoteValues>;

/** Every code, for the published schema; the compiler refuses one that is missing or unknown. */
export const STOCKS_NOTE_CODES = Object.keys({
  occupancyNeedsLeasable: true,
  partsAndWhole: true,
  denominatorZero: true,
  ambiguousDecimal: true,
  paceAssumed: true,
  stocksNotAnnualized: true,
} satisfies Record<keyof StocksNoteValues, true>) as readonly (keyof StocksNoteValues)[];
