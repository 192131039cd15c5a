import { decimalValue } from "../engine/figure/decimal.ts";
import { unitName } from "../engine/figure/unit-name.ts";
import type { DecimalSign } from "./decimal-convention.ts";
import { type Hedged, hedgesAround } from "./hedges.ts";
import type { Amount, AmountUnit, OtherNumber, Percent, Quantity } from "./mention.ts";
import { isYearLike, type NumberDraft } from "./number-draft.ts";
import { numberDraftsOf } from "./number-drafts.ts";
import { withSharedUnits } from "./number-neighbours.ts";
import type { Token } from "./token.ts";

/** The unit of amounts in a currency and its power of ten. */
const AMOUNT_UNITS: ReadonlyMap<string, readonly [AmountUnit, number]> = new Map([
  ["USD", ["USD million", 6]],
  ["VND", ["VND billion", 9]],
]);

/**
 * The amounts, percentages, multiples and other numbers of a text, in its order and not overlapping. `folded` reads
 * Vietnamese that is written without accents.
 */
export function quantitiesOf(
  tokens: readonly Token[],
  decimal: DecimalSign,
  folded = false,
): readonly Quantity[] {
  const drafts = withSharedUnits(tokens, numberDraftsOf(tokens, decimal, folded));
  const quantities: Quantity[] = [];
  let floor = 0;
  for (let index = 0; index < drafts.length; index += 1) {
    const draft = drafts[index] as NumberDraft;
    const quantity = quantityOf(tokens, draft, floor, folded, isRate(tokens, drafts, index));
    floor = quantity.to;
    quantities.push(quantity);
  }
  return quantities;
}

/** "1 USD = 24,000 VND". */
function isRate(tokens: readonly Token[], drafts: readonly NumberDraft[], index: number): boolean {
  const draft = drafts[index] as NumberDraft;
  if (draft.currency === undefined) return false;
  return isEqual(tokens, drafts[index - 1], draft) || isEqual(tokens, draft, drafts[index + 1]);
}

const isEqual = (tokens: readonly Token[], one?: NumberDraft, other?: NumberDraft): boolean =>
  one?.currency !== undefined &&
  other?.currency !== undefined &&
  other.from === one.to + 1 &&
  tokens[one.to]?.text === "=";

function quantityOf(
  tokens: readonly Token[],
  draft: NumberDraft,
  floor: number,
  folded: boolean,
  isExchangeRate: boolean,
): Quantity {
  const { kind, literal, from, to } = draft;
  if (kind === "plain" && isYearLike(literal))
    return otherNumber(tokens, draft, { from, to, hedge: "exact" });
  const hedged = hedgesAround(tokens, from, to, floor, kind === "percent" || kind === "multiple", folded);
  if (kind === "percent") return percentOf(draft, hedged);
  const { hedge } = hedged;
  if (kind === "multiple")
    return { kind, from: hedged.from, to: hedged.to, hedge, value: moved(literal, 0), literal };
  const unit =
    kind === "scaled" && !isExchangeRate && draft.currency !== undefined
      ? AMOUNT_UNITS.get(draft.currency)
      : undefined;
  if (!unit || draft.per !== undefined) return otherNumber(tokens, draft, hedged);
  return amountOf(draft, hedged, ...unit);
}

// Spreading what may be absent would take longer than all the rest: optional fields are set afterwards.
type Writable<Read> = { -readonly [Field in keyof Read]: Read[Field] };

function percentOf(
  { literal, isNegative, isSigned = false, isPoints = false, upTo }: NumberDraft,
  { from, to, hedge }: Hedged,
): Percent {
  const signed = isNegative ? `-${literal}` : literal;
  const value = moved(signed, -2);
  const percent: Writable<Percent> = {
    kind: "percent",
    from,
    to,
    hedge,
    value,
    literal: signed,
    isSigned,
    isPoints,
  };
  if (upTo !== undefined) percent.upTo = moved(upTo, -2);
  return percent;
}

