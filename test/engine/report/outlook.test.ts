import { describe, expect, test } from "vitest";
import { ask, named } from "../../http/ask.ts";

const codes = ({ notes }: { readonly notes: readonly { readonly code: string }[] }) =>
  notes.map(({ code }) => code);

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
