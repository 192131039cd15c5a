import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Figure, FigureRole } from "../../../src/engine/figure/figure.ts";
import { parseFigure } from "../../../src/engine/figure/parse-figure.ts";
import {
  type PlaceFigure,
  type RestatedFigure,
  type RestatedKind,
  type RestatedName,
  type RestatedPart,
  restate,
} from "../../../src/engine/geography/restate.ts";

const ROLES: Readonly<Record<PlaceFigure, FigureRole>> = {
  value: "amount",
  growth: "growth",
  prior: "amount",
  index: "amount",
  weight: "amount",
  numerator: "amount",
  denominator: "amount",
};
const figure = (given: number | string, role: FigureRole): Figure => parseFigure(given, { role, path: "x" });
/** Figures of places as they would be told, one list a place. */
const parts = (
  given: readonly Readonly<Partial<Record<PlaceFigure, number | string>>>[],
): readonly RestatedPart[] =>
  given.map((each, index) => ({
    name: `place ${index}`,
    figures: Object.fromEntries(
      Object.entries(each).map(([name, text]) => [name, figure(text, ROLES[name as PlaceFigure])]),
    ),
  }));
const restated = (
  kind: RestatedKind,
  given: Parameters<typeof parts>[0],
  name: RestatedName,
): RestatedFigure => restate(kind, parts(given))[name] as RestatedFigure;

const near = (a: number, b: number): void =>
  expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(a), Math.abs(b)));
const level = fc.integer({ min: 1, max: 1_000_000 });
const growth = fc.integer({ min: -90, max: 300 }).map((percent) => percent / 100);
const places = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(one, { minLength: 1, maxLength: 8 });

describe("levels", () => {
  test("the base of An Giang's plan of 2026 is the level that its growth of 12.26% starts from", () => {
    const {
      value,
      lower = 0,
      upper = 0,
    } = restated("level", [{ value: 71_000 }, { value: 47_044 }], "value");
    expect({ value, lower, upper }).toEqual({ value: 118_044, lower: 118_043, upper: 118_045 });
    expect(Math.abs(value * 1.1226 - 132_516)).toBeLessThan(0.5 * 10);
  });

  test("a hedge of one place is a hedge of the sum", () => {
    expect(restated("level", [{ value: "over 290" }, { value: "410" }], "value")).toEqual({
      value: 700,
      lower: 699.5,
      upper: 701.5,
      from: "sum(value)",
    });
    expect(restated("level", [{ value: "at least 290" }, { value: 410 }], "value")).toEqual({
      value: 700,
      lower: 699.5,
      from: "sum(value)",
    });
  });
});

describe("growth", () => {
  test("restating levels and then growing is the growth of the restated levels", () => {
    fc.assert(
      fc.property(places(fc.record({ value: level, prior: level })), (given) => {
        const now = restated(
          "level",
          given.map(({ value }) => ({ value })),
          "value",
        ).value;
        const before = restated(
          "level",
          given.map(({ prior }) => ({ value: prior })),
          "value",
        ).value;
        near(restated("growth", given, "growth").value, now / before - 1);
        const rates = given.map(({ value, prior }) => ({ prior, growth: value / prior - 1 }));
        fc.pre(rates.every((each) => each.growth < 5 && each.growth > -1));
        near(restated("growth", rates, "growth").value, now / before - 1);
      }),
    );
  });

  test("it lies between the growths of the places, and so do its bounds between theirs", () => {
    fc.assert(
      fc.property(places(fc.record({ prior: level, growth })), (given) => {
        const { value, lower = 0, upper = 0 } = restated("growth", given, "growth");
        const read = parts(given).map(({ figures }) => figures.growth as Figure);
        expect(value).toBeGreaterThanOrEqual(Math.min(...read.map((each) => each.value)) - 1e-9);
        expect(value).toBeLessThanOrEqual(Math.max(...read.map((each) => each.value)) + 1e-9);
        expect(lower).toBeGreaterThanOrEqual(Math.min(...read.map((each) => each.lower)) - 1e-9);
        expect(upper).toBeLessThanOrEqual(Math.max(...read.map((each) => each.upper)) + 1e-9);
        expect(lower).toBeLessThanOrEqual(value + 1e-9);
        expect(upper).toBeGreaterThanOrEqual(value - 1e-9);
      }),
    );
  });

  test("no figures within their digits leave its bounds", () => {
    const within = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(places(fc.record({ prior: level, growth, at: within, of: within })), (given) => {
        const { lower = 0, upper = 0 } = restated(
          "growth",
          given.map(({ prior, growth }) => ({ prior, growth })),
          "growth",
        );
        const point = (figure: Figure, share: number) => figure.lower + share * (figure.upper - figure.lower);
        let now = 0;
        let before = 0;
        for (const { prior, growth, at, of } of given) {
          const base = point(figure(prior, "amount"), at);
          before += base;
          now += base * (1 + point(figure(growth, "growth"), of));
        }
        expect(now / before - 1).toBeGreaterThanOrEqual(lower - 1e-9);
        expect(now / before - 1).toBeLessThanOrEqual(upper + 1e-9);
      }),
    );
  });

  test("it does not matter which two of level, base and growth are told", () => {
    const given = [
      { value: 300, prior: 250, growth: 0.2 },
      { value: 480, prior: 400, growth: 0.2 },
    ];
    const of = (...names: ("value" | "prior" | "growth")[]) =>
      restated(
        "growth",
        given.map((each) => Object.fromEntries(names.map((name) => [name, each[name]]))),
        "growth",
      ).value;
    near(of("value", "prior"), 0.2);
    near(of("value", "growth"), 0.2);
    near(of("prior", "growth"), 0.2);
  });
});

