import { EngineError } from "../engine-error.ts";

/** Prices in which an amount is told: those of its own time, or those of one year for all times. */
export type PriceBasis = "current" | "constant" | `constant${number}`;

/** What of production is told: all that was turned out, what was added to what was bought in, or its volume alone. */
export const CONCEPTS = ["grossOutput", "valueAdded", "volumeIndex"] as const;
export type Concept = (typeof CONCEPTS)[number];

/** What an amount or a growth measures, as far as it was told. */
export interface Measure {
  readonly priceBasis?: PriceBasis;
  readonly concept?: Concept;
}

/**
 * A price basis from its name; undefined where it is none.
 * @example priceBasisNamed("constant2010") // => "constant2010"
 */
export function priceBasisNamed(name: string): PriceBasis | undefined {
  return /^(?:current|constant(?:(?:19|20)\d\d)?)$/.test(name) ? (name as PriceBasis) : undefined;
}

const CURRENT =
  /(?:\b(?:at|in|theo)\s+)?\b(?:current[- ]prices?|nominal prices?|gia (?:hien hanh|thuc te|hh))\b/;
const CONSTANT =
  /(?:\b(?:at|in|theo)\s+)?\b(?:(?<before>(?:19|20)\d\d)\s+)?(?:(?:constant|comparable|comparison|comparative|fixed)[- ](?:(?<between>(?:19|20)\d\d)[- ])?prices?|gia (?:so sanh|co dinh|ss))(?:\s*(?:of|in|nam)?\s*(?<after>(?:19|20)\d\d))?\b/;
const PRICES_OF = /\b(?:at|in)\s+(?<year>(?:19|20)\d\d)\s+prices?\b/;

/**
 * The price basis that a text names, and the text without its words. Takes text that went through `withoutAccents`.
 * @example splitPriceBasis("9,361 billion vnd (current price)") // => { "priceBasis": "current", "rest": "9,361 billion vnd" }
 * @example splitPriceBasis("78.259,75 ty dong theo gia so sanh 2010") // => { "priceBasis": "constant2010", "rest": "78.259,75 ty dong" }
 * @example splitPriceBasis("290 million usd") // => { "rest": "290 million usd" }
 */
export function splitPriceBasis(text: string): { readonly priceBasis?: PriceBasis; readonly rest: string } {
  if (!text.includes("price") && !text.includes("gia ")) return { rest: text };
  const current = CURRENT.exec(text);
  if (current) return { priceBasis: "current", rest: without(text, current) };
  const constant = CONSTANT.exec(text) ?? PRICES_OF.exec(text);
  if (!constant) return { rest: text };
  const { before, between, after, year } = constant.groups ?? {};
  return {
    priceBasis: `constant${before ?? between ?? after ?? year ?? ""}` as PriceBasis,
    rest: without(text, constant),
  };
}

const without = (text: string, found: RegExpExecArray): string =>
  (text.slice(0, found.index) + text.slice(found.index + found[0].length))
    .replace(/\(\s*[,;]?\s*\)/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s,;]+|[\s,;]+$/g, "");

/** Words by which a concept is known, in text without accents; the first that matches decides. */
const CONCEPT_WORDS: readonly (readonly [Concept, RegExp])[] = [
  [
    "volumeIndex",
    /\biip\b|\bipi\b|index of industrial production|industrial production index|chi so (?:san xuat|phat trien)/,
  ],
  ["valueAdded", /value[- ]added|added value|gia tri (?:tang them|gia tang)|\bgrdp\b|\bgdp\b/],
  ["grossOutput", /gross output|production value|output value|gia tri san xuat/],
];

/**
 * What an indicator measures by its name, which went through `foldText`.
 * @example measureNamed("gia tri san xuat cong nghiep (gia so sanh 2010)") // => { "priceBasis": "constant2010", "concept": "grossOutput" }
 * @example measureNamed("exports") // => {}
 */
export function measureNamed(indicator: string): Measure {
  const { priceBasis } = splitPriceBasis(indicator);
  const concept = CONCEPT_WORDS.find(([, words]) => words.test(indicator))?.[0];
  return { ...(priceBasis && { priceBasis }), ...(concept && { concept }) };
}

/** Why two figures cannot stand in one relation. */
export type Mixture =
  | { readonly kind: "priceBasis"; readonly one: PriceBasis; readonly other: PriceBasis }
  | { readonly kind: "concept"; readonly one: Concept; readonly other: Concept };

/**
 * What keeps two figures out of one relation: prices of different kinds or years, or gross output beside value added
 * or a volume index. What was not told mixes with everything; constant prices of an untold year with those of any.
 * @example mixtureOf({ priceBasis: "current" }, { priceBasis: "constant2010" }) // => { "kind": "priceBasis", "one": "current", "other": "constant2010" }
 */
export function mixtureOf(one: Measure, other: Measure): Mixture | undefined {
  if (one.concept && other.concept && one.concept !== other.concept)
    return { kind: "concept", one: one.concept, other: other.concept };
  if (!one.priceBasis || !other.priceBasis || one.priceBasis === other.priceBasis) return undefined;
  const both = [one.priceBasis, other.priceBasis];
  if (both.includes("constant") && !both.includes("current")) return undefined;
  return { kind: "priceBasis", one: one.priceBasis, other: other.priceBasis };
}

const CONCEPT_NAMES: Readonly<Record<Concept, string>> = {
  grossOutput: "gross output",
  valueAdded: "value added",
  volumeIndex: "an index of volume",
};

const REASONS: Readonly<Record<Mixture["kind"], string>> = {
  priceBasis:
    "amounts at different prices differ by the change of prices: give both at the same prices, or turn one into the other with a deflator first",
  concept:
    "gross output counts what is bought in again at every stage, value added does not, and an index has no amount: give both of the same kind",
};

/**
 * A price basis in words.
 * @example priceBasisName("constant2010") // => "constant 2010 prices"
 */
export function priceBasisName(basis: PriceBasis): string {
  return basis === "current"
    ? "current prices"
    : `constant ${basis.slice("constant".length)} prices`.replace("  ", " ");
}

/** The refusal of a figure that does not measure what another one does. */
export function notComparable(path: string, other: string, mixture: Mixture): EngineError {
  const [one, two] =
    mixture.kind === "concept"
      ? [CONCEPT_NAMES[mixture.one], CONCEPT_NAMES[mixture.other]]
      : [`at ${priceBasisName(mixture.one)}`, `at ${priceBasisName(mixture.other)}`];
  return new EngineError(
    "invalidFigure",
    path,
    `${path} is ${one}, but ${other} is ${two}`,
    REASONS[mixture.kind],
  );
}
