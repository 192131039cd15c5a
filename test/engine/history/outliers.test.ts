import { describe, expect, test } from "vitest";
import { searchOutliers } from "../../../src/engine/history/outliers.ts";
import { seasonalSeries } from "./random.ts";

const SERIES = 40;
const COUNT = 120;
/** A level that stands, one that walks, and both with noise, in logs. */
const KINDS = [
  { name: "noise", walk: 0, noise: 0.05 },
  { name: "walk", walk: 0.05, noise: 0 },
  { name: "both", walk: 0.03, noise: 0.03 },
];
const drawn = (kind: { walk: number; noise: number }): Float64Array[] =>
  Array.from({ length: SERIES }, (_, seed) => seasonalSeries({ seed: 100 + seed, count: COUNT, ...kind }));
const period = 12;
const changed = (values: Float64Array, change: (value: number, t: number) => number): Float64Array =>
  values.map(change);
const indicesOf = (values: Float64Array): number[] =>
  searchOutliers({ values, period }).setAside.map(({ index }) => index);

describe("ordinary series", () => {
  test.each(KINDS)("fewer than one month in 300 is set aside: $name", (kind) => {
    const found = drawn(kind).reduce((sum, values) => sum + indicesOf(values).length, 0);
    expect(found).toBeLessThan((SERIES * COUNT) / 300);
  });

  test("what is not set aside is what came in", () => {
    const values = seasonalSeries({ seed: 1, count: COUNT, walk: 0.02, noise: 0.02 });
    expect(searchOutliers({ values, period })).toEqual({ values, setAside: [], latest: [] });
  });
});

describe("a freak", () => {
  test.each(KINDS)("of three times or a third of the usual is found wherever it stands: $name", (kind) => {
    for (const [k, values] of drawn(kind).entries()) {
      const at = 6 + ((k * 17) % (COUNT - 12));
      const factor = k % 2 === 0 ? 3 : 1 / 3;
      const { setAside, values: cleaned } = searchOutliers({
        values: changed(values, (value, t) => (t === at ? value * factor : value)),
        period,
      });
      expect(setAside.map(({ index }) => index)).toContain(at);
      expect(Math.abs(Math.log((cleaned[at] as number) / (values[at] as number)))).toBeLessThan(0.35);
    }
  });

  test("around zero, in levels", () => {
    const values = Float64Array.from(
      { length: 72 },
      (_, t) => 5 * Math.sin((2 * Math.PI * t) / 12) + (t % 5) / 5,
    );
    values[30] = 60;
    expect(indicesOf(values)).toEqual([30]);
  });

  test("a spell of three months is set aside whole", () => {
    const values = seasonalSeries({ seed: 8, count: COUNT, walk: 0, noise: 0.03 });
    const lockdown = changed(values, (value, t) => (t >= 63 && t <= 65 ? value * 0.3 : value));
    expect(indicesOf(lockdown)).toEqual([63, 64, 65]);
  });

  test("among the latest three months is told and kept", () => {
    const values = seasonalSeries({ seed: 8, count: COUNT, walk: 0, noise: 0.03 });
    values[COUNT - 1] = (values[COUNT - 1] as number) / 3;
    const found = searchOutliers({ values, period });
    expect(found.setAside).toEqual([]);
    expect(found.values).toEqual(values);
    expect(found.latest.map(({ index }) => index)).toEqual([COUNT - 1]);
  });
});

describe("no outliers", () => {
  test("in a lasting change of level, wherever it comes", () => {
    let found = 0;
    for (let at = 12; at < COUNT - 3; at++) {
      const values = changed(seasonalSeries({ seed: at, count: COUNT, walk: 0, noise: 0.03 }), (value, t) =>
        t >= at ? value * 0.5 : value,
      );
      const indices = indicesOf(values);
      expect(indices.filter((index) => Math.abs(index - at) <= 6)).toEqual([]);
      found += indices.length;
    }
    expect(found).toBeLessThan(((COUNT - 15) * COUNT) / 300);
  });

  test("below four years, and in values that are all alike", () => {
    expect(indicesOf(Float64Array.from({ length: 47 }, (_, t) => (t === 20 ? 900 : 10)))).toEqual([]);
    expect(indicesOf(new Float64Array(60).fill(7))).toEqual([]);
    expect(indicesOf(new Float64Array(60))).toEqual([]);
  });

  test("in a series so rough that every tenth month is one", () => {
    const values = seasonalSeries({ seed: 4, count: COUNT, walk: 0, noise: 0.02 });
    const rough = changed(values, (value, t) => (t % 10 === 4 ? value * (t % 20 === 4 ? 4 : 0.25) : value));
    expect(indicesOf(rough)).toEqual([]);
  });
});
