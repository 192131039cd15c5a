import { exp } from "../elementary-functions.ts";
import { normalQuantile } from "../normal-quantile.ts";
import type { KnownSum } from "./denton-cholette.ts";
import type { FilledPeriods } from "./gap-filling.ts";

/** No period is drawn with a greater deviation in logs: as far as one strays whose sum is known. */
const LARGEST_DEVIATION = 0.5;
/**
 * By trial over the development set, with snapshots at months 3, 6, 9, 12, at 2, 5, 9, 12 and at two or three months
 * in five: whole deviations covered 84 and 96% at a nominal 80 and 95%, this part of them 82 and 95% with the same
 * score, the expected values alone 64 and 84% with a score worse by 15%.
 */
const PART_OF_DEVIATION = 0.7;

/**
 * Two histories that agree with what is known, one the mirror image of the other: each filled period strays from its
 * expected value by its own deviation, in logs, and the periods of a sum are scaled to meet it. The expected values
 * alone are smoother than any history: methods fitted to them follow every bend, and are too sure. None where an
 * amount is not above zero.
 * @see Rubin (1987), Multiple Imputation for Nonresponse in Surveys, chapter 3
 */
export function filledDraws(
  { values, deviations }: FilledPeriods,
  sums: readonly KnownSum[],
): readonly Float64Array[] {
  if (!values.every((value) => value > 0)) return [];
  const normal = normalDraws();
  const strays = values.map((value, t) =>
    deviations[t] === 0
      ? 0
      : PART_OF_DEVIATION * Math.min(LARGEST_DEVIATION, (deviations[t] as number) / value) * normal(),
  );
  return [1, -1].map((sign) => {
    const draw = values.map((value, t) => value * exp(sign * (strays[t] as number)));
    for (const { from, length, sum } of sums) {
      if (length === 1) continue;
      let total = 0;
      for (let t = from; t < from + length; t++) total += draw[t] as number;
      for (let t = from; t < from + length; t++) draw[t] = ((draw[t] as number) * sum) / total;
    }
    return draw;
  });
}

/**
 * Standard normal draws, the same ones for every history.
 * @see Park and Miller (1988), Communications of the ACM 31, 1192-1201, the minimal standard generator
 */
function normalDraws(): () => number {
  const modulus = 2 ** 31 - 1;
  let state = 20231120;
  return () => {
    state = (state * 16807) % modulus;
    return normalQuantile(state / modulus);
  };
}
