import { isConversion, isSign } from "./conversion.ts";
import type { Draft } from "./draft.ts";
import { periodIn, periodPast } from "./figure-period.ts";
import type { Item } from "./items.ts";
import type { Amount } from "./mention.ts";
import type { Reading } from "./reading.ts";
import { ADJACENT, FARTHEST, firstOf, has, isComparison, lastOf, type Sentence } from "./sentence.ts";

/**
 * What an amount is: reported, a target, expected, the level of the year before, the amount before it in another
 * currency, or nothing that is read (a difference, a price, what is still missing).
 */
export type AmountRole = "value" | "target" | "expected" | "base" | "conversion" | "skip";

/**
 * What the amount at an index is, from the words around it: "reached 5 billion USD", "the target of 5 billion USD",
 * "should be 5 billion USD", "from 5 billion USD a year earlier", "5 billion USD (120 trillion VND)".
 */
export function amountRole({ sentence, last, article }: Reading, at: number, start: number): AmountRole {
  if (isConversion(sentence, at)) return "conversion";
  if (last && isYearInBrackets(sentence, at)) return "base";
  if ((sentence.items[at] as Amount).value < LEAST || isNeeded(sentence, at)) return "skip";
  if (!last && article.current && isOfYearBefore(sentence, article.current, at, start)) return "base";
  if (isWanted(sentence, at)) return "target";
  if (EACH.has(sentence.tokens[(sentence.items[at] as Item).to]?.text ?? "")) return "skip";
  if (sentence.tokens[(sentence.items[at] as Item).from - 1]?.text === "by") return "skip";
  if (last && isYearBefore(sentence, last, at, start)) return "base";
  const lead = leadOf(sentence, at, start);
  if (typeof lead === "number" && isTargetHere(sentence, lead, at, start)) return "target";
  if (isTargetAfter(sentence, at)) return "target";
  if (lead === "base") return "base";
  if (lead === "difference") return "skip";
  if (has(sentence, "need", start, at) && !has(sentence, "total", start, at)) return "skip";
  const aim = lastOf(sentence, "aim", start, at);
  // "Of the 1 billion USD that it plans to export 85 percent was achieved: 850 million USD".
  const told = sentence.roles.get(sentence.items[lastOf(sentence, "percent", aim, at)] as Item)?.role;
  const isAimed = aim >= 0 && !has(sentence, ";", aim, at) && told !== "none";
  if (isAimed) return "target";
  const followsTarget = last?.purpose === "target" && last.sentence === article.sentence;
  if (typeof lead !== "number" && followsTarget && isListed(sentence, start, at)) return "target";
  return has(sentence, "modal", start, at) ? "expected" : "value";
}

/** In millions of dollars or billions of dong: less than 10,000 dollars is a price, and no report. */
const LEAST = 0.01;

/** "1 billion USD must be earned in November and December". */
function isNeeded({ items, tokens }: Sentence, at: number): boolean {
  const next = items[at + 1];
  const isNear = next !== undefined && next.from - (items[at] as Item).to <= 1;
  return isNear && next.kind === "cue" && next.cue === "need" && MUST.has(tokens[next.from]?.text ?? "");
}

const MUST = new Set(["must", "needs", "need", "has"]);

/** "Of the 1 billion USD that Soc Trang plans to export". */
function isWanted(sentence: Sentence, at: number): boolean {
  const { items, tokens } = sentence;
  const amount = items[at] as Item;
  const aim = items[firstOf(sentence, "aim", at + 1, at + 4)];
  if (aim === undefined) return false;
  // "At least 22.8 billion USD is targeted for exports"
  const isPassive = AIMED.has(tokens[aim.from]?.text ?? "") && aim.from - amount.to <= 2;
  return isPassive || (tokens[amount.to]?.text === "that" && aim.from - amount.to <= 6);
}

const AIMED = new Set(["targeted", "aimed"]);

