import { describe, expect, test } from "vitest";
import { sectionsOf } from "../../src/presentation/answers.ts";
import { hedgeOf, reportedAmount } from "../../src/presentation/reported-digits.ts";
import { backtestSentence, presentSentence } from "../../src/presentation/sentence.ts";
import {
  complete2023,
  exports2024,
  exportsPlan2024,
  history2024,
  index2024,
  minimal,
  OUTLOOKS,
  occupancy2024,
  output2023,
  planWeighted,
  quarterly2023,
  shareOnly,
} from "./fixtures.ts";

const en = (outlook: typeof minimal) => presentSentence(outlook, { lang: "en" });
const vi = (outlook: typeof minimal) => presentSentence(outlook, { lang: "vi" });

test("Kien Giang exports with the plan of 920, in English", () => {
  expect(en(exportsPlan2024)).toBe(
    "Exports of Kien Giang reached over US$290 million in the first four months of 2024, 31.6% of the plan, up 21.26% on the same period of last year. " +
      "The year is likely to end near US$985.3 million (80% interval: US$897.4 to 1,082 million), up 14.6% on last year. " +
      "The probability of reaching the plan of US$920 million is 71%. " +
      "For the plan, each of the remaining eight months must bring on average US$78.75 million, 1.09 times the pace so far and 1.5% more than in the same months of last year (19.8 percentage points below the growth so far). " +
      "As a separate number, if the plan is itself taken as evidence, the year ends near US$961.2 million and the probability of reaching it is 83%.",
  );
});

test("Kien Giang exports with the plan of 920, in Vietnamese", () => {
  expect(vi(exportsPlan2024)).toBe(
    "Kim ngạch xuất khẩu của Kiên Giang 4 tháng đầu năm 2024 đạt hơn 290 triệu USD, bằng 31,6% kế hoạch năm, tăng 21,26% so với cùng kỳ năm trước. " +
      "Dự báo cả năm 2024 đạt khoảng 985,3 triệu USD (khoảng dự báo 80%: từ 897,4 đến 1.082 triệu USD), tăng 14,6% so với năm trước. " +
      "Xác suất hoàn thành kế hoạch 920 triệu USD là 71%. " +
      "Để hoàn thành kế hoạch, bình quân mỗi tháng trong 8 tháng còn lại phải đạt 78,75 triệu USD, gấp 1,09 lần mức bình quân từ đầu năm, tăng 1,5% so với cùng kỳ năm trước (thấp hơn tốc độ tăng từ đầu năm 19,8 điểm phần trăm). " +
      "Nếu lấy chính kế hoạch làm một căn cứ dự báo (số tham khảo, tính riêng), cả năm đạt khoảng 961,2 triệu USD và xác suất hoàn thành kế hoạch này là 83%.",
  );
});

test("two targets and a contradiction", () => {
  expect(en(exports2024)).toContain(
    "The probability of reaching the target of US$1,000 million is 43%; for the plan of about US$917.7 million implied by the share it is 81%.",
  );
  expect(en(exports2024)).toContain(
    "The figures contradict each other: the year-to-date figure and the share of the plan give the target as US$916.3 to 922.3 million, but US$1,000 million was stated.",
  );
  expect(vi(exports2024)).toContain(
    "Số liệu báo cáo có mâu thuẫn: theo số lũy kế và tỷ lệ thực hiện kế hoạch, kế hoạch năm phải nằm trong khoảng từ 916,3 đến 922,3 triệu USD, trong khi báo cáo nêu 1.000 triệu USD.",
  );
});

test("industrial output: a remainder without precedent", () => {
  expect(en(output2023)).toContain(
    "each of the remaining seven months must bring on average VND4.34 trillion, 1.22 times the pace so far and 6.9% more than in the same months of last year (3.1 percentage points below the growth so far). No earlier year on record brought as much in these months.",
  );
  expect(vi(output2023)).toContain("đạt hơn 17,8 nghìn tỷ đồng, bằng 36,96% kế hoạch năm, tăng 10% so với");
});

test("an index is averaged and its plan has no share", () => {
  expect(en(index2024)).toMatch(
    /^The index of industrial production of Bac Ninh averaged 104\.2 in the first six months of 2024, down 1\.3% on the same period of last year\. The year's average is likely to come near 105\.1/,
  );
  expect(en(index2024)).toContain(
    "is less than 1%. For the plan, the remaining six months must average 111.8, 1.07 times the average so far.",
  );
  expect(vi(index2024)).toContain(
    "bình quân 6 tháng đầu năm 2024 đạt 104,2, giảm 1,3% so với cùng kỳ năm trước.",
  );
  expect(vi(index2024)).toContain("Xác suất hoàn thành kế hoạch 108 dưới 1%.");
});

