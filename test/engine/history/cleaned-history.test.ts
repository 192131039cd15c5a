import { describe, expect, test } from "vitest";
import { cleanedHistory } from "../../../src/engine/history/cleaned-history.ts";
import { searchLevelShifts } from "../../../src/engine/history/level-shift.ts";
import { seasonalSeries } from "./random.ts";

const COUNT = 120;
const FIRST = 2015 * 12;
const quiet = (seed: number): Float64Array => seasonalSeries({ seed, count: COUNT, walk: 0, noise: 0.03 });
const cleaned = (values: Float64Array) =>
  cleanedHistory({ periodsPerYear: 12, first: FIRST, values, filled: [] });

describe("level shifts", () => {
  test("fewer than one in 300 months of series without any", () => {
    let found = 0;
    for (let seed = 0; seed < 40; seed++) {
      const values = seasonalSeries({ seed: 200 + seed, count: COUNT, walk: 0.03, noise: 0.03 });
      found += searchLevelShifts({ values, period: 12 }).length;
    }
    expect(found).toBeLessThan((40 * COUNT) / 300);
  });

  test("a fall to 0.6 is found where it came, and the history stays", () => {
    for (const at of [30, 47, 66, 101]) {
      const values = quiet(at).map((value, t) => (t >= at ? value * 0.6 : value));
      const { history, remarks } = cleaned(values);
      expect(history.values.slice(at, at + 6)).toEqual(values.slice(at, at + 6));
      const [remark, ...others] = remarks.filter(({ code }) => code !== "outliersSetAside");
      expect(others).toEqual([]);
      if (remark?.code !== "levelShift") throw new Error("no shift");
      expect(remark.values.period).toBe(FIRST + at);
      expect(remark.values.after / remark.values.before).toBeCloseTo(0.6, 1);
    }
  });

  test("steady growth is no shift", () => {
    const values = quiet(1).map((value, t) => value * Math.exp(0.02 * t));
    expect(searchLevelShifts({ values, period: 12 })).toEqual([]);
  });

  test("eight months at half the level and back are a spell", () => {
    const { history, remarks } = cleaned(quiet(2).map((value, t) => (t >= 60 && t < 68 ? value / 2 : value)));
    expect(remarks.map(({ code }) => code)).toEqual(["unusualSpell"]);
    expect(remarks[0]?.values).toMatchObject({ from: FIRST + 60, to: FIRST + 67 });
    const usual = quiet(2)[63] as number;
    expect(Math.abs((history.values[63] as number) / usual - 1)).toBeLessThan(0.2);
  });
});

describe("a fall that is made good little by little", () => {
  const RECOVERY = [0.55, 0.5, 0.5, 0.5, 0.5, 0.55, 0.6, 0.65, 0.8, 0.9];

  test("is a spell up to where more than half was made good, not a lasting level", () => {
    const { remarks } = cleaned(quiet(5).map((value, t) => value * (RECOVERY[t - 60] ?? 1)));
    const [remark, ...others] = remarks.filter(({ code }) => code !== "outliersSetAside");
    expect(others).toEqual([]);
    expect(remark?.code).toBe("unusualSpell");
    expect(remark?.values).toMatchObject({ from: FIRST + 60, to: FIRST + 67 });
  });
});

describe("remarks", () => {
  test("of the outliers with their periods, of the latest value by itself", () => {
    const values = quiet(3);
    values[50] = (values[50] as number) * 3;
    values[COUNT - 2] = (values[COUNT - 2] as number) * 3;
    const { history, remarks } = cleaned(values);
    expect(remarks.map(({ code }) => code)).toEqual(["outliersSetAside", "latestUnusual"]);
    expect(remarks[0]?.values).toMatchObject({
      count: 1,
      outliers: [{ period: FIRST + 50, value: values[50] }],
    });
    expect(remarks[1]?.values).toMatchObject({ period: FIRST + COUNT - 2, value: values[COUNT - 2] });
    expect(history.values[COUNT - 2]).toBe(values[COUNT - 2]);
  });
});
