import type { Draft, Subject, Told } from "./draft.ts";
import type { Amount, PeriodMention } from "./mention.ts";
import { LONGEST_SEGMENT, type Sentence } from "./sentence.ts";
import type { Token } from "./token.ts";

/** What was read so far and may be left out further on. */
export interface ArticleState {
  readonly tokens: readonly Token[];
  readonly drafts: Draft[];
  place: string | undefined;
  subject: Subject | undefined;
  period: PeriodMention | undefined;
  /** The figure that "this" or a bare percentage speaks of. */
  current: Draft | undefined;
  /** The last figure that was of a whole indicator. */
  headline: Draft | undefined;
  /** The last target that was told. */
  target: Draft | undefined;
  sentence: number;
}

/** A percentage that was told before its amount: "grew by 28.87% to 17.2 billion". */
export interface Pending {
  readonly told: Told;
  readonly role: "share" | "growth";
  readonly at: number;
  readonly subject: Subject | undefined;
}

/** A sentence while it is read, item after item. */
export interface Reading {
  readonly sentence: Sentence;
  readonly article: ArticleState;
  /** Where what belongs to the next amount begins. */
  segment: number;
  /** The last amount's figure in this sentence. */
  last: Draft | undefined;
  /** The last one that was reported. */
  lastValue: Draft | undefined;
  pending: Pending[];
  /** What this sentence reported so far. */
  readonly values: Draft[];
  /** The level of the year before, where it is told before the value: "from 566 to 674 million USD". */
  priorAhead: Amount | undefined;
}

/** A sentence of which nothing is read yet. */
export const readingOf = (sentence: Sentence, article: ArticleState): Reading => ({
  sentence,
  article,
  segment: 0,
  last: undefined,
  lastValue: undefined,
  pending: [],
  values: [],
  priorAhead: undefined,
});

/** Where the words begin that belong to an item: behind what the item before it took. */
export const segmentBefore = ({ segment }: Reading, at: number): number =>
  Math.max(segment, at - LONGEST_SEGMENT);
