import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { flatDocument } from "./flat-document.ts";
import { type Language, sheetsIn } from "./sheets.ts";

/** The documents by their language, and the country whose number formats they use. */
const DOCUMENTS: readonly { readonly file: string; readonly language: Language; readonly country: string }[] =
  [
    { file: "onpace.fods", language: "en", country: "US" },
    { file: "onpace-vi.fods", language: "vi", country: "VN" },
  ];

/**
 * Writes the ready documents into a folder: `onpace.fods` in English, `onpace-vi.fods` in Vietnamese; and
 * `onpace.bas`, their functions alone, to paste into one's own macros. Where they name the
 * service they say `__ONPACE_SERVER__`, for the server that hands them out to put its address.
 */
export function buildLibreOffice(directory: string): void {
  const macros = readFileSync(join(import.meta.dirname, "onpace.bas"), "utf8");
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, "onpace.bas"), macros);
  for (const { file, language, country } of DOCUMENTS)
    writeFileSync(
      join(directory, file),
      flatDocument({ language, country, sheets: sheetsIn(language), macros }),
    );
}
