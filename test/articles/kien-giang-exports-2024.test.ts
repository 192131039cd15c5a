import { describe, expect, test } from "vitest";
import { ask, get, named } from "../http/ask.ts";

/** Kien Giang's exports after four months of 2024 (VNS, Viet Nam News), the plan of 920 from VNA, 22 February 2024. */
const REPORT = {
  indicator: "exports",
  geography: "Kien Giang",
  unit: "million USD",
  through: "2024-04",
  ytd: "over US$290 million",
  shareOfTarget: "31.6%",
  growth: "up 21.26%",
};

describe("with the target that the article states", () => {
  test("the contradiction is found: the share is not one of a billion", async () => {
    const { coherence, figures, targets, notes } = await ask("outlook", {
      ...REPORT,
      target: "US$1 billion",
    });
    expect(coherence.verdict).toBe("contradicts");
    const finding = coherence.findings.find(({ verdict }) => verdict === "contradicts");
    expect(finding?.derived.lower).toBeCloseTo(916.272, 3);
    expect(finding?.derived.upper).toBeCloseTo(922.345, 3);
    expect(finding?.stated).toEqual({ lower: 1000, upper: 1000 });
    expect([...(finding?.conflict ?? [])].sort()).toEqual(["shareOfTarget", "target", "ytd"]);
    const [first, second] = finding?.repairs ?? [];
    expect(first).toMatchObject({ kind: "otherTarget", quantity: "target" });
    // To be 31.6% of a billion, 315.5 to 316.5 would have had to be sold.
    expect(second).toMatchObject({ quantity: "ytd", lower: 315.5, upper: 316.5 });
    expect(figures.impliedTarget?.value).toBeCloseTo(917.72, 2);
    expect(targets.map(({ origin }) => origin)).toEqual(["stated", "impliedByShare"]);
    expect(notes.map(({ code }) => code)).toContain("targetsConflict");
  });

  test("the base of last year's same months follows, and the named products fit into the total", async () => {
    const { coherence, figures } = await ask("coherence", {
      ...REPORT,
      figures: { rice: "$100.43 million", seafood: 64.53, footwear: "78.10" },
      relations: ["rice + seafood + footwear <= ytd", "ytd - rice - seafood - footwear = other"],
    });
    expect(figures.priorYtd?.lower).toBeCloseTo(239.146, 3);
    expect(figures.priorYtd?.upper).toBeCloseTo(239.99, 3);
    expect(figures.other?.lower).toBeCloseTo(46.925, 3);
    expect(figures.other?.upper).toBeCloseTo(47.955, 3);
    expect(coherence.verdict).toBe("holds");
  });

  test("the year cannot be 2023, whose plan was 860", async () => {
    const { coherence } = await ask("coherence", { ...REPORT, through: "2023-04", target: 860 });
    expect(coherence.verdict).toBe("contradicts");
  });
});

