import fc from "fast-check";
import { describe, expect, test } from "vitest";
import calendar from "../../../data/calendars/tet.json" with { type: "json" };
import priors from "../../../data/priors/calendar.json" with { type: "json" };
import { monthComposition } from "../../../src/engine/calendar/month-composition.ts";
import { holidayInMonth } from "../../../src/engine/calendar/tet.ts";
import { type CalendarAsk, calendarEffects } from "../../../src/engine/history/calendar-effects.ts";
import { normalDraws } from "./random.ts";

const FIRST = { year: 2012, month: 1 };
const monthAt = (i: number, first = FIRST): { year: number; month: number } => ({
  year: first.year + Math.floor((first.month - 1 + i) / 12),
  month: ((first.month - 1 + i) % 12) + 1,
});
const draws = normalDraws(20261122);
const NOISE = Float64Array.from({ length: 144 }, () => 0.01 * draws());
const noise = (i: number): number => NOISE[i] as number;
const series = (months: number, at: (i: number) => number): Float64Array =>
  Float64Array.from({ length: months }, (_, i) => at(i));
const ask = (values: Float64Array, more: Partial<CalendarAsk> = {}): CalendarAsk => ({
  values,
  first: FIRST,
  indicatorClass: "exports",
  priors,
  ...more,
});
const season = (i: number): number => 7 + 0.005 * i + 0.2 * Math.sin((i * Math.PI) / 6);

describe("a known effect is found", () => {
  test("weekdays and the length of February", () => {
    const planted = (i: number): number =>
      1.1 * monthComposition(monthAt(i), 0) + 0.25 * monthComposition(monthAt(i), 1);
    const effects = calendarEffects(ask(series(144, (i) => season(i) + planted(i) + noise(i))));
    const [length, weekdays] = effects.estimates;
    expect(Math.abs((length?.estimate ?? 0) - 1.1)).toBeLessThan(0.25);
    expect(Math.abs((weekdays?.estimate ?? 0) - 0.25)).toBeLessThan(0.05);
  });

  test("the holiday week, which then is taken out of January and February of the years to come", () => {
    const effects = calendarEffects(
      ask(
        series(120, (i) => season(i) - 0.3 * holidayInMonth(calendar, monthAt(i)) + noise(i)),
        { tet: calendar },
      ),
    );
    const [holiday] = effects.estimates;
    expect(holiday?.regressor).toBe("holidayWeek");
    expect(Math.abs((holiday?.estimate ?? 0) + 0.3)).toBeLessThan(0.03);
    // Tet of 2023 lies on 22 January: the whole week in January.
    expect(effects.effectOf(132)).toBeCloseTo(0.6557377 * (holiday?.estimate ?? 0), 6);
    expect(effects.effectOf(133)).toBeCloseTo(-effects.effectOf(132), 12);
    expect(effects.effectOf(134)).toBeCloseTo(0, 12);
  });
});

test("standard errors are as large as the errors, for effects drawn from the prior and a level that walks", () => {
  const normal = normalDraws(7);
  const { mean, standardDeviation } = priors.holidayWeek.exports;
  const count = 400;
  let squares = 0;
  for (let series = 0; series < count; series++) {
    const effect = mean + standardDeviation * normal();
    let level = 0;
    const values = Float64Array.from({ length: 96 }, (_, i) => {
      level += 0.02 * normal();
      return season(i) + level + 0.025 * normal() + effect * holidayInMonth(calendar, monthAt(i));
    });
    const [found] = calendarEffects(ask(values, { tet: calendar })).estimates;
    squares += (((found?.estimate ?? 0) - effect) / (found?.standardError ?? 0)) ** 2;
  }
  // The standard deviation of this root over 400 draws is .035.
  expect(Math.abs(Math.sqrt(squares / count) - 1)).toBeLessThan(0.12);
});

test("too short a history leaves the prior as it was", () => {
  const { estimates } = calendarEffects(ask(series(23, (i) => season(i) + noise(i) * i)));
  expect(estimates.map(({ estimate }) => estimate)).toEqual(
    Object.values(priors.composition).map(({ mean }) => mean),
  );
  expect(estimates[0]?.standardError).toBeCloseTo(priors.composition.length.standardDeviation, 12);
});

test("one wild month does not decide", () => {
  const clean = series(72, (i) => season(i) - 0.2 * holidayInMonth(calendar, monthAt(i)) + noise(i));
  const wild = clean.slice();
  wild[48] = (wild[48] as number) - 2;
  const [before] = calendarEffects(ask(clean, { tet: calendar })).estimates;
  const [after] = calendarEffects(ask(wild, { tet: calendar })).estimates;
  expect(Math.abs((after?.estimate ?? 0) - (before?.estimate ?? 0))).toBeLessThan(
    priors.holidayWeek.exports.standardDeviation,
  );
});

test("level, slope and season of a series are no calendar effects", () => {
  const values = series(84, noise);
  const plain = calendarEffects(ask(values)).estimates.map(({ estimate }) => estimate);
  fc.assert(
    fc.property(
      fc.double({ min: -10, max: 20, noNaN: true }),
      fc.double({ min: -0.1, max: 0.1, noNaN: true }),
      fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 12, maxLength: 12 }),
      (level, slope, seasonal) => {
        const moved = values.map((v, i) => v + level + slope * i + (seasonal[i % 12] as number));
        calendarEffects(ask(moved)).estimates.forEach(({ estimate }, k) => {
          expect(estimate).toBeCloseTo(plain[k] as number, 8);
        });
      },
    ),
    { numRuns: 50 },
  );
});

test("the calendar month counts, not the place in the history", () => {
  const october = { year: 2012, month: 10 };
  const { effectOf, estimates } = calendarEffects(
    ask(
      series(60, (i) => season(i) + noise(i)),
      { first: october, tet: calendar },
    ),
  );
  // Index 3 is January 2013, index 15 January 2014: Tet on 10 February and on 31 January.
  expect(effectOf(0)).toBe(0);
  expect(effectOf(3)).toBeCloseTo((estimates[0]?.estimate ?? 0) * (0 - 0.3442623), 6);
  expect(effectOf(15)).toBeCloseTo((estimates[0]?.estimate ?? 0) * (3 / 7 - 0.3442623), 6);
});

test("a series that is regular to the last digit is no error", () => {
  const { estimates } = calendarEffects(ask(series(60, (i) => i % 12)));
  for (const { estimate, standardError } of estimates) {
    expect(Math.abs(estimate)).toBeLessThan(1e-3);
    expect(standardError).toBeGreaterThan(0);
  }
});

test("the learned numbers tell where they come from", () => {
  for (const key of ["title", "source", "locator", "licence", "retrieved", "unit", "made"] as const)
    expect(priors[key]).not.toBe("");
});
