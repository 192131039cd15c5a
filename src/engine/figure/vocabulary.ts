import { matcher } from "./phrase-matcher.ts";

/** How a reporter hedged the digits. */
export const QUALIFIERS = ["none", "over", "nearly", "about", "atLeast", "atMost"] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

// Every phrase below is written without accents: `withoutAccents` brings reports to the same form, so "hơn", "hơn" in
// decomposed letters and "hon" are one word.

/** Words in front of a number, English and Vietnamese, by the qualifier they mean. */
const QUALIFIERS_BEFORE: Readonly<Record<Exclude<Qualifier, "none">, readonly string[]>> = {
  over: [
    "more than",
    "greater than",
    "in excess of",
    "upwards of",
    "over",
    "above",
    "exceeding",
    "exceeded",
    "exceeds",
    "topping",
    "topped",
    "surpassing",
    "surpassed",
    "hon",
    "tren",
    "vuot",
    ">",
  ],
  nearly: ["nearly", "almost", "close to", "just under", "gan bang", "gan dat", "gan", "suyt soat"],
  about: [
    "approximately",
    "approx.",
    "approx",
    "estimated at",
    "estimated",
    "est.",
    "about",
    "around",
    "roughly",
    "circa",
    "some",
    "uoc thuc hien",
    "uoc tinh",
    "uoc dat",
    "uoc",
    "du kien",
    "khoang",
    "xap xi",
    "chung",
    "~",
    "\u2248",
  ],
  atLeast: [
    "at least",
    "no less than",
    "not less than",
    "a minimum of",
    "it nhat",
    "toi thieu",
    "khong duoi",
    "khong thap hon",
    "khong it hon",
    "from",
    "tu",
    ">=",
    "\u2265",
  ],
  atMost: [
    "at most",
    "no more than",
    "not more than",
    "not above",
    "less than",
    "up to",
    "under",
    "below",
    "khong qua",
    "khong vuot qua",
    "toi da",
    "duoi",
    "<=",
    "<",
    "\u2264",
  ],
};

/** Words behind a number that hedge it. */
const QUALIFIERS_AFTER: Readonly<Record<"atLeast" | "atMost", readonly string[]>> = {
  atLeast: ["or more", "and above", "or above", "tro len", "+"],
  atMost: ["or less", "or below", "tro xuong"],
};

/** Words in front of a number that say neither size nor hedge. */
const FILLERS_BEFORE = [
  "reached",
  "reaching",
  "reaches",
  "totalled",
  "totaled",
  "totalling",
  "was",
  "only",
  "chi dat",
  "moi dat",
  "dat",
  "duoc",
  "thuc hien",
  "chi",
  "by",
  "muc",
  "at",
  "of",
  ":",
  "=",
];

/** Directions, which only a growth may carry. */
const DIRECTIONS: Readonly<Record<"up" | "down", readonly string[]>> = {
  up: [
    "up",
    "rising",
    "rose",
    "rise",
    "increased",
    "increase",
    "increasing",
    "grew",
    "growth",
    "growing",
    "plus",
    "tang truong",
    "tang",
    "+",
  ],
  down: [
    "down",
    "fell",
    "fall",
    "falling",
    "decreased",
    "decrease",
    "declined",
    "decline",
    "dropped",
    "drop",
    "minus",
    "giam",
    "sut giam",
  ],
};

// Currency names cross languages and show no writer.
const VIETNAMESE =
  /(?<![a-z])(?:hon|tren|vuot|gan|khoang|uoc|xap xi|it nhat|toi thieu|toi da|duoi|khong qua|dat|tang|giam|gap|lan|tram|nghin|ngan|trieu|ty|ti|tan|phan tram|diem)(?![a-z])/;
const ENGLISH =
  /(?<![a-z])(?:(?:more|less|greater) than|over|above|nearly|almost|close to|about|around|roughly|estimated|at least|at most|up to|under|below|or more|or less|thousand|millions?|billions?|trillions?|mn|mln|bn|bln|trn|tons?|tonnes?|hectares?|percent|per cent)(?![a-z])/;

const pairsOf = <Meaning extends string>(table: Readonly<Record<Meaning, readonly string[]>>) =>
  (Object.entries(table) as [Meaning, readonly string[]][]).flatMap(([meaning, phrases]) =>
    phrases.map((phrase) => [phrase, meaning] as const),
  );

export const qualifierBefore = matcher(pairsOf(QUALIFIERS_BEFORE));
export const qualifierAfter = matcher(pairsOf(QUALIFIERS_AFTER));
export const directionBefore = matcher(pairsOf(DIRECTIONS));
export const fillerBefore = matcher(FILLERS_BEFORE.map((phrase) => [phrase, true] as const));
export const percentagePointsAfter = matcher(
  [
    "percentage points",
    "percentage point",
    "percent points",
    "% points",
    "pp",
    "pts",
    "points",
    "diem phan tram",
    "diem %",
  ].map((phrase) => [phrase, true] as const),
);
export const percentAfter = matcher(
  ["%", "percent", "per cent", "pct.", "pct", "phan tram"].map((phrase) => [phrase, true] as const),
);
export const timesAfter = matcher(["times", "x", "lan"].map((phrase) => [phrase, true] as const));
export const timesBefore = matcher(["gap", "x"].map((phrase) => [phrase, true] as const));
/** Growths in one word, as times with the one decimal that such words are good for. */
const TIMES_IN_WORDS: readonly (readonly [RegExp, string])[] = [
  [/(?<![a-z])(?:doubl(?:ed|ing)|gap (?:doi|hai)(?: lan)?)(?![a-z])/, "2.0 times"],
  [/(?<![a-z])(?:tripl(?:ed|ing)|gap ba(?: lan)?)(?![a-z])/, "3.0 times"],
];

/**
 * A growth told in one word with its number written out, "about" unless another hedge follows.
 * @example withTimesWritten("more than doubled") // => "about more than 2.0 times"
 */
export function withTimesWritten(text: string): string {
  const found = TIMES_IN_WORDS.find(([words]) => words.test(text));
  return found === undefined ? text : `about ${text.replace(...found)}`;
}

/** "Equals 123.7% of last year" is a level, which a growth must not be. */
export const levelBefore = matcher(
  ["equalling", "equaling", "equal to", "equals", "equivalent to", "bang", "tuong duong"].map(
    (phrase) => [phrase, true] as const,
  ),
);

/**
 * The decimal sign of the language that the words around a number are in; undefined where they are in none or in both.
 * Takes text that went through `withoutAccents`.
 */
export function decimalSignOfWords(text: string): "point" | "comma" | undefined {
  const isVietnamese = VIETNAMESE.test(text);
  if (isVietnamese === ENGLISH.test(text)) return undefined;
  return isVietnamese ? "comma" : "point";
}

const PLAIN = /^[ -~]*$/;

/**
 * Text in one comparable form: compatibility characters folded, lower case, no accents, plain spaces and minus signs.
 * @example withoutAccents("Hơn 48,18 Nghìn\u00a0Tỷ Đồng") // => "hon 48,18 nghin ty dong"
 */
export function withoutAccents(text: string): string {
  // Most figures are plain ASCII, and decomposing them costs more than reading them.
  const plain = PLAIN.test(text) ? text : text.normalize("NFKD").replace(/\p{M}/gu, "");
  return plain
    .toLowerCase()
    .replace(/\u0111/g, "d")
    .replace(/[\u2212\u2010-\u2015]/g, "-")
    .replace(/\u2019/g, "'")
    .replace(/\s+/g, " ")
    .trim();
}
