import { describe, expect, test } from "vitest";
import { ask, get, named } from "../http/ask.ts";

/** Kien Giang's industrial output after five months of 2023 (VNA); the year came to 49,496.26 billion VND. */
const REPORT = {
  indicator: "industrial production value",
  geography: "Kien Giang",
  through: "2023-05",
  ytd: "more than 17.8 trillion VND",
  shareOfTarget: "36.96%",
  growth: "10%",
  target: "8%",
};
const OUTCOME = 49.49626;

describe("what the three figures say", () => {
  test("the plan, last year and last year's same months, within what the digits allow", async () => {
    const { figures, question, coherence } = await ask("outlook", REPORT);
    expect(question.unit).toBe("trillion VND");
    expect(question.indicatorClass).toBe("industrialOutput");
    expect(figures.target?.lower).toBeCloseTo(48.1537, 4);
    expect(figures.target?.upper).toBeCloseTo(48.4373, 4);
    expect(figures.priorYtd?.lower).toBeCloseTo(16.109, 3);
    expect(figures.priorYtd?.upper).toBeCloseTo(16.347, 3);
    expect(coherence.verdict).toBe("holds");
  });

  test("the stated level agrees and narrows the year-to-date figure", async () => {
    const { figures, coherence } = await ask("coherence", {
      ...REPORT,
      target: { name: "plan", value: "more than 48.18 trillion VND", growth: "8%" },
    });
    expect(coherence.verdict).toBe("holds");
    expect(figures.ytd?.narrowed?.lower).toBeCloseTo(17.8049, 4);
    expect(figures.ytd?.narrowed?.upper).toBeCloseTo(17.8134, 4);
    expect(figures.priorFullYear?.lower).toBeCloseTo(44.6111, 4);
    expect(figures.priorFullYear?.upper).toBeCloseTo(44.6204, 4);
  });

  test("758 million USD for it implies a plausible rate, and projects add up", async () => {
    const { figures, coherence } = await ask("coherence", {
      ...REPORT,
      figures: {
        dollars: 758,
        running: { value: 17, role: "count" },
        building: { value: 7, role: "count" },
        all: { value: 24, role: "count" },
      },
      relations: ["ytd = dollars * rate", "running + building = all"],
    });
    // Trillions over millions: a million dong a dollar.
    expect((figures.rate?.lower ?? 0) * 1e6).toBeCloseTo(23_467.4, 0);
    expect((figures.rate?.upper ?? 0) * 1e6).toBeCloseTo(23_630.4, 0);
    expect(coherence.findings.find(({ relation }) => relation === "running + building = all")?.verdict).toBe(
      "holds",
    );
  });
});

describe("what the rest of the year must bring", () => {
  test("4.34 a month: 1.22 times the pace so far, yet only 6.9% on last year's same months", async () => {
    const { targets } = await ask("run-rate", REPORT);
    const rate = targets[0]?.requiredRunRate;
    expect(rate?.perPeriod).toBeCloseTo(4.34, 2);
    expect(rate?.ratioToPace).toBeCloseTo(1.22, 2);
    expect(rate?.growthOnLastYear).toBeCloseTo(0.069, 3);
    // 6.9 less 10: three points of slack.
    expect(rate?.accelerationPoints).toBeCloseTo(-0.031, 3);
  });
});

describe("what the year will be", () => {
  test("the outcome lies inside the 80% interval; an even pace would have missed it by 14%", async () => {
    const { forecast, scenarios } = await ask("outlook", REPORT);
    const interval = forecast.intervals.find(({ level }) => level === 0.8);
    expect(interval?.lower).toBeLessThan(OUTCOME);
    expect(interval?.upper).toBeGreaterThan(OUTCOME);
    expect(named(scenarios, "currentPace").fullYear).toBeCloseTo(42.72, 2);
    expect(Math.abs(named(scenarios, "sameGrowth").fullYear - 49.07)).toBeLessThan(0.05);
    expect(forecast.median).toBeGreaterThan(45);
  });

  test("the same report in Vietnamese is the same question", async () => {
    const english = await ask("outlook", { ...REPORT, unit: "trillion VND", ytd: "over 17.8" });
    const { json } = await get("/v1/outlook", {
      indicator: "Giá trị sản xuất công nghiệp",
      geography: "Kiên Giang",
      unit: "nghìn tỷ đồng",
      through: "2023-05",
      ytd: "hơn 17,8 nghìn tỷ đồng",
      shareOfTarget: "36,96%",
      growth: "tăng 10%",
      target: "8%",
      lang: "vi",
    });
    expect((json as typeof english).forecast.median).toBe(english.forecast.median);
    expect((json as typeof english).targets[0]?.attainmentProbability).toBe(
      english.targets[0]?.attainmentProbability,
    );
    expect((json as typeof english).question.indicatorClass).toBe("industrialOutput");
  });
});

describe("what stands beside the output", () => {
  test("17.8 trillion VND told as 758 million USD is plausible for 2023; growth of 10% is growth in VND", async () => {
    const { figures, plausibility, notes } = await ask("currencies", {
      through: "2023-05",
      amounts: "more than 17.8 trillion VND; 758 million USD",
      growths: "VND: 10%",
    });
    expect(figures.rate?.lower).toBeCloseTo(23_467.4, 1);
    expect(figures.rate?.upper).toBeCloseTo(23_630.4, 1);
    expect(plausibility[0]).toMatchObject({ quantity: "rate", verdict: "plausible" });
    expect(figures.growthUSD).toBeUndefined();
    expect(notes.map(({ code }) => code)).toContain("growthPerCurrency");
  });

  test("the parks: 24 projects are 17 in operation and 7 under construction, and the clusters' 4 are 3 and 1", async () => {
    for (const [registered, operating, building] of [
      [24, 17, 7],
      [4, 3, 1],
    ]) {
      const { coherence, ratios } = await ask("stocks", {
        asOf: "2023-05",
        geography: "Kien Giang",
        stocks: [
          { name: "registered projects", value: registered },
          { name: "operating projects", value: operating },
          { name: "projects under construction", value: building },
        ],
        relations: ["operating projects + projects under construction = registered projects"],
      });
      expect(coherence.verdict).toBe("holds");
      expect(ratios[0]?.value).toBeCloseTo((operating as number) / (registered as number), 9);
    }
  });
});
