/** Standard normal quantile of 0.9: an 80% interval reaches this many standard deviations to either side. */
export const NORMAL_SCORE_90 = 1.2815515655446004;

/** The full year of one part of a total, or of the total, by three quantiles. All amounts are in the total's unit. */
export interface PartForecast {
  /** What cannot be lost again; -Infinity where the amount can fall. */
  readonly booked: number;
  readonly median: number;
  /** 10% quantile. */
  readonly lower: number;
  /** 90% quantile. */
  readonly upper: number;
  /** Of the Student's t that the full year follows, on the log of what is still to come. */
  readonly degreesOfFreedom: number;
}

/**
 * Standard deviation of the normal distribution whose 80% interval is as wide. Student's t has a larger one, or none;
 * the middle of the distribution is what amounts are weighed and shared by.
 */
export function deviationOf({ lower, upper }: PartForecast): number {
  return (upper - lower) / (2 * NORMAL_SCORE_90);
}
