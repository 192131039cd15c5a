import { ENGLISH_MONTHS } from "./calendar-words.ts";
import type { Mention } from "./mention.ts";
import type { Token } from "./token.ts";

/** A day of a month (or, with `day` absent, a month in digits) where a text writes one. */
export interface CalendarDate extends Mention {
  readonly year?: number;
  readonly month: number;
  readonly day?: number;
  /** Digits only: day and month may stand the other way round ("2/6/2023"). Both are then 12 or less. */
  readonly isReversible: boolean;
  /** The digits tell that the day ("dmy") or the month ("mdy") stands first. */
  readonly order?: "dmy" | "mdy";
}

/** The years that articles speak of. */
export const isYearNumber = (token: Token | undefined): boolean =>
  token?.kind === "number" &&
  token.text.length === 4 &&
  Number(token.text) >= 1980 &&
  Number(token.text) < 2100;

const DAYS_OF_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isDayOf = (day: number, month: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= (DAYS_OF_MONTHS[month - 1] as number);

/** One or two digits. */
function smallNumber(token: Token | undefined): number | undefined {
  if (token?.kind !== "number") return undefined;
  const { text } = token;
  if (text.length > 2) return undefined;
  const digit = text.charCodeAt(0) - ZERO;
  return text.length === 1 ? digit : 10 * digit + text.charCodeAt(1) - ZERO;
}
const ZERO = 48;

const ORDINAL_ENDINGS: ReadonlySet<string> = new Set(["st", "nd", "rd", "th"]);
/** After "in May 30" these make the number a figure. */
const FIGURE_WORDS: ReadonlySet<string> = new Set(
  "% percent per million billion trillion thousand tonnes tons enterprises firms companies provinces".split(
    " ",
  ),
);

/**
 * The date that begins at a token: "October 26, 2022", "11 October", "ngày 26 tháng 10 năm 2022", "ngày 26/10",
 * "26/10/2022", "2022-10-26", "26.10.2022", and "2022-10".
 */
export function dateAt(tokens: readonly Token[], at: number): CalendarDate | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  if (token.kind === "number") {
    if (isYearNumber(token)) return isoDate(tokens, at);
    return pointedDate(token, at) ?? digitDate(tokens, at) ?? dayBeforeMonth(tokens, at);
  }
  if (token.kind !== "word") return undefined;
  if (token.text === "ngày" || token.text === "ngay") return vietnameseDate(tokens, at);
  const month = token.isCapital ? ENGLISH_MONTHS.get(token.text) : undefined;
  return month === undefined ? undefined : monthBeforeDay(tokens, at, month);
}

function isoDate(tokens: readonly Token[], at: number): CalendarDate | undefined {
  const sign = tokens[at + 1]?.text;
  const second = tokens[at + 2];
  const month = smallNumber(second);
  if ((sign !== "-" && sign !== "/") || tokens[at + 1]?.isSpaced || second?.isSpaced) return undefined;
  if (month === undefined || month < 1 || month > 12 || second?.text.length !== 2) return undefined;
  const year = Number(tokens[at]?.text);
  const day = smallNumber(tokens[at + 4]);
  if (tokens[at + 3]?.text === sign && day !== undefined && isDayOf(day, month))
    return { from: at, to: at + 5, year, month, day, isReversible: false };
  return sign === "-" && isLineEnd(tokens[at + 3]) && isLineEnd(tokens[at - 1])
    ? { from: at, to: at + 3, year, month, isReversible: false }
    : undefined;
}

const isLineEnd = (token: Token | undefined): boolean => token === undefined || token.kind === "break";

const SHORTEST_POINTED_DATE = "1.1.2000".length;

function pointedDate(token: Token, at: number): CalendarDate | undefined {
  if (token.text.length < SHORTEST_POINTED_DATE || token.text.length > 10) return undefined;
  const parts = /^(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)$/.exec(token.text);
  if (!parts) return undefined;
  const [day, month, year] = parts.slice(1).map(Number) as [number, number, number];
  return isDayOf(day, month)
    ? { from: at, to: at + 1, year, month, day, isReversible: false, order: "dmy" }
    : undefined;
}

/** "26/10/2022" and "2-6-2023". */
function digitDate(tokens: readonly Token[], at: number): CalendarDate | undefined {
  const sign = tokens[at + 1];
  if (sign?.text !== "/" && !(sign?.text === "-" && !sign.isSpaced)) return undefined;
  const first = smallNumber(tokens[at]);
  const second = smallNumber(tokens[at + 2]);
  if (first === undefined || second === undefined || tokens[at + 3]?.text !== sign.text) return undefined;
  if (!isYearNumber(tokens[at + 4]) || (tokens[at + 5]?.text === "/" && !tokens[at + 5]?.isSpaced))
    return undefined;
  const where = { from: at, to: at + 5, year: Number(tokens[at + 4]?.text) };
  const isDayFirst = isDayOf(first, second);
  const isMonthFirst = isDayOf(second, first);
  if (!isDayFirst && !isMonthFirst) return undefined;
  if (isDayFirst && isMonthFirst)
    return { ...where, month: second, day: first, isReversible: first !== second };
  return isDayFirst
    ? { ...where, month: second, day: first, isReversible: false, order: "dmy" }
    : { ...where, month: first, day: second, isReversible: false, order: "mdy" };
}

