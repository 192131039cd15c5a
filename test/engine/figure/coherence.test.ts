import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkCoherence } from "../../../src/engine/figure/coherence.ts";
import type { Figure, FigureRole } from "../../../src/engine/figure/figure.ts";
import { parseFigure } from "../../../src/engine/figure/parse-figure.ts";
import { reportRelations, sumOfParts } from "../../../src/engine/figure/report-relations.ts";

type Given = Readonly<Record<string, readonly [string | number, FigureRole]>>;

const read = (given: Given): Record<string, Figure> =>
  Object.fromEntries(
    Object.entries(given).map(([name, [text, role]]) => [name, parseFigure(text, { role, path: name })]),
  );

const FOUR_MONTHS: Given = {
  ytd: ["over 290", "amount"],
  shareOfTarget: ["31.6%", "ratio"],
  growth: ["21.26%", "growth"],
};

describe("exports of four months, 31.6% of a target, with and without the stated 1,000", () => {
  test("without a target, it is derived at the reported values, with its interval", () => {
    const { verdict, quantities, findings } = checkCoherence({
      quantities: read(FOUR_MONTHS),
      relations: reportRelations(),
    });
    expect(verdict).toBe("notChecked");
    expect(quantities.target).toMatchObject({
      origin: "derived",
      from: "ytd / shareOfTarget",
      value: 290 / 0.316,
      lower: 290 / 0.3165,
      upper: 291 / 0.3155,
    });
    expect(findings.map((finding) => finding.verdict)).toEqual(["derived", "derived"]);
  });

  const stated = checkCoherence({
    quantities: read({ ...FOUR_MONTHS, target: [1000, "target"] }),
    relations: reportRelations(),
  });

  test("with it, three figures contradict and the reported target stays as reported", () => {
    expect(stated.verdict).toBe("contradicts");
    expect(stated.quantities.target).toEqual({ value: 1000, lower: 1000, upper: 1000, origin: "reported" });
    const [finding] = stated.findings;
    expect(finding).toMatchObject({
      quantity: "target",
      formula: "ytd / shareOfTarget",
      stated: { lower: 1000, upper: 1000 },
    });
    expect(finding?.conflict).toEqual(["ytd", "target", "shareOfTarget"]);
    expect(finding?.derived.lower).toBeCloseTo(916.272, 3);
    expect(finding?.derived.upper).toBeCloseTo(922.345, 3);
    expect(finding?.verdict).toBe("contradicts");
  });

  test("the repair is the target that fits, then the year-to-date figure that would", () => {
    const [finding] = stated.findings;
    expect(finding?.repair).toMatchObject({ kind: "otherTarget", quantity: "target" });
    expect(finding?.repair?.interval?.lower).toBeCloseTo(916.271722, 6);
    expect(finding?.repair?.interval?.upper).toBeCloseTo(922.345483, 6);
    expect(finding?.otherRepairs?.[0]).toMatchObject({ kind: "otherValue", quantity: "ytd" });
    expect(finding?.otherRepairs?.[0]?.interval?.lower).toBeCloseTo(315.5, 9);
    expect(finding?.otherRepairs?.[0]?.interval?.upper).toBeCloseTo(316.5, 9);
  });

  test("what does not touch the contradiction is still derived", () => {
    expect(stated.quantities.priorYtd?.lower).toBeCloseTo(239.145673, 6);
  });
});

test("agreement narrows what was reported, beside the report and not instead of it", () => {
  const { verdict, quantities } = checkCoherence({
    quantities: read({
      ytd: ["more than 17.8", "amount"],
      shareOfTarget: ["36.96%", "ratio"],
      target: ["more than 48.18", "target"],
    }),
    relations: reportRelations(),
  });
  expect(verdict).toBe("holds");
  expect(quantities.ytd).toMatchObject({ value: 17.8, lower: 17.8, upper: 17.9, origin: "reported" });
  expect(quantities.ytd?.narrowed?.from).toBe("target * shareOfTarget");
  expect(quantities.ytd?.narrowed?.lower).toBeCloseTo(17.804919, 6);
  expect(quantities.ytd?.narrowed?.upper).toBeCloseTo(17.8134335, 9);
});

