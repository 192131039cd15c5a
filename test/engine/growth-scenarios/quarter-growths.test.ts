import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EngineError } from "../../../src/engine/engine-error.ts";
import { originOf, solveQuarterGrowths } from "../../../src/engine/growth-scenarios/quarter-growths.ts";
import {
  type Quarters,
  SPAN_NAMES,
  type SpanName,
  spanGrowth,
  sumOver,
} from "../../../src/engine/growth-scenarios/quarter-span.ts";
import { impliedGrowth, type StatedGrowth } from "../../../src/engine/growth-scenarios/stated-growth.ts";
import { aGrowth, exactly, fourGrowths, fourWeights } from "./growths.ts";

const solve = (
  weights: Quarters,
  stated: readonly StatedGrowth[],
  shape: Parameters<typeof solveQuarterGrowths>[0]["shape"] = { kind: "equal" },
) => solveQuarterGrowths({ weights, stated, shape, path: "scenario" });

const weights: Quarters = [0.2075, 0.2435, 0.2525, 0.2965];
const close = (actual: number, wanted: number, scale = 1) =>
  expect(Math.abs(actual - wanted)).toBeLessThanOrEqual(1e-9 * scale);

/** The refusal of a question. */
function refusal(act: () => unknown): EngineError {
  try {
    act();
  } catch (error) {
    if (error instanceof EngineError) return error;
    throw error;
  }
  throw new Error("was answered");
}

describe("identities", () => {
  test("solving for any one quarter and computing the year returns the year", () => {
    fc.assert(
      fc.property(fourWeights, fourGrowths, fc.integer({ min: 0, max: 3 }), (own, growths, open) => {
        const year = spanGrowth(own, growths, "year");
        const told = growths.flatMap((growth, quarter) =>
          quarter === open ? [] : [exactly(`Q${quarter + 1}` as SpanName, growth)],
        );
        const solved = solve(own, [...told, exactly("year", year)]).growths;
        const scale = sumOver(own, "year") / (own[open] as number);
        close(solved[open] as number, growths[open] as number, scale);
        close(spanGrowth(own, solved, "year"), year);
      }),
    );
  });

  test("any spans that agree are met, whatever is left open", () => {
    fc.assert(
      fc.property(fourWeights, fourGrowths, fc.subarray([...SPAN_NAMES]), (own, growths, spans) => {
        const told = [...new Set<SpanName>([...spans, "year"])].map((span) => {
          const growth = spanGrowth(own, growths, span);
          return { ...exactly(span, growth), lower: growth - 1e-6, upper: growth + 1e-6 };
        });
        const solved = solveOrNothing(own, told);
        if (!solved) return;
        for (const { span, growth } of told) close(spanGrowth(own, solved, span), growth, 10);
      }),
    );
  });

  test("the same growth in every quarter is that of the year, whatever the weights", () => {
    fc.assert(
      fc.property(fourWeights, aGrowth, (own, growth) => {
        for (const solved of solve(own, [exactly("year", growth)]).growths) close(solved, growth);
        close(spanGrowth(own, [growth, growth, growth, growth], "year"), growth);
      }),
    );
  });

  test("scaling the weights changes nothing", () => {
    fc.assert(
      fc.property(
        fourWeights,
        aGrowth,
        aGrowth,
        fc.double({ min: 1e-3, max: 1e9, noNaN: true }),
        (own, first, year, scale) => {
          const told = [exactly("Q1", first), exactly("year", year)];
          const scaled = own.map((weight) => weight * scale) as unknown as Quarters;
          const one = solveOrNothing(own, told);
          const other = solveOrNothing(scaled, told);
          expect(other === undefined).toBe(one === undefined);
          for (const [quarter, growth] of (one ?? []).entries())
            close(other?.[quarter] ?? Number.NaN, growth, 10);
        },
      ),
    );
  });

  test("contributions of the quarters add up to the year's growth, and nine months and the fourth quarter make it", () => {
    fc.assert(
      fc.property(fourWeights, fourGrowths, (own, growths) => {
        const total = sumOver(own, "year");
        const share = (span: SpanName) => (sumOver(own, span) / total) * spanGrowth(own, growths, span);
        const year = spanGrowth(own, growths, "year");
        close(
          (["Q1", "Q2", "Q3", "Q4"] as const).reduce((sum, span) => sum + share(span), 0),
          year,
        );
        close(share("9M") + share("Q4"), year);
        close(share("H1") + share("H2"), year);
      }),
    );
  });

  test("a span that follows is what its quarters make", () => {
    fc.assert(
      fc.property(fourWeights, fourGrowths, (own, growths) => {
        const told = (["Q1", "Q2", "Q3"] as const).map((span, quarter) =>
          exactly(span, growths[quarter] as number),
        );
        close(impliedGrowth(own, told, "9M") ?? Number.NaN, spanGrowth(own, growths, "9M"));
        expect(impliedGrowth(own, told, "year")).toBeUndefined();
      }),
    );
  });
});

