import { throughLabel } from "../calendar/period.ts";
import { EngineError } from "../engine-error.ts";
import type { Knowledge } from "../report/knowledge.ts";
import { goodYear } from "./good-year.ts";
import { knownBy, latestFirst } from "./known-by.ts";
import type { Plan, PlanEcho } from "./plan-answer.ts";
import { finalYearAnswer, planOutcome } from "./plan-outcome.ts";
import { knownYears } from "./plan-progress.ts";
import type { PlanQuestion } from "./plan-question.ts";
import { planRemarks } from "./plan-remarks.ts";
import { type PlanProgress, planYears, remainingYears, resolvePlanTarget } from "./plan-target.ts";
import { planTargetAnswer } from "./plan-target-answer.ts";
import { baseAnswer, soFar, yearTable } from "./plan-years.ts";
import { thisYear } from "./this-year.ts";

/**
 * A target over several years: what is behind, what each remaining year and the rest of the running one must bring,
 * by the geometric and by the arithmetic reading, and how likely it is. The target in force is answered first.
 * @throws EngineError when the question has no answer, naming the field
 */
export function multiYearPlan(question: PlanQuestion, knowledge: Knowledge): Plan {
  const { frame, fiscalYearStart } = question;
  const { statements, targets, leftOut } = knownBy(question);
  const known = knownYears(question, statements, knowledge);
  const { progress, current } = known;
  const outcome = planOutcome(progress, current, frame.indicatorClass, knowledge.growth);
  const resolved = latestFirst(targets, fiscalYearStart).map(({ ask, inForce }) => ({
    inForce,
    ...resolvePlanTarget(ask, progress),
  }));
  const answers = resolved.map(({ target, inForce }) =>
    planTargetAnswer(progress, target, {
      reading: question.reading,
      inForce,
      distribution: outcome?.distribution,
    }),
  );
  const [primary] = answers;
  const [first] = resolved;
  if (!primary || !first)
    throw new EngineError(
      "notEnoughKnown",
      "targets",
      "no target was in force by then",
      "give a later asOf, or the target that was in force before",
    );
  const running = thisYear(known, primary, knowledge);
  const good = goodYear(known, primary);
  const behind = soFar(progress, primary);
  return {
    question: planEcho(question, progress),
    base: baseAnswer(known, first.target.ask),
    ...(behind && { soFar: behind }),
    targets: answers,
    years: yearTable(known, primary),
    ...(running && { thisYear: running }),
    ...(outcome && { finalYear: finalYearAnswer(progress, outcome, frame.levels) }),
    ...(good && { oneGoodYear: good }),
    assumptions: outcome?.assumptions ?? [],
    notes: [
      ...(leftOut > 0 && frame.asOf !== undefined
        ? [{ code: "notYetKnown", values: { count: leftOut, asOf: frame.asOf } } as const]
        : []),
      ...known.notes,
      ...resolved.flatMap(({ notes }) => notes),
      ...planRemarks(question.reading, progress, primary, running),
    ],
  };
}

function planEcho(
  { frame, fiscalYearStart, reading, hasReport }: PlanQuestion,
  progress: PlanProgress,
): PlanEcho {
  const { indicator, geography, unit, measure, aggregation, indicatorClass } = frame;
  const { firstYear, lastYear, knownThrough } = progress;
  return {
    ...(indicator !== undefined && { indicator }),
    ...(geography !== undefined && { geography }),
    ...(unit !== undefined && { unit }),
    ...(measure?.priceBasis !== undefined && { priceBasis: measure.priceBasis }),
    ...(measure?.concept !== undefined && { measure: measure.concept }),
    aggregation,
    indicatorClass,
    fiscalYearStart,
    baseYear: firstYear - 1,
    firstYear,
    lastYear,
    years: planYears(progress),
    knownThrough,
    remaining: remainingYears(progress),
    reading,
    ...(hasReport && { through: throughLabel(frame.position) }),
  };
}
