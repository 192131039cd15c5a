import type { Distribution } from "./distribution.ts";
import { studentTQuantile, studentTSurvival } from "./student-t.ts";

/** Student's t on the amounts themselves; all in one unit. */
export interface LevelParameters {
  readonly location: number;
  /** Above 0. */
  readonly scale: number;
  readonly degreesOfFreedom: number;
  /** What the amount cannot fall below; without it, any amount is possible. */
  readonly floor?: number;
}

/**
 * location + scale t, for amounts of which a logarithm cannot be taken. What would lie below the floor is put at the
 * floor, so that reaching the floor is certain.
 */
export function levelDistribution(parameters: LevelParameters): Distribution {
  const { location, scale, degreesOfFreedom, floor = Number.NEGATIVE_INFINITY } = parameters;
  return {
    median: Math.max(floor, location),
    quantile: (level) => Math.max(floor, location + scale * studentTQuantile(level, degreesOfFreedom)),
    survival: (value) =>
      value <= floor ? 1 : studentTSurvival((value - location) / scale, degreesOfFreedom),
  };
}
