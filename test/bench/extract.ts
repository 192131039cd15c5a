/**
 * `npm run bench:extract -- FOLDER`: reads the texts of a folder, with the figures that `labels.jsonl` says they hold,
 * and prints precision, recall and F1 of each field and of the whole claim, for each language.
 *   --verbose  a line for every figure that is missed, read too much, or read otherwise
 *   --json     everything as JSON
 *   --parts    figures of parts that stand beside their total count too
 * Whole claim: value, unit, indicator, geography, period, share and growth as labelled, and the target where one is
 * labelled. Figures of parts that stand beside their total are not headline figures and do not count else. Texts that tell
 * neither the year's digits nor a date cannot give the year: there it may be absent, but not wrong; "strict" wants it.
 */
import { parseArgs } from "node:util";
import { extract } from "../../src/extract/extract.ts";
import { knowledge } from "../../src/knowledge.ts";
import { readLabelledTexts, tellsYear } from "./extract-labels.ts";
import { mistakeLine, tableOf } from "./extract-report.ts";
import { accuracyOf, addCounts, type Counts, noCounts, scoreText } from "./extract-score.ts";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    verbose: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    parts: { type: "boolean", default: false },
  },
});
const [folder] = positionals;
if (folder === undefined)
  throw new Error("which folder? npm run bench:extract -- FOLDER [--verbose] [--json] [--parts]");

const { texts, missing } = readLabelledTexts(folder);
const scored = texts.map(({ file, lang, text, published, claims }) => {
  const read = extract(text, {
    units: knowledge.units,
    articleNumbers: knowledge.articleNumbers,
    ...(published === undefined ? {} : { published }),
  }).figures;
  const figures = options.parts ? read.flatMap((figure) => [figure, ...(figure.parts ?? [])]) : read;
  const tells = (year: number) => published !== undefined || tellsYear(text, year);
  return { file, lang, ...scoreText(figures, claims, tells) };
});

const languages = [...new Set(scored.map(({ lang }) => lang))].sort();
const byLanguage = new Map<string, Counts>(
  [...languages, "all"].map((language) => {
    const counts = noCounts();
    for (const text of scored)
      if (language === "all" || text.lang === language) addCounts(counts, text.counts);
    return [language, counts];
  }),
);
const yearless = scored.reduce((sum, text) => sum + text.yearless, 0);
const mistakes = scored.flatMap(({ file, pairings }) =>
  pairings.flatMap((pairing) => mistakeLine(file, pairing, pairings) ?? []),
);

if (options.json) {
  const fields = [...byLanguage].map(([language, counts]) => [
    language,
    Object.fromEntries(
      Object.entries(counts).map(([field, count]) => [field, { ...count, ...accuracyOf(count) }]),
    ),
  ]);
  console.log(
    JSON.stringify(
      { texts: texts.length, missing, yearless, fields: Object.fromEntries(fields), mistakes },
      null,
      2,
    ),
  );
} else {
  console.log(`${texts.length} texts of ${folder}\n`);
  if (missing.length > 0) console.log(`labels without a text, left out: ${missing.join(", ")}\n`);
  for (const [language, counts] of byLanguage) console.log(`${tableOf(language, counts)}\n`);
  console.log(`${yearless} claims are of texts that do not tell the year`);
  if (options.verbose) console.log(`\n${mistakes.join("\n")}`);
}
