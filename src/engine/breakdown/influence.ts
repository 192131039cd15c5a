import type { Distribution } from "../forecast/distribution.ts";
import { studentTSurvival } from "../forecast/student-t.ts";
import { distributionOf, sumOfParts } from "./correlated-sum.ts";
import { covariancesWithSum } from "./equicorrelation.ts";
import { deviationOf, NORMAL_SCORE_90, type PartForecast } from "./part-forecast.ts";

/** What one part does to the probability that the total reaches a target. */
export interface Influence {
  /** P(total >= target) if the part ends at its own 10% quantile and the others follow. */
  readonly atLower: number;
  /** The same at its own 90% quantile. */
  readonly atUpper: number;
  /** atUpper - atLower. */
  readonly swing: number;
  /** Covariance of the part with the total over the total's variance; the shares add up to 1, or are all 0. */
  readonly varianceShare: number;
}

export interface Influences {
  /** P(total >= target), the total being the correlated sum of the parts. */
  readonly probability: number;
  /** In the order of the parts. */
  readonly parts: readonly Influence[];
  /** Position of the part with the largest swing; absent where no part moves the probability. */
  readonly strongest?: number;
}

/** Student's t with this many degrees of freedom is the normal distribution to seven digits. */
const NORMAL_DF = 1e7;
const normalLevel = (score: number): number => studentTSurvival(-score, NORMAL_DF);

/** The levels of a part's 10%, 50% and 90% quantiles once another part is known to end at a normal score. */
function conditionalLevels(score: number, correlation: number): readonly [number, number, number] {
  const shift = correlation * score;
  const reach = NORMAL_SCORE_90 * Math.sqrt(1 - correlation * correlation);
  return [normalLevel(shift - reach), normalLevel(shift), normalLevel(shift + reach)];
}

/**
 * Which part moves the probability that the total reaches a target most. The parts' normal scores have one correlation
 * (0 <= correlation < 1): where one ends at score z, those of the others move by correlation z, keep
 * 1 - correlation^2 of their variance, and are correlated by correlation / (1 + correlation) among themselves.
 */
export function influencesOn(
  target: number,
  parts: readonly PartForecast[],
  correlation: number,
): Influences {
  const distributions = parts.map(distributionOf);
  /** P(total >= target) as a function of the part whose normal score is known to be `score`. */
  const chanceAt = (score: number): ((given: number, value: number) => number) => {
    const levels = conditionalLevels(score, correlation);
    const following = parts.map((part, i): PartForecast => {
      const { quantile } = distributions[i] as Distribution;
      const [lower, median, upper] = levels.map((level) => quantile(level)) as [number, number, number];
      return { ...part, lower, median, upper };
    });
    return (given, value) => {
      const others = following.filter((_, i) => i !== given);
      const sum = sumOfParts(others, correlation / (1 + correlation));
      return distributionOf(sum).survival(target - value);
    };
  };
  const chanceAtLower = chanceAt(-NORMAL_SCORE_90);
  const chanceAtUpper = chanceAt(NORMAL_SCORE_90);
  const covariances = covariancesWithSum(parts.map(deviationOf), correlation);
  const variance = covariances.reduce((sum, covariance) => sum + covariance, 0);
  const influences = parts.map(({ lower, upper }, i): Influence => {
    const atLower = chanceAtLower(i, lower);
    // A better end of one part makes no other worse; the sums' shapes are fitted, and may say so in the far tails.
    const atUpper = Math.max(atLower, chanceAtUpper(i, upper));
    return {
      atLower,
      atUpper,
      swing: atUpper - atLower,
      varianceShare: variance > 0 ? (covariances[i] as number) / variance : 0,
    };
  });
  const swings = influences.map(({ swing }) => swing);
  const largest = Math.max(0, ...swings);
  return {
    probability: distributionOf(sumOfParts(parts, correlation)).survival(target),
    parts: influences,
    ...(largest > 0 && { strongest: swings.indexOf(largest) }),
  };
}