describe("weaker readings", () => {
  test("trailing zeros that are not significant", () => {
    const { verdict, findings } = checkCoherence({
      quantities: read({
        ytd: ["nearly 31,000", "amount"],
        priorYtd: ["25,500", "amount"],
        growth: ["19.11%", "growth"],
      }),
      relations: reportRelations(),
    });
    expect(verdict).toBe("holdsIfCoarse");
    expect(findings[0]?.repair).toMatchObject({
      kind: "coarseZeros",
      quantity: "ytd",
      interval: { lower: 30_000, upper: 31_000 },
    });
  });

  test("digits that were cut off: 106 of 860 is 12.41% only if it was 106.7", () => {
    const { verdict, findings } = checkCoherence({
      quantities: read({
        ytd: ["106", "amount"],
        shareOfTarget: ["12.41%", "ratio"],
        target: [860, "target"],
      }),
      relations: reportRelations(),
    });
    expect(verdict).toBe("holdsIfTruncated");
    expect(findings[0]?.repair).toMatchObject({
      kind: "truncated",
      quantity: "ytd",
      interval: { lower: 106, upper: 107 },
    });
  });
});

test("figures that agree two by two can contradict together", () => {
  const { verdict, findings } = checkCoherence({
    quantities: read({
      north: ["over 3.9", "amount"],
      south: ["over 3.9", "amount"],
      both: ["7.99", "target"],
      ratio: ["1.02", "count"],
    }),
    relations: [sumOfParts(["north", "south"], "both", { isExhaustive: true }), "south = north * ratio"],
  });
  expect(verdict).toBe("contradicts");
  const worst = findings.find((finding) => finding.verdict === "contradicts");
  expect([...(worst?.conflict ?? [])].sort()).toEqual(["both", "ratio", "south"]);
  expect(worst?.otherRepairs?.length).toBeGreaterThan(0);
});

test("the smallest conflict leaves out figures that have nothing to do with it", () => {
  const { findings } = checkCoherence({
    quantities: read({ a: [10, "target"], b: ["over 3", "amount"], c: [5, "target"], d: ["7", "amount"] }),
    relations: ["a + b = total", "total <= c", "d <= total"],
  });
  expect(findings.find((finding) => finding.verdict === "contradicts")?.conflict).toEqual(["a", "b", "c"]);
});

test("parts may not exceed their total, and what is left follows", () => {
  const parts = {
    rice: ["$100.43 million", "amount"],
    seafood: ["64.53 million", "amount"],
    footwear: ["$78.10 million", "amount"],
  } as const;
  const within = checkCoherence({
    quantities: read({ ...parts, ytd: ["over 290", "amount"] }),
    relations: [
      sumOfParts(Object.keys(parts), "ytd", { isExhaustive: false }),
      "other = ytd - rice - seafood - footwear",
    ],
  });
  expect(within.verdict).toBe("holds");
  expect(within.quantities.other?.lower).toBeCloseTo(46.925, 9);
  expect(within.quantities.other?.upper).toBeCloseTo(47.955, 9);
  const beyond = checkCoherence({
    quantities: read({ ...parts, ytd: ["230.5", "amount"] }),
    relations: [sumOfParts(Object.keys(parts), "ytd", { isExhaustive: false })],
  });
  expect(beyond.verdict).toBe("contradicts");
  expect(beyond.findings[0]).toMatchObject({
    relation: "rice + seafood + footwear <= ytd",
    quantity: "ytd",
    stated: { lower: 230.45, upper: 230.55 },
    verdict: "contradicts",
  });
  expect(beyond.findings[0]?.derived.lower).toBeCloseTo(243.045, 9);
});

test("months add up to the year to date", () => {
  const months = { january: ["35.75", "amount"], february: ["71", "amount"] } as const;
  const sum = sumOfParts(Object.keys(months), "ytd", { isExhaustive: true });
  expect(
    checkCoherence({ quantities: read({ ...months, ytd: ["106.75", "amount"] }), relations: [sum] }).verdict,
  ).toBe("holds");
  expect(
    checkCoherence({ quantities: read({ ...months, ytd: ["151", "amount"] }), relations: [sum] }).verdict,
  ).toBe("contradicts");
});

test("nothing to compare is not a verdict on anything", () => {
  expect(
    checkCoherence({ quantities: read({ ytd: [290, "amount"] }), relations: reportRelations() }),
  ).toEqual({
    verdict: "notChecked",
    quantities: { ytd: { value: 290, lower: 289.5, upper: 290.5, origin: "reported" } },
    findings: [],
    notes: [],
  });
});

