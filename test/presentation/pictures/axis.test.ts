import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { periodTicks, valueAxis } from "../../../src/presentation/pictures/axis.ts";
import { textWidth } from "../../../src/presentation/pictures/text-width.ts";

const axisOf = (values: readonly number[], fromZero = true) =>
  valueAxis({ values, fromZero, range: [100, 0], count: 5, lang: "vi", fontSize: 10 });

describe("valueAxis", () => {
  test("few round amounts in the language", () => {
    expect(axisOf([290, 1332]).ticks.map(({ label }) => label)).toEqual([
      "0",
      "200",
      "400",
      "600",
      "800",
      "1.000",
      "1.200",
      "1.400",
    ]);
    expect(axisOf([0.2, 1.1]).ticks.at(-1)?.label).toBe("1,2");
    expect(axisOf([98, 103], false).ticks[0]?.value).toBeGreaterThan(90);
  });

  test("every amount finds its place, the larger the higher", () => {
    const amounts = fc.array(
      fc.double({ min: -1e15, max: 1e15, noNaN: true }).filter((x) => x === 0 || Math.abs(x) > 1e-9),
      {
        minLength: 1,
        maxLength: 9,
      },
    );
    fc.assert(
      fc.property(amounts, fc.boolean(), (values, fromZero) => {
        const axis = axisOf(values, fromZero);
        for (const value of values) {
          const at = axis.position(value);
          expect(at >= -1e-6 && at <= 100 + 1e-6, `${value} at ${at}`).toBe(true);
        }
        expect(new Set(axis.ticks.map(({ label }) => label)).size).toBe(axis.ticks.length);
        expect(axis.ticks.length).toBeLessThan(14);
      }),
    );
  });

  test("no mark of a level stands on the ends of the axis, unless on zero", () => {
    for (const values of [
      [48, 60],
      [98, 108],
      [-5, 40],
    ]) {
      const { position } = axisOf(values, false);
      expect(position(Math.max(...values))).toBeGreaterThan(2);
      expect(position(Math.min(...values))).toBeLessThan(98);
    }
    expect(axisOf([0, 40], false).ticks[0]?.value).toBe(0);
  });

  test("one amount alone has room around it", () => {
    for (const value of [0, 5, -5, 1e-7, 3e-323]) {
      const at = axisOf([value], false).position(value);
      expect(at).toBeGreaterThanOrEqual(0);
      expect(at).toBeLessThanOrEqual(100);
    }
  });
});

describe("periodTicks", () => {
  const year = Array.from({ length: 12 }, (_, month) => `2024-${String(month + 1).padStart(2, "0")}`);
  const placed = (periods: readonly string[], width: number) =>
    periods.map((period, index) => ({ period, at: 20 + (width * index) / (periods.length - 1) }));
  const ticks = (periods: readonly string[], width: number, hasYears = false) =>
    periodTicks(placed(periods, width), { lang: "en", fontSize: 10, within: [0, width + 40], hasYears });

  test("every month where there is room, fewer where there is none, none touching", () => {
    expect(ticks(year, 600).map(({ label }) => label)).toHaveLength(12);
    expect(ticks(year, 150).map(({ label }) => label)).toEqual(["Jan", "Mar", "May", "Jul", "Sep", "Nov"]);
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 900 }), fc.integer({ min: 2, max: 48 }), (width, count) => {
        const some = ticks(
          Array.from(
            { length: count },
            (_, at) => `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`,
          ),
          width,
          true,
        );
        for (const [index, tick] of some.entries()) {
          const before = some[index - 1];
          if (before)
            expect(tick.at - before.at).toBeGreaterThan(
              (textWidth(tick.label, 10) + textWidth(before.label, 10)) / 2,
            );
        }
      }),
    );
  });

  test("a fiscal year names both calendar years where they begin", () => {
    const fiscal = [...year.slice(3), "2025-01", "2025-02", "2025-03"];
    expect(
      ticks(fiscal, 600, true).flatMap(({ label, year: name }) => (name ? [[label, name]] : [])),
    ).toEqual([
      ["Apr", "2024"],
      ["Jan", "2025"],
    ]);
    // January is left out, so the next label tells the year.
    expect(ticks(fiscal, 150, true).flatMap(({ year: name }) => (name ? [name] : []))).toEqual([
      "2024",
      "2025",
    ]);
  });
});
