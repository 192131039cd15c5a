import { log } from "../elementary-functions.ts";
/** A month of a calendar year; `month` is 1-12. */
export interface CalendarMonth {
  readonly year: number;
  readonly month: number;
}

/**
 * What the calendar makes of a month, in the order of its regressors: its length (log of days); weekdays against the
 * weekend, Saturdays against Sundays, Fridays against the four days before, and Mondays against the three days after,
 * each a count of days over the length of an average month. With the length they span the seven days of the week.
 */
export const COMPOSITION_REGRESSORS = ["length", "weekdays", "saturdays", "fridays", "mondays"] as const;
export type CompositionRegressor = (typeof COMPOSITION_REGRESSORS)[number];

const REGRESSORS = COMPOSITION_REGRESSORS.length;
const MONTHS = 12;
const DAYS_IN_WEEK = 7;
/** A year begins on one of seven days and is leap or not. */
const YEAR_TYPES = 2 * DAYS_IN_WEEK;
const AVERAGE_DAYS = 365.25 / MONTHS;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** In 28 years every type of common year comes three times and every type of leap year once. */
const timesIn28Years = (yearType: number): number => (yearType < DAYS_IN_WEEK ? 3 : 1);

/** Of the Gregorian calendar. */
export const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Weekday of 1 January, 0 for Monday (1 January of the year 1 was one), plus 7 in a leap year. */
function yearTypeOf(year: number): number {
  const before = year - 1;
  const days = 365 * before + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  return (days % DAYS_IN_WEEK) + (isLeap(year) ? DAYS_IN_WEEK : 0);
}

function regressorsOf(days: number, firstWeekday: number): number[] {
  const counts = new Array<number>(DAYS_IN_WEEK).fill(4);
  for (let day = 28; day < days; day++) {
    const weekday = (firstWeekday + day) % DAYS_IN_WEEK;
    counts[weekday] = (counts[weekday] as number) + 1;
  }
  const [monday, tuesday, wednesday, thursday, friday, saturday, sunday] = counts as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const weekdays = monday + tuesday + wednesday + thursday + friday;
  return [
    log(days),
    (weekdays - 2.5 * (saturday + sunday)) / AVERAGE_DAYS,
    (saturday - sunday) / AVERAGE_DAYS,
    (friday - (monday + tuesday + wednesday + thursday) / 4) / AVERAGE_DAYS,
    (monday - (tuesday + wednesday + thursday) / 3) / AVERAGE_DAYS,
  ];
}

/**
 * Centred regressors of every month of every type of year: a seasonal pattern already contains their mean. Made when a
 * forecast first asks.
 */
let table: Float64Array | undefined;

function centredTable(): Float64Array {
  const centred = new Float64Array(YEAR_TYPES * MONTHS * REGRESSORS);
  for (let month = 0; month < MONTHS; month++) {
    const means = new Array<number>(REGRESSORS).fill(0);
    for (let yearType = 0; yearType < YEAR_TYPES; yearType++) {
      const lengths = DAYS.map((days, m) => (m === 1 && yearType >= DAYS_IN_WEEK ? days + 1 : days));
      const before = lengths.slice(0, month).reduce((sum, days) => sum + days, 0);
      const found = regressorsOf(lengths[month] as number, (yearType + before) % DAYS_IN_WEEK);
      centred.set(found, (yearType * MONTHS + month) * REGRESSORS);
      found.forEach((value, k) => {
        means[k] = (means[k] as number) + (timesIn28Years(yearType) * value) / 28;
      });
    }
    for (let yearType = 0; yearType < YEAR_TYPES; yearType++)
      for (let k = 0; k < REGRESSORS; k++) {
        const at = (yearType * MONTHS + month) * REGRESSORS + k;
        centred[at] = (centred[at] as number) - (means[k] as number);
      }
  }
  return centred;
}

/**
 * One regressor of a calendar month (by its index in `COMPOSITION_REGRESSORS`), less its mean over 28 years in the same
 * calendar month.
 * @see Bell and Hillmer (1983), J. Amer. Statist. Assoc. 78, 526-534 (trading-day contrasts)
 * @example monthComposition({ year: 2024, month: 4 }, 0) // => 0
 */
export function monthComposition({ year, month }: CalendarMonth, regressor: number): number {
  table ??= centredTable();
  return table[(yearTypeOf(year) * MONTHS + month - 1) * REGRESSORS + regressor] as number;
}
