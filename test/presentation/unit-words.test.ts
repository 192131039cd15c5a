import { expect, test } from "vitest";
import { SHARE_OF_TARGET } from "../../src/presentation/answers.ts";
import { differenceWording, formatAmount, formatRange, unitName } from "../../src/presentation/unit-words.ts";

test.each([
  ["million USD", "US$290 million", "290 triệu USD"],
  ["triệu USD", "US$290 million", "290 triệu USD"],
  ["US$ million", "US$290 million", "290 triệu USD"],
  ["billion VND", "VND290 billion", "290 tỷ đồng"],
  ["tỷ đồng", "VND290 billion", "290 tỷ đồng"],
  ["trillion VND", "VND290 trillion", "290 nghìn tỷ đồng"],
  ["nghìn tỷ đồng", "VND290 trillion", "290 nghìn tỷ đồng"],
  ["ngàn tỷ đồng", "VND290 trillion", "290 nghìn tỷ đồng"],
  ["thousand tonnes", "290 thousand tonnes", "290 nghìn tấn"],
  ["nghìn tấn", "290 thousand tonnes", "290 nghìn tấn"],
  ["%", "290%", "290%"],
  ["EUR", "€290", "290 EUR"],
  ["million visitors", "290 million visitors", "290 triệu lượt khách"],
  ["dự án", "290 projects", "290 dự án"],
  ["widgets per day", "290 widgets per day", "290 widgets per day"],
  ["", "290", "290"],
  [undefined, "290", "290"],
])("290 in %s", (unit, en, vi) => {
  expect(formatAmount(290, { lang: "en", unit })).toBe(en);
  expect(formatAmount(290, { lang: "vi", unit })).toBe(vi);
});

test("unit names translate both ways", () => {
  expect(unitName("billion VND", "vi")).toBe("tỷ đồng");
  expect(unitName("tỷ đồng", "en")).toBe("billion VND");
  expect(unitName("triệu USD", "en")).toBe("million USD");
  expect(unitName("million tons", "vi")).toBe("triệu tấn");
  expect(unitName("head of cattle", "vi")).toBe("head of cattle");
});

test("a negative amount has its sign before the currency", () => {
  expect(formatAmount(-12.5, { lang: "en", unit: "million USD" })).toBe("-US$12.5 million");
  expect(formatAmount(-12.5, { lang: "vi", unit: "million USD" })).toBe("-12,5 triệu USD");
});

test("stated amounts keep their digits, worked-out ones four", () => {
  expect(formatAmount(48180.83, { lang: "vi" }, "all")).toBe("48.180,83");
  expect(formatAmount(917.721519, { lang: "en" }, "all")).toBe("917.7");
  expect(formatAmount(48180.83, { lang: "en" })).toBe("48,180");
});

test("ranges name the unit once and tell open ends in words", () => {
  const wording = { lang: "en", unit: "million USD" } as const;
  expect(formatRange({ lower: 900, upper: 1080 }, wording)).toBe("US$900 to 1,080 million");
  expect(formatRange({ lower: 900 }, wording)).toBe("at least US$900 million");
  expect(formatRange({ upper: 900 }, { lang: "vi" })).toBe("tối đa 900");
  expect(formatRange({ lower: 1000, upper: 1000 }, wording)).toBe("US$1,000 million");
  expect(formatRange({}, { lang: "vi" })).toBe("bất kỳ mức nào");
});

test("percents differ by percentage points", () => {
  expect(formatAmount(2.7, differenceWording({ lang: "en", unit: "%" }))).toBe("2.7 percentage points");
  expect(formatAmount(2.7, differenceWording({ lang: "vi", unit: "%" }))).toBe("2,7 điểm phần trăm");
  expect(formatAmount(2.7, differenceWording({ lang: "en", unit: "million USD" }))).toBe("US$2.7 million");
});

test("shares of the plan are written in percent of it", () => {
  expect(formatAmount(0.316, { lang: "en", unit: SHARE_OF_TARGET }, 3)).toBe("31.6% of the plan");
  expect(formatAmount(0.0855, { lang: "vi", unit: SHARE_OF_TARGET })).toBe("8,55% kế hoạch");
});
