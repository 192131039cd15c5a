import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ForecastToReconcile, reconcile } from "../../../src/engine/breakdown/reconciliation.ts";
import { leavesOf, nodesOf, type Tree } from "../../../src/engine/breakdown/tree.ts";
import { EngineError } from "../../../src/engine/engine-error.ts";
import { minimumTrace, minimumTraceWeights } from "./minimum-trace.ts";

type Node = Tree<ForecastToReconcile>;
const node = (
  name: string,
  mean: number,
  variance: number,
  children: readonly Node[] = [],
  booked?: number,
): Node => ({
  name,
  value: { own: { mean, variance }, ...(booked !== undefined && { booked }) },
  children,
});
const unknown = (name: string, children: readonly Node[] = []): Node => ({ name, value: {}, children });

const fullYears = (tree: Node, correlation = 0) =>
  Object.fromEntries(nodesOf(reconcile(tree, correlation)).map(({ name, value }) => [name, value.fullYear]));
const weights = (tree: Node, correlation = 0) =>
  Object.fromEntries(nodesOf(reconcile(tree, correlation)).map(({ name, value }) => [name, value.ownWeight]));

describe("a hand-worked region of two provinces", () => {
  /*
   * The region forecasts 111 (variance 12), An Giang 60 (4), its rice 30 (2) and seafood 26 (2), Ca Mau 44 (4).
   * Upwards. An Giang's parts say 30 + 26 = 56 with variance 2 + 2 = 4; its own forecast weighs 4 / (4 + 4) = 1/2:
   *   56 + (60 - 56) / 2 = 58, variance 4 * 4 / (4 + 4) = 2.
   * The provinces say 58 + 44 = 102 with variance 2 + 4 = 6; the region's own weighs 6 / (6 + 12) = 1/3:
   *   102 + (111 - 102) / 3 = 105.
   * Downwards. Of the 3 above 102, An Giang takes 2/6, hence 58 + 1 = 59, Ca Mau 4/6, hence 44 + 2 = 46.
   * Of the 3 that An Giang's 59 is above 56, rice and seafood take half each: 31.5 and 27.5.
   */
  const region = node("region", 111, 12, [
    node("An Giang", 60, 4, [node("rice", 30, 2), node("seafood", 26, 2)]),
    node("Ca Mau", 44, 4),
  ]);

  test("full years", () => {
    const wanted = { region: 105, "An Giang": 59, rice: 31.5, seafood: 27.5, "Ca Mau": 46 };
    const actual = fullYears(region);
    for (const [name, value] of Object.entries(wanted)) expect(actual[name]).toBeCloseTo(value, 12);
  });

  test("weights of the own forecasts", () => {
    /*
     * Had An Giang said one more, it would be 1/2 up before the region, which takes 1/3 of that in: 2/6 of the 1/6 that
     * is missing again goes to An Giang. 1/2 (1 - 2/6 (1 - 2/3)) = 4/9. The others alike; they sum to the three leaves.
     */
    const actual = weights(region);
    expect(actual.region).toBeCloseTo(1 / 3, 12);
    expect(actual["An Giang"]).toBeCloseTo(4 / 9, 12);
    expect(actual.rice).toBeCloseTo(13 / 18, 12);
    expect(actual.seafood).toBeCloseTo(13 / 18, 12);
    expect(actual["Ca Mau"]).toBeCloseTo(7 / 9, 12);
  });

  test("two levels: each part moves by its variance's share of all, the total's with them (METHODS 6)", () => {
    const two = node("total", 110, 4, [node("a", 60, 9), node("b", 40, 3)]);
    const actual = fullYears(two);
    expect(actual.a).toBeCloseTo(60 + (110 - 100) * (9 / (4 + 12)), 12);
    expect(actual.b).toBeCloseTo(40 + (110 - 100) * (3 / (4 + 12)), 12);
    expect(actual.total).toBeCloseTo(107.5, 12);
  });

  test("correlated parts share the difference by V1 / (1'V1)", () => {
    // Deviations 3 and 1, correlation 0.5: V1 = (9 + 1.5, 1 + 1.5), together 13. The total is an actual.
    const two = node("total", 113, 0, [node("a", 60, 9), node("b", 40, 1)]);
    const actual = fullYears(two, 0.5);
    expect(actual.a).toBeCloseTo(70.5, 12);
    expect(actual.b).toBeCloseTo(42.5, 12);
  });
});

const amount = fc.integer({ min: -100, max: 1000 });
const variance = fc.integer({ min: 1, max: 400 });
const own = fc.record({ mean: amount, variance });
/** Trees to four levels; every leaf has a forecast, other nodes may. */
const anyTree = fc.letrec<{ tree: Node; leaf: Node; branch: Node }>((tie) => ({
  leaf: own.map((forecast) => ({ name: "leaf", value: { own: forecast }, children: [] })),
  branch: fc
    .record({
      forecast: fc.option(own, { nil: undefined }),
      children: fc.array(tie("tree"), { minLength: 1, maxLength: 4 }),
    })
    .map(({ forecast, children }) => ({
      name: "branch",
      value: forecast ? { own: forecast } : {},
      children,
    })),
  tree: fc.oneof({ maxDepth: 3, withCrossShrink: true }, tie("leaf"), tie("branch")),
})).tree;

