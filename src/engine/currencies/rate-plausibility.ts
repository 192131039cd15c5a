import { VND_PER_USD } from "../figure/exchange-rate.ts";
import { type Interval, intervalIntersection, intervalProduct } from "../figure/interval.ts";

/** The dong that a dollar cost on average, by year; official and market rates are not compared with each other. */
export interface YearlyRates {
  readonly rows: readonly {
    readonly year: number;
    readonly dongPerDollar: number;
    readonly basis: string;
  }[];
}

/**
 * How far from a year's average a rate in it may be: the State Bank lets banks trade up to 5% beside its rate of the day,
 * and within the years 2008 to 2025 the rate itself went up to 7% away from its average. A slip of a thousand is far beyond.
 */
export const BAND = 0.08;

/** What a rate may be in a year: around the average of the year where it is known, else what it was in two decades. */
export interface RateBand extends Interval {
  readonly basis: "yearAverage" | "allYears";
  readonly average?: number;
}

/** The band of dong per dollar in a year, or in any where none is told. */
export function rateBand(rates: YearlyRates, year: number | undefined): RateBand {
  const average = rates.rows.find((row) => row.year === year)?.dongPerDollar;
  if (average === undefined) return { ...VND_PER_USD, basis: "allYears" };
  return { lower: average * (1 - BAND), upper: average * (1 + BAND), basis: "yearAverage", average };
}

/** How much more dong a dollar cost in a year than in the one before, where both averages are of one kind. */
export function averageGrowth(rates: YearlyRates, year: number | undefined): number | undefined {
  const [now, before] = [year, year === undefined ? undefined : year - 1].map((each) =>
    rates.rows.find((row) => row.year === each),
  );
  if (!now || !before || now.basis !== before.basis) return undefined;
  return now.dongPerDollar / before.dongPerDollar - 1;
}

/** Neighbouring magnitude words differ by a thousand. */
const SLIPS = [1000, 0.001] as const;

/** The factor by which a rate out of its band is probably wrong; undefined where a thousand does not explain it. */
export function slipOf(rate: Interval, band: Interval): (typeof SLIPS)[number] | undefined {
  return SLIPS.find((factor) => isWithin(intervalProduct(rate, { lower: factor, upper: factor }), band));
}

export const isWithin = (rate: Interval, band: Interval): boolean =>
  intervalIntersection(rate, band) !== undefined;
