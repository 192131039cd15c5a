import type { FiscalPosition } from "../engine/calendar/period.ts";
import type { Figure } from "../engine/figure/figure.ts";
import type { Units } from "../engine/geography/administrative-unit.ts";
import { foldText, usualAggregation } from "../engine/indicator-class.ts";
import type {
  NamedPlace,
  PlaceAggregation,
  PlaceFigures,
  RankingQuestion,
} from "../engine/ranking/ranking-question.ts";
import type { FigureText } from "./fields.ts";
import { FigureReader } from "./figure-reader.ts";
import { InvalidQuestion, ProblemList } from "./problems.ts";
import { readQuestion, type Surroundings } from "./question.ts";
import {
  PLACES_HINT,
  type PlaceInput,
  RANKING_FIELDS,
  RANKING_HINTS,
  type RankingInput,
  RankingQuestionInput,
} from "./ranking-fields.ts";
import { placeIn } from "./ranking-form.ts";
import { type RankingNames, readRankingNames } from "./ranking-names.ts";
import { HINTS, validate } from "./validate.ts";

/**
 * A raw question about places as the engine's.
 * @throws InvalidQuestion with everything that is wrong, each with its field
 */
export function readRankingQuestion(
  raw: Readonly<Record<string, unknown>>,
  { units, ...surroundings }: Surroundings & { readonly units: Units },
): RankingQuestion {
  const problems = new ProblemList();
  const input = validate(RankingQuestionInput, raw, RANKING_FIELDS, problems, RANKING_HINTS);
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
  const named = readRankingNames(problems, input, { listed, units, position });
  const counts = readCounts(problems, input, named);
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
  { places, expected }: RankingNames,
): { readonly of?: number; readonly beating?: number } {
  const listed = new Set(places.map(({ key, restatedTo }) => restatedTo?.key ?? key)).size;
  const together = COUNT_OF.exec(String(input.beating ?? ""));
  const beating = together ? Number(together[1]) : count(problems, input.beating, "beating");
  const told = count(problems, input.of, "of");
  const within = together ? Number(together[2]) : undefined;
  if (told !== undefined && within !== undefined && told !== within)
    problems.add("of", `of is ${told}, while beating says ${within}`, "give the number of places once");
  const of = told ?? within;
  if (of !== undefined && of < listed)
    problems.add("of", `of is ${of}, while ${listed} places are listed`, "count every place of the region");
  if (of !== undefined && expected && expected.length !== of)
    problems.add("of", `of is ${of}, while expected names ${expected.length}`, "give one of them");
  const size = of ?? expected?.length;
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
