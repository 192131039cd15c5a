import { fiscalPosition, throughLabel } from "../engine/calendar/period.ts";
import { dayOfSerial } from "../engine/calendar/spreadsheet-date.ts";
import { EngineError } from "../engine/engine-error.ts";
import { withoutAccents } from "../engine/figure/vocabulary.ts";
import { ENGLISH_MONTHS } from "../extract/calendar-words.ts";
import { periodsOf } from "../extract/periods.ts";
import { tokensOf } from "../extract/token.ts";
import type { SheetCell } from "./formula-cells.ts";

/** What a cell of a column of months says. */
export type MonthCell =
  | { readonly kind: "blank" }
  /** A month "2024-04" or a quarter "2024-Q2". */
  | { readonly kind: "period"; readonly period: string }
  /** All months from January through this one: "4 tháng đầu năm 2024". */
  | { readonly kind: "toDate"; readonly period: string }
  /** A word such as "Total". */
  | { readonly kind: "total" }
  /** A year as a whole, which is a total among its months. */
  | { readonly kind: "year" }
  /** Words that name no period, such as the head of the column. */
  | { readonly kind: "words" }
  | { readonly kind: "unreadable"; readonly message: string; readonly hint: string };

/** What the cells of a range are read with. */
export interface MonthContext {
  /** The year of months that name none. */
  readonly year: number | undefined;
  readonly fiscalYearStart: number;
  /** Whether the day stands first in a date such as 04/05/2024; undefined where nothing tells. */
  readonly isDayFirst: boolean | undefined;
}

const HINT = 'write "2024-04", "4/2024", "Apr 2024", "tháng 4/2024" or a date';
const TOTAL =
  /^(?:(?:\d{4} )?(?:(?:grand |sub)?totals?|sum|(?:the )?(?:full |whole )?year|fy|ytd|year to date|cumulative|annual)(?: (?:for|of|in))?(?: (?:ytd|year))?(?: ?\(?\d{4}\)?)?|(?:tong|cong|luy ke|cong don|ca nam)(?: .*)?)$/;
const DAY_MONTH_YEAR = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:[ T].*)?$/;

/**
 * The order of day and month in the dates of a range, as far as its cells tell: a number above 12, or one that stays 1
 * or stays the same while the other counts the months.
 * @example isDayFirstIn(["04/05/2024", "17/05/2024"]) // => true
 * @example isDayFirstIn(["01/01/2024", "02/01/2024", "03/01/2024"]) // => false
 */
export function isDayFirstIn(cells: readonly SheetCell[]): boolean | undefined {
  const pairs = cells.flatMap((cell): (readonly [number, number])[] => {
    const parts = typeof cell === "string" ? DAY_MONTH_YEAR.exec(cell.trim()) : null;
    return parts ? [[Number(parts[1]), Number(parts[3])]] : [];
  });
  const dayFirst = pairs.some(([first]) => first > 12);
  const monthFirst = pairs.some(([, second]) => second > 12);
  if (dayFirst || monthFirst) return dayFirst === monthFirst ? undefined : dayFirst;
  const kinds = [0, 1].map((place) => new Set(pairs.map((pair) => pair[place])).size);
  const [firsts = 0, seconds = 0] = kinds;
  if (firsts === 1 && seconds > 1) return true;
  return seconds === 1 && firsts > 1 ? false : undefined;
}

/** One cell of a range of months. */
export function readMonth(cell: SheetCell, context: MonthContext): MonthCell {
  if (cell === undefined) return { kind: "blank" };
  if (typeof cell === "boolean") return unreadable(`${String(cell).toUpperCase()} is no month`);
  try {
    return typeof cell === "number" ? monthOfNumber(cell, context) : monthOfText(cell.trim(), context);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    const isYearless = error.path === "year";
    const written = String(cell);
    return isYearless
      ? unreadable(yearMissing(written), YEAR_HINT)
      : unreadable(`"${clipped(written)}" is not a month`);
  }
}

const YEAR_HINT = "write the year into the cells, or give the option year=2024";
const yearMissing = (written: string): string => `"${clipped(written)}" has no year`;
const clipped = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
const unreadable = (message: string, hint = HINT): MonthCell => ({ kind: "unreadable", message, hint });

function monthOfNumber(value: number, context: MonthContext): MonthCell {
  if (value >= 1 && value <= 12 && Number.isInteger(value)) return elapsed(value, context);
  const day = dayOfSerial(value);
  if (day !== undefined) return ofDate(day);
  const joined = /^(\d{4})(0[1-9]|1[0-2])$/.exec(String(value));
  if (joined && isYear(Number(joined[1]))) return monthOf(Number(joined[1]), Number(joined[2]));
  if (isYear(value)) return { kind: "year" };
  return unreadable(`${value} is neither a month nor a date`);
}

