import type { Distribution } from "../forecast/distribution.ts";
import { attainmentStatus } from "../target/attainment-status.ts";
import type { PlanReading } from "./plan-question.ts";
import {
  type ArithmeticReading,
  arithmeticReading,
  geometricReading,
  isReached,
  type PlanProgress,
  type PlanTargetAnswer,
  type ResolvedPlanTarget,
  remainingYears,
} from "./plan-target.ts";

/**
 * One version of a target in both readings, with the probability of the level that each asks of the last year.
 *
 * @param distribution of the plan's last year; absent once that is known, when probabilities are exactly 1 or 0
 */
export function planTargetAnswer(
  progress: PlanProgress,
  target: ResolvedPlanTarget,
  {
    reading: asked,
    inForce,
    distribution,
  }: {
    readonly reading: PlanReading;
    readonly inForce: boolean;
    readonly distribution: Distribution | undefined;
  },
): PlanTargetAnswer {
  const { ask, origin, averageGrowth } = target;
  const probabilityOf = (reading: PlanReading, level: number): number =>
    distribution ? distribution.survival(level) : Number(isReached[reading](progress, target));
  const told = geometricReading(progress, target);
  const geometric = { ...told, attainmentProbability: probabilityOf("geometric", told.finalLevel) };
  const mean = arithmeticReading(progress, target);
  const arithmetic: ArithmeticReading | undefined = mean && {
    ...mean,
    attainmentProbability: probabilityOf("arithmetic", mean.finalLevel),
  };
  const reading = asked === "arithmetic" && arithmetic ? asked : "geometric";
  const used = reading === "arithmetic" && arithmetic ? arithmetic : geometric;
  const probability = used.attainmentProbability;
  // A last year that is running is attained as soon as what it has booked cannot be lost again.
  const isDecided = remainingYears(progress) === 0 || probability === 1;
  return {
    name: ask.name,
    ...(ask.from !== undefined && { from: ask.from }),
    inForce,
    origin,
    averageGrowth,
    reading,
    finalLevel: used.finalLevel,
    ...(used.requiredGrowth !== undefined && { requiredGrowth: used.requiredGrowth }),
    attainmentProbability: probability,
    status: attainmentStatus({
      probability,
      decided: isDecided ? (probability === 1 ? "attained" : "missed") : undefined,
    }),
    geometric,
    ...(arithmetic && { arithmetic }),
  };
}
