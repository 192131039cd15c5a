import {
  type AdministrativeUnit,
  isMerged,
  predecessorsOf,
  type Units,
} from "../geography/administrative-unit.ts";
import { nearestPlaces } from "../geography/nearest-places.ts";
import { type PlaceReading, resolvePlace } from "../geography/resolve-place.ts";
import { foldText } from "../indicator-class.ts";
import type { NamedPlace } from "./ranking-question.ts";

/**
 * Whose borders the figures are of: those of the period, those before or after the reorganisation of 1 July 2025, or of
 * the earlier units, to be added up to the units of today.
 */
export const BOUNDARIES = ["period", "before", "after", "restate"] as const;
export type Boundaries = (typeof BOUNDARIES)[number];

/** Resolution 202/2025/QH15, article 1: 63 provinces and cities became 34. */
const LAST_DAY_BEFORE = "2025-06-30";
export const FIRST_DAY_AFTER = "2025-07-01";

/** What a name gives reason to say. */
export type PlaceNameNote =
  | {
      readonly code: "placeEnded";
      readonly place: string;
      readonly successor: string;
      readonly lastDay: string;
    }
  | { readonly code: "placeNotYet"; readonly place: string; readonly firstDay: string }
  | { readonly code: "didYouMean"; readonly place: string; readonly suggested: string }
  | { readonly code: "baseOfOtherArea"; readonly places: readonly string[]; readonly changedOn: string };

/** A name with what it means. */
export interface PlaceIdentity extends NamedPlace {
  /** The province or city that it is, where it is one. */
  readonly unit?: AdministrativeUnit;
  readonly note?: PlaceNameNote;
}

/** Fewer Vietnamese places than this share of a list tell nothing about a name that is none. */
const MOSTLY = 0.5;

/**
 * What the names of a list mean: provinces and cities as of the period, anything else as it is written. A list without a
 * period that names a unit which is no more is of the units before.
 * @param day the last day of the period, ISO
 */
export function identifyPlaces(
  units: Units,
  names: readonly string[],
  { boundaries, day }: { readonly boundaries: Boundaries; readonly day: string | undefined },
): readonly PlaceIdentity[] {
  const date = dateOf(units, names, { boundaries, day });
  const readings = names.map((name) => resolvePlace(units, { name, ...(date !== undefined && { date }) }));
  const known = readings.filter((reading) => unitOf(reading) !== undefined).length;
  const isVietnamese = known > 0 && known >= MOSTLY * names.length;
  return names.map((name, index) => {
    const reading = readings[index] as PlaceReading;
    const unit = unitOf(reading);
    if (unit) {
      const note = noteOn(units, name, reading);
      return { name, key: unit.id, unit, ...(note && { note }) };
    }
    const [suggested] = isVietnamese && reading.kind === "unknown" ? nearestPlaces(units, name) : [];
    return {
      name,
      key: foldText(name),
      ...(suggested !== undefined && { note: { code: "didYouMean", place: name, suggested } }),
    };
  });
}

function dateOf(
  units: Units,
  names: readonly string[],
  { boundaries, day }: { readonly boundaries: Boundaries; readonly day: string | undefined },
): string | undefined {
  if (boundaries === "before" || boundaries === "restate") return LAST_DAY_BEFORE;
  if (boundaries === "after") return day === undefined || day < FIRST_DAY_AFTER ? FIRST_DAY_AFTER : day;
  if (day !== undefined) return day;
  const namesEnded = names.some((name) => isEnded(units, unitOf(resolvePlace(units, { name }))));
  return namesEnded ? LAST_DAY_BEFORE : undefined;
}

/** The unit that a text is the name of; a town in it is another place. */
const unitOf = (reading: PlaceReading): AdministrativeUnit | undefined =>
  (reading.kind === "found" || reading.kind === "otherTime") && reading.extent === "whole"
    ? reading.unit
    : undefined;

/** Whether the unit became a part of a larger one. */
function isEnded(units: Units, unit: AdministrativeUnit | undefined): boolean {
  return largerUnit(units, unit) !== undefined;
}

/** The unit of another area that one became a part of; a single predecessor was only named otherwise. */
function largerUnit(units: Units, unit: AdministrativeUnit | undefined): AdministrativeUnit | undefined {
  const next = unit && units.successors.get(unit.id);
  return next === undefined || isMerged(next) ? next : largerUnit(units, next);
}

function noteOn(units: Units, name: string, reading: PlaceReading): PlaceNameNote | undefined {
  if (reading.kind !== "otherTime") return undefined;
  const { unit } = reading;
  const successor = largerUnit(units, unit);
  if (isMerged(unit) && unit.validFrom !== undefined && !successor)
    return { code: "placeNotYet", place: name, firstDay: unit.validFrom };
  if (!successor || unit.validTo === undefined) return undefined;
  return { code: "placeEnded", place: name, successor: successor.name, lastDay: unit.validTo };
}

/**
 * A unit that is no more and one that came after it, where a list has both: their areas overlap or were drawn
 * otherwise, so that they are not compared.
 */
export function mixOfBorders(
  units: Units,
  identities: readonly PlaceIdentity[],
): { readonly before: PlaceIdentity; readonly after: PlaceIdentity } | undefined {
  const before = identities.find(({ unit }) => isEnded(units, unit));
  const after = identities.find(({ unit }) => unit !== undefined && isMerged(unit));
  return before && after && { before, after };
}

/**
 * The remark that last year's figures of units formed since then are of other areas, unless they were restated;
 * undefined where there is none.
 * @param identities the places with a growth or a figure of last year
 * @param lastYear the last day of the same period of last year, ISO
 */
export function baseOfOtherArea(
  identities: readonly PlaceIdentity[],
  lastYear: string,
): PlaceNameNote | undefined {
  const formed = identities.filter(
    ({ unit }) => unit && isMerged(unit) && unit.validFrom !== undefined && lastYear < unit.validFrom,
  );
  const [changedOn] = formed.flatMap(({ unit }) => unit?.validFrom ?? []).sort();
  if (changedOn === undefined) return undefined;
  return { code: "baseOfOtherArea", places: formed.map(({ name }) => name), changedOn };
}

/** The unit of today that a place's figures go to, and those of its predecessors that the list does not have. */
export interface Restatement {
  readonly to: NamedPlace;
  readonly lacking: readonly string[];
  /** Whether the list has only the one that is called like the unit of today, and may as well mean that. */
  readonly isAlone: boolean;
}

/** To which unit of today each place of a list is to be added; undefined for a place that stays as it is. */
export function restatements(
  units: Units,
  identities: readonly PlaceIdentity[],
): readonly (Restatement | undefined)[] {
  const listed = new Set(identities.map(({ key }) => key));
  return identities.map(({ unit }) => {
    const successor = largerUnit(units, unit);
    if (!unit || !successor) return undefined;
    const parts = predecessorsOf(units, successor).map((part) => withSameArea(units, part, listed));
    const lacking = parts.filter(({ id }) => !listed.has(id));
    const isAlone = lacking.length === parts.length - 1 && unit.name === successor.name;
    const to = { name: successor.name, key: successor.id };
    return { to, lacking: lacking.map(({ name }) => name), isAlone };
  });
}

/** A unit, or the one it was only named otherwise before, whichever the list has. */
function withSameArea(
  units: Units,
  unit: AdministrativeUnit,
  listed: ReadonlySet<string>,
): AdministrativeUnit {
  if (listed.has(unit.id) || isMerged(unit)) return unit;
  const [earlier] = predecessorsOf(units, unit);
  return earlier && listed.has(earlier.id) ? earlier : unit;
}
