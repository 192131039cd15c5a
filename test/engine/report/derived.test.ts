import { describe, expect, test } from "vitest";
import { ask, get } from "../../http/ask.ts";

const codes = ({ notes }: { readonly notes: readonly { readonly code: string }[] }) =>
  notes.map(({ code }) => code);

describe("what follows from what is told", () => {
  test.each([
    [{ ytd: 290, shareOfTarget: "31.6%" }, "target", 290 / 0.316],
    [{ ytd: 290, target: 920 }, "shareOfTarget", 290 / 920],
    [{ ytd: 290, growth: "21.26%" }, "priorYtd", 290 / 1.2126],
    [{ ytd: 290, priorYtd: 240 }, "growth", 290 / 240 - 1],
    [{ priorYtd: 240, growth: "20%" }, "ytd", 288],
    [{ shareOfTarget: "31.6%", target: 920 }, "ytd", 0.316 * 920],
    [{ ytd: 290, target: 920, priorFullYear: 860 }, "plannedGrowth", 920 / 860 - 1],
  ])("%j gives %s", async (figures, name, value) => {
    const answer = await ask("outlook", { through: "2024-04", ...figures });
    const figure = answer.figures[name];
    expect(figure?.origin).toBe("derived");
    expect(figure?.from).toBeTruthy();
    expect(figure?.value).toBeCloseTo(value, 6);
    expect(figure?.lower).toBeLessThanOrEqual(figure?.value as number);
    expect(figure?.upper).toBeGreaterThanOrEqual(figure?.value as number);
  });

  test("last year's figures are taken from earlier reports where they are not given", async () => {
    const reports = [
      { through: "2023-04", ytd: 240 },
      { through: "2023-12", ytd: 860 },
    ];
    const [told, given] = [
      await ask("outlook", { through: "2024-04", ytd: 290, target: 920, reports }),
      await ask("outlook", { through: "2024-04", ytd: 290, target: 920, priorYtd: 240, priorFullYear: 860 }),
    ];
    expect(told.targets[0]?.requiredRunRate?.growthOnLastYear).toBe(
      given.targets[0]?.requiredRunRate?.growthOnLastYear,
    );
    expect(given.forecast.tier).toBe("growth");
  });

  test("two past years make the shares known", async () => {
    const { forecast } = await ask("outlook", {
      through: "2024-04",
      ytd: 290,
      reports: [
        { through: "2022-04", ytd: 231 },
        { through: "2022-12", ytd: 780 },
        { through: "2023-04", ytd: 240 },
        { through: "2023-12", ytd: 860 },
      ],
    });
    expect(forecast.tier).toBe("shares");
  });

  test("a share alone is answered in shares of the target", async () => {
    const { question, figures, targets } = await ask("outlook", {
      through: "2024-04",
      shareOfTarget: "31.6%",
      unit: "million USD",
    });
    expect(question).not.toHaveProperty("unit");
    expect(figures.ytd?.value).toBe(0.316);
    expect(targets[0]).toMatchObject({ value: 1 });
    expect(targets[0]?.requiredRunRate?.ratioToPace).toBeCloseTo(0.684 / 8 / (0.316 / 4), 9);
  });

  test("with a share alone the plan's growth still tells last year, and further growth targets stand on it", async () => {
    const { figures, targets, forecast } = await ask("outlook", {
      through: "2024-04",
      shareOfTarget: "31.6%",
      growth: "21.26%",
      target: "plan: 8%; hope: 10%",
    });
    expect(figures.priorFullYear?.value).toBeCloseTo(1 / 1.08, 8);
    expect(figures.priorYtd?.value).toBeCloseTo(0.316 / 1.2126, 8);
    expect(targets.map(({ name }) => name)).toEqual(["plan", "hope"]);
    expect(targets[0]?.value).toBe(1);
    expect(targets[1]?.value).toBeCloseTo(1.1 / 1.08, 8);
    expect(forecast.tier).toBe("growth");
    expect(forecast.growth).toBeCloseTo(forecast.median * 1.08 - 1, 8);
  });

  test("a growth target on a year that is only known in part is on an estimate, and is named so", async () => {
    const answer = await ask("outlook", { through: "2024-04", ytd: 290, priorYtd: 240, target: "8%" });
    expect(codes(answer)).toContain("priorFullYearEstimated");
    expect(answer.figures.priorFullYear?.origin).toBe("estimated");
    expect(answer.targets[0]?.value).toBeCloseTo((answer.figures.priorFullYear?.value ?? 0) * 1.08, 6);
    expect(answer.forecast).not.toHaveProperty("growth.0");
  });
});

describe("indices and ratios", () => {
  test("a growth target of an index is on last year's mean, never on a share of it", async () => {
    const { targets, figures } = await ask("outlook", {
      aggregation: "average",
      through: "2024-05",
      ytd: 106.2,
      growth: "6.2%",
      target: "7%",
    });
    expect(figures.priorFullYear).toMatchObject({ value: 100, origin: "estimated", from: "priorYtd" });
    expect(targets[0]?.value).toBeCloseTo(107, 6);
  });

  test("the months of an index weigh the same, whatever the season of its class", async () => {
    const { targets } = await ask("run-rate", {
      aggregation: "average",
      indicator: "industrial production index",
      geography: "Kien Giang",
      through: "2024-02",
      ytd: 104,
      target: 106,
    });
    const rate = targets[0]?.requiredRunRate;
    expect(rate?.ratioToSeasonalPace).toBeCloseTo(rate?.ratioToPace ?? 0, 8);
    expect(new Set(rate?.seasonalPath.map(({ value }) => value)).size).toBe(1);
  });

  test("a past year of an index that was reported through another month is left out", async () => {
    const question = { aggregation: "average", through: "2024-05", ytd: 106.2 };
    const elsewhere = [
      { through: "2022-06", ytd: 101 },
      { through: "2022-12", ytd: 102 },
    ];
    const [told, without] = [
      await ask("outlook", { ...question, reports: elsewhere }),
      await ask("outlook", question),
    ];
    expect(told.forecast.median).toBe(without.forecast.median);
  });

  test("a ratio told in percent has its targets in percent, by GET and POST", async () => {
    const question = { aggregation: "last", through: "2024-09", ytd: "43.2%", target: "plan: 50%" };
    const { figures, targets } = await ask("outlook", question);
    expect(figures.ytd?.value).toBe(43.2);
    expect(targets[0]).toMatchObject({ name: "plan", value: 50, origin: "stated" });
    const { json } = await get("/v1/outlook", question);
    expect(json).toMatchObject({ targets: [{ name: "plan", value: 50 }] });
    const bare = await ask("outlook", { ...question, unit: "%", ytd: 43.2 });
    expect(bare.targets[0]).toMatchObject({ name: "plan", value: 50, origin: "stated" });
  });

  test("of an amount, a target in percent is growth on last year, named or not", async () => {
    const question = { through: "2024-04", ytd: 290, priorFullYear: 860 };
    for (const target of ["8%", "plan: 8%", [{ value: "8%" }], { growth: "8%" }, { growth: 0.08 }]) {
      const { targets } = await ask("run-rate", { ...question, target });
      expect(targets[0]).toMatchObject({ origin: "growthOnLastYear" });
      expect(targets[0]?.value).toBeCloseTo(928.8, 6);
    }
  });
});
