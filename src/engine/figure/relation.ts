import { EngineError } from "../engine-error.ts";
import { type Expression, expressionText, namesOf } from "./expression.ts";
import { parseExpression, splitAtComparison } from "./parse-expression.ts";

/** Another way the words of a report can be meant, tried when the relation contradicts. */
export interface OtherMeaning {
  readonly kind: "percentForPoints" | "pointsForPercent" | "percentOfForPercentUp";
  readonly relation: string;
}

/** What is known about a relation besides its formula. */
export interface RelationOptions {
  /** The quantity to state the finding about, and to derive, when the others are known. */
  readonly solveFor?: string;
  /** The quantity measured at an earlier time, which may have been revised between two uses. */
  readonly base?: string;
  /** Quantities that must be above zero for the relation to mean anything, such as the base of a growth. */
  readonly positive?: readonly string[];
  /** Quantities that must be reported for the relation to be asked at all; deriving them would tell nobody anything. */
  readonly needsReported?: readonly string[];
  readonly otherMeanings?: readonly OtherMeaning[];
  /**
   * Whether only the figures as written can make it hold. What is part of a year lies below the year by far more than
   * zeros can hide: 1,200 of a year's "1,000" is not saved by taking the 1,000 for anything up to 1,500.
   */
  readonly isAsWritten?: boolean;
}

/** One statement that ties quantities together: `left` and `right` compared, and solved for each name that allows it. */
export interface Relation extends RelationOptions {
  readonly text: string;
  readonly left: Expression;
  readonly right: Expression;
  readonly comparison: Comparison;
  /** Each name once, in the order written. */
  readonly names: readonly string[];
  /** What each name equals, for names that occur once in an equation. */
  readonly solutions: ReadonlyMap<string, Solution>;
}

export type Comparison = "=" | "<=" | ">=";

/** A quantity by a formula of the others. */
export interface Solution {
  readonly formula: Expression;
  /** The formula as text: "ytd / shareOfTarget". */
  readonly text: string;
}

/** Parsed relations are kept, since the same few are asked in every question; more than this come from outside. */
const MOST_KEPT = 256;
const kept = new Map<string, Relation>();

/**
 * A relation from its text: names, numbers, + - * / and parentheses around one "=", "<=" or ">=".
 * @throws EngineError invalidRelation saying where the text cannot be read
 * @example parseRelation("target * shareOfTarget = ytd").names // => ["target", "shareOfTarget", "ytd"]
 * @example parseRelation("ytd = priorYtd * (1 + growth)").solutions.get("growth").text // => "ytd / priorYtd - 1"
 */
export function parseRelation(text: string, options?: RelationOptions): Relation {
  const plain = kept.get(text) ?? keep(text);
  return options === undefined ? plain : { ...plain, ...options };
}

function keep(text: string): Relation {
  const [before, comparison, after] = splitAtComparison(text);
  const left = parseExpression(before, text);
  const right = parseExpression(after, text);
  const occurrences = [...namesOf(left), ...namesOf(right)];
  const names = [...new Set(occurrences)];
  if (names.length === 0) {
    throw new EngineError(
      "invalidRelation",
      "relation",
      "a relation must name at least one quantity",
      'write "ytd = target * shareOfTarget"',
    );
  }
  const solutions = new Map<string, Solution>();
  for (const name of names) {
    if (comparison !== "=" || occurrences.filter((other) => other === name).length !== 1) continue;
    const formula = namesOf(left).includes(name) ? isolated(name, left, right) : isolated(name, right, left);
    solutions.set(name, { formula, text: expressionText(formula) });
  }
  const relation = { text: text.trim(), left, right, comparison, names, solutions };
  if (kept.size < MOST_KEPT) kept.set(text, relation);
  return relation;
}

/** What `name` equals when `within`, which holds it once, equals `other`. */
function isolated(name: string, within: Expression, other: Expression): Expression {
  if (within.kind === "name" || within.kind === "number") return other;
  if (within.kind === "negative") return isolated(name, within.of, { kind: "negative", of: other });
  const { kind, left, right } = within;
  const isLeft = namesOf(left).includes(name);
  const [part, rest] = isLeft ? [left, right] : [right, left];
  switch (kind) {
    case "sum":
      return isolated(name, part, { kind: "difference", left: other, right: rest });
    case "product":
      return isolated(name, part, { kind: "quotient", left: other, right: rest });
    case "difference":
      return isolated(
        name,
        part,
        isLeft ? { kind: "sum", left: other, right: rest } : { kind, left: rest, right: other },
      );
    case "quotient":
      return isolated(
        name,
        part,
        isLeft ? { kind: "product", left: other, right: rest } : { kind, left: rest, right: other },
      );
  }
}
