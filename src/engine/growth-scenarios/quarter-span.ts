/** One number a quarter, the first quarter first. */
export type Quarters = readonly [number, number, number, number];

/** Every run of quarters of a year; `from` and `to` count complete quarters, so that a span lies between them. */
export const QUARTER_SPANS = {
  Q1: { from: 0, to: 1 },
  Q2: { from: 1, to: 2 },
  H1: { from: 0, to: 2 },
  Q3: { from: 2, to: 3 },
  "9M": { from: 0, to: 3 },
  Q4: { from: 3, to: 4 },
  H2: { from: 2, to: 4 },
  year: { from: 0, to: 4 },
  "Q2-Q3": { from: 1, to: 3 },
  "Q2-Q4": { from: 1, to: 4 },
} as const satisfies Readonly<Record<string, { readonly from: number; readonly to: number }>>;
export type SpanName = keyof typeof QUARTER_SPANS;
export const SPAN_NAMES = Object.keys(QUARTER_SPANS) as readonly SpanName[];

/** The columns of a planning table: every quarter with its cumulative span behind it, the second half, the year. */
export const TABLE_SPANS = ["Q1", "Q2", "H1", "Q3", "9M", "Q4", "H2", "year"] as const satisfies SpanName[];

/** The span from one count of complete quarters to another. */
export function spanBetween(from: number, to: number): SpanName {
  return SPAN_NAMES.find(
    (name) => QUARTER_SPANS[name].from === from && QUARTER_SPANS[name].to === to,
  ) as SpanName;
}

/**
 * The sum of a quarterly quantity over a span.
 * @example sumOver([1, 2, 3, 4], "H2") // => 7
 */
export function sumOver(quarters: readonly number[], span: SpanName): number {
  const { from, to } = QUARTER_SPANS[span];
  return quarters.slice(from, to).reduce((sum, x) => sum + x, 0);
}

/** How the periods of a year make longer spans, and how many were told of each quarter. */
export interface LevelScale {
  readonly aggregation: "sum" | "average";
  readonly periodsPerQuarter: number;
}

/**
 * The level of a span whose periods add up to `sum`: the sum itself, or the mean of the periods for an index.
 * @example levelOf(618, "H1", { aggregation: "average", periodsPerQuarter: 3 }) // => 103
 */
export function levelOf(sum: number, span: SpanName, { aggregation, periodsPerQuarter }: LevelScale): number {
  const { from, to } = QUARTER_SPANS[span];
  return aggregation === "average" ? sum / (periodsPerQuarter * (to - from)) : sum;
}

/**
 * Growth of a span on the same span of last year: the mean of its quarters' growths, weighted with last year's levels
 * at constant prices. Weights on any scale.
 *
 * @param weights last year's levels or shares, above zero
 * @param growths growth of each quarter, fractions
 * @example spanGrowth([0.2, 0.25, 0.25, 0.3], [0.05, 0.06, 0.06, 0.07], "year") // => 0.061
 */
export function spanGrowth(weights: Quarters, growths: Quarters, span: SpanName): number {
  const gained = weights.map((weight, quarter) => weight * (growths[quarter] as number));
  return sumOver(gained, span) / sumOver(weights, span);
}
