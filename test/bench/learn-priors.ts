/**
 * Learns the numbers of `data/priors` from complete years.
 *   node test/bench/learn-priors.ts --vietnam CASES.json --monthly CASES.json --out data/priors [--cv] [--folds 8] [--split 2018]
 * `--cv` prints the table with whole groups of series left out, `--split` the one with later years left out; neither
 * writes files.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { TetCalendar } from "../../src/engine/calendar/tet.ts";
import type { Priors } from "../../src/engine/forecast/priors.ts";
import { graded } from "./accuracy-predict.ts";
import { printTable } from "./accuracy-table.ts";
import { monthlyMoments, publishedMoments, readPublished } from "./learn-cases.ts";
import { calibratedPriors, crossValidated, splitByTime } from "./learn-validate.ts";
import { written } from "./written.ts";

const { values } = parseArgs({
  options: {
    vietnam: { type: "string" },
    monthly: { type: "string" },
    out: { type: "string" },
    cv: { type: "boolean", default: false },
    folds: { type: "string", default: "8" },
    split: { type: "string" },
  },
});
if (values.vietnam === undefined) throw new Error("--vietnam CASES.json is needed");

const tet = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../data/calendars/tet.json"), "utf8"),
) as TetCalendar;
const moments = [
  ...publishedMoments(readPublished(values.vietnam)),
  ...(values.monthly === undefined ? [] : monthlyMoments(values.monthly)),
];

function provenance(title: string): Record<string, unknown> {
  const named = new Map<string, number>();
  for (const id of new Set(moments.map((m) => `${m.dataset}|${m.id}`))) {
    const dataset = id.slice(0, id.indexOf("|"));
    named.set(dataset, (named.get(dataset) ?? 0) + 1);
  }
  return {
    title,
    source:
      "General Statistics Office of Viet Nam, monthly reports as first published 2012-2025: trade by commodity, retail sales, industrial products, state-budget investment; M3 and other public monthly series for the class `general`",
    locator: `complete series-years: ${[...named].map(([k, n]) => `${k} ${n}`).join(", ")}`,
    licence: "only numbers learned from the data are stored, not the data",
    retrieved: "2026-11-22",
    unit: "shares are fractions of the year; scales and effects are on natural logarithms",
    made: "node test/bench/learn-priors.ts --vietnam CASES.json --monthly CASES.json --out data/priors",
  };
}

function write(directory: string, priors: Priors): void {
  mkdirSync(directory, { recursive: true });
  const { anchorMonths, seasons, plans, models } = priors;
  const put = (name: string, content: unknown): void =>
    writeFileSync(join(directory, name), written(content));
  put("seasons.json", {
    ...provenance("The usual year by class of indicator, and how plans come true"),
    anchorMonths,
    seasons,
    plans,
  });
  put("combinations.json", {
    ...provenance("How methods are combined, by what is known and class of indicator"),
    models,
  });
}

if (values.cv) {
  console.log(`whole groups of series left out, ${values.folds} folds`);
  printTable(crossValidated(moments, tet, Number(values.folds)).map(graded));
}
if (values.split !== undefined) {
  console.log(`learned on years to ${values.split}, judged on later ones`);
  printTable(splitByTime(moments, tet, Number(values.split), Number(values.folds)).map(graded));
}
if (values.out !== undefined) write(values.out, calibratedPriors(moments, tet, Number(values.folds)));
