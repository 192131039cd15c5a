import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { INDICATOR_CLASSES } from "../../src/engine/forecast/evidence.ts";
import { normalQuantile } from "../../src/engine/normal-quantile.ts";
import { learnGrowth } from "./learn-growth-model.ts";
import { type GrowthRow, growthRows } from "./learn-growth-rows.ts";

const directory = mkdtempSync(join(tmpdir(), "growth-"));
afterAll(() => rmSync(directory, { recursive: true }));

function written(name: string, content: unknown): string {
  const path = join(directory, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

const year = (total: number | null, growth?: number) => ({
  ytd: [...Array(11).fill(null), total],
  ...(growth !== undefined && { yoy: [...Array(11).fill(null), growth] }),
});

describe("rows", () => {
  const vietnam = written("vietnam.json", {
    format: "vn-ytd-annual-total/1",
    cases: [],
    series: [
      {
        id: "rice",
        dataset: "vn-trade",
        kind: "exports",
        group: "c:rice",
        // 2022 was published as up 10% on a base that was revised from 100 to 120.
        years: { 2021: year(100, 5), 2022: year(132, 10), 2023: year(145.2), 2025: year(150, 3) },
      },
    ].map((series) => ({ ...series, id: `trade_exports_${series.id}` })),
  });
  const monthly = written("monthly.json", {
    format: "ytd-annual-total/1",
    months: [1],
    cases: [],
    // Starts in November: the two months before the first whole year belong to none.
    series: [
      {
        id: "gas",
        dataset: "usgas",
        start: "2000-11",
        values: [9, 9, ...Array(12).fill(1), ...Array(12).fill(2), ...Array(12).fill(1)],
      },
    ],
  });
  const rows = growthRows(vietnam, monthly);

  test("growth is as published, and only without that the ratio of totals; a gap ends it", () => {
    const rice = rows.filter(({ indicatorClass }) => indicatorClass === "exports");
    expect(rice.map(({ year: from, years }) => [from, years])).toEqual([
      [2021, 1],
      [2021, 2],
      [2022, 1],
    ]);
    expect(rice[0]?.before).toBeCloseTo(Math.log(1.05), 12);
    expect(rice[0]?.after).toBeCloseTo(Math.log(1.1), 12);
    expect(rice[1]?.after).toBeCloseTo(2 * Math.log(1.1), 12);
  });

  test("months make calendar years", () => {
    const gas = rows.filter(({ indicatorClass }) => indicatorClass === "general");
    expect(gas).toHaveLength(1);
    expect(gas[0]).toMatchObject({ series: "gas", year: 2002, years: 1, weight: 1 });
    expect(gas[0]?.before).toBeCloseTo(Math.log(2), 12);
    expect(gas[0]?.after).toBeCloseTo(-Math.log(2), 12);
  });
});

describe("model", () => {
  const USUAL = 0.07;
  const SLOPE = 0.3;
  const SCALE = 0.05;
  /** As many years as series, at evenly spread quantiles of a normal distribution. */
  const COUNT = 40;
  const quantiles = Array.from({ length: COUNT }, (_, i) => normalQuantile((i + 0.5) / COUNT));
  const rows: GrowthRow[] = INDICATOR_CLASSES.flatMap((indicatorClass) =>
    quantiles.flatMap((start) =>
      quantiles.flatMap((error, i) =>
        [1, 2, 3, 4, 5].map((years) => {
          const before = USUAL + 0.1 * start;
          const after = years * USUAL + SLOPE * (before - USUAL) + SCALE * Math.sqrt(years) * error;
          return { series: "s", group: "s", weight: 1, indicatorClass, year: i, years, before, after };
        }),
      ),
    ),
  );
  const prior = learnGrowth(rows);

  test.each(INDICATOR_CLASSES)("finds the numbers of %s again", (name) => {
    for (const { years, intercept, slope, scale, degreesOfFreedom } of prior.classes[name].horizons) {
      expect(slope).toBeCloseTo(SLOPE, 1);
      expect(intercept).toBeCloseTo(USUAL * (years - SLOPE), 2);
      expect(scale / (SCALE * Math.sqrt(years))).toBeGreaterThan(0.85);
      expect(scale / (SCALE * Math.sqrt(years))).toBeLessThan(1.05);
      expect(degreesOfFreedom).toBeGreaterThan(8);
    }
  });

  test("says the same again", () => {
    expect(learnGrowth(rows)).toEqual(prior);
  });
});
