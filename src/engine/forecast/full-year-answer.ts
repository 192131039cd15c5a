import type { ForecastAnswerParts, IntervalAnswer, PlanWeighted, QuantileAnswer } from "../outlook-types.ts";
import type { Question } from "../question.ts";
import type { ReportReading } from "../report/read-report.ts";
import type { YearToDate } from "../target/year-to-date.ts";
import type { Distribution } from "./distribution.ts";
import { forecastPath } from "./path.ts";
import type { YearForecast } from "./year-forecast.ts";

/** The quantile levels of every forecast: deciles of interest, both tails, the quartiles. */
export const QUANTILE_LEVELS = [0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975] as const;

/** The forecast as it is answered; a complete year is its own forecast. */
export function fullYearAnswer(
  question: Question,
  { year: reported }: ReportReading,
  year: YearToDate,
  forecast: YearForecast | undefined,
): ForecastAnswerParts {
  const growthOf = (fullYear: number) =>
    year.priorFullYear !== undefined &&
    year.priorFullYear > 0 && { growth: fullYear / year.priorFullYear - 1 };
  const path = forecastPath(year, {
    median: year.ytd,
    remainderScale: 0,
    degreesOfFreedom: 1,
    monthScale: 0,
    ...(forecast && { ...forecast, median: forecast.distribution.median }),
  });
  if (!forecast)
    return {
      tier: "complete",
      median: year.ytd,
      ...growthOf(year.ytd),
      quantiles: [],
      intervals: [],
      path,
      members: [],
      assumptions: [],
    };
  const { distribution, planWeighted } = forecast;
  return {
    tier: forecast.tier,
    median: distribution.median,
    ...growthOf(distribution.median),
    ...spreadOf(distribution, question.levels),
    path,
    members: forecast.members,
    assumptions: forecast.assumptions,
    ...(forecast.varianceShares && { varianceShares: forecast.varianceShares }),
    ...(planWeighted &&
      reported.plan !== undefined && {
        planWeighted: planWeightedAnswer(planWeighted, reported.plan, question.levels),
      }),
    ...(forecast.askFor !== undefined && { askFor: forecast.askFor }),
  };
}

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

function spreadOf(
  distribution: Distribution,
  levels: readonly number[],
): { readonly quantiles: readonly QuantileAnswer[]; readonly intervals: readonly IntervalAnswer[] } {
  return {
    quantiles: QUANTILE_LEVELS.map((quantileLevel) => ({
      quantileLevel,
      value: distribution.quantile(quantileLevel),
    })),
    intervals: levels.map((level) => ({
      level,
      lower: distribution.quantile((1 - level) / 2),
      upper: distribution.quantile((1 + level) / 2),
    })),
  };
}
