import { expressionText, expressionValue } from "./expression.ts";
import { expressionInterval } from "./expression-interval.ts";
import { type Interval, intervalIntersection, isBounded, TOUCHING_TOLERANCE, UNBOUNDED } from "./interval.ts";
import type { Comparison, Relation, Solution } from "./relation.ts";

/** A quantity as far as it is known at some point of a derivation. */
export interface Known {
  readonly interval: Interval;
  /** The reported value, or the formula at the reported values. */
  readonly value: number;
  /** The formula of a derived quantity. */
  readonly from?: string;
  /** The reported figures it rests on. */
  readonly figures: readonly string[];
  /** The relations it came through. */
  readonly relations: readonly Relation[];
}

/** What one relation said once enough was known: something new, agreement or not, or nothing. */
export interface Check {
  readonly relation: Relation;
  readonly outcome: "derived" | "holds" | "fails" | "undefined";
  /** The quantity spoken about; the text of a side when neither side is a single quantity. */
  readonly quantity: string;
  readonly formula: string;
  readonly derived: Interval;
  readonly value: number;
  /** What was known of the quantity beforehand; absent when it was derived here. */
  readonly stated?: Interval;
  readonly figures: readonly string[];
  readonly relations: readonly Relation[];
  /** For `undefined`: the quantity that should be above zero and may not be. */
  readonly base?: string;
}

export interface Derivation {
  readonly known: ReadonlyMap<string, Known>;
  /** One per relation, in the order of the relations; absent where too little was known. */
  readonly checks: readonly (Check | undefined)[];
}

/**
 * Uses each relation once, in order, as soon as at most one of its quantities is unknown: to derive that one, or to
 * check what is known. Checks speak of the figures as reported, not as narrowed by other relations, so that a finding
 * can be redone by hand.
 */
export function derive(reported: ReadonlyMap<string, Known>, relations: readonly Relation[]): Derivation {
  const known = new Map(reported);
  const checks: (Check | undefined)[] = relations.map(() => undefined);
  for (let progressed = true; progressed; ) {
    progressed = false;
    for (const [index, relation] of relations.entries()) {
      if (checks[index] !== undefined) continue;
      const check = attempt(relation, known);
      if (check === undefined) continue;
      checks[index] = check;
      progressed = true;
      if (check.outcome !== "derived") continue;
      const { derived: interval, value, formula: from, figures } = check;
      known.set(check.quantity, { interval, value, from, figures, relations: check.relations });
    }
  }
  return { known, checks };
}

function attempt(relation: Relation, known: ReadonlyMap<string, Known>): Check | undefined {
  const unknown = relation.names.filter((name) => !known.has(name));
  if (unknown.length > 1) return undefined;
  const quantity = unknown[0] ?? quantityOf(relation);
  const solution = quantity === undefined ? undefined : relation.solutions.get(quantity);
  if (quantity !== undefined && solution !== undefined) return solved(relation, quantity, solution, known);
  return unknown.length === 1 ? undefined : compared(relation, known);
}

/** One quantity by the formula of the others. */
function solved(
  relation: Relation,
  quantity: string,
  { formula, text }: Solution,
  known: ReadonlyMap<string, Known>,
): Check {
  const derived = expressionInterval(formula, (name) => (known.get(name) as Known).interval);
  const stated = known.get(quantity)?.interval;
  const base = relation.positive?.find(
    (name) => !isAboveZero(name === quantity && stated === undefined ? derived : known.get(name)?.interval),
  );
  const value = expressionValue(formula, (name) => (known.get(name) as Known).value);
  // Bounds of 0 / 0 may be finite where its value is not; such a quantity cannot be derived, only compared.
  const isDefined =
    base === undefined && isBounded(derived) && (stated !== undefined || Number.isFinite(value));
  return {
    relation,
    outcome: outcomeOf(isDefined, stated, () => isPossible(derived, "=", stated ?? derived)),
    quantity,
    formula: text,
    derived,
    value,
    ...(stated === undefined ? {} : { stated }),
    ...supportOf(relation, known),
    ...(base === undefined ? {} : { base }),
  };
}

/** Both sides of a relation that is about no single quantity, or that only bounds one. */
function compared(relation: Relation, known: ReadonlyMap<string, Known>): Check {
  const { left, right, comparison, positive } = relation;
  const intervalOf = (name: string): Interval => (known.get(name) as Known).interval;
  const derived = expressionInterval(left, intervalOf);
  const stated = expressionInterval(right, intervalOf);
  const base = positive?.find((name) => !isAboveZero(known.get(name)?.interval));
  return {
    relation,
    outcome: outcomeOf(base === undefined && isBounded(derived) && isBounded(stated), stated, () =>
      isPossible(derived, comparison, stated),
    ),
    quantity: expressionText(right),
    formula: expressionText(left),
    derived,
    value: expressionValue(left, (name) => (known.get(name) as Known).value),
    stated,
    ...supportOf(relation, known),
    ...(base === undefined ? {} : { base }),
  };
}

function outcomeOf(isDefined: boolean, stated: Interval | undefined, fits: () => boolean): Check["outcome"] {
  if (!isDefined) return "undefined";
  if (stated === undefined) return "derived";
  return fits() ? "holds" : "fails";
}

/** "Under 300" leaves the lower end open, as does not knowing at all; neither is a reason to take a base for negative. */
const isAboveZero = (interval: Interval = UNBOUNDED): boolean =>
  interval.lower > 0 || (interval.lower === Number.NEGATIVE_INFINITY && interval.upper > 0);

/** The quantity a relation between known quantities is about: the one asked for, or the one standing alone. */
function quantityOf({ solveFor, solutions, left, right }: Relation): string | undefined {
  if (solveFor !== undefined && solutions.has(solveFor)) return solveFor;
  if (right.kind === "name") return right.name;
  return left.kind === "name" ? left.name : undefined;
}

function isPossible(left: Interval, comparison: Comparison, right: Interval): boolean {
  if (comparison === "=") return intervalIntersection(left, right) !== undefined;
  const [small, large] = comparison === "<=" ? [left.lower, right.upper] : [right.lower, left.upper];
  return small <= large || small - large <= TOUCHING_TOLERANCE * Math.max(Math.abs(small), Math.abs(large));
}

function supportOf(
  relation: Relation,
  known: ReadonlyMap<string, Known>,
): Pick<Check, "figures" | "relations"> {
  const figures = new Set<string>();
  const relations = new Set<Relation>();
  for (const name of relation.names) {
    const quantity = known.get(name);
    if (quantity === undefined) continue;
    for (const figure of quantity.figures) figures.add(figure);
    for (const earlier of quantity.relations) relations.add(earlier);
  }
  relations.add(relation);
  return { figures: [...figures], relations: [...relations] };
}
