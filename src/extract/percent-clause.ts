import type { Cue } from "./cues.ts";
import type { Item } from "./items.ts";

/** What stands on one side of a percentage in its clause. */
export interface ClauseSide {
  readonly cues: ReadonlySet<Cue>;
  /** The nearest first. */
  readonly items: readonly Item[];
}

/** How many items on either side may say what a percentage is. */
const FARTHEST = 14;

/** The items before a percentage, as far as its clause goes: of "rose to 5 billion USD, up 8%" only "up". */
export function clauseBefore(items: readonly Item[], at: number, consumed: ReadonlySet<Item>): ClauseSide {
  const found: Item[] = [];
  for (let before = at - 1; before >= 0 && at - before <= FARTHEST; before -= 1) {
    const item = items[before] as Item;
    if (isQuantity(item) || isHardEnd(item)) break;
    if (item.kind === "sign" && (item.sign === "," || item.sign === "and") && hasMeaning(found)) break;
    if (!consumed.has(item)) found.push(item);
  }
  return sideOf(found);
}

/** The items behind a percentage, as far as its clause goes: of "42% of the plan and up 5%" only "of the plan". */
export function clauseBehind(items: readonly Item[], at: number, consumed: ReadonlySet<Item>): ClauseSide {
  const found: Item[] = [];
  for (let after = at + 1; after < items.length && after - at <= FARTHEST; after += 1) {
    const item = items[after] as Item;
    if (isQuantity(item) || isHardEnd(item)) break;
    if (item.kind === "sign" && item.sign === ",") break;
    // What comes after "and" speaks of the next figure: "42% and up 5%".
    if (item.kind === "sign" && item.sign === "and" && (hasMeaning(found) || leadsOn(items, after))) break;
    if (!consumed.has(item)) found.push(item);
  }
  // The last words before another percentage belong to that one: "16% of the plan, up 5%" without its comma.
  const next = items[at + found.length + 1];
  if (next && isQuantity(next)) while (isLead(found.at(-1)) && hasMeaning(found.slice(0, -1))) found.pop();
  return sideOf(found);
}

/**
 * The meanings of the cues among items, in their order.
 * @example [...cuesOf([{ kind: "cue", cue: "rise", from: 0, to: 1 }])] // => ["rise"]
 */
export function cuesOf(items: readonly Item[]): ReadonlySet<Cue> {
  const cues = new Set<Cue>();
  for (const item of items) if (item.kind === "cue") cues.add(item.cue);
  return cues;
}

const sideOf = (items: readonly Item[]): ClauseSide => ({ items, cues: cuesOf(items) });

const isQuantity = ({ kind }: Item): boolean =>
  kind === "amount" || kind === "percent" || kind === "multiple";

const LEADS: ReadonlySet<Cue> = new Set<Cue>([
  "rise",
  "fall",
  "equals",
  "to",
  "above",
  "below",
  "boundary",
  "composition",
]);

const isLead = (item: Item | undefined): boolean => item?.kind === "cue" && LEADS.has(item.cue);

/** Whether the next figure begins behind "and". */
function leadsOn(items: readonly Item[], and: number): boolean {
  let after = and + 1;
  while (items[after]?.kind === "word") after += 1;
  const next = items[after];
  return next !== undefined && (isLead(next) || isQuantity(next) || next.kind === "indicator");
}

const HARD_ENDS: ReadonlySet<string> = new Set([";", "(", ")", ":", "boundary", "ofWhich"]);

const isHardEnd = (item: Item): boolean =>
  (item.kind === "sign" && HARD_ENDS.has(item.sign)) || (item.kind === "cue" && HARD_ENDS.has(item.cue));

const MEANING: ReadonlySet<Cue> = new Set<Cue>([
  "rise",
  "fall",
  "above",
  "below",
  "equals",
  "target",
  "samePeriod",
  "previousPeriod",
  "composition",
  "to",
]);

const hasMeaning = (items: readonly Item[]): boolean =>
  items.some((item) => item.kind === "cue" && MEANING.has(item.cue));
