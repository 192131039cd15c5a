import { describe, expect, test } from "vitest";
import calendar from "../../../data/calendars/tet.json" with { type: "json" };
import {
  HOLIDAY_WEEK,
  holidayInJanuary,
  holidayInMonth,
  MEAN_HOLIDAY_IN_JANUARY,
  tetWindowDays,
} from "../../../src/engine/calendar/tet.ts";

const BEFORE = { first: -15, last: -3 };
const AFTER = { first: 5, last: 14 };
const years = Object.keys(calendar.dates).map(Number);

describe("days of the windows before, during and after Tet", () => {
  test.each([
    { year: 2021, before: [4, 9], during: [0, 7], after: [0, 10, 0] },
    { year: 2022, before: [13, 0], during: [2, 5], after: [0, 10, 0] },
    { year: 2023, before: [13, 0], during: [7, 0], after: [5, 5, 0] },
    { year: 2024, before: [6, 7], during: [0, 7], after: [0, 10, 0] },
    { year: 2025, before: [13, 0], during: [5, 2], after: [0, 10, 0] },
    { year: 2026, before: [0, 13], during: [0, 7], after: [0, 7, 3] },
    { year: 2027, before: [10, 3], during: [0, 7], after: [0, 10, 0] },
  ])("$year", ({ year, before, during, after }) => {
    const days = (window: { first: number; last: number }): (number | undefined)[] => {
      const found = tetWindowDays(calendar, { year, ...window });
      return [found?.january, found?.february, found?.march];
    };
    expect(days(BEFORE).slice(0, 2)).toEqual(before);
    expect(days(HOLIDAY_WEEK).slice(0, 2)).toEqual(during);
    expect(days(AFTER)).toEqual(after);
  });
});

test("month means over 1990-2050", () => {
  const mean = (window: { first: number; last: number }, month: "january" | "february" | "march"): number =>
    years.reduce((sum, year) => {
      const days = tetWindowDays(calendar, { year, ...window });
      return sum + (days?.[month] ?? Number.NaN) / (days?.total ?? Number.NaN);
    }, 0) / years.length;
  expect(mean(BEFORE, "january")).toBeCloseTo(0.673392, 6);
  expect(mean(BEFORE, "february")).toBeCloseTo(0.326608, 6);
  expect(mean(HOLIDAY_WEEK, "january")).toBeCloseTo(0.344262, 6);
  expect(mean(HOLIDAY_WEEK, "january")).toBeCloseTo(MEAN_HOLIDAY_IN_JANUARY, 12);
  expect(mean(AFTER, "january")).toBeCloseTo(0.068852, 6);
  expect(mean(AFTER, "february")).toBeCloseTo(0.883607, 6);
  expect(mean(AFTER, "march")).toBeCloseTo(0.047541, 6);
});

test("no window leaves January to March, and every day of it is counted once", () => {
  for (const year of years)
    for (const window of [BEFORE, HOLIDAY_WEEK, AFTER]) {
      const days = tetWindowDays(calendar, { year, ...window });
      expect((days?.january ?? 0) + (days?.february ?? 0) + (days?.march ?? 0)).toBe(days?.total);
    }
});

test("the years in which the Chinese calendar of Intl misleads", () => {
  expect(calendar.dates["2027"]).toBe("2027-02-06");
  expect(calendar.dates["2030"]).toBe("2030-02-02");
});

test("a year outside the table is not known, not guessed", () => {
  expect(holidayInJanuary(calendar, 1980)).toBeUndefined();
});

describe("the holiday week by month, less its mean", () => {
  const held = (year: number, month: number): number => holidayInMonth(calendar, { year, month });

  test.each([
    { year: 2022, january: 2 / 7 - 0.344262 },
    { year: 2023, january: 1 - 0.344262 },
    { year: 2024, january: -0.344262 },
    { year: 2025, january: 5 / 7 - 0.344262 },
  ])("$year", ({ year, january }) => {
    expect(held(year, 1)).toBeCloseTo(january, 6);
    expect(held(year, 2)).toBe(-held(year, 1));
  });

  test("it averages to nothing over 1990-2050, and no other month has any", () => {
    for (const month of [1, 2])
      expect(years.reduce((sum, year) => sum + held(year, month), 0) / years.length).toBeCloseTo(0, 12);
    for (const year of years) for (let month = 3; month <= 12; month++) expect(held(year, month)).toBe(0);
  });

  test("nothing is said of a year outside the table", () => {
    expect(held(1980, 1)).toBeCloseTo(0, 12);
    expect(held(1980, 2)).toBeCloseTo(0, 12);
  });
});
