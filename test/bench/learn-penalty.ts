import { ANCHORS, blockAt, CLASSES, type Layout, type Structure } from "./learn-parameters.ts";
import { ANCHOR_MONTHS } from "./learn-seasons.ts";

/** How hard each part is held back: `pooled` draws scores to equal weights, `own` a class to the pooled numbers. */
export interface Penalties {
  readonly pooled: number;
  readonly own: number;
  /** Draws months to a straight line. */
  readonly smooth: number;
  readonly gate: number;
  readonly trend: number;
  readonly trendOwn: number;
  readonly scaleOwn: number;
  readonly scaleFeature: number;
  readonly shift: number;
  /** The months of one year are not independent: each row counts this much. */
  readonly rowWeight: number;
}

export const PENALTIES: Penalties = {
  pooled: 0.5,
  own: 1,
  smooth: 2,
  gate: 1,
  trend: 2,
  trendOwn: 20,
  scaleOwn: 3,
  scaleFeature: 2,
  shift: 10,
  rowWeight: 0.3,
};

/** Few series are far from their class, so the loss of belief starts from a clear no instead of from nothing. */
const FAR_SHARE_GATE = -8;
const FAR_SHARE_STRENGTH = 4;
export const USUAL_LOG_SCALE = Math.log(0.13);
export const USUAL_LOG_DF = Math.log(3);
const DF_STRENGTH = 2;
/** Tails are hard to see in a few hundred years of a class. */
const OWN_DF_STRENGTH = 4;
/** Months of trend and scale are held straighter than weights. */
const SMOOTHER = 5;
const FREE = 0.01;

/** Adds the penalty's gradient to `gradient` and returns its value. */
export function penalty(
  theta: Float64Array,
  gradient: Float64Array,
  layout: Layout,
  structure: Structure,
  penalties: Penalties,
): number {
  let loss = 0;
  const ridge = (i: number, strength: number, centre = 0): void => {
    const d = (theta[i] as number) - centre;
    loss += 0.5 * strength * d * d;
    gradient[i] = (gradient[i] as number) + strength * d;
  };
  const straighten = (base: number, strength: number): void => {
    for (let a = 1; a < ANCHORS - 1; a++) {
      const before = (ANCHOR_MONTHS[a] as number) - (ANCHOR_MONTHS[a - 1] as number);
      const after = (ANCHOR_MONTHS[a + 1] as number) - (ANCHOR_MONTHS[a] as number);
      const l = after / (before + after);
      const r = 1 - l;
      const bend =
        (theta[base + a] as number) -
        l * (theta[base + a - 1] as number) -
        r * (theta[base + a + 1] as number);
      loss += 0.5 * strength * bend * bend;
      gradient[base + a] = (gradient[base + a] as number) + strength * bend;
      gradient[base + a - 1] = (gradient[base + a - 1] as number) - strength * bend * l;
      gradient[base + a + 1] = (gradient[base + a + 1] as number) - strength * bend * r;
    }
  };
  for (let kind = 0; kind < layout.methods + 2; kind++) {
    const isScore = kind < layout.methods;
    const isScale = kind === layout.logScale;
    const own = isScore ? penalties.own : isScale ? penalties.scaleOwn : penalties.trendOwn;
    const pooled = isScore ? penalties.pooled : isScale ? FREE : penalties.trend;
    const smooth = penalties.smooth * (isScore ? 1 : SMOOTHER);
    for (let owner = 0; owner <= CLASSES; owner++) {
      const base = blockAt(layout, kind, owner);
      for (let a = 0; a < ANCHORS; a++)
        ridge(base + a, owner === 0 ? pooled : own, isScale && owner === 0 ? USUAL_LOG_SCALE : 0);
      straighten(base, smooth);
    }
  }
  structure.shifts?.forEach((_, f) => {
    const base = layout.shifts + f * ANCHORS;
    for (let a = 0; a < ANCHORS; a++) ridge(base + a, penalties.shift);
    straighten(base, penalties.shift * SMOOTHER);
  });
  structure.gates.forEach(([, feature], g) => {
    if (feature === "farShare") ridge(layout.gates + g, penalties.gate * FAR_SHARE_STRENGTH, FAR_SHARE_GATE);
    else ridge(layout.gates + g, penalties.gate);
  });
  structure.scaleFeatures.forEach((_, f) => {
    ridge(layout.slopes + f, penalties.scaleFeature);
  });
  ridge(layout.degreesOfFreedom, DF_STRENGTH, USUAL_LOG_DF);
  for (let c = 1; c <= CLASSES; c++) ridge(layout.degreesOfFreedom + c, OWN_DF_STRENGTH);
  return loss;
}
