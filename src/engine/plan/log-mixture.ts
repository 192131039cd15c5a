import { exp, log } from "../elementary-functions.ts";
import type { Distribution } from "../forecast/distribution.ts";
import { studentTDensity, studentTQuantile, studentTSurvival } from "../forecast/student-t.ts";

/** Student's t around one of several centres, all in logs of an amount. */
export interface LogMixture {
  readonly centres: readonly { readonly location: number; readonly weight: number }[];
  /** Above 0. */
  readonly scale: number;
  readonly degreesOfFreedom: number;
}

const MAX_STEPS = 60;
/** Relative change of an amount that ten printed digits cannot show. */
const SETTLED = 1e-12;

/**
 * The distribution of an amount whose logarithm is Student's t around a centre that is itself uncertain: the centres
 * with their weights (sum 1) are the nodes of that uncertainty.
 */
export function logMixture({ centres, scale, degreesOfFreedom }: LogMixture): Distribution {
  const survivalOfLog = (y: number): number => {
    let sum = 0;
    for (const { location, weight } of centres)
      sum += weight * studentTSurvival((y - location) / scale, degreesOfFreedom);
    return Math.min(1, sum);
  };
  const densityOfLog = (y: number): number => {
    let sum = 0;
    for (const { location, weight } of centres)
      sum += (weight * studentTDensity((y - location) / scale, degreesOfFreedom)) / scale;
    return sum;
  };
  const locations = centres.map(({ location }) => location);
  const lowest = Math.min(...locations);
  const highest = Math.max(...locations);
  let mean = 0;
  for (const { location, weight } of centres) mean += weight * location;
  const quantile = (level: number): number => {
    const t = scale * studentTQuantile(level, degreesOfFreedom);
    // A quantile of a mixture lies between those of its members.
    let low = lowest + t;
    let high = highest + t;
    let y = mean + t;
    for (let step = 0; step < MAX_STEPS && high - low > SETTLED; step++) {
      const above = survivalOfLog(y) - (1 - level);
      if (above > 0) low = y;
      else high = y;
      const next = y + above / densityOfLog(y);
      const isInside = next > low && next < high;
      const settled = isInside && Math.abs(next - y) <= SETTLED;
      y = isInside ? next : (low + high) / 2;
      if (settled) break;
    }
    return exp(y);
  };
  return {
    median: quantile(0.5),
    quantile,
    survival: (value) => (value <= 0 ? 1 : survivalOfLog(log(value))),
  };
}
