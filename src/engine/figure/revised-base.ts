import type { Figure } from "./figure.ts";
import { boundsOf } from "./interval.ts";
import { propagate } from "./propagation.ts";
import { parseRelation, type Relation } from "./relation.ts";
import type { Repair } from "./repair.ts";
import { intervalsOf, middle } from "./repair-trial.ts";

/**
 * Largest change between two vintages of a base that is offered as an explanation. Of 32 provincial bases compared with
 * what was printed a year before, 26 moved by less than 10% and hardly any by more than 15%.
 */
export const LARGEST_REVISION = 0.15;

/** Lets one relation see an older or newer vintage of its base than the others do. */
export function revisedBases(
  relations: readonly Relation[],
  figures: Readonly<Record<string, Figure>>,
): Repair[] {
  const repairs = new Map<string, Repair>();
  // The relation that failed comes last in its chain and tells most plainly which vintage is the odd one.
  for (const relation of [...relations].reverse()) {
    const { base } = relation;
    if (base === undefined) continue;
    const vintage = `${base}OtherVintage`;
    const parted = parseRelation(relation.text.replace(new RegExp(`\\b${base}\\b`, "g"), vintage));
    const { box, emptiedBy } = propagate(
      intervalsOf(relations, figures),
      relations.map((each) => (each === relation ? parted : each)),
    );
    const here = box.get(vintage);
    const elsewhere = box.get(base);
    if (emptiedBy !== undefined || here === undefined || elsewhere === undefined) continue;
    const revision = middle(elsewhere) / middle(here) - 1;
    // Not finite where a vintage has no ends.
    if (!(Math.abs(revision) <= LARGEST_REVISION)) continue;
    const vintages = [middle(here), middle(elsewhere)]
      .map((value) => value.toPrecision(9))
      .sort()
      .join(" ");
    if (repairs.has(vintages)) continue;
    repairs.set(vintages, {
      kind: "revisedBase",
      quantity: base,
      interval: boundsOf(here),
      value: middle(here),
      revision,
    });
  }
  return [...repairs.values()];
}
