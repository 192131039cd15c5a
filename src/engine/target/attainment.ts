import type { Figure } from "../figure/figure.ts";
import type { YearForecast } from "../forecast/year-forecast.ts";
import { normalProbability } from "../normal-probability.ts";
import type { KnownFigure, TargetAnswer } from "../outlook-types.ts";
import { attainmentStatus } from "./attainment-status.ts";
import type { RunRateTarget } from "./target-rates.ts";
import { remainderOf, type YearToDate } from "./year-to-date.ts";

/** How sure it is that the reported amount itself is at least a value: 1, 0, or between for a hedged figure. */
export type Certainty = (value: number) => number;

/** Hedges under which the amount need not be what was written. */
const UNSURE: readonly Figure["qualifier"][] = ["nearly", "about", "atLeast", "atMost"];
/** What can be said of an amount with an open end: nothing either way. */
const EVEN = 0.5;

/** The standard normal quantile that bounds 80% around the middle, the interval of estimates. */
const NORMAL_80 = 1.2815515655446004;

/** The probability that a normal amount is at least `target`. */
function likelyAtLeast(target: number, { value, lower = value, upper = value }: KnownFigure): number {
  if (upper <= lower) return value >= target ? 1 : 0;
  return normalProbability(((value - target) * 2 * NORMAL_80) / (upper - lower));
}

/**
 * The certainty of a reported amount. A plain number, or "over" it, counts as written, since 860 reported against a
 * plan of 860 is a plan that was met; a hedged or derived one lies somewhere in its interval, and an estimated one may lie outside as well.
 */
export function certainty(reported: Figure | undefined, known: KnownFigure | undefined): Certainty {
  const value = known?.value ?? 0;
  if (reported && !UNSURE.includes(reported.qualifier)) return (target) => (value >= target ? 1 : 0);
  if (known?.origin === "estimated") return (target) => likelyAtLeast(target, known);
  const { lower, upper } = known ?? {};
  return (target) => {
    if (lower !== undefined && lower >= target) return 1;
    if (upper !== undefined && upper <= target) return upper === lower && upper === target ? 1 : 0;
    return lower === undefined || upper === undefined ? EVEN : (upper - target) / (upper - lower);
  };
}

/**
 * Probability and status of a target: of a complete year by what was reported, otherwise by the forecast. It is
 * attained once what is booked reaches it for sure; a stock, or a flow of either sign, can fall again and is never booked.
 */
export function attainment(
  target: RunRateTarget,
  year: YearToDate,
  forecast: YearForecast | undefined,
  sureOf: Certainty,
): TargetAnswer {
  if (!forecast) {
    const probability = sureOf(target.value);
    const decided = probability === 1 ? "attained" : probability === 0 ? "missed" : undefined;
    return {
      ...target,
      projectedAttainment: target.attainment,
      attainmentProbability: probability,
      status: attainmentStatus({ probability, decided }),
    };
  }
  const probability = forecast.distribution.survival(target.value);
  const isBooked =
    year.aggregation === "sum"
      ? !year.canFall && sureOf(target.value) === 1
      : year.aggregation === "average" && remainderOf(year, target.value) <= 0;
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
