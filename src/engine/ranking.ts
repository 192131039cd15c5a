import { throughLabel } from "./calendar/period.ts";
import { contributionsOf, type PartOf } from "./ranking/contribution.ts";
import type { Coverage } from "./ranking/coverage.ts";
import { type Beats, beats, countFaster, type FasterCount } from "./ranking/faster-than-region.ts";
import { checkHeadline, type HeadlineCheck } from "./ranking/headline.ts";
import type { KnownNumber } from "./ranking/known-number.ts";
import { FROM_SHARE, type KnownPlace } from "./ranking/known-place.ts";
import { type Leader, leaderOf } from "./ranking/leader.ts";
import type { Measured } from "./ranking/order.ts";
import { type Rank, ranksOf } from "./ranking/rank.ts";
import { type RankingCoherence, rankingCoherence } from "./ranking/ranking-finding.ts";
import type { RankingNote } from "./ranking/ranking-note.ts";
import { notesOf } from "./ranking/ranking-notes.ts";
import type { Measure, PlaceAggregation, RankingQuestion } from "./ranking/ranking-question.ts";
import { rankingState } from "./ranking/ranking-state.ts";
import type { RegionGrowth } from "./ranking/region-growth.ts";
import { type Spread, spreadOf } from "./ranking/spread.ts";

/** A place's rank in one measure, and how far behind it the next place is. */
export interface Placing extends Rank {
  readonly next?: { readonly place: string; readonly gap: number };
}

/** One place of the ranking. Ratios, growths and contributions are fractions, gaps of growth differences of fractions. */
export interface RankedPlace {
  readonly name: string;
  readonly value?: KnownNumber;
  readonly prior?: KnownNumber;
  readonly growth?: KnownNumber;
  readonly restatedFrom?: readonly string[];
  readonly levelRank?: Placing;
  readonly growthRank?: Placing;
  readonly share?: KnownNumber;
  readonly contribution?: Measured;
  readonly isFaster?: Beats;
}

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
 *
 * Places come in the order of their levels, those without one after them in the order of their growths, so that the
 * order in which they were told changes nothing.
 */
export function ranking(told: RankingQuestion): Ranking {
  const question = { ...told, places: told.places.toSorted((a, b) => compareText(a.key, b.key)) };
  const state = rankingState(question, "strict");
  const { places, coverage, growth, level } = state;
  const { aggregation, of, beating, headline } = question;
  const contributions = contributionsOf(
    places,
    { value: state.regionValue, growth: growth.stated },
    { aggregation, coverage },
  );
  const areShares = !places.some(({ value }) => value !== undefined);
  const levelOf = (place: KnownPlace): Measured | undefined => (areShares ? place.share : place.value);
  const numbers: Readonly<Record<Measure | "contribution", (place: KnownPlace) => Measured | undefined>> = {
    level: levelOf,
    growth: (place) => place.growth,
    contribution: ({ key }) => contributions?.of.get(key),
  };
  const levels = placings(places, levelOf);
  const growths = placings(places, numbers.growth);
  const ranked = places
    .map((place): RankedPlace & { readonly key: string } => {
      const { key, name, value, prior, growth: own, restatedFrom } = place;
      const isFromShare = value?.from === FROM_SHARE;
      const share = (isFromShare ? undefined : level?.shares.get(key)) ?? place.share;
      const placing = { level: levels.get(key), growth: growths.get(key) };
      const contribution = contributions?.of.get(key);
      const { comparedWith } = growth;
      return {
        key,
        name,
        ...(value && { value }),
        ...(prior && { prior }),
        ...(own && { growth: own }),
        ...(restatedFrom && { restatedFrom }),
        ...(placing.level && { levelRank: placing.level }),
        ...(placing.growth && { growthRank: placing.growth }),
        ...(share && { share }),
        ...(contribution && { contribution }),
        ...(own && comparedWith && { isFaster: beats(own, comparedWith) }),
      };
    })
    .sort(
      (a, b) =>
        (a.levelRank?.rank ?? Number.POSITIVE_INFINITY) - (b.levelRank?.rank ?? Number.POSITIVE_INFINITY) ||
        (a.growthRank?.rank ?? Number.POSITIVE_INFINITY) - (b.growthRank?.rank ?? Number.POSITIVE_INFINITY) ||
        compareText(a.key, b.key),
    );
  const leaders = leadersOf(places, numbers);
  const sharesOf = areShares && levels.size > 0 ? "region" : level?.sharesOf;
  const answers = ranked.flatMap(({ isFaster }) => isFaster ?? []);
  const faster = answers.length > 0 ? countFaster(answers) : undefined;
  const size = coverage.of ?? of;
  return {
    question: echo(question, areShares && levels.size > 0),
    places: ranked.map(({ key: _key, ...place }) => place),
    leaders,
    region: {
      ...(level && {
        ...(level.value && { value: level.value }),
        ...(level.sumOfPlaces && { sumOfPlaces: level.sumOfPlaces }),
        ...(level.rest && { rest: level.rest }),
        ...(sharesOf && { sharesOf }),
      }),
      growth,
      ...(contributions && { contributionsTo: contributions.to }),
    },
    ...(faster && { faster }),
    ...(beating !== undefined && {
      fasterStated: { count: beating, ...(size && { of: size, share: beating / size }) },
    }),
    spread: spreads(places, levelOf),
    coverage,
    ...(headline && {
      headline: checkHeadline(headline, leaders, places.find(({ key }) => key === headline.key)?.name),
    }),
    coherence: rankingCoherence(
      (reading) => (reading === "strict" ? state : rankingState(question, reading)),
      {
        ...(faster && { counted: faster }),
        ...(size !== undefined && { of: size }),
        ...(beating !== undefined && { stated: beating }),
      },
    ),
    notes: notesOf(question, state, {
      hasLevels: levels.size > 0,
      hasContributions: contributions !== undefined,
    }),
  };
}

