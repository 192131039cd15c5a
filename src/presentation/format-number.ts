import type { Lang } from "./language.ts";

// No Intl here: its grouping follows the machine's ICU data, and answers must be the same to the byte everywhere.

/** Significant digits of numbers in JSON, CSV and cells: fewer than a double has, so that floating noise is cut. */
export const PRECISE_DIGITS = 10;

/** Significant digits of reported figures: as many as a double keeps of what was written. */
export const REPORTED_DIGITS = 15;

/** Significant digits of estimated amounts in prose: more would claim what no forecast knows. */
export const PROSE_DIGITS = 4;

/** Powers of ten that a double holds exactly, and so divides by without a second rounding. */
const POWERS = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

/**
 * A number rounded to significant digits, up to 15. Between 1 and 10^15, and for the ten digits of answers well
 * below 1, this is one multiplication and one exact division; the text form, which says the same, is ten times slower.
 * @example roundSignificant(917.7215189873, 4) // => 917.7
 * @example roundSignificant(-0.00031649999, 3) // => -0.000316
 */
export function roundSignificant(x: number, digits: number): number {
  const size = Math.abs(x);
  if (!(size >= 1e-6 && size < 1e15)) {
    const rounded = Number(x.toPrecision(digits));
    return rounded === 0 ? 0 : rounded;
  }
  let exponent = Math.floor(Math.log10(size));
  // The logarithm may come out a hair beside a whole number, and not on every machine.
  if (exponent >= 0 && size >= (POWERS[exponent + 1] as number)) exponent += 1;
  else if (exponent > 0 && size < (POWERS[exponent] as number)) exponent -= 1;
  const places = digits - 1 - exponent;
  const rounded =
    places >= 0
      ? Math.round(size * (POWERS[places] as number)) / (POWERS[places] as number)
      : Math.round(size / (POWERS[-places] as number)) * (POWERS[-places] as number);
  return x < 0 ? -rounded : rounded;
}

/**
 * Decimals that the shortest form of a number has.
 * @example decimalsOf(48180.83) // => 2
 */
export function decimalsOf(x: number): number {
  const [mantissa = "", exponent = "0"] = String(x).split("e");
  const written = mantissa.split(".")[1]?.length ?? 0;
  return Math.max(0, written - Number(exponent));
}

/** Smaller numbers are nothing; `toFixed` has no more decimals to tell them. */
const SMALLEST = 1e-80;

/**
 * A finite number as plain digits without grouping or exponent, for machines; `comma` as decimal sign on request.
 * @example plainNumber(1234.5, "comma") // => "1234,5"
 * @example plainNumber(1e-7) // => "0.0000001"
 */
export function plainNumber(x: number, decimal: "point" | "comma" = "point"): string {
  if (Math.abs(x) < SMALLEST) return "0";
  const shortest = String(x);
  const text = shortest.includes("e") ? withoutExponent(x) : shortest;
  return decimal === "comma" ? text.replace(".", ",") : text;
}

const withoutExponent = (x: number): string =>
  Math.abs(x) >= 1 ? String(BigInt(x)) : x.toFixed(Math.min(100, decimalsOf(x)));

/**
 * A finite number for people, grouped in threes: 1,234.5 in English and 1.234,5 in Vietnamese. Without `decimals`
 * all digits of the shortest form are written.
 * @example formatNumber(49496.26, "vi") // => "49.496,26"
 * @example formatNumber(1080, "en", 1) // => "1,080.0"
 */
export function formatNumber(x: number, lang: Lang, decimals?: number): string {
  const text = decimals === undefined || Math.abs(x) >= 1e21 ? plainNumber(x) : x.toFixed(decimals);
  const [, sign = "", whole = "", fraction] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  const group = lang === "vi" ? "." : ",";
  const point = lang === "vi" ? "," : ".";
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  const shown = fraction === undefined ? grouped : grouped + point + fraction;
  return /[1-9]/.test(shown) ? sign + shown : shown;
}

/**
 * A number for people with at most `digits` significant digits.
 * @example formatSignificant(1041.83, "en") // => "1,042"
 * @example formatSignificant(78.75, "vi") // => "78,75"
 */
export function formatSignificant(x: number, lang: Lang, digits: number = PROSE_DIGITS): string {
  return formatNumber(roundSignificant(x, digits), lang);
}

/**
 * A fraction as percent for people. Without `decimals` all its digits are written, for a ratio as it was reported.
 * @example formatPercent(0.316, "vi") // => "31,6%"
 * @example formatPercent(0.01474, "en", 1) // => "1.5%"
 */
export function formatPercent(fraction: number, lang: Lang, decimals?: number): string {
  return `${formatNumber(roundSignificant(fraction * 100, PRECISE_DIGITS), lang, decimals)}%`;
}

/**
 * A probability in whole percent, as finer ones would claim too much; certainty is said only where it is exact.
 * @example formatProbability(0.7142, "en") // => "71%"
 * @example formatProbability(0.9996, "vi") // => "trên 99%"
 */
export function formatProbability(probability: number, lang: Lang): string {
  const bound = lang === "vi" ? { under: "dưới", above: "trên" } : { under: "less than", above: "more than" };
  if (probability > 0 && probability < 0.01) return `${bound.under} 1%`;
  if (probability < 1 && probability > 0.99) return `${bound.above} 99%`;
  return formatPercent(probability, lang, 0);
}
