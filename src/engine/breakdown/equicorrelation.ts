/**
 * V1: the covariance of each part with the sum of all, where every pair has one correlation (0 <= correlation < 1).
 * They add up to the variance of the sum, 1'V1 = sum s_i^2 + 2 correlation sum s_i s_j.
 * @example covariancesWithSum([3, 1], 0.5) // => [10.5, 2.5]
 */
export function covariancesWithSum(deviations: readonly number[], correlation: number): readonly number[] {
  let together = 0;
  for (const deviation of deviations) together += deviation;
  return deviations.map((deviation) => deviation * ((1 - correlation) * deviation + correlation * together));
}
