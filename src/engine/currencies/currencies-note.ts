import type { NoteOf } from "../note.ts";

/** What the sentence of each remark on two currencies tells. Growths are fractions. */
export interface CurrenciesNoteValues {
  /** Trap: the growths differ by that of the rate. */
  readonly growthPerCurrency: { readonly local: string; readonly foreign: string };
  /** No average is known for the year, or no year was told. */
  readonly noYearAverage: { readonly year?: number };
  /** Nothing is known of what a dollar cost at that time. */
  readonly yearNotJudged: { readonly year: number };
  /** Nothing is known of what the rate between these two may be. */
  readonly pairNotJudged: { readonly local: string; readonly foreign: string };
  /** What the growth in the other currency would be if the rate grew as its yearly average did. */
  readonly atAverageRates: {
    readonly year: number;
    readonly rateGrowth: number;
    readonly told: string;
    readonly growth: number;
    readonly other: string;
    readonly otherGrowth: number;
  };
  /** `written` was read as `value`, while its one separator may be a decimal or a thousands sign. */
  readonly ambiguousDecimal: { readonly quantity: string; readonly written: string; readonly value: number };
}

export type CurrenciesNote = NoteOf<CurrenciesNoteValues>;

/** Every code, for the published schema; the compiler refuses one that is missing or unknown. */
export const CURRENCIES_NOTE_CODES = Object.keys({
  growthPerCurrency: true,
  noYearAverage: true,
  yearNotJudged: true,
  pairNotJudged: true,
  atAverageRates: true,
  ambiguousDecimal: true,
} satisfies Record<keyof CurrenciesNoteValues, true>) as readonly (keyof CurrenciesNoteValues)[];