/** The general form: a row of S and an entry of y for each own forecast, and S of all nodes to sum up by. */
function denseForm(tree: Node) {
  const leaves = leavesOf(tree);
  const rowOf = (one: Node) => {
    const below = new Set(leavesOf(one));
    return leaves.map((leaf) => (below.has(leaf) ? 1 : 0));
  };
  const nodes = nodesOf(tree);
  const withOwn = nodes.filter(({ value }) => value.own);
  return {
    S: withOwn.map(rowOf),
    y: withOwn.map(({ value }) => value.own?.mean as number),
    variances: withOwn.map(({ value }) => value.own?.variance as number),
    withOwn,
    nodes,
    rows: nodes.map(rowOf),
  };
}
const diagonal = (values: readonly number[]) => values.map((v, i) => values.map((_, j) => (i === j ? v : 0)));
const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, x, i) => sum + x * (b[i] as number), 0);

describe("the way up and down the tree is the general form", () => {
  test("at any depth with independent errors, own weights being the diagonal of S G", () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        const { S, y, variances, withOwn, nodes, rows } = denseForm(tree);
        const G = minimumTraceWeights(S, diagonal(variances));
        const bottom = G.map((row) => dot(row, y));
        const reconciled = nodesOf(reconcile(tree, 0));
        nodes.forEach((one, i) => {
          const { fullYear, ownWeight } = (reconciled[i] as (typeof reconciled)[number]).value;
          expect(fullYear).toBeCloseTo(dot(rows[i] as number[], bottom), 6);
          const at = withOwn.indexOf(one);
          if (at < 0) expect(ownWeight).toBeUndefined();
          else
            expect(ownWeight).toBeCloseTo(
              dot(
                rows[i] as number[],
                G.map((row) => row[at] as number),
              ),
              6,
            );
        });
        const trace = reconciled.reduce((sum, { value }) => sum + (value.ownWeight ?? 0), 0);
        expect(trace).toBeCloseTo(leavesOf(tree).length, 6);
      }),
    );
  });

  test("in two levels with correlated parts", () => {
    fc.assert(
      fc.property(
        own,
        fc.array(own, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 0, max: 95 }),
        (forecast, parts, percent) => {
          const correlation = percent / 100;
          const tree = node(
            "total",
            forecast.mean,
            forecast.variance,
            parts.map((part, i) => node(`${i}`, part.mean, part.variance)),
          );
          const { S, y, variances } = denseForm(tree);
          const W = variances.map((a, i) =>
            variances.map((b, j) => (i === j ? a : i === 0 || j === 0 ? 0 : correlation * Math.sqrt(a * b))),
          );
          const wanted = minimumTrace(S, W, y);
          for (const [i, { value }] of nodesOf(reconcile(tree, correlation)).entries())
            expect(value.fullYear).toBeCloseTo(wanted[i] as number, 6);
        },
      ),
    );
  });
});

/** The bounded problem the obvious way: each leaf in turn to its best place, until nothing moves. */
function byCoordinateDescent(tree: Node): readonly number[] {
  const nodes = nodesOf(tree).filter(({ value }) => value.own);
  const leaves = leavesOf(tree);
  const above = leaves.map((leaf) => nodes.filter((one) => leavesOf(one).includes(leaf)));
  const x = leaves.map(({ value }) =>
    Math.max(value.booked ?? Number.NEGATIVE_INFINITY, value.own?.mean ?? 0),
  );
  const sumOf = (one: Node) =>
    leavesOf(one).reduce((sum, leaf) => sum + (x[leaves.indexOf(leaf)] as number), 0);
  for (let sweep = 0; sweep < 4000; sweep++) {
    let moved = 0;
    leaves.forEach((leaf, i) => {
      let slope = 0;
      let curvature = 0;
      for (const one of above[i] as Node[]) {
        const { mean, variance: v } = one.value.own as { mean: number; variance: number };
        slope += (sumOf(one) - mean) / v;
        curvature += 1 / v;
      }
      const to = Math.max(
        leaf.value.booked ?? Number.NEGATIVE_INFINITY,
        (x[i] as number) - slope / curvature,
      );
      moved = Math.max(moved, Math.abs(to - (x[i] as number)));
      x[i] = to;
    });
    if (moved < 1e-10) break;
  }
  return x;
}

