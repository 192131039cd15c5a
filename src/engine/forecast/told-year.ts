import { lastOrdinal } from "../calendar/period.ts";
import type { HistoryAsk } from "../history/history.ts";
import type { YearToDate } from "../target/year-to-date.ts";

/** A period that a history tells: its own amount, and the year to date through it (a mean or a level where they make the year). */
export interface ToldPeriod {
  readonly value: number;
  readonly cumulative: number;
}

/** What a history tells of the year of the question, or of one before it: its periods from the first up to the first gap. */
export function toldYear(
  history: HistoryAsk,
  { position, aggregation }: Pick<YearToDate, "position" | "aggregation">,
  yearsAgo: 0 | 1,
): readonly ToldPeriod[] {
  const { periodsPerYear, elapsed } = position;
  if (history.periodsPerYear !== periodsPerYear) return [];
  const start = lastOrdinal(position) - elapsed + 1 - yearsAgo * periodsPerYear - history.first;
  const told: ToldPeriod[] = [];
  let sum = 0;
  for (let count = 1; count <= periodsPerYear; count += 1) {
    const given = history.values[start + count - 1];
    if (given === undefined) break;
    const divisor = aggregation === "average" ? count : 1;
    const before = sum;
    sum = history.isCumulative ? given * divisor : sum + given;
    const value = history.isCumulative ? sum - before : given;
    told.push({ value, cumulative: aggregation === "last" ? value : sum / divisor });
  }
  return told;
}
