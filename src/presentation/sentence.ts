import type { ForecastAnswerParts, KnownFigure, QuestionEcho } from "../engine/outlook-types.ts";
import { type AnyAnswer, type AnyTarget, isInSharesOfTarget, SHARE_OF_TARGET, wordingOf } from "./answers.ts";
import { findingClause } from "./finding.ts";
import {
  decimalsOf,
  formatNumber,
  formatPercent,
  formatProbability,
  formatSignificant,
  PROSE_DIGITS,
  roundSignificant,
} from "./format-number.ts";
import type { Lang, Wording } from "./language.ts";
import { isQuarterly, spanOf } from "./period-words.ts";
import type { Change, Opening, PaceRatio, PhraseBook, Requirement, SettledTarget } from "./phrase-book.ts";
import { sizeOfChange, targetName, targetPhrase } from "./quantity-words.ts";
import { hedgeOf, reportedAmount, reportedDecimals, reportedPercent } from "./reported-digits.ts";
import { englishPhrases } from "./sentence-en.ts";
import { vietnamesePhrases } from "./sentence-vi.ts";
import { differenceWording, formatAmount, formatRange } from "./unit-words.ts";

/** A paragraph with more targets than this is no longer read; the table has them all. */
const MAX_TARGETS_IN_PROSE = 3;

/** A ratio to the pace that is told in words: its digits would only say how small it is. */
const SMALL_RATIO = 0.05;

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
  const phrases = lang === "vi" ? vietnamesePhrases : englishPhrases;
  const wording = wordingOf(answer, lang);
  const targets = (answer.targets ?? []).slice(0, MAX_TARGETS_IN_PROSE);
  return [
    openingOf(answer, phrases, wording),
    forecastOf(answer, phrases, wording),
    chancesOf(targets, phrases, wording),
    ...targets.map((target) => settledOf(target, answer, phrases, wording)),
    requirementsOf(targets, answer, phrases, wording),
    planWeightedOf(answer, phrases, wording),
    agreementOf(answer, phrases, wording),
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
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
    amount: reportedAmount(ytd, wording),
    share: shareOf(answer, wording.lang),
    growth: figures.growth && reportedChange(figures.growth, wording.lang),
  });
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
  const interval = toldInterval(forecast);
  return phrases.forecast({
    aggregation: question.aggregation ?? "sum",
    span: spanOf(question),
    median: formatAmount(forecast.median, wording),
    interval: interval && {
      level: formatPercent(interval.level, wording.lang),
      range: formatRange(interval, wording),
    },
    growth: forecast.growth === undefined ? undefined : changeOf(forecast.growth, wording.lang),
  });
}

function toldInterval({
  intervals,
}: ForecastAnswerParts): ForecastAnswerParts["intervals"][number] | undefined {
  const distance = (level: number) => Math.abs(level - TOLD_LEVEL);
  return intervals.reduce<ForecastAnswerParts["intervals"][number] | undefined>(
    (nearest, interval) =>
      nearest && distance(nearest.level) <= distance(interval.level) ? nearest : interval,
    undefined,
  );
}

function isSettled(target: AnyTarget): boolean {
  return (
    target.status === "attained" ||
    target.status === "missed" ||
    (target.status === undefined && !target.requiredRunRate)
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

function settledOf(target: AnyTarget, answer: AnyAnswer, phrases: PhraseBook, wording: Wording): string {
  if (!isSettled(target)) return "";
  const { value, gapToTarget } = target;
  return phrases.settled({
    target: targetPhrase(target, wording),
    outcome: outcomeOf(target, answer.figures.ytd),
    isComplete: answer.question.remaining === 0,
    difference: formatAmount(
      Math.abs(gapToTarget),
      differenceWording(wording),
      exactDecimals(target, answer.figures.ytd),
    ),
    share: shareOfDifference(gapToTarget / value, wording.lang),
  });
}

function outcomeOf(
  { status, gapToTarget }: AnyTarget,
  ytd: KnownFigure | undefined,
): SettledTarget["outcome"] {
  if (gapToTarget !== 0) return gapToTarget < 0 ? "exceeded" : "missed";
  if (status === "missed") return "justMissed";
  return ytd && hedgeOf(ytd) === "over" ? "passed" : "met";
}

/** The difference of two exact numbers is as exact as they are; any other is rounded. */
function exactDecimals(target: AnyTarget, ytd: KnownFigure | undefined): number | undefined {
  if (ytd?.origin !== "reported" || hedgeOf(ytd) !== "none" || target.origin !== "stated") return undefined;
  return Math.max(reportedDecimals(ytd), decimalsOf(target.value));
}

const shareOfDifference = (fraction: number, lang: Lang): string =>
  `${formatSignificant(roundSignificant(Math.abs(fraction) * 100, 10), lang, 3)}%`;

function requirementsOf(
  targets: readonly AnyTarget[],
  answer: AnyAnswer,
  phrases: PhraseBook,
  wording: Wording,
): string {
  const requirements = targets.flatMap((target) => {
    const requirement = requirementOf(target, answer.question, wording);
    return requirement ? [requirement] : [];
  });
  return requirements.length > 0 ? phrases.requirements(requirements) : "";
}

function requirementOf(
  target: AnyTarget,
  question: Partial<QuestionEcho>,
  wording: Wording,
): Requirement | undefined {
  const rate = target.requiredRunRate;
  const span = spanOf(question);
  if (!rate || !span || span.remaining === 0) return undefined;
  const { lang } = wording;
  const isNew = target.attainmentProbability === undefined;
  const points = rate.accelerationPoints === undefined ? undefined : Math.abs(rate.accelerationPoints) * 100;
  return {
    target: isNew ? targetPhrase(target, wording) : nameAgain(target, wording),
    amount: formatAmount(
      rate.perPeriod,
      question.aggregation === "last" ? differenceWording(wording) : wording,
    ),
    aggregation: question.aggregation ?? "sum",
    period: isQuarterly(span) ? "quarter" : "month",
    remaining: span.remaining,
    ratioToPace: rate.ratioToPace === undefined ? undefined : paceRatio(rate.ratioToPace, lang),
    growthOnLastYear: rate.growthOnLastYear === undefined ? undefined : changeOf(rate.growthOnLastYear, lang),
    acceleration:
      points === undefined || points < 0.05
        ? undefined
        : {
            direction: (rate.accelerationPoints ?? 0) < 0 ? "below" : "above",
            points: formatNumber(points, lang, 1),
          },
    isBeyondRecord: (rate.feasibility?.ratioToBest ?? 0) > 1,
  };
}

function paceRatio(ratio: number, lang: Lang): PaceRatio {
  const times = formatNumber(ratio, lang, 2);
  if (ratio < SMALL_RATIO) return { size: "small", times };
  if (times === formatNumber(1, lang, 2)) return { size: "same", times };
  return { size: ratio > 1 ? "more" : "less", times };
}

/** A target that the paragraph has already told with its amount. */
function nameAgain(target: AnyTarget, wording: Wording): string {
  return wording.unit === SHARE_OF_TARGET ? targetPhrase(target, wording) : targetName(target, wording.lang);
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

/** A change of less than half of the last digit that is told is none. */
function changeOf(fraction: number, lang: Lang): Change {
  const direction = Math.abs(fraction) < 0.0005 ? "same" : fraction > 0 ? "up" : "down";
  return { direction, size: sizeOfChange(fraction, lang) };
}
