import { INDICATOR_CLASSES } from "../../src/engine/forecast/evidence.ts";
import type { FeatureName, MemberName } from "../../src/engine/forecast/priors.ts";
import { ANCHOR_MONTHS } from "./learn-seasons.ts";

/** What a combination is made of. */
export interface Structure {
  readonly methods: readonly MemberName[];
  readonly gates: readonly (readonly [MemberName, FeatureName])[];
  readonly scaleFeatures: readonly FeatureName[];
  readonly shifts?: readonly FeatureName[];
}

export const ANCHORS = ANCHOR_MONTHS.length;
export const CLASSES = INDICATOR_CLASSES.length;

/** Positions in the parameter vector: blocks of anchors (a method's score each, then trend, then log scale). */
export interface Layout {
  readonly methods: number;
  readonly trend: number;
  readonly logScale: number;
  readonly gates: number;
  readonly slopes: number;
  readonly shifts: number;
  /** Pooled over classes, then one deviation a class. */
  readonly degreesOfFreedom: number;
  readonly size: number;
}

/** First position of a block: `owner` 0 is pooled over classes, c + 1 the deviation of class c. */
export const blockAt = (layout: Layout, kind: number, owner: number): number =>
  (owner * (layout.methods + 2) + kind) * ANCHORS;

export function layoutOf(structure: Structure): Layout {
  const methods = structure.methods.length;
  const gates = (methods + 2) * ANCHORS * (CLASSES + 1);
  const slopes = gates + structure.gates.length;
  const shifts = slopes + structure.scaleFeatures.length;
  const degreesOfFreedom = shifts + (structure.shifts?.length ?? 0) * ANCHORS;
  return {
    methods,
    trend: methods,
    logScale: methods + 1,
    gates,
    slopes,
    shifts,
    degreesOfFreedom,
    size: degreesOfFreedom + 1 + CLASSES,
  };
}

/** Where a month lies between anchors: the left anchor and the weight of the right one. */
export function betweenAnchors(month: number): { anchor: number; right: number } {
  let anchor = 0;
  while (anchor < ANCHORS - 2 && month > (ANCHOR_MONTHS[anchor + 1] as number)) anchor++;
  const from = ANCHOR_MONTHS[anchor] as number;
  const to = ANCHOR_MONTHS[anchor + 1] as number;
  return { anchor, right: Math.min(1, Math.max(0, (month - from) / (to - from))) };
}
