/**
 * Asks the engine every question of a case file and scores the answers.
 *   npm run bench:accuracy -- CASES.json --out PREDICTIONS.jsonl
 * Format `ytd-annual-total/1` is answered from monthly history; `vn-ytd-annual-total/1` at each level of what is
 * known, H being monthly history. A scorer beside the case file is used where there is one.
 */
import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { knowledge } from "../../src/knowledge.ts";
import { answerFromHistory, gradedFromHistory, historyPredictionLine } from "./accuracy-history.ts";
import { answer, graded, LEVELS, predictionLine } from "./accuracy-predict.ts";
import { type Graded, printTable } from "./accuracy-table.ts";
import { publishedMoments, readPublished } from "./learn-cases.ts";
import { readSeriesCases } from "./series-cases.ts";

const FAILURES_SHOWN = 20;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: "string" }, name: { type: "string", default: "onpace" } },
});
const [file] = positionals;
if (file === undefined)
  throw new Error("which case file? npm run bench:accuracy -- CASES.json --out PREDICTIONS.jsonl");

const cases = readSeriesCases(file);
const isVietnamese = cases.format === "vn-ytd-annual-total/1";
const lines: string[] = [];
const rows: Graded[] = [];
const failures: string[] = [];

/** One question that fails must not cost the others their answers. */
function ask<Answer>(question: string, work: () => Answer | undefined, take: (answer: Answer) => void): void {
  try {
    const answered = work();
    if (answered !== undefined) take(answered);
  } catch (error) {
    failures.push(`${question}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function answerReports(path: string): void {
  const moments = publishedMoments(readPublished(path)).filter((moment) => moment.asked);
  for (const level of LEVELS)
    for (const moment of moments)
      ask(
        `${moment.id} at month ${moment.elapsed}, level ${level}`,
        () => answer(moment, level, knowledge.priors, knowledge.tet),
        (answered) => {
          lines.push(predictionLine(answered));
          rows.push(graded(answered));
        },
      );
}

function answerHistories(): void {
  for (const question of cases.questions())
    ask(
      `${question.id} at month ${question.elapsed}`,
      () => answerFromHistory(question),
      (answered) => {
        lines.push(historyPredictionLine(answered, isVietnamese ? "H" : undefined));
        const row = gradedFromHistory(answered, isVietnamese ? "H" : "all");
        if (row === undefined) return;
        rows.push(row);
        if (!isVietnamese) rows.push({ ...row, label: `m ${question.elapsed}`, dataset: "all" });
      },
    );
}

const timed = (what: string, work: () => void): void => {
  const [before, start] = [lines.length, performance.now()];
  work();
  const answers = lines.length - before;
  const each = (1000 * (performance.now() - start)) / Math.max(1, answers);
  console.log(`${answers} questions ${what}, ${each.toFixed(1)} microseconds each, with all quantiles`);
};

if (isVietnamese) timed("from reports", () => answerReports(file));
timed("from monthly history", answerHistories);

if (failures.length > 0) {
  console.log(`${failures.length} questions FAILED:`);
  for (const failure of failures.slice(0, FAILURES_SHOWN)) console.log(`  ${failure}`);
  if (failures.length > FAILURES_SHOWN) console.log(`  and ${failures.length - FAILURES_SHOWN} more`);
}

if (values.out !== undefined) writeFileSync(values.out, `${lines.join("\n")}\n`);
const scorer = join(dirname(file), isVietnamese ? "score-vn.mjs" : "score.mjs");
const levels = isVietnamese ? [`--level=${[...LEVELS, "H"].join(",")}`] : [];
if (values.out !== undefined && existsSync(scorer))
  spawnSync(process.execPath, [scorer, file, values.out, `--name=${values.name}`, ...levels], {
    stdio: "inherit",
  });
else printTable(rows);
