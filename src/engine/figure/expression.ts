/** Arithmetic over named quantities, as a tree. */
export type Expression =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "negative"; readonly of: Expression }
  | { readonly kind: Operation; readonly left: Expression; readonly right: Expression };

export type Operation = "sum" | "difference" | "product" | "quotient";

const SIGNS: Readonly<Record<Operation, string>> = { sum: "+", difference: "-", product: "*", quotient: "/" };

/** How tightly a kind binds; a looser part inside a tighter one is written in parentheses. */
const BINDING: Readonly<Record<Expression["kind"], number>> = {
  sum: 1,
  difference: 1,
  product: 2,
  quotient: 2,
  negative: 3,
  number: 4,
  name: 4,
};

/** The expression as it would be typed, with no more parentheses than it needs. */
export function expressionText(expression: Expression): string {
  switch (expression.kind) {
    case "number":
      return String(expression.value);
    case "name":
      return expression.name;
    case "negative":
      return `-${within(expression.of, BINDING.negative)}`;
    default: {
      const binding = BINDING[expression.kind];
      // a - (b + c) and a / (b * c) need their parentheses, a + b + c and a * b * c do not.
      const isOrdered = expression.kind === "difference" || expression.kind === "quotient";
      const right = within(expression.right, isOrdered ? binding + 1 : binding);
      return `${within(expression.left, binding)} ${SIGNS[expression.kind]} ${right}`;
    }
  }
}

function within(part: Expression, binding: number): string {
  const text = expressionText(part);
  return BINDING[part.kind] < binding ? `(${text})` : text;
}

/** Every occurrence of a name, in the order written. */
export function namesOf(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case "number":
      return [];
    case "name":
      return [expression.name];
    case "negative":
      return namesOf(expression.of);
    default:
      return [...namesOf(expression.left), ...namesOf(expression.right)];
  }
}

/** The number an expression gives at one value of each name; NaN or infinite where it divides by zero. */
export function expressionValue(expression: Expression, numberOf: (name: string) => number): number {
  switch (expression.kind) {
    case "number":
      return expression.value;
    case "name":
      return numberOf(expression.name);
    case "negative":
      return -expressionValue(expression.of, numberOf);
    default: {
      const left = expressionValue(expression.left, numberOf);
      const right = expressionValue(expression.right, numberOf);
      switch (expression.kind) {
        case "sum":
          return left + right;
        case "difference":
          return left - right;
        case "product":
          return left * right;
        case "quotient":
          return left / right;
      }
    }
  }
}
