import type { HistoryAsk } from "../history/history.ts";
import type { PathPeriod } from "../outlook-types.ts";
import type { YearToDate } from "../target/year-to-date.ts";
import { toldYear } from "./told-year.ts";

/**
 * The path with last year's year to date beside this year's, where it is known: through every period that the history
 * tells without a gap since last year's start, and else through the last reported period and the year's end.
 */
export function withLastYear(
  path: readonly PathPeriod[],
  year: YearToDate,
  history: HistoryAsk | undefined,
): readonly PathPeriod[] {
  const through = path.findLastIndex(({ status }) => status === "actual");
  const told = history ? toldYear(history, year, 1) : [];
  return path.map((entry, index) => {
    const elapsed = year.position.elapsed + index - through;
    const lastYear = told[elapsed - 1]?.cumulative ?? totalsOfLastYear(year, elapsed);
    return lastYear === undefined ? entry : { ...entry, lastYearCumulative: lastYear };
  });
}

function totalsOfLastYear({ position, priorYtd, priorFullYear }: YearToDate, elapsed: number) {
  if (elapsed === position.periodsPerYear) return priorFullYear;
  return elapsed === position.elapsed ? priorYtd : undefined;
}
