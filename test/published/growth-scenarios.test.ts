import { describe, expect, test } from "vitest";
import reference from "../../data/reference/growth-scenarios.json";
import { solveQuarterGrowths } from "../../src/engine/growth-scenarios/quarter-growths.ts";
import { type Quarters, type SpanName, spanGrowth } from "../../src/engine/growth-scenarios/quarter-span.ts";
import { inOrderOfPrecedence, type StatedGrowth } from "../../src/engine/growth-scenarios/stated-growth.ts";

interface Scenario {
  readonly name: string;
  readonly quarters: Readonly<Partial<Record<SpanName, readonly number[]>>>;
  readonly year: readonly number[];
  readonly contradictory?: string;
}
interface Row {
  readonly id: string;
  readonly printedDecimals: number;
  readonly weights: Quarters;
  readonly known: Readonly<Partial<Record<SpanName, number>>>;
  readonly scenarios: readonly Scenario[];
}

/** Points that a reproduced figure may be off the printed one. */
const TOLERANCE = 0.05;

/** Both ends of every scenario, or its only one. */
const cases = (reference.rows as unknown as readonly Row[]).flatMap((row) =>
  row.scenarios.flatMap(({ name, quarters, year, contradictory }) =>
    year.map((of, end) => {
      const printed: Partial<Record<SpanName, number>> = { ...row.known };
      for (const [span, ends] of Object.entries(quarters))
        printed[span as SpanName] = ends[end] ?? ends[0] ?? 0;
      return {
        title: `${row.id}, ${name}${year.length > 1 ? `, ${end === 0 ? "lower" : "upper"} end` : ""}`,
        row,
        printed,
        year: of,
        isContradictory: contradictory !== undefined && end === 0,
      };
    }),
  ),
);
type Case = (typeof cases)[number];

function solved({ row, printed, year }: Case, without: readonly SpanName[]) {
  const half = 0.5 * 10 ** -row.printedDecimals;
  const stated = Object.entries({ ...printed, year })
    .filter(([span]) => !without.includes(span as SpanName))
    .map(
      ([span, percent]): StatedGrowth => ({
        span: span as SpanName,
        growth: percent / 100,
        lower: (percent - half) / 100,
        upper: (percent + half) / 100,
        path: span,
        isKnown: span in row.known,
      }),
    );
  const { growths } = solveQuarterGrowths({
    weights: row.weights,
    stated: inOrderOfPrecedence(stated),
    shape: { kind: "equal" },
    path: "scenario",
  });
  return (span: SpanName) => 100 * spanGrowth(row.weights, growths, span);
}

const consistent = cases.filter(({ isContradictory }) => !isContradictory);
const [contradictory] = cases.filter(({ isContradictory }) => isContradictory);

describe(reference.title, () => {
  test("has all scenarios, with both ends of the ranges", () => {
    expect(cases).toHaveLength(11);
  });

  test.each(consistent)("$title: the year from its quarters", (each) => {
    const growthOf = solved(each, ["year", "H2"]);
    expect(Math.abs(growthOf("year") - each.year)).toBeLessThanOrEqual(TOLERANCE);
  });

  test.each(consistent)("$title: the second half from the year and what comes before it", (each) => {
    const { row, printed } = each;
    const [, , third, fourth] = row.weights;
    const { Q3 = 0, Q4 = 0 } = printed;
    const growthOf = solved(each, ["Q3", "Q4", "H2"]);
    const ofQuarters = (third * Q3 + fourth * Q4) / (third + fourth);
    expect(Math.abs(growthOf("H2") - (printed.H2 ?? ofQuarters))).toBeLessThanOrEqual(TOLERANCE);
    expect(Math.abs(growthOf("H2") - ofQuarters)).toBeLessThanOrEqual(TOLERANCE);
  });

  test.each(consistent)("$title: the last quarter, within what a rounded year leaves of it", (each) => {
    // Half a printed digit of the year is that much more of the quarter, whose share it is a part of.
    const ofYear = (0.5 * 10 ** -each.row.printedDecimals) / each.row.weights[3];
    const growthOf = solved(each, ["Q4", "H2"]);
    expect(Math.abs(growthOf("Q4") - (each.printed.Q4 ?? 0))).toBeLessThanOrEqual(TOLERANCE + ofYear);
  });

  test.each(consistent)("$title: agrees within its printed digits", (each) => {
    expect(() => solved(each, [])).not.toThrow();
  });

  test.each(consistent)("$title: does not agree with a year half a point lower", (each) => {
    expect(() => solved({ ...each, year: each.year - 0.5 }, [])).toThrow(/year of .* contradicts/);
  });

  test("the last quarter of the table with two decimals is reproduced within 0.05 points", () => {
    for (const each of cases.filter(({ row }) => row.printedDecimals === 2))
      expect(Math.abs(solved(each, ["Q4"])("Q4") - (each.printed.Q4 ?? 0))).toBeLessThanOrEqual(TOLERANCE);
  });

  test("a table whose year no weights can make is told to contradict itself", () => {
    expect(() => solved(contradictory as Case, [])).toThrow(
      "year of 6.6% contradicts Q1 of 6.4% and Q2 of 6.7% and Q3 of 6.8% and Q4 of 6.9%: together they make 6.722%",
    );
  });

  test("the simple mean would be off", () => {
    const [first, second] = cases.map(({ printed }) => {
      const { Q1 = 0, Q2 = 0, Q3 = 0, Q4 = 0 } = printed;
      return (Q1 + Q2 + Q3 + Q4) / 4;
    });
    expect(first).toBeCloseTo(6.0, 2);
    expect(second).toBeCloseTo(6.46, 2);
  });
});
