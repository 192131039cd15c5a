/**
 * Learns the numbers of `data/priors/history.json`: how the methods for monthly history are combined and how far the
 * year strays from their combination.
 *   node test/bench/learn-history.ts --vietnam CASES.json --monthly CASES.json --out data/priors [--cv DIRECTORY] [--folds 5]
 * `--cv` writes the answers to the asked questions by numbers that were learned without the question's group of series,
 * a prediction file for each case file, for the scorer beside it.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { quantile } from "simple-statistics";
import { combineEstimates } from "../../src/engine/forecast/combination.ts";
import type { ClassCombinationPriors, CombinationPriors } from "../../src/engine/forecast/priors.ts";
import { remainderDistribution } from "../../src/engine/forecast/remainder-distribution.ts";
import { studentTQuantile } from "../../src/engine/forecast/student-t.ts";
import { SCORED_LEVELS } from "../../src/engine/scoring/crps.ts";
import { historyPredictionLine } from "./accuracy-history.ts";
import { learnCombination } from "./learn-combination.ts";
import { type HistoryRow, historyRows } from "./learn-history-rows.ts";
import { prepareFacts } from "./learn-likelihood.ts";
import { PENALTIES } from "./learn-penalty.ts";
import { ANCHOR_MONTHS } from "./learn-seasons.ts";
import { HISTORY_STRUCTURE } from "./learn-structures.ts";
import { readSeriesCases } from "./series-cases.ts";
import { written } from "./written.ts";

/** Questions that the pooled factor of Viet Nam, or of the other countries, is worth against those of one class. */
const POOLED_QUESTIONS = 300;
const LEVEL = 0.8;

const { values } = parseArgs({
  options: {
    vietnam: { type: "string" },
    monthly: { type: "string" },
    out: { type: "string" },
    cv: { type: "string" },
    folds: { type: "string", default: "5" },
  },
});
const files = [values.monthly, values.vietnam].filter((file) => file !== undefined);
if (files.length === 0) throw new Error("--vietnam CASES.json or --monthly CASES.json is needed");
const folds = Number(values.folds);

const rowsOf = new Map(files.map((file) => [file, historyRows(readSeriesCases(file))]));
const rows = [...rowsOf.values()].flat();
console.log(`${rows.length} cases of ${new Set(rows.map((row) => row.group)).size} groups of series`);

const learn = (from: readonly HistoryRow[]): CombinationPriors =>
  learnCombination(
    from.map((row) => prepareFacts(row, HISTORY_STRUCTURE)),
    HISTORY_STRUCTURE,
    PENALTIES,
    true,
  );

/** Dealt out in turn in the order of a hash, dataset by dataset. */
const foldOf = (() => {
  const groups = [...new Map(rows.map((row) => [row.group, row.dataset]))];
  groups.sort(([a, da], [b, db]) => (da === db ? hash(a) - hash(b) : da < db ? -1 : 1));
  const order = new Map(groups.map(([group], i) => [group, i % folds]));
  return (row: HistoryRow): number => order.get(row.group) as number;
})();

/** Small stable hash (FNV-1a), so that folds do not depend on the order of the file. */
function hash(text: string): number {
  let value = 2166136261;
  for (const character of text) value = Math.imul(value ^ character.charCodeAt(0), 16777619) >>> 0;
  return value;
}

const combinationOf = (row: HistoryRow, model: CombinationPriors) =>
  combineEstimates(
    {
      estimates: [...row.estimates].map(([name, logRemainder]) => ({ name, logRemainder })),
      features: row.features,
      month: row.elapsed,
    },
    model,
    model.classes[row.indicatorClass] as ClassCombinationPriors,
    ANCHOR_MONTHS,
  );

