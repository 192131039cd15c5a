import { z } from "zod";
import { dayOfDate } from "../engine/calendar/day-of-date.ts";
import {
  type AdministrativeUnit,
  predecessorsOf,
  type Units,
} from "../engine/geography/administrative-unit.ts";
import { nearestPlaces } from "../engine/geography/nearest-places.ts";
import type { PlaceQuestion, RestateAsk } from "../engine/geography/place-answer.ts";
import { type PlaceReading, resolvePlace } from "../engine/geography/resolve-place.ts";
import { RESTATED_KINDS } from "../engine/geography/restate.ts";
import { flag, MAX_TEXT, numberOrText } from "./fields.ts";
import { isSet } from "./history.ts";
import { PlaceFigures, type ReadPlaceFigures, readPlaceFigures } from "./place-figures.ts";
import { ProblemList } from "./problems.ts";
import type { FlatForm } from "./query.ts";
import { placesIn } from "./ranking-form.ts";
import { HINTS, validate } from "./validate.ts";

/** As many as there were provinces, and room for repeating some. */
const MAX_PLACES = 80;

/** The question of `/v1/places`. */
export const PlacesQuestionInput = z
  .strictObject({
    name: z.string().max(MAX_TEXT).optional().meta({
      description:
        'A province or centrally run city of Viet Nam, in either language, with or without accents, abbreviated ("TP.HCM"), in a phrase or as an id ("an-giang-2025"). Words tell the time too: "An Giang 2024", "former Kien Giang province". Needed unless `figures` is given.',
      example: "An Giang",
    }),
    date: numberOrText.optional().meta({
      description:
        'When: a day "2026-04-30", a month "2026-04", a quarter "2026-Q2" or a year, of which the last day counts; by default the latest unit of the name is meant; also called through or asOf',
      example: "2026-04",
    }),
    figures: z
      .array(PlaceFigures)
      .min(1)
      .max(MAX_PLACES)
      .optional()
      .meta({
        description:
          'Figures of the predecessors, to be restated to the unit that they became: [{ "place": "Kien Giang", "value": 290 }]. In a URL: JSON, or "Kien Giang: 290; An Giang: 410", with growth or last year\'s level behind a slash: "Kien Giang: 290 / 21.26%; An Giang: 410 / 390".',
        example: [
          { place: "Kien Giang", value: 290 },
          { place: "An Giang", value: 410 },
        ],
      }),
    kind: z.enum(RESTATED_KINDS).optional().meta({
      description:
        "What the figures are: levels and plans are added, growth is weighted with `prior`, an index with `weight`, a ratio or a cumulative share is the ratio of the sums; growth targets are refused. By default it follows from the figures.",
    }),
    partial: flag.optional().meta({
      description: "Whether to answer although predecessors are missing; they are named then",
      example: false,
    }),
    unit: z
      .string()
      .max(MAX_TEXT)
      .optional()
      .meta({ description: "The unit of all amounts", example: "million USD" }),
    decimal: z.enum(["point", "comma"]).optional().meta({
      description:
        "The decimal sign of written figures, and of CSV and text answers; comma by default with lang=vi",
    }),
    lang: z.enum(["en", "vi"]).optional().meta({ description: "The language of sentences and labels" }),
  })
  .meta({ id: "PlacesQuestion" });
type PlacesInput = Partial<z.infer<typeof PlacesQuestionInput>>;

const FIELDS = Object.keys(PlacesQuestionInput.shape);

const FIGURES = 'write [{ "place": "Kien Giang", "value": 290 }] or "Kien Giang: 290; An Giang: 410"';

const PLACE_HINTS = {
  ...HINTS,
  date: 'write "2026-04-30", "2026-04", "2026-Q2" or "2026"',
  figures: FIGURES,
  place: "write the name of a province",
  partial: "write true or false",
};

/** How the question is written flat. */
export const PLACES_FORM: FlatForm = {
  names: FIELDS,
  aliases: { place: "name", geography: "name", through: "date", asOf: "date" },
  entryAliases: { figures: { name: "place" } },
  labels: ["name", "unit"],
  texts: {
    figures: placesIn,
  },
  several: { figures: 'figures go into one parameter: "Kien Giang: 290; An Giang: 410"' },
};

/**
 * A raw question about a place as the engine's.
 * @throws InvalidQuestion with everything that is wrong, each with its field
 */
export function readPlacesQuestion(raw: Readonly<Record<string, unknown>>, units: Units): PlaceQuestion {
  const problems = new ProblemList();
  const input = validate(PlacesQuestionInput, raw, FIELDS, problems, PLACE_HINTS);
  const date = input.date === undefined ? undefined : String(input.date);
  const day = date === undefined ? undefined : problems.attempt(() => dayOfDate(date));
  const named = readName(problems, units, input, day);
  if (raw.name === undefined && raw.figures === undefined)
    problems.add("name", "name is required", 'write the name of a province, such as "An Giang"');
  for (const field of ["kind", "partial"] as const)
    if (input[field] !== undefined && raw.figures === undefined)
      problems.add(field, `${field} is about figures, which are not given`, FIGURES);
  const figures = readPlaceFigures(problems, input);
  const restating = input.figures && readRestating(problems, units, { input, named, figures });
  problems.throwIfAny();
  const reading = named ?? { kind: "found", unit: (restating as RestateAsk).into, extent: "whole" };
  return {
    ...(input.name !== undefined && { name: input.name }),
    ...(date !== undefined && { date }),
    ...(day !== undefined && { day }),
    ...(figures.unit !== undefined && { unit: figures.unit }),
    reading,
    ...(restating && { restating }),
  };
}

