/** How a cell looks; `flat-document.ts` says it in the words of the format. */
export type CellStyle =
  | "plain"
  | "title"
  | "wrapped"
  | "heading"
  | "input"
  | "inputPercent"
  | "inputMonth"
  | "formula"
  | "formulaWrapped"
  | "result"
  | "resultPercent"
  | "resultText"
  | "resultWrapped";

/** A cell of a ready sheet: a text, a number, a month "2024-04", or a formula as it is typed. */
export interface SheetCell {
  readonly style: CellStyle;
  readonly text?: string;
  readonly number?: number;
  readonly month?: string;
  readonly formula?: string;
  /** Rows and columns that an array formula fills, from this cell. */
  readonly fills?: readonly [rows: number, columns: number];
  /** Which of the filled columns, from 0, are percentages. */
  readonly percentColumns?: readonly number[];
  /** Columns over which a text is set. */
  readonly across?: number;
  /** A name under which formulas of every sheet find the cell. */
  readonly name?: string;
}

/** A sheet: rows of cells from A1 on, each as long as it needs to be. */
export interface Sheet {
  readonly name: string;
  /** In centimetres, from column A on. */
  readonly columnWidths: readonly number[];
  readonly rows: readonly (readonly (SheetCell | undefined)[])[];
}
