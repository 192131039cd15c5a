import { describe, expect, test } from "vitest";
import type { FiscalPosition } from "../../../src/engine/calendar/period.ts";
import { requiredRunRate, spread } from "../../../src/engine/target/required-run-rate.ts";
import type { YearToDate } from "../../../src/engine/target/year-to-date.ts";

const position = (elapsed: number, periodsPerYear: 4 | 12 = 12): FiscalPosition => ({
  year: 2023,
  startMonth: 1,
  periodsPerYear,
  elapsed,
});

function year(known: Partial<YearToDate> & Pick<YearToDate, "position" | "ytd">): YearToDate {
  const remaining = known.position.periodsPerYear - known.position.elapsed;
  return {
    aggregation: "sum",
    cumulativeShare: known.position.elapsed / known.position.periodsPerYear,
    remainderWeights: Array.from({ length: remaining }, () => 1 / remaining),
    ...known,
  };
}

/** METHODS 2.1 of the design papers, with the figures of two Kien Giang reports; to the last printed digit. */
describe("the readings of a required run rate", () => {
  const output = year({
    position: position(5),
    ytd: 17.8,
    growth: 0.1,
    priorYtd: 16.182,
    priorFullYear: 44.611,
  });

  test("simple, against the pace so far: 4.340 a month is 1.219 times 3.560", () => {
    const rate = requiredRunRate(output, 48.18);
    expect(rate?.perPeriod).toBeCloseTo(4.34, 3);
    expect(rate?.ratioToPace).toBeCloseTo(1.219, 3);
  });

  test("against last year's same months: 30.38 over 28.429 is +6.86%, three points of slack", () => {
    const rate = requiredRunRate(output, 48.18);
    expect(rate?.growthOnLastYear).toBeCloseTo(0.0686, 4);
    expect(rate?.accelerationPoints).toBeCloseTo(-0.031, 3);
  });

  test.each([
    [920, 78.75, 0.0147],
    [1000, 88.75, 0.1436],
  ])("exports for %i: %f a month, %f on last year", (target, perPeriod, growth) => {
    const rate = requiredRunRate(
      year({ position: position(4), ytd: 290, growth: 0.2126, priorYtd: 239.1555, priorFullYear: 860 }),
      target,
    );
    expect(rate?.perPeriod).toBe(perPeriod);
    expect(rate?.growthOnLastYear).toBeCloseTo(growth, 4);
  });

  test("seasonal: the gap over what the season makes usual after such a start", () => {
    const seasonal = year({
      position: position(5),
      ytd: 17.8,
      cumulativeShare: 0.36,
      remainderWeights: [0.1, 0.1, 0.1, 0.1, 0.2, 0.2, 0.2],
    });
    const rate = requiredRunRate(seasonal, 48.18);
    expect(rate?.ratioToSeasonalPace).toBeCloseTo(30.38 / ((17.8 * 0.64) / 0.36), 9);
    expect(rate?.seasonalPath.map(({ value }) => value)).toEqual(
      [0.1, 0.1, 0.1, 0.1, 0.2, 0.2, 0.2].map((weight) => expect.closeTo(30.38 * weight, 9)),
    );
    expect(rate?.seasonalPath[0]?.period).toBe("2023-06");
  });

  test("per working day, where days are told", () => {
    expect(requiredRunRate(output, 48.18, 152)?.perWorkingDay).toBeCloseTo(30.38 / 152, 12);
    expect(requiredRunRate(output, 48.18)).not.toHaveProperty("perWorkingDay");
  });

  test("growth needed with unequal seasons is that of the general form", () => {
    // ((1 + planGrowth) - s (1 + growth)) / (1 - s) - 1, with s last year's cumulative share.
    const [share, planGrowth, growth] = [0.36, 0.08, 0.1];
    const rate = requiredRunRate(
      year({ position: position(5), ytd: 36 * 1.1, growth, priorYtd: 36, priorFullYear: 100 }),
      108,
    );
    expect(rate?.growthOnLastYear).toBeCloseTo((1 + planGrowth - share * (1 + growth)) / (1 - share) - 1, 12);
  });
});

describe("what is decided needs nothing", () => {
  test("a target that is reached, or a year that is over", () => {
    expect(requiredRunRate(year({ position: position(9), ytd: 1000 }), 1000)).toBeUndefined();
    expect(requiredRunRate(year({ position: position(9), ytd: 1001 }), 1000)).toBeUndefined();
    expect(requiredRunRate(year({ position: position(12), ytd: 900 }), 1000)).toBeUndefined();
  });

  test("the last month takes all that is left", () => {
    expect(requiredRunRate(year({ position: position(11), ytd: 900 }), 1000)).toMatchObject({
      perPeriod: 100,
      seasonalPath: [{ period: "2023-12", value: 100 }],
    });
  });

  test("without last year nothing is said of it, nor of a pace that is zero", () => {
    const rate = requiredRunRate(year({ position: position(4), ytd: 0 }), 100);
    expect(rate).toMatchObject({ perPeriod: 12.5 });
    for (const unknown of ["growthOnLastYear", "accelerationPoints", "ratioToPace", "ratioToSeasonalPace"])
      expect(rate).not.toHaveProperty(unknown);
    // Last year brought nothing in these months: there is no growth on nothing.
    expect(
      requiredRunRate(year({ position: position(4), ytd: 10, priorYtd: 50, priorFullYear: 50 }), 100),
    ).not.toHaveProperty("growthOnLastYear");
  });
});

describe("aggregations", () => {
  test("an index needs a mean: after three months at 104 a year at 106 needs 106.67", () => {
    const rate = requiredRunRate(
      year({ position: position(3), aggregation: "average", ytd: 104, priorYtd: 100, priorFullYear: 101 }),
      106,
    );
    expect(rate?.perPeriod).toBeCloseTo(320 / 3, 12);
    expect(rate?.ratioToPace).toBeCloseTo(320 / 3 / 104, 12);
    // Last year's other nine months came to 12 x 101 - 3 x 100 = 912.
    expect(rate?.growthOnLastYear).toBeCloseTo(960 / 912 - 1, 12);
  });

  test("a stock needs an addition, and has no pace", () => {
    const rate = requiredRunRate(
      year({ position: position(9), aggregation: "last", ytd: 48, priorYtd: 40, priorFullYear: 44 }),
      54,
    );
    expect(rate?.perPeriod).toBe(2);
    expect(Object.keys(rate ?? {})).toEqual(["perPeriod", "seasonalPath"]);
    expect(
      spread(year({ position: position(9), aggregation: "last", ytd: 48 }), 6).map(({ value }) => value),
    ).toEqual([2, 2, 2]);
  });

  test("quarters need three times what their months need", () => {
    const months = requiredRunRate(year({ position: position(6), ytd: 50 }), 110);
    const quarters = requiredRunRate(year({ position: position(2, 4), ytd: 50 }), 110);
    expect(quarters?.perPeriod).toBe(3 * (months?.perPeriod ?? 0));
    expect(quarters?.ratioToPace).toBeCloseTo(months?.ratioToPace ?? 0, 12);
    expect(quarters?.seasonalPath.map(({ period }) => period)).toEqual(["2023-Q3", "2023-Q4"]);
  });
});
