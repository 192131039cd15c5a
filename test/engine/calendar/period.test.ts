import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  calendarMonth,
  elapsedMonths,
  fiscalPosition,
  lastDayOf,
  periodLabel,
  remainingLabels,
  throughLabel,
} from "../../../src/engine/calendar/period.ts";
import { workingDays } from "../../../src/engine/calendar/working-days.ts";
import { positions } from "../../identities/drawn.ts";

describe("fiscal positions", () => {
  test("a label leads back to its position, whatever month the year starts in", () => {
    fc.assert(
      fc.property(positions, (position) => {
        expect(
          fiscalPosition({ through: throughLabel(position), fiscalYearStart: position.startMonth }),
        ).toEqual(position);
        const labels = remainingLabels(position);
        expect(labels).toHaveLength(position.periodsPerYear - position.elapsed);
        if (labels.length > 0) expect(labels[0]).toBe(periodLabel(position, position.elapsed));
      }),
    );
  });

  test("twelve months of a fiscal year are twelve calendar months in a row", () => {
    fc.assert(
      fc.property(positions, (position) => {
        const months = Array.from({ length: 12 }, (_, index) => calendarMonth(position, index));
        const counted = months.map(({ year, month }) => year * 12 + month);
        expect(counted).toEqual(counted.map((_, index) => (counted[0] as number) + index));
        expect(months[0]).toEqual({ year: position.year, month: position.startMonth });
      }),
    );
  });

  test.each([
    ["2024-02", 1, "2024-02-29"],
    ["2023-02", 1, "2023-02-28"],
    ["2024-Q4", 1, "2024-12-31"],
    ["2024-Q4", 4, "2025-03-31"],
    ["2024-03", 4, "2024-03-31"],
  ])("%s of a year from month %i ends on %s", (through, fiscalYearStart, day) => {
    expect(lastDayOf(fiscalPosition({ through, fiscalYearStart }))).toBe(day);
  });

  test("a quarter is three months", () => {
    for (const quarter of [1, 2, 3, 4])
      expect(elapsedMonths(fiscalPosition({ through: `2024-Q${quarter}`, fiscalYearStart: 1 }))).toBe(
        quarter * 3,
      );
  });

  test("a count of months means itself, as number or text, and letters' case and blanks do not matter", () => {
    const four = fiscalPosition({ through: "2024-04", fiscalYearStart: 1 });
    for (const through of [4, "4", "04"])
      expect(fiscalPosition({ through, year: 2024, fiscalYearStart: 1 })).toEqual(four);
    expect(fiscalPosition({ through: " 2024-04 ", fiscalYearStart: 1 })).toEqual(four);
    expect(fiscalPosition({ through: "2024-q2", fiscalYearStart: 1 })).toEqual(
      fiscalPosition({ through: "2024-Q2", fiscalYearStart: 1 }),
    );
  });

  test.each(["2024-00", "2024-13", "2024-4", "2024-Q0", "2024-Q5", "", "x", "2024-04-01"])(
    "%j is no period",
    (through) => {
      expect(() => fiscalPosition({ through, fiscalYearStart: 1 })).toThrow(/period|quarter/);
    },
  );

  test.each([0, 13, 1.5, Number.NaN])("%f is no number of months, with or without a year", (through) => {
    expect(() => fiscalPosition({ through, year: 2024, fiscalYearStart: 1 })).toThrow(/from 1 to 12/);
    expect(() => fiscalPosition({ through, fiscalYearStart: 1 })).toThrow(/from 1 to 12/);
  });

  test("years far away are no years", () => {
    for (const through of ["1899-12", "2201-01", "1899-Q4"])
      expect(() => fiscalPosition({ through, fiscalYearStart: 1 })).toThrow(/1900 to 2200/);
    for (const year of [1899, 2201, 2024.5])
      expect(() => fiscalPosition({ through: 4, year, fiscalYearStart: 1 })).toThrow(/1900 to 2200/);
  });
});

describe("working days", () => {
  const january = { startMonth: 1 };

  test("Mondays to Fridays, as counted one by one", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1990, max: 2050 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 11 }),
        (year, startMonth, from) => {
          let naive = 0;
          const { year: calendarYear, month } = calendarMonth({ year, startMonth }, from);
          const end = Date.UTC(year + 1, startMonth - 1, 1);
          for (let day = Date.UTC(calendarYear, month - 1, 1); day < end; day += 86_400_000) {
            const weekday = new Date(day).getUTCDay();
            if (weekday !== 0 && weekday !== 6) naive += 1;
          }
          expect(workingDays({ year, startMonth }, from, 11, undefined)).toBe(naive);
        },
      ),
    );
  });

  test.each([
    // Year, first and last month, Tet, Mondays to Fridays, of which holidays: counted on a calendar by hand.
    [2024, 1, 1, ["2024-02-10"], 21, 3],
    [2024, 8, 8, ["2024-02-10"], 21, 1],
    [2024, 3, 4, ["2024-02-10"], 45, 2],
    [2023, 0, 0, ["2023-01-22"], 22, 3],
    [2025, 8, 8, [], 22, 2],
  ])("%i, months %i to %i: %j", (year, from, through, tet, weekdays, holidays) => {
    expect(workingDays({ ...january, year }, from, through, undefined)).toBe(weekdays);
    expect(workingDays({ ...january, year }, from, through, tet)).toBe(weekdays - holidays);
  });

  test("a leap day on a weekday is one more day of February", () => {
    expect(
      workingDays({ year: 2024, startMonth: 1 }, 1, 1, undefined) -
        workingDays({ year: 2023, startMonth: 1 }, 1, 1, undefined),
    ).toBe(1);
  });

  test("a fiscal year across New Year has the holidays of both years", () => {
    const days = (tet: readonly string[] | undefined) =>
      workingDays({ year: 2023, startMonth: 10 }, 0, 11, tet);
    // 1 January, 30 April, 1 May and 2 September 2024 are weekdays; 1 September is a Sunday.
    expect(days(undefined) - days([])).toBe(4);
    // The eve of Tet was a Friday, its second and third day a Monday and a Tuesday.
    expect(days([]) - days(["2024-02-10"])).toBe(3);
  });
});
