import { EngineError } from "../engine-error.ts";
import type { Figure } from "../figure/figure.ts";
import {
  type Bounds,
  boundsOf,
  type Interval,
  intervalIntersection,
  intervalProduct,
} from "../figure/interval.ts";
import { type Measured, over, plus, sumOf, times } from "../figure/measured.ts";
import { weightedMean } from "../figure/weighted-mean.ts";

/**
 * What figures of several places are, which decides how they become one of the place that contains them. `plan`s are
 * levels that were decided; `share`s are cumulative ones, of what a part of the year brought and what the year did.
 */
export const RESTATED_KINDS = ["level", "growth", "index", "ratio", "share", "plan", "growthTarget"] as const;
export type RestatedKind = (typeof RESTATED_KINDS)[number];

/** The figures that one place can have; `value` of a ratio or share is the ratio itself. */
export const PLACE_FIGURES = [
  "value",
  "growth",
  "prior",
  "index",
  "weight",
  "numerator",
  "denominator",
] as const;
export type PlaceFigure = (typeof PLACE_FIGURES)[number];

/** The figures of one of the places. */
export interface RestatedPart {
  readonly name: string;
  readonly figures: Readonly<Partial<Record<PlaceFigure, Figure>>>;
}

/** A figure of all places together, with the bounds that theirs allow and the formula that made it. */
export interface RestatedFigure extends Bounds {
  readonly value: number;
  readonly from: string;
}

/** The names of what comes out; the first of a kind is what was asked for. */
export const RESTATED_NAMES = [...PLACE_FIGURES, "ratio"] as const;
export type RestatedName = (typeof RESTATED_NAMES)[number];
export type RestatedFigures = Readonly<Partial<Record<RestatedName, RestatedFigure>>>;

/** The figure that a kind is about. */
export const MAIN_FIGURE: Readonly<Record<RestatedKind, RestatedName>> = {
  level: "value",
  plan: "value",
  growth: "growth",
  growthTarget: "growth",
  index: "index",
  ratio: "ratio",
  share: "ratio",
};

/** What a place must have for its figures to be restated: all names of any one of the lists. */
export const NEEDS: Readonly<Record<RestatedKind, readonly (readonly PlaceFigure[])[]>> = {
  level: [["value"]],
  plan: [["value"]],
  growth: [
    ["prior", "growth"],
    ["value", "growth"],
    ["value", "prior"],
  ],
  growthTarget: [],
  index: [["index", "weight"]],
  ratio: [
    ["numerator", "denominator"],
    ["value", "denominator"],
  ],
  share: [
    ["numerator", "denominator"],
    ["value", "denominator"],
  ],
};

/**
 * The figures of several places as those of the place that they make up: levels and plans are added, growth is
 * weighted with what it grew from, an index with its weights, a ratio is the ratio of the sums.
 * @throws EngineError invalidQuestion for growth targets, and where the sum to divide by is not above zero
 */
export function restate(kind: RestatedKind, parts: readonly RestatedPart[]): RestatedFigures {
  switch (kind) {
    case "level":
    case "plan":
      return {
        value: summed(
          parts.map(({ figures }) => figures.value as Figure),
          "value",
        ),
      };
    case "growth":
      return restatedGrowth(parts);
    case "index":
      return restatedIndex(parts);
    case "ratio":
    case "share":
      return restatedRatio(parts);
    case "growthTarget":
      throw new EngineError(
        "invalidQuestion",
        "kind",
        "growth targets do not add up: each was set for its own place, and what they come to depends on the levels",
        "give the plans as amounts with kind=plan, or ask what growths on given levels make together with kind=growth",
      );
  }
}

/** The one figure of a place that its kind is about. */
export function mainValue(kind: RestatedKind, { figures }: RestatedPart): number {
  switch (MAIN_FIGURE[kind]) {
    case "growth":
      return grown(figures).growth.value;
    case "ratio":
      return parted(figures).ratio.value;
    case "index":
      return (figures.index as Figure).value;
    default:
      return (figures.value as Figure).value;
  }
}

