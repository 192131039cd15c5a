const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A day on a scale on which every month is one long, and the end of a month a whole number. */
function monthsOf(day: string): number {
  const [, year = "", month = "", date = ""] = DAY.exec(day) ?? [];
  return Number(year) * 12 + Number(month) - 1 + Number(date) / daysIn(Number(year), Number(month));
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/**
 * Months from one day to another, negative backwards; between two ends of months a whole number.
 * @example monthsBetween("2023-12-31", "2024-09-30") // => 9
 * @example monthsBetween("2024-04-15", "2024-04-30") // => 0.5
 */
export function monthsBetween(from: string, to: string): number {
  return monthsOf(to) - monthsOf(from);
}

/** What a day and a fraction of it differ by through rounding alone. */
const HAIR = 1e-9;

/**
 * The first day on which so many months have passed.
 * @example dayAfter("2024-09-30", 15) // => "2025-12-31"
 * @example dayAfter("2024-09-30", 0.01) // => "2024-10-01"
 */
export function dayAfter(from: string, months: number): string {
  const end = monthsOf(from) + months;
  const month = Math.ceil(end - HAIR) - 1;
  const year = Math.floor(month / 12);
  const days = daysIn(year, month - year * 12 + 1);
  const date = Math.max(1, Math.ceil((end - month) * days - HAIR * days));
  return new Date(Date.UTC(year, month - year * 12, date)).toISOString().slice(0, 10);
}
