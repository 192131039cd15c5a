import { describe, expect, test } from "vitest";
import { ask, named } from "../http/ask.ts";

/** Traps in parts, places and plans, by their numbers in section 7 of the design papers' METHODS. */
describe("headlines", () => {
  test("26: who leads in growth does not lead in level, and a headline that says so is told", async () => {
    const { headline, leaders } = await ask("ranking", {
      through: "2024-09",
      unit: "million USD",
      places: "Tay Ninh: 7250 / 48.90%; Ho Chi Minh City: 33600 / 10.1%",
      headline: "level: Tay Ninh",
    });
    expect(leaders.level?.places).toEqual(["Ho Chi Minh City"]);
    expect(leaders.growth?.places).toEqual(["Tay Ninh"]);
    expect(headline).toMatchObject({ leadsInLevel: "no", leadsInGrowth: "yes" });
  });
});

describe("parts of a total", () => {
  const part = (name: string) => ({ name, ytd: 100, growth: "8%", priorFullYear: 300, target: "8%" });
  const question = { indicator: "exports", through: "2024-04", components: ["a", "b", "c"].map(part) };

  test("30: that all parts meet their targets is no product of their probabilities", async () => {
    const asked = async (correlation: number) => {
      const { partTargets, components } = await ask("breakdown", { ...question, correlation });
      const each = components.map(({ target }) => target?.attainmentProbability ?? Number.NaN);
      expect(partTargets?.count).toBe(3);
      return {
        all: partTargets?.allProbability as number,
        product: each.reduce((a, b) => a * b, 1),
        least: Math.min(...each),
      };
    };
    const together = await asked(0.5);
    expect(together.all).toBeGreaterThan(1.2 * together.product);
    expect(together.all).toBeLessThan(together.least);
    const apart = await asked(0);
    expect(apart.all).toBeCloseTo(apart.product, 6);
  });

  test("30: a total is wider the more its parts go together", async () => {
    const widths: number[] = [];
    for (const correlation of [0, 0.3, 0.8]) {
      const { total } = await ask("breakdown", { ...question, correlation, levels: [0.8] });
      const [interval] = total.intervals;
      widths.push((interval?.upper ?? Number.NaN) - (interval?.lower ?? Number.NaN));
    }
    expect(widths[0]).toBeLessThan(widths[1] as number);
    expect(widths[1]).toBeLessThan(widths[2] as number);
  });
});

describe("plans", () => {
  test("36: an official's own estimate of the year is one more forecast, not the year", async () => {
    const report = { indicator: "exports", through: "2023-11", unit: "million USD", ytd: "over 803" };
    const expected = { ...report, scenarios: [{ name: "expected outcome", fullYear: 860 }] };
    const { scenarios, forecast } = await ask("outlook", expected);
    expect(forecast.median).toBe((await ask("outlook", report)).forecast.median);
    expect(named(scenarios, "expected outcome").fullYear).toBe(860);
    expect(named(scenarios, "expected outcome").probabilityAtLeast).toBeGreaterThan(0);
    expect(named(scenarios, "expected outcome").probabilityAtLeast).toBeLessThan(1);
  });
});
