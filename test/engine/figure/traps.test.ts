import { describe, expect, test } from "vitest";
import { type Coherence, checkCoherence } from "../../../src/engine/figure/coherence.ts";
import { plausibleRate } from "../../../src/engine/figure/exchange-rate.ts";
import { convertToUnit, type Figure, type FigureRole } from "../../../src/engine/figure/figure.ts";
import { parseFigure } from "../../../src/engine/figure/parse-figure.ts";
import { parseRelation, type Relation } from "../../../src/engine/figure/relation.ts";
import type { Repair } from "../../../src/engine/figure/repair.ts";
import { reportRelations } from "../../../src/engine/figure/report-relations.ts";
import { parseUnit } from "../../../src/engine/figure/unit.ts";

const figure = (text: string | number, role: FigureRole = "amount", unit?: string): Figure =>
  convertToUnit(
    parseFigure(text, { role, path: "ytd" }),
    unit === undefined ? undefined : parseUnit(unit, "unit"),
    "ytd",
  );

const check = (
  quantities: Record<string, Figure>,
  relations: readonly (Relation | string)[] = reportRelations(),
): Coherence => checkCoherence({ quantities, relations });

/** Every repair of every contradiction of an answer, best first. */
const repairsOf = ({ findings }: Coherence): readonly Repair[] =>
  findings.flatMap(({ repair, otherRepairs }) => [...(repair ? [repair] : []), ...(otherRepairs ?? [])]);

describe("percent of and percent up", () => {
  test("123.7% of last year given as growth is read as growth of 23.7%", () => {
    const answer = check({
      ytd: figure("9,361"),
      growth: figure("123.7%", "growth"),
      priorYtd: figure("7,567"),
    });
    expect(answer.verdict).toBe("contradicts");
    expect(repairsOf(answer)[0]).toMatchObject({
      kind: "percentOfForPercentUp",
      quantity: "growth",
      value: 0.237,
    });
    expect(answer.quantities.growth?.value).toBe(1.237);
    expect(repairsOf(answer)[0]?.interval?.lower).toBeCloseTo(0.2365, 12);
    expect(repairsOf(answer)[0]?.interval?.upper).toBeCloseTo(0.2375, 12);
  });

  test("2.73% above the target given as the share of it is read as 102.73%", () => {
    const answer = check({
      ytd: figure("49,496.26"),
      shareOfTarget: figure("2.73%", "ratio"),
      target: figure("48,180.83", "target"),
    });
    expect(repairsOf(answer)[0]).toMatchObject({ kind: "percentOfForPercentUp", quantity: "shareOfTarget" });
    expect(repairsOf(answer)[0]?.value).toBeCloseTo(1.0273, 12);
  });

  test("words that say a level are refused where growth is asked", () => {
    expect(() => figure("equals 123.7%", "growth")).toThrow(/what this year is of last year/);
  });
});

describe("percent and percentage points", () => {
  const year = {
    ytd: figure("111.11"),
    priorYtd: figure("100", "target"),
    target: figure("108", "target"),
    plannedGrowth: figure("8%", "targetGrowth"),
    growth: figure("11.11%", "growth"),
  };
  const complete = reportRelations({ isComplete: true });

  test("11.11% growth on 8% planned is 3.11 points above it", () => {
    expect(check({ ...year, pointsAboveTarget: figure("3.11 points", "ratio") }, complete).verdict).toBe(
      "holds",
    );
  });

  test("38.9% more growth than planned is not 38.9 points", () => {
    const given = { ...year, pointsAboveTarget: figure("38.9%", "ratio") };
    const repairs = repairsOf(check(given, complete));
    expect(repairs[0]).toEqual({ kind: "percentForPoints", quantity: "plannedGrowth" });
    // Of the two ways to mean it only a percent of the planned growth fits.
    expect(repairs.filter(({ kind }) => kind === "percentForPoints")).toHaveLength(1);
    expect(check(given, ["growth = plannedGrowth * (1 + pointsAboveTarget)"]).verdict).toBe("holds");
    expect(check(given, ["ytd = target * (1 + pointsAboveTarget)"]).verdict).toBe("contradicts");
  });

  test("2.88% above the target is not 2.88 points above the target's growth", () => {
    const answer = check({ ...year, pointsAboveTarget: figure("2.88%", "ratio") }, complete);
    expect(repairsOf(answer).map(({ kind }) => kind)).toContain("percentForPoints");
    expect(check({ ...year, excess: figure("2.88%", "ratio") }, complete).verdict).toBe("holds");
  });

  test("points of growth given as percent above the target", () => {
    const answer = check({ ...year, excess: figure("3.11%", "ratio") }, complete);
    expect(repairsOf(answer)[0]).toMatchObject({ kind: "pointsForPercent" });
  });
});

