import type { Interval } from "./interval.ts";
import { propagate } from "./propagation.ts";
import type { Relation } from "./relation.ts";

/**
 * A smallest set of figures that cannot all be true: figures are dropped one at a time, last first, and stay dropped
 * when the rest still contradicts. No figure of the answer can be spared; another set of the same kind may exist.
 */
export function conflictOf(
  figures: readonly string[],
  intervalOf: (name: string) => Interval,
  relations: readonly Relation[],
): readonly string[] {
  const contradicts = (names: readonly string[]): boolean =>
    propagate(new Map(names.map((name) => [name, intervalOf(name)])), relations).emptiedBy !== undefined;
  if (!contradicts(figures)) return figures;
  let conflict = figures;
  for (const name of [...figures].reverse()) {
    const without = conflict.filter((other) => other !== name);
    if (contradicts(without)) conflict = without;
  }
  return conflict;
}
