import type { Distribution } from "../forecast/distribution.ts";
import { sumOfParts } from "./correlated-sum.ts";
import type { ForecastPart } from "./forecast-parts.ts";
import { bookedOf } from "./own-forecast.ts";
import { distributionOf } from "./part-distribution.ts";
import { deviationOf, type PartForecast } from "./part-forecast.ts";
import { reconciledDistribution } from "./reconciled-distribution.ts";
import { type ForecastToReconcile, type Reconciled, reconcile } from "./reconciliation.ts";
import { mapTree, type Tree } from "./tree.ts";

/** A total or a part whose full year agrees with those of its parts and its whole; amounts in the unit of the total. */
export interface ReconciledPart extends ForecastPart {
  readonly fullYear: PartForecast;
  readonly distribution: Distribution;
  /** Weight of the own forecast in the full year, where there is one. */
  readonly ownWeight?: number;
}

/** Every forecast of a tree moved so that parts add up to their whole, what is surest least. */
export function reconciledParts(tree: Tree<ForecastPart>, correlation: number): Tree<ReconciledPart> {
  const { position } = tree.value.question;
  if (position.elapsed === position.periodsPerYear) return mapTree(tree, ({ value }) => asReported(value));
  return withDistributions(tree, agreed(tree, correlation));
}

/** The reconciled full years; below a whole that its parts contradict, each part agrees with its own parts alone. */
function agreed(tree: Tree<ForecastPart>, correlation: number): Tree<Reconciled> {
  const graft = (
    node: Tree<ForecastPart>,
    { name, value, children }: Tree<Reconciled>,
  ): Tree<Reconciled> => ({
    name,
    value,
    children: node.children.map((child, i) =>
      node.value.fits ? graft(child, children[i] as Tree<Reconciled>) : agreed(child, correlation),
    ),
  });
  return graft(tree, reconcile(toReconcile(tree), correlation));
}

/** How much less what follows its whole says of it than a forecast of its own would: nothing, to ten digits. */
const SAYS_NOTHING = 1e12;

/**
 * The centres to reconcile. Medians of skewed parts do not add up to the median of their sum, which is what a total is
 * forecast by: each part is moved by its share of the difference, by variance, so that points that add up are right for
 * the total. In the totals of Viet Nam's trade that took a tenth off the error of the sum.
 */
function toReconcile(
  { name, value, children }: Tree<ForecastPart>,
  { isFollowing, shift }: { readonly isFollowing: boolean; readonly shift: number } = {
    isFollowing: false,
    shift: 0,
  },
): Tree<ForecastToReconcile> {
  const own = value.own?.part ?? (children.length === 0 ? value.both : undefined);
  const booked = bookedOf(value);
  const variance = own && deviationOf(own) ** 2 * (isFollowing ? SAYS_NOTHING : 1);
  const below = value.fits ? children : [];
  const ofChildren = shiftsOf(value, below, shift);
  return {
    name,
    value: {
      ...(booked > Number.NEGATIVE_INFINITY && { booked }),
      ...(own && variance !== undefined && { own: { mean: own.median + shift, variance } }),
    },
    children: below.map((child, i) =>
      toReconcile(child, {
        isFollowing: isFollowing || value.isFollowed,
        shift: ofChildren[i] as number,
      }),
    ),
  };
}

/** How far each part is moved so that the parts add up to the median of their sum, moved by `shift` itself. */
function shiftsOf(
  { ofParts, isFollowed }: ForecastPart,
  children: readonly Tree<ForecastPart>[],
  shift: number,
): readonly number[] {
  const variances = children.map(({ value }) => deviationOf(value.both) ** 2);
  const all = variances.reduce((a, b) => a + b, 0);
  // Parts that follow their whole keep their shares of it.
  if (!ofParts || isFollowed || all === 0) return variances.map(() => 0);
  const medians = children.reduce((sum, { value }) => sum + value.both.median, 0);
  return variances.map((variance) => ((ofParts.median - medians + shift) * variance) / all);
}

/** A part of a year that is over: nothing is left to agree on. */
function asReported(part: ForecastPart): ReconciledPart {
  const value = part.ytd.value * part.scale;
  const fullYear = { booked: value, median: value, lower: value, upper: value, degreesOfFreedom: 1 };
  return { ...part, fullYear, distribution: distributionOf(fullYear) };
}

function withDistributions(node: Tree<ForecastPart>, reconciled: Tree<Reconciled>): Tree<ReconciledPart> {
  const { value } = node;
  const { fullYear: median, ownWeight } = reconciled.value;
  const ofParts = value.ofParts && distributionOf(value.ofParts);
  const own = value.own?.distribution ?? (ofParts as Distribution);
  const distribution = reconciledDistribution({
    own,
    ofParts: ofParts ?? own,
    ownWeight: node.children.length === 0 || value.isFollowed || !value.fits ? 1 : (ownWeight ?? 0),
    fullYear: median,
    booked: bookedOf(value),
  });
  return {
    name: node.name,
    value: {
      ...value,
      fullYear: {
        booked: bookedOf(value),
        median,
        lower: Math.min(median, distribution.quantile(0.1)),
        upper: Math.max(median, distribution.quantile(0.9)),
        degreesOfFreedom: value.both.degreesOfFreedom,
      },
      distribution,
      ...(ownWeight !== undefined && { ownWeight }),
    },
    children: node.children.map((child, i) =>
      withDistributions(child, reconciled.children[i] as Tree<Reconciled>),
    ),
  };
}

/** The parts with spreads whose correlated sum is as wide as the reconciled total, so that both say the same of it. */
export function partsOfTotal(
  { value, children }: Tree<ReconciledPart>,
  correlation: number,
): readonly PartForecast[] {
  const parts = children.map((child) => child.value.fullYear);
  const sum = sumOfParts(parts, correlation);
  const width = sum.upper - sum.lower;
  const ratio = width > 0 ? (value.fullYear.upper - value.fullYear.lower) / width : 1;
  return parts.map((part) => ({
    ...part,
    lower: Math.max(part.booked, part.median - ratio * (part.median - part.lower)),
    upper: part.median + ratio * (part.upper - part.median),
  }));
}
