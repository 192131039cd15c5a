/**
 * Scores point forecasts 18 months ahead by the formulas of the M4 competition, on the series of the dataset `m3` of a
 * case file: the last 18 values of each are held back.
 *   node test/bench/m3.ts CASES.json [--no-r]
 * The combination is the path of the engine, by the numbers of `data/priors`, which were learned from these series too.
 * Published for all 1,428 monthly series of M3: Theta .825, ForecastPro .820, Comb S-H-D .860, Damped .869 (OWA).
 */
import { parseArgs } from "node:util";
import { mean } from "simple-statistics";
import { forecastFromHistory } from "../../src/engine/forecast/history-forecast.ts";
import {
  overallWeightedAverage,
  type PointAccuracy,
  scaledError,
  symmetricPercentageError,
} from "../../src/engine/scoring/point-accuracy.ts";
import { knowledge } from "../../src/knowledge.ts";
import { historyEvidenceOf } from "./history-evidence.ts";
import { POINT_METHODS } from "./m3-methods.ts";
import { type RModel, runInR } from "./r-models.ts";
import { type HistoryQuestion, readSeriesCases } from "./series-cases.ts";

const HORIZON = 18;
const MONTHS = 12;
const R_MODELS: readonly RModel[] = ["thetaf", "ets"];
const MOST_SECONDS_IN_R = 300;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { "no-r": { type: "boolean", default: false }, dataset: { type: "string", default: "m3" } },
});
const [file] = positionals;
if (file === undefined) throw new Error("which case file? node test/bench/m3.ts CASES.json");

const series = readSeriesCases(file)
  .series.filter(({ dataset }) => dataset === options.dataset)
  .map(({ id, dataset, start, values, period }) => ({
    id,
    dataset,
    start,
    period,
    history: values.slice(0, -HORIZON),
    observed: values.slice(-HORIZON),
  }));
if (series.length === 0) throw new Error(`${file} has no series of the dataset ${options.dataset}`);

type Paths = readonly (ArrayLike<number> | undefined)[];

/** Paths by method; a method that fails on a series is told, not hidden. */
const paths = new Map<string, Paths>();
for (const [name, method] of Object.entries(POINT_METHODS)) {
  const failures: string[] = [];
  paths.set(
    name,
    series.map(({ id, history }) => {
      const path = method(history, HORIZON);
      if (path === undefined || !Array.from(path).every(Number.isFinite)) failures.push(id);
      return path;
    }),
  );
  if (failures.length > 0) console.log(`${name} has no forecast of ${failures.join(", ")}`);
}
paths.set("combination", series.map(combinedPath));
if (!options["no-r"])
  for (const model of R_MODELS) {
    const tasks = series.map(({ history }) => ({ model, values: history }));
    const done = runInR(tasks, HORIZON, MOST_SECONDS_IN_R).map(({ path }) => path);
    if (done.length > 0) paths.set(`R ${model}`, done);
  }

/** Undefined where the tier of monthly history does not apply. */
function combinedPath({
  id,
  dataset,
  start,
  history,
}: Pick<HistoryQuestion, "id" | "dataset" | "start" | "history">): Float64Array | undefined {
  const elapsed = (start.month - 1 + history.length) % MONTHS;
  const yearStart = history.length - elapsed;
  const sum = (from: number, to?: number): number => history.slice(from, to).reduce((a, b) => a + b, 0);
  const evidence = historyEvidenceOf({
    id,
    seriesId: id,
    dataset,
    elapsed,
    start,
    history,
    yearStart,
    ytd: sum(yearStart),
    lastTotal: sum(yearStart - MONTHS, yearStart),
    truth: Number.NaN,
    targets: {},
  });
  const forecast = evidence && forecastFromHistory(evidence, knowledge, HORIZON);
  if (forecast === undefined) return undefined;
  const { combination, members } = forecast;
  const weights = new Map(combination.members.map(({ name, weight }) => [name, weight]));
  const logs = new Float64Array(HORIZON);
  let total = 0;
  for (const { name, logPath } of members.paths) {
    const weight = weights.get(name) ?? 0;
    total += weight;
    logPath.forEach((log, step) => {
      logs[step] = (logs[step] as number) + weight * log;
    });
  }
  return logs.map((log) => Math.exp(log / total));
}

function accuracyOf(own: Paths, indices: readonly number[]): PointAccuracy {
  const scores = indices.map((i) => {
    const { history, observed, period } = series[i] as (typeof series)[number];
    const forecast = Array.from(own[i] as ArrayLike<number>);
    return {
      percentage: symmetricPercentageError({ observed, forecast }),
      scaled: scaledError({ history, observed, forecast, period }),
    };
  });
  return {
    symmetricPercentageError: mean(scores.map(({ percentage }) => percentage)),
    scaledError: mean(scores.map(({ scaled }) => scaled).filter((scaled) => scaled !== undefined)),
  };
}

console.log(`${series.length} series of ${options.dataset}, ${HORIZON} months ahead\n`);
console.log("method                          n   sMAPE    MASE     OWA");
const naive2 = paths.get("Naive2") as Paths;
for (const [name, own] of paths) {
  // Naive2 is scored on the series that the method forecast.
  const indices = series.map((_, i) => i).filter((i) => own[i] !== undefined);
  if (indices.length === 0) continue;
  const accuracy = accuracyOf(own, indices);
  const overall = overallWeightedAverage(accuracy, accuracyOf(naive2, indices));
  console.log(
    [
      name.padEnd(27),
      String(indices.length).padStart(5),
      accuracy.symmetricPercentageError.toFixed(2).padStart(7),
      accuracy.scaledError.toFixed(3).padStart(7),
      overall.toFixed(3).padStart(7),
    ].join(" "),
  );
}
