import { describe, expect, test } from "vitest";
import { convertToUnit, figureMoved, figureShifted, readingOf } from "../../../src/engine/figure/figure.ts";
import { parseFigure } from "../../../src/engine/figure/parse-figure.ts";
import { parseUnit } from "../../../src/engine/figure/unit.ts";

const amount = (given: number | string) => parseFigure(given, { role: "amount", path: "ytd" });
const converted = (given: string, unit: string) =>
  convertToUnit(amount(given), parseUnit(unit, "unit"), "ytd");

describe("readings", () => {
  test("coarse: trailing zeros of a whole number are not significant", () => {
    expect(readingOf(amount("31,000"), "coarse")).toEqual({ lower: 30_500, upper: 31_500 });
    expect(readingOf(amount("over 290"), "coarse")).toEqual({ lower: 290, upper: 300 });
  });

  test("coarse: zeros behind the decimal sign were written on purpose", () => {
    expect(readingOf(amount("78.10"), "coarse")).toMatchObject({ lower: 78.095, upper: 78.105 });
  });

  test("coarse: a percent is rounded to whole percents, never to tens", () => {
    const share = parseFigure("70%", { role: "ratio", path: "shareOfTarget" });
    expect(readingOf(share, "coarse")).toMatchObject({ lower: 0.695, upper: 0.705 });
  });

  test("truncated: only unhedged figures, towards zero", () => {
    expect(readingOf(amount("106"), "truncated")).toEqual({ lower: 106, upper: 107 });
    expect(readingOf(amount("-5.2"), "truncated")).toEqual({ lower: -5.3, upper: -5.2 });
    expect(readingOf(amount("over 106"), "truncated")).toMatchObject({ lower: 106, upper: 107 });
    expect(readingOf(amount("about 106"), "truncated")).toMatchObject({ lower: 105, upper: 107 });
  });

  test("exact figures have one reading", () => {
    const target = parseFigure("1,000", { role: "target", path: "target" });
    for (const reading of ["strict", "coarse", "truncated"] as const) {
      expect(readingOf(target, reading)).toMatchObject({ lower: 1000, upper: 1000 });
    }
  });
});

describe("conversion to the unit of the question", () => {
  test.each<[string, string, number, number, number]>([
    ["more than 48.18 trillion VND", "billion VND", 48_180, 48_180, 48_190],
    ["9.361 tỷ đồng", "nghìn tỷ đồng", 9.361, 9.3605, 9.3615],
    ["US$1.05 billion", "triệu USD", 1050, 1045, 1055],
    ["over 290", "million USD", 290, 290, 291],
    ["US$290", "million USD", 290, 289.5, 290.5],
    ["290,000,000 USD", "million USD", 290, 289.9999995, 290.0000005],
    ["300 thousand tons", "tấn", 300_000, 299_500, 300_500],
  ])("%s in %s", (text, unit, value, lower, upper) => {
    expect(converted(text, unit)).toMatchObject({ value, lower, upper });
  });

  test("moves the decimal point without rounding", () => {
    expect(converted("0.1 trillion VND", "billion VND").value).toBe(100);
    expect(converted("1315.43 billion VND", "VND").value).toBe(1_315_430_000_000);
  });

  test("another currency is refused, naming both", () => {
    expect(() => converted("17.8 trillion VND", "million USD")).toThrow(/VND.*USD/);
    expect(() => converted("300 tons", "million USD")).toThrow(/tons.*USD/);
  });

  test("a figure without a unit, or a question without one, stays as it is", () => {
    expect(convertToUnit(amount("17.8 trillion VND"), undefined, "ytd").value).toBe(17.8);
    expect(converted("17.8", "trillion VND").value).toBe(17.8);
  });
});

test("moving the point and adding a whole keep the digits", () => {
  expect(figureMoved(amount("48.18"), 3)).toMatchObject({ value: 48_180, lower: 48_175, upper: 48_185 });
  const growth = parseFigure("123.7%", { role: "growth", path: "growth" });
  expect(figureShifted(growth, -1)).toMatchObject({ value: 0.237, lower: 0.2365, upper: 0.2375 });
});
