import { type FunctionArgument, SHEET_FUNCTIONS, type SheetFunction } from "../functions.ts";
import { FILLING, fillerOf } from "./menu.ts";

/** The global functions behind the menu and the side panel, and what each calls. */
const CALLED: readonly (readonly [signature: string, call: string])[] = [
  ["onOpen()", "showMenu()"],
  ["onpaceShowPanel()", "showPanel()"],
  ["onpaceInsertExample()", "insertExample()"],
  ["onpaceRefreshAll()", "refreshAll()"],
  ["onpaceEnglish()", 'speak("en")'],
  ["onpaceVietnamese()", 'speak("vi")'],
  ["onpaceChooseServer()", "chooseServer()"],
  ...FILLING.map(({ name }) => [`${fillerOf(name)}()`, `fill("${name}")`] as const),
  ["onpaceSelectedRange()", "selectedRange()"],
  ["onpaceChooseLanguage(language)", "chooseLanguage(language)"],
  ["onpaceOutlook(fields)", "outlookOf(fields)"],
  ["onpaceInsertFormula(name, fields)", "insertFormula(name, fields)"],
  ["onpaceInsertPicture(fields)", "insertPicture(fields)"],
];

/**
 * The global functions of the script as text. Apps Script sees declarations only, so they stand before the bundle, each
 * one line that calls it. While a formula is typed, Sheets shows of a comment its description, as one paragraph, and its
 * parameters; it shows no `@return`, and knows no brackets around what is optional.
 */
export function declarations(): string {
  return [...SHEET_FUNCTIONS.map(customFunction), CALLED.map(globalFunction).join("\n")].join("\n\n");
}

function customFunction({ name, description, arguments: taken, resultDescription }: SheetFunction): string {
  const names = taken.map((each) => each.name).join(", ");
  return `/**
 * ${description.en} ${resultDescription.en} ${description.vi}
 *
${taken.map(parameter).join("\n")}
 * @return ${resultDescription.en}
 * @customfunction
 */
function ${name}(${names}) {
  return Onpace.answerInCell("${name}", [${names}]);
}`;
}

const parameter = ({ name, description, optional }: FunctionArgument): string =>
  ` * @param {*} ${name} ${optional ? "Optional. " : ""}${description.en}`;

const globalFunction = ([signature, call]: readonly [string, string]): string =>
  `function ${signature} { return Onpace.${call}; }`;
