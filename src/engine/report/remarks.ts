import { elapsedMonths, lastDayOf, positionThrough, throughLabel } from "../calendar/period.ts";
import type { Note } from "../note.ts";
import type { Question } from "../question.ts";
import type { Knowledge } from "./knowledge.ts";
import { knownReports } from "./past-years.ts";
import { ambiguousDecimals, percentOfLastYear, unitSlips } from "./plausibility.ts";
import type { ReportReading } from "./read-report.ts";

/** Growth of the first quarter tells little of the rest of the year. */
const EARLY_MONTHS = 3;
/** An annual figure this close to its plan was probably estimated from it. */
const EQUAL = 1e-9;

/** What a careful reader should be told about a report besides its numbers. */
export function remarks(question: Question, reading: ReportReading, { tet }: Knowledge): readonly Note[] {
  const told = { question, figures: reading.figures, targets: reading.targets };
  return [
    ...unitSlips(told),
    ...ambiguousDecimals(told),
    ...percentOfLastYear(told),
    ...lastYearRemarks(question, reading),
    ...tetRemarks(question, reading, tet.dates),
    ...growthRemarks(question, reading),
    ...aggregationRemarks(question),
    ...vintageRemarks(question, reading),
    ...historyRemarks(question, reading),
  ];
}

/** A history that tells more than was known by the period of the question, or less. */
function historyRemarks({ position }: Question, { history }: ReportReading): readonly Note[] {
  if (!history) return [];
  const { leftOut, reachesThrough } = history;
  const period = throughLabel(positionThrough(history.through, position));
  const through = throughLabel(position);
  return [
    ...(leftOut > 0 ? [{ code: "historyLeftOut", values: { count: leftOut, period } } as const] : []),
    ...(reachesThrough ? [] : [{ code: "historyEndsEarlier", values: { period, through } } as const]),
  ];
}

/** A total of last year that does not exceed its own part: one of the two is another year's or another unit's. */
function lastYearRemarks(
  { aggregation, position }: Question,
  { figures, canFall }: ReportReading,
): readonly Note[] {
  const { priorYtd, priorFullYear } = figures;
  const isComplete = position.elapsed === position.periodsPerYear;
  if (aggregation !== "sum" || isComplete || canFall || !priorYtd || !priorFullYear) return [];
  if (priorFullYear.value > priorYtd.value) return [];
  return [
    { code: "lastYearNotUsed", values: { priorYtd: priorYtd.value, priorFullYear: priorFullYear.value } },
  ];
}

/** Growth at the start of a year that Tet divides differently from the last one. */
function tetRemarks(
  { observesTet, position, aggregation }: Question,
  { year }: ReportReading,
  dates: Readonly<Record<string, string>>,
): readonly Note[] {
  const elapsed = elapsedMonths(position);
  if (!observesTet || aggregation === "last" || position.startMonth !== 1 || elapsed > 2) return [];
  const notes: Note[] = [];
  if (elapsed === 1) notes.push({ code: "januaryAlone", values: { period: throughLabel(position) } });
  const thisYear = dates[position.year];
  const lastYear = dates[position.year - 1];
  if (year.growth !== undefined && thisYear && lastYear)
    notes.push({ code: "tetInWindow", values: { thisYear, lastYear } });
  return notes;
}

function growthRemarks(question: Question, { year }: ReportReading): readonly Note[] {
  const { position, aggregation, indicatorClass } = question;
  if (aggregation !== "sum" || position.elapsed === position.periodsPerYear) return [];
  const elapsed = elapsedMonths(position);
  const notes: Note[] = [];
  if (year.growth !== undefined && elapsed <= EARLY_MONTHS)
    notes.push({ code: "earlyGrowthFades", values: { growth: year.growth, elapsed } });
  if (indicatorClass === "general" && year.priorFullYear === undefined && year.past.length === 0)
    notes.push({ code: "seasonNotKnown", values: {} });
  return notes;
}

function aggregationRemarks({ aggregation }: Question): readonly Note[] {
  if (aggregation === "average") return [{ code: "averageNotSummed", values: {} }];
  return aggregation === "last" ? [{ code: "stockNotAnnualized", values: {} }] : [];
}

/** Figures of different times: revised bases, cumulative amounts that fall, estimates, reports of the future. */
function vintageRemarks(
  question: Question,
  { figures, coherence, year, targets }: ReportReading,
): readonly Note[] {
  const { position, asOf, aggregation } = question;
  const period = throughLabel(position);
  const notes: Note[] = [];
  const revised = coherence.findings.find(({ repair }) => repair?.kind === "revisedBase");
  const base = revised && figures[revised.quantity];
  if (revised && base && revised.derived.lower !== undefined && revised.derived.upper !== undefined) {
    const after = (revised.derived.lower + revised.derived.upper) / 2;
    notes.push({ code: "baseRevised", values: { period: revised.quantity, before: base.value, after } });
  }
  const known = knownReports(question);
  if (aggregation === "sum") {
    const earlier = known
      .filter((report) => report.ytd && report.position.year === position.year)
      .filter((report) => elapsedMonths(report.position) < elapsedMonths(position))
      .find((report) => (report.ytd?.value ?? 0) > year.ytd);
    if (earlier?.ytd)
      notes.push({ code: "cumulativeFell", values: { period, before: earlier.ytd.value, after: year.ytd } });
  }
  if (asOf !== undefined) {
    if (asOf <= lastDayOf(position))
      notes.push({ code: "estimateBeforePeriodEnd", values: { period, asOf } });
    const left = question.reports.length - known.length;
    if (left > 0) notes.push({ code: "reportsAfterAsOf", values: { count: left, asOf } });
  }
  const isComplete = position.elapsed === position.periodsPerYear;
  if (
    isComplete &&
    targets.some(({ value, origin }) => origin === "stated" && Math.abs(value / year.ytd - 1) < EQUAL)
  )
    notes.push({ code: "equalsPlan", values: { fiscalYear: position.year, fullYear: year.ytd } });
  return notes;
}
