import type { AdministrativeUnit } from "../engine/geography/administrative-unit.ts";
import type { PlaceName } from "../engine/geography/place-note.ts";
import { type Lang, listed } from "./language.ts";

/** The name of a unit in a language. */
export const unitNameIn = ({ name, nameVi }: PlaceName, lang: Lang): string =>
  lang === "vi" ? nameVi : name;

/**
 * A unit with what it is.
 * @example unitPhrase({ name: "An Giang", nameVi: "An Giang", type: "province" }, "en") // => "the province of An Giang"
 * @example unitPhrase({ name: "Hue", nameVi: "Huế", type: "city" }, "vi") // => "thành phố Huế"
 */
export function unitPhrase(unit: Pick<AdministrativeUnit, "name" | "nameVi" | "type">, lang: Lang): string {
  const name = unitNameIn(unit, lang);
  if (lang === "en") return / City$/.test(name) ? name : `the ${unit.type} of ${name}`;
  const type = unit.type === "city" ? "thành phố" : "tỉnh";
  return name.toLowerCase().startsWith(type) ? name : `${type} ${name}`;
}

/**
 * A unit of before beside the one of after, which may have its name.
 * @example formerName({ name: "An Giang", nameVi: "An Giang" }, { name: "An Giang", nameVi: "An Giang" }, "en") // => "the former An Giang"
 */
export function formerName(unit: PlaceName, after: PlaceName, lang: Lang): string {
  const name = unitNameIn(unit, lang);
  if (unit.name !== after.name) return name;
  return lang === "vi" ? `${name} (cũ)` : `the former ${name}`;
}

/** Units of before as a list in prose. */
export const formerNames = (units: readonly PlaceName[], after: PlaceName, lang: Lang): string =>
  listed(
    units.map((unit) => formerName(unit, after, lang)),
    lang,
  );
