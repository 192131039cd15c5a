import type { AskFor } from "../engine/forecast/ask-for.ts";
import type { RestatedWay } from "../engine/geography/changed-area.ts";
import type { HistoryNotUsed, NoteValues } from "../engine/note.ts";
import type { ScenarioObstacle } from "../engine/target/scenario.ts";
import { formatPercent } from "./format-number.ts";
import { listed, sentenceCase, type Wording } from "./language.ts";
import type { NoteSentences } from "./notes.ts";
import { countWord, dateName, periodName } from "./period-words.ts";
import { formerName, formerNames } from "./place-naming.ts";
import { quantityName, quantityRange, sizeOfChange, targetPhrase } from "./quantity-words.ts";
import { formatAmount, formatRange } from "./unit-words.ts";

const ASKED = {
  growth: "the growth on the same period of last year",
  reports: "reports of past years",
  target: "the plan",
} as const;

const OBSTACLES = {
  needsLastYear: "last year's remaining periods are not known",
  needsGrowth: "the growth so far is not known",
  notForStocks: "a stock has no pace that could go on",
  yearComplete: "the year is complete",
} as const satisfies Readonly<Record<ScenarioObstacle, string>>;

const TOO_SPARSE = {
  tooManyGaps: "Too many periods of the history have no figure",
  tooFewFigures: "The history has too few figures for the periods that it spans",
} as const satisfies Readonly<Record<NoteValues["historyTooSparse"]["reason"], string>>;

const NOT_USED = {
  notPositive: "Some amounts of the history are not above zero",
  endsEarlier:
    "The history ends before the year-to-date figure, and the periods in between cannot be worked out",
} as const satisfies Readonly<Record<HistoryNotUsed, string>>;

const RESTATED = {
  sum: "Earlier figures are the sums of the units that the place was formed from; what works in several of them may be counted twice, so comparisons are approximate.",
  official: "Earlier figures are those published for the area that the place has now.",
} as const satisfies Readonly<Record<RestatedWay, string>>;

const ON_YEAR_TOTALS = "so the forecast rests on year totals";

/** A sentence with more periods or values than this is no longer read. */
const MOST_NAMED = 3;

