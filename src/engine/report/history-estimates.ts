import { elapsedMonths, lastOrdinal } from "../calendar/period.ts";
import type { Figure } from "../figure/figure.ts";
import { parseFigure } from "../figure/parse-figure.ts";
import { ownSeason } from "../forecast/own-season.ts";
import type { RegularHistory } from "../history/history.ts";
import { historyNote } from "../history/history-note.ts";
import { type PreparedHistory, regularHistory } from "../history/regular-history.ts";
import { toldHistory } from "../history/told-history.ts";
import type { Note } from "../note.ts";
import type { Question, ReportAsk } from "../question.ts";
import type { Aggregation } from "../target/year-to-date.ts";
import { FROM_HISTORY, type KnownHistory } from "./history-figures.ts";
import type { Knowledge } from "./knowledge.ts";
import { reportOf } from "./past-years.ts";

/** The standard normal quantile that bounds 80% around the middle: estimates have the interval of the path. */
const NORMAL_80 = 1.2815515655446004;
/** A past year of which more was filled in says little that the years around it do not. */
const GREATEST_FILLED_PART = 0.3;
/**
 * With every seventh month of the series of the development set hidden, the sums of the year to date, of the same part of
 * last year and of last year missed by this many of the deviations of their filled months.
 */
const SUMS_STRAY = 1.2;
/**
 * How far growths of single periods stray from the year's, in logs: over the monthly series of the development set,
 * the growth of a few elapsed periods misses that of all of them by as much as independent ones with this deviation.
 */
const DEVIATION_OF_GROWTHS = 0.15;

/** What a history lets estimate, besides what follows from it exactly. */
export interface HistoryEstimates {
  readonly figures: Readonly<Partial<Record<"ytd" | "growth" | "priorYtd" | "priorFullYear", Figure>>>;
  /** Past years with a gap, through the period of the question and in full. */
  readonly reports: readonly ReportAsk[];
  /** Standard deviation of an estimated `figures.ytd`. */
  readonly ytdDeviation?: number;
  readonly notes: readonly Note[];
}

/** What is known of a report before anything of it is estimated. */
export interface ExactlyKnown {
  readonly history: KnownHistory | undefined;
  /** Values by the names of the report's relations. */
  readonly values: Readonly<Partial<Record<string, number>>>;
  readonly reports: readonly ReportAsk[];
}

const NOTHING: HistoryEstimates = { figures: {}, reports: [], notes: [] };

interface Estimate {
  readonly value: number;
  readonly deviation: number;
}

/**
 * What the figures of this year and of past ones are likely to be where the history has gaps, or begins after last year
 * did: sums of the periods as filled in, and last year from the growth over the periods that both years tell. Only what
 * is not known already; as intervals of 80%. Gaps at the history's end are not filled.
 */
export function historyEstimates(
  question: Question,
  known: ExactlyKnown,
  knowledge: Knowledge,
): HistoryEstimates {
  const prepared = preparedHistory(question, known, knowledge);
  if (!prepared) return NOTHING;
  const ofGaps = estimatesOfGaps(question, known, prepared);
  const ytd = known.values.ytd ?? ofGaps.figures.ytd?.value;
  const figures = {
    ...(ytd !== undefined && lastYearByGrowth(question, { ...known.values, ytd }, prepared.history)),
    ...ofGaps.figures,
  };
  if (Object.keys(figures).length === 0 && ofGaps.reports.length === 0) return NOTHING;
  const notes = prepared.remarks
    .filter(({ code }) => code !== "cumulativeFell")
    .map((remark) => historyNote(remark, question.position));
  return { ...ofGaps, figures, notes };
}

/** Less than a year of figures does not show the season that gaps are filled with. */
export function canBeFilled({ ask }: KnownHistory): boolean {
  return ask.values.filter((value) => value !== undefined).length >= ask.periodsPerYear;
}

function preparedHistory(
  question: Question,
  { history, values }: ExactlyKnown,
  knowledge: Knowledge,
): PreparedHistory | undefined {
  if (!history) return undefined;
  const { position, aggregation } = question;
  const hasGap = history.ask.values.includes(undefined);
  if (!hasGap && values.priorYtd !== undefined && values.priorFullYear !== undefined) return undefined;
  if (hasGap && !canBeFilled(history)) return undefined;
  const ask = toldHistory(question, {
    history,
    year: values.ytd === undefined ? {} : { ytd: values.ytd },
  });
  if (!ask) return undefined;
  const through = lastOrdinal(position);
  const prepared = regularHistory({
    ask,
    through,
    ...(aggregation === "sum" && { usualShares: ownSeason(question, knowledge) }),
  });
  if (typeof prepared === "string") return undefined;
  const { first, values: periods } = prepared.history;
  return first + periods.length - 1 === through ? prepared : undefined;
}

