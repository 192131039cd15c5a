import type { Distribution } from "./distribution.ts";
import { studentTQuantile, studentTSurvival } from "./student-t.ts";

/**
 * Logarithmic scale of a year's change of a stock or ratio (projects in operation, share with waste-water plants),
 * Student's t with {@link STOCK_DEGREES_OF_FREEDOM}. Assumed, not learned: no collection of such figures was at
 * hand. A year's change beyond 15% is then one in five, which suits counts in the tens and hundreds.
 */
export const STOCK_YEARLY_SCALE = 0.1;
export const STOCK_DEGREES_OF_FREEDOM = 4;
/** Part of last year's growth that a stock is taken to keep: changes of stocks come in lumps. */
export const STOCK_GROWTH_KEPT = 0.5;

/**
 * The last value of the year of a stock or ratio: today's level, moved on by half of its growth, with a spread
 * that grows with the square root of the time left. Nothing is booked: a stock can fall again.
 *
 * @param remainingShare part of the year still to come, 0 < share <= 1
 * @param growth growth on a year ago, a fraction, where known
 */
export function stockForecast(ask: {
  readonly latest: number;
  readonly remainingShare: number;
  readonly growth?: number | undefined;
}): Distribution & { readonly scale: number } {
  const { latest, remainingShare } = ask;
  const drift = STOCK_GROWTH_KEPT * remainingShare * Math.log1p(ask.growth ?? 0);
  const scale = STOCK_YEARLY_SCALE * Math.sqrt(remainingShare);
  const median = latest * Math.exp(drift);
  return {
    median,
    scale,
    quantile: (level) => median * Math.exp(scale * studentTQuantile(level, STOCK_DEGREES_OF_FREEDOM)),
    survival: (value) =>
      value <= 0 ? 1 : studentTSurvival(Math.log(value / median) / scale, STOCK_DEGREES_OF_FREEDOM),
  };
}
