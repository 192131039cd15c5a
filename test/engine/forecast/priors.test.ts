import { describe, expect, test } from "vitest";
import combinations from "../../../data/priors/combinations.json" with { type: "json" };
import seasons from "../../../data/priors/seasons.json" with { type: "json" };
import { INDICATOR_CLASSES } from "../../../src/engine/forecast/evidence.ts";
import { METHODS } from "../../../src/engine/methods/index.ts";
import { priors } from "./fixtures.ts";

const names = new Set<string>(METHODS.map((method) => method.name));

test("the registry names every method once", () => {
  expect(names.size).toBe(METHODS.length);
});

test.each([
  ["seasons", seasons],
  ["combinations", combinations],
])("%s.json says where it comes from and how it was made", (_, file) => {
  for (const key of ["title", "source", "locator", "licence", "retrieved", "unit", "made"] as const)
    expect(file[key].length).toBeGreaterThan(3);
});

describe.each(Object.entries(priors.models))("%s", (information, model) => {
  test("speaks of registered methods at every anchor month, with a scale above zero", () => {
    const classes = Object.entries(model.classes);
    expect(classes.map(([name]) => name)).toEqual(
      information.startsWith("plan+") ? ["publicInvestment"] : [...INDICATOR_CLASSES],
    );
    for (const [, ofClass] of classes) {
      for (const [method, scores] of Object.entries(ofClass.scores)) {
        expect(names).toContain(method);
        expect(scores).toHaveLength(priors.anchorMonths.length);
      }
      expect(ofClass.degreesOfFreedom).toBeGreaterThan(2);
      expect(ofClass.calibration).toBeGreaterThan(0.7);
      expect(ofClass.calibration).toBeLessThan(1.4);
    }
  });

  test("uses the plan only where it says so", () => {
    const used = Object.values(model.classes).flatMap((ofClass) => Object.keys(ofClass.scores));
    if (!information.startsWith("plan+")) expect(used.filter((name) => name.startsWith("plan"))).toEqual([]);
  });
});
