import type { Cue } from "./cues.ts";
import type { Item } from "./items.ts";
import type { Multiple, Percent } from "./mention.ts";
import { type ClauseSide, clauseBefore, clauseBehind, cuesOf } from "./percent-clause.ts";
import type { Token } from "./token.ts";

/** What a percentage tells. Ratios are fractions; `written` has the digits that the ratio keeps, as a percentage. */
export type PercentRole =
  | { readonly role: "share" | "growth"; readonly ratio: number; readonly written: string }
  /** A change on last month, of a volume, over several years; a part of a whole; points; or unknown. */
  | { readonly role: "pointsAbove"; readonly written: string }
  | { readonly role: "previousPeriod" | "volume" | "composition" | "points" | "perYear" | "none" };

/** A percentage in its clause. */
interface Clause {
  readonly quantity: Percent | Multiple;
  readonly left: ClauseSide;
  readonly right: ClauseSide;
  readonly tokens: readonly Token[];
  readonly isRise: boolean;
  readonly isFall: boolean;
  /** The single month that its sentence spoke of before it. */
  readonly month: number | undefined;
  /** Which of these is named first behind it. */
  readonly rightFirst: Cue | undefined;
}

/**
 * What a percentage or a multiple tells, from the words of its clause: of an annual target ("42% of the plan"), on the
 * year before ("up 8%"), on the month before ("down 3% from April"), of a whole ("made up 70%"). `consumed` holds the
 * cues that belong to another percentage already, and gets those that this one uses.
 */
export function percentRole(
  items: readonly Item[],
  at: number,
  tokens: readonly Token[],
  consumed: Set<Item>,
): PercentRole {
  const quantity = items[at] as Percent | Multiple;
  const left = clauseBefore(items, at, consumed);
  if (quantity.kind === "percent" && quantity.isPoints)
    return left.cues.has("above") && left.cues.has("target")
      ? { role: "pointsAbove", written: `${quantity.literal} percentage points` }
      : { role: "points" };
  const right = clauseBehind(items, at, consumed);
  const found = roleIn(clauseOf(quantity, left, right, tokens, monthBefore(items, at)));
  if (found.role !== "none")
    for (const item of [...left.items, ...right.items]) if (item.kind === "cue") consumed.add(item);
  if (found.role === "composition")
    for (const item of right.items) if (item.kind === "indicator") consumed.add(item);
  return found;
}

function clauseOf(
  quantity: Percent | Multiple,
  told: ClauseSide,
  right: ClauseSide,
  tokens: readonly Token[],
  month: number | undefined,
): Clause {
  let isHedgedAbove = false;
  for (let at = quantity.from; at < quantity.to; at += 1)
    isHedgedAbove ||= HEDGED_ABOVE.has(tokens[at]?.text ?? "");
  const left = isHedgedAbove ? { ...told, cues: new Set<Cue>([...told.cues, "above"]) } : told;
  const isBefore = (cue: Cue): boolean => told.cues.has(cue) && !isDegree(cue, told, tokens);
  const isBehind = (cue: Cue): boolean => right.cues.has(cue) && !isOfAnother(cue, right, quantity, tokens);
  const isFall = isBefore("fall") || (!isBefore("rise") && (isBehind("fall") || isBehind("below")));
  const isRise = isBefore("rise") || (!isFall && isBehind("rise"));
  let rightFirst: Cue | undefined;
  for (const cue of right.cues) if (FIRST.has(cue)) rightFirst ??= cue;
  return { quantity, left, right, tokens, isRise, isFall, month, rightFirst };
}

/** No month that a sentence speaks of stands farther before a percentage. */
const FARTHEST_MONTH = 12;

function monthBefore(items: readonly Item[], at: number): number | undefined {
  for (let before = Math.max(0, at - FARTHEST_MONTH); before < at; before += 1) {
    const item = items[before];
    if (item?.kind === "period" && !item.isYear)
      return item.fromMonth === item.throughMonth ? item.fromMonth : undefined;
  }
  return undefined;
}

const DEGREES = new Set(["more", "less", "higher", "lower"]);

/** "Imports declined even more, by 20.8%": the direction is the verb's. */
const isDegree = (cue: Cue, { items }: ClauseSide, tokens: readonly Token[]): boolean =>
  items.every(
    (item) => item.kind !== "cue" || item.cue !== cue || DEGREES.has(tokens[item.from]?.text ?? ""),
  );

/** "41% of the firms had more orders": a comparative is the percentage's own only right behind it. */
function isOfAnother(
  cue: Cue,
  { items }: ClauseSide,
  { to }: Percent | Multiple,
  tokens: readonly Token[],
): boolean {
  const item = items.find((each) => each.kind === "cue" && each.cue === cue);
  return item !== undefined && DEGREES.has(tokens[item.from]?.text ?? "") && item.from - to > 1;
}

