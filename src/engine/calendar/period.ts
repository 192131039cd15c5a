import { EngineError } from "../engine-error.ts";
import type { PeriodOrdinal } from "../history/history.ts";
import { dayOfSerial } from "./spreadsheet-date.ts";

/** Periods are months or quarters; a year has 12 or 4 of them. */
export type PeriodsPerYear = 12 | 4;

/**
 * A fiscal year and how far it has been reported. `year` is the calendar year in which the fiscal year starts;
 * `startMonth` is 1-12; `elapsed` counts complete, reported periods (1 to `periodsPerYear`).
 */
export interface FiscalPosition {
  readonly year: number;
  readonly startMonth: number;
  readonly periodsPerYear: PeriodsPerYear;
  readonly elapsed: number;
}

const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;
const MONTH = /^(\d{4})-(\d{2})$/;
/** As forms and reports write it: 4/2024, 04/2024. */
const MONTH_FIRST = /^(\d{1,2})\/(\d{4})$/;
const QUARTER = /^(\d{4})-Q(\d)$/i;
const HINT = 'write "2024-04" for April 2024, "2024-Q2" for a quarter, or 4 with year=2024';

/**
 * Where a fiscal year stands once `through` is reported: a month "2024-04" or "4/2024", a quarter "2024-Q2" (of the
 * fiscal year, which then starts in the calendar year written), a count of elapsed months together with `year`, or the
 * month of a date as spreadsheets number their days.
 *
 * @throws EngineError invalidPeriod when the text is no period
 * @example fiscalPosition({ through: "2024-04", fiscalYearStart: 1 }) // => {"year":2024,"startMonth":1,"periodsPerYear":12,"elapsed":4}
 * @example fiscalPosition({ through: "2024-01", fiscalYearStart: 10 }) // => {"year":2023,"startMonth":10,"periodsPerYear":12,"elapsed":4}
 * @example fiscalPosition({ through: "2024-Q2", fiscalYearStart: 1 }) // => {"year":2024,"startMonth":1,"periodsPerYear":4,"elapsed":2}
 * @example fiscalPosition({ through: "4/2024", fiscalYearStart: 1 }) // => {"year":2024,"startMonth":1,"periodsPerYear":12,"elapsed":4}
 * @example fiscalPosition({ through: 45412, fiscalYearStart: 1 }) // => {"year":2024,"startMonth":1,"periodsPerYear":12,"elapsed":4}
 */
export function fiscalPosition(ask: {
  readonly through: string | number;
  readonly year?: number;
  readonly fiscalYearStart: number;
  readonly path?: string;
}): FiscalPosition {
  const path = ask.path ?? "through";
  const startMonth = ask.fiscalYearStart;
  const isSerial = typeof ask.through === "number" && dayOfSerial(ask.through) !== undefined;
  if (isSerial) return fiscalPosition({ ...ask, through: String(Math.floor(ask.through as number)) });
  if (typeof ask.through === "number" || /^\d{1,2}$/.test(ask.through)) {
    const elapsed = Number(ask.through);
    if (!Number.isInteger(elapsed) || elapsed < 1 || elapsed > 12)
      throw new EngineError(
        "invalidPeriod",
        path,
        `${ask.through} is not a number of months from 1 to 12`,
        HINT,
      );
    if (ask.year === undefined)
      throw new EngineError(
        "invalidPeriod",
        "year",
        `through is ${elapsed} elapsed months, of which year?`,
        HINT,
      );
    return { year: checkYear(ask.year, "year"), startMonth, periodsPerYear: 12, elapsed };
  }
  const quarter = QUARTER.exec(ask.through.trim());
  if (quarter) {
    const elapsed = Number(quarter[2]);
    if (elapsed < 1 || elapsed > 4)
      throw new EngineError("invalidPeriod", path, `"${ask.through}" names a quarter outside Q1 to Q4`, HINT);
    return { year: checkYear(Number(quarter[1]), path), startMonth, periodsPerYear: 4, elapsed };
  }
  const { year: writtenYear, month: calendarMonth } = monthIn(ask.through);
  if (!(calendarMonth >= 1 && calendarMonth <= 12))
    throw new EngineError("invalidPeriod", path, `"${ask.through}" is not a period`, HINT);
  const calendarYear = checkYear(writtenYear, path);
  const startsBefore = calendarMonth < startMonth;
  return {
    year: startsBefore ? calendarYear - 1 : calendarYear,
    startMonth,
    periodsPerYear: 12,
    elapsed: ((calendarMonth - startMonth + 12) % 12) + 1,
  };
}

