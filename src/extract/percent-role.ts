import type { Cue } from "./cues.ts";
import type { Item } from "./items.ts";
import type { Multiple, Percent } from "./mention.ts";
import type { Token } from "./token.ts";

/** What a percentage tells. Ratios are fractions; `written` has the digits that the ratio keeps, as a percentage. */
export type PercentRole =
  | { readonly role: "share" | "growth"; readonly ratio: number; readonly written: string }
  /** A change on last month, of a volume, over several years; a part of a whole; points; or unknown. */
  | { readonly role: "pointsAbove"; readonly written: string }
  | { readonly role: "previousPeriod" | "volume" | "composition" | "points" | "perYear" | "none" };

/** How many items on either side may say what a percentage is. */
const FARTHEST = 14;

const isQuantity = ({ kind }: Item): boolean =>
  kind === "amount" || kind === "percent" || kind === "multiple";

interface Side {
  readonly cues: ReadonlySet<Cue>;
  /** The nearest first. */
  readonly items: readonly Item[];
}

/**
 * What a percentage or a multiple tells, from the words of its clause: of an annual target, on the year before, on the
 * month before, of a whole. `consumed` holds the cues that belong to another percentage already, and gets those that
 * this one uses.
 */
export function percentRole(
  items: readonly Item[],
  at: number,
  tokens: readonly Token[],
  consumed: Set<Item>,
): PercentRole {
  const quantity = items[at] as Percent | Multiple;
  const left = side(leftOf(items, at, consumed));
  if (quantity.kind === "percent" && quantity.isPoints)
    return left.cues.has("above") && left.cues.has("target")
      ? { role: "pointsAbove", written: `${quantity.literal} percentage points` }
      : { role: "points" };
  const right = side(rightOf(items, at, consumed));
  const found = roleOf(quantity, left, right, hedgeCues(quantity, tokens), tokens);
  if (found.role !== "none")
    for (const item of [...left.items, ...right.items]) if (item.kind === "cue") consumed.add(item);
  if (found.role === "composition")
    for (const item of right.items) if (item.kind === "indicator") consumed.add(item);
  return found;
}

function roleOf(
  quantity: Percent | Multiple,
  left: Side,
  right: Side,
  hedged: ReadonlySet<Cue>,
  tokens: readonly Token[],
): PercentRole {
  const leftHas = (cue: Cue): boolean => left.cues.has(cue) || hedged.has(cue);
  const rightFirst = firstOf(right, ["target", "samePeriod", "previousPeriod", "composition"]);
  const comparison = comparisonIn(right) ?? comparisonIn(left);
  const isFall = leftHas("fall") || (!leftHas("rise") && (right.cues.has("fall") || right.cues.has("below")));
  const isRise = leftHas("rise") || (!isFall && right.cues.has("rise"));
  const isOver = right.items.some((item) => item.kind === "cue" && tokens[item.from]?.text === "over");
  const isAbove =
    leftHas("above") || right.cues.has("above") || (isOver && rightNamesTarget(right) && !leftHas("equals"));
  if (rightFirst === "target" && right.cues.has("aim") && isRise) return { role: "none" };
  if (rightFirst === "target" && !followsTotal(right)) {
    const isBelow =
      leftHas("below") || right.cues.has("below") || (leftHas("fall") && right.cues.has("comparedTo"));
    const isComparison =
      right.cues.has("comparedTo") ||
      right.cues.has("above") ||
      right.cues.has("below") ||
      right.cues.has("rise") ||
      right.cues.has("fall");
    const isWhole = !isComparison && !isAbove && !isBelow;
    if (isWhole || (leftHas("equals") && !isAbove && !isBelow && !isRise)) return share(quantity, "whole");
    if (isBelow || (isFall && isComparison)) return share(quantity, "below");
    if (isAbove || isRise)
      return share(quantity, sizeOf(quantity) >= 1 && !right.cues.has("above") ? "whole" : "above");
    return share(quantity, "whole");
  }
  if (left.cues.has("target") && !right.cues.has("samePeriod") && rightFirst !== "previousPeriod") {
    const target = left.items.findIndex((item) => item.kind === "cue" && item.cue === "target");
    const nearer = new Set(cuesOf(left.items.slice(0, target)));
    const farther = new Set(cuesOf(left.items.slice(target)));
    const isAboveTarget =
      nearer.has("above") || nearer.has("rise") || farther.has("above") || hedged.has("above");
    const isBelowTarget = nearer.has("below") || nearer.has("fall") || farther.has("below");
    if (isBelowTarget) return share(quantity, "below");
    if (isAboveTarget && !nearer.has("to")) {
      if (farther.has("above") || !nearer.has("rise") || farther.has("comparedTo"))
        return share(quantity, sizeOf(quantity) >= 1 ? "whole" : "above");
    } else if (nearer.has("to") || nearer.has("equals") || nearer.has("composition")) {
      if (!nearer.has("rise") && !nearer.has("fall")) return share(quantity, "whole");
    }
  }
  if (right.cues.has("volume")) return { role: "volume" };
  if (rightFirst === "previousPeriod" || comparison === "previousPeriod" || left.cues.has("previousPeriod"))
    return { role: "previousPeriod" };
  if (isOfWhole(right, tokens) || (left.cues.has("composition") && !isRise && !isFall))
    return { role: "composition" };
  const isSame = right.cues.has("samePeriod") || left.cues.has("samePeriod") || comparison === "samePeriod";
  if (right.cues.has("perYear") && !right.cues.has("samePeriod")) return { role: "perYear" };
  if (isSame && quantity.kind === "multiple") return growth(quantity, "whole", 1);
  if (
    isSame &&
    !isRise &&
    !isFall &&
    !right.cues.has("above") &&
    sizeOf(quantity) > 0.5 &&
    (leftHas("equals") || left.cues.has("to") || startsWithOf(right, tokens))
  )
    return growth(quantity, "whole", 1);
  if (isRise || isFall || right.cues.has("above") || right.cues.has("below"))
    return growth(quantity, "change", isFall && !isRise ? -1 : 1);
  if (quantity.kind === "percent" && quantity.isSigned) return growth(quantity, "change", 1);
  if (isSame) return growth(quantity, sizeOf(quantity) > 0.5 && leftHas("equals") ? "whole" : "change", 1);
  // "Exceeding the target by 16% and last year's result by 8%".
  if (
    tokens[quantity.from - 1]?.text === "by" &&
    left.items.some((item) => item.kind === "period" && (item.yearOffset ?? 0) < 0)
  )
    return growth(quantity, "change", 1);
  if (quantity.kind === "multiple" && right.items.length === 0 && left.cues.size === 0)
    return { role: "none" };
  return { role: "none" };
}

