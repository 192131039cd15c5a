import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ExtractedFigure } from "../../src/extract/extraction.ts";
import { bestAssignment } from "./extract-assignment.ts";
import { type Claim, tellsYear } from "./extract-labels.ts";
import { accuracyOf, type Field, scoreText } from "./extract-score.ts";

const claim: Claim = {
  geography: "Ba Ria-Vung Tau",
  indicator: "exports",
  value: 1260,
  unit: "USD million",
  period: { year: 2031, from_month: 1, through_month: 5 },
  pct_of_target: 41.2,
  yoy_pct: -3.5,
  qualifier: "nearly",
};

const figure: ExtractedFigure = {
  geography: "Bà Rịa - Vũng Tàu",
  indicator: "exports",
  value: 1260,
  unit: "USD million",
  qualifier: "nearly",
  period: { year: 2031, fromMonth: 1, throughMonth: 5 },
  shareOfTarget: 0.412,
  growth: -0.035,
  span: [0, 10],
  confidence: 1,
  doubts: [],
  written: {},
};

const always = () => true;
const never = () => false;
const isCorrect = (field: Field, of: ExtractedFigure, wanted: Claim = claim, tells = always): boolean =>
  scoreText([of], [wanted], tells).counts[field].correct === 1;

describe("a figure against a claim", () => {
  test("is wholly right with every field as labelled", () => {
    expect(isCorrect("whole claim (strict)", figure)).toBe(true);
  });

  test.each<[Field, Partial<ExtractedFigure>]>([
    ["value and unit", { value: 1262 }],
    ["value and unit", { unit: "VND billion" }],
    ["geography", { geography: "Ben Tre" }],
    ["indicator", { indicator: "exports:rice" }],
    ["year", { period: { year: 2030, fromMonth: 1, throughMonth: 5 } }],
    ["months", { period: { year: 2031, fromMonth: 5, throughMonth: 5 } }],
    ["share", { shareOfTarget: 0.4126 }],
    ["growth", { growth: 0.035 }],
  ])("%s is told wrong, and the whole with it", (field, changed) => {
    expect(isCorrect(field, { ...figure, ...changed })).toBe(false);
    expect(isCorrect("whole claim", { ...figure, ...changed })).toBe(false);
  });

  test("a value within a thousandth and a share within half a digit are right", () => {
    expect(isCorrect("whole claim", { ...figure, value: 1261, shareOfTarget: 0.4124 })).toBe(true);
  });

  test("a qualifier counts for itself alone, and not where the label is empty", () => {
    const other: ExtractedFigure = { ...figure, qualifier: "exact" };
    expect(isCorrect("qualifier", other)).toBe(false);
    expect(isCorrect("whole claim", other)).toBe(true);
    const unjudged = scoreText([other], [{ ...claim, qualifier: "" }], always).counts.qualifier;
    expect(unjudged).toEqual({ correct: 0, predicted: 0, labelled: 0 });
  });

  test("a share that no label has is too much, a target that no label has is only counted as one", () => {
    const { pct_of_target: _, ...noShare } = claim;
    expect(isCorrect("whole claim", figure, noShare)).toBe(false);
    const target = { value: 3000, unit: "USD million", kind: "plan", written: "3 billion USD" } as const;
    const { counts } = scoreText([{ ...figure, target }], [claim], always);
    expect(counts["whole claim"].correct).toBe(1);
    expect(counts.target).toEqual({ correct: 0, predicted: 1, labelled: 0 });
  });

  test("a labelled target must be there", () => {
    const wanted: Claim = { ...claim, target: { value: 3000, unit: "USD million", year: 2031 } };
    const target = { value: 3000, unit: "USD million", kind: "plan", written: "3 billion USD" } as const;
    expect(isCorrect("whole claim", figure, wanted)).toBe(false);
    expect(isCorrect("whole claim", { ...figure, target }, wanted)).toBe(true);
  });

  test("a year that the text does not tell may be absent but not wrong", () => {
    const absent = { ...figure, period: { fromMonth: 1, throughMonth: 5 } };
    const wrong = { ...figure, period: { year: 2030, fromMonth: 1, throughMonth: 5 } };
    expect(isCorrect("whole claim", absent, claim, never)).toBe(true);
    expect(isCorrect("whole claim (strict)", absent, claim, never)).toBe(false);
    expect(isCorrect("whole claim", absent)).toBe(false);
    expect(isCorrect("whole claim", wrong, claim, never)).toBe(false);
  });

  test("growth alone is compared by growth, whatever unit the label names", () => {
    const { value: _, shareOfTarget: __, ...grown } = { ...figure, unit: "percent_yoy" as const };
    const { pct_of_target: ___, ...alone } = { ...claim, value: null };
    expect(isCorrect("whole claim", grown, alone)).toBe(true);
    expect(isCorrect("whole claim", grown, { ...alone, value: -3.5, unit: "percent_yoy" })).toBe(true);
    expect(isCorrect("value and unit", { ...grown, growth: 0.2 }, alone)).toBe(false);
    expect(isCorrect("value and unit", { ...grown, value: 1260, unit: "USD million" }, alone)).toBe(false);
  });
});

