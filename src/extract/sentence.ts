import type { Cue } from "./cues.ts";
import type { Item, SignItem } from "./items.ts";
import type { PeriodMention } from "./mention.ts";
import { type PercentRole, percentRole, toldLike } from "./percent-role.ts";
import type { PlaceLevel } from "./places.ts";
import { pairedLists, type Run, runsOf, shareRole } from "./respectively.ts";
import type { Token } from "./token.ts";

/** What items are looked up by: their kind, the meaning of a cue, the sign itself, or the level of a place. */
export type Mark = Item["kind"] | Cue | SignItem["sign"] | PlaceLevel;

/** A sentence as it is read: its items, what its percentages tell, and an index of where everything stands. */
export interface Sentence {
  readonly items: readonly Item[];
  /** Of the whole text. */
  readonly tokens: readonly Token[];
  /** What each percentage and each multiple tells. */
  readonly roles: ReadonlyMap<Item, PercentRole>;
  /** Cues that say what a percentage is, and nothing of an amount. */
  readonly consumed: ReadonlySet<Item>;
  /** The amounts and percentages that "respectively" put beside their subjects. */
  readonly paired: ReadonlySet<Item>;
  /** The list that a percentage stands in: "up 41 and 57 percent". */
  readonly percentRuns: ReadonlyMap<Item, Run>;
  readonly indexOf: ReadonlyMap<Item, number>;
  /** Ascending. */
  readonly positions: ReadonlyMap<Mark, readonly number[]>;
  /** Where the periods stand that are none of a comparison or of a target, ascending. */
  readonly ownPeriods: readonly number[];
  /** The first months named, and not only "so far": what "so far" is through. */
  readonly monthsNamed: PeriodMention | undefined;
}

/** Between words that belong together stand at most so many tokens. */
export const ADJACENT = 3;
/** Nothing farther back than so many items belongs to an amount or a percentage. */
export const LONGEST_SEGMENT = 60;
/** How many items on either side of an amount are looked at. */
export const FARTHEST = 30;

/** The sentence that items make, with lists that "respectively" pairs put in pairs. */
export function sentenceOf(given: readonly Item[], tokens: readonly Token[]): Sentence {
  const roles = new Map<Item, PercentRole>();
  const consumed = new Set<Item>();
  for (const [at, item] of given.entries())
    if (item.kind === "percent" || item.kind === "multiple")
      roles.set(item, percentRole(given, at, tokens, consumed));
  const { items, paired } = pairedLists(given, roles);
  const runs = runsOf(items, "percent");
  for (const run of runs) shareRole(run, roles);
  shareGrowth(items, roles);
  const positions = positionsOf(items);
  const located = { items, tokens, positions };
  const periods = positions.get("period") ?? [];
  return {
    ...located,
    roles,
    consumed,
    paired,
    percentRuns: new Map(runs.flatMap((run) => run.members.map((member) => [member, run]))),
    indexOf: new Map(items.map((item, at) => [item, at])),
    ownPeriods: periods.filter((at) => !isComparison(located, at) && !isOfTarget(located, at)),
    monthsNamed: periods
      .map((at) => items[at] as PeriodMention)
      .find(({ isYear, isRest, throughMonth }) => !isYear && !isRest && throughMonth > 0),
  };
}

/** "Exports rose 12.1% to 1.02 billion USD and imports 33.3% to 2 billion USD": the verb is told once. */
function shareGrowth(items: readonly Item[], roles: Map<Item, PercentRole>): void {
  let growth: number | undefined;
  for (const [at, item] of items.entries()) {
    if (item.kind !== "percent") continue;
    const role = roles.get(item);
    if (role?.role === "growth") growth = role.ratio;
    if (role?.role !== "none" || growth === undefined) continue;
    const before = items[at - 1];
    const after = items[at + 1];
    const isNamed = before?.kind === "indicator" || before?.kind === "component" || before?.kind === "place";
    const leads = after?.kind === "cue" && after.cue === "to" && items[at + 2]?.kind === "amount";
    if (isNamed && leads) roles.set(item, toldLike("growth", item, growth < 0));
  }
}

function positionsOf(items: readonly Item[]): ReadonlyMap<Mark, readonly number[]> {
  const positions = new Map<Mark, number[]>();
  const note = (mark: Mark, at: number): void => {
    const known = positions.get(mark);
    if (known) known.push(at);
    else positions.set(mark, [at]);
  };
  for (const [at, item] of items.entries()) {
    note(item.kind, at);
    if (item.kind === "cue") note(item.cue, at);
    else if (item.kind === "sign") note(item.sign, at);
    else if (item.kind === "place") note(item.level, at);
  }
  return positions;
}

