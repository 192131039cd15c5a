import { fiscalPosition, periodLabel } from "../../engine/calendar/period.ts";
import type { QuestionEcho } from "../../engine/outlook-types.ts";
import type { PicturedAnswer, PicturedPeriod } from "./answer.ts";

/** An amount at the end of a period; index -1 is the start of the year. */
export interface PathPoint {
  readonly index: number;
  readonly value: number;
}

export interface ForecastPoint extends PathPoint {
  /** The 80% interval. */
  readonly lower: number;
  readonly upper: number;
}

/** The year to date, period by period: a running sum, a running mean, or the level of a stock. */
export interface YearPath {
  /** Labels of all periods of the year. */
  readonly periods: readonly string[];
  readonly elapsed: number;
  /** What was reported, as far as it is known; sums begin at zero. */
  readonly actual: readonly PathPoint[];
  /** From the last reported point to the year's end; empty once the year is complete. */
  readonly forecast: readonly ForecastPoint[];
  readonly lastYear: readonly PathPoint[];
}

/** The labels of all periods of the question's year. */
export function periodsOf(question: QuestionEcho): readonly string[] {
  const { through, fiscalYearStart, elapsed, remaining } = question;
  const position = fiscalPosition({ through, fiscalYearStart });
  return Array.from({ length: elapsed + remaining }, (_, index) => periodLabel(position, index));
}

/** The path of the question's year; what lies beyond its end is left out. */
export function yearPath({ question, figures, forecast }: PicturedAnswer): YearPath {
  const periods = periodsOf(question);
  const known = (forecast?.path ?? [])
    .map((period) => ({ ...period, index: periods.indexOf(period.period) }))
    .filter(({ index }) => index >= 0);
  const start = question.aggregation === "sum" ? [{ index: -1, value: 0 }] : [];
  const ytd = figures.ytd?.value;
  const reported = known
    .filter(({ status }) => status === "actual")
    .map(({ index, cumulative }) => ({ index, value: cumulative }));
  const actual =
    reported.length > 0 || ytd === undefined ? reported : [{ index: question.elapsed - 1, value: ytd }];
  const last = actual.at(-1);
  const ahead = known.filter(({ status }) => status === "forecast").map(forecastPoint);
  const lastYear = lastYearPoints(known, { question, figures });
  return {
    periods,
    elapsed: question.elapsed,
    actual: [...start, ...actual],
    forecast:
      last && ahead.length > 0 ? [{ ...last, lower: last.value, upper: last.value }, ...ahead] : ahead,
    lastYear: lastYear.length > 0 ? [...start, ...lastYear] : [],
  };
}

type Placed = PicturedPeriod & { readonly index: number };

const forecastPoint = ({ index, cumulative, cumulativeLower, cumulativeUpper }: Placed): ForecastPoint => ({
  index,
  value: cumulative,
  lower: cumulativeLower ?? cumulative,
  upper: cumulativeUpper ?? cumulative,
});

/** From the path, or where there is none from the figures as far as they were told or follow from others. */
function lastYearPoints(
  known: readonly Placed[],
  { question, figures }: Pick<PicturedAnswer, "figures" | "question">,
): readonly PathPoint[] {
  const told = known.flatMap(({ index, lastYearCumulative: value }) =>
    value === undefined ? [] : [{ index, value }],
  );
  if (told.length > 0) return told;
  const { priorYtd, priorFullYear } = figures;
  const last = question.elapsed + question.remaining - 1;
  return [
    ...(priorYtd && priorYtd.origin !== "estimated" && question.remaining > 0
      ? [{ index: question.elapsed - 1, value: priorYtd.value }]
      : []),
    ...(priorFullYear && priorFullYear.origin !== "estimated"
      ? [{ index: last, value: priorFullYear.value }]
      : []),
  ];
}

/** A mean amount of one or several periods, from the index `from` to the index `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/**
 * What each period brought by itself, from the year to date: single periods where their neighbours are known, the
 * mean of several where only their ends are.
 */
export function stretches(
  points: readonly PathPoint[],
  aggregation: QuestionEcho["aggregation"],
): readonly Stretch[] {
  if (aggregation === "last") return points.map(({ index, value }) => ({ from: index, to: index, value }));
  const total = ({ index, value }: PathPoint): number =>
    aggregation === "average" ? value * (index + 1) : value;
  return points
    .filter(({ index }) => index >= 0)
    .map((point, at, all) => {
      const before = all[at - 1] ?? { index: -1, value: 0 };
      return {
        from: before.index + 1,
        to: point.index,
        value: (total(point) - total(before)) / (point.index - before.index),
      };
    });
}
