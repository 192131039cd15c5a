import { withoutAccents } from "../engine/figure/vocabulary.ts";
import type { AmountUnit, Mention } from "./mention.ts";
import { phraseAt, phraseTable } from "./phrase-table.ts";
import type { Token } from "./token.ts";
import {
  ABROAD,
  GOODS_TAILS,
  INDICATOR_PHRASES,
  INDICATORS,
  LEADS,
  NEIGHBOURS,
  NO_INDICATOR,
  OTHER_MONEY,
  PRICE_BASES,
  SELLING_VERBS,
  TAILS,
  TRADE_BALANCE,
  TRADE_VERBS,
} from "./vocabulary/indicator-phrases.ts";
import { meaning } from "./vocabulary/phrase-template.ts";

export { INDICATORS, type Indicator } from "./vocabulary/indicator-phrases.ts";

export type PriceBasis = "constant2010" | "current";

/** What a figure is of. */
export interface IndicatorMention extends Mention {
  readonly kind: "indicator";
  /** A name of {@link INDICATORS}, or "trade_balance" or "other" where {@link isOther} is set. */
  readonly name: string;
  readonly unit?: AmountUnit | "percent_yoy";
  /** Told by a verb: "exported goods worth". */
  readonly isVerbal?: boolean;
  /** Money that is no report of the vocabulary: capital, loans, prices, a trade surplus. */
  readonly isOther?: boolean;
  readonly priceBasis?: PriceBasis;
}

type Role =
  /** A name that stands for itself. */
  | "plain"
  /** A verb that counts where a number follows: "exported". */
  | "verb"
  | "other"
  /** A verb of selling, exports only where the sentence says that it is abroad. */
  | "selling"
  /** A noun that counts where a number follows: "export", "import". */
  | "bare"
  /** Those who trade, where money is told of them: "exporters earned". */
  | "trader"
  /** "Industrial output": a value where an amount follows, otherwise the index. */
  | "valueOrIndex"
  /** "Kim ngạch", "production value": of what was spoken of last. */
  | "again";

interface Meaning {
  readonly name: string;
  readonly role: Role;
}

const TRADES = new Set(["exports", "imports", "trade_turnover"]);
const AGAIN: Readonly<Record<string, ReadonlySet<string>>> = {
  exports: TRADES,
  industrial_production_value: new Set([
    "industrial_production_value",
    "agricultural_production_value",
    "fishery_production_value",
    "construction_value",
  ]),
};

const indicators = phraseTable<Meaning | null>([
  ...meaning(null, [...NO_INDICATOR, ...Object.values(PRICE_BASES).flat()]),
  ...meaning<Meaning>({ name: "trade_balance", role: "other" }, TRADE_BALANCE),
  ...Object.entries(INDICATOR_PHRASES).flatMap(([name, templates]) =>
    meaning<Meaning>({ name, role: "plain" }, templates),
  ),
  ...meaning<Meaning>({ name: "exports", role: "bare" }, ["export"]),
  ...meaning<Meaning>({ name: "imports", role: "bare" }, ["import"]),
  ...Object.entries(TRADE_VERBS).flatMap(([name, templates]) =>
    meaning<Meaning>({ name, role: "verb" }, templates),
  ),
  ...meaning<Meaning>({ name: "exports", role: "trader" }, ["exporters|exporter|exporting firms"]),
  ...meaning<Meaning>({ name: "imports", role: "trader" }, ["importers|importer"]),
  ...meaning<Meaning>({ name: "fdi", role: "trader" }, ["foreign investors"]),
  ...meaning<Meaning>({ name: "state_budget", role: "trader" }, [
    "state budget (had|has|have) (received|collected|taken in)|state budget (received|receives|collects)",
  ]),
  ...meaning<Meaning>({ name: "exports", role: "selling" }, SELLING_VERBS),
  ...meaning<Meaning>({ name: "exports", role: "again" }, ["kim ngạch"]),
  ...meaning<Meaning>({ name: "iip", role: "plain" }, ["chỉ số này|this index"]),
  ...meaning<Meaning>({ name: "industrial_production_value", role: "again" }, [
    "production value",
    "output value",
    "giá trị (sản xuất|sx)|gtsx",
  ]),
  ...meaning<Meaning>({ name: "industrial_production_value", role: "valueOrIndex" }, [
    "industrial (production|output)|industry output|[hoạt động] sản xuất [ngành] công nghiệp|sxcn",
  ]),
  ...meaning<Meaning>({ name: "other", role: "other" }, OTHER_MONEY),
]);
const abroad = phraseTable(meaning(true, ABROAD));
const priceBases = phraseTable(
  Object.entries(PRICE_BASES).flatMap(([basis, templates]) => meaning(basis as PriceBasis, templates)),
);
const MONEY = new Set(
  "vnd usd $ đ đồng dong billion trillion million quadrillion tỷ ty triệu trieu bln bn vnđ".split(" "),
);
const tails = new Map(
  Object.entries(TAILS).map(([name, templates]) => [name, phraseTable(meaning(true, templates))]),
);
const goodsTails = phraseTable(meaning(true, GOODS_TAILS));
const leads = new Set([...LEADS, ...[...LEADS].map(withoutAccents)]);
const unitOf = new Map(INDICATORS.map(({ name, unit }) => [name, unit]));

