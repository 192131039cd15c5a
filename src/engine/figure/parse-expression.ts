import { EngineError } from "../engine-error.ts";
import type { Expression } from "./expression.ts";
import type { Comparison } from "./relation.ts";

/** Room for a sum of twelve months with long names, and small enough to read in one go. */
export const LONGEST_RELATION = 500;

/** Parentheses inside parentheses, so that a hostile text cannot exhaust the stack. */
export const DEEPEST_NESTING = 20;

const TOKEN = /\s*(?:(\d+(?:\.\d+)?(?:e[+-]?\d{1,3})?|\.\d+)|([A-Za-z][A-Za-z0-9_]*)|([-+*/()]))/y;

/**
 * The two sides of a relation and what stands between them.
 * @throws EngineError invalidRelation when there is not exactly one comparison
 */
export function splitAtComparison(text: string): readonly [string, Comparison, string] {
  if (text.length > LONGEST_RELATION)
    throw invalid(`a relation may have ${LONGEST_RELATION} characters`, "split it in two");
  const sides = text.split(/<=|>=|≤|≥|==?/);
  const [left, right] = sides;
  if (sides.length !== 2 || left === undefined || right === undefined) {
    throw invalid(
      'a relation needs exactly one of "=", "<=" and ">="',
      'write "ytd = target * shareOfTarget"',
    );
  }
  const sign = text.slice(left.length, text.length - right.length);
  return [
    left,
    sign === "≤" ? "<=" : sign === "≥" ? ">=" : sign === "==" ? "=" : (sign as Comparison),
    right,
  ];
}

/**
 * An expression from its text, by recursive descent: sums of products of signed numbers, names and parentheses.
 * @throws EngineError invalidRelation naming what was met and where it stands in `relation`
 */
export function parseExpression(text: string, relation: string): Expression {
  const tokens = tokensOf(text, relation);
  let next = 0;

  function sum(depth: number): Expression {
    let left = product(depth);
    for (;;) {
      const sign = tokens[next];
      if (sign !== "+" && sign !== "-") return left;
      next += 1;
      left = { kind: sign === "+" ? "sum" : "difference", left, right: product(depth) };
    }
  }

  function product(depth: number): Expression {
    let left = signed(depth);
    for (;;) {
      const sign = tokens[next];
      if (sign !== "*" && sign !== "/") return left;
      next += 1;
      left = { kind: sign === "*" ? "product" : "quotient", left, right: signed(depth) };
    }
  }

  function signed(depth: number): Expression {
    if (depth > DEEPEST_NESTING)
      throw invalid(`a relation may nest ${DEEPEST_NESTING} deep`, "leave out parentheses");
    const token = tokens[next];
    next += 1;
    if (token === "-") return { kind: "negative", of: signed(depth + 1) };
    if (token === "(") {
      const inner = sum(depth + 1);
      if (tokens[next] !== ")")
        throw invalid(`a parenthesis is not closed in "${relation.slice(0, 60)}"`, 'add ")"');
      next += 1;
      return inner;
    }
    if (token === undefined || /^[-+*/()]$/.test(token)) {
      throw invalid(
        `a number or a name is missing ${token === undefined ? "at the end of a side" : `before "${token}"`}`,
        'write "ytd = target * shareOfTarget"',
      );
    }
    return /^[A-Za-z]/.test(token) ? { kind: "name", name: token } : { kind: "number", value: Number(token) };
  }

  const whole = sum(0);
  if (next < tokens.length)
    throw invalid(`"${tokens[next]}" stands where an operation should`, "operations are + - * /");
  return whole;
}

function tokensOf(text: string, relation: string): readonly string[] {
  const tokens: string[] = [];
  const trimmed = text.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < trimmed.length) {
    const at = TOKEN.lastIndex;
    const found = TOKEN.exec(trimmed);
    const token = found?.[1] ?? found?.[2] ?? found?.[3];
    if (token === undefined) {
      throw invalid(
        `"${trimmed.slice(at).trim().slice(0, 10)}" cannot be read in "${relation.slice(0, 60)}"`,
        "use names, numbers, + - * / and parentheses",
      );
    }
    tokens.push(token);
  }
  return tokens;
}

function invalid(message: string, hint: string): EngineError {
  return new EngineError("invalidRelation", "relation", message, hint);
}
