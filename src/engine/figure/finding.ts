import { conflictOf } from "./conflict.ts";
import type { Check } from "./derivation.ts";
import type { Figure } from "./figure.ts";
import { type Bounds, boundsOf } from "./interval.ts";
import type { Mixture } from "./measure.ts";
import { type Evidence, type Repair, readingRepair, repairsOf } from "./repair.ts";

export type Verdict =
  | "holds"
  | "holdsIfCoarse"
  | "holdsIfTruncated"
  | "contradicts"
  | "derived"
  | "notChecked";

/** What one relation says about one quantity. */
export interface Finding {
  /** The relation as text: "ytd = target * shareOfTarget". */
  readonly relation: string;
  readonly quantity: string;
  /** The quantity as the other figures have it, by `formula`. */
  readonly derived: Bounds;
  readonly formula: string;
  /** The quantity as reported, or as derived before; absent when this is where it comes from. */
  readonly stated?: Bounds;
  readonly verdict: Verdict;
  /** For a contradiction: the smallest set of reported figures that cannot all be true; for a mixture: its two. */
  readonly conflict?: readonly string[];
  /** Why the relation was not asked: two of its figures measure different things. */
  readonly mixture?: Mixture;
  /** What would make it hold, most likely first cause; the others follow in `otherRepairs`. */
  readonly repair?: Repair;
  readonly otherRepairs?: readonly Repair[];
}

/** The finding of one check, with conflict and repairs worked out only where the strict reading fails. */
export function findingOf(check: Check, verdict: Verdict, evidence: Evidence): Finding {
  const { figures } = evidence;
  const { relation, quantity, formula, derived, stated } = check;
  const finding = {
    relation: relation.text,
    quantity,
    derived: boundsOf(derived),
    formula,
    ...(stated === undefined ? {} : { stated: boundsOf(stated) }),
    verdict,
  };
  if (verdict === "holdsIfCoarse" || verdict === "holdsIfTruncated") {
    return { ...finding, repair: readingRepair(check, verdict, figures) };
  }
  if (verdict !== "contradicts") return finding;
  const conflict = conflictOf(check.figures, (name) => figures[name] as Figure, check.relations);
  const [repair, ...otherRepairs] = repairsOf(check, conflict, evidence);
  return {
    ...finding,
    conflict,
    ...(repair === undefined ? {} : { repair }),
    ...(otherRepairs.length === 0 ? {} : { otherRepairs }),
  };
}
