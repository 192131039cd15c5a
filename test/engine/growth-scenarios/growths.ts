import fc from "fast-check";
import type { Quarters, SpanName } from "../../../src/engine/growth-scenarios/quarter-span.ts";
import type { StatedGrowth } from "../../../src/engine/growth-scenarios/stated-growth.ts";

/** A told growth without rounding. */
export const exactly = (span: SpanName, growth: number, isKnown = false): StatedGrowth => ({
  span,
  growth,
  lower: growth,
  upper: growth,
  path: `scenario.${span}`,
  isKnown,
});

export const aGrowth = fc.double({ min: -0.2, max: 0.4, noNaN: true });
const aWeight = fc.double({ min: 0.1, max: 1000, noNaN: true });
export const fourWeights = fc.tuple(aWeight, aWeight, aWeight, aWeight) satisfies fc.Arbitrary<Quarters>;
export const fourGrowths = fc.tuple(aGrowth, aGrowth, aGrowth, aGrowth) satisfies fc.Arbitrary<Quarters>;
