import { expect, test } from "vitest";
import type { Finding } from "../../src/engine/figure/finding.ts";
import { IMPLIED_TARGET } from "../../src/engine/report/targets.ts";
import type { ScenarioAssumption } from "../../src/engine/target/scenario.ts";
import { assumptionText, scenarioName } from "../../src/presentation/assumption.ts";
import { findingClause, findingMessage, repairMessage } from "../../src/presentation/finding.ts";
import { indicatorName } from "../../src/presentation/indicator-words.ts";
import { placeName } from "../../src/presentation/place-words.ts";
import { quantityName, quantityRange, targetPhrase } from "../../src/presentation/quantity-words.ts";

const months = { elapsed: 4, remaining: 8 };
const quarters = { elapsed: 2, remaining: 2, fiscalYearStart: 1 };

test.each<readonly [ScenarioAssumption, string, string]>([
  [
    { kind: "remainderGrowth", growth: 0.08 },
    "the remaining months grow 8% on last year's",
    "các tháng còn lại tăng 8% so với cùng kỳ năm trước",
  ],
  [
    { kind: "yearGrowth", growth: -0.0125 },
    "the full year falls 1.25% on last year",
    "cả năm giảm 1,25% so với năm trước",
  ],
  [
    { kind: "breakEven", target: "plan", value: 920 },
    "the year ends exactly at the plan of US$920 million",
    "cả năm vừa đạt kế hoạch 920 triệu USD",
  ],
  [
    {
      kind: "periods",
      periods: [
        { period: "2024-05", value: 80 },
        { period: "2024-Q3", growth: 0.05 },
      ],
    },
    "May 2024 is US$80 million and Q3 2024 grows 5% on last year's; the others follow the forecast",
    "tháng 5/2024 đạt 80 triệu USD và quý III/2024 tăng 5% so với cùng kỳ năm trước; các tháng khác theo dự báo",
  ],
  [
    { kind: "shock", change: -0.2, periods: ["2024-06", "2024-07"] },
    "June 2024 and July 2024 come 20% below the forecast",
    "tháng 6/2024 và tháng 7/2024 thấp hơn dự báo 20%",
  ],
])("%o", (assumption, en, vi) => {
  expect(assumptionText(assumption, months, { lang: "en", unit: "million USD" })).toBe(en);
  expect(assumptionText(assumption, months, { lang: "vi", unit: "million USD" })).toBe(vi);
});

test("quarters are called so", () => {
  expect(assumptionText({ kind: "flatOnLastYear" }, quarters, { lang: "en" })).toBe(
    "the remaining quarters equal last year's",
  );
  expect(assumptionText({ kind: "currentPace" }, quarters, { lang: "vi" })).toBe(
    "mỗi quý còn lại bằng mức bình quân từ đầu năm",
  );
});

test("standard scenarios have names in the language, own names stay", () => {
  const breakEven: ScenarioAssumption = { kind: "breakEven", target: "plan", value: 1 };
  expect(scenarioName({ name: "breakEven", assumption: breakEven }, "vi")).toBe("vừa đạt kế hoạch");
  expect(scenarioName({ name: "currentPace", assumption: { kind: "currentPace" } }, "en")).toBe(
    "current pace",
  );
  expect(scenarioName({ name: "cautious", assumption: { kind: "currentPace" } }, "vi")).toBe("cautious");
});

const parts: Finding = {
  relation: "rice + seafood <= ytd",
  quantity: "ytd",
  formula: "rice + seafood",
  derived: { lower: 300, upper: 301 },
  stated: { lower: 290, upper: 291 },
  verdict: "contradicts",
};

test("an inequality is told as a bound", () => {
  expect(findingClause(parts, { lang: "en" })).toBe(
    '300 to 301 from "rice" and "seafood" should be no more than the year-to-date figure, 290 to 291',
  );
  expect(findingMessage(parts, { lang: "vi" })).toBe(
    "Mức từ 300 đến 301 tính từ “rice” và “seafood” không được lớn hơn số lũy kế (từ 290 đến 291) (mâu thuẫn).",
  );
});

test("one figure that bounds another is told by name", () => {
  const finding = {
    ...parts,
    relation: "priorYtd <= priorFullYear",
    quantity: "priorFullYear",
    formula: "priorYtd",
  };
  expect(findingClause(finding, { lang: "en" })).toBe(
    "last year's same period, 300 to 301, should be no more than last year's total, 290 to 291",
  );
  expect(findingClause(finding, { lang: "vi" })).toBe(
    "số cùng kỳ năm trước (từ 300 đến 301) không được lớn hơn số cả năm trước (từ 290 đến 291)",
  );
});

test("ratios are told in percent, points in points, the rest bare", () => {
  expect(quantityRange("growth", { lower: 0.0995, upper: 0.1005 }, { lang: "vi" })).toBe(
    "từ 9,95 đến 10,05%",
  );
  expect(quantityRange("pointsAboveTarget", { lower: 0.0311, upper: 0.0311 }, { lang: "vi" })).toBe(
    "3,11 điểm phần trăm",
  );
  expect(quantityRange("rice", { lower: 100, upper: 101 }, { lang: "en", unit: "million USD" })).toBe(
    "100 to 101",
  );
  expect(quantityName("constructor", { lang: "en" })).toBe('"constructor"');
});

