import type { Measured } from "../figure/measured.ts";
import { sumOf } from "../figure/measured.ts";
import type { PartOf } from "./contribution.ts";
import type { Coverage } from "./coverage.ts";
import { derivedNumber, type KnownNumber } from "./known-number.ts";
import type { KnownPlace } from "./known-place.ts";
import { shareOfTotal, sharesOfSum } from "./part-of-total.ts";

/** The region's level, what its places have of it, and what is left for places that were not given. */
export interface RegionLevel {
  /** As stated, or as the sum of all its places. */
  readonly value?: KnownNumber;
  /** The sum of the levels given, where each place given has one. */
  readonly sumOfPlaces?: KnownNumber;
  readonly rest?: KnownNumber;
  readonly sharesOf?: PartOf;
  /** By the key of the place. */
  readonly shares: ReadonlyMap<string, KnownNumber>;
}

/**
 * The levels of places as parts of their region. With every place given the parts are of their own sum; otherwise of the
 * region's level as it was stated; and where that is not known either, of the places given.
 */
export function regionLevel(
  places: readonly KnownPlace[],
  stated: KnownNumber | undefined,
  coverage: Coverage,
): RegionLevel {
  const told = places.flatMap(({ key, value }) => (value ? [{ key, value }] : []));
  const values = told.map(({ value }) => value);
  const sum = sumOf(values);
  const hasAll = told.length > 0 && told.length === coverage.given;
  const sumOfPlaces = hasAll ? derivedNumber(sum.value, sum, "sum of places") : undefined;
  const isAll = hasAll && coverage.isComplete === true;
  const keyed = (shares: readonly Measured[], total: string) =>
    new Map(
      told.map(({ key }, index) => {
        const share = shares[index] as Measured;
        return [key, derivedNumber(share.value, share, `value / ${total}`)];
      }),
    );
  const value = stated ?? (isAll ? sumOfPlaces : undefined);
  const level = { ...(value && { value }), ...(sumOfPlaces && { sumOfPlaces }) };
  if (sumOfPlaces && sum.value > 0 && (isAll || !stated))
    return {
      ...level,
      sharesOf: isAll ? "region" : "givenPlaces",
      shares: keyed(sharesOfSum(values), "sum of places"),
    };
  if (!stated || !(stated.value > 0) || told.length === 0) return { ...level, shares: new Map() };
  const rest = coverage.isComplete === false && sumOfPlaces ? restOf(stated, sumOfPlaces) : undefined;
  return {
    ...level,
    ...(rest && { rest }),
    sharesOf: "region",
    shares: keyed(
      values.map((part) => shareOfTotal(part, stated)),
      "regionValue",
    ),
  };
}

/** What the places that were not given have together; undefined where those given have more than all. */
function restOf(stated: KnownNumber, given: KnownNumber): KnownNumber | undefined {
  const upper = stated.upper - given.lower;
  if (!(upper >= 0)) return undefined;
  const lower = Math.max(0, stated.lower - given.upper);
  const value = Math.min(Math.max(stated.value - given.value, lower), upper);
  return derivedNumber(value, { lower, upper }, "regionValue - sum of places");
}
