import { EngineError } from "../engine-error.ts";
import { covariancesWithSum } from "./equicorrelation.ts";
import { mapUpwards, nodesOf, type Tree } from "./tree.ts";

/** A full year by its centre and its error variance; variance 0 is an actual, which nothing moves. */
export interface PointForecast {
  readonly mean: number;
  readonly variance: number;
}

export interface ForecastToReconcile {
  /** What cannot be lost again; absent where the amount can fall. */
  readonly booked?: number;
  /** The node's own forecast; absent where it is known through its parts or its total alone. */
  readonly own?: PointForecast;
}

export interface Reconciled {
  /** In every node with children the sum of theirs. */
  readonly fullYear: number;
  /**
   * How far `fullYear` moves per unit of the node's own forecast, 0 to 1; 0 at the bound of what is booked; absent
   * without an own forecast.
   */
  readonly ownWeight?: number;
}

/** What the parts below a node say of it, and what they and its own forecast say together. */
interface Combined {
  readonly sum: PointForecast;
  readonly both: PointForecast;
  /** Weight of the own forecast against the sum of the parts. */
  readonly ownGain: number;
  /** Of a difference between the total and the sum of the parts, the share of each; they add up to 1, or are all 0. */
  readonly pulls: readonly number[];
}

type Nodes = ReadonlySet<Tree<ForecastToReconcile>>;

/**
 * Minimum-trace reconciliation of point forecasts in a tree: the coherent full years closest to the forecasts, each
 * weighed by its precision; siblings' errors have one correlation (0 <= correlation < 1), others none. Upwards, each
 * node's own forecast is combined with the sum of its parts; downwards, the difference is shared by V1 / (1'V1), V
 * being the covariance of the parts. Equal to S (S'W^-1 S)^-1 S'W^-1 y, in time linear in the nodes.
 *
 * Nothing falls below what is booked: a node that would is held there and the others are reconciled again. Without
 * correlation that is the constrained minimum, since holding one up only ever lowers the others. Where a total and
 * all its parts are actuals that disagree, the parts stand.
 *
 * @throws EngineError notEnoughKnown when the forecasts do not determine a node.
 * @see Wickramasuriya, Athanasopoulos and Hyndman (2019), J. Amer. Statist. Assoc. 114, equation 9
 * @see Zhang, Kang, Panagiotelis and Li (2023), European Journal of Operational Research 308 (immutable forecasts)
 */
export function reconcile(tree: Tree<ForecastToReconcile>, correlation: number): Tree<Reconciled> {
  const nodes = nodesOf(tree);
  let held: Nodes = new Set();
  for (;;) {
    const combined = mapUpwards<ForecastToReconcile, Combined>(tree, (node, children) =>
      combine(
        ownOf(node, held),
        children.map(({ value }) => value.both),
        correlation,
      ),
    );
    requireKnown(combined);
    const reconciled = distribute(tree, combined, held, combined.value.both.mean, 1);
    const values = nodesOf(reconciled);
    const below = nodes.filter(
      (node, i) =>
        !held.has(node) &&
        node.value.booked !== undefined &&
        (values[i] as Tree<Reconciled>).value.fullYear < node.value.booked,
    );
    if (below.length === 0) return reconciled;
    held = new Set([...held, ...below]);
  }
}

function ownOf(node: Tree<ForecastToReconcile>, held: Nodes): PointForecast | undefined {
  const { booked, own } = node.value;
  return booked !== undefined && held.has(node) ? { mean: booked, variance: 0 } : own;
}

const UNKNOWN = Number.POSITIVE_INFINITY;

function combine(
  own: PointForecast | undefined,
  parts: readonly PointForecast[],
  correlation: number,
): Combined {
  if (parts.length === 0) {
    const both = own ?? { mean: 0, variance: UNKNOWN };
    return { sum: both, both, ownGain: 1, pulls: [] };
  }
  const pulls = pullsOf(parts, correlation);
  const sum = {
    mean: parts.reduce((total, part) => total + part.mean, 0),
    variance: pulls.variance,
  };
  if (own === undefined) return { sum, both: sum, ownGain: 0, pulls: pulls.shares };
  if (sum.variance === UNKNOWN) return { sum, both: own, ownGain: 1, pulls: pulls.shares };
  const ownGain = sum.variance === 0 ? 0 : sum.variance / (sum.variance + own.variance);
  const both = {
    mean: sum.mean + ownGain * (own.mean - sum.mean),
    variance: ownGain * own.variance,
  };
  return { sum, both, ownGain, pulls: pulls.shares };
}

/** V1 / (1'V1) and 1'V1 of parts with equal correlation; a part that is not known takes all. */
function pullsOf(
  parts: readonly PointForecast[],
  correlation: number,
): { readonly shares: readonly number[]; readonly variance: number } {
  if (parts.some(({ variance }) => variance === UNKNOWN))
    return { shares: parts.map(({ variance }) => (variance === UNKNOWN ? 1 : 0)), variance: UNKNOWN };
  const deviations = parts.map(({ variance }) => Math.sqrt(variance));
  const covariances = covariancesWithSum(deviations, correlation);
  const variance = covariances.reduce((sum, covariance) => sum + covariance, 0);
  return { shares: covariances.map((each) => (variance > 0 ? each / variance : 0)), variance };
}

/** One part may be unknown in a total that is known, as what is left over; not two, and not the total itself. */
function requireKnown(combined: Tree<Combined>): void {
  const isUnknown = ({ value }: Tree<Combined>) => value.both.variance === UNKNOWN;
  for (const node of nodesOf(combined)) {
    const unknown = node.children.filter(isUnknown);
    if (unknown.length > 1) throw undetermined(unknown[0] as Tree<Combined>);
  }
  if (isUnknown(combined)) throw undetermined(combined);
}

const undetermined = ({ name }: Tree<unknown>): EngineError =>
  new EngineError(
    "notEnoughKnown",
    name,
    `nothing determines the full year of ${name}`,
    "give it a forecast, or leave it to what is left over of its total",
  );

/** `gain` is how far the node's full year moves per unit of what is combined in it. */
function distribute(
  node: Tree<ForecastToReconcile>,
  combined: Tree<Combined>,
  held: Nodes,
  fullYear: number,
  gain: number,
): Tree<Reconciled> {
  const { sum, ownGain, pulls } = combined.value;
  const difference = fullYear - sum.mean;
  const gainOfSum = gain * (1 - ownGain);
  const children = node.children.map((child, i) => {
    const part = combined.children[i] as Tree<Combined>;
    const pull = pulls[i] as number;
    const value = part.value.both.mean + pull * difference;
    return distribute(child, part, held, value, 1 - pull * (1 - gainOfSum));
  });
  const ownWeight = held.has(node) ? 0 : gain * ownGain;
  return {
    name: node.name,
    value: { fullYear, ...(node.value.own !== undefined && { ownWeight }) },
    children,
  };
}
