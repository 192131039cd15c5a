/** An amount now and in the year before, in one unit; the prior is absent where it is not known. */
export interface PriorAndCurrent {
  readonly current: number;
  readonly prior: number | undefined;
}

/**
 * The contribution of a part to the growth of its total, a fraction: 0.011 is 1.1 points. Those of parts that make the
 * total add up to its growth. Undefined where a prior is not known, or that of the total is not above zero.
 * @example contributionTo({ prior: 100 }, { current: 50, prior: 40 }) // => 0.1
 */
export function contributionTo(
  total: Pick<PriorAndCurrent, "prior">,
  { current, prior }: PriorAndCurrent,
): number | undefined {
  if (prior === undefined || total.prior === undefined || !(total.prior > 0)) return undefined;
  return (current - prior) / total.prior;
}
