import {
  type Bounds,
  boundsOf,
  type Interval,
  intervalDifference,
  intervalProduct,
  intervalQuotient,
} from "./interval.ts";

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

export const plus = (a: Measured, whole: number): Measured => eachOf(a, (x) => x + whole);

export const times = (a: Measured, b: Measured): Measured => ({
  value: a.value * b.value,
  ...intervalProduct(a, b),
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

/** The sum of numbers and of their ends, one of them left out where that is asked. */
export function sumOf(parts: readonly Measured[], without?: number): Measured {
  let value = 0;
  let lower = 0;
  let upper = 0;
  for (const [index, part] of parts.entries()) {
    if (index === without) continue;
    value += part.value;
    lower += part.lower;
    upper += part.upper;
  }
  return { value, lower, upper };
}