describe("with the plan of 920 and last year's 860", () => {
  const question = {
    ...REPORT,
    target: [
      { name: "plan", value: 920 },
      { name: "ambition", value: "US$1 billion" },
    ],
    priorFullYear: 860,
  };

  test("the figures agree", async () => {
    const { coherence } = await ask("coherence", { ...question, target: 920 });
    expect(coherence.verdict).toBe("holds");
  });

  test.each([
    // perPeriod, ratio to the pace so far, growth needed on last year's same months: 0.1 points of the printed one
    ["plan", 78.75, 1.086, 0.015],
    ["ambition", 88.75, 1.224, 0.144],
  ])(
    "the %s needs %f a month, %f times the pace, %f on last year",
    async (name, perPeriod, ratio, growth) => {
      const { targets } = await ask("run-rate", question);
      const rate = named(targets, name).requiredRunRate;
      expect(rate?.perPeriod).toBe(perPeriod);
      expect(rate?.ratioToPace).toBeCloseTo(ratio, 3);
      expect(Math.abs((rate?.growthOnLastYear ?? Number.NaN) - growth)).toBeLessThan(0.0005);
      expect(rate?.accelerationPoints).toBeCloseTo((rate?.growthOnLastYear ?? 0) - 0.2126, 9);
    },
  );

  test("linear pace misses the plan and the same growth beats the ambition", async () => {
    const { scenarios } = await ask("scenarios", question);
    expect(named(scenarios, "currentPace").fullYear).toBe(870);
    expect(Math.abs(named(scenarios, "sameGrowth").fullYear - 1042.8)).toBeLessThan(0.5);
    expect(scenarios.find(({ kind, target }) => kind === "breakEven" && target === "plan")).toMatchObject({
      fullYear: 920,
      gap: 0,
      attainment: 1,
    });
  });

  test("the ambition is less likely than the plan, and neither is certain", async () => {
    const { targets } = await ask("attainment", question);
    const [plan, ambition] = [named(targets, "plan"), named(targets, "ambition")];
    expect(plan.attainmentProbability).toBeGreaterThan(ambition.attainmentProbability);
    expect(plan.attainmentProbability).toBeLessThan(0.97);
    expect(ambition.attainmentProbability).toBeGreaterThan(0.03);
  });

  test("the sentence tells the figures that a department would", async () => {
    const { sentence } = await ask("outlook", question);
    for (const fact of ["290", "31.6%", "21.26%", "78.75", "920"]) expect(sentence).toContain(fact);
    const vietnamese = await get("/v1/outlook.md", {
      ...question,
      target: "kế hoạch: 920",
      lang: "vi",
      decimal: "point",
    });
    for (const fact of ["290", "31,6%", "21,26%", "78,75", "920"]) expect(vietnamese.text).toContain(fact);
  });
});

describe("the products and the markets behind the total", () => {
  const PRODUCTS = {
    ...REPORT,
    priorFullYear: 860,
    target: "plan: 920; ambition: 1000",
    components: [
      { name: "rice", ytd: "$100.43 million" },
      { name: "seafood", ytd: "64.53 million" },
      { name: "footwear", ytd: "$78.10 million" },
    ],
  };

  test("what is left over of three named products, and the share of each", async () => {
    const { components, coherence } = await ask("breakdown", PRODUCTS);
    const rest = named(components, "rest");
    expect(rest.ytd?.lower).toBeCloseTo(46.925, 3);
    expect(rest.ytd?.upper).toBeCloseTo(47.955, 3);
    expect(components.map(({ shareOfTotal }) => Math.round((shareOfTotal?.value ?? 0) * 1000) / 10)).toEqual([
      34.6, 22.3, 26.9, 16.2,
    ]);
    expect(coherence.verdict).toBe("holds");
  });

  test("Asia takes 83.25% of it, the other markets the rest", async () => {
    const { components } = await ask("breakdown", {
      ...REPORT,
      target: 920,
      components: [{ name: "Asia", share: "83.25%" }],
    });
    expect(named(components, "Asia").ytd?.lower).toBeCloseTo(290 * 0.83245, 2);
    expect(named(components, "Asia").ytd?.upper).toBeCloseTo(291 * 0.83255, 2);
    expect(named(components, "rest").ytd?.value).toBeCloseTo(290 * 0.1675, 1);
  });

  test("the parts land together with the total, and the ambition says what each of them would have to add", async () => {
    const { components, total, targets } = await ask("breakdown", PRODUCTS);
    const sum = components.reduce((all, { fullYear }) => all + (fullYear?.median ?? 0), 0);
    expect(sum).toBeCloseTo(total.median, 6);
    const ambition = named(targets, "ambition");
    expect(ambition.attainmentProbability).toBeGreaterThan(0);
    expect(ambition.attainmentProbability).toBeLessThan(named(targets, "plan").attainmentProbability);
    for (const { shares } of ambition.goalSeek ?? []) expect(shares.length).toBeGreaterThan(0);
    expect(ambition.mostInfluential?.name).toBe("rice");
  });
});
