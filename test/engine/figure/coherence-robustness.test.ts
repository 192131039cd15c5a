import fc from "fast-check";
import { expect, test } from "vitest";
import { checkCoherence } from "../../../src/engine/figure/coherence.ts";
import type { FigureRole } from "../../../src/engine/figure/figure.ts";
import { parseFigure } from "../../../src/engine/figure/parse-figure.ts";
import { parseRelation } from "../../../src/engine/figure/relation.ts";

const NAMES = ["a", "b", "c", "d", "e"] as const;
const name = fc.constantFrom(...NAMES);

const figure = fc.constantFrom<readonly [string, FigureRole]>(
  ["0", "amount"],
  ["-3", "amount"],
  ["over 290", "amount"],
  ["31,000", "amount"],
  ["at least 5", "amount"],
  ["under 7", "amount"],
  ["about 1.5", "amount"],
  ["0%", "growth"],
  ["-99.9%", "growth"],
  ["31.6%", "ratio"],
  ["1000", "target"],
  ["8%", "targetGrowth"],
  ["111", "count"],
);

const { expression } = fc.letrec<{ expression: string; leaf: string; pair: string }>((tie) => ({
  expression: fc.oneof({ maxDepth: 3 }, tie("leaf"), tie("pair")),
  leaf: fc.oneof(name, fc.constantFrom("0", "1", "2.5")),
  pair: fc
    .tuple(tie("expression"), fc.constantFrom("+", "-", "*", "/"), tie("expression"))
    .map(([left, sign, right]) => `(${left} ${sign} ${right})`),
}));

const relation = fc
  .record({
    left: name,
    comparison: fc.constantFrom("=", "<=", ">="),
    right: expression,
    options: fc.record(
      { solveFor: name, base: name, positive: fc.array(name, { maxLength: 1 }) },
      { requiredKeys: [] },
    ),
  })
  .map(({ left, comparison, right, options }) => parseRelation(`${left} ${comparison} ${right}`, options));

test("any figures under any relations get an answer that survives JSON", () => {
  const figures = fc.dictionary(name, figure, { maxKeys: 5 });
  fc.assert(
    fc.property(figures, fc.array(relation, { maxLength: 5 }), (given, relations) => {
      const quantities = Object.fromEntries(
        Object.entries(given).map(([each, [text, role]]) => [each, parseFigure(text, { role, path: each })]),
      );
      const answer = checkCoherence({ quantities, relations });
      expect(JSON.stringify(answer)).not.toMatch(/null|NaN|Infinity/);
      for (const { verdict, conflict } of answer.findings) {
        if (verdict !== "contradicts") continue;
        expect(conflict?.every((each) => each in quantities)).toBe(true);
      }
      for (const { value, lower = value, upper = value } of Object.values(answer.quantities)) {
        expect(lower <= value && value <= upper).toBe(true);
      }
    }),
    { numRuns: 3000 },
  );
});
