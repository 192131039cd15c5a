import { type CalendarMonth, isLeap } from "./month-composition.ts";

/** Dates of the Vietnamese Lunar New Year (first day), ISO, by calendar year: the table `data/calendars/tet.json`. */
export interface TetCalendar {
  readonly dates: Readonly<Record<string, string>>;
}

/** How many days of a window around Tet fall in each month; `total` is the length of the window. */
export interface WindowDays {
  readonly january: number;
  readonly february: number;
  readonly march: number;
  readonly total: number;
}

/** The week in which work stops: from two days before Tet to four days after. */
export const HOLIDAY_WEEK = { first: -2, last: 4 } as const;

/** Mean share of the holiday week in January, 1990-2050: the average that a seasonal pattern already contains. */
export const MEAN_HOLIDAY_IN_JANUARY = 0.3442622950819672;

const JANUARY_DAYS = 31;

/** Day of the year (1 = 1 January) of Tet in `year`; undefined outside the table. */
function tetDayOfYear(calendar: TetCalendar, year: number): number | undefined {
  const date = calendar.dates[String(year)];
  if (date === undefined) return undefined;
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8, 10));
  return month === 1 ? day : JANUARY_DAYS + day;
}

/**
 * Days of the window [first, last] relative to Tet (0 = New Year's Day) that fall in January, February and March.
 * The table must be used, never the Chinese calendar of `Intl`: it is wrong in 2027, and right in 2030 by accident.
 * Undefined when the year is outside the table.
 * @see Bell and Hillmer (1983), J. Amer. Statist. Assoc. 78, 526-534 (moving-holiday windows)
 * @example tetWindowDays({ dates: { "2026": "2026-02-17" } }, { year: 2026, first: 5, last: 14 }) // => {"january":0,"february":7,"march":3,"total":10}
 */
export function tetWindowDays(
  calendar: TetCalendar,
  window: { year: number; first: number; last: number },
): WindowDays | undefined {
  const tet = tetDayOfYear(calendar, window.year);
  if (tet === undefined) return undefined;
  const februaryEnd = JANUARY_DAYS + (isLeap(window.year) ? 29 : 28);
  const from = tet + window.first;
  const to = tet + window.last;
  const within = (start: number, end: number): number =>
    Math.max(0, Math.min(to, end) - Math.max(from, start) + 1);
  return {
    january: within(Number.NEGATIVE_INFINITY, JANUARY_DAYS),
    february: within(JANUARY_DAYS + 1, februaryEnd),
    march: within(februaryEnd + 1, Number.POSITIVE_INFINITY),
    total: window.last - window.first + 1,
  };
}

/**
 * Share of the holiday week that falls in January, less its 1990-2050 mean: 0.656 when all of it does, -0.344 when
 * none does. Undefined outside the table.
 * @example holidayInJanuary({ dates: { "2024": "2024-02-10" } }, 2024) // => -0.3442622950819672
 */
export function holidayInJanuary(calendar: TetCalendar, year: number): number | undefined {
  const days = tetWindowDays(calendar, { year, ...HOLIDAY_WEEK });
  return days === undefined ? undefined : days.january / days.total - MEAN_HOLIDAY_IN_JANUARY;
}

/**
 * Share of the holiday week that falls in a month, less its 1990-2050 mean in that calendar month: what January gains
 * February loses, and no other month ever holds a day of it. 0 outside the table, where nothing is known.
 * @example holidayInMonth({ dates: { "2024": "2024-02-10" } }, { year: 2024, month: 2 }) // => 0.3442622950819672
 */
export function holidayInMonth(calendar: TetCalendar, { year, month }: CalendarMonth): number {
  if (month > 2) return 0;
  const january = holidayInJanuary(calendar, year) ?? 0;
  return month === 1 ? january : -january;
}
