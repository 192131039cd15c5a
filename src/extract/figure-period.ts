import { isConversion } from "./conversion.ts";
import type { Doubt } from "./extraction.ts";
import type { Item } from "./items.ts";
import type { PeriodMention } from "./mention.ts";
import type { Reading } from "./reading.ts";
import { has, isComparison, isOfTarget, lastOf, lastWithin, type Sentence } from "./sentence.ts";

/** The last period in a range that is the figures' own: "in the first 9 months", and not "on the same period of 2022". */
export function periodIn(sentence: Sentence, from: number, to: number): PeriodMention | undefined {
  const at = lastWithin(sentence.ownPeriods, from, to);
  return at < 0 ? undefined : withMonth(sentence, withYear(sentence, at));
}

/** "October exports ..., taking the total so far in 2022 to": so far is through the month named beside. */
function withMonth({ monthsNamed }: Sentence, period: PeriodMention): PeriodMention {
  return period.throughMonth === 0 && monthsNamed
    ? { ...period, throughMonth: monthsNamed.throughMonth }
    : period;
}

/** "In 2023, the first nine months": months take the year that is named just beside them. */
function withYear(sentence: Sentence, at: number): PeriodMention {
  const period = sentence.items[at] as PeriodMention;
  if (period.isYear || period.year !== undefined || period.yearOffset !== undefined) return period;
  for (const near of [at - 1, at - 2, at + 1, at + 2]) {
    const other = sentence.items[near];
    if (other?.kind !== "period" || !other.isYear || other.throughYear !== undefined) continue;
    if (isComparison(sentence, near) || isOfTarget(sentence, near)) continue;
    return {
      ...period,
      ...(other.year !== undefined && { year: other.year }),
      ...(other.yearOffset !== undefined && { yearOffset: other.yearOffset }),
    };
  }
  return period;
}

/**
 * The period that an amount is of: before it in its own words, right behind it, earlier in the sentence, later where
 * no other amount comes, or what the article speaks of.
 */
export function periodOfAmount(
  { sentence, article, lastValue, priorAhead, segment }: Reading,
  at: number,
  start: number,
  doubts: Set<Doubt>,
): PeriodMention | undefined {
  // "290 million USD from exports in the first four months": past the subject that stands behind the amount.
  const past =
    periodPast(sentence, at) ?? (segment > at + 1 ? periodAfter(sentence, segment - 1) : undefined);
  if (priorAhead && past) return past;
  const here = periodIn(sentence, start, at) ?? past;
  if (here) return ofYearSpokenOf(withLaterMonths(sentence, at, here), article);
  const earlier = periodIn(sentence, 0, start);
  if (earlier) return lastValue?.period ?? earlier;
  const end = sentence.items.length;
  const later = has(sentence, "amount", at + 1, end) ? undefined : periodIn(sentence, at, end);
  return later ?? carriedPeriod(article, doubts);
}

/** "This year the province has so far exported 702 million USD, it said after ten months". */
function withLaterMonths(sentence: Sentence, at: number, period: PeriodMention): PeriodMention {
  if (!period.isYear || period.yearOffset !== 0) return period;
  const end = sentence.items.length;
  const later = has(sentence, "amount", at + 1, end) ? undefined : periodIn(sentence, at, end);
  const isOfSameYear = later?.isCumulative && later.year === undefined && !later.isYear;
  return isOfSameYear ? { ...later, yearOffset: later.yearOffset ?? 0 } : period;
}

/** "For the whole year" under the heading "Results in 2021". */
export function ofYearSpokenOf(
  period: PeriodMention,
  { period: spokenOf }: Reading["article"],
): PeriodMention {
  const isUndated =
    period.isYear &&
    period.year === undefined &&
    period.yearOffset === undefined &&
    period.throughYear === undefined;
  return isUndated && spokenOf?.isYear && spokenOf.year !== undefined
    ? { ...period, year: spokenOf.year }
    : period;
}

/** The period of growth that is told alone: since the last percentage, right behind it, or earlier. */
export function periodOfGrowth(sentence: Sentence, at: number): PeriodMention | undefined {
  const from = Math.max(lastOf(sentence, "percent", 0, at), lastOf(sentence, "amount", 0, at)) + 1;
  const next = sentence.items[at + 1];
  const isBehind = next?.kind === "period" && next.from - (sentence.items[at] as Item).to <= 2;
  if (isBehind && !isComparison(sentence, at + 1)) return withYear(sentence, at + 1);
  return periodIn(sentence, from, at) ?? periodAfter(sentence, at) ?? periodIn(sentence, 0, at);
}

