import { elapsedMonths } from "../calendar/period.ts";
import type { Question } from "../question.ts";
import type { Knowledge } from "../report/knowledge.ts";
import { classMonthShares } from "./class-share.ts";

/**
 * Shares of the remaining periods in the remainder, in order, sum 1: by the usual season for flows, even for
 * indices and stocks, whose periods do not add up.
 */
export function remainderWeights(question: Question, { priors, tet }: Knowledge): readonly number[] {
  const { position, aggregation, indicatorClass, observesTet } = question;
  const remaining = position.periodsPerYear - position.elapsed;
  if (aggregation !== "sum") return Array.from({ length: remaining }, () => 1 / remaining);
  const year = {
    indicatorClass,
    fiscalYear: position.year,
    fiscalYearStart: position.startMonth,
    observesTet,
  };
  const months = classMonthShares(priors, year, tet).slice(elapsedMonths(position));
  const total = months.reduce((sum, share) => sum + share, 0);
  const perPeriod = 12 / position.periodsPerYear;
  return Array.from({ length: remaining }, (_, step) =>
    months.slice(step * perPeriod, (step + 1) * perPeriod).reduce((sum, share) => sum + share / total, 0),
  );
}
