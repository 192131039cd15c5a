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
  const { labels, fiscalYearStart } = question;
  const { statements, targets, leftOut } = knownBy(question);
  const known = knownYears(question, statements, knowledge);
  const { progress, levels, current } = known;
  const outcome = planOutcome(progress, current, labels.indicatorClass, knowledge.growth);
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
  const { year } = current?.question.position ?? {};
  const running =
    current &&
    thisYear(
      current,
      primary,
      { lastYear: progress.lastYear, levelBefore: levels.get((year ?? 0) - 1)?.value },
      knowledge,
    );
  const good = goodYear(known, primary);
  const behind = soFar(progress, primary);
  return {
    question: planEcho(question, progress),
    base: baseAnswer(known, first.target.ask),
    ...(behind && { soFar: behind }),
    targets: answers,
    years: yearTable(known, primary),
    ...(running && { thisYear: running }),
    ...(outcome && { finalYear: finalYearAnswer(progress, outcome, labels.levels) }),
    ...(good && { oneGoodYear: good }),
    assumptions: outcome?.assumptions ?? [],
    notes: [
      ...(leftOut > 0 && labels.asOf !== undefined
        ? [{ code: "notYetKnown", values: { count: leftOut, asOf: labels.asOf } } as const]
        : []),
      ...known.notes,
      ...resolved.flatMap(({ notes }) => notes),
      ...planRemarks(question.reading, progress, primary, running),
    ],
  };
}

function planEcho(
  { labels, fiscalYearStart, reading, report }: PlanQuestion,
  progress: PlanProgress,
): PlanEcho {
  const { indicator, geography, unit, aggregation, indicatorClass } = labels;
  const { firstYear, lastYear, knownThrough } = progress;
  return {
    ...(indicator !== undefined && { indicator }),
    ...(geography !== undefined && { geography }),
    ...(unit !== undefined && { unit }),
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
    ...(report && { through: throughLabel(report.position) }),
  };
}
