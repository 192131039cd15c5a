import { isYearNumber } from "./calendar-date.ts";
import { PERIOD_PHRASES } from "./period-phrases.ts";
import { phraseAt } from "./phrase-table.ts";
import type { Token } from "./token.ts";

/** The year that words name, and the token after them. */
export interface YearWords {
  readonly to: number;
  readonly year?: number;
  readonly offset?: number;
  readonly throughYear?: number;
}

/** What a number of four digits counts or prices where it is no year. */
const COUNTED: ReadonlySet<string> = new Set(
  "% percent per million billion trillion thousand usd vnd tonnes tons tonne ha hectares km triệu tỷ nghìn ngàn đồng tấn trieu ty nghin ngan dong tan mw = ".split(
    " ",
  ),
);
/** Around the year whose prices are used: "constant 2010 prices", "giá so sánh năm 2010". */
const PRICE_BEFORE: ReadonlySet<string> = new Set(
  "sánh sanh ss định gốc goc constant comparative comparable fixed price prices giá base".split(" "),
);
const PRICE_AFTER: ReadonlySet<string> = new Set(
  "price prices constant comparative comparable fixed =".split(" "),
);
const NAMES_OF_YEARS: ReadonlySet<string> = new Set(["năm", "nam"]);

/**
 * A year in digits that begins at a token, "năm" before it included, or a span of years: "2023", "năm 2022",
 * "2021-2025". The base year of prices, numbers of decrees and amounts are none.
 */
export function yearNumberAt(tokens: readonly Token[], at: number, folded: boolean): YearWords | undefined {
  const first = tokens[at];
  const isNamed = first?.text === "năm" || (folded && first?.text === "nam" && !isPartOfName(tokens, at));
  const number = isNamed ? at + 1 : at;
  const token = tokens[number];
  if (!isYearNumber(token) || !isYear(tokens, number)) return undefined;
  const year = Number(token?.text);
  const throughYear = endOfSpan(tokens, number, year);
  return throughYear ?? { to: number + 1, year };
}

/** "Nam" after another capital: "Quang Nam 2023". */
export const isPartOfName = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === "nam" && tokens[at]?.isCapital === true && tokens[at - 1]?.isCapital === true;

/** What makes "tới" after "năm" a "to": "từ đầu năm tới nay", "từ đầu năm tới tháng 5". */
const AFTER_TO: ReadonlySet<string> = new Set("nay thang het ngay cuoi giua quy dau".split(" "));

/**
 * "This year" and "năm trước", which end before a token, as year words; undefined for "năm tới" where it is "year to".
 */
export function offsetWords(
  tokens: readonly Token[],
  to: number,
  offset: number | undefined,
): YearWords | undefined {
  const next = tokens[to];
  const isTo =
    tokens[to - 1]?.folded === "toi" && (next?.kind === "number" || AFTER_TO.has(next?.folded ?? ""));
  if (isTo) return undefined;
  return offset === undefined ? { to } : { to, offset };
}

/** A year that touches one of these is part of something else: "66/2020", "9001:2015". */
const GLUE: ReadonlySet<string> = new Set(["/", ":", "$", "€", ".", ",", "_"]);
const PRICE_LINKS: ReadonlySet<string> = new Set(["năm", "nam", "of", "in", "the", "("]);

/** "In 2021 Dong Thap": a province, and not the currency. */
const isName = ({ isCapital }: Token): boolean => isCapital;

function isYear(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  const isTouching = tokens[at]?.isSpaced === false;
  if (before && isTouching && GLUE.has(before.text)) return false;
  if (before?.text === "$" || before?.text === "usd" || before?.text === "vnd") return false;
  if (
    isTouching &&
    before?.text === "-" &&
    before.isSpaced === false &&
    tokens[at - 2]?.kind === "number" &&
    !isYearNumber(tokens[at - 2])
  )
    return false;
  if (after && COUNTED.has(after.text) && !isName(after)) return false;
  if (after?.text === "/" && !after.isSpaced && tokens[at + 2]?.kind === "word") return false;
  return !isPriceBase(tokens, at);
}

function isPriceBase(tokens: readonly Token[], at: number): boolean {
  if (PRICE_AFTER.has(tokens[at + 1]?.text ?? "")) return true;
  let before = at - 1;
  while (before > at - 4 && PRICE_LINKS.has(tokens[before]?.text ?? "")) before -= 1;
  return PRICE_BEFORE.has(tokens[before]?.text ?? "");
}

