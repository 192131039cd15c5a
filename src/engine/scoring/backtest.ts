import { lastOrdinal, positionThrough } from "../calendar/period.ts";
import type { Distribution } from "../forecast/distribution.ts";
import type { YearFrame } from "../forecast/year-evidence.ts";
import { reportedByHistory } from "../forecast/year-evidence.ts";
import type { PeriodOrdinal, RegularHistory } from "../history/history.ts";
import type { Backtest, BacktestYear } from "../outlook-types.ts";
import { crpsOfQuantiles, SCORED_LEVELS } from "./crps.ts";

/** Earlier years that are forecast again, the latest ones: each costs as much as the forecast itself. */
export const MOST_YEARS = 8;
/** The level of the interval that is hit or missed. */
export const BACKTEST_LEVEL = 0.8;

/** The forecast of the full year from a history that ends with the frame's last reported period. */
export type YearForecaster = (frame: YearFrame, history: RegularHistory) => Distribution | undefined;

/**
 * How the forecast would have done at the same period of each earlier complete year: forecast from what the history
 * told by then, as it is known today, and what came. Undefined where no earlier year has enough history before it.
 */
export function backtest(
  frame: YearFrame,
  history: RegularHistory,
  forecast: YearForecaster,
): Backtest | undefined {
  const { position } = frame;
  const period = position.periodsPerYear;
  const years: BacktestYear[] = [];
  for (let year = position.year - MOST_YEARS; year < position.year; year++) {
    const now = lastOrdinal({ ...position, year });
    const end = (year + 1) * period - 1;
    if (now - history.first < period || end >= history.first + history.values.length) continue;
    if (isFilled(history, year * period, end)) continue;
    const then = truncated(history, now);
    const ofYear = { ...frame, position: { ...position, year } };
    const distribution = forecast(ofYear, then);
    if (distribution === undefined) continue;
    const came = reportedByHistory(
      { ...frame, position: positionThrough(end, position) },
      truncated(history, end),
    ).ytd;
    years.push(scoredYear(year, distribution, came));
  }
  if (years.length === 0) return undefined;
  const percentErrors = years.flatMap(({ percentError }) => percentError ?? []);
  return {
    elapsed: position.elapsed,
    years,
    coverage: meanOf(years.map(({ inside }) => (inside ? 1 : 0))),
    meanCrps: meanOf(years.map(({ crps }) => crps)),
    ...(percentErrors.length > 0 && { meanAbsolutePercentError: meanOf(percentErrors.map(Math.abs)) }),
  };
}

/** Whether any of these periods was filled in: what came is not known then. */
const isFilled = ({ filled, first }: RegularHistory, from: PeriodOrdinal, through: PeriodOrdinal): boolean =>
  filled.some((index) => first + index >= from && first + index <= through);

const meanOf = (scores: readonly number[]): number =>
  scores.reduce((sum, score) => sum + score, 0) / scores.length;

function truncated(history: RegularHistory, last: number): RegularHistory {
  const length = last - history.first + 1;
  return {
    ...history,
    values: history.values.slice(0, length),
    filled: history.filled.filter((index) => index < length),
  };
}

function scoredYear(fiscalYear: number, distribution: Distribution, fullYear: number): BacktestYear {
  const lower = distribution.quantile((1 - BACKTEST_LEVEL) / 2);
  const upper = distribution.quantile((1 + BACKTEST_LEVEL) / 2);
  return {
    fiscalYear,
    median: distribution.median,
    lower,
    upper,
    level: BACKTEST_LEVEL,
    fullYear,
    inside: lower <= fullYear && fullYear <= upper,
    ...(fullYear > 0 && { percentError: (fullYear - distribution.median) / fullYear }),
    crps: crpsOfQuantiles({
      quantiles: SCORED_LEVELS.map((level) => distribution.quantile(level)),
      observed: fullYear,
    }),
  };
}
