import { remainingLabels } from "../calendar/period.ts";
import { priorRemainder, remainderOf, remainingPeriods, type YearToDate } from "./year-to-date.ts";

export interface PeriodAmount {
  readonly period: string;
  readonly value: number;
}

/**
 * What the rest of the year must bring to reach a target, in every reading that the known figures allow. The
 * readings can disagree in tone (more than the pace so far, yet less than last year's same months grew), so
 * they are always given together.
 */
export interface RequiredRunRate {
  /** Each remaining period, evenly: an amount for sums, the needed mean for averages, the addition for stocks. */
  readonly perPeriod: number;
  /** `perPeriod` over what each elapsed period brought. */
  readonly ratioToPace?: number;
  /** The remainder over what the season makes usual after such a start. */
  readonly ratioToSeasonalPace?: number;
  /** Growth that the remaining periods need on last year's same periods, a fraction. */
  readonly growthOnLastYear?: number;
  /** `growthOnLastYear` less the growth so far, a fraction: -0.031 leaves 3.1 points of slack. */
  readonly accelerationPoints?: number;
  readonly perWorkingDay?: number;
  /** The remainder spread over the remaining periods as the season usually does. */
  readonly seasonalPath: readonly PeriodAmount[];
}

/**
 * Required run rate of a target that is not reached yet; undefined once it is reached or the year is over.
 * Amounts are in the unit of the question.
 *
 * @param workingDays working days of the remaining periods, where they should be counted
 * @see METHODS 2.1 of the design papers; growth needed with unequal seasons is
 *   ((1 + planGrowth) - s (1 + growth)) / (1 - s) - 1 with s last year's cumulative share
 */
export function requiredRunRate(
  year: YearToDate,
  target: number,
  workingDays?: number,
): RequiredRunRate | undefined {
  const remaining = remainingPeriods(year);
  const gap = remainderOf(year, target);
  if (remaining === 0 || gap <= 0) return undefined;
  const perPeriod = gap / remaining;
  const flow = year.aggregation !== "last";
  const pace = year.aggregation === "average" ? year.ytd : year.ytd / year.position.elapsed;
  const seasonal = flow ? seasonalRemainder(year) : undefined;
  const lastYear = priorRemainder(year);
  const growthOnLastYear = lastYear === undefined ? undefined : gap / lastYear - 1;
  return {
    perPeriod,
    ...(flow && pace > 0 && { ratioToPace: perPeriod / pace }),
    ...(seasonal !== undefined && seasonal > 0 && { ratioToSeasonalPace: gap / seasonal }),
    ...(growthOnLastYear !== undefined && { growthOnLastYear }),
    ...(growthOnLastYear !== undefined &&
      year.growth !== undefined && { accelerationPoints: growthOnLastYear - year.growth }),
    ...(year.aggregation === "sum" && workingDays && { perWorkingDay: gap / workingDays }),
    seasonalPath: spread(year, gap),
  };
}

/** The remainder that follows from the year to date when the season is the usual one. */
function seasonalRemainder({ aggregation, position, ytd, cumulativeShare }: YearToDate): number {
  const booked = aggregation === "average" ? ytd * position.elapsed : ytd;
  return (booked * (1 - cumulativeShare)) / cumulativeShare;
}

/**
 * A remainder spread over the remaining periods: by season for sums and averages, evenly for stocks.
 * The values add up to `remainder`.
 */
export function spread(year: YearToDate, remainder: number): readonly PeriodAmount[] {
  const labels = remainingLabels(year.position);
  return labels.map((period, step) => ({
    period,
    value: remainder * (year.aggregation === "last" ? 1 / labels.length : (year.remainderWeights[step] ?? 0)),
  }));
}
