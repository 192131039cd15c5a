import { describe, expect, test } from "vitest";
import { ask, named } from "../http/ask.ts";

const codesOf = ({ notes }: { readonly notes: readonly { readonly code: string }[] }) =>
  notes.map(({ code }) => code);
const REPORT = {
  indicator: "exports",
  geography: "Kien Giang",
  unit: "million USD",
  through: "2024-04",
  ytd: 290,
  growth: "21.26%",
  priorFullYear: 860,
} as const;

/** Traps in what a year is made of, by their numbers in section 7 of the design papers' METHODS. */
describe("targets", () => {
  test("6: a base revised under a target that stayed is named as the explanation", async () => {
    const answer = await ask("outlook", {
      through: "2023-12",
      unit: "billion VND",
      ytd: 49_496.26,
      growth: "11.11%",
      target: { name: "plan", value: 48_180.83, growth: "8%" },
    });
    expect(answer.coherence.verdict).toBe("contradicts");
    expect(codesOf(answer)).toContain("baseRevised");
  });

  test("7 and 8: several targets are answered each on its own, in the order asked", async () => {
    const { targets } = await ask("outlook", {
      ...REPORT,
      target: [
        { name: "until July", growth: 0.06 },
        { name: "since August", growth: 0.08 },
        { name: "ambition", value: 1000 },
      ],
    });
    expect(targets.map(({ name }) => name)).toEqual(["until July", "since August", "ambition"]);
    expect(named(targets, "until July").value).toBeCloseTo(860 * 1.06, 9);
    expect(named(targets, "since August").value).toBeCloseTo(860 * 1.08, 9);
  });

  test("21: a full year equal to its plan was probably estimated from it", async () => {
    expect(codesOf(await ask("outlook", { through: "2023-12", ytd: 860, target: 860 }))).toContain(
      "equalsPlan",
    );
    expect(codesOf(await ask("outlook", { through: "2023-12", ytd: 860.4, target: 860 }))).not.toContain(
      "equalsPlan",
    );
  });

  test("31: the probability of a plan does not take the plan as evidence; the number that does is apart", async () => {
    const [low, high] = [
      await ask("outlook", { ...REPORT, target: 920 }),
      await ask("outlook", { ...REPORT, target: 2000 }),
    ];
    expect(high.forecast.median).toBe(low.forecast.median);
    expect(high.forecast.quantiles).toEqual(low.forecast.quantiles);
    expect(high.forecast.planWeighted?.median).toBeGreaterThan(
      low.forecast.planWeighted?.median ?? Number.NaN,
    );
    expect(high.forecast.planWeighted?.attainmentProbability).toBe(high.targets[0]?.planWeightedProbability);
    expect(codesOf(high)).toContain("planNotInProbability");
  });
});

describe("cumulative figures", () => {
  test("10: one that falls is a revision or a monthly figure, and is told", async () => {
    const earlier = { through: "2024-03", ytd: 310 };
    expect(codesOf(await ask("outlook", { ...REPORT, reports: [earlier] }))).toContain("cumulativeFell");
    expect(codesOf(await ask("outlook", { ...REPORT, reports: [{ ...earlier, ytd: 210 }] }))).not.toContain(
      "cumulativeFell",
    );
  });

  test("11: the last month is not told from cumulative figures of different reports", async () => {
    const { forecast } = await ask("forecast", { ...REPORT, reports: [{ through: "2024-03", ytd: 210 }] });
    expect(forecast.path[0]).toMatchObject({ period: "2024-04", status: "actual", cumulative: 290 });
    expect(forecast.path[0]).not.toHaveProperty("value");
  });

  test("22: what the rest needs is shown beside the pace and the best rest of past years", async () => {
    const { targets } = await ask("run-rate", {
      through: "2024-09",
      ytd: 600,
      target: 1000,
      reports: [
        { through: "2023-09", ytd: 560 },
        { through: "2023-12", ytd: 800 },
      ],
    });
    const rate = targets[0]?.requiredRunRate;
    expect(rate?.perPeriod).toBeCloseTo(133.333, 3);
    expect(rate?.ratioToPace).toBeCloseTo(2, 9);
    expect(rate?.feasibility?.bestRemainder).toBe(240);
    expect(rate?.feasibility?.ratioToBest).toBeCloseTo(400 / 240, 8);
  });
});

