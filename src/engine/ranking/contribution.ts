import { intervalProduct, intervalQuotient } from "../figure/interval.ts";
import type { Measured } from "../figure/measured.ts";
import type { Coverage } from "./coverage.ts";
import { growthWeights } from "./growth-weights.ts";
import type { KnownNumber } from "./known-number.ts";
import { growthFactor, type KnownPlace } from "./known-place.ts";
import { shareOfTotal, sharesOfSum } from "./part-of-total.ts";
import type { PlaceAggregation } from "./ranking-question.ts";
import { hasGrowth } from "./region-growth.ts";

/** Whether shares and contributions are of the region, or of those of its places that were given. */
export type PartOf = "region" | "givenPlaces";

export interface Contributions {
  readonly to: PartOf;
  /** By the key of the place; fractions, so that 0.012 is 1.2 points of growth. */
  readonly of: ReadonlyMap<string, Measured>;
}

/**
 * What each place adds to the growth of its region: its weight in the region last year times its growth. Contributions
 * of all places sum to the weighted growth. Undefined where the weights are not known.
 */
export function contributionsOf(
  places: readonly KnownPlace[],
  region: { readonly value?: KnownNumber | undefined; readonly growth?: KnownNumber | undefined },
  { aggregation, coverage }: { readonly aggregation: PlaceAggregation; readonly coverage: Coverage },
): Contributions | undefined {
  const grown = places.filter(hasGrowth);
  const weighted = growthWeights(grown, aggregation);
  if (!weighted) return undefined;
  const isAll = coverage.isComplete === true && grown.length === coverage.given;
  const lastYear = !isAll && weighted.by === "prior" ? regionLastYear(region) : undefined;
  // All of its own growth comes from a place that stands alone.
  if (!lastYear && grown.length < 2) return undefined;
  const parts = lastYear
    ? weighted.weights.map((weight) => shareOfTotal(weight, lastYear))
    : sharesOfSum(weighted.weights);
  const of = new Map<string, Measured>();
  for (const [index, { key, growth }] of grown.entries()) {
    const part = parts[index] as Measured;
    of.set(key, { value: part.value * growth.value, ...intervalProduct(part, growth) });
  }
  return { to: isAll || lastYear ? "region" : "givenPlaces", of };
}

function regionLastYear({
  value,
  growth,
}: {
  readonly value?: KnownNumber | undefined;
  readonly growth?: KnownNumber | undefined;
}): Measured | undefined {
  if (!value || !growth || !(value.value > 0)) return undefined;
  return { value: value.value / (1 + growth.value), ...intervalQuotient(value, growthFactor(growth)) };
}
