import { snakeCase, type Table } from "./delimited.ts";
import type { PresentedExtract } from "./extract-answer.ts";
import { extractTable } from "./extract-table.ts";

/** The columns that stand first; the others follow in the order of the CSV. */
const FIRST_COLUMNS: readonly string[] = [
  "geography",
  "indicator",
  "value",
  "unit",
  "year",
  "throughMonth",
  "growth",
  "shareOfTarget",
  "targetValue",
  "targetUnit",
  "verdict",
  "confidence",
];

/** A row for each figure of a text, under the names of the columns. */
export function figureRows(read: PresentedExtract, withHeaders: boolean): Table["rows"] {
  const { columns, rows } = extractTable(read);
  const order = [...FIRST_COLUMNS, ...columns.filter((column) => !FIRST_COLUMNS.includes(column))];
  const places = order.map((column) => columns.indexOf(column));
  const head = withHeaders ? [order.map(snakeCase)] : [];
  return [...head, ...rows.map((row) => places.map((place) => row[place]))];
}

/** The value of the first figure of a text, as one cell tells it. */
export function defaultFigure(read: PresentedExtract): Table["rows"][number][number] {
  const { columns, rows } = extractTable(read);
  return rows[0]?.[columns.indexOf("value")];
}
