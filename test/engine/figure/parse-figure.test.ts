import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EngineError } from "../../../src/engine/engine-error.ts";
import type { FigureRole } from "../../../src/engine/figure/figure.ts";
import { type FigureParts, parseFigure } from "../../../src/engine/figure/parse-figure.ts";
import { QUALIFIERS, type Qualifier } from "../../../src/engine/figure/vocabulary.ts";

const read = (given: number | string | FigureParts, role: FigureRole = "amount") =>
  parseFigure(given, { role, path: "ytd" });

function refusal(given: unknown, role: FigureRole = "amount"): EngineError {
  try {
    read(given as string, role);
  } catch (error) {
    expect(error).toBeInstanceOf(EngineError);
    return error as EngineError;
  }
  throw new Error(`accepted ${JSON.stringify(given)}`);
}

describe("hedges, English and Vietnamese, with and without accents", () => {
  test.each<[string, Qualifier, number, number]>([
    ["290", "none", 289.5, 290.5],
    ["over 290", "over", 290, 291],
    ["more than 290", "over", 290, 291],
    ["> 290", "over", 290, 291],
    ["hơn 290", "over", 290, 291],
    ["hon 290", "over", 290, 291],
    ["trên 290", "over", 290, 291],
    ["nearly 31,000", "nearly", 30_999, 31_000],
    ["almost 31,000", "nearly", 30_999, 31_000],
    ["gần 31.000", "nearly", 30_999, 31_000],
    ["about 5.5", "about", 5.4, 5.6],
    ["approximately 5.5", "about", 5.4, 5.6],
    ["~5.5", "about", 5.4, 5.6],
    ["≈ 5.5", "about", 5.4, 5.6],
    ["khoảng 5,5", "about", 5.4, 5.6],
    ["ước đạt 5,5", "about", 5.4, 5.6],
    ["uoc dat 5,5", "about", 5.4, 5.6],
    ["xấp xỉ 5,5", "about", 5.4, 5.6],
    ["at least 300", "atLeast", 300, Number.POSITIVE_INFINITY],
    [">= 300", "atLeast", 300, Number.POSITIVE_INFINITY],
    ["≥300", "atLeast", 300, Number.POSITIVE_INFINITY],
    ["300 or more", "atLeast", 300, Number.POSITIVE_INFINITY],
    ["300+", "atLeast", 300, Number.POSITIVE_INFINITY],
    ["ít nhất 300", "atLeast", 300, Number.POSITIVE_INFINITY],
    ["từ 300 trở lên", "atLeast", 300, Number.POSITIVE_INFINITY],
    ["under 300", "atMost", Number.NEGATIVE_INFINITY, 300],
    ["up to 300", "atMost", Number.NEGATIVE_INFINITY, 300],
    ["< 300", "atMost", Number.NEGATIVE_INFINITY, 300],
    ["dưới 300", "atMost", Number.NEGATIVE_INFINITY, 300],
    ["không quá 300", "atMost", Number.NEGATIVE_INFINITY, 300],
  ])("%s", (text, qualifier, lower, upper) => {
    for (const form of ["NFC", "NFD", "NFKC", "NFKD"] as const) {
      const figure = read(text.normalize(form));
      expect([figure.qualifier, figure.lower, figure.upper]).toEqual([qualifier, lower, upper]);
    }
    expect(read(text.toUpperCase()).qualifier).toBe(qualifier);
    expect(read(text.replaceAll(" ", "\u00a0")).qualifier).toBe(qualifier);
  });
});

describe("units", () => {
  test.each<[string, number, object]>([
    ["17.8 trillion VND", 17.8, { exponent: 12, scale: 1e12, currency: "VND" }],
    ["17,8 nghìn tỷ đồng", 17.8, { exponent: 12, scale: 1e12, currency: "VND" }],
    ["17,8 ngàn tỉ đ", 17.8, { exponent: 12, scale: 1e12, currency: "VND" }],
    ["US$290 million", 290, { exponent: 6, scale: 1e6, currency: "USD" }],
    ["$1 billion", 1, { exponent: 9, scale: 1e9, currency: "USD" }],
    ["290m", 290, { exponent: 6, scale: 1e6 }],
    ["1.315,43 tỷ đồng", 1315.43, { exponent: 9, scale: 1e9, currency: "VND" }],
    ["hơn 48,18 nghìn tỷ", 48.18, { exponent: 12, scale: 1e12 }],
    ["VND49,496.26 billion", 49_496.26, { exponent: 9, scale: 1e9, currency: "VND" }],
    ["1,533 tỷ đô la Mỹ", 1.533, { exponent: 9, scale: 1e9, currency: "USD" }],
    ["2 triệu tỷ đồng", 2, { exponent: 15, scale: 1e15, currency: "VND" }],
    ["trên 500 tấn", 500, { exponent: 0, scale: 1, words: "tons" }],
  ])("%s", (text, value, unit) => {
    expect(read(text)).toMatchObject({ value, unit });
  });

  test("two currencies in one figure are refused, naming both", () => {
    expect(refusal("US$ 2 tỷ đồng").message).toMatch(/VND.*USD|USD.*VND/);
  });
});

