import type { CleaningRemark } from "../history/cleaned-history.ts";
import type { HistoryReading } from "./history-forecast.ts";

/**
 * One reading of a history of which several draws were read, at least one: what the methods say, the features and
 * the effects of the calendar as their means over the draws, deviations as roots of mean squares. Methods that could
 * not be fitted to every draw are left out; noticed is what every draw shows.
 */
export function pooledReading(readings: readonly HistoryReading[]): HistoryReading {
  const [first, ...others] = readings as readonly [HistoryReading, ...HistoryReading[]];
  if (others.length === 0) return first;
  const all = readings.map(({ members }) => members);
  const features = { ...first.features };
  for (const name in features) {
    const feature = name as keyof typeof features;
    features[feature] = mean(readings.map((reading) => reading.features[feature]));
  }
  return {
    ...first,
    members: {
      ...first.members,
      paths: pooled(
        all.map(({ paths }) => paths),
        ({ name }) => name,
        (same) => ({ logPath: meanPath(same.map(({ logPath }) => logPath)) }),
      ),
      impulse: meanPath(all.map(({ impulse }) => impulse)),
      sigma: rootMeanSquare(all.map(({ sigma }) => sigma)),
      remainderDeviation: rootMeanSquare(all.map(({ remainderDeviation }) => remainderDeviation)),
    },
    estimates: pooled(
      readings.map(({ estimates }) => estimates),
      ({ name }) => name,
      (same) => ({ logRemainder: mean(same.map(({ logRemainder }) => logRemainder)) }),
    ),
    features,
    remarks: pooled(
      readings.map(({ remarks }) => remarks),
      whatAndWhen,
      () => ({}),
    ),
    calendarEstimates: pooled(
      readings.map(({ calendarEstimates }) => calendarEstimates),
      ({ regressor }) => regressor,
      (same) => ({ estimate: mean(same.map(({ estimate }) => estimate)) }),
    ),
  };
}

/**
 * What the draws add to the variance of an estimate that is the mean over them; 0 for a single one.
 * @see Rubin (1987), Multiple Imputation for Nonresponse in Surveys, equation 3.1.5
 */
export function varianceBetween(estimates: readonly number[]): number {
  const count = estimates.length;
  if (count < 2) return 0;
  const centre = mean(estimates);
  const squares = estimates.reduce((sum, estimate) => sum + (estimate - centre) ** 2, 0);
  return ((1 + 1 / count) * squares) / (count - 1);
}

/** Entries that every list has under the same key, the first one's with what `change` makes of all of them. */
function pooled<Entry extends object>(
  lists: readonly (readonly Entry[])[],
  keyOf: (entry: Entry) => string,
  change: (same: readonly Entry[]) => Partial<Entry>,
): Entry[] {
  const [first = [], ...others] = lists;
  return first.flatMap((entry): Entry[] => {
    const key = keyOf(entry);
    const found = others.flatMap((list) => list.find((other) => keyOf(other) === key) ?? []);
    return found.length === others.length ? [{ ...entry, ...change([entry, ...found]) }] : [];
  });
}

/** A remark by its code and its periods: what was expected there depends on the draw. */
function whatAndWhen({ code, values }: CleaningRemark): string {
  const periods = "outliers" in values ? values.outliers.map(({ period }) => period) : [];
  const own = "period" in values ? values.period : "from" in values ? `${values.from}-${values.to}` : "";
  return `${code} ${own} ${periods.join(" ")}`;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const rootMeanSquare = (values: readonly number[]): number =>
  Math.sqrt(mean(values.map((value) => value * value)));

const meanPath = (paths: readonly Float64Array[]): Float64Array =>
  (paths[0] as Float64Array).map((_, step) => mean(paths.map((path) => path[step] as number)));