test("a stock has a level at a date, and percents differ by points", () => {
  expect(vi(occupancy2024)).toBe(
    "Tỷ lệ lấp đầy khu công nghiệp của Tây Ninh đến hết tháng 9/2024 đạt khoảng 75,3%. " +
      "Dự báo đến cuối năm 2024 đạt khoảng 76,1% (khoảng dự báo 80%: từ 74 đến 78,4%). " +
      "Xác suất đạt mục tiêu 78% là 13%. " +
      "Để đạt mục tiêu, bình quân mỗi tháng trong 3 tháng còn lại phải tăng thêm 0,9 điểm phần trăm.",
  );
});

test("a complete year tells what was exceeded and missed, to the digit, and forecasts nothing", () => {
  expect(en(complete2023)).toBe(
    "Industrial output of Kien Giang reached VND49,496.26 billion in 2023, 102.73% of the plan, up 11.11% on last year. " +
      "The plan of VND48,180.83 billion was exceeded by VND1,315.43 billion (2.73%). " +
      "The ambition of VND50,000 billion was missed by VND503.74 billion (1.01%).",
  );
  expect(vi(complete2023)).toBe(
    "Giá trị sản xuất công nghiệp của Kiên Giang năm 2023 đạt 49.496,26 tỷ đồng, bằng 102,73% kế hoạch năm, tăng 11,11% so với năm trước. " +
      "Đã hoàn thành kế hoạch 48.180,83 tỷ đồng, vượt 1.315,43 tỷ đồng (2,73%). " +
      "Không đạt mục tiêu phấn đấu 50.000 tỷ đồng, thiếu 503,74 tỷ đồng (1,01%).",
  );
});

test("quarters of a fiscal year, one target reached already", () => {
  expect(en(quarterly2023)).toContain("in the first three quarters of fiscal year 2023/24, unchanged from");
  expect(en(quarterly2023)).toContain(
    'The target "floor" of €800 million has already been exceeded by €12.4 million (1.55%).',
  );
  expect(en(quarterly2023)).toContain("For the budget, the remaining quarter must bring €287.6 million,");
  expect(vi(quarterly2023)).toContain(
    "Đến nay đã đạt mục tiêu “floor” 800 triệu EUR, vượt 12,4 triệu EUR (1,55%).",
  );
  expect(vi(quarterly2023)).toContain("thấp hơn 3,1% so với cùng kỳ năm trước");
});

test("a single number of January", () => {
  expect(en(minimal)).toBe(
    "The indicator reached 1,200 in January 2025. The year is likely to end near 15,230 (80% interval: 9,870 to 23,510).",
  );
  expect(vi(minimal)).toBe(
    "Chỉ tiêu tháng 1/2025 đạt 1.200. Dự báo cả năm 2025 đạt khoảng 15.230 (khoảng dự báo 80%: từ 9.870 đến 23.510).",
  );
});

test("only the share of the plan is known", () => {
  expect(en(shareOnly)).toContain(
    "reached 31.6% of the plan in the first four months of 2024. The year is likely to end near 93% of the plan",
  );
  expect(vi(shareOnly)).toContain("đạt 31,6% kế hoạch. Dự báo cả năm 2024 đạt khoảng 93% kế hoạch");
  expect(en(shareOnly)).toContain("The probability of reaching the plan is 27%.");
});

test("a part tells only what it knows", () => {
  const runRate = presentSentence(sectionsOf(exportsPlan2024, "run-rate"), { lang: "en" });
  expect(runRate).not.toMatch(/probability|likely/);
  expect(runRate).toContain("For the plan of US$920 million, each of the remaining eight months must bring");
  const coherence = sectionsOf({ ...exports2024, question: {}, figures: {} }, "coherence");
  expect(presentSentence(coherence, { lang: "en" })).toBe(
    "The figures contradict each other: the year-to-date figure and the share of the plan give the target as 916.3 to 922.3, but 1,000 was stated.",
  );
});

test("a share that was worked out is of the target by its name, with as many digits as it can have", () => {
  const outlook = { ...exportsPlan2024, figures: { ...exportsPlan2024.figures } };
  const { shareOfTarget: _, ...figures } = outlook.figures;
  const growth = {
    value: 0.08333,
    lower: 0.0619,
    upper: 0.1053,
    origin: "derived",
    from: "ytd / priorYtd - 1",
  } as const;
  const [target] = outlook.targets;
  const told = {
    ...outlook,
    figures: { ...figures, growth },
    targets: target ? [{ ...target, name: "target" }] : [],
  };
  expect(en(told)).toContain("2024, 31.5% of the target, up 8% on the same period");
  expect(vi(told)).toContain("bằng 31,5% mục tiêu, tăng 8% so với cùng kỳ");
});

