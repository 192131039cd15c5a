import type { Measured } from "../figure/measured.ts";
import type { Contributions } from "./contribution.ts";
import { type Beats, beats } from "./faster-than-region.ts";
import type { KnownNumber } from "./known-number.ts";
import { FROM_SHARE, type KnownPlace } from "./known-place.ts";
import { compareText, type Placing, type Placings } from "./placing.ts";
import type { RankingState } from "./ranking-state.ts";

/** One place of the ranking. Ratios, growths and contributions are fractions, gaps of growth differences of fractions. */
export interface RankedPlace {
  readonly name: string;
  readonly value?: KnownNumber;
  readonly prior?: KnownNumber;
  readonly growth?: KnownNumber;
  readonly restatedFrom?: readonly string[];
  readonly levelRank?: Placing;
  readonly growthRank?: Placing;
  readonly share?: KnownNumber;
  readonly contribution?: Measured;
  readonly isFaster?: Beats;
}

/**
 * The places in the order of their levels, those without one after them in the order of their growths, and those that
 * share a rank by name, so that the order in which they were told changes nothing.
 */
export function rankedPlaces(
  { places, level, growth: { comparedWith } }: RankingState,
  ranks: { readonly level: Placings; readonly growth: Placings },
  contributions: Contributions | undefined,
): readonly RankedPlace[] {
  const order = (a: KnownPlace, b: KnownPlace): number =>
    compareRanks(ranks.level.of.get(a.key), ranks.level.of.get(b.key)) ||
    compareRanks(ranks.growth.of.get(a.key), ranks.growth.of.get(b.key)) ||
    compareText(a.key, b.key);
  return places.toSorted(order).map((place): RankedPlace => {
    const { key, name, value, prior, growth, restatedFrom } = place;
    const levelRank = ranks.level.of.get(key);
    const growthRank = ranks.growth.of.get(key);
    // A level that follows from the share would only give it back, and less exactly.
    const share = (value?.from === FROM_SHARE ? undefined : level?.shares.get(key)) ?? place.share;
    const contribution = contributions?.of.get(key);
    return {
      name,
      ...(value && { value }),
      ...(prior && { prior }),
      ...(growth && { growth }),
      ...(restatedFrom && { restatedFrom }),
      ...(levelRank && { levelRank }),
      ...(growthRank && { growthRank }),
      ...(share && { share }),
      ...(contribution && { contribution }),
      ...(growth && comparedWith && { isFaster: beats(growth, comparedWith) }),
    };
  });
}

/** Places without a rank come after all that have one. */
function compareRanks(a: Placing | undefined, b: Placing | undefined): number {
  if (!a || !b) return Number(!a) - Number(!b);
  return a.rank - b.rank;
}
