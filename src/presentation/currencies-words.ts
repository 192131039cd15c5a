import type { Bounds } from "../engine/figure/interval.ts";
import type { KnownFigure } from "../engine/outlook-types.ts";
import { formatNumber, roundSignificant } from "./format-number.ts";
import { hedgedAmount } from "./hedged-amount.ts";
import type { Lang } from "./language.ts";
import { formatAmount, formatRange, unitName } from "./unit-words.ts";

const MAGNITUDES = [
  { name: "trillion", scale: 1e12 },
  { name: "billion", scale: 1e9 },
  { name: "million", scale: 1e6 },
] as const;

/** The unit in which an amount of a currency is told: the largest word that leaves at least one. */
function told(x: number, currency: string): { readonly unit: string; readonly scale: number } {
  const magnitude = MAGNITUDES.find(({ scale }) => Math.abs(x) >= scale);
  return magnitude
    ? { unit: `${magnitude.name} ${currency}`, scale: magnitude.scale }
    : { unit: currency, scale: 1 };
}

/**
 * An amount in whole units of a currency, in words.
 * @example moneyWords(17.8e12, "VND", "vi") // => "17,8 nghìn tỷ đồng"
 */
export function moneyWords(x: number, currency: string, lang: Lang): string {
  const { unit, scale } = told(x, currency);
  return formatAmount(x / scale, { lang, unit });
}

/**
 * A range of amounts in whole units of a currency, in words.
 * @example moneyRange({ lower: 16.11e12, upper: 16.35e12 }, "VND", "en") // => "VND16.11 to 16.35 trillion"
 */
export function moneyRange({ lower, upper }: Bounds, currency: string, lang: Lang): string {
  const { unit, scale } = told(upper ?? lower ?? 0, currency);
  const range = {
    ...(lower !== undefined && { lower: lower / scale }),
    ...(upper !== undefined && { upper: upper / scale }),
  };
  return formatRange(range, { lang, unit });
}

/** An amount as it was reported, with its digits and its hedge; one that was derived to four digits. */
export function moneyFigure(figure: KnownFigure, currency: string, lang: Lang): string {
  if (figure.origin !== "reported") return moneyWords(figure.value, currency, lang);
  const { unit, scale } = told(figure.value, currency);
  const scaled = (x: number): number => roundSignificant(x / scale, 15);
  const { value, lower, upper } = figure;
  return hedgedAmount(
    {
      value: scaled(value),
      ...(lower !== undefined && { lower: scaled(lower) }),
      ...(upper !== undefined && { upper: scaled(upper) }),
    },
    { lang, unit },
  );
}

/**
 * The digits of a rate that people quote: whole dong for a dollar, four digits of a rate below a thousand.
 * @example rateDigits(23548.8, "en") // => "23,549"
 */
export function rateDigits(x: number, lang: Lang): string {
  return Math.abs(x) >= 1000 ? formatNumber(x, lang, 0) : formatNumber(roundSignificant(x, 5), lang);
}

/**
 * What a rate counts.
 * @example rateUnit({ local: "VND", foreign: "USD" }, "vi") // => "đồng/USD"
 */
export function rateUnit(
  { local, foreign }: { readonly local: string; readonly foreign: string },
  lang: Lang,
): string {
  return lang === "vi" ? `${unitName(local, lang)}/${unitName(foreign, lang)}` : `${local} per ${foreign}`;
}

/** A currency as a phrase. */
export const inCurrency = (code: string, lang: Lang): string =>
  lang === "vi" ? `tính bằng ${unitName(code, lang)}` : `in ${code}`;