function estimatesOfGaps(
  { position, aggregation }: Question,
  { values, reports: exact }: ExactlyKnown,
  { history, filledDeviations }: PreparedHistory,
): Omit<HistoryEstimates, "notes"> {
  const { periodsPerYear, elapsed } = position;
  const deviations = new Float64Array(history.values.length);
  history.filled.forEach((index, i) => {
    deviations[index] = filledDeviations[i] as number;
  });
  const through = (year: number, periods: number): Estimate | undefined =>
    likelyTogether(history.values, deviations, {
      start: year * periodsPerYear - history.first,
      periods,
      aggregation,
    });
  const reports: ReportAsk[] = [];
  for (let year = Math.ceil(history.first / periodsPerYear); year < position.year; year += 1) {
    const start = year * periodsPerYear - history.first;
    const filled = history.filled.filter((index) => index >= start && index < start + periodsPerYear);
    if (filled.length > GREATEST_FILLED_PART * periodsPerYear) continue;
    for (const periods of new Set([elapsed, periodsPerYear])) {
      const ofYear = { ...position, year, elapsed: periods };
      if (reportOf(exact, year, elapsedMonths(ofYear))) continue;
      const estimate = through(year, periods);
      if (estimate) reports.push({ position: ofYear, ytd: estimatedFigure(estimate) });
    }
  }
  const lastYear = (months: number) => reportOf(reports, position.year - 1, months)?.ytd;
  const ytd = values.ytd === undefined ? through(position.year, elapsed) : undefined;
  const priorYtd = values.priorYtd === undefined ? lastYear(elapsedMonths(position)) : undefined;
  const priorFullYear = values.priorFullYear === undefined ? lastYear(12) : undefined;
  return {
    figures: {
      ...(ytd && { ytd: estimatedFigure(ytd) }),
      ...(priorYtd && { priorYtd }),
      ...(priorFullYear && { priorFullYear }),
    },
    reports,
    ...(ytd && { ytdDeviation: ytd.deviation }),
  };
}

/**
 * Periods together, some of them filled in; undefined where one of them lies outside. Neighbours that were
 * filled in are off together, others each by themselves.
 */
function likelyTogether(
  values: Float64Array,
  deviations: Float64Array,
  {
    start,
    periods,
    aggregation,
  }: { readonly start: number; readonly periods: number; readonly aggregation: Aggregation },
): Estimate | undefined {
  const end = start + periods;
  if (start < 0 || end > values.length) return undefined;
  if (aggregation === "last")
    return { value: values[end - 1] as number, deviation: SUMS_STRAY * (deviations[end - 1] as number) };
  let value = 0;
  let ofRun = 0;
  let variance = 0;
  for (let index = start; index < end; index += 1) {
    const deviation = deviations[index] as number;
    value += values[index] as number;
    if (deviation === 0) {
      variance += ofRun ** 2;
      ofRun = 0;
    }
    ofRun += deviation;
  }
  const count = aggregation === "average" ? periods : 1;
  return { value: value / count, deviation: (SUMS_STRAY * Math.sqrt(variance + ofRun ** 2)) / count };
}

/**
 * Last year where the history begins in the middle of its elapsed periods: the year to date has grown like the periods
 * that both years tell, and what followed last year is known.
 */
function lastYearByGrowth(
  { position, aggregation }: Question,
  { ytd, priorYtd, priorFullYear }: Readonly<Partial<Record<string, number>>>,
  { first, values }: RegularHistory,
): HistoryEstimates["figures"] {
  const { periodsPerYear, elapsed, year } = position;
  const sum = (from: number, to: number): number =>
    values.subarray(from, to).reduce((total, value) => total + value, 0);
  const start = year * periodsPerYear - first;
  const both = start + elapsed - periodsPerYear;
  if (aggregation === "last" || ytd === undefined || both < 1 || both >= elapsed) return {};
  const then = sum(0, both);
  const now = sum(start + elapsed - both, start + elapsed);
  if (then <= 0 || now <= 0 || ytd <= 0) return {};
  const deviation = priorYtd === undefined ? DEVIATION_OF_GROWTHS * Math.sqrt(1 / both - 1 / elapsed) : 0;
  const factor = now / then;
  const scaled = (value: number, rest = 0, count = 1): Figure => {
    const at = (stray: number) => (rest + value * Math.exp(stray * NORMAL_80 * deviation)) / count;
    return intervalFigure(at(0), at(-1), at(1));
  };
  const isMean = aggregation === "average";
  const part = isMean ? elapsed : 1;
  const prior = priorYtd ?? ytd / factor;
  const growth = scaled(factor);
  return {
    ...(priorYtd === undefined && {
      growth: intervalFigure(growth.value - 1, growth.lower - 1, growth.upper - 1),
      priorYtd: scaled(prior),
    }),
    ...(priorFullYear === undefined && {
      priorFullYear: scaled(prior * part, sum(both, start), isMean ? periodsPerYear : 1),
    }),
  };
}

const estimatedFigure = ({ value, deviation }: Estimate): Figure =>
  intervalFigure(value, value - NORMAL_80 * deviation, value + NORMAL_80 * deviation);

function intervalFigure(value: number, lower: number, upper: number): Figure {
  const figure = parseFigure(value, { role: "amount", path: FROM_HISTORY });
  return { ...figure, qualifier: "about", lower, upper };
}
