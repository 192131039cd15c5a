import type { NoteOf } from "../note.ts";
import type { SpanName } from "./quarter-span.ts";

/** What the sentence of each remark about growth scenarios tells; growths and points are fractions. */
export interface GrowthScenariosNoteValues {
  /** Growth at current prices is nominal. */
  readonly nominalGrowth: { readonly priceBasis: string };
  readonly priceBasisNotTold: Readonly<Record<never, never>>;
  /** `sum`: what the shares added up to before they were scaled to 1. */
  readonly sharesScaled: { readonly sum: number };
  /** A growth that was told, and what the finer figures make, which agrees within the digits. */
  readonly roundedStatement: {
    readonly scenario: string;
    readonly span: SpanName;
    readonly stated: number;
    readonly growth: number;
  };
  /** A scenario whose growth is a lower end. */
  readonly solvedAtLowerEnd: { readonly scenario: string; readonly growth: number };
  /** By how many points the components together exceed the total's growth. */
  readonly componentsDiffer: {
    readonly scenario: string;
    readonly span: SpanName;
    readonly points: number;
  };
  /** A component's growth that was told and the one that the others leave for it. */
  readonly componentLeft: {
    readonly scenario: string;
    readonly component: string;
    readonly span: SpanName;
    readonly stated: number;
    readonly growth: number;
  };
  /** A span that is known as a whole, so that what its quarters show was assumed. */
  readonly knownAsAWhole: { readonly span: SpanName };
  /** `months` of this year after its last complete quarter. */
  readonly monthsNotUsed: { readonly months: number };
}

export type GrowthScenariosNote = NoteOf<GrowthScenariosNoteValues>;
export type GrowthScenariosNoteCode = keyof GrowthScenariosNoteValues;

/** Every code, for the published schema; the compiler refuses one that is missing or unknown. */
export const GROWTH_SCENARIOS_NOTE_CODES = Object.keys({
  nominalGrowth: true,
  priceBasisNotTold: true,
  sharesScaled: true,
  roundedStatement: true,
  solvedAtLowerEnd: true,
  componentsDiffer: true,
  componentLeft: true,
  knownAsAWhole: true,
  monthsNotUsed: true,
} satisfies Record<GrowthScenariosNoteCode, true>) as readonly GrowthScenariosNoteCode[];
