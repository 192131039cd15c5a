import type { InBothLanguages } from "../functions.ts";
import { functionSheets } from "./function-sheets.ts";
import type { Sheet } from "./sheet.ts";
import { startSheet } from "./start-sheet.ts";
import { urlSheet } from "./url-sheet.ts";

export type Language = keyof InBothLanguages;

/** The sheets of the document in one language. */
export function sheetsIn(language: Language): readonly Sheet[] {
  const say = (words: InBothLanguages): string => words[language];
  return [startSheet(say, language), urlSheet(say), ...functionSheets(say)];
}
