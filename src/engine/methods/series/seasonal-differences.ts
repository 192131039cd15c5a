import type { PeriodsPerYear } from "../../calendar/period.ts";

/**
 * Differences from the same period of the year before, y_t - y_{t-s}; as many as there are values after the first year.
 * @example Array.from(seasonalDifferences(Float64Array.of(1, 2, 3, 4, 2, 4), 4)) // => [1,2]
 */
export function seasonalDifferences(values: Float64Array, period: PeriodsPerYear): Float64Array {
  const differences = new Float64Array(Math.max(0, values.length - period));
  for (let t = 0; t < differences.length; t++)
    differences[t] = (values[t + period] as number) - (values[t] as number);
  return differences;
}

/**
 * Differences from the value before.
 * @example Array.from(firstDifferences(Float64Array.of(1, 3, 2))) // => [2,-1]
 */
export function firstDifferences(values: Float64Array): Float64Array {
  const differences = new Float64Array(Math.max(0, values.length - 1));
  for (let t = 0; t < differences.length; t++)
    differences[t] = (values[t + 1] as number) - (values[t] as number);
  return differences;
}

/**
 * The values that go on after `values` when these seasonal differences follow.
 * @example Array.from(addSeasonalDifferences(Float64Array.of(1, 2, 3, 4), 4, Float64Array.of(1, 1, 1, 1, 2))) // => [2,3,4,5,4]
 */
export function addSeasonalDifferences(
  values: Float64Array,
  period: PeriodsPerYear,
  differences: Float64Array,
): Float64Array {
  const path = new Float64Array(differences.length);
  const n = values.length;
  for (let h = 0; h < path.length; h++) {
    const before = h < period ? (values[n - period + h] as number) : (path[h - period] as number);
    path[h] = before + (differences[h] as number);
  }
  return path;
}

/** Whether all values are finite numbers. */
export function areFinite(values: Float64Array): boolean {
  for (const value of values) if (!Number.isFinite(value)) return false;
  return true;
}
