import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type GoalSeek, goalSeek, type SoughtPart } from "../../../src/engine/breakdown/goal-seek.ts";
import { leavesOf, nodesOf, type Tree } from "../../../src/engine/breakdown/tree.ts";

type Part = Tree<SoughtPart>;
const leaf = (name: string, value: SoughtPart): Part => ({ name, value, children: [] });
const total = (children: readonly Part[], value: Partial<SoughtPart> = {}): Part => ({
  name: "total",
  value: {
    forecast: children.reduce((sum, child) => sum + child.value.forecast, 0),
    deviation: 1,
    ...value,
  },
  children,
});
const extras = ({ shares }: GoalSeek) =>
  Object.fromEntries(nodesOf(shares).map(({ name, value }) => [name, value.extra]));

const rice = leaf("rice", { forecast: 400, deviation: 30 });
const seafood = leaf("seafood", { forecast: 500, deviation: 10 });
const footwear = leaf("footwear", { forecast: 100, deviation: 20 });
const exports = total([rice, seafood, footwear]);

describe("a missing amount is shared", () => {
  test("by size: the same percentage of each", () => {
    const answer = goalSeek(exports, 50, "size", 0);
    expect(extras(answer)).toEqual({ total: 50, rice: 20, seafood: 25, footwear: 5 });
    expect(answer.unplaced).toBe(0);
  });

  test("by slack: by variance where the parts are independent", () => {
    // Variances 900, 100 and 400 of 1400.
    const { rice: a, seafood: b, footwear: c } = extras(goalSeek(exports, 140, "slack", 0));
    expect([a, b, c]).toEqual([90, 10, 40]);
  });

  test("by slack with correlation: d = V1 D / (1'V1)", () => {
    // V1 at 0.5: 30 (15 + 30), 10 (5 + 30), 20 (10 + 30), together 1350 + 350 + 800 = 2500.
    const answer = extras(goalSeek(exports, 250, "slack", 0.5));
    expect(answer.rice).toBeCloseTo(135, 10);
    expect(answer.seafood).toBeCloseTo(35, 10);
    expect(answer.footwear).toBeCloseTo(80, 10);
  });

  test("among parts that are free, up to their caps, and what is left is said", () => {
    const parts = total([
      leaf("rice", { ...rice.value, cap: 410 }),
      leaf("seafood", { ...seafood.value, isLocked: true }),
      leaf("footwear", { ...footwear.value, cap: 125 }),
    ]);
    const some = goalSeek(parts, 20, "size", 0);
    expect(extras(some)).toEqual({ total: 20, rice: 10, seafood: 0, footwear: 10 });
    expect(leavesOf(some.shares).map(({ value }) => value.isCapped)).toEqual([true, false, false]);
    const all = goalSeek(parts, 60, "size", 0);
    expect(extras(all)).toEqual({ total: 35, rice: 10, seafood: 0, footwear: 25 });
    expect(all.unplaced).toBe(25);
    expect(leavesOf(all.shares).map(({ value }) => value.fullYear)).toEqual([410, 500, 125]);
  });

  test("a cap below the forecast leaves no room and takes nothing away", () => {
    const parts = total([
      leaf("a", { forecast: 100, deviation: 5, cap: 90 }),
      leaf("b", { forecast: 100, deviation: 5 }),
    ]);
    const { shares } = goalSeek(parts, 10, "slack", 0.3);
    expect(leavesOf(shares).map(({ value }) => [value.extra, value.fullYear, value.isCapped])).toEqual([
      [0, 100, true],
      [10, 110, false],
    ]);
  });

  test("locked all, or without any slack: nothing is placed", () => {
    const locked = total([leaf("a", { forecast: 100, deviation: 5 })], { isLocked: true });
    expect(goalSeek(locked, 10, "size", 0)).toMatchObject({ unplaced: 10, shares: { value: { extra: 0 } } });
    const certain = total([leaf("a", { forecast: 100, deviation: 0 })]);
    expect(goalSeek(certain, 10, "slack", 0).unplaced).toBe(10);
    expect(goalSeek(certain, 10, "slack", 0).shares.children[0]?.value).toEqual({
      extra: 0,
      fullYear: 100,
      isCapped: false,
    });
  });

  test.each([0, -25])("a surplus (%s missing) asks for nothing", (missing) => {
    const answer = goalSeek(exports, missing, "slack", 0.3);
    expect(answer.unplaced).toBe(0);
    expect(Object.values(extras(answer))).toEqual([0, 0, 0, 0]);
  });

  test("with the growth that each then needs, of the year and of what remains", () => {
    const part = leaf("rice", {
      forecast: 90,
      deviation: 4,
      booked: 40,
      priorFullYear: 80,
      priorRemainder: 50,
    });
    const answer = goalSeek(part, 10, "slack", 0);
    expect(answer.shares.value).toEqual({
      extra: 10,
      fullYear: 100,
      growth: 0.25,
      remainderGrowth: expect.closeTo(0.2, 12),
      // 60 are still to come instead of 50.
      ratioToForecast: expect.closeTo(1.2, 12),
      isCapped: false,
    });
    const without = goalSeek(
      leaf("new", {
        forecast: 90,
        deviation: 4,
        booked: Number.NEGATIVE_INFINITY,
        priorFullYear: 0,
        priorRemainder: -5,
      }),
      10,
      "slack",
      0,
    );
    expect(without.shares.value).toEqual({ extra: 10, fullYear: 100, isCapped: false });
  });
});

