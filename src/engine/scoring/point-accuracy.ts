/**
 * Symmetric mean absolute percentage error as in the M4 competition, in percent, 0 to 200: the mean over the periods of
 * 200 |y - f| / (|y| + |f|). A period where both are zero counts as exact.
 * @see Makridakis, Spiliotis and Assimakopoulos (2020), International Journal of Forecasting 36, 54-74, section 2.4
 * @example symmetricPercentageError({ observed: [100, 300], forecast: [300, 300] }) // => 50
 */
export function symmetricPercentageError({
  observed,
  forecast,
}: {
  readonly observed: readonly number[];
  readonly forecast: readonly number[];
}): number {
  let sum = 0;
  observed.forEach((value, i) => {
    const said = forecast[i] as number;
    const size = Math.abs(value) + Math.abs(said);
    if (size > 0) sum += (200 * Math.abs(value - said)) / size;
  });
  return sum / observed.length;
}

/**
 * Mean absolute scaled error: the mean absolute error over the mean absolute change from one year to the next within
 * the history. Below 1 is better than repeating last year did on the history, one step ahead. Undefined where the
 * history is no longer than a year or repeats itself exactly.
 * @see Hyndman and Koehler (2006), International Journal of Forecasting 22, 679-688; Makridakis, Spiliotis and
 * Assimakopoulos (2020), section 2.4
 * @example scaledError({ history: [1, 2, 3, 4], observed: [5, 6], forecast: [5, 4], period: 2 }) // => 0.5
 */
export function scaledError({
  history,
  observed,
  forecast,
  period,
}: {
  readonly history: readonly number[];
  readonly observed: readonly number[];
  readonly forecast: readonly number[];
  readonly period: number;
}): number | undefined {
  let change = 0;
  for (let t = period; t < history.length; t++)
    change += Math.abs((history[t] as number) - (history[t - period] as number));
  if (!(change > 0)) return undefined;
  let error = 0;
  observed.forEach((value, i) => {
    error += Math.abs(value - (forecast[i] as number));
  });
  return error / observed.length / (change / (history.length - period));
}

/** The two errors of one method, each averaged over the series before they are compared. */
export interface PointAccuracy {
  readonly symmetricPercentageError: number;
  readonly scaledError: number;
}

/**
 * Overall weighted average of the M4 competition: the mean of both errors, each relative to that of Naive2. Below 1
 * is better than repeating the last value with its season.
 * @see Makridakis, Spiliotis and Assimakopoulos (2020), section 2.4
 * @example overallWeightedAverage({ symmetricPercentageError: 12, scaledError: 0.9 }, { symmetricPercentageError: 16, scaledError: 1 }) // => 0.825
 */
export function overallWeightedAverage(method: PointAccuracy, naive2: PointAccuracy): number {
  return (
    (method.symmetricPercentageError / naive2.symmetricPercentageError +
      method.scaledError / naive2.scaledError) /
    2
  );
}