describe("decimal signs", () => {
  test.each<[string, "point" | "comma" | undefined, number]>([
    ["1.315", "point", 1.315],
    ["1.315", "comma", 1315],
    ["1,315", "point", 1315],
    ["1,315", "comma", 1.315],
    ["1,315", undefined, 1315],
    ["1.315 tỷ", undefined, 1315],
    ["0,316", "point", 0.316],
    ["31,6", "point", 31.6],
    ["49.496,26", "point", 49_496.26],
    ["49,496.26", "comma", 49_496.26],
    ["1.234.567", "point", 1_234_567],
    ["1,234,567", "comma", 1_234_567],
    ["1 234 567,8", undefined, 1_234_567.8],
    ["1'234'567", undefined, 1_234_567],
    ["1\u202f234", undefined, 1234],
    ["\uff12\uff19\uff10", undefined, 290],
    [".5", undefined, 0.5],
    ["290.", undefined, 290],
  ])("%s under %s", (text, decimal, value) => {
    expect(parseFigure(text, { role: "amount", path: "ytd", ...(decimal ? { decimal } : {}) }).value).toBe(
      value,
    );
  });

  test.each(["1,23,4", "1.23.4", "1.2,3.4", "12,34.5,6", "1,234.56.7"])(
    "%s is refused with a hint",
    (text) => {
      expect(refusal(text)).toMatchObject({
        code: "invalidFigure",
        path: "ytd",
        hint: expect.stringContaining("1315.43"),
      });
    },
  );
});

describe("ratios and growths are fractions", () => {
  test.each<[string | number, FigureRole, number, number]>([
    ["31.6%", "ratio", 0.3155, 0.3165],
    ["31,6 %", "ratio", 0.3155, 0.3165],
    ["31,60%", "ratio", 0.31595, 0.31605],
    ["106.17% of the plan", "ratio", 1.06165, 1.06175],
    ["11,2 phần trăm", "ratio", 0.1115, 0.1125],
    ["3.11 percentage points", "ratio", 0.03105, 0.03115],
    ["3,11 điểm phần trăm", "ratio", 0.03105, 0.03115],
    [0.316, "ratio", 0.3155, 0.3165],
    ["up 21.26%", "growth", 0.21255, 0.21265],
    ["+21.26%", "growth", 0.21255, 0.21265],
    ["tăng 7,5% so với cùng kỳ", "growth", 0.0745, 0.0755],
    ["down 5%", "growth", -0.055, -0.045],
    ["\u22125%", "growth", -0.055, -0.045],
    ["giảm hơn 5%", "growth", -0.06, -0.05],
    ["down nearly 5%", "growth", -0.05, -0.04],
    ["2.2 times", "growth", 1.15, 1.25],
    ["x2.2", "growth", 1.15, 1.25],
    ["gấp 2,2 lần", "growth", 1.15, 1.25],
    ["doubled", "growth", 0.9, 1.1],
    ["more than doubled", "growth", 1, 1.1],
    ["tăng gấp đôi so với cùng kỳ", "growth", 0.9, 1.1],
    ["gấp hai lần", "growth", 0.9, 1.1],
    ["tripled", "growth", 1.9, 2.1],
    ["gần gấp ba", "growth", 1.9, 2],
    [0.1, "growth", 0.095, 0.105],
    ["8%", "targetGrowth", 0.08, 0.08],
  ])("%s as %s", (given, role, lower, upper) => {
    const figure = read(given, role);
    expect([figure.lower, figure.upper]).toEqual([lower, upper]);
  });

  test("a bare number above 5 is refused with what to write", () => {
    for (const given of [31.6, "31.6", "31,6"]) {
      expect(refusal(given, "ratio").hint).toContain('0.316 or "31.6%"');
    }
    expect(read(5, "growth").value).toBe(5);
  });
});

test.each([
  ["48 of 111", "ratio"],
  ["48/111", "ratio"],
  ["48 trên 111 cụm", "amount"],
] as const)("a count of a total, %j, is told how to be written", (given, role) => {
  expect(refusal(given, role).hint).toBe("write 48, or as a ratio 43.24%");
});