describe("a base revised while the target's level stayed", () => {
  const answer = check(
    {
      ytd: figure("49,496.26"),
      excess: figure("2.73%", "ratio"),
      growth: figure("11.11%", "growth"),
      pointsAboveTarget: figure("3.11 points", "ratio"),
      excessAmount: figure("1,315.43"),
    },
    reportRelations({ isComplete: true }),
  );

  test("is named with both vintages", () => {
    const base = answer.findings.find(
      ({ relation }) => relation === "target = priorFullYear * (1 + plannedGrowth)",
    );
    expect(base?.verdict).toBe("contradicts");
    expect(base?.repair).toMatchObject({ kind: "revisedBase", quantity: "priorFullYear" });
    expect(base?.repair?.value).toBeCloseTo(44_611.88, 2);
    expect(base?.repair?.interval?.lower).toBeCloseTo(44_607.7, 1);
    expect(base?.repair?.interval?.upper).toBeCloseTo(44_616, 1);
    expect(base?.stated?.lower).toBeCloseTo(44_545.1, 1);
    expect(base?.stated?.upper).toBeCloseTo(44_549.1, 1);
    expect(base?.repair?.revision).toBeCloseTo(44_547.1 / 44_611.88 - 1, 6);
  });

  test("the points as an amount do not fit either, and 2.95 points would", () => {
    const amount = answer.findings.find(
      ({ relation }) => relation === "excessAmount = pointsAboveTarget * priorFullYear",
    );
    expect(amount?.verdict).toBe("contradicts");
    const points = [amount?.repair, ...(amount?.otherRepairs ?? [])].find(
      (each) => each?.quantity === "pointsAboveTarget",
    );
    expect(points?.interval?.lower).toBeCloseTo(0.02952754, 8);
    expect(points?.interval?.upper).toBeCloseTo(0.02953043, 8);
  });
});

describe("billion and trillion", () => {
  test("a slip of 1,000 is found in the figure that has it", () => {
    const answer = check({
      ytd: figure("17.8 trillion VND", "amount", "billion VND"),
      shareOfTarget: figure("36.96%", "ratio"),
      target: figure("48.18 billion VND", "target", "billion VND"),
    });
    const slip = repairsOf(answer).filter(({ kind }) => kind === "slipOfThousand");
    expect(slip.map(({ quantity, value }) => [quantity, value])).toEqual([
      ["ytd", 17.8],
      ["target", 48_180],
    ]);
    expect(slip[1]?.interval).toEqual({ lower: 48_180, upper: 48_180 });
  });
});