describe("what is booked", () => {
  test("holds a part up, and the others give the more (hand-worked)", () => {
    // 10 too much: a would take 9 and fall to 41, below its 48. It gives 2, and b the other 8.
    const tree = node("total", 90, 0, [node("a", 50, 9, [], 48), node("b", 50, 1, [], 10)]);
    expect(fullYears(tree)).toEqual({ total: 90, a: 48, b: 42 });
    expect(weights(tree)).toEqual({ total: 1, a: 0, b: 0 });
  });

  test("holds a total up as well", () => {
    const tree = node("total", 80, 1, [node("a", 50, 9), node("b", 50, 1)], 98);
    expect(fullYears(tree).total).toBe(98);
    expect(fullYears(tree).a).toBeCloseTo(50 - 1.8, 12);
  });

  test("is the bounded minimum at any depth", () => {
    const bounded = fc
      .tuple(anyTree, fc.array(fc.integer({ min: -100, max: 1000 }), { minLength: 1, maxLength: 9 }))
      .map(([tree, bounds]) => {
        let next = 0;
        const withBounds = (one: Node): Node => ({
          ...one,
          value:
            one.children.length === 0
              ? {
                  ...one.value,
                  booked: Math.min(bounds[next++ % bounds.length] as number, one.value.own?.mean as number),
                }
              : one.value,
          children: one.children.map(withBounds),
        });
        return withBounds(tree);
      })
      .filter((tree) => leavesOf(tree).length <= 10);
    fc.assert(
      fc.property(bounded, (tree) => {
        const wanted = byCoordinateDescent(tree);
        const actual = leavesOf(reconcile(tree, 0));
        actual.forEach(({ value }, i) => {
          expect(value.fullYear).toBeGreaterThanOrEqual(leavesOf(tree)[i]?.value.booked as number);
          expect(Math.abs(value.fullYear - (wanted[i] as number))).toBeLessThan(1e-3);
        });
      }),
      { numRuns: 60 },
    );
  });

  test("correlated or not, everything adds up and stays above it", () => {
    fc.assert(
      fc.property(
        own,
        fc.array(own, { minLength: 2, maxLength: 8 }),
        fc.integer({ min: 0, max: 95 }),
        (forecast, parts, percent) => {
          const tree = node(
            "total",
            forecast.mean,
            forecast.variance,
            parts.map(({ mean, variance: v }, i) => node(`${i}`, mean, v, [], mean - 5)),
          );
          const { value, children } = reconcile(tree, percent / 100);
          const sum = children.reduce((all, child) => all + child.value.fullYear, 0);
          expect(sum).toBeCloseTo(value.fullYear, 6);
          for (const [i, child] of children.entries())
            expect(child.value.fullYear).toBeGreaterThanOrEqual((parts[i] as { mean: number }).mean - 5);
        },
      ),
    );
  });
});

describe("what is known otherwise", () => {
  test("actuals are not moved", () => {
    const tree = node("total", 130, 10, [node("actual", 50, 0), node("b", 40, 5), node("c", 30, 5)]);
    const actual = fullYears(tree);
    expect(actual.actual).toBe(50);
    expect(actual.total).toBeCloseTo(125, 12);
    expect(actual.b).toBeCloseTo(42.5, 12);
  });

  test("a total and parts that are all actuals: the parts stand", () => {
    expect(fullYears(node("total", 100, 0, [node("a", 60, 0), node("b", 39, 0)]))).toEqual({
      total: 99,
      a: 60,
      b: 39,
    });
  });

  test("a part without a forecast is what the others leave of the total", () => {
    const tree = node("total", 100, 4, [node("a", 60, 9), unknown("rest"), node("b", 10, 9)]);
    expect(fullYears(tree)).toEqual({ total: 100, a: 60, rest: 30, b: 10 });
    expect(weights(tree)).toEqual({ total: 1, a: 1, b: 1 });
  });

  test("a part without a forecast is never below what it has booked", () => {
    const rest: Node = { name: "rest", value: { booked: 40 }, children: [] };
    const actual = fullYears(node("total", 100, 6, [node("a", 60, 3), rest, node("b", 10, 3)]));
    expect(actual).toEqual({ total: 105, a: 57.5, rest: 40, b: 7.5 });
  });

  test("a group of which one part is not known, inside a total that is", () => {
    const tree = node("total", 100, 4, [
      unknown("group", [node("a", 20, 1), unknown("b")]),
      node("c", 30, 1),
    ]);
    expect(fullYears(tree)).toEqual({ total: 100, group: 70, a: 20, b: 50, c: 30 });
  });

  test("a total without a forecast is the sum of its parts", () => {
    expect(fullYears(unknown("total", [node("a", 60, 9), node("b", 10, 9)]))).toEqual({
      total: 70,
      a: 60,
      b: 10,
    });
  });

  test.each([
    ["nothing at all", unknown("total"), "total"],
    ["two parts", node("total", 100, 4, [unknown("a"), unknown("b")]), "a"],
    ["a part and the total", unknown("total", [unknown("a"), node("b", 1, 1)]), "total"],
  ])("%s that nothing determines is refused by name", (_, tree, name) => {
    try {
      reconcile(tree, 0);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(EngineError);
      expect(error).toMatchObject({ code: "notEnoughKnown", path: name });
    }
  });
});
