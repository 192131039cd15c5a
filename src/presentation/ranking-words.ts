import { boundsOf } from "../engine/figure/interval.ts";
import type { Measured } from "../engine/figure/measured.ts";
import type { KnownNumber } from "../engine/ranking/known-number.ts";
import { hedgedAmount } from "./hedged-amount.ts";
import { type Lang, listed, type Wording } from "./language.ts";
import { placeName } from "./place-words.ts";
import { reportedAmount, reportedPercent } from "./reported-digits.ts";

/** A number of the ranking as the words of reported figures take it: what was restated was worked out. */
const figureOf = ({ value, lower, upper, origin }: KnownNumber) => ({
  value,
  lower,
  upper,
  origin: origin === "reported" ? ("reported" as const) : ("derived" as const),
});

/**
 * A growth with its sign and the digits of the report.
 * @example growthText({ value: 0.489, lower: 0.48895, upper: 0.48905, origin: "reported" }, "vi") // => "+48,90%"
 */
export function growthText(growth: KnownNumber, lang: Lang): string {
  const size = percentText(growth, lang);
  return (growth.value > 0 && /[1-9]/.test(size) ? "+" : "") + size;
}

/** A ratio with the digits of the report, or no finer than its interval where it was worked out. */
export function percentText(ratio: KnownNumber, lang: Lang): string {
  const size = reportedPercent(figureOf(ratio), lang);
  return (ratio.value < 0 && /[1-9]/.test(size) ? "-" : "") + size;
}

/**
 * A level with its unit, the hedge and the digits of the report.
 * @example levelText({ value: 290, lower: 290, upper: 291, origin: "reported" }, { lang: "en", unit: "million USD" }) // => "over US$290 million"
 */
export function levelText(level: KnownNumber, wording: Wording): string {
  const { value, lower, upper, origin } = level;
  if (origin !== "reported") return reportedAmount(figureOf(level), wording);
  return hedgedAmount({ value, ...boundsOf({ lower, upper }) }, wording);
}

/**
 * A part of a growth in percentage points, no finer than its interval.
 * @example pointsText({ value: 0.0123, lower: 0.0119, upper: 0.0127 }, "en") // => "1.23 percentage points"
 */
export function pointsText(part: Measured, lang: Lang): string {
  const points = percentText(derived(part), lang).replace("%", "");
  return lang === "vi" ? `${points} điểm phần trăm` : `${points} percentage points`;
}

/** A derived fraction as a known number, so that its percent gets no finer than its interval. */
export const derived = ({ value, lower, upper }: Measured): KnownNumber => ({
  value,
  lower,
  upper,
  origin: "derived",
});

/** More names than this are counted. */
const MOST_NAMED = 5;

/** Names of places in a language, few of them. */
export function placeNames(names: readonly string[], lang: Lang, count = names.length): string {
  const shown = names.slice(0, MOST_NAMED).map((name) => placeName(name, lang));
  const more = count - shown.length;
  const rest = lang === "vi" ? `${more} địa phương khác` : `${more} other${more === 1 ? "" : "s"}`;
  return listed(more > 0 && shown.length > 0 ? [...shown, rest] : shown, lang);
}
