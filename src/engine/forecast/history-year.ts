import { exp, log } from "../elementary-functions.ts";
import type { RegularHistory } from "../history/history.ts";
import { benktander, bornhuetterFerguson } from "../methods/plan.ts";
import type { Knowledge } from "../report/knowledge.ts";
import { type Assumption, type PlanWeighted, scaledMember } from "./answer.ts";
import { combinedAssumptions } from "./assumptions.ts";
import type { Combination } from "./combination.ts";
import { type Distribution, scaledDistribution } from "./distribution.ts";
import { varianceShares } from "./forecast.ts";
import { forecastFromHistory, type HistoryForecast } from "./history-forecast.ts";
import type { JointForecast } from "./joint-forecast.ts";
import { forecastLevelYear } from "./level-year.ts";
import { credibility, membersOf } from "./plan-weighted.ts";
import { remainderDistribution } from "./remainder-distribution.ts";
import { samplePaths } from "./sample-paths.ts";
import { studentTQuantile } from "./student-t.ts";
import { type ReportedYear, reportedPeriods, type YearFrame, yearEvidence } from "./year-evidence.ts";
import { withoutSeason, type YearForecast } from "./year-forecast.ts";

/**
 * Surprises are scaled so that the paths' 80% interval of the remainder is the calibrated one. On development series
 * 76 to 82% of single months then lie in their intervals, and 80 to 83% of next years.
 */
const WIDE = 0.9;
const NORMAL_WIDE = 1.2815515655446004;

/** The forecast of a year by the tier `history`, with the coming periods as one distribution. */
export type HistoryYearForecast = YearForecast & { readonly joint: JointForecast };

/**
 * Forecast of a year from a history that ends with its last reported period, `horizon` periods ahead, at least to the
 * year's end: flows and indices of positive amounts in logs, the others, and stocks, by {@link forecastLevelYear}.
 * Undefined where an earlier tier says more.
 */
export function forecastHistoryYear(
  frame: YearFrame,
  year: ReportedYear,
  history: RegularHistory,
  knowledge: Knowledge,
  horizon: number,
): HistoryYearForecast | undefined {
  const { aggregation, position, indicatorClass } = frame;
  if (aggregation === "last" || !history.values.every((value) => value > 0))
    return forecastLevelYear(frame, year, history, knowledge, horizon);
  const isMean = aggregation === "average";
  const known = isMean
    ? { ...knowledge, priors: withoutSeason(knowledge.priors, indicatorClass) }
    : knowledge;
  const remaining = position.periodsPerYear - position.elapsed;
  const evidence = { ...yearEvidence(frame, year), history };
  const forecast = forecastFromHistory(evidence, known, Math.max(horizon, remaining));
  if (forecast === undefined) return undefined;
  const { combination } = forecast;
  const booked = evidence.ytd;
  const perYear = isMean ? position.periodsPerYear : 1;
  const distributionOf = (from: Combination): Distribution =>
    scaledDistribution(remainderDistribution({ booked, ...from }), perYear);
  return {
    tier: "history",
    distribution: distributionOf(combination),
    members: membersOf(forecast.known, combination).map((member) => scaledMember(member, perYear)),
    assumptions: assumptionsOf(frame, forecast, history),
    ...planWeightedOf(forecast, knowledge, frame, distributionOf, perYear),
    remainderScale: combination.scale,
    degreesOfFreedom: combination.degreesOfFreedom,
    monthScale: 0,
    varianceShares: varianceShares(combination),
    joint: jointForecast(forecast, { remaining, reported: reportedPeriods(frame, history) }),
    remarks: forecast.remarks,
  };
}

/** The paths of the methods by their weights, and a sample around it that agrees with the remainder's distribution. */
export function jointForecast(
  { members, combination }: HistoryForecast,
  { remaining, reported }: Pick<JointForecast, "remaining" | "reported">,
): JointForecast {
  const horizon = members.impulse.length;
  const logPath = new Float64Array(horizon);
  let total = 0;
  for (const { name, logPath: own } of members.paths) {
    const weight = combination.members.find((member) => member.name === name)?.weight ?? 0;
    total += weight;
    for (let step = 0; step < horizon; step++)
      logPath[step] = (logPath[step] as number) + weight * (own[step] as number);
  }
  const central = logPath.map((log) => exp(log / total));
  let sum = 0;
  for (let step = 0; step < remaining; step++) sum += central[step] as number;
  const factor = exp(combination.logRemainder) / sum;
  for (let step = 0; step < horizon; step++) central[step] = (central[step] as number) * factor;
  const { scale, degreesOfFreedom } = combination;
  const deviation = (scale * studentTQuantile(WIDE, degreesOfFreedom)) / NORMAL_WIDE;
  // A history that repeats itself exactly has no surprises: its paths differ by their level alone.
  const widening = members.remainderDeviation > 0 ? deviation / members.remainderDeviation : 0;
  const paths = samplePaths({
    logPath: central.map(log),
    impulse: members.impulse,
    sigma: members.sigma * widening,
    remaining,
    logRemainder: combination.logRemainder,
    scale,
    degreesOfFreedom,
  });
  return { horizon, remaining, paths, central, reported };
}

function assumptionsOf(
  { indicatorClass, observesTet }: YearFrame,
  { combination, calendarEstimates }: HistoryForecast,
  { values }: RegularHistory,
): readonly Assumption[] {
  const list: Assumption[] = [
    {
      code: "historyLength",
      text: "periods of history that the methods are fitted to",
      value: values.length,
    },
    { code: "indicatorClass", text: `learned numbers of the class ${indicatorClass}` },
    ...combinedAssumptions(combination),
  ];
  const holiday = calendarEstimates.find(({ regressor }) => regressor === "holidayWeek");
  if (observesTet && holiday)
    list.push({
      code: "tetHolidayWeek",
      text: "log effect on a month of holding the whole Tet holiday week, taken out before fitting and put back",
      value: holiday.estimate,
    });
  else if (calendarEstimates.length > 0)
    list.push({
      code: "calendar",
      text: "lengths of months and their days of the week are taken out before fitting and put back",
    });
  return list;
}

/** With the plan as one more source, by the credibility of data and plan. */
function planWeightedOf(
  { known, combination }: HistoryForecast,
  { priors }: Knowledge,
  { indicatorClass }: YearFrame,
  distributionOf: (from: Combination) => Distribution,
  perYear: number,
): { readonly planWeighted?: PlanWeighted } {
  const planned =
    known.plan === undefined ? undefined : credibility(known, combination, priors.plans[indicatorClass]);
  if (planned === undefined || known.ytd <= 0) return {};
  const classic = { ytd: known.ytd, share: known.ownShare, plan: known.plan ?? 0 };
  return {
    planWeighted: {
      distribution: distributionOf(planned.combination),
      bornhuetterFerguson: bornhuetterFerguson(classic) / perYear,
      benktander: benktander(classic) / perYear,
      members: membersOf(known, planned.combination).map((member) => scaledMember(member, perYear)),
      assumptions: planned.assumptions,
    },
  };
}
