import { medianInPlace } from "./median-in-place.ts";

/** The same season of this many nearest other years. */
const OTHER_YEARS = 4;

/**
 * The usual difference of each value from the level of its year (the centred moving average), told by the median of
 * the same season of the four nearest other years: a value has no part in what is expected of it. 0 where no other
 * year is complete enough.
 */
export function seasonOfOtherYears(scaled: Float64Array, period: number): Float64Array {
  const count = scaled.length;
  const half = period / 2;
  const differences = new Float64Array(count);
  for (let t = half; t < count - half; t++) {
    let sum = ((scaled[t - half] as number) + (scaled[t + half] as number)) / 2;
    for (let near = t - half + 1; near < t + half; near++) sum += scaled[near] as number;
    differences[t] = (scaled[t] as number) - sum / period;
  }
  const others = new Float64Array(OTHER_YEARS);
  return scaled.map((_, t) => {
    let found = 0;
    for (let away = period; found < OTHER_YEARS && away < count; away += period) {
      if (t - away >= half && t - away < count - half) others[found++] = differences[t - away] as number;
      if (found < OTHER_YEARS && t + away >= half && t + away < count - half)
        others[found++] = differences[t + away] as number;
    }
    return found === 0 ? 0 : medianInPlace(others, found);
  });
}
