import { lastOrdinal } from "../calendar/period.ts";
import type { HistoryAsk } from "../history/history.ts";
import type { PathPeriod } from "../outlook-types.ts";
import type { YearToDate } from "../target/year-to-date.ts";

/**
 * The path with last year's year to date beside this year's, where it is known: through every period that the history
 * tells without a gap since last year's start, and else through the last reported period and the year's end.
 */
export function withLastYear(
  path: readonly PathPeriod[],
  year: YearToDate,
  history: HistoryAsk | undefined,
): readonly PathPeriod[] {
  const { position } = year;
  const through = path.findLastIndex(({ status }) => status === "actual");
  const told = history?.periodsPerYear === position.periodsPerYear ? toldLastYear(year, history) : undefined;
  return path.map((entry, index) => {
    const elapsed = position.elapsed + index - through;
    const lastYear = told?.[elapsed - 1] ?? totalsOfLastYear(year, elapsed);
    return lastYear === undefined ? entry : { ...entry, lastYearCumulative: lastYear };
  });
}

function totalsOfLastYear({ position, priorYtd, priorFullYear }: YearToDate, elapsed: number) {
  if (elapsed === position.periodsPerYear) return priorFullYear;
  return elapsed === position.elapsed ? priorYtd : undefined;
}

/** Last year's year to date through each of its periods, up to its first gap. */
function toldLastYear({ position, aggregation }: YearToDate, history: HistoryAsk): readonly number[] {
  const { periodsPerYear, elapsed } = position;
  const start = lastOrdinal(position) - elapsed + 1 - periodsPerYear - history.first;
  const told: number[] = [];
  let sum = 0;
  for (let index = 0; index < periodsPerYear; index += 1) {
    const value = history.values[start + index];
    if (value === undefined) break;
    sum += value;
    const isLevel = aggregation === "last" || history.isCumulative;
    told.push(isLevel ? value : aggregation === "average" ? sum / (index + 1) : sum);
  }
  return told;
}
