import { z } from "zod";
import { type FiscalPosition, lastDayOf } from "../engine/calendar/period.ts";
import type { Figure } from "../engine/figure/figure.ts";
import type { Units } from "../engine/geography/administrative-unit.ts";
import { foldText, usualAggregation } from "../engine/indicator-class.ts";
import {
  BOUNDARIES,
  FIRST_DAY_AFTER,
  identifyPlaces,
  mixOfBorders,
  type PlaceIdentity,
  restatements,
} from "../engine/ranking/place-identity.ts";
import {
  MEASURES,
  type NamedPlace,
  PLACE_AGGREGATIONS,
  type PlaceAggregation,
  type PlaceFigures,
  type RankingQuestion,
} from "../engine/ranking/ranking-question.ts";
import { FigureInput, type FigureText, MAX_TEXT, numberOrText, questionShape, RatioInput } from "./fields.ts";
import { FigureReader } from "./figure-reader.ts";
import { isGap } from "./history-text.ts";
import { InvalidQuestion, ProblemList } from "./problems.ts";
import { entries, type FlatForm } from "./query.ts";
import { readQuestion, type Surroundings } from "./question.ts";
import { HINTS, validate } from "./validate.ts";

export const MAX_PLACES = 100;

const name = (description: string, example: string) =>
  z.string().max(MAX_TEXT).meta({ description, example });

const PlaceObject = z.strictObject({
  place: name("The name of the place", "Tay Ninh"),
  value: FigureInput.optional().meta({
    description: "Its level, in the unit of the question",
    example: 7250,
  }),
  growth: RatioInput.optional().meta({
    description: "Its growth on the same period of last year",
    example: "48.90%",
  }),
  prior: FigureInput.optional().meta({ description: "Its level in the same period of last year" }),
  priorYtd: FigureInput.optional().meta({ description: "The same as `prior`" }),
  weight: FigureInput.optional().meta({
    description:
      "What its growth weighs in the region's, in any scale, such as value added of the base year; exact, and used where last year's levels are not known",
  }),
  share: RatioInput.optional().meta({ description: "Its share of the region's level", example: "6.7%" }),
});
type PlaceInput = z.infer<typeof PlaceObject>;

/** The question of `/v1/ranking`. */
export const RankingQuestionInput = z
  .strictObject({
    indicator: questionShape.indicator,
    region: name("The region that the places are of", "Southern region").optional(),
    unit: questionShape.unit,
    aggregation: z.enum(PLACE_AGGREGATIONS).optional().meta({
      description:
        "How places make the region: sum (their levels add up) or average (indices, rates, prices do not); by default average where the indicator is named an index or the unit is a percent, otherwise sum",
    }),
    through: questionShape.through.meta({
      description:
        'The last period of the figures, year to date: "2024-09", "2024-Q3", or 9 together with `year`. Names of Vietnamese places mean the units of its last day.',
      example: "2024-09",
    }),
    year: questionShape.year,
    fiscalYearStart: questionShape.fiscalYearStart,
    places: z
      .array(z.union([z.string().max(MAX_TEXT), PlaceObject]))
      .min(1)
      .max(MAX_PLACES)
      .optional()
      .meta({
        description: `The places with their figures, ${MAX_PLACES} at most: [{ "place": "Tay Ninh", "value": 7250, "growth": "48.90%" }]. In a URL: "Tay Ninh: 7250 / 48.90%; Kien Giang: 22.96%": places parted by semicolons, the figures of a place by a slash; one in percent is its growth, the first amount its level, a second amount last year's level. A comma is never a separator. Needed unless only \`beating\` is asked about.`,
        example: [
          { place: "Tay Ninh", growth: "48.90%" },
          { place: "Long An", value: 7250, growth: "9.1%" },
        ],
      }),
    regionValue: FigureInput.optional().meta({
      description: "The region's level as it was stated",
      example: "more than 108 billion USD",
    }),
    regionGrowth: RatioInput.optional().meta({ description: "The region's growth as it was stated" }),
    expected: z.array(z.string().max(MAX_TEXT)).min(1).max(MAX_PLACES).optional().meta({
      description:
        'Every place of the region by name, so that missing ones are named. In a URL: "Tay Ninh; Long An".',
    }),
    of: numberOrText.optional().meta({
      description: "How many places the region has, where their names are not given in `expected`",
      example: 20,
    }),
    beating: numberOrText.optional().meta({
      description: 'How many places are said to have grown faster than the region: 12, or "12/20"',
      example: "12/20",
    }),
    headline: z
      .strictObject({
        claim: z.enum(MEASURES).meta({
          description: "What the place is said to lead in: level (how large) or growth (how fast)",
        }),
        leader: name("The place that is said to lead", "Tay Ninh"),
      })
      .optional()
      .meta({
        description:
          'A claim such as "Tay Ninh leads in export turnover", to be checked against who leads in level and who in growth. In a URL: "level: Tay Ninh".',
        example: { claim: "level", leader: "Tay Ninh" },
      }),
    boundaries: z.enum(BOUNDARIES).optional().meta({
      description:
        "Whose borders the figures of Vietnamese places are of: those of the period (default), those before or after the reorganisation of 1 July 2025, or restate: of the units before, to be added up to those of today",
    }),
    decimal: questionShape.decimal,
    lang: questionShape.lang,
  })
  .meta({ id: "RankingQuestion" });
