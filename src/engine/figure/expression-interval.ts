import { type Expression, namesOf } from "./expression.ts";
import {
  type Interval,
  intervalDifference,
  intervalIntersection,
  intervalNegative,
  intervalProduct,
  intervalQuotient,
  intervalSum,
} from "./interval.ts";

type IntervalOf = (name: string) => Interval;

/** An interval with the interval of its derivative with respect to one name. */
interface Sloped {
  readonly interval: Interval;
  readonly slope: Interval;
}

const ZERO: Interval = { lower: 0, upper: 0 };
const ONE: Interval = { lower: 1, upper: 1 };

/**
 * Interval of an expression with every occurrence of a name varying on its own. Exact when each name occurs once;
 * otherwise it holds the true range but may be wider.
 */
export function naturalInterval(expression: Expression, intervalOf: IntervalOf): Interval {
  switch (expression.kind) {
    case "number":
      return { lower: expression.value, upper: expression.value };
    case "name":
      return intervalOf(expression.name);
    case "negative":
      return intervalNegative(naturalInterval(expression.of, intervalOf));
    default:
      return combined(
        expression.kind,
        naturalInterval(expression.left, intervalOf),
        naturalInterval(expression.right, intervalOf),
      );
  }
}

/**
 * Interval of an expression in which a name may occur more than once. Where the derivative by such a name keeps one
 * sign, the ends are reached at the ends of the name, as in (value - target) / target.
 * @see R. E. Moore, R. B. Kearfott, M. J. Cloud, Introduction to Interval Analysis (2009), section 6.4, monotonicity test
 */
export function expressionInterval(expression: Expression, intervalOf: IntervalOf): Interval {
  const natural = naturalInterval(expression, intervalOf);
  const repeated = repeatedNames(expression);
  if (repeated.length === 0) return natural;
  const atLowest = new Map<string, Interval>();
  const atHighest = new Map<string, Interval>();
  for (const name of repeated) {
    const { slope } = sloped(expression, name, intervalOf);
    const { lower, upper } = intervalOf(name);
    if (slope.lower < 0 && slope.upper > 0) continue;
    const isRising = slope.lower >= 0;
    atLowest.set(name, isRising ? { lower, upper: lower } : { lower: upper, upper });
    atHighest.set(name, isRising ? { lower: upper, upper } : { lower, upper: lower });
  }
  const lowest = naturalInterval(expression, (name) => atLowest.get(name) ?? intervalOf(name));
  const highest = naturalInterval(expression, (name) => atHighest.get(name) ?? intervalOf(name));
  return intervalIntersection(natural, { lower: lowest.lower, upper: highest.upper }) ?? natural;
}

const repeatedIn = new WeakMap<Expression, readonly string[]>();

function repeatedNames(expression: Expression): readonly string[] {
  const found = repeatedIn.get(expression);
  if (found !== undefined) return found;
  const names = namesOf(expression);
  const repeated = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
  repeatedIn.set(expression, repeated);
  return repeated;
}

function combined(kind: "sum" | "difference" | "product" | "quotient", a: Interval, b: Interval): Interval {
  switch (kind) {
    case "sum":
      return intervalSum(a, b);
    case "difference":
      return intervalDifference(a, b);
    case "product":
      return intervalProduct(a, b);
    case "quotient":
      return intervalQuotient(a, b);
  }
}

function sloped(expression: Expression, by: string, intervalOf: IntervalOf): Sloped {
  switch (expression.kind) {
    case "number":
      return { interval: { lower: expression.value, upper: expression.value }, slope: ZERO };
    case "name":
      return { interval: intervalOf(expression.name), slope: expression.name === by ? ONE : ZERO };
    case "negative": {
      const { interval, slope } = sloped(expression.of, by, intervalOf);
      return { interval: intervalNegative(interval), slope: intervalNegative(slope) };
    }
    default: {
      const left = sloped(expression.left, by, intervalOf);
      const right = sloped(expression.right, by, intervalOf);
      const interval = combined(expression.kind, left.interval, right.interval);
      if (expression.kind === "sum" || expression.kind === "difference") {
        return { interval, slope: combined(expression.kind, left.slope, right.slope) };
      }
      if (expression.kind === "product") {
        return {
          interval,
          slope: intervalSum(
            intervalProduct(left.slope, right.interval),
            intervalProduct(left.interval, right.slope),
          ),
        };
      }
      // (a / b)' = (a' - (a / b) b') / b keeps its sign in more cases than the form over b squared.
      return {
        interval,
        slope: intervalQuotient(
          intervalDifference(left.slope, intervalProduct(interval, right.slope)),
          right.interval,
        ),
      };
    }
  }
}