/** "Last year at this time it was 650 million USD", a sentence after the figure of this year. */
function isOfYearBefore(sentence: Sentence, current: Draft, at: number, start: number): boolean {
  const { items } = sentence;
  if (current.amount?.unit !== (items[at] as Amount).unit || current.purpose !== "value") return false;
  if (
    (["indicator", "component", "percent", "place"] as const).some((mark) => has(sentence, mark, start, at))
  )
    return false;
  const before = lastOf(sentence, "samePeriod", start, at);
  if (before >= 0) return !isThesePeriod(sentence, before);
  const behind = items[at + 1];
  const isNear = behind !== undefined && behind.from - (items[at] as Item).to <= 1;
  return isNear && behind.kind === "cue" && behind.cue === "samePeriod";
}

/** "12 million USD each": the price of one. */
const EACH = new Set(["each", "apiece", "mỗi"]);

/** "1.18 billion USD in 2021 (2020: 866 million USD)". */
function isYearInBrackets({ items }: Sentence, at: number): boolean {
  const year = items[at - 2];
  return isSign(items[at - 3], "(") && year?.kind === "period" && year.isYear && isSign(items[at - 1], ":");
}

/** "2 billion USD in March 2022, eclipsing the 1.94 billion USD of March 2021": the same months a year before. */
function isYearBefore(sentence: Sentence, last: Draft, at: number, start: number): boolean {
  const period = periodPast(sentence, at) ?? periodIn(sentence, start, at);
  if (!period || !last.period || last.purpose !== "value") return false;
  if (has(sentence, "indicator", start, at) || has(sentence, "component", start, at)) return false;
  const isSame =
    period.fromMonth === last.period.fromMonth && period.throughMonth === last.period.throughMonth;
  const isBefore =
    period.year !== undefined
      ? period.year + 1 === last.period.year
      : period.yearOffset !== undefined && period.yearOffset + 1 === (last.period.yearOffset ?? 0);
  return isSame && isBefore;
}

/** What stands right before an amount, as far as nothing else comes between: the index of a target, or what it says. */
function leadOf(sentence: Sentence, at: number, start: number): number | "base" | "difference" | undefined {
  const { items } = sentence;
  const amount = items[at] as Item;
  let isReached = false;
  let hasComma = false;
  for (let before = at - 1; before >= Math.max(start, at - FARTHEST); before -= 1) {
    const item = items[before] as Item;
    const isOpen = !isReached && !hasComma;
    if (item.kind === "cue") {
      if (item.cue === "target") return before;
      if (item.cue === "boundary") return undefined;
      if (isOpen && isDifference(sentence, before, at)) return "difference";
      if (isOpen && isBase(sentence, before, at)) return "base";
      if (item.cue === "unchanged" || (item.cue === "to" && !COPULAS.has(wordAt(sentence, item))))
        isReached = true;
    } else if (item.kind === "indicator" || item.kind === "component") isReached = true;
    else if (isSign(item, ";")) return undefined;
    else if (isSign(item, ",")) hasComma = true;
    else if (item.kind === "period" && isOpen && amount.from - item.to <= 2 && isComparison(sentence, before))
      return "base";
  }
  return undefined;
}

const wordAt = ({ tokens }: Sentence, { from }: Item): string => tokens[from]?.text ?? "";

/** "The target was 5 billion USD" is a target as "the target of" is; "the target to reach" is not. */
const COPULAS = new Set(["là", "was", "were", "is"]);

/** Changes of a figure, but with money right behind them its receipt. */
const EARNED = new Set(["gain", "gained", "gaining"]);

/** "Up 30 million USD", "an excess of 30 million USD". */
function isDifference(sentence: Sentence, cueAt: number, at: number): boolean {
  const cue = sentence.items[cueAt] as Item & { kind: "cue" };
  const isChange = cue.cue === "rise" || cue.cue === "fall" || cue.cue === "difference";
  return isChange && !EARNED.has(wordAt(sentence, cue)) && (sentence.items[at] as Item).from - cue.to <= 2;
}

/** "Compared to 566 million USD", "against the same period's 566 million USD". */
function isBase(sentence: Sentence, cueAt: number, at: number): boolean {
  const { items, consumed } = sentence;
  const cue = items[cueAt] as Item & { kind: "cue" };
  if (cue.cue !== "samePeriod" && cue.cue !== "comparedTo") return false;
  if (NO_BASE.has(wordAt(sentence, cue)) && !consumed.has(cue)) return false;
  // "Imports from China were 67 billion USD" compares with nothing.
  if (cue.cue === "comparedTo" && has(sentence, "place", cueAt, at)) return false;
  const isConsumed = consumed.has(cue);
  const gap = (items[at] as Item).from - cue.to;
  if (!isThesePeriod(sentence, cueAt) && gap <= (isConsumed ? 1 : ADJACENT + 1)) return true;
  return cue.cue === "samePeriod" && isConsumed && items[cueAt + 1]?.kind === "sign" && at - cueAt <= 3;
}

