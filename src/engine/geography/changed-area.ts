import { lastDayOf, positionThrough } from "../calendar/period.ts";
import { EngineError } from "../engine-error.ts";
import type { Note } from "../note.ts";
import type { Question } from "../question.ts";
import { knownHistory } from "../report/history-figures.ts";
import { knownReports } from "../report/past-years.ts";
import type { AdministrativeUnit, Units } from "./administrative-unit.ts";
import { comparabilityOf } from "./comparability.ts";
import { type PlaceReading, resolvePlace } from "./resolve-place.ts";

/** How earlier figures came to be on the area of today: added up, or published so. */
export const RESTATED_WAYS = ["sum", "official"] as const;
export type RestatedWay = (typeof RESTATED_WAYS)[number];

/** The place of a report whose area changed before the report's last day. */
interface ChangedArea {
  readonly reading: Extract<PlaceReading, { readonly kind: "found" | "otherTime" }>;
  /** The unit of today and its first day. */
  readonly after: AdministrativeUnit;
  readonly changedOn: string;
  /** Those it was formed from; none where it was only named otherwise. */
  readonly before: readonly AdministrativeUnit[];
}

/**
 * What to tell of a report whose place had another area before: that a unit is gone, that a growth needs both of its
 * sides on one area, that earlier figures were restated.
 * @throws EngineError notEnoughKnown where figures of before and after would be compared and nobody said that they are
 * on one area
 */
export function areaRemarks(question: Question, units: Units): readonly Note[] {
  const { restated } = question;
  const changed = changedArea(question, units);
  const notes: Note[] = restated === undefined ? [] : [{ code: "figuresRestated", values: { restated } }];
  if (!changed) return notes;
  const { reading, after, changedOn, before } = changed;
  const isRenamed = before.length === 0;
  const isWhole = reading.extent === "whole";
  if (reading.kind === "otherTime" && isWhole)
    notes.push({
      code: "unitEnded",
      values: { unit: reading.unit, successor: after, changedOn, isRenamed },
    });
  if (restated !== undefined || isRenamed) return notes;
  const across = fieldsAcross(question, changedOn);
  if (across.length > 0 && isWhole) throw mixedAreas(changed, across);
  if (across.length > 0) notes.push({ code: "areaAroundChanged", values: { unit: after, changedOn } });
  const bases = basesOfBefore(question, changedOn);
  if (bases.length > 0 && isWhole)
    notes.push({ code: "baseOfOtherArea", values: { unit: after, changedOn, before, figures: bases } });
  return notes;
}

function changedArea(question: Question, units: Units): ChangedArea | undefined {
  const { geography, position } = question;
  if (geography === undefined) return undefined;
  const date = lastDayOf(position);
  if (date < units.firstChange) return undefined;
  const reading = resolvePlace(units, { name: geography, date });
  if (reading.kind !== "found" && reading.kind !== "otherTime") return undefined;
  const { continuity, after, changedOn, before } = comparabilityOf(units, reading.unit);
  if (!after || changedOn === undefined || date < changedOn) return undefined;
  return { reading, after, changedOn, before: continuity === "renamed" ? [] : before };
}

/** The fields that hold figures of periods which ended before a day. */
function fieldsAcross(question: Question, day: string): readonly ("reports" | "history")[] {
  const history = knownHistory(question);
  const first = history && history.ask.first + history.ask.values.findIndex((value) => value !== undefined);
  return [
    ...(knownReports(question).some((report) => lastDayOf(report.position) < day)
      ? (["reports"] as const)
      : []),
    ...(first !== undefined && lastDayOf(positionThrough(first, question.position)) < day
      ? (["history"] as const)
      : []),
  ];
}

/** The figures of last year that are, or are measured on, periods which ended before a day. */
function basesOfBefore({ figures, position }: Question, day: string): readonly string[] {
  const { year, periodsPerYear } = position;
  const lastYear = (elapsed: number): boolean => lastDayOf({ ...position, year: year - 1, elapsed }) < day;
  const names = [
    ...(lastYear(position.elapsed) ? (["growth", "priorYtd"] as const) : []),
    ...(lastYear(periodsPerYear) ? (["priorFullYear"] as const) : []),
  ];
  return names.filter((name) => figures[name] !== undefined);
}

function mixedAreas(
  { after, changedOn, before }: ChangedArea,
  across: readonly ("reports" | "history")[],
): EngineError {
  const names = before.map(({ name }) => (name === after.name ? `the former ${name}` : name)).join(" and ");
  const reach = across.includes("reports") ? "reach" : "reaches";
  return new EngineError(
    "notEnoughKnown",
    across[0] as string,
    `${across.join(" and ")} ${reach} back to before ${changedOn}, when ${after.name} was formed of ${names}; figures of different areas are not compared`,
    `add up the figures of ${names} (/v1/places does it) and say restated=sum, or restated=official where they were published for the new area`,
  );
}