/** The numbers of a written month; a month of 0 where it is none. A date cell of a sheet is the month of its day. */
function monthIn(text: string): { readonly year: number; readonly month: number } {
  const written = text.trim();
  const day = /^\d{5}$/.test(written) ? dayOfSerial(Number(written)) : undefined;
  const [, year, month] = MONTH.exec(day?.slice(0, 7) ?? written) ?? [];
  if (year !== undefined) return { year: Number(year), month: Number(month) };
  const [, first = 0, second] = MONTH_FIRST.exec(written) ?? [];
  return { year: Number(second), month: Number(first) };
}

function checkYear(year: number, path: string): number {
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR)
    throw new EngineError(
      "invalidPeriod",
      path,
      `${year} is not a year from ${FIRST_YEAR} to ${LAST_YEAR}`,
      HINT,
    );
  return year;
}

/**
 * The label of a period of the fiscal year; `index` counts from 0.
 * @example periodLabel({ year: 2023, startMonth: 10, periodsPerYear: 12, elapsed: 4 }, 3) // => "2024-01"
 * @example periodLabel({ year: 2024, startMonth: 1, periodsPerYear: 4, elapsed: 2 }, 2) // => "2024-Q3"
 */
export function periodLabel(position: FiscalPosition, index: number): string {
  if (position.periodsPerYear === 4) return `${position.year}-Q${index + 1}`;
  const { year, month } = calendarMonth(position, index);
  return `${year}-${String(month).padStart(2, "0")}`;
}

/** The calendar month (1-12, and its year) of the month at `monthIndex` (from 0) of the fiscal year. */
export function calendarMonth(
  position: Pick<FiscalPosition, "year" | "startMonth">,
  monthIndex: number,
): { readonly year: number; readonly month: number } {
  const months = position.startMonth - 1 + monthIndex;
  return { year: position.year + Math.floor(months / 12), month: (months % 12) + 1 };
}

/**
 * Elapsed periods as months of the fiscal year: a second quarter is 6.
 * @example elapsedMonths({ year: 2024, startMonth: 1, periodsPerYear: 4, elapsed: 2 }) // => 6
 */
export function elapsedMonths(position: FiscalPosition): number {
  return (position.elapsed * 12) / position.periodsPerYear;
}

/**
 * The last calendar day, ISO, of the reported periods.
 * @example lastDayOf({ year: 2023, startMonth: 10, periodsPerYear: 12, elapsed: 5 }) // => "2024-02-29"
 */
export function lastDayOf(position: FiscalPosition): string {
  const after = position.startMonth - 1 + elapsedMonths(position);
  return new Date(Date.UTC(position.year, after, 0)).toISOString().slice(0, 10);
}

/** The label of the last reported period, e.g. "2024-04". */
export function throughLabel(position: FiscalPosition): string {
  return periodLabel(position, position.elapsed - 1);
}

/**
 * The last reported period as a running number of the fiscal calendar.
 * @example lastOrdinal({ year: 2024, startMonth: 1, periodsPerYear: 12, elapsed: 4 }) // => 24291
 */
export function lastOrdinal({ year, periodsPerYear, elapsed }: FiscalPosition): PeriodOrdinal {
  return year * periodsPerYear + elapsed - 1;
}

/**
 * Where the fiscal year stands once the period of a running number is reported; the inverse of {@link lastOrdinal}.
 * @example throughLabel(positionThrough(24291, { startMonth: 10, periodsPerYear: 12 })) // => "2025-01"
 */
export function positionThrough(
  ordinal: PeriodOrdinal,
  { startMonth, periodsPerYear }: Pick<FiscalPosition, "startMonth" | "periodsPerYear">,
): FiscalPosition {
  const year = Math.floor(ordinal / periodsPerYear);
  return { year, startMonth, periodsPerYear, elapsed: ordinal - year * periodsPerYear + 1 };
}

/** The labels of the periods still to come, in order; empty once the year is complete. */
export function remainingLabels(position: FiscalPosition): readonly string[] {
  return Array.from({ length: position.periodsPerYear - position.elapsed }, (_, step) =>
    periodLabel(position, position.elapsed + step),
  );
}
