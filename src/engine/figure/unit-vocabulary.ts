import { matcher } from "./phrase-matcher.ts";

const MAGNITUDES: readonly (readonly [string, number])[] = [
  ["thousand", 3],
  ["million", 6],
  ["billion", 9],
  ["trillion", 12],
  ["quadrillion", 15],
  ["millions", 6],
  ["billions", 9],
  ["k", 3],
  ["mn", 6],
  ["mln", 6],
  ["bn", 9],
  ["bln", 9],
  ["tn", 12],
  ["trn", 12],
  ["tram", 2],
  ["nghin", 3],
  ["ngan", 3],
  ["trieu", 6],
  ["tr", 6],
  ["ty", 9],
  ["ti", 9],
];

const CURRENCIES: readonly (readonly [string, string])[] = [
  ["vnd", "VND"],
  ["dong", "VND"],
  ["d", "VND"],
  ["\u20ab", "VND"],
  ["us dollars", "USD"],
  ["us dollar", "USD"],
  ["dollars", "USD"],
  ["dollar", "USD"],
  ["us$", "USD"],
  ["usd", "USD"],
  ["$", "USD"],
  ["do la my", "USD"],
  ["do la", "USD"],
  ["do-la", "USD"],
  ["eur", "EUR"],
  ["euros", "EUR"],
  ["euro", "EUR"],
  ["\u20ac", "EUR"],
  ["gbp", "GBP"],
  ["\u00a3", "GBP"],
  ["jpy", "JPY"],
  ["cny", "CNY"],
  ["krw", "KRW"],
  ["thb", "THB"],
];

export const magnitudeAfter = matcher(MAGNITUDES);
/** "290m" and "1b" are magnitudes only when they touch the number; "290 m" are metres. */
export const attachedMagnitude = matcher([
  ["m", 6],
  ["b", 9],
] as const);
export const currencyAt = matcher(CURRENCIES);
