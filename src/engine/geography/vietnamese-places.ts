import { foldPlace, type Units } from "./administrative-unit.ts";
import { resolvePlace } from "./resolve-place.ts";

const COUNTRY = /\b(?:viet ?nam|mekong)\b/;

/**
 * A test of whether a place is in Viet Nam: the country itself, or a text that holds the name of one of its
 * provinces, of today or before, in either language.
 */
export function vietnamesePlaces(units: Units): (geography: string) => boolean {
  return (geography) =>
    COUNTRY.test(foldPlace(geography)) || resolvePlace(units, { name: geography }).kind !== "unknown";
}
