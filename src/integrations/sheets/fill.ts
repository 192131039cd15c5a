import { type Cell, cellOf, isBlank } from "./cells.ts";
import { asSent } from "./custom-function.ts";
import { optionsWith } from "./options.ts";
import { ask, type FormulaQuestion, PATIENCE_OF_MENU_MS, type Told } from "./service.ts";
import { readSettings } from "./settings.ts";
import { WORDS } from "./words.ts";

/** Months, values, target, share, growth, last year and options. */
const MOST_COLUMNS = 7;

/**
 * Answers one question a selected row and writes the answers beside the selection, all in one request. The first row
 * may be a header; blank rows stay blank; a row that is refused says why in its place.
 */
export function fill(formula: string): void {
  const settings = readSettings();
  const words = WORDS[settings.language];
  const ui = SpreadsheetApp.getUi();
  const range = SpreadsheetApp.getActiveRange();
  if (!range || (range.getNumRows() === 1 && range.getNumColumns() === 1)) {
    ui.alert(words.fillHow);
    return;
  }
  if (range.getNumColumns() > MOST_COLUMNS) {
    ui.alert(words.fillTooWide(MOST_COLUMNS));
    return;
  }
  const rows: readonly (readonly unknown[])[] = range.getValues();
  const written = linesToWrite(rows, (questions) => ask(questions, settings, PATIENCE_OF_MENU_MS), formula);
  if (written.length === 0) return;
  const width = Math.max(...written.map((row) => row.length));
  const beside = besideOf(range, written.length, width);
  const isFree = beside.getValues().every((row) => row.every((cell) => cell === ""));
  if (!isFree) {
    const answer = ui.alert(words.fillOver(beside.getA1Notation()), ui.ButtonSet.YES_NO);
    if (answer !== ui.Button.YES) return;
  }
  beside.setValues(
    written.map((row) => [...row, ...Array(width - row.length).fill(null)].map((cell) => cell ?? "")),
  );
}

/** The answer to each selected row as far down as something is written; names of the columns beside a header. */
function linesToWrite(
  rows: readonly (readonly unknown[])[],
  answers: (questions: readonly FormulaQuestion[]) => readonly Told[],
  formula: string,
): readonly (readonly Cell[])[] {
  const isEmpty = (row: readonly unknown[]) => isBlank(row.map((value) => cellOf(value, String)));
  const used = [...rows];
  while (used.length > 0 && isEmpty(used[used.length - 1] as readonly unknown[])) used.pop();
  const header = isHeader(used[0] || []) ? 1 : 0;
  const asked = used.slice(header).filter((row) => !isEmpty(row));
  if (asked.length === 0) return [];
  const named = header === 1 ? asked.slice(0, 1).map(withHeaders) : [];
  const questions = [...named, ...asked].map((row) => ({ formula, arguments: asSent(row) }));
  const told = [...answers(questions)];
  const names = named.length > 0 ? rowOf(told.shift()) : [];
  return used.map((row, index) => {
    if (index < header) return names.length > 1 ? names : [formula];
    return isEmpty(row) ? [] : rowOf(told.shift());
  });
}

function rowOf(told: Told | undefined): readonly Cell[] {
  if (!told || "problem" in told) return [`#ONPACE: ${told ? told.problem : ""}`];
  return told.cells[0] || [];
}

/** A row whose answer begins with the names of its columns. */
const withHeaders = (row: readonly unknown[]): readonly unknown[] => [
  ...Array.from({ length: MOST_COLUMNS - 1 }, (_, index) => row[index]),
  optionsWith(row[MOST_COLUMNS - 1], { headers: "true" }),
];

/** A first row of words: where the month would be nothing has a digit, where the figure would be nothing begins with one. */
function isHeader([month = "", value = ""]: readonly unknown[]): boolean {
  if (typeof month !== "string" || typeof value !== "string") return false;
  return !/\d/.test(month) && !/^\W*\d/.test(value) && month + value !== "";
}

/** The cells to the right of a range, on columns that are added where the sheet ends. */
function besideOf(
  range: GoogleAppsScript.Spreadsheet.Range,
  height: number,
  width: number,
): GoogleAppsScript.Spreadsheet.Range {
  const sheet = range.getSheet();
  const column = range.getLastColumn() + 1;
  const lacking = column + width - 1 - sheet.getMaxColumns();
  if (lacking > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), lacking);
  return sheet.getRange(range.getRow(), column, height, width);
}
