import { exp, log } from "../elementary-functions.ts";
import type { RegularHistory } from "../history/history.ts";
import type { SeriesMethodName } from "../methods/series/series-method.ts";
import { activeSeason } from "./active-season.ts";
import type { Distribution } from "./distribution.ts";
import { levelDistribution } from "./level-distribution.ts";
import { combineLevels } from "./level-members.ts";
import { remainderDistribution } from "./remainder-distribution.ts";

/** How far outcomes stray from the combined methods, as a multiple of the deviation that these claim. */
export interface LevelErrorPriors {
  readonly inflation: number;
  /** Degrees of freedom of Student's t. */
  readonly degreesOfFreedom: number;
}

/** Learned numbers of `data/priors/levels.json`. */
export interface LevelPriors {
  readonly flow: LevelErrorPriors;
  readonly stock: LevelErrorPriors;
  /** Stocks that are worked with in logs. */
  readonly logStock: LevelErrorPriors;
}

/** Amounts share one unit. */
export interface LevelHistoryAsk {
  readonly history: RegularHistory;
  /** Periods of the year still to come, at least 1. */
  readonly remaining: number;
  /** Periods to forecast, at least `remaining`. */
  readonly horizon: number;
  /** The year is the sum of its periods (flows) or the last of them (stocks). */
  readonly aggregation: "sum" | "last";
  /** Year to date of a flow; of no meaning for a stock. */
  readonly booked: number;
  readonly priors: LevelPriors;
}

/** The coming periods as the methods expect them, and how they may err. */
export interface LevelPath {
  /** Central path of amounts, one a period over the horizon. */
  readonly values: Float64Array;
  /** The periods (0 is the next) in which anything can come; the others bring nothing. */
  readonly steps: readonly number[];
  /** What one unit of surprise adds 0, 1, .. of these steps on, on the scale that was worked with. */
  readonly impulse: Float64Array;
  /** Standard deviation of the surprises on that scale. */
  readonly sigma: number;
  /** Whether that scale is logs. */
  readonly isLog: boolean;
  /** Amounts below zero are not possible. */
  readonly isNonNegative: boolean;
}

export interface LevelHistoryForecast {
  /** Of the full year. */
  readonly distribution: Distribution;
  readonly members: readonly {
    readonly method: SeriesMethodName;
    readonly fullYear: number;
    readonly weight: number;
  }[];
  readonly path: LevelPath;
  /** Scale of Student's t on the sum of the remaining periods, or on the last of them, in logs if `path.isLog`. */
  readonly scale: number;
  readonly degreesOfFreedom: number;
}

/**
 * The full year from regular history whose logarithm cannot be taken: flows with zeros or amounts below zero, by
 * methods fitted to the amounts themselves; and the value of a stock at the year's end, on logs where all values are
 * above zero. Where no value is below zero, neither is a forecast, and the year does not fall below what is booked.
 * Periods of the year that never bring anything are left out, and the others make a shorter year. Undefined where the
 * history is too short for exponential smoothing (two years and two periods), or repeats itself exactly.
 */
export function levelHistoryForecast(ask: LevelHistoryAsk): LevelHistoryForecast | undefined {
  const { history, remaining, horizon, aggregation, priors } = ask;
  const isFlow = aggregation === "sum";
  const isNonNegative = history.values.every((value) => value >= 0);
  const isLog = !isFlow && history.values.every((value) => value > 0);
  const active = isFlow && isNonNegative ? activeHistory(history, remaining, horizon) : undefined;
  const values = active?.values ?? (isLog ? history.values.map(log) : history.values);
  const steps = active?.steps ?? Array.from({ length: horizon }, (_, step) => step);
  const combined = combineLevels({
    values,
    period: active?.period ?? history.periodsPerYear,
    isLog,
    horizon: steps.length,
    remaining: steps.filter((step) => step < remaining).length,
    aggregation,
    floor: isNonNegative && !isLog ? 0 : Number.NEGATIVE_INFINITY,
  });
  if (combined === undefined) return undefined;

  const booked = isFlow ? ask.booked : 0;
  const amountOf = (value: number): number => (isLog ? exp(value) : value);
  const { inflation, degreesOfFreedom } = isLog ? priors.logStock : isFlow ? priors.flow : priors.stock;
  const scale = inflation * combined.deviation;
  const path = new Float64Array(horizon);
  steps.forEach((step, i) => {
    path[step] = amountOf(combined.path[i] as number);
  });
  return {
    distribution: isLog
      ? remainderDistribution({ booked, logRemainder: combined.outcome, scale, degreesOfFreedom })
      : levelDistribution({
          location: booked + combined.outcome,
          scale,
          degreesOfFreedom,
          ...(isNonNegative && { floor: booked }),
        }),
    members: combined.members.map(({ method, weight, outcome }) => ({
      method,
      fullYear: booked + amountOf(outcome),
      weight,
    })),
    path: {
      values: path,
      steps,
      impulse: combined.impulse,
      sigma: combined.sigma,
      isLog,
      isNonNegative,
    },
    scale,
    degreesOfFreedom,
  };
}

/** The history without its dead season, and which of the coming periods are not dead; undefined where none is left out. */
function activeHistory(
  { values, periodsPerYear }: RegularHistory,
  remaining: number,
  horizon: number,
): { readonly values: Float64Array; readonly period: number; readonly steps: readonly number[] } | undefined {
  const season = new Set(activeSeason(values, periodsPerYear));
  const isActive = (index: number): boolean => season.has(index % periodsPerYear);
  const steps: number[] = [];
  for (let step = 0; step < horizon; step++) if (isActive(values.length + step)) steps.push(step);
  const first = steps[0];
  // With nothing more to come this year there is no error to speak of, which would claim too much.
  if (season.size === periodsPerYear || first === undefined || first >= remaining) return undefined;
  return { values: values.filter((_, t) => isActive(t)), period: season.size, steps };
}