test("the number that takes a plan as evidence is of that plan, and of no other target", () => {
  const weighed = (plan: number) => ({
    ...exports2024,
    forecast: { ...exports2024.forecast, planWeighted: planWeighted(plan, 0.7777) },
    targets: exports2024.targets.map((target) => ({ ...target, planWeightedProbability: 0.1111 })),
  });
  expect(en(weighed(917.721518987))).toContain(
    "As a separate number, if the plan of about US$917.7 million implied by the share is itself taken as evidence, the year ends near US$961.2 million and the probability of reaching it is 78%.",
  );
  expect(vi(weighed(917.721518987))).toContain(
    "Nếu lấy chính kế hoạch khoảng 917,7 triệu USD suy ra từ tỷ lệ thực hiện làm một căn cứ dự báo (số tham khảo, tính riêng), cả năm đạt khoảng 961,2 triệu USD và xác suất hoàn thành kế hoạch này là 78%.",
  );
  expect(en(weighed(1000))).toContain(
    "if the target is itself taken as evidence, the year ends near US$961.2 million and the probability of reaching it is 78%.",
  );
  expect(vi(weighed(1000))).toContain(
    "Nếu lấy chính mục tiêu làm một căn cứ dự báo (số tham khảo, tính riêng), cả năm đạt khoảng 961,2 triệu USD và xác suất đạt mục tiêu này là 78%.",
  );
  for (const plan of [1000, 917.721518987]) expect(en(weighed(plan))).not.toContain("11%");
});

test.each([
  [0.004, "a small part of the pace so far", "chỉ bằng một phần nhỏ mức bình quân từ đầu năm"],
  [0.56, "0.56 times the pace so far", "bằng 0,56 lần mức bình quân từ đầu năm"],
  [0.9999, "as much as the pace so far", "triệu USD, bằng mức bình quân từ đầu năm"],
  [1.09, "1.09 times the pace so far", "gấp 1,09 lần mức bình quân từ đầu năm"],
])("%d of the pace is told in words where digits say nothing", (ratioToPace, english, vietnamese) => {
  const [plan] = exportsPlan2024.targets;
  const rate = { perPeriod: 78.75, ratioToPace, seasonalPath: [] };
  const told = { ...exportsPlan2024, targets: plan ? [{ ...plan, requiredRunRate: rate }] : [] };
  expect(en(told)).toContain(`US$78.75 million, ${english}.`);
  expect(vi(told)).toContain(vietnamese);
});

test("an index has no word behind its number", () => {
  const told = { ...index2024, question: { ...index2024.question, unit: "index" } };
  expect(en(told)).toBe(en({ ...index2024, question: { ...index2024.question, unit: "chỉ số" } }));
  expect(en(told)).toContain("averaged 104.2 in the first six months");
  expect(vi(told)).toContain("đạt 104,2, giảm");
});

test("derived and one-sided figures are told as what they are", () => {
  const told = (ytd: (typeof minimal)["figures"][string]) => en({ ...minimal, figures: { ytd } });
  expect(
    told({ value: 288, lower: 285.2, upper: 291, origin: "derived", from: "target * shareOfTarget" }),
  ).toContain("reached 285.2 to 291 in January");
  expect(told({ value: 1200, lower: 1200, origin: "reported" })).toContain(
    "reached at least 1,200 in January",
  );
  expect(told({ value: 1200, lower: 1100, upper: 1200, origin: "reported" })).toContain(
    "reached nearly 1,200 in",
  );
  expect(told({ value: 49.5, lower: 49.495, upper: 49.505, origin: "reported" })).toContain(
    "reached 49.50 in",
  );
});

test("a forecast from history tells how long it is, and where the year after will end", () => {
  expect(en(history2024)).toBe(
    "Exports of Kien Giang reached US$751.2 million in the first ten months of 2024. " +
      "From 82 months of history, the year is likely to end near US$902.4 million (80% interval: US$889.1 to 916.3 million), up 4.9% on last year. " +
      "The year after, 2025, is likely to end near US$941.7 million (80% interval: US$884 to 1,003 million).",
  );
  expect(vi(history2024)).toBe(
    "Kim ngạch xuất khẩu của Kiên Giang 10 tháng đầu năm 2024 đạt 751,2 triệu USD. " +
      "Theo chuỗi số liệu 82 tháng, dự báo cả năm 2024 đạt khoảng 902,4 triệu USD (khoảng dự báo 80%: từ 889,1 đến 916,3 triệu USD), tăng 4,9% so với năm trước. " +
      "Dự báo cả năm 2025 đạt khoảng 941,7 triệu USD (khoảng dự báo 80%: từ 884 đến 1.003 triệu USD).",
  );
});

