import type { RegularHistory } from "../history/history.ts";
import type { Knowledge } from "../report/knowledge.ts";
import type { Assumption } from "./answer.ts";
import { scaledDistribution } from "./distribution.ts";
import type { HistoryYearForecast } from "./history-year.ts";
import { type LevelHistoryForecast, levelHistoryForecast } from "./level-history.ts";
import { levelSamplePaths } from "./level-sample-paths.ts";
import { type ReportedYear, reportedPeriods, type YearFrame } from "./year-evidence.ts";

/**
 * The tier of regular history for stocks, and for flows and indices that have known zeros or amounts below zero: the
 * same methods fitted to the amounts themselves. Undefined where the history is too short or repeats itself exactly.
 */
export function forecastLevelYear(
  frame: YearFrame,
  year: ReportedYear,
  history: RegularHistory,
  { levels: priors }: Pick<Knowledge, "levels">,
  horizon: number,
): HistoryYearForecast | undefined {
  const { position } = frame;
  const remaining = position.periodsPerYear - position.elapsed;
  const isMean = frame.aggregation === "average";
  const divisor = isMean ? position.periodsPerYear : 1;
  const aggregation = frame.aggregation === "last" ? "last" : "sum";
  const booked = isMean ? year.ytd * position.elapsed : year.ytd;
  const forecast = levelHistoryForecast({
    history,
    remaining,
    horizon: Math.max(horizon, remaining),
    aggregation,
    booked,
    priors,
  });
  if (forecast === undefined) return undefined;
  const { path, scale, degreesOfFreedom } = forecast;
  return {
    tier: "history",
    distribution: scaledDistribution(forecast.distribution, divisor),
    members: forecast.members.map((member) => ({ ...member, fullYear: member.fullYear / divisor })),
    assumptions: assumptionsOf(forecast, history),
    remainderScale: scale,
    degreesOfFreedom,
    monthScale: 0,
    varianceShares: varianceShares(forecast),
    joint: {
      horizon: path.values.length,
      remaining,
      paths: levelSamplePaths({ path, remaining, aggregation, scale, degreesOfFreedom }),
      central: path.values,
      reported: reportedPeriods(frame, history),
    },
    remarks: [],
  };
}

/** How far the methods lie apart against all of the spread, by their variances. */
function varianceShares(forecast: LevelHistoryForecast): NonNullable<HistoryYearForecast["varianceShares"]> {
  const { members, scale, degreesOfFreedom, path, distribution } = forecast;
  const mean = members.reduce((sum, { weight, fullYear }) => sum + weight * fullYear, 0);
  const between = members.reduce((sum, { weight, fullYear }) => sum + weight * (fullYear - mean) ** 2, 0);
  const own = path.isLog ? scale * distribution.median : scale;
  const all = Math.max(between, (own * own * degreesOfFreedom) / (degreesOfFreedom - 2));
  return { disagreement: between / all, noise: 1 - between / all };
}

function assumptionsOf(
  { path, scale, degreesOfFreedom }: LevelHistoryForecast,
  { values }: RegularHistory,
): readonly Assumption[] {
  return [
    {
      code: "historyLength",
      text: "periods of history that the methods are fitted to",
      value: values.length,
    },
    {
      code: "fittedTo",
      text: path.isLog
        ? "the methods are fitted to logs"
        : "the methods are fitted to the amounts themselves",
    },
    {
      code: "scale",
      text: path.isLog ? "scale of the log of the last value" : "scale of what is still to come, in the unit",
      value: scale,
    },
    { code: "degreesOfFreedom", text: "degrees of freedom of Student's t", value: degreesOfFreedom },
  ];
}
