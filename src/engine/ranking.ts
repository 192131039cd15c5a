import type { Measured } from "./figure/measured.ts";
import { positionEcho } from "./question-echo.ts";
import { type Contributions, contributionsOf, type PartOf } from "./ranking/contribution.ts";
import type { Coverage } from "./ranking/coverage.ts";
import { countFaster, type FasterCount } from "./ranking/faster-than-region.ts";
import { checkHeadline, type HeadlineCheck } from "./ranking/headline.ts";
import type { KnownNumber } from "./ranking/known-number.ts";
import type { KnownPlace } from "./ranking/known-place.ts";
import type { Leader } from "./ranking/leader.ts";
import { compareText, type Placings, placings } from "./ranking/placing.ts";
import { type RankedPlace, rankedPlaces } from "./ranking/ranked-place.ts";
import { type RankingCoherence, rankingCoherence } from "./ranking/ranking-finding.ts";
import type { RankingNote } from "./ranking/ranking-note.ts";
import { notesOf } from "./ranking/ranking-notes.ts";
import type { Measure, PlaceAggregation, RankingQuestion } from "./ranking/ranking-question.ts";
import { type RankingState, rankingState } from "./ranking/ranking-state.ts";
import type { RegionGrowth } from "./ranking/region-growth.ts";
import { type Spread, spreadOf } from "./ranking/spread.ts";

/** What the places make together. */
export interface RankedRegion {
  readonly value?: KnownNumber;
  readonly sumOfPlaces?: KnownNumber;
  readonly rest?: KnownNumber;
  readonly growth: RegionGrowth;
  readonly sharesOf?: PartOf;
  readonly contributionsTo?: PartOf;
}

export interface RankingEcho extends Pick<RankingQuestion, "indicator" | "region" | "unit"> {
  readonly through?: string;
  readonly fiscalYear?: number;
  readonly fiscalYearStart?: number;
  readonly elapsed?: number;
  readonly remaining?: number;
  readonly aggregation: PlaceAggregation;
  /** What the order by level rests on where no level was told. */
  readonly levelsAre?: "shares";
}

export interface Ranking {
  readonly question: RankingEcho;
  readonly places: readonly RankedPlace[];
  readonly leaders: { readonly [Of in Measure | "contribution"]?: Leader };
  readonly region: RankedRegion;
  /** How many places beat the growth that they are compared with. */
  readonly faster?: FasterCount;
  /** How many are said to. */
  readonly fasterStated?: { readonly count: number; readonly of?: number; readonly share?: number };
  readonly spread: { readonly [Of in Measure]?: Spread };
  readonly coverage: Coverage;
  readonly headline?: HeadlineCheck;
  readonly coherence: RankingCoherence;
  readonly notes: readonly RankingNote[];
}

/**
 * Places compared for one indicator: who is first in level, who in growth and who adds most to the region's growth, which
 * are three questions; each rank with the ranks that the digits allow; the region's growth as stated, weighted and as a
 * simple average; how many places beat it; and whether the figures agree.
 */
export function ranking(told: RankingQuestion): Ranking {
  const question = { ...told, places: told.places.toSorted((a, b) => compareText(a.key, b.key)) };
  const state = rankingState(question, "strict");
  const { places, coverage, growth } = state;
  const { aggregation, beating, headline } = question;
  const region = { value: state.regionValue, growth: growth.stated };
  const contributions = contributionsOf(places, region, { aggregation, coverage });
  const areShares = places.every(({ value }) => value === undefined);
  const levelOf = (place: KnownPlace): Measured | undefined => (areShares ? place.share : place.value);
  const ranks = {
    level: placings(places, levelOf),
    growth: placings(places, (place) => place.growth),
    contribution: placings(places, ({ key }) => contributions?.of.get(key)),
  };
  const leaders = leadersOf(ranks);
  const ranked = rankedPlaces(state, ranks, contributions);
  const faster = countFaster(ranked.flatMap(({ isFaster }) => isFaster ?? []));
  const hasLevels = ranks.level.of.size > 0;
  const { of } = coverage;
  const led = headline && places.find(({ key }) => key === headline.key)?.name;
  return {
    question: echo(question, areShares && hasLevels),
    places: ranked,
    leaders,
    region: rankedRegion(state, contributions, areShares && hasLevels),
    ...(faster && { faster }),
    ...(beating !== undefined && {
      fasterStated: { count: beating, ...(of !== undefined && { of, share: beating / of }) },
    }),
    spread: spreads(places, levelOf),
    coverage,
    ...(headline && { headline: checkHeadline(headline, leaders, led) }),
    coherence: rankingCoherence(
      (reading) => (reading === "strict" ? state : rankingState(question, reading)),
      {
        ...(faster && { counted: faster }),
        ...(of !== undefined && { of }),
        ...(beating !== undefined && { stated: beating }),
      },
    ),
    notes: notesOf(question, state, { hasLevels, hasContributions: contributions !== undefined }),
  };
}

function leadersOf({
  level: { leader: level },
  growth: { leader: growth },
  contribution: { leader: contribution },
}: Readonly<Record<Measure | "contribution", Placings>>): Ranking["leaders"] {
  return { ...(level && { level }), ...(growth && { growth }), ...(contribution && { contribution }) };
}

function rankedRegion(
  { level, growth }: RankingState,
  contributions: Contributions | undefined,
  areShares: boolean,
): RankedRegion {
  const { value, sumOfPlaces, rest } = level ?? {};
  const sharesOf = areShares ? "region" : level?.sharesOf;
  return {
    ...(value && { value }),
    ...(sumOfPlaces && { sumOfPlaces }),
    ...(rest && { rest }),
    ...(sharesOf && { sharesOf }),
    growth,
    ...(contributions && { contributionsTo: contributions.to }),
  };
}

function spreads(
  places: readonly KnownPlace[],
  levelOf: (place: KnownPlace) => Measured | undefined,
): Ranking["spread"] {
  const level = spreadOf(places.flatMap((place) => levelOf(place)?.value ?? []));
  const growth = spreadOf(places.flatMap(({ growth: own }) => own?.value ?? []));
  return { ...(level && { level }), ...(growth && { growth }) };
}

function echo(question: RankingQuestion, areShares: boolean): RankingEcho {
  const { indicator, region, unit, position, aggregation } = question;
  return {
    ...(indicator !== undefined && { indicator }),
    ...(region !== undefined && { region }),
    ...(unit !== undefined && { unit }),
    ...(position && positionEcho(position)),
    aggregation,
    ...(areShares && { levelsAre: "shares" }),
  };
}
