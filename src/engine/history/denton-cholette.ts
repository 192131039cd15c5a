import { EngineError } from "../engine-error.ts";
import { SymmetricBand } from "./symmetric-band.ts";

/** The known sum of `length` periods from index `from` on; a length of 1 is a known period. */
export interface KnownSum {
  readonly from: number;
  readonly length: number;
  readonly sum: number;
}

/** What is believed of the movement of the ratio before its sums are seen. */
export interface RatioMovement {
  /** Standard deviation of one period's change of the ratio to the indicator, as a fraction of the mean ratio. */
  readonly deviation: number;
  /** How many observed changes this belief is worth. */
  readonly degreesOfFreedom: number;
}

/** Periods that meet the known sums; all in the unit of the sums. */
export interface BenchmarkedPeriods {
  readonly values: Float64Array;
  /** Standard deviation of each value given the sums; 0 where the period itself is known. */
  readonly deviations: Float64Array;
  /** Standard deviation of one period's change of the ratio, as a fraction of the mean ratio. */
  readonly movement: number;
}

/**
 * Periods from known sums over spans of them and an indicator of their usual pattern: the values x that meet every
 * sum and least change the ratio x/p from period to period, sum of ((x_t/p_t) - (x_t-1/p_t-1))^2. Spans are in
 * order and do not overlap; periods in no span follow the interpolated ratio, at either end the nearest one.
 *
 * The same x is the expected value if the ratio is a random walk with a free level, of which only the sums are
 * seen; `deviations` are the conditional standard deviations of that model. The innovation variance is estimated
 * without bias as the least sum of squares over the number of sums less one, pooled with `prior` by degrees of
 * freedom: movements that even out within a span leave no trace in its sum, so it knows the smooth part alone.
 * @see Denton (1971), J. Amer. Statist. Assoc. 66, 99-102; Cholette (1984), for the free first period;
 * Dagum and Cholette (2006), Benchmarking, Temporal Distribution, and Reconciliation Methods, chapter 6
 * @throws EngineError notEnoughKnown when a single period is all that is known
 */
export function dentonCholette({
  indicator,
  sums,
  prior = { deviation: 0, degreesOfFreedom: 0 },
}: {
  /** The usual pattern of the periods, all above zero, in any unit. */
  readonly indicator: ArrayLike<number>;
  readonly sums: readonly KnownSum[];
  readonly prior?: RatioMovement;
}): BenchmarkedPeriods {
  if (sums.length < 2 && (sums[0]?.length ?? 0) < 2)
    throw new EngineError("notEnoughKnown", "history", "one known period shows no movement");
  const count = indicator.length;
  const pattern = scaledToMeanOne(indicator);
  const { system, right, rowOf } = constrainedSystem(pattern, sums);
  system.factorise();
  const solution = system.solve(right);
  const spread = system.inverseDiagonal();

  const ratio = (t: number): number => solution[rowOf[t] as number] as number;
  let meanRatio = 0;
  let squares = 0;
  for (let t = 0; t < count; t++) {
    meanRatio += Math.abs(ratio(t)) / count;
    if (t > 0) squares += (ratio(t) - ratio(t - 1)) ** 2;
  }
  const believed = prior.degreesOfFreedom * (prior.deviation * meanRatio) ** 2;
  const degrees = prior.degreesOfFreedom + sums.length - 1;
  const movement = degrees > 0 ? Math.sqrt((believed + squares) / degrees) : 0;

  const values = new Float64Array(count);
  const deviations = new Float64Array(count);
  for (let t = 0; t < count; t++) {
    const usual = pattern[t] as number;
    values[t] = usual * ratio(t);
    deviations[t] = movement * usual * Math.sqrt(Math.max(0, spread[rowOf[t] as number] as number));
  }
  for (const { from, length, sum } of sums) {
    if (length > 1) continue;
    values[from] = sum;
    deviations[from] = 0;
  }
  return { values, deviations, movement: meanRatio > 0 ? movement / meanRatio : 0 };
}

function scaledToMeanOne(indicator: ArrayLike<number>): Float64Array {
  const scaled = Float64Array.from(indicator);
  const mean = scaled.reduce((sum, value) => sum + value, 0) / scaled.length;
  return scaled.map((value) => value / mean);
}

/**
 * The equations of the least squares with one multiplier a sum. A multiplier stands just before the last ratio of
 * its span, so that the system stays a narrow band and no leading block of it is singular.
 */
function constrainedSystem(
  pattern: Float64Array,
  sums: readonly KnownSum[],
): { readonly system: SymmetricBand; readonly right: Float64Array; readonly rowOf: Int32Array } {
  const count = pattern.length;
  const longest = sums.reduce((most, { length }) => Math.max(most, length), 1);
  const system = new SymmetricBand(count + sums.length, Math.max(2, longest - 1));
  const right = new Float64Array(count + sums.length);
  const rowOf = new Int32Array(count);
  let row = 0;
  let next = 0;
  for (let t = 0; t < count; t++) {
    const span = sums[next];
    const ends = span !== undefined && span.from + span.length - 1 === t;
    const multiplier = ends ? (span.length > 1 ? row++ : row + 1) : -1;
    const own = row++;
    rowOf[t] = own;
    const neighbours = (t > 0 ? 1 : 0) + (t < count - 1 ? 1 : 0);
    system.add(own, own, neighbours);
    if (t > 0) system.add(own, rowOf[t - 1] as number, -1);
    if (!ends) continue;
    if (span.length === 1) row++;
    for (let inside = span.from; inside <= t; inside++) {
      const other = rowOf[inside] as number;
      system.add(Math.max(multiplier, other), Math.min(multiplier, other), pattern[inside] as number);
    }
    right[multiplier] = span.sum;
    next++;
  }
  return { system, right, rowOf };
}
