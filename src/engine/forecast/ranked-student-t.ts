import { log } from "../elementary-functions.ts";
import { DRAWS } from "./normal-draws.ts";
import { studentTQuantile } from "./student-t.ts";

/** Quantiles are exact at this many levels above the median and linear in the log of the tail in between. */
const KNOTS = 24;
const FURTHEST = 1 / (2 * DRAWS);

/** Level of a knot: tail probabilities fall evenly in logs from a half to that of the outermost rank. */
const levelOf = (knot: number): number => 1 - 0.5 * (2 * FURTHEST) ** (knot / KNOTS);

/** Student's t at the middle of each of `DRAWS` ranks, ascending. */
export function rankedStudentT(degreesOfFreedom: number): Float64Array {
  const knots = Float64Array.from({ length: KNOTS + 1 }, (_, k) =>
    studentTQuantile(levelOf(k), degreesOfFreedom),
  );
  const ranked = new Float64Array(DRAWS);
  for (let rank = 0; rank < DRAWS / 2; rank++) {
    const tail = (rank + 0.5) / DRAWS;
    const place = (KNOTS * log(2 * tail)) / log(2 * FURTHEST);
    const k = Math.min(KNOTS - 1, Math.floor(place));
    const below = knots[k] as number;
    const t = below + (place - k) * ((knots[k + 1] as number) - below);
    ranked[rank] = -t;
    ranked[DRAWS - 1 - rank] = t;
  }
  return ranked;
}
