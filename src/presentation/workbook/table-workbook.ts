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
 * texts as texts. Cells without names of columns stand as they are.
 *
 * @param title what the file calls itself
 */
export function tableWorkbook(tables: readonly NamedTable[], title: string): Promise<Uint8Array> {
  const sheets = tables.map(({ name, table: { columns, rows } }, index) => {
    const heads = columns.map(snakeCase);
    const lines = [heads, ...rows];
    const widths = Array.from({ length: Math.max(...lines.map((line) => line.length)) }, (_, at) =>
      Math.max(
        NARROWEST,
        Math.min(WIDEST, Math.max(...lines.map((line) => String(line[at] ?? "").length)) + 2),
      ),
    );
    const page = new SheetPage(name, widths);
    if (heads.length === 0) {
      for (const row of rows) page.line(row.map((content) => ({ content })));
      return page.written();
    }
    page.table(
      `Table${index + 1}_`,
      columns.map((column, at) => ({ key: column, head: heads[at] ?? column })),
      () =>
        rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, { content: row[at] }]))),
    );
    return page.written({ frozenRows: HEAD_ROWS });
  });
  return workbookFile(sheets, title);
}

/**
 * The table of a `.csv` answer, with a point as decimal sign, as a table again; without columns where its first line is
 * no list of their names, as in the cells that a formula of a spreadsheet is answered with.
 * @example csvTable("Full year,80% low\r\n897.9,773\r\n") // => {"columns":[],"rows":[["Full year","80% low"],[897.9,773]]}
 * @example csvTable("name,value\r\nplan,920\r\n'=1+1,0.5\r\n") // => {"columns":["name","value"],"rows":[["plan",920],["=1+1",0.5]]}
 */
export function csvTable(csv: string): Table {
  const lines = Papa.parse<string[]>(csv, { delimiter: ",", skipEmptyLines: true }).data;
  const [first = [], ...below] = lines;
  const isHead = first.every((name) => COLUMN_NAME.test(name)) && new Set(first).size === first.length;
  const rows = isHead ? below : lines;
  return { columns: isHead ? first : [], rows: rows.map((row) => row.map(cellRead)) };
}

/** Columns of a `.csv` are named in snake case. */
const COLUMN_NAME = /^[a-z][a-z0-9_]*$/;

/** What a cell of a `.csv` says; the apostrophe that keeps a text from being a formula is no part of it. */
function cellRead(text: string): Cell {
  if (text === "") return undefined;
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  return text.replace(/^'(?=[=+\-@\t\r\n])/, "");
}