describe("two currencies", () => {
  const rate = (vnd: Figure, usd: Figure) => {
    const relations = [parseRelation("rate = vnd / usd")];
    return check({ vnd, usd }, [...relations, ...plausibleRate({ vnd, usd }, relations)]);
  };

  test("an amount printed in both implies a plausible rate", () => {
    const answer = rate(
      figure("more than 17.8 trillion VND", "amount", "VND"),
      figure("758 million USD", "amount", "USD"),
    );
    expect(answer.verdict).toBe("holds");
    expect(answer.quantities.rate?.lower).toBeCloseTo(23_467.369809, 6);
    expect(answer.quantities.rate?.upper).toBeCloseTo(23_630.363036, 6);
  });

  test("a slip of 1,000 in one of them shows", () => {
    const answer = rate(
      figure("17.8 billion VND", "amount", "VND"),
      figure("758 million USD", "amount", "USD"),
    );
    expect(answer.verdict).toBe("contradicts");
    expect(repairsOf(answer)[0]).toMatchObject({ kind: "slipOfThousand", quantity: "vnd" });
  });

  test("amounts that nothing ties imply no rate", () => {
    const figures = {
      vnd: figure("17.8 trillion VND", "amount", "VND"),
      usd: figure("758 million USD", "amount", "USD"),
    };
    expect(plausibleRate(figures, [])).toEqual([]);
    const relation = parseRelation("rate = vnd / usd");
    expect(plausibleRate({ ...figures, other: figures.usd }, [relation])).toEqual([]);
  });

  test("dong are not compared with dollars", () => {
    expect(() => figure("17.8 trillion VND", "amount", "million USD")).toThrow(/VND.*USD/);
  });
});

describe("rounding", () => {
  test("rounding before a subtraction widens the difference instead of contradicting", () => {
    const { quantities, verdict } = check(
      { fullYear: figure("49.5"), target: figure("48.2", "target"), excessAmount: figure("1.315") },
      ["excessAmount = fullYear - target"],
    );
    expect(verdict).toBe("holds");
    expect(quantities.fullYear?.narrowed).toMatchObject({ lower: 49.514500000000005 });
  });

  test("a target of one digit is exact, so that its contradiction stays visible", () => {
    expect(figure("$1 billion", "target")).toMatchObject({ lower: 1, upper: 1 });
    expect(figure("$1 billion", "amount")).toMatchObject({ lower: 0.5, upper: 1.5 });
  });
});

describe("growth", () => {
  test("a fall is negative once", () => {
    expect(figure("down 5%", "growth").value).toBe(-0.05);
    expect(() => figure("decrease of -5%", "growth")).toThrow(/sign twice/);
    const { quantities } = check({ ytd: figure("95.0"), growth: figure("down 5%", "growth") });
    expect(quantities.priorYtd?.value).toBeCloseTo(100, 12);
  });

  test("a fall of 100% or more is refused", () => {
    for (const text of ["-100%", "down 120%", "giảm 100%"])
      expect(() => figure(text, "growth")).toThrow(/100% or more/);
  });

  test("a small base is noted", () => {
    expect(check({ ytd: figure("90"), growth: figure("800%", "growth") }).notes).toEqual([
      { code: "smallBase", quantity: "growth" },
    ]);
    expect(check({ ytd: figure("90"), priorYtd: figure("10") }).notes[0]).toMatchObject({
      code: "smallBase",
    });
  });

  test.each(["0", "-3"])("growth on a base of %s is undefined, not infinite and not negative", (base) => {
    const answer = check({ ytd: figure("5.0"), priorYtd: figure(base) });
    expect(answer.quantities.growth).toBeUndefined();
    expect(answer.findings[0]).toMatchObject({ verdict: "notChecked" });
    expect(answer.notes[0]).toMatchObject({ code: "growthUndefined", quantity: "priorYtd" });
    expect(answer.verdict).toBe("notChecked");
  });

  test("growth does not turn the sign of a deficit", () => {
    const answer = check({ ytd: figure("-5.0"), growth: figure("10%", "growth") });
    expect(answer.quantities.priorYtd).toBeUndefined();
    expect(answer.notes[0]).toMatchObject({ code: "growthUndefined" });
  });

  test("a share of zero says nothing of the target", () => {
    const answer = check({ ytd: figure("0"), shareOfTarget: figure("0%", "ratio") });
    expect(answer.quantities.target).toBeUndefined();
  });
});

