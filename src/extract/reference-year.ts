import type { Mention, PeriodMention } from "./mention.ts";
import type { PrintedDate } from "./printed-dates.ts";
import type { Token } from "./token.ts";
import { votesForYears } from "./year-evidence.ts";

/** What is known about the time of an article. */
export interface DatedText {
  readonly tokens: readonly Token[];
  readonly periods: readonly PeriodMention[];
  readonly dates: readonly PrintedDate[];
  /** ISO day or month, from whoever has the article. */
  readonly published?: string;
}

/** The year an article means by "this year". */
export interface ReferenceYear {
  readonly year?: number;
  /** The given date, the date line of the text, its sentences, or nothing. */
  readonly source: "published" | "printed" | "text" | "none";
  /** ISO day or month of publication. */
  readonly published?: string;
  /** The readings of a date line that can be read two ways. */
  readonly ambiguous?: readonly string[];
}

/**
 * The year that "this year" means: that of the publication date, given or printed in a line of its own, and the year
 * before where an article of January or February looks back on a whole year; otherwise the year that the periods,
 * comparisons and plans of the text point to.
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
  return year === undefined ? { source: "none" } : { year, source: "text" };
}

function mostVoted(votes: ReadonlyMap<number, number>): number | undefined {
  let best: number | undefined;
  for (const [year, weight] of votes) {
    const most = best === undefined ? 0 : (votes.get(best) as number);
    if (weight > most || (weight === most && best !== undefined && year > best)) best = year;
  }
  return best;
}

/** Words that a line may have and still be a date line: a place, a time, an agency. */
const DATE_LINE_TOKENS = 18;
/** A date line stands among the first lines, or it is the last but few. */
const FIRST_LINES = 12;

/** The date that stands on a short line of its own. */
function dateLine({ tokens, dates }: DatedText): PrintedDate | undefined {
  return dates.find((date, index) => {
    const lineStart = startOfLine(tokens, date);
    if (lineStart === undefined) return false;
    let end = date.to;
    while (end < tokens.length && tokens[end]?.kind !== "break" && end - lineStart <= DATE_LINE_TOKENS)
      end += 1;
    if (end - lineStart > DATE_LINE_TOKENS) return false;
    if (tokens.slice(lineStart, end).some(({ text }) => text === "%")) return false;
    return index < FIRST_LINES;
  });
}

function startOfLine(tokens: readonly Token[], { from }: Mention): number | undefined {
  for (let at = from; at > from - DATE_LINE_TOKENS; at -= 1)
    if (at <= 0 || tokens[at - 1]?.kind === "break") return Math.max(at, 0);
  return undefined;
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

/** The months that are told were over long before: the article's subject is the year before. */
function looksBack(text: DatedText, year: number): boolean {
  const own = text.periods.filter(({ throughYear }) => throughYear === undefined);
  const isOfYear = own.some(
    (period) =>
      !period.isYear &&
      !period.isRest &&
      period.throughMonth >= 1 &&
      period.throughMonth <= LAST_MONTH_OF_REVIEWS &&
      (period.year ?? year) === year,
  );
  if (isOfYear) return false;
  const votes = votesForYears(text);
  const before = votes.get(year - 1) ?? 0;
  if (before > (votes.get(year) ?? 0)) return true;
  return own.some(
    (period) =>
      period.year === undefined &&
      !period.isRest &&
      period.yearOffset === undefined &&
      period.throughMonth > LAST_MONTH_OF_REVIEWS &&
      !period.isYear,
  );
}
