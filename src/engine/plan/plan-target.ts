import type { AttainmentStatus } from "../target/attainment-status.ts";
import { averageGrowth, grownLevel, meanGrowth, requiredMeanGrowth } from "./average-growth.ts";
import type { PlanNote } from "./plan-note.ts";
import type { PlanReading, PlanTargetAsk } from "./plan-question.ts";

/** The years of a plan as far as they are known. */
export interface PlanProgress {
  readonly firstYear: number;
  readonly lastYear: number;
  readonly baseLevel: number;
  /** The last known year, the base year before any other is known, and its level. */
  readonly knownThrough: number;
  readonly level: number;
  /** Growths of the plan's known years, by year; some may be missing. */
  readonly growths: ReadonlyMap<number, number>;
  /** Growth of the last known year, which may be the base year, where it is known. */
  readonly latestGrowth?: number;
}

export const planYears = ({ firstYear, lastYear }: Pick<PlanProgress, "firstYear" | "lastYear">): number =>
  lastYear - firstYear + 1;

export const remainingYears = ({
  lastYear,
  knownThrough,
}: Pick<PlanProgress, "lastYear" | "knownThrough">): number => lastYear - knownThrough;

/** The growths of all known years of the plan; undefined while one of them is missing. */
export function knownGrowths({
  firstYear,
  knownThrough,
  growths,
}: PlanProgress): readonly number[] | undefined {
  const known = Array.from({ length: knownThrough - firstYear + 1 }, (_, index) =>
    growths.get(firstYear + index),
  );
  return known.every((growth) => growth !== undefined) ? known : undefined;
}

/** A year that is still to come, as the required growth makes it. */
export interface PathYear {
  readonly fiscalYear: number;
  readonly value: number;
}

/** The one constant growth from the base to the last year. */
export interface GeometricReading {
  readonly finalLevel: number;
  /** Growth that each remaining year needs; absent once the last year is known. */
  readonly requiredGrowth?: number;
  /** The remaining years' levels at that growth. */
  readonly path: readonly PathYear[];
  readonly attainmentProbability: number;
}

/** The mean of the years' growths. */
export interface ArithmeticReading {
  /** Mean that the remaining years need; absent once the last year is known. */
  readonly requiredGrowth?: number;
  /** The last year's level when every remaining year has that growth: no other way with this mean ends higher. */
  readonly finalLevel: number;
  readonly path: readonly PathYear[];
  readonly attainmentProbability: number;
}

/** One version of a target and what it asks of the years still to come. */
export interface PlanTargetAnswer {
  readonly name: string;
  /** When it came into force, as it was told. */
  readonly from?: string;
  readonly inForce: boolean;
  readonly origin: "averageGrowth" | "finalLevel";
  /** Average growth a year over the whole plan, told or implied by the level. */
  readonly averageGrowth: number;
  /** The reading that is used: the asked one, where the target has it. */
  readonly reading: PlanReading;
  /** By the reading that is used. */
  readonly finalLevel: number;
  readonly requiredGrowth?: number;
  readonly attainmentProbability: number;
  readonly status: AttainmentStatus;
  readonly geometric: GeometricReading;
  /** Absent for a target told as a level, and where a known year's growth is missing. */
  readonly arithmetic?: ArithmeticReading;
}

/** A target as average growth and level, whichever of them was told. */
export interface ResolvedPlanTarget {
  readonly ask: PlanTargetAsk;
  readonly origin: PlanTargetAnswer["origin"];
  readonly averageGrowth: number;
  readonly finalLevel: number;
}

/** Told and implied total growth agree within this part of the level: percentages of whole plans have four digits. */
const SAME_TOTAL = 0.002;

