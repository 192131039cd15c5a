import type { Measured } from "../figure/measured.ts";
import { sumOf } from "../figure/measured.ts";
import { weightedMean } from "../figure/weighted-mean.ts";
import { growthWeights } from "./growth-weights.ts";
import { derivedNumber, type KnownNumber } from "./known-number.ts";
import type { KnownPlace } from "./known-place.ts";
import type { NamedPlace, PlaceAggregation } from "./ranking-question.ts";
import { hasGrowth } from "./region-growth.ts";

/**
 * Places with the figures of earlier units made into those of the units that they became: levels, last year's levels,
 * weights and shares are summed, growths weighted with last year's levels, and averages with the weights told. What one
 * part lacks is not known of the whole. An enterprise counted in two of them is counted twice, so that a sum may differ
 * from what the new unit reports.
 * @param targets the unit that each place goes to; undefined for one that stays
 */
export function restatedPlaces(
  places: readonly KnownPlace[],
  targets: readonly (NamedPlace | undefined)[],
  aggregation: PlaceAggregation,
): readonly KnownPlace[] {
  const parts = new Map<string, { readonly to: NamedPlace; readonly places: KnownPlace[] }>();
  const restated: KnownPlace[] = [];
  for (const [index, place] of places.entries()) {
    const to = targets[index];
    if (!to) restated.push(place);
    else parts.set(to.key, { to, places: [...(parts.get(to.key)?.places ?? []), place] });
  }
  for (const { to, places: members } of parts.values()) {
    const [only] = members;
    restated.push(members.length === 1 && only ? { ...only, ...to } : together(members, to, aggregation));
  }
  return restated;
}

function together(
  parts: readonly KnownPlace[],
  { name, key }: NamedPlace,
  aggregation: PlaceAggregation,
): KnownPlace {
  const weight = added(parts, "weight");
  const level = (of: "value" | "prior"): KnownNumber | undefined =>
    aggregation === "sum" ? added(parts, of) : averaged(parts, of);
  const value = level("value");
  const prior = level("prior");
  const share = added(parts, "share");
  const growth = grownTogether(parts, aggregation);
  return {
    name,
    key,
    ...(value && { value }),
    ...(prior && { prior }),
    ...(growth && { growth }),
    ...(weight && { weight }),
    ...(share && { share }),
    restatedFrom: parts.map((part) => part.name),
  };
}

const restated = (number: Measured, from: string): KnownNumber => ({
  ...derivedNumber(number.value, number, from),
  origin: "restated",
});

function all(
  parts: readonly KnownPlace[],
  of: "value" | "prior" | "weight" | "share",
): readonly KnownNumber[] | undefined {
  const known = parts.flatMap((part) => part[of] ?? []);
  return known.length === parts.length ? known : undefined;
}

function added(
  parts: readonly KnownPlace[],
  of: "value" | "prior" | "weight" | "share",
): KnownNumber | undefined {
  const known = all(parts, of);
  return known && restated(sumOf(known), `sum of ${of}`);
}

function averaged(parts: readonly KnownPlace[], of: "value" | "prior"): KnownNumber | undefined {
  const [known, weights] = [all(parts, of), all(parts, "weight")];
  if (!known || !weights?.some(({ value }) => value > 0)) return undefined;
  return restated(weightedMean(known, weights), `mean of ${of} by weight`);
}

function grownTogether(parts: readonly KnownPlace[], aggregation: PlaceAggregation): KnownNumber | undefined {
  const grown = parts.filter(hasGrowth);
  const weighted = grown.length === parts.length ? growthWeights(grown, aggregation) : undefined;
  if (!weighted) return undefined;
  const mean = weightedMean(
    grown.map(({ growth }) => growth),
    weighted.weights,
  );
  return restated(mean, `mean of growth by ${weighted.by}`);
}