/** The growths, or nothing where a quarter would have to fall below nothing. */
function solveOrNothing(own: Quarters, told: readonly StatedGrowth[]): Quarters | undefined {
  try {
    return solve(own, told).growths;
  } catch (error) {
    if (error instanceof EngineError && error.message.includes("less than nothing")) return undefined;
    throw error;
  }
}

describe("what is left open", () => {
  test("grows equally by default", () => {
    const { growths } = solve(weights, [exactly("Q1", 0.0566, true), exactly("year", 0.065)]);
    close(growths[1], growths[2]);
    close(growths[2], growths[3]);
    close(growths[3], (0.065 - 0.2075 * 0.0566) / 0.7925);
  });

  test("rises by a step a quarter", () => {
    const { growths } = solve(weights, [exactly("Q1", 0.0566, true), exactly("year", 0.065)], {
      kind: "rising",
      step: 0.003,
    });
    close(growths[2] - growths[1], 0.003);
    close(growths[3] - growths[2], 0.003);
    close(spanGrowth(weights, growths, "year"), 0.065);
  });

  test("rises within each span that is told as a whole", () => {
    const { growths } = solve(weights, [exactly("H1", 0.05), exactly("H2", 0.08)], {
      kind: "rising",
      step: -0.01,
    });
    close(growths[1] - growths[0], -0.01);
    close(growths[3] - growths[2], -0.01);
    close(spanGrowth(weights, growths, "H1"), 0.05);
  });

  test("keeps the proportions of an earlier version", () => {
    const previous: Quarters = [0.06, 0.05, 0.08, 0.1];
    const { growths } = solve(weights, [exactly("Q1", 0.0566, true), exactly("year", 0.065)], {
      kind: "likePrevious",
      previous,
    });
    close(growths[2] / growths[1], 0.08 / 0.05);
    close(growths[3] / growths[2], 0.1 / 0.08);
  });

  test("an earlier version with a fall has no proportions to keep", () => {
    const previous: Quarters = [0.06, -0.05, 0.08, 0.1];
    const error = refusal(() => solve(weights, [exactly("year", 0.065)], { kind: "likePrevious", previous }));
    expect([error.code, error.path]).toEqual(["invalidQuestion", "scenario.shape"]);
  });

  test("every growth tells where it comes from", () => {
    const solved = solve(weights, [exactly("Q1", 0.0566, true), exactly("Q2", 0.06), exactly("year", 0.065)]);
    expect((["Q1", "Q2", "H1", "Q3", "H2", "year"] as const).map((span) => originOf(span, solved))).toEqual([
      "known",
      "stated",
      "solved",
      "shaped",
      "solved",
      "stated",
    ]);
  });
});

describe("what cannot be answered", () => {
  test("a growth too many names those that it contradicts", () => {
    const told = [exactly("Q3", 0.068), exactly("Q4", 0.09), exactly("H2", 0.085), exactly("year", 0.06)];
    const error = refusal(() => solve(weights, told));
    expect([error.code, error.path]).toEqual(["invalidQuestion", "scenario.H2"]);
    expect(error.message).toBe("H2 of 8.5% contradicts Q3 of 6.8% and Q4 of 9%: together they make 7.988%");
    expect(error.hint).toBe("change or leave out one of H2, Q3, Q4");
  });

  test("a growth too many that agrees within its digits follows from the others", () => {
    const rounded = { ...exactly("H2", 0.08), lower: 0.0795, upper: 0.0805 };
    const told = [exactly("Q3", 0.068), exactly("Q4", 0.09), rounded, exactly("year", 0.06)];
    const { growths, implied } = solve(weights, told);
    expect(implied.map(({ span }) => span)).toEqual(["H2"]);
    expect([growths[2], growths[3]]).toEqual([0.068, 0.09]);
  });

  test("a year that does not follow names the quarters that are missing", () => {
    const error = refusal(() => solve(weights, [exactly("Q1", 0.05), exactly("Q3", 0.06)]));
    expect([error.code, error.path]).toEqual(["notEnoughKnown", "scenario.yearGrowth"]);
    expect(error.message).toBe("the year does not follow, as nothing tells Q2 and Q4");
  });

  test("a quarter cannot lose more than everything", () => {
    const told = [exactly("9M", 0.1, true), exactly("year", -0.5)];
    const error = refusal(() => solve(weights, told));
    expect(error.message).toMatch(/^Q4 would have to grow by -192.4%/);
  });
});
