import { describe, expect, test } from "vitest";
import { NOTE_CODES, type Note } from "../../src/engine/note.ts";
import { noteMessage } from "../../src/presentation/notes.ts";

const AN_GIANG = { name: "An Giang", nameVi: "An Giang" };
const KIEN_GIANG = { name: "Kien Giang", nameVi: "Kiên Giang" };
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
  { code: "gapsFilled", values: { count: 2, periods: ["2022-03", "2022-04"] } },
  { code: "sumsSpread", values: { count: 4, periods: ["2021-01", "2021-02", "2022-01", "2022-02"] } },
  {
    code: "outliersSetAside",
    values: { count: 1, outliers: [{ period: "2020-04", value: 21.4, expected: 60.23456 }] },
  },
  { code: "latestUnusual", values: { period: "2024-04", value: 99.31, expected: 72.1 } },
  { code: "levelShift", values: { period: "2022-03", before: 61.2, after: 70.8 } },
  { code: "unusualSpell", values: { from: "2020-04", to: "2020-06", before: 60, during: 31.5 } },
  { code: "historyTooShort", values: { count: 9, needed: 13, unit: "months" } },
  { code: "historyTooSparse", values: { reason: "tooManyGaps" } },
  { code: "historyNotUsed", values: { reason: "notPositive" } },
  { code: "backtestTooShort", values: {} },
  { code: "horizonNeedsHistory", values: {} },
  { code: "figuresRestated", values: { restated: "sum" } },
  {
    code: "unitEnded",
    values: { unit: KIEN_GIANG, successor: AN_GIANG, changedOn: "2025-07-01", isRenamed: false },
  },
  { code: "areaAroundChanged", values: { unit: AN_GIANG, changedOn: "2025-07-01" } },
  {
    code: "baseOfOtherArea",
    values: {
      unit: AN_GIANG,
      changedOn: "2025-07-01",
      before: [KIEN_GIANG, AN_GIANG],
      figures: ["growth", "priorFullYear"],
    },
  },
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

