import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOfDate } from "../../../src/engine/calendar/day-of-date.ts";
import { dayAfter, monthsBetween } from "../../../src/engine/calendar/months-between.ts";
import { EngineError } from "../../../src/engine/engine-error.ts";

const days = fc
  .integer({ min: Date.UTC(1990, 0, 1) / 86_400_000, max: Date.UTC(2060, 11, 31) / 86_400_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));

describe("a day of the calendar", () => {
  test.each([
    ["2024-02", "2024-02-29"],
    ["2023-02", "2023-02-28"],
    ["2024-Q3", "2024-09-30"],
    [" 2024-09-30 ", "2024-09-30"],
    ["2025", "2025-12-31"],
    ["2025-Q2", "2025-06-30"],
  ])("%s is %s", (text, day) => {
    expect(dayOfDate(text, "asOf")).toBe(day);
  });

  test.each([
    "",
    "9",
    "12",
    "2024-13",
    "2024-00",
    "2024-Q5",
    "2024-02-30",
    "2025-01-00",
    "20250701",
    "30/9/2024",
    "1899",
    "2201-01-01",
    "soon",
  ])("%j is refused", (text) => {
    expect(() => dayOfDate(text, "asOf")).toThrow(EngineError);
  });

  test("months between two days add up, and a day is found again from its distance", () => {
    fc.assert(
      fc.property(days, days, days, (a, b, c) => {
        expect(monthsBetween(a, b) + monthsBetween(b, c)).toBeCloseTo(monthsBetween(a, c), 8);
        expect(Math.sign(monthsBetween(a, b))).toBe(Math.sign(Date.parse(b) - Date.parse(a)));
        expect(dayAfter(a, monthsBetween(a, b))).toBe(b);
      }),
    );
  });

  test("ends of months are whole months apart", () => {
    expect(monthsBetween("2024-01-31", "2024-02-29")).toBe(1);
    expect(monthsBetween("2023-12-31", "2025-06-30")).toBe(18);
  });
});
