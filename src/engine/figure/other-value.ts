import type { Figure } from "./figure.ts";
import { boundsOf, type Interval, isBounded } from "./interval.ts";
import { propagate } from "./propagation.ts";
import type { Relation } from "./relation.ts";
import type { Repair } from "./repair.ts";
import { intervalsOf } from "./repair-trial.ts";

/** For each figure of the conflict, what it would have to be; the least change first, decided numbers before measured ones. */
export function otherValues(
  relations: readonly Relation[],
  conflict: readonly string[],
  figures: Readonly<Record<string, Figure>>,
): Repair[] {
  const found: { repair: Repair; change: number; rank: number }[] = [];
  for (const name of conflict) {
    const figure = figures[name];
    if (figure === undefined) continue;
    const others = intervalsOf(relations, figures);
    others.delete(name);
    const { box, emptiedBy } = propagate(others, relations);
    const interval = box.get(name);
    if (emptiedBy !== undefined || interval === undefined || !isBounded(interval)) continue;
    const isTarget = figure.role === "target" || figure.role === "targetGrowth";
    found.push({
      repair: {
        kind: isTarget ? "otherTarget" : "otherValue",
        quantity: name,
        interval: boundsOf(interval),
      },
      change: Number(changeBetween(figure, interval).toPrecision(6)),
      rank: isTarget ? 0 : figure.role === "amount" ? 1 : 2,
    });
  }
  // A product of figures is repaired by the same factor in any of them, so such ties are the rule.
  return found.sort((a, b) => a.change - b.change || a.rank - b.rank).map(({ repair }) => repair);
}

/** Logarithm of the factor that brings one interval to touch the other. */
function changeBetween(stated: Interval, needed: Interval): number {
  const [small, large] =
    stated.upper < needed.lower ? [stated.upper, needed.lower] : [needed.upper, stated.lower];
  return small > 0 && large > 0 ? Math.log(large / small) : Math.log1p(Math.abs(large - small));
}
