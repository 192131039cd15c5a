import { currencyBefore } from "./currencies.ts";
import { type DecimalSign, isAmbiguous, readLiteral } from "./decimal-convention.ts";
import { multipleEnd, multipleInWordsAt } from "./multiples.ts";
import { type NumberUnit, unitAt } from "./number-unit.ts";
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

interface WrittenNumber {
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
const LONGEST_CURRENCY = 3;
const SEPARATORS: ReadonlySet<string> = new Set(["-", "to", "and", "đến", "tới", "den", "toi"]);
const LEADS: ReadonlySet<string> = new Set(["from", "between", "từ", "tu"]);
/** A dash between numbers further apart parts a heading from its sentence. */
const WIDEST_DASH = 20;
const DATE_WORDS: ReadonlySet<string> = new Set(
  (
    "in of tháng thang quý quy năm nam ngày ngay q phase table bảng bang january february march april may june july august " +
    "september october november december jan feb mar apr jun jul aug sep sept oct nov dec"
  ).split(" "),
);
/** Verbs after which "from 100 to 120" tells a change. */
const CHANGES: ReadonlySet<string> = new Set(
  (
    "rose rise rises rising risen increased increases increasing grew grown climbed jumped surged up raised raising " +
    "expanded fell falling fallen dropped declined decreased down narrowed widened revised cut lifted adjusted " +
    "% percent cent pct points times"
  ).split(" "),
);
const isYearLike = (literal: string): boolean => /^(?:19|20)\d\d$/.test(literal);

/** Every number of a text with its unit. Numbers in words count only with a magnitude, a percent sign or "times". */
export function numberDraftsOf(
  tokens: readonly Token[],
  decimal: DecimalSign,
  folded: boolean,
): readonly NumberDraft[] {
  const drafts: NumberDraft[] = [];
  let at = 0;
  let floor = 0;
  while (at < tokens.length) {
    const address = addressEnd(tokens, at);
    if (address !== undefined) {
      at = address;
      continue;
    }
    const found = draftsAt(tokens, at, floor, decimal, folded);
    for (const draft of found) drafts.push(draft);
    floor = found.at(-1)?.to ?? floor;
    at = Math.max(at + 1, floor);
  }
  return drafts;
}

/** The end of the address that "://" stands in: up to white space, whatever numbers it has in it. */
function addressEnd(tokens: readonly Token[], at: number): number | undefined {
  if (tokens[at]?.text !== ":" || tokens[at + 1]?.text !== "/" || tokens[at + 2]?.text !== "/")
    return undefined;
  let end = at + 3;
  while (end < tokens.length && !tokens[end]?.isSpaced && tokens[end]?.kind !== "break") end += 1;
  return end;
}

const NOTHING: readonly NumberDraft[] = [];

function draftsAt(
  tokens: readonly Token[],
  at: number,
  floor: number,
  decimal: DecimalSign,
  folded: boolean,
): readonly NumberDraft[] {
  const { kind } = tokens[at] as Token;
  if (kind !== "number" && kind !== "word") return NOTHING;
  const number = numberAt(tokens, at, floor, decimal);
  const unit = number && ownUnit(tokens, number);
  if (number) {
    const found = rangeFrom(tokens, number, unit, decimal) ?? draftOf(tokens, number, unit, decimal, folded);
    if (found) return found;
  }
  const multiple = tokens[at]?.kind === "word" ? multipleInWordsAt(tokens, at, folded) : undefined;
  return multiple
    ? [{ kind: "multiple", from: at, to: multiple.to, literal: multiple.meaning, exponent: 0 }]
    : [];
}

/** The unit behind a number; "năm 2023 USD tăng" and the words of a slug ("xuat-khau-525-trieu-usd") have none. */
function ownUnit(tokens: readonly Token[], number: WrittenNumber): NumberUnit | undefined {
  const unit = unitAt(tokens, number.to, number.currency !== undefined);
  if (unit?.kind !== "scale") return unit;
  const before = tokens[number.from - 1];
  const isYear = !unit.hasMagnitude && isYearLike(number.literal) && DATE_WORDS.has(before?.text ?? "");
  const isSlug =
    before?.text === "-" &&
    !before.isSpaced &&
    tokens[number.to]?.text === "-" &&
    isWordTouching(tokens, number.from - 2);
  return isYear || isSlug ? undefined : unit;
}

const isWordTouching = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === "word" && tokens[at + 1]?.isSpaced === false;

function numberAt(
  tokens: readonly Token[],
  at: number,
  floor: number,
  decimal: DecimalSign,
): WrittenNumber | undefined {
  const token = tokens[at];
  if (token?.kind !== "number") {
    const numeral = numeralAt(tokens, at);
    return numeral && { ...numeral, from: at, isWord: true };
  }
  const literal = readLiteral(token.text, decimal);
  if (literal === undefined) return undefined;
  const currency = currencyBefore(tokens, at, floor);
  return {
    literal,
    written: token.text,
    from: currency?.from ?? at,
    to: at + 1,
    isWord: false,
    ...(currency ? { currency: currency.currency } : {}),
  };
}

function draftOf(
  tokens: readonly Token[],
  number: WrittenNumber,
  unit: NumberUnit | undefined,
  decimal: DecimalSign,
  folded: boolean,
): readonly NumberDraft[] | undefined {
  const { literal, from, to } = number;
  if (unit?.kind === "percent") return [percentDraft(tokens, number, unit)];
  if (unit || number.currency !== undefined) {
    return number.isWord && !unit?.hasMagnitude
      ? undefined
      : [compound(tokens, scaledDraft(tokens, number, unit), decimal)];
  }
  const end = multipleEnd(tokens, number, folded);
  if (end !== undefined) return [{ kind: "multiple", from, to: end, literal, exponent: 0 }];
  return number.isWord ? undefined : [{ kind: "plain", from, to, literal, exponent: 0 }];
}

function percentDraft(
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

function scaledDraft(
  tokens: readonly Token[],
  number: WrittenNumber,
  unit: (NumberUnit & { kind: "scale" }) | undefined,
): NumberDraft {
  const currency = unit?.currency ?? number.currency;
  const exponent = unit?.exponent ?? 0;
  const literal = scaledLiteral(tokens, number, exponent, currency);
  return {
    kind: "scaled",
    from: number.from,
    to: unit?.to ?? number.to,
    literal: unit?.hasHalf && !literal.includes(".") ? `${literal}.5` : literal,
    exponent,
    ...(currency === undefined ? {} : { currency }),
    ...(unit?.per === undefined ? {} : { per: unit.per }),
  };
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
function scaledLiteral(
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

/** "17 tỷ 500 triệu đồng": the second number goes on where the first ends. */
function compound(tokens: readonly Token[], draft: NumberDraft, decimal: DecimalSign): NumberDraft {
  if (draft.currency !== undefined || draft.literal.includes(".") || draft.exponent === 0) return draft;
  const next = tokens[draft.to];
  if (next?.kind !== "number" || !next.isSpaced) return draft;
  const number = numberAt(tokens, draft.to, draft.to, decimal);
  const unit = number && unitAt(tokens, number.to, false);
  if (!number || unit?.kind !== "scale" || !unit.hasMagnitude || unit.currency === undefined) return draft;
  const digits = draft.exponent - unit.exponent;
  if (digits < 3 || number.literal.includes(".") || number.literal.length > digits) return draft;
  const fraction = number.literal.padStart(digits, "0").replace(/0+$/, "");
  return {
    ...draft,
    literal: fraction === "" ? draft.literal : `${draft.literal}.${fraction}`,
    currency: unit.currency,
    to: unit.to,
    ...(unit.per === undefined ? {} : { per: unit.per }),
  };
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

function rangeFrom(
  tokens: readonly Token[],
  first: WrittenNumber,
  firstUnit: NumberUnit | undefined,
  decimal: DecimalSign,
): readonly NumberDraft[] | undefined {
  const at = firstUnit?.to ?? first.to;
  const separator = tokens[at];
  if (!separator || !SEPARATORS.has(separator.text)) return undefined;
  const second = numberBehind(tokens, at + 1, decimal);
  const unit = second && unitAt(tokens, second.to, second.currency !== undefined);
  if (!second || (firstUnit && unit && firstUnit.kind !== unit.kind)) return undefined;
  if (!unit && (firstUnit || (second.currency ?? first.currency) === undefined)) return undefined;
  const before = tokens[first.from - 1]?.text ?? "";
  const isLed = LEADS.has(before);
  if (!firstUnit && (DATE_WORDS.has(before) || (isYearLike(first.literal) && separator.isSpaced)))
    return undefined;
  if (separator.text === "and" && before !== "between") return undefined;
  if (separator.text !== "-" && firstUnit && !isLed) return undefined;
  const [lower, upper] = ends(tokens, first, firstUnit, second, unit);
  if (!lower || !upper) return undefined;
  const isChange =
    separator.text === "to" && before === "from" && CHANGES.has(tokens[first.from - 2]?.text ?? "");
  if (isChange && (lower.kind === "scaled" || firstUnit)) return [{ ...lower, to: at }, upper];
  const ratio = (Number(upper.literal) * 10 ** (upper.exponent - lower.exponent)) / Number(lower.literal);
  if (!(ratio > 1) || (separator.text === "-" && ratio > WIDEST_DASH)) return undefined;
  return [
    {
      ...upper,
      from: isLed ? first.from - 1 : lower.from,
      literal: lower.literal,
      exponent: lower.exponent,
      isSigned: lower.isSigned ?? false,
      isNegative: lower.isNegative ?? false,
      upTo: upper.literal,
      upToExponent: upper.exponent,
    },
  ];
}

/** Both ends with one unit between them. */
function ends(
  tokens: readonly Token[],
  first: WrittenNumber,
  firstUnit: NumberUnit | undefined,
  second: WrittenNumber,
  unit: NumberUnit | undefined,
): readonly NumberDraft[] {
  if (unit?.kind === "percent") {
    return [percentDraft(tokens, first, { ...unit, to: first.to }), percentDraft(tokens, second, unit)];
  }
  if (firstUnit?.kind === "percent") return [];
  const upper = scaledDraft(tokens, second, unit);
  const lower = scaledDraft(tokens, first, firstUnit ?? unit);
  const currency = upper.currency ?? lower.currency;
  if (firstUnit && first.currency === undefined && firstUnit.currency === undefined && currency === undefined)
    return [lower, upper];
  if (firstUnit && firstUnit.hasMagnitude !== unit?.hasMagnitude) return [];
  const own = firstUnit?.currency ?? first.currency;
  if (own !== undefined && upper.currency !== undefined && own !== upper.currency) return [];
  if (currency === undefined) return [lower, upper];
  return [
    { ...lower, currency, literal: scaledLiteral(tokens, first, lower.exponent, currency) },
    { ...upper, currency, literal: scaledLiteral(tokens, second, upper.exponent, currency) },
  ];
}

/** The number that begins at a token, its currency first where it has one there. */
function numberBehind(tokens: readonly Token[], at: number, decimal: DecimalSign): WrittenNumber | undefined {
  if (tokens[at]?.kind === "number") return numberAt(tokens, at, at, decimal);
  for (let digits = at; digits <= at + LONGEST_CURRENCY; digits += 1) {
    if (digits > at && tokens[digits]?.kind !== "number") continue;
    const number = numberAt(tokens, digits, at, decimal);
    if (number?.from === at) return number;
  }
  return undefined;
}
