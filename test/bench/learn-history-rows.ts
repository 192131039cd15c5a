import { readHistory } from "../../src/engine/forecast/history-forecast.ts";
import { knowledge } from "../../src/knowledge.ts";
import { historyEvidenceOf } from "./history-evidence.ts";
import { type Facts, remainderOf } from "./learn-likelihood.ts";
import type { HistoryQuestion, MonthlySeries, SeriesCases } from "./series-cases.ts";

const MONTHS = 12;
/** The engine needs two years and a little. */
const FIRST_YEAR = 2;

/** A case to learn from, and the question it answers where the case file asks it. */
export interface HistoryRow extends Facts {
  readonly group: string;
  readonly dataset: string;
  readonly question: HistoryQuestion;
  readonly isAsked: boolean;
}

/** Every month of every complete year with two years before it, as far back as a series goes, and every asked question. */
export function historyRows(cases: SeriesCases): HistoryRow[] {
  const byId = new Map(cases.series.map((series) => [series.id, series]));
  const asked = [...cases.questions()];
  const taken = new Set(asked.map(placeOf));
  const geography = asked[0]?.geography;
  const drawn = cases.series.flatMap((series) => pastQuestions(series, geography));
  const rows: HistoryRow[] = [];
  for (const [question, isAsked] of [
    ...asked.map((question) => [question, true] as const),
    ...drawn
      .filter((question) => !taken.has(placeOf(question)))
      .map((question) => [question, false] as const),
  ]) {
    const facts = factsOf(question);
    const { group, dataset } = byId.get(question.seriesId) as MonthlySeries;
    if (facts) rows.push({ ...facts, group: `${dataset}|${group}`, dataset, question, isAsked });
  }
  return rows;
}

const placeOf = ({ seriesId, yearStart, elapsed }: HistoryQuestion): string =>
  `${seriesId}|${yearStart}|${elapsed}`;

function pastQuestions(series: MonthlySeries, geography: string | undefined): HistoryQuestion[] {
  const questions: HistoryQuestion[] = [];
  const { id: seriesId, dataset, start, values } = series;
  const sum = (from: number, months: number): number =>
    values.slice(from, from + months).reduce((a, b) => a + b, 0);
  const first = (MONTHS + 1 - start.month) % MONTHS;
  for (let yearStart = first; yearStart + MONTHS <= values.length; yearStart += MONTHS) {
    if (yearStart < FIRST_YEAR * MONTHS) continue;
    for (let elapsed = 1; elapsed < MONTHS; elapsed++)
      questions.push({
        id: `${seriesId}:${yearStart}`,
        seriesId,
        dataset,
        elapsed,
        start,
        history: values.slice(0, yearStart + elapsed),
        yearStart,
        ytd: sum(yearStart, elapsed),
        lastTotal: sum(yearStart - MONTHS, MONTHS),
        truth: sum(yearStart, MONTHS),
        targets: {},
        ...(geography !== undefined && { geography }),
      });
  }
  return questions;
}

function factsOf(question: HistoryQuestion): Facts | undefined {
  const evidence = historyEvidenceOf(question);
  const reading = evidence && readHistory(evidence, knowledge, MONTHS - question.elapsed);
  if (!reading || !(question.truth > question.ytd)) return undefined;
  return {
    indicatorClass: evidence.indicatorClass,
    elapsed: question.elapsed,
    estimates: new Map(reading.estimates.map(({ name, logRemainder }) => [name, logRemainder])),
    features: reading.features,
    remainder: remainderOf(question.truth, question.ytd),
  };
}
