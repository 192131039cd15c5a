import { SMALL_BASE_GROWTH } from "../figure/coherence-note.ts";
import type { RankingNote } from "./ranking-note.ts";
import type { RankingQuestion } from "./ranking-question.ts";
import type { RankingState } from "./ranking-state.ts";
import { hasGrowth } from "./region-growth.ts";

/** What a reader of the ranking should know, in the order of the places' keys. */
export function notesOf(
  question: RankingQuestion,
  state: RankingState,
  { hasLevels, hasContributions }: { readonly hasLevels: boolean; readonly hasContributions: boolean },
): readonly RankingNote[] {
  return [
    ...nameNotes(question, state),
    ...coverageNotes(state),
    ...measureNotes(question, state, { hasLevels, hasContributions }),
    ...regionNotes(state),
    ...placeNotes(question, state),
  ];
}

function nameNotes({ nameNotes: told }: RankingQuestion, { places }: RankingState): readonly RankingNote[] {
  return [
    ...told.map(({ code, ...values }) => ({ code, values }) as RankingNote),
    ...places.flatMap(({ name, restatedFrom }): readonly RankingNote[] =>
      restatedFrom ? [{ code: "restated", values: { place: name, parts: restatedFrom } }] : [],
    ),
  ];
}

function coverageNotes({ coverage }: RankingState): readonly RankingNote[] {
  const { missingCount, missing, unexpected, isComplete } = coverage;
  return [
    ...(missingCount
      ? [{ code: "placesMissing", values: { count: missingCount, names: missing } } as const]
      : []),
    ...(unexpected.length > 0 ? [{ code: "placesUnexpected", values: { names: unexpected } } as const] : []),
    ...(isComplete === undefined ? [{ code: "completenessNotTold", values: {} } as const] : []),
  ];
}

function measureNotes(
  { aggregation }: RankingQuestion,
  { places, level }: RankingState,
  { hasLevels, hasContributions }: { readonly hasLevels: boolean; readonly hasContributions: boolean },
): readonly RankingNote[] {
  const grown = places.filter(hasGrowth);
  if (places.length === 0) return [];
  if (!hasLevels)
    return [
      { code: "onlyGrowths", values: {} },
      ...(aggregation === "average" && !hasContributions
        ? [{ code: "weightsNeeded", values: {} } as const]
        : []),
    ];
  if (grown.length === 0) return [{ code: "onlyLevels", values: {} }];
  const withoutLevel = places.filter(({ value, share }) => !value && !share).map(({ name }) => name);
  const withoutGrowth = places.filter((place) => !hasGrowth(place)).map(({ name }) => name);
  return [
    ...(withoutLevel.length > 0 ? [{ code: "levelNotKnown", values: { names: withoutLevel } } as const] : []),
    ...(withoutGrowth.length > 0
      ? [{ code: "growthNotKnown", values: { names: withoutGrowth } } as const]
      : []),
    ...(aggregation === "average" && !hasContributions
      ? [{ code: "weightsNeeded", values: {} } as const]
      : []),
    ...(level?.sharesOf === "givenPlaces" ? [{ code: "sharesOfGivenPlaces", values: {} } as const] : []),
  ];
}

function regionNotes({ growth, places, coverage }: RankingState): readonly RankingNote[] {
  const { comparedWith, stated } = growth;
  const notes: RankingNote[] = [];
  if (comparedWith?.kind === "simpleAverage") notes.push({ code: "comparedWithSimpleAverage", values: {} });
  if (comparedWith?.kind === "weightedOfGiven") notes.push({ code: "comparedWithGivenPlaces", values: {} });
  const grown = places.filter(hasGrowth);
  // Where every place is there this is a contradiction, and told as one.
  const mayBePart = coverage.isComplete !== true || grown.length < coverage.given;
  if (!stated || !mayBePart || grown.length < 2) return notes;
  const fastest = grown.reduce((most, place) => (place.growth.upper > most.growth.upper ? place : most));
  const slowest = grown.reduce((least, place) => (place.growth.lower < least.growth.lower ? place : least));
  const outside =
    stated.lower > fastest.growth.upper
      ? ({ side: "above", place: fastest.name } as const)
      : stated.upper < slowest.growth.lower
        ? ({ side: "below", place: slowest.name } as const)
        : undefined;
  if (outside) notes.push({ code: "regionGrowthOutside", values: { growth: stated.value, ...outside } });
  return notes;
}

function placeNotes(question: RankingQuestion, { told, places }: RankingState): readonly RankingNote[] {
  const notes: RankingNote[] = [];
  for (const { name, growth } of places)
    if (growth && growth.value > SMALL_BASE_GROWTH)
      notes.push({ code: "smallBase", values: { place: name, growth: growth.value } });
  for (const { name, value, prior, growth } of told)
    if (value && prior && !growth) notes.push({ code: "growthUndefined", values: { place: name } });
  for (const { name, value, prior } of question.places)
    for (const figure of [value, prior])
      if (figure?.isAmbiguous)
        notes.push({
          code: "ambiguousDecimal",
          values: { place: name, written: figure.written, value: figure.value },
        });
  return notes;
}
