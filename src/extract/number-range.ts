import type { DecimalSign } from "./decimal-convention.ts";
import {
  DATE_WORDS,
  isYearLike,
  type NumberDraft,
  numberAt,
  percentDraft,
  scaledDraft,
  scaledLiteral,
  type WrittenNumber,
} from "./number-draft.ts";
import { type NumberUnit, unitAt } from "./number-unit.ts";
import type { Token } from "./token.ts";

const LONGEST_CURRENCY = 3;
const SEPARATORS: ReadonlySet<string> = new Set(["-", "to", "and", "đến", "tới", "den", "toi"]);
const LEADS: ReadonlySet<string> = new Set(["from", "between", "từ", "tu"]);
/** A dash between numbers further apart parts a heading from its sentence. */
const WIDEST_DASH = 20;
/** Verbs after which "from 100 to 120" tells a change. */
const CHANGES: ReadonlySet<string> = new Set(
  (
    "rose rise rises rising risen increased increases increasing grew grown climbed jumped surged up raised raising " +
    "expanded fell falling fallen dropped declined decreased down narrowed widened revised cut lifted adjusted " +
    "% percent cent pct points times"
  ).split(" "),
);

/**
 * The range that begins with a number ("from 100 to 120 million USD", "8-10%"), or both numbers of a change ("rose from
 * 100 to 120 million USD"); undefined where there is neither.
 */
export function rangeFrom(
  tokens: readonly Token[],
  first: WrittenNumber,
  firstUnit: NumberUnit | undefined,
  decimal: DecimalSign,
): readonly NumberDraft[] | undefined {
  const at = firstUnit?.to ?? first.to;
  const separator = tokens[at];
  if (!separator || !SEPARATORS.has(separator.text) || isDate(tokens, at)) return undefined;
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

/** "12-05-2023" */
const isDate = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === "-" && tokens[at + 2]?.text === "-" && tokens[at + 3]?.kind === "number";

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