test("a one-sided figure gives one-sided answers that survive JSON", () => {
  const { quantities } = checkCoherence({
    quantities: read({ ytd: ["at least 290", "amount"], shareOfTarget: ["50%", "ratio"] }),
    relations: reportRelations(),
  });
  expect(quantities.target?.upper).toBeUndefined();
  expect(quantities.target?.lower).toBeCloseTo(290 / 0.505, 9);
  expect(JSON.stringify(quantities)).not.toContain("null");
});

test("a quantity may have any name that is a name", () => {
  const { quantities } = checkCoherence({
    quantities: read({ ["toString" as string]: [2, "count"] }),
    relations: ["constructor = 2 * toString"],
  });
  expect(quantities.constructor).toMatchObject({ value: 4, origin: "derived" });
});

const digits = fc.integer({ min: 0, max: 3 });

/** A year with true values, and the text each is printed as. */
const consistentReport = fc
  .record({
    target: fc.integer({ min: 100, max: 99_999 }),
    share: fc.double({ min: 0.05, max: 1.2, noNaN: true }),
    growth: fc.double({ min: -0.6, max: 1.5, noNaN: true }),
    plannedGrowth: fc.integer({ min: -5, max: 30 }),
    digits: fc.array(digits, { minLength: 6, maxLength: 6 }),
  })
  .map(
    ({
      target,
      share,
      growth,
      plannedGrowth,
      digits: [ytd = 0, ratio = 0, rate = 0, prior = 0, year = 0],
    }) => {
      const reached = target * share;
      const priorYtd = reached / (1 + growth);
      const priorFullYear = target / (1 + plannedGrowth / 100);
      const report = {
        ytd: [reached.toFixed(ytd), "amount"],
        target: [target, "target"],
        shareOfTarget: [`${(share * 100).toFixed(ratio)}%`, "ratio"],
        growth: [`${(growth * 100).toFixed(rate)}%`, "growth"],
        priorYtd: [priorYtd.toFixed(prior), "amount"],
        plannedGrowth: [`${plannedGrowth}%`, "targetGrowth"],
        priorFullYear: [priorFullYear.toFixed(year), "amount"],
      } as const satisfies Given;
      return { report, isPartOfYear: priorYtd <= priorFullYear };
    },
  );

test("a consistent report, rounded anywhere, is never called a contradiction", () => {
  fc.assert(
    fc.property(consistentReport, ({ report, isPartOfYear }) => {
      const { verdict, quantities } = checkCoherence({
        quantities: read(report),
        relations: reportRelations({ aggregation: isPartOfYear ? "sum" : "last" }),
      });
      expect(["holds", "notChecked"]).toContain(verdict);
      for (const {
        value,
        lower = Number.NEGATIVE_INFINITY,
        upper = Number.POSITIVE_INFINITY,
      } of Object.values(quantities)) {
        expect(lower <= value && value <= upper).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test("scaling every amount scales every interval of an amount and no ratio", () => {
  fc.assert(
    fc.property(consistentReport, fc.integer({ min: -6, max: 6 }), ({ report }, power) => {
      const { ytd, target, shareOfTarget, growth } = report;
      const scaled = (text: string | number) => `${text}e${power}`;
      const one = checkCoherence({
        quantities: read({ ytd, shareOfTarget, growth }),
        relations: reportRelations(),
      }).quantities;
      const other = checkCoherence({
        quantities: read({ ytd: [scaled(ytd[0]), "amount"], shareOfTarget, growth }),
        relations: reportRelations(),
      }).quantities;
      expect(target[0]).toBeGreaterThan(0);
      for (const name of Object.keys(one)) {
        const factor = name === "shareOfTarget" || name === "growth" ? 1 : 10 ** power;
        const value = (one[name]?.value ?? 0) * factor;
        expect(Math.abs((other[name]?.value ?? 0) - value)).toBeLessThanOrEqual(1e-9 * Math.abs(value));
        const lower = (one[name]?.lower ?? 0) * factor;
        expect(Math.abs((other[name]?.lower ?? 0) - lower)).toBeLessThanOrEqual(1e-9 * Math.abs(lower));
      }
    }),
  );
});

test("the same question gives the same answer to the byte, whatever was asked before", () => {
  const ask = () =>
    JSON.stringify(
      checkCoherence({
        quantities: Object.freeze(read({ ...FOUR_MONTHS, target: [1000, "target"] })),
        relations: Object.freeze([...reportRelations()]),
      }),
    );
  const first = ask();
  checkCoherence({ quantities: read({ a: [1, "count"] }), relations: ["b = 3 * a"] });
  expect(ask()).toBe(first);
});
