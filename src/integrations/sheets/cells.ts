/** A cell as it is sent; `null` is a blank one. */
export type Cell = string | number | boolean | null;

/** An argument of a formula as it is sent: one cell, or rows of cells. */
export type Argument = Cell | readonly (readonly Cell[])[];

/** Writes a date as the sheet shows it, "2024-04-01": only the sheet's own time zone knows which day it is. */
export type DateText = (date: Date) => string;

/**
 * The arguments of a custom function as the service takes them: dates as texts, blanks as null, arguments left out at
 * the end dropped, and ranges without the blank rows and columns at their end. Ranges of equal height (or width) lose
 * the same rows (or columns), so that months still stand beside their values.
 */
export function argumentsOf(given: readonly unknown[], dateText: DateText): readonly Argument[] {
  const told = given.map((argument): Argument => {
    if (!Array.isArray(argument)) return cellOf(argument, dateText);
    const rows = argument.map((row: unknown) => (Array.isArray(row) ? row : [row]));
    return rows.map((row) => row.map((cell) => cellOf(cell, dateText)));
  });
  const count = lastWhere(told, (argument) => argument !== null) + 1;
  return withoutBlankEnds(told.slice(0, count));
}

/** One cell as it is sent. */
export function cellOf(value: unknown, dateText: DateText): Cell {
  if (value === undefined || value === null || value === "") return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  // A date of the sheet is made outside the script, where `instanceof` may name another Date.
  if (Object.prototype.toString.call(value) === "[object Date]") return dateText(value as Date);
  return String(value);
}

/** Whether nothing is written in a row. */
export const isBlank = (row: readonly Cell[]): boolean => row.every((cell) => cell === null);

type Rows = readonly (readonly Cell[])[];
const isRange = (argument: Argument): argument is Rows => Array.isArray(argument);

function withoutBlankEnds(told: readonly Argument[]): readonly Argument[] {
  const ranges = told.filter(isRange);
  const width = (rows: Rows): number => (rows[0] || []).length;
  const usedRows = (rows: Rows): number => lastWhere(rows, (row) => !isBlank(row)) + 1;
  const usedColumns = (rows: Rows): number =>
    Math.max(...rows.map((row) => lastWhere(row, (cell) => cell !== null) + 1));
  return told.map((argument) => {
    if (!isRange(argument)) return argument;
    const asHigh = ranges.filter((rows) => rows.length === argument.length);
    const asWide = ranges.filter((rows) => width(rows) === width(argument));
    const height = Math.max(1, ...asHigh.map(usedRows));
    const columns = Math.max(1, ...asWide.map(usedColumns));
    return argument.slice(0, height).map((row) => row.slice(0, columns));
  });
}

/** The place of the last entry for which it holds; -1 when there is none. */
function lastWhere<T>(entries: readonly T[], holds: (entry: T) => boolean): number {
  for (let at = entries.length - 1; at >= 0; at -= 1) if (holds(entries[at] as T)) return at;
  return -1;
}
