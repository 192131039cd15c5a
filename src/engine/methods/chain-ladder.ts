import type { Method } from "./method.ts";

/** Past years as two columns: what was booked at the same month, and the total. */
export interface CutYear {
  readonly ytd: number;
  readonly fullYear: number;
}

/**
 * Full year by the direct chain ladder: ytd times the volume-weighted ratio of past totals to past years to date.
 * @see Mack (1993), ASTIN Bulletin 23, 213-225, formula (2) for one step
 * @example directChainLadder({ ytd: 30, past: [{ ytd: 10, fullYear: 40 }, { ytd: 30, fullYear: 80 }] }) // => 90
 */
export function directChainLadder({ ytd, past }: { ytd: number; past: readonly CutYear[] }): number {
  let from = 0;
  let to = 0;
  for (const year of past) {
    from += year.ytd;
    to += year.fullYear;
  }
  return (ytd * to) / from;
}

/**
 * Mack's standard error of `directChainLadder`, in one step from the month in question to the year's end: right when
 * all past years are complete, and free of the month-to-month correlation that Tet brings into the stepwise version.
 * Needs two past years; undefined with fewer.
 * @see Mack (1993), ASTIN Bulletin 23, 213-225, formula (7) for one step
 * @example directMackError({ ytd: 30, past: [{ ytd: 10, fullYear: 40 }, { ytd: 30, fullYear: 80 }] }) // => 26.457513110645912
 */
export function directMackError({
  ytd,
  past,
}: {
  ytd: number;
  past: readonly CutYear[];
}): number | undefined {
  if (past.length < 2) return undefined;
  const factor = directChainLadder({ ytd: 1, past });
  let booked = 0;
  let squares = 0;
  for (const year of past) {
    booked += year.ytd;
    squares += year.ytd * (year.fullYear / year.ytd - factor) ** 2;
  }
  const variance = squares / (past.length - 1);
  const fullYear = ytd * factor;
  return fullYear * Math.sqrt((variance / factor ** 2) * (1 / ytd + 1 / booked));
}

/** Volume-weighted ratio of past totals to past years to date. */
export const chainLadder: Method = {
  name: "chainLadder",
  says: "chain ladder over past years (Mack)",
  logRemainder: ({ ytd, past }) =>
    past.length === 0 || ytd <= 0 ? undefined : Math.log(directChainLadder({ ytd, past }) - ytd),
};
