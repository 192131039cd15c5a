import { dayOfDate } from "../calendar/day-of-date.ts";
import {
  type AdministrativeUnit,
  foldPlace,
  isValidOn,
  predecessorsOf,
  type Units,
} from "./administrative-unit.ts";

/** Whether a text means a unit itself, or something in it: "Rach Gia, Kien Giang", the city of Vinh Long. */
export type Extent = "whole" | "part";

/**
 * What a text says of a place: a unit that is there at the date; one that is not, with those that hold its area `instead`,
 * or that later became it; several units; or none that is known.
 */
export type PlaceReading =
  | { readonly kind: "found"; readonly unit: AdministrativeUnit; readonly extent: Extent }
  | {
      readonly kind: "otherTime";
      readonly unit: AdministrativeUnit;
      readonly extent: Extent;
      readonly instead: readonly AdministrativeUnit[];
    }
  | { readonly kind: "several"; readonly units: readonly AdministrativeUnit[] }
  | { readonly kind: "unknown" };

export interface PlaceAsk {
  /** In either language, with or without accents, alone or in a phrase, or the id of a unit. */
  readonly name: string;
  /** A day, month, quarter or year, of which the last day counts; by default the latest unit of the name is meant. */
  readonly date?: string;
}

/** Words around a name that leave its unit what it is. */
const AROUND = new Set(
  (
    "the of in for and p province provinces city municipality region area whole entire centrally run governed " +
    "vietnam viet nam vietnamese s mekong red river delta north northern south southern central east eastern west " +
    "western southeast southwest northeast northwest highlands coast coastal mountainous people committee department " +
    "industry trade statistics office customs new newly merged enlarged old former formerly previous before after " +
    "merger tinh thanh pho tp t toan dia ban tren cua o va vung mien bac trung nam bo tay dong nguyen bang song " +
    "cuu long hong truc thuoc uong so cong thuong cuc thong ke hai quan ubnd uy ban nhan dan moi cu sau truoc day " +
    "sap nhap hop nhat khi"
  ).split(" "),
);
/** A province has a capital that may be called like it; a centrally run city is a city itself. */
const CITY = /\b(?:city|thanh pho|tp)\b/;
const OLD = /\b(?:old|former|formerly|previous|before|cu|truoc)\b/;
const NEW = /\b(?:new|newly|merged|enlarged|after|moi|sau)\b/;
const YEAR = /^(?:19|20)\d\d$/;
/** A place is named in the first words of a text, if at all. */
const MOST_WORDS = 60;

/**
 * The unit that a text means at a date. What the text itself says of the time goes before the date: "An Giang 2024",
 * "former Kien Giang province", "An Giang mới", and an id with its year.
 * @throws EngineError invalidPeriod naming `date`
 */
export function resolvePlace(units: Units, { name, date }: PlaceAsk): PlaceReading {
  const byId = units.byId.get(name.trim().toLowerCase());
  const { hits, rest } = byId?.validFrom ? { hits: [[byId]], rest: [] } : namesIn(units, name);
  const [candidates] = hits;
  if (!candidates) return { kind: "unknown" };
  if (hits.length > 1)
    return { kind: "several", units: hits.map((each) => each.at(-1) as AdministrativeUnit) };
  const around = rest.join(" ");
  const years = rest.filter((word) => YEAR.test(word));
  const day = date === undefined ? undefined : dayOfDate(date);
  const ownDay = years.length === 1 ? dayOfDate(years[0] as string) : undefined;
  const isWhole = rest.every((word) => AROUND.has(word) || YEAR.test(word));
  const unit = unitMeant(candidates, { day: ownDay ?? day, around: isWhole ? around : "" });
  const extent = isWhole && !(unit.type === "province" && CITY.test(around)) ? "whole" : "part";
  if (day === undefined || isValidOn(unit, day)) return { kind: "found", unit, extent };
  return { kind: "otherTime", unit, extent, instead: unitsThen(units, unit, day) };
}

/** The units by whose names the text calls them, each list once, and the words around the names. */
function namesIn(
  { byName, longestName }: Units,
  text: string,
): { readonly hits: readonly (readonly AdministrativeUnit[])[]; readonly rest: readonly string[] } {
  const words = foldPlace(text).split(" ").slice(0, MOST_WORDS);
  const hits = new Map<string, readonly AdministrativeUnit[]>();
  const rest: string[] = [];
  let at = 0;
  while (at < words.length) {
    let length = Math.min(longestName, words.length - at);
    let found: readonly AdministrativeUnit[] | undefined;
    for (; length > 0 && !found; length -= 1) found = byName.get(words.slice(at, at + length).join(" "));
    if (found) hits.set((found.at(-1) as AdministrativeUnit).id, found);
    else rest.push(words[at] as string);
    at += found ? length + 1 : 1;
  }
  return { hits: [...hits.values()], rest };
}

function unitMeant(
  candidates: readonly AdministrativeUnit[],
  { day, around }: { readonly day: string | undefined; readonly around: string },
): AdministrativeUnit {
  const earliest = candidates[0] as AdministrativeUnit;
  const latest = candidates.at(-1) as AdministrativeUnit;
  if (OLD.test(around)) return earliest;
  if (day === undefined || NEW.test(around)) return latest;
  return (
    candidates.find((unit) => isValidOn(unit, day)) ?? (day < (latest.validFrom ?? "") ? earliest : latest)
  );
}

/** The units on a day that hold the area of one that was before, or whose areas one that came after took over. */
function unitsThen(units: Units, unit: AdministrativeUnit, day: string): readonly AdministrativeUnit[] {
  if (unit.validFrom !== undefined && day < unit.validFrom)
    return predecessorsOf(units, unit).flatMap((each) =>
      isValidOn(each, day) ? [each] : unitsThen(units, each, day),
    );
  const successor = units.successors.get(unit.id);
  if (!successor) return [];
  return isValidOn(successor, day) ? [successor] : unitsThen(units, successor, day);
}
