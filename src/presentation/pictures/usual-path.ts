import type { AnyTarget } from "../answers.ts";
import type { PathPoint, YearPath } from "./year-path.ts";

/**
 * The year to date that usually leads to a target, at the last reported period and every later one: the target
 * spread by the usual season. The share of the year that is usual by now follows from the ratio to the seasonal
 * pace, since what remains of a year is (1 - share) / share of what is booked; the later ones from the path that
 * the season makes of the remainder. What led there is drawn as a straight line, as the answer does not hold it.
 *
 * @returns nothing where the answer does not tell the season
 */
export function usualPath(
  { value, gapToTarget, requiredRunRate }: AnyTarget,
  { periods, elapsed }: YearPath,
): readonly PathPoint[] {
  const { ratioToSeasonalPace: ratio, seasonalPath = [] } = requiredRunRate ?? {};
  const booked = value - gapToTarget;
  if (ratio === undefined || !(ratio > 0) || !(booked > 0) || !(gapToTarget > 0)) return [];
  const share = 1 / (1 + gapToTarget / (ratio * booked));
  let cumulative = value * share;
  const points: PathPoint[] = [
    { index: -1, value: 0 },
    { index: elapsed - 1, value: cumulative },
  ];
  for (const { period, value: part } of seasonalPath) {
    cumulative += (value * (1 - share) * part) / gapToTarget;
    const index = periods.indexOf(period);
    if (index >= 0) points.push({ index, value: cumulative });
  }
  return points;
}
