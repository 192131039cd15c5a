import { describe, expect, test } from "vitest";
import { ambiguousDecimals, percentOfLastYear, unitSlips } from "../../../src/engine/report/plausibility.ts";
import { readReport } from "../../../src/engine/report/read-report.ts";
import { isVietnamese, knowledge } from "../../../src/knowledge.ts";
import { readQuestion } from "../../../src/schema/question.ts";

/** A raw question as the checks take it. */
function read(raw: Record<string, unknown>) {
  const question = readQuestion({ through: "2023-05", ...raw }, { isVietnamese });
  const { figures, targets } = readReport(question, knowledge);
  return { question, figures, targets };
}

const slips = (raw: Record<string, unknown>) =>
  unitSlips(read(raw)).map(({ values }) => {
    const { quantity, suggested, comparedWith } = values as Record<string, unknown>;
    return [quantity, Number(Number(suggested).toPrecision(12)), comparedWith];
  });

describe("a slip of a thousand", () => {
  test.each([
    [{ ytd: "17800 tỷ đồng", target: "48,18 tỷ đồng" }, [["target:target", 48_180, "ytd"]]],
    [{ ytd: "17.8 billion VND", target: "48.18 trillion VND" }, [["ytd", 17_800, "target:target"]]],
    [{ ytd: "17,8 tỷ đồng", target: "48,18 nghìn tỷ đồng" }, [["ytd", 17_800, "target:target"]]],
    [
      { ytd: "1,2 tỷ USD", priorFullYear: "2,400 triệu USD", decimal: "comma" },
      [["priorFullYear", 2.4, "ytd"]],
    ],
    [{ ytd: "17.8 trillion VND", priorYtd: "16.18 billion VND" }, [["priorYtd", 16.18, "ytd"]]],
    [{ ytd: 17.8, target: { name: "plan", value: 48_180 } }, [["ytd", 17_800, "target:plan"]]],
  ])("%j", (raw, expected) => {
    expect(slips(raw)).toEqual(expected);
  });

  test("is put where it reconciles most figures, also where it would be too large", () => {
    expect(slips({ ytd: 17_800, priorYtd: 16.18, priorFullYear: 44.6, target: 48.18 })).toEqual([
      ["ytd", 17.8, "priorYtd"],
    ]);
    expect(slips({ ytd: 17.8, priorYtd: 16_180, priorFullYear: 44.6, target: 48.18 })).toEqual([
      ["priorYtd", 16.18, "ytd"],
    ]);
  });

  test("may be in two figures of four", () => {
    expect(slips({ ytd: 17.8, priorYtd: 16.18, priorFullYear: 44_600, target: 48_180 })).toEqual([
      ["ytd", 17_800, "priorFullYear"],
      ["priorYtd", 16_180, "ytd"],
    ]);
  });

  test.each([
    { ytd: 17.8, target: 48.18, priorYtd: 16.18, priorFullYear: 44.6 },
    // Ten times the usual: a slip of a thousand would be as far off on the other side.
    { ytd: 480, target: 48.18 },
    { through: "2024-01", ytd: 0.3, target: 100 },
    { through: "2024-02", ytd: 250, target: 100 },
    { through: "2024-12", ytd: 300, target: 10 },
    { ytd: 100, priorYtd: 2 },
    { ytd: 0, priorYtd: 5, target: 10 },
    { aggregation: "last", ytd: 2, target: 2000 },
    // A year-to-date figure that follows from the others says nothing of their scale.
    { shareOfTarget: "36.9%", target: 48_180 },
  ])("is not seen in %j", (raw) => {
    expect(slips(raw)).toEqual([]);
  });
});

describe("percent of last year given as growth", () => {
  const instead = (raw: Record<string, unknown>) =>
    percentOfLastYear(read({ through: "2024-04", ytd: 290, ...raw })).map(({ values }) => {
      const rate = (values as { readonly instead: number }).instead;
      return Number(rate.toFixed(6));
    });

  test("is asked about, up or down", () => {
    expect(instead({ growth: "121.26%" })).toEqual([0.2126]);
    expect(instead({ growth: 1.2126 })).toEqual([0.2126]);
    expect(instead({ growth: "85%" })).toEqual([-0.15]);
    expect(instead({ growth: "121.26%", priorFullYear: 860 })).toEqual([0.2126]);
  });

  test.each([
    { growth: "21.26%" },
    { growth: "-85%" },
    { growth: "800%" },
    { growth: "2.2 times" },
    { growth: "121.26%", priorYtd: 131 },
    { growth: "121.26%", priorFullYear: 400 },
  ])("is not seen in %j", (raw) => {
    expect(instead(raw)).toEqual([]);
  });
});

describe("a lone separator before three digits", () => {
  const reading = (raw: Record<string, unknown>) => {
    const question = readQuestion({ through: "2023-05", ...raw }, { isVietnamese });
    const asked = ambiguousDecimals({ question }).map(
      ({ values }) => (values as { quantity: string }).quantity,
    );
    return [question.figures.ytd?.value, asked];
  };

  test.each([
    // Told, or shown by the words, by another figure of the question, or by its language.
    [{ ytd: "1,315", decimal: "comma" }, 1.315],
    [{ ytd: "9,361 billion VND" }, 9361],
    [{ ytd: "1,315 tỷ đồng" }, 1.315],
    [{ ytd: "1.315 tấn" }, 1315],
    [{ ytd: "1.315 tons" }, 1.315],
    [{ ytd: "1.315 tỷ đồng", lang: "vi" }, 1315],
    [{ ytd: "1.315", priorFullYear: "49.496,26" }, 1315],
    [{ ytd: "1.315", growth: "21,3%" }, 1315],
    [{ ytd: "1,315", growth: "21.3%", lang: "vi" }, 1315],
    [{ ytd: "1.315", target: "1.420.000", lang: "en" }, 1315],
    [{ ytd: "1.315", lang: "vi" }, 1315],
    [{ ytd: "1.315", lang: "en" }, 1.315],
    [{ ytd: 1.315 }, 1.315],
    [{ ytd: "0.315" }, 0.315],
    // A number as a program writes it, which a URL can only carry as text.
    [{ ytd: "1.315" }, 1.315],
    [{ ytd: "1.315", growth: "21,3%", priorFullYear: "49,496.26" }, 1.315],
    [{ ytd: "1315.430" }, 1315.43],
  ])("is told in %j", (raw, value) => {
    expect(reading(raw)).toEqual([value, []]);
  });

  test.each([
    [{ ytd: "1,315" }, 1315],
    [{ ytd: "1.315 units" }, 1.315],
    [{ ytd: "9,361 billion VND", lang: "vi" }, 9361],
    [{ ytd: "1,315 tỷ đồng", lang: "en" }, 1.315],
  ])("is asked about in %j", (raw, value) => {
    expect(reading(raw)).toEqual([value, ["ytd"]]);
  });

  test("is asked about in earlier reports, once", () => {
    const reports = ["2021", "2022"].map((year) => ({ through: `${year}-12`, ytd: "1,315" }));
    expect(reading({ ytd: 290, reports })).toEqual([290, ["ytd 2021-12"]]);
  });

  test("is asked about in targets too", () => {
    const question = readQuestion(
      { through: "2023-05", ytd: 290, target: [{ name: "plan", value: "1,315", growth: "1.500%" }] },
      { isVietnamese },
    );
    expect(ambiguousDecimals({ question }).map(({ values }) => values)).toEqual([
      { quantity: "target:plan", written: "1,315", value: 1315 },
      { quantity: "plannedGrowth", written: "1.500%", value: 0.015 },
    ]);
  });
});
