import { expect, test } from "vitest";
import { COMPOSITION_REGRESSORS, monthComposition } from "../../../src/engine/calendar/month-composition.ts";

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);
const yearsFrom = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => first + i);

/** The obvious version: every day of the month is looked up. */
function counted(year: number, month: number): number[] {
  const counts = [0, 0, 0, 0, 0, 0, 0];
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  for (let day = 1; day <= days; day++) {
    const weekday = (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7;
    counts[weekday] = (counts[weekday] ?? 0) + 1;
  }
  const [mo = 0, tu = 0, we = 0, th = 0, fr = 0, sa = 0, su = 0] = counts;
  const perMonth = (difference: number): number => difference / 30.4375;
  return [
    Math.log(days),
    perMonth(mo + tu + we + th + fr - 2.5 * (sa + su)),
    perMonth(sa - su),
    perMonth(fr - (mo + tu + we + th) / 4),
    perMonth(mo - (tu + we + th) / 3),
  ];
}

test("every month has the days of the calendar, less their mean over 28 years", () => {
  for (const month of MONTHS) {
    const cycle = yearsFrom(1973, 28).map((year) => counted(year, month));
    for (const year of yearsFrom(1950, 150))
      for (let k = 0; k < COMPOSITION_REGRESSORS.length; k++) {
        const mean = cycle.reduce((sum, regressors) => sum + (regressors[k] as number), 0) / 28;
        expect(monthComposition({ year, month }, k)).toBeCloseTo(
          (counted(year, month)[k] as number) - mean,
          12,
        );
      }
  }
});

test("only February has no fixed length: 29 days are worth 3.5% more than 28", () => {
  const length = (year: number, month: number): number => monthComposition({ year, month }, 0);
  for (const month of MONTHS.filter((m) => m !== 2)) expect(length(2024, month)).toBeCloseTo(0, 12);
  expect(length(2024, 2) - length(2023, 2)).toBeCloseTo(Math.log(29 / 28), 12);
  expect(length(2000, 2)).toBe(length(2024, 2));
  expect(length(2100, 2)).toBe(length(2023, 2));
});

test("a February of 28 days has every weekday four times", () => {
  const february = COMPOSITION_REGRESSORS.map((_, k) => monthComposition({ year: 2023, month: 2 }, k));
  expect(february).toEqual(
    COMPOSITION_REGRESSORS.map((_, k) => monthComposition({ year: 2022, month: 2 }, k)),
  );
});
