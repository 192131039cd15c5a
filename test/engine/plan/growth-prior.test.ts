import { describe, expect, test } from "vitest";
import growth from "../../../data/priors/growth.json" with { type: "json" };
import { INDICATOR_CLASSES } from "../../../src/engine/forecast/evidence.ts";
import type { GrowthHorizon } from "../../../src/engine/plan/growth-prior.ts";
import { knowledge } from "../../../src/knowledge.ts";

test("growth.json says where it comes from and how it was made", () => {
  for (const key of ["title", "source", "locator", "licence", "retrieved", "unit", "made"] as const)
    expect(growth[key].length).toBeGreaterThan(3);
});

test("has every class", () => {
  expect(Object.keys(knowledge.growth.classes)).toEqual([...INDICATOR_CLASSES]);
});

describe.each(INDICATOR_CLASSES)("%s", (name) => {
  const { horizons } = knowledge.growth.classes[name];
  const [next, ...later] = horizons as [GrowthHorizon, ...GrowthHorizon[]];

  test("speaks of one to five years", () => {
    expect(horizons.map(({ years }) => years)).toEqual([1, 2, 3, 4, 5]);
  });

  test("is less sure of every further year, and less so by year than if nothing evened out", () => {
    let last = next.scale;
    for (const { years, scale } of later) {
      expect(scale).toBeGreaterThan(last);
      expect(scale).toBeLessThan(years * next.scale);
      last = scale;
    }
  });

  test("has a centre, and tails that leave it a variance", () => {
    for (const { degreesOfFreedom } of horizons) {
      expect(degreesOfFreedom).toBeGreaterThan(2);
      expect(degreesOfFreedom).toBeLessThan(10);
    }
  });

  test("comes back to the same usual growth, 0 to 15% a year, whatever the horizon", () => {
    const usual = next.intercept / (1 - next.slope);
    expect(usual).toBeGreaterThan(0);
    expect(usual).toBeLessThan(Math.log(1.15));
    for (const { years, intercept, slope } of later) {
      expect(Math.abs(slope)).toBeLessThan(1);
      expect(intercept / (years - slope)).toBeCloseTo(usual, 3);
    }
  });
});
