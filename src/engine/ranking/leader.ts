import type { Measured } from "../figure/measured.ts";
import type { Rank } from "./rank.ts";

/** Who is first: the place with the highest number, or several that share it. */
export interface Leader {
  readonly places: readonly string[];
  readonly value: number;
  /** Others that may be first for all that the digits tell. */
  readonly possibly: readonly string[];
}

/** A named number with its rank among the others. */
export interface RankedNumber extends Pick<Rank, "rank" | "best"> {
  readonly name: string;
  readonly number: Measured;
}

/** The first of ranked numbers; undefined of none. */
export function leaderOf(ranked: readonly RankedNumber[]): Leader | undefined {
  const first = ranked.filter(({ rank }) => rank === 1);
  const [leader] = first;
  if (!leader) return undefined;
  const possibly = ranked.filter(({ rank, best }) => rank !== 1 && best === 1);
  return {
    places: first.map(({ name }) => name),
    value: leader.number.value,
    possibly: possibly.map(({ name }) => name),
  };
}
