import type { CellStyle } from "hucre/xlsx";
import type { CellFormat } from "./cell-format.ts";

/** What a cell is for, which decides how it looks. */
export type Look =
  | "title"
  | "subtitle"
  | "heading"
  | "prose"
  | "caption"
  | "head"
  | "text"
  | "aside"
  | "number"
  | "still"
  | "stillText"
  | "input";

const BLUE = "0000FF";
const YELLOW = "FFF9DB";
const PETROL = "1F4E5F";
const GREY = "5F6B73";
const RULE = "D0D7DB";

/** Every font is written whole: what one without a name and a size looks like is left to the reader. */
export const FONT = { name: "Calibri", size: 11 } as const;

const rule = { style: "thin", color: { rgb: RULE } } as const;
const boxed = { top: rule, right: rule, bottom: rule, left: rule };
const filled = (rgb: string) => ({ type: "pattern", pattern: "solid", fgColor: { rgb } }) as const;
const wrapped = { vertical: "top", wrapText: true } as const;

const STYLES: Readonly<Record<Look, CellStyle>> = {
  title: {
    font: { ...FONT, bold: true, size: 16, color: { rgb: PETROL } },
    alignment: { vertical: "center" },
  },
  subtitle: { font: { ...FONT, color: { rgb: GREY } } },
  heading: { font: { ...FONT, bold: true, size: 12, color: { rgb: PETROL } } },
  prose: { alignment: wrapped },
  caption: { font: { ...FONT, italic: true, color: { rgb: GREY } }, alignment: wrapped },
  head: {
    font: { ...FONT, bold: true, color: { rgb: "FFFFFF" } },
    fill: filled(PETROL),
    border: boxed,
    alignment: { horizontal: "center", vertical: "center", wrapText: true },
  },
  text: { border: boxed, alignment: { ...wrapped, horizontal: "left", indent: 1 } },
  // Runs on over the empty cells at its right.
  aside: { alignment: { vertical: "top", horizontal: "left", indent: 1 } },
  number: { border: boxed, alignment: { vertical: "top" } },
  // Of rows that do not follow the figures to plan with.
  still: {
    font: { ...FONT, italic: true, color: { rgb: GREY } },
    border: boxed,
    alignment: { vertical: "top" },
  },
  stillText: {
    font: { ...FONT, italic: true, color: { rgb: GREY } },
    border: boxed,
    alignment: { ...wrapped, horizontal: "left", indent: 1 },
  },
  input: {
    font: { ...FONT, color: { rgb: BLUE } },
    fill: filled(YELLOW),
    border: boxed,
    alignment: { vertical: "top" },
  },
};

/** The style of a cell. */
export const styleOf = (look: Look, format: CellFormat | undefined): CellStyle =>
  format === undefined ? STYLES[look] : { ...STYLES[look], numFmt: format };
