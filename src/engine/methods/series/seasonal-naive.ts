import { addSeasonalDifferences, areFinite, seasonalDifferences } from "./seasonal-differences.ts";
import type { SeriesMethod } from "./series-method.ts";

/** Each period as a year before; the measure that every other method has to beat. */
export const seasonalNaive: SeriesMethod = {
  name: "seasonalNaive",
  says: "each period repeats the same period of last year",
  leastLength: (period) => period + 1,
  fit: ({ values, period }) => {
    if (values.length < seasonalNaive.leastLength(period) || !areFinite(values)) return undefined;
    const changes = seasonalDifferences(values, period);
    let squares = 0;
    for (const change of changes) squares += change * change;
    return {
      forecast: (horizon) => addSeasonalDifferences(values, period, new Float64Array(horizon)),
      impulse: (horizon) => Float64Array.from({ length: horizon }, (_, h) => (h % period === 0 ? 1 : 0)),
      sigma: Math.sqrt(squares / changes.length),
    };
  },
};
