import type { IntervalAnswer } from "../engine/outlook-types.ts";
import type { Plan } from "../engine/plan/plan-answer.ts";
import type { PlanTargetAnswer } from "../engine/plan/plan-target.ts";
import { changeOf } from "./change.ts";
import { formatPercent, formatProbability } from "./format-number.ts";
import type { Lang, Wording } from "./language.ts";
import type { Distance, LevelInYear, PlanPhrases, PlanRunningYear } from "./plan-phrases.ts";
import { englishPlan } from "./plan-sentence-en.ts";
import { vietnamesePlan } from "./plan-sentence-vi.ts";
import { planLevel, planWording, planYearName, spanName } from "./plan-words.ts";
import { targetName, targetPhrase } from "./quantity-words.ts";
import { toldInterval } from "./sentence.ts";
import { differenceWording, formatAmount, formatRange } from "./unit-words.ts";

/** A path of more years is told by its first and its last. */
const MOST_YEARS_IN_PROSE = 3;
/** Versions of the target beyond these are in the table. */
const MOST_VERSIONS_IN_PROSE = 3;
/** Levels closer than this part of each other print the same. */
const SAME_LEVEL = 0.0005;

/**
 * A plan as a paragraph that a report can take over: what was set out, where it stands, what the years left and the
 * rest of the running one must bring, how likely that is, and what one good year is worth.
 */
