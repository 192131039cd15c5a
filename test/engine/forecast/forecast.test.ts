import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Evidence, INDICATOR_CLASSES, type PastYear } from "../../../src/engine/forecast/evidence.ts";
import type { ForecastAnswer } from "../../../src/engine/forecast/forecast.ts";
import { forecast } from "./fixtures.ts";

const interval = (
  { distribution }: Pick<ForecastAnswer, "distribution">,
  level: number,
): [number, number] => [distribution.quantile((1 - level) / 2), distribution.quantile((1 + level) / 2)];

describe("what came in Kien Giang", () => {
  const output: Partial<Evidence> = {
    indicatorClass: "industrialOutput",
    fiscalYear: 2023,
    elapsed: 5,
    ytd: 17.8053,
    plan: 48.18,
    growth: 0.1,
    priorFullYear: 44.61,
  };
  const came = 49.496;

  test("industrial output of 2023 from its five months lies inside the 80% interval", () => {
    const answer = forecast(output);
    const [lower, upper] = interval(answer, 0.8);
    expect(lower).toBeLessThan(came);
    expect(upper).toBeGreaterThan(came);
    expect(answer.tier).toBe("growth");
    const planned = answer.planWeighted;
    expect(planned?.distribution.quantile(0.1)).toBeLessThan(came);
    expect(planned?.distribution.quantile(0.9)).toBeGreaterThan(came);
  });

  test("the linear pace, 42.73, misses by more than the forecast does", () => {
    const median = forecast(output).distribution.median;
    expect(Math.abs(median - came)).toBeLessThan(Math.abs((17.8053 / 5) * 12 - came));
  });

  test("exports of 2024 from four months: the plan of 920 is neither sure nor lost", () => {
    const answer = forecast({ ytd: 290, plan: 920, growth: 0.2126, priorFullYear: 860 });
    const probability = answer.distribution.survival(920);
    expect(probability).toBeGreaterThan(0.1);
    expect(probability).toBeLessThan(0.9);
    expect(answer.distribution.survival(1000)).toBeLessThan(probability);
  });
});

describe("tiers by what is known", () => {
  const past: PastYear[] = [
    { fiscalYear: 2022, ytd: 230, fullYear: 790 },
    { fiscalYear: 2023, ytd: 239, fullYear: 860 },
  ];
  test.each<[string, Partial<Evidence>]>([
    ["snapshot", {}],
    ["snapshot", { plan: 920 }],
    ["growth", { growth: 0.2 }],
    ["growth", { priorFullYear: 860 }],
    ["growth", { priorYtd: 239, priorFullYear: 860 }],
    ["shares", { past }],
    ["shares", { past: past.slice(0, 1) }],
    ["growth", { past: past.slice(1) }],
  ])("%s", (tier, known) => {
    expect(forecast(known).tier).toBe(tier);
  });

  test("the order of past years does not matter, and no later year is looked at", () => {
    const later = { fiscalYear: 2025, ytd: 1, fullYear: 1000 };
    const known = { growth: 0.2, priorFullYear: 860 };
    const inOrder = forecast({ ...known, past }).distribution;
    const shuffled = forecast({ ...known, past: [later, ...past.toReversed()] }).distribution;
    expect(shuffled.quantile(0.2)).toBe(inOrder.quantile(0.2));
  });

  test("growth and last year's same period are one fact", () => {
    const byGrowth = forecast({ growth: 0.25, priorFullYear: 860 }).distribution;
    const byBase = forecast({ priorYtd: 290 / 1.25, priorFullYear: 860 }).distribution;
    expect(byGrowth.median).toBeCloseTo(byBase.median, 9);
  });

  test("the number from data alone does not move with the plan", () => {
    const low = forecast({ plan: 500, growth: 0.2, priorFullYear: 860 });
    const high = forecast({ plan: 1500, growth: 0.2, priorFullYear: 860 });
    expect(low.distribution.quantile(0.3)).toBe(high.distribution.quantile(0.3));
    expect(low.planWeighted?.distribution.median).toBeLessThan(high.planWeighted?.distribution.median ?? 0);
  });

  test("nothing known beside a year without anything booked is refused by name", () => {
    expect(() => forecast({ ytd: 0 })).toThrow(
      expect.objectContaining({ code: "notEnoughKnown", path: "ytd" }),
    );
    expect(forecast({ ytd: 0, priorFullYear: 860 }).distribution.median).toBeGreaterThan(0);
    // A plan alone would be repeated as if it were a forecast.
    expect(() => forecast({ ytd: 0, plan: 920 })).toThrow(
      expect.objectContaining({ code: "notEnoughKnown" }),
    );
  });

  test("one month of growth hardly counts, and is said to", () => {
    const calm = forecast({ elapsed: 1, ytd: 60, growth: 0, priorFullYear: 860 });
    const wild = forecast({ elapsed: 1, ytd: 90, growth: 0.5, priorFullYear: 860 });
    const moved = Math.log((wild.distribution.median - 90) / (calm.distribution.median - 60)) / Math.log(1.5);
    expect(moved).toBeLessThan(0.45);
    expect(wild.assumptions.map((a) => a.code)).toContain("firstMonth");
  });
});

