import {
  type OneGoodYear,
  oneGoodYear,
  type RestOfPlan,
  restOfPlan,
  type YearsLeft,
} from "./one-good-year.ts";
import type { KnownYears } from "./plan-progress.ts";
import { type PlanTargetAnswer, planYears, remainingYears } from "./plan-target.ts";

/**
 * Whether the best of the plan's known years is enough for the level of its target; the running year as it is forecast,
 * before any is known. Undefined once the last year is known, or while no growth is.
 */
export function goodYear(
  { progress, levels, current }: KnownYears,
  target: PlanTargetAnswer,
): (OneGoodYear & { readonly latestRepeated?: RestOfPlan & { readonly fiscalYear: number } }) | undefined {
  const remaining = remainingYears(progress);
  if (remaining === 0) return undefined;
  const left: YearsLeft = {
    baseLevel: progress.baseLevel,
    years: planYears(progress),
    level: progress.level,
    remaining,
    averageGrowth: target.averageGrowth,
    finalLevel: target.geometric.finalLevel,
  };
  const known = [...progress.growths].map(([fiscalYear, growth]) => ({ fiscalYear, growth }));
  if (known.length > 0) {
    const best = known.reduce((good, year) => (year.growth > good.growth ? year : good));
    const latest = known.reduce((last, year) => (year.fiscalYear > last.fiscalYear ? year : last));
    return {
      ...oneGoodYear(left, { ...best, origin: "known" }),
      ...(latest !== best && {
        latestRepeated: { fiscalYear: latest.fiscalYear, ...restOfPlan(left, latest.growth) },
      }),
    };
  }
  // The running year alone is left: its own forecast says all that repeating it could.
  if (remaining === 1) return undefined;
  const { year } = current?.question.position ?? {};
  const before = year === undefined ? undefined : levels.get(year - 1)?.value;
  const median = current?.distribution?.median;
  if (year === undefined || before === undefined || median === undefined || median <= 0) return undefined;
  return oneGoodYear(left, { fiscalYear: year, growth: median / before - 1, origin: "forecast" });
}
