import { describe, expect, test } from "vitest";
import { classMonthShares, classShare } from "../../../src/engine/forecast/class-share.ts";
import { INDICATOR_CLASSES, type IndicatorClass } from "../../../src/engine/forecast/evidence.ts";
import { priors, tet } from "./fixtures.ts";

const year = { fiscalYear: 2024, fiscalYearStart: 1, observesTet: true };
const share = (indicatorClass: IndicatorClass, elapsed: number, known: Partial<typeof year> = {}): number => {
  const { fiscalYear, fiscalYearStart, observesTet } = { ...year, ...known };
  return classShare(priors, { indicatorClass, fiscalYear, fiscalYearStart, observesTet }, elapsed, tet);
};

test.each(INDICATOR_CLASSES)(
  "%s: months are positive and make a year, whenever it starts",
  (indicatorClass) => {
    for (let fiscalYearStart = 1; fiscalYearStart <= 12; fiscalYearStart++) {
      const months = classMonthShares(priors, { ...year, indicatorClass, fiscalYearStart }, tet);
      expect(months).toHaveLength(12);
      expect(Math.min(...months)).toBeGreaterThan(0);
      expect(months.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    }
  },
);

describe("fiscal years that start later", () => {
  test("carry the calendar months with them", () => {
    const calendar = classMonthShares(
      priors,
      { ...year, indicatorClass: "exports", observesTet: false },
      tet,
    );
    const fromApril = classMonthShares(
      priors,
      { ...year, indicatorClass: "exports", observesTet: false, fiscalYearStart: 4 },
      tet,
    );
    expect(fromApril[0]).toBeCloseTo(calendar[3] as number, 12);
    expect(fromApril[11]).toBeCloseTo(calendar[2] as number, 12);
  });

  test("leave public investment with the budget year", () => {
    const known = { observesTet: false };
    expect(share("publicInvestment", 3, { ...known, fiscalYearStart: 4 })).toBe(
      share("publicInvestment", 3, known),
    );
  });
});

describe("Tet", () => {
  test("an early Tet lowers January and nothing after February", () => {
    const early = { fiscalYear: 2023 };
    const late = { fiscalYear: 2024 };
    expect(share("exports", 1, early)).toBeLessThan(share("exports", 1, late));
    expect(share("exports", 2, early)).toBeCloseTo(share("exports", 2, late), 12);
  });

  test("moves nothing where it is not kept, or outside its table", () => {
    expect(share("exports", 1, { fiscalYear: 2023, observesTet: false })).toBe(
      share("exports", 1, { fiscalYear: 2024, observesTet: false }),
    );
    expect(share("exports", 1, { fiscalYear: 1950 })).toBe(
      share("exports", 1, { fiscalYear: 1950, observesTet: false }),
    );
  });
});

test("provincial years are back-loaded: less than an even share after five months", () => {
  for (const indicatorClass of INDICATOR_CLASSES) expect(share(indicatorClass, 5)).toBeLessThan(5 / 12);
});
