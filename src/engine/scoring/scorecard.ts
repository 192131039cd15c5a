import { mean, median } from "simple-statistics";
import { brierScore } from "./brier.ts";
import { crpsOfQuantiles } from "./crps.ts";
import { trimmedMean } from "./trimmed-mean.ts";

/** One scored forecast of a full year: quantiles at `SCORED_LEVELS`, and probabilities with what happened. */
export interface ScoredForecast {
  readonly observed: number;
  readonly quantiles: readonly number[];
  readonly targets: readonly { readonly probability: number; readonly happened: boolean }[];
}

/** Errors in percent of what came; coverages in percent of forecasts; Brier scores between 0 and 1. */
export interface Scorecard {
  readonly forecasts: number;
  readonly absoluteError: number;
  readonly bias: number;
  readonly crps: number;
  readonly coverage80: number;
  readonly coverage95: number;
  readonly brier?: number;
}

const TRIMMED = 0.02;

/** Scores of many forecasts, each relative to its own outcome so that units do not matter. */
export function scorecard(forecasts: readonly ScoredForecast[]): Scorecard {
  const errors = forecasts.map(({ quantiles, observed }) => (quantiles[3] as number) / observed - 1);
  const inside = (lower: number, upper: number): number =>
    100 *
    mean(
      forecasts.map(({ quantiles, observed }) =>
        observed >= (quantiles[lower] as number) && observed <= (quantiles[upper] as number) ? 1 : 0,
      ),
    );
  const briers = forecasts
    .filter((forecast) => forecast.targets.length > 0)
    .map((forecast) => mean(forecast.targets.map(brierScore)));
  return {
    forecasts: forecasts.length,
    absoluteError: 100 * trimmedMean({ values: errors.map(Math.abs), part: TRIMMED }),
    bias: 100 * median(errors),
    crps: 100 * trimmedMean({ values: forecasts.map((f) => crpsOfQuantiles(f) / f.observed), part: TRIMMED }),
    coverage80: inside(1, 5),
    coverage95: inside(0, 6),
    ...(briers.length === 0 ? {} : { brier: mean(briers) }),
  };
}
