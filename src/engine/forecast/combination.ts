import { METHODS } from "../methods/index.ts";
import type { Method } from "../methods/method.ts";
import { atMonth } from "./anchor-months.ts";
import { featuresOf } from "./features.ts";
import type { Completed } from "./known.ts";
import type { ClassCombinationPriors, CombinationPriors, FeatureName, MemberName } from "./priors.ts";

/** What one method says of the log remainder. */
export interface Estimate {
  readonly name: MemberName;
  readonly logRemainder: number;
}

/** One method's part in the combined log remainder. */
export interface MemberEstimate extends Estimate {
  readonly weight: number;
}

/** Facts of a case by name, 0 in the ordinary case: those that a model asks for are there. */
export type FeatureValues = Readonly<Partial<Record<FeatureName, number>>>;

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
  features: FeatureValues,
): number {
  let sum = 0;
  if (slopes !== undefined)
    for (const name in slopes)
      sum += (slopes[name as FeatureName] as number) * (features[name as FeatureName] as number);
  return sum;
}

/** What methods without monthly history say, as far as they apply. */
export function methodEstimates(known: Completed, methods: readonly Method[]): Estimate[] {
  const estimates: Estimate[] = [];
  for (const method of methods) {
    const logRemainder = method.logRemainder(known);
    if (logRemainder !== undefined && Number.isFinite(logRemainder))
      estimates.push({ name: method.name, logRemainder });
  }
  return estimates;
}

/** {@link combineEstimates} of the methods without monthly history. */
export function combine(
  known: Completed,
  priors: CombinationPriors,
  ofClass: ClassCombinationPriors,
  anchors: readonly number[],
): Combination | undefined {
  const scored = METHODS.filter(({ name }) => ofClass.scores[name] !== undefined);
  const estimates = methodEstimates(known, scored);
  if (estimates.length === 0) return undefined;
  const features = featuresOf(
    known,
    estimates.map((estimate) => estimate.logRemainder),
  );
  return combineEstimates({ estimates, features, month: known.elapsed }, priors, ofClass, anchors);
}

/**
 * Learned combination of the methods that apply, one or more: a weighted mean of their log remainders, weights being
 * the softmax of learned scores, plus a trend. Methods that the class has no score for are left out.
 */
export function combineEstimates(
  told: { readonly estimates: readonly Estimate[]; readonly features: FeatureValues; readonly month: number },
  priors: CombinationPriors,
  ofClass: ClassCombinationPriors,
  anchors: readonly number[],
): Combination {
  const { features, month } = told;
  const scored = told.estimates.flatMap((estimate) => {
    const values = ofClass.scores[estimate.name];
    return values === undefined ? [] : [{ ...estimate, values }];
  });
  let total = 0;
  const raw = scored.map(({ name, values }) => {
    const score = atMonth({ anchors, values, month }) + linear(priors.gates[name], features);
    const weight = Math.exp(score);
    total += weight;
    return weight;
  });
  let trend = atMonth({ anchors, values: ofClass.trend, month });
  for (const name in priors.shifts)
    trend +=
      (features[name as FeatureName] as number) *
      atMonth({ anchors, values: priors.shifts[name as FeatureName] as readonly number[], month });
  let logRemainder = trend;
  const members = scored.map(({ name, logRemainder: own }, i): MemberEstimate => {
    const weight = (raw[i] as number) / total;
    logRemainder += weight * own;
    return { name, logRemainder: own, weight };
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

/**
 * Two combinations as one, `part` of the second: means of their locations, log scales and degrees of freedom, which
 * keeps the shape where a mixture of the two distributions would be wider than either.
 */
export function averageCombinations(one: Combination, other: Combination, part: number): Combination {
  const mean = (a: number, b: number): number => (1 - part) * a + part * b;
  const members = new Map<MemberName, MemberEstimate>();
  for (const [combination, share] of [
    [one, 1 - part],
    [other, part],
  ] as const)
    for (const member of combination.members) {
      const weight = share * member.weight + (members.get(member.name)?.weight ?? 0);
      members.set(member.name, { ...member, weight });
    }
  return {
    logRemainder: mean(one.logRemainder, other.logRemainder),
    scale: Math.exp(mean(Math.log(one.scale), Math.log(other.scale))),
    degreesOfFreedom: mean(one.degreesOfFreedom, other.degreesOfFreedom),
    trend: mean(one.trend, other.trend),
    members: [...members.values()],
  };
}

/** The combination as wide as the year is, where what is booked is itself uncertain by a standard deviation. */
export function withUncertainBooked<C extends Combination>(combination: C, deviation: number | undefined): C {
  if (deviation === undefined) return combination;
  return {
    ...combination,
    scale: Math.hypot(combination.scale, deviation / Math.exp(combination.logRemainder)),
  };
}
