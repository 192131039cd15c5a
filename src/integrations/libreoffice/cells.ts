import type { InBothLanguages } from "../functions.ts";
import type { CellStyle, SheetCell } from "./sheet.ts";

/** A text in the language of the document. */
export type Say = (words: InBothLanguages) => string;

export const text = (style: CellStyle, words: string, across?: number): SheetCell => ({
  style,
  text: words,
  ...(across && { across }),
});
export const heading = (words: string): SheetCell => text("heading", words);
export const plain = (words: string): SheetCell => text("plain", words);
/** A number to type over, or a blank cell for one. */
export const input = (number?: number): SheetCell => ({
  style: "input",
  ...(number !== undefined && { number }),
});
export const percent = (number: number): SheetCell => ({ style: "inputPercent", number });
export const month = (period: string): SheetCell => ({ style: "inputMonth", month: period });
export const written = (words: string): SheetCell => text("input", words);
export const result = (formula: string, style: CellStyle = "result"): SheetCell => ({ style, formula });
/** The text of the formula in another cell, as Calc shows it: what is read is what calculates. */
export const formulaOf = (cell: string): SheetCell => ({ style: "formula", formula: `=FORMULA(${cell})` });
/** An array formula and the cells that it fills. */
export const filled = (
  formula: string,
  fills: readonly [rows: number, columns: number],
  { style = "result", percentColumns = [] }: { style?: CellStyle; percentColumns?: readonly number[] } = {},
): SheetCell => ({ style, formula, fills, percentColumns });
