import type { KnownFigure } from "../engine/outlook-types.ts";
import type { AnyAnswer, AnyTarget } from "./answers.ts";
import { decimalsOf, formatSignificant, roundSignificant } from "./format-number.ts";
import type { Lang, Wording } from "./language.ts";
import type { PhraseBook, SettledTarget } from "./phrase-book.ts";
import { targetPhrase } from "./quantity-words.ts";
import { hedgeOf, reportedDecimals } from "./reported-digits.ts";
import { differenceWording, formatAmount } from "./unit-words.ts";

/** Whether nothing about a target is open any more. */
export function isSettled(target: AnyTarget): boolean {
  return (
    target.status === "attained" ||
    target.status === "missed" ||
    (target.status === undefined && !target.requiredRunRate)
  );
}

/** What became of a target, or nothing while it is open. */
export function settledOf(
  target: AnyTarget,
  answer: AnyAnswer,
  phrases: PhraseBook,
  wording: Wording,
): string {
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
