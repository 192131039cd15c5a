import type { Measured } from "../figure/measured.ts";
import type { KnownPlace } from "./known-place.ts";
import { type Leader, leaderOf, type RankedNumber } from "./leader.ts";
import { type Rank, ranksOf } from "./rank.ts";

/** A place's rank in one measure, and how far behind it the next place is. */
export interface Placing extends Rank {
  readonly next?: { readonly place: string; readonly gap: number };
}

/** The order of places in one measure. */
export interface Placings {
  /** By the key of the place; without those whose number is not known. */
  readonly of: ReadonlyMap<string, Placing>;
  readonly leader?: Leader;
}

/** By code units, which no machine's locale changes. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The rank of every place whose number is known, and who is first. */
export function placings(
  places: readonly KnownPlace[],
  numberOf: (place: KnownPlace) => Measured | undefined,
): Placings {
  const known = places
    .flatMap((place) => {
      const number = numberOf(place);
      return number ? [{ key: place.key, name: place.name, number }] : [];
    })
    .sort((a, b) => b.number.value - a.number.value || compareText(a.key, b.key));
  const ranks = ranksOf(known.map(({ number }) => number));
  const ranked = known.map((entry, index): RankedNumber => ({ ...entry, ...(ranks[index] as Rank) }));
  const leader = leaderOf(ranked);
  return {
    of: new Map(
      known.map(({ key, number }, index): [string, Placing] => {
        const next = known[index + 1];
        const gap = next && { place: next.name, gap: number.value - next.number.value };
        return [key, { ...(ranks[index] as Rank), ...(gap && { next: gap }) }];
      }),
    ),
    ...(leader && { leader }),
  };
}
