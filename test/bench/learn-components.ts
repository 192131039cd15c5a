/**
 * Learns `data/priors/components.json`: the correlation of the forecast errors of the parts of one total, by class.
 * Prints it by month and by time, and how often intervals of the sum of the parts hold the sum that came, with the
 * correlation that was learned, with none, and with the usual assumption.
 *   node test/bench/learn-components.ts --vietnam CASES.json --monthly CASES.json [--out data/priors]
 * Forecasts are by the numbers of `data/priors`; without `--out` it only prints.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { distributionOf, sumOfParts } from "../../src/engine/breakdown/correlated-sum.ts";
import type { PartForecast } from "../../src/engine/breakdown/part-forecast.ts";
import { INDICATOR_CLASSES, type IndicatorClass } from "../../src/engine/forecast/evidence.ts";
import { knowledge } from "../../src/knowledge.ts";
import { monthlyMoments, publishedMoments, readPublished } from "./learn-cases.ts";
import {
  believed,
  commonCorrelation,
  type Estimate,
  pairsOf,
  pooled,
} from "./learn-components-correlation.ts";
import { type PartRow, partRows } from "./learn-components-rows.ts";
import { perClass } from "./per-class.ts";
import { written } from "./written.ts";

const MONTHS = Array.from({ length: 11 }, (_, i) => i + 1);
/** What is assumed where nothing was measured. It counts as one more total, and a vague one. */
const ASSUMED: Estimate = { correlation: 0.3, standardError: 0.15 };
/** Totals differ in how much their parts have in common by about this much, a belief. */
const LEAST_BETWEEN = 0.1;
/** Totals that tell of a class: those of Viet Nam, and retail sales of other countries; `general` is all of those. */
const TELLS: Readonly<Record<IndicatorClass, RegExp>> = {
  exports: /^exports of Viet Nam/,
  imports: /^imports of Viet Nam/,
  retail: /^retail/,
  industrialOutput: /^products of Viet Nam/,
  publicInvestment: /^investment of Viet Nam/,
  general: /^(?!.*Viet Nam)/,
};
/** Years to it are the earlier ones, where time is a test. */
const MIDDLE_YEAR = 2018;
const UNITS_DIFFER = /^products/;

const { values: options } = parseArgs({
  options: { vietnam: { type: "string" }, monthly: { type: "string" }, out: { type: "string" } },
});
if (options.vietnam === undefined || options.monthly === undefined)
  throw new Error("--vietnam CASES.json and --monthly CASES.json are needed");
const rows = partRows(
  [...publishedMoments(readPublished(options.vietnam)), ...monthlyMoments(options.monthly)],
  knowledge.priors,
  knowledge.tet,
);
const totals = [...new Set(rows.map(({ total }) => total))].sort();

const shown = (estimate: Estimate | undefined): string =>
  estimate === undefined ? "" : `${estimate.correlation.toFixed(2)} (${estimate.standardError.toFixed(2)})`;

function printEstimates(): void {
  const heads = [
    "total",
    "series",
    "years",
    "pairs",
    "correlation (s.e.)",
    ...MONTHS,
    `to ${MIDDLE_YEAR}`,
    "later",
  ];
  console.log(`| ${heads.join(" | ")} |`);
  console.log(`|${" --- |".repeat(heads.length)}`);
  for (const total of totals) {
    const own = rows.filter((row) => row.total === total);
    const cells = [
      new Set(own.map(({ series }) => series)).size,
      new Set(own.map(({ year }) => year)).size,
      pairsOf(own),
      shown(commonCorrelation(own)),
      ...MONTHS.map((month) =>
        commonCorrelation(own.filter(({ elapsed }) => elapsed === month))?.correlation.toFixed(2),
      ),
      shown(commonCorrelation(own.filter(({ year }) => year <= MIDDLE_YEAR))),
      shown(commonCorrelation(own.filter(({ year }) => year > MIDDLE_YEAR))),
    ];
    console.log(`| ${total} | ${cells.join(" | ")} |`);
  }
}

/** What the rows tell of every total, and of all together. */
function learn(from: readonly PartRow[]) {
  const estimates = new Map(
    totals.flatMap((total) => {
      const estimate = commonCorrelation(from.filter((row) => row.total === total));
      return estimate === undefined ? [] : [[total, estimate] as const];
    }),
  );
  const ofAll = pooled([...estimates.values(), ASSUMED], LEAST_BETWEEN);
  const measured = perClass((name): Estimate => {
    const own = [...estimates].flatMap(([total, estimate]) => (TELLS[name].test(total) ? [estimate] : []));
    const [only] = own;
    return own.length === 1 && only !== undefined ? only : pooled(own, LEAST_BETWEEN);
  });
  return { ofAll, measured, correlation: perClass((name) => believed(measured[name], ofAll)) };
}

