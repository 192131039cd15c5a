import type { Draft } from "../draft.ts";
import type { Suspicion } from "../extraction.ts";
import type { Item } from "../items.ts";
import type { ReadText } from "./read-text.ts";

/** How far a quotient of rounded amounts may be from the percentage that tells it. */
const ROUNDED = 0.02;
/** Between a percentage and the word of excess before it, and the plan behind it, stand at most so many tokens. */
const ADJACENT = 1;
const FARTHEST = 4;

/** Percentages of a base that are told as if they were on top of it: "up 123.7%" for "123.7% of last year's". */
export function percentagesOfForUp(text: ReadText): readonly Suspicion[] {
  const found: Suspicion[] = [];
  for (const draft of text.drafts) if (draft.prior) found.push(...ofGrowth(draft, text));
  for (const items of text.sentences)
    for (const [at, item] of items.entries())
      if (item.kind === "percent") found.push(...ofPlan(items, at, text));
  return found;
}

/** The value is to the prior one as the growth says, and not as much more. */
function ofGrowth(draft: Draft, text: ReadText): readonly Suspicion[] {
  const { amount, prior, growth } = draft;
  if (!amount || !growth || prior?.unit !== amount.unit || !(growth.ratio >= 0.5)) return [];
  if (!isRatio(amount.value / prior.value, growth.ratio)) return [];
  const suggested = percentText(growth.ratio - 1);
  return [
    {
      code: "percentOfForPercentUp",
      span: text.spanOf(draft.from, draft.to),
      values: { written: growth.written, suggested },
    },
  ];
}

/** "Exceeding 275 percent of the plan": nobody plans for a third of what is reached. */
function ofPlan(items: readonly Item[], at: number, text: ReadText): readonly Suspicion[] {
  const item = items[at];
  if (item?.kind !== "percent" || item.isPoints || !(item.value > 1)) return [];
  const from = exceedingBefore(items, at, text);
  const next = items[at + 1];
  const target =
    next?.kind === "period" || (next?.kind === "cue" && next.cue === "equals") ? items[at + 2] : next;
  if (from === undefined || target?.kind !== "cue" || target.cue !== "target") return [];
  if (target.from - item.to > FARTHEST) return [];
  return [
    {
      code: "percentOfForPercentUp",
      span: text.spanOf(from, target.to),
      values: { written: text.wordsOf({ from, to: target.to }), suggested: percentText(item.value) },
    },
  ];
}

/** Where the word that tells of an excess stands: it may hedge the percentage, and so be part of it. */
function exceedingBefore(items: readonly Item[], at: number, { tokens }: ReadText): number | undefined {
  const item = items[at] as Item;
  if (EXCEEDING.has(tokens[item.from]?.text ?? "")) return item.from;
  const before = items[at - 1];
  const isNear = before?.kind === "cue" && before.cue === "above" && item.from - before.to <= ADJACENT;
  if (!isNear || !EXCEEDING.has(tokens[before.from]?.text ?? "")) return undefined;
  return tokens[item.from - 1]?.text === "by" ? undefined : before.from;
}

const EXCEEDING = new Set(
  "exceeding exceeded exceeds exceed surpassing surpassed surpasses surpass vượt vuot".split(" "),
);

/** Whether a quotient is what a percentage of the base says, and not what one on top of it would be. */
const isRatio = (quotient: number, ratio: number): boolean => Math.abs(quotient / ratio - 1) <= ROUNDED;

const percentText = (ratio: number): string => `${Number((ratio * 100).toFixed(2))}%`;
