import Papa from "papaparse";
import type { Delimiter, Form } from "./form.ts";
import { plainNumber } from "./format-number.ts";

/** A cell of a table: absent values are empty cells, so that a column never mixes numbers and words. */
export type Cell = string | number | undefined;

/** A table with named columns; names are those of the JSON answer. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A table of records: every column is there in every row, an empty cell where a record says nothing. */
export function tableOf(columns: readonly string[], records: readonly object[]): Table {
  return {
    columns,
    rows: records.map((record) => {
      const cells = new Map<string, Cell>(Object.entries(record));
      return columns.map((column) => cells.get(column));
    }),
  };
}

/**
 * A name of the JSON answer as a column of a table.
 * @example snakeCase("attainmentProbability") // => "attainment_probability"
 */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** A table as a file. */
export const csvFile = (table: Table, form: Omit<Form, "lang">): string =>
  withMark(delimited(table, form), form);

/**
 * Lines as a file: with a comma as decimal sign it is for Excel of that locale, and begins with a byte order mark, unless
 * commas part its cells, which only a function such as IMPORTDATA reads there.
 */
export const withMark = (text: string, { decimal, delimiter }: Omit<Form, "lang">): string =>
  decimal === "comma" && delimiter !== "comma" ? BYTE_ORDER_MARK + text : text;

/** Excel on Windows takes a file without it for the machine's old code page; to others it may be part of the first cell. */
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * A table as RFC 4180: CRLF line ends, the header always there. With a comma as decimal sign cells are parted by
 * semicolons, as sheets of that locale expect, unless the delimiter is told.
 * @example delimited({ columns: ["name", "perPeriod"], rows: [["plan", 78.75]] }, { decimal: "comma" }) // => "name;per_period\r\nplan;78,75\r\n"
 */
export function delimited({ columns, rows }: Table, form: Omit<Form, "lang">): string {
  const cells = rows.map((row) => row.map((cell) => cellText(cell, form.decimal)));
  return delimitedLines([columns.map(snakeCase), ...cells], form);
}

const DELIMITERS: Readonly<Record<Delimiter, string>> = { comma: ",", semicolon: ";", tab: "\t" };

/**
 * Lines of a table whose cells are written already.
 * @example delimitedLines([["0", "plan; ambition"]], { decimal: "comma" }) // => "0;\"plan; ambition\"\r\n"
 */
export function delimitedLines(
  lines: readonly (readonly string[])[],
  { decimal, delimiter: told = decimal === "comma" ? "semicolon" : "comma" }: Omit<Form, "lang">,
): string {
  const delimiter = DELIMITERS[told];
  return `${Papa.unparse(lines as string[][], { delimiter, newline: "\r\n" })}\r\n`;
}

/**
 * A cell as a sheet reads it. A text that a sheet would take for a formula gets a leading apostrophe; a negative
 * number is one and stays.
 * @example cellText("=HYPERLINK()", "point") // => "'=HYPERLINK()"
 * @example cellText(-0.5, "comma") // => "-0,5"
 */
export function cellText(cell: Cell, decimal: Form["decimal"]): string {
  if (cell === undefined) return "";
  if (typeof cell === "number") return plainNumber(cell, decimal);
  return /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell;
}