test("figures of averages and stocks are no totals", () => {
  expect(quantityName("priorFullYear", { lang: "vi", aggregation: "average" })).toBe("bình quân năm trước");
  expect(quantityName("priorFullYear", { lang: "en", aggregation: "average" })).toBe("last year's average");
  expect(quantityName("ytd", { lang: "en", aggregation: "last" })).toBe("the latest level");
  expect(quantityName("target", { lang: "en", aggregation: "last" })).toBe("the target");
  expect(quantityName("priorFullYear", { lang: "vi", aggregation: "sum" })).toBe("số cả năm trước");
});

test("what the history makes of a figure is named by how its periods make the year", () => {
  const named = (quantity: string, aggregation: "sum" | "average" | "last") => [
    quantityName(quantity, { lang: "en", aggregation }),
    quantityName(quantity, { lang: "vi", aggregation }),
  ];
  expect(named("historyYtd", "sum")).toEqual([
    "the sum of the history's periods",
    "tổng các kỳ trong chuỗi số liệu",
  ]);
  expect(named("historyYtd", "average")).toEqual([
    "the mean of the history's periods",
    "bình quân các kỳ trong chuỗi số liệu",
  ]);
  expect(named("historyPriorYtd", "last")).toEqual([
    "the history's level a year earlier",
    "mức cùng kỳ năm trước theo chuỗi số liệu",
  ]);
  expect(named("historyPriorFullYear", "sum")).toEqual([
    "the history's total of last year",
    "số cả năm trước theo chuỗi số liệu",
  ]);
  const summed: Finding = {
    relation: "ytd = historyYtd",
    quantity: "ytd",
    formula: "historyYtd",
    derived: { lower: 88.2, upper: 88.6 },
    stated: { lower: 90, upper: 90.1 },
    verdict: "contradicts",
  };
  expect(findingClause(summed, { lang: "en", unit: "million USD" })).toBe(
    "the sum of the history's periods gives the year-to-date figure as US$88.2 to 88.6 million, but US$90 to 90.1 million was stated",
  );
});

test("a target implied by the share is named so, by its name or by its origin", () => {
  const en = { lang: "en", unit: "million USD" } as const;
  const phrase = "the plan of about US$917.7 million implied by the share";
  expect(targetPhrase({ name: IMPLIED_TARGET, value: 917.7215, origin: "stated" }, en)).toBe(phrase);
  expect(targetPhrase({ name: "any", value: 917.7215, origin: "impliedByShare" }, en)).toBe(phrase);
  const breakEven = { kind: "breakEven", target: IMPLIED_TARGET, value: 917.7215 } as const;
  expect(assumptionText(breakEven, months, en)).toBe(`the year ends exactly at ${phrase}`);
  expect(scenarioName({ name: "breakEven", assumption: breakEven }, "vi")).toBe(
    "vừa đạt kế hoạch suy ra từ tỷ lệ thực hiện",
  );
});

test("a contradiction that shows only together with other figures is told as one", () => {
  const finding: Finding = {
    ...parts,
    relation: "ytd = target * shareOfTarget",
    formula: "target * shareOfTarget",
    derived: { lower: 289, upper: 292 },
  };
  expect(findingClause(finding, { lang: "en" })).toBe(
    "the target and the share of the plan give the year-to-date figure as 289 to 292, and 290 to 291 was stated: these agree alone, but not together with the other figures",
  );
  expect(findingClause(finding, { lang: "vi" })).toContain("riêng hai mức này khớp nhau");
});

test("findings and repairs use words, not names of fields", () => {
  const notChecked: Finding = { ...parts, relation: "growth = ytd / priorYtd - 1", verdict: "notChecked" };
  expect(findingMessage(notChecked, { lang: "en" })).toBe(
    "The relation the growth on last year's same period = the year-to-date figure / last year's same period - 1 cannot be checked, since a divisor may be zero.",
  );
  const base = { quantity: "priorFullYear", value: 44610 } as const;
  expect(repairMessage({ ...base, kind: "revisedBase", revision: -0.00145 }, { lang: "en" })).toBe(
    "Holds if last year's total was revised by -0.145% between the two reports: 44,610",
  );
  expect(repairMessage({ ...base, kind: "revisedBase", revision: -0.00145 }, { lang: "vi" })).toBe(
    "Khớp nếu số cả năm trước đã được điều chỉnh -0,145% giữa hai lần công bố: 44.610",
  );
});

test("repairs in Vietnamese name what to check", () => {
  const repair = {
    kind: "slipOfThousand",
    quantity: "target",
    interval: { lower: 48.18, upper: 48.18 },
  } as const;
  expect(repairMessage(repair, { lang: "vi", unit: "nghìn tỷ đồng" })).toBe(
    "Khớp nếu kế hoạch năm bị nhầm đơn vị 1.000 lần (chẳng hạn giữa tỷ và nghìn tỷ): 48,18 nghìn tỷ đồng",
  );
});

test("indicators and places are known in both languages", () => {
  expect(indicatorName("Kim ngạch xuất khẩu", "en")).toBe("exports");
  expect(indicatorName("Retail sales", "vi")).toBe("tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng");
  expect(indicatorName("exports of rice", "vi")).toBe("exports of rice");
  expect(placeName("ba ria-vung tau", "vi")).toBe("Bà Rịa - Vũng Tàu");
  expect(placeName("TP Hồ Chí Minh", "en")).toBe("Ho Chi Minh City");
  expect(placeName("Đắk Lắk", "en")).toBe("Dak Lak");
  expect(placeName("Bavaria", "vi")).toBe("Bavaria");
});
