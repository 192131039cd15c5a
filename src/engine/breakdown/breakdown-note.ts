import type { NoteOf } from "../note.ts";

/** What the sentence of each remark about parts tells. Paths name parts from the top down; amounts are in the unit. */
export interface BreakdownNoteValues {
  /** No figure of the total was told: it is the sum of its parts. */
  readonly totalFromParts: Readonly<Record<never, never>>;
  /** Parts by amount and parts by share of `component` (the total where empty) fit into it one kind at a time only. */
  readonly twoBreakdowns: { readonly component: string };
  /** The parts of `component` (the total where empty) do not fit into it, so that no forecasts agree with all figures. */
  readonly partsDoNotFit: { readonly component: string };
  /** Parts whose year cannot be forecast and that stay at their figures. */
  readonly notForecast: { readonly components: readonly string[] };
  /** Parts of which nothing but the share is known: their forecast is that share of their whole's. */
  readonly forecastByShare: { readonly components: readonly string[] };
  /** The parts' own targets come to `sum`, while the target `name` of the total is `target`. */
  readonly partTargetsDiffer: { readonly sum: number; readonly name: string; readonly target: number };
  /** Parts whose cap lies below their forecast, or is a growth on a year that is not known. */
  readonly capBelowForecast: { readonly components: readonly string[] };
  readonly capNotKnown: { readonly components: readonly string[] };
  /** Parts whose written amount has one separator that may be a decimal or a thousands sign. */
  readonly ambiguousPart: { readonly component: string; readonly written: string; readonly value: number };
}

export type BreakdownNoteCode = keyof BreakdownNoteValues;

/** Every code, for the published schema; the compiler refuses one that is missing or unknown. */
export const BREAKDOWN_NOTE_CODES = Object.keys({
  totalFromParts: true,
  twoBreakdowns: true,
  partsDoNotFit: true,
  notForecast: true,
  forecastByShare: true,
  partTargetsDiffer: true,
  capBelowForecast: true,
  capNotKnown: true,
  ambiguousPart: true,
} satisfies Record<BreakdownNoteCode, true>) as readonly BreakdownNoteCode[];

export type BreakdownNote = NoteOf<BreakdownNoteValues>;
