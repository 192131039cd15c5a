import type { PartForecast } from "../../../src/engine/breakdown/part-forecast.ts";
import { studentTQuantile, studentTSurvival } from "../../../src/engine/forecast/student-t.ts";

/** The same uniform numbers in every run (Mulberry32). */
function uniforms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const NORMAL_DF = 1e7;
const REACH = 6;
const STEPS = 100;

/** Student's t of a normal score: exact at hundredths, straight in between. */
function transform(degreesOfFreedom: number): (score: number) => number {
  const table = Float64Array.from({ length: 2 * REACH * STEPS + 1 }, (_, i) => {
    const score = Math.abs(i / STEPS - REACH);
    const t = score === 0 ? 0 : -studentTQuantile(studentTSurvival(score, NORMAL_DF), degreesOfFreedom);
    return i < REACH * STEPS ? -t : t;
  });
  return (score) => {
    const place = Math.min(table.length - 1.001, Math.max(0, (score + REACH) * STEPS));
    const i = Math.floor(place);
    const below = table[i] as number;
    return below + (place - i) * ((table[i + 1] as number) - below);
  };
}

/** The full year of a part at a normal score, by its definition: Student's t on the log of the remainder, or on the amount. */
function amountOf({
  booked,
  median,
  lower,
  upper,
  degreesOfFreedom,
}: PartForecast): (score: number) => number {
  const t = transform(degreesOfFreedom);
  const t90 = studentTQuantile(0.9, degreesOfFreedom);
  if (booked === Number.NEGATIVE_INFINITY)
    return (score) => median + (t(score) * (score < 0 ? median - lower : upper - median)) / t90;
  const below = Math.log((median - booked) / (lower - booked)) / t90;
  const above = Math.log((upper - booked) / (median - booked)) / t90;
  return (score) =>
    booked + (median - booked) * Math.exp(Math.min(50, t(score) * (score < 0 ? below : above)));
}

export interface Simulation {
  readonly draws: number;
  readonly seed?: number;
  /** A part of which the normal score is known, and that score. */
  readonly given?: { readonly part: number; readonly score: number };
}

/**
 * The sum of parts by its definition: normal scores with one correlation between every pair, each turned into its
 * part's own distribution (a Gaussian copula). Sorted.
 */
export function simulatedSum(
  parts: readonly PartForecast[],
  correlation: number,
  { draws, seed = 1, given }: Simulation,
): Float64Array {
  const next = uniforms(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const amounts = parts.map(amountOf);
  const sums = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    const common = normal();
    const scores = parts.map(() => Math.sqrt(correlation) * common + Math.sqrt(1 - correlation) * normal());
    if (given) {
      const surprise = given.score - (scores[given.part] as number);
      for (let i = 0; i < scores.length; i++)
        scores[i] = (scores[i] as number) + (i === given.part ? 1 : correlation) * surprise;
    }
    let sum = 0;
    for (let i = 0; i < amounts.length; i++)
      sum += (amounts[i] as (score: number) => number)(scores[i] as number);
    sums[draw] = sum;
  }
  return sums.sort();
}

/** The share of draws at or above an amount. */
export const shareAtLeast = (sorted: Float64Array, amount: number): number =>
  sorted.filter((sum) => sum >= amount).length / sorted.length;

/** A part of `size` of which a share is booked, the rest Student's t on its log with `scale`. */
export function logPart(
  size: number,
  bookedShare: number,
  scale: number,
  degreesOfFreedom: number,
): PartForecast {
  const booked = size * bookedShare;
  const reach = scale * studentTQuantile(0.9, degreesOfFreedom);
  return {
    booked,
    median: size,
    lower: booked + (size - booked) * Math.exp(-reach),
    upper: booked + (size - booked) * Math.exp(reach),
    degreesOfFreedom,
  };
}

/** A part that can fall: Student's t on the amount itself. */
export function levelPart(size: number, scale: number, degreesOfFreedom: number): PartForecast {
  const reach = scale * studentTQuantile(0.9, degreesOfFreedom);
  return {
    booked: Number.NEGATIVE_INFINITY,
    median: size,
    lower: size - reach,
    upper: size + reach,
    degreesOfFreedom,
  };
}
