import { covariancesWithSum } from "./equicorrelation.ts";
import type { Tree } from "./tree.ts";

/** How a missing amount is shared: by the size of the parts, or by how far each strays anyway. */
export type SharedBy = "size" | "slack";

/** A part of the total that may be asked for more. All amounts are in the total's unit. */
export interface SoughtPart {
  /** Full-year median. */
  readonly forecast: number;
  /** Standard deviation of the full year (`deviationOf`), 0 or above. */
  readonly deviation: number;
  /** The largest full year that the part can reach. */
  readonly cap?: number;
  /** The part stays at its forecast, with all that it is made of. */
  readonly isLocked?: boolean;
  readonly booked?: number;
  readonly priorFullYear?: number;
  /** Last year's amount in the periods that remain. */
  readonly priorRemainder?: number;
}

/** What a part is asked for. */
export interface SoughtShare {
  /** What the part must bring above its forecast, 0 or above. */
  readonly extra: number;
  /** forecast + extra. */
  readonly fullYear: number;
  /** `fullYear` on the whole of last year, a fraction; absent where that is not known or not above 0. */
  readonly growth?: number;
  /** What is still to come on last year's same periods, a fraction; absent where that is not known or not above 0. */
  readonly remainderGrowth?: number;
  /** What is still to come over its forecast, 1 or above; absent where nothing is booked or nothing is still to come. */
  readonly ratioToForecast?: number;
  /** Whether the part is at its cap. */
  readonly isCapped: boolean;
}

export interface GoalSeek {
  readonly shares: Tree<SoughtShare>;
  /** What caps and locks leave unplaced; 0 where everything is placed. */
  readonly unplaced: number;
}

/** A node that takes `weight` per unit of level until its room is full; one with children is full when they are. */
interface Vessel {
  readonly weight: number;
  readonly room: number;
  readonly deviation: number;
}

/**
 * A missing amount shared over the leaves of a tree. By size, each is asked for the same percentage of its forecast.
 * By slack, each is asked for what is statistically cheapest: d = V1 D / (1'V1), V the covariance of the parts with one
 * correlation between siblings; uncorrelated, that is by variance and makes the sum of (d / deviation)^2 smallest.
 * Locked parts bring nothing more. A part at its cap leaves the rest to the others in the same proportions
 * (water-filling), which uncorrelated is still the cheapest. A missing amount of 0 or below asks for nothing.
 */
export function goalSeek(
  tree: Tree<SoughtPart>,
  missing: number,
  sharedBy: SharedBy,
  correlation: number,
): GoalSeek {
  const vessels = weighed(vesselsOf(tree, sharedBy, correlation, false), sharedBy, correlation, 1);
  const wanted = Math.max(0, missing);
  const placed = Math.min(wanted, contentAt([vessels], Number.POSITIVE_INFINITY).amount);
  const extras = filled(vessels, levelFor([vessels], placed));
  return { shares: sharesOf(tree, extras), unplaced: wanted - placed };
}

function vesselsOf(
  node: Tree<SoughtPart>,
  sharedBy: SharedBy,
  correlation: number,
  isWithinLocked: boolean,
): Tree<Vessel> {
  const { forecast, deviation, cap = Number.POSITIVE_INFINITY, isLocked = false } = node.value;
  const isHeld = isLocked || isWithinLocked;
  const children = node.children.map((child) => vesselsOf(child, sharedBy, correlation, isHeld));
  const room = isHeld ? 0 : Math.max(0, cap - forecast);
  if (children.length === 0) {
    const weight = isHeld ? 0 : sharedBy === "size" ? Math.max(0, forecast) : deviation * deviation;
    return { name: node.name, value: { weight, room, deviation: isHeld ? 0 : deviation }, children };
  }
  const weight =
    sharedBy === "size"
      ? children.reduce((sum, { value }) => sum + value.weight, 0)
      : covariancesWithSum(deviationsOf(children), correlation).reduce((sum, each) => sum + each, 0);
  return { name: node.name, value: { weight, room, deviation: Math.sqrt(weight) }, children };
}

