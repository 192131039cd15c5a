import { remainingLabels, throughLabel } from "../calendar/period.ts";
import type { PathPeriod } from "../outlook-types.ts";
import { remainderOf, type YearToDate } from "../target/year-to-date.ts";
import { studentTQuantile } from "./student-t.ts";

/** The level of the intervals along the path. */
export const PATH_LEVEL = 0.8;

/** What the path needs of a forecast: its median and the scales of the remainder and of single months, in logs. */
export interface PathSpread {
  readonly median: number;
  readonly remainderScale: number;
  readonly degreesOfFreedom: number;
  readonly monthScale: number;
}

/**
 * The way to the median: the reported year-to-date, then each remaining period by the usual season, with 80%
 * intervals of its own amount and of the cumulative one. Single months scatter around their share of the
 * remainder; that scatter cancels towards the year's end, where only the uncertainty of the total is left.
 */
export function forecastPath(year: YearToDate, spread: PathSpread): readonly PathPeriod[] {
  const { position, aggregation, ytd } = year;
  const actual: PathPeriod = { period: throughLabel(position), status: "actual", cumulative: ytd };
  const labels = remainingLabels(position);
  if (aggregation === "last") return [actual, ...levelPath(year, spread, labels)];
  const t = studentTQuantile((1 + PATH_LEVEL) / 2, spread.degreesOfFreedom);
  const remainder = remainderOf(year, spread.median);
  let share = 0;
  let squares = 0;
  const periods = labels.map((period, step): PathPeriod => {
    const weight = year.remainderWeights[step] ?? 0;
    share += weight;
    squares += weight ** 2;
    const own = t * Math.hypot(spread.remainderScale, spread.monthScale * Math.sqrt(1 - weight));
    const sum =
      t *
      Math.hypot(
        spread.remainderScale,
        spread.monthScale * Math.sqrt(Math.max(0, (squares / share ** 2) * (1 - share))),
      );
    const value = remainder * weight;
    const through = { ...year, position: { ...position, elapsed: position.elapsed + step + 1 } };
    const cumulative = (part: number): number =>
      aggregation === "sum" ? ytd + part : (ytd * position.elapsed + part) / through.position.elapsed;
    return {
      period,
      status: "forecast",
      value,
      lower: value * Math.exp(-own),
      upper: value * Math.exp(own),
      cumulative: cumulative(remainder * share),
      cumulativeLower: cumulative(remainder * share * Math.exp(-sum)),
      cumulativeUpper: cumulative(remainder * share * Math.exp(sum)),
    };
  });
  return [actual, ...periods];
}

/** A stock moves evenly in logs from its latest value to the median; the spread grows with the square root of time. */
function levelPath(year: YearToDate, spread: PathSpread, labels: readonly string[]): readonly PathPeriod[] {
  const t = studentTQuantile((1 + PATH_LEVEL) / 2, spread.degreesOfFreedom);
  return labels.map((period, step) => {
    const part = (step + 1) / labels.length;
    const level = year.ytd * (spread.median / year.ytd) ** part;
    const width = Math.exp(t * spread.remainderScale * Math.sqrt(part));
    const bounds = { lower: level / width, upper: level * width };
    return {
      period,
      status: "forecast",
      value: level,
      ...bounds,
      cumulative: level,
      cumulativeLower: bounds.lower,
      cumulativeUpper: bounds.upper,
    };
  });
}
