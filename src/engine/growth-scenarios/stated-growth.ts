import { EngineError } from "../engine-error.ts";
import { QUARTER_SPANS, type Quarters, type SpanName, sumOver } from "./quarter-span.ts";

/** The growth of a span as somebody told it, with the interval of its digits; fractions. */
export interface StatedGrowth {
  readonly span: SpanName;
  readonly growth: number;
  readonly lower: number;
  readonly upper: number;
  /** Where in the question it stands. */
  readonly path: string;
  /** Whether it has already happened, rather than being assumed. */
  readonly isKnown: boolean;
}

/** Two growths closer than this differ by the last bits of a double. */
export const SAME_GROWTH = 1e-10;

/**
 * Splits told growths into those that settle something and those that follow from them. What was gained up to the end
 * of each quarter is a node and every told span an edge between two of them, so that a growth is one too many exactly
 * where it closes a circle; it must then agree with the others within the digits of all.
 *
 * @param stated the ones to keep first
 * @throws EngineError invalidQuestion naming the growths that contradict each other
 */
export function independentGrowths(
  weights: Quarters,
  stated: readonly StatedGrowth[],
): { readonly used: readonly StatedGrowth[]; readonly implied: readonly StatedGrowth[] } {
  const used: StatedGrowth[] = [];
  const implied: StatedGrowth[] = [];
  for (const one of stated) {
    const { from, to } = QUARTER_SPANS[one.span];
    const way = wayBetween(used, from, to);
    if (!way) {
      used.push(one);
      continue;
    }
    implied.push(one);
    checkAgreement(weights, one, way);
  }
  return { used, implied };
}

/** Whether what was gained in a span follows from told growths. */
export function isSettled(used: readonly StatedGrowth[], span: SpanName): boolean {
  const { from, to } = QUARTER_SPANS[span];
  return wayBetween(used, from, to) !== undefined;
}

/**
 * The growth of a span that follows from told growths; undefined where none does.
 * @example impliedGrowth([1, 1, 1, 1], [{ span: "H1", growth: 0.05, lower: 0.05, upper: 0.05, path: "", isKnown: true }, { span: "Q1", growth: 0.04, lower: 0.04, upper: 0.04, path: "", isKnown: true }], "Q2") // => 0.06
 */
export function impliedGrowth(
  weights: Quarters,
  stated: readonly StatedGrowth[],
  span: SpanName,
): number | undefined {
  const { from, to } = QUARTER_SPANS[span];
  const way = wayBetween(stated, from, to);
  return way && alongWay(weights, span, way).growth;
}

/**
 * Told growths in the order in which they are kept: what is known before what is assumed, quarters before the year, and
 * the year before other spans. Of growths that agree within their digits the later ones then follow.
 */
export function inOrderOfPrecedence(stated: readonly StatedGrowth[]): readonly StatedGrowth[] {
  const rank = ({ span, isKnown }: StatedGrowth): number => {
    const { from, to } = QUARTER_SPANS[span];
    return (isKnown ? 0 : 10) + (span === "year" ? 1.5 : to - from);
  };
  return [...stated].sort((a, b) => rank(a) - rank(b));
}

interface Step {
  readonly stated: StatedGrowth;
  /** 1 where the span is gone forwards, -1 where it is taken away. */
  readonly sign: 1 | -1;
}

/** The told growths that lead from one quarter's end to another's; there is one way at most. */
function wayBetween(used: readonly StatedGrowth[], from: number, to: number): readonly Step[] | undefined {
  if (from === to) return [];
  for (const stated of used) {
    const span = QUARTER_SPANS[stated.span];
    const sign = span.from === from ? 1 : span.to === from ? -1 : undefined;
    if (!sign) continue;
    const others = used.filter((other) => other !== stated);
    const rest = wayBetween(others, sign === 1 ? span.to : span.from, to);
    if (rest) return [{ stated, sign }, ...rest];
  }
  return undefined;
}

function checkAgreement(weights: Quarters, one: StatedGrowth, way: readonly Step[]): void {
  const made = alongWay(weights, one.span, way);
  if (made.lower <= one.upper + SAME_GROWTH && made.upper >= one.lower - SAME_GROWTH) return;
  const others = way.map(({ stated }) => told(stated));
  throw new EngineError(
    "invalidQuestion",
    one.path,
    `${told(one)} contradicts ${others.join(" and ")}: ${others.length === 1 ? "that makes" : "together they make"} ${percent(made.growth)}`,
    `change or leave out one of ${[one, ...way.map(({ stated }) => stated)].map(({ span }) => span).join(", ")}`,
  );
}

function alongWay(weights: Quarters, span: SpanName, way: readonly Step[]) {
  const whole = sumOver(weights, span);
  const made = { growth: 0, lower: 0, upper: 0 };
  for (const { stated, sign } of way) {
    const share = (sign * sumOver(weights, stated.span)) / whole;
    made.growth += share * stated.growth;
    made.lower += share * (sign === 1 ? stated.lower : stated.upper);
    made.upper += share * (sign === 1 ? stated.upper : stated.lower);
  }
  return made;
}

const told = ({ span, growth, isKnown }: StatedGrowth): string =>
  `${isKnown ? "the known " : ""}${span} of ${percent(growth)}`;

/** A growth as a message tells it. */
export const percent = (growth: number): string => `${Number((growth * 100).toPrecision(4))}%`;
