import {
  type Bounds,
  boundsOf,
  type Interval,
  intervalDifference,
  intervalQuotient,
} from "../figure/interval.ts";

/** A quantity and the interval that the digits it rests on leave it. */
export interface Measured extends Interval {
  readonly value: number;
}

/** A quantity as an answer carries it: an end that cannot be said is absent. */
export interface MeasuredAnswer extends Bounds {
  readonly value: number;
}

export const measuredAnswer = ({ value, lower, upper }: Measured): MeasuredAnswer => ({
  value,
  ...boundsOf({ lower, upper }),
});

export const exactly = (value: number): Measured => ({ value, lower: value, upper: value });

export const minus = (a: Measured, b: Measured): Measured => ({
  value: a.value - b.value,
  ...intervalDifference(a, b),
});

export const over = (a: Measured, b: Measured): Measured => ({
  value: a.value / b.value,
  ...intervalQuotient(a, b),
});

/** The same change of all three numbers, which must not turn their order. */
export const eachOf = ({ value, lower, upper }: Measured, change: (x: number) => number): Measured => ({
  value: change(value),
  lower: change(lower),
  upper: change(upper),
});

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