describe("what was found in a history", () => {
  const en = { lang: "en", unit: "million USD" } as const;
  const vi = { lang: "vi", unit: "million USD" } as const;
  const cases: readonly (readonly [Note, string, string])[] = [
    [
      { code: "gapsFilled", values: { count: 2, periods: ["2022-03", "2022-04"] } },
      "Two periods without a figure (March 2022 and April 2022) were filled in from the season and their neighbours.",
      "2 kỳ không có số liệu (tháng 3/2022 và tháng 4/2022) đã được ước tính theo mùa vụ và các kỳ lân cận.",
    ],
    [
      { code: "gapsFilled", values: { count: 1, periods: ["2022-Q3"] } },
      "One period without a figure (Q3 2022) was filled in from the season and its neighbours.",
      "1 kỳ không có số liệu (quý III/2022) đã được ước tính theo mùa vụ và các kỳ lân cận.",
    ],
    [
      {
        code: "sumsSpread",
        values: { count: 14, periods: Array.from({ length: 14 }, (_, year) => `${2001 + year}-01`) },
      },
      "14 periods (January 2001, January 2002, January 2003 and 11 more) are known only in sums; they were spread by the usual pattern so that every reported sum is met.",
      "14 kỳ (tháng 1/2001, tháng 1/2002, tháng 1/2003 và 11 kỳ khác) chỉ có số cộng dồn; số liệu từng kỳ được phân bổ theo quy luật thông thường, khớp mọi số lũy kế đã báo cáo.",
    ],
    [
      { code: "sumsSpread", values: { count: 1, periods: ["2021-02"] } },
      "One period (February 2021) is known only in a sum; it was worked out by the usual pattern so that every reported sum is met.",
      "1 kỳ (tháng 2/2021) chỉ có số cộng dồn; số liệu từng kỳ được phân bổ theo quy luật thông thường, khớp mọi số lũy kế đã báo cáo.",
    ],
    [
      {
        code: "outliersSetAside",
        values: { count: 1, outliers: [{ period: "2020-04", value: 21.4, expected: 60.23456 }] },
      },
      "One unusual value (April 2020: US$21.4 million, expected about US$60.23 million) was set aside when fitting.",
      "1 giá trị bất thường (tháng 4/2020: 21,4 triệu USD, dự kiến khoảng 60,23 triệu USD) không được dùng khi ước lượng mô hình.",
    ],
    [
      {
        code: "outliersSetAside",
        values: {
          count: 4,
          outliers: [2017, 2018, 2019, 2020].map((year) => ({
            period: `${year}-04`,
            value: 20,
            expected: 60,
          })),
        },
      },
      "Four unusual values (April 2017: US$20 million, expected about US$60 million; April 2018: US$20 million, expected about US$60 million; April 2019: US$20 million, expected about US$60 million; 1 more) were set aside when fitting.",
      "4 giá trị bất thường (tháng 4/2017: 20 triệu USD, dự kiến khoảng 60 triệu USD; tháng 4/2018: 20 triệu USD, dự kiến khoảng 60 triệu USD; tháng 4/2019: 20 triệu USD, dự kiến khoảng 60 triệu USD; 1 giá trị khác) không được dùng khi ước lượng mô hình.",
    ],
    [
      { code: "latestUnusual", values: { period: "2024-04", value: 99.31, expected: 72.1 } },
      "The value of April 2024, US$99.31 million, is unusual (about US$72.1 million was expected); it is kept, since it may be a new level.",
      "Số liệu tháng 4/2024 là bất thường (99,31 triệu USD, dự kiến khoảng 72,1 triệu USD); vẫn được giữ vì có thể là mặt bằng mới.",
    ],
    [
      { code: "levelShift", values: { period: "2022-03", before: 61.2, after: 70.8 } },
      "From March 2022 on the usual level is about US$70.8 million, before it about US$61.2 million.",
      "Từ tháng 3/2022, mặt bằng vào khoảng 70,8 triệu USD, trước đó khoảng 61,2 triệu USD.",
    ],
    [
      { code: "unusualSpell", values: { from: "2020-04", to: "2020-06", before: 60, during: 31.5 } },
      "From April 2020 to June 2020 the level was about US$31.5 million instead of US$60 million, then it came back; for fitting, its values were set to the usual level.",
      "Từ tháng 4/2020 đến tháng 6/2020, mặt bằng chỉ khoảng 31,5 triệu USD thay vì 60 triệu USD, sau đó trở lại; khi ước lượng mô hình, số liệu của đợt này được đưa về mặt bằng thông thường.",
    ],
    [
      { code: "unusualSpell", values: { from: "2020-04", to: "2020-04", before: 60, during: 91.5 } },
      "In April 2020 the level was about US$91.5 million instead of US$60 million, then it came back; for fitting, its values were set to the usual level.",
      "Riêng tháng 4/2020, mặt bằng lên tới khoảng 91,5 triệu USD thay vì 60 triệu USD, sau đó trở lại; khi ước lượng mô hình, số liệu của đợt này được đưa về mặt bằng thông thường.",
    ],
    [
      { code: "historyTooShort", values: { count: 9, needed: 13, unit: "months" } },
      "A forecast from history needs 13 months; 9 are known, so the forecast rests on year totals.",
      "Dự báo theo chuỗi số liệu cần 13 tháng, hiện có 9 tháng, nên dự báo dựa trên số liệu tổng hợp theo năm.",
    ],
    [
      { code: "historyTooShort", values: { count: 1, needed: 9, unit: "quarters" } },
      "A forecast from history needs 9 quarters; 1 is known, so the forecast rests on year totals.",
      "Dự báo theo chuỗi số liệu cần 9 quý, hiện có 1 quý, nên dự báo dựa trên số liệu tổng hợp theo năm.",
    ],
    [
      { code: "historyTooSparse", values: { reason: "tooFewFigures" } },
      "The history has too few figures for the periods that it spans, so the forecast rests on year totals.",
      "Chuỗi số liệu có quá ít số so với khoảng thời gian bao quát, nên dự báo dựa trên số liệu tổng hợp theo năm.",
    ],
  ];
  test.each(cases)("%j", (note, english, vietnamese) => {
    expect(noteMessage(note, en)).toBe(english);
    expect(noteMessage(note, vi)).toBe(vietnamese);
  });
});
