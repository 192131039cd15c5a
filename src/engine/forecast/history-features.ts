import type { PeriodsPerYear } from "../calendar/period.ts";
import { log } from "../elementary-functions.ts";
import { medianInPlace } from "../history/median-in-place.ts";
import type { HistoryFeatureName } from "./priors.ts";

/** Added to deviations before their logs are taken: nothing is known to better than a third of a percent. */
const FLOOR = 0.003;
const USUAL_DEVIATION = 0.06;
const APART_FLOOR = 0.01;
const USUAL_APART = 0.05;
const USUAL_YEARS = 10 / 12;
const SHORT_YEARS = 3;
/** The latest year and a half against the whole record. */
const RECENT_YEARS = 1.5;
/** Median absolute deviation of a normal distribution is this part of its standard deviation. */
const NORMAL_MAD = 0.6745;
const LARGEST_DEVIATION = 1;

/** What is told of a case with regular history, in logs. */
export interface HistoryCase {
  /** Logs of the history, oldest first. */
  readonly logs: Float64Array;
  readonly period: PeriodsPerYear;
  /** Periods still to come. */
  readonly remaining: number;
  /** Standard deviation of the log remainder and of the surprise of one period, by exponential smoothing. */
  readonly remainderDeviation: number;
  readonly surprise: number;
  /** Log remainders of the methods. */
  readonly estimates: readonly number[];
}

const logRatio = (deviation: number, usual: number): number =>
  log((Math.min(deviation, LARGEST_DEVIATION) + FLOOR) / usual);

/** Facts of a case with regular history that tell how far it may stray: 0 is about the ordinary case. */
export function historyFeatures(facts: HistoryCase): Readonly<Record<HistoryFeatureName, number>> {
  const { logs, period, estimates } = facts;
  const years = logs.length / period;
  const changes = changesOfGrowth(logs, period);
  const deviation = rootMeanSquare(changes, 0) + FLOOR;
  const recent = rootMeanSquare(changes, Math.max(0, changes.length - RECENT_YEARS * period)) + FLOOR;
  return {
    remainderDeviation: logRatio(facts.remainderDeviation, USUAL_DEVIATION),
    surprise: logRatio(facts.surprise, USUAL_DEVIATION),
    membersApart: log((spreadOf(estimates) + APART_FLOOR) / USUAL_APART),
    shortness: SHORT_YEARS / years,
    length: log(years / USUAL_YEARS),
    heavyTails: log(deviation / (medianAbsolute(changes) / NORMAL_MAD + FLOOR)),
    restlessness: log(recent / deviation),
    fewLeft: period / 12 / facts.remaining,
  };
}

/** How the growth on a year before changed from one period to the next. */
function changesOfGrowth(logs: Float64Array, period: number): Float64Array {
  const changes = new Float64Array(Math.max(0, logs.length - period - 1));
  for (let i = 0; i < changes.length; i++) {
    const t = i + period + 1;
    changes[i] =
      (logs[t] as number) -
      (logs[t - 1] as number) -
      (logs[t - period] as number) +
      (logs[t - period - 1] as number);
  }
  return changes;
}

function rootMeanSquare(values: Float64Array, from: number): number {
  let squares = 0;
  for (let i = from; i < values.length; i++) squares += (values[i] as number) ** 2;
  return Math.sqrt(squares / Math.max(1, values.length - from));
}

function medianAbsolute(values: Float64Array): number {
  return values.length === 0 ? 0 : medianInPlace(values.map(Math.abs), values.length);
}

/** Root mean square distance from the mean. */
function spreadOf(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return Math.sqrt(squares / values.length);
}
