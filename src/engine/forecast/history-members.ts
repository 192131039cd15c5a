import type { PeriodsPerYear } from "../calendar/period.ts";
import { exp, log } from "../elementary-functions.ts";
import { SERIES_METHODS } from "../methods/series/index.ts";
import type { SeriesFit, SeriesMethodName } from "../methods/series/series-method.ts";
import type { Estimate } from "./combination.ts";

/** Regular history as the methods see it. */
export interface AdjustedHistory {
  /** Logs of the amounts, oldest first, without what the calendar did to them. */
  readonly logs: Float64Array;
  readonly period: PeriodsPerYear;
  /** What the calendar does to the log of the period `step` (from 0) periods after the last one. */
  effectOf(step: number): number;
}

/** One method's way through the coming periods. */
export interface MemberPath {
  readonly name: SeriesMethodName;
  readonly logPath: Float64Array;
}

/** What the methods say of the coming periods, in logs, calendar put back. */
export interface HistoryMembers {
  readonly paths: readonly MemberPath[];
  /** Log remainders by method. */
  readonly estimates: readonly Estimate[];
  /** The errors of exponential smoothing: how a surprise runs on, and its standard deviation. */
  readonly impulse: Float64Array;
  readonly sigma: number;
  /** Standard deviation of the log remainder that follows from them. */
  readonly remainderDeviation: number;
}

/**
 * Fits every method of the registry that the history is long enough for and continues it over `horizon` periods, the
 * first `remaining` of which make the remainder. Undefined where exponential smoothing, whose errors are needed, does
 * not apply.
 */
export function historyMembers(
  { logs, period, effectOf }: AdjustedHistory,
  { horizon, remaining }: { readonly horizon: number; readonly remaining: number },
): HistoryMembers | undefined {
  const levels = logs.map(exp);
  const effects = Float64Array.from({ length: horizon }, (_, step) => effectOf(step));
  const paths: MemberPath[] = [];
  const estimates: Estimate[] = [];
  let smoothing: SeriesFit | undefined;
  for (const method of SERIES_METHODS) {
    if (logs.length < method.leastLength(period)) continue;
    const isOfLevels = method.name === "exponentialSmoothingLevels";
    const fit = method.fit({ values: isOfLevels ? levels : logs, period });
    if (fit === undefined) continue;
    if (method.name === "exponentialSmoothing") smoothing = fit;
    const path = fit.forecast(horizon);
    const logPath = path.map((value, step) => (isOfLevels ? log(value) : value) + (effects[step] as number));
    if (!logPath.every(Number.isFinite)) continue;
    paths.push({ name: method.name, logPath });
    estimates.push({ name: method.name, logRemainder: logSumOf(logPath, remaining) });
  }
  const own = paths.find(({ name }) => name === "exponentialSmoothing");
  if (smoothing === undefined || own === undefined) return undefined;
  const { sigma } = smoothing;
  const impulse = smoothing.impulse(horizon);
  return {
    paths,
    estimates,
    impulse,
    sigma,
    remainderDeviation: sigma * sumDeviation(own.logPath, impulse, remaining),
  };
}

/** Log of the sum of the first `count` amounts whose logs are given. */
export function logSumOf(logs: Float64Array, count: number): number {
  let sum = 0;
  for (let step = 0; step < count; step++) sum += exp(logs[step] as number);
  return log(sum);
}

/**
 * Standard deviation of the log of the sum of the first `count` amounts when each surprise has deviation 1 and runs
 * on as the impulse says: each surprise moves the later amounts in proportion to their size.
 */
function sumDeviation(logPath: Float64Array, impulse: Float64Array, count: number): number {
  const total = exp(logSumOf(logPath, count));
  let variance = 0;
  for (let surprise = 0; surprise < count; surprise++) {
    let effect = 0;
    for (let step = surprise; step < count; step++)
      effect += (exp(logPath[step] as number) / total) * (impulse[step - surprise] as number);
    variance += effect * effect;
  }
  return Math.sqrt(variance);
}
