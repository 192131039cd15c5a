import type { Derivation } from "./derivation.ts";
import type { Figure } from "./figure.ts";

/** Something a reader should know that is not a contradiction. */
export interface CoherenceNote {
  readonly code: "smallBase" | "growthUndefined";
  readonly quantity: string;
}

/** Growth beyond this says more about how little there was a year ago than about this year. */
export const SMALL_BASE_GROWTH = 2;

/** Notes on growths whose base is too small to compare with, or not above zero. */
export function notesOf(
  { known, checks }: Derivation,
  figures: Readonly<Record<string, Figure>>,
): readonly CoherenceNote[] {
  const notes: CoherenceNote[] = [];
  for (const [quantity, { value }] of known) {
    const isGrowth = figures[quantity]?.role === "growth" || quantity === "growth";
    if (!isGrowth || value <= SMALL_BASE_GROWTH) continue;
    notes.push({ code: "smallBase", quantity });
  }
  for (const check of checks) {
    if (check?.outcome !== "undefined" || check.base === undefined) continue;
    notes.push({ code: "growthUndefined", quantity: check.base });
  }
  return notes;
}
