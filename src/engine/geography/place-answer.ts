import type { AdministrativeUnit, Units } from "./administrative-unit.ts";
import { type Comparability, comparabilityOf } from "./comparability.ts";
import type { PlaceNote } from "./place-note.ts";
import type { PlaceReading } from "./resolve-place.ts";
import { agrees, type RestatedFigures, type RestatedKind, type RestatedPart, restate } from "./restate.ts";

/** Figures of places that are to become one of the unit that contains them. */
export interface RestateAsk {
  readonly kind: RestatedKind;
  /** The unit that they are restated to. */
  readonly into: AdministrativeUnit;
  readonly parts: readonly (RestatedPart & { readonly unit: AdministrativeUnit })[];
  /** Units that make up `into` as well, but have no figures. */
  readonly missing: readonly AdministrativeUnit[];
}

/** A question about a place after its texts were read. */
export interface PlaceQuestion {
  readonly name?: string;
  readonly date?: string;
  /** The last day of the date, ISO. */
  readonly day?: string;
  readonly unit?: string;
  readonly reading: Extract<PlaceReading, { readonly kind: "found" | "otherTime" }>;
  readonly restating?: RestateAsk;
}

/** Figures of several places as those of one. */
export interface Restated {
  readonly kind: RestatedKind;
  /** What makes them comparable; to be told as `restated` wherever they are used. */
  readonly restated: "sum";
  readonly into: AdministrativeUnit;
  readonly figures: RestatedFigures;
  readonly isComplete: boolean;
  readonly missing: readonly AdministrativeUnit[];
  readonly parts: RestateAsk["parts"];
}

/** What is known of a place, and its figures of before on its area of after. */
export interface PlaceAnswer {
  readonly question: Pick<PlaceQuestion, "name" | "date" | "unit">;
  readonly unit: AdministrativeUnit;
  /** Whether the unit is there on the date. */
  readonly atDate: "valid" | "ended" | "notYet";
  readonly comparability: Comparability;
  /** The unit that took over its area, or a larger one that holds it. */
  readonly successor?: AdministrativeUnit;
  readonly restated?: Restated;
  readonly notes: readonly PlaceNote[];
}

/**
 * The unit that a text means at a date, what it was formed from or became, whether its figures can be compared across
 * that day, and the figures of its predecessors as figures of it.
 * @throws EngineError invalidQuestion where the figures cannot be restated
 */
export function placeAnswer(units: Units, question: PlaceQuestion): PlaceAnswer {
  const { reading, name, date, unit: amountUnit } = question;
  const { unit } = reading;
  const comparability = comparabilityOf(units, unit);
  const successor = units.successors.get(unit.id);
  const restated = question.restating && restatedTo(question.restating);
  return {
    question: {
      ...(name !== undefined && { name }),
      ...(date !== undefined && { date }),
      ...(amountUnit !== undefined && { unit: amountUnit }),
    },
    unit,
    atDate: atDate(question),
    comparability,
    ...(successor && { successor }),
    ...(restated && { restated }),
    notes: [...placeNotes(units, question), ...(restated ? restatedNotes(restated) : [])],
  };
}

function atDate({ reading, day }: PlaceQuestion): PlaceAnswer["atDate"] {
  if (reading.kind === "found" || day === undefined) return "valid";
  return reading.unit.validFrom !== undefined && day < reading.unit.validFrom ? "notYet" : "ended";
}

function restatedTo({ kind, into, parts, missing }: RestateAsk): Restated {
  return {
    kind,
    restated: "sum",
    into,
    figures: restate(kind, parts),
    isComplete: missing.length === 0,
    missing,
    parts,
  };
}

function placeNotes(units: Units, question: PlaceQuestion): readonly PlaceNote[] {
  const { reading, day, name } = question;
  const { unit, extent } = reading;
  const notes: PlaceNote[] = [];
  if (extent === "part" && name !== undefined)
    notes.push({ code: "withinUnit", values: { unit, written: name } });
  if (reading.kind === "otherTime") {
    const { validTo = "", validFrom = "" } = unit;
    const { instead } = reading;
    notes.push(
      atDate(question) === "ended"
        ? { code: "unitEnded", values: { unit, validTo, instead } }
        : { code: "unitNotYet", values: { unit, validFrom, instead } },
    );
  }
  const namesake = units.rows.find((other) => other !== unit && other.name === unit.name);
  const since = unit.validFrom ?? namesake?.validFrom;
  if (namesake && since !== undefined)
    notes.push({ code: "sameNameOtherUnit", values: { unit, day: since } });
  if (day !== undefined && day < units.knownFrom)
    notes.push({ code: "areasNotKnown", values: { knownFrom: units.knownFrom } });
  return notes;
}

function restatedNotes({ missing, parts, into }: Restated): readonly PlaceNote[] {
  return [
    ...(missing.length > 0 ? [{ code: "predecessorsMissing", values: { missing, into } } as const] : []),
    ...parts
      .filter((part) => !agrees(part))
      .map(({ unit }) => ({ code: "figuresDisagree", values: { place: unit, into } }) as const),
    ...(parts.length > 1 ? [{ code: "sumIsApproximate", values: {} } as const] : []),
  ];
}
