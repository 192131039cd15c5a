import { MOST_DIGITS, mayGroup } from "../engine/figure/decimal.ts";
import { currencyAt } from "./currencies.ts";
import type { TextLanguage } from "./extraction.ts";
import { magnitudeAt } from "./magnitudes.ts";
import type { Token } from "./token.ts";

/** Which sign parts whole from fraction. */
export type DecimalSign = "point" | "comma";

/** The sign that a text's numbers have, and whether they leave no doubt. */
export interface DecimalConvention {
  readonly decimal: DecimalSign;
  readonly isCertain: boolean;
}

interface Separated {
  readonly whole: string;
  readonly fraction?: string;
  /** The decimal sign that the number shows; absent where it has no sign or one that may be either. */
  readonly shown?: DecimalSign;
}

/** Digits, signs and spaces of the longest number anyone writes. */
const LONGEST_NUMBER = 40;
const LONGEST_PLAIN_NUMBER = 15;
const LONGEST_GROUPED = "123,456".length;

/** Digits alone, the first of them no zero: most numbers, and nothing to take apart. */
function isPlainNumber(text: string): boolean {
  if (text.length > LONGEST_PLAIN_NUMBER || text.charCodeAt(0) === ZERO) return false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < ZERO || code > NINE) return false;
  }
  return text.length > 0;
}
const ZERO = 48;
const NINE = 57;

const otherThan = (sign: DecimalSign): DecimalSign => (sign === "point" ? "comma" : "point");
const isGrouped = (groups: readonly string[]): boolean =>
  /^[1-9]\d{0,2}$/.test(groups[0] as string) && groups.slice(1).every((group) => group.length === 3);

/** A number token taken apart; `decimal` decides where one sign parts off three digits. */
function separated(text: string, decimal: DecimalSign): Separated | undefined {
  if (text.length > LONGEST_NUMBER) return undefined;
  const digits = text.includes("\u00a0") ? text.replaceAll("\u00a0", "") : text;
  const at = Math.max(digits.lastIndexOf("."), digits.lastIndexOf(","));
  if (at < 0) return { whole: digits };
  const last: DecimalSign = digits.charAt(at) === "." ? "point" : "comma";
  const whole = digits.slice(0, at);
  const fraction = digits.slice(at + 1);
  if (fraction.length === 3 && mayGroup(digits))
    return last === decimal ? { whole, fraction } : { whole: whole + fraction };
  if (!whole.includes(".") && !whole.includes(",")) return { whole, fraction, shown: last };
  const groups = whole.split(/[.,]/);
  if (!isGrouped(groups)) return undefined;
  const signs = new Set(whole.replace(/\d/g, ""));
  if (signs.size > 1) return undefined;
  if (!signs.has(digits.charAt(at))) return { whole: groups.join(""), fraction, shown: last };
  if (fraction.length === 3) return { whole: groups.join("") + fraction, shown: otherThan(last) };
  // "28.247.63" has one sign for both, which a slip of the pen explains and a list of numbers does not.
  return fraction.length < 3 ? { whole: groups.join(""), fraction } : undefined;
}

/**
 * The digits of a number token with a decimal point and without group signs. A number that shows its own convention is
 * read by it; `decimal` decides for one sign with three digits behind. Undefined for what is no single number (dates,
 * lists, versions) or has more digits than can be kept.
 * @example readLiteral("69.421,1", "point") // => "69421.1"
 * @example readLiteral("1,315", "point") // => "1315"
 * @example readLiteral("1,533", "comma") // => "1.533"
 */
export function readLiteral(text: string, decimal: DecimalSign): string | undefined {
  if (isPlainNumber(text)) return text;
  const parts = separated(text, decimal);
  if (!parts) return undefined;
  const whole = parts.whole.startsWith("0") ? parts.whole.replace(/^0+(?=\d)/, "") : parts.whole;
  if (whole.length + (parts.fraction?.length ?? 0) > MOST_DIGITS) return undefined;
  return parts.fraction === undefined ? whole : `${whole}.${parts.fraction}`;
}

/** Whether the number may be read with either sign: "1,315". */
export const isAmbiguous = (text: string): boolean => text.length <= LONGEST_GROUPED && mayGroup(text);

/** A number with a unit is meant as one; without, it may be a section, an hour or a day. */
const WITH_UNIT = 3;
const DATE_WORDS = new Set(["ngày", "ngay", "mục", "muc", "section", "số", "so", "version", "điều", "khoản"]);

/**
 * The decimal sign of a text by the numbers that show theirs, weighed; by its language where none does.
 */
export function decimalConventionOf(
  tokens: readonly Token[],
  language: TextLanguage,
  told?: DecimalSign,
): DecimalConvention {
  if (told) return { decimal: told, isCertain: true };
  const weights = { point: 0, comma: 0 };
  const grouped = { point: 0, comma: 0 };
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    if (token.kind !== "number" || token.text.length > LONGEST_NUMBER || isPlainNumber(token.text)) continue;
    if (isAmbiguous(token.text)) {
      // Nobody writes the zeros of "45.200" behind a decimal sign.
      if (token.text.endsWith("0")) grouped[token.text.includes(".") ? "comma" : "point"] += 1;
      continue;
    }
    const shown = separated(token.text, "point")?.shown;
    if (shown !== undefined) weights[shown] += weightAt(tokens, at);
  }
  const winner = heavier(weights);
  if (winner) return { decimal: winner, isCertain: weights[otherThan(winner)] === 0 };
  const byLanguage: DecimalSign = language === "vi" ? "comma" : "point";
  const byGroups = heavier(grouped);
  const isPlain = weights.point + weights.comma === 0;
  return { decimal: isPlain && byGroups && grouped[byGroups] > 1 ? byGroups : byLanguage, isCertain: false };
}

function heavier({ point, comma }: Readonly<Record<DecimalSign, number>>): DecimalSign | undefined {
  if (point === comma) return undefined;
  return point > comma ? "point" : "comma";
}

function weightAt(tokens: readonly Token[], at: number): number {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (before?.text === "/" || after?.text === "/") return 0;
  if (before && DATE_WORDS.has(before.text)) return 0;
  const hasUnit =
    after?.text === "%" ||
    after?.text === "percent" ||
    before?.text === "$" ||
    magnitudeAt(tokens, at + 1) !== undefined ||
    currencyAt(tokens, at + 1) !== undefined;
  return hasUnit ? WITH_UNIT : 1;
}
