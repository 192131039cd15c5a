/**
 * Writes `data/typography/advance-widths.json`: how wide each letter of the pictures' font is, read from the font's
 * own tables. A letter with marks is as wide as without them unless it is listed itself.
 *
 *     node test/bench/text-widths.ts
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { baseLetter } from "../../src/presentation/pictures/text-width.ts";

const root = join(import.meta.dirname, "../..");
const fontFolder = join(root, "node_modules/@expo-google-fonts/be-vietnam-pro");
/** The files of the weights that pictures use. */
const FILES = {
  400: "400Regular/BeVietnamPro_400Regular.ttf",
  600: "600SemiBold/BeVietnamPro_600SemiBold.ttf",
} as const;
type Weight = keyof typeof FILES;
const WEIGHTS: readonly Weight[] = [400, 600];

/** The tables of a TrueType file, by name. */
function tablesOf(font: Buffer): ReadonlyMap<string, Buffer> {
  const tables = new Map<string, Buffer>();
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const at = 12 + 16 * index;
    const offset = font.readUInt32BE(at + 8);
    const length = font.readUInt32BE(at + 12);
    tables.set(font.toString("latin1", at, at + 4), font.subarray(offset, offset + length));
  }
  return tables;
}

/** Glyph of each code point, by the subtable of format 4 that every such font has. */
function glyphsOf(cmap: Buffer): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const at = cmap.readUInt32BE(4 + 8 * index + 4);
    if (cmap.readUInt16BE(at) !== 4) continue;
    const segments = cmap.readUInt16BE(at + 6) / 2;
    const [ends, starts] = [at + 14, at + 16 + 2 * segments];
    const [deltas, offsets] = [starts + 2 * segments, starts + 4 * segments];
    for (let segment = 0; segment < segments; segment += 1) {
      const start = cmap.readUInt16BE(starts + 2 * segment);
      const end = cmap.readUInt16BE(ends + 2 * segment);
      const delta = cmap.readUInt16BE(deltas + 2 * segment);
      const offset = cmap.readUInt16BE(offsets + 2 * segment);
      for (let code = start; code <= end && code < 0xffff; code += 1) {
        const listed =
          offset === 0 ? code : cmap.readUInt16BE(offsets + 2 * segment + offset + 2 * (code - start));
        const glyph = offset !== 0 && listed === 0 ? 0 : (listed + delta) & 0xffff;
        if (glyph !== 0) glyphs.set(code, glyph);
      }
    }
  }
  return glyphs;
}

/** Advance widths in thousandths of the font size, by letter. */
export function advanceWidths(weight: Weight): ReadonlyMap<string, number> {
  const widths = new Map<string, number>();
  const tables = tablesOf(readFileSync(join(fontFolder, FILES[weight])));
  const [head, hhea, hmtx, cmap] = ["head", "hhea", "hmtx", "cmap"].map((name) => tables.get(name) as Buffer);
  const unitsPerEm = (head as Buffer).readUInt16BE(18);
  const measured = (hhea as Buffer).readUInt16BE(34);
  for (const [code, glyph] of glyphsOf(cmap as Buffer)) {
    const advance = (hmtx as Buffer).readUInt16BE(4 * Math.min(glyph, measured - 1));
    widths.set(String.fromCodePoint(code), Math.round((1000 * advance) / unitsPerEm));
  }
  return widths;
}

/** The letters that must be listed: those without a base letter, and those wider or narrower than theirs. */
function listed(widths: ReadonlyMap<string, number>): Readonly<Record<string, string>> {
  const byWidth = new Map<number, string>();
  for (const [letter, width] of [...widths].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (letter < " " || width === 0) continue;
    if (baseLetter(letter) !== letter && widths.get(baseLetter(letter)) === width) continue;
    byWidth.set(width, (byWidth.get(width) ?? "") + letter);
  }
  return Object.fromEntries([...byWidth].sort(([a], [b]) => a - b));
}

if (process.argv[1] === import.meta.filename) {
  const { version } = JSON.parse(readFileSync(join(fontFolder, "package.json"), "utf8")) as {
    version: string;
  };
  const file = {
    title: "Advance widths of the letters of Be Vietnam Pro, weights 400 and 600",
    source: `Be Vietnam Pro, The Be Vietnam Pro Project Authors (https://github.com/bettergui/BeVietnamPro), as packaged in @expo-google-fonts/be-vietnam-pro ${version}`,
    licence: "font: SIL Open Font License 1.1; the widths are measurements",
    retrieved: "2026-11-23",
    made: "node test/bench/text-widths.ts",
    unit: "thousandths of the font size; each width with all the letters that have it",
    widths: Object.fromEntries(WEIGHTS.map((weight) => [weight, listed(advanceWidths(weight))])),
  };
  writeFileSync(join(root, "data/typography/advance-widths.json"), `${JSON.stringify(file, null, 1)}\n`);
}
