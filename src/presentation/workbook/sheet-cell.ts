import type { Cell as HucreCell } from "hucre/xlsx";
import type { CellFormat } from "./cell-format.ts";
import { agrees, type Term } from "./live-term.ts";
import { type Look, styleOf } from "./look.ts";

/** A cell of a sheet: a text, a number, or a formula with the number that it gives now. */
export interface SheetCell {
  readonly content?: string | number | undefined;
  readonly formula?: string;
  readonly format?: CellFormat;
  readonly look?: Look;
}

/** A number that is the same whatever a planner changes; an empty cell where nothing is known. */
export const fixed = (content: number | undefined, format: CellFormat): SheetCell => ({ content, format });

/** A number that a planner may change. */
export const input = (content: number, format: CellFormat): SheetCell => ({ content, format, look: "input" });

/**
 * A number that follows the cells of its formula, as long as that says what the answer says; otherwise the number as it was told.
 *
 * @param write how the formula is finished, e.g. guarded against a year without remaining periods
 */
export function live(
  term: Term | undefined,
  told: number | undefined,
  format: CellFormat,
  write: (formula: string) => string = (formula) => formula,
): SheetCell {
  if (told === undefined || !term || !agrees(term, told)) return { content: told, format };
  return { content: told, format, formula: write(term.formula) };
}

/** What a cell told when the question was asked, and does not follow any other. */
export const asOfQuestion = ({ content, format }: SheetCell): SheetCell => ({
  content,
  ...(format !== undefined && { format }),
  look: typeof content === "string" ? "stillText" : "still",
});

/** The formula, and an empty text where it cannot be worked out. */
export const orNothing = (formula: string): string => `IFERROR(${formula},"")`;

/** A text without what nothing prints and XML does not carry, for titles, where spreadsheets know no escapes. */
export const printable = (text: string): string => text.replace(/[\p{Cc}\ufffe\uffff]/gu, " ");

/**
 * Excel reads `_x0041_` in a text as the letter A: the sign before is written so itself. Of what XML cannot carry the
 * library writes all but the last two characters of the plane in that way.
 */
const literal = (text: string): string =>
  text.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_").replace(/[\ufffe\uffff]/g, "");

/**
 * The cell as the library takes it. A text is always a text, also one that begins like a formula or reads like an
 * error value.
 */
export function writtenCell({ content, formula, format, look }: SheetCell): Partial<HucreCell> {
  const style = styleOf(look ?? (typeof content === "string" ? "text" : "number"), format);
  if (formula !== undefined)
    return { type: "formula", formula, style, ...(content !== undefined && { formulaResult: content }) };
  if (content === undefined) return { value: null, style };
  if (typeof content === "number") return { value: content, style };
  const text = literal(content);
  return text.startsWith("#") ? { richText: [{ text }], style } : { value: text, style };
}
