import { describe, expect, test } from "vitest";
import { NOTE_CODES, type Note } from "../../src/engine/note.ts";
import { noteMessage } from "../../src/presentation/notes.ts";

const NOTES: readonly Note[] = [
  { code: "januaryAlone", values: { period: "2025-01" } },
  { code: "tetInWindow", values: { thisYear: "2024-02-10", lastYear: "2023-01-22" } },
  { code: "seasonNotKnown", values: {} },
  { code: "earlyGrowthFades", values: { growth: 0.639, elapsed: 2 } },
  { code: "smallBase", values: { quantity: "growth" } },
  { code: "growthUndefined", values: { quantity: "priorYtd" } },
  {
    code: "unitSlip",
    values: {
      quantity: "target:plan",
      value: 48.18,
      factor: 1000,
      suggested: 48_180,
      comparedWith: "ytd",
      comparedValue: 17_800,
    },
  },
  { code: "ambiguousDecimal", values: { quantity: "ytd", written: "1.315", value: 1.315 } },
  { code: "percentOfLastYear", values: { growth: 1.2126, instead: 0.2126 } },
  {
    code: "targetsConflict",
    values: { first: "plan", firstValue: 920, second: "ambition", secondValue: 1000 },
  },
  { code: "targetImpliedByShare", values: { target: 917.7215, lower: 916.27, upper: 922.35 } },
  { code: "growthTargetTakenAsPlan", values: { growth: 0.08, target: 928.8 } },
  { code: "priorFullYearEstimated", values: { priorFullYear: 802.1, lower: 731, upper: 880 } },
  { code: "baseRevised", values: { period: "2022-12", before: 44.61, after: 44.547 } },
  { code: "cumulativeFell", values: { period: "2024-03", before: 231, after: 205 } },
  { code: "planNotInProbability", values: {} },
  { code: "equalsPlan", values: { fiscalYear: 2023, fullYear: 860 } },
  { code: "estimateBeforePeriodEnd", values: { period: "2023-05", asOf: "2023-05-26" } },
  { code: "scenarioNotPossible", values: { scenario: "sameGrowth", obstacle: "needsGrowth" } },
  { code: "stockNotAnnualized", values: {} },
  { code: "averageNotSummed", values: {} },
  { code: "lastYearNotUsed", values: { priorYtd: 290, priorFullYear: 280 } },
  { code: "moreWouldHelp", values: { figure: "reports" } },
  { code: "historyLeftOut", values: { count: 3, period: "2024-04" } },
  { code: "historyEndsEarlier", values: { period: "2024-Q1", through: "2024-Q2" } },
  { code: "reportsAfterAsOf", values: { count: 2, asOf: "2024-05-10" } },
];

test("every code is here", () => {
  expect(NOTES.map(({ code }) => code).sort()).toEqual([...NOTE_CODES].sort());
});

describe.each(NOTES)("$code", (note) => {
  test.each(["en", "vi"] as const)("is one whole sentence or more in %s", (lang) => {
    const message = noteMessage(note, { lang, unit: "million USD" });
    expect(message).toMatch(/^[\p{Lu}\d].*\.$/u);
    expect(message).not.toMatch(/undefined|NaN|null|Infinity|\[object/);
  });
});

test("amounts, ratios and dates are in the language", () => {
  const [, tet, , early] = NOTES;
  expect(noteMessage(early as Note, { lang: "vi" })).toContain("Mức tăng 63,9% sau 2 tháng");
  expect(noteMessage(tet as Note, { lang: "en" })).toContain("Tet was on 10 February 2024");
  expect(noteMessage(tet as Note, { lang: "vi" })).toContain("ngày 10/2/2024");
  const implied = NOTES.find(({ code }) => code === "targetImpliedByShare") as Note;
  expect(noteMessage(implied, { lang: "vi", unit: "million USD" })).toBe(
    "Từ số lũy kế và tỷ lệ thực hiện suy ra kế hoạch năm khoảng 917,7 triệu USD (từ 916,3 đến 922,4 triệu USD).",
  );
});

test("remarks name what they mean", () => {
  const told = (code: Note["code"], wording: Parameters<typeof noteMessage>[1]) =>
    noteMessage(NOTES.find((note) => note.code === code) as Note, wording);
  expect(told("moreWouldHelp", { lang: "vi" })).toBe(
    "Thông tin giúp dự báo sát hơn nhiều nhất là số liệu các năm trước (cùng kỳ và cả năm).",
  );
  const last: Note = { code: "moreWouldHelp", values: { figure: "priorFullYear" } };
  expect(noteMessage(last, { lang: "vi", aggregation: "average" })).toBe(
    "Thông tin giúp dự báo sát hơn nhiều nhất là bình quân năm trước.",
  );
  expect(noteMessage(last, { lang: "en", aggregation: "average" })).toContain("last year's average would");
  expect(told("planNotInProbability", { lang: "en" })).not.toMatch(/plan/);
  expect(told("planNotInProbability", { lang: "vi" })).not.toMatch(/kế hoạch/);
});

test("a revised base may be named instead of dated", () => {
  const note: Note = {
    code: "baseRevised",
    values: { period: "priorFullYear", before: 44.61, after: 44.547 },
  };
  expect(noteMessage(note, { lang: "en", unit: "trillion VND" })).toBe(
    "Last year's total was first reported as VND44.61 trillion; later reports imply VND44.55 trillion. It was probably revised.",
  );
});