/** |error| of the log remainder over the half-width of the 80% interval. */
function missOf(row: HistoryRow, model: CombinationPriors): number {
  const { logRemainder, scale, degreesOfFreedom } = combinationOf(row, model);
  const width = scale * studentTQuantile((1 + LEVEL) / 2, degreesOfFreedom);
  return Math.abs(Math.log(row.remainder) - logRemainder) / width;
}

interface Miss {
  readonly row: HistoryRow;
  readonly fold: number;
  readonly ratio: number;
}

/**
 * Scales multiplied by what makes the 80% interval hold 80% of the asked questions that were not learned from: they
 * are the latest years, and those of Viet Nam were asked of figures as first published.
 */
function calibrated(model: CombinationPriors, misses: readonly Miss[]): CombinationPriors {
  const asked = misses.filter(({ row }) => row.isAsked);
  const factorOf = (of: readonly Miss[]): number =>
    Math.log(
      quantile(
        of.map(({ ratio }) => ratio),
        LEVEL,
      ),
    );
  const classes = Object.entries(model.classes).map(([name, ofClass]) => {
    const isGeneral = name === "general";
    const near = asked.filter(({ row }) => (row.indicatorClass === "general") === isGeneral);
    const own = near.filter(({ row }) => row.indicatorClass === name);
    const pooled = POOLED_QUESTIONS * (near.length === 0 ? 0 : factorOf(near));
    const sum = pooled + own.length * (own.length === 0 ? 0 : factorOf(own));
    const calibration = Math.exp(sum / (POOLED_QUESTIONS + own.length));
    return [name, { ...(ofClass as ClassCombinationPriors), calibration }];
  });
  return { ...model, classes: Object.fromEntries(classes) };
}

const parts = Array.from({ length: folds }, (_, fold) => learn(rows.filter((row) => foldOf(row) !== fold)));
const misses: Miss[] = rows.map((row) => {
  const fold = foldOf(row);
  return { row, fold, ratio: missOf(row, parts[fold] as CombinationPriors) };
});

if (values.cv !== undefined) {
  mkdirSync(values.cv, { recursive: true });
  const models = parts.map((model, fold) =>
    calibrated(
      model,
      misses.filter((miss) => miss.fold !== fold),
    ),
  );
  for (const [file, own] of rowsOf) {
    const lines = own
      .filter((row) => row.isAsked)
      .map((row) => {
        const { question } = row;
        const distribution = remainderDistribution({
          booked: question.ytd,
          ...combinationOf(row, models[foldOf(row)] as CombinationPriors),
        });
        return historyPredictionLine(
          {
            question,
            median: distribution.median,
            mean: distribution.median,
            quantiles: SCORED_LEVELS.map((level) => distribution.quantile(level)),
            attainment: Object.values(question.targets).map((target) => distribution.survival(target)),
          },
          question.geography === undefined ? undefined : "H",
        );
      });
    writeFileSync(join(values.cv, `${basename(file, ".json")}.jsonl`), `${lines.join("\n")}\n`);
  }
}

if (values.out !== undefined) {
  const datasets = new Map<string, number>();
  for (const dataset of new Map(rows.map((row) => [row.group, row.dataset])).values())
    datasets.set(dataset, (datasets.get(dataset) ?? 0) + 1);
  writeFileSync(
    join(values.out, "history.json"),
    written({
      title: "How methods for monthly history are combined, and how far the year strays from them",
      source:
        "General Statistics Office of Viet Nam, monthly histories of trade by commodity, retail sales and industrial products; M3 and other public monthly series for the class `general`",
      locator: `groups of series: ${[...datasets].map(([name, count]) => `${name} ${count}`).join(", ")}; ${rows.length} months of complete years`,
      licence: "only numbers learned from the data are stored, not the data",
      retrieved: "2026-11-22",
      unit: "scales and trends are on natural logarithms of the remainder of the year",
      made: "node test/bench/learn-history.ts --vietnam CASES.json --monthly CASES.json --out data/priors",
      model: calibrated(learn(rows), misses),
    }),
  );
}