describe("aggregations", () => {
  test("14: a stock is never annualised", async () => {
    const answer = await ask("outlook", { aggregation: "last", through: "2024-03", ytd: 48, target: 55 });
    expect(answer.forecast.median).toBe(48);
    expect(codesOf(answer)).toContain("stockNotAnnualized");
    expect(answer.scenarios.map(({ name }) => name)).toEqual(["forecastMedian", "breakEven"]);
    expect(answer.targets[0]?.requiredRunRate?.perPeriod).toBeCloseTo(7 / 9, 8);
  });

  test("15: an index is averaged, and its required mean is of the remaining months", async () => {
    const answer = await ask("outlook", {
      aggregation: "average",
      through: "2024-03",
      ytd: 104,
      target: 106,
    });
    expect(answer.targets[0]?.requiredRunRate?.perPeriod).toBeCloseTo(960 / 9, 6);
    expect(answer.forecast.median).toBeLessThan(150);
    expect(codesOf(answer)).toContain("averageNotSummed");
    const at = answer.forecast.path.map(({ cumulative }) => cumulative);
    expect(Math.max(...at)).toBeLessThan(150);
  });
});

describe("the start of a year", () => {
  test("20: early growth fades: the rest is not taken to grow as the first months did", async () => {
    const early = await ask("outlook", { ...REPORT, through: "2024-03", ytd: 210, growth: "40%" });
    expect(codesOf(early)).toContain("earlyGrowthFades");
    expect(named(early.scenarios, "forecastMedian").remainderGrowth).toBeLessThan(0.3);
  });

  test("January alone is no evidence of growth, and Tet in the window is told", async () => {
    const january = await ask("outlook", { ...REPORT, through: "2024-01", ytd: 71, growth: "98.6%" });
    expect(codesOf(january)).toEqual(expect.arrayContaining(["januaryAlone", "tetInWindow"]));
    const february = await ask("outlook", { ...REPORT, through: "2024-02", ytd: 151, growth: "41%" });
    expect(codesOf(february)).toContain("tetInWindow");
    expect(codesOf(february)).not.toContain("januaryAlone");
    const elsewhere = await ask("outlook", {
      ...REPORT,
      geography: "Bavaria",
      through: "2024-01",
      ytd: 71,
      growth: "98.6%",
    });
    expect(codesOf(elsewhere)).not.toContain("tetInWindow");
    const width = ({ forecast }: typeof january) => {
      const interval = forecast.intervals.find(({ level }) => level === 0.8);
      return Math.log((interval?.upper ?? Number.NaN) / (interval?.lower ?? Number.NaN));
    };
    expect(width(january)).toBeGreaterThan(width(february));
  });

  test("28: working days are counted, holidays and leap years too", async () => {
    const perDay = async (through: string, geography: string) =>
      (await ask("run-rate", { indicator: "exports", geography, through, ytd: 100, target: 200 })).targets[0]
        ?.requiredRunRate?.perWorkingDay ?? Number.NaN;
    // Mondays to Fridays of December 2024, then of February to December in a leap year and in another.
    expect(100 / (await perDay("2024-11", "Bavaria"))).toBeCloseTo(22, 6);
    expect(100 / (await perDay("2024-01", "Bavaria"))).toBeCloseTo(239, 6);
    expect(100 / (await perDay("2023-01", "Bavaria"))).toBeCloseTo(238, 6);
    // Tet 2024 from 9 February (five days, a weekend among them), 30 April, 1 May, 2 September.
    expect(100 / (await perDay("2024-01", "Kien Giang"))).toBeCloseTo(233, 6);
  });
});

describe("distributions", () => {
  test("32: no interval reaches below what is booked, however wide", async () => {
    const { forecast } = await ask("forecast", {
      ...REPORT,
      through: "2024-11",
      ytd: 850,
      levels: [0.5, 0.99, 0.999],
    });
    for (const { lower } of forecast.intervals) expect(lower).toBeGreaterThan(850);
  });

  test("33: the mean of a log-t is infinite and is not reported", async () => {
    const { forecast } = await ask("forecast", REPORT);
    expect(forecast).not.toHaveProperty("mean");
    expect(forecast.quantiles.find(({ quantileLevel }) => quantileLevel === 0.5)?.value).toBe(
      forecast.median,
    );
  });
});
