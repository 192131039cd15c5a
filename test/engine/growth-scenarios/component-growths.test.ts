import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ComponentAsk,
  componentGrowths,
} from "../../../src/engine/growth-scenarios/component-growths.ts";
import { type Quarters, spanGrowth } from "../../../src/engine/growth-scenarios/quarter-span.ts";
import { aGrowth, exactly, fourGrowths, fourWeights } from "./growths.ts";

const component = (name: string, base?: readonly number[], partOf?: string): ComponentAsk => ({
  name,
  known: [],
  path: `components.${name}`,
  ...(base && { base }),
  ...(partOf !== undefined && { partOf }),
});

describe("GRDP of Kien Giang in the first half of 2023", () => {
  // Billion VND at constant prices, and growth; published contributions 1, 1.4, 1.1 and 3.71 points.
  const published = [
    ["agriculture", 13_897.96, 0.0249, 1],
    ["industry and construction", 7151.09, 0.0709, 1.4],
    ["industry", 4102.51, 0.0991, 1.1],
    ["services", 12_862, 0.1079, 3.71],
  ] as const;
  const total = { level: 35_872, growth: 0.0637 };
  const { components } = componentGrowths({
    components: published.map(([name, level, growth]) =>
      component(name, [level / (1 + growth)], name === "industry" ? "industry and construction" : undefined),
    ),
    stated: published.map(([, , growth]) => [exactly("H1", growth)]),
    total: { period: "H1", weights: [total.level / (1 + total.growth)], growths: [total.growth] },
    residualName: "productTaxesLessSubsidies",
    path: "scenarios.0",
  });
  const pointsOf = (name: string) =>
    100 * (components.find((each) => each.name === name)?.columns[0]?.contribution ?? Number.NaN);

  test.each(published)("%s", (name, _level, _growth, points) => {
    expect(Math.abs(pointsOf(name) - points)).toBeLessThanOrEqual(0.005);
  });

  test("what is left is product taxes less subsidies, and with it they make the growth of the total", () => {
    expect(components.at(-1)).toMatchObject({ name: "productTaxesLessSubsidies", origin: "residual" });
    // The published contributions leave 0.26, each with half of its last digit.
    expect(Math.abs(pointsOf("productTaxesLessSubsidies") - 0.26)).toBeLessThanOrEqual(0.02);
    const summands = components
      .filter(({ partOf }) => partOf === undefined)
      .map(({ name }) => pointsOf(name));
    expect(summands.reduce((sum, points) => sum + points, 0)).toBeCloseTo(6.37, 9);
  });
});

describe("a component that is solved for", () => {
  const solve = (
    weights: Quarters,
    growths: Quarters,
    shares: readonly number[],
    yearly: readonly number[],
  ) =>
    componentGrowths({
      components: ["first", "second", "third"].map((name, index) =>
        component(
          name,
          weights.map((weight) => weight * (shares[index] as number)),
        ),
      ),
      stated: yearly.map((growth) => [exactly("year", growth)]),
      total: { weights, growths },
      residualName: "other",
      path: "scenarios.0",
    });

  test("makes contributions add up to the growth of the total in every column", () => {
    fc.assert(
      fc.property(fourWeights, fourGrowths, aGrowth, aGrowth, (weights, growths, first, second) => {
        // Growths near each other leave the third one possible.
        const total = growths.map((growth) => growth / 4) as unknown as Quarters;
        const { components } = solve(weights, total, [0.2, 0.3, 0.5], [first / 4, second / 4]);
        expect(components.map(({ origin }) => origin)).toEqual(["stated", "stated", "solved"]);
        for (const [at, { span }] of (components[0]?.columns ?? []).entries()) {
          const points = components.reduce((sum, { columns }) => sum + (columns[at]?.contribution ?? 0), 0);
          expect(Math.abs(points - spanGrowth(weights, total, span))).toBeLessThanOrEqual(1e-9);
        }
      }),
    );
  });

  test("an industry that is taken down takes another up, as Thai Nguyen did in April 2025 to hold its 10.5%", () => {
    // Industry and construction 12.3 to 9.9, services and product taxes 8.3 to 14.2: the shares that this takes.
    const industry = 0.7;
    const services = (industry * (12.3 - 9.9)) / (14.2 - 8.3);
    const rest = 10.5 - industry * 12.3 - services * 8.3;
    const agriculture = 1 - industry - services;
    const { components } = componentGrowths({
      components: [
        component("industry and construction", [industry]),
        component("services and product taxes", [services]),
        component("agriculture", [agriculture]),
      ],
      stated: [[exactly("year", 0.099)], [], [exactly("year", rest / agriculture / 100)]],
      total: { period: "year", weights: [1], growths: [0.105] },
      residualName: "other",
      path: "scenarios.0",
    });
    const [, solved] = components;
    expect(solved).toMatchObject({ name: "services and product taxes", origin: "solved" });
    expect(solved?.columns[0]?.growth).toBeCloseTo(0.142, 9);
  });
});

describe("what does not add up", () => {
  const total = { period: "year", weights: [100], growths: [0.06] } as const;
  const ask =
    (components: readonly ComponentAsk[], stated: Parameters<typeof componentGrowths>[0]["stated"]) => () =>
      componentGrowths({ components, stated, total, residualName: "other", path: "scenarios.0" });

  test("components that were all told are compared with the total", () => {
    const { difference } = ask(
      [component("first", [40]), component("second", [60])],
      [[exactly("year", 0.05)], [exactly("year", 0.08)]],
    )();
    expect(difference).toHaveLength(1);
    expect(difference[0]?.points).toBeCloseTo(0.008, 12);
  });

  test("components larger than the total are refused", () => {
    expect(ask([component("first", [60]), component("second", [60])], [[], []])).toThrow(
      "the components add up to 120% of the total",
    );
  });

  test("two open growths are refused by name", () => {
    expect(ask([component("first", [40]), component("second", [60])], [[], []])).toThrow(
      /of first and of second/,
    );
  });

  test("a component without last year is what the others leave", () => {
    const { components } = ask(
      [component("first", [40]), component("taxes")],
      [[exactly("year", 0.05)], []],
    )();
    expect(components[1]?.columns[0]?.share).toBeCloseTo(0.6, 12);
    expect(components[1]?.columns[0]?.growth).toBeCloseTo(0.04 / 0.6, 12);
  });

  test("a component without last year needs something in every quarter", () => {
    const weights = [10, 10, 10, 10];
    expect(() =>
      componentGrowths({
        components: [component("first", [8, 10, 8, 8]), component("taxes")],
        stated: [[], [exactly("year", 0.05)]],
        total: { weights, growths: [0.06, 0.06, 0.06, 0.06] },
        residualName: "other",
        path: "scenarios.0",
      }),
    ).toThrow(/leave nothing of the total for taxes/);
  });

  test("only one component can be without last year", () => {
    expect(ask([component("first"), component("second")], [[], []])).toThrow(
      /neither of first nor of second/,
    );
  });
});