function amountOf(
  draft: NumberDraft,
  { from, to, hedge }: Hedged,
  unit: AmountUnit,
  exponent: number,
): Amount {
  const { upTo, upToExponent = draft.exponent } = draft;
  const value = moved(draft.literal, draft.exponent - exponent);
  const { literal, scale } = namedScale(draft);
  const amount: Writable<Amount> = { kind: "amount", from, to, hedge, value, unit, literal, scale };
  if (upTo !== undefined) amount.upTo = moved(upTo, upToExponent - exponent);
  if (draft.isElliptic) amount.isElliptic = true;
  return amount;
}

/** Digits up to here are one whole number that nothing rounds. */
const MOST_EXACT_DIGITS = 15;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;

/** A literal moved by powers of ten, rounded once. */
function moved(literal: string, places: number): number {
  if (literal.length > MOST_EXACT_DIGITS) return Number(`${literal}e${places}`);
  let mantissa = 0;
  let exponent = places;
  let isFraction = false;
  for (let at = 0; at < literal.length; at += 1) {
    const code = literal.charCodeAt(at);
    if (code === POINT) isFraction = true;
    else if (code !== MINUS) {
      mantissa = 10 * mantissa + code - ZERO;
      if (isFraction) exponent -= 1;
    }
  }
  const value = decimalValue(mantissa, exponent);
  return literal.charCodeAt(0) === MINUS ? -value : value;
}

/** Literal and scale as the engine reads them; magnitudes between thousands ("trăm tỷ") go into the literal. */
function namedScale({ literal, exponent, currency = "" }: NumberDraft): { literal: string; scale: string } {
  const whole = exponent - (exponent % 3);
  return {
    literal: whole === exponent ? literal : shifted(literal, exponent - whole),
    scale: scaleName(whole, currency),
  };
}

const scaleNames = new Map<string, string>();

/** Few scales are ever told, each of them often. */
function scaleName(exponent: number, currency: string): string {
  const key = `${exponent} ${currency}`;
  const known = scaleNames.get(key);
  if (known !== undefined) return known;
  const name = unitName({ exponent, scale: decimalValue(1, exponent), currency }) ?? currency;
  scaleNames.set(key, name);
  return name;
}

function shifted(literal: string, places: number): string {
  const [whole = "", fraction = ""] = literal.split(".");
  const digits = fraction.padEnd(places, "0");
  const rest = digits.slice(places);
  const moved = (whole + digits.slice(0, places)).replace(/^0+(?=\d)/, "");
  return rest === "" ? moved : `${moved}.${rest}`;
}

const MOST_NOUN_WORDS = 2;
const NO_NOUNS: ReadonlySet<string> = new Set(
  (
    "and or in from to for by up down as at on with while compared of was were is are the this that last which " +
    "và trong tăng giảm so bằng đạt ở từ cho với của là hoặc vào theo được có đã"
  ).split(" "),
);

function otherNumber(tokens: readonly Token[], draft: NumberDraft, { from, to, hedge }: Hedged): OtherNumber {
  const noun = nounOf(tokens, draft);
  const value = moved(draft.literal, draft.exponent);
  const { literal } = draft;
  return noun === ""
    ? { kind: "other", from, to, value, literal, hedge }
    : { kind: "other", from, to, value, literal, hedge, noun };
}

function nounOf(tokens: readonly Token[], { to, currency, per }: NumberDraft): string {
  if (per !== undefined) return currency === undefined ? `per ${per}` : `${currency} per ${per}`;
  if (currency !== undefined) return currency;
  let noun = "";
  for (let at = to; at < to + MOST_NOUN_WORDS; at += 1) {
    const token = tokens[at];
    if (token?.kind !== "word" || NO_NOUNS.has(token.text)) break;
    noun = noun === "" ? token.text : `${noun} ${token.text}`;
  }
  return noun;
}
