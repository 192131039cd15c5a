import { TOUCHING_TOLERANCE } from "../figure/interval.ts";
import type { Measured } from "../figure/measured.ts";

/** How one number stands to another: above or below whatever their digits hide, exactly the same, or it cannot be told. */
export type Order = "above" | "below" | "same" | "open";

/**
 * The order of two reported numbers. Intervals that only touch are in the order of their values: 8.2% is at least 8.15%
 * and 8.1% at most that.
 * @example orderOf({ value: 0.0821, lower: 0.08205, upper: 0.08215 }, { value: 0.081, lower: 0.0805, upper: 0.0815 }) // => "above"
 * @example orderOf({ value: 0.08, lower: 0.075, upper: 0.085 }, { value: 0.081, lower: 0.0805, upper: 0.0815 }) // => "open"
 */
export function orderOf(a: Measured, b: Measured): Order {
  if (a.lower === a.upper && b.lower === b.upper && a.value === b.value) return "same";
  if (a.value > b.value && isAtLeast(a.lower, b.upper)) return "above";
  if (b.value > a.value && isAtLeast(b.lower, a.upper)) return "below";
  return "open";
}

function isAtLeast(high: number, low: number): boolean {
  if (high >= low) return true;
  const size = Math.max(Math.abs(low), Math.abs(high));
  // "At least 20" has no upper end, so that nothing is certainly above it.
  return Number.isFinite(size) && low - high <= TOUCHING_TOLERANCE * size;
}
