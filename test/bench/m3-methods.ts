import { isSeasonal } from "../../src/engine/methods/series/classical-decomposition.ts";
import { fitStructure } from "../../src/engine/methods/series/exponential-smoothing.ts";
import { SERIES_METHODS } from "../../src/engine/methods/series/index.ts";
import type { SeriesMethod } from "../../src/engine/methods/series/series-method.ts";
import { fitTheta } from "../../src/engine/methods/series/theta.ts";

const PERIOD = 12;
/** The reference methods of the competition test for a season from three years on. */
const YEARS_TO_TEST = 3;

/** The next `horizon` values; undefined where a method does not apply. */
export type PointMethod = (history: readonly number[], horizon: number) => ArrayLike<number> | undefined;

/** Seasonal factors by classical multiplicative decomposition, with mean 1; the first belongs to the first value. */
function seasonalFactors(values: readonly number[]): number[] {
  const half = PERIOD / 2;
  const sums = new Array<number>(PERIOD).fill(0);
  const counts = new Array<number>(PERIOD).fill(0);
  for (let t = half; t < values.length - half; t++) {
    let trend = 0;
    for (let lag = -half; lag <= half; lag++)
      trend += ((Math.abs(lag) === half ? 0.5 : 1) * (values[t + lag] as number)) / PERIOD;
    const season = t % PERIOD;
    sums[season] = (sums[season] as number) + (values[t] as number) / trend;
    counts[season] = (counts[season] as number) + 1;
  }
  const means = sums.map((sum, season) => sum / (counts[season] as number));
  const mean = means.reduce((a, b) => a + b, 0) / PERIOD;
  return means.map((factor) => factor / mean);
}

/** A method without season, on values that were freed of theirs where a test finds one, as the M4 benchmarks are. */
function onSeasonallyAdjusted(
  method: (values: Float64Array, horizon: number) => ArrayLike<number> | undefined,
): PointMethod {
  return (history, horizon) => {
    const values = Float64Array.from(history);
    const seasonal = history.length >= YEARS_TO_TEST * PERIOD && isSeasonal(values, PERIOD);
    const factors = seasonal ? seasonalFactors(history) : new Array<number>(PERIOD).fill(1);
    const factor = (t: number): number => factors[t % PERIOD] as number;
    const path = method(
      values.map((value, t) => value / factor(t)),
      horizon,
    );
    return path && Array.from(path, (value, h) => value * factor(values.length + h));
  };
}

const smoothing = (structure: Parameters<typeof fitStructure>[1]): PointMethod =>
  onSeasonallyAdjusted((values, horizon) =>
    fitStructure({ values, period: PERIOD }, structure)?.forecast(horizon),
  );

/** A member of the history tier, on logs where there are and it is not one of levels. */
const member =
  (method: SeriesMethod): PointMethod =>
  (history, horizon) => {
    const hasLogs = method.name !== "exponentialSmoothingLevels" && history.every((value) => value > 0);
    const values = Float64Array.from(history, hasLogs ? Math.log : Number);
    const path = method.fit({ values, period: PERIOD })?.forecast(horizon);
    return path && (hasLogs ? path.map(Math.exp) : path);
  };

const meanOf =
  (methods: readonly PointMethod[]): PointMethod =>
  (history, horizon) => {
    const paths = methods.map((method) => method(history, horizon)).filter((path) => path !== undefined);
    return Array.from(
      { length: horizon },
      (_, h) => paths.reduce((sum, path) => sum + (path[h] as number), 0) / paths.length,
    );
  };

const [ses, holt, damped] = [smoothing("ANN"), smoothing("AAN"), smoothing("AAdN")];
const members = SERIES_METHODS.map((method) => [method.name, member(method)] as const);

/** The benchmarks of the M3 and M4 competitions, then the members of the history tier and their plain mean. */
export const POINT_METHODS: Readonly<Record<string, PointMethod>> = {
  Naive2: onSeasonallyAdjusted((values, horizon) =>
    new Float64Array(horizon).fill(values[values.length - 1] as number),
  ),
  SES: ses,
  Holt: holt,
  Damped: damped,
  "Comb S-H-D": meanOf([ses, holt, damped]),
  Theta: onSeasonallyAdjusted((values, horizon) => fitTheta(values, 0.5).forecast(horizon)),
  ...Object.fromEntries(members),
  "mean of members": meanOf(members.map(([, method]) => method)),
};
