import { EngineError } from "../engine-error.ts";
import { factorise, solve } from "../methods/series/cholesky.ts";
import { QUARTER_SPANS, type Quarters, type SpanName, sumOver } from "./quarter-span.ts";
import { independentGrowths, isSettled, percent, type StatedGrowth } from "./stated-growth.ts";

/**
 * How growth is spread over quarters that are told only together: equal; rising by `step` (a fraction, may be
 * negative) from one quarter to the next; or in proportion to the growths of an earlier version.
 */
export type GrowthShape =
  | { readonly kind: "equal" }
  | { readonly kind: "rising"; readonly step: number }
  | { readonly kind: "likePrevious"; readonly previous: Quarters };

/** How a growth came about: it happened, was told, follows from the others, or was spread by the shape. */
export type GrowthOrigin = "known" | "stated" | "solved" | "shaped";

export interface QuarterGrowths {
  readonly growths: Quarters;
  /** The told growths that settle everything, and those that follow from them. */
  readonly used: readonly StatedGrowth[];
  readonly implied: readonly StatedGrowth[];
}

/**
 * The growth of every quarter from whatever was told of quarters and spans of them. What is settled is solved exactly;
 * the rest is the spread that stays nearest to the shape, by weighted least squares: within a span that is told only
 * as a whole, growths are equal, or rise by the same step, or keep the proportions of an earlier version.
 *
 * @param weights last year's levels or shares at constant prices, above zero
 * @throws EngineError invalidQuestion when told growths contradict each other or leave a quarter less than nothing;
 *   notEnoughKnown when the year does not follow
 * @example solveQuarterGrowths({ weights: [0.2, 0.25, 0.25, 0.3], stated: [{ span: "year", growth: 0.06, lower: 0.06, upper: 0.06, path: "", isKnown: false }, { span: "Q1", growth: 0.02, lower: 0.02, upper: 0.02, path: "", isKnown: true }], shape: { kind: "equal" }, path: "" }).growths // => [0.02, 0.07, 0.07, 0.07]
 */
export function solveQuarterGrowths(ask: {
  readonly weights: Quarters;
  readonly stated: readonly StatedGrowth[];
  readonly shape: GrowthShape;
  readonly path: string;
}): QuarterGrowths {
  const { weights, stated, shape, path } = ask;
  const { used, implied } = independentGrowths(weights, stated);
  if (!isSettled(used, "year")) throw yearIsOpen(used, path);
  const growths = spread(weights, used, shape, path);
  const impossible = growths.findIndex((growth) => growth <= -1);
  if (impossible >= 0)
    throw new EngineError(
      "invalidQuestion",
      path,
      `Q${impossible + 1} would have to grow by ${percent(growths[impossible] as number)}, which leaves less than nothing`,
      "the growths told for the other quarters and the year cannot all hold",
    );
  return { growths, used, implied };
}

function yearIsOpen(used: readonly StatedGrowth[], path: string): EngineError {
  const open = (["Q1", "Q2", "Q3", "Q4"] as const).filter((quarter) => !isSettled(used, quarter));
  return new EngineError(
    "notEnoughKnown",
    `${path}.yearGrowth`,
    `the year does not follow, as nothing tells ${open.join(" and ")}`,
    "give yearGrowth, or the growth of every quarter that is left",
  );
}

/**
 * Growths g that meet what was told, A g = b, nearest to a reference r: they minimise sum m (g - r)^2, so that
 * g = r + A'l / m with (A A' / m) l = b - A r. A row of A holds the shares of a span's quarters in it.
 */
function spread(
  weights: Quarters,
  used: readonly StatedGrowth[],
  shape: GrowthShape,
  path: string,
): Quarters {
  const { reference, importance } = metricOf(weights, shape, path);
  const rows = used.map(({ span }) => sharesIn(weights, span));
  const size = rows.length;
  const matrix = new Float64Array(size * size);
  const gaps = new Float64Array(size);
  for (const [i, row] of rows.entries()) {
    gaps[i] = (used[i] as StatedGrowth).growth - dot(row, reference);
    for (const [j, other] of rows.entries())
      matrix[i * size + j] = dot(
        row,
        other.map((share, quarter) => share / (importance[quarter] as number)),
      );
  }
  factorise(matrix, size);
  solve(matrix, size, gaps);
  const growths = reference.map(
    (growth, quarter) =>
      growth +
      rows.reduce((sum, row, i) => sum + (row[quarter] as number) * (gaps[i] as number), 0) /
        (importance[quarter] as number),
  );
  // A quarter that was told is not worked out again.
  for (const { span, growth } of used) {
    const { from, to } = QUARTER_SPANS[span];
    if (to - from === 1) growths[from] = growth;
  }
  return growths as unknown as Quarters;
}

function metricOf(
  weights: Quarters,
  shape: GrowthShape,
  path: string,
): { readonly reference: readonly number[]; readonly importance: readonly number[] } {
  const total = sumOver(weights, "year");
  const shares = weights.map((weight) => weight / total);
  if (shape.kind === "equal") return { reference: [0, 0, 0, 0], importance: shares };
  if (shape.kind === "rising")
    return { reference: shares.map((_, quarter) => quarter * shape.step), importance: shares };
  if (shape.previous.some((growth) => growth <= 0))
    throw new EngineError(
      "invalidQuestion",
      `${path}.shape`,
      "only growths above zero have proportions that can be kept",
      'write "equal", or "rising" with a step',
    );
  return {
    reference: shape.previous,
    importance: shares.map((share, quarter) => share / (shape.previous[quarter] as number)),
  };
}

function sharesIn(weights: Quarters, span: SpanName): readonly number[] {
  const { from, to } = QUARTER_SPANS[span];
  const whole = sumOver(weights, span);
  return weights.map((weight, quarter) => (quarter >= from && quarter < to ? weight / whole : 0));
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, x, i) => sum + x * (b[i] as number), 0);

/** How the growth of a span came about; what others make of a told growth is solved. */
export function originOf(span: SpanName, { used }: QuarterGrowths): GrowthOrigin {
  const known = used.filter(({ isKnown }) => isKnown);
  if (isSettled(known, span)) return "known";
  if (used.some((stated) => stated.span === span)) return "stated";
  return isSettled(used, span) ? "solved" : "shaped";
}
