import type { Note } from "../note.ts";
import type { Question } from "../question.ts";
import type { Knowledge } from "../report/knowledge.ts";
import type { ReportReading } from "../report/read-report.ts";
import { remarks } from "../report/remarks.ts";
import { type HistoryOutlook, historyOutlook } from "./history-outlook.ts";
import { forecastYear, type YearForecast } from "./year-forecast.ts";

/** Where the year of a report will probably end, and what was noticed on the way. */
export interface ReportForecast {
  /** Absent once the year is complete: it ends at what was reported. */
  readonly forecast?: YearForecast;
  readonly history: HistoryOutlook;
  readonly notes: readonly Note[];
}

/**
 * The forecast of a report that was read, by the richest tier that its figures allow.
 * @throws EngineError notEnoughKnown when nothing can be said of the rest of the year
 */
export function reportForecast(
  question: Question,
  reading: ReportReading,
  knowledge: Knowledge,
): ReportForecast {
  const { elapsed, periodsPerYear } = question.position;
  const history = historyOutlook(question, reading, knowledge);
  return {
    ...(elapsed < periodsPerYear && {
      forecast: history.forecast ?? forecastYear(question, reading.year, knowledge),
    }),
    history,
    notes: [
      // What was filled in for the figures is told again by the history, which may have filled in more.
      ...reading.notes.filter(({ code }) => history.notes.every((note) => note.code !== code)),
      ...remarks(question, reading, knowledge),
      ...history.notes,
    ],
  };
}
