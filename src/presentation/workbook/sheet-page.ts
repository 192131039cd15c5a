import {
  colToLetter,
  type Cell as HucreCell,
  type MergeRange,
  type SheetChart,
  type TableDefinition,
  type WriteSheet,
} from "hucre/xlsx";
import { type SheetCell, writtenCell } from "./sheet-cell.ts";

/** A column of a table: its head, and the name its cells are addressed by. */
export interface Column<Key extends string> {
  readonly key: Key;
  readonly head: string;
}

/** A row's cells by column; what is not named is empty. */
export type Row<Key extends string> = Readonly<Partial<Record<Key, SheetCell>>>;

/** Where the cells of a table's column are, e.g. "$B$7" for its first row. */
export type Addresses<Key extends string> = (key: Key, row: number) => string;

/** A4 in landscape between the margins that spreadsheets leave, in points. */
const PAGE = { width: 741, height: 487 };
/** Points of a digit's width, and of the air that a column has besides. */
const DIGIT_WIDTH = 5.25;
const COLUMN_AIR = 3.75;
/** Points of a row's height where none is told. */
const ROW_HEIGHT = 15;

/** Rows of a sheet, counted from 0, that something drawn stands on: from the first up to the row after the last. */
export interface Room {
  readonly from: number;
  readonly to: number;
}

/** Points of height that a line of text takes. */
const LINE_HEIGHT = 16;
/** What spreadsheets allow. */
const HIGHEST_ROW = 409;
/** Letters that a line leaves empty because the next word does not fit. */
const UNUSED_OF_LINE = 3;

/** Lines that a text takes in a column; nobody can be asked how wide its letters will be drawn. */
const linesOf = (content: SheetCell["content"], width: number): number =>
  typeof content === "string" ? Math.max(1, Math.ceil(content.length / (width - UNUSED_OF_LINE))) : 1;

/** A sheet that is written from top to bottom: lines of text, and tables that share its columns. */
export class SheetPage {
  readonly name: string;
  readonly #widths: readonly number[];
  readonly #cells = new Map<string, Partial<HucreCell>>();
  readonly #merges: MergeRange[] = [];
  readonly #tables: TableDefinition[] = [];
  readonly #charts: SheetChart[] = [];
  readonly #heights = new Map<number, { height: number }>();
  #row = 0;

  /** @param widths of its columns, in digits; texts run over all of them */
  constructor(name: string, widths: readonly number[]) {
    this.name = name;
    this.#widths = widths;
  }

  skip(): void {
    this.#row += 1;
  }

  /** A text over the width of the sheet, as high as its lines need. */
  text(content: string, look: "title" | "subtitle" | "heading" | "prose" | "caption"): void {
    this.#put(this.#row, 0, { content, look });
    if (look === "title") this.#heights.set(this.#row, { height: 24 });
    if (look === "prose" || look === "caption") {
      const width = this.#widths.reduce((sum, next) => sum + next, 0);
      this.#setLines(linesOf(content, width));
      this.#merges.push({
        startRow: this.#row,
        startCol: 0,
        endRow: this.#row,
        endCol: this.#widths.length - 1,
      });
    }
    this.#row += 1;
  }

  /** A line of cells outside of any table; returns the address of each. */
  line(cells: readonly SheetCell[]): readonly string[] {
    cells.forEach((cell, column) => {
      this.#put(this.#row, column, cell);
    });
    const lines = Math.max(
      ...cells.map(({ content, look }, column) =>
        look === "aside" ? 1 : linesOf(content, this.#widths[column] ?? 1),
      ),
    );
    if (lines > 1 || cells.some(({ look }) => look === "head")) this.#setLines(lines);
    this.#row += 1;
    return cells.map((_, column) => `$${colToLetter(column)}$${this.#row}`);
  }

  /**
   * A table with a name, as spreadsheets know them.
   *
   * @param rows the rows; they are told where the cells of the table will be, so that formulas can name them
   * @returns where its cells are
   */
  table<Key extends string>(
    name: string,
    columns: readonly Column<Key>[],
    rows: (addresses: Addresses<Key>) => readonly Row<Key>[],
  ): Addresses<Key> {
    const top = this.#row;
    const columnOf = (key: Key) => columns.findIndex((column) => column.key === key);
    const addresses: Addresses<Key> = (key, row) => `$${colToLetter(columnOf(key))}$${top + 2 + row}`;
    this.line(columns.map(({ head }) => ({ content: head, look: "head" })));
    const written = rows(addresses);
    for (const row of written) this.line(columns.map(({ key }) => row[key] ?? {}));
    // Excel knows no table without rows.
    if (written.length === 0) return addresses;
    this.#tables.push({
      name,
      range: `A${top + 1}:${colToLetter(columns.length - 1)}${this.#row}`,
      columns: columns.map(({ head }) => ({ name: head })),
      style: "TableStyleLight1",
      showRowStripes: false,
      showAutoFilter: false,
    });
    return addresses;
  }

  /** Whether so many rows more still stand on the first printed page, which the sheet is as wide as. */
  hasRoomFor(rows: number): boolean {
    const width = this.#widths.reduce((sum, digits) => sum + digits * DIGIT_WIDTH + COLUMN_AIR, 0);
    const scale = Math.min(1, PAGE.width / width);
    let height = rows * ROW_HEIGHT;
    for (let row = 0; row < this.#row; row += 1) height += this.#heights.get(row)?.height ?? ROW_HEIGHT;
    return height * scale <= PAGE.height;
  }

  /** Empty rows below what was written, for something drawn. */
  room(rows: number): Room {
    const from = this.#row;
    this.#row += rows;
    return { from, to: this.#row };
  }

  /** A native chart as wide as the sheet. */
  chart(chart: Omit<SheetChart, "anchor">, { from, to }: Room): void {
    this.#charts.push({
      ...chart,
      anchor: { from: { row: from, col: 0 }, to: { row: to, col: this.#widths.length } },
    });
  }

  /** An address of this sheet as other sheets name it. */
  foreign(address: string): string {
    return `'${this.name}'!${address}`;
  }

  /** The sheet as the library takes it; it prints in landscape, as wide as the page, on as many `pages` as told or needed. */
  written({
    frozenRows = 0,
    pages = 0,
  }: {
    readonly frozenRows?: number;
    readonly pages?: number;
  } = {}): WriteSheet {
    // A chart that stays while its table is scrolled would leave no room for the table.
    const frozen = Math.min(frozenRows, ...this.#charts.map(({ anchor }) => anchor.from.row));
    return {
      name: this.name,
      columns: this.#widths.map((width) => ({ width })),
      cells: this.#cells,
      merges: this.#merges,
      tables: this.#tables,
      charts: this.#charts,
      rowDefs: this.#heights,
      view: { showGridLines: false },
      ...(frozen > 0 && { freezePane: { rows: frozen } }),
      pageSetup: {
        paperSize: "a4",
        orientation: "landscape",
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: pages,
      },
      headerFooter: { oddFooter: "&L&A&R&P / &N" },
    };
  }

  #setLines(lines: number): void {
    this.#heights.set(this.#row, { height: Math.min(HIGHEST_ROW, LINE_HEIGHT * lines) });
  }

  #put(row: number, column: number, cell: SheetCell): void {
    this.#cells.set(`${row},${column}`, writtenCell(cell));
  }
}
