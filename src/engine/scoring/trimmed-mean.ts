/**
 * Mean without the largest part of the values: errors have one long tail, and one wild case must not decide a
 * comparison. `part` is the fraction left out at the top.
 * @example trimmedMean({ values: [1, 2, 3, 100], part: 0.25 }) // => 2
 */
export function trimmedMean({ values, part }: { values: readonly number[]; part: number }): number {
  const sorted = [...values].sort((a, b) => a - b);
  const kept = sorted.slice(0, Math.max(1, Math.ceil(sorted.length * (1 - part))));
  return kept.reduce((sum, value) => sum + value, 0) / kept.length;
}
