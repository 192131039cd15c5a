import { describe, expect, test } from "vitest";
import { periodsOf } from "../../src/extract/periods.ts";
import { printedDatesOf } from "../../src/extract/printed-dates.ts";
import { type ReferenceYear, referenceYear } from "../../src/extract/reference-year.ts";
import { tokensOf } from "../../src/extract/token.ts";

function read(text: string, published?: string): ReferenceYear {
  const tokens = tokensOf(text);
  const given = published === undefined ? {} : { published };
  return referenceYear({
    tokens,
    periods: periodsOf(tokens, false),
    dates: printedDatesOf(tokens),
    ...given,
  });
}

describe("with a publication date", () => {
  test("the given one wins", () => {
    expect(read("2021-03-04\nExports in the first two months of 2019", "2024-05-06")).toEqual({
      year: 2024,
      source: "published",
      published: "2024-05-06",
    });
  });
  test("a month is enough", () => {
    expect(read("Exports in six months", "2023-07").year).toBe(2023);
  });
  test("a printed line of its own", () => {
    expect(
      read("Rice sells well\nUpdated: 14:30, 26/10/2022\nTen months into the year, sales rose."),
    ).toEqual({
      year: 2022,
      source: "printed",
      published: "2022-10-26",
    });
  });
  test("two readings of one year", () => {
    expect(read("9:15 AM | 5/8/2023\nSales rose in the first half.")).toEqual({
      year: 2023,
      source: "printed",
      ambiguous: ["2023-05-08", "2023-08-05"],
    });
  });
  test("a date inside a sentence is no date line", () => {
    const text =
      "Under a decision that was signed on 26 October 2019 sales in the first four months of 2021 rose.";
    expect(read(text)).toEqual({ year: 2021, source: "text" });
  });
  test.each([
    ["In 2023, sales reached 50 million USD, up 5% from 2022.", 2023],
    ["Sales in eleven months were 50 million USD.", 2023],
    ["Năm 2023, xuất khẩu đạt 50 triệu USD, tăng 5% so với năm 2022.", 2023],
    ["Exports in January reached 50 million USD. The province aims at 600 million USD in 2024.", 2024],
    ["In 2023, sales reached 50 million USD. This year the province aims at 60 million USD.", 2024],
    ["Last year sales reached 50 million USD.", 2024],
    ["Sales in 2023 reached 50 million USD, up 5% compared to last year.", 2023],
  ])("in January: %s", (text, year) => {
    expect(read(text, "2024-01-15").year).toBe(year);
  });
  test("in June a look at the year before is no review of it", () => {
    expect(read("In 2023, sales reached 50 million USD, up 5% from 2022.", "2024-06-15").year).toBe(2024);
  });
});

describe("without one", () => {
  test.each([
    ["Sales in the first five months of 2023 rose.", 2023],
    ["Sales rose 5% from the same period of 2021 in five months.", 2022],
    ["Prices were lower than in the first half of 2018.", 2019],
    ["Sales rose by 8% compared to 2022.", 2023],
    ["It sold over 50 million USD in 2022.", 2022],
    ["Sales should grow by 5% this year. For 2025 the province targets 7%.", 2024],
    ["In January-April sales were 50 million USD. For 2024 it wants at least 180 million USD.", 2024],
    ["Sales in five months met 42% of the plan for 2024.", 2024],
    ["In 2023 sales reached 50 million USD. In 2024 the province aims at 60 million USD.", 2023],
    ["9 tháng, xuất khẩu tăng 5% so với cùng kỳ năm 2020.", 2021],
    ["8 tháng, xuất khẩu đạt 60% kế hoạch năm 2023.", 2023],
    ["Trong những tháng còn lại của năm 2024, tỉnh sẽ bán thêm.", 2024],
    ["https://example.com/202209/rice/\nExports in eight months rose.", 2022],
    ["https://example.com/6-thang-dau-nam-2018.html\nExports rose.", 2018],
  ])("%s", (text, year) => {
    expect(read(text)).toEqual({ year, source: "text" });
  });
  test.each(["Sales in five months rose from a year earlier.", "The 2021-2025 plan, by 2030", ""])(
    "nothing tells: %s",
    (text) => {
      expect(read(text)).toEqual({ source: "none" });
    },
  );
});
