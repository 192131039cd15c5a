import { log } from "../elementary-functions.ts";
import type { Assumption } from "../forecast/answer.ts";
import type { Distribution } from "../forecast/distribution.ts";
import type { IndicatorClass } from "../forecast/evidence.ts";
import { spreadOf } from "../forecast/quantile-answers.ts";
import { averageGrowth } from "./average-growth.ts";
import type { CurrentYear } from "./current-year.ts";
import { finalYearDistribution, type KnownStart, type OpenStart } from "./final-year.ts";
import { type GrowthPrior, growthHorizon, typicalLogGrowth } from "./growth-prior.ts";
import type { FinalYear } from "./plan-answer.ts";
import { type PlanProgress, planYears, remainingYears } from "./plan-target.ts";

/** Where the plan's last year may end, and what was taken for granted. */
export interface PlanOutcome {
  readonly distribution: Distribution;
  readonly assumptions: readonly Assumption[];
}

/**
 * The distribution of the plan's last year: the running year's forecast, where there is one, and then the growth that
 * later years of such indicators had. Undefined once the last year is known.
 */
export function planOutcome(
  progress: PlanProgress,
  current: CurrentYear | undefined,
  indicatorClass: IndicatorClass,
  prior: GrowthPrior,
): PlanOutcome | undefined {
  if (remainingYears(progress) === 0) return undefined;
  const running = current?.distribution;
  const startYear = running ? current.question.position.year : progress.knownThrough;
  const years = progress.lastYear - startYear;
  if (running && years === 0) return { distribution: running, assumptions: [] };
  const start: KnownStart | OpenStart = running
    ? {
        distribution: running,
        from: { level: progress.level, years: startYear - progress.knownThrough },
      }
    : { level: progress.level, logGrowth: latestLogGrowth(progress, indicatorClass, prior) };
  const horizon = growthHorizon(prior, indicatorClass, years);
  const distribution = finalYearDistribution(start, horizon);
  return {
    distribution,
    assumptions: [
      {
        code: "laterGrowth",
        text: "median growth a year of the years after, as annual totals of such indicators had it after such a year",
        value: averageGrowth({
          from: running?.median ?? progress.level,
          to: distribution.median,
          years,
        }),
      },
      {
        code: "laterGrowthScale",
        text: "logarithmic scale of the growth over those years, Student's t",
        value: horizon.scale,
      },
    ],
  };
}

/** The log growth of the last known year; the average since the base where its own is not known; else a usual one. */
function latestLogGrowth(progress: PlanProgress, indicatorClass: IndicatorClass, prior: GrowthPrior): number {
  const { knownThrough, firstYear, level, baseLevel, latestGrowth } = progress;
  if (latestGrowth !== undefined) return log(1 + latestGrowth);
  const years = knownThrough - firstYear + 1;
  return years > 0 ? log(level / baseLevel) / years : typicalLogGrowth(prior, indicatorClass);
}

/** The distribution of the plan's last year as it is answered, as level and as average growth a year. */
export function finalYearAnswer(
  { baseLevel, ...plan }: PlanProgress,
  { distribution }: PlanOutcome,
  levels: readonly number[],
): FinalYear {
  const years = planYears(plan);
  const growthTo = (level: number): number =>
    // A year that may lose what it has has no average growth below that of losing everything.
    level > 0 ? averageGrowth({ from: baseLevel, to: level, years }) : -1;
  const spread = spreadOf(distribution, levels);
  return {
    fiscalYear: plan.lastYear,
    median: distribution.median,
    averageGrowth: growthTo(distribution.median),
    ...spread,
    growthIntervals: spread.intervals.map(({ level, lower, upper }) => ({
      level,
      lower: growthTo(lower),
      upper: growthTo(upper),
    })),
  };
}
