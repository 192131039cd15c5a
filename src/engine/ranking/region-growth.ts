import type { Measured } from "../figure/measured.ts";
import { weightedMean } from "../figure/weighted-mean.ts";
import type { Coverage } from "./coverage.ts";
import { type GrowthWeights, growthWeights, type WeightedBy } from "./growth-weights.ts";
import { derivedNumber, type KnownNumber } from "./known-number.ts";
import type { KnownPlace } from "./known-place.ts";
import type { PlaceAggregation } from "./ranking-question.ts";

/** Which growth places are compared with; a simple average is not the region's growth, and only stands in for it. */
export type ComparedWith = "stated" | "weighted" | "weightedOfGiven" | "simpleAverage";

export interface RegionGrowth {
  readonly stated?: KnownNumber;
  /** The growths of the places given, weighted. */
  readonly weighted?: KnownNumber & { readonly by: WeightedBy };
  readonly simpleAverage?: KnownNumber;
  readonly comparedWith?: Measured & { readonly kind: ComparedWith };
}

/** A place whose growth is known. */
export type GrownPlace = KnownPlace & { readonly growth: KnownNumber };

export const hasGrowth = (place: KnownPlace): place is GrownPlace => place.growth !== undefined;

/** With one place there is nothing to average. */
const FEWEST_AVERAGED = 2;

/**
 * The region's growth as it was stated, as the growths of its places weighted with last year's levels give it, and as
 * their simple average; and which of them the places are compared with, the first known in this order.
 */
export function regionGrowth(
  places: readonly KnownPlace[],
  stated: KnownNumber | undefined,
  { aggregation, coverage }: { readonly aggregation: PlaceAggregation; readonly coverage: Coverage },
): RegionGrowth {
  const grown = places.filter(hasGrowth);
  if (grown.length < FEWEST_AVERAGED)
    return stated ? { stated, comparedWith: { kind: "stated", ...measured(stated) } } : {};
  const growths = grown.map(({ growth }) => growth);
  const weights = growthWeights(grown, aggregation);
  const weighted = weights && weightedGrowth(growths, weights);
  const even = growths.map(() => ({ value: 1, lower: 1, upper: 1 }));
  const simple = weightedMean(growths, even);
  const simpleAverage = derivedNumber(simple.value, simple, "mean of growth");
  const isAll = coverage.isComplete === true && grown.length === coverage.given;
  const candidates: readonly (readonly [ComparedWith, KnownNumber | undefined])[] = [
    ["stated", stated],
    [isAll ? "weighted" : "weightedOfGiven", weighted],
    // The average of a few places stands in for nothing where others are known to be missing.
    ["simpleAverage", coverage.isComplete === false ? undefined : simpleAverage],
  ];
  const [kind, growth] = candidates.find(([, known]) => known !== undefined) ?? [];
  return {
    ...(stated && { stated }),
    ...(weighted && { weighted }),
    simpleAverage,
    ...(kind && growth && { comparedWith: { kind, ...measured(growth) } }),
  };
}

function weightedGrowth(
  growths: readonly KnownNumber[],
  { by, weights }: GrowthWeights,
): KnownNumber & { readonly by: WeightedBy } {
  const mean = weightedMean(growths, weights);
  const formula = by === "share" ? "share / (1 + growth)" : by;
  return { ...derivedNumber(mean.value, mean, `sum(${formula} * growth) / sum(${formula})`), by };
}

const measured = ({ value, lower, upper }: Measured): Measured => ({ value, lower, upper });