describe("what is exact", () => {
  test.each<[string | number, FigureRole, number, number]>([
    ["$1 billion", "target", 1, 1],
    [1000, "target", 1000, 1000],
    ["at least 1,000", "target", 1000, 1000],
    ["more than 48.18", "target", 48.18, 48.19],
    ["111", "count", 111, 111],
    ["more than 80", "count", 80, 81],
  ])("%s as %s", (given, role, lower, upper) => {
    const figure = read(given, role);
    expect([figure.lower, figure.upper]).toEqual([lower, upper]);
    expect(figure.exact).toBe(lower === upper);
  });
});

describe("parts", () => {
  test("digits say how many are significant", () => {
    expect(read({ value: 31_000, qualifier: "nearly", digits: 3 })).toMatchObject({
      lower: 30_900,
      unitOfLastDigit: 100,
    });
    expect(read({ value: "290", digits: 2 })).toMatchObject({ lower: 285, upper: 295 });
    expect(read({ value: 290, digits: 5 })).toMatchObject({ lower: 289.995, upper: 290.005 });
  });

  test("a hedge beside a number that has another one is refused", () => {
    expect(refusal({ value: "over 290", qualifier: "nearly" }).message).toContain("over");
    expect(read({ value: "over 290", qualifier: "over" }).upper).toBe(291);
  });

  test.each([
    { value: 290, digits: 0 },
    { value: 290, digits: 1.5 },
    { value: 290, qualifier: "maybe" },
  ])("%j is refused", (given) => {
    expect(refusal(given).code).toBe("invalidFigure");
  });
});

describe("refusals", () => {
  test.each<[unknown, FigureRole]>([
    ["", "amount"],
    ["abc", "amount"],
    ["8-9%", "growth"],
    ["290 to 300", "amount"],
    [Number.NaN, "amount"],
    [Number.POSITIVE_INFINITY, "amount"],
    [1e18, "amount"],
    ["1e999", "amount"],
    [-1e300, "amount"],
    ["123456789012345678901", "amount"],
    ["thirty 5", "amount"],
    ["giảm 5", "amount"],
    ["5% cheese", "ratio"],
    ["down 2 times", "growth"],
    ["3 percentage points", "growth"],
    [undefined, "amount"],
    [null, "amount"],
    [{}, "amount"],
    [["290"], "amount"],
    ["9".repeat(1000), "amount"],
  ])("%j as %s", (given, role) => {
    const error = refusal(given, role);
    expect(error.path).toMatch(/^ytd/);
    expect(error.message.length).toBeLessThan(160);
    expect(error.hint).toBeTruthy();
  });
});

test("zero has no sign", () => {
  for (const given of [-0, "-0", "−0.0"]) expect(Object.is(read(given).value, 0)).toBe(true);
});

test("what is written as a number reads back as that number, and lies in its own interval", () => {
  const written = fc.tuple(
    fc.integer({ min: -9_999_999, max: 9_999_999 }),
    fc.integer({ min: 0, max: 6 }),
    fc.constantFrom(...QUALIFIERS),
    fc.boolean(),
  );
  fc.assert(
    fc.property(written, ([mantissa, decimals, qualifier, hasComma]) => {
      const value = mantissa / 10 ** decimals;
      const point = value.toFixed(decimals);
      const figure = parseFigure(
        { value: hasComma ? point.replace(".", ",") : point, qualifier },
        { role: "amount", path: "ytd", decimal: hasComma ? "comma" : "point" },
      );
      expect(figure.value).toBe(value || 0);
      expect(figure.lower).toBeLessThanOrEqual(value);
      expect(figure.upper).toBeGreaterThanOrEqual(value);
    }),
  );
});

test("a true value rounded to any digit lies in the interval of what is printed", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-3, max: 1e9, noNaN: true }),
      fc.integer({ min: 0, max: 4 }),
      (truth, decimals) => {
        const figure = read(truth.toFixed(decimals));
        const slack = 1e-12 * truth;
        expect(figure.lower).toBeLessThanOrEqual(truth + slack);
        expect(figure.upper).toBeGreaterThanOrEqual(truth - slack);
      },
    ),
  );
});

test("any JavaScript number is read with the digits of its shortest notation, or refused", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -9e17, max: 9e17 }), (value) => {
      expect(read(value).value).toBe(value || 0);
    }),
  );
});

test("no text makes anything but a figure or a refusal", () => {
  const piece = fc.constantFrom(
    "over",
    "hơn",
    "$",
    "%",
    "tỷ",
    "-",
    "down",
    "x",
    "lần",
    "1",
    "2,5",
    ".",
    ",",
    "e9",
    "tons",
    " ",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((pieces) => pieces.join(" ")),
      ),
      (text) => {
        for (const role of ["amount", "ratio", "growth", "count", "target", "targetGrowth"] as const) {
          try {
            const { value, lower, upper } = read(text, role);
            expect(lower <= value && value <= upper).toBe(true);
          } catch (error) {
            expect(error).toBeInstanceOf(EngineError);
          }
        }
      },
    ),
  );
});
