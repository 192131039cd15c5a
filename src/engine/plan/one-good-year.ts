import { averageGrowth, grownLevel } from "./average-growth.ts";

/** The years left of a plan, and one year whose growth was good. */
export interface YearsLeft {
  readonly baseLevel: number;
  /** All years of the plan. */
  readonly years: number;
  /** The last known level, and how many years are left after it, at least 1. */
  readonly level: number;
  readonly remaining: number;
  /** Average growth that the plan asks, a fraction, and the last year's level that this makes. */
  readonly averageGrowth: number;
  readonly finalLevel: number;
}

/** Where an assumption about all remaining years leads. */
export interface RestOfPlan {
  readonly growth: number;
  readonly finalLevel: number;
  /** Geometric average of all years of the plan. */
  readonly averageGrowth: number;
  /** Final level less that of the target: negative falls short. */
  readonly gap: number;
  readonly reaches: boolean;
}

/**
 * Whether one good year is enough: it is when the years left need no more than the plan's own average from here.
 * `repeated` is what comes of its growth in every year left, `restAtAverage` what comes of the plan's average in every
 * year left, and `oneYearAlone` the growth that one of them needs when the others make no more than that average.
 */
export interface OneGoodYear {
  readonly fiscalYear: number;
  readonly growth: number;
  readonly origin: "known" | "forecast";
  readonly repeated: RestOfPlan;
  readonly restAtAverage: RestOfPlan;
  readonly oneYearAlone: number;
  readonly verdict: "enough" | "notEnough";
}

/** Two levels are the same when they differ by no more than the last bits of a double. */
const SAME_LEVEL = 1e-9;

export function oneGoodYear(
  left: YearsLeft,
  good: Pick<OneGoodYear, "fiscalYear" | "growth" | "origin">,
): OneGoodYear {
  const { level, remaining, finalLevel } = left;
  const restAtAverage = restOfPlan(left, left.averageGrowth);
  const others = grownLevel({ level, growth: left.averageGrowth, years: remaining - 1 });
  return {
    ...good,
    repeated: restOfPlan(left, good.growth),
    restAtAverage,
    oneYearAlone: finalLevel / others - 1,
    verdict: restAtAverage.reaches ? "enough" : "notEnough",
  };
}

/** Where one constant growth of all years left leads. */
export function restOfPlan(left: YearsLeft, growth: number): RestOfPlan {
  const finalLevel = grownLevel({ level: left.level, growth, years: left.remaining });
  return {
    growth,
    finalLevel,
    averageGrowth: averageGrowth({ from: left.baseLevel, to: finalLevel, years: left.years }),
    gap: finalLevel - left.finalLevel,
    reaches: finalLevel >= left.finalLevel * (1 - SAME_LEVEL),
  };
}
