import { SHEET_FUNCTIONS } from "../functions.ts";
import { asSent } from "./custom-function.ts";
import { formulaText, isRange, rangeText } from "./formula-text.ts";
import { type Options, optionsWith } from "./options.ts";
import page from "./panel.html";
import { ask, fetched, PATIENCE_OF_MENU_MS } from "./service.ts";
import { changeSettings, type Language, readSettings } from "./settings.ts";
import { WORDS } from "./words.ts";

/** The functions about one report, whose arguments the panel asks for. */
const OF_REPORT = SHEET_FUNCTIONS.filter((each) => each.arguments[0]?.name === "months");
const OPTIONS_AT = (OF_REPORT[0]?.arguments.length || 1) - 1;

/** What the page shows of a year. */
export interface ShownOutlook {
  readonly sentence: string;
  /** A fraction; absent without a target. */
  readonly probability?: number;
  /** The picture as a data address, so that the page asks no host for it. */
  readonly picture?: string;
  /** Why a part could not be had. */
  readonly problem?: string;
}

/** Opens the side panel. */
export function showPanel(): void {
  const { language } = readSettings();
  const start = JSON.stringify({
    language,
    words: { en: WORDS.en.panelPage, vi: WORDS.vi.panelPage },
    fields: (OF_REPORT[0]?.arguments || []).map(({ name, description }) => ({ name, description })),
    functions: OF_REPORT.map(({ name, description }) => ({ name, description })),
  });
  const html = page.replace('"START"', () => start.replace(/</g, "\\u003c"));
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(html).setTitle("Onpace"));
}

/** The selected cells, as the fields of the panel name them. */
export function selectedRange(): string {
  const range = SpreadsheetApp.getActiveRange();
  return range ? rangeText(range.getSheet().getName(), range.getA1Notation()) : "";
}

/** Keeps the language that was chosen in the panel. */
export function chooseLanguage(language: Language): void {
  changeSettings({ language });
}

/** The outlook of what the fields name: its sentence, the probability of the target and its picture. */
export function outlookOf(fields: readonly string[]): ShownOutlook {
  const settings = readSettings();
  const given = valuesOf(fields);
  const [sentence, probability, picture] = ask(
    [
      { formula: "ONPACE_OUTLOOK", arguments: asSent(withOptions(given, { field: "sentence" })) },
      { formula: "ONPACE_PROBABILITY", arguments: asSent(withOptions(given)) },
      { formula: "ONPACE_PICTURE", arguments: asSent(withOptions(given, PICTURE_OF_PANEL)) },
    ],
    settings,
    PATIENCE_OF_MENU_MS,
  );
  if (!sentence || "problem" in sentence) throw new Error(sentence ? sentence.problem : "");
  const chance = probability && "cells" in probability ? probability.cells[0]?.[0] : undefined;
  const address = picture && "cells" in picture ? String(picture.cells[0]?.[0]) : undefined;
  const problem = picture && "problem" in picture ? picture.problem : undefined;
  return {
    sentence: String(sentence.cells[0]?.[0] ?? ""),
    ...(typeof chance === "number" && { probability: chance }),
    ...(address !== undefined && { picture: dataAddress(pictureAt(address)) }),
    ...(problem !== undefined && { problem }),
  };
}

/** Writes the formula into the current cell and tells what was written. */
export function insertFormula(name: string, fields: readonly string[]): string {
  const cell = SpreadsheetApp.getCurrentCell() || SpreadsheetApp.getActiveSheet().getRange(1, 1);
  const formula = formulaText(name, fields, cell.getSheet().getName());
  cell.setFormula(formula);
  return formula;
}

/** Puts the picture over the sheet, its corner at the current cell. */
export function insertPicture(fields: readonly string[]): void {
  const settings = readSettings();
  const given = withOptions(valuesOf(fields), PICTURE_OF_SHEET);
  const [told] = ask(
    [{ formula: "ONPACE_PICTURE", arguments: asSent(given) }],
    settings,
    PATIENCE_OF_MENU_MS,
  );
  if (!told || "problem" in told) throw new Error(told ? told.problem : "");
  const cell = SpreadsheetApp.getCurrentCell();
  const sheet = SpreadsheetApp.getActiveSheet();
  const [column, row] = cell ? [cell.getColumn(), cell.getRow()] : [1, 1];
  sheet
    .insertImage(pictureAt(String(told.cells[0]?.[0])), column, row)
    .setWidth(PICTURE_OF_SHEET.width)
    .setHeight(PICTURE_OF_SHEET.height);
}

/** As wide as the panel, with twice the points for sharp screens. */
const PICTURE_OF_PANEL: Options = { width: 300, height: 220, scale: 2 };
/** Sheets takes pictures of at most a million points; these are shown at half their size. */
const PICTURE_OF_SHEET = { width: 600, height: 375, scale: 2 } as const satisfies Options;

/** What the fields say: the values of the cells that they name, or the text that was typed. */
function valuesOf(fields: readonly string[]): readonly unknown[] {
  const spreadsheet = SpreadsheetApp.getActive();
  return fields.map((field) => {
    const text = field.trim();
    if (!isRange(text)) return text;
    const values = spreadsheet.getRange(text).getValues();
    return values.length === 1 && values[0]?.length === 1 ? values[0][0] : values;
  });
}

const withOptions = (given: readonly unknown[], more: Options = {}): readonly unknown[] => [
  ...given.slice(0, OPTIONS_AT),
  optionsWith(given[OPTIONS_AT], more),
];

function pictureAt(address: string): GoogleAppsScript.Base.Blob {
  const settings = readSettings();
  return fetched(settings.server + address, {}, settings, PATIENCE_OF_MENU_MS)
    .getBlob()
    .setName("onpace.png");
}

function dataAddress(blob: GoogleAppsScript.Base.Blob): string {
  return `data:${blob.getContentType()};base64,${Utilities.base64Encode(blob.getBytes())}`;
}
