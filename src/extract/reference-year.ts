import type { ArticleNumbers } from "../engine/report/article-numbers.ts";
import { publishedFromAddress, yearsOfMonth } from "./address-date.ts";
import type { Mention, PeriodMention } from "./mention.ts";
import type { PrintedDate } from "./printed-dates.ts";
import type { Token } from "./token.ts";
import { addressRanges } from "./web-address.ts";
import { isCompared, isWished, votesForYears } from "./year-evidence.ts";

/** What is known about the time of an article. */
export interface DatedText {
  readonly tokens: readonly Token[];
  readonly periods: readonly PeriodMention[];
  readonly dates: readonly PrintedDate[];
  /** Where web addresses stand, if that was found out already. */
  readonly addresses?: readonly Mention[];
  /** ISO day or month, from whoever has the article. */
  readonly published?: string;
  /** What the numbers in addresses tell of the time when articles appeared. */
  readonly numbers?: ArticleNumbers;
}

/** The year an article means by "this year". */
export interface ReferenceYear {
  readonly year?: number;
  /** The given date, the date line of the text, its sentences, the number in its address, or nothing. */
  readonly source: "published" | "printed" | "text" | "address" | "none";
  /** ISO day or month of publication. */
  readonly published?: string;
  /** The readings of a date line that can be read two ways. */
  readonly ambiguous?: readonly string[];
}

/**
 * The year that "this year" means: that of the publication date, given or printed in a line of its own, and the year
 * before where an article of January or February looks back on a whole year; otherwise the year that the periods,
 * comparisons and plans of the text point to, or else that in which its address was given.
 */
export function referenceYear(text: DatedText): ReferenceYear {
  if (text.published !== undefined) {
    const year = yearOfReport(text, [text.published]);
    return { ...(year === undefined ? {} : { year }), source: "published", published: text.published };
  }
  const line = dateLine(text);
  if (line) {
    const readings = line.iso === undefined ? line.alternatives : [line.iso];
    const year = yearOfReport(text, readings);
    return {
      ...(year === undefined ? {} : { year }),
      source: "printed",
      ...(line.iso === undefined ? { ambiguous: readings } : { published: line.iso }),
    };
  }
  const year = mostVoted(votesForYears(text));
  if (year !== undefined) return { year, source: "text" };
  const ofAddress = yearOfAddress(text);
  return ofAddress === undefined ? { source: "none" } : { year: ofAddress, source: "address" };
}

/** The year that the number in the address and the latest month of the text tell together. */
function yearOfAddress(text: DatedText): number | undefined {
  const { tokens, periods, numbers, addresses = addressRanges(tokens) } = text;
  const dated = numbers && publishedFromAddress(tokens, addresses, numbers);
  if (!dated) return undefined;
  const month = periods
    .filter((period) => !period.isYear && !period.isRest && period.throughYear === undefined)
    .filter((period) => (period.yearOffset ?? 0) === 0 && !isCompared(tokens, period))
    .reduce((latest, { throughMonth }) => Math.max(latest, throughMonth), 0);
  const years = month >= 1 ? yearsOfMonth(dated, month) : [];
  if (years.length === 0) return yearOfReport(text, [dated.earliest, dated.latest]);
  return years.length === 1 ? years[0] : undefined;
}

function mostVoted(votes: ReadonlyMap<number, number>): number | undefined {
  let best: number | undefined;
  for (const [year, weight] of votes) {
    const most = best === undefined ? 0 : (votes.get(best) as number);
    if (weight > most || (weight === most && best !== undefined && year > best)) best = year;
  }
  return best;
}

/** A date line has a time, a place or an agency beside its date, and no more. */
const LONGEST_DATE_LINE = 22;
/** How far from either end of the text a date line may stand. */
const BEGINNING = 250;
const ENDING = 40;

/** The date that stands on a short line of its own, which is no sentence. */
function dateLine({ tokens, dates }: DatedText): PrintedDate | undefined {
  return dates.find(({ from, to }) => {
    if (from > BEGINNING && to < tokens.length - ENDING) return false;
    let start = from;
    while (start > 0 && tokens[start - 1]?.kind !== "break" && from - start <= LONGEST_DATE_LINE) start -= 1;
    let end = to;
    while (end < tokens.length && tokens[end]?.kind !== "break" && end - to <= LONGEST_DATE_LINE) end += 1;
    const line = tokens.slice(start, end);
    return (
      line.length <= LONGEST_DATE_LINE && line.at(-1)?.text !== "." && line.every(({ text }) => text !== "%")
    );
  });
}

/** The last month in which an article still looks back on the year before. */
const LAST_MONTH_OF_REVIEWS = 2;

function yearOfReport(text: DatedText, readings: readonly string[]): number | undefined {
  const years = new Set(readings.map((iso) => Number(iso.slice(0, 4))));
  const [year] = years;
  if (year === undefined || !Number.isInteger(year) || years.size > 1) return undefined;
  const mayLookBack = readings.some((iso) => {
    const month = Number(iso.slice(5, 7));
    return month >= 1 && month <= LAST_MONTH_OF_REVIEWS;
  });
  return mayLookBack && looksBack(text, year) ? year - 1 : year;
}

/** Months that are told without a year in January and are no plan: those up to here are of the year before. */
const LATE_MONTH = 9;

/** Whether an article of January or February is about the year before. */
function looksBack(text: DatedText, year: number): boolean {
  const { tokens, periods } = text;
  const own = periods.filter(({ throughYear, isRest }) => throughYear === undefined && !isRest);
  const isCurrent = own.some((period) => {
    if (period.isYear)
      return (
        (period.yearOffset === 0 && isWished(tokens, period)) ||
        (period.yearOffset === -1 && !isCompared(tokens, period))
      );
    return (
      period.throughMonth > 0 &&
      period.throughMonth <= LAST_MONTH_OF_REVIEWS &&
      (period.year ?? year) === year &&
      !isCompared(tokens, period)
    );
  });
  if (isCurrent) return false;
  const votes = votesForYears({ ...text, dates: [] });
  if ((votes.get(year - 1) ?? 0) > (votes.get(year) ?? 0)) return true;
  return own.some(
    ({ isYear, throughMonth, year: named, yearOffset }) =>
      !isYear && throughMonth >= LATE_MONTH && named === undefined && yearOffset === undefined,
  );
}
