/** Days as spreadsheets count them, from 1899-12-30: 1950-01-01 to 2100-12-31. No year and no count of months is as large. */
const FIRST = 18_264;
const LAST = 73_415;
/** The number of 1970-01-01. */
const EPOCH = 25_569;
const DAY = 86_400_000;

/**
 * The day that a date cell of a spreadsheet holds as a number, "2024-04-30"; undefined where the number is none. Hours
 * are left out.
 * @example dayOfSerial(45412) // => "2024-04-30"
 */
export function dayOfSerial(serial: number): string | undefined {
  if (!(serial >= FIRST && serial < LAST + 1)) return undefined;
  return new Date((Math.floor(serial) - EPOCH) * DAY).toISOString().slice(0, 10);
}
