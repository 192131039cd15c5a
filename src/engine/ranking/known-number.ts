import { type Figure, type Reading, readingOf } from "../figure/figure.ts";
import type { Interval } from "../figure/interval.ts";

/** A number as far as it is known: reported, worked out by the formula `from`, or made of the units it was formed from. */
export interface KnownNumber extends Interval {
  readonly value: number;
  readonly origin: "reported" | "derived" | "restated";
  readonly from?: string;
}

/** A reported figure under one reading of its digits. */
export function reportedNumber(figure: Figure | undefined, reading: Reading): KnownNumber | undefined {
  if (!figure) return undefined;
  const { lower, upper } = readingOf(figure, reading);
  return { value: figure.value, lower, upper, origin: "reported" };
}

/** A number that follows from others. */
export const derivedNumber = (value: number, { lower, upper }: Interval, from: string): KnownNumber => ({
  value,
  lower,
  upper,
  origin: "derived",
  from,
});
