import type { QuestionEcho } from "../engine/outlook-types.ts";
import { type AnyAnswer, type AnyTarget, SHARE_OF_TARGET } from "./answers.ts";
import { changeOf } from "./change.ts";
import { formatNumber } from "./format-number.ts";
import type { Lang, Wording } from "./language.ts";
import { isQuarterly, spanOf } from "./period-words.ts";
import type { PaceRatio, PhraseBook, Requirement } from "./phrase-book.ts";
import { targetName, targetPhrase } from "./quantity-words.ts";
import { differenceWording, formatAmount } from "./unit-words.ts";

/** A ratio to the pace that is told in words: its digits would only say how small it is. */
const SMALL_RATIO = 0.05;

/** What the open targets ask of every remaining period. */
export function requirementsOf(
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
export function nameAgain(target: AnyTarget, wording: Wording): string {
  return wording.unit === SHARE_OF_TARGET ? targetPhrase(target, wording) : targetName(target, wording.lang);
}
