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
/** Change of a logarithm that no printed digit shows. */
const SETTLED = 1e-11;

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
  // Where the search stops hangs on the last bits of a runtime; one step more with the true slope does not.
  const polished = (y: number, level: number): number =>
    y + (survivalOfLog(y) - (1 - level)) / densityOfLog(y);
  const locations = centres.map(({ location }) => location);
  const lowest = Math.min(...locations);
  const highest = Math.max(...locations);
  let mean = 0;
  for (const { location, weight } of centres) mean += weight * location;
  const logQuantile = (level: number): number => {
    const t = scale * studentTQuantile(level, degreesOfFreedom);
    // A quantile of a mixture lies between those of its members.
    let low = lowest + t;
    let high = highest + t;
    let y = mean + t;
    let excess = survivalOfLog(y) - (1 - level);
    let slope = -densityOfLog(y);
    for (let step = 0; step < MAX_STEPS && high - low > SETTLED; step++) {
      if (excess > 0) low = y;
      else high = y;
      const aimed = y - excess / slope;
      const next = aimed > low && aimed < high ? aimed : (low + high) / 2;
      const moved = next - y;
      if (Math.abs(moved) <= SETTLED) return polished(next, level);
      const before = excess;
      y = next;
      excess = survivalOfLog(y) - (1 - level);
      if (excess === 0) return y;
      slope = (excess - before) / moved;
    }
    return polished(y, level);
  };
  const known = new Map<number, number>();
  const quantile = (level: number): number => {
    const told = known.get(level) ?? exp(logQuantile(level));
    known.set(level, told);
    return told;
  };
  return {
    median: quantile(0.5),
    quantile,
    survival: (value) => (value <= 0 ? 1 : survivalOfLog(log(value))),
  };
}
