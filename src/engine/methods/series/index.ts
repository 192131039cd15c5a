import { arima } from "./arima.ts";
import { exponentialSmoothing, exponentialSmoothingLevels } from "./exponential-smoothing.ts";
import { seasonalNaive } from "./seasonal-naive.ts";
import { seasonalRegression } from "./seasonal-regression.ts";
import type { SeriesMethod } from "./series-method.ts";
import { theta } from "./theta.ts";

/** The methods for regular history, each by its own file. */
export const SERIES_METHODS: readonly SeriesMethod[] = [
  exponentialSmoothing,
  exponentialSmoothingLevels,
  theta,
  arima,
  seasonalRegression,
  seasonalNaive,
];
