import { unitName } from "../engine/figure/unit-name.ts";
import type { DecimalSign } from "./decimal-convention.ts";
import { type Hedged, hedgesAround } from "./hedges.ts";
import type { AmountUnit, OtherNumber, Quantity } from "./mention.ts";
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
  let floor = 0;
  return drafts.map((draft, index) => {
    const quantity = quantityOf(tokens, draft, floor, folded, isRate(tokens, drafts, index));
    floor = quantity.to;
    return quantity;
  });
}

/** "1 USD = 24,000 VND". */
function isRate(tokens: readonly Token[], drafts: readonly NumberDraft[], index: number): boolean {
  const meets = (one?: NumberDraft, other?: NumberDraft): boolean =>
    one?.currency !== undefined &&
    other?.currency !== undefined &&
    other.from === one.to + 1 &&
    tokens[one.to]?.text === "=";
  return meets(drafts[index - 1], drafts[index]) || meets(drafts[index], drafts[index + 1]);
}

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
  if (kind === "percent") {
    const sign = draft.isNegative ? "-" : "";
    return {
      kind,
      ...hedged,
      value: moved(sign + literal, -2),
      literal: sign + literal,
      isSigned: draft.isSigned ?? false,
      isPoints: draft.isPoints ?? false,
      ...(draft.upTo === undefined ? {} : { upTo: moved(draft.upTo, -2) }),
    };
  }
  if (kind === "multiple") return { kind, ...hedged, value: moved(literal, 0), literal };
  const unit = kind === "scaled" && !isExchangeRate ? AMOUNT_UNITS.get(draft.currency ?? "") : undefined;
  if (!unit || draft.per !== undefined) return otherNumber(tokens, draft, hedged);
  const [name, exponent] = unit;
  const { upTo, upToExponent = draft.exponent } = draft;
  return {
    kind: "amount",
    ...hedged,
    value: moved(literal, draft.exponent - exponent),
    unit: name,
    ...namedScale(draft),
    ...(upTo === undefined ? {} : { upTo: moved(upTo, upToExponent - exponent) }),
    ...(draft.isElliptic ? { isElliptic: true } : {}),
  };
}

/** A literal moved by powers of ten; reading it as text rounds once, where multiplying would round twice. */
const moved = (literal: string, places: number): number =>
  Number(places === 0 ? literal : `${literal}e${places}`);

/** Literal and scale as the engine reads them; magnitudes between thousands ("trăm tỷ") go into the literal. */
function namedScale({ literal, exponent, currency = "" }: NumberDraft): { literal: string; scale: string } {
  const whole = exponent - (exponent % 3);
  const scale = unitName({ exponent: whole, scale: Number(`1e${whole}`), currency }) ?? currency;
  return { literal: whole === exponent ? literal : shifted(literal, exponent - whole), scale };
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
  const other: OtherNumber = {
    kind: "other",
    from,
    to,
    value: moved(draft.literal, draft.exponent),
    literal: draft.literal,
    hedge,
  };
  return noun === "" ? other : { ...other, noun };
}

function nounOf(tokens: readonly Token[], { to, currency, per }: NumberDraft): string {
  if (per !== undefined) return currency === undefined ? `per ${per}` : `${currency} per ${per}`;
  if (currency !== undefined) return currency;
  const words: string[] = [];
  for (let at = to; at < to + MOST_NOUN_WORDS; at += 1) {
    const token = tokens[at];
    if (token?.kind !== "word" || NO_NOUNS.has(token.text)) break;
    words.push(token.text);
  }
  return words.join(" ");
}
