import { describe, expect, test } from "vitest";
import { decimalConventionOf, readLiteral } from "../../src/extract/decimal-convention.ts";
import type { TextLanguage } from "../../src/extract/extraction.ts";
import { tokensOf } from "../../src/extract/token.ts";

const of = (text: string, language: TextLanguage = "en") => decimalConventionOf(tokensOf(text), language);

describe("decimalConventionOf", () => {
  test.each([
    ["both signs in one number", "VND4,812.6 billion", "point"],
    ["both signs, the other way", "4.812,6 tỷ", "comma"],
    ["several equal signs", "1,234,567 tonnes", "point"],
    ["several equal signs, the other way", "1.234.567 tấn", "comma"],
    ["a percentage", "up 21.26%", "point"],
    ["an amount", "đạt 64,5 triệu USD", "comma"],
    ["a leading zero", "0,125", "comma"],
  ] as const)("is certain by %s", (_, text, decimal) => {
    expect(of(text)).toEqual({ decimal, isCertain: true });
  });

  test.each([
    ["nothing to tell, English", "1,315 tonnes", "en", "point"],
    ["nothing to tell, Vietnamese", "1.315 tấn", "vi", "comma"],
    ["a lone comma in Vietnamese", "1,315 tỷ USD", "vi", "comma"],
    ["a foreign text", "1,315", "other", "point"],
    ["a majority", "21,2% và 31,6% nhưng 8.5%", "vi", "comma"],
    ["a majority against the language", "21.2% and 31.6% but 8,5%", "vi", "point"],
    ["a tie", "21.2% and 31,6%", "vi", "comma"],
    ["zeros behind a grouping sign", "45,200 tỷ và 73,800 tỷ", "vi", "point"],
    ["dates and decrees", "26.10.2022, ngày 26.10 và 66/2020", "vi", "comma"],
  ] as const)("is uncertain with %s", (_, text, language, decimal) => {
    expect(of(text, language)).toEqual({ decimal, isCertain: false });
  });

  test("believes what it is told", () => {
    expect(decimalConventionOf(tokensOf("31,6%"), "vi", "point")).toEqual({
      decimal: "point",
      isCertain: true,
    });
  });
});

describe("readLiteral", () => {
  test.each([
    ["49.496,26", "point", "49496.26"],
    ["49,496.26", "comma", "49496.26"],
    ["1.234.567", "point", "1234567"],
    ["31,6", "point", "31.6"],
    ["2.040", "point", "2.040"],
    ["2.040", "comma", "2040"],
    ["1,533", "comma", "1.533"],
    ["0,125", "point", "0.125"],
    ["28.247.63", "comma", "28247.63"],
    ["17\u00a0800", "comma", "17800"],
    ["17\u00a0800,5", "point", "17800.5"],
    ["007", "point", "7"],
    ["0", "point", "0"],
    ["78.10", "point", "78.10"],
  ] as const)("%s with decimal %s is %s", (text, decimal, literal) => {
    expect(readLiteral(text, decimal)).toBe(literal);
  });

  test.each([
    "1,2,3",
    "26.10.2022",
    "1.234,567.8",
    "123456789012345678",
    "1,".repeat(50_000) + 1,
    "1".repeat(200),
  ])("%.20s is no number", (text) => {
    expect(readLiteral(text, "point")).toBeUndefined();
  });
});
