import { type FiscalPosition, positionThrough, throughLabel } from "./calendar/period.ts";
import type { QuestionEcho } from "./outlook-types.ts";
import type { Question } from "./question.ts";
import { knownHistory } from "./report/history-figures.ts";
import type { AmountBasis } from "./report/tied-figures.ts";

/** The part of a history that was used. */
export interface HistoryEcho {
  /** The labels of its first and its last period. */
  readonly historyStart: string;
  readonly historyThrough: string;
  /** How many of its periods have a value. */
  readonly historyValues: number;
}

/** What was asked, after its texts were read; amounts that are shares or an index have no unit. */
export function questionEcho(
  question: Question,
  basis: AmountBasis | undefined,
): QuestionEcho & Partial<HistoryEcho> {
  const { indicator, geography, unit, measure, position, aggregation, indicatorClass, restated } = question;
  return {
    ...(indicator !== undefined && { indicator }),
    ...(geography !== undefined && { geography }),
    ...(unit !== undefined && basis === undefined && { unit }),
    ...(measure?.priceBasis !== undefined && { priceBasis: measure.priceBasis }),
    ...(measure?.concept !== undefined && { measure: measure.concept }),
    ...positionEcho(position),
    aggregation,
    ...(basis !== undefined && { amountsAre: basis }),
    indicatorClass,
    ...(restated !== undefined && { restated }),
    ...historyEcho(question),
  };
}

/** How far a fiscal year has been reported, as answers tell it. */
export const positionEcho = (position: FiscalPosition) => ({
  fiscalYear: position.year,
  fiscalYearStart: position.startMonth,
  through: throughLabel(position),
  elapsed: position.elapsed,
  remaining: position.periodsPerYear - position.elapsed,
});

function historyEcho(question: Question): HistoryEcho | undefined {
  const known = knownHistory(question);
  if (!known) return undefined;
  const { first, values } = known.ask;
  const label = (period: number): string => throughLabel(positionThrough(period, question.position));
  return {
    historyStart: label(first),
    historyThrough: label(known.through),
    historyValues: values.filter((value) => value !== undefined).length,
  };
}
