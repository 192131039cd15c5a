import { elapsedMonths } from "./calendar/period.ts";
import { workingDays } from "./calendar/working-days.ts";
import { remainderWeights } from "./forecast/remainder-weights.ts";
import { forecastYear, type YearForecast } from "./forecast/year-forecast.ts";
import { forecastAnswer } from "./forecast-answer.ts";
import type { Note } from "./note.ts";
import type { Outlook, TargetAnswer } from "./outlook-types.ts";
import type { Question } from "./question.ts";
import { questionEcho } from "./question-echo.ts";
import type { Knowledge } from "./report/knowledge.ts";
import { type ReportReading, readReport } from "./report/read-report.ts";
import { remarks } from "./report/remarks.ts";
import type { ResolvedTarget } from "./report/targets.ts";
import { attainmentStatus } from "./target/attainment-status.ts";
import { requiredRunRate } from "./target/required-run-rate.ts";
import { type Scenario, scenario } from "./target/scenario.ts";
import { standardScenarios } from "./target/standard-scenarios.ts";
import { remainderOf, type YearToDate } from "./target/year-to-date.ts";

/** Targets with what they ask of the rest of the year, without a forecast. */
export type RunRateOutlook = Pick<Outlook, "question" | "figures" | "coherence" | "notes"> & {
  readonly targets: readonly RunRateTarget[];
};
export type RunRateTarget = Omit<
  TargetAnswer,
  "projectedAttainment" | "attainmentProbability" | "planWeightedProbability" | "status"
>;

/**
 * Everything about one indicator's year: figures and whether they agree, the forecast, every target, scenarios.
 * The same question gives the same answer on every machine.
 * @throws EngineError when a question has no answer, naming the field
 */
export function outlook(question: Question, knowledge: Knowledge): Outlook {
  const reading = readReport(question, knowledge);
  const year = yearToDate(question, reading, knowledge);
  const rates = targetRates(question, reading, year, knowledge);
  const isComplete = question.position.elapsed === question.position.periodsPerYear;
  const forecast = isComplete ? undefined : forecastYear(question, reading.year, knowledge);
  const { scenarios, notes } = scenariosOf(question, reading, year, forecast);
  return {
    question: questionEcho(question, reading.inSharesOfTarget),
    figures: reading.figures,
    coherence: reading.coherence,
    forecast: forecastAnswer(question, reading, year, forecast),
    targets: rates.map((target) => attainment(target, year, forecast)),
    scenarios,
    notes: [
      ...reading.notes,
      ...remarks(question, reading, knowledge),
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
    question: questionEcho(question, reading.inSharesOfTarget),
    figures: reading.figures,
    coherence: reading.coherence,
    targets: targetRates(question, reading, year, knowledge),
    notes: [...reading.notes, ...remarks(question, reading, knowledge)],
  };
}

function yearToDate(
  question: Question,
  { year, cumulativeShare }: ReportReading,
  knowledge: Knowledge,
): YearToDate {
  const { ytd, priorYtd, priorFullYear } = year;
  const growth = year.growth ?? (priorYtd !== undefined && priorYtd > 0 ? ytd / priorYtd - 1 : undefined);
  return {
    position: question.position,
    aggregation: question.aggregation,
    ytd,
    ...(growth !== undefined && { growth }),
    ...(priorYtd !== undefined && { priorYtd }),
    ...(priorFullYear !== undefined && { priorFullYear }),
    remainderWeights: remainderWeights(question, knowledge),
    cumulativeShare,
  };
}

function targetRates(
  question: Question,
  { targets, year: reported }: ReportReading,
  year: YearToDate,
  { tet }: Knowledge,
): readonly RunRateTarget[] {
  if (targets.length === 0) return [];
  const { position, observesTet, aggregation } = question;
  const days =
    aggregation === "sum" && position.elapsed < position.periodsPerYear
      ? workingDays(
          position,
          elapsedMonths(position),
          11,
          observesTet ? tetDates(position.year, tet.dates) : undefined,
        )
      : undefined;
  const best = Math.max(
    0,
    ...reported.past.map(({ ytd, fullYear }) => remainderOf({ ...year, ytd }, fullYear)),
  );
  return targets.map((target) => {
    const rate = requiredRunRate(year, target.value, days);
    const feasibility = best > 0 &&
      rate && { bestRemainder: best, ratioToBest: remainderOf(year, target.value) / best };
    return {
      ...target,
      gapToTarget: target.value - year.ytd,
      attainment: year.ytd / target.value,
      ...(rate && { requiredRunRate: { ...rate, ...(feasibility && { feasibility }) } }),
    };
  });
}

const tetDates = (year: number, dates: Readonly<Record<string, string>>): readonly string[] =>
  [dates[year], dates[year + 1]].filter((date) => date !== undefined);

function attainment(
  target: RunRateTarget,
  year: YearToDate,
  forecast: YearForecast | undefined,
): TargetAnswer {
  if (!forecast) {
    const attained = year.ytd >= target.value;
    return {
      ...target,
      projectedAttainment: target.attainment,
      attainmentProbability: attained ? 1 : 0,
      status: attained ? "attained" : "missed",
    };
  }
  const probability = forecast.distribution.survival(target.value);
  const isBooked = year.aggregation !== "last" && remainderOf(year, target.value) <= 0;
  return {
    ...target,
    projectedAttainment: forecast.distribution.median / target.value,
    attainmentProbability: probability,
    ...(forecast.planWeighted && {
      planWeightedProbability: forecast.planWeighted.distribution.survival(target.value),
    }),
    status: attainmentStatus({ probability, decided: isBooked ? "attained" : undefined }),
  };
}

function scenariosOf(
  question: Question,
  { targets, plannedGrowth }: ReportReading,
  year: YearToDate,
  forecast: YearForecast | undefined,
): { readonly scenarios: readonly Scenario[]; readonly notes: readonly Note[] } {
  const asked = [...standardScenarios(year, { plannedGrowth, targets }), ...question.scenarios];
  const primary: ResolvedTarget | undefined = targets[0];
  const scenarios: Scenario[] = [];
  const notes: Note[] = [];
  for (const ask of asked) {
    const result = forecast
      ? scenario(
          year,
          ask,
          { median: forecast.distribution.median, survival: forecast.distribution.survival },
          primary?.value,
        )
      : "yearComplete";
    if (typeof result !== "string") scenarios.push(result);
    else notes.push({ code: "scenarioNotPossible", values: { scenario: ask.name, obstacle: result } });
  }
  return { scenarios, notes };
}