type RankingInput = Partial<z.infer<typeof RankingQuestionInput>>;

const FIELDS = Object.keys(RankingQuestionInput.shape);

const PLACES_HINT =
  'write [{ "place": "Tay Ninh", "value": 7250, "growth": "48.90%" }] or "Tay Ninh: 7250 / 48.90%; Kien Giang: 22.96%"';

const RANKING_HINTS = {
  ...HINTS,
  places: PLACES_HINT,
  place: "write the name of the place",
  region: "write a short text",
  prior: HINTS.priorYtd ?? "",
  weight: HINTS.priorYtd ?? "",
  share: HINTS.shareOfTarget ?? "",
  regionValue: HINTS.priorYtd ?? "",
  regionGrowth: HINTS.shareOfTarget ?? "",
  expected: 'write ["Tay Ninh", "Long An"] or "Tay Ninh; Long An"',
  of: "write a whole number such as 20",
  beating: 'write 12 or "12/20"',
  headline: 'write { "claim": "level", "leader": "Tay Ninh" } or "level: Tay Ninh"',
  leader: "write the name of the place",
};

/** How the question is written flat. */
export const RANKING_FORM: FlatForm = {
  names: FIELDS,
  aliases: { geography: "region", regionYtd: "regionValue" },
  labels: ["indicator", "region", "unit"],
  texts: {
    places: (text) =>
      text
        .split(";")
        .map((each) => each.trim())
        .filter(Boolean)
        .map(placeIn),
    expected: (text) =>
      text
        .split(/[;,]/)
        .map((each) => each.trim())
        .filter(Boolean),
    headline: (text) => {
      const [only] = entries(text);
      return only?.name === undefined ? text : { claim: only.name.toLowerCase(), leader: only.value };
    },
  },
  several: { places: 'all places go into one parameter: "Tay Ninh: 48.90%; Kien Giang: 22.96%"' },
};

/** Words of a growth that is not written in percent. */
const GROWTH_WORDS = /%|\bpercent\b|\bper cent\b|phần trăm|\btimes\b|\blần\b/i;
/** A slash between figures; one within a unit, as in "USD/ha", has no number after it and no spaces around. */
const BETWEEN_FIGURES = /\s+\/\s+|\/(?=[\d+-])/;

/** "Tay Ninh: 7250 / 48.90%" as the object that JSON would carry; a text with more figures stays whole, to be refused. */
function placeIn(text: string): PlaceInput {
  const colon = text.lastIndexOf(":");
  if (colon < 0) return { place: text };
  const place = text.slice(0, colon).trim();
  const rest = text.slice(colon + 1).trim();
  const figures = rest.split(BETWEEN_FIGURES).map((each) => each.trim());
  const growths = figures.filter((each) => GROWTH_WORDS.test(each));
  const amounts = figures.filter((each) => !GROWTH_WORDS.test(each));
  if (growths.length > 1 || amounts.length > 2) return { place, value: rest };
  const [value, prior] = amounts;
  const [growth] = growths;
  const told = (figure: string | undefined) => figure !== undefined && figure !== "" && !isGap(figure);
  return {
    place,
    ...(told(value) && { value }),
    ...(told(prior) && { prior }),
    ...(told(growth) && { growth }),
  };
}

