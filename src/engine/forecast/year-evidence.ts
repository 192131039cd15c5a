import { elapsedMonths } from "../calendar/period.ts";
import type { RegularHistory } from "../history/history.ts";
import type { Question } from "../question.ts";
import type { Evidence, PastYear } from "./evidence.ts";

/** Point values of a report, in the unit of the question. */
export interface ReportedYear {
  readonly ytd: number;
  /** Standard deviation of `ytd`, where periods of it were filled in. */
  readonly ytdDeviation?: number;
  readonly growth?: number;
  readonly priorYtd?: number;
  readonly priorFullYear?: number;
  readonly plan?: number;
  readonly past: readonly PastYear[];
}

/** What of the question the evidence of any of its years shares. */
export type YearFrame = Pick<Question, "indicatorClass" | "observesTet" | "aggregation" | "position">;

/** The evidence of a year as a flow: a mean of periods is a sum over their number. */
export function yearEvidence(frame: YearFrame, year: ReportedYear): Evidence {
  const { position, aggregation, indicatorClass, observesTet } = frame;
  const isMean = aggregation === "average";
  const ytdFactor = isMean ? position.elapsed : 1;
  const fullFactor = isMean ? position.periodsPerYear : 1;
  const { growth, priorYtd, priorFullYear, plan, ytdDeviation } = year;
  return {
    indicatorClass,
    fiscalYear: position.year,
    fiscalYearStart: position.startMonth,
    elapsed: elapsedMonths(position),
    observesTet,
    ytd: year.ytd * ytdFactor,
    ...(ytdDeviation !== undefined && { ytdDeviation: ytdDeviation * ytdFactor }),
    past: year.past.map((past) => ({
      ...past,
      ytd: past.ytd * ytdFactor,
      fullYear: past.fullYear * fullFactor,
      ...(past.plan !== undefined && { plan: past.plan * fullFactor }),
    })),
    ...(growth !== undefined && { growth }),
    ...(priorYtd !== undefined && { priorYtd: priorYtd * ytdFactor }),
    ...(priorFullYear !== undefined && { priorFullYear: priorFullYear * fullFactor }),
    ...(plan !== undefined && { plan: plan * fullFactor }),
  };
}

/**
 * What a regular history says of the year that it ends in, or of the next one where it ends with a year; the
 * aggregates are those of the frame (sums, means).
 */
export function reportedByHistory(frame: YearFrame, history: RegularHistory): ReportedYear {
  const { periodsPerYear: period, elapsed, year } = frame.position;
  const { aggregation } = frame;
  const isMean = aggregation === "average";
  const start = year * period - history.first;
  const totalOf = (from: number, count: number): number => {
    if (aggregation === "last" && count > 0) return history.values[from + count - 1] as number;
    let sum = 0;
    for (let i = from; i < from + count; i++) sum += history.values[i] as number;
    return isMean && count > 0 ? sum / count : sum;
  };
  const past: PastYear[] = [];
  for (let back = Math.floor(start / period); back >= 1; back--) {
    const from = start - back * period;
    past.push({ fiscalYear: year - back, ytd: totalOf(from, elapsed), fullYear: totalOf(from, period) });
  }
  const last = past[past.length - 1];
  return {
    ytd: totalOf(start, elapsed),
    past,
    ...(last && { priorYtd: last.ytd, priorFullYear: last.fullYear }),
  };
}

/** The amounts of the year's own periods at the end of a history that ends with the frame's last one. */
export function reportedPeriods({ position }: YearFrame, { values }: RegularHistory): Float64Array {
  return values.slice(Math.max(0, values.length - position.elapsed));
}
