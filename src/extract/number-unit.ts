import { currencyAt, fusedUnitAt } from "./currencies.ts";
import { magnitudeAt } from "./magnitudes.ts";
import { phraseAt, phraseTable } from "./phrase-table.ts";
import type { Token } from "./token.ts";

/** What stands behind a number and says what it is; the end is exclusive. */
export type NumberUnit =
  | { readonly kind: "percent"; readonly isPoints: boolean; readonly to: number }
  | {
      readonly kind: "scale";
      readonly exponent: number;
      readonly hasMagnitude: boolean;
      readonly currency?: string;
      /** "Rưỡi": half a unit more. */
      readonly hasHalf: boolean;
      /** "/tấn", "per tonne": the words of the unit that the amount is for. */
      readonly per?: string;
      readonly to: number;
    };

const PERCENTS = phraseTable<boolean>([
  ...["%", "percent", "per cent", "pct", "pct.", "phần trăm", "phan tram"].map(
    (name) => [name, false] as const,
  ),
  ...[
    "percentage points",
    "percentage point",
    "percent points",
    "% points",
    "% point",
    "pp",
    "ppt",
    "ppts",
    "điểm phần trăm",
    "điểm %",
    "diem phan tram",
    "diem %",
  ].map((name) => [name, true] as const),
]);

/** "$290m" and "1.5b USD": only beside a currency. */
const SHORT: ReadonlyMap<string, number> = new Map([
  ["m", 6],
  ["b", 9],
  ["t", 12],
]);
/** The signs that a unit may begin with. */
const UNIT_SIGNS: ReadonlySet<string> = new Set("% - $ ₫ € £ ¥ ₹".split(" "));
const HALVES: ReadonlySet<string> = new Set(["rưỡi", "ruoi"]);
const PER: ReadonlySet<string> = new Set(["/", "per", "a", "an", "each", "mỗi", "một"]);
/** What prices and wages are for, behind "a" or "một" as behind "per". */
const PER_WHAT: ReadonlySet<string> = new Set(
  (
    "ton tonne kg kilo kilogram kilogramme quintal litre liter head person capita hectare ha household worker " +
    "share barrel ounce hour day month unit piece container usd us vnd euro tấn tạ kg ký lít ha người đầu hộ giờ " +
    "ngày tháng cổ công m chiếc con cái tan nguoi thang gio"
  ).split(" "),
);
const YEAR: ReadonlySet<string> = new Set(["year", "annum", "năm", "nam"]);

/** The unit that begins at a token behind a number. */
export function unitAt(
  tokens: readonly Token[],
  at: number,
  hasCurrencyBefore: boolean,
): NumberUnit | undefined {
  const next = tokens[at];
  if (next?.kind !== "word" && !UNIT_SIGNS.has(next?.text ?? "")) return undefined;
  if (next?.text === "-" && !isJoint(tokens, at)) return undefined;
  // "290-million-USD plant", "7-percent increase"
  const begin = isJoint(tokens, at) ? at + 1 : at;
  const percent = phraseAt(PERCENTS, tokens, begin);
  if (percent) return { kind: "percent", isPoints: percent.meaning, to: percent.to };
  const scale = scaleAt(tokens, begin, hasCurrencyBefore);
  if (!scale) return undefined;
  const per = perAt(tokens, scale.to, scale.hasMagnitude);
  return per ? { ...scale, kind: "scale", per: per.words, to: per.to } : { ...scale, kind: "scale" };
}

interface Scale {
  readonly exponent: number;
  readonly hasMagnitude: boolean;
  readonly hasHalf: boolean;
  readonly currency?: string;
  readonly to: number;
}

const FUSED_SCALE = { hasMagnitude: true, hasHalf: false };

function scaleAt(tokens: readonly Token[], at: number, hasCurrencyBefore: boolean): Scale | undefined {
  const fused = fusedUnitAt(tokens, at);
  if (fused) {
    const further = fused.currency === undefined ? currencyBehind(tokens, at + 1, true) : undefined;
    const currency = fused.currency ?? further?.currency;
    return {
      exponent: fused.exponent,
      hasMagnitude: true,
      hasHalf: false,
      ...(currency === undefined ? {} : { currency }),
      to: further?.to ?? at + 1,
    };
  }
  const magnitude = magnitudeAt(tokens, at) ?? shortMagnitudeAt(tokens, at, hasCurrencyBefore);
  if (magnitude) {
    const hasHalf = HALVES.has(tokens[magnitude.to]?.text ?? "");
    const end = magnitude.to + (hasHalf ? 1 : 0);
    // "17,8 nghìn tỷđồng"
    const rest = fusedUnitAt(tokens, end);
    if (rest) return { ...FUSED_SCALE, ...rest, exponent: magnitude.exponent + rest.exponent, to: end + 1 };
    const currency = currencyBehind(tokens, isJoint(tokens, end) ? end + 1 : end, true);
    return {
      exponent: magnitude.exponent,
      hasMagnitude: true,
      hasHalf,
      ...(currency ? { currency: currency.currency } : {}),
      to: currency?.to ?? end,
    };
  }
  const currency = currencyBehind(tokens, at, false);
  if (!currency) return undefined;
  // "9,361 VND billion"
  const late = magnitudeAt(tokens, currency.to);
  return {
    exponent: late?.exponent ?? 0,
    hasMagnitude: late !== undefined,
    hasHalf: false,
    currency: currency.currency,
    to: late?.to ?? currency.to,
  };
}

/** A currency that belongs to the number before it and not to one behind it ("in 2023 USD 5 million", "5 million $3"). */
function currencyBehind(tokens: readonly Token[], at: number, hasMagnitude: boolean) {
  const found = currencyAt(tokens, at, hasMagnitude);
  if (!found) return undefined;
  const next = tokens[found.to];
  if (next?.kind !== "number") return found;
  return hasMagnitude && next.isSpaced ? found : undefined;
}

function shortMagnitudeAt(tokens: readonly Token[], at: number, hasCurrencyBefore: boolean) {
  const exponent = SHORT.get(tokens[at]?.text ?? "");
  if (exponent === undefined) return undefined;
  return hasCurrencyBefore || currencyAt(tokens, at + 1, true) ? { exponent, to: at + 1 } : undefined;
}

/** A hyphen that touches both sides. */
function isJoint(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return tokens[at]?.text === "-" && !tokens[at]?.isSpaced && next?.kind === "word" && !next.isSpaced;
}

/** "/tấn", "per tonne", "a month"; a year counts only for plain amounts, as plans are told a year as well. */
function perAt(
  tokens: readonly Token[],
  at: number,
  hasMagnitude: boolean,
): { readonly words: string; readonly to: number } | undefined {
  const sign = tokens[at]?.text;
  if (sign === undefined || !PER.has(sign)) return undefined;
  const what = tokens[at + 1];
  if (what?.kind !== "word") return undefined;
  const isYear = YEAR.has(what.text);
  if (isYear && (hasMagnitude || sign === "một")) return undefined;
  const isTold = sign === "/" || sign === "per" ? true : isYear || PER_WHAT.has(what.text);
  return isTold ? { words: what.text, to: at + 2 } : undefined;
}