const NOWHERE: readonly number[] = [];

/** Where the first item with a mark stands in a range (end exclusive), -1 where none does. */
export function firstOf(
  { positions }: Pick<Sentence, "positions">,
  mark: Mark,
  from: number,
  to: number,
): number {
  const marked = positions.get(mark) ?? NOWHERE;
  const at = marked[countBefore(marked, from)] ?? to;
  return at < to ? at : -1;
}

/** Where the last item with a mark stands in a range (end exclusive), -1 where none does. */
export function lastOf(
  { positions }: Pick<Sentence, "positions">,
  mark: Mark,
  from: number,
  to: number,
): number {
  return lastWithin(positions.get(mark) ?? NOWHERE, from, to);
}

/** Whether an item with a mark stands in a range (end exclusive). */
export const has = (sentence: Sentence, mark: Mark, from: number, to: number): boolean =>
  firstOf(sentence, mark, from, to) >= 0;

/** How many items with a mark stand in a range (end exclusive). */
export function countOf({ positions }: Sentence, mark: Mark, from: number, to: number): number {
  const marked = positions.get(mark) ?? NOWHERE;
  return Math.max(0, countBefore(marked, to) - countBefore(marked, from));
}

/**
 * The last of ascending positions that lies in a range (end exclusive), -1 where none does.
 * @example lastWithin([2, 5, 9], 3, 9) // => 5
 * @example lastWithin([2, 5, 9], 6, 9) // => -1
 */
export function lastWithin(positions: readonly number[], from: number, to: number): number {
  const at = positions[countBefore(positions, to) - 1] ?? -1;
  return at >= from ? at : -1;
}

/** How many of ascending positions lie before one. */
function countBefore(positions: readonly number[], at: number): number {
  let low = 0;
  let high = positions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((positions[middle] as number) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where what belongs to an item begins: behind the amount before it. */
export const segmentStart = (sentence: Sentence, at: number): number =>
  Math.max(lastOf(sentence, "amount", 0, at) + 1, at - LONGEST_SEGMENT);

/** Whether one item follows another with nothing of meaning between: "rice exports", "exports of rice". */
export function isBeside({ items, indexOf }: Sentence, a: Item, b: Item): boolean {
  const gap = b.from - a.to;
  return gap >= 0 && gap <= ADJACENT && items[(indexOf.get(a) ?? -1) + 1] === b;
}

/** What opens a comparison at the beginning of a sentence, where "over" and "from" open a period. */
const COMPARING = new Set(["compared", "against", "versus", "relative", "so", "in"]);

/** Whether a period is only compared with: "up 5% on the same period of 2022", "higher than in 2022". */
export function isComparison({ items, tokens }: Pick<Sentence, "items" | "tokens">, at: number): boolean {
  const item = items[at] as Item;
  for (let before = at - 1; before >= Math.max(0, at - 3); before -= 1) {
    const other = items[before] as Item;
    if (item.from - other.to > FARTHEST_COMPARED) return false;
    if (other.kind === "cue") {
      const opens = other.cue === "comparedTo" && before === 0;
      if (opens && !COMPARING.has(tokens[other.from]?.text ?? "")) return false;
      if (COMPARISONS.has(other.cue)) return true;
      if (other.cue === "rise" || other.cue === "fall") return tokens[other.to]?.text === "than";
      if (other.cue === "target") return false;
    } else if (other.kind !== "word" && other.kind !== "place") return false;
  }
  return false;
}

/** "Above the level of the first half of 2018": more words than stand between others that belong together. */
const FARTHEST_COMPARED = 5;

const COMPARISONS: ReadonlySet<Cue> = new Set<Cue>([
  "samePeriod",
  "comparedTo",
  "previousPeriod",
  "above",
  "below",
  "unchanged",
]);

/** Whether a period is that of a target: "the plan for 2023", "kế hoạch năm 2023", "the full-year plan". */
export function isOfTarget({ items }: Pick<Sentence, "items">, at: number): boolean {
  const item = items[at] as Item & { kind: "period" };
  const next = items[at + 1];
  if (item.isYear && next?.kind === "cue" && next.cue === "target" && next.from - item.to <= 2) return true;
  for (let before = at - 1; before >= Math.max(0, at - 2); before -= 1) {
    const other = items[before] as Item;
    if (item.from - other.to > ADJACENT) return false;
    if (other.kind === "cue" && other.cue === "target") return true;
    if (other.kind !== "indicator") return false;
  }
  return false;
}
