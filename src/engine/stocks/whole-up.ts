/** Below this share of its size a difference from a whole number is the last bit of a product such as 0.6 * 110. */
const HAIR = 1e-9;

/**
 * The fewest whole things that are at least so many.
 * @example wholeUp(66.6) // => 67
 * @example wholeUp(0.55 * 100) // => 55
 */
export function wholeUp(x: number): number {
  return Math.ceil(x - HAIR * Math.max(1, Math.abs(x)));
}
