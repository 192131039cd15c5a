import type { FiscalPosition } from "../calendar/period.ts";

/** How periods make the year: a sum (flows), a mean (indices), or the last value (stocks and ratios). */
export const AGGREGATIONS = ["sum", "average", "last"] as const;
export type Aggregation = (typeof AGGREGATIONS)[number];

/**
 * The year as point values in the unit of the question, the common input of run rates, targets and scenarios.
 * Amounts are as reported: for `average` they are means of periods, for `last` the latest value.
 */
export interface YearToDate {
  readonly position: FiscalPosition;
  readonly aggregation: Aggregation;
  readonly ytd: number;
  /** Growth of the year-to-date figure on the same period of last year, a fraction. */
  readonly growth?: number;
  readonly priorYtd?: number;
  readonly priorFullYear?: number;
  /** Seasonal shares of the remaining periods, in order, sum 1; empty once the year is complete. */
  readonly remainderWeights: readonly number[];
  /** Periods below zero are known: what is booked can be lost again. */
  readonly canFall?: true;
  /** Share of the year that usually is behind us by now, 0 to 1. */
  readonly cumulativeShare: number;
}

/** Periods still to come. */
export function remainingPeriods({ position }: Pick<YearToDate, "position">): number {
  return position.periodsPerYear - position.elapsed;
}

/**
 * What the remaining periods bring together when the year ends at `fullYear`: an amount for sums, the sum of
 * the remaining means for averages, the change still to come for stocks.
 * @example remainderOf({ position: { year: 2024, startMonth: 1, periodsPerYear: 12, elapsed: 3 }, aggregation: "average", ytd: 104 }, 106) // => 960
 */
export function remainderOf(
  year: Pick<YearToDate, "position" | "aggregation" | "ytd">,
  fullYear: number,
): number {
  if (year.aggregation !== "average") return fullYear - year.ytd;
  return year.position.periodsPerYear * fullYear - year.position.elapsed * year.ytd;
}

/**
 * The full year that a remainder makes; the inverse of {@link remainderOf}.
 * @example fullYearOf({ position: { year: 2024, startMonth: 1, periodsPerYear: 12, elapsed: 3 }, aggregation: "average", ytd: 104 }, 960) // => 106
 */
export function fullYearOf(
  year: Pick<YearToDate, "position" | "aggregation" | "ytd">,
  remainder: number,
): number {
  if (year.aggregation !== "average") return year.ytd + remainder;
  return (year.position.elapsed * year.ytd + remainder) / year.position.periodsPerYear;
}

/** Last year's remaining periods together, where last year is known and its remainder was positive. */
export function priorRemainder(year: YearToDate): number | undefined {
  const { priorYtd, priorFullYear, aggregation } = year;
  if (priorYtd === undefined || priorFullYear === undefined || aggregation === "last") return undefined;
  const remainder = remainderOf({ ...year, ytd: priorYtd }, priorFullYear);
  return remainder > 0 ? remainder : undefined;
}
