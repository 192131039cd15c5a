import type { Distribution } from "./distribution.ts";
import { studentTQuantile, studentTSurvival } from "./student-t.ts";

/** Student's t on the log of what is still to come; `booked` cannot be lost again. Amounts share one unit. */
export interface RemainderParameters {
  readonly booked: number;
  readonly logRemainder: number;
  readonly scale: number;
  readonly degreesOfFreedom: number;
}

/** exp() overflows beyond this; no level a caller can mean comes near. */
const LARGEST_LOG = 650;

/**
 * Full year = booked + exp(location + scale t). Never below what is booked, and the probability of reaching what is
 * booked is exactly 1. The t in logs has no finite mean: the median is the point forecast.
 */
export function remainderDistribution(parameters: RemainderParameters): Distribution {
  const { booked, logRemainder, scale, degreesOfFreedom } = parameters;
  return {
    median: booked + Math.exp(logRemainder),
    quantile: (level) => {
      const log = logRemainder + scale * studentTQuantile(level, degreesOfFreedom);
      return booked + Math.exp(Math.min(LARGEST_LOG, log));
    },
    survival: (value) =>
      value <= booked
        ? 1
        : studentTSurvival((Math.log(value - booked) - logRemainder) / scale, degreesOfFreedom),
  };
}
