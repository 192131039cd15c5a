/** A closed interval of real numbers; either end may be infinite, and a single number has equal ends. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** Every real number: what is known of a quantity nobody has reported. */
export const UNBOUNDED: Interval = { lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY };

/**
 * Two ends that differ by less than this share of their size are taken to touch. Ends are decimal numbers carried
 * in binary, so "7.99 to 8.01" and "8" must not be parted by the last bit of a subtraction.
 */
export const TOUCHING_TOLERANCE = 1e-12;

// 0 * infinity is 0 here: an end at infinity stands for "as large as you like", never for a number reached.
const times = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a * b);

/**
 * Sum of two intervals: every a + b.
 * @example intervalSum({ lower: 1, upper: 2 }, { lower: -5, upper: 3 }) // => { "lower": -4, "upper": 5 }
 */
export function intervalSum(a: Interval, b: Interval): Interval {
  return { lower: a.lower + b.lower, upper: a.upper + b.upper };
}

/**
 * Difference of two intervals that vary independently: every a - b.
 * @example intervalDifference({ lower: 290, upper: 291 }, { lower: 243.045, upper: 243.075 }) // => { "lower": 46.925, "upper": 47.955 }
 */
export function intervalDifference(a: Interval, b: Interval): Interval {
  return { lower: a.lower - b.upper, upper: a.upper - b.lower };
}

/**
 * Product of two intervals of any sign: every a * b.
 * @example intervalProduct({ lower: -2, upper: 3 }, { lower: 4, upper: 5 }) // => { "lower": -10, "upper": 15 }
 */
export function intervalProduct(a: Interval, b: Interval): Interval {
  const low = times(a.lower, b.lower);
  const high = times(a.upper, b.upper);
  if (a.lower >= 0 && b.lower >= 0) return { lower: low, upper: high };
  const crossed = times(a.lower, b.upper);
  const crossedBack = times(a.upper, b.lower);
  return {
    lower: Math.min(low, high, crossed, crossedBack),
    upper: Math.max(low, high, crossed, crossedBack),
  };
}

/**
 * Quotient of two intervals: the smallest interval that holds every a / b with b not zero. A divisor with zero inside
 * gives every number; a divisor with zero at one end gives a one-sided interval.
 * @example intervalQuotient({ lower: 48, upper: 48 }, { lower: 0.96, upper: 1.2 }) // => { "lower": 40, "upper": 50 }
 */
export function intervalQuotient(a: Interval, b: Interval): Interval {
  if (b.lower < 0 && b.upper <= 0) return intervalQuotient(intervalNegative(a), intervalNegative(b));
  if (b.lower < 0 || b.upper <= 0) return a.lower === 0 && a.upper === 0 && b.upper > 0 ? a : UNBOUNDED;
  const lower = a.lower >= 0 ? a.lower / b.upper : a.lower / b.lower;
  const upper = a.upper > 0 ? a.upper / b.lower : a.upper / b.upper;
  return { lower: lower || 0, upper: upper || 0 };
}

/**
 * The interval with its sign turned.
 * @example intervalNegative({ lower: -1, upper: 4 }) // => { "lower": -4, "upper": 1 }
 */
export function intervalNegative(a: Interval): Interval {
  return { lower: 0 - a.upper, upper: 0 - a.lower };
}

/**
 * The common part of two intervals, or undefined when they lie apart by more than `TOUCHING_TOLERANCE`. Two that only
 * touch have the end of the first in common, so that the common part is never outside of it.
 */
export function intervalIntersection(a: Interval, b: Interval): Interval | undefined {
  const lower = Math.max(a.lower, b.lower);
  const upper = Math.min(a.upper, b.upper);
  if (lower <= upper) return { lower, upper };
  const apart = lower - upper;
  if (!(apart <= TOUCHING_TOLERANCE * Math.max(Math.abs(lower), Math.abs(upper)))) return undefined;
  const end = a.lower > b.upper ? a.lower : a.upper;
  return { lower: end, upper: end };
}

/** The smallest interval that holds both. */
export function intervalHull(a: Interval, b: Interval): Interval {
  return { lower: Math.min(a.lower, b.lower), upper: Math.max(a.upper, b.upper) };
}

/** Whether at least one end says something. */
export function isBounded(a: Interval): boolean {
  return a.lower > Number.NEGATIVE_INFINITY || a.upper < Number.POSITIVE_INFINITY;
}

/** Bounds as an answer carries them: an end that cannot be said is absent. */
export interface Bounds {
  readonly lower?: number;
  readonly upper?: number;
}

/**
 * Bounds of an interval with infinite ends left out, since JSON has no infinity.
 * @example boundsOf({ lower: 2, upper: Infinity }) // => { "lower": 2 }
 */
export function boundsOf({ lower, upper }: Interval): Bounds {
  if (Number.isFinite(lower)) return Number.isFinite(upper) ? { lower, upper } : { lower };
  return Number.isFinite(upper) ? { upper } : {};
}
