import type { AnyTarget } from "../answers.ts";
import type { PathPoint, YearPath } from "./year-path.ts";

/**
 * The year to date that usually leads to a target, at the last reported period and every later one: the target
 * spread by the usual season. The share of the year that is usual by now follows from the ratio to the seasonal
 * pace, since what remains of a year is (1 - share) / share of what is booked; the later ones from the path that
 * the season makes of the remainder. What led there has the shape of last year where all of it is known, else it is a
 * straight line, as the answer does not hold it.
 *
 * @returns nothing where the answer does not tell the season
 */
export function usualPath(
  { value, gapToTarget, requiredRunRate }: AnyTarget,
  path: YearPath,
): readonly PathPoint[] {
  const { periods, elapsed } = path;
  const { ratioToSeasonalPace: ratio, seasonalPath = [] } = requiredRunRate ?? {};
  const booked = value - gapToTarget;
  if (ratio === undefined || !(ratio > 0) || !(booked > 0) || !(gapToTarget > 0)) return [];
  const share = 1 / (1 + gapToTarget / (ratio * booked));
  let cumulative = value * share;
  const points: PathPoint[] = [...earlierPath(cumulative, path), { index: elapsed - 1, value: cumulative }];
  for (const { period, value: part } of seasonalPath) {
    cumulative += (value * (1 - share) * part) / gapToTarget;
    const index = periods.indexOf(period);
    if (index >= 0) points.push({ index, value: cumulative });
  }
  return points;
}

/** What led to the usual amount by now, as last year came to its own of the same period. */
function earlierPath(now: number, { lastYear, elapsed }: YearPath): readonly PathPoint[] {
  const shape = lastYear.filter(({ index }) => index < elapsed);
  const then = shape.at(-1)?.value ?? 0;
  if (shape.length !== elapsed + 1 || !(then > 0)) return [{ index: -1, value: 0 }];
  return shape.slice(0, -1).map(({ index, value }) => ({ index, value: (value * now) / then }));
}
