import { describe, expect, test } from "vitest";
import { ask } from "../http/ask.ts";

type Body = Awaited<ReturnType<typeof ask<"coherence">>>;
const between = (body: Body, name: string, lower: number, upper: number, digits = 1): void => {
  expect(body.figures[name]?.lower, name).toBeCloseTo(lower, digits);
  expect(body.figures[name]?.upper, name).toBeCloseTo(upper, digits);
};
const verdictOf = (body: Body, relation: string) =>
  body.coherence.findings.find((finding) => finding.relation === relation)?.verdict;

/** Industry and trade of Kien Giang in 2023, as its director told it (Vietnam Business Forum, January 2024). */
describe("the figures of the year", () => {
  const output = {
    through: "2023-12",
    unit: "billion VND",
    ytd: "VND49,496.26 billion",
    growth: "11.11%",
    target: "8%",
  };
  const excess = { excess: "2.73%", excessAmount: 1315.43 };

  test("the target follows in two ways that agree", async () => {
    const body = await ask("coherence", { ...output, target: undefined, figures: excess });
    between(body, "target", 48_180.82, 48_180.84, 2);
    expect(verdictOf(body, "ytd = target * (1 + excess)")).toBe("holds");
    between(body, "priorYtd", 44_545.07, 44_549.09, 2);
  });

  test("3.11 points over 8% is right by itself, but neither a plan of 8% nor 1,315.43 billion is", async () => {
    const body = await ask("coherence", {
      ...output,
      figures: { ...excess, pointsAboveTarget: "3.11 percentage points" },
    });
    expect(body.coherence.verdict).toBe("contradicts");
    expect(verdictOf(body, "growth - plannedGrowth = pointsAboveTarget")).toBe("holds");
    expect(verdictOf(body, "target = priorFullYear * (1 + plannedGrowth)")).toBe("contradicts");
    const amount = body.coherence.findings.find(
      ({ relation }) => relation === "excessAmount = pointsAboveTarget * priorFullYear",
    );
    expect(amount?.verdict).toBe("contradicts");
    expect(amount?.derived.lower).toBeCloseTo(1383.1, 1);
    expect(amount?.derived.upper).toBeCloseTo(1387.7, 1);
  });

  test("what explains it is a base that was revised by -0.145% while the target stayed", async () => {
    const body = await ask("coherence", {
      ...output,
      figures: { ...excess, pointsAboveTarget: "3.11 percentage points" },
    });
    const finding = body.coherence.findings.find(
      ({ relation }) => relation === "target = priorFullYear * (1 + plannedGrowth)",
    );
    expect(finding?.repairs?.[0]?.kind).toBe("revisedBase");
    expect(finding?.derived.lower).toBeCloseTo(44_611.87, 2);
    expect(finding?.repairs?.[0]?.description).toContain("-0.145%");
  });

  test("manufacturing, retail and exports", async () => {
    const manufacturing = await ask("coherence", {
      ...output,
      target: undefined,
      figures: { share: "95.51%" },
      relations: ["manufacturing = share * ytd"],
    });
    between(manufacturing, "manufacturing", 47_271.4, 47_276.4);
    const retail = await ask("coherence", {
      through: "2023-12",
      unit: "billion VND",
      ytd: 126_074,
      growth: "13.54%",
      figures: { excess: "7.61%" },
    });
    between(retail, "target", 117_152.3, 117_164.2);
    between(retail, "priorYtd", 111_034, 111_044.6);
    expect(retail.figures.plannedGrowth?.lower).toBeCloseTo(0.055, 4);
    expect(retail.figures.plannedGrowth?.upper).toBeCloseTo(0.0552, 4);
    const exports = await ask("outlook", {
      through: "2023-12",
      indicator: "exports",
      unit: "million USD",
      ytd: 860,
      growth: "7.23%",
      target: 860,
    });
    expect(exports.figures.priorYtd?.lower).toBeCloseTo(801.5, 1);
    expect(exports.figures.priorYtd?.upper).toBeCloseTo(802.5, 1);
    expect(exports.notes.map(({ code }) => code)).toContain("equalsPlan");
  });
});

describe("what makes up the output", () => {
  const OUTPUT = {
    indicator: "industrial production value",
    geography: "Kien Giang",
    through: "2023-12",
    ytd: "VND49,496.26 billion",
    growth: "11.11%",
  };

  test("manufacturing is 95.51% of it, and the rest what is left", async () => {
    const { components, coherence } = await ask("breakdown", {
      ...OUTPUT,
      components: [{ name: "manufacturing", share: "95.51%" }],
    });
    const [manufacturing, rest] = components;
    expect(manufacturing?.ytd?.lower).toBeCloseTo(47_271.4, 1);
    expect(manufacturing?.ytd?.upper).toBeCloseTo(47_276.4, 1);
    expect(rest).toMatchObject({ origin: "rest" });
    expect(rest?.ytd?.value).toBeCloseTo(2222.38, 2);
    expect(coherence.verdict).not.toBe("contradicts");
  });
});

describe("industrial growth of 8% a year in 2021-2025", () => {
  const PLAN = {
    indicator: "industrial production value",
    geography: "Kien Giang",
    unit: "billion VND",
    years: "2021-2025",
    base: "2020: 46515",
    averageGrowth: "8%",
    actuals: "2023: 49496.26 (11.11%)",
  };

  test("one year of 11.11% is not enough: 17.5% is needed in both years left", async () => {
    const { targets, soFar, oneGoodYear } = await ask("plan", PLAN);
    const [plan] = targets;
    expect(plan?.finalLevel).toBeCloseTo(68_345.8, 1);
    expect(plan?.requiredGrowth).toBeCloseTo(0.175, 3);
    expect(plan?.geometric?.path.map(({ fiscalYear }) => fiscalYear)).toEqual(
      expect.arrayContaining([2024, 2025]),
    );
    expect(soFar?.averageGrowth).toBeCloseTo(0.021, 3);
    expect(oneGoodYear?.verdict).toBe("notEnough");
    expect(plan?.attainmentProbability).toBeLessThan(0.2);
  });

  test("2024 as the plan's year with four months known would have been asked the same way", async () => {
    const { thisYear, targets } = await ask("plan", {
      ...PLAN,
      through: "2024-04",
      ytd: "14,600",
      growth: "8%",
    });
    expect(targets[0]?.requiredGrowth).toBeCloseTo(0.175, 3);
    expect(thisYear?.pathLevel).toBeCloseTo(58_162, 0);
    expect(thisYear?.requiredRunRate?.growthOnLastYear).toBeGreaterThan(0.175);
  });

  test("the 133.4% of 2015 is five years of 5.9%, no growth of 133.4%", async () => {
    const { figures } = await ask("coherence", {
      figures: { factor: { value: "133.40%", role: "ratio" } },
      relations: ["growth + 1 = factor"],
    });
    expect(figures.growth?.value).toBeCloseTo(1.059 ** 5 - 1, 2);
  });
});
