import { METHODS } from "../methods/index.ts";
import type { MethodName } from "../methods/method.ts";
import { atMonth } from "./anchor-months.ts";
import { type Features, featuresOf } from "./features.ts";
import type { Completed } from "./known.ts";
import type { ClassCombinationPriors, CombinationPriors, FeatureName } from "./priors.ts";

/** One method's part in the combined log remainder. */
export interface MemberEstimate {
  readonly name: MethodName;
  readonly logRemainder: number;
  readonly weight: number;
}

/** Combined log remainder: location, scale and degrees of freedom of Student's t, and what it was made of. */
export interface Combination {
  readonly logRemainder: number;
  readonly scale: number;
  readonly degreesOfFreedom: number;
  /** What was added to the weighted mean of the methods. */
  readonly trend: number;
  readonly members: readonly MemberEstimate[];
}

/** Change from features: the sum of learned slopes times the features of the case. */
function linear(
  slopes: Readonly<Partial<Record<FeatureName, number>>> | undefined,
  features: Features,
): number {
  let sum = 0;
  if (slopes !== undefined)
    for (const name in slopes) sum += (slopes[name as FeatureName] as number) * features[name as FeatureName];
  return sum;
}

/**
 * Learned combination of the methods that apply: a weighted mean of their log remainders, weights being the softmax
 * of learned scores, plus a trend. Undefined when no scored method applies.
 */
export function combine(
  known: Completed,
  priors: CombinationPriors,
  ofClass: ClassCombinationPriors,
  anchors: readonly number[],
): Combination | undefined {
  const month = known.elapsed;
  const scored: { name: MethodName; logRemainder: number; anchored: readonly number[] }[] = [];
  for (const method of METHODS) {
    const anchored = ofClass.scores[method.name];
    if (anchored === undefined) continue;
    const logRemainder = method.logRemainder(known);
    if (logRemainder !== undefined && Number.isFinite(logRemainder))
      scored.push({ name: method.name, logRemainder, anchored });
  }
  if (scored.length === 0) return undefined;
  const features = featuresOf(
    known,
    scored.map((member) => member.logRemainder),
  );
  let total = 0;
  const raw = scored.map((member) => {
    const score =
      atMonth({ anchors, values: member.anchored, month }) + linear(priors.gates[member.name], features);
    const weight = Math.exp(score);
    total += weight;
    return weight;
  });
  let trend = atMonth({ anchors, values: ofClass.trend, month });
  for (const name in priors.shifts)
    trend +=
      features[name as FeatureName] *
      atMonth({ anchors, values: priors.shifts[name as FeatureName] as readonly number[], month });
  let logRemainder = trend;
  const members = scored.map((member, i): MemberEstimate => {
    const weight = (raw[i] as number) / total;
    logRemainder += weight * member.logRemainder;
    return { name: member.name, logRemainder: member.logRemainder, weight };
  });
  const logScale =
    atMonth({ anchors, values: ofClass.logScale, month }) + linear(priors.scaleFeatures, features);
  return {
    logRemainder,
    scale: Math.exp(logScale) * ofClass.calibration,
    degreesOfFreedom: ofClass.degreesOfFreedom,
    trend,
    members,
  };
}
