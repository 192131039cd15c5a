import { describe, expect, test } from "vitest";
import { ask } from "../http/ask.ts";

type Body = Awaited<ReturnType<typeof ask<"coherence">>>;
const between = (body: Body, name: string, lower: number, upper: number, digits = 1): void => {
  expect(body.figures[name]?.lower, name).toBeCloseTo(lower, digits);
  expect(body.figures[name]?.upper, name).toBeCloseTo(upper, digits);
};
const verdictOf = (body: Body, relation: string) =>
  body.coherence.findings.find((finding) => finding.relation === relation)?.verdict;

describe("Kon Tum 2022 (Vietnam Business Forum)", () => {
  test("value added of 9,361 billion at 106.17% of the plan and 123.7% of last year, which is growth of 23.7%", async () => {
    const body = await ask("coherence", {
      through: "2022-12",
      unit: "billion VND",
      ytd: "VND9,361 billion",
      shareOfTarget: "106.17%",
      growth: "23.7%",
    });
    between(body, "target", 8816.11, 8817.88);
    between(body, "priorYtd", 7564.04, 7570.97);
  });

  test("retail of nearly 31,000 billion, up 19.11%, to the hundred or to the thousand", async () => {
    const retail = { through: "2022-12", unit: "billion VND", growth: "19.11%" };
    between(
      await ask("coherence", { ...retail, ytd: { value: 31_000, qualifier: "nearly", digits: 3 } }),
      "priorYtd",
      25_941.3,
      26_027.5,
    );
    between(
      await ask("coherence", { ...retail, ytd: { value: 31_000, qualifier: "nearly", digits: 2 } }),
      "priorYtd",
      25_185.7,
      26_027.5,
    );
  });

  test("exports of 320.8: up 10% on 290.5 and 19% above the target of 270", async () => {
    const body = await ask("coherence", {
      through: "2022-12",
      unit: "million USD",
      ytd: "US$320.8 million",
      growth: "10%",
      priorYtd: "US$290.5 million",
      target: "US$270 million",
      figures: { excess: "19%" },
    });
    expect(body.coherence.verdict).toBe("holds");
  });
});

describe("Kien Giang 2023, the whole year (Vietnam Business Forum)", () => {
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

describe("Southern clusters, nine months of 2024", () => {
  test("48 of 111 is more than 43%, and what follows from the counts", async () => {
    const count = (value: number) => ({ value, role: "count" });
    const body = await ask("coherence", {
      figures: {
        treated: count(48),
        clusters: count(111),
        shareTreated: "more than 43%",
        hectares: count(5140),
        projects: count(1618),
        jobs: count(162_800),
        capital: count(73_800),
      },
      relations: [
        "treated = shareTreated * clusters",
        "hectares = clusters * hectaresEach",
        "capital = projects * capitalEach",
        "jobs = projects * jobsEach",
        "jobs = hectares * jobsPerHectare",
      ],
    });
    expect(verdictOf(body, "treated = shareTreated * clusters")).toBe("holds");
    for (const [name, value] of [
      ["hectaresEach", 46.3],
      ["capitalEach", 45.6],
      ["jobsEach", 100.6],
      ["jobsPerHectare", 31.7],
    ] as const)
      expect(body.figures[name]?.value).toBeCloseTo(value, 1);
  });

  test("a stock is carried, never annualised", async () => {
    const { scenarios, forecast, notes, targets } = await ask("outlook", {
      aggregation: "last",
      through: "2024-09",
      indicator: "clusters with waste-water plants",
      ytd: 48,
      target: 111,
    });
    expect(forecast.median).toBeCloseTo(48, 0);
    expect(scenarios.map(({ name }) => name)).not.toContain("currentPace");
    expect(notes.map(({ code }) => code)).toContain("stockNotAnnualized");
    expect(targets[0]?.requiredRunRate?.perPeriod).toBe(21);
    expect(targets[0]?.requiredRunRate).not.toHaveProperty("ratioToPace");
  });
});
