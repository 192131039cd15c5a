import { medianInPlace } from "../history/median-in-place.ts";

/** How far places lie apart. */
export interface Spread {
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
  /** The highest less the lowest. */
  readonly range: number;
}

/**
 * Median and range of numbers; undefined of none.
 * @example spreadOf([3, 1, 2]) // => { "median": 2, "lowest": 1, "highest": 3, "range": 2 }
 */
export function spreadOf(numbers: readonly number[]): Spread | undefined {
  if (numbers.length === 0) return undefined;
  const lowest = Math.min(...numbers);
  const highest = Math.max(...numbers);
  return {
    median: medianInPlace(new Float64Array(numbers), numbers.length),
    lowest,
    highest,
    range: highest - lowest,
  };
}
