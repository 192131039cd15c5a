/**
 * Learns the numbers of `data/priors/history.json`: how the methods for monthly history are combined and how far the
 * year strays from their combination.
 *   node test/bench/learn-history.ts --vietnam CASES.json --monthly CASES.json --out data/priors [--cv DIRECTORY]
 *     [--split 2019] [--split-last 2] [--folds 5]
 * `--cv` writes the answers to the asked questions by numbers that were learned without the question's group of series,
 * a prediction file for each case file, for the scorer beside it. `--split` and `--split-last` print the table of later
 * years, those after a year or the last few of each series, by numbers learned on earlier ones.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import type { CombinationPriors } from "../../src/engine/forecast/priors.ts";
import { gradedFromHistory, type HistoryAnswer, historyPredictionLine } from "./accuracy-history.ts";
import { type Graded, printTable } from "./accuracy-table.ts";
import { monthlyMoments, publishedMoments, readPublished } from "./learn-cases.ts";
import { type HistoryRow, historyRows } from "./learn-history-rows.ts";
import {
  answerOf,
  calibratedModel,
  figuresWithout,
  type LeftOut,
  leftOut,
  splitByTime,
  yearsToCome,
} from "./learn-history-validate.ts";
import { readSeriesCases } from "./series-cases.ts";
import { written } from "./written.ts";

const { values } = parseArgs({
  options: {
    vietnam: { type: "string" },
    monthly: { type: "string" },
    out: { type: "string" },
    cv: { type: "string" },
    split: { type: "string" },
    "split-last": { type: "string" },
    folds: { type: "string", default: "5" },
  },
});
const files = [values.monthly, values.vietnam].filter((file) => file !== undefined);
if (files.length === 0) throw new Error("--vietnam CASES.json or --monthly CASES.json is needed");
const folds = Number(values.folds);

const rowsOf = new Map(files.map((file) => [file, historyRows(readSeriesCases(file))]));
const rows = [...rowsOf.values()].flat();
console.log(`${rows.length} cases of ${new Set(rows.map((row) => row.group)).size} groups of series`);

/** Viet Nam is H, other countries all; then the same by month. */
function printAnswers(answers: readonly HistoryAnswer[]): void {
  const graded = answers.flatMap((answer): Graded[] => {
    const label = answer.question.geography === undefined ? "all" : "H";
    const row = gradedFromHistory(answer, label);
    return row ? [row, { ...row, label: `${label} ${answer.question.elapsed}`, dataset: "all" }] : [];
  });
  printTable(graded.sort((a, b) => Number(a.dataset === "all") - Number(b.dataset === "all")));
}

function writePredictions(directory: string, { models, foldOf }: LeftOut): void {
  mkdirSync(directory, { recursive: true });
  const { vietnam, monthly } = values;
  const moments =
    vietnam === undefined || monthly === undefined
      ? []
      : [...publishedMoments(readPublished(vietnam)), ...monthlyMoments(monthly)];
  const figures = models.map((_, fold) =>
    moments.length === 0 ? undefined : figuresWithout(moments, rows, (row) => foldOf(row) === fold),
  );
  for (const [file, own] of rowsOf) {
    const lines = own
      .filter((row) => row.isAsked)
      .map((row) =>
        historyPredictionLine(
          answerOf(row, models[foldOf(row)] as CombinationPriors, figures[foldOf(row)]),
          row.question.geography === undefined ? undefined : "H",
        ),
      );
    writeFileSync(join(directory, `${basename(file, ".json")}.jsonl`), `${lines.join("\n")}\n`);
  }
}

function writeModel(directory: string, model: CombinationPriors): void {
  const datasets = new Map<string, number>();
  for (const dataset of new Map(rows.map((row) => [row.group, row.dataset])).values())
    datasets.set(dataset, (datasets.get(dataset) ?? 0) + 1);
  writeFileSync(
    join(directory, "history.json"),
    written({
      title: "How methods for monthly history are combined, and how far the year strays from them",
      source:
        "General Statistics Office of Viet Nam, monthly histories of trade by commodity, retail sales and industrial products; M3 and other public monthly series for the class `general`",
      locator: `groups of series: ${[...datasets].map(([name, count]) => `${name} ${count}`).join(", ")}; ${rows.length} months of complete years`,
      licence: "only numbers learned from the data are stored, not the data",
      retrieved: "2026-11-22",
      unit: "scales and trends are on natural logarithms of the remainder of the year",
      made: "node test/bench/learn-history.ts --vietnam CASES.json --monthly CASES.json --out data/priors",
      model,
    }),
  );
}

const yearOf = ({ question: { start, yearStart } }: HistoryRow): number =>
  start.year + Math.floor((start.month - 1 + yearStart) / 12);

if (values.split !== undefined) {
  console.log(`learned on years to ${values.split}, judged on later ones`);
  printAnswers(splitByTime(rows, (row) => yearOf(row) > Number(values.split), folds));
}
if (values["split-last"] !== undefined) {
  console.log(`the last ${values["split-last"]} years of each series judged, earlier ones learned from`);
  const yearsLeft = yearsToCome(rows);
  printAnswers(splitByTime(rows, (row) => yearsLeft(row) < Number(values["split-last"]), folds));
}
if (values.cv !== undefined || values.out !== undefined) {
  const parts = leftOut(rows, folds);
  if (values.cv !== undefined) writePredictions(values.cv, parts);
  if (values.out !== undefined) writeModel(values.out, calibratedModel(rows, parts));
}
