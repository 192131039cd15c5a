import { HEDGES } from "./hedged-amount.ts";
import { indicatorName } from "./indicator-words.ts";
import { sentenceCase } from "./language.ts";
import { countWord, elapsedInEnglish, periodName, yearName } from "./period-words.ts";
import type { Change, Opening, PaceRatio, PhraseBook, Requirement } from "./phrase-book.ts";
import { placeName } from "./place-words.ts";

/** The paragraph in English. */
export const englishPhrases: PhraseBook = {
  opening(told) {
    const { span, aggregation, isComplete, growth, share } = told;
    const amount = `${HEDGES.en[told.hedge]}${told.amount}`;
    const base = isComplete
      ? "last year"
      : aggregation === "last"
        ? "a year earlier"
        : "the same period of last year";
    return `${[
      `${subject(told)} ${VERBS[aggregation]} ${amount}${span ? when(told) : ""}`,
      ...(share ? [`${share.size} of ${share.of ?? "the plan"}`] : []),
      ...(growth ? [comparison(growth, base)] : []),
    ].join(", ")}.`;

    function when({ aggregation }: Opening): string {
      if (!span) return "";
      if (aggregation !== "last") return ` in ${elapsedInEnglish(span)}`;
      if (isComplete) return ` at the end of ${yearName(span, "en")}`;
      return ` at the end of ${periodName(span.through, "en", span.fiscalYearStart)}`;
    }
  },

  forecast({ aggregation, median, interval, growth, history }) {
    const lead =
      aggregation === "average"
        ? "the year's average is likely to come near"
        : "the year is likely to end near";
    const basis = history
      ? `from ${history.count} ${history.period}${history.count === 1 ? "" : "s"} of history, `
      : "";
    const change = growth ? `, ${comparison(growth, "last year")}` : "";
    return `${sentenceCase(basis + lead)} ${median}${inBrackets(interval)}${change}.`;
  },

  nextYear({ aggregation, year, median, interval }) {
    const lead =
      aggregation === "average"
        ? `The average of the year after, ${year}, is likely to come near`
        : `The year after, ${year}, is likely to end near`;
    return `${lead} ${median}${inBrackets(interval)}.`;
  },

  chances([first, ...others]) {
    if (!first) return "";
    const further = others.map(({ target, probability }) => `; for ${target} it is ${probability}`);
    return `The probability of reaching ${first.target} is ${first.probability}${further.join("")}.`;
  },

  settled({ target, outcome, isComplete, difference, share }) {
    const told = sentenceCase(target);
    if (outcome === "met") return `${told} ${isComplete ? "was" : "has already been"} met exactly.`;
    if (outcome === "passed") return `${told} ${isComplete ? "was" : "has already been"} exceeded.`;
    if (outcome === "justMissed") return `${told} was not quite reached.`;
    if (outcome === "missed") return `${told} was missed by ${difference} (${share}).`;
    return `${told} ${isComplete ? "was" : "has already been"} exceeded by ${difference} (${share}).`;
  },

  requirements([first, ...others]) {
    if (!first) return "";
    const { growthOnLastYear, ratioToPace, acceleration } = first;
    const comparisons = [
      ...(ratioToPace ? [comparedWithPace(ratioToPace, first)] : []),
      ...(growthOnLastYear ? [comparedWithLastYear(growthOnLastYear, first)] : []),
    ].join(" and ");
    const points = acceleration
      ? ` (${acceleration.points} percentage points ${acceleration.direction} the growth so far)`
      : "";
    const further = others.map(({ target, amount }) => `; for ${target}, ${amount}`);
    const record = first.isBeyondRecord
      ? ` No earlier year on record brought as much in these ${first.period}s.`
      : "";
    const lead = `For ${first.target}, ${need(first)} ${first.amount}`;
    return `${lead}${comparisons ? `, ${comparisons}${points}` : ""}${further.join("")}.${record}`;
  },

  planWeighted: ({ target, probability, median }) =>
    `As a separate number, if ${target} is itself taken as evidence, the year ends near ${median} and the probability of reaching it is ${probability}.`,

  backtest({ count, held, onlyYear, level, meanError }) {
    const error = (of: string): string => (meanError === undefined ? "" : `; the ${of} was ${meanError}`);
    if (onlyYear)
      return `At the same point of ${onlyYear} the ${level} interval ${held > 0 ? "held" : "did not hold"} the result${error("error")}.`;
    const times = held === count ? "each of them" : held === 0 ? "none" : countWord(held);
    return `At the same point of ${countWord(count)} earlier years the ${level} interval held the result in ${times}${error("mean absolute error")}.`;
  },

  contradiction: ({ clause, others }) =>
    `The figures contradict each other: ${clause}${others > 0 ? `; ${countWord(others)} more contradiction${others > 1 ? "s" : ""} found` : ""}.`,

  agreesIfCoarse: "The figures agree only if their trailing zeros are taken as rounding.",
  agreesIfTruncated: "The figures agree only if their digits were cut off rather than rounded.",
};

const inBrackets = (interval: { readonly level: string; readonly range: string } | undefined): string =>
  interval ? ` (${interval.level} interval: ${interval.range})` : "";

const VERBS: Readonly<Record<Opening["aggregation"], string>> = {
  sum: "reached",
  average: "averaged",
  last: "stood at",
};

function subject({ indicator, geography }: Opening): string {
  const name = sentenceCase(indicator ? indicatorName(indicator, "en") : "the indicator");
  return geography ? `${name} of ${placeName(geography, "en")}` : name;
}

function comparison({ direction, size }: Change, base: string): string {
  return direction === "same" ? `unchanged from ${base}` : `${direction} ${size} on ${base}`;
}

function need({ aggregation, remaining, period }: Requirement): string {
  const verb = { sum: "bring", average: "average", last: "add" }[aggregation];
  if (remaining === 1) return `the remaining ${period} must ${aggregation === "average" ? "reach" : verb}`;
  if (aggregation === "average") return `the remaining ${countWord(remaining)} ${period}s must average`;
  return `each of the remaining ${countWord(remaining)} ${period}s must ${verb} on average`;
}

function comparedWithPace({ size, times }: PaceRatio, { aggregation }: Requirement): string {
  const pace = `the ${aggregation === "average" ? "average" : "pace"} so far`;
  if (size === "small") return `a small part of ${pace}`;
  return size === "same" ? `as much as ${pace}` : `${times} times ${pace}`;
}

function comparedWithLastYear({ direction, size }: Change, { period, remaining }: Requirement): string {
  const base = `the same ${period}${remaining > 1 ? "s" : ""} of last year`;
  if (direction === "same") return `as much as in ${base}`;
  return `${size} ${direction === "up" ? "more" : "less"} than in ${base}`;
}