/**
 * A raw question about places as the engine's.
 * @throws InvalidQuestion with everything that is wrong, each with its field
 */
export function readRankingQuestion(
  raw: Readonly<Record<string, unknown>>,
  { units, ...surroundings }: Surroundings & { readonly units: Units },
): RankingQuestion {
  const problems = new ProblemList();
  const input = validate(RankingQuestionInput, raw, FIELDS, problems, RANKING_HINTS);
  if (raw.places === undefined && raw.beating === undefined)
    problems.add("places", "places is required", PLACES_HINT);
  const position = positionOf(problems, input, surroundings);
  const aggregation = input.aggregation ?? aggregationOf(input);
  const reader = new FigureReader(problems, {
    input,
    unit: input.unit,
    amountsMayBeNegative: aggregation !== "sum",
  });
  const regionValue = reader.amount(input.regionValue, "regionValue");
  const regionGrowth = reader.growth(input.regionGrowth, "regionGrowth");
  const listed = (input.places ?? []).map((place) => (typeof place === "string" ? placeIn(place) : place));
  if (aggregation !== "sum") checkAverage(problems, input, listed);
  const figures = readFigures(problems, reader, listed);
  if (input.places && input.beating === undefined && figures.every((each) => Object.keys(each).length === 0))
    problems.add("places", "no place has a figure to compare", PLACES_HINT);
  const counts = readCounts(problems, input, listed.length);
  const named = readNames(problems, input, { listed, units, position });
  problems.throwIfAny();
  const unit = reader.unit;
  return {
    ...(input.indicator !== undefined && { indicator: input.indicator }),
    ...(input.region !== undefined && { region: input.region }),
    ...(unit !== undefined && { unit }),
    aggregation,
    ...(position && { position }),
    places: named.places.map((place, index) => ({ ...place, ...figures[index] })),
    ...(regionValue && { regionValue }),
    ...(regionGrowth && { regionGrowth }),
    ...(named.expected && { expected: named.expected }),
    ...counts,
    ...(input.headline && named.leader && { headline: { claim: input.headline.claim, ...named.leader } }),
    nameNotes: named.notes,
  };
}

/** What the period of a report would be, with the problems that a report would have. */
function positionOf(
  problems: ProblemList,
  { through, year, fiscalYearStart }: RankingInput,
  surroundings: Surroundings,
): FiscalPosition | undefined {
  if (through === undefined) {
    for (const [field, given] of Object.entries({ year, fiscalYearStart }))
      if (given !== undefined)
        problems.add(field, `${field} is about through, which is not given`, HINTS.through);
    return undefined;
  }
  try {
    const report = {
      through,
      ...(year !== undefined && { year }),
      ...(fiscalYearStart !== undefined && { fiscalYearStart }),
    };
    return readQuestion(report, surroundings).position;
  } catch (error) {
    if (!(error instanceof InvalidQuestion)) throw error;
    for (const { path, message, hint } of error.problems) problems.add(path, message, hint);
    return undefined;
  }
}

const PERCENT = /^(?:%|percent|per cent|phần trăm)$/i;

function aggregationOf({ indicator, unit }: RankingInput): PlaceAggregation {
  if (unit !== undefined && PERCENT.test(unit.trim())) return "average";
  return usualAggregation(indicator ?? "") === "average" ? "average" : "sum";
}

/** What has no meaning where levels do not add up. */
function checkAverage(
  problems: ProblemList,
  { regionValue }: RankingInput,
  places: readonly PlaceInput[],
): void {
  const hint = "leave it out, or ask with aggregation=sum where levels add up";
  if (regionValue !== undefined)
    problems.add("regionValue", "regionValue is what levels add up to, and these do not add up", hint);
  for (const [index, { share }] of places.entries())
    if (share !== undefined)
      problems.add(`places.${index}.share`, "levels that do not add up have no shares of a region", hint);
}

type Figures = Omit<PlaceFigures, keyof NamedPlace>;

