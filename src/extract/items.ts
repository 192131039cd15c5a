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

const SIGNS: Readonly<Record<string, SignItem["sign"]>> = {
  ",": ",",
  ";": ";",
  ":": ":",
  "(": "(",
  ")": ")",
  "[": "(",
  "]": ")",
  "-": "-",
  "|": ";",
  and: "and",
  và: "and",
  "&": "and",
};

/**
 * What a sentence consists of, in order: mentions, the cues and signs between them, and the words that nothing knows.
 * `mentionAt` holds for each token the mention that begins there.
 */
export function itemsOf(
  tokens: readonly Token[],
  sentence: Mention,
  mentionAt: ReadonlyMap<number, AnyMention>,
  folded: boolean,
): readonly Item[] {
  const items: Item[] = [];
  let at = sentence.from;
  while (at < sentence.to) {
    const item = mentionAt.get(at) ?? itemAt(tokens, at, sentence.to, mentionAt, folded);
    if (item) items.push(item);
    at = Math.max(at + 1, item?.to ?? 0);
  }
  return items;
}

function itemAt(
  tokens: readonly Token[],
  at: number,
  end: number,
  mentionAt: ReadonlyMap<number, AnyMention>,
  folded: boolean,
): Item | undefined {
  const cue = cueAt(tokens, at, folded, nextMention(at, end, mentionAt));
  if (cue) return cue;
  const token = tokens[at] as Token;
  const sign = SIGNS[token.text];
  if (sign) return { kind: "sign", sign, from: at, to: at + 1 };
  const isKnown = token.kind !== "word" || isPlainWord(folded ? token.folded : token.text);
  return isKnown ? undefined : { kind: "word", text: token.text, from: at, to: at + 1 };
}

/** No cue has more words than this. */
const LONGEST_CUE = 9;

function nextMention(at: number, end: number, mentionAt: ReadonlyMap<number, AnyMention>): number {
  const farthest = Math.min(end, at + LONGEST_CUE);
  for (let next = at + 1; next < farthest; next += 1) if (mentionAt.has(next)) return next;
  return farthest;
}

/**
 * Mentions without overlaps: of two that touch the same tokens the longer stays, and of equal ones the first given.
 * @returns by the token at which each begins
 */
export function withoutOverlaps(mentions: readonly AnyMention[]): ReadonlyMap<number, AnyMention> {
  const byLength = mentions
    .map((mention, order) => ({ mention, order }))
    .sort((a, b) => b.mention.to - b.mention.from - (a.mention.to - a.mention.from) || a.order - b.order);
  const taken = new Set<number>();
  const kept = new Map<number, AnyMention>();
  for (const { mention } of byLength) {
    let isFree = true;
    for (let at = mention.from; at < mention.to && isFree; at += 1) isFree = !taken.has(at);
    if (!isFree) continue;
    for (let at = mention.from; at < mention.to; at += 1) taken.add(at);
    kept.set(mention.from, mention);
  }
  return kept;
}
