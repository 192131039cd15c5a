import { worstVerdict } from "../figure/coherence.ts";
import type { Reading } from "../figure/figure.ts";
import {
  type Bounds,
  boundsOf,
  type Interval,
  intervalHull,
  intervalIntersection,
  intervalQuotient,
  TOUCHING_TOLERANCE,
} from "../figure/interval.ts";
import { sumOf } from "../figure/measured.ts";
import type { FasterCount } from "./faster-than-region.ts";
import { FROM_SHARE } from "./known-place.ts";
import type { RankingState } from "./ranking-state.ts";
import { hasGrowth } from "./region-growth.ts";

/** What about the figures of places and region was held against each other. */
export const RANKING_RELATIONS = {
  placeGrowth: "growth = value / prior - 1",
  placeShare: "share = value / regionValue",
  sumOfPlaces: "sum of places = regionValue",
  sumOfGivenPlaces: "sum of given places <= regionValue",
  sumOfShares: "sum of shares = 1",
  sumOfGivenShares: "sum of given shares <= 1",
  regionGrowth: "regionGrowth = weighted growth of places",
  regionGrowthWithin: "slowest place <= regionGrowth <= fastest place",
  beating: "beating = places counted",
} as const;
export type RankingRelation = keyof typeof RANKING_RELATIONS;

export type RankingVerdict = "holds" | "holdsIfCoarse" | "holdsIfTruncated" | "contradicts";

/** What one relation says: one quantity as the others give it, and as it was stated. */
export interface RankingFinding {
  readonly kind: RankingRelation;
  readonly relation: string;
  /** The place that it is about; the region where it is absent. */
  readonly place?: string;
  readonly derived: Bounds;
  readonly stated: Bounds;
  readonly verdict: RankingVerdict;
}

export interface RankingCoherence {
  /** The worst of the findings; `notChecked` when there was nothing to compare. */
  readonly verdict: RankingVerdict | "notChecked";
  readonly findings: readonly RankingFinding[];
}

/** From strongest to weakest reading of the digits; a relation is judged by the first under which it holds. */
const READINGS: readonly (readonly [Reading, RankingVerdict])[] = [
  ["strict", "holds"],
  ["coarse", "holdsIfCoarse"],
  ["truncated", "holdsIfTruncated"],
];

/** One relation under one reading. */
interface Check {
  readonly kind: RankingRelation;
  readonly place?: string;
  readonly derived: Interval;
  readonly stated: Interval;
}

/**
 * Every relation between the figures of places and region that can be put to the test, each under the strictest
 * reading of the digits under which it holds.
 * @param under what is known under a reading
 * @param faster how many places are counted to beat the region, and how many are said to
 */
export function rankingCoherence(
  under: (reading: Reading) => RankingState,
  faster: { readonly counted?: FasterCount; readonly of?: number; readonly stated?: number },
): RankingCoherence {
  const readings = new Map<Reading, readonly Check[]>();
  const checksUnder = (reading: Reading): readonly Check[] => {
    const done = readings.get(reading) ?? checksOf(under(reading));
    readings.set(reading, done);
    return done;
  };
  const findings = checksUnder("strict").map((check): RankingFinding => {
    const isSame = ({ kind, place }: Check) => kind === check.kind && place === check.place;
    const [, verdict = "contradicts"] =
      READINGS.find(([reading]) => {
        const read = checksUnder(reading).find(isSame);
        return read !== undefined && holds(read);
      }) ?? [];
    return findingOf(check, verdict);
  });
  const count = countCheck(faster);
  if (count) findings.push(findingOf(count, holds(count) ? "holds" : "contradicts"));
  return { verdict: worstVerdict(findings.map(({ verdict }) => verdict)), findings };
}

const findingOf = ({ kind, place, derived, stated }: Check, verdict: RankingVerdict): RankingFinding => ({
  kind,
  relation: RANKING_RELATIONS[kind],
  ...(place !== undefined && { place }),
  derived: boundsOf(derived),
  stated: boundsOf(stated),
  verdict,
});

function holds({ kind, derived, stated }: Check): boolean {
  if (kind !== "sumOfGivenPlaces" && kind !== "sumOfGivenShares")
    return intervalIntersection(derived, stated) !== undefined;
  const over = derived.lower - stated.upper;
  return over <= TOUCHING_TOLERANCE * Math.max(Math.abs(derived.lower), Math.abs(stated.upper));
}

function checksOf(state: RankingState): readonly Check[] {
  return [...placeChecks(state), ...levelChecks(state), ...growthChecks(state)];
}

function placeChecks({ told, regionValue }: RankingState): readonly Check[] {
  return told.flatMap(({ name: place, value, prior, growth, share }): readonly Check[] => {
    const checks: Check[] = [];
    const areTold = [value, prior, growth].every((number) => number?.origin === "reported");
    if (areTold && value && prior && growth && prior.lower > 0) {
      const ratio = intervalQuotient(value, prior);
      const derived = { lower: ratio.lower - 1, upper: ratio.upper - 1 };
      checks.push({ kind: "placeGrowth", place, derived, stated: growth });
    }
    if (value?.origin === "reported" && share && regionValue && regionValue.lower > 0)
      checks.push({
        kind: "placeShare",
        place,
        derived: intervalQuotient(value, regionValue),
        stated: share,
      });
    return checks;
  });
}

function levelChecks({ level, places, coverage, regionValue }: RankingState): readonly Check[] {
  const checks: Check[] = [];
  const isComplete = coverage.isComplete === true;
  // A level that was worked out from the region's says nothing about it.
  const areOwn = places.every(({ value }) => value?.from !== FROM_SHARE);
  if (level?.sumOfPlaces && regionValue && areOwn)
    checks.push({
      kind: isComplete ? "sumOfPlaces" : "sumOfGivenPlaces",
      derived: level.sumOfPlaces,
      stated: regionValue,
    });
  const shares = places.flatMap(({ share }) => share ?? []);
  if (level && shares.length > 1 && (shares.length === places.length || !isComplete))
    checks.push({
      kind: isComplete ? "sumOfShares" : "sumOfGivenShares",
      derived: sumOf(shares),
      stated: { lower: 1, upper: 1 },
    });
  return checks;
}

function growthChecks({ places, coverage, growth }: RankingState): readonly Check[] {
  const { stated, weighted } = growth;
  const grown = places.filter(hasGrowth);
  if (!stated || coverage.isComplete !== true || grown.length !== coverage.given || grown.length === 0)
    return [];
  const span = grown.map(({ growth: own }) => own as Interval).reduce(intervalHull);
  return [
    ...(weighted ? [{ kind: "regionGrowth", derived: weighted, stated } as const] : []),
    { kind: "regionGrowthWithin", derived: span, stated },
  ];
}

/**
 * The number said to beat the region against what the figures allow. The region's growth is a mean of its places', so
 * that never all of them are above it.
 */
function countCheck({
  counted,
  of,
  stated,
}: {
  readonly counted?: FasterCount;
  readonly of?: number;
  readonly stated?: number;
}): Check | undefined {
  if (stated === undefined || (!counted && of !== stated)) return undefined;
  const { count, uncertain, outOf } = counted ?? { count: 0, uncertain: 0, outOf: 0 };
  const size = of ?? outOf;
  const most = count + uncertain + Math.max(0, size - outOf);
  return {
    kind: "beating",
    derived: { lower: count, upper: of === undefined ? most : Math.min(most, of - 1) },
    stated: { lower: stated, upper: stated },
  };
}
