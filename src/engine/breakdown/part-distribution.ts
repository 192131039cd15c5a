import type { Distribution } from "../forecast/distribution.ts";
import { levelDistribution } from "../forecast/level-distribution.ts";
import { remainderDistribution } from "../forecast/remainder-distribution.ts";
import { studentTQuantile } from "../forecast/student-t.ts";
import type { PartForecast } from "./part-forecast.ts";

const certain = (value: number): Distribution => ({
  median: value,
  quantile: () => value,
  survival: (asked) => (asked <= value ? 1 : 0),
});

/**
 * The distribution that a part's three quantiles stand for: Student's t on the log of what is still to come, and where
 * the amount can fall, or its 10% quantile is already booked, on the amount itself. Each side of the median has its
 * own scale, so that all three quantiles are reproduced; equal scales are `remainderDistribution`.
 */
export function distributionOf(part: PartForecast): Distribution {
  const { booked, median, lower, upper, degreesOfFreedom } = part;
  const t = studentTQuantile(0.9, degreesOfFreedom);
  const inLogs = booked > Number.NEGATIVE_INFINITY && lower > booked;
  const side = (bound: number): Distribution => {
    if (bound === median) return certain(median);
    if (!inLogs)
      return levelDistribution({
        location: median,
        scale: Math.abs(bound - median) / t,
        degreesOfFreedom,
        floor: booked,
      });
    const logRemainder = Math.log(median - booked);
    const scale = Math.abs(Math.log(bound - booked) - logRemainder) / t;
    return remainderDistribution({ booked, logRemainder, scale, degreesOfFreedom });
  };
  const below = side(lower);
  const above = side(upper);
  return {
    median,
    quantile: (level) => (level === 0.5 ? median : (level < 0.5 ? below : above).quantile(level)),
    survival: (value) => (value < median ? below : above).survival(value),
  };
}
