/**
 * A predictive distribution of the full year. Every tier answers in this shape, so that targets, scenarios and
 * scores are written once. `quantile` is strictly increasing in its level (0 < level < 1); `survival(x)` is
 * P(fullYear >= x), exactly 1 at and below what is booked where nothing can be lost again.
 */
export interface Distribution {
  readonly median: number;
  quantile(level: number): number;
  survival(value: number): number;
}

/** The distribution of an amount divided by `divisor`: a sum of periods told as their mean. */
export function scaledDistribution(distribution: Distribution, divisor: number): Distribution {
  if (divisor === 1) return distribution;
  return {
    median: distribution.median / divisor,
    quantile: (level) => distribution.quantile(level) / divisor,
    survival: (value) => distribution.survival(value * divisor),
  };
}
