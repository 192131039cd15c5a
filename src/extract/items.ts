import type { ComponentMention } from "./components.ts";
import { type CueMention, cueAt } from "./cues.ts";
import type { IndicatorMention } from "./indicators.ts";
import type { Mention, PeriodMention, Quantity } from "./mention.ts";
import type { PlaceMention } from "./places.ts";
import { isPlainWord } from "./plain-words.ts";
import type { Token } from "./token.ts";

/** A word of content that nothing in the vocabulary knows. */
export interface WordItem extends Mention {
  readonly kind: "word";
  readonly text: string;
}

/** A sign that divides: comma, semicolon, colon, brackets, "and". */
export interface SignItem extends Mention {
  readonly kind: "sign";
  readonly sign: "," | ";" | ":" | "(" | ")" | "and" | "-";
}

export type Item =
  | Quantity
  | PeriodMention
  | PlaceMention
  | IndicatorMention
  | ComponentMention
  | CueMention
  | WordItem
  | SignItem;

export type AnyMention = Quantity | PeriodMention | PlaceMention | IndicatorMention | ComponentMention;

/** For each token of a text the mention that begins there. */
export type MentionsByToken = readonly (AnyMention | undefined)[];

const SIGNS: ReadonlyMap<string, SignItem["sign"]> = new Map([
  [",", ","],
  [";", ";"],
  [":", ":"],
  ["(", "("],
  [")", ")"],
  ["[", "("],
  ["]", ")"],
  ["-", "-"],
  ["|", ";"],
  ["and", "and"],
  ["và", "and"],
  ["&", "and"],
]);

/** What a sentence consists of, in order: mentions, the cues and signs between them, and the words that nothing knows. */
export function itemsOf(
  tokens: readonly Token[],
  sentence: Mention,
  mentionAt: MentionsByToken,
  folded: boolean,
): readonly Item[] {
  const items: Item[] = [];
  let at = sentence.from;
  let next = at;
  while (at < sentence.to) {
    while (next < sentence.to && (next <= at || !mentionAt[next])) next += 1;
    const item = mentionAt[at] ?? itemAt(tokens, at, Math.min(next, at + LONGEST_CUE), folded);
    if (item) items.push(item);
    at = item ? Math.max(at + 1, item.to) : at + 1;
  }
  return items;
}

/** No cue has more words than this. */
const LONGEST_CUE = 9;

function itemAt(tokens: readonly Token[], at: number, end: number, folded: boolean): Item | undefined {
  const cue = cueAt(tokens, at, folded, end);
  if (cue) return cue;
  const token = tokens[at] as Token;
  if (token.kind === "number" || token.kind === "break") return undefined;
  const sign = SIGNS.get(token.text);
  if (sign) return { kind: "sign", sign, from: at, to: at + 1 };
  const isKnown = token.kind !== "word" || isPlainWord(folded ? token.folded : token.text);
  return isKnown ? undefined : { kind: "word", text: token.text, from: at, to: at + 1 };
}

/**
 * Mentions without overlaps: of two that touch the same tokens the longer stays, and of equal ones the first given.
 * @param size how many tokens the text has
 */
export function withoutOverlaps(lists: readonly (readonly AnyMention[])[], size: number): MentionsByToken {
  const byLength: (AnyMention[] | undefined)[] = [];
  for (const mentions of lists)
    for (const mention of mentions) {
      const length = mention.to - mention.from;
      const same = byLength[length];
      if (same) same.push(mention);
      else byLength[length] = [mention];
    }
  const taken = new Uint8Array(size);
  const kept = new Array<AnyMention | undefined>(size).fill(undefined);
  for (let length = byLength.length - 1; length > 0; length -= 1)
    for (const mention of byLength[length] ?? []) {
      if (touches(mention, taken)) continue;
      mark(mention, taken);
      kept[mention.from] = mention;
    }
  return kept;
}

/** Lists of mentions without those that touch a range. */
export function outside(
  ranges: readonly Mention[],
  lists: readonly (readonly AnyMention[])[],
  size: number,
): readonly (readonly AnyMention[])[] {
  if (ranges.length === 0) return lists;
  const covered = new Uint8Array(size);
  for (const range of ranges) mark(range, covered);
  return lists.map((mentions) => mentions.filter((mention) => !touches(mention, covered)));
}

function mark({ from, to }: Mention, tokens: Uint8Array): void {
  for (let at = from; at < to; at += 1) tokens[at] = 1;
}

function touches({ from, to }: Mention, tokens: Uint8Array): boolean {
  for (let at = from; at < to; at += 1) if (tokens[at] === 1) return true;
  return false;
}