/** Words that hedge the number may say what it is as well: "surpassing 5%". */
const HEDGED_ABOVE = new Set(["vượt", "vuot", "exceeding", "exceeded", "surpassing", "surpassed"]);

const FIRST: ReadonlySet<Cue> = new Set<Cue>(["target", "samePeriod", "previousPeriod", "composition"]);

const hasAny = (cues: ReadonlySet<Cue>, wanted: readonly Cue[]): boolean =>
  wanted.some((cue) => cues.has(cue));

function roleIn(clause: Clause): PercentRole {
  const { right, rightFirst, isRise } = clause;
  // "Up 8%, aiming for the target": growth of a wish.
  if (rightFirst === "target" && right.cues.has("aim") && isRise) return { role: "none" };
  if (rightFirst === "target" && !followsTotal(right)) return shareOfTargetBehind(clause);
  return shareOfTargetBefore(clause) ?? roleWithoutReport(clause) ?? growthIn(clause) ?? { role: "none" };
}

/** "42% of the plan", "2.73% above the plan", "5% below the plan". */
function shareOfTargetBehind({ quantity, left, right, tokens, isRise, isFall }: Clause): PercentRole {
  const isEqual = left.cues.has("equals");
  const isOver = right.items.some((item) => item.kind === "cue" && tokens[item.from]?.text === "over");
  const isAbove = left.cues.has("above") || right.cues.has("above") || (isOver && !isEqual);
  const isBelow =
    left.cues.has("below") ||
    right.cues.has("below") ||
    (left.cues.has("fall") && right.cues.has("comparedTo"));
  const isComparison = hasAny(right.cues, ["comparedTo", "above", "below", "rise", "fall"]);
  if (!isAbove && !isBelow && (!isComparison || (isEqual && !isRise))) return share(quantity, "whole");
  if (isBelow || (isFall && isComparison)) return share(quantity, "below");
  if (!isAbove && !isRise) return share(quantity, "whole");
  return share(quantity, quantity.value >= 1 && !right.cues.has("above") ? "whole" : "above");
}

/** "The plan was exceeded by 5%", "of the plan, 42% was reached". */
function shareOfTargetBefore({ quantity, left, right, rightFirst }: Clause): PercentRole | undefined {
  if (!left.cues.has("target") || right.cues.has("samePeriod") || rightFirst === "previousPeriod")
    return undefined;
  const target = left.items.findIndex((item) => item.kind === "cue" && item.cue === "target");
  const nearer = cuesOf(left.items.slice(0, target));
  const farther = cuesOf(left.items.slice(target));
  if (hasAny(nearer, ["below", "fall"]) || farther.has("below")) return share(quantity, "below");
  const isAbove = left.cues.has("above") || nearer.has("rise");
  if (isAbove && (left.cues.has("above") || !nearer.has("to"))) {
    const isOfTarget = hasAny(farther, ["above", "comparedTo"]) || !nearer.has("rise");
    return isOfTarget ? share(quantity, quantity.value >= 1 ? "whole" : "above") : undefined;
  }
  const isReached = hasAny(nearer, ["to", "equals", "composition"]) && !nearer.has("rise");
  return isReached ? share(quantity, "whole") : undefined;
}

/** "Up 8% in volume", "down 3% from April", "70% of the total", "8% a year". */
function roleWithoutReport(clause: Clause): PercentRole | undefined {
  const { left, right, rightFirst, tokens, isRise, isFall } = clause;
  if (right.cues.has("volume")) return { role: "volume" };
  if (
    rightFirst === "previousPeriod" ||
    left.cues.has("previousPeriod") ||
    comparedIn(clause) === "previousPeriod"
  )
    return { role: "previousPeriod" };
  if (isOfWhole(right, tokens) || (left.cues.has("composition") && !isRise && !isFall))
    return { role: "composition" };
  return right.cues.has("perYear") && !right.cues.has("samePeriod") ? { role: "perYear" } : undefined;
}

/** "Up 8%", "equals 108% of the same period", "2.2 times higher than in 2022", "+8%". */
function growthIn(clause: Clause): PercentRole | undefined {
  const { quantity, left, right, tokens, isRise, isFall } = clause;
  const isSame =
    right.cues.has("samePeriod") || left.cues.has("samePeriod") || comparedIn(clause) === "samePeriod";
  const isChange = isRise || isFall || hasAny(right.cues, ["above", "below"]);
  const isEqual = hasAny(left.cues, ["equals", "to"]) || startsWithOf(right, tokens);
  if (isSame && isEqual && quantity.value > MOST_CHANGED && !isRise && !isFall && !right.cues.has("above"))
    return growth(quantity, "whole", 1);
  if (isChange) return growth(quantity, "change", isFall && !isRise ? -1 : 1);
  const isSigned = quantity.kind === "percent" && quantity.isSigned;
  // "Exceeding the target by 16% and last year's result by 8%".
  const isByPast =
    tokens[quantity.from - 1]?.text === "by" &&
    left.items.some((item) => item.kind === "period" && ((item.yearOffset ?? 0) < 0 || item.isYear));
  return isSigned || isSame || isByPast ? growth(quantity, "change", 1) : undefined;
}

