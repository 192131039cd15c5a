import type { Breakdown, BreakdownTarget, ComponentAnswer } from "../engine/breakdown/answer-types.ts";
import { type AnyAnswer, SHARE_OF_TARGET, wordingOf } from "./answers.ts";
import { partAmount, shareWriter } from "./breakdown-digits.ts";
import { partsClause } from "./breakdown-finding.ts";
import { isLeftOver, type PartNames, partNames } from "./breakdown-names.ts";
import { BREAKDOWN_PHRASES, type BreakdownPhrases } from "./breakdown-phrases.ts";
import { changeOf } from "./change.ts";
import { findingClause } from "./finding.ts";
import { formatNumber, formatPercent, formatProbability } from "./format-number.ts";
import type { Lang, Wording } from "./language.ts";
import { targetName, targetPhrase } from "./quantity-words.ts";
import { reportedPercent } from "./reported-digits.ts";
import { presentSentence } from "./sentence.ts";
import { englishPhrases } from "./sentence-en.ts";
import { vietnamesePhrases } from "./sentence-vi.ts";
import { differenceWording, formatAmount } from "./unit-words.ts";

/** A paragraph with more parts than these is no longer read; the table has them all. */
const MOST_PARTS = 4;
/** A contribution of less than this is told as none. */
const LEAST_POINTS = 0.0005;

/**
 * The answer as a paragraph: the total, its parts and what they leave, who adds most, where the year lands and how likely the
 * targets are, whose result matters most, what a target still lacks, and whether the figures agree.
 */