export function planSentence(plan: Plan, lang: Lang): string {
  const phrases: PlanPhrases = lang === "vi" ? vietnamesePlan : englishPlan;
  const wording = planWording(plan, lang);
  const [target, ...others] = plan.targets;
  if (!target) return "";
  const told = {
    wording,
    year: (fiscalYear: number) => planYearName(plan, fiscalYear, lang),
    target,
  };
  return [
    phrases.opening(openingOf(plan, told)),
    behindOf(plan, phrases, told),
    needOf(plan, phrases, told),
    runningYearOf(plan, phrases, told),
    chanceOf(plan, phrases, told),
    goodYearOf(plan, phrases, told),
    ...others.slice(0, MOST_VERSIONS_IN_PROSE).map((other) => otherVersionOf(plan, other, phrases, told)),
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

/** Whether nothing about a target is open any more. */
const isSettled = ({ status }: PlanTargetAnswer): boolean => status === "attained" || status === "missed";

interface Told {
  readonly wording: Wording;
  readonly year: (fiscalYear: number) => string;
  /** The target in force. */
  readonly target: PlanTargetAnswer;
}

function openingOf(plan: Plan, { wording, year, target }: Told) {
  const { question, base } = plan;
  return {
    indicator: question.indicator,
    geography: question.geography,
    span: spanName(question, wording.lang),
    origin: target.origin,
    average: changeOf(target.averageGrowth, wording.lang),
    base: { year: year(base.fiscalYear), level: formatAmount(base.value, wording, "all") },
    final: {
      year: year(question.lastYear),
      level: planLevel(plan, target.finalLevel, wording),
    },
  };
}

function behindOf(plan: Plan, phrases: PlanPhrases, { wording, year }: Told): string {
  const { soFar, years, question } = plan;
  if (!soFar || question.remaining === 0) return "";
  const known = years.find(({ fiscalYear }) => fiscalYear === soFar.through);
  return phrases.behind({
    reached: {
      year: year(soFar.through),
      level:
        known?.origin === "reported"
          ? formatAmount(soFar.level, wording, "all")
          : planLevel(plan, soFar.level, wording),
    },
    years: soFar.years,
    average: changeOf(soFar.averageGrowth, wording.lang),
    distance: distanceOf(soFar.ratioToEven, wording.lang),
  });
}

function needOf(plan: Plan, phrases: PlanPhrases, { wording, year, target }: Told): string {
  const { question, notes } = plan;
  const { reading, requiredGrowth, geometric, arithmetic, name } = target;
  if (requiredGrowth === undefined || isSettled(target)) return "";
  const used = target[reading];
  const otherReading = reading === "geometric" ? "arithmetic" : "geometric";
  const other = reading === "geometric" ? arithmetic : geometric;
  const tells = notes.some(({ code }) => code === "arithmeticIsEasier");
  const path = (used?.path ?? []).map(
    ({ fiscalYear, value }): LevelInYear => ({
      year: year(fiscalYear),
      level: planLevel(plan, value, wording),
    }),
  );
  const [first, last] = [path[0], path.at(-1)];
  return phrases.need({
    target: targetName({ name }, wording.lang),
    remaining: question.remaining,
    growth: changeOf(requiredGrowth, wording.lang),
    reading,
    path: path.length > MOST_YEARS_IN_PROSE && first && last ? [first, last] : path,
    other:
      tells && other?.requiredGrowth !== undefined
        ? {
            reading: otherReading,
            growth: changeOf(other.requiredGrowth, wording.lang),
            final: { year: year(question.lastYear), level: planLevel(plan, other.finalLevel, wording) },
          }
        : undefined,
  });
}

function runningYearOf(plan: Plan, phrases: PlanPhrases, { wording, year, target }: Told): string {
  const { thisYear, question } = plan;
  if (!thisYear || isSettled(target)) return "";
  const { lang } = wording;
  const { requiredRunRate, remaining, elapsed, pathLevel, forecast } = thisYear;
  const rate: PlanRunningYear["rate"] = requiredRunRate && {
    amount: formatAmount(
      requiredRunRate.perPeriod,
      question.aggregation === "last" ? differenceWording(wording) : wording,
    ),
    remaining,
    period: elapsed + remaining === 4 ? "quarter" : "month",
    aggregation: question.aggregation,
    growthOnLastYear:
      requiredRunRate.growthOnLastYear === undefined
        ? undefined
        : changeOf(requiredRunRate.growthOnLastYear, lang),
  };
  return phrases.runningYear({
    year: year(thisYear.fiscalYear),
    pathLevel: planLevel(plan, pathLevel, wording),
    growth: changeOf(thisYear.pathGrowth, lang),
    yearsAfter: question.lastYear - thisYear.fiscalYear,
    rate,
    median: formatAmount(forecast.median, wording),
    interval: intervalIn(forecast.intervals, wording),
    probability: formatProbability(thisYear.attainmentProbability, lang),
    targets: thisYear.targets.map(({ name, value, laterGrowth }) => ({
      target: targetPhrase({ name, value, origin: "growthOnLastYear" }, wording),
      distance: distanceOf(value / pathLevel, lang),
      laterGrowth: laterGrowth === undefined ? undefined : changeOf(laterGrowth, lang),
    })),
  });
}

function chanceOf(plan: Plan, phrases: PlanPhrases, { wording, year, target }: Told): string {
  const { finalYear, question, soFar } = plan;
  const { lang } = wording;
  const named = targetName({ name: target.name }, lang);
  if (finalYear && !isSettled(target))
    return phrases.chance({
      target: named,
      probability: formatProbability(target.attainmentProbability, lang),
      final: { year: year(question.lastYear), level: formatAmount(finalYear.median, wording) },
      interval: intervalIn(finalYear.intervals, wording),
      average: changeOf(finalYear.averageGrowth, lang),
    });
  const final = finalYear
    ? { level: finalYear.median, told: formatAmount(finalYear.median, wording), ...finalYear }
    : soFar && { ...soFar, told: formatAmount(soFar.level, wording, "all") };
  if (!final) return "";
  return phrases.settled({
    target: named,
    isReached: target.status === "attained",
    isComplete: finalYear === undefined,
    final: { year: year(question.lastYear), level: final.told },
    average: changeOf(final.averageGrowth, lang),
    distance: distanceOf(final.level / target.geometric.finalLevel, lang),
  });
}

function goodYearOf(plan: Plan, phrases: PlanPhrases, { wording, year, target }: Told): string {
  const { oneGoodYear, question } = plan;
  if (!oneGoodYear || isSettled(target)) return "";
  const isEnough = oneGoodYear.verdict === "enough";
  // Before any year is known, that the plan's average makes the plan says nothing.
  if (isEnough && question.knownThrough === question.baseYear) return "";
  const { lang } = wording;
  const rest = ({ finalLevel }: { readonly finalLevel: number }) => ({
    level: planLevel(plan, finalLevel, wording),
    distance: distanceOf(finalLevel / target.geometric.finalLevel, lang),
  });
  return phrases.goodYear({
    isEnough,
    isGood: oneGoodYear.growth >= target.averageGrowth,
    isEnoughRepeated: oneGoodYear.repeated.reaches,
    isForecast: oneGoodYear.origin === "forecast",
    year: year(oneGoodYear.fiscalYear),
    growth: changeOf(oneGoodYear.growth, lang),
    average: changeOf(target.averageGrowth, lang),
    lastYear: year(question.lastYear),
    remaining: question.remaining,
    repeated: rest(oneGoodYear.repeated),
    atAverage: rest(oneGoodYear.restAtAverage),
    alone: changeOf(oneGoodYear.oneYearAlone, lang),
  });
}

function otherVersionOf(
  plan: Plan,
  other: PlanTargetAnswer,
  phrases: PlanPhrases,
  { wording, year }: Told,
): string {
  const { lang } = wording;
  return phrases.otherVersion({
    target: targetName({ name: other.name }, lang),
    average: changeOf(other.averageGrowth, lang),
    final: { year: year(plan.question.lastYear), level: planLevel(plan, other.finalLevel, wording) },
    need: other.requiredGrowth === undefined ? undefined : changeOf(other.requiredGrowth, lang),
    probability: formatProbability(other.attainmentProbability, lang),
    inForce: other.inForce,
  });
}

function intervalIn(intervals: readonly IntervalAnswer[], wording: Wording) {
  const interval = toldInterval(intervals);
  return (
    interval && { level: formatPercent(interval.level, wording.lang), range: formatRange(interval, wording) }
  );
}

function distanceOf(ratio: number, lang: Lang): Distance {
  const change = ratio - 1;
  if (Math.abs(change) < SAME_LEVEL) return { direction: "same", size: "" };
  return { direction: change > 0 ? "above" : "below", size: changeOf(change, lang).size };
}
