import { describe, expect, test } from "vitest";
import { ask, get, named } from "../../http/ask.ts";

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

describe("as of a date", () => {
  const question = {
    through: "2024-04",
    ytd: 290,
    target: 920,
    reports: [
      { through: "2023-04", ytd: 240 },
      { through: "2023-12", ytd: 860, asOf: "2024-01-05" },
      { through: "2023-12", ytd: 802, asOf: "2024-06-30" },
    ],
  };

  test("a revision published later is never seen, and is counted", async () => {
    const [before, after] = [
      await ask("outlook", { ...question, asOf: "2024-05-10" }),
      await ask("outlook", question),
    ];
    expect(before.figures.priorFullYear?.value).toBe(860);
    expect(after.figures.priorFullYear?.value).toBe(802);
    expect(before.notes.find(({ code }) => code === "reportsAfterAsOf")?.message).toContain("1");
    const without = await ask("outlook", {
      ...question,
      reports: question.reports.slice(0, 2),
      asOf: "2024-05-10",
    });
    expect(before.forecast).toEqual(without.forecast);
  });

  test("the order of reports changes nothing", async () => {
    const [here, there] = [
      await ask("outlook", question),
      await ask("outlook", { ...question, reports: [...question.reports].reverse() }),
    ];
    expect(there).toEqual(here);
  });
});

describe("complete years", () => {
  test.each([
    [930, "attained", 1],
    [920, "attained", 1],
    [919, "missed", 0],
  ])("%i of 920 is %s", async (ytd, status, probability) => {
    const { targets, forecast, scenarios, question } = await ask("outlook", {
      through: "2024-12",
      ytd,
      target: 920,
    });
    expect(targets[0]).toMatchObject({ status, attainmentProbability: probability });
    expect(targets[0]).not.toHaveProperty("requiredRunRate");
    expect(forecast).toMatchObject({ tier: "complete", median: ytd });
    expect(scenarios).toEqual([]);
    expect(question.remaining).toBe(0);
  });

  test("a caller's scenario of a complete year is noted, not worked out", async () => {
    const answer = await ask("outlook", {
      through: "2024-12",
      ytd: 900,
      scenarios: [{ name: "late", remainderGrowth: 0.1 }],
    });
    expect(codes(answer)).toContain("scenarioNotPossible");
  });
});

describe("quarters, months and fiscal years", () => {
  test("a half-year by quarters and by months has the same targets and the same median", async () => {
    const figures = { ytd: 51, priorYtd: 49, priorFullYear: 100, target: 104 };
    const [months, quarters] = [
      await ask("outlook", { through: "2024-06", ...figures }),
      await ask("outlook", { through: "2024-Q2", ...figures }),
    ];
    expect(quarters.forecast.median).toBe(months.forecast.median);
    expect(quarters.targets[0]?.attainmentProbability).toBe(months.targets[0]?.attainmentProbability);
    expect(quarters.targets[0]?.requiredRunRate?.perPeriod).toBeCloseTo(
      3 * (months.targets[0]?.requiredRunRate?.perPeriod ?? 0),
      8,
    );
    const byQuarter = [0, 1].map((quarter) =>
      months.forecast.path
        .slice(1)
        .slice(quarter * 3, quarter * 3 + 3)
        .reduce((sum, { value = 0 }) => sum + value, 0),
    );
    expect(quarters.forecast.path.slice(1).map(({ value }) => value)).toEqual(
      byQuarter.map((value) => expect.closeTo(value, 6)),
    );
  });

  test.each([1, 2, 4, 7, 10, 12])("a fiscal year that starts in month %i", async (fiscalYearStart) => {
    const { question, forecast } = await ask("outlook", {
      through: 4,
      year: 2024,
      fiscalYearStart,
      ytd: 290,
      target: 920,
    });
    expect(question).toMatchObject({ fiscalYear: 2024, fiscalYearStart, elapsed: 4, remaining: 8 });
    const last = forecast.path.at(-1)?.period;
    expect(last).toBe(
      fiscalYearStart === 1 ? "2024-12" : `2025-${String(fiscalYearStart - 1).padStart(2, "0")}`,
    );
    const again = await ask("outlook", { through: question.through, fiscalYearStart, ytd: 290, target: 920 });
    expect(again).toEqual(
      await ask("outlook", { through: 4, year: 2024, fiscalYearStart, ytd: 290, target: 920 }),
    );
  });

  test("the season of a year that starts in another month is the same months' season", async () => {
    const question = {
      indicator: "exports",
      geography: "Bavaria",
      indicatorClass: "exports",
      ytd: 100,
      target: 300,
    };
    const path = async (more: object) => {
      const { targets } = await ask("run-rate", { ...question, ...more });
      return targets[0]?.requiredRunRate?.seasonalPath ?? [];
    };
    const calendar = await path({ through: "2024-06" });
    const fiscal = await path({ through: "2024-06", fiscalYearStart: 4 });
    const ratio = (list: typeof calendar) =>
      named(
        list.map(({ period, value }) => ({ name: period, value })),
        "2024-12",
      ).value /
      named(
        list.map(({ period, value }) => ({ name: period, value })),
        "2024-07",
      ).value;
    expect(ratio(fiscal)).toBeCloseTo(ratio(calendar), 6);
  });
});
