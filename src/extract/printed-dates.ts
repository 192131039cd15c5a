import { type CalendarDate, dateAt } from "./calendar-date.ts";
import { languageOf } from "./language.ts";
import type { Mention } from "./mention.ts";
import type { Token } from "./token.ts";
import { addressRanges, mentionsOutside } from "./web-address.ts";

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
 */
export function printedDatesOf(
  tokens: readonly Token[],
  addresses: readonly Mention[] = addressRanges(tokens),
): readonly PrintedDate[] {
  const dates = datesWithYear(tokens, addresses);
  const order = dates.some(({ isReversible }) => isReversible) ? orderOf(dates, tokens) : undefined;
  return dates.map((date) => {
    const { from, to } = date;
    if (!date.isReversible)
      return { from, to, iso: isoOf(date.year, date.month, date.day), alternatives: [] };
    const written = isoOf(date.year, date.month, date.day);
    const reversed = isoOf(date.year, date.day, date.month);
    if (order) return { from, to, iso: order === "dmy" ? written : reversed, alternatives: [] };
    return { from, to, alternatives: written < reversed ? [written, reversed] : [reversed, written] };
  });
}

type DateWithYear = CalendarDate & { readonly year: number };
const hasYear = (date: CalendarDate): date is DateWithYear => date.year !== undefined;

function orderOf(dates: readonly DateWithYear[], tokens: readonly Token[]): CalendarDate["order"] {
  const orders = new Set(dates.flatMap(({ order }) => order ?? []));
  const [told] = orders;
  if (orders.size === 1) return told;
  return orders.size === 0 && languageOf(tokens).language === "vi" ? "dmy" : undefined;
}

function datesWithYear(tokens: readonly Token[], addresses: readonly Mention[]): readonly DateWithYear[] {
  return mentionsOutside(tokens, addresses, (at) => dateAt(tokens, at)).filter(hasYear);
}

const twoDigits = (value: number): string => (value < 10 ? `0${value}` : `${value}`);

function isoOf(year: number, month: number | undefined, day: number | undefined): string {
  const isoMonth = `${year}-${twoDigits(month ?? 1)}`;
  return day === undefined ? isoMonth : `${isoMonth}-${twoDigits(day)}`;
}
