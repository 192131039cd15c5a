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
 * How far from a year's average a rate in it may be: the State Bank lets banks trade up to 5% beside its rate of the
 * day, and that moves too: in 2022 the market ran from 3.5% below its average to 6.1% above. A slip of a thousand is far
 * beyond.
 */
export const BAND = 0.08;

/** What a rate may be in a year: around the average of the year where it is known, else what it was in two decades. */
export interface RateBand extends Interval {
  readonly basis: "yearAverage" | "allYears";
  readonly average?: number;
}

/** The years that the wide band is about. */
const ALL_YEARS = { from: 2005, to: 2030 } as const;

/** The band of dong per dollar in a year, or in any where none is told; undefined for a time of which nothing is known. */
export function rateBand(rates: YearlyRates, year: number | undefined): RateBand | undefined {
  const average = rates.rows.find((row) => row.year === year)?.dongPerDollar;
  if (average === undefined) {
    const isOutside = year !== undefined && (year < ALL_YEARS.from || year > ALL_YEARS.to);
    return isOutside ? undefined : { ...VND_PER_USD, basis: "allYears" };
  }
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
