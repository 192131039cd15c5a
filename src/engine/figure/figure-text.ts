import type { Figure } from "./figure.ts";
import type { Bounds } from "./interval.ts";

/** Quantities of the standard relations that are fractions even when nobody reported them. */
const FRACTIONS = new Set([
  "shareOfTarget",
  "growth",
  "plannedGrowth",
  "fullYearGrowth",
  "excess",
  "pointsAboveTarget",
]);

/** Digits shown of a bound when the two ends already differ within them. */
const USUAL_DIGITS = 6;
const MOST_DIGITS = 12;

/** An interval in words: one number when its ends agree, percents for fractions. */
export function describeInterval(
  bounds: Bounds,
  quantity: string,
  figures: Readonly<Record<string, Figure>>,
): string {
  const lower = Number.isFinite(bounds.lower) ? bounds.lower : undefined;
  const upper = Number.isFinite(bounds.upper) ? bounds.upper : undefined;
  const isFraction = isFractionOf(quantity, figures);
  const digits = digitsToTell(lower, upper);
  const said = (value: number): string =>
    isFraction ? `${plainNumber(value * 100, digits)}%` : plainNumber(value, digits);
  if (lower === undefined) return upper === undefined ? "anything" : `at most ${said(upper)}`;
  if (upper === undefined) return `at least ${said(lower)}`;
  const from = said(lower);
  const to = said(upper);
  return from === to ? from : `${from} to ${to}`;
}

/**
 * A number to `digits` significant digits, thousands parted by commas, no trailing zeros.
 * @example plainNumber(48180.8345, 7) // => "48,180.83"
 */
export function plainNumber(value: number, digits: number): string {
  const rounded = roundedTo(value, digits);
  if (Math.abs(rounded) >= 1e21 || (rounded !== 0 && Math.abs(rounded) < 1e-6)) return String(rounded);
  const written = String(rounded);
  if (Math.abs(rounded) < 1000) return written;
  const [whole = "", fraction] = written.split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** Rounds by a power of ten, ten times faster than toPrecision, which matters where every answer has a dozen numbers. */
function roundedTo(value: number, digits: number): number {
  if (value === 0) return 0;
  const decimals = digits - 1 - Math.floor(Math.log10(Math.abs(value)));
  const power = 10 ** Math.abs(decimals);
  const rounded = decimals >= 0 ? Math.round(value * power) / power : Math.round(value / power) * power;
  return Number.isFinite(rounded) ? rounded : value;
}

function isFractionOf(quantity: string, figures: Readonly<Record<string, Figure>>): boolean {
  const role = figures[quantity]?.role;
  if (role === undefined) return FRACTIONS.has(quantity);
  return role === "ratio" || role === "growth" || role === "targetGrowth";
}

/** Two bounds that differ only in the eighth digit need eight to be told apart. */
function digitsToTell(lower: number | undefined, upper: number | undefined): number {
  if (lower === undefined || upper === undefined || lower === upper) return USUAL_DIGITS + 2;
  const size = Math.max(Math.abs(lower), Math.abs(upper));
  const needed = Math.ceil(Math.log10(size / (upper - lower))) + 1;
  return Math.min(MOST_DIGITS, Math.max(USUAL_DIGITS, needed));
}