describe("down a hierarchy", () => {
  const group = (cap?: number): Part => ({
    name: "goods",
    value: { forecast: 200, deviation: 5, ...(cap !== undefined && { cap }) },
    children: [
      leaf("a", { forecast: 100, deviation: 3 }),
      leaf("b", { forecast: 100, deviation: 4, cap: 104 }),
    ],
  });
  const services = leaf("services", { forecast: 300, deviation: 5 });

  test("a full part leaves the rest to all others in their proportions, in its group or not", () => {
    // Level 0.1: a 10, services 30; b would take 10 and holds 4.
    expect(extras(goalSeek(total([group(), services]), 44, "size", 0))).toEqual({
      total: 44,
      goods: expect.closeTo(14, 10),
      a: expect.closeTo(10, 10),
      b: 4,
      services: expect.closeTo(30, 10),
    });
  });

  test("a cap of the group holds within it", () => {
    expect(extras(goalSeek(total([group(206), services]), 44, "size", 0))).toEqual({
      total: 44,
      goods: 6,
      a: 3,
      b: 3,
      services: 38,
    });
  });

  test("a locked group keeps all it is made of", () => {
    const locked = { ...group(), value: { ...group().value, isLocked: true } };
    expect(extras(goalSeek(total([locked, services]), 44, "size", 0))).toEqual({
      total: 44,
      goods: 0,
      a: 0,
      b: 0,
      services: 44,
    });
  });

  test("correlated siblings share level by level", () => {
    // Goods: a 3 (1.5 + 3.5), b 4 (2 + 3.5): V1 = 15 and 22, deviation sqrt(37); services the same way.
    const tree = total([
      {
        name: "goods",
        value: { forecast: 200, deviation: 9 },
        children: [leaf("a", { forecast: 100, deviation: 3 }), leaf("b", { forecast: 100, deviation: 4 })],
      },
      leaf("services", { forecast: 300, deviation: Math.sqrt(37) }),
    ]);
    const answer = extras(goalSeek(tree, 74, "slack", 0.5));
    expect(answer.goods).toBeCloseTo(37, 10);
    expect(answer.services).toBeCloseTo(37, 10);
    expect(answer.a).toBeCloseTo(15, 10);
    expect(answer.b).toBeCloseTo(22, 10);
  });
});

