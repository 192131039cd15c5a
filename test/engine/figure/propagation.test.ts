import fc from "fast-check";
import { expect, test } from "vitest";
import type { Interval } from "../../../src/engine/figure/interval.ts";
import { propagate } from "../../../src/engine/figure/propagation.ts";
import { parseRelation } from "../../../src/engine/figure/relation.ts";

const relations = (...texts: string[]) => texts.map((text) => parseRelation(text));

test("a share of a known target narrows the year-to-date figure", () => {
  const known = new Map<string, Interval>([
    ["ytd", { lower: 17.8, upper: 17.9 }],
    ["shareOfTarget", { lower: 0.36955, upper: 0.36965 }],
    ["target", { lower: 48.18, upper: 48.19 }],
  ]);
  const { box, emptiedBy, narrowedBy } = propagate(known, relations("ytd = target * shareOfTarget"));
  expect(emptiedBy).toBeUndefined();
  expect(box.get("ytd")?.lower).toBeCloseTo(17.804919, 6);
  expect(box.get("ytd")?.upper).toBeCloseTo(17.8134335, 9);
  expect(narrowedBy.get("ytd")?.text).toBe("ytd = target * shareOfTarget");
});

test("relations work through each other to a fixed point", () => {
  const known = new Map<string, Interval>([
    ["ytd", { lower: 10, upper: 12 }],
    ["priorYtd", { lower: 9, upper: 9 }],
    ["growth", { lower: 0.3, upper: 0.5 }],
    ["shareOfTarget", { lower: 0.5, upper: 0.5 }],
  ]);
  const { box } = propagate(
    known,
    relations("ytd = target * shareOfTarget", "ytd = priorYtd * (1 + growth)"),
  );
  expect(box.get("ytd")).toEqual({ lower: 11.700000000000001, upper: 12 });
  expect(box.get("target")).toEqual({ lower: 23.400000000000002, upper: 24 });
});

test("an inequality bounds both sides", () => {
  const known = new Map<string, Interval>([
    ["part", { lower: 3, upper: 9 }],
    ["whole", { lower: 1, upper: 5 }],
  ]);
  const { box } = propagate(known, relations("part <= whole"));
  expect(box.get("part")).toEqual({ lower: 3, upper: 5 });
  expect(box.get("whole")).toEqual({ lower: 3, upper: 5 });
});

test("names the relation at which nothing remained", () => {
  const known = new Map<string, Interval>([
    ["a", { lower: 1, upper: 2 }],
    ["b", { lower: 3, upper: 4 }],
  ]);
  expect(propagate(known, relations("a <= b", "a = b")).emptiedBy?.text).toBe("a = b");
});

test("bounds that creep for ever are left after a bounded number of rounds", () => {
  const known = new Map<string, Interval>([
    ["a", { lower: 0, upper: 1 }],
    ["b", { lower: 0, upper: 1 }],
  ]);
  const { box } = propagate(known, relations("a = 0.999999 * b", "b = 0.999999 * a"));
  expect(box.get("a")?.upper).toBeLessThan(1);
});

const TEXTS = ["a * b = c", "a + b = c", "c - a <= b", "c = a * (1 + b)", "a / b = c", "a - b >= c - 10"];

test("propagation never loses a solution and only narrows", () => {
  const amount = fc.integer({ min: -10, max: 10 });
  const width = fc.integer({ min: 0, max: 5 });
  fc.assert(
    fc.property(
      fc.constantFrom(...TEXTS),
      amount,
      amount,
      width,
      width,
      width,
      (text, a, b, before, after, wide) => {
        const results: Record<string, number> = {
          "a * b = c": a * b,
          "a + b = c": a + b,
          "c - a <= b": a + b - 1,
          "c = a * (1 + b)": a * (1 + b),
          "a / b = c": a / b,
          "a - b >= c - 10": a - b + 3,
        };
        const c = results[text] as number;
        if (!Number.isFinite(c)) return;
        const around = (x: number): Interval => ({ lower: x - before, upper: x + after });
        const known = new Map<string, Interval>([
          ["a", around(a)],
          ["b", around(b)],
          ["c", { lower: c - wide, upper: c + wide }],
        ]);
        const { box, emptiedBy } = propagate(known, relations(text));
        expect(emptiedBy).toBeUndefined();
        for (const [name, truth] of [
          ["a", a],
          ["b", b],
          ["c", c],
        ] as const) {
          const was = known.get(name) as Interval;
          const is = box.get(name) as Interval;
          expect(is.lower).toBeGreaterThanOrEqual(was.lower);
          expect(is.upper).toBeLessThanOrEqual(was.upper);
          expect(is.lower).toBeLessThanOrEqual(truth + 1e-9);
          expect(is.upper).toBeGreaterThanOrEqual(truth - 1e-9);
        }
      },
    ),
    { numRuns: 3000 },
  );
});
