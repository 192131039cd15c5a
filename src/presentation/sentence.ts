import { measureNamed } from "../engine/figure/measure.ts";
import { foldText } from "../engine/indicator-class.ts";
import type { Backtest, ForecastAnswerParts, IntervalAnswer, KnownFigure } from "../engine/outlook-types.ts";
import { type AnyAnswer, type AnyTarget, isInSharesOfTarget, wordingOf } from "./answers.ts";
import { changeOf } from "./change.ts";
import { findingClause } from "./finding.ts";
import {
  formatPercent,
  formatProbability,
  formatSignificant,
  PROSE_DIGITS,
  roundSignificant,
} from "./format-number.ts";
import type { Lang, Wording } from "./language.ts";
import { measureWords } from "./measure-words.ts";
import { isQuarterly, spanOf, yearName } from "./period-words.ts";
import type { Change, Opening, PhraseBook } from "./phrase-book.ts";
import { targetName, targetPhrase } from "./quantity-words.ts";
import { hedgeOf, reportedAmount, reportedPercent } from "./reported-digits.ts";
import { nameAgain, requirementsOf } from "./requirement.ts";
import { englishPhrases } from "./sentence-en.ts";
import { vietnamesePhrases } from "./sentence-vi.ts";
import { isSettled, settledOf } from "./settled-target.ts";
import { formatAmount, formatRange } from "./unit-words.ts";

/** A paragraph with more targets than this is no longer read; the table has them all. */
const MAX_TARGETS_IN_PROSE = 3;

/** Two amounts are the same when they differ by no more than the last bits of a double. */
const SAME_AMOUNT = 1e-9;

/** Eight in ten is the range that the paragraph tells, where it was asked for. */
const TOLD_LEVEL = 0.8;

/**
 * The answer as a paragraph that a report can take over: what was reached, what the year will probably bring, what
 * each target needs, and whether the figures agree. Tells only what the answer holds; empty when it holds nothing.
 *
 * @param answer an outlook or any part of one
 */