/** The figures of every place; read in the order of names, since the first amount may decide the unit of all. */
function readFigures(
  problems: ProblemList,
  reader: FigureReader,
  listed: readonly PlaceInput[],
): readonly Figures[] {
  const inOrder = [...listed.entries()].sort(([, a], [, b]) =>
    foldText(a.place) < foldText(b.place) ? -1 : 1,
  );
  const read = new Map<number, Figures>();
  for (const [index, place] of inOrder) {
    const path = `places.${index}`;
    if (place.prior !== undefined && place.priorYtd !== undefined)
      problems.add(`${path}.priorYtd`, "prior and priorYtd are the same figure", "give one of them");
    const value = reader.amount(place.value, `${path}.value`);
    const prior =
      reader.base(place.prior, `${path}.prior`) ?? reader.base(place.priorYtd, `${path}.priorYtd`);
    const growth = reader.growth(place.growth, `${path}.growth`);
    const share = reader.share(place.share, `${path}.share`);
    if (share && share.value > 1)
      problems.add(`${path}.share`, "a share of the region is not above 100%", 'write "6.7%" or 0.067');
    const weight = readWeight(problems, reader, place.weight, `${path}.weight`);
    read.set(index, {
      ...(value && { value }),
      ...(prior && { prior }),
      ...(growth && { growth }),
      ...(weight && { weight }),
      ...(share && { share }),
    });
  }
  return listed.map((_, index) => read.get(index) ?? {});
}

function readWeight(
  problems: ProblemList,
  reader: FigureReader,
  text: FigureText | undefined,
  path: string,
): Figure | undefined {
  if (text === undefined) return undefined;
  const written = typeof text === "object" ? text.value : text;
  const isShare = typeof written === "string" && written.includes("%");
  const weight = reader.inRole(text, path, isShare ? "ratio" : "count");
  if (!weight || weight.value >= 0) return weight;
  problems.add(path, `${path} is negative`, "a weight is zero or more");
  return undefined;
}

const COUNT = /^\s*(\d{1,4})\s*$/;
const COUNT_OF = /^\s*(\d{1,4})\s*(?:\/|of|trên|trong)\s*(\d{1,4})\s*$/i;

/** `of` and `beating` as whole numbers that fit the places and each other. */
function readCounts(
  problems: ProblemList,
  input: RankingInput,
  listed: number,
): { readonly of?: number; readonly beating?: number } {
  const together = COUNT_OF.exec(String(input.beating ?? ""));
  const beating = together ? Number(together[1]) : count(problems, input.beating, "beating");
  const told = count(problems, input.of, "of");
  const within = together ? Number(together[2]) : undefined;
  if (told !== undefined && within !== undefined && told !== within)
    problems.add("of", `of is ${told}, while beating says ${within}`, "give the number of places once");
  const of = told ?? within;
  if (of !== undefined && of < listed)
    problems.add("of", `of is ${of}, while ${listed} places are listed`, "count every place of the region");
  if (of !== undefined && input.expected && input.expected.length !== of)
    problems.add("of", `of is ${of}, while expected names ${input.expected.length}`, "give one of them");
  const size = of ?? input.expected?.length;
  if (beating !== undefined && size !== undefined && beating > size)
    problems.add("beating", `beating is ${beating} of ${size} places`, "it is at most the number of places");
  return { ...(of !== undefined && { of }), ...(beating !== undefined && { beating }) };
}

function count(
  problems: ProblemList,
  given: number | string | undefined,
  path: "of" | "beating",
): number | undefined {
  if (given === undefined) return undefined;
  const [, digits] = COUNT.exec(String(given)) ?? [];
  if (digits !== undefined && (path !== "of" || Number(digits) > 0)) return Number(digits);
  problems.add(path, `${path} is not a number of places`, RANKING_HINTS[path]);
  return undefined;
}

interface Names {
  readonly places: readonly (NamedPlace & { readonly restatedTo?: NamedPlace })[];
  readonly expected?: readonly NamedPlace[];
  readonly leader?: NamedPlace;
  readonly notes: RankingQuestion["nameNotes"];
}