const SPAN_SIGNS: ReadonlySet<string> = new Set(["-", "to", "đến", "den", "through"]);

function endOfSpan(tokens: readonly Token[], at: number, year: number): YearWords | undefined {
  const sign = tokens[at + 1];
  if (!sign || !SPAN_SIGNS.has(sign.text)) return undefined;
  const last = NAMES_OF_YEARS.has(tokens[at + 2]?.text ?? "") ? at + 3 : at + 2;
  const token = tokens[last];
  if (isYearNumber(token)) {
    const throughYear = Number(token?.text);
    return throughYear > year ? { to: last + 1, year, throughYear } : undefined;
  }
  const isShort =
    sign.text === "-" &&
    !sign.isSpaced &&
    token?.kind === "number" &&
    /^\d\d$/.test(token.text) &&
    !token.isSpaced;
  const short = isShort ? Math.floor(year / 100) * 100 + Number(token.text) : 0;
  return short > year ? { to: last + 1, year, throughYear: short } : undefined;
}

const LINKS: ReadonlySet<string> = new Set("of in into the của cua trong for period".split(" "));

/**
 * The year's words that belong to the months before a token: "of this year", "/2024", "-2021", "(2024)", "năm 2018",
 * "of the year"; with `isInside` only a year in digits.
 */
export function yearAfter(
  tokens: readonly Token[],
  at: number,
  folded: boolean,
  isInside = false,
): YearWords | undefined {
  let next = at;
  const sign = tokens[next];
  const isPoint = sign?.text === "." && !sign.isSpaced && isYearNumber(tokens[next + 1]);
  if (
    isPoint ||
    ((sign?.text === "/" || sign?.text === "-" || sign?.text === ",") && isYearNumber(tokens[next + 1]))
  ) {
    const words = numberOnly(tokens, next + 1);
    return words && (sign.text !== "," || tokens[next - 1]?.kind === "word") ? words : undefined;
  }
  const isBracketed = sign?.text === "(";
  if (isBracketed) next += 1;
  for (let link = 0; link < 4 && LINKS.has(tokens[next]?.text ?? ""); link += 1) next += 1;
  const words = yearWordsAt(tokens, next, { folded, isInside, isLinked: next > at });
  if (!words) return undefined;
  if (isBracketed) return tokens[words.to]?.text === ")" ? { ...words, to: words.to + 1 } : undefined;
  return words.year === undefined ? (bracketedYear(tokens, words.to) ?? words) : words;
}

/** "(2024)", and what it stands after is this year's. */
const bracketedYear = (tokens: readonly Token[], at: number): YearWords | undefined =>
  tokens[at]?.text === "(" && isYearNumber(tokens[at + 1]) && tokens[at + 2]?.text === ")"
    ? { to: at + 3, year: Number(tokens[at + 1]?.text) }
    : undefined;

const numberOnly = (tokens: readonly Token[], at: number): YearWords | undefined => {
  const after = tokens[at + 1];
  if (after && COUNTED.has(after.text)) return undefined;
  return { to: at + 1, year: Number(tokens[at]?.text) };
};

function yearWordsAt(
  tokens: readonly Token[],
  at: number,
  { folded, isInside, isLinked }: { folded: boolean; isInside: boolean; isLinked: boolean },
): YearWords | undefined {
  const number = yearNumberAt(tokens, at, folded);
  if (number) return number.throughYear === undefined ? number : undefined;
  if (isInside || at >= tokens.length) return undefined;
  const phrase = phraseAt(PERIOD_PHRASES, tokens, at, folded);
  if (phrase?.meaning.role !== "year" && phrase?.meaning.role !== "wholeYear") return undefined;
  const told =
    phrase.meaning.role === "year" ? offsetWords(tokens, phrase.to, phrase.meaning.offset) : undefined;
  if (told?.offset !== undefined) return told;
  // "6 tháng đầu năm", "first half of the year", and not "in January year-on-year".
  const word = tokens[at]?.text ?? "";
  if (NAMES_OF_YEARS.has(word)) {
    const before = tokens[at - 1]?.folded ?? "";
    return isLinked || before === "dau" || before === "cuoi" || before === "lai" || before === "sau"
      ? { to: at + 1 }
      : undefined;
  }
  return isLinked && tokens[phrase.to]?.text !== "-" ? { to: phrase.to } : undefined;
}
