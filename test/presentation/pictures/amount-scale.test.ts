import { describe, expect, test } from "vitest";
import { amountScale } from "../../../src/presentation/pictures/amount-scale.ts";
import type { PicturedAnswer } from "../../../src/presentation/pictures/answer.ts";

const scaleOf = (
  amounts: readonly number[],
  question: Partial<PicturedAnswer["question"]>,
  lang: "en" | "vi" = "en",
) => amountScale({ question: question as PicturedAnswer["question"], figures: {} }, amounts, lang);

describe("amountScale", () => {
  test("amounts of readable length stay in their unit", () => {
    const scale = scaleOf([49496], { unit: "billion VND" });
    expect([scale.unit, scale.label(49496), scale.told(49496)]).toEqual([
      "billion VND",
      "49,500",
      "VND49,500 billion",
    ]);
  });

  test.each([
    ["VND", 4.6e13, "en", "trillion VND", "46"],
    ["million USD", 2.9e6, "en", "trillion USD", "2.9"],
    ["triệu đồng", 4.6e7, "vi", "nghìn tỷ đồng", "46"],
    ["widgets", 1.5e6, "en", "million widgets", "1.5"],
    ["trillion VND", 5e9, "en", "× 10^9 trillion VND", "5"],
    ["tonnes", 9e-7, "vi", "× 10^-9 tấn", "900"],
    ["", 2e6, "vi", "triệu", "2"],
  ] as const)("%s of %d in %s is counted in %s", (unit, amount, lang, name, label) => {
    const scale = scaleOf([amount], { unit }, lang);
    expect([scale.unit, scale.label(amount)]).toEqual([name, label]);
  });

  test("shares of the plan and rates carry a percent sign", () => {
    const shares = scaleOf([0.316], { amountsAre: "sharesOfTarget" }, "vi");
    expect([shares.unit, shares.suffix, shares.label(0.316)]).toEqual(["% kế hoạch", "%", "31,6%"]);
    const rate = scaleOf([61.6], { unit: "%" });
    expect([rate.unit, rate.label(61.6), rate.told(61.6)]).toEqual(["", "61.6%", "61.6%"]);
  });

  test("an index of last year names the part of it that is 100", () => {
    const amountsAre = "indexOfLastYear" as const;
    expect(scaleOf([112], { amountsAre }).unit).toBe("same period of last year = 100");
    const year = {
      amountsAre,
      fiscalYear: 2024,
      fiscalYearStart: 1,
      elapsed: 4,
      remaining: 8,
      through: "2024-04",
    };
    const scale = scaleOf([112], year);
    expect(scale.unit).toBe("first four months of 2023 = 100");
    expect(scale.told(364.1)).toBe("364.1 (first four months of 2023 = 100)");
    expect(scaleOf([112], year, "vi").toldTarget({ name: "plan", value: 349.5, origin: "stated" })).toBe(
      "kế hoạch 349,5 (4 tháng đầu năm 2023 = 100)",
    );
    expect(scaleOf([112], { ...year, elapsed: 1, remaining: 11, through: "2024-01" }, "vi").unit).toBe(
      "tháng 1/2023 = 100",
    );
  });

  test("what was stated keeps its digits in the unit that is shown", () => {
    const scale = scaleOf([49496.26], { unit: "billion VND" });
    expect([scale.label(49496.26, "all"), scale.told(49496.26, "all")]).toEqual([
      "49,496.26",
      "VND49,496.26 billion",
    ]);
    expect(scaleOf([1.23456e13], { unit: "VND" }, "vi").label(1.23456e13, "all")).toBe("12,3456");
    expect(scaleOf([0.31625], { amountsAre: "sharesOfTarget" }).label(0.31625, "all")).toBe("31.625%");
  });

  test("both ends of a range have as many decimals", () => {
    const scale = scaleOf([100], {});
    expect(scale.range(99.08, 115.03)).toBe("99–115");
    expect(scale.range(851.2, 1162.1)).toBe("851–1,162");
    expect(scale.range(133659, 137696)).toBe("133,700–137,700");
    expect(scale.range(-494.2, 123.3)).toBe("-494.2 to 123.3");
    expect(scale.range(0, 0)).toBe("0–0");
    expect(scale.fullRange(8316, 10337)).toBe("8,316–10,340");
    expect(scale.fullRange(-494.21, 1162.1)).toBe("-494.2 to 1,162");
  });
});
