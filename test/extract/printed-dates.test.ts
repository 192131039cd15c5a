import { describe, expect, test } from "vitest";
import { printedDatesOf } from "../../src/extract/printed-dates.ts";
import { tokensOf } from "../../src/extract/token.ts";

const read = (text: string): readonly string[] =>
  printedDatesOf(tokensOf(text)).map(({ iso, alternatives }) => iso ?? alternatives.join(" or "));

describe("printedDatesOf", () => {
  test.each([
    ["2022-02-24", "2022-02-24"],
    ["2022/02/24", "2022-02-24"],
    ["2023-07", "2023-07"],
    ["on 26/10/2022", "2022-10-26"],
    ["on 10/26/2022", "2022-10-26"],
    ["on 26-10-2022", "2022-10-26"],
    ["on 26.10.2022", "2022-10-26"],
    ["8:05 PM | 4/7/2023", "2023-04-07 or 2023-07-04"],
    ["on 5/5/2023", "2023-05-05"],
    ["October 26, 2022", "2022-10-26"],
    ["Oct. 26, 2022", "2022-10-26"],
    ["26 October 2022", "2022-10-26"],
    ["1st of May, 2021", "2021-05-01"],
    ["ngày 26 tháng 10 năm 2022", "2022-10-26"],
    ["ngày 4/7/2023", "2023-07-04"],
    ["Ngày 05-07-2023", "2023-07-05"],
    ["Tỉnh báo cáo kim ngạch xuất khẩu của cả năm (4/7/2023)", "2023-07-04"],
  ])("%s is %s", (text, wanted) => {
    expect(read(text)).toEqual([wanted]);
  });

  test.each([
    "October 11",
    "ngày 26/10",
    "31/2/2023",
    "13/13/2023",
    "6/20 provinces",
    "2021-2025",
    "12/2021/NQ-HĐND",
    "https://example.com/2024/05/06/a.html",
  ])("no date with a year: %s", (text) => {
    expect(read(text)).toEqual([]);
  });

  test("the other dates of a text tell how one is read", () => {
    expect(read("printed 4/7/2023, signed 25/6/2023")).toEqual(["2023-07-04", "2023-06-25"]);
    expect(read("printed 4/7/2023, signed 6/25/2023")).toEqual(["2023-04-07", "2023-06-25"]);
    expect(read("4/7/2023, 25/6/2023, 6/25/2023")).toEqual([
      "2023-04-07 or 2023-07-04",
      "2023-06-25",
      "2023-06-25",
    ]);
  });
  test("the tokens of a date", () => {
    expect(printedDatesOf(tokensOf("AM | 2/6/2023"))).toEqual([
      { from: 2, to: 7, alternatives: ["2023-02-06", "2023-06-02"] },
    ]);
  });
});
