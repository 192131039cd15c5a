import type { Expression } from "./expression.ts";
import {
  type Interval,
  intervalDifference,
  intervalIntersection,
  intervalNegative,
  intervalProduct,
  intervalQuotient,
  intervalSum,
  UNBOUNDED,
} from "./interval.ts";
import type { Relation } from "./relation.ts";

/** What remains of each quantity, and the relation that narrowed it last. */
export interface Propagated {
  readonly box: Map<string, Interval>;
  readonly narrowedBy: ReadonlyMap<string, Relation>;
  /** The relation at which nothing remained possible. */
  readonly emptiedBy?: Relation;
}

/** A bound that moves by less than this share of its size has settled. */
const SETTLED = 1e-12;

/** Bounds can creep towards a limit for ever; reports settle in two or three rounds. */
const MOST_ROUNDS = 50;

/**
 * Narrows every quantity to what all relations together allow, by hull consistency: each relation is evaluated upwards
 * and its result projected back onto every name, until nothing moves. A quantity missing from `known` starts unbounded.
 * What is left out is impossible; what is left in need not be possible.
 * @see F. Benhamou, F. Goualard, L. Granvilliers, J.-F. Puget, Revising hull and box consistency, ICLP 1999, algorithm HC4
 */
export function propagate(known: ReadonlyMap<string, Interval>, relations: readonly Relation[]): Propagated {
  const box = new Map(known);
  const narrowedBy = new Map<string, Relation>();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    let moved = false;
    for (const relation of relations) {
      const narrowed = revise(relation, box);
      if (narrowed === undefined) return { box, narrowedBy, emptiedBy: relation };
      for (const name of narrowed) {
        narrowedBy.set(name, relation);
        moved = true;
      }
    }
    if (!moved) break;
  }
  return { box, narrowedBy };
}

const NOTHING: readonly string[] = [];

/** One relation's share of a round: the names it narrowed, or undefined when it cannot hold. */
function revise(relation: Relation, box: Map<string, Interval>): readonly string[] | undefined {
  const left = forward(relation.left, box);
  const right = forward(relation.right, box);
  const { comparison } = relation;
  let wantedLeft: Interval = right.interval;
  let wantedRight: Interval = left.interval;
  if (comparison === "<=") {
    wantedLeft = { lower: Number.NEGATIVE_INFINITY, upper: right.interval.upper };
    wantedRight = { lower: left.interval.lower, upper: Number.POSITIVE_INFINITY };
  } else if (comparison === ">=") {
    wantedLeft = { lower: right.interval.lower, upper: Number.POSITIVE_INFINITY };
    wantedRight = { lower: Number.NEGATIVE_INFINITY, upper: left.interval.upper };
  }
  const narrowed: string[] = [];
  if (!backward(left, wantedLeft, box, narrowed)) return undefined;
  if (!backward(right, wantedRight, box, narrowed)) return undefined;
  return narrowed.length === 0 ? NOTHING : narrowed;
}

/** An expression with the interval found for it on the way up. */
interface Evaluated {
  readonly expression: Expression;
  readonly interval: Interval;
  readonly left?: Evaluated;
  readonly right?: Evaluated;
}

function forward(expression: Expression, box: ReadonlyMap<string, Interval>): Evaluated {
  switch (expression.kind) {
    case "number":
      return { expression, interval: { lower: expression.value, upper: expression.value } };
    case "name":
      return { expression, interval: box.get(expression.name) ?? UNBOUNDED };
    case "negative": {
      const left = forward(expression.of, box);
      return { expression, left, interval: intervalNegative(left.interval) };
    }
    default: {
      const left = forward(expression.left, box);
      const right = forward(expression.right, box);
      const combine = COMBINE[expression.kind];
      return { expression, left, right, interval: combine(left.interval, right.interval) };
    }
  }
}

const COMBINE = {
  sum: intervalSum,
  difference: intervalDifference,
  product: intervalProduct,
  quotient: intervalQuotient,
} as const;

/** Projects what an expression may be onto its names; false when it may be nothing. */
function backward(
  node: Evaluated,
  wanted: Interval,
  box: Map<string, Interval>,
  narrowed: string[],
): boolean {
  const possible = intervalIntersection(node.interval, wanted);
  if (possible === undefined) return false;
  const { expression, left, right } = node;
  if (expression.kind === "number") return true;
  if (expression.kind === "name") return narrow(expression.name, possible, box, narrowed);
  if (left === undefined) return true;
  if (expression.kind === "negative") return backward(left, intervalNegative(possible), box, narrowed);
  if (right === undefined) return true;
  const a = left.interval;
  const b = right.interval;
  switch (expression.kind) {
    case "sum":
      return (
        backward(left, intervalDifference(possible, b), box, narrowed) &&
        backward(right, intervalDifference(possible, a), box, narrowed)
      );
    case "difference":
      return (
        backward(left, intervalSum(possible, b), box, narrowed) &&
        backward(right, intervalDifference(a, possible), box, narrowed)
      );
    case "product":
      return (
        backward(left, factorOf(possible, b), box, narrowed) &&
        backward(right, factorOf(possible, a), box, narrowed)
      );
    case "quotient":
      return (
        backward(left, intervalProduct(possible, b), box, narrowed) &&
        backward(right, factorOf(a, possible), box, narrowed)
      );
  }
}

/** The x for which x times `other` can be `product`; anything when both may be zero. */
function factorOf(product: Interval, other: Interval): Interval {
  const mayBeZero = product.lower <= 0 && product.upper >= 0 && other.lower <= 0 && other.upper >= 0;
  return mayBeZero ? UNBOUNDED : intervalQuotient(product, other);
}

function narrow(name: string, possible: Interval, box: Map<string, Interval>, narrowed: string[]): boolean {
  const before = box.get(name) ?? UNBOUNDED;
  const after = intervalIntersection(before, possible);
  if (after === undefined) return false;
  if (hasMoved(before.lower, after.lower) || hasMoved(before.upper, after.upper)) {
    box.set(name, after);
    narrowed.push(name);
  }
  return true;
}

function hasMoved(before: number, after: number): boolean {
  if (before === after) return false;
  if (!Number.isFinite(before)) return true;
  return Math.abs(after - before) > SETTLED * Math.max(Math.abs(before), Math.abs(after));
}
