import { describe, expect, test } from "vitest";
import { ask, type OutlookBody, type Question } from "../http/ask.ts";
import { months, runningTotals } from "../http/history-cases.ts";

/** From January 2018 to April 2024. */
const VALUES = months(76);
const asked = (values: readonly (number | null)[], rest: Question = {}): Question => ({
  indicator: "exports",
  geography: "Germany",
  history: { start: "2018-01", values },
  ...rest,
});
const codesOf = ({ notes }: Pick<OutlookBody, "notes">) => notes.map(({ code }) => code);
const near = (value: number, expected: number, within: number): void =>
  expect(Math.abs(value / expected - 1), `${value} and ${expected}`).toBeLessThan(within);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Traps in a history, by their numbers in section 7 of the design papers' METHODS. */
describe("cumulative figures", () => {
  test("10: running totals that are said to be such give the answer of their months", async () => {
    const monthly = await ask("outlook", asked(VALUES));
    const running = await ask("outlook", {
      ...asked([]),
      history: { start: "2018-01", values: runningTotals(VALUES), cumulative: true },
    });
    expect(running.forecast).toEqual(monthly.forecast);
    expect(running.figures.ytd?.value).toBeCloseTo(sum(VALUES.slice(72)), 6);
  });

  test("10: a running total that falls is told", async () => {
    const totals = runningTotals(VALUES).with(38, 10);
    const answer = await ask("outlook", {
      ...asked([]),
      history: { start: "2018-01", values: totals, cumulative: true },
    });
    const note = answer.notes.find(({ code }) => code === "cumulativeFell");
    expect(note?.message).toMatch(/March 2021/);
  });

  test("11: the growth of the year to date is not that of the last month", async () => {
    // Last year's April was low: the month alone grew by two thirds more than the four months together.
    const values = VALUES.with(63, Math.round((VALUES[63] as number) * 6) / 10);
    const { figures, forecast } = await ask("outlook", asked(values));
    const growth = sum(values.slice(72)) / sum(values.slice(60, 64)) - 1;
    expect(figures.growth?.value).toBeCloseTo(growth, 3);
    const ofMonth = (values[75] as number) / (values[63] as number) - 1;
    expect(ofMonth).toBeGreaterThan(growth + 0.3);
    const fullYear = sum(values.slice(60, 72));
    expect(forecast.median).toBeLessThan(fullYear * (1 + growth + 0.1));
  });
});

describe("what does not add up", () => {
  test("14: a stock's history is not summed", async () => {
    const { question, figures, forecast } = await ask("outlook", asked(VALUES, { aggregation: "last" }));
    expect(question.aggregation).toBe("last");
    expect(figures.ytd?.value).toBe(VALUES.at(-1));
    expect(forecast.path.at(-1)?.cumulative).toBe(forecast.path.at(-1)?.value);
    near(forecast.median, VALUES.at(-1) as number, 0.5);
  });

  test("15: an index is averaged, monthly or as the mean of the year so far", async () => {
    const index = VALUES.map((value) => Math.round(value) / 10);
    const plain = await ask("outlook", asked(index, { aggregation: "average" }));
    near(plain.forecast.median, sum(index.slice(60, 72)) / 12, 0.2);
    let total = 0;
    const means = index.map((value, t) => {
      total = t % 12 === 0 ? value : total + value;
      return Number((total / ((t % 12) + 1)).toFixed(9));
    });
    const running = await ask("outlook", {
      ...asked([], { aggregation: "average" }),
      history: { start: "2018-01", values: means, cumulative: true },
    });
    expect(codesOf(running)).not.toContain("cumulativeFell");
    expect(running.forecast.tier).toBe("history");
    near(running.forecast.median, plain.forecast.median, 1e-4);
  });
});

describe("years that were not like others", () => {
  test("19: a lockdown is told, and moves the forecast less than it moved its own year", async () => {
    // Five months of 2021 at less than half.
    const closed = VALUES.map((value, t) => (t >= 42 && t < 47 ? Math.round(value * 4) / 10 : value));
    const answer = await ask("outlook", asked(closed));
    const plain = await ask("outlook", asked(VALUES));
    expect(codesOf(answer)).toContain("unusualSpell");
    const lost = 1 - sum(closed.slice(36, 48)) / sum(VALUES.slice(36, 48));
    expect(lost).toBeGreaterThan(0.2);
    near(answer.forecast.median, plain.forecast.median, lost / 3);
  });

  test("22: a year to date that leaves an impossible month is shown as it is", async () => {
    // December by subtraction is three times a usual one.
    const totals = runningTotals(VALUES);
    const jump = totals.with(71, Math.round(10 * ((totals[70] as number) + 3 * (VALUES[71] as number))) / 10);
    const answer = await ask("outlook", {
      ...asked([]),
      history: { start: "2018-01", values: jump, cumulative: true },
    });
    const found = answer.notes.filter(({ code }) => code === "outliersSetAside" || code === "latestUnusual");
    expect(found.map(({ message }) => message).join()).toMatch(/December 2023/);
    // It counts in the year that it was booked in.
    expect(answer.figures.priorFullYear?.value).toBeCloseTo(jump[71] as number, 6);
  });

  test("28: the day more of a leap year is no growth", async () => {
    // Ten a day, whatever the month.
    const perDay = Array.from(
      { length: 97 },
      (_, t) => new Date(Date.UTC(2016 + Math.floor(t / 12), (t % 12) + 1, 0)).getUTCDate() * 10,
    );
    const { forecast } = await ask("forecast", {
      geography: "Germany",
      history: { start: "2016-01", values: perDay },
    });
    expect(forecast.path.map(({ period }) => period)[1]).toBe("2024-02");
    // 29 days in 2024; a season of months alone would say 282.5 or less.
    near(forecast.path[1]?.value as number, 290, 0.015);
    near(forecast.median, 3660, 0.01);
  });
});

describe("the distribution", () => {
  test("32: however rough the history and however little is left, no bound is below what is booked", async () => {
    for (const count of [73, 77, 83]) {
      const { figures, forecast } = await ask(
        "outlook",
        asked(months(count, { noise: 0.9 }), { levels: ["99%"] }),
      );
      const booked = figures.ytd?.value as number;
      expect(forecast.tier).toBe("history");
      for (const { value } of forecast.quantiles) expect(value).toBeGreaterThan(booked);
      for (const { cumulativeLower = booked } of forecast.path.slice(count % 12))
        expect(cumulativeLower).toBeGreaterThanOrEqual(booked);
      for (const { lower = 0 } of forecast.path) expect(lower).toBeGreaterThanOrEqual(0);
    }
  });

  test("33: no mean is told, of this year or the next", async () => {
    const answer = await ask("outlook", asked(VALUES, { horizon: 20, backtest: true }));
    const { backtest: _, ...forecast } = answer.forecast;
    expect(JSON.stringify(forecast)).not.toMatch(/"mean/i);
    expect(Object.keys(forecast.horizon?.nextFullYear ?? {})).toContain("median");
  });

  test("35: earlier years are scored against what they are known to have come to today", async () => {
    const answer = await ask("outlook", asked(VALUES, { backtest: true }));
    const { years } = answer.forecast.backtest as { years: { fiscalYear: number; fullYear: number }[] };
    for (const { fiscalYear, fullYear } of years) {
      const start = (fiscalYear - 2018) * 12;
      expect(fullYear).toBeCloseTo(sum(VALUES.slice(start, start + 12)), 6);
    }
  });
});