const deviationsOf = (vessels: readonly Tree<Vessel>[]): readonly number[] =>
  vessels.map(({ value }) => value.deviation);

/** The same vessels with weights that are each one's share of the whole. */
function weighed(
  vessel: Tree<Vessel>,
  sharedBy: SharedBy,
  correlation: number,
  weight: number,
): Tree<Vessel> {
  const { children } = vessel;
  const parts =
    sharedBy === "size"
      ? children.map(({ value }) => value.weight)
      : covariancesWithSum(deviationsOf(children), correlation);
  const whole = parts.reduce((sum, part) => sum + part, 0);
  return {
    name: vessel.name,
    value: { ...vessel.value, weight: vessel.value.weight > 0 ? weight : 0 },
    children: children.map((child, i) =>
      weighed(child, sharedBy, correlation, whole > 0 ? (weight * (parts[i] as number)) / whole : 0),
    ),
  };
}

/** An amount at a level, and how much is added per unit of level. */
interface Content {
  amount: number;
  slope: number;
}

/** Adds what a vessel holds at a level to `content`. */
function pour({ value, children }: Tree<Vessel>, level: number, content: Content): Content {
  const { weight, room } = value;
  if (weight === 0 || room === 0) return content;
  const own = children.length === 0 ? { amount: weight * level, slope: weight } : contentAt(children, level);
  if (own.amount < room) {
    content.amount += own.amount;
    content.slope += own.slope;
  } else content.amount += room;
  return content;
}

function contentAt(vessels: readonly Tree<Vessel>[], level: number): Content {
  const content = { amount: 0, slope: 0 };
  for (const vessel of vessels) pour(vessel, level, content);
  return content;
}

/** What each vessel holds at a level; inside one that is full, the level is lower. */
function filled(vessel: Tree<Vessel>, level: number): Tree<number> {
  const { name, children, value } = vessel;
  const { amount } = contentAt([vessel], level);
  if (children.length === 0) return { name, value: amount, children: [] };
  const within = amount < value.room ? level : levelFor(children, amount);
  const parts = children.map((child) => filled(child, within));
  return { name, value: parts.reduce((sum, part) => sum + part.value, 0), children: parts };
}

/**
 * The level at which vessels hold an amount together. What they hold is concave in the level and made of straight
 * lines, so Newton's method from below never oversteps and ends after as many steps as there are corners.
 */
function levelFor(vessels: readonly Tree<Vessel>[], amount: number): number {
  let level = 0;
  for (;;) {
    const { amount: held, slope } = contentAt(vessels, level);
    if (held >= amount || slope === 0) return level;
    const next = level + (amount - held) / slope;
    if (!(next > level)) return level;
    level = next;
  }
}

function sharesOf(tree: Tree<SoughtPart>, extras: Tree<number>): Tree<SoughtShare> {
  const { forecast, cap, booked, priorFullYear, priorRemainder } = tree.value;
  const extra = extras.value;
  const isCapped = cap !== undefined && extra >= cap - forecast;
  const fullYear = isCapped && extra > 0 ? cap : forecast + extra;
  const isBooked = booked !== undefined && booked > Number.NEGATIVE_INFINITY;
  return {
    name: tree.name,
    value: {
      extra,
      fullYear,
      ...(priorFullYear !== undefined && priorFullYear > 0 && { growth: fullYear / priorFullYear - 1 }),
      ...(isBooked &&
        priorRemainder !== undefined &&
        priorRemainder > 0 && { remainderGrowth: (fullYear - booked) / priorRemainder - 1 }),
      ...(isBooked && forecast > booked && { ratioToForecast: (fullYear - booked) / (forecast - booked) }),
      isCapped,
    },
    children: tree.children.map((child, i) => sharesOf(child, extras.children[i] as Tree<number>)),
  };
}