/** What the names mean; a place that is named twice, or whose borders do not go with the others', is noted. */
function readNames(
  problems: ProblemList,
  input: RankingInput,
  {
    listed,
    units,
    position,
  }: {
    readonly listed: readonly PlaceInput[];
    readonly units: Units;
    readonly position: FiscalPosition | undefined;
  },
): Names {
  const boundaries = input.boundaries ?? "period";
  const day = position && lastDayOf(position);
  const expected = input.expected ?? [];
  const leader = input.headline?.leader;
  const texts = [...listed.map(({ place }) => place), ...expected, ...(leader === undefined ? [] : [leader])];
  const identities = identifyPlaces(
    units,
    texts.map((text) => text.trim()),
    { boundaries, day },
  );
  const own = identities.slice(0, listed.length);
  const others = identities.slice(listed.length, listed.length + expected.length);
  checkNames(problems, own, (index) => `places.${index}.place`);
  checkNames(problems, others, (index) => `expected.${index}`);
  if (input.boundaries !== undefined && identities.length > 0 && !identities.some(({ unit }) => unit))
    problems.add(
      "boundaries",
      "boundaries is about provinces of Viet Nam, and none is named",
      "leave it out",
    );
  const isRestated = boundaries === "restate";
  const mix = isRestated ? undefined : mixOfBorders(units, own);
  if (mix)
    problems.add(
      "places",
      `${mix.before.name} ended on 30 June 2025, and ${mix.after.name} is read as the unit formed the day after: figures of both are not compared`,
      "write boundaries=restate to add the units before to those of today, or boundaries=before if all figures are of the units before",
    );
  const targets = isRestated ? restated(problems, units, own, day) : own.map(() => undefined);
  const today = isRestated ? restatements(units, others) : [];
  const wanted = once(others.map((place, index) => today[index]?.to ?? place));
  const asked = identities[listed.length + expected.length];
  const leading = asked && isRestated ? (restatements(units, [asked])[0]?.to ?? asked) : asked;
  const known = new Set([...own, ...targets, ...wanted].map((place) => place?.key));
  if (leading && !known.has(leading.key))
    problems.add(
      "headline.leader",
      `${leading.name} is not among the places`,
      "name a place that is listed, or add its figures",
    );
  const notes = new Map(identities.map(({ note, key }) => [key, note]));
  return {
    places: own.map(({ name: called, key }, index) => {
      const to = targets[index];
      return { name: called, key, ...(to && { restatedTo: to }) };
    }),
    ...(input.expected && { expected: wanted.map(({ name: called, key }) => ({ name: called, key })) }),
    ...(leading && { leader: { name: leading.name, key: leading.key } }),
    notes: isRestated ? [] : [...notes.values()].filter((note) => note !== undefined),
  };
}

function checkNames(
  problems: ProblemList,
  identities: readonly PlaceIdentity[],
  pathOf: (index: number) => string,
): void {
  const seen = new Map<string, string>();
  for (const [index, { name: called, key }] of identities.entries()) {
    const first = seen.get(key);
    if (called === "") problems.add(pathOf(index), "the place has no name", RANKING_HINTS.place);
    else if (first !== undefined)
      problems.add(
        pathOf(index),
        first === called ? `${called} is named twice` : `${called} is the same place as ${first}`,
        "give each place once",
      );
    seen.set(key, called);
  }
}

/** The unit of today that each place goes to; predecessors that are not there are problems, as no sum is made without. */
function restated(
  problems: ProblemList,
  units: Units,
  places: readonly PlaceIdentity[],
  day: string | undefined,
): readonly (NamedPlace | undefined)[] {
  const keys = new Set(places.map(({ key }) => key));
  const isAfter = day === undefined || day >= FIRST_DAY_AFTER;
  return restatements(units, places).map((restatement, index) => {
    if (!restatement) return undefined;
    const { to, lacking, isAlone } = restatement;
    if (keys.has(to.key))
      problems.add(
        `places.${index}.place`,
        `${to.name} of today is listed beside a unit that it was formed from`,
        "give the unit of today or the units before",
      );
    if (lacking.length > 0 && !(isAlone && isAfter))
      problems.add(
        `places.${index}.place`,
        `${to.name} of today needs the figures of the earlier ${lacking.join(" and ")} too`,
        "list every unit that it was formed from",
      );
    return to;
  });
}

function once(places: readonly NamedPlace[]): readonly NamedPlace[] {
  return [...new Map(places.map((place) => [place.key, place])).values()];
}
