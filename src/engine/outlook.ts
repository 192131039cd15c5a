import { fullYearAnswer } from "./forecast/full-year-answer.ts";
import { ownSeason, partUpTo, weightsFrom } from "./forecast/own-season.ts";
import { remainderWeights } from "./forecast/remainder-weights.ts";
import { reportForecast } from "./forecast/report-forecast.ts";
import type { Outlook } from "./outlook-types.ts";
import type { Question } from "./question.ts";
import { questionEcho } from "./question-echo.ts";
import type { Knowledge } from "./report/knowledge.ts";
import { type ReportReading, readReport } from "./report/read-report.ts";
import { remarks } from "./report/remarks.ts";
import { attainment, certainty } from "./target/attainment.ts";
import { scenarioAnswers } from "./target/scenario-answers.ts";
import { standardScenarios } from "./target/standard-scenarios.ts";
import { type RunRateTarget, targetRates } from "./target/target-rates.ts";
import type { YearToDate } from "./target/year-to-date.ts";

/** Targets with what they ask of the rest of the year, without a forecast. */
export type RunRateOutlook = Pick<Outlook, "question" | "figures" | "coherence" | "notes"> & {
  readonly targets: readonly RunRateTarget[];
};

/**
 * Everything about one indicator's year: figures and whether they agree, the forecast, every target, scenarios.
 * The same question gives the same answer on every machine.
 * @throws EngineError when a question has no answer, naming the field
 */
export function outlook(question: Question, knowledge: Knowledge): Outlook {
  const reading = readReport(question, knowledge);
  const year = yearToDate(question, reading, knowledge);
  const rates = targetRates(question, reading, year, knowledge.tet);
  const { forecast, history, notes: noticed } = reportForecast(question, reading, knowledge);
  const { scenarios, notes } = scenarioAnswers(
    year,
    [...standardScenarios(year, reading), ...question.scenarios],
    forecast?.distribution,
    reading.targets[0]?.value,
  );
  const sureOf = certainty(reading.reportedYtd, reading.figures.ytd);
  return {
    question: questionEcho(question, reading.basis),
    figures: reading.figures,
    coherence: reading.coherence,
    forecast: fullYearAnswer(question, reading, year, forecast, history),
    targets: rates.map((target) => attainment(target, year, forecast, sureOf)),
    scenarios,
    notes: [
      ...noticed,
      ...(forecast?.planWeighted ? [{ code: "planNotInProbability", values: {} } as const] : []),
      ...(forecast?.askFor ? [{ code: "moreWouldHelp", values: { figure: forecast.askFor } } as const] : []),
      ...notes,
    ],
  };
}

/** The part of an outlook that needs no forecast: what each target asks of every remaining period. */
export function runRates(question: Question, knowledge: Knowledge): RunRateOutlook {
  const reading = readReport(question, knowledge);
  const year = yearToDate(question, reading, knowledge);
  return {
    question: questionEcho(question, reading.basis),
    figures: reading.figures,
    coherence: reading.coherence,
    targets: targetRates(question, reading, year, knowledge.tet),
    notes: [...reading.notes, ...remarks(question, reading, knowledge)],
  };
}

function yearToDate(
  question: Question,
  { year, cumulativeShare, history, canFall }: ReportReading,
  knowledge: Knowledge,
): YearToDate {
  const { ytd, priorYtd, priorFullYear } = year;
  const { elapsed, periodsPerYear } = question.position;
  const season =
    history && question.aggregation === "sum" && elapsed < periodsPerYear
      ? ownSeason(question, knowledge, history.ask)
      : undefined;
  const growth = year.growth ?? (priorYtd !== undefined && priorYtd > 0 ? ytd / priorYtd - 1 : undefined);
  return {
    position: question.position,
    aggregation: question.aggregation,
    ytd,
    ...(growth !== undefined && { growth }),
    ...(priorYtd !== undefined && { priorYtd }),
    ...(priorFullYear !== undefined && { priorFullYear }),
    ...(canFall && { canFall }),
    remainderWeights: season ? weightsFrom(season, elapsed) : remainderWeights(question, knowledge),
    cumulativeShare: season ? partUpTo(season, elapsed) : cumulativeShare,
  };
}