const { ofAll, measured, correlation } = learn(rows);

/** Amounts of a part divided, so that parts in different units, or of different size, can be added. */
function divided({ booked, median, lower, upper, degreesOfFreedom }: PartForecast, by: number): PartForecast {
  return { booked: booked / by, median: median / by, lower: lower / by, upper: upper / by, degreesOfFreedom };
}

/** Percent of sums of the parts of one total within their 80% and their 95% interval. */
function sumsHeld(of: readonly PartRow[], assumed: number, areEqual: boolean): string {
  const together = new Map<string, PartRow[]>();
  for (const row of of) {
    const key = `${row.year}|${row.elapsed}`;
    together.set(key, [...(together.get(key) ?? []), row]);
  }
  const sums = [...together.values()].filter((parts) => parts.length > 1);
  if (sums.length === 0) return "";
  const held = [0.8, 0.95].map((level) => {
    const within = sums.filter((parts) => {
      const sizes = parts.map(({ forecast }) => (areEqual ? forecast.median : 1));
      const distribution = distributionOf(
        sumOfParts(
          parts.map(({ forecast }, i) => divided(forecast, sizes[i] as number)),
          assumed,
        ),
      );
      const came = parts.reduce((sum, { fullYear }, i) => sum + fullYear / (sizes[i] as number), 0);
      return came >= distribution.quantile((1 - level) / 2) && came <= distribution.quantile((1 + level) / 2);
    });
    return ((100 * within.length) / sums.length).toFixed(0);
  });
  return held.join(" / ");
}

function printSums(title: string, from: readonly PartRow[], by: Record<IndicatorClass, number>): void {
  const heads = [
    "total",
    "learned",
    "equal parts: learned",
    "0",
    "0.3",
    "amounts as they are: learned",
    "0",
    "0.3",
  ];
  console.log(`\n${title}: percent of sums of the parts within their 80% / 95% interval`);
  console.log(`| ${heads.join(" | ")} |`);
  console.log(`|${" --- |".repeat(heads.length)}`);
  for (const total of totals) {
    const name = INDICATOR_CLASSES.find((one) => TELLS[one].test(total)) as IndicatorClass;
    const own = from.filter((row) => row.total === total);
    const cells = [true, false].flatMap((areEqual) =>
      [by[name], 0, ASSUMED.correlation].map((one) =>
        !areEqual && UNITS_DIFFER.test(total) ? "" : sumsHeld(own, one, areEqual),
      ),
    );
    if (cells.some((cell) => cell !== ""))
      console.log(`| ${total} | ${by[name].toFixed(3)} | ${cells.join(" | ")} |`);
  }
}

printEstimates();
console.log(`\nall totals: ${shown(ofAll)}, scatter ${ofAll.between.toFixed(2)}`);
for (const name of INDICATOR_CLASSES)
  console.log(`${name}: measured ${shown(measured[name])}, believed ${correlation[name].toFixed(3)}`);
printSums("all years", rows, correlation);
printSums(
  `later years, learned on those to ${MIDDLE_YEAR}`,
  rows.filter(({ year }) => year > MIDDLE_YEAR),
  learn(rows.filter(({ year }) => year <= MIDDLE_YEAR)).correlation,
);

const content = {
  title: "How the forecast errors of the parts of one total hang together",
  source:
    "General Statistics Office of Viet Nam, monthly reports as first published 2012-2025: exports and imports by commodity, industrial products, retail sales by ownership, state-budget investment by province and ministry; public monthly series of other countries that are parts of one total: retail sales, arrivals and departures, slaughter, prescriptions, gas, trade",
  locator: `${new Set(rows.map(({ series }) => series)).size} series of ${totals.length} totals, ${pairsOf(rows)} pairs of parts in the same year and month`,
  licence: "only numbers learned from the data are stored, not the data",
  retrieved: "2026-11-23",
  unit: "correlation of the normal scores of two parts' years, given the same months elapsed",
  made: "node test/bench/learn-components.ts --vietnam CASES.json --monthly CASES.json --out data/priors",
  correlation,
  measured: perClass((name) => ({
    totals: totals.filter((total) => TELLS[name].test(total)).length,
    series: new Set(rows.filter(({ total }) => TELLS[name].test(total)).map(({ series }) => series)).size,
    pairs: pairsOf(rows.filter(({ total }) => TELLS[name].test(total))),
    ...measured[name],
    byMonth: MONTHS.map(
      (month) =>
        commonCorrelation(rows.filter((row) => TELLS[name].test(row.total) && row.elapsed === month))
          ?.correlation ?? 0,
    ),
  })),
  ofAllTotals: { ...ofAll, assumed: ASSUMED },
};
if (options.out === undefined) console.log(written(content));
else writeFileSync(join(options.out, "components.json"), written(content));
