import type { PeriodsPerYear } from "../calendar/period.ts";
import { dentonCholette, type RatioMovement } from "./denton-cholette.ts";
import type { KnownSums } from "./known-sums.ts";
import { LEAST_INDEX, type SeasonalForm, seasonalIndices } from "./seasonal-indices.ts";

/** Every period of a history, with the standard deviation of each in the unit of the values; 0 where it was known. */
export interface FilledPeriods {
  readonly values: Float64Array;
  readonly deviations: Float64Array;
}

/** What is believed of a series of which only few sums are known. */
const USUAL_MOVEMENT: RatioMovement = { deviation: 0.05, degreesOfFreedom: 4 };
/**
 * The random walk of the ratio knows nothing of the noise of single periods. Over the monthly series of the
 * development set, hidden periods missed by this many of its standard deviations, at the middle and at 80%.
 */
const NOISE_IN_GAP = 1.2;
const NOISE_IN_SPAN = 1.5;
/** The pattern and the filled periods settle after two rounds. */
const ROUNDS = 2;

/**
 * Every period from what is known of them: the ratio to the seasonal pattern is interpolated so that all known
 * sums are met (see `dentonCholette`). The pattern comes from the series itself where a season was reported by
 * itself for long enough, and from `usualShares` elsewhere. Where a known sum is negative, differences from an
 * additive pattern take the place of ratios; a pattern that would make a period of a series without negative sums
 * negative gives way to the plain shares of its span.
 */
export function filledPeriods({
  known,
  periodsPerYear,
  usualShares,
}: {
  readonly known: KnownSums;
  readonly periodsPerYear: PeriodsPerYear;
  /** What each period of a fiscal year usually has of it, in any unit, all above zero; equal shares by default. */
  readonly usualShares?: readonly number[];
}): FilledPeriods {
  const position = known.first % periodsPerYear;
  const form: SeasonalForm = known.sums.every(({ sum }) => sum >= 0) ? "multiplicative" : "additive";
  const single = new Set(known.sums.flatMap(({ from, length }) => (length === 1 ? [from] : [])));
  let indices = usualIndices({ periodsPerYear, form, known, usualShares });
  let filled = filledByPattern({ known, form, indices, position });
  for (let round = 0; round < ROUNDS; round++) {
    indices = seasonalIndices({
      values: filled.values,
      position,
      form,
      usual: indices,
      isChosen: (index) => single.has(index),
    });
    filled = filledByPattern({ known, form, indices, position });
  }
  const noise = filled.deviations.slice().fill(NOISE_IN_GAP);
  for (const { from, length } of known.sums) noise.fill(NOISE_IN_SPAN, from, from + length);
  return {
    values: filled.values,
    deviations: filled.deviations.map((deviation, t) => deviation * (noise[t] as number)),
  };
}

function usualIndices({
  periodsPerYear,
  form,
  known,
  usualShares,
}: {
  readonly periodsPerYear: PeriodsPerYear;
  readonly form: SeasonalForm;
  readonly known: KnownSums;
  readonly usualShares: readonly number[] | undefined;
}): Float64Array {
  const shares = Float64Array.from({ length: periodsPerYear }, (_, season) => usualShares?.[season] ?? 1);
  const mean = shares.reduce((sum, share) => sum + share, 0) / periodsPerYear;
  if (form === "multiplicative") return shares.map((share) => share / mean);
  const level = known.sums.reduce((sum, span) => sum + span.sum, 0) / known.length;
  return shares.map((share) => (share / mean - 1) * level);
}

function filledByPattern({
  known,
  form,
  indices,
  position,
}: {
  readonly known: KnownSums;
  readonly form: SeasonalForm;
  readonly indices: Float64Array;
  readonly position: number;
}): FilledPeriods {
  const pattern = Float64Array.from(
    { length: known.length },
    (_, t) => indices[(position + t) % indices.length] as number,
  );
  const patternSum = (from: number, length: number): number =>
    pattern.subarray(from, from + length).reduce((sum, value) => sum + value, 0);
  if (form === "additive") {
    const level = dentonCholette({
      indicator: new Float64Array(known.length).fill(1),
      sums: known.sums.map((span) => ({ ...span, sum: span.sum - patternSum(span.from, span.length) })),
      prior: USUAL_MOVEMENT,
    });
    return {
      values: level.values.map((value, t) => value + (pattern[t] as number)),
      deviations: level.deviations,
    };
  }
  // Where the season has nothing, that nothing came says nothing of the ratio.
  const telling = known.sums.filter(
    ({ from, length, sum }) => length > 1 || sum > 0 || (pattern[from] as number) > LEAST_INDEX,
  );
  const { values, deviations } = dentonCholette({
    indicator: pattern,
    sums: telling.length > 1 ? telling : known.sums,
    prior: USUAL_MOVEMENT,
  });
  for (const { from, length, sum } of known.sums) {
    if (length > 1 || sum !== 0) continue;
    values[from] = 0;
    deviations[from] = 0;
  }
  for (const { from, length, sum } of known.sums) {
    if (values.subarray(from, from + length).every((value) => value >= 0)) continue;
    const all = patternSum(from, length);
    for (let t = from; t < from + length; t++) values[t] = (sum * (pattern[t] as number)) / all;
  }
  return { values, deviations };
}
