import { EngineError } from "../engine-error.ts";
import type { Figure } from "../figure/figure.ts";
import { parseRelation, type Relation } from "../figure/relation.ts";
import { withoutAccents } from "../figure/vocabulary.ts";
import { partsOf } from "./parts-of-whole.ts";
import type { Ratio } from "./ratio.ts";
import { type StandardStock, standardStock } from "./standard-stocks.ts";
import { type Stock, stockNamed, stockOf } from "./stock.ts";

/** The name of a stock within relations, which cannot have spaces; `stocks` are those of the question, in order. */
export const stockId = (index: number): string => `s${index}`;

/** The name of a stated ratio within relations; that of a share says so, since it is told in percent. */
export const ratioId = ({ kind }: Pick<Ratio, "kind">, index: number): string =>
  `${kind === "share" ? "share" : "r"}${index}`;

const NAMES_LISTED = 12;

/**
 * A relation between stocks by their names ("operating + building = registered"), as one between their identifiers.
 * @throws EngineError invalidRelation for a name that no stock has, or what is no relation
 */
export function relationAmong(stocks: readonly Stock[], text: string): Relation {
  let plain = withoutAccents(text);
  // Names with spaces and hyphens first, the longest first, so that none is cut by another.
  const named = stocks
    .map(({ name }, index) => ({ name: withoutAccents(name), id: `\u0000${index}\u0000` }))
    .sort((a, b) => b.name.length - a.name.length);
  for (const { name, id } of named) plain = plain.replace(wholeWords(name), id);
  const resolved = plain.replace(/[a-z][a-z0-9_ ]*[a-z0-9_]|[a-z]/g, (words) => {
    const stock = stockNamed(stocks, words);
    if (!stock) throw unknownStock(words, stocks);
    return `\u0000${stocks.indexOf(stock)}\u0000`;
  });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a character that no name has
  const identified = resolved.replace(/\u0000(\d+)\u0000/g, (_, index) => ` ${stockId(Number(index))} `);
  return parseRelation(identified.replace(/\s+/g, " "));
}

const wholeWords = (name: string): RegExp =>
  new RegExp(`(?<![a-z0-9_])${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![a-z0-9_])`, "g");

const unknownStock = (words: string, stocks: readonly Stock[]): EngineError => {
  const names = stocks.slice(0, NAMES_LISTED).map(({ name }) => name);
  return new EngineError(
    "invalidRelation",
    "relations",
    `the relation names "${words}", which is none of the stocks`,
    `the stocks are ${names.join(", ")}`,
  );
};

/** What parks and clusters cannot do: have parts that are more than the whole. Only among stocks of one kind. */
export function standardRelations(stocks: readonly Stock[]): readonly Relation[] {
  const known = new Set(stocks.flatMap(({ name }) => standardStock(name) ?? []));
  const idOf = (standard: StandardStock): string =>
    stockId(stocks.indexOf(stockOf(stocks, standard) as Stock));
  const unitOf = (standard: StandardStock) => {
    const stock = stockOf(stocks, standard);
    return stock?.isWhole ? "whole" : stock?.unit;
  };
  return partsOf(known)
    .filter(({ parts, whole }) => parts.every((part) => unitOf(part) === unitOf(whole)))
    .map(({ parts, whole }) => parseRelation(`${parts.map(idOf).join(" + ")} <= ${idOf(whole)}`));
}

/** What the parts of a standard whole leave of it, where all are counted and the parts are two or more. */
export function partsMakingWhole(
  stocks: readonly Stock[],
): readonly { readonly whole: Stock; readonly parts: readonly Stock[]; readonly rest: number }[] {
  const known = new Set(stocks.flatMap(({ name }) => standardStock(name) ?? []));
  return partsOf(known).flatMap(({ parts, whole }) => {
    const all = stockOf(stocks, whole);
    const some = parts.flatMap((part) => stockOf(stocks, part) ?? []);
    if (!all || some.length < 2 || ![all, ...some].every(({ value }) => value.exact)) return [];
    const rest = some.reduce((left, { value }) => left - value.value, all.value.value);
    return rest >= 0 ? [{ whole: all, parts: some, rest }] : [];
  });
}

/** Every figure of the question by its name in relations, stated ratios too. */
export function stockQuantities(
  stocks: readonly Stock[],
  ratios: readonly Ratio[],
): Readonly<Record<string, Figure>> {
  const quantities: Record<string, Figure> = {};
  for (const [index, { value }] of stocks.entries()) quantities[stockId(index)] = value;
  for (const [index, ratio] of ratios.entries())
    if (ratio.stated) quantities[ratioId(ratio, index)] = ratio.stated;
  return quantities;
}

/** Every stated ratio against the one that its two stocks give. */
export function statedRelations(stocks: readonly Stock[], ratios: readonly Ratio[]): readonly Relation[] {
  return ratios.flatMap((ratio, index) => {
    if (!ratio.stated) return [];
    const [numerator, denominator] = [ratio.numerator, ratio.denominator].map((stock) =>
      stockId(stocks.indexOf(stock)),
    );
    return [parseRelation(`${ratioId(ratio, index)} = ${numerator} / ${denominator}`)];
  });
}
