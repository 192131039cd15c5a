import { type Interval, intervalQuotient } from "../figure/interval.ts";
import type { Measured } from "../figure/measured.ts";
import { growthFactor, type KnownPlace } from "./known-place.ts";
import type { PlaceAggregation } from "./ranking-question.ts";

/** What the growths of places are weighted with: last year's levels, weights that were told, or last year's shares. */
export type WeightedBy = "prior" | "weight" | "share";

export interface GrowthWeights {
  readonly by: WeightedBy;
  readonly weights: readonly Measured[];
}

/**
 * Weights with which growths of places make the growth of their region: last year's levels where levels add up, and
 * otherwise only weights that were told (value added, for an index). Undefined where one place has none.
 */
export function growthWeights(
  places: readonly KnownPlace[],
  aggregation: PlaceAggregation,
): GrowthWeights | undefined {
  const isSum = aggregation === "sum";
  const candidates: readonly (readonly [WeightedBy, readonly (Measured | undefined)[]])[] = [
    ["prior", isSum ? places.map(({ prior }) => prior) : []],
    ["weight", places.map(({ weight }) => weight)],
    ["share", isSum ? places.map(shareOfLastYear) : []],
  ];
  for (const [by, given] of candidates) {
    const weights = given.filter((weight) => weight !== undefined);
    const total = weights.reduce((sum, { value }) => sum + value, 0);
    if (weights.length === places.length && total > 0) return { by, weights };
  }
  return undefined;
}

/** A share of this year's level as one of last year's, up to a factor that all places have in common. */
function shareOfLastYear({ share, growth }: KnownPlace): Measured | undefined {
  if (!share || !growth) return undefined;
  const interval: Interval = intervalQuotient(share, growthFactor(growth));
  return { value: share.value / (1 + growth.value), ...interval };
}