export function breakdownSentence(answer: Breakdown, lang: Lang): string {
  const wording = wordingOf(answer, lang);
  const phrases = BREAKDOWN_PHRASES[lang];
  const names = partNames(answer.components, wording);
  const telling = { answer, phrases, names, wording };
  const opening = presentSentence(openingOf(answer), { lang });
  const agreement = agreementOf(answer, names, wording);
  return [
    opening,
    partsOf(answer, phrases, names, wording),
    contributionsOf(answer, phrases, names, lang),
    ...(isMisfit(answer) ? [agreement, phrases.onOwnReport] : []),
    presentSentence(asReport(answer), { lang }).slice(opening.length).trim(),
    ...openTargets(answer).map((target) => influenceOf(target, telling)),
    ...openTargets(answer).map((target) => goalSeekOf(target, telling)),
    allTargetsOf(answer, phrases, lang),
    ...(isMisfit(answer) ? [] : [agreement]),
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

/** Whether parts do not fit into the total of a running year, whose forecast then rests on its own report. */
const isMisfit = ({ partNotes, question }: Breakdown): boolean =>
  question.remaining > 0 &&
  partNotes.some((note) => note.code === "partsDoNotFit" && note.values.component === "");

/** The total as an outlook has it, so that its sentences are those of any outlook. */
function asReport({ question, figures, total, targets }: Breakdown): AnyAnswer {
  const { median, growth, quantiles, intervals, assumptions } = total;
  const tier = question.remaining === 0 ? ("complete" as const) : ("growth" as const);
  const spread = { quantiles, intervals, path: [], members: [], assumptions };
  const forecast = { tier, median, ...(growth !== undefined && { growth }), ...spread };
  return { question, figures, notes: [], forecast, targets };
}

/** As much of it as is told before the parts: the year to date, beside its targets, of which nothing is said yet. */
function openingOf({ question, figures, targets }: Breakdown): AnyAnswer {
  const untold = targets.map(({ attainmentProbability: _, ...target }) => ({
    ...target,
    status: "likely" as const,
  }));
  return { question, figures, notes: [], targets: untold };
}

/** Targets that the paragraph goes on about: the first that is open. */
const openTargets = ({ targets }: Breakdown): readonly BreakdownTarget[] =>
  targets.filter(({ status }) => status !== "attained" && status !== "missed").slice(0, 1);

const ofTotal = ({ components }: Breakdown): readonly ComponentAnswer[] =>
  components.filter(({ depth }) => depth === 1);

function partsOf(answer: Breakdown, phrases: BreakdownPhrases, names: PartNames, wording: Wording): string {
  const parts = ofTotal(answer);
  const shareOf = shareWriter(parts, wording.lang);
  const told = (part: ComponentAnswer) => ({
    name: names(part.path),
    amount: partAmount(part.ytd, wording),
    share: shareOf(part),
  });
  const falling = parts
    .filter((part) => !isLeftOver(part))
    .sort((a, b) => (b.shareOfTotal?.value ?? 0) - (a.shareOfTotal?.value ?? 0));
  const rest = parts.find(isLeftOver);
  return phrases.parts({
    isMean: answer.question.aggregation === "average",
    named: falling.slice(0, MOST_PARTS).map(told),
    others: Math.max(0, falling.length - MOST_PARTS),
    rest: rest && told(rest),
  });
}

function contributionsOf(answer: Breakdown, phrases: BreakdownPhrases, names: PartNames, lang: Lang): string {
  const { growth } = answer.figures;
  const known = ofTotal(answer).flatMap(({ path, contribution }) =>
    contribution === undefined ? [] : [{ path, contribution }],
  );
  if (!growth || known.length < 2) return "";
  const falling = [...known].sort((a, b) => b.contribution - a.contribution);
  const told = (part: (typeof known)[number] | undefined, sign: 1 | -1) =>
    part && part.contribution * sign >= LEAST_POINTS
      ? { name: names(part.path), points: formatNumber(Math.abs(part.contribution) * 100, lang, 1) }
      : undefined;
  const most = told(falling[0], 1);
  const least = told(falling.at(-1), -1);
  if (!most && !least) return "";
  return phrases.contributions({
    growth: reportedPercent(growth, lang),
    isFall: growth.value < 0,
    most,
    least,
  });
}

/** What the sentences about one target are made from. */
interface Telling {
  readonly answer: Breakdown;
  readonly phrases: BreakdownPhrases;
  readonly names: PartNames;
  readonly wording: Wording;
}

/** A target whose amount was told before; of amounts that are shares of the plan, the plan itself is the whole. */
const aimOf = (target: BreakdownTarget, wording: Wording): string =>
  wording.unit === SHARE_OF_TARGET && target.value === 1
    ? targetPhrase(target, wording)
    : targetName(target, wording.lang);

function influenceOf(target: BreakdownTarget, { answer, phrases, names, wording }: Telling): string {
  const { mostInfluential } = target;
  // One part alone is the total.
  if (!mostInfluential || ofTotal(answer).length < 2) return "";
  const { lang } = wording;
  const { path, atLower, atUpper } = mostInfluential;
  const [low, high] = [formatProbability(atLower, lang), formatProbability(atUpper, lang)];
  if (low === high) return "";
  return phrases.influence({ name: names(path), target: aimOf(target, wording), low, high });
}

function goalSeekOf(target: BreakdownTarget, { answer, phrases, names, wording }: Telling): string {
  const bySize = target.goalSeek?.find(({ sharedBy }) => sharedBy === "size");
  if (!bySize) return "";
  const { lang } = wording;
  const direct = new Set(ofTotal(answer).map(({ path }) => path));
  const asked = bySize.shares
    .filter(({ path, extra }) => direct.has(path) && extra > 0)
    .sort((a, b) => b.extra - a.extra);
  const isMean = answer.question.aggregation === "average";
  const ofDifference = differenceWording(wording);
  return phrases.goalSeek({
    isMean,
    target: aimOf(target, wording),
    missing: formatAmount(target.missing, ofDifference),
    asked: asked.slice(0, MOST_PARTS).map(({ path, extra, fullYear, growth, ratioToForecast }) => ({
      name: names(path),
      amount: isMean ? formatAmount(fullYear, wording) : formatAmount(extra, ofDifference),
      growth: growth === undefined ? undefined : growthWords(growth, lang),
      aboveForecast:
        ratioToForecast === undefined || isMean ? undefined : formatPercent(ratioToForecast - 1, lang, 1),
    })),
    others: Math.max(0, asked.length - MOST_PARTS),
    unplaced: bySize.unplaced > 0 ? formatAmount(bySize.unplaced, ofDifference) : undefined,
  });
}

const DIRECTIONS = {
  en: { up: "up ", down: "down ", same: "unchanged" },
  vi: { up: "tăng ", down: "giảm ", same: "không đổi" },
} as const;

function growthWords(growth: number, lang: Lang): string {
  const { direction, size } = changeOf(growth, lang);
  return direction === "same" ? DIRECTIONS[lang].same : DIRECTIONS[lang][direction] + size;
}

function allTargetsOf(
  { partTargets, components, question }: Breakdown,
  phrases: BreakdownPhrases,
  lang: Lang,
): string {
  if (!partTargets) return "";
  const { count, allProbability } = partTargets;
  if (question.remaining === 0) {
    const withTarget = components.filter(({ target }) => target);
    const ofLevel = (level: number) => withTarget.filter(({ depth }) => depth === level);
    // The highest level where several have one, as in `partTargets`.
    const depths = withTarget.map(({ depth }) => depth).sort((a, b) => a - b);
    const level = depths.map(ofLevel).find(({ length }) => length > 1) ?? [];
    const attained = level.filter(({ target }) => target?.status === "attained").length;
    return phrases.settledTargets({ count, attained });
  }
  return phrases.allTargets({ count, probability: formatProbability(allProbability, lang) });
}

function agreementOf({ coherence }: Breakdown, names: PartNames, wording: Wording): string {
  const phrases = wording.lang === "vi" ? vietnamesePhrases : englishPhrases;
  if (coherence.verdict === "holdsIfCoarse") return phrases.agreesIfCoarse;
  if (coherence.verdict === "holdsIfTruncated") return phrases.agreesIfTruncated;
  const clauses = [
    ...coherence.findings
      .filter(({ verdict }) => verdict === "contradicts")
      .map((finding) => findingClause(finding, wording)),
    ...coherence.ofParts
      .filter(({ verdict }) => verdict === "contradicts")
      .map((finding) => partsClause(finding, names, wording)),
  ];
  const [clause] = clauses;
  return clause === undefined ? "" : phrases.contradiction({ clause, others: clauses.length - 1 });
}
