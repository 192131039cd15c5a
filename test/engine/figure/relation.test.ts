import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EngineError } from "../../../src/engine/engine-error.ts";
import { expressionText, expressionValue } from "../../../src/engine/figure/expression.ts";
import { expressionInterval, naturalInterval } from "../../../src/engine/figure/expression-interval.ts";
import { DEEPEST_NESTING, LONGEST_RELATION } from "../../../src/engine/figure/parse-expression.ts";
import { parseRelation } from "../../../src/engine/figure/relation.ts";

describe("a relation solved for each of its names", () => {
  test.each<[string, Record<string, string>]>([
    [
      "target * shareOfTarget = ytd",
      { target: "ytd / shareOfTarget", shareOfTarget: "ytd / target", ytd: "target * shareOfTarget" },
    ],
    ["ytd = priorYtd * (1 + growth)", { priorYtd: "ytd / (1 + growth)", growth: "ytd / priorYtd - 1" }],
    ["excess = fullYear - target", { fullYear: "excess + target", target: "fullYear - excess" }],
    ["share = part / whole", { part: "share * whole", whole: "part / share" }],
    ["a = -b", { b: "-a" }],
    ["a - (b - c) = d", { b: "a - d + c", c: "d - a + b" }],
    ["a / (b / c) = d", { b: "a / d * c" }],
  ])("%s", (text, wanted) => {
    const { solutions } = parseRelation(text);
    for (const [name, formula] of Object.entries(wanted)) {
      const solved = solutions.get(name)?.text ?? "";
      const values = {
        a: 7,
        b: 5,
        c: 3,
        d: 2,
        ytd: 290,
        target: 920,
        shareOfTarget: 0.31,
        priorYtd: 240,
        growth: 0.2,
      };
      const numberOf = (each: string) => (values as Record<string, number>)[each] ?? 11;
      const asWanted = expressionValue(parseRelation(`x = ${formula}`).right, numberOf);
      expect(expressionValue(parseRelation(`x = ${solved}`).right, numberOf)).toBeCloseTo(asWanted, 12);
    }
  });

  test("text is what one would type", () => {
    const { solutions } = parseRelation("ytd = priorYtd * (1 + growth)");
    expect(solutions.get("priorYtd")?.text).toBe("ytd / (1 + growth)");
    expect(solutions.get("growth")?.text).toBe("ytd / priorYtd - 1");
    expect(expressionText(parseRelation("a = b - (c + d)").right)).toBe("b - (c + d)");
  });

  test("a name on both sides has no solution", () => {
    expect(parseRelation("a = b * (1 + a)").solutions.has("a")).toBe(false);
    expect(parseRelation("a <= b").solutions.size).toBe(0);
  });
});

describe("what cannot be read", () => {
  test.each([
    "",
    "ytd",
    "ytd = ",
    "= ytd",
    "ytd = target = 3",
    "ytd < target",
    "1 = 2",
    "ytd = target *",
    "ytd = target 3",
    "ytd = (target",
    "ytd = target)",
    "ytd = target ** 2",
    "ytd = target; process",
    "ytd = a.b",
    "ytd = a[0]",
    "ytd = __proto__",
    `ytd = ${"(".repeat(DEEPEST_NESTING + 2)}a${")".repeat(DEEPEST_NESTING + 2)}`,
    `ytd = ${"-".repeat(DEEPEST_NESTING + 2)}a`,
    `ytd = ${"a + ".repeat(LONGEST_RELATION)}a`,
  ])("%s", (text) => {
    let thrown: unknown;
    try {
      parseRelation(text);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(EngineError);
    expect((thrown as EngineError).code).toBe("invalidRelation");
    expect((thrown as EngineError).hint).toBeTruthy();
  });

  test("any text is a relation or a refusal", () => {
    const piece = fc.constantFrom("a", "b", "1.5", "+", "-", "*", "/", "(", ")", "=", "<=", " ");
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join("")),
        ),
        (text) => {
          try {
            expect(parseRelation(text).names.length).toBeGreaterThan(0);
          } catch (error) {
            expect(error).toBeInstanceOf(EngineError);
          }
        },
      ),
    );
  });
});

describe("intervals of expressions", () => {
  const box: Record<string, { lower: number; upper: number }> = {
    value: { lower: 90, upper: 92 },
    target: { lower: 100, upper: 104 },
  };
  const intervalOf = (name: string) => box[name] as { lower: number; upper: number };

  test("a quantity used twice does not vary against itself", () => {
    const expression = parseRelation("excess = (value - target) / target").right;
    const { lower, upper } = expressionInterval(expression, intervalOf);
    expect(lower).toBeCloseTo(90 / 104 - 1, 12);
    expect(upper).toBeCloseTo(92 / 100 - 1, 12);
    const wide = naturalInterval(expression, intervalOf);
    expect(wide.upper - wide.lower).toBeGreaterThan(upper - lower);
  });

  test("it holds every value and is never wider than independent variation", () => {
    const texts = [
      "(a - b) / b",
      "a * (b + c) - a",
      "a / (a + b)",
      "(a + b) * (a - c)",
      "a - a",
      "a * a - b * c",
    ];
    const side = fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: 0, max: 10 }));
    const at = fc.integer({ min: 0, max: 4 }).map((quarters) => quarters / 4);
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(side, { minLength: 3, maxLength: 3 }),
        fc.array(at, { minLength: 3, maxLength: 3 }),
        (text, sides, ats) => {
          const expression = parseRelation(`x = ${text}`).right;
          const named = (name: string) => "abc".indexOf(name);
          const interval = (name: string) => {
            const [lower = 0, width = 0] = sides[named(name)] ?? [];
            return { lower, upper: lower + width };
          };
          const point = expressionValue(
            expression,
            (name) =>
              interval(name).lower + (ats[named(name)] ?? 0) * (interval(name).upper - interval(name).lower),
          );
          const { lower, upper } = expressionInterval(expression, interval);
          const natural = naturalInterval(expression, interval);
          expect(lower >= natural.lower && upper <= natural.upper).toBe(true);
          if (!Number.isFinite(point)) return;
          expect(lower).toBeLessThanOrEqual(point + 1e-9);
          expect(upper).toBeGreaterThanOrEqual(point - 1e-9);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
