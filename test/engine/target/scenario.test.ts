import { describe, expect, test } from "vitest";
import { EngineError } from "../../../src/engine/engine-error.ts";
import { attainmentStatus } from "../../../src/engine/target/attainment-status.ts";
import { type ScenarioAssumption, scenario, scenarioRemainder } from "../../../src/engine/target/scenario.ts";
import { standardScenarios } from "../../../src/engine/target/standard-scenarios.ts";
import { fullYearOf, remainderOf, type YearToDate } from "../../../src/engine/target/year-to-date.ts";

/** Exports after four months of 2024 with an even season, so that a month of last year is 620.84 / 8. */
const YEAR: YearToDate = {
  position: { year: 2024, startMonth: 1, periodsPerYear: 12, elapsed: 4 },
  aggregation: "sum",
  ytd: 290,
  growth: 0.2126,
  priorYtd: 239.16,
  priorFullYear: 860,
  remainderWeights: Array.from({ length: 8 }, () => 1 / 8),
  cumulativeShare: 1 / 3,
};
const MEDIAN = 970;
const remainder = (assumption: ScenarioAssumption, year = YEAR) =>
  scenarioRemainder(year, assumption, MEDIAN, "scenarios.0");

describe("the remainder that an assumption makes", () => {
  test.each([
    [{ kind: "currentPace" }, 580],
    [{ kind: "sameGrowth" }, 620.84 * 1.2126],
    [{ kind: "flatOnLastYear" }, 620.84],
    [{ kind: "plannedGrowth", growth: 0.07 }, 620.84 * 1.07],
    [{ kind: "remainderGrowth", growth: -0.1 }, 620.84 * 0.9],
    [{ kind: "forecastMedian" }, 680],
    [{ kind: "breakEven", target: "plan", value: 920 }, 630],
    [{ kind: "yearGrowth", growth: 0.1 }, 860 * 1.1 - 290],
    [{ kind: "fullYear", value: 1000 }, 710],
    [{ kind: "perPeriod", value: 80 }, 640],
    // Two of eight equal months of 85 fall by a fifth.
    [{ kind: "shock", change: -0.2, periods: ["2024-06", "2024-07"] }, 680 - 34],
    // A quarter is its three months, and a month named twice in a shock is struck once.
    [{ kind: "shock", change: -0.2, periods: ["2024-Q3", "2024-08"] }, 680 - 51],
    [{ kind: "periods", periods: [{ period: "2024-05", value: 100 }] }, 680 - 85 + 100],
    [{ kind: "periods", periods: [{ period: "2024-Q4", value: 300 }] }, 680 - 255 + 300],
    [{ kind: "periods", periods: [{ period: "2024-12", growth: 0.5 }] }, 680 - 85 + (620.84 / 8) * 1.5],
  ] as [ScenarioAssumption, number][])("%j", (assumption, value) => {
    expect(remainder(assumption)).toBeCloseTo(value, 9);
  });

  const { priorYtd: _, priorFullYear: __, growth: ___, ...unknown } = YEAR;
  test.each([
    [{ kind: "sameGrowth" }, unknown, "needsGrowth"],
    [{ kind: "flatOnLastYear" }, unknown, "needsLastYear"],
    [{ kind: "yearGrowth", growth: 0.1 }, unknown, "needsLastYear"],
    [{ kind: "periods", periods: [{ period: "2024-05", growth: 0.1 }] }, unknown, "needsLastYear"],
    [{ kind: "currentPace" }, { ...YEAR, aggregation: "last" }, "notForStocks"],
    [{ kind: "remainderGrowth", growth: 0.1 }, { ...YEAR, aggregation: "last" }, "notForStocks"],
  ] as [ScenarioAssumption, YearToDate, string][])(
    "%j cannot be told of every year",
    (assumption, year, obstacle) => {
      expect(remainder(assumption, year)).toBe(obstacle);
    },
  );

  test.each(["2024-04", "2024-Q1", "2024-Q2", "2023-12", "2025-01", "2024-13", "soon"])(
    "%s is not a period still to come",
    (period) => {
      const ask = () => remainder({ kind: "shock", change: 0.1, periods: [period] });
      expect(ask).toThrow(EngineError);
      expect(ask).toThrow(/still to come/);
    },
  );

  test("quarters of the fiscal year are named by the year in which it starts", () => {
    const fiscal = { ...YEAR, position: { ...YEAR.position, startMonth: 4 } };
    // From April 2024, four months are through July; the third quarter is October to December.
    expect(remainder({ kind: "periods", periods: [{ period: "2024-Q3", value: 300 }] }, fiscal)).toBeCloseTo(
      680 - 255 + 300,
      9,
    );
    expect(remainder({ kind: "periods", periods: [{ period: "2025-01", value: 100 }] }, fiscal)).toBeCloseTo(
      695,
      9,
    );
    expect(() => remainder({ kind: "periods", periods: [{ period: "2025-Q1", value: 1 }] }, fiscal)).toThrow(
      /still to come/,
    );
  });
});

