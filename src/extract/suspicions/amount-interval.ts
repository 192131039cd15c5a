import { MOST_DIGITS, readDecimal } from "../../engine/figure/decimal.ts";
import { figureOf, readingOf } from "../../engine/figure/figure.ts";
import type { Interval } from "../../engine/figure/interval.ts";
import type { Qualifier } from "../../engine/figure/vocabulary.ts";
import type { Amount, Hedge } from "../mention.ts";

const QUALIFIERS: Readonly<Record<Hedge, Qualifier>> = {
  exact: "none",
  more_than: "over",
  nearly: "nearly",
  about: "about",
  estimated: "about",
  at_least: "atLeast",
  at_most: "atMost",
};

/** Longer numbers are no amounts that anybody reports. */
const LONGEST_LITERAL = MOST_DIGITS;

/**
 * What an amount can have been before it was rounded and hedged, in its unit; zeros at the end of a whole number count
 * as rounding. Undefined where its digits are beyond any amount of money.
 */
export function amountInterval({ literal, hedge, value, upTo }: Amount): Interval | undefined {
  if (literal.length > LONGEST_LITERAL || !(value > 0 && value < 1e12)) return undefined;
  const digits = readDecimal(literal, "point", "amount");
  const figure = figureOf({
    role: "amount",
    qualifier: QUALIFIERS[hedge],
    written: literal,
    digits,
    isFall: false,
  });
  const { lower, upper } = readingOf(figure, "coarse");
  const perUnit = value / figure.value;
  return { lower: lower * perUnit, upper: Math.max(upper * perUnit, upTo ?? 0) };
}
