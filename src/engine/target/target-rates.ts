import { elapsedMonths } from "../calendar/period.ts";
import type { TetCalendar } from "../calendar/tet.ts";
import { workingDays } from "../calendar/working-days.ts";
import type { TargetAnswer } from "../outlook-types.ts";
import type { Question } from "../question.ts";
import type { ReportReading } from "../report/read-report.ts";
import { requiredRunRate } from "./required-run-rate.ts";
import { remainderOf, remainingPeriods, type YearToDate } from "./year-to-date.ts";

/** A target as far as it can be told without a forecast. */
export type RunRateTarget = Omit<
  TargetAnswer,
  "projectedAttainment" | "attainmentProbability" | "planWeightedProbability" | "status"
>;

/** The last month of a fiscal year, counted from 0. */
const LAST_MONTH = 11;

/** What every target asks of the remaining periods, in every reading that the known figures allow. */
export function targetRates(
  question: Question,
  { targets, year: reported }: ReportReading,
  year: YearToDate,
  tet: TetCalendar,
): readonly RunRateTarget[] {
  if (targets.length === 0) return [];
  const days = remainingWorkingDays(question, year, tet);
  const best = Math.max(
    0,
    ...reported.past.map(({ ytd, fullYear }) => remainderOf({ ...year, ytd }, fullYear)),
  );
  return targets.map((target) => {
    const rate = requiredRunRate(year, target.value, days);
    const feasibility = best > 0 && {
      bestRemainder: best,
      ratioToBest: remainderOf(year, target.value) / best,
    };
    return {
      ...target,
      gapToTarget: target.value - year.ytd,
      attainment: year.ytd / target.value,
      ...(rate && { requiredRunRate: { ...rate, ...(feasibility && { feasibility }) } }),
    };
  });
}

function remainingWorkingDays(
  { position, observesTet, aggregation }: Question,
  year: YearToDate,
  { dates }: TetCalendar,
): number | undefined {
  if (aggregation !== "sum" || remainingPeriods(year) === 0) return undefined;
  const tetDates = [dates[position.year], dates[position.year + 1]].filter((date) => date !== undefined);
  return workingDays(position, elapsedMonths(position), LAST_MONTH, observesTet ? tetDates : undefined);
}
