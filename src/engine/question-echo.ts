import { throughLabel } from "./calendar/period.ts";
import type { QuestionEcho } from "./outlook-types.ts";
import type { Question } from "./question.ts";
import type { AmountBasis } from "./report/tied-figures.ts";

/** What was asked, after its texts were read; amounts that are shares or an index have no unit. */
export function questionEcho(question: Question, basis: AmountBasis | undefined): QuestionEcho {
  const { indicator, geography, unit, position, aggregation, indicatorClass } = question;
  return {
    ...(indicator !== undefined && { indicator }),
    ...(geography !== undefined && { geography }),
    ...(unit !== undefined && basis === undefined && { unit }),
    fiscalYear: position.year,
    fiscalYearStart: position.startMonth,
    through: throughLabel(position),
    elapsed: position.elapsed,
    remaining: position.periodsPerYear - position.elapsed,
    aggregation,
    ...(basis !== undefined && { amountsAre: basis }),
    indicatorClass,
  };
}
