import type { Doubt, FigurePeriod } from "./extraction.ts";
import type { PeriodMention } from "./mention.ts";

/** The dates that the periods of a text are read against. */
export interface ReferenceDates {
  /** What "this year" means. */
  readonly year: number | undefined;
  /** Whether the year was printed beside the figures, and not followed from elsewhere. */
  readonly isYearTold: boolean;
  /** ISO. */
  readonly published: string | undefined;
  /** The last month of that year that the text names anywhere. */
  readonly latestMonth?: number | undefined;
}

export const LAST_MONTH = 12;

/** A period with its year and months filled in: "so far this year", published in late May 2022, is January to May 2022. */
export function datedPeriod(
  period: PeriodMention | undefined,
  dates: ReferenceDates,
  doubts: Set<Doubt>,
): FigurePeriod {
  const year = yearOf(period, dates);
  if (year === undefined) doubts.add("yearUnknown");
  else if (period?.year === undefined && !dates.isYearTold) doubts.add("yearInferred");
  if (!period) doubts.add("periodAssumed");
  const throughMonth = period ? period.throughMonth || monthReached(dates, doubts) : LAST_MONTH;
  return { ...(year !== undefined && { year }), fromMonth: period?.fromMonth ?? 1, throughMonth };
}

/**
 * The year of a period: the one it names, the last of "2021-2025", or what "last year" is from the text's own.
 * @example yearOf({ yearOffset: -1 }, { year: 2022 }) // => 2021
 */
export function yearOf(
  period: Partial<PeriodMention> | undefined,
  { year, published }: Pick<ReferenceDates, "year"> & { readonly published?: string | undefined },
): number | undefined {
  if (period?.year !== undefined) return period.year;
  if (period?.throughYear !== undefined && period.yearOffset === undefined) return period.throughYear;
  if (year === undefined) return undefined;
  const isAhead = period !== undefined && period.yearOffset === undefined && isAfter(period, year, published);
  return year + (period?.yearOffset ?? (isAhead ? -1 : 0));
}

/** "Nine months" in a text of June are those of the year before. */
function isAfter(
  { isYear, isRest, throughMonth }: Partial<PeriodMention>,
  year: number,
  published: string | undefined,
): boolean {
  if (isYear || isRest || throughMonth === undefined || published?.slice(0, 4) !== String(year)) return false;
  return throughMonth > Number(published.slice(5, 7)) + MONTHS_AHEAD;
}

/** Estimates of a month are told before it ends, goals of a quarter before it begins. */
const MONTHS_AHEAD = 3;

/** The days of a month after which a text that says "so far this year" means the month itself. */
const LATE_IN_MONTH = 20;

function monthReached({ published, latestMonth }: ReferenceDates, doubts: Set<Doubt>): number {
  doubts.add("periodAssumed");
  const month = Number(published?.slice(5, 7));
  if (!published || !(month >= 1)) return latestMonth ?? LAST_MONTH;
  const day = Number(published.slice(8, 10));
  return day >= LATE_IN_MONTH || month === 1 ? month : month - 1;
}
