import type { IntervalAnswer, QuantileAnswer } from "../outlook-types.ts";
import type { Distribution } from "./distribution.ts";

/** The quantile levels of every forecast: deciles of interest, both tails, the quartiles. */
export const QUANTILE_LEVELS = [0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975] as const;

/** A distribution as it is answered: its quantiles, and central intervals of the asked levels. */
export function spreadOf(
  distribution: Pick<Distribution, "quantile">,
  levels: readonly number[],
): { readonly quantiles: readonly QuantileAnswer[]; readonly intervals: readonly IntervalAnswer[] } {
  return {
    quantiles: QUANTILE_LEVELS.map((quantileLevel) => ({
      quantileLevel,
      value: distribution.quantile(quantileLevel),
    })),
    intervals: levels.map((level) => ({
      level,
      lower: distribution.quantile((1 - level) / 2),
      upper: distribution.quantile((1 + level) / 2),
    })),
  };
}
