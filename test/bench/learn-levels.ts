/**
 * Learns `data/priors/levels.json`: how far the year strays from the methods where these are fitted to amounts instead
 * of logs, and stocks from theirs. Prints how distributions by numbers that were learned without the group of series do.
 *   node test/bench/learn-levels.ts --monthly CASES.json [--out data/priors] [--folds 5]
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Distribution } from "../../src/engine/forecast/distribution.ts";
import { levelDistribution } from "../../src/engine/forecast/level-distribution.ts";
import type { LevelErrorPriors, LevelPriors } from "../../src/engine/forecast/level-history.ts";
import { remainderDistribution } from "../../src/engine/forecast/remainder-distribution.ts";
import { studentTDensity } from "../../src/engine/forecast/student-t.ts";
import { crpsOfQuantiles, SCORED_LEVELS } from "../../src/engine/scoring/crps.ts";
import { ELAPSED, type LevelRow, levelRows, UNLEARNED, VARIANTS } from "./learn-levels-rows.ts";
import { readSeriesCases } from "./series-cases.ts";
import { written } from "./written.ts";

const DEGREES_OF_FREEDOM = [2, 2.5, 3, 3.5, 4, 5, 6, 8, 12, 20, 40];
const ROUNDS = 60;
/** Student's t with this many degrees of freedom is the normal distribution to seven digits. */
const NORMAL = 1e7;
const KINDS: readonly (keyof LevelPriors)[] = ["flow", "stock", "logStock"];

const { values: options } = parseArgs({
  options: {
    monthly: { type: "string" },
    // Taken because the scripts are run with the same arguments; nothing is learned from it here.
    vietnam: { type: "string" },
    out: { type: "string" },
    folds: { type: "string", default: "5" },
  },
});
if (options.monthly === undefined) throw new Error("--monthly CASES.json is needed");
const folds = Number(options.folds);
const { series } = readSeriesCases(options.monthly);
const rows = VARIANTS.flatMap((variant) => series.flatMap((one) => levelRows(variant, one)));

/** Dealt out in turn, so that every dataset is in every fold. */
const foldOf = (() => {
  const groups = [...new Set(rows.map(({ group }) => group))].sort();
  return ({ group }: LevelRow): number => groups.indexOf(group) % folds;
})();

const isLog = ({ variant }: LevelRow): boolean => variant.kind === "logStock";

/** What the methods say together, in logs where they work with logs. */
const locationOf = (row: LevelRow): number =>
  row.forecast.members.reduce(
    (total, { fullYear, weight }) => total + weight * (isLog(row) ? Math.log(fullYear) : fullYear),
    0,
  );

/** Student's t of greatest likelihood, the factor by expectation and maximisation. */
function learn(rows: readonly LevelRow[]): LevelErrorPriors {
  const distances = rows.map(
    (row) => ((isLog(row) ? Math.log(row.truth) : row.truth) - locationOf(row)) / row.forecast.scale,
  );
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  let best: LevelErrorPriors = UNLEARNED;
  let most = Number.NEGATIVE_INFINITY;
  for (const degreesOfFreedom of DEGREES_OF_FREEDOM) {
    let square = 1;
    for (let round = 0; round < ROUNDS; round++) {
      const previous = square;
      square = rows.reduce((sum, { weight }, i) => {
        const z = distances[i] as number;
        return (
          sum + ((weight / total) * z * z * (degreesOfFreedom + 1)) / (degreesOfFreedom + (z * z) / previous)
        );
      }, 0);
    }
    const inflation = Math.sqrt(square);
    const likelihood = rows.reduce(
      (sum, { weight }, i) =>
        sum +
        weight *
          Math.log(studentTDensity((distances[i] as number) / inflation, degreesOfFreedom) / inflation),
      0,
    );
    if (likelihood > most) {
      most = likelihood;
      best = { inflation, degreesOfFreedom };
    }
  }
  return best;
}

function learnAll(from: readonly LevelRow[]): LevelPriors {
  const of = (kind: keyof LevelPriors): LevelErrorPriors =>
    learn(from.filter(({ variant }) => variant.kind === kind));
  return { flow: of("flow"), stock: of("stock"), logStock: of("logStock") };
}

