import { averageGrowth, grownLevel, meanGrowth } from "./average-growth.ts";
import type { Plan, PlanSoFar, PlanYear } from "./plan-answer.ts";
import type { KnownYears } from "./plan-progress.ts";
import type { PlanTargetAsk } from "./plan-question.ts";
import { knownGrowths, type PlanProgress, type PlanTargetAnswer, resolvePlanTarget } from "./plan-target.ts";

/** The base, and what the target in force would be on each earlier state of it. */
export function baseAnswer({ progress, levels }: KnownYears, ask: PlanTargetAsk): Plan["base"] {
  const fiscalYear = progress.firstYear - 1;
  const vintages = levels.get(fiscalYear)?.vintages?.map((vintage) => {
    const { target } = resolvePlanTarget(ask, { ...progress, baseLevel: vintage.value });
    return { ...vintage, finalLevel: target.finalLevel, averageGrowth: target.averageGrowth };
  });
  return { fiscalYear, value: progress.baseLevel, ...(vintages && { vintages }) };
}

/** The even path: the level of a year when every year of the plan had grown by the average. */
function evenLevel(
  { baseLevel, firstYear, lastYear }: PlanProgress,
  { averageGrowth: growth, geometric }: PlanTargetAnswer,
  fiscalYear: number,
): number {
  if (fiscalYear === lastYear) return geometric.finalLevel;
  return grownLevel({ level: baseLevel, growth, years: fiscalYear - firstYear + 1 });
}

/** The known years of the plan together; undefined before the first is known. */
export function soFar(progress: PlanProgress, target: PlanTargetAnswer): PlanSoFar | undefined {
  const { baseLevel, level, knownThrough, firstYear } = progress;
  const years = knownThrough - firstYear + 1;
  if (years === 0) return undefined;
  const mean = meanGrowth(knownGrowths(progress) ?? []);
  const even = evenLevel(progress, target, knownThrough);
  return {
    through: knownThrough,
    years,
    level,
    averageGrowth: averageGrowth({ from: baseLevel, to: level, years }),
    ...(mean !== undefined && { meanGrowth: mean }),
    evenLevel: even,
    gapToEven: level - even,
    ratioToEven: level / even,
  };
}

/** Every year that is known, and every year of the plan: its level or what the path asks, beside the even path. */
export function yearTable(
  { progress, levels, current }: KnownYears,
  target: PlanTargetAnswer,
): readonly PlanYear[] {
  const { firstYear, lastYear, knownThrough } = progress;
  const path = new Map(target[target.reading]?.path.map(({ fiscalYear, value }) => [fiscalYear, value]));
  const first = Math.min(firstYear - 1, ...levels.keys());
  const running = current?.distribution && current.question.position.year;
  return Array.from({ length: lastYear - first + 1 }, (_, index): PlanYear => {
    const fiscalYear = first + index;
    const known = levels.get(fiscalYear);
    const value = known?.value ?? path.get(fiscalYear);
    const growth = known ? known.growth : target.requiredGrowth;
    const even = fiscalYear >= firstYear ? evenLevel(progress, target, fiscalYear) : undefined;
    return {
      fiscalYear,
      status: statusOf(fiscalYear),
      ...(value !== undefined && { value }),
      ...(value !== undefined && growth !== undefined && { growth }),
      ...(known && { origin: known.origin }),
      ...(even !== undefined && { evenLevel: even, ...(value !== undefined && { gapToEven: value - even }) }),
      ...(known?.vintages && { vintages: known.vintages }),
    };

    function statusOf(year: number): PlanYear["status"] {
      if (year > knownThrough) return year === running ? "running" : "required";
      if (!levels.has(year)) return "unknown";
      if (year >= firstYear) return "known";
      return year === firstYear - 1 ? "base" : "earlier";
    }
  });
}
