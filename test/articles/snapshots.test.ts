import { describe, expect, test } from "vitest";
import { ask } from "../http/ask.ts";

/**
 * Kien Giang's reports of 2022 to 2024 as news agencies printed them (VNA, VNS, doanhnghiephoinhap.vn, baotintuc.vn;
 * dates in the design papers). Each row holds one report, the plan of its year and what the digits must say to it.
 */
const ROWS = [
  // period, ytd, share of plan, growth, plan, verdict, bounds of the plan that the share implies
  ["2022-02", "127", "16.3%", "55%", 780, "holds", [773.7, 784.6]],
  ["2022-10", "677.63", "86.88%", "15.12%", 780, "holds", [779.91, 780.01]],
  ["2022-11", "more than 738", "95%", "10.67%", 780, "holds", [772.8, 782]],
  ["2023-02", "106.75", "12.41%", undefined, 860, "holds", [859.81, 860.58]],
  ["2023-02", "106", "12.41%", undefined, 860, "holdsIfTruncated", [849.78, 858.52]],
  ["2023-05", "329.76", "38.34%", "1.14%", 860, "holds", [859.97, 860.22]],
  ["2023-11", "over 803", "over 94%", "8.77%", 860, "contradicts", [845.3, 855.3]],
  ["2024-02", "over 151", "16.43%", undefined, 920, "holds", [918.77, 925.42]],
  ["2024-04", "over 290", "31.6%", "21.26%", 920, "holds", [916.27, 922.35]],
] as const;

describe("exports, million USD", () => {
  test.each(ROWS)(
    "%s: %s is %s of the plan, up %s: plan %i %s",
    async (through, ytd, shareOfTarget, growth, target, verdict, bounds) => {
      const question = { indicator: "exports", unit: "million USD", through, ytd, shareOfTarget, growth };
      const alone = await ask("outlook", question);
      expect(alone.targets[0]).toMatchObject({ origin: "impliedByShare" });
      expect(alone.figures.target?.lower).toBeCloseTo(bounds[0], 0);
      expect(alone.figures.target?.upper).toBeCloseTo(bounds[1], 0);
      const { coherence } = await ask("coherence", { ...question, target });
      expect(
        coherence.findings.find(({ relation }) => relation === "ytd = target * shareOfTarget")?.verdict,
      ).toBe(verdict);
    },
  );

  test("151 is not double 106.75: growth is 41%", async () => {
    const question = { through: "2024-02", unit: "million USD", ytd: "over 151", priorYtd: "106.75" };
    const { coherence } = await ask("coherence", { ...question, growth: "100%" });
    const finding = coherence.findings.find(({ verdict }) => verdict === "contradicts");
    expect(finding?.relation).toBe("ytd = priorYtd * (1 + growth)");
    const { figures } = await ask("coherence", question);
    expect(figures.growth?.value).toBeCloseTo(0.41, 2);
  });

  test("803 up 8.77% is on the 738 reported a year before", async () => {
    const { coherence, figures } = await ask("coherence", {
      through: "2023-11",
      unit: "million USD",
      ytd: "over 803",
      growth: "8.77%",
      priorYtd: "over 738",
    });
    expect(coherence.verdict).toBe("holds");
    expect(figures.priorYtd?.narrowed?.lower).toBeCloseTo(738.22, 2);
  });

  test("two reports of 2024 imply one plan", async () => {
    const both = await ask("coherence", {
      unit: "million USD",
      figures: { february: "over 151", april: "over 290", shareFebruary: "16.43%", shareApril: "31.6%" },
      relations: ["february = plan * shareFebruary", "april = plan * shareApril"],
    });
    expect(both.coherence.verdict).toBe("holds");
    expect(both.figures.plan?.lower).toBeCloseTo(918.77, 1);
    expect(both.figures.plan?.upper).toBeCloseTo(922.35, 1);
  });
});

describe("industrial output, trillion VND", () => {
  test("nine months and the fourth quarter make the year, on the revised base", async () => {
    const { coherence, figures } = await ask("coherence", {
      unit: "trillion VND",
      figures: { nine: "36.29", fourth: "12.71", fullYear: "49.00", fullYearGrowth: "10.01%" },
      relations: ["nine + fourth = fullYear"],
    });
    expect(coherence.verdict).toBe("holds");
    expect(figures.priorFullYear?.value).toBeCloseTo(44.54, 2);
  });

  test("eleven months of 2023: over 45 trillion at 93.5% fits the plan of 48.18", async () => {
    const { coherence } = await ask("coherence", {
      through: "2023-11",
      unit: "trillion VND",
      ytd: "over 45 trillion VND",
      shareOfTarget: "93.5%",
      growth: "11%",
      target: "48.18 trillion VND",
    });
    expect(coherence.verdict).toBe("holds");
  });

  test("the misprint of 44.6 billion for trillion is told", async () => {
    const question = {
      through: "2022-12",
      unit: "trillion VND",
      ytd: "44.6 billion VND",
      shareOfTarget: "105.3%",
      target: "42.36 trillion VND",
    };
    const { coherence } = await ask("coherence", question);
    expect(coherence.verdict).toBe("contradicts");
    const repairs = coherence.findings.flatMap((finding) => finding.repairs ?? []);
    expect(repairs[0]?.kind).toMatch(/[tT]housand|slip|magnitude/);
  });

  test("rice at 158.49% of its plan, up 68.24%", async () => {
    const { figures, targets } = await ask("outlook", {
      through: "2023-11",
      indicator: "rice exports",
      unit: "million USD",
      ytd: "297.96",
      shareOfTarget: "158.49%",
      growth: "68.24%",
    });
    expect(figures.target?.value).toBeCloseTo(188, 0);
    expect(figures.priorYtd?.value).toBeCloseTo(177.1, 1);
    expect(targets[0]).toMatchObject({ status: "attained", attainmentProbability: 1 });
  });
});
