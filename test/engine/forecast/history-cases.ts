import type { PeriodsPerYear } from "../../../src/engine/calendar/period.ts";
import { positionThrough } from "../../../src/engine/calendar/period.ts";
import { type HistoryOutlook, historyOutlook } from "../../../src/engine/forecast/history-outlook.ts";
import type { HistoryYearForecast } from "../../../src/engine/forecast/history-year.ts";
import { outlook } from "../../../src/engine/outlook.ts";
import type { Outlook } from "../../../src/engine/outlook-types.ts";
import type { Question } from "../../../src/engine/question.ts";
import { readReport } from "../../../src/engine/report/read-report.ts";
import { knowledge } from "../../../src/knowledge.ts";
import { normalDraws } from "../history/random.ts";

const FIRST_YEAR = 2016;
/** Parts of an even year that its months have. */
const SEASON = [0.82, 0.74, 0.98, 1.01, 1.02, 1.06, 0.97, 0.99, 1.03, 1.1, 1.12, 1.16];

/** Amounts with season, growth of 6% a year and noise, in logs; quarters are sums of months without noise. */
export function amounts(
  count: number,
  {
    noise = 0.04,
    seed = 7,
    period = 12,
  }: { readonly noise?: number; readonly seed?: number; readonly period?: PeriodsPerYear } = {},
): number[] {
  const normal = normalDraws(seed);
  const months = 12 / period;
  return Array.from({ length: count }, (_, t) => {
    const first = (t % period) * months;
    const season = SEASON.slice(first, first + months).reduce((sum, part) => sum + part, 0);
    return 100 * season * Math.exp((0.06 * t) / period + noise * normal());
  });
}

/** A question whose history, from the first period of a fiscal year, is all that is known. */
export function asked(
  values: readonly (number | undefined)[],
  {
    period = 12,
    startMonth = 1,
    ...rest
  }: Partial<Question> & { readonly period?: PeriodsPerYear; readonly startMonth?: number } = {},
): Question {
  const first = FIRST_YEAR * period;
  return {
    aggregation: "sum",
    position: positionThrough(first + values.length - 1, { startMonth, periodsPerYear: period }),
    indicatorClass: "general",
    observesTet: false,
    figures: {},
    targets: [],
    reports: [],
    scenarios: [],
    levels: [0.5, 0.8, 0.95],
    history: { periodsPerYear: period, first, values, isCumulative: false },
    ...rest,
  };
}

export const answer = (question: Question): Outlook => outlook(question, knowledge);

export const tierOf = (question: Question): HistoryOutlook =>
  historyOutlook(question, readReport(question, knowledge), knowledge);

/** The forecast of the history tier; a tier that steps aside fails the test. */
export function historyForecast(question: Question): HistoryYearForecast {
  const { forecast, notes } = tierOf(question);
  if (!forecast) throw new Error(`the history tier steps aside: ${JSON.stringify(notes)}`);
  return forecast;
}

export const codesOf = ({ notes }: Pick<Outlook, "notes">): string[] => notes.map(({ code }) => code);

export const total = (values: Iterable<number>): number => {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
};
