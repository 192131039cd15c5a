import { periodLabel } from "../calendar/period.ts";
import type { HistoryAsk } from "../history/history.ts";
import type { ForecastAnswerParts, PathPeriod, PlanWeighted } from "../outlook-types.ts";
import type { Question } from "../question.ts";
import type { ReportReading } from "../report/read-report.ts";
import type { YearToDate } from "../target/year-to-date.ts";
import type { HistoryOutlook } from "./history-outlook.ts";
import { type ContinuedYear, jointPath, jointQuarters, nextFullYear } from "./joint-path.ts";
import { withLastYear } from "./last-year-path.ts";
import { forecastPath } from "./path.ts";
import { spreadOf } from "./quantile-answers.ts";
import { toldYear } from "./told-year.ts";
import type { YearForecast } from "./year-forecast.ts";

/** Sums of the same amounts differ by less than this part where only the machine rounds. */
const ROUNDING = 1e-9;

/** The forecast as it is answered; a complete year is its own forecast. */
export function fullYearAnswer(
  question: Question,
  reading: ReportReading,
  year: YearToDate,
  forecast: YearForecast | undefined,
  history: HistoryOutlook,
): ForecastAnswerParts {
  const growthOf = (fullYear: number) =>
    year.priorFullYear !== undefined &&
    year.priorFullYear > 0 && { growth: fullYear / year.priorFullYear - 1 };
  const parts = partsByPeriod(question, reading, { year, forecast, history });
  if (!forecast)
    return {
      tier: "complete",
      median: year.ytd,
      ...growthOf(year.ytd),
      quantiles: [],
      intervals: [],
      ...parts,
      members: [],
      assumptions: [],
    };
  const { distribution, planWeighted } = forecast;
  return {
    tier: forecast.tier,
    median: distribution.median,
    ...growthOf(distribution.median),
    ...spreadOf(distribution, question.levels),
    ...parts,
    members: forecast.members,
    assumptions: forecast.assumptions,
    ...(forecast.varianceShares && { varianceShares: forecast.varianceShares }),
    ...(planWeighted &&
      reading.year.plan !== undefined && {
        planWeighted: planWeightedAnswer(planWeighted, reading.year.plan, question.levels),
      }),
    ...(forecast.askFor !== undefined && { askFor: forecast.askFor }),
  };
}

/** The way through the year and beyond: from the joint distribution of a history, or along the usual season. */
function partsByPeriod(
  question: Question,
  reading: ReportReading,
  {
    year,
    forecast,
    history: { joint, backtest },
  }: {
    readonly year: YearToDate;
    readonly forecast: YearForecast | undefined;
    readonly history: HistoryOutlook;
  },
): Pick<ForecastAnswerParts, "path" | "quarters" | "horizon" | "backtest"> {
  const tested = backtest && { backtest };
  const told = reading.history?.ask;
  const besideLastYear = (path: readonly PathPeriod[]) => withLastYear(path, year, told);
  if (!joint) {
    const [reported, ...coming] = seasonPath(year, forecast);
    const months = told && toldMonths(year, told);
    return { path: besideLastYear([...(months ?? (reported ? [reported] : [])), ...coming]), ...tested };
  }
  const { position, aggregation } = question;
  const continued: ContinuedYear = { position, aggregation, ytd: year.ytd };
  const quarters = jointQuarters(continued, joint);
  const next = nextFullYear(continued, joint, question.levels);
  return {
    path: besideLastYear(jointPath(continued, joint)),
    ...(quarters && { quarters }),
    ...(next && { horizon: { nextFullYear: next } }),
    ...tested,
  };
}

/** The reported periods one by one, where a history that is too short for its methods tells them all. */
function toldMonths(year: YearToDate, history: HistoryAsk): readonly PathPeriod[] | undefined {
  const { position, ytd } = year;
  const told = toldYear(history, year, 0).slice(0, position.elapsed);
  const through = told[position.elapsed - 1]?.cumulative;
  if (through === undefined || Math.abs(through - ytd) > ROUNDING * Math.abs(ytd)) return undefined;
  return told.map((amounts, index) => ({
    period: periodLabel(position, index),
    status: "actual",
    ...amounts,
  }));
}

const seasonPath = (year: YearToDate, forecast: YearForecast | undefined): readonly PathPeriod[] =>
  forecastPath(year, {
    median: year.ytd,
    remainderScale: 0,
    degreesOfFreedom: 1,
    monthScale: 0,
    ...(forecast && { ...forecast, median: forecast.distribution.median }),
  });

function planWeightedAnswer(
  {
    distribution,
    members,
    assumptions,
    bornhuetterFerguson,
    benktander,
  }: NonNullable<YearForecast["planWeighted"]>,
  plan: number,
  levels: readonly number[],
): PlanWeighted {
  return {
    plan,
    median: distribution.median,
    bornhuetterFerguson,
    benktander,
    ...spreadOf(distribution, levels),
    attainmentProbability: distribution.survival(plan),
    members,
    assumptions,
  };
}
