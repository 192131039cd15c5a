import { expect, test } from "vitest";
import components from "../../../data/priors/components.json" with { type: "json" };
import { INDICATOR_CLASSES } from "../../../src/engine/forecast/evidence.ts";
import { knowledge } from "../../../src/knowledge.ts";

test("components.json says where it comes from and how it was made", () => {
  for (const key of ["title", "source", "locator", "licence", "retrieved", "unit", "made"] as const)
    expect(components[key].length).toBeGreaterThan(3);
});

test("the parts of one total have something in common, less than is assumed where nothing was measured", () => {
  const { correlation } = knowledge.components;
  expect(Object.keys(correlation)).toEqual([...INDICATOR_CLASSES]);
  for (const name of INDICATOR_CLASSES) {
    expect(correlation[name], name).toBeGreaterThan(0);
    expect(correlation[name], name).toBeLessThan(components.ofAllTotals.assumed.correlation);
  }
});

test("what is believed is near what was measured, nearer where more was seen", () => {
  for (const name of INDICATOR_CLASSES) {
    const { correlation, standardError, pairs, byMonth } = components.measured[name];
    expect(Math.abs(knowledge.components.correlation[name] - correlation), name).toBeLessThan(standardError);
    expect(pairs, name).toBeGreaterThan(1000);
    expect(byMonth, name).toHaveLength(11);
  }
});