describe("indices and ratios", () => {
  test("an index is weighted with its base, whatever the weights are told in", () => {
    fc.assert(
      fc.property(places(fc.record({ index: fc.integer({ min: 50, max: 200 }), weight: level })), (given) => {
        const sum = given.reduce((total, { weight }) => total + weight, 0);
        const mean = given.reduce((total, { index, weight }) => total + index * weight, 0) / sum;
        near(restated("index", given, "index").value, mean);
        const tenfold = given.map(({ index, weight }) => ({ index, weight: weight * 10 }));
        near(restated("index", tenfold, "index").value, mean);
      }),
    );
  });

  test("48 of 111 and 10 of 20 clusters are 58 of 131, not the mean of two shares", () => {
    const given = [
      { numerator: 48, denominator: 111 },
      { numerator: 10, denominator: 20 },
    ];
    near(restated("ratio", given, "ratio").value, 58 / 131);
    const rates = [
      { value: "43.2432432432%", denominator: 111 },
      { value: "50%", denominator: 20 },
    ].map(({ value, denominator }) => ({
      name: "",
      figures: { value: figure(value, "ratio"), denominator: figure(denominator, "amount") },
    }));
    near(restate("ratio", rates).ratio?.value ?? 0, 58 / 131);
  });

  test("a cumulative share is what both years brought of what both years made", () => {
    near(
      restated(
        "share",
        [
          { numerator: 290, denominator: 860 },
          { numerator: 410, denominator: 1000 },
        ],
        "ratio",
      ).value,
      700 / 1860,
    );
  });
});

test("a single place keeps its figures", () => {
  fc.assert(
    fc.property(level, level, growth, (value, prior, rate) => {
      near(restated("level", [{ value }], "value").value, value);
      near(restated("growth", [{ prior, growth: rate }], "growth").value, rate);
      near(restated("index", [{ index: value, weight: prior }], "index").value, value);
      near(restated("ratio", [{ numerator: value, denominator: prior }], "ratio").value, value / prior);
    }),
  );
});

test("scaling the unit scales the levels and no growth, index or ratio", () => {
  fc.assert(
    fc.property(places(fc.record({ value: level, prior: level })), (given) => {
      const larger = given.map(({ value, prior }) => ({ value: value * 1000, prior: prior * 1000 }));
      near(restated("growth", larger, "value").value, 1000 * restated("growth", given, "value").value);
      near(restated("growth", larger, "growth").value, restated("growth", given, "growth").value);
    }),
  );
});

describe("what cannot be restated", () => {
  test("growth targets are refused with the reason", () => {
    expect(() => restate("growthTarget", parts([{ growth: 0.08 }]))).toThrow(/do not add up/);
  });

  test("nothing is measured against a sum that is not above zero", () => {
    expect(() => restate("index", parts([{ index: 105, weight: 0 }]))).toThrow(/weight is not above zero/);
    expect(() => restate("ratio", parts([{ numerator: 1, denominator: 0 }]))).toThrow(/denominator/);
  });
});
