import { SHEET_FUNCTIONS } from "../functions.ts";
import { changeSettings, type Language, readSettings, serverAddress } from "./settings.ts";
import { WORDS } from "./words.ts";

/** The functions that give one row a question, which can stand beside the selected rows. */
export const FILLING = SHEET_FUNCTIONS.filter(({ result }) => result === "number" || result === "row");

/** The name of the global function behind a menu item that fills a range. */
export const fillerOf = (formula: string): string => `onpaceFill${formula.replace("ONPACE_", "")}`;

/** Puts the menu up, in the language of the spreadsheet. */
export function showMenu(): void {
  const { language } = readSettings();
  const words = WORDS[language];
  const ui = SpreadsheetApp.getUi();
  const filling = ui.createMenu(words.fill);
  for (const { name, description } of FILLING)
    filling.addItem(`${name}: ${description[language]}`, fillerOf(name));
  const languages = ui
    .createMenu(words.language)
    .addItem("English", "onpaceEnglish")
    .addItem("Tiếng Việt", "onpaceVietnamese");
  ui.createMenu("Onpace")
    .addItem(words.panel, "onpaceShowPanel")
    .addItem(words.example, "onpaceInsertExample")
    .addSeparator()
    .addSubMenu(filling)
    .addItem(words.refreshAll, "onpaceRefreshAll")
    .addSeparator()
    .addSubMenu(languages)
    .addItem(words.server, "onpaceChooseServer")
    .addToUi();
}

/** Sets the language of menu, panel and sentences, and works the sheet out again in it. */
export function speak(language: Language): void {
  changeSettings({ language });
  showMenu();
  recalculate();
}

/** Asks for the address of the service, and keeps it when Onpace answers there. */
export function chooseServer(): void {
  const { server, language } = readSettings();
  const words = WORDS[language];
  const ui = SpreadsheetApp.getUi();
  const answer = ui.prompt(words.server, words.serverPrompt(server), ui.ButtonSet.OK_CANCEL);
  if (answer.getSelectedButton() !== ui.Button.OK) return;
  const address = serverAddress(answer.getResponseText());
  if (!address) {
    ui.alert(words.notAnAddress);
    return;
  }
  const trouble = troubleAt(address);
  if (trouble !== undefined) {
    ui.alert(words.serverRefused(address, trouble));
    return;
  }
  changeSettings({ server: address });
  recalculate();
}

/** Why an address is not that of a service; undefined when it is. */
function troubleAt(address: string): string | undefined {
  try {
    const response = UrlFetchApp.fetch(`${address}/health`, { muteHttpExceptions: true });
    const isWell = response.getResponseCode() === 200 && /"ok"/.test(response.getContentText());
    return isWell ? undefined : `HTTP ${response.getResponseCode()}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Forgets all answers and works out every formula of Onpace again. */
export function refreshAll(): void {
  changeSettings({ refreshed: readSettings().refreshed + 1 });
  recalculate();
}

/**
 * Sheets works a custom function out again only when its formula changes: so each is changed and changed back. Texts
 * that look like formulas are left alone, and a name that an earlier, broken run left changed is put right.
 */
function recalculate(): void {
  const cells = SpreadsheetApp.getActive()
    .createTextFinder("ONPACE(AGAIN)?_")
    .useRegularExpression(true)
    .matchFormulaText(true)
    .findAll()
    .filter((cell) => cell.getFormula() !== "");
  for (const [from, to] of [
    ["ONPACE_", "ONPACEAGAIN_"],
    ["ONPACEAGAIN_", "ONPACE_"],
  ] as const) {
    for (const cell of cells) cell.createTextFinder(from).matchFormulaText(true).replaceAllWith(to);
    SpreadsheetApp.flush();
  }
}
