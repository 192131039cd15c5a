import type { Reading } from "../figure/figure.ts";
import { type Coverage, coverageOf } from "./coverage.ts";
import { type KnownNumber, reportedNumber } from "./known-number.ts";
import { isCompared, type KnownPlace, knownPlace } from "./known-place.ts";
import type { RankingQuestion } from "./ranking-question.ts";
import { type RegionGrowth, regionGrowth } from "./region-growth.ts";
import { type RegionLevel, regionLevel } from "./region-level.ts";
import { restatedPlaces } from "./restated-places.ts";

/** Everything that is known of places and region under one reading of the digits. */
export interface RankingState {
  /** The places as they were told, with or without figures. */
  readonly told: readonly KnownPlace[];
  /** The places that are compared, restated where that was asked. */
  readonly places: readonly KnownPlace[];
  readonly coverage: Coverage;
  readonly regionValue?: KnownNumber;
  /** Where the levels of places add up. */
  readonly level?: RegionLevel;
  readonly growth: RegionGrowth;
}

/** What is known of places and region under one reading of the digits. */
export function rankingState(question: RankingQuestion, reading: Reading): RankingState {
  const { aggregation } = question;
  const isSum = aggregation === "sum";
  const regionValue = isSum ? reportedNumber(question.regionValue, reading) : undefined;
  const told = question.places.map((place) => knownPlace(place, regionValue, reading));
  const targets = question.places.map(({ restatedTo }) => restatedTo);
  const known = restatedPlaces(told, targets, aggregation);
  const coverage = coverageOf(question, known);
  const places = known.filter(isCompared);
  const stated = reportedNumber(question.regionGrowth, reading);
  return {
    told,
    places,
    coverage,
    ...(regionValue && { regionValue }),
    ...(isSum && { level: regionLevel(places, regionValue, coverage) }),
    growth: regionGrowth(places, stated, { aggregation, coverage }),
  };
}