test("quarters of history, and the next year of an average", () => {
  const { forecast } = quarterly2023;
  const length = { code: "historyLength", text: "quarters of history", value: 28 };
  const ofQuarters = {
    ...quarterly2023,
    forecast: { ...forecast, tier: "history" as const, assumptions: [length] },
  };
  expect(en(ofQuarters)).toContain("From 28 quarters of history, the year is likely to end near");
  expect(vi(ofQuarters)).toContain("Theo chuỗi số liệu 28 quý, dự báo cả năm tài chính 2023-2024 đạt");
  const { horizon } = history2024.forecast;
  const ofIndex = {
    ...index2024,
    forecast: { ...index2024.forecast, ...(horizon && { horizon }) },
  };
  expect(en(ofIndex)).toContain("The average of the year after, 2025, is likely to come near 941.7 (");
  expect(vi(ofIndex)).toContain("Dự báo bình quân cả năm 2025 đạt khoảng 941,7 (");
});

test("a figure summed from history was not hedged, whatever the width of its interval", () => {
  const figure = { value: 88.4, lower: 88.2, upper: 88.6, origin: "reported" } as const;
  expect(hedgeOf({ ...figure, lower: 88.3, upper: 88.5 })).toBe("about");
  expect(hedgeOf({ ...figure, lower: 88.3, upper: 88.5, from: "history" })).toBe("none");
  const told = (value: number, halfWidth: number) =>
    reportedAmount(
      { value, lower: value - halfWidth, upper: value + halfWidth, origin: "reported", from: "history" },
      { lang: "en" },
    );
  expect(told(88.4, 0.2)).toBe("88.4");
  expect(told(751.2, 0.5)).toBe("751.2");
  expect(told(49496.26, 0.06)).toBe("49,496.26");
  expect(told(1234, 6)).toBe("1,234");
  expect(told(238.4 / 3, 0.05)).toBe("79.47");
});

describe("the backtest in a sentence", () => {
  const { backtest } = history2024.forecast;
  if (!backtest) throw new Error("the fixture has a backtest");
  const told = (years: typeof backtest.years) => ({
    en: backtestSentence({ ...backtest, years }, 1, "en"),
    vi: backtestSentence({ ...backtest, years }, 1, "vi"),
  });
  test("some years inside", () => {
    expect(told(backtest.years)).toEqual({
      en: "At the same point of three earlier years the 80% interval held the result in two; the mean absolute error was 2.0%.",
      vi: "Cùng thời điểm này của 3 năm đã qua, khoảng dự báo 80% chứa kết quả thực tế trong 2 năm; sai số tuyệt đối bình quân là 2,0%.",
    });
  });
  test("all years or none", () => {
    const all = told(backtest.years.slice(1));
    expect(all.en).toContain("held the result in each of them;");
    expect(all.vi).toContain("chứa kết quả thực tế trong cả 2 năm;");
    const none = told(backtest.years.map((year) => ({ ...year, inside: false })));
    expect(none.en).toContain("held the result in none;");
    expect(none.vi).toContain("không chứa kết quả thực tế trong năm nào;");
  });
  test("one year, or no year", () => {
    expect(told(backtest.years.slice(0, 1))).toEqual({
      en: "At the same point of 2021 the 80% interval did not hold the result; the error was 2.0%.",
      vi: "Cùng thời điểm này của năm 2021, khoảng dự báo 80% không chứa kết quả thực tế; sai số là 2,0%.",
    });
    expect(told([])).toEqual({ en: "", vi: "" });
  });
});

describe.each(Object.entries(OUTLOOKS))("%s", (_, outlook) => {
  test.each(["en", "vi"] as const)("is clean prose in %s", (lang) => {
    const sentence = presentSentence(outlook, { lang });
    expect(sentence).not.toMatch(/undefined|NaN|null|Infinity|\[object| {2}|\.\.|,,|\( | ,| \./);
    expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
    if (lang === "vi") expect(sentence).not.toMatch(/\b(?:the|of|and|plan|months?|remaining|exports)\b/i);
    if (lang === "en") expect(sentence).not.toMatch(/\b(?:tháng|năm|kế hoạch|triệu|đồng)\b/);
  });
});
