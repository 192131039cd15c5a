import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import sharp from "sharp";
import { withSoffice } from "./soffice.ts";

/*
 * Draws the sheets of the LibreOffice documents as they are when the service at the given address has answered, for the
 * README and the guide: `node test/e2e/libreoffice-pictures.ts http://localhost:8787`.
 * Besides LibreOffice it needs pdftoppm (poppler).
 */
const DOTS_PER_INCH = 96;
const COLOURS = 16;
const BORDER = { top: 6, right: 6, bottom: 6, left: 6 };
/** The documents, the country they are read in, and what their first sheets are called as pictures. */
const DOCUMENTS = [
  { file: "onpace.fods", locale: "en-US", suffix: "" },
  { file: "onpace-vi.fods", locale: "vi-VN", suffix: "-vi" },
] as const;
const FIRST_SHEETS = ["libreoffice-start", "formulas-by-url"];
const pictures = join(import.meta.dirname, "../../src/web/pictures");
const [service = "http://localhost:8787"] = process.argv.slice(2);

const run = promisify(execFile);
const directory = await mkdtemp(join(tmpdir(), "onpace-pictures-"));
try {
  for (const { file, locale, suffix } of DOCUMENTS) {
    const document = join(directory, file);
    const pdf = `${document}.pdf`;
    const response = await fetch(`${service}/libreoffice/${file}`);
    await writeFile(document, await response.text());
    const script = join(import.meta.dirname, "libreoffice-pictures.py");
    const printed = await withSoffice(script, [document, pdf], { trusted: [directory], locale });
    for (const [index, sheet] of printed.trim().split("\n").entries()) {
      const page = String(index + 1);
      const name = `${FIRST_SHEETS[index] ?? sheet.toLowerCase().replaceAll("_", "-")}${suffix}`;
      const drawn = join(directory, name);
      await run("pdftoppm", [
        ...["-png", "-singlefile", "-r", String(DOTS_PER_INCH), "-f", page, "-l", page],
        pdf,
        drawn,
      ]);
      await sharp(`${drawn}.png`)
        .trim({ threshold: 8 })
        .extend({ ...BORDER, background: "white" })
        .png({ palette: true, colours: COLOURS, effort: 10 })
        .toFile(join(pictures, `${name}.png`));
    }
  }
} finally {
  await rm(directory, { recursive: true, force: true });
}
