/**
 * Asks the engine every question of a case file and scores the answers.
 *   npm run bench:accuracy -- CASES.json --out PREDICTIONS.jsonl
 * A `score-vn.mjs` beside the case file is used as the scorer where there is one.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import type { TetCalendar } from "../../src/engine/calendar/tet.ts";
import type { Priors } from "../../src/engine/forecast/priors.ts";
import { answer, LEVELS, predictionLine } from "./accuracy-predict.ts";
import { printTable } from "./accuracy-table.ts";
import { publishedMoments, readPublished } from "./learn-cases.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: "string" }, name: { type: "string", default: "onpace" } },
});
const [file] = positionals;
if (file === undefined)
  throw new Error("which case file? npm run bench:accuracy -- CASES.json --out PREDICTIONS.jsonl");

const read = (path: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, "../../data", path), "utf8"));
const tet = read("calendars/tet.json") as TetCalendar;
const priors = {
  ...(read("priors/seasons.json") as object),
  ...(read("priors/combinations.json") as object),
} as Priors;

const moments = publishedMoments(readPublished(file)).filter((m) => m.asked);
const start = performance.now();
const answers = moments
  .flatMap((m) => LEVELS.map((level) => answer(m, level, priors, tet)))
  .filter((a) => a !== undefined);
const each = (1000 * (performance.now() - start)) / answers.length;
console.log(
  `${answers.length} questions, ${each.toFixed(1)} microseconds each, quantiles and probabilities included`,
);

const out = values.out;
if (out !== undefined) writeFileSync(out, `${answers.map(predictionLine).join("\n")}\n`);
const scorer = join(dirname(file), "score-vn.mjs");
if (out !== undefined && existsSync(scorer))
  spawnSync(process.execPath, [scorer, file, out, `--name=${values.name}`, `--level=${LEVELS.join(",")}`], {
    stdio: "inherit",
  });
else printTable(answers);
