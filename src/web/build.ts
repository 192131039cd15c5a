import { copyFileSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { buildExcel } from "../integrations/excel/build.ts";
import { buildLibreOffice } from "../integrations/libreoffice/build.ts";
import { buildSheets } from "../integrations/sheets/build.ts";
import { buildGuide } from "./guide.ts";

const assets = join(import.meta.dirname, "../../.assets");

/** What `/docs` loads, from the package that is locked; nothing is fetched from another host at run time. */
const DOCUMENTATION = ["swagger-ui-bundle.js", "swagger-ui.css", "LICENSE", "NOTICE"];

function copyDocumentation(directory: string): void {
  const from = dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));
  mkdirSync(directory, { recursive: true });
  for (const file of DOCUMENTATION) copyFileSync(join(from, file), join(directory, file));
}

copyDocumentation(join(assets, "swagger-ui"));
buildSheets(join(assets, "sheets"));
buildLibreOffice(join(assets, "libreoffice"));
await buildExcel(join(assets, "excel"));
await buildGuide(join(assets, "guide"));
