import { medianInPlace } from "./median-in-place.ts";

/** Whether the season multiplies the level or adds to it. */
export type SeasonalForm = "multiplicative" | "additive";

/** The index of a season without any amount: above zero, since it is divided by. */
export const LEAST_INDEX = 0.01;

/**
 * Seasonal indices by classical decomposition: the median, over the years, of each season's ratio to (or difference
 * from) the centred moving average over a year, scaled to a mean of 1 (or 0). `position` is the season of the first
 * value, from 0; the result begins with season 0. Seasons without a chosen value keep their index in `usual`. Two
 * years are needed; with fewer, `usual` comes back.
 * @param isChosen whether the value at an index may inform its season; all by default
 * @see Kendall and Stuart (1983), The Advanced Theory of Statistics, vol. 3, section 46
 */
export function seasonalIndices({
  values,
  position,
  form,
  usual,
  isChosen = () => true,
}: {
  readonly values: Float64Array;
  readonly position: number;
  readonly form: SeasonalForm;
  /** One for each season of a year. */
  readonly usual: Float64Array;
  readonly isChosen?: (index: number) => boolean;
}): Float64Array {
  const period = usual.length;
  const half = period / 2;
  if (values.length < 2 * period) return usual;
  const seasons: number[][] = Array.from({ length: period }, () => []);
  for (let t = half; t < values.length - half; t++) {
    if (!isChosen(t)) continue;
    let sum = ((values[t - half] as number) + (values[t + half] as number)) / 2;
    for (let near = t - half + 1; near < t + half; near++) sum += values[near] as number;
    const level = sum / period;
    const value = values[t] as number;
    if (form === "additive") seasons[(position + t) % period]?.push(value - level);
    else if (level > 0) seasons[(position + t) % period]?.push(value / level);
  }
  const indices = Float64Array.from(seasons, (found, season) =>
    found.length > 0 ? medianInPlace(Float64Array.from(found), found.length) : (usual[season] as number),
  );
  const mean = indices.reduce((sum, index) => sum + index, 0) / period;
  if (form === "additive") return indices.map((index) => index - mean);
  return indices.map((index) => Math.max(LEAST_INDEX, mean > 0 ? index / mean : 1));
}
