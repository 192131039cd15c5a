import { readSettings } from "./settings.ts";
import { WORDS } from "./words.ts";

/** Exports of an example year, in million USD: reported through August. */
const REPORTED = [71, 62, 80, 77, 83, 81, 88, 86];
const YEAR = 2024;
const TARGET = 1050;
const MONTHS = 12;

/** Adds a sheet with a year of figures and each function beside it. */
export function insertExample(): void {
  const { language } = readSettings();
  const { exampleSheet, exampleHeader } = WORDS[language];
  const spreadsheet = SpreadsheetApp.getActive();
  const sheet = spreadsheet.insertSheet(freeName(spreadsheet, exampleSheet));
  const rows = Array.from({ length: MONTHS }, (_, index) => [
    `${YEAR}-${String(index + 1).padStart(2, "0")}-01`,
    REPORTED[index] ?? "",
  ]);
  sheet.getRange(2, 1, MONTHS, 1).setNumberFormat("yyyy-mm");
  sheet.getRange(2, 1, MONTHS, 2).setValues(rows);
  sheet
    .getRange(1, 1, 1, exampleHeader.length)
    .setValues([[...exampleHeader]])
    .setFontWeight("bold");
  const report = `A2:A${MONTHS + 1}; B2:B${MONTHS + 1}; ${TARGET}`;
  const formulas = [
    `=ONPACE_RUNRATE(${report})`,
    `=ONPACE_PROBABILITY(${report})`,
    `=ONPACE_FORECAST(${report})`,
    `=ONPACE_CHECK(${report})`,
    `=IMAGE(ONPACE_PICTURE(${report}; ; ; ; "picture=sparkline"))`,
    `=ONPACE_OUTLOOK(${report})`,
  ];
  formulas.forEach((formula, index) => {
    sheet.getRange(index + 2, 4).setFormula(`=FORMULATEXT(E${index + 2})`);
    sheet.getRange(index + 2, 5).setFormula(formula);
  });
  sheet.getRange(3, 5).setNumberFormat("0%");
}

/** A name that no sheet has. */
function freeName(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet, name: string): string {
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? name : `${name} ${count}`;
    if (!spreadsheet.getSheetByName(candidate)) return candidate;
  }
}
