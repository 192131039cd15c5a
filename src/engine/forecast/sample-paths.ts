import { exp } from "../elementary-functions.ts";
import { DRAWS, normalDraws } from "./normal-draws.ts";
import { rankedStudentT } from "./ranked-student-t.ts";

/** What the joint distribution of the coming periods is made of; amounts share one unit. */
export interface PathModel {
  /** Logs of the central path, one a period, through the year's end or beyond. */
  readonly logPath: Float64Array;
  /** What one unit of surprise adds to the log path 0, 1, .. periods on. */
  readonly impulse: Float64Array;
  /** Standard deviation of the surprises, in logs. */
  readonly sigma: number;
  /** How many of the periods make the remainder of the year. */
  readonly remaining: number;
  /** Student's t on the log of the remainder: what the paths of the year must add up to. */
  readonly logRemainder: number;
  readonly scale: number;
  readonly degreesOfFreedom: number;
}

/**
 * Joint sample of the coming periods, path after path: log errors that run on as the impulse says, each path then
 * scaled so that its remainder of the year is the quantile of the remainder's distribution that its rank stands for.
 * So totals, quarters and single periods are one distribution, and the total is the calibrated one. Deterministic.
 * @returns `DRAWS` paths of `logPath.length` amounts, in increasing order of their remainder
 * @see Clark et al. (2004), J. Hydrometeorology 5, 243-262 (reordering a sample to given margins)
 */
export function samplePaths(model: PathModel): Float64Array {
  const { logPath, impulse, sigma, remaining } = model;
  const horizon = logPath.length;
  const draws = normalDraws(horizon);
  const paths = new Float64Array(DRAWS * horizon);
  const remainders = new Float64Array(DRAWS);
  for (let i = 0; i < DRAWS; i++) {
    const row = i * horizon;
    let sum = 0;
    for (let step = 0; step < horizon; step++) {
      let error = 0;
      for (let k = 0; k <= step; k++) error += (impulse[step - k] as number) * (draws[row + k] as number);
      const amount = exp((logPath[step] as number) + sigma * error);
      paths[row + step] = amount;
      if (step < remaining) sum += amount;
    }
    remainders[i] = sum;
  }
  const order = Uint16Array.from(remainders, (_, i) => i).sort(
    (a, b) => (remainders[a] as number) - (remainders[b] as number),
  );
  const sorted = new Float64Array(DRAWS * horizon);
  const ranked = rankedStudentT(model.degreesOfFreedom);
  for (let rank = 0; rank < DRAWS; rank++) {
    const from = order[rank] as number;
    const remainder = exp(model.logRemainder + model.scale * (ranked[rank] as number));
    const factor = remainder / (remainders[from] as number);
    for (let step = 0; step < horizon; step++)
      sorted[rank * horizon + step] = factor * (paths[from * horizon + step] as number);
  }
  return sorted;
}

/**
 * The quantile of one quantity over the paths, by linear interpolation between order statistics (Hyndman and Fan
 * 1996, type 5). `sorted` is in increasing order.
 * @example sampleQuantile(Float64Array.of(1, 2, 3, 4), 0.5) // => 2.5
 */
export function sampleQuantile(sorted: Float64Array, level: number): number {
  const place = Math.min(sorted.length - 1, Math.max(0, level * sorted.length - 0.5));
  const below = Math.floor(place);
  const low = sorted[below] as number;
  const high = sorted[Math.min(sorted.length - 1, below + 1)] as number;
  return low + (place - below) * (high - low);
}
