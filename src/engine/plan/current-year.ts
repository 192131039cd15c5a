import { EngineError } from "../engine-error.ts";
import type { Distribution } from "../forecast/distribution.ts";
import { reportForecast } from "../forecast/report-forecast.ts";
import type { Note } from "../note.ts";
import type { ForecastAnswerParts } from "../outlook-types.ts";
import type { Question } from "../question.ts";
import type { Knowledge } from "../report/knowledge.ts";
import { type ReportReading, readReport } from "../report/read-report.ts";
import type { YearLevel } from "./year-levels.ts";

/** The running year: its report after it was read, and where the year will probably end. */
export interface CurrentYear {
  readonly question: Question;
  readonly reading: ReportReading;
  /** Absent once the year is complete: it ends at what was reported. */
  readonly distribution?: Distribution;
  readonly tier: ForecastAnswerParts["tier"];
  readonly notes: readonly Note[];
}

/**
 * The report of the running year with the full years that the plan knows beside it, and its forecast.
 * @throws EngineError notEnoughKnown when the report has no amount, or nothing can be forecast
 */
export function currentYear(
  report: Question,
  levels: ReadonlyMap<number, YearLevel>,
  knowledge: Knowledge,
): CurrentYear {
  const question = withFullYears(report, levels);
  const reading = readReport(question, knowledge);
  if (reading.basis !== undefined)
    throw new EngineError(
      "notEnoughKnown",
      "ytd",
      "the report of this year tells no amount that could be set against the plan's levels",
      "give ytd, or the annual target as an amount beside shareOfTarget",
    );
  const { forecast, notes } = reportForecast(question, reading, knowledge);
  return {
    question,
    reading,
    ...(forecast && { distribution: forecast.distribution }),
    tier: forecast?.tier ?? "complete",
    notes,
  };
}

/** The known full years as reports of their last periods, where no report tells them. */
export function withFullYears(report: Question, levels: ReadonlyMap<number, YearLevel>): Question {
  const { position, reports } = report;
  const isTold = (year: number): boolean =>
    reports.some(
      (each) =>
        each.ytd && each.position.year === year && each.position.elapsed === each.position.periodsPerYear,
    );
  const fullYears = [...levels.values()]
    .filter(({ fiscalYear }) => fiscalYear < position.year && !isTold(fiscalYear))
    .map(({ fiscalYear, figure }) => ({
      position: { ...position, year: fiscalYear, elapsed: position.periodsPerYear },
      ytd: figure,
    }));
  return { ...report, reports: [...reports, ...fullYears] };
}
