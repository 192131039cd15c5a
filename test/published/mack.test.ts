import { describe, expect, test } from "vitest";
import table from "../../data/reference/taylor-ashe.json" with { type: "json" };
import { mackChainLadder } from "../../src/engine/methods/mack.ts";

const half = 0.5 * 10 ** -table.printedDecimals;
const within = (actual: number, printed: number, tolerance = half): void =>
  expect(Math.abs(actual - printed)).toBeLessThanOrEqual(tolerance);

describe(`${table.title}`, () => {
  const result = mackChainLadder(table.rows);

  test("development factors to three decimals", () => {
    result.factors.forEach((factor, k) => {
      within(factor, table.factors[k] as number, 0.0005);
    });
  });

  test.each(
    table.reserves.map((reserve, i) => ({
      origin: i + 2,
      reserve,
      error: table.standardErrors[i] as number,
    })),
  )("origin $origin: reserve $reserve, standard error $error", ({ origin, reserve, error }) => {
    const year = result.years[origin - 1];
    within(year?.reserve ?? Number.NaN, reserve);
    within(year?.standardError ?? Number.NaN, error);
  });

  test("the complete year has neither reserve nor error", () => {
    expect(result.years[0]).toEqual({ fullYear: 3901463, reserve: 0, standardError: 0 });
  });

  test("total reserve and standard error", () => {
    within(result.total.reserve, table.totalReserve);
    within(result.total.standardError, table.totalStandardError);
  });
});