const rightNamesTarget = ({ cues }: Side): boolean => cues.has("target");

const sizeOf = ({ value }: Percent | Multiple): number => value;

const cuesOf = (items: readonly Item[]): Cue[] =>
  items.flatMap((item) => (item.kind === "cue" ? [item.cue] : []));

const side = (items: readonly Item[]): Side => ({ items, cues: new Set(cuesOf(items)) });

/** Words that hedge the number may say what it is as well: "surpassing 5%". */
const HEDGE_CUES: Readonly<Record<string, Cue>> = {
  vượt: "above",
  vuot: "above",
  exceeding: "above",
  exceeded: "above",
  surpassing: "above",
  surpassed: "above",
};

function hedgeCues({ from, to }: Percent | Multiple, tokens: readonly Token[]): ReadonlySet<Cue> {
  const cues = new Set<Cue>();
  for (let at = from; at < to; at += 1) {
    const cue = HEDGE_CUES[(tokens[at] as Token).text];
    if (cue) cues.add(cue);
  }
  return cues;
}

/** Items before a percentage, the nearest first, as far as its clause goes. */
function leftOf(items: readonly Item[], at: number, consumed: ReadonlySet<Item>): readonly Item[] {
  const found: Item[] = [];
  for (let before = at - 1; before >= 0 && at - before <= FARTHEST; before -= 1) {
    const item = items[before] as Item;
    if (isQuantity(item) || isHardEnd(item)) break;
    if (item.kind === "sign" && (item.sign === "," || item.sign === "and") && hasMeaning(found)) break;
    if (!consumed.has(item)) found.push(item);
  }
  return found;
}

function rightOf(items: readonly Item[], at: number, consumed: ReadonlySet<Item>): readonly Item[] {
  const found: Item[] = [];
  for (let after = at + 1; after < items.length && after - at <= FARTHEST; after += 1) {
    const item = items[after] as Item;
    if (isQuantity(item) || isHardEnd(item)) break;
    if (item.kind === "sign" && item.sign === ",") break;
    // What comes after "and" speaks of the next figure: "42% and up 5%".
    if (item.kind === "sign" && item.sign === "and" && (hasMeaning(found) || startsNext(items, after))) break;
    if (!consumed.has(item)) found.push(item);
  }
  // The last words before another percentage belong to that one: "16% of the plan, up 5%" without its comma.
  const next = items[at + found.length + 1];
  if (next && isQuantity(next)) while (isLead(found.at(-1)) && hasMeaning(found.slice(0, -1))) found.pop();
  return found;
}

const isLead = (item: Item | undefined): boolean =>
  item?.kind === "cue" &&
  ["rise", "fall", "equals", "to", "above", "below", "boundary", "composition"].includes(item.cue);

