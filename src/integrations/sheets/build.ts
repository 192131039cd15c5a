import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { declarations } from "./declarations.ts";

const here = import.meta.dirname;
const root = join(here, "../../..");

/**
 * Writes the Apps Script project into a folder: `onpace.gs`, one file to paste. Where it names the service it says
 * `__ONPACE_SERVER__`, for the server that hands it out to put its address.
 */
export function buildSheets(directory: string): void {
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, "onpace.gs"), script());
}

function script(): string {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  const { outputFiles } = buildSync({
    entryPoints: [join(here, "main.ts")],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "Onpace",
    // The V8 of Apps Script knows more, but not all that is newer, and nothing here needs it.
    target: "es2019",
    charset: "utf8",
    loader: { ".html": "text" },
    legalComments: "none",
  });
  const [bundle] = outputFiles;
  if (!bundle) throw new Error("esbuild gave no script");
  return `${header(version)}\n${declarations()}\n\n${bundle.text}`;
}

const header = (version: string): string => `/**
 * Onpace ${version} for Google Sheets: are we on pace, how sure is that, and what must the rest of the year bring?
 *
 * Paste this file into Extensions > Apps Script, save, and load the spreadsheet again: the formulas =ONPACE_RUNRATE(...)
 * and the like, and a menu "Onpace", are then there. What a formula, the menu or the side panel is given goes to
 * __ONPACE_SERVER__, or to the server that you choose in the menu, and to nobody else.
 *
 * From __ONPACE_SERVER__/sheets/onpace.gs; built from TypeScript, so change it there. MIT License, (c) 2026 The Onpace
 * maintainers.
 *
 * Google is to ask for this spreadsheet only, not for all of yours:
 * @OnlyCurrentDoc
 */
`;
