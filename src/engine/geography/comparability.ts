import { type AdministrativeUnit, isMerged, predecessorsOf, type Units } from "./administrative-unit.ts";

/**
 * Whether figures of a unit go on across the day on which units last changed: its area stayed, it was only named
 * otherwise, it was formed from others, or it became a part of another one.
 */
export type Continuity = "unchanged" | "renamed" | "formed" | "absorbed";

/** How figures of before and after can be compared. */
export interface Comparability {
  readonly continuity: Continuity;
  /** Whether a figure of before can stand beside one of after as it is. */
  readonly comparable: boolean;
  /** The first day after the change, ISO; absent where there was none. */
  readonly changedOn?: string;
  /** The day since which there was no change, ISO. */
  readonly unchangedSince?: string;
  /** The unit of after; absent where there was no change. */
  readonly after?: AdministrativeUnit;
  /** The units whose figures of before make one of `after`, in the order of the law. */
  readonly before: readonly AdministrativeUnit[];
}

/** How a unit's figures of before and after the day on which its area changed can be compared. */
export function comparabilityOf(units: Units, unit: AdministrativeUnit): Comparability {
  const after = unit.predecessors ? unit : units.successors.get(unit.id);
  if (!after)
    return {
      continuity: "unchanged",
      comparable: true,
      unchangedSince: unit.validFrom ?? units.knownFrom,
      before: [],
    };
  const continuity = !isMerged(after) ? "renamed" : unit === after ? "formed" : "absorbed";
  return {
    continuity,
    comparable: continuity === "renamed",
    ...(after.validFrom !== undefined && { changedOn: after.validFrom }),
    after,
    before: predecessorsOf(units, after),
  };
}
