import { lastOrdinal } from "../calendar/period.ts";
import type { Question, ReportAsk } from "../question.ts";
import type { ReportReading } from "../report/read-report.ts";
import type { HistoryAsk } from "./history.ts";

/** The part of a reading that a history is told by; `year.ytd` only where it is known. */
export interface ToldPart extends Pick<ReportReading, "history"> {
  readonly year: Partial<Pick<ReportReading["year"], "ytd" | "ytdDeviation">>;
}

/**
 * The history that a question tells: its own, with the year to date beside it, or else the years to date of its
 * reports, irregular months allowed. Undefined where neither is there, or the history ends too early.
 */
export function toldHistory(question: Question, reading: ToldPart): HistoryAsk | undefined {
  const isMean = question.aggregation === "average";
  if (reading.history) {
    const { ask, reachesThrough } = reading.history;
    const added = isMean && ask.isCumulative ? meansAdded(ask) : ask;
    const { ytd, ytdDeviation } = reading.year;
    // A year to date that was estimated from this history tells nothing besides it.
    if (ytd === undefined || ytdDeviation !== undefined) return reachesThrough ? added : undefined;
    const booked = ytd * (isMean ? question.position.elapsed : 1);
    return carriedOn(question, added, { booked, reachesThrough });
  }
  return question.aggregation === "sum" ? fromReports(question, reading) : undefined;
}

/** Means of the year to date as sums. */
function meansAdded(ask: HistoryAsk): HistoryAsk {
  const { first, periodsPerYear, values } = ask;
  const added = values.map((mean, i) => mean && mean * (((first + i) % periodsPerYear) + 1));
  return { ...ask, values: added };
}

/**
 * The history with the year to date beside it, which tells what periods of the year without a value have together;
 * undefined where periods at its end stay unknown even so.
 */
function carriedOn(
  { position, aggregation }: Question,
  ask: HistoryAsk,
  { booked, reachesThrough }: { readonly booked: number; readonly reachesThrough: boolean },
): HistoryAsk | undefined {
  const { first, values, isCumulative, periodsPerYear } = ask;
  const through = lastOrdinal(position);
  if (isCumulative || aggregation === "last") {
    if (reachesThrough) return ask;
    const untold = through - first - values.length;
    return { ...ask, values: [...values, ...new Array<undefined>(untold).fill(undefined), booked] };
  }
  const yearStart = position.year * periodsPerYear - first;
  const ofYear = values.slice(Math.max(0, yearStart));
  if (!reachesThrough && (yearStart < 0 || ofYear.includes(undefined))) return undefined;
  return { ...ask, yearToDate: { through, sum: booked } };
}

/** Years to date by period, the latest publication of each. */
function fromReports({ reports, position, asOf }: Question, { year }: ToldPart): HistoryAsk | undefined {
  const period = position.periodsPerYear;
  const last = lastOrdinal(position);
  const latest = new Map<number, ReportAsk>();
  for (const report of reports) {
    if (report.position.periodsPerYear !== period || !report.ytd) continue;
    if (asOf !== undefined && report.asOf !== undefined && report.asOf > asOf) continue;
    const ordinal = lastOrdinal(report.position);
    if (ordinal > last) continue;
    const known = latest.get(ordinal);
    if (known === undefined || (known.asOf ?? "") <= (report.asOf ?? "")) latest.set(ordinal, report);
  }
  if (latest.size === 0) return undefined;
  const values = new Map([...latest].map(([ordinal, { ytd }]) => [ordinal, ytd?.value]));
  values.set(last, year.ytd);
  const first = Math.min(...values.keys());
  return {
    periodsPerYear: period,
    first,
    values: Array.from({ length: last - first + 1 }, (_, i) => values.get(first + i)),
    isCumulative: true,
  };
}
