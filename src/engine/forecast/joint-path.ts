import { type FiscalPosition, lastOrdinal, positionThrough, throughLabel } from "../calendar/period.ts";
import type { NextFullYear, PathPeriod, QuarterAmount } from "../outlook-types.ts";
import type { Aggregation } from "../target/year-to-date.ts";
import { intervalOf, type JointForecast, sumsOf } from "./joint-forecast.ts";
import { PATH_LEVEL } from "./path.ts";
import { spreadOf } from "./quantile-answers.ts";
import { sampleQuantile } from "./sample-paths.ts";

const MONTHS = 12;
const MONTHS_IN_QUARTER = 3;
/** Sums of the same amounts differ by less than this part where only the machine rounds. */
const ROUNDING = 1e-9;

/** The year that a joint forecast continues; `ytd` is its reported part, a sum or a mean. */
export interface ContinuedYear {
  readonly position: FiscalPosition;
  readonly aggregation: Aggregation;
  readonly ytd: number;
}

const labelOf = (ordinal: number, position: FiscalPosition): string =>
  throughLabel(positionThrough(ordinal, position));

const sumUpTo = (values: Float64Array, from: number, to: number): number => {
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i] as number;
  return sum;
};

/** The central path, of which the periods of each whole year after this one add up to the median of that year too. */
function centralOfWholeYears(joint: JointForecast, period: number): Float64Array {
  const central = joint.central.slice();
  for (let from = joint.remaining; from + period <= joint.horizon; from += period) {
    const year = central.subarray(from, from + period);
    const size = year.reduce((sum, value) => sum + Math.abs(value), 0);
    if (size === 0) continue;
    const gap = sampleQuantile(sumsOf(joint, from, from + period), 1 / 2) - sumUpTo(year, 0, period);
    year.forEach((value, step) => {
      year[step] = value + (gap * Math.abs(value)) / size;
    });
  }
  return central;
}

/**
 * The year period by period: what was reported, then the central path with 80% intervals of each period and of the
 * year to date, all from one sample. Beyond the year's end the cumulative amounts begin anew.
 */
export function jointPath(year: ContinuedYear, joint: JointForecast): readonly PathPeriod[] {
  const { position, aggregation, ytd } = year;
  const { reported, remaining } = joint;
  const period = position.periodsPerYear;
  const central = aggregation === "last" ? joint.central : centralOfWholeYears(joint, period);
  const last = lastOrdinal(position);
  const cumulated = (sum: number, count: number): number => (aggregation === "average" ? sum / count : sum);
  const actual = Array.from(reported, (value, i): PathPeriod => {
    const isLast = i === reported.length - 1;
    const isWhole = reported.length === position.elapsed;
    const own = cumulated(sumUpTo(reported, 0, i + 1), i + 1);
    return {
      period: labelOf(last - reported.length + 1 + i, position),
      status: "actual",
      value,
      cumulative: aggregation === "last" ? value : isLast || !isWhole ? ytd : own,
    };
  });
  const booked = aggregation === "average" ? ytd * position.elapsed : ytd;
  const coming = Array.from(central, (value, step): PathPeriod => {
    const ofThisYear = step < remaining;
    const from = ofThisYear ? 0 : remaining + Math.floor((step - remaining) / period) * period;
    const before = ofThisYear ? booked : 0;
    const count = ofThisYear ? position.elapsed + step + 1 : step - from + 1;
    const own = intervalOf(sumsOf(joint, step, step + 1), PATH_LEVEL);
    const label = { period: labelOf(last + 1 + step, position), status: "forecast" as const };
    if (aggregation === "last")
      return {
        ...label,
        value,
        ...own,
        cumulative: value,
        cumulativeLower: own.lower,
        cumulativeUpper: own.upper,
      };
    const sums = intervalOf(sumsOf(joint, from, step + 1), PATH_LEVEL);
    return {
      ...label,
      value,
      ...own,
      cumulative: cumulated(before + sumUpTo(central, from, step + 1), count),
      cumulativeLower: cumulated(before + sums.lower, count),
      cumulativeUpper: cumulated(before + sums.upper, count),
    };
  });
  return [...actual, ...coming];
}

/**
 * The quarters of a year that is told by months; none where its months are not all known, or do not add up to the year
 * to date.
 */
export function jointQuarters(
  { position, aggregation, ytd }: ContinuedYear,
  joint: JointForecast,
): readonly QuarterAmount[] | undefined {
  const { reported, central, remaining } = joint;
  if (position.periodsPerYear !== MONTHS || aggregation === "last" || remaining === 0) return undefined;
  if (reported.length !== position.elapsed) return undefined;
  const booked = aggregation === "average" ? ytd * position.elapsed : ytd;
  if (Math.abs(sumUpTo(reported, 0, reported.length) - booked) > ROUNDING * Math.abs(booked))
    return undefined;
  const divisor = aggregation === "average" ? MONTHS_IN_QUARTER : 1;
  return Array.from({ length: MONTHS / MONTHS_IN_QUARTER }, (_, quarter): QuarterAmount => {
    const from = quarter * MONTHS_IN_QUARTER;
    const to = from + MONTHS_IN_QUARTER;
    const label = `${position.year}-Q${quarter + 1}`;
    const known = sumUpTo(reported, Math.min(from, position.elapsed), Math.min(to, position.elapsed));
    if (to <= position.elapsed) return { period: label, status: "actual", value: known / divisor };
    const first = Math.max(0, from - position.elapsed);
    const end = to - position.elapsed;
    const interval = intervalOf(sumsOf(joint, first, end), PATH_LEVEL);
    return {
      period: label,
      status: "forecast",
      value: (known + sumUpTo(central, first, end)) / divisor,
      lower: (known + interval.lower) / divisor,
      upper: (known + interval.upper) / divisor,
    };
  });
}

/** The year after, where the paths reach its end. */
export function nextFullYear(
  { position, aggregation }: ContinuedYear,
  joint: JointForecast,
  levels: readonly number[],
): NextFullYear | undefined {
  const period = position.periodsPerYear;
  const end = joint.remaining + period;
  if (joint.horizon < end) return undefined;
  const from = aggregation === "last" ? end - 1 : joint.remaining;
  const divisor = aggregation === "average" ? period : 1;
  const sorted = sumsOf(joint, from, end);
  const quantile = (level: number): number => sampleQuantile(sorted, level) / divisor;
  return {
    fiscalYear: position.year + 1,
    median: quantile(1 / 2),
    ...spreadOf({ quantile }, levels),
  };
}