/** Average growth and final level on a base; where both were told and disagree, the level counts. */
export function resolvePlanTarget(
  ask: PlanTargetAsk,
  { baseLevel, firstYear, lastYear }: Pick<PlanProgress, "baseLevel" | "firstYear" | "lastYear">,
): { readonly target: ResolvedPlanTarget; readonly notes: readonly PlanNote[] } {
  const years = planYears({ firstYear, lastYear });
  const stated = ask.averageGrowth;
  const ratio = ask.finalRatio?.value;
  const level = ask.finalLevel?.value ?? (ratio === undefined ? undefined : baseLevel * ratio);
  if (level === undefined) {
    const growth = stated?.value ?? 0;
    const finalLevel = grownLevel({ level: baseLevel, growth, years });
    return { target: { ask, origin: "averageGrowth", averageGrowth: growth, finalLevel }, notes: [] };
  }
  const implied = averageGrowth({ from: baseLevel, to: level, years });
  const target: ResolvedPlanTarget = { ask, origin: "finalLevel", averageGrowth: implied, finalLevel: level };
  if (!stated || Math.abs(implied - stated.value) <= stated.unitOfLastDigit / 2) return { target, notes: [] };
  const { name } = ask;
  const total = level / baseLevel;
  const ofGrowth = grownLevel({ level: 1, growth: stated.value, years });
  const isPercentOf = Math.abs((total - 1) / ofGrowth - 1) <= SAME_TOTAL;
  return {
    target,
    notes: [
      {
        code: "growthAndLevelDiffer",
        values: { target: name, averageGrowth: stated.value, finalLevel: level, implied },
      },
      ...(isPercentOf
        ? [
            {
              code: "percentOfBase",
              values: { target: name, ratio: total - 1, averageGrowth: stated.value },
            } as const,
          ]
        : []),
    ],
  };
}

/** The levels of the remaining years at one constant growth. */
export function pathAt(progress: PlanProgress, growth: number): readonly PathYear[] {
  const { knownThrough, level } = progress;
  return Array.from({ length: remainingYears(progress) }, (_, index) => ({
    fiscalYear: knownThrough + index + 1,
    value: grownLevel({ level, growth, years: index + 1 }),
  }));
}

/**
 * The geometric reading: the remaining r years need (A / T_n)^(1 / r) - 1 each, so that paying it lands on A exactly.
 */
export function geometricReading(
  progress: PlanProgress,
  { finalLevel }: ResolvedPlanTarget,
): Omit<GeometricReading, "attainmentProbability"> {
  const years = remainingYears(progress);
  if (years === 0) return { finalLevel, path: [] };
  const requiredGrowth = averageGrowth({ from: progress.level, to: finalLevel, years });
  const path = pathAt(progress, requiredGrowth).slice(0, -1);
  return {
    finalLevel,
    requiredGrowth,
    path: [...path, { fiscalYear: progress.lastYear, value: finalLevel }],
  };
}

/**
 * The arithmetic reading: the remaining years' growths need the mean (N G - sum of the known ones) / r. It never asks
 * more than the geometric reading, as the mean of unequal growths exceeds their geometric average.
 * Undefined for a target that is a level, where a known growth is missing, and where the mean would need a year that
 * loses everything.
 */
export function arithmeticReading(
  progress: PlanProgress,
  { origin, averageGrowth: average }: ResolvedPlanTarget,
): Omit<ArithmeticReading, "attainmentProbability"> | undefined {
  const growths = knownGrowths(progress);
  if (origin === "finalLevel" || !growths) return undefined;
  if (remainingYears(progress) === 0) return { finalLevel: progress.level, path: [] };
  const requiredGrowth = requiredMeanGrowth({ average, years: planYears(progress), growths });
  if (requiredGrowth <= -1) return undefined;
  const path = pathAt(progress, requiredGrowth);
  return { requiredGrowth, finalLevel: path.at(-1)?.value ?? progress.level, path };
}

/** Levels and growths are the same when they differ by no more than the last bits of a double. */
const SAME = 1e-9;

/** Whether a finished plan reached its target, by each reading. */
export const isReached: Readonly<
  Record<PlanReading, (progress: PlanProgress, target: ResolvedPlanTarget) => boolean>
> = {
  geometric: ({ level }, { finalLevel }) => level >= finalLevel * (1 - SAME),
  arithmetic: (progress, target) =>
    (meanGrowth(knownGrowths(progress) ?? []) ?? 0) >= target.averageGrowth - SAME,
};