function startsNext(items: readonly Item[], and: number): boolean {
  let after = and + 1;
  while (items[after]?.kind === "word") after += 1;
  const next = items[after];
  return next !== undefined && (isLead(next) || isQuantity(next) || next.kind === "indicator");
}

const isHardEnd = (item: Item): boolean =>
  (item.kind === "sign" &&
    (item.sign === ";" || item.sign === "(" || item.sign === ")" || item.sign === ":")) ||
  (item.kind === "cue" && (item.cue === "boundary" || item.cue === "ofWhich"));

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

function firstOf({ items }: Side, wanted: readonly Cue[]): Cue | undefined {
  for (const item of items) if (item.kind === "cue" && wanted.includes(item.cue)) return item.cue;
  return undefined;
}

/** "80% of the total": a part of a whole, not of a plan. */
function isOfWhole({ items }: Side, tokens: readonly Token[]): boolean {
  const [first] = items;
  if (!first) return false;
  const word =
    tokens[first.from - 1]?.text === "the" ? tokens[first.from - 2]?.text : tokens[first.from - 1]?.text;
  if (first.kind === "indicator")
    return (
      word === "of" ||
      word === "total" ||
      tokens[first.from]?.text === "total" ||
      isVietnameseTotal(first, tokens)
    );
  return first.kind === "cue" && first.cue === "total" && (word === "of" || isVietnameseTotal(first, tokens));
}

const isVietnameseTotal = ({ from }: Item, tokens: readonly Token[]): boolean =>
  tokens[from]?.text === "tổng";

const startsWithOf = ({ items }: Side, tokens: readonly Token[]): boolean => {
  const first = items[0];
  if (!first) return false;
  const word = tokens[first.from - 1]?.text;
  return (
    word === "of" ||
    (word === "the" && tokens[first.from - 2]?.text === "of") ||
    tokens[first.from]?.text === "of"
  );
};

/** "of the total target" is a target, "of the total" is not. */
const followsTotal = ({ items }: Side): boolean => {
  const target = items.findIndex((item) => item.kind === "cue" && item.cue === "target");
  return items.slice(0, target).some((item) => item.kind === "indicator" && item.isOther === true);
};

/** The comparison whose other side is a period: a year is last year's, a bare month the one before. */
function comparisonIn({ items }: Side): "samePeriod" | "previousPeriod" | undefined {
  for (const item of items) {
    if (item.kind !== "period") continue;
    const isYearTold = item.year !== undefined || item.yearOffset !== undefined;
    const before = items.some(
      (other) =>
        other.kind === "cue" &&
        (other.cue === "comparedTo" ||
          other.cue === "above" ||
          other.cue === "below" ||
          other.cue === "rise" ||
          other.cue === "fall") &&
        other.to <= item.from &&
        item.from - other.to <= 4,
    );
    if (!before) continue;
    if (item.isYear || (isYearTold && !item.isCumulative)) return "samePeriod";
    if (item.isCumulative) return "samePeriod";
    return "previousPeriod";
  }
  return undefined;
}

const DIGITS_AFTER_POINT = /\.(\d+)/;

/** A share of target from "31.6% of", "2.73% above" (102.73%) or "5% below" (95%), or from "1.5 times". */
function share(quantity: Percent | Multiple, kind: "whole" | "above" | "below"): PercentRole {
  const whole = kind === "whole" ? 0 : 1;
  const sign = kind === "below" ? -1 : 1;
  return told("share", quantity, whole, sign);
}

/** Growth from a change ("up 5%"), or from the whole ("equals 123.7%", "2.2 times"). */
function growth(quantity: Percent | Multiple, kind: "whole" | "change", sign: 1 | -1): PercentRole {
  const isWhole = kind === "whole" || quantity.kind === "multiple";
  return told("growth", quantity, isWhole ? -1 : 0, isWhole ? 1 : sign);
}

/** Whole percents are added in decimals, so that "2.73% above" is 102.73% and not 102.72999%. */
function told(
  role: "share" | "growth",
  quantity: Percent | Multiple,
  whole: number,
  sign: 1 | -1,
): PercentRole {
  const decimals = DIGITS_AFTER_POINT.exec(quantity.literal)?.[1]?.length ?? 0;
  const shift = quantity.kind === "multiple" ? 2 : 0;
  const percent = Number(quantity.literal) * sign * (shift ? 100 : 1) + whole * 100;
  const written = percent.toFixed(Math.max(0, decimals - shift));
  const ratio = Number((Number(written) / 100).toFixed(Math.max(0, decimals - shift) + 2));
  return { role, ratio, written: `${written}%` };
}
