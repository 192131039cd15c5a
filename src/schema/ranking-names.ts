import { type FiscalPosition, lastDayOf } from "../engine/calendar/period.ts";
import type { Units } from "../engine/geography/administrative-unit.ts";
import {
  baseOfOtherArea,
  FIRST_DAY_AFTER,
  identifyPlaces,
  mixOfBorders,
  type PlaceIdentity,
  type PlaceNameNote,
  restatements,
} from "../engine/ranking/place-identity.ts";
import type { NamedPlace, RankingQuestion } from "../engine/ranking/ranking-question.ts";
import type { ProblemList } from "./problems.ts";
import { type PlaceInput, RANKING_HINTS, type RankingInput } from "./ranking-fields.ts";

export interface RankingNames {
  readonly places: readonly (NamedPlace & { readonly restatedTo?: NamedPlace })[];
  readonly expected?: readonly NamedPlace[];
  readonly leader?: NamedPlace;
  readonly notes: RankingQuestion["nameNotes"];
}

/** What the names mean; a place that is named twice, or whose borders do not go with the others', is noted. */
export function readRankingNames(
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
): RankingNames {
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
  const notes = new Map(identities.toSorted(byKey).map(({ note, key }) => [key, note]));
  return {
    places: own.map(({ name: called, key }, index) => {
      const to = targets[index];
      return { name: called, key, ...(to && { restatedTo: to }) };
    }),
    ...(input.expected && { expected: wanted.map(({ name: called, key }) => ({ name: called, key })) }),
    ...(leading && { leader: { name: leading.name, key: leading.key } }),
    notes: isRestated
      ? []
      : [
          ...notes.values(),
          // Figures that are told to be of the units after are so on both sides of a growth.
          boundaries === "period" && position ? acrossChange(own, listed, position) : undefined,
        ].filter((note) => note !== undefined),
  };
}

/** What growths and figures of last year of places formed since then have to be of. */
function acrossChange(
  identities: readonly PlaceIdentity[],
  listed: readonly PlaceInput[],
  position: FiscalPosition,
): PlaceNameNote | undefined {
  const compared = identities.filter((_, index) => {
    const { growth, prior, priorYtd } = listed[index] as PlaceInput;
    return (growth ?? prior ?? priorYtd) !== undefined;
  });
  const lastYear = lastDayOf({ ...position, year: position.year - 1 });
  return baseOfOtherArea(compared.toSorted(byKey), lastYear);
}

/** Whatever the order in which places are told, what is said of their names comes in one. */
const byKey = (a: NamedPlace, b: NamedPlace): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

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
