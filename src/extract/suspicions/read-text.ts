import type { Draft } from "../draft.ts";
import type { ExtractedFigure, Suspicion } from "../extraction.ts";
import type { Item } from "../items.ts";
import type { Mention } from "../mention.ts";
import type { PrintedDate } from "../printed-dates.ts";
import type { ReferenceYear } from "../reference-year.ts";
import type { Token } from "../token.ts";

/** What was read from a text, for those who look between its lines. */
export interface ReadText {
  readonly tokens: readonly Token[];
  /** The items of each sentence, by the number that drafts have. */
  readonly sentences: readonly (readonly Item[])[];
  readonly drafts: readonly Draft[];
  readonly figures: readonly ExtractedFigure[];
  readonly dates: readonly PrintedDate[];
  readonly reference: ReferenceYear;
  /** Written without accents. */
  readonly folded: boolean;
  readonly spanOf: (from: number, to: number) => Suspicion["span"];
  /** The words of a run of tokens as the text has them. */
  readonly wordsOf: (run: Mention) => string;
}

/** Figures with their parts, those of parts too. */
export const withParts = (figures: readonly ExtractedFigure[]): readonly ExtractedFigure[] =>
  figures.flatMap((figure) => [figure, ...withParts(figure.parts ?? [])]);

/** Whether a draft is a report of what happened, and its subject was named with it. */
export const isReported = ({ purpose, isOther, doubts }: Draft): boolean =>
  purpose === "value" && !isOther && !doubts.has("indicatorCarried") && !doubts.has("attributionDistant");

/** Months and year of a draft, equal for drafts of the same period; undefined where its sentence does not tell them. */
export function periodKey({ period, doubts }: Draft, { year }: ReferenceYear): string | undefined {
  if (!period || period.isRest || period.throughYear !== undefined || period.throughMonth === 0)
    return undefined;
  if (doubts.has("periodAssumed")) return undefined;
  const told =
    period.year ?? (year === undefined ? `${period.yearOffset ?? 0}` : year + (period.yearOffset ?? 0));
  return `${told}|${period.fromMonth}|${period.throughMonth}`;
}
