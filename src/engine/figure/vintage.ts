import { type Coherence, checkCoherence } from "./coherence.ts";
import { type Figure, figureBetween } from "./figure.ts";
import { parseRelation, type Relation } from "./relation.ts";

/**
 * Largest change between two reports of one past period that passes as ordinary revision. A province's month-of-report
 * is partly an estimate, later replaced; the log of the change has a standard deviation near 2% (national industrial
 * indices: 0.5%), so that one change in three is larger and worth a look.
 */
export const REVISION_BAND = 0.02;

/** Two reports of the same quantity, and how far a revision may go. */
export interface VintageQuestion {
  readonly earlier: Figure;
  readonly later: Figure;
  /** A fraction; `REVISION_BAND` unless given. */
  readonly band?: number;
}

const REVISION = parseRelation("later = earlier * revision", { solveFor: "revision", positive: ["earlier"] });

/**
 * Whether two reports of one quantity agree within a revision band. The quantity `revision` is later over earlier; the
 * figures must be in one unit.
 */
export function checkVintages({ earlier, later, band = REVISION_BAND }: VintageQuestion): Coherence {
  const revision = figureBetween({ lower: 1 - band, upper: 1 + band }, "ratio", `within ${band * 100}%`);
  return checkCoherence({ quantities: { earlier, later, revision }, relations: [REVISION] });
}

/**
 * Relations between successive cumulative figures of one year, in order: a flow that is never negative cannot fall, so
 * that a drop means a revision, another series or a slip.
 * @example cumulativeRelations(["march", "april"]).map(({ text }) => text) // => ["march <= april"]
 */
export function cumulativeRelations(names: readonly string[]): readonly Relation[] {
  return names.slice(1).map((later, index) => parseRelation(`${names[index]} <= ${later}`));
}
