import { lastOrdinal } from "../calendar/period.ts";
import type { HistoryAsk, RegularHistory } from "../history/history.ts";
import { historyNote } from "../history/history-note.ts";
import { type PreparedHistory, regularHistory } from "../history/regular-history.ts";
import { toldHistory } from "../history/told-history.ts";
import { exponentialSmoothing } from "../methods/series/exponential-smoothing.ts";
import type { Note } from "../note.ts";
import type { Backtest } from "../outlook-types.ts";
import type { Question } from "../question.ts";
import type { Knowledge } from "../report/knowledge.ts";
import type { ReportReading } from "../report/read-report.ts";
import { backtest } from "../scoring/backtest.ts";
import { classMonthShares } from "./class-share.ts";
import { forecastHistoryYear, type HistoryYearForecast } from "./history-year.ts";
import type { JointForecast } from "./joint-forecast.ts";
import { inPeriods } from "./own-season.ts";
import { reportedByHistory, type YearFrame } from "./year-evidence.ts";

/** What regular history adds to an outlook; empty where none is told or it is too little. */
export interface HistoryOutlook {
  readonly forecast?: HistoryYearForecast;
  /** The coming periods: of the unfinished year, or of the next one where the year is complete. */
  readonly joint?: JointForecast;
  readonly backtest?: Backtest;
  readonly notes: readonly Note[];
}

/** The tier of regular history, or why it steps aside and what was asked in vain. */
export function historyOutlook(
  question: Question,
  reading: ReportReading,
  knowledge: Knowledge,
): HistoryOutlook {
  const answer = fromTold(question, reading, knowledge);
  return { ...answer, notes: [...answer.notes, ...inVain(question, answer)] };
}

function inVain(question: Question, { joint, backtest: tested }: HistoryOutlook): readonly Note[] {
  const { position, horizon = 0 } = question;
  const isBeyond = horizon > position.periodsPerYear - position.elapsed;
  return [
    ...(isBeyond && !joint ? [{ code: "horizonNeedsHistory", values: {} } as const] : []),
    ...(question.backtest && !tested ? [{ code: "backtestTooShort", values: {} } as const] : []),
  ];
}

function fromTold(question: Question, reading: ReportReading, knowledge: Knowledge): HistoryOutlook {
  const ask = toldHistory(question, reading);
  const endsEarlier: Note = { code: "historyNotUsed", values: { reason: "endsEarlier" } };
  if (ask === undefined) return { notes: reading.history ? [endsEarlier] : [] };
  const through = lastOrdinal(question.position);
  const prepared = regularHistory({ ask, through, usualShares: usualShares(question, knowledge) });
  const isTold = question.history !== undefined;
  if (typeof prepared === "string")
    return { notes: isTold && prepared !== "noFigures" ? [tooSparse(prepared)] : [] };
  const { history } = prepared;
  if (history.first + history.values.length - 1 !== through) return { notes: isTold ? [endsEarlier] : [] };
  return areFiguresEnough(ask, prepared)
    ? fromRegular(question, reading, knowledge, prepared)
    : { notes: isTold ? [tooSparse("tooFewFigures")] : [] };
}

const tooSparse = (reason: "tooManyGaps" | "tooFewFigures"): Note => ({
  code: "historyTooSparse",
  values: { reason },
});

/**
 * Years to date at some periods only make a history from more than this many figures a year on, and from as many as
 * two years have periods. Over the development set the shares of past years were better with three figures of months a
 * year, and in short histories with four; two are the year and the same part of it, which is all that shares need.
 */
const TOO_FEW_FIGURES_A_YEAR = { 12: 3.5, 4: 3 } as const;
const LEAST_YEARS_OF_FIGURES = 2;

function areFiguresEnough(
  { values, periodsPerYear }: HistoryAsk,
  { history, remarks }: PreparedHistory,
): boolean {
  if (remarks.every(({ code }) => code !== "sumsSpread")) return true;
  const figures = values.filter((value) => value !== undefined).length;
  const years = history.values.length / periodsPerYear;
  return (
    figures > TOO_FEW_FIGURES_A_YEAR[periodsPerYear] * years &&
    figures >= LEAST_YEARS_OF_FIGURES * periodsPerYear
  );
}

function fromRegular(
  question: Question,
  { year }: ReportReading,
  knowledge: Knowledge,
  { history, remarks }: PreparedHistory,
): HistoryOutlook {
  const { position, horizon = 0 } = question;
  const isComplete = position.elapsed === position.periodsPerYear;
  const frame: YearFrame = isComplete
    ? { ...question, position: { ...position, year: position.year + 1, elapsed: 0 } }
    : question;
  const forecast = isComplete
    ? nextYear(frame, history, knowledge, horizon)
    : forecastHistoryYear(frame, year, history, knowledge, horizon);
  const notes = [...remarks, ...(forecast?.remarks ?? [])].map((remark) => historyNote(remark, position));
  const isAsked = !isComplete || horizon > 0;
  if (isAsked && forecast === undefined) return { notes: [...notes, ...whyNot(question, history)] };
  const tested = question.backtest
    ? backtest(
        frame,
        history,
        (earlier, then) =>
          forecastHistoryYear(earlier, reportedByHistory(earlier, then), then, knowledge, 0)?.distribution,
      )
    : undefined;
  return {
    ...(forecast && { joint: forecast.joint, ...(!isComplete && { forecast }) }),
    ...(tested && { backtest: tested }),
    notes,
  };
}

/** The year after a complete one, forecast before its first period; its path is told as what follows. */
function nextYear(
  frame: YearFrame,
  history: RegularHistory,
  knowledge: Knowledge,
  horizon: number,
): HistoryYearForecast | undefined {
  if (horizon === 0) return undefined;
  const forecast = forecastHistoryYear(frame, reportedByHistory(frame, history), history, knowledge, horizon);
  if (forecast === undefined) return undefined;
  const { joint } = forecast;
  const reported = history.values.slice(-frame.position.periodsPerYear);
  return { ...forecast, joint: { ...joint, remaining: 0, reported } };
}

/** What each period of a fiscal year usually has of it, by the class; even for means and stocks. */
function usualShares({ aggregation, position, ...ofClass }: Question, { priors, tet }: Knowledge): number[] {
  const period = position.periodsPerYear;
  if (aggregation !== "sum") return new Array<number>(period).fill(1 / period);
  const year = { ...ofClass, fiscalYear: position.year, fiscalYearStart: position.startMonth };
  return inPeriods(classMonthShares(priors, year, tet), period);
}

function whyNot({ position }: Question, { values }: RegularHistory): readonly Note[] {
  const period = position.periodsPerYear;
  const needed = exponentialSmoothing.leastLength(period);
  if (values.length < needed)
    return [
      {
        code: "historyTooShort",
        values: { count: values.length, needed, unit: period === 12 ? "months" : "quarters" },
      },
    ];
  return values.every((value) => value > 0)
    ? []
    : [{ code: "historyNotUsed", values: { reason: "notPositive" } }];
}