/** The remarks in English. */
export function notesInEnglish(wording: Wording): NoteSentences {
  const named = (quantity: string) => quantityName(quantity, wording);
  /** A base is told by its period or, where last year's is meant, by its name. */
  const measured = (period: string): string =>
    /^\d/.test(period) ? `the figure through ${periodName(period, "en")}` : named(period);
  const target = (name: string, value: number) => targetPhrase({ name, value, origin: "stated" }, wording);
  const asked = (figure: AskFor) => (figure === "priorFullYear" ? named(figure) : ASKED[figure]);
  const amount = (x: number) => formatAmount(x, wording);
  const exact = (x: number) => formatAmount(x, wording, "all");
  const change = (growth: number) => `${growth < 0 ? "A fall" : "Growth"} of ${sizeOfChange(growth, "en")}`;
  const unusual = (outliers: NoteValues["outliersSetAside"]["outliers"], count: number): string => {
    const told = outliers.slice(0, MOST_NAMED);
    const values = told.map(
      ({ period, value, expected }) =>
        `${periodName(period, "en")}: ${exact(value)}, expected about ${amount(expected)}`,
    );
    return [...values, ...(count > told.length ? [`${count - told.length} more`] : [])].join("; ");
  };
  return {
    januaryAlone: ({ period }) =>
      `${periodName(period, "en")} alone says little about the year: its share depends on whether Tet falls in it.`,
    tetInWindow: ({ thisYear, lastYear }) =>
      `Tet was on ${dateName(thisYear, "en")}, a year earlier on ${dateName(lastYear, "en")}: the growth so far compares periods with unequal working days.`,
    seasonNotKnown: () =>
      "The season of this indicator is not known; the average season of many unlike series was used. Last year's figures would say more.",
    earlyGrowthFades: ({ growth, elapsed }) =>
      `${change(growth)} after ${months(elapsed)} usually fades in the rest of the year; the forecast does not carry it on in full.`,
    smallBase: ({ quantity }) =>
      `${sentenceCase(named(quantity))} is measured on a small base; shares and projected growth are unstable, and differences in amounts say more.`,
    growthUndefined: ({ quantity }) =>
      `Growth on ${named(quantity)} is not defined, since it is not above zero; compare the difference instead.`,
    unitSlip: ({ quantity, value, suggested, comparedWith, comparedValue }) =>
      `${sentenceCase(named(quantity))}, ${exact(value)}, is out of scale with ${named(comparedWith)}, ${exact(comparedValue)}; ${exact(suggested)} would fit. Check the units of both: billion for trillion, or a decimal sign for a thousands sign.`,
    ambiguousDecimal: ({ quantity, written, value }) =>
      `${sentenceCase(named(quantity))}, "${written}", was read as ${quantityRange(quantity, { lower: value, upper: value }, wording)}; its one separator may be a decimal or a thousands sign. Say decimal=point or decimal=comma.`,
    percentOfLastYear: ({ growth, instead }) =>
      `Growth was told as ${formatPercent(growth, "en")}. If the figure is ${formatPercent(growth, "en")} of last year's, it ${instead < 0 ? "fell" : "grew"} by ${formatPercent(Math.abs(instead), "en")}; last year's same period would tell.`,
    targetsConflict: ({ first, firstValue, second, secondValue }) =>
      `Two targets are in use: ${target(first, firstValue)} and ${target(second, secondValue)}. Each is answered on its own.`,
    targetImpliedByShare: ({ target, lower, upper }) =>
      `A plan of about ${amount(target)} (${formatRange({ lower, upper }, wording)}) follows from the year-to-date figure and its share of the plan.`,
    growthTargetTakenAsPlan: ({ growth, target }) =>
      `The target of ${formatPercent(growth, "en")} growth was taken as a plan of ${amount(target)}, on last year's total.`,
    priorFullYearEstimated: ({ priorFullYear, lower, upper }) =>
      `Last year's total was not told; about ${amount(priorFullYear)} (${formatRange({ lower, upper }, wording)}) is estimated from its year-to-date figure.`,
    lastYearNotUsed: ({ priorYtd, priorFullYear }) =>
      `Last year's total (${amount(priorFullYear)}) is no more than its own part (${amount(priorYtd)}); it was left out of the forecast.`,
    baseRevised: ({ period, before, after }) =>
      `${sentenceCase(measured(period))} was first reported as ${exact(before)}; later reports imply ${amount(after)}. It was probably revised.`,
    cumulativeFell: ({ period, before, after }) =>
      `The cumulative figure fell from ${exact(before)} to ${exact(after)} at ${periodName(period, "en")}; flows cannot fall, so one of them was revised or misread.`,
    planNotInProbability: () =>
      "The probability of reaching a target does not take the target itself as evidence; the number that does is given separately.",
    equalsPlan: ({ fiscalYear, fullYear }) =>
      `The full year ${fiscalYear} equals its plan of ${exact(fullYear)} to the digit; it may be an estimate from before the year's end.`,
    estimateBeforePeriodEnd: ({ period, asOf }) =>
      `The figure through ${periodName(period, "en")} was published on ${dateName(asOf, "en")}, before the period ended: part of it is an estimate.`,
    scenarioNotPossible: ({ scenario, obstacle }) =>
      `The scenario "${scenario}" cannot be worked out: ${OBSTACLES[obstacle]}.`,
    stockNotAnnualized: () => "A level at a date is neither added up over the year nor extended by its pace.",
    averageNotSummed: () => "An index is averaged over the year, with equal weights, not added up.",
    moreWouldHelp: ({ figure }) => `Of what was not told, ${asked(figure)} would narrow the forecast most.`,
    reportsAfterAsOf: ({ count, asOf }) =>
      `${sentenceCase(countWord(count))} report${count === 1 ? " was" : "s were"} left out as not yet published on ${dateName(asOf, "en")}.`,
    historyLeftOut: ({ count, period }) =>
      `${sentenceCase(countWord(count))} value${count === 1 ? "" : "s"} of the history after ${periodName(period, "en")} ${count === 1 ? "was" : "were"} left out as not yet known.`,
    historyEndsEarlier: ({ period, through }) =>
      `The history ends with ${periodName(period, "en")}; of the periods after it up to ${periodName(through, "en")} only the year-to-date figure is known.`,
    gapsFilled: ({ count, periods }) =>
      count === 1
        ? `One period without a figure (${few(periods)}) was filled in from the season and its neighbours.`
        : `${sentenceCase(countWord(count))} periods without a figure (${few(periods)}) were filled in from the season and their neighbours.`,
    sumsSpread: ({ count, periods }) =>
      count === 1
        ? `One period (${few(periods)}) is known only in a sum; it was worked out by the usual pattern so that every reported sum is met.`
        : `${sentenceCase(countWord(count))} periods (${few(periods)}) are known only in sums; they were spread by the usual pattern so that every reported sum is met.`,
    outliersSetAside: ({ count, outliers }) =>
      `${sentenceCase(countWord(count))} unusual value${count === 1 ? "" : "s"} (${unusual(outliers, count)}) ${count === 1 ? "was" : "were"} set aside when fitting.`,
    latestUnusual: ({ period, value, expected }) =>
      `The value of ${periodName(period, "en")}, ${exact(value)}, is unusual (about ${amount(expected)} was expected); it is kept, since it may be a new level.`,
    levelShift: ({ period, before, after }) =>
      `From ${periodName(period, "en")} on the usual level is about ${amount(after)}, before it about ${amount(before)}.`,
    unusualSpell: ({ from, to, before, during }) =>
      `${from === to ? `In ${periodName(from, "en")}` : `From ${periodName(from, "en")} to ${periodName(to, "en")}`} the level was about ${amount(during)} instead of ${amount(before)}, then it came back; for fitting, its values were set to the usual level.`,
    historyTooShort: ({ count, needed, unit }) =>
      `A forecast from history needs ${needed} ${unit}; ${count} ${count === 1 ? "is" : "are"} known, ${ON_YEAR_TOTALS}.`,
    historyTooSparse: ({ reason }) => `${TOO_SPARSE[reason]}, ${ON_YEAR_TOTALS}.`,
    historyNotUsed: ({ reason }) => `${NOT_USED[reason]}, ${ON_YEAR_TOTALS}.`,
    backtestTooShort: () => "No earlier year has enough history before it for a backtest.",
    figuresRestated: ({ restated }) => RESTATED[restated],
    unitEnded: ({ unit, successor, changedOn, isRenamed }) =>
      isRenamed
        ? `${unit.name} is called ${successor.name} since ${dateName(changedOn, "en")}; its area is the same.`
        : `${sentenceCase(formerName(unit, successor, "en"))} is a part of ${successor.name} since ${dateName(changedOn, "en")}; figures of later periods are those of ${successor.name}, unless they are told for the former area.`,
    areaAroundChanged: ({ unit, changedOn }) =>
      `The place lies in ${unit.name}, whose area changed on ${dateName(changedOn, "en")}; its own figures of before and after are compared as they are.`,
    baseOfOtherArea: ({ unit, changedOn, before, figures }) =>
      `${unit.name} got another area on ${dateName(changedOn, "en")}: ${listed(figures.map(named), "en")} must be of that area too, which is that of ${formerNames(before, unit, "en")} together.`,
    horizonNeedsHistory: () =>
      "A horizon beyond the year's end needs a monthly or quarterly history that is long enough; the forecast ends with the year.",
  };
}

function few(periods: readonly string[]): string {
  const named = periods.slice(0, MOST_NAMED).map((period) => periodName(period, "en"));
  const more = periods.length - named.length;
  return listed([...named, ...(more > 0 ? [`${more} more`] : [])], "en");
}

const months = (count: number): string => `${countWord(count)} month${count === 1 ? "" : "s"}`;
