import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ExtractedFigure } from "../../src/extract/extraction.ts";
import { readText } from "./read-text.ts";

const VOCABULARY = [
  ..."exports imports export turnover retail sales of consumer goods industrial production value index rice seafood".split(
    " ",
  ),
  ..."kim ngạch xuất khẩu nhập tổng mức bán lẻ hàng hóa giá trị sản công nghiệp chỉ số gạo thủy".split(" "),
  ..."Hau Giang Ca Mau Hậu Cà province tỉnh TP. the of in to and which were was và của trong là".split(" "),
  ..."over nearly about estimated at least hơn gần khoảng ước đạt up down rose fell tăng giảm".split(" "),
  ..."million billion trillion thousand triệu tỷ nghìn trăm USD VND US$ $ đồng % percent times lần gấp".split(
    " ",
  ),
  ..."first four months quarter half year this last next 2031 tháng đầu năm quý nay trước sau I II".split(
    " ",
  ),
  ..."target plan annual yearly equal reaching of accounting for kế hoạch bằng so với cùng kỳ year-on-year".split(
    " ",
  ),
  ..."respectively lần lượt doubled halved tripled while but nhưng còn ; , . ( ) - – / : \n ' \" & &amp; <p> </p>".split(
    " ",
  ),
];

const number = fc.oneof(
  fc.integer({ min: 0, max: 99_999 }).map(String),
  fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 99 })).map((pair) => pair.join(".")),
  fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 99 })).map((pair) => pair.join(",")),
  fc.constantFrom(
    "1.234.567,8",
    "1,234,567.8",
    "1.234",
    "1,234",
    "0",
    "-5",
    "1e9",
    "12/5/2031",
    "2031-05",
    "٣",
  ),
);
const word = fc.constantFrom(...VOCABULARY);
const spliced = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 12, arbitrary: word },
        { weight: 5, arbitrary: number },
        { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
      ),
      fc.constantFrom(" ", " ", " ", " ", "", "\u00a0", "\n"),
    ),
    { maxLength: 80 },
  )
  .map((pieces) => pieces.flat().join(""));

/** Sentences as reporters write them, of drawn numbers, in both languages. */
const sentence = fc
  .record({
    isVietnamese: fc.boolean(),
    value: fc.tuple(fc.integer({ min: 10, max: 999 }), fc.integer({ min: 0, max: 99 })),
    share: fc.tuple(fc.integer({ min: 5, max: 130 }), fc.integer({ min: 0, max: 99 })),
    growth: fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 9 })),
    months: fc.integer({ min: 2, max: 11 }),
    indicator: fc.constantFrom(["exports", "xuất khẩu"] as const, ["imports", "nhập khẩu"] as const),
    hedge: fc.constantFrom(["", ""] as const, ["over ", "hơn "] as const, ["nearly ", "gần "] as const),
    rises: fc.boolean(),
  })
  .map(({ isVietnamese, value, share, growth, months, indicator, hedge, rises }) => {
    const sign = isVietnamese ? "," : ".";
    const [amount, part, rate] = [value, share, growth].map((digits) => digits.join(sign));
    return {
      isVietnamese,
      text: isVietnamese
        ? `Trong ${months} tháng đầu năm 2031, kim ngạch ${indicator[1]} của tỉnh Hậu Giang đạt ${hedge[1]}${amount} triệu USD, bằng ${part}% kế hoạch năm và ${rises ? "tăng" : "giảm"} ${rate}% so với cùng kỳ năm trước.`
        : `In the first ${months} months of 2031, the ${indicator[0]} of Hau Giang province reached ${hedge[0]}${amount} million USD, equal to ${part}% of the annual plan and ${rises ? "up" : "down"} ${rate}% year on year.`,
    };
  });

const NO_FIGURES = {
  en: "\n\nThe province goes on helping its businesses to find buyers and to train their people.",
  vi: "\n\nTỉnh tiếp tục hỗ trợ các doanh nghiệp tìm kiếm khách hàng và đào tạo người lao động.",
};

const digitsOf = (text: string): string => text.replace(/\D/g, "");
const withParts = (figure: ExtractedFigure): ExtractedFigure[] => [
  figure,
  ...(figure.parts ?? []).flatMap(withParts),
];
/** Figures without where they stand. */
const told = (text: string): unknown =>
  JSON.parse(JSON.stringify(readText(text).figures, (key, value) => (key === "span" ? undefined : value)));

function expectSound(text: string): void {
  const { figures, suspicions } = readText(text);
  for (const { span } of suspicions) expectInside(span, text);
  for (const figure of figures.flatMap(withParts)) {
    const { span, confidence, period, value, growth, shareOfTarget, target, priorYtd, written } = figure;
    expectInside(span, text);
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
    for (const each of [value, growth, shareOfTarget, target?.value, priorYtd])
      if (each !== undefined) expect(Number.isFinite(each), JSON.stringify(figure)).toBe(true);
    expect(value ?? growth ?? shareOfTarget, "a figure tells a number").toBeDefined();
    expect(period.fromMonth).toBeGreaterThanOrEqual(1);
    expect(period.throughMonth).toBeGreaterThanOrEqual(period.fromMonth);
    expect(period.throughMonth).toBeLessThanOrEqual(12);
    const [printed] = written.value?.match(/\d[\d.]*/) ?? [];
    if (printed !== undefined) expect(digitsOf(text.slice(...span))).toContain(digitsOf(printed));
  }
}

function expectInside([start, end]: readonly [number, number], text: string): void {
  expect(start).toBeGreaterThanOrEqual(0);
  expect(end).toBeGreaterThan(start);
  expect(end).toBeLessThanOrEqual(text.length);
}

describe("any text", () => {
  test("of spliced words, numbers and signs gives sound figures", () => {
    fc.assert(fc.property(spliced, expectSound), { numRuns: 1000 });
  });

  test("of any characters gives sound figures", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), expectSound), { numRuns: 300 });
  });

  test("reads the same twice", () => {
    fc.assert(
      fc.property(spliced, (text) => {
        expect(readText(text)).toEqual(readText(text));
      }),
    );
  });

  test("reads the same in decomposed letters", () => {
    fc.assert(
      fc.property(spliced, (text) => {
        expect(told(text.normalize("NFD"))).toEqual(told(text.normalize("NFC")));
      }),
    );
  });
});

describe("a sentence", () => {
  test("has one figure, whose quote holds its number", () => {
    fc.assert(
      fc.property(sentence, ({ text }) => {
        expectSound(text);
        expect(told(text)).toHaveLength(1);
      }),
    );
  });

  test("reads the same in decomposed letters and with no-break spaces", () => {
    fc.assert(
      fc.property(sentence, ({ text }) => {
        expect(told(text.normalize("NFD"))).toEqual(told(text));
        expect(told(text.replaceAll(" ", "\u00a0"))).toEqual(told(text));
      }),
    );
  });

  test("reads the same before a paragraph without figures", () => {
    fc.assert(
      fc.property(sentence, ({ text, isVietnamese }) => {
        expect(told(text + (isVietnamese ? NO_FIGURES.vi : NO_FIGURES.en))).toEqual(told(text));
      }),
    );
  });
});