type NamedUnit = Extract<PlaceReading, { readonly kind: "found" | "otherTime" }>;

function readName(
  problems: ProblemList,
  units: Units,
  { name }: PlacesInput,
  day: string | undefined,
): NamedUnit | undefined {
  if (name === undefined) return undefined;
  return readUnit(problems, units, { name, path: "name", ...(day !== undefined && { date: day }) });
}

/** The unit that a field names; a problem where it names none that is known, or more than one. */
function readUnit(
  problems: ProblemList,
  units: Units,
  { name, path, date }: { readonly name: string; readonly path: string; readonly date?: string },
): NamedUnit | undefined {
  const reading = resolvePlace(units, { name, ...(date !== undefined && { date }) });
  if (reading.kind === "found" || reading.kind === "otherTime") return reading;
  if (reading.kind === "several") {
    const names = reading.units.map((unit) => unit.name).join(", ");
    problems.add(path, `"${name}" names more than one unit: ${names}`, "ask for one of them");
    return undefined;
  }
  const nearest = nearestPlaces(units, name);
  problems.add(
    path,
    `"${name}" is no province or centrally run city of Viet Nam`,
    nearest.length > 0
      ? `did you mean ${nearest.map((each) => `"${each}"`).join(" or ")}?`
      : 'write a name such as "An Giang", "Kiên Giang" or "TP.HCM"',
  );
  return undefined;
}

function readRestating(
  problems: ProblemList,
  units: Units,
  ask: {
    readonly input: PlacesInput;
    readonly named: NamedUnit | undefined;
    readonly figures: ReadPlaceFigures;
  },
): RestateAsk | undefined {
  const { input, named, figures } = ask;
  const { kind } = figures;
  const asked = input.figures ?? [];
  if (input.name !== undefined && !named) return undefined;
  const wanted = named && containing(problems, named);
  if (named && !wanted) return undefined;
  const eve = wanted ? predecessorsOf(units, wanted)[0]?.validTo : lastDayOfChanged(units);
  const places = asked.map(({ place }, index) =>
    readUnit(problems, units, { name: place, path: `figures.${index}.place`, date: eve ?? "" }),
  );
  const into = wanted ?? commonSuccessor(problems, units, places);
  const parts = places.flatMap((place, index) =>
    place ? [{ name: place.unit.name, unit: place.unit, figures: figures.places[index] ?? {} }] : [],
  );
  if (!into || parts.length < asked.length) return undefined;
  const before = predecessorsOf(units, into);
  checkParts(problems, { into, before, places: places as readonly NamedUnit[] });
  const missing = before.filter((unit) => parts.every((part) => part.unit !== unit));
  if (missing.length > 0 && !isSet(input.partial))
    problems.add(
      "figures",
      `there is no figure of ${missing.map(({ name }) => (name === into.name ? `the former ${name}` : name)).join(", ")}, and without it the ${kind} is not that of ${into.name}`,
      "give it, or ask with partial=true for what the others make",
    );
  return { kind, into, parts, missing };
}

/** The unit that figures are restated to: one that was formed from others, or the one that took over an area. */
function containing(problems: ProblemList, named: NamedUnit): AdministrativeUnit | undefined {
  const unit = named.kind === "otherTime" && !named.unit.predecessors ? named.instead[0] : named.unit;
  if (unit?.predecessors) return unit;
  problems.add(
    "name",
    `${named.unit.name} was not formed from other units, so there is nothing to restate`,
    named.unit.validTo === undefined
      ? "its area did not change: use its figures as they are"
      : "name the unit that it became, with a date from then on",
  );
  return undefined;
}

const lastDayOfChanged = ({ rows }: Units): string =>
  rows.reduce((latest, { validTo = "" }) => (validTo > latest ? validTo : latest), "");

function commonSuccessor(
  problems: ProblemList,
  units: Units,
  places: readonly (NamedUnit | undefined)[],
): AdministrativeUnit | undefined {
  const known = places.flatMap((place) => place ?? []);
  const successors = new Set(known.map(({ unit }) => units.successors.get(unit.id)));
  const [only] = successors;
  if (successors.size === 1 && only) return only;
  if (known.length === places.length)
    problems.add(
      "figures",
      "the places did not become one unit",
      "ask for each unit on its own, and name it: name=An Giang&date=2026-04",
    );
  return undefined;
}

/** Every place once, and each a part of the unit that figures are restated to. */
function checkParts(
  problems: ProblemList,
  ask: {
    readonly into: AdministrativeUnit;
    readonly before: readonly AdministrativeUnit[];
    readonly places: readonly NamedUnit[];
  },
): void {
  const seen = new Set<AdministrativeUnit>();
  const names = ask.before.map(({ name }) => name).join(", ");
  for (const [index, { unit, extent }] of ask.places.entries()) {
    const path = `figures.${index}.place`;
    if (!ask.before.includes(unit))
      problems.add(
        path,
        `${unit.id} is not one of the units that became ${ask.into.name}`,
        `those are ${names}`,
      );
    else if (extent === "part")
      problems.add(path, `only a part of ${unit.name} is named`, "give the figure of the whole unit");
    else if (seen.has(unit)) problems.add(path, `${unit.name} is given twice`, "give it once");
    seen.add(unit);
  }
}