const amount = fc.double({ min: 0.01, max: 1e6, noNaN: true });
const known = fc.record(
  {
    indicatorClass: fc.constantFrom(...INDICATOR_CLASSES),
    fiscalYear: fc.integer({ min: 1985, max: 2060 }),
    fiscalYearStart: fc.integer({ min: 1, max: 12 }),
    elapsed: fc.integer({ min: 1, max: 11 }),
    ytd: amount,
    plan: amount,
    growth: fc.double({ min: -0.9, max: 5, noNaN: true }),
    priorYtd: amount,
    priorFullYear: amount,
    observesTet: fc.boolean(),
    past: fc.array(
      fc.record({
        fiscalYear: fc.integer({ min: 2000, max: 2023 }),
        ytd: fc.oneof(amount, fc.constant(0)),
        fullYear: amount,
      }),
      {
        maxLength: 6,
      },
    ),
  },
  { requiredKeys: ["ytd", "elapsed"] },
);
const LEVELS = [0.001, 0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975, 0.999];

describe("whatever is known", () => {
  test("quantiles increase, nothing falls below what is booked, and what is booked is certain", () => {
    fc.assert(
      fc.property(known, (some) => {
        const answer = forecast(some);
        for (const { distribution } of [
          answer,
          ...(answer.planWeighted === undefined ? [] : [answer.planWeighted]),
        ]) {
          const quantiles = LEVELS.map((level) => distribution.quantile(level));
          quantiles.forEach((value, i) => {
            expect(Number.isFinite(value)).toBe(true);
            expect(value).toBeGreaterThanOrEqual(some.ytd);
            if (i > 0) expect(value).toBeGreaterThanOrEqual(quantiles[i - 1] as number);
          });
          expect(distribution.survival(some.ytd)).toBe(1);
          expect(distribution.survival(distribution.median)).toBeCloseTo(0.5, 6);
        }
        const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
        expect(sum(answer.members.map((m) => m.weight))).toBeCloseTo(1, 9);
      }),
      { numRuns: 500 },
    );
  });

  test("another unit scales the amounts and nothing else", () => {
    fc.assert(
      fc.property(known, fc.constantFrom(1e-3, 7, 1000), (some, unit) => {
        const scaled = {
          ...some,
          ytd: some.ytd * unit,
          ...(some.plan === undefined ? {} : { plan: some.plan * unit }),
          ...(some.priorYtd === undefined ? {} : { priorYtd: some.priorYtd * unit }),
          ...(some.priorFullYear === undefined ? {} : { priorFullYear: some.priorFullYear * unit }),
          ...(some.past === undefined
            ? {}
            : {
                past: some.past.map((year) => ({
                  ...year,
                  ytd: year.ytd * unit,
                  fullYear: year.fullYear * unit,
                })),
              }),
        };
        const one = forecast(some);
        const other = forecast(scaled);
        for (const level of LEVELS)
          expect(other.distribution.quantile(level) / (unit * one.distribution.quantile(level))).toBeCloseTo(
            1,
            6,
          );
        expect(other.remainderScale).toBeCloseTo(one.remainderScale, 9);
        expect(other.askFor).toBe(one.askFor);
        expect(other.members.map((m) => m.method)).toEqual(one.members.map((m) => m.method));
      }),
    );
  });
});
