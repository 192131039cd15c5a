import type { PeriodsPerYear } from "../calendar/period.ts";

/**
 * A period as a running number of the fiscal calendar: fiscal year times periods per year, plus the index (from 0)
 * of the period in that year. April 2024 of a calendar year is 2024 * 12 + 3.
 */
export type PeriodOrdinal = number;

/** The regular history as it was asked: no gap filled, nothing differenced. Amounts share the unit of the question. */
export interface HistoryAsk {
  readonly periodsPerYear: PeriodsPerYear;
  /** The period of `values[0]`. */
  readonly first: PeriodOrdinal;
  /** Oldest first; undefined is a gap. */
  readonly values: readonly (number | undefined)[];
  /** Whether each value is the year to date of its fiscal year rather than the period's own amount. */
  readonly isCumulative: boolean;
  /** The sum of the latest fiscal year through a period, where it is known besides the values of its periods. */
  readonly yearToDate?: { readonly through: PeriodOrdinal; readonly sum: number };
}

/** Regular history ready for the methods: each period's own amount, no gap, ending with the last reported period. */
export interface RegularHistory {
  readonly periodsPerYear: PeriodsPerYear;
  readonly first: PeriodOrdinal;
  readonly values: Float64Array;
  /** Indices of `values` that were not reported but filled in. */
  readonly filled: readonly number[];
  /** Where much was filled in: what the periods from `first` on may have been as well, known sums met. */
  readonly draws?: readonly Float64Array[];
}
