import type { Presented } from "../json.ts";
import type { Lang } from "../language.ts";
import { notesSheet } from "./notes-sheet.ts";
import { outlookSheet, titleOf } from "./outlook-sheet.ts";
import { pathSheet } from "./path-sheet.ts";
import { scenariosSheet } from "./scenarios-sheet.ts";
import { contextOf } from "./workbook-context.ts";
import { workbookFile } from "./workbook-file.ts";

/** The title and the head of a table stay while its rows are scrolled. */
const FROZEN_ROWS = 3;

/** With more targets than these one page would be too small to read. */
const MOST_TARGETS_ON_A_PAGE = 8;

/**
 * An outlook, or any part of one, as an Excel workbook (.xlsx): figures to plan with, targets, what-ifs and the
 * forecast; the path with a chart; scenarios; findings and notes. What follows from other cells by simple arithmetic
 * is a formula, and holds the number that the answer told; forecasts and probabilities are numbers.
 *
 * @param answer the published answer; its texts are in its own language, which `lang` should be
 */
export function workbookOf(answer: Presented, { lang }: { readonly lang: Lang }): Promise<Uint8Array> {
  const context = contextOf(answer, lang);
  const { page, ...cells } = outlookSheet(context);
  const foreign = (address: string) => page.foreign(address);
  const sheets = [
    page.written({ pages: (answer.targets?.length ?? 0) > MOST_TARGETS_ON_A_PAGE ? 0 : 1 }),
    pathSheet(context, cells, foreign)?.written({ frozenRows: FROZEN_ROWS }),
    scenariosSheet(context, cells, foreign)?.written({ frozenRows: FROZEN_ROWS }),
    notesSheet(context).written(),
  ].filter((sheet) => sheet !== undefined);
  return workbookFile(sheets, titleOf(context));
}
