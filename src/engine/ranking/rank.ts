import type { Measured } from "../figure/measured.ts";
import { orderOf } from "./order.ts";

/** A place in an order, 1 the highest. Equal values share a rank, and the ranks after it are left out: 1, 1, 3. */
export interface Rank {
  readonly rank: number;
  /** The best and the worst rank that the digits allow. */
  readonly best: number;
  readonly worst: number;
  /** Whether the digits allow no other rank. */
  readonly isCertain: boolean;
}

/**
 * The rank of every number among all of them, in the order given. With n numbers this compares n * n pairs.
 * @example ranksOf([{ value: 5, lower: 4.5, upper: 5.5 }, { value: 7, lower: 6.5, upper: 7.5 }]) // => [{ "rank": 2, "best": 2, "worst": 2, "isCertain": true }, { "rank": 1, "best": 1, "worst": 1, "isCertain": true }]
 */
export function ranksOf(numbers: readonly Measured[]): readonly Rank[] {
  return numbers.map((own, index) => {
    let rank = 1;
    let best = 1;
    let worst = 1;
    for (const [other, each] of numbers.entries()) {
      if (other === index) continue;
      if (each.value > own.value) rank += 1;
      const order = orderOf(each, own);
      if (order === "above") best += 1;
      if (order === "above" || order === "open") worst += 1;
    }
    return { rank, best, worst, isCertain: best === worst };
  });
}
