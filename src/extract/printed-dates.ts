import { type CalendarDate, dateAt } from "./calendar-date.ts";
import { languageOf } from "./language.ts";
import type { Mention } from "./mention.ts";
import type { Token } from "./token.ts";
import { addressRanges } from "./web-address.ts";

/** A date with its year that a text prints. */
export interface PrintedDate extends Mention {
  /** "2022-10-26", or "2022-10" for a month; absent where day and month may stand either way round. */
  readonly iso?: string;
  /** Both readings where they differ and nothing tells which is meant, in time's order; else empty. */
  readonly alternatives: readonly string[];
}

/**
 * The dates with a year in a text, in text order. Digits such as "2/6/2023" are read as the other dates of the text
 * are, day first in a Vietnamese text, and are ambiguous otherwise.
 * @example printedDatesOf(tokensOf("AM | 2/6/2023")) // => [{"from":2,"to":7,"alternatives":["2023-02-06","2023-06-02"]}]
 */
export function printedDatesOf(tokens: readonly Token[]): readonly PrintedDate[] {
  const dates = datesWithYear(tokens);
  const orders = new Set(dates.flatMap(({ order }) => order ?? []));
  const [told] = orders;
  const order =
    orders.size === 1 ? told : languageOf(tokens).language === "vi" && orders.size === 0 ? "dmy" : undefined;
  return dates.map((date) => {
    const { from, to } = date;
    if (!date.isReversible) return { from, to, iso: isoOf(date), alternatives: [] };
    const reversed = isoOf({ ...date, month: date.day, day: date.month });
    if (order) return { from, to, iso: order === "dmy" ? isoOf(date) : reversed, alternatives: [] };
    return { from, to, alternatives: [isoOf(date), reversed].sort() };
  });
}

type DateWithYear = CalendarDate & { readonly year: number };
const hasYear = (date: CalendarDate): date is DateWithYear => date.year !== undefined;

function datesWithYear(tokens: readonly Token[]): readonly DateWithYear[] {
  const addresses = addressRanges(tokens);
  const dates: DateWithYear[] = [];
  let address = 0;
  let at = 0;
  while (at < tokens.length) {
    const next = addresses[address];
    if (next && at >= next.from) {
      at = Math.max(at, next.to);
      address += 1;
      continue;
    }
    const date = dateAt(tokens, at);
    if (date && hasYear(date)) dates.push(date);
    at = date?.to ?? at + 1;
  }
  return dates;
}

const twoDigits = (value: number): string => String(value).padStart(2, "0");

function isoOf({
  year,
  month = 0,
  day,
}: {
  year: number;
  month?: number | undefined;
  day?: number | undefined;
}): string {
  const isoMonth = `${year}-${twoDigits(month)}`;
  return day === undefined ? isoMonth : `${isoMonth}-${twoDigits(day)}`;
}
