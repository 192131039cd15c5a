import { calendarMonth } from "./period.ts";

const DAY = 86_400_000;
/** 1 January, 30 April, 1 May and 2 September with the day before it (Labour Code of Viet Nam 2019, article 112). */
const FIXED_HOLIDAYS = [
  [1, 1],
  [4, 30],
  [5, 1],
  [9, 1],
  [9, 2],
] as const;
/** Tet: five days by the same article; the usual choice is the eve and the first four days of the year. */
const TET_DAYS = [-1, 0, 1, 2, 3];

/** Day 0 of the epoch was a Thursday; 0 is Monday. */
const weekday = (day: number): number => (((day + 3) % 7) + 7) % 7;
const isWeekday = (day: number): boolean => weekday(day) < 5;

/** Mondays to Fridays from `first` up to but not including `end`, both in days since the epoch. */
function weekdaysBetween(first: number, end: number): number {
  const weeks = Math.floor((end - first) / 7);
  let days = weeks * 5;
  for (let day = first + weeks * 7; day < end; day += 1) if (isWeekday(day)) days += 1;
  return days;
}

/**
 * Working days of the months of a fiscal year from `fromMonth` to `throughMonth` (indices from 0, inclusive):
 * Mondays to Fridays, less the public holidays of Viet Nam with a fixed date and five days of Tet where
 * `tetDates` (ISO dates) are given; undefined counts every Monday to Friday. The Hung Kings' day moves with the
 * moon and is counted as worked, as are days given in exchange for a holiday on a weekend.
 * @example workingDays({ year: 2023, startMonth: 1 }, 5, 11, undefined) // => 152
 * @example workingDays({ year: 2023, startMonth: 1 }, 0, 0, ["2023-01-22"]) // => 19
 */
export function workingDays(
  position: { readonly year: number; readonly startMonth: number },
  fromMonth: number,
  throughMonth: number,
  tetDates: readonly string[] | undefined,
): number {
  const from = calendarMonth(position, fromMonth);
  const after = calendarMonth(position, throughMonth + 1);
  const first = Date.UTC(from.year, from.month - 1, 1) / DAY;
  const end = Date.UTC(after.year, after.month - 1, 1) / DAY;
  const days = weekdaysBetween(first, end);
  if (!tetDates) return days;
  const holidays: number[] = [];
  for (let year = from.year; year <= after.year; year += 1)
    for (const [month, date] of FIXED_HOLIDAYS) holidays.push(Date.UTC(year, month - 1, date) / DAY);
  for (const date of tetDates) for (const offset of TET_DAYS) holidays.push(Date.parse(date) / DAY + offset);
  // Tet never meets a fixed holiday, so no day is counted twice.
  let lost = 0;
  for (const day of holidays) if (day >= first && day < end && isWeekday(day)) lost += 1;
  return days - lost;
}
