import type { Question } from "../question.ts";
import type { Knowledge } from "../report/knowledge.ts";
import { sumOfParts } from "./correlated-sum.ts";
import { type OwnForecast, ownForecast, settled } from "./own-forecast.ts";
import { distributionOf } from "./part-distribution.ts";
import { deviationOf, type PartForecast } from "./part-forecast.ts";
import type { ToldPart } from "./told-parts.ts";
import type { Tree } from "./tree.ts";

/** A total or a part with its forecasts before they agree with each other, in the unit of the total. */
export interface ForecastPart extends ToldPart {
  /** From its own report. */
  readonly own?: OwnForecast;
  /** Whether its own report tells no more of the year to come than its share of the whole, whose forecast it follows. */
  readonly followsWhole: boolean;
  /** The sum of its parts; of a part without parts that cannot be forecast, its figure as it stands. */
  readonly ofParts?: PartForecast;
  /** Whether it is made of parts that all follow it, so that they say nothing of it. */
  readonly isFollowed: boolean;
  /** Whether its parts can be true together with it; where they cannot, its own report stands and they stand beside it. */
  readonly fits: boolean;
  /** What its own report and its parts say together. */
  readonly both: PartForecast;
}

/** How the forecasts of a tree are made. */
export interface ForecastContext {
  readonly knowledge: Knowledge;
  /** Of the errors of any two parts of one whole. */
  readonly correlation: number;
  /** The paths of wholes that their parts contradict. */
  readonly misfits: ReadonlySet<string>;
}

type Whole = Pick<ForecastPart, "own" | "ytd" | "scale">;

/**
 * The forecast of every node: from its own report where it has one, and as the correlated sum of its parts. A part of
 * which no more than the amount or the share is known grows as its whole does, with the spread of a part.
 */
export function forecastParts(
  node: Tree<ToldPart>,
  context: ForecastContext,
  whole?: Whole,
): Tree<ForecastPart> {
  const { name, value } = node;
  const { position } = value.question;
  const isOpen = position.elapsed < position.periodsPerYear;
  const isLeaf = node.children.length === 0;
  const isTold = isLeaf || value.hasOwnReport || value.origin === "share";
  const alone = isOpen && isTold ? ownForecast(value, context.knowledge) : undefined;
  const following = alone && whole && !saysOfYear(value.question) && asPartOf(whole, alone, value);
  const own = following || alone;
  const children = node.children.map((child) =>
    forecastParts(child, context, { ...value, ...(own && { own }) }),
  );
  const parts = children.map((child) => child.value.both);
  const ofParts = isLeaf
    ? own === undefined && settled(value.ytd.value * value.scale)
    : sumOfParts(parts, context.correlation);
  const isFollowed = own !== undefined && isMadeOf(value, children);
  const fits = own === undefined || !context.misfits.has(value.path);
  return {
    name,
    value: {
      ...value,
      ...(own && { own }),
      followsWhole: following !== undefined && following !== false,
      ...(ofParts && { ofParts }),
      isFollowed,
      fits,
      both: together(own?.part, isFollowed || !fits ? undefined : ofParts || undefined),
    },
    children,
  };
}

/** Parts that come to their whole but for this part of it make it, as far as rounding tells. */
const ROUNDING = 0.02;

/** Whether a whole is made of parts that all follow it, so that they say nothing of it. */
function isMadeOf({ ytd, scale }: ToldPart, parts: readonly Tree<ForecastPart>[]): boolean {
  if (parts.length === 0 || !parts.every(({ value }) => value.followsWhole)) return false;
  const sum = parts.reduce((total, { value }) => total + value.ytd.value * value.scale, 0);
  return Math.abs(sum / (ytd.value * scale) - 1) <= ROUNDING;
}

/** Whether figures say more of the year to come than the amount so far does. */
function saysOfYear({ figures, history, reports }: Question): boolean {
  if (history !== undefined || reports.length > 0) return true;
  return (["growth", "priorYtd", "priorFullYear"] as const).some((name) => figures[name]);
}

/** A forecast moved to where the part's share of its whole's forecast lies; its remainder keeps its relative spread. */
function asPartOf(whole: Whole, alone: OwnForecast, { ytd, scale }: ToldPart): OwnForecast | undefined {
  const all = whole.ytd.value * whole.scale;
  if (!whole.own || !(all > 0)) return undefined;
  const { part } = alone;
  const start = part.booked > Number.NEGATIVE_INFINITY ? part.booked : 0;
  const median = (ytd.value * scale * whole.own.part.median) / all;
  if (!(part.median > start && median > start)) return undefined;
  const ratio = (median - start) / (part.median - start);
  const moved = {
    ...part,
    median,
    lower: start + (part.lower - start) * ratio,
    upper: start + (part.upper - start) * ratio,
  };
  return { ...alone, tier: "share", part: moved, distribution: distributionOf(moved) };
}

/** Two forecasts of one node by their precision: the averages of their quantiles. */
function together(own: PartForecast | undefined, ofParts: PartForecast | undefined): PartForecast {
  if (!own || !ofParts) return (own ?? ofParts) as PartForecast;
  const variance = deviationOf(ofParts) ** 2;
  const all = variance + deviationOf(own) ** 2;
  const weight = all > 0 ? variance / all : 0;
  const average = (a: number, b: number): number => (weight === 0 ? b : b + weight * (a - b));
  return {
    booked: own.booked,
    median: average(own.median, ofParts.median),
    lower: average(own.lower, ofParts.lower),
    upper: average(own.upper, ofParts.upper),
    degreesOfFreedom: average(own.degreesOfFreedom, ofParts.degreesOfFreedom),
  };
}