describe("pairing", () => {
  test("the same value of two places goes to each place", () => {
    const other = { ...claim, geography: "Ben Tre" };
    const { counts } = scoreText([{ ...figure, geography: "Ben Tre" }, figure], [claim, other], always);
    expect(counts["whole claim"]).toEqual({ correct: 2, predicted: 2, labelled: 2 });
  });

  test("a figure of something else is a miss and an extra", () => {
    const { pairings } = scoreText(
      [{ ...figure, indicator: "imports", value: 7, shareOfTarget: 0.1, growth: 0.2 }],
      [claim],
      always,
    );
    expect(pairings.map((pairing) => [pairing.claim !== undefined, pairing.figure !== undefined])).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  test("no other pairs weigh more", () => {
    const weight = fc.integer({ min: 0, max: 9 });
    const matrix = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 4 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(weight, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      );
    fc.assert(
      fc.property(matrix, (weights) => {
        const pairs = bestAssignment(weights);
        const total = pairs.reduce((sum, [row, column]) => sum + (weights[row]?.[column] ?? 0), 0);
        expect(new Set(pairs.map(([row]) => row)).size).toBe(pairs.length);
        expect(new Set(pairs.map(([, column]) => column)).size).toBe(pairs.length);
        expect(total).toBe(greatestWeight(weights, 0, new Set()));
      }),
    );
  });
});

function greatestWeight(weights: readonly (readonly number[])[], row: number, taken: Set<number>): number {
  const line = weights[row];
  if (!line) return 0;
  const without = greatestWeight(weights, row + 1, taken);
  const withOne = line.map((weight, column) =>
    taken.has(column) ? 0 : weight + greatestWeight(weights, row + 1, new Set([...taken, column])),
  );
  return Math.max(without, ...withOne);
}

describe("accuracy", () => {
  test("is precision, recall and their harmonic mean", () => {
    const { precision, recall, f1 } = accuracyOf({ correct: 6, predicted: 8, labelled: 12 });
    expect([precision, recall]).toEqual([0.75, 0.5]);
    expect(f1).toBeCloseTo(0.6, 12);
  });
});

describe("whether a text tells the year", () => {
  test.each<[string, boolean]>([
    ["Exports in 2031 were 5 million USD", true],
    ["Sent on 3/2/2032: last year's exports", true],
    ["2032-02\nLast year's exports", true],
    ["March 3, 2032\nLast year's exports", true],
    ["Exports of this year, plan 2026-2030", false],
    ["https://example.org/2031/a\nExports of this year", false],
    ["12031 tonnes this year", false],
  ])("%j: %s", (text, tells) => {
    expect(tellsYear(text, 2031)).toBe(tells);
  });
});
