import type { PeriodsPerYear } from "../calendar/period.ts";
import { medianInPlace } from "./median-in-place.ts";
import { seasonOfOtherYears } from "./season-of-other-years.ts";
import { NORMAL_CONSISTENCY, workingScale } from "./working-scale.ts";

/** The level changed at `index` from `before` to `after`, season aside, and stayed so until the next shift. */
export interface LevelShift {
  readonly index: number;
  readonly before: number;
  readonly after: number;
  /** The first period within a year from which on more than half of the change was undone, at once or little by little. */
  readonly until?: number;
  /** Change over the usual change of such medians, in robust standard deviations. */
  readonly score: number;
}

/** Half a year at either side says what the level was and became. */
const SIDE_IN_YEARS = 0.5;
const LEAST_YEARS = 4;
const THRESHOLD = 5;
/** The step from one period to the next must hold at least this part of the change, else it is growth. */
const LEAST_PART_AT_ONCE = 0.5;
const LONGEST_SPELL_IN_YEARS = 1;
const LEAST_PART_UNDONE = 0.5;

/**
 * Lasting and sudden changes of the level, on logs when all values are above zero: the median of half a year less
 * its season differs from that of the half-year before by more than `threshold` robust standard deviations of such
 * differences, and at least half of the change comes in one step. One of which more than half is undone within a year
 * has an end, `until`.
 * Below four years, and within half a year of either end, nothing is judged.
 */
export function searchLevelShifts({
  values,
  period,
  threshold = THRESHOLD,
}: {
  /** Without single outliers. */
  readonly values: Float64Array;
  readonly period: PeriodsPerYear;
  readonly threshold?: number;
}): readonly LevelShift[] {
  const count = values.length;
  if (count < LEAST_YEARS * period) return [];
  const side = SIDE_IN_YEARS * period;
  const { scaled, back, leastScale } = workingScale(values);
  const seasons = seasonOfOtherYears(scaled, period);
  const adjusted = scaled.map((value, t) => value - (seasons[t] as number));
  const window = new Float64Array(side);
  const levels = Float64Array.from({ length: count - side + 1 }, (_, t) => {
    for (let k = 0; k < side; k++) window[k] = adjusted[t + k] as number;
    return medianInPlace(window, side);
  });
  const level = (t: number): number => levels[t] as number;
  const steps = levels.slice(side).map((after, t) => after - level(t));
  const drift = medianInPlace(steps.slice(), steps.length);
  const deviations = steps.map((step) => Math.abs(step - drift));
  const scale = Math.max(leastScale, NORMAL_CONSISTENCY * medianInPlace(deviations.slice(), steps.length));

  const shifts: LevelShift[] = [];
  const candidates = Array.from(deviations.keys())
    .filter((t) => (deviations[t] as number) > threshold * scale)
    .sort((a, b) => (deviations[b] as number) - (deviations[a] as number));
  for (const t of candidates) {
    const index = t + side;
    const isUp = (steps[t] as number) > 0;
    // A step the other way this near is the end of a short spell, not the same shift seen again.
    const isSeen = shifts.some(
      (shift) => Math.abs(shift.index - index) < side && shift.after > shift.before === isUp,
    );
    if (isSeen) continue;
    const atOnce = ((adjusted[index] as number) - (adjusted[index - 1] as number)) / (steps[t] as number);
    if (atOnce < LEAST_PART_AT_ONCE) continue;
    const isUndone = (reached: number): boolean =>
      (reached - level(t)) / (steps[t] as number) < 1 - LEAST_PART_UNDONE;
    const latest = Math.min(index + LONGEST_SPELL_IN_YEARS * period, levels.length - 1);
    let until = index + 1;
    while (until <= latest && !(isUndone(adjusted[until] as number) && isUndone(level(until)))) until++;
    shifts.push({
      index,
      ...(until <= latest && { until }),
      before: back(level(t)),
      after: back(level(index)),
      score: (deviations[t] as number) / scale,
    });
  }
  return shifts.sort((a, b) => a.index - b.index);
}