/** What retail sales begin with where they are the total. */
const TOTALS = new Set(["total", "tổng", "tong", "mức", "muc", "overall", "gross"]);

/** Tokens that one is looked for ahead or behind within a sentence. */
const SIGHT = 14;

const endsSentence = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at] as Token;
  if (token.kind === "break" || token.text === ";" || token.text === "!" || token.text === "?") return true;
  return token.text === "." && (tokens[at + 1]?.isSpaced ?? true);
};

/**
 * Tells of a token whether something stands within sight ahead of it in its sentence. Asked from left to right it reads
 * each token once.
 */
function lookout(
  tokens: readonly Token[],
  isSought: (at: number) => boolean,
  isEnd: (token: Token) => boolean = () => false,
): (from: number) => boolean {
  let stop = 0;
  let isFound = false;
  return (from) => {
    if (stop < from || !isFound) {
      stop = Math.max(stop, from);
      for (isFound = false; stop < tokens.length; stop += 1) {
        if (isSought(stop)) {
          isFound = true;
          break;
        }
        if (isEnd(tokens[stop] as Token) || endsSentence(tokens, stop)) break;
      }
    }
    return isFound && stop < from + SIGHT;
  };
}

/** What is looked for ahead of a phrase that counts only with it. */
const lookoutsOf = (tokens: readonly Token[], folded: boolean) => ({
  isNumberAhead: lookout(tokens, (at) => tokens[at]?.kind === "number"),
  isAbroadAhead: lookout(tokens, (at) => phraseAt(abroad, tokens, at, folded) !== undefined),
  isMoneyAhead: lookout(
    tokens,
    (at) => MONEY.has(tokens[at]?.text ?? ""),
    ({ text }) => text === "%",
  ),
});

/** "(IIP)" right after the name it is short for. */
function withAbbreviation(tokens: readonly Token[], to: number, name: string, folded: boolean): number {
  if (tokens[to]?.text !== "(") return to;
  const short = phraseAt(indicators, tokens, to + 1, folded);
  const isShort = short?.meaning && name.startsWith(short.meaning.name);
  return isShort && tokens[short.to]?.text === ")" ? short.to + 1 : to;
}

/** Where a mention ends that goes on after its phrase: "of goods", "(IIP)". */
function endOf(tokens: readonly Token[], from: number, to: number, name: string, folded: boolean): number {
  const table = tails.get(name);
  const tail = (at: number): number | undefined => table && phraseAt(table, tokens, at, folded)?.to;
  let end = tail(to) ?? to;
  if (name === "retail_sales" && end === to) {
    const goods = phraseAt(goodsTails, tokens, to, folded)?.to ?? to;
    end = tail(goods) ?? (TOTALS.has(tokens[from]?.text ?? "") ? goods : to);
  }
  return withAbbreviation(tokens, end, name, folded);
}

/** Price bases by the token they begin at. */
function priceBasesOf(tokens: readonly Token[], folded: boolean): { at: number; basis: PriceBasis }[] {
  const found: { at: number; basis: PriceBasis }[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const phrase = phraseAt(priceBases, tokens, at, folded);
    if (!phrase) continue;
    found.push({ at, basis: phrase.meaning });
    at = phrase.to - 1;
  }
  return found;
}

/** Each price basis goes to the nearest mention of its sentence within sight, the one before it if two are as near. */
function withPriceBases(
  tokens: readonly Token[],
  mentions: readonly IndicatorMention[],
  folded: boolean,
): readonly IndicatorMention[] {
  const bases = mentions.length === 0 ? [] : priceBasesOf(tokens, folded);
  if (bases.length === 0) return mentions;
  const told = new Map<IndicatorMention, PriceBasis>();
  let next = 0;
  for (const { at, basis } of bases) {
    while (next < mentions.length && (mentions[next] as IndicatorMention).from <= at) next += 1;
    const before = mentions[next - 1];
    const after = mentions[next];
    if (before && isWithinSentence(tokens, before.to, at)) told.set(before, told.get(before) ?? basis);
    else if (after && isWithinSentence(tokens, at, after.from)) told.set(after, basis);
  }
  return mentions.map((mention) => {
    const priceBasis = told.get(mention);
    return priceBasis ? { ...mention, priceBasis } : mention;
  });
}

