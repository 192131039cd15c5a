import { type WriteSheet, writeXlsx } from "hucre/xlsx";
import { FONT } from "./look.ts";
import { printable } from "./sheet-cell.ts";

/** Workbooks carry a date of their own; this one is the same for all, so that the same answer gives the same bytes. */
const MODIFIED = new Date("2000-01-01T00:00:00Z");

/** Sheets as the bytes of an Excel file. */
export function workbookFile(sheets: WriteSheet[], title: string): Promise<Uint8Array> {
  return writeXlsx({
    sheets,
    properties: {
      title: printable(title),
      creator: "Onpace",
      created: MODIFIED,
      modified: MODIFIED,
    },
    defaultFont: FONT,
  });
}
