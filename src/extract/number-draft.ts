import { currencyBefore } from "./currencies.ts";
import { type DecimalSign, isAmbiguous, readLiteral } from "./decimal-convention.ts";
import type { NumberUnit } from "./number-unit.ts";
import { numeralAt } from "./numeral-words.ts";
import type { Token } from "./token.ts";

/** A number with the unit that touches it, before its neighbours and hedges are looked at. */
export interface NumberDraft {
  readonly kind: "scaled" | "percent" | "multiple" | "plain";
  readonly from: number;
  readonly to: number;
  readonly literal: string;
  /** Upper end of a range, in the same unit. */
  readonly upTo?: string;
  readonly upToExponent?: number;
  /** Power of ten of the literal. */
  readonly exponent: number;
  readonly currency?: string;
  /** The words of the unit that an amount is for: "tonne". */
  readonly per?: string;
  readonly isPoints?: boolean;
  readonly isSigned?: boolean;
  readonly isNegative?: boolean;
  /** Its currency or unit is a neighbour's. */
  readonly isElliptic?: boolean;
}

/** A number as it stands in the text. */
export interface WrittenNumber {
  readonly literal: string;
  /** The token, where it is in digits. */
  readonly written?: string;
  /** Where the number begins, its currency included. */
  readonly from: number;
  readonly to: number;
  readonly currency?: string;
  readonly isWord: boolean;
}

const MILLION = 6;
const BILLION = 9;

/** Words after which a number is a date. */
export const DATE_WORDS: ReadonlySet<string> = new Set(
  (
    "in of tháng thang quý quy năm nam ngày ngay q phase table bảng bang january february march april may june july august " +
    "september october november december jan feb mar apr jun jul aug sep sept oct nov dec"
  ).split(" "),
);
/** Whether a whole number may be a year. */
export const isYearLike = (literal: string): boolean =>
  literal.length === 4 && /^(?:19|20)\d\d$/.test(literal);

/** The number at a token, in digits or in words, with the currency before it. */
export function numberAt(
  tokens: readonly Token[],
  at: number,
  floor: number,
  decimal: DecimalSign,
): WrittenNumber | undefined {
  const token = tokens[at];
  if (token?.kind !== "number") {
    const numeral = numeralAt(tokens, at);
    return numeral && { literal: numeral.literal, from: at, to: numeral.to, isWord: true };
  }
  const literal = readLiteral(token.text, decimal);
  if (literal === undefined) return undefined;
  const currency = currencyBefore(tokens, at, floor);
  const written = token.text;
  const to = at + 1;
  return currency
    ? { literal, written, from: currency.from, to, isWord: false, currency: currency.currency }
    : { literal, written, from: at, to, isWord: false };
}

/** A percentage with its sign. */
export function percentDraft(
  tokens: readonly Token[],
  number: WrittenNumber,
  unit: NumberUnit & { kind: "percent" },
): NumberDraft {
  const sign = signBefore(tokens, number.from);
  return {
    kind: "percent",
    from: sign ? number.from - 1 : number.from,
    to: unit.to,
    literal: percentLiteral(number),
    exponent: 0,
    isPoints: unit.isPoints,
    isSigned: sign !== undefined,
    isNegative: sign === "-",
  };
}

/** A number with a magnitude or a currency. */
export function scaledDraft(
  tokens: readonly Token[],
  number: WrittenNumber,
  unit: (NumberUnit & { kind: "scale" }) | undefined,
): NumberDraft {
  const currency = unit?.currency ?? number.currency;
  const exponent = unit?.exponent ?? 0;
  const whole = scaledLiteral(tokens, number, exponent, currency);
  const literal = unit?.hasHalf && !whole.includes(".") ? `${whole}.5` : whole;
  const { from } = number;
  const to = unit?.to ?? number.to;
  const per = unit?.per;
  // Spreading what may be absent would take longer than all the rest.
  if (currency === undefined)
    return per === undefined
      ? { kind: "scaled", from, to, literal, exponent }
      : { kind: "scaled", from, to, literal, exponent, per };
  return per === undefined
    ? { kind: "scaled", from, to, literal, exponent, currency }
    : { kind: "scaled", from, to, literal, exponent, currency, per };
}

/** The number with its one sign as decimal sign, where it may be one and does not end in zeros that nobody would write. */
function withFraction({ written, literal }: WrittenNumber): string {
  if (written === undefined || !isAmbiguous(written) || written.endsWith("0")) return literal;
  return readLiteral(written, written.includes(".") ? "point" : "comma") ?? literal;
}

/**
 * The digits of an amount. "1,533 tỷ USD" is 1.5 billion in any convention: no place trades thousands of billions. And
 * "5.526 tỷ đồng" is thousands in any, as Vietnamese words come with Vietnamese points.
 */
export function scaledLiteral(
  tokens: readonly Token[],
  number: WrittenNumber,
  exponent: number,
  currency: string | undefined,
): string {
  const { written, literal, to } = number;
  if (written === undefined || !isAmbiguous(written)) return literal;
  if (currency === "USD" && exponent >= BILLION) return withFraction(number);
  const isThousands =
    exponent === BILLION
      ? /^t[ỷyi]/.test(tokens[to]?.text ?? "")
      : exponent === MILLION && /^tri[eệ]u/.test(tokens[to]?.text ?? "") && /^\d\./.test(written);
  return isThousands && written.includes(".") ? (readLiteral(written, "comma") ?? literal) : literal;
}

/** "13,579%" is a share; "1,315%" follows the text. */
function percentLiteral(number: WrittenNumber): string {
  const isLarge = /^\d\d/.test(number.written ?? "");
  return isLarge ? withFraction(number) : number.literal;
}

/** A plus, or a minus that is neither a dash between words nor the middle of a range. */
function signBefore(tokens: readonly Token[], at: number): "+" | "-" | undefined {
  const sign = tokens[at - 1];
  if (sign?.text === "+") return "+";
  if (sign?.text !== "-" || tokens[at]?.isSpaced) return undefined;
  const before = tokens[at - 2];
  const isOpen =
    before === undefined || sign.isSpaced || before.kind === "break" || "(:|[=;,".includes(before.text);
  return isOpen && before?.kind !== "number" ? "-" : undefined;
}