describe("several targets", () => {
  test("the share tells which of them it is a share of", () => {
    const known = { ytd: figure("over 290"), shareOfTarget: figure("31.6%", "ratio") };
    expect(check({ ...known, target: figure("920", "target") }).verdict).toBe("holds");
    expect(check({ ...known, target: figure("1,000", "target") }).verdict).toBe("contradicts");
    expect(check({ ...known, target: figure("860", "target") }).verdict).toBe("contradicts");
  });
});

describe("what one place printed over a year and a half", () => {
  test.each<[string, Record<string, Figure>, string, string]>([
    [
      "803 up 8.77% is the 738 of a year before",
      { ytd: figure("over 803"), growth: figure("8.77%", "growth"), priorYtd: figure("over 738") },
      "ytd = priorYtd * (1 + growth)",
      "holds",
    ],
    [
      "nine months and the fourth quarter make the year",
      { ytd: figure("36.29"), rest: figure("12.71"), fullYear: figure("49.00") },
      "ytd + rest = fullYear",
      "holds",
    ],
    [
      "106.75 is 12.41% of 860",
      { ytd: figure("106.75"), target: figure("860", "target"), shareOfTarget: figure("12.41%", "ratio") },
      "ytd = target * shareOfTarget",
      "holds",
    ],
    [
      "151 is 16.43% of 920",
      { ytd: figure("over 151"), target: figure("920", "target"), shareOfTarget: figure("16.43%", "ratio") },
      "ytd = target * shareOfTarget",
      "holds",
    ],
    [
      "151 is not twice 106.75",
      { ytd: figure("over 151"), priorYtd: figure("106.75"), growth: figure("2.0 times", "growth") },
      "ytd = priorYtd * (1 + growth)",
      "contradicts",
    ],
  ])("%s", (_, quantities, relation, verdict) => {
    expect(check(quantities, [relation]).verdict).toBe(verdict);
  });
});

test("the mean of some months is not a part of the year's mean", () => {
  const index = { priorYtd: figure("105.2"), priorFullYear: figure("103.1") };
  expect(check(index, reportRelations({ aggregation: "average" })).verdict).toBe("notChecked");
  expect(check(index, reportRelations()).verdict).toBe("contradicts");
});

test("a relation of the caller may say what else its words can mean", () => {
  const relation = parseRelation("rice = total * share", {
    otherMeanings: [
      {
        kind: "percentOfForPercentUp",
        relation: "total = rice * (1 + share)",
      },
    ],
  });
  const answer = check({ rice: figure("80.0"), total: figure("100.0"), share: figure("25%", "ratio") }, [
    relation,
  ]);
  expect(repairsOf(answer)[0]).toMatchObject({ kind: "percentOfForPercentUp" });
});

describe("a bound", () => {
  const finding = (quantities: Record<string, Figure>, relation: string) =>
    check(quantities, [relation]).findings[0];

  test("that holds only under a weaker reading says so", () => {
    const parts = { rice: figure("194"), seafood: figure("101"), ytd: figure("290") };
    expect(finding(parts, "rice + seafood <= ytd")).toMatchObject({
      verdict: "holdsIfCoarse",
      repair: { kind: "coarseZeros", quantity: "ytd" },
    });
    expect(finding({ rice: figure("12.6"), ytd: figure("12") }, "rice <= ytd")).toMatchObject({
      verdict: "holdsIfTruncated",
      repair: { kind: "truncated", quantity: "ytd" },
    });
    const fits = finding({ rice: figure("12"), ytd: figure("13") }, "rice <= ytd");
    expect(fits?.verdict).toBe("holds");
    expect(fits?.repair).toBeUndefined();
  });

  test("a part of a year is not saved by the coarse zeros of the year", () => {
    const answer = check({ priorYtd: figure("1,200"), priorFullYear: figure("1,000") }, reportRelations());
    expect(answer.verdict).toBe("contradicts");
    expect(answer.findings[0]?.conflict).toEqual(["priorYtd", "priorFullYear"]);
    expect(
      check({ priorYtd: figure("900"), priorFullYear: figure("1,000") }, reportRelations()).verdict,
    ).toBe("holds");
  });
});