const anyPart = fc.record({
  forecast: fc.integer({ min: 0, max: 1000 }),
  deviation: fc.integer({ min: 0, max: 100 }),
  room: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
  isLocked: fc.boolean(),
});
const anyTree = fc.letrec<{ tree: Part; leaf: Part; branch: Part }>((tie) => ({
  leaf: anyPart.map(({ forecast, deviation, room, isLocked }) =>
    leaf("leaf", { forecast, deviation, isLocked, ...(room !== undefined && { cap: forecast + room }) }),
  ),
  branch: fc
    .record({ part: anyPart, children: fc.array(tie("tree"), { minLength: 1, maxLength: 4 }) })
    .map(({ part: { room }, children }) => {
      const forecast = children.reduce((sum, child) => sum + child.value.forecast, 0);
      return {
        ...total(children, { forecast, ...(room !== undefined && { cap: forecast + 2 * room }) }),
        name: "branch",
      };
    }),
  tree: fc.oneof({ maxDepth: 3 }, tie("leaf"), tie("branch")),
})).tree;
const anyMethod = fc.constantFrom("size" as const, "slack" as const);
const anyMissing = fc.integer({ min: 0, max: 500 });
const anyCorrelation = fc.integer({ min: 0, max: 95 }).map((percent) => percent / 100);

describe("whatever the parts", () => {
  test("shares add up at every level and keep to caps and locks", () => {
    fc.assert(
      fc.property(anyTree, anyMissing, anyMethod, anyCorrelation, (tree, missing, method, correlation) => {
        const { shares, unplaced } = goalSeek(tree, missing, method, correlation);
        expect(shares.value.extra + unplaced).toBeCloseTo(missing, 8);
        const parts = nodesOf(tree);
        nodesOf(shares).forEach(({ value, children }, i) => {
          const { forecast, cap, isLocked } = (parts[i] as Part).value;
          expect(value.extra).toBeGreaterThanOrEqual(0);
          if (cap !== undefined) expect(value.extra).toBeLessThanOrEqual(cap - forecast + 1e-9);
          if (isLocked) expect(value.extra).toBe(0);
          if (children.length > 0)
            expect(children.reduce((sum, child) => sum + child.value.extra, 0)).toBeCloseTo(value.extra, 8);
        });
        expect(unplaced).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });

  test("the order of the parts does not matter", () => {
    fc.assert(
      fc.property(
        fc.array(anyPart, { minLength: 1, maxLength: 8 }),
        anyMissing,
        anyMethod,
        anyCorrelation,
        (parts, missing, method, correlation) => {
          const tree = total(
            parts.map(({ room, ...part }, i) =>
              leaf(`${i}`, { ...part, ...(room !== undefined && { cap: part.forecast + room }) }),
            ),
          );
          const turned = { ...tree, children: [...tree.children].reverse() };
          const one = extras(goalSeek(tree, missing, method, correlation));
          const other = extras(goalSeek(turned, missing, method, correlation));
          for (const [name, value] of Object.entries(one))
            expect(other[name]).toBeCloseTo(value as number, 8);
        },
      ),
    );
  });

  test("uncorrelated slack is the cheapest: no exchange between two parts lowers the sum of (d / deviation)^2", () => {
    const effort = (d: readonly number[], deviations: readonly number[]) =>
      d.reduce((sum, each, i) => sum + (each / (deviations[i] as number)) ** 2, 0);
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ deviation: fc.integer({ min: 1, max: 50 }), room: fc.integer({ min: 1, max: 60 }) }),
          { minLength: 2, maxLength: 6 },
        ),
        fc.integer({ min: 1, max: 200 }),
        (parts, missing) => {
          const tree = total(
            parts.map(({ deviation, room }, i) =>
              leaf(`${i}`, { forecast: 100, deviation, cap: 100 + room }),
            ),
          );
          const deviations = parts.map(({ deviation }) => deviation);
          const d = leavesOf(goalSeek(tree, missing, "slack", 0).shares).map(({ value }) => value.extra);
          const least = effort(d, deviations);
          for (const size of [0.01, 1])
            for (let from = 0; from < d.length; from++)
              for (let to = 0; to < d.length; to++) {
                const exchanged = d.map((each, i) => each + (i === to ? size : 0) - (i === from ? size : 0));
                const isAllowed = exchanged.every(
                  (each, i) => each >= 0 && each <= (parts[i] as { room: number }).room,
                );
                if (from !== to && isAllowed)
                  expect(effort(exchanged, deviations)).toBeGreaterThanOrEqual(least - 1e-9);
              }
        },
      ),
    );
  });
});