describe("a row of the table", () => {
  const forecast = {
    median: MEDIAN,
    survival: (value: number) => (value <= 290 ? 1 : Math.exp(-(value - 290) / 680)),
  };
  const row = (assumption: ScenarioAssumption, year = YEAR, target: number | undefined = 920) =>
    scenario(year, { name: "x", assumption, path: "scenarios.0" }, forecast, target);

  test("every column follows from the full year", () => {
    expect(row({ kind: "currentPace" })).toMatchObject({
      fullYear: 870,
      growth: 870 / 860 - 1,
      remainderGrowth: 580 / 620.84 - 1,
      attainment: 870 / 920,
      gap: 50,
      probabilityAtLeast: forecast.survival(870),
    });
  });

  test("break-even lands on its target to the last digit", () => {
    const year = { ...YEAR, aggregation: "average", ytd: 72_721_300 } as const;
    const value = year.ytd / 0.0239;
    expect(row({ kind: "breakEven", target: "plan", value }, year, value)).toMatchObject({
      fullYear: value,
      gap: 0,
      probabilityAtLeast: forecast.survival(value),
    });
  });

  test("without a target there is no attainment and no gap", () => {
    const told = scenario(
      YEAR,
      { name: "x", assumption: { kind: "currentPace" }, path: "" },
      forecast,
      undefined,
    );
    expect(told).not.toHaveProperty("attainment");
    expect(told).not.toHaveProperty("gap");
  });
});

describe("the standard scenarios", () => {
  const names = (year: YearToDate, plannedGrowth?: number) =>
    standardScenarios(year, {
      ...(plannedGrowth !== undefined && { plannedGrowth }),
      targets: [
        { name: "plan", value: 920 },
        { name: "past", value: 200 },
      ],
    }).map(({ name, assumption }) => ("target" in assumption ? `${name}: ${assumption.target}` : name));

  test("are all there when all is known, with the break-even of every open target", () => {
    expect(names(YEAR, 0.07)).toEqual([
      "currentPace",
      "sameGrowth",
      "flatOnLastYear",
      "forecastMedian",
      "plannedGrowth",
      "breakEven: plan",
    ]);
  });

  test("are as many as can be told", () => {
    const { priorFullYear: _, ...known } = YEAR;
    expect(names(known)).toEqual(["currentPace", "forecastMedian", "breakEven: plan"]);
    expect(names({ ...YEAR, priorYtd: -8, priorFullYear: -20 }, 0.07)).toEqual([
      "currentPace",
      "forecastMedian",
      "breakEven: plan",
    ]);
    expect(names({ ...YEAR, aggregation: "last" }, 0.07)).toEqual(["forecastMedian", "breakEven: plan"]);
    expect(names({ ...YEAR, position: { ...YEAR.position, elapsed: 12 }, remainderWeights: [] })).toEqual([]);
  });
});

describe("status", () => {
  test.each([
    [1, "onCourse"],
    [0.8, "onCourse"],
    [0.799, "likely"],
    [0.5, "likely"],
    [0.499, "atRisk"],
    [0.2, "atRisk"],
    [0.199, "outOfReach"],
    [0, "outOfReach"],
  ] as const)("a probability of %f is %s", (probability, status) => {
    expect(attainmentStatus({ probability })).toBe(status);
  });

  test("what is decided is a fact, whatever the probability", () => {
    expect(attainmentStatus({ probability: 0.1, decided: "attained" })).toBe("attained");
    expect(attainmentStatus({ probability: 0.9, decided: "missed" })).toBe("missed");
  });
});

describe("the full year and its remainder", () => {
  test.each(["sum", "average", "last"] as const)("are inverse to each other: %s", (aggregation) => {
    const year = { ...YEAR, aggregation };
    for (const value of [0, 290, 870, 1000])
      expect(fullYearOf(year, remainderOf(year, value))).toBeCloseTo(value, 9);
  });
});
