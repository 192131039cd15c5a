import type { Measured } from "./order.ts";
import { ranksOf } from "./rank.ts";

/** Who is first: the place with the highest number, or several that share it. */
export interface Leader {
  readonly places: readonly string[];
  readonly value: number;
  /** Others that may be first for all that the digits tell. */
  readonly possibly: readonly string[];
}

/** The first of named numbers; undefined of none. */
export function leaderOf(
  entries: readonly { readonly name: string; readonly number: Measured }[],
): Leader | undefined {
  const ranks = ranksOf(entries.map(({ number }) => number));
  const first = entries.filter((_, index) => ranks[index]?.rank === 1);
  const [leader] = first;
  if (!leader) return undefined;
  const possibly = entries.filter((_, index) => ranks[index]?.rank !== 1 && ranks[index]?.best === 1);
  return {
    places: first.map(({ name }) => name),
    value: leader.number.value,
    possibly: possibly.map(({ name }) => name),
  };
}
