/**
 * Forecasts from monthly series of which only some years to date are kept: by the tiers of past years, which are told
 * last year's figure of the same month as well; by the history tier on what is spread from them, as expected values
 * alone and as draws; and on all months. Prints a table of each.
 *   node test/bench/snapshots.ts CASES.json [--every 4]
 * `--every` takes every so many questions only.
 */
import { parseArgs } from "node:util";
import { classMonthShares } from "../../src/engine/forecast/class-share.ts";
import type { PastYear } from "../../src/engine/forecast/evidence.ts";
import { forecastFullYear } from "../../src/engine/forecast/forecast.ts";
import { forecastFromHistory, type HistoryEvidence } from "../../src/engine/forecast/history-forecast.ts";
import { remainderDistribution } from "../../src/engine/forecast/remainder-distribution.ts";
import type { HistoryAsk, RegularHistory } from "../../src/engine/history/history.ts";
import { regularHistory } from "../../src/engine/history/regular-history.ts";
import { SCORED_LEVELS } from "../../src/engine/scoring/crps.ts";
import { knowledge } from "../../src/knowledge.ts";
import { type Graded, printTable } from "./accuracy-table.ts";
import { figureEvidenceOf } from "./history-evidence.ts";
import { type HistoryQuestion, readSeriesCases } from "./series-cases.ts";

const MONTHS = 12;
const KEPT: Readonly<Record<string, (month: number, t: number) => boolean>> = {
  "3 6 9 12": (month) => month % 3 === 0,
  "2 5 9 12": (month) => [2, 5, 9, 12].includes(month),
  "4 8 12": (month) => month % 4 === 0,
  "3 of 5": (month, t) => month === MONTHS || hash(t) < 0.6,
  "2 of 5": (month, t) => month === MONTHS || hash(t) < 0.4,
};

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { every: { type: "string", default: "1" } },
});
const [file] = positionals;
if (file === undefined) throw new Error("CASES.json is needed");

/** A number from 0 to 1 that looks random and is the same for the same month of a series. */
const hash = (t: number): number => (Math.imul(t + 1, 2654435761) >>> 0) / 2 ** 32;

/** Years to date at the months that are kept, and at the last one; undefined where a month before it is not known. */
function yearsToDate(question: HistoryQuestion, isKept: (month: number, t: number) => boolean) {
  const { history, yearStart } = question;
  let sum = Number.NaN;
  return history.map((value, t) => {
    const month = (t - yearStart + MONTHS * MONTHS * MONTHS) % MONTHS;
    sum = month === 0 ? value : sum + value;
    const isTold = isKept(month + 1, t) || t === history.length - 1;
    return isTold && !Number.isNaN(sum) ? sum : undefined;
  });
}

function gradedOf(question: HistoryQuestion, pattern: string): Graded[] {
  const whole = figureEvidenceOf(question);
  const { elapsed, yearStart, history, truth, ytd } = question;
  const told = yearsToDate(question, KEPT[pattern] as (month: number, t: number) => boolean);
  const past = whole.past.filter((year): year is PastYear => {
    const start = yearStart - (whole.fiscalYear - year.fiscalYear) * MONTHS;
    return told[start + elapsed - 1] !== undefined && told[start + MONTHS - 1] !== undefined;
  });
  const evidence = { ...whole, past };
  const first = whole.fiscalYear * MONTHS - yearStart;
  const through = first + history.length - 1;
  const usualShares = classMonthShares(knowledge.priors, whole, knowledge.tet);
  const prepared = (ask: Pick<HistoryAsk, "values" | "isCumulative">) =>
    regularHistory({ ask: { periodsPerYear: MONTHS, first, ...ask }, through, usualShares });
  const spread = prepared({ values: told, isCumulative: true });
  const full = prepared({
    values: history.map((value) => (Number.isNaN(value) ? undefined : value)),
    isCumulative: false,
  });
  if (typeof spread === "string" || typeof full === "string") return [];
  const byHistory = (of: HistoryEvidence, from: RegularHistory) => {
    const forecast = forecastFromHistory({ ...of, history: from }, knowledge, MONTHS - elapsed);
    return forecast && remainderDistribution({ booked: ytd, ...forecast.combination });
  };
  const own = { ...evidence, history: spread.history };
  const answers = {
    "past years": forecastFullYear(evidence, knowledge.priors, knowledge.tet).distribution,
    expected: byHistory(own, { ...spread.history, draws: [] }),
    draws: byHistory(own, spread.history),
    "all months": byHistory({ ...whole, history: full.history }, full.history),
  };
  if (Object.values(answers).includes(undefined)) return [];
  return Object.entries(answers).flatMap(([tier, distribution]): Graded[] => {
    const quantiles = SCORED_LEVELS.map((level) => distribution?.quantile(level) ?? Number.NaN);
    return [
      {
        label: `${pattern}, ${tier}`.padEnd(22),
        dataset: "all",
        forecast: { observed: truth, quantiles, targets: [] },
      },
    ];
  });
}

const questions = [...readSeriesCases(file).questions()].filter(
  ({ truth, ytd }, i) => i % Number(options.every) === 0 && ytd > 0 && truth > ytd,
);
for (const pattern of Object.keys(KEPT)) {
  const isAsked = ({ elapsed }: HistoryQuestion) =>
    pattern.includes("of") || KEPT[pattern]?.(elapsed, 0) === true;
  printTable(questions.filter(isAsked).flatMap((question) => gradedOf(question, pattern)));
}
