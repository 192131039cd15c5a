import { throughLabel } from "./calendar/period.ts";
import type { QuestionEcho } from "./outlook-types.ts";
import type { Question } from "./question.ts";

/** What was asked, after its texts were read; amounts that are shares of the target have no unit. */
export function questionEcho(question: Question, inSharesOfTarget: boolean): QuestionEcho {
  const { indicator, geography, unit, position, aggregation, indicatorClass } = question;
  return {
    ...(indicator !== undefined && { indicator }),
    ...(geography !== undefined && { geography }),
    ...(unit !== undefined && !inSharesOfTarget && { unit }),
    fiscalYear: position.year,
    fiscalYearStart: position.startMonth,
    through: throughLabel(position),
    elapsed: position.elapsed,
    remaining: position.periodsPerYear - position.elapsed,
    aggregation,
    indicatorClass,
  };
}
