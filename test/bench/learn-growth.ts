/**
 * Learns `data/priors/growth.json`: growth of a year's total over the one to five years after it, by class. Prints how
 * often intervals by numbers that were learned without the series, and without later years, hold what came.
 *   node test/bench/learn-growth.ts --vietnam CASES.json --monthly CASES.json [--out data/priors] [--folds 8] [--split 2018]
 * Without `--out` it only prints.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { median, quantile } from "simple-statistics";
import { INDICATOR_CLASSES, type IndicatorClass } from "../../src/engine/forecast/evidence.ts";
import { studentTQuantile } from "../../src/engine/forecast/student-t.ts";
import type { GrowthHorizon, GrowthPrior } from "../../src/engine/plan/growth-prior.ts";
import { learnGrowth } from "./learn-growth-model.ts";
import { type GrowthRow, growthRows, LONGEST, rowsOfClass } from "./learn-growth-rows.ts";
import { perClass } from "./per-class.ts";
import { written } from "./written.ts";

const LEVEL = 0.8;
/** Rows that "already calibrated" is worth: windows overlap and series share their years. */
const CALIBRATED_ROWS = 200;

const { values: options } = parseArgs({
  options: {
    vietnam: { type: "string" },
    monthly: { type: "string" },
    out: { type: "string" },
    folds: { type: "string", default: "8" },
    split: { type: "string", default: "2018" },
  },
});
if (options.vietnam === undefined || options.monthly === undefined)
  throw new Error("--vietnam CASES.json and --monthly CASES.json are needed");
const folds = Number(options.folds);
const rows = growthRows(options.vietnam, options.monthly);

/** A row and the numbers that tell of it. */
interface Told {
  readonly row: GrowthRow;
  readonly horizon: GrowthHorizon;
}

/** Told by numbers that were learned without the row's fold. */
interface Judged extends Told {
  readonly fold: number;
}

type Factors = Readonly<Record<IndicatorClass, number>>;

const horizonOf = (prior: GrowthPrior, { indicatorClass, years }: GrowthRow): GrowthHorizon =>
  prior.classes[indicatorClass].horizons[years - 1] as GrowthHorizon;

const locationOf = ({ row: { before }, horizon: { intercept, slope } }: Told): number =>
  intercept + slope * before;

/** How far a row fell from its centre, in half widths of the interval that should hold `level` of the rows. */
const distanceOf = (judged: Told, level: number): number =>
  Math.abs(judged.row.after - locationOf(judged)) /
  (judged.horizon.scale * studentTQuantile((1 + level) / 2, judged.horizon.degreesOfFreedom));

/** Every row by numbers learned without its group of series; groups are dealt out in turn. */
function leftOut(from: readonly GrowthRow[]): Judged[] {
  const groups = [...new Set(from.map(({ group }) => group))].sort();
  const foldOf = new Map(groups.map((group, i) => [group, i % folds]));
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const prior = learnGrowth(from.filter(({ group }) => foldOf.get(group) !== fold));
    return from
      .filter(({ group }) => foldOf.get(group) === fold)
      .map((row) => ({ row, horizon: horizonOf(prior, row), fold }));
  });
}

/** What makes the 80% interval of each class hold 80% of the rows left out, drawn towards no change. */
const factorsOf = (judged: readonly Judged[]): Factors =>
  perClass((name) => {
    const own = judged.filter(({ row }) => row.indicatorClass === name);
    if (own.length === 0) return 1;
    const weight = own.reduce((sum, { row }) => sum + row.weight, 0);
    const wide = quantile(
      own.map((one) => distanceOf(one, LEVEL)),
      LEVEL,
    );
    return Math.exp((weight * Math.log(wide)) / (weight + CALIBRATED_ROWS));
  });

const widened = (horizon: GrowthHorizon, factor: number): GrowthHorizon => ({
  ...horizon,
  scale: factor * horizon.scale,
});

const calibrated = (prior: GrowthPrior, factors: Factors): GrowthPrior => ({
  classes: perClass((name) => ({
    horizons: prior.classes[name].horizons.map((horizon) => widened(horizon, factors[name])),
  })),
});

/** Every row with its scale times the factor that the other folds tell. */
const calibratedRows = (judged: readonly Judged[]): Judged[] =>
  Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const factors = factorsOf(judged.filter((one) => one.fold !== fold));
    return judged
      .filter((one) => one.fold === fold)
      .map((one) => ({ ...one, horizon: widened(one.horizon, factors[one.row.indicatorClass]) }));
  });

const percent = (part: number, all: number): string => ((100 * part) / all).toFixed(0);

function printTable(title: string, judged: readonly Told[]): void {
  console.log(`\n${title}`);
  console.log(
    "| class | years | rows | 80% | 95% | half width of 80% | error | error of no growth | of growth again |",
  );
  console.log(`|${" --- |".repeat(9)}`);
  for (const name of INDICATOR_CLASSES)
    for (let years = 1; years <= LONGEST; years++) {
      const own = judged.filter(({ row }) => row.indicatorClass === name && row.years === years);
      if (own.length === 0) continue;
      const errorOf = (told: (one: Told) => number): string =>
        median(own.map((one) => Math.abs(one.row.after - told(one)))).toFixed(3);
      const within = (level: number): string =>
        percent(own.filter((one) => distanceOf(one, level) <= 1).length, own.length);
      const width = median(
        own.map(({ horizon }) => horizon.scale * studentTQuantile(0.9, horizon.degreesOfFreedom)),
      );
      const cells = [
        own.length,
        within(LEVEL),
        within(0.95),
        width.toFixed(3),
        errorOf(locationOf),
        errorOf(() => 0),
        errorOf(({ row }) => row.years * row.before),
      ];
      console.log(`| ${name} | ${years} | ${cells.join(" | ")} |`);
    }
}

const judged = leftOut(rows);
const learned = calibrated(learnGrowth(rows), factorsOf(judged));
printTable(`groups of series left out, ${folds} folds`, calibratedRows(judged));

const lastYear = Number(options.split);
const earlier = rows.filter(
  ({ year, years, indicatorClass }) => year + years <= lastYear || indicatorClass === "general",
);
const early = calibrated(learnGrowth(earlier), factorsOf(leftOut(earlier)));
printTable(
  `learned on years to ${lastYear}, judged on growth from later ones`,
  rows
    .filter(({ year, indicatorClass }) => year >= lastYear && indicatorClass !== "general")
    .map((row) => ({ row, horizon: horizonOf(early, row) })),
);

const counts = INDICATOR_CLASSES.map((name) => {
  const own = rowsOfClass(rows, name);
  return `${name} ${new Set(own.map(({ series }) => series)).size} series, ${own.length} rows`;
});
const content = {
  title: "Growth of a year's total over the one to five years after it, given the growth of the year before",
  source:
    "General Statistics Office of Viet Nam, monthly reports as first published 2012-2025: growth of the year's trade by commodity, retail sales, industrial products, state-budget investment; M3 and other public monthly series for the class `general`",
  locator: counts.join("; "),
  licence: "only numbers learned from the data are stored, not the data",
  retrieved: "2026-11-23",
  unit: "natural logarithms: log(T[n+years] / T[n]) = intercept + slope log(T[n] / T[n-1]) + scale t",
  made: "node test/bench/learn-growth.ts --vietnam CASES.json --monthly CASES.json --out data/priors",
  ...learned,
};
if (options.out === undefined) console.log(written(content));
else writeFileSync(join(options.out, "growth.json"), written(content));