/** The period right after an amount, past its conversion: "23 trillion ($1.2 billion) in the first nine months". */
export function periodPast(sentence: Sentence, at: number): PeriodMention | undefined {
  const { items } = sentence;
  const isConverted =
    items[at + 1]?.kind === "sign" && items[at + 2]?.kind === "amount" && isConversion(sentence, at + 2);
  if (!isConverted) return periodAfter(sentence, at);
  return periodAfter(sentence, items[at + 3]?.kind === "sign" ? at + 3 : at + 2);
}

/** No period farther behind an amount than so many tokens is of it. */
const FARTHEST_BEHIND = 12;

function periodAfter(sentence: Sentence, at: number): PeriodMention | undefined {
  const { items } = sentence;
  const amount = items[at] as Item;
  for (let after = at + 1; after < items.length && after - at < 5; after += 1) {
    const item = items[after] as Item;
    if (item.kind === "amount" || item.kind === "indicator" || item.kind === "percent") return undefined;
    if (item.kind === "sign" && item.sign !== "(" && item.sign !== ")") return undefined;
    if (item.kind !== "period") continue;
    const isNear = item.from - amount.to <= FARTHEST_BEHIND;
    return isNear && !isComparison(sentence, after) && !isOfTarget(sentence, after)
      ? withYear(sentence, after)
      : undefined;
  }
  return undefined;
}

/** The period that the article spoke of last, for a figure that names none: "Imports were 300 million USD." */
export function carriedPeriod({ period }: Reading["article"], doubts: Set<Doubt>): PeriodMention | undefined {
  if (period) doubts.add("periodCarried");
  return period;
}

/** The period that a target is for: "the yearly plan of", "a target of 5 billion USD for 2025". */
export function periodOfTarget(
  { sentence, last, lastValue }: Reading,
  at: number,
  start: number,
): PeriodMention | undefined {
  const { items } = sentence;
  const target = Math.max(
    lastOf(sentence, "target", start, at),
    lastOf(sentence, "aim", start, at),
    lastOf(sentence, "modal", start, at),
  );
  for (let before = at - 1; before >= start; before -= 1) {
    const item = items[before];
    if (item?.kind !== "period" || isComparison(sentence, before)) continue;
    // The months of what was reached stand before its plan: "52 trillion in nine months against a yearly plan of".
    const isNamed = lastOf(sentence, "aim", start, at) < 0;
    const isApart = lastValue !== undefined || (isNamed && has(sentence, ",", before, target));
    const isOfValue = before < target && !item.isYear && !item.isRest && isApart;
    if (!isOfValue) return item;
  }
  const past = periodPast(sentence, at) ?? yearPast(sentence, at);
  if (past) return past;
  return last?.purpose === "target" && start > 0 ? last.targetPeriod : yearBefore(sentence, start);
}

/** "85,000 billion VND is planned for 2022". */
function yearPast({ items }: Sentence, at: number): PeriodMention | undefined {
  const year = items.slice(at + 1, at + 5).find(({ kind }) => kind === "period" || kind === "amount");
  return year?.kind === "period" && year.isYear ? year : undefined;
}

/** The year named before what belongs to a target, up to the amount before: "In 2022, with 5 billion USD planned". */
function yearBefore(sentence: Sentence, start: number): PeriodMention | undefined {
  const { items } = sentence;
  for (let at = start - 1; at >= 0; at -= 1) {
    const item = items[at];
    if (item?.kind === "amount") return undefined;
    if (item?.kind === "period" && item.isYear && !isComparison(sentence, at)) return item;
  }
  return undefined;
}

/** The months or the year that a sentence without figures says the next ones are of: "It missed its target in 2019". */
export function periodNamed(sentence: Sentence): PeriodMention | undefined {
  return periodIn(sentence, 0, sentence.items.length) ?? yearNamed(sentence);
}

/** "It missed its target in 2019" speaks of 2019, though the year is the target's. */
function yearNamed(sentence: Sentence): PeriodMention | undefined {
  const at = sentence.positions
    .get("period")
    ?.find((index) => (sentence.items[index] as PeriodMention).isYear && !isComparison(sentence, index));
  return at === undefined ? undefined : (sentence.items[at] as PeriodMention);
}