const told = ({ value, lower, upper }: Measured, from: string): RestatedFigure => ({
  value,
  ...boundsOf({ lower, upper }),
  from,
});
const summed = (all: readonly Measured[], name: string): RestatedFigure => told(sumOf(all), `sum(${name})`);

/** The value of a place, what it grew from, and by how much: what two of them leave open follows. */
function grown({ value, prior, growth }: RestatedPart["figures"]): {
  readonly value: Measured;
  readonly prior: Measured;
  readonly growth: Measured;
} {
  if (growth && prior) return { value: value ?? times(prior, plus(growth, 1)), prior, growth };
  if (growth) return { value: value as Figure, prior: over(value as Figure, plus(growth, 1)), growth };
  const ratio = over(value as Figure, prior as Figure);
  return { value: value as Figure, prior: prior as Figure, growth: plus(ratio, -1) };
}

function restatedGrowth(parts: readonly RestatedPart[]): RestatedFigures {
  const all = parts.map(({ figures }) => grown(figures));
  const priors = all.map((part) => part.prior);
  const prior = sumOf(priors);
  requireAboveZero(prior, "prior");
  const value = sumOf(all.map((part) => part.value));
  const areLevels = parts.every(({ figures }) => figures.value && figures.prior);
  const growth = areLevels
    ? plus(over(value, prior), -1)
    : weightedMean(
        all.map((part) => part.growth),
        priors,
      );
  return {
    growth: told(growth, "sum(prior * (1 + growth)) / sum(prior) - 1"),
    prior: told(prior, "sum(prior)"),
    value: told(value, "sum(value)"),
  };
}

function restatedIndex(parts: readonly RestatedPart[]): RestatedFigures {
  const weights = parts.map(({ figures }) => figures.weight as Figure);
  const indices = parts.map(({ figures }) => figures.index as Figure);
  const weight = sumOf(weights);
  requireAboveZero(weight, "weight");
  return {
    index: told(weightedMean(indices, weights), "sum(weight * index) / sum(weight)"),
    weight: told(weight, "sum(weight)"),
  };
}

/** A ratio, what it is of, and what it is measured against: what two of them leave open follows. */
function parted({ value, numerator, denominator }: RestatedPart["figures"]): {
  readonly numerator: Measured;
  readonly denominator: Measured;
  readonly ratio: Measured;
} {
  const against = denominator as Figure;
  const ratio = numerator ? over(numerator, against) : (value as Figure);
  return { numerator: numerator ?? times(ratio, against), denominator: against, ratio };
}

function restatedRatio(parts: readonly RestatedPart[]): RestatedFigures {
  const all = parts.map(({ figures }) => parted(figures));
  const numerator = sumOf(all.map((part) => part.numerator));
  const denominators = all.map((part) => part.denominator);
  const denominator = sumOf(denominators);
  requireAboveZero(denominator, "denominator");
  const ratio = parts.every(({ figures }) => figures.numerator)
    ? over(numerator, denominator)
    : weightedMean(
        all.map((part) => part.ratio),
        denominators,
      );
  return {
    ratio: told(ratio, "sum(numerator) / sum(denominator)"),
    numerator: told(numerator, "sum(numerator)"),
    denominator: told(denominator, "sum(denominator)"),
  };
}

function requireAboveZero(sum: Measured, name: PlaceFigure): void {
  if (sum.value > 0) return;
  throw new EngineError(
    "invalidQuestion",
    "figures",
    `the sum of ${name} is not above zero, so nothing can be measured against it`,
    "compare the differences instead",
  );
}

/** Whether the figures of a place that say one thing twice can all be true. */
export function agrees({ figures }: RestatedPart): boolean {
  const { value, prior, growth, numerator, denominator } = figures;
  if (value && prior && growth) return meet(value, intervalProduct(prior, plus(growth, 1)));
  if (value && numerator && denominator) return meet(numerator, intervalProduct(value, denominator));
  return true;
}

const meet = (a: Interval, b: Interval): boolean => intervalIntersection(a, b) !== undefined;