export function presentSentence(answer: AnyAnswer, { lang }: { readonly lang: Lang }): string {
  const phrases = phrasesIn(lang);
  const wording = wordingOf(answer, lang);
  const targets = (answer.targets ?? []).slice(0, MAX_TARGETS_IN_PROSE);
  return [
    openingOf(answer, phrases, wording),
    forecastOf(answer, phrases, wording),
    nextYearOf(answer, phrases, wording),
    chancesOf(targets, phrases, wording),
    ...targets.map((target) => settledOf(target, answer, phrases, wording)),
    requirementsOf(targets, answer, phrases, wording),
    planWeightedOf(answer, phrases, wording),
    agreementOf(answer, phrases, wording),
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

const phrasesIn = (lang: Lang): PhraseBook => (lang === "vi" ? vietnamesePhrases : englishPhrases);

/**
 * How the forecast would have done at the same time of earlier years; empty without such years.
 *
 * @param fiscalYearStart the month that the year begins with, 1 to 12
 */
export function backtestSentence(
  { years, meanAbsolutePercentError }: Backtest,
  fiscalYearStart: number,
  lang: Lang,
): string {
  const [first] = years;
  if (!first) return "";
  return phrasesIn(lang).backtest({
    count: years.length,
    held: years.filter(({ inside }) => inside).length,
    onlyYear: years.length === 1 ? yearName({ ...first, fiscalYearStart }, lang) : undefined,
    level: formatPercent(first.level, lang),
    meanError:
      meanAbsolutePercentError === undefined ? undefined : formatPercent(meanAbsolutePercentError, lang, 1),
  });
}

function openingOf(answer: AnyAnswer, phrases: PhraseBook, wording: Wording): string {
  const { question, figures } = answer;
  const ytd = figures.ytd;
  if (!ytd) return "";
  const aggregation = question.aggregation ?? "sum";
  return phrases.opening({
    indicator: question.indicator,
    geography: question.geography,
    span: spanOf(question),
    aggregation,
    isComplete: question.remaining === 0,
    hedge: hedgeOf(ytd),
    amount: reportedAmount(ytd, wording) + pricesOf(question, wording.lang),
    share: shareOf(answer, wording.lang),
    growth: figures.growth && reportedChange(figures.growth, wording.lang),
  });
}

/** The prices of the amount, where they were told and the indicator does not name them itself. */
function pricesOf({ indicator = "", priceBasis }: AnyAnswer["question"], lang: Lang): string {
  if (priceBasis === undefined || measureNamed(foldText(indicator)).priceBasis) return "";
  return ` ${measureWords(priceBasis, lang)}`;
}

/** The share of the plan as reported; otherwise worked out, but only for sums, whose share grows through the year. */
function shareOf({ question, figures, targets = [] }: AnyAnswer, lang: Lang): Opening["share"] {
  if (isInSharesOfTarget({ question, figures })) return undefined;
  const [target] = targets;
  const of =
    target && targets.length === 1 && target.origin !== "impliedByShare"
      ? targetName(target, lang)
      : undefined;
  if (figures.shareOfTarget?.origin === "reported")
    return { size: reportedPercent(figures.shareOfTarget, lang), of };
  if (!target || !of || (question.aggregation ?? "sum") !== "sum" || target.attainment <= 0) return undefined;
  const digits = target.attainment >= 1 ? PROSE_DIGITS : PROSE_DIGITS - 1;
  return { size: `${formatSignificant(roundSignificant(target.attainment * 100, 10), lang, digits)}%`, of };
}

function forecastOf({ question, forecast }: AnyAnswer, phrases: PhraseBook, wording: Wording): string {
  if (!forecast || forecast.tier === "complete" || question.remaining === 0) return "";
  return phrases.forecast({
    ...landingOf(forecast, question, wording),
    span: spanOf(question),
    history: historyOf(forecast, question),
    growth: forecast.growth === undefined ? undefined : changeOf(forecast.growth, wording.lang),
  });
}

function nextYearOf({ question, forecast }: AnyAnswer, phrases: PhraseBook, wording: Wording): string {
  const next = forecast?.horizon?.nextFullYear;
  if (!next) return "";
  const { fiscalYearStart = 1 } = question;
  return phrases.nextYear({
    ...landingOf(next, question, wording),
    year: yearName({ fiscalYear: next.fiscalYear, fiscalYearStart }, wording.lang),
  });
}

function landingOf(
  { median, intervals }: Pick<ForecastAnswerParts, "median" | "intervals">,
  { aggregation = "sum" }: AnyAnswer["question"],
  wording: Wording,
) {
  const interval = toldInterval(intervals);
  return {
    aggregation,
    median: formatAmount(median, wording),
    interval: interval && {
      level: formatPercent(interval.level, wording.lang),
      range: formatRange(interval, wording),
    },
  };
}

/** How many periods of history a forecast rests on, if it does. */
function historyOf({ tier, assumptions }: ForecastAnswerParts, question: AnyAnswer["question"]) {
  const count = assumptions.find(({ code }) => code === "historyLength")?.value;
  if (tier !== "history" || count === undefined) return undefined;
  const span = spanOf(question);
  return { count, period: span && isQuarterly(span) ? ("quarter" as const) : ("month" as const) };
}

export function toldInterval(intervals: readonly IntervalAnswer[]): IntervalAnswer | undefined {
  const distance = (level: number) => Math.abs(level - TOLD_LEVEL);
  return intervals.reduce<IntervalAnswer | undefined>(
    (nearest, interval) =>
      nearest && distance(nearest.level) <= distance(interval.level) ? nearest : interval,
    undefined,
  );
}

function chancesOf(targets: readonly AnyTarget[], phrases: PhraseBook, wording: Wording): string {
  const chances = targets.flatMap((target) =>
    target.attainmentProbability === undefined || isSettled(target)
      ? []
      : [
          {
            target: targetPhrase(target, wording),
            probability: formatProbability(target.attainmentProbability, wording.lang),
          },
        ],
  );
  return chances.length > 0 ? phrases.chances(chances) : "";
}

/** The chance of the plan that was taken as evidence, which need not be the target that was told first. */
function planWeightedOf(
  { targets = [], forecast }: AnyAnswer,
  phrases: PhraseBook,
  wording: Wording,
): string {
  if (!forecast?.planWeighted) return "";
  const { plan, median, attainmentProbability } = forecast.planWeighted;
  const target = targets.find(({ value }) => Math.abs(value / plan - 1) < SAME_AMOUNT);
  if (target && isSettled(target)) return "";
  return phrases.planWeighted({
    target:
      target && target.origin !== "impliedByShare"
        ? nameAgain(target, wording)
        : targetPhrase(target ?? { name: "plan", value: plan, origin: "growthOnLastYear" }, wording),
    probability: formatProbability(attainmentProbability, wording.lang),
    median: formatAmount(median, wording),
  });
}

function agreementOf({ coherence }: AnyAnswer, phrases: PhraseBook, wording: Wording): string {
  if (coherence?.verdict === "holdsIfCoarse") return phrases.agreesIfCoarse;
  if (coherence?.verdict === "holdsIfTruncated") return phrases.agreesIfTruncated;
  const contradictions = (coherence?.findings ?? []).filter(({ verdict }) => verdict === "contradicts");
  const [first] = contradictions;
  if (coherence?.verdict !== "contradicts" || !first) return "";
  return phrases.contradiction({ clause: findingClause(first, wording), others: contradictions.length - 1 });
}

function reportedChange(figure: KnownFigure, lang: Lang): Change {
  return { ...changeOf(figure.value, lang), size: reportedPercent(figure, lang) };
}