function distributionOf(row: LevelRow, { inflation, degreesOfFreedom }: LevelErrorPriors): Distribution {
  const location = locationOf(row);
  const scale = inflation * row.forecast.scale;
  return isLog(row)
    ? remainderDistribution({ booked: 0, logRemainder: location, scale, degreesOfFreedom })
    : levelDistribution({
        location,
        scale,
        degreesOfFreedom,
        ...(row.forecast.path.isNonNegative && { floor: row.booked }),
      });
}

/** Normal around the same months of last year, with the root mean square of its own past errors. */
const naiveDistribution = ({ naive, forecast, booked }: LevelRow): Distribution =>
  levelDistribution({
    location: naive.fullYear,
    scale: naive.error,
    degreesOfFreedom: NORMAL,
    ...(forecast.path.isNonNegative && { floor: booked }),
  });

/** CRPS and absolute error in errors of the naive forecast, and coverages in percent. */
function scoresOf(row: LevelRow, distribution: Distribution): readonly number[] {
  const quantiles = SCORED_LEVELS.map((level) => distribution.quantile(level));
  const inside = (lower: number, upper: number): number =>
    row.truth >= (quantiles[lower] as number) && row.truth <= (quantiles[upper] as number) ? 100 : 0;
  return [
    crpsOfQuantiles({ quantiles, observed: row.truth }) / row.naive.error,
    Math.abs(row.truth - distribution.median) / row.naive.error,
    inside(1, 5),
    inside(0, 6),
  ];
}

function printScores(label: string, of: readonly LevelRow[]): void {
  const mean = (distribution: (row: LevelRow) => Distribution): readonly number[] => {
    const total = of.reduce((sum, { weight }) => sum + weight, 0);
    const scores = of.map((row) => scoresOf(row, distribution(row)));
    return [0, 1, 2, 3].map((k) =>
      of.reduce((sum, { weight }, i) => sum + (weight * (scores[i]?.[k] as number)) / total, 0),
    );
  };
  const own = mean((row) => distributionOf(row, (parts[foldOf(row)] as LevelPriors)[row.variant.kind]));
  const naive = mean(naiveDistribution);
  const cells = [...own, (own[0] as number) / (naive[0] as number), ...naive];
  console.log(`| ${label} | ${of.length} | ${cells.map((cell) => cell.toPrecision(3)).join(" | ")} |`);
}

const parts = Array.from({ length: folds }, (_, fold) =>
  learnAll(rows.filter((row) => foldOf(row) !== fold)),
);
console.log(
  "| series | forecasts | CRPS | error | 80% | 95% | CRPS/naive | naive CRPS | error | 80% | 95% |",
);
console.log(`|${" --- |".repeat(11)}`);
for (const variant of VARIANTS)
  printScores(
    variant.name,
    rows.filter((row) => row.variant === variant),
  );
for (const kind of KINDS)
  for (const elapsed of ELAPSED)
    printScores(
      `${kind}, ${elapsed} months`,
      rows.filter((row) => row.variant.kind === kind && row.elapsed === elapsed),
    );

const learned = learnAll(rows);
console.log(JSON.stringify(learned));
if (options.out !== undefined)
  writeFileSync(
    join(options.out, "levels.json"),
    written({
      title: "How far the year strays from methods fitted to amounts, and stocks from theirs",
      source:
        "M3 and other public monthly series, all above zero, of which were made: balances (less their mean), intermittent flows (30% of the months emptied), flows with a dead season (four months a year emptied), and stocks (the series themselves, balances, and the running sums of both)",
      locator: `${new Set(rows.map(({ group }) => group)).size} series, ${rows.length} forecasts of complete years`,
      licence: "only numbers learned from the data are stored, not the data",
      retrieved: "2026-11-22",
      unit: "inflation multiplies the standard deviation that the methods claim",
      made: "node test/bench/learn-levels.ts --monthly CASES.json --out data/priors",
      ...learned,
    }),
  );
