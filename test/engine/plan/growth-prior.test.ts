import { describe, expect, test } from "vitest";
import growth from "../../../data/priors/growth.json" with { type: "json" };
import { INDICATOR_CLASSES } from "../../../src/engine/forecast/evidence.ts";
import { growthHorizon, typicalLogGrowth } from "../../../src/engine/plan/growth-prior.ts";
import { prior } from "./fixtures.ts";

describe("the growth of later years", () => {
  test("a learned horizon is taken as it is", () => {
    expect(growthHorizon(prior, "exports", 2)).toBe(prior.classes.exports.horizons[1]);
  });

  test("beyond the last one it goes on: a step a year, the root of the years, the same tails", () => {
    const [, , , before, last] = prior.classes.exports.horizons;
    const further = growthHorizon(prior, "exports", 20);
    expect(further.intercept).toBeCloseTo(
      (last?.intercept ?? 0) + 15 * ((last?.intercept ?? 0) - (before?.intercept ?? 0)),
      12,
    );
    expect(further.scale).toBeCloseTo(2 * (last?.scale ?? 0), 12);
    expect(further).toMatchObject({
      years: 20,
      slope: last?.slope,
      degreesOfFreedom: last?.degreesOfFreedom,
    });
  });

  test("a usual year repeats itself", () => {
    const usual = typicalLogGrowth(prior, "exports");
    const { intercept, slope } = growthHorizon(prior, "exports", 1);
    expect(intercept + slope * usual).toBeCloseTo(usual, 12);
  });

  test.each(INDICATOR_CLASSES)("what was learned of %s widens with the years and has tails", (name) => {
    const { horizons } = growth.classes[name];
    expect(horizons.map(({ years }) => years)).toEqual([1, 2, 3, 4, 5]);
    for (const [index, { scale, slope, degreesOfFreedom }] of horizons.entries()) {
      expect(scale).toBeGreaterThan(horizons[index - 1]?.scale ?? 0);
      expect(Math.abs(slope)).toBeLessThan(1);
      expect(degreesOfFreedom).toBeGreaterThan(2);
    }
  });
});
