import type { KnownFigure } from "../engine/outlook-types.ts";
import { decimalsOf, formatPercent, roundSignificant } from "./format-number.ts";
import type { Wording } from "./language.ts";
import { formatAmount, formatRange } from "./unit-words.ts";

/** How a figure was hedged, read back from its interval. */
export type Hedge = "none" | "over" | "nearly" | "about" | "atLeast" | "atMost" | "between";

/** A derived figure whose interval is wider than this share of it is told as a range. */
const NARROW = 0.002;

/**
 * How the report hedged a figure: "over" when it lies at the low end of its interval, "nearly" at the high end,
 * "about" when the interval is two steps of the last digit wide. One that was summed from the periods of a history was
 * not hedged: the width of its interval comes from their rounding.
 * @example hedgeOf({ value: 290, lower: 290, upper: 291, origin: "reported" }) // => "over"
 */
export function hedgeOf({ value, lower, upper, origin, from }: KnownFigure): Hedge {
  if (upper === undefined) return lower === undefined ? "none" : "atLeast";
  if (lower === undefined) return "atMost";
  if (lower === upper) return "none";
  if (origin !== "reported") return (upper - lower) / Math.abs(value) > NARROW ? "between" : "about";
  if (from !== undefined) return "none";
  if (value <= lower) return "over";
  if (value >= upper) return "nearly";
  return lastDigitOf((upper - lower) / 2) === undefined ? "none" : "about";
}

/** The amount of a figure: with the digits of the report, or as the range that it was derived to lie in. */
export function reportedAmount(figure: KnownFigure, wording: Wording): string {
  if (hedgeOf(figure) === "between") return formatRange(figure, wording);
  return formatAmount(
    figure.value,
    wording,
    figure.origin === "reported" ? reportedDecimals(figure) : undefined,
  );
}

/**
 * The ratio of a figure in percent, without its sign: with the digits of the report, or as many as its interval allows.
 * @example reportedPercent({ value: 0.316, lower: 0.3155, upper: 0.3165, origin: "reported" }, "vi") // => "31,6%"
 */
export function reportedPercent(figure: KnownFigure, lang: Wording["lang"]): string {
  if (figure.origin !== "reported")
    return formatPercent(Math.abs(figure.value), lang, derivedDecimals(figure));
  // A percent has two decimals fewer than its fraction.
  return formatPercent(Math.abs(figure.value), lang, Math.max(0, reportedDecimals(figure) - 2));
}

/** Decimals of a derived percent: no finer than its interval, and never more than two. */
function derivedDecimals({
  lower = Number.NEGATIVE_INFINITY,
  upper = Number.POSITIVE_INFINITY,
}: KnownFigure): number {
  const points = (upper - lower) * 100;
  if (points >= 1) return 0;
  return points >= 0.1 ? 1 : 2;
}

/**
 * Decimals that the report wrote: from the width of the interval, so that "49.50" keeps its zero. What a history makes
 * of its periods, a mean above all, may have more than that: it is cut one digit after the first that is not sure.
 */
export function reportedDecimals({ value, lower, upper, from }: KnownFigure): number {
  const written = decimalsOf(roundSignificant(value, 10));
  if (lower === undefined || upper === undefined) return written;
  if (from !== undefined) return Math.min(written, uncertainDecimal(upper - lower) + 1);
  const byWidth = lastDigitOf(upper - lower) ?? lastDigitOf((upper - lower) / 2) ?? 0;
  return Math.max(written, byWidth);
}

/** Decimals of the power of ten that a width is, if it is one. */
function lastDigitOf(width: number): number | undefined {
  if (!(width > 0) || !Number.isFinite(width)) return undefined;
  const exponent = Math.round(Math.log10(width));
  const isPower = Math.abs(width / 10 ** exponent - 1) < 1e-6;
  return isPower && exponent >= -9 ? Math.max(0, -exponent) : undefined;
}

/** The first decimal that an interval of this width leaves open; the ones for wider ones. */
function uncertainDecimal(width: number): number {
  return Math.max(0, Math.ceil(-Math.log10(width) - 1e-6));
}
