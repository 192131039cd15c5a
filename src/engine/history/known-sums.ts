import type { KnownSum } from "./denton-cholette.ts";
import type { HistoryAsk, PeriodOrdinal } from "./history.ts";

/** The year to date of `period` is lower, `after`, than it was at the report before it, `before`. */
export interface CumulativeFell {
  readonly code: "cumulativeFell";
  readonly values: { readonly period: PeriodOrdinal; readonly before: number; readonly after: number };
}

/** What a history tells about its periods: their number from `first` on, and the sums of spans of them. */
export interface KnownSums {
  readonly first: PeriodOrdinal;
  readonly length: number;
  /** In order, without overlap; the first begins at 0, the last ends at `length`. */
  readonly sums: readonly KnownSum[];
  readonly remarks: readonly CumulativeFell[];
}

/** Reported amounts have fewer digits than this, and so has their difference. */
const MOST_DIGITS = 14;
const MOST_DECIMALS = 100;

/** The difference of two decimal numbers without what binary ones add: 207.79 less 112.07 is 95.72. */
function difference(after: number, before: number): number {
  const [, exponent] = Math.max(Math.abs(after), Math.abs(before)).toExponential().split("e");
  const digitsBeforePoint = Number(exponent) + 1;
  const decimals = Math.min(MOST_DECIMALS, Math.max(0, MOST_DIGITS - digitsBeforePoint));
  return Number((after - before).toFixed(decimals));
}

/**
 * The sums that a history gives up to the period `through`. Period values are sums of one period. Years to date are
 * differenced within each fiscal year: the first one of a year covers all periods before it, a gap leaves the sum of
 * what it hides, a fall (a revision, or a flow that may be negative) leaves its negative difference and a remark.
 * Gaps at either end are left out; so is a first sum that would tell more than half a year by one figure. A year to
 * date beside period values gives the sum of the only run of periods of its year that they leave open.
 * Undefined when nothing is known.
 */
export function knownSums(ask: HistoryAsk, through: PeriodOrdinal): KnownSums | undefined {
  const sums: KnownSum[] = [];
  const remarks: CumulativeFell[] = [];
  const { periodsPerYear } = ask;
  let yearStart = Number.NEGATIVE_INFINITY;
  let isAnyTold = false;
  let before = 0;
  let next = Number.NEGATIVE_INFINITY;
  ask.values.forEach((value, i) => {
    const period = ask.first + i;
    if (value === undefined || period > through) return;
    if (!ask.isCumulative) {
      sums.push({ from: period, length: 1, sum: value });
      return;
    }
    const ownYearStart = Math.floor(period / periodsPerYear) * periodsPerYear;
    if (ownYearStart !== yearStart) {
      yearStart = ownYearStart;
      before = 0;
      next = ownYearStart;
    } else if (value < before)
      remarks.push({ code: "cumulativeFell", values: { period, before, after: value } });
    const length = period - next + 1;
    if (isAnyTold || length <= periodsPerYear / 2)
      sums.push({ from: next, length, sum: difference(value, before) });
    isAnyTold = true;
    before = value;
    next = period + 1;
  });
  const left = ask.yearToDate && leftOfYear(ask.yearToDate, sums, periodsPerYear);
  if (left && left.from + left.length - 1 <= through)
    sums.splice(sums.filter(({ from }) => from < left.from).length, 0, left);
  const first = sums[0]?.from;
  const last = sums[sums.length - 1];
  if (first === undefined || last === undefined) return undefined;
  return {
    first,
    length: last.from + last.length - first,
    sums: sums.map((span) => ({ ...span, from: span.from - first })),
    remarks,
  };
}

/**
 * What a year to date leaves for its only run of periods without a value. Undefined where there is not just one, or
 * where less than nothing is left though no value is below zero: the figures do not belong together.
 */
function leftOfYear(
  { through, sum }: NonNullable<HistoryAsk["yearToDate"]>,
  sums: readonly KnownSum[],
  periodsPerYear: number,
): KnownSum | undefined {
  const yearStart = Math.floor(through / periodsPerYear) * periodsPerYear;
  const known = new Map(sums.map((span) => [span.from, span.sum]));
  let booked = 0;
  const unknown: number[] = [];
  for (let period = yearStart; period <= through; period++) {
    const value = known.get(period);
    if (value === undefined) unknown.push(period);
    else booked += value;
  }
  const from = unknown[0];
  if (from === undefined || unknown[unknown.length - 1] !== from + unknown.length - 1) return undefined;
  const left = difference(sum, booked);
  if (left < 0 && sums.every((span) => span.sum >= 0)) return undefined;
  return { from, length: unknown.length, sum: left };
}

/** Whether a flow of this history has known periods below zero: what is booked can be lost again. */
export function canFall(ask: HistoryAsk): boolean {
  return knownSums(ask, Number.POSITIVE_INFINITY)?.sums.some(({ sum }) => sum < 0) ?? false;
}