function isWithinSentence(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > SIGHT) return false;
  for (let at = from; at < to; at += 1) if (endsSentence(tokens, at)) return false;
  return true;
}

/** In front of a phrase at most so many words tell that it is a part of another name. */
const WORDS_BEFORE = 3;
const foldedNeighbours = new Map(
  Object.entries(NEIGHBOURS).map(([name, { before }]) => [name, new Set([...before].map(withoutAccents))]),
);

/** "Export enterprises", "doanh nghiệp xuất khẩu": a phrase that is a part of another name. */
function isPartOfName(
  tokens: readonly Token[],
  { from, to }: Mention,
  end: number,
  name: string,
  folded: boolean,
): boolean {
  const neighbours = NEIGHBOURS[name];
  if (!neighbours) return false;
  if (neighbours.after.has(tokens[end]?.text ?? "")) return true;
  if (to - from > neighbours.longest) return false;
  const before = folded ? foldedNeighbours.get(name) : neighbours.before;
  let words = "";
  for (let at = from - 1; at >= from - WORDS_BEFORE && tokens[at]?.kind === "word"; at -= 1) {
    const { folded: plain, text } = tokens[at] as Token;
    words = `${folded ? plain : text}${words && " "}${words}`;
    if (before?.has(words)) return true;
  }
  return false;
}

/** What a found phrase stands for where it was found; undefined where it stands for nothing. */
function nameHere(
  { name, role }: Meaning,
  to: number,
  { isNumberAhead, isAbroadAhead, isMoneyAhead }: ReturnType<typeof lookoutsOf>,
  spokenOf: ReadonlyMap<string, string>,
): string | undefined {
  if (role === "bare" || role === "verb") return isNumberAhead(to) ? name : undefined;
  if (role === "selling") return isAbroadAhead(to) ? name : undefined;
  if (role === "trader") return isMoneyAhead(to) ? name : undefined;
  if (role === "valueOrIndex") return isMoneyAhead(to) ? name : "iip";
  return role === "again" ? (spokenOf.get(name) ?? name) : name;
}

/** The indicators that a text names, and other money that must not be taken for one, in order. */
export function indicatorsOf(tokens: readonly Token[], folded: boolean): readonly IndicatorMention[] {
  const mentions: IndicatorMention[] = [];
  const spokenOf = new Map<string, string>();
  const lookouts = lookoutsOf(tokens, folded);
  let at = 0;
  while (at < tokens.length) {
    const found = phraseAt(indicators, tokens, at, folded);
    if (!found) {
      at += 1;
      continue;
    }
    const { meaning: what } = found;
    const name = what && nameHere(what, found.to, lookouts, spokenOf);
    const from = leads.has(tokens[at - 1]?.text ?? "") ? at - 1 : at;
    const to = name ? endOf(tokens, from, found.to, name, folded) : found.to;
    if (!what || !name || isPartOfName(tokens, found, to, name, folded)) {
      at = to;
      continue;
    }
    const unit = unitOf.get(name);
    mentions.push({
      kind: "indicator",
      name,
      from,
      to,
      ...(unit && { unit }),
      ...((what.role === "verb" || what.role === "selling") && { isVerbal: true }),
      ...(what.role === "other" && { isOther: true }),
    });
    for (const [head, names] of Object.entries(AGAIN)) if (names.has(name)) spokenOf.set(head, name);
    at = to;
  }
  return withPriceBases(tokens, mentions, folded);
}

/**
 * The name that a figure's indicator has in answers: the price basis is part of it for GRDP, a component stands after
 * a colon.
 * @example labelOf({ name: "grdp", priceBasis: "constant2010" }) // => "grdp_constant_2010"
 * @example labelOf({ name: "exports" }, "rice") // => "exports:rice"
 */
export function labelOf(
  { name, priceBasis }: Pick<IndicatorMention, "name" | "priceBasis">,
  component?: string,
): string {
  const label = name === "grdp" && priceBasis === "constant2010" ? "grdp_constant_2010" : name;
  return component === undefined ? label : `${label}:${component}`;
}
