import { lastOrdinal } from "../calendar/period.ts";
import type { Question, ReportAsk } from "../question.ts";
import type { ReportReading } from "../report/read-report.ts";
import type { HistoryAsk } from "./history.ts";

/**
 * The history that a question tells: its own, carried on to the last reported period where only the year to date is
 * known of the latest ones, or else the years to date of its reports, irregular months allowed. Undefined where
 * neither is there.
 */
export function toldHistory(question: Question, reading: ReportReading): HistoryAsk | undefined {
  const isMean = question.aggregation === "average";
  if (reading.history) {
    const { ask, reachesThrough } = reading.history;
    const added = isMean && ask.isCumulative ? meansAdded(ask) : ask;
    const booked = reading.year.ytd * (isMean ? question.position.elapsed : 1);
    return reachesThrough ? added : carriedOn(question, added, booked);
  }
  return question.aggregation === "sum" ? fromReports(question, reading) : undefined;
}

/** Means of the year to date as sums. */
function meansAdded(ask: HistoryAsk): HistoryAsk {
  const { first, periodsPerYear, values } = ask;
  const added = values.map((mean, i) => mean && mean * (((first + i) % periodsPerYear) + 1));
  return { ...ask, values: added };
}

/** What the year to date leaves for the periods after the history, spread as the same periods of last year were. */
function carriedOn({ position }: Question, ask: HistoryAsk, ytd: number): HistoryAsk | undefined {
  const last = lastOrdinal(position);
  if (ask.isCumulative) {
    const untold = last - ask.first - ask.values.length;
    const gap = Array.from({ length: untold }, () => undefined);
    return { ...ask, values: [...ask.values, ...gap, ytd] };
  }
  const period = ask.periodsPerYear;
  const yearStart = position.year * period - ask.first;
  const ofYear = ask.values.slice(Math.max(0, yearStart));
  if (yearStart < 0 || ofYear.includes(undefined)) return undefined;
  const left = ofYear.reduce<number>((rest, value) => rest - (value ?? 0), ytd);
  const missing = last - ask.first - ask.values.length + 1;
  const before = Array.from({ length: missing }, (_, step) => ask.values[ask.values.length + step - period]);
  const total = before.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  const areUsable = before.every((value) => value !== undefined && value > 0);
  const spread = before.map((value) => left * (areUsable ? (value as number) / total : 1 / missing));
  return { ...ask, values: [...ask.values, ...spread] };
}

/** Years to date by period, the latest publication of each. */
function fromReports({ reports, position, asOf }: Question, { year }: ReportReading): HistoryAsk | undefined {
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
