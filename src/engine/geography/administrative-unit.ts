import { withoutAccents } from "../figure/vocabulary.ts";

/**
 * A province or a centrally run city within one area. A unit whose area changed is another unit, also where the name
 * stayed, so that a name alone does not tell one: {@link id} does.
 */
export interface AdministrativeUnit {
  /** The name and, for a unit with a first day, its year: "an-giang", "an-giang-2025". */
  readonly id: string;
  /** Without accents, as English writes it. */
  readonly name: string;
  readonly nameVi: string;
  readonly type: "province" | "city";
  /** Its first and its last day, ISO; absent where it was there before the table begins, or still is. */
  readonly validFrom?: string;
  readonly validTo?: string;
  /** The units that it was formed from, by id; a single one had the same area. */
  readonly predecessors?: readonly string[];
  readonly otherNames?: readonly string[];
}

/** The units as `data/geography/units.json` holds them. */
export interface UnitTable {
  /** The day since which areas are told; earlier changes are not in the table. */
  readonly knownFrom: string;
  readonly rows: readonly AdministrativeUnit[];
}

/** The units with what finds them: built once, asked often. */
export interface Units extends UnitTable {
  readonly byId: ReadonlyMap<string, AdministrativeUnit>;
  /** Units by each of their names as {@link foldPlace} writes it, older ones first. */
  readonly byName: ReadonlyMap<string, readonly AdministrativeUnit[]>;
  /** The first day on which any unit is another one than before. */
  readonly firstChange: string;
  /** Words of the longest name. */
  readonly longestName: number;
  /** The unit that one became a part of, by id. */
  readonly successors: ReadonlyMap<string, AdministrativeUnit>;
}

/**
 * A place's name for looking it up: without accents, case, hyphens and other signs.
 * @example foldPlace("TP. Đà Nẵng") // => "tp da nang"
 * @example foldPlace("Bà Rịa - Vũng Tàu") // => "ba ria vung tau"
 */
export function foldPlace(text: string): string {
  return withoutAccents(text)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** The table of units, ready to be asked. Names are found in one word too: "Danang", "Kiengiang". */
export function unitsOf(table: UnitTable): Units {
  const byName = new Map<string, AdministrativeUnit[]>();
  const successors = new Map<string, AdministrativeUnit>();
  for (const unit of table.rows) {
    const folded = [unit.name, unit.nameVi, ...(unit.otherNames ?? [])].map(foldPlace);
    for (const name of new Set(folded.flatMap((each) => [each, each.replaceAll(" ", "")])))
      byName.set(name, [...(byName.get(name) ?? []), unit].sort(byFirstDay));
    for (const id of unit.predecessors ?? []) successors.set(id, unit);
  }
  return {
    ...table,
    byId: new Map(table.rows.map((unit) => [unit.id, unit])),
    byName,
    firstChange: table.rows
      .map(({ validFrom = "9" }) => validFrom)
      .reduce((first, day) => (day < first ? day : first), "9"),
    longestName: Math.max(...[...byName.keys()].map((name) => name.split(" ").length)),
    successors,
  };
}

const byFirstDay = ({ validFrom: a = "" }: AdministrativeUnit, { validFrom: b = "" }: AdministrativeUnit) =>
  a < b ? -1 : a > b ? 1 : 0;

/** The units that one was formed from. */
export function predecessorsOf(
  units: Units,
  { predecessors = [] }: AdministrativeUnit,
): AdministrativeUnit[] {
  return predecessors.map((id) => units.byId.get(id) as AdministrativeUnit);
}

/** Whether a unit is there on a day, ISO. */
export function isValidOn({ validFrom = "", validTo = "9" }: AdministrativeUnit, day: string): boolean {
  return validFrom <= day && day <= validTo;
}

/** Whether a unit took the place of others of another area: a single predecessor was only named otherwise. */
export function isMerged({ predecessors = [] }: AdministrativeUnit): boolean {
  return predecessors.length > 1;
}
