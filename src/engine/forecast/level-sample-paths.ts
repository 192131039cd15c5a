import { exp, log } from "../elementary-functions.ts";
import type { LevelPath } from "./level-history.ts";
import { outcomeOf, outcomeVariance } from "./level-members.ts";
import { DRAWS, normalDraws } from "./normal-draws.ts";
import { rankedStudentT } from "./ranked-student-t.ts";

/** What the joint distribution of the coming periods is made of; amounts share one unit. */
export interface LevelPathModel {
  readonly path: LevelPath;
  /** How many of the periods the year still has. */
  readonly remaining: number;
  readonly aggregation: "sum" | "last";
  /** Student's t on what these come to: their sum, or the last of them; in logs if `path.isLog`. */
  readonly scale: number;
  readonly degreesOfFreedom: number;
}

/**
 * Joint sample of the coming periods, path after path: errors that run on as the impulse says are added to the
 * central path, and each path is shifted so that its remainder of the year (or its last value of the year) is the
 * quantile that its rank stands for. The counterpart of `samplePaths` for amounts of which no logarithm can be taken,
 * and for stocks. Deterministic.
 * @returns `DRAWS` paths of `path.values.length` amounts, in increasing order of their remainder or last value
 * @see Clark et al. (2004), J. Hydrometeorology 5, 243-262 (reordering a sample to given margins)
 */
export function levelSamplePaths(model: LevelPathModel): Float64Array {
  const { path, aggregation, scale, degreesOfFreedom } = model;
  const { steps, impulse, isLog } = path;
  const count = steps.length;
  const remaining = steps.filter((step) => step < model.remaining).length;
  const central = Float64Array.from(steps, (step) => {
    const amount = path.values[step] as number;
    return isLog ? log(amount) : amount;
  });
  // Surprises of the calibrated size leave to the shifts only what makes a t of the normal distribution.
  const sigma = scale / Math.sqrt(outcomeVariance(impulse, remaining, aggregation));
  const draws = normalDraws(count);
  const sample = new Float64Array(DRAWS * count);
  const outcomes = new Float64Array(DRAWS);
  for (let i = 0; i < DRAWS; i++) {
    const row = i * count;
    for (let step = 0; step < count; step++) {
      let error = 0;
      for (let k = 0; k <= step; k++) error += (impulse[step - k] as number) * (draws[row + k] as number);
      sample[row + step] = (central[step] as number) + sigma * error;
    }
    outcomes[i] = outcomeOf(sample.subarray(row, row + count), remaining, aggregation);
  }
  const order = Uint16Array.from(outcomes, (_, i) => i).sort(
    (a, b) => (outcomes[a] as number) - (outcomes[b] as number),
  );
  const outcome = outcomeOf(central, remaining, aggregation);
  const ranked = rankedStudentT(degreesOfFreedom);
  const parts = partsOfChange(impulse, remaining, aggregation);
  const horizon = path.values.length;
  const sorted = new Float64Array(DRAWS * horizon);
  for (let rank = 0; rank < DRAWS; rank++) {
    const from = order[rank] as number;
    const own = sample.subarray(from * count, (from + 1) * count);
    const wanted = outcome + scale * (ranked[rank] as number);
    const change = wanted - (outcomes[from] as number);
    for (let step = 0; step < count; step++)
      own[step] = (own[step] as number) + change * (parts[step] as number);
    if (path.isNonNegative && !isLog && own.some((amount) => amount < 0)) {
      if (aggregation === "sum") raiseToZero(own.subarray(0, remaining), Math.max(0, wanted));
      for (let step = 0; step < count; step++) own[step] = Math.max(0, own[step] as number);
    }
    for (let i = 0; i < count; i++) {
      const value = own[i] as number;
      sorted[rank * horizon + (steps[i] as number)] = isLog ? exp(value) : value;
    }
  }
  return sorted;
}

/** What each period takes of a change of the outcome: a sum's evenly, that of a last value as errors grow towards it. */
function partsOfChange(
  impulse: Float64Array,
  remaining: number,
  aggregation: LevelPathModel["aggregation"],
): Float64Array {
  if (aggregation === "sum") return new Float64Array(impulse.length).fill(1 / remaining);
  let variance = 0;
  const deviations = impulse.map((response) => {
    variance += response * response;
    return Math.sqrt(variance);
  });
  const last = deviations[remaining - 1] as number;
  return deviations.map((deviation) => deviation / last);
}

/**
 * Replaces amounts by the nearest ones that are not below zero and add up to `total` >= 0: all that stay above zero
 * are moved by the same amount.
 * @see Michelot (1986), J. Optimization Theory and Applications 50, 195-200
 */
function raiseToZero(amounts: Float64Array, total: number): void {
  let above = Array.from(amounts.keys());
  for (;;) {
    let sum = 0;
    for (const i of above) sum += amounts[i] as number;
    const shift = (total - sum) / above.length;
    const kept = above.filter((i) => (amounts[i] as number) + shift > 0);
    if (kept.length === above.length || kept.length === 0) {
      amounts.forEach((amount, i) => {
        amounts[i] = above.includes(i) ? Math.max(0, amount + shift) : 0;
      });
      return;
    }
    above = kept;
  }
}
