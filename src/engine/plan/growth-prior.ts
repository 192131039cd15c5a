import type { IndicatorClass } from "../forecast/evidence.ts";

/**
 * Growth over the `years` years after a year n, given the growth of year n, in logs:
 * log(T_{n+years} / T_n) = intercept + slope * log(T_n / T_{n-1}) + scale * t, with t Student's t.
 */
export interface GrowthHorizon {
  readonly years: number;
  readonly intercept: number;
  readonly slope: number;
  /** Above 0. */
  readonly scale: number;
  readonly degreesOfFreedom: number;
}

/** How a class of indicators grows over the years to come, learned from annual totals; horizons 1 to 5, ascending. */
export interface GrowthPrior {
  readonly classes: Readonly<Record<IndicatorClass, { readonly horizons: readonly GrowthHorizon[] }>>;
}

/**
 * The growth over a number of years, at least 1. Beyond the furthest learned horizon H the intercept goes on by its
 * last yearly step, the scale grows with the square root of the years as that of a random walk does, and slope and
 * tails stay: what one year's growth says of the further future is all said by then.
 */
export function growthHorizon(
  prior: GrowthPrior,
  indicatorClass: IndicatorClass,
  years: number,
): GrowthHorizon {
  const { horizons } = prior.classes[indicatorClass];
  const learned = horizons.find((horizon) => horizon.years === years);
  if (learned) return learned;
  const furthest = horizons[horizons.length - 1] as GrowthHorizon;
  const before = horizons[horizons.length - 2];
  const step = before ? furthest.intercept - before.intercept : furthest.intercept;
  return {
    ...furthest,
    years,
    intercept: furthest.intercept + (years - furthest.years) * step,
    scale: furthest.scale * Math.sqrt(years / furthest.years),
  };
}

/** The log growth of a year that repeats itself on average: what is expected of a year of which nothing is known. */
export function typicalLogGrowth(prior: GrowthPrior, indicatorClass: IndicatorClass): number {
  const { intercept, slope } = growthHorizon(prior, indicatorClass, 1);
  return intercept / (1 - slope);
}