/** "26 October 2022", "11th of October", "26 tháng 10 năm 2022". */
function dayBeforeMonth(tokens: readonly Token[], at: number): CalendarDate | undefined {
  const day = smallNumber(tokens[at]);
  if (day === undefined || tokens[at + 1]?.kind !== "word") return undefined;
  let next = at + 1;
  if (ORDINAL_ENDINGS.has(tokens[next]?.text ?? "") && !tokens[next]?.isSpaced) next += 1;
  if (next > at + 1 && tokens[next]?.text === "of") next += 1;
  const word = tokens[next];
  if (word?.text === "tháng" || word?.text === "thang")
    return vietnameseMonth(tokens, { from: at, day, at: next + 1 });
  const month = word?.isCapital ? ENGLISH_MONTHS.get(word.text) : undefined;
  if (month === undefined || !isDayOf(day, month)) return undefined;
  return withYear(tokens, { from: at, to: next + 1, month, day });
}

/** "October 26, 2022", "Oct. 26", "October 11-15", "May 1st". */
function monthBeforeDay(tokens: readonly Token[], at: number, month: number): CalendarDate | undefined {
  let next = at + 1;
  if (tokens[next]?.text === "." && (tokens[at]?.text.length ?? 0) < 5) next += 1;
  const day = smallNumber(tokens[next]);
  if (day === undefined || !isDayOf(day, month)) return undefined;
  next += 1;
  if (ORDINAL_ENDINGS.has(tokens[next]?.text ?? "") && !tokens[next]?.isSpaced) next += 1;
  else if (FIGURE_WORDS.has(tokens[next]?.text ?? "")) return undefined;
  const last = smallNumber(tokens[next + 1]);
  if (tokens[next]?.text === "-" && last !== undefined && last > day && isDayOf(last, month)) next += 2;
  return withYear(tokens, { from: at, to: next, month, day });
}

function withYear(
  tokens: readonly Token[],
  { from, to, month, day }: { from: number; to: number; month: number; day: number },
): CalendarDate {
  const next = tokens[to]?.text === "," || tokens[to]?.text === "." ? to + 1 : to;
  return isYearNumber(tokens[next])
    ? { from, to: next + 1, year: Number(tokens[next]?.text), month, day, isReversible: false }
    : { from, to, month, day, isReversible: false };
}

/** "ngày 26/10", "ngày 26-10-2022", "ngày 26.10", "ngày 26 tháng 10 năm 2022". */
function vietnameseDate(tokens: readonly Token[], at: number): CalendarDate | undefined {
  const first = tokens[at + 1];
  if (first?.kind !== "number") return undefined;
  const whole = pointedDate(first, at + 1) ?? digitDate(tokens, at + 1);
  if (whole) return whole.order === "mdy" ? undefined : { ...whole, from: at, isReversible: false };
  const pointed = first.text.length <= 5 ? /^(\d{1,2})\.(\d{1,2})$/.exec(first.text) : null;
  if (pointed && isDayOf(Number(pointed[1]), Number(pointed[2])))
    return { from: at, to: at + 2, month: Number(pointed[2]), day: Number(pointed[1]), isReversible: false };
  const day = smallNumber(first);
  if (day === undefined) return undefined;
  const next = tokens[at + 2];
  if (next?.text === "tháng" || next?.text === "thang")
    return vietnameseMonth(tokens, { from: at, day, at: at + 3 });
  const month = smallNumber(tokens[at + 3]);
  if ((next?.text !== "/" && next?.text !== "-") || month === undefined || !isDayOf(day, month))
    return undefined;
  return { from: at, to: at + 4, month, day, isReversible: false };
}

function vietnameseMonth(
  tokens: readonly Token[],
  { from, day, at }: { from: number; day: number; at: number },
): CalendarDate | undefined {
  const month = smallNumber(tokens[at]);
  if (month === undefined || !isDayOf(day, month)) return undefined;
  const word = tokens[at + 1]?.text;
  const isFollowed = word === "năm" || word === "nam" || word === "/" || word === "-" || word === ",";
  return isFollowed && isYearNumber(tokens[at + 2])
    ? { from, to: at + 3, year: Number(tokens[at + 2]?.text), month, day, isReversible: false }
    : { from, to: at + 1, month, day, isReversible: false };
}

/** "15/5" after "đến": a day and its month; "6/2023": a month. */
export function shortDate(tokens: readonly Token[], at: number): CalendarDate | undefined {
  const first = tokens[at];
  const second = tokens[at + 2];
  if (first?.kind !== "number" || second?.kind !== "number" || tokens[at + 1]?.text !== "/") return undefined;
  const [day, month] = [Number(first.text), Number(second.text)];
  if (tokens[at + 3]?.text === "/" || tokens[at + 3]?.text === "%" || !Number.isInteger(day) || day < 1)
    return undefined;
  if (isYearNumber(second))
    return day <= 12 ? { from: at, to: at + 3, year: month, month: day, isReversible: false } : undefined;
  return day <= 31 && Number.isInteger(month) && month >= 1 && month <= 12
    ? { from: at, to: at + 3, month, day, isReversible: false }
    : undefined;
}
