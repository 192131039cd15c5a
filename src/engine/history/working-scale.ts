import { exp, log } from "../elementary-functions.ts";
import { medianInPlace } from "./median-in-place.ts";

/** Median absolute deviation to standard deviation of a normal distribution. */
export const NORMAL_CONSISTENCY = 1.4826;

/** Deviations below this part of the level are too small to measure anything by. */
const LEAST_SCALE = 0.01;

/** A series on the scale where its ups and downs are alike: logs when all values are above zero, else as it is. */
export interface WorkingScale {
  readonly scaled: Float64Array;
  back(scaled: number): number;
  /** The least standard deviation to believe in, on that scale: 1% of the level. */
  readonly leastScale: number;
}

export function workingScale(values: Float64Array): WorkingScale {
  if (values.every((value) => value > 0))
    return { scaled: values.map(log), back: exp, leastScale: LEAST_SCALE };
  const level = medianInPlace(Float64Array.from(values, Math.abs), values.length);
  return { scaled: values.slice(), back: (scaled) => scaled, leastScale: LEAST_SCALE * level };
}
