import type { Evidence, PastYear } from "../../src/engine/forecast/evidence.ts";
import type { HistoryEvidence } from "../../src/engine/forecast/history-forecast.ts";
import { regularHistory } from "../../src/engine/history/regular-history.ts";
import { classOf } from "./dataset-class.ts";
import type { HistoryQuestion } from "./series-cases.ts";

const MONTHS = 12;

/** What a question's history adds up to, as the earlier tiers see it. */
export function figureEvidenceOf(question: HistoryQuestion): Evidence {
  const { seriesId, dataset, elapsed, history, yearStart, ytd, lastTotal } = question;
  const { fiscalYear, fiscalYearStart } = fiscalYearOf(question);
  const sum = (from: number, months: number): number =>
    history.slice(from, from + months).reduce((a, b) => a + b, 0);
  const past: PastYear[] = [];
  for (let start = yearStart % MONTHS; start < yearStart; start += MONTHS)
    past.push({
      fiscalYear: fiscalYear - (yearStart - start) / MONTHS,
      ytd: sum(start, elapsed),
      fullYear: sum(start, MONTHS),
    });
  const priorYtd = sum(yearStart - MONTHS, elapsed);
  return {
    indicatorClass: question.geography === undefined ? "general" : classOf({ id: seriesId, dataset }),
    fiscalYear,
    fiscalYearStart,
    elapsed,
    ytd,
    past,
    ...(priorYtd > 0 && { priorYtd, growth: question.growth ?? ytd / priorYtd - 1 }),
    priorFullYear: lastTotal,
    observesTet: question.geography === "Viet Nam",
  };
}

/** The same with the history; undefined where too little of it is known. */
export function historyEvidenceOf(question: HistoryQuestion): HistoryEvidence | undefined {
  const { fiscalYear } = fiscalYearOf(question);
  const first = fiscalYear * MONTHS - question.yearStart;
  const regular = regularHistory({
    ask: {
      periodsPerYear: MONTHS,
      first,
      values: question.history.map((value) => (Number.isNaN(value) ? undefined : value)),
      isCumulative: false,
    },
    through: first + question.history.length - 1,
  });
  if (typeof regular === "string") return undefined;
  return { ...figureEvidenceOf(question), history: regular.history };
}

/** Where the fiscal year of a question starts: every year of a case file starts in the month of `yearStart`. */
function fiscalYearOf({ start, yearStart }: Pick<HistoryQuestion, "start" | "yearStart">): {
  readonly fiscalYear: number;
  readonly fiscalYearStart: number;
} {
  const month = start.month - 1 + yearStart;
  return {
    fiscalYear: start.year + Math.floor(month / MONTHS),
    fiscalYearStart: (month % MONTHS) + 1,
  };
}
