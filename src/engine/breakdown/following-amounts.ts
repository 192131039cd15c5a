import type { Figure } from "../figure/figure.ts";
import {
  type Interval,
  intervalDifference,
  intervalProduct,
  intervalSum,
  UNBOUNDED,
} from "../figure/interval.ts";
import { parseFigure } from "../figure/parse-figure.ts";
import type { KnownFigure } from "../outlook-types.ts";

/** The amounts of a year that parts and wholes have in common. */
export const YEAR_AMOUNTS = ["ytd", "priorYtd", "priorFullYear"] as const;
export type YearAmount = (typeof YEAR_AMOUNTS)[number];

/** An amount that follows from those of others, with the formula. */
export interface FollowingAmount extends Interval {
  readonly value: number;
  readonly from: string;
}
export type FollowingAmounts = Partial<Readonly<Record<YearAmount, FollowingAmount>>>;

/** The figures of one part, and what one unit of it counts in its whole. */
export interface WeightedFigures {
  readonly figures: Readonly<Record<string, KnownFigure>>;
  readonly weight: number;
}

/** What a sum of parts is said to come from. */
export const SUM_OF_PARTS = "sum of the parts";

/** The sums of parts, each by its weight, of the amounts that all of them know. */
export function sumsOf(parts: readonly WeightedFigures[], names: readonly YearAmount[]): FollowingAmounts {
  const sums: Partial<Record<YearAmount, FollowingAmount>> = {};
  for (const name of names) {
    const sum = sumOf(parts, name);
    if (sum) sums[name] = sum;
  }
  return sums;
}

function sumOf(parts: readonly WeightedFigures[], name: YearAmount): FollowingAmount | undefined {
  let value = 0;
  let interval: Interval = { lower: 0, upper: 0 };
  for (const { figures, weight } of parts) {
    const figure = figures[name];
    if (!figure || isGuessed(figure, name)) return undefined;
    value += figure.value * weight;
    interval = intervalSum(interval, weighted(intervalOf(figure), weight));
  }
  return { value, ...interval, from: SUM_OF_PARTS };
}

/** What parts leave of their whole: of the amount so far, and of last year's where all tell it and something is left. */
export function leftOver(
  whole: WeightedFigures["figures"],
  parts: readonly WeightedFigures[],
): FollowingAmounts {
  const left: Partial<Record<YearAmount, FollowingAmount>> = {};
  for (const name of YEAR_AMOUNTS) {
    const all = whole[name];
    const sum = sumOf(parts, name);
    if (!all || !sum || isGuessed(all, name)) continue;
    const value = all.value - sum.value;
    if (name !== "ytd" && !(value > 0)) continue;
    left[name] = { value, ...intervalDifference(intervalOf(all), sum), from: "total - parts" };
  }
  return left;
}

/** What is left of a whole as the amounts of one part of a weight, none of them below nothing. */
export function atLeastNothing(left: FollowingAmounts, weight: number): FollowingAmounts {
  const own = (amount: number) => Math.max(0, amount / weight);
  return Object.fromEntries(
    Object.entries(left).map(([name, { value, lower, upper, from }]) => [
      name,
      { value: own(value), lower: own(lower), upper: own(upper), from },
    ]),
  );
}

/** The amount of a part of which its share of the whole is known. */
export function shareOfAmount(share: Figure, whole: KnownFigure): FollowingAmount {
  return {
    value: share.value * whole.value,
    ...intervalProduct(share, intervalOf(whole)),
    from: "share * total",
  };
}

/** An amount that follows as a figure: an interval in every reading, since it has no digits of its own. */
export function followingFigure({ value, lower, upper }: Omit<FollowingAmount, "from">): Figure {
  const figure = parseFigure(value, { role: "amount", path: "ytd" });
  const { unitExponent } = figure.digits;
  return {
    ...figure,
    qualifier: "about",
    digits: { ...figure.digits, coarseExponent: unitExponent },
    lower: Math.min(lower, value),
    upper: Math.max(upper, value),
  };
}

/** The interval of a known figure, open where an end cannot be said. */
export const intervalOf = ({ lower = UNBOUNDED.lower, upper = UNBOUNDED.upper }: KnownFigure): Interval => ({
  lower,
  upper,
});

const weighted = (interval: Interval, weight: number): Interval =>
  weight === 1 ? interval : intervalProduct(interval, { lower: weight, upper: weight });

/** Last year's figures that were estimated are yardsticks for targets; an amount so far of filled-in periods is one. */
const isGuessed = ({ origin }: KnownFigure, name: YearAmount): boolean =>
  name !== "ytd" && origin === "estimated";
