import { studentTQuantile } from "../forecast/student-t.ts";

/** Levels at which a predictive distribution is written down to be scored. */
export const SCORED_LEVELS = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975] as const;

const POINTS = 200;
/** Student's t with this many degrees of freedom is the normal distribution to seven digits. */
const NORMAL_DF = 1e7;
const normalScore = (level: number): number => studentTQuantile(level, NORMAL_DF);
/** Normal scores of the levels and of the midpoints; made on first use, since most callers never score. */
let scoresOfLevels: readonly number[] | undefined;
let midpoints: readonly number[] | undefined;

/**
 * Continuous ranked probability score of a distribution given by its quantiles at `SCORED_LEVELS`: the quantile
 * function is interpolated linearly in the normal score, its tails continued, and twice the quantile loss is
 * averaged over 200 midpoints. In the unit of `observed`; 0 is perfect.
 * @see Gneiting and Raftery (2007), J. Amer. Statist. Assoc. 102, section 4.2
 * @example crpsOfQuantiles({ quantiles: [5, 5, 5, 5, 5, 5, 5], observed: 7 }) // => 2
 */
export function crpsOfQuantiles({
  quantiles,
  observed,
}: {
  quantiles: readonly number[];
  observed: number;
}): number {
  midpoints ??= Array.from({ length: POINTS }, (_, i) => normalScore((i + 0.5) / POINTS));
  scoresOfLevels ??= SCORED_LEVELS.map(normalScore);
  const scores = scoresOfLevels;
  let sum = 0;
  let segment = 0;
  midpoints.forEach((z, i) => {
    while (segment < SCORED_LEVELS.length - 2 && z > (scores[segment + 1] as number)) segment++;
    const from = scores[segment] as number;
    const to = scores[segment + 1] as number;
    const low = quantiles[segment] as number;
    const value = low + ((z - from) / (to - from)) * ((quantiles[segment + 1] as number) - low);
    sum += 2 * ((observed <= value ? 1 : 0) - (i + 0.5) / POINTS) * (value - observed);
  });
  return sum / POINTS;
}
