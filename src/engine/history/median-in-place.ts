/**
 * The median of the first `count` values, which it sorts: no copy, for windows that are filled again and again.
 * @example medianInPlace(new Float64Array([9, 1, 4, 5, 0]), 4) // => 4.5
 */
export function medianInPlace(values: Float64Array, count: number): number {
  const sorted = values.subarray(0, count).sort();
  const middle = count >> 1;
  const upper = sorted[middle] as number;
  return count % 2 === 1 ? upper : (upper + (sorted[middle - 1] as number)) / 2;
}
