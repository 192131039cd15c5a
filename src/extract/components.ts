import type { Mention } from "./mention.ts";
import { phraseAt, phraseTable } from "./phrase-table.ts";
import type { Token } from "./token.ts";
import {
  ACCENTS_NEEDED,
  COMMON_SECTORS,
  EXPORT_ADJECTIVES,
  GOODS,
  LISTED_GOODS,
  NO_COMPONENT,
  OWNERSHIPS,
  PARTS,
  SECTORS,
} from "./vocabulary/component-phrases.ts";
import { meaning } from "./vocabulary/phrase-template.ts";

/** A part of an indicator: a product, a sector, an ownership. */
export interface ComponentMention extends Mention {
  readonly kind: "component";
  /** As it stands after the colon of a figure's indicator: "rice", "manufacturing". */
  readonly name: string;
  /** The only indicator that it is a part of. */
  readonly of?: string;
}

interface Meaning {
  readonly name: string;
  readonly of?: string;
  /** One common word, a component only where a figure follows. */
  readonly isCommon?: boolean;
  /** Goods, a component only of retail sales. */
  readonly isRetail?: boolean;
  /** An adjective, a component only in front of "exports". */
  readonly isAdjective?: boolean;
  /** One word that counts only as an item of a list with its money. */
  readonly isListed?: boolean;
}

const named = (groups: Readonly<Record<string, readonly string[]>>, more: Omit<Meaning, "name"> = {}) =>
  Object.entries(groups).flatMap(([name, templates]) => meaning<Meaning>({ name, ...more }, templates));

const components = phraseTable<Meaning | null>([
  ...meaning(null, NO_COMPONENT),
  ...Object.entries(PARTS).flatMap(([of, groups]) => named(groups, { of })),
  ...named(GOODS),
  ...named(SECTORS),
  ...named(OWNERSHIPS),
  ...named(COMMON_SECTORS, { isCommon: true }),
  ...named(EXPORT_ADJECTIVES, { isAdjective: true }),
  ...named(LISTED_GOODS, { isListed: true }),
  ...meaning<Meaning>({ name: "goods", of: "retail_sales", isRetail: true }, [
    "[consumer] goods|commodities",
    "hàng hóa",
  ]),
]);

/** Tokens between "retail" and its goods: "retail sales of consumer goods". */
const RETAIL_SIGHT = 4;
const RETAIL_WORDS = new Set(["retail", "retailing", "lẻ", "le"]);
/** Tokens between the common name of a sector and its figure: "services rose by over 8%". */
const FIGURE_SIGHT = 6;

function isOfRetail(tokens: readonly Token[], from: number): boolean {
  for (let at = from - 1; at >= Math.max(0, from - RETAIL_SIGHT); at -= 1) {
    if (tokens[at]?.kind !== "word") return false;
    if (RETAIL_WORDS.has(tokens[at]?.text ?? "")) return true;
  }
  return false;
}

function isFigureAhead(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < Math.min(tokens.length, from + FIGURE_SIGHT); at += 1) {
    const { kind, text } = tokens[at] as Token;
    if (kind === "number") return true;
    if (kind === "break" || text === "," || text === ";" || text === "." || text === "and" || text === "và")
      return false;
  }
  return false;
}

const MONEY = new Set("triệu trieu tỷ ty nghìn nghin ngàn ngan usd".split(" "));

function isItemWithMoney(tokens: readonly Token[], from: number, to: number): boolean {
  const before = tokens[from - 1];
  if (before?.kind === "word" && before.folded !== "va") return false;
  return isFigureAhead(tokens, to) && tokens.slice(to, to + FIGURE_SIGHT).some(({ text }) => MONEY.has(text));
}

/** The parts of indicators that a text names, in order; markets that goods are sold to are none. */
export function componentsOf(tokens: readonly Token[], folded: boolean): readonly ComponentMention[] {
  const mentions: ComponentMention[] = [];
  let at = 0;
  while (at < tokens.length) {
    const found = phraseAt(components, tokens, at, folded);
    if (!found) {
      at += 1;
      continue;
    }
    const { meaning: what, from, to } = found;
    if (what && isComponent(what, tokens, from, to, folded)) {
      const { name, of } = what;
      mentions.push({ kind: "component", name, from, to, ...(of !== undefined && { of }) });
    }
    at = to;
  }
  return mentions;
}

const needsAccents = phraseTable(meaning(true, [...ACCENTS_NEEDED]));

function isComponent(
  { isAdjective, isCommon, isListed, isRetail }: Meaning,
  tokens: readonly Token[],
  from: number,
  to: number,
  folded: boolean,
): boolean {
  if (folded && phraseAt(needsAccents, tokens, from, true)?.to === to) return false;
  if (isAdjective) return tokens[to]?.text === "exports" || tokens[to]?.text === "export";
  if (isListed) return isItemWithMoney(tokens, from, to);
  if (isRetail) return isOfRetail(tokens, from);
  return !isCommon || isFigureAhead(tokens, to);
}
