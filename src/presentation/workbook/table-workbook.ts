import Papa from "papaparse";
import { type Cell, snakeCase, type Table } from "../delimited.ts";
import { SheetPage } from "./sheet-page.ts";
import { workbookFile } from "./workbook-file.ts";

/** A table with the name of its sheet: up to 31 characters, without any of []:*?/\\ and apostrophes. */
export interface NamedTable {
  readonly name: string;
  readonly table: Table;
}

const NARROWEST = 10;
const WIDEST = 60;
const HEAD_ROWS = 1;

/**
 * Tables as an Excel workbook, a sheet each: the columns, names and values of the `.csv`, with numbers as numbers and
 * texts as texts.
 *
 * @param title what the file calls itself
 */
export function tableWorkbook(tables: readonly NamedTable[], title: string): Promise<Uint8Array> {
  const sheets = tables.map(({ name, table: { columns, rows } }, index) => {
    const widths = columns.map((column, at) =>
      Math.max(
        NARROWEST,
        Math.min(WIDEST, Math.max(column.length, ...rows.map((row) => String(row[at] ?? "").length)) + 2),
      ),
    );
    const page = new SheetPage(name, widths);
    page.table(
      `Table${index + 1}_`,
      columns.map((column) => ({ key: column, head: snakeCase(column) })),
      () =>
        rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, { content: row[at] }]))),
    );
    return page.written({ frozenRows: HEAD_ROWS });
  });
  return workbookFile(sheets, title);
}

/**
 * The table of a `.csv` answer, with a point as decimal sign, as a table again.
 * @example csvTable("name,value\r\nplan,920\r\n'=1+1,0.5\r\n") // => {"columns":["name","value"],"rows":[["plan",920],["=1+1",0.5]]}
 */
export function csvTable(csv: string): Table {
  const [columns = [], ...rows] = Papa.parse<string[]>(csv, { delimiter: ",", skipEmptyLines: true }).data;
  return { columns, rows: rows.map((row) => row.map(cellRead)) };
}

/** What a cell of a `.csv` says; the apostrophe that keeps a text from being a formula is no part of it. */
function cellRead(text: string): Cell {
  if (text === "") return undefined;
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  return text.replace(/^'(?=[=+\-@\t\r\n])/, "");
}
