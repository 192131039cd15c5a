import { derive, type Known } from "./derivation.ts";
import type { Figure } from "./figure.ts";
import type { Interval } from "./interval.ts";
import { propagate } from "./propagation.ts";
import type { Relation } from "./relation.ts";

type Figures = Readonly<Record<string, Figure>>;

/** One figure read differently. */
export type Instead = readonly [name: string, interval: Interval];

/** The figures these relations speak of, one of them perhaps read differently. */
export function intervalsOf(
  relations: readonly Relation[],
  figures: Figures,
  instead?: Instead,
): Map<string, Interval> {
  const intervals = new Map<string, Interval>();
  for (const { names } of relations) {
    for (const name of names) {
      const interval = name === instead?.[0] ? instead[1] : figures[name];
      if (interval !== undefined) intervals.set(name, interval);
    }
  }
  return intervals;
}

/** Whether all of these relations can be checked and hold, one by one and together, with some figures replaced. */
export function holds(relations: readonly Relation[], figures: Figures, instead?: Instead): boolean {
  const intervals = intervalsOf(relations, figures, instead);
  const known = new Map<string, Known>();
  for (const [name, interval] of intervals) {
    known.set(name, { interval, value: middle(interval), figures: [name], relations: [] });
  }
  const { checks } = derive(known, relations);
  if (checks.some((check) => check?.outcome !== "holds" && check?.outcome !== "derived")) return false;
  return propagate(intervals, relations).emptiedBy === undefined;
}

/** The number halfway between the ends. */
export const middle = ({ lower, upper }: Interval): number => lower + (upper - lower) / 2;