/** "Equals 48% of the same period" is less likely the whole than a change. */
const MOST_CHANGED = 0.5;

/** "80% of the total": a part of a whole, not of a plan. */
function isOfWhole({ items: [first] }: ClauseSide, tokens: readonly Token[]): boolean {
  if (!first) return false;
  const word = wordBefore(first, tokens);
  const text = tokens[first.from]?.text;
  if (first.kind === "indicator")
    return word === "of" || word === "total" || text === "total" || text === "tổng";
  return first.kind === "cue" && first.cue === "total" && (word === "of" || text === "tổng");
}

const startsWithOf = ({ items: [first] }: ClauseSide, tokens: readonly Token[]): boolean =>
  first !== undefined && (wordBefore(first, tokens) === "of" || tokens[first.from]?.text === "of");

/** The word before an item, past an article. */
function wordBefore({ from }: Item, tokens: readonly Token[]): string | undefined {
  const word = tokens[from - 1]?.text;
  return word === "the" ? tokens[from - 2]?.text : word;
}

/** "of the total target" is a target, "of the total" is not. */
const followsTotal = ({ items }: ClauseSide): boolean => {
  const target = items.findIndex((item) => item.kind === "cue" && item.cue === "target");
  return items.slice(0, target).some((item) => item.kind === "indicator" && item.isOther === true);
};

/** The comparison whose other side is a period: a year is last year's, a bare month the one before. */
const comparedIn = ({ left, right, month }: Clause): "samePeriod" | "previousPeriod" | undefined =>
  comparedOn(right, month) ?? comparedOn(left, month);

const COMPARING: ReadonlySet<Cue> = new Set<Cue>(["comparedTo", "above", "below", "rise", "fall"]);

function comparedOn(
  { items }: ClauseSide,
  month: number | undefined,
): "samePeriod" | "previousPeriod" | undefined {
  for (const item of items) {
    if (item.kind !== "period") continue;
    const isCompared = items.some(
      (other) =>
        other.kind === "cue" &&
        COMPARING.has(other.cue) &&
        other.to <= item.from &&
        item.from - other.to <= 5,
    );
    if (!isCompared) continue;
    const isYearTold = item.year !== undefined || item.yearOffset !== undefined;
    const isMonth = !item.isYear && item.fromMonth === item.throughMonth;
    // "January 2024 ..., up 2% on December 2023": another month, though its year is told.
    if (isMonth && month !== undefined && item.fromMonth !== month) return "previousPeriod";
    return item.isYear || item.isCumulative || isYearTold ? "samePeriod" : "previousPeriod";
  }
  return undefined;
}

const DIGITS_AFTER_POINT = /\.(\d+)/;

/** A share of target from "31.6% of", "2.73% above" (102.73%) or "5% below" (95%), or from "1.5 times". */
const share = (quantity: Percent | Multiple, kind: "whole" | "above" | "below"): PercentRole =>
  told("share", quantity, kind === "whole" ? 0 : 1, kind === "below" ? -1 : 1);

/** Growth from a change ("up 5%"), or from the whole ("equals 123.7%", "2.2 times"). */
function growth(quantity: Percent | Multiple, kind: "whole" | "change", sign: 1 | -1): PercentRole {
  const isWhole = kind === "whole" || quantity.kind === "multiple";
  return told("growth", quantity, isWhole ? -1 : 0, isWhole ? 1 : sign);
}

/** A percentage that tells what another one does, in the same direction: "up 10% and 5%". */
export function toldLike(
  role: "share" | "growth",
  { value, literal }: Percent,
  isFall = false,
): Extract<PercentRole, { readonly ratio: number }> {
  const size = Math.abs(value);
  return { role, ratio: isFall ? -size : size, written: `${isFall ? "-" : ""}${literal}%` };
}

/** Whole percents are added in decimals, so that "2.73% above" is 102.73% and not 102.72999%. */
function told(
  role: "share" | "growth",
  quantity: Percent | Multiple,
  whole: number,
  sign: 1 | -1,
): PercentRole {
  const shift = quantity.kind === "multiple" ? 2 : 0;
  const digits = DIGITS_AFTER_POINT.exec(quantity.literal)?.[1]?.length ?? 0;
  const decimals = Math.max(0, digits - shift);
  const percent = Number(quantity.literal) * sign * 10 ** shift + whole * 100;
  const written = percent.toFixed(decimals);
  const ratio = Number((Number(written) / 100).toFixed(decimals + 2));
  return { role, ratio, written: `${written}%` };
}
