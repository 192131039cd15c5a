import { log } from "../elementary-functions.ts";
import type { Distribution } from "../forecast/distribution.ts";
import type { GrowthHorizon } from "./growth-prior.ts";
import { logMixture } from "./log-mixture.ts";

/** A level that is known, with the log growth that led to it. */
export interface KnownStart {
  readonly level: number;
  readonly logGrowth: number;
}

/** A year that is still open: its distribution, and the level of an earlier year that its growth is measured from. */
export interface OpenStart {
  readonly distribution: Distribution;
  readonly from: { readonly level: number; readonly years: number };
}

/**
 * The level of the year that lies `horizon.years` after the start. An open start is integrated over: every level that
 * it may end at goes on with the growth that follows such a year.
 */
export function finalYearDistribution(start: KnownStart | OpenStart, horizon: GrowthHorizon): Distribution {
  const { intercept, slope, scale, degreesOfFreedom } = horizon;
  const centreOf = (logLevel: number, logGrowth: number) => logLevel + intercept + slope * logGrowth;
  if ("level" in start)
    return logMixture({
      centres: [{ location: centreOf(log(start.level), start.logGrowth), weight: 1 }],
      scale,
      degreesOfFreedom,
    });
  const { distribution, from } = start;
  const logFrom = log(from.level);
  const least = distribution.median * LEAST_SHARE_OF_MEDIAN;
  return logMixture({
    centres: QUANTILE_NODES.map(({ level, weight }) => {
      const logLevel = log(Math.max(least, distribution.quantile(level)));
      return { location: centreOf(logLevel, (logLevel - logFrom) / from.years), weight };
    }),
    scale,
    degreesOfFreedom,
  });
}

/** A year that may lose what it has could end at or below zero, of which no growth follows: it counts as next to nothing. */
const LEAST_SHARE_OF_MEDIAN = 1e-6;

const NODES = 32;

/**
 * Nodes of an integral over quantiles: the midpoint rule in v with level = v^3 (10 - 15 v + 6 v^2), whose derivatives
 * vanish at both ends, so that tails are sampled finely and the rule is exact to seven digits for smooth integrands.
 * @see Sag and Szekeres (1964), Numerical evaluation of high-dimensional integrals, section 3
 */
const QUANTILE_NODES = quantileNodes();

function quantileNodes(): readonly { readonly level: number; readonly weight: number }[] {
  const nodes = Array.from({ length: NODES }, (_, i) => {
    const v = (i + 0.5) / NODES;
    return { level: v * v * v * (10 - 15 * v + 6 * v * v), weight: (30 * v * v * (1 - v) * (1 - v)) / NODES };
  });
  const sum = nodes.reduce((total, { weight }) => total + weight, 0);
  return nodes.map(({ level, weight }) => ({ level, weight: weight / sum }));
}