const isYear = (value: number): boolean => Number.isInteger(value) && value >= 1950 && value <= 2100;

/** Months as they are counted from the start of the fiscal year, by the year that the options tell. */
function elapsed(count: number, { year, fiscalYearStart }: MonthContext): MonthCell {
  const position = fiscalPosition({ through: count, fiscalYearStart, ...(year !== undefined && { year }) });
  return { kind: "period", period: throughLabel(position) };
}

const ofDate = (iso: string): MonthCell => ({ kind: "period", period: iso.slice(0, 7) });

function monthOf(year: number, month: number): MonthCell {
  const period = `${year}-${String(month).padStart(2, "0")}`;
  fiscalPosition({ through: period, fiscalYearStart: 1, path: "months" });
  return { kind: "period", period };
}

/** A calendar month that names no year is of the fiscal year that begins in the year of the options. */
function monthIn(year: number | undefined, month: number, written: string, context: MonthContext): MonthCell {
  if (year !== undefined) return monthOf(year, month);
  if (context.year === undefined) return unreadable(yearMissing(written), YEAR_HINT);
  return monthOf(month < context.fiscalYearStart ? context.year + 1 : context.year, month);
}

/** Marks of a first estimate, which stand around the month. */
const ESTIMATE =
  /^(?:ước|uoc|est\.?|estimate)(?: tính| tinh| thực hiện| thuc hien| th)* |\s*\((?:ước|uoc|sơ bộ|so bo|est|prel|[ep])\.?\)$/giu;
const withoutEstimate = (written: string): string => written.normalize("NFC").replace(ESTIMATE, "").trim();
const ISO = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:[ t].*)?)?$/;
const JOINED = /^(\d{4})m?(0[1-9]|1[0-2])$/;
const MONTH_YEAR = /^(?:(?:thang|t|m)\s*)?(\d{1,2})\s*[-/.]\s*(\d{4})$/;
const MONTH_SHORT_YEAR = /^(?:(?:thang|t)\s*(\d{1,2})\s*[-/.]\s*|([a-z]{3,9})\.?\s*(?:-|\/|'|-')\s*)(\d{2})$/;
const COUNT = /^(\d{1,2})$/;
const QUARTER =
  /^(?:(?:q|qtr|quarter|quy)\.?\s*([1-4]|i{1,3}|iv)(?:\s*(?:[-/,.]|nam|of)\s*|\s+)(\d{4})|(\d{4})\s*[-/ ]?\s*q([1-4])|([1-4])\s*q\s*[-/]?\s*(\d{4}))$/;
const TO_DATE = /^(\d{1,2})\s*(?:t|m|thang|months?)\s*(?:dau nam|nam|of|[-/])?\s*(\d{4})$/;
const DAY_NAMED = /^(?:(\d{1,2})[-\s]+([a-z]{3,9})\.?|([a-z]{3,9})\.?\s+(\d{1,2}),)[-\s,]+(\d{4})$/;
const ROMAN = ["i", "ii", "iii", "iv"];

function monthOfText(written: string, context: MonthContext): MonthCell {
  const text = withoutAccents(withoutEstimate(written));
  const iso = ISO.exec(text) ?? JOINED.exec(text);
  if (iso && isOfTwoMonths(text))
    return unreadable(
      `"${clipped(written)}" is a moment of another month elsewhere`,
      'write the day alone: "2024-01-31"',
    );
  if (iso) return dated(written, iso[1], iso[2], iso[3]);
  const date = DAY_MONTH_YEAR.exec(written);
  if (date) return dateOf(written, date, context);
  const month = MONTH_YEAR.exec(text);
  if (month) return monthOf(Number(month[2]), Number(month[1]));
  const short = MONTH_SHORT_YEAR.exec(text);
  const shortName = short?.[2] === undefined ? undefined : ENGLISH_MONTHS.get(short[2]);
  if (short && (short[1] !== undefined || shortName))
    return monthOf(2000 + Number(short[3]), shortName ?? Number(short[1]));
  const quarter = QUARTER.exec(text);
  if (quarter)
    return quarterOf(quarter[2] ?? quarter[3] ?? quarter[6], quarter[1] ?? quarter[4] ?? quarter[5]);
  const counted = COUNT.exec(text);
  if (counted) return elapsed(Number(counted[1]), context);
  const day = DAY_NAMED.exec(text);
  const monthOfDay = day && ENGLISH_MONTHS.get(day[2] ?? day[3] ?? "");
  if (day && monthOfDay) return dated(written, day[5], String(monthOfDay), day[1] ?? day[4]);
  const toDate = TO_DATE.exec(text);
  if (toDate) return asToDate(monthOf(Number(toDate[2]), Number(toDate[1])));
  const named = monthInWords(withoutEstimate(written), context);
  const isNamed = named.kind === "period" || named.kind === "toDate" || named.kind === "year";
  return !isNamed && TOTAL.test(text) ? { kind: "total" } : named;
}

