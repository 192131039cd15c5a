import type { PeriodsPerYear } from "../../calendar/period.ts";

/** Two-sided 90% of the normal distribution. */
const NORMAL_95 = 1.6448536269514722;
/** What a season counts for less with each year that it lies back, where recent ones count more. */
const WEIGHT_OF_A_YEAR = 0.8;

/** Weighted means by season of what values lie above their trend, brought to add up to zero. */
function meansBySeason(
  values: Float64Array,
  trend: Float64Array,
  range: readonly [number, number],
  period: PeriodsPerYear,
  weightOfYear: number,
): Float64Array {
  const indices = new Float64Array(period);
  const weights = new Float64Array(period);
  const weightOfPeriod = weightOfYear ** (1 / period);
  let weight = 1;
  for (let t = range[1] - 1; t >= range[0]; t--) {
    const season = t % period;
    indices[season] = (indices[season] as number) + weight * ((values[t] as number) - (trend[t] as number));
    weights[season] = (weights[season] as number) + weight;
    weight *= weightOfPeriod;
  }
  let mean = 0;
  for (let season = 0; season < period; season++) {
    indices[season] = (indices[season] as number) / (weights[season] as number);
    mean += (indices[season] as number) / period;
  }
  return indices.map((index) => index - mean);
}

/** The moving average over a year, its two halves as wide, as far as it goes. */
function centredMovingAverage(values: Float64Array, period: PeriodsPerYear): Float64Array {
  const half = period / 2;
  const average = new Float64Array(values.length);
  let sum = 0;
  for (let t = 0; t < period; t++) sum += values[t] as number;
  for (let t = half; t < values.length - half; t++) {
    const next = sum + (values[t + half] as number) - (values[t - half] as number);
    average[t] = (sum + next) / (2 * period);
    sum = next;
  }
  return average;
}

/**
 * Additive seasonal indices by classical decomposition: means by season of the values less their centred moving
 * average over a year, adding up to zero. The first belongs to the first value. Years count `weightOfYear` of the
 * next one; from two years on.
 * @see Hyndman and Athanasopoulos (2021), Forecasting: Principles and Practice, section 3.4
 * @example Array.from(seasonalIndices(Float64Array.of(1, 2, 3, 2, 1, 2, 3, 2, 1, 2, 3, 2), 4)) // => [-1,0,1,0]
 */
export function seasonalIndices(
  values: Float64Array,
  period: PeriodsPerYear,
  weightOfYear = 1,
): Float64Array {
  const half = period / 2;
  const range = [half, values.length - half] as const;
  return meansBySeason(values, centredMovingAverage(values, period), range, period, weightOfYear);
}

/**
 * Seasonal indices that reach to the last value and lean on recent years: the classical ones free the values of
 * their season, and a second round takes means over the half years before and after, as much of them as there are.
 * Growth at the mean rate is taken out beforehand, so that the shorter means at the ends are in the middle too.
 * @example Array.from(recentSeasonalIndices(Float64Array.of(1, 3, 5, 5, 5, 7, 9, 9, 9, 11, 13, 13), 4)) // => [-1,0,1,0]
 */
export function recentSeasonalIndices(values: Float64Array, period: PeriodsPerYear): Float64Array {
  const n = values.length;
  let growth = 0;
  for (let t = period; t < n; t++) growth += (values[t] as number) - (values[t - period] as number);
  growth /= (n - period) * period;
  const level = values.map((value, t) => value - growth * t);
  const rough = seasonalIndices(level, period, WEIGHT_OF_A_YEAR);

  const half = period / 2;
  const adjusted = (t: number): number => (level[t] as number) - (rough[t % period] as number);
  const trend = new Float64Array(n);
  let sum = 0;
  let count = 0;
  for (let t = 0; t < half; t++, count++) sum += adjusted(t);
  for (let t = 0; t < n; t++) {
    if (t + half < n) {
      sum += adjusted(t + half);
      count++;
    }
    if (t > half) {
      sum -= adjusted(t - half - 1);
      count--;
    }
    trend[t] = sum / count;
  }
  return meansBySeason(level, trend, [0, n], period, WEIGHT_OF_A_YEAR);
}

/**
 * Whether the autocorrelation at the season is more than chance at 90%, by Bartlett's standard error.
 * @see Assimakopoulos and Nikolopoulos (2000), International Journal of Forecasting 16, 521-530
 */
export function isSeasonal(values: Float64Array, period: PeriodsPerYear): boolean {
  const n = values.length;
  let mean = 0;
  for (const value of values) mean += value / n;
  const covariance = (lag: number): number => {
    let sum = 0;
    for (let t = lag; t < n; t++)
      sum += ((values[t] as number) - mean) * ((values[t - lag] as number) - mean);
    return sum;
  };
  const variance = covariance(0);
  if (!(variance > 0)) return false;
  let squares = 0;
  for (let lag = 1; lag < period; lag++) squares += (covariance(lag) / variance) ** 2;
  return Math.abs(covariance(period) / variance) > NORMAL_95 * Math.sqrt((1 + 2 * squares) / n);
}