/** "Turned over 150 trillion", "plans on 930 million". */
const NO_BASE = new Set(["over", "on"]);

/** "Over the same period" of a report's own months, and not of the year before. */
function isThesePeriod({ items, tokens }: Sentence, at: number): boolean {
  const item = items[at] as Item;
  const next = items[at + 1];
  const isSame = tokens[item.from]?.text === "same" || tokens[item.from + 1]?.text === "same";
  return isSame && next?.kind !== "period" && !isSign(next, "(");
}

/** Whether an amount is that of the target named before it: "the plan of 5 billion USD", not "beat the plan, with 5 billion". */
function isTargetHere(sentence: Sentence, target: number, at: number, start: number): boolean {
  const { items, consumed } = sentence;
  if (isPlanning(sentence, target)) return true;
  const isDivided = ([",", ";", ":"] as const).some((sign) => has(sentence, sign, target + 1, at));
  if (consumed.has(items[target] as Item))
    return !isDivided && items.slice(target + 1, at).every(isOfTargetPhrase);
  if (!isDivided) return true;
  const previous = items[target - 1];
  const isBeaten =
    previous?.kind === "cue" && (previous.cue === "above" || previous.cue === "below") && target > start;
  return !isBeaten && has(sentence, "aim", start, target);
}

/** What may stand between a target that a percentage is of and its amount: "76% of the plan, estimated at". */
const isOfTargetPhrase = (item: Item): boolean =>
  item.kind === "cue"
    ? item.cue === "to" || item.cue === "total" || item.cue === "estimate"
    : item.kind !== "indicator";

/** "Tien Giang plans exports of": who plans stands right before. */
function isPlanning(sentence: Sentence, target: number): boolean {
  const word = wordAt(sentence, sentence.items[target] as Item);
  const before = sentence.items[target - 1];
  return (
    (word === "plans" || word === "targets") &&
    (before?.kind === "place" ||
      (before?.kind === "cue" && before.cue === "total") ||
      PLANNERS.has(sentence.tokens[(sentence.items[target] as Item).from - 1]?.text ?? ""))
  );
}

const PLANNERS = new Set(["province", "city", "locality", "country", "department", "sector", "authorities"]);

/** "the US$1 billion target", "its 1-billion-USD export plan". */
function isTargetAfter(sentence: Sentence, at: number): boolean {
  const { items, consumed } = sentence;
  const amount = items[at] as Item;
  const target = firstOf(sentence, "target", at + 1, at + 4);
  const item = items[target];
  if (!item || consumed.has(item) || item.from - amount.to > ADJACENT) return false;
  return items
    .slice(at + 1, target)
    .every(
      (between) =>
        between.from - amount.to <= ADJACENT &&
        ((between.kind === "cue" && between.cue === "to") ||
          between.kind === "indicator" ||
          between.kind === "component" ||
          between.kind === "period" ||
          isSign(between, "-")),
    );
}

/** "Plans are industrial output of A, retail sales of B and exports of C": all of one list are targets. */
function isListed(sentence: Sentence, start: number, at: number): boolean {
  const isAfterColon = has(sentence, ":", 0, start);
  return !sentence.items.slice(start, at).some((item) => {
    if (item.kind === "period") return !item.isYear;
    if (item.kind === "place" || item.kind === "percent" || item.kind === "word") return true;
    // "For 2022 it strives for: output of A; retail sales of B; exports of C."
    if (item.kind === "sign") return item.sign === ":" || (item.sign === ";" && !isAfterColon);
    return (
      item.kind === "cue" &&
      (item.cue === "boundary" || item.cue === "estimate" || REACHING.has(wordAt(sentence, item)))
    );
  });
}

/** Verbs of having got there, and not the "of", "to" or "đạt" of a list. */
const REACHING = new Set(["reached", "hit", "stood", "totalled", "totaled", "came", "was", "were"]);