const MOMENT = /t(?!00:00(?::00(?:\.0+)?)?z)\d\d:\d\d(?::\d\d(?:\.\d+)?)?z$/;
const HOUR = 3_600_000;
/** How far the clocks of the world are from each other's day. */
const CLOCKS = [-12 * HOUR, 14 * HOUR] as const;

/** Whether a moment, as programs send the midnight of a sheet, is in two months by the clocks of the world. */
function isOfTwoMonths(text: string): boolean {
  if (!MOMENT.test(text)) return false;
  const moment = Date.parse(text.toUpperCase());
  const months = CLOCKS.map((offset) => new Date(moment + offset).getUTCMonth());
  return Number.isFinite(moment) && months[0] !== months[1];
}

function dated(
  written: string,
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): MonthCell {
  const cell = monthOf(Number(year), Number(month));
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const isDay = day === undefined || (Number(day) >= 1 && Number(day) <= last);
  return isDay ? cell : unreadable(`"${clipped(written)}" is no day of a month`);
}

function dateOf(written: string, parts: RegExpExecArray, { isDayFirst }: MonthContext): MonthCell {
  const [first, second, year] = [parts[1], parts[3], parts[4]];
  const order = first === second || Number(first) > 12 ? true : Number(second) > 12 ? false : isDayFirst;
  if (order === undefined)
    return unreadable(
      `"${clipped(written)}" may be day/month or month/day`,
      'write "2024-05", or give the cells the format of a date',
    );
  return order ? dated(written, year, second, first) : dated(written, year, first, second);
}

function quarterOf(year: string | undefined, quarter = ""): MonthCell {
  const number = ROMAN.includes(quarter) ? ROMAN.indexOf(quarter) + 1 : Number(quarter);
  return { kind: "period", period: `${year}-Q${number}` };
}

const asToDate = (cell: MonthCell): MonthCell =>
  cell.kind === "period" ? { ...cell, kind: "toDate" } : cell;

/** Longest text that can name a period. */
const LONGEST_NAME = 60;
const isQuarterWord = /\bq|quy|quarter/;

/** Months in words, as articles write them: "tháng tư năm 2024", "first four months of 2024", "Sept. 2024". */
function monthInWords(written: string, context: MonthContext): MonthCell {
  const text = written.normalize("NFC").replace(/\s+/g, " ");
  const isUnnamed = !/\d/.test(text);
  const refused = (): MonthCell =>
    isUnnamed ? { kind: "words" } : unreadable(`"${clipped(written)}" is not a month`);
  if (text.length > LONGEST_NAME) return refused();
  const plain = withoutAccents(text);
  const bare = ENGLISH_MONTHS.get(plain.replace(/\.$/, ""));
  if (bare) return monthIn(undefined, bare, written, context);
  const tokens = tokensOf(text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()));
  const [mention, ...others] = periodsOf(tokens, plain === text.toLowerCase());
  const isWhole = mention && others.length === 0 && mention.from === 0 && mention.to === tokens.length;
  if (!isWhole || mention.isRest || mention.yearOffset !== undefined || mention.throughYear !== undefined)
    return refused();
  if (mention.isYear) return { kind: mention.year === undefined ? "total" : "year" };
  const { fromMonth, throughMonth, year } = mention;
  if (throughMonth < 1 || fromMonth < 1) return refused();
  if (throughMonth - fromMonth === 2 && isQuarterWord.test(plain) && fromMonth % 3 === 1) {
    const of = year ?? context.year;
    return of === undefined
      ? unreadable(yearMissing(written), YEAR_HINT)
      : quarterOf(String(of), String((fromMonth + 2) / 3));
  }
  const cell = monthIn(year, throughMonth, written, context);
  if (fromMonth === throughMonth && !mention.isCumulative) return cell;
  return fromMonth === 1 ? asToDate(cell) : refused();
}
