import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { averageGrowth, BAND, rateBand, slipOf } from "../../../src/engine/currencies/rate-plausibility.ts";
import { VND_PER_USD } from "../../../src/engine/figure/exchange-rate.ts";
import { knowledge } from "../../../src/knowledge.ts";

interface Row {
  readonly year: number;
  readonly dongPerDollar: number;
  readonly basis: string;
  readonly monthEnds?: readonly number[];
}
const table = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../../data/reference/exchange-rates.json"), "utf8"),
) as { rows: readonly Row[] };
const rates = knowledge.exchangeRates;

describe("the table of yearly rates", () => {
  test("has every year once, in order", () => {
    const years = table.rows.map(({ year }) => year);
    expect(years).toEqual(Array.from({ length: years.length }, (_, index) => 1995 + index));
  });

  test("market rates are the means of their month ends, and lie within the band of their year", () => {
    const market = table.rows.filter(({ basis }) => basis === "market");
    expect(market.map(({ year }) => year)).toEqual([2022, 2023, 2024, 2025]);
    for (const { dongPerDollar, monthEnds = [] } of market) {
      const mean = monthEnds.reduce((sum, rate) => sum + rate, 0) / monthEnds.length;
      expect(dongPerDollar).toBeCloseTo(mean, 2);
      for (const rate of monthEnds) expect(Math.abs(rate / mean - 1)).toBeLessThan(BAND);
    }
  });

  test("official rates are told without month ends", () => {
    for (const { basis, monthEnds } of table.rows) expect(monthEnds === undefined).toBe(basis === "official");
  });

  test("lies within the wide band of its years, which is wider than the band of any", () => {
    for (const { year, dongPerDollar } of table.rows.filter((row) => row.year >= 2005)) {
      expect(dongPerDollar).toBeGreaterThan(VND_PER_USD.lower);
      expect(dongPerDollar).toBeLessThan(VND_PER_USD.upper);
      const band = rateBand(rates, year);
      expect((band?.upper ?? 0) - (band?.lower ?? 0)).toBeLessThan(VND_PER_USD.upper - VND_PER_USD.lower);
    }
  });
});

describe("what a rate may be", () => {
  test("around the average of a year that is known, in two decades where none is", () => {
    expect(rateBand(rates, 2012)).toEqual({
      lower: 20828 * (1 - BAND),
      upper: 20828 * (1 + BAND),
      basis: "yearAverage",
      average: 20828,
    });
    for (const year of [undefined, 2030])
      expect(rateBand(rates, year)).toEqual({ ...VND_PER_USD, basis: "allYears" });
  });

  test("nothing is said of a time of which nothing is known", () => {
    expect(rateBand(rates, 1950)).toBeUndefined();
    expect(rateBand(rates, 2060)).toBeUndefined();
  });

  test("official and market rates are not compared with each other", () => {
    expect(averageGrowth(rates, 2022)).toBeUndefined();
    expect(averageGrowth(rates, 2012)).toBeCloseTo(20828 / 20509.75 - 1, 10);
    expect(averageGrowth(rates, 1995)).toBeUndefined();
    expect(averageGrowth(rates, undefined)).toBeUndefined();
  });

  test.each([
    [23.5, 1000],
    [23_500_000, 0.001],
    [235_000, undefined],
    [23.5e-3, undefined],
  ])("a rate of %d is off by %s", (rate, factor) => {
    expect(slipOf({ lower: rate * 0.99, upper: rate * 1.01 }, { lower: 21_000, upper: 26_000 })).toBe(factor);
  });
});
