import type { Reading } from "../figure/figure.ts";
import { type Interval, intervalProduct, intervalQuotient } from "../figure/interval.ts";
import { derivedNumber, type KnownNumber, reportedNumber } from "./known-number.ts";
import type { NamedPlace, PlaceFigures } from "./ranking-question.ts";

/** One place with everything that follows from its figures. */
export interface KnownPlace extends NamedPlace {
  readonly value?: KnownNumber;
  readonly prior?: KnownNumber;
  readonly growth?: KnownNumber;
  readonly weight?: KnownNumber;
  /** Its share of the region's level as it was reported. */
  readonly share?: KnownNumber;
  /** The names of the units whose figures it was made of. */
  readonly restatedFrom?: readonly string[];
}

/**
 * What is known of a place under one reading of its digits: of level, last year's level and growth any two give the
 * third, and a share of the region's level gives the level.
 * @param regionValue the region's level, where places add up to it and it was told
 */
export function knownPlace(
  place: PlaceFigures,
  regionValue: KnownNumber | undefined,
  reading: Reading,
): KnownPlace {
  const reported = {
    value: reportedNumber(place.value, reading),
    prior: reportedNumber(place.prior, reading),
    growth: reportedNumber(place.growth, reading),
    share: reportedNumber(place.share, reading),
    weight: reportedNumber(place.weight, reading),
  };
  const value = reported.value ?? grown(reported) ?? part(reported.share, regionValue);
  const prior = reported.prior ?? shrunk(value, reported.growth);
  const growth = reported.growth ?? growthOn(value, reported.prior);
  const { share, weight } = reported;
  return {
    name: place.name,
    key: place.key,
    ...(value && { value }),
    ...(prior && { prior }),
    ...(growth && { growth }),
    ...(weight && { weight }),
    ...(share && { share }),
  };
}

/** How a level follows from a share of the region's. */
export const FROM_SHARE = "share * regionValue";

/** Whether anything is known by which the place can be compared. */
export const isCompared = ({ value, growth, share }: KnownPlace): boolean =>
  value !== undefined || growth !== undefined || share !== undefined;

/** One plus a growth, which is above zero however a growth near -100% was rounded. */
export const growthFactor = ({ lower, upper }: Interval): Interval => ({
  lower: Math.max(0, 1 + lower),
  upper: 1 + upper,
});

type Parts = Pick<KnownPlace, "prior" | "growth">;

function grown({
  prior,
  growth,
}: { [Part in keyof Parts]: Parts[Part] | undefined }): KnownNumber | undefined {
  if (!prior || !growth) return undefined;
  const interval = intervalProduct(prior, growthFactor(growth));
  return derivedNumber(prior.value * (1 + growth.value), interval, "prior * (1 + growth)");
}

function part(share: KnownNumber | undefined, regionValue: KnownNumber | undefined): KnownNumber | undefined {
  if (!share || !regionValue) return undefined;
  return derivedNumber(share.value * regionValue.value, intervalProduct(share, regionValue), FROM_SHARE);
}

function shrunk(value: KnownNumber | undefined, growth: KnownNumber | undefined): KnownNumber | undefined {
  if (!value || !growth) return undefined;
  const interval = intervalQuotient(value, growthFactor(growth));
  return derivedNumber(value.value / (1 + growth.value), interval, "value / (1 + growth)");
}

/** Growth is undefined where last year may have been nothing. */
function growthOn(value: KnownNumber | undefined, prior: KnownNumber | undefined): KnownNumber | undefined {
  if (!value || !prior || !(prior.lower > 0)) return undefined;
  const { lower, upper } = intervalQuotient(value, prior);
  return derivedNumber(
    value.value / prior.value - 1,
    { lower: lower - 1, upper: upper - 1 },
    "value / prior - 1",
  );
}