/** By code units, which no machine's locale changes. */
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The rank of every place whose number is known, by its key. */
function placings(
  places: readonly KnownPlace[],
  numberOf: (place: KnownPlace) => Measured | undefined,
): ReadonlyMap<string, Placing> {
  const known = places
    .flatMap((place) => {
      const number = numberOf(place);
      return number ? [{ key: place.key, name: place.name, number }] : [];
    })
    .sort((a, b) => b.number.value - a.number.value || compareText(a.key, b.key));
  const ranks = ranksOf(known.map(({ number }) => number));
  return new Map(
    known.map(({ key, number }, index): [string, Placing] => {
      const next = known[index + 1];
      return [
        key,
        {
          ...(ranks[index] as Rank),
          ...(next && { next: { place: next.name, gap: number.value - next.number.value } }),
        },
      ];
    }),
  );
}

function leadersOf(
  places: readonly KnownPlace[],
  numbers: Readonly<Record<Measure | "contribution", (place: KnownPlace) => Measured | undefined>>,
): Ranking["leaders"] {
  const leader = (of: Measure | "contribution"): Leader | undefined =>
    leaderOf(
      places.flatMap((place) => {
        const number = numbers[of](place);
        return number ? [{ name: place.name, number }] : [];
      }),
    );
  const [level, growth, contribution] = [leader("level"), leader("growth"), leader("contribution")];
  return { ...(level && { level }), ...(growth && { growth }), ...(contribution && { contribution }) };
}

function spreads(
  places: readonly KnownPlace[],
  levelOf: (place: KnownPlace) => Measured | undefined,
): Ranking["spread"] {
  const levels = places.flatMap((place) => levelOf(place)?.value ?? []);
  const growths = places.flatMap(({ growth }) => growth?.value ?? []);
  return {
    ...(levels.length > 0 && { level: spreadOf(levels) }),
    ...(growths.length > 0 && { growth: spreadOf(growths) }),
  };
}

function echo(question: RankingQuestion, areShares: boolean): RankingEcho {
  const { indicator, region, unit, position, aggregation } = question;
  return {
    ...(indicator !== undefined && { indicator }),
    ...(region !== undefined && { region }),
    ...(unit !== undefined && { unit }),
    ...(position && {
      fiscalYear: position.year,
      fiscalYearStart: position.startMonth,
      through: throughLabel(position),
      elapsed: position.elapsed,
      remaining: position.periodsPerYear - position.elapsed,
    }),
    aggregation,
    ...(areShares && { levelsAre: "shares" }),
  };
}
