import type { PlanNote } from "./plan-note.ts";
import type { PlanReading } from "./plan-question.ts";
import { knownGrowths, type PlanProgress, type PlanTargetAnswer } from "./plan-target.ts";
import type { ThisYear } from "./this-year.ts";

/** Arithmetic and geometric needs closer than this print the same. */
const SAME_GROWTH = 0.0005;

/** What a careful reader should be told about a plan besides its numbers. */
export function planRemarks(
  asked: PlanReading,
  progress: PlanProgress,
  target: PlanTargetAnswer,
  running: ThisYear | undefined,
): readonly PlanNote[] {
  return [...readingRemarks(asked, progress, target), ...annualTargetRemarks(running)];
}

function readingRemarks(
  asked: PlanReading,
  progress: PlanProgress,
  { name, origin, geometric, arithmetic }: PlanTargetAnswer,
): readonly PlanNote[] {
  if (origin === "finalLevel")
    return asked === "arithmetic" ? [{ code: "levelHasOneReading", values: { target: name } }] : [];
  if (!knownGrowths(progress)) {
    const { firstYear, knownThrough, growths } = progress;
    const all = Array.from({ length: knownThrough - firstYear + 1 }, (_, index) => firstYear + index);
    const years = all.filter((year) => !growths.has(year));
    return [{ code: "meanNeedsEveryYear", values: { years } }];
  }
  const needed = geometric.requiredGrowth;
  const mean = arithmetic?.requiredGrowth;
  if (needed === undefined || mean === undefined || needed - mean < SAME_GROWTH) return [];
  const shortfall = geometric.finalLevel - (arithmetic?.finalLevel ?? geometric.finalLevel);
  return [{ code: "arithmeticIsEasier", values: { arithmetic: mean, geometric: needed, shortfall } }];
}

function annualTargetRemarks(running: ThisYear | undefined): readonly PlanNote[] {
  if (!running) return [];
  return running.targets.flatMap(({ name, value, isEnough, laterGrowth }) =>
    isEnough || laterGrowth === undefined
      ? []
      : [
          {
            code: "annualTargetBelowPath",
            values: { target: name, value, pathLevel: running.pathLevel, laterGrowth },
          } as const,
        ],
  );
}
