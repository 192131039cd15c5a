import type { Bounds } from "../engine/figure/interval.ts";
import { SHARE_OF_TARGET } from "./answers.ts";
import {
  decimalsOf,
  formatNumber,
  formatSignificant,
  PRECISE_DIGITS,
  roundSignificant,
} from "./format-number.ts";
import type { Lang, Wording } from "./language.ts";

const MOST_STATED_DECIMALS = 4;

/** A unit in words: what stands before and behind its number, and what the number is multiplied by. */
interface UnitWords {
  readonly before: string;
  readonly behind: string;
  readonly factor?: number;
}

const MAGNITUDES: readonly { readonly en: string; readonly vi: string; readonly pattern: RegExp }[] = [
  { en: "quadrillion", vi: "triệu tỷ", pattern: /quadrillion|triệu t[ỷỉ]/ },
  { en: "trillion", vi: "nghìn tỷ", pattern: /trillion|\btrn\b|\btn\b|ngh?[ìà]n t[ỷỉ]/ },
  { en: "billion", vi: "tỷ", pattern: /billion|\bbn\b|t[ỷỉ](?!\p{L})/u },
  { en: "million", vi: "triệu", pattern: /million|\bmn\b|\bmln\b|triệu/ },
  { en: "thousand", vi: "nghìn", pattern: /thousand|ngh?[ìà]n/ },
];

/** Sign before the number in English, word behind it in Vietnamese. */
const CURRENCIES: readonly { readonly en: string; readonly vi: string; readonly pattern: RegExp }[] = [
  { en: "VND", vi: "đồng", pattern: /\bvnd\b|vnđ|₫|đồng/ },
  { en: "US$", vi: "USD", pattern: /\busd\b|us\$|^\$|\$$|us dollars?|dollars?|đô la mỹ|đô la/ },
  { en: "€", vi: "EUR", pattern: /\beur\b|€|euros?/ },
  { en: "£", vi: "GBP", pattern: /\bgbp\b|£/ },
];

const THINGS: readonly { readonly en: string; readonly vi: string; readonly pattern: RegExp }[] = [
  { en: "tonnes", vi: "tấn", pattern: /^(?:tons?|tonnes?|tấn)$/ },
  { en: "hectares", vi: "ha", pattern: /^(?:ha|hectares?|héc ta)$/ },
  { en: "people", vi: "người", pattern: /^(?:people|persons?|người)$/ },
  { en: "workers", vi: "lao động", pattern: /^(?:workers?|lao động)$/ },
  { en: "visitors", vi: "lượt khách", pattern: /^(?:visitors?|visits?|lượt khách)$/ },
  { en: "enterprises", vi: "doanh nghiệp", pattern: /^(?:enterprises?|businesses|doanh nghiệp)$/ },
  { en: "projects", vi: "dự án", pattern: /^(?:projects?|dự án)$/ },
  { en: "percentage points", vi: "điểm phần trăm", pattern: /^(?:percentage points?|điểm phần trăm)$/ },
  { en: "points", vi: "điểm", pattern: /^(?:points?|điểm)$/ },
  { en: "units", vi: "chiếc", pattern: /^(?:units?|pieces?|chiếc|cái)$/ },
];

function unitWords(unit: string | undefined, lang: Lang): UnitWords {
  if (unit === SHARE_OF_TARGET)
    return { before: "", behind: lang === "vi" ? "% kế hoạch" : "% of the plan", factor: 100 };
  const text = unit?.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim() ?? "";
  if (text === "") return { before: "", behind: "" };
  // An index is told as a bare number.
  if (/^(?:index|chỉ số)$/.test(text)) return { before: "", behind: "" };
  if (/^(?:%|percent|per cent|phần trăm)$/.test(text)) return { before: "", behind: "%" };
  const magnitude = MAGNITUDES.find(({ pattern }) => pattern.test(text));
  const afterMagnitude = magnitude ? text.replace(magnitude.pattern, "").trim() : text;
  const currency = CURRENCIES.find(({ pattern }) => pattern.test(afterMagnitude));
  const rest = (currency ? afterMagnitude.replace(currency.pattern, "") : afterMagnitude).trim();
  const thing = rest === "" ? undefined : THINGS.find(({ pattern }) => pattern.test(rest));
  // Words that are not understood leave the unit as its writer wrote it: half a translation is worse than none.
  if (rest !== "" && !thing) return { before: "", behind: ` ${unit?.trim()}` };
  const size = magnitude ? ` ${magnitude[lang]}` : "";
  if (lang === "en" && currency) return { before: currency.en, behind: size };
  const name = currency?.[lang] ?? thing?.[lang];
  return { before: "", behind: size + (name ? ` ${name}` : "") };
}

