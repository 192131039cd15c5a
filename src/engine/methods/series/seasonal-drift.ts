import { addSeasonalDifferences, areFinite, seasonalDifferences } from "./seasonal-differences.ts";
import type { SeriesMethod } from "./series-method.ts";

/** Each year further back counts this much less for the growth that goes on. */
const RECENCY = 0.7;
/** Weight of a year without growth that the record is pooled with: growth returns to the mean. */
const STILL_WEIGHT = 0.5;

/**
 * Mean yearly change, years counted back from the end of the history and recent ones more, shrunk towards none.
 * @example shrunkGrowth(Float64Array.of(1, 1, 1, 1, 3, 3, 3, 3), 4) // => 1.6818181818181819
 */
export function shrunkGrowth(changes: Float64Array, period: number): number {
  let sum = 0;
  let weights = STILL_WEIGHT;
  let weight = 1;
  for (let end = changes.length; end >= period; end -= period) {
    let year = 0;
    for (let t = end - period; t < end; t++) year += changes[t] as number;
    sum += (weight * year) / period;
    weights += weight;
    weight *= RECENCY;
  }
  return sum / weights;
}

/** Last year's periods moved on by the shrunk mean of the yearly changes. */
export const seasonalDrift: SeriesMethod = {
  name: "seasonalDrift",
  says: "each period of last year moved on by the usual yearly change",
  leastLength: (period) => 2 * period,
  fit: ({ values, period }) => {
    if (values.length < seasonalDrift.leastLength(period) || !areFinite(values)) return undefined;
    const changes = seasonalDifferences(values, period);
    const growth = shrunkGrowth(changes, period);
    let squares = 0;
    for (const change of changes) squares += (change - growth) ** 2;
    return {
      forecast: (horizon) => addSeasonalDifferences(values, period, new Float64Array(horizon).fill(growth)),
      impulse: (horizon) => Float64Array.from({ length: horizon }, (_, h) => (h % period === 0 ? 1 : 0)),
      sigma: Math.sqrt(squares / changes.length),
    };
  },
};
