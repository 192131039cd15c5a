import { formatNumber } from "../format-number.ts";
import type { Lang } from "../language.ts";
import type { AmountScale } from "./amount-scale.ts";

/** Significant digits of the largest number, unless more are asked for, and of what lies between the largest and the least. */
const OF_LARGEST = 3;
const OF_RANGE = 2;
/** Of the largest number, whatever the range asks. */
const MOST_DIGITS = 5;

/**
 * Writes amounts that stand below each other with the same decimals, so that they can be compared at a glance. An
 * amount that would be written as nothing keeps its own digits.
 */
export function evenDigits(
  amounts: readonly number[],
  scale: AmountScale,
  lang: Lang,
  ofLargest: number = OF_LARGEST,
): (amount: number) => string {
  const decimals = decimalsFor(
    amounts.map((amount) => scale.shown(amount)),
    ofLargest,
  );
  return (amount) => {
    const text = formatNumber(scale.shown(amount), lang, decimals);
    return amount !== 0 && !/[1-9]/.test(text) ? scale.label(amount) : text + scale.suffix;
  };
}

function decimalsFor(numbers: readonly number[], ofLargest: number): number {
  if (numbers.every(Number.isInteger)) return 0;
  const range = Math.max(...numbers) - Math.min(...numbers);
  const largest = Math.max(...numbers.map(Math.abs));
  const places = (size: number, digits: number): number => digits - 1 - Math.floor(Math.log10(size));
  const wanted = Math.max(
    places(largest, ofLargest),
    Math.min(range > 0 ? places(range, OF_RANGE) : 0, places(largest, MOST_DIGITS)),
  );
  return Math.min(12, Math.max(0, wanted));
}