/**
 * The wording of a difference between amounts: shares and rates differ by percentage points, not by percent.
 * @example formatAmount(0.9, differenceWording({ lang: "vi", unit: "%" })) // => "0,9 điểm phần trăm"
 */
export function differenceWording({ lang, unit }: Wording): Wording {
  if (unitWords(unit, lang).behind !== "%") return { lang, unit };
  return { lang, unit: lang === "vi" ? "điểm phần trăm" : "percentage points" };
}

/**
 * The name of a unit in a language; a unit that is not known stays as it was written.
 * @example unitName("billion VND", "vi") // => "tỷ đồng"
 * @example unitName("nghìn tỷ đồng", "en") // => "trillion VND"
 */
export function unitName(unit: string, lang: Lang): string {
  const { before, behind } = unitWords(unit, lang);
  return `${behind} ${before === "US$" ? "USD" : before}`.trim();
}

/**
 * An amount with its unit in words. `decimals` writes a fixed number of them, for figures as reported;
 * "all" every digit; otherwise four significant digits.
 * @example formatAmount(290, { lang: "en", unit: "million USD" }) // => "US$290 million"
 * @example formatAmount(17.8, { lang: "vi", unit: "trillion VND" }) // => "17,8 nghìn tỷ đồng"
 */
export function formatAmount(x: number, { lang, unit }: Wording, decimals?: number | "all"): string {
  const { before, behind, factor = 1 } = unitWords(unit, lang);
  const sign = x < 0 && before !== "" ? "-" : "";
  const written = typeof decimals === "number" && factor === 100 ? Math.max(0, decimals - 2) : decimals;
  return sign + before + amountDigits((sign ? -x : x) * factor, lang, written) + behind;
}

/**
 * A range of amounts with one unit: both ends, the only end that is known, or the one value of an exact range.
 * @example formatRange({ lower: 916.2717, upper: 922.3455 }, { lang: "en", unit: "million USD" }) // => "US$916.3 to 922.3 million"
 * @example formatRange({ lower: -18.26, upper: -14.81 }, { lang: "en", unit: "million USD" }) // => "-US$18.26 to -14.81 million"
 * @example formatRange({ lower: 900, upper: 1080 }, { lang: "vi", unit: "million USD" }) // => "từ 900 đến 1.080 triệu USD"
 */
export function formatRange({ lower, upper }: Bounds, wording: Wording): string {
  const { lang, unit } = wording;
  const { before, behind, factor = 1 } = unitWords(unit, lang);
  if (lower === undefined) {
    if (upper === undefined) return lang === "vi" ? "bất kỳ mức nào" : "anything";
    return `${lang === "vi" ? "tối đa" : "at most"} ${formatAmount(upper, wording)}`;
  }
  if (upper === undefined) return `${lang === "vi" ? "ít nhất" : "at least"} ${formatAmount(lower, wording)}`;
  if (lower === upper) return formatAmount(lower, wording, "all");
  const [low, high] = [lower, upper].map((end) => amountDigits(end * factor, lang)) as [string, string];
  if (lang === "vi") return low === high ? `${low}${behind}` : `từ ${low} đến ${high}${behind}`;
  const first =
    lower < 0 && before !== "" ? `-${before}${amountDigits(-lower * factor, lang)}` : before + low;
  return low === high ? first + behind : `${first} to ${high}${behind}`;
}

function amountDigits(x: number, lang: Lang, decimals?: number | "all"): string {
  if (decimals === undefined) return formatSignificant(x, lang);
  if (decimals !== "all") return formatNumber(x, lang, decimals);
  // Nobody states more decimals than these: such a number was worked out.
  const stated = roundSignificant(x, PRECISE_DIGITS);
  return decimalsOf(stated) > MOST_STATED_DECIMALS ? formatSignificant(x, lang) : formatNumber(stated, lang);
}
