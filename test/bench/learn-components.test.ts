import { describe, expect, test } from "vitest";
import { normalQuantile } from "../../src/engine/normal-quantile.ts";
import { believed, commonCorrelation, pairsOf, pooled } from "./learn-components-correlation.ts";
import type { PartRow } from "./learn-components-rows.ts";

const GOLDEN = (Math.sqrt(5) - 1) / 2;
const PARTS = 15;
const YEARS = 150;

/** Normal scores that look independent and are the same every time. */
const scoreOf = (n: number): number => normalQuantile((Math.sin((n + 1) * GOLDEN * 1e4) * 1e4 + 1e5) % 1);

/** Scores of 15 parts over many years, with one factor common to all of them. */
function factorRows(correlation: number): PartRow[] {
  const rows: PartRow[] = [];
  for (let year = 0; year < YEARS; year++)
    for (let part = 0; part < PARTS; part++) {
      const common = scoreOf(year);
      const own = scoreOf(YEARS + year * PARTS + part);
      rows.push({
        total: "all",
        indicatorClass: "exports",
        series: String(part),
        year,
        elapsed: 6,
        fullYear: 1,
        score: Math.sqrt(correlation) * common + Math.sqrt(1 - correlation) * own,
        forecast: { booked: 0, median: 1, lower: 0.9, upper: 1.1, degreesOfFreedom: 4 },
      });
    }
  return rows;
}

describe("common correlation", () => {
  test.each([0, 0.05, 0.3, 0.6])("finds %s again", (correlation) => {
    const estimate = commonCorrelation(factorRows(correlation));
    expect(Math.abs((estimate?.correlation as number) - correlation)).toBeLessThan(0.08);
    expect(estimate?.standardError).toBeLessThan(0.1);
  });

  test("does not depend on how wide the forecasts were", () => {
    const rows = factorRows(0.3);
    const narrow = rows.map((row) => ({ ...row, score: row.score / 3 }));
    expect(commonCorrelation(narrow)?.correlation).toBeCloseTo(
      commonCorrelation(rows)?.correlation as number,
      10,
    );
  });

  test("needs two years of two parts", () => {
    const rows = factorRows(0.3);
    expect(commonCorrelation(rows.filter(({ year }) => year === 0))).toBeUndefined();
    expect(commonCorrelation(rows.filter(({ series }) => series === "0"))).toBeUndefined();
  });

  test("counts pairs of the same year and month", () => {
    expect(pairsOf(factorRows(0.3))).toBe((YEARS * PARTS * (PARTS - 1)) / 2);
  });
});

describe("drawn together", () => {
  const sure = { correlation: 0.2, standardError: 0.01 };
  const all = pooled([sure, { correlation: 0.1, standardError: 0.01 }], 0);

  test("equally sure estimates have their mean, and their scatter beyond their errors", () => {
    expect(all.correlation).toBeCloseTo(0.15, 10);
    expect(all.between).toBeCloseTo(Math.sqrt(0.005 - 0.0001), 10);
  });

  test("a sure estimate is believed, an unsure one is that of all", () => {
    expect(believed(sure, all)).toBeCloseTo(0.2, 2);
    expect(believed({ correlation: 0.9, standardError: 10 }, { ...all, between: 0.01 })).toBeCloseTo(0.15, 2);
  });

  test("nothing below 0 is believed", () => {
    const believes = believed({ correlation: -0.3, standardError: 0.1 }, all);
    expect(believes).toBeGreaterThan(0);
    expect(believes).toBeLessThan(0.1);
  });
});
