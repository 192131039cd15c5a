import { describe, expect, test } from "vitest";
import { tokensOf } from "../../src/extract/token.ts";
import { addressRanges } from "../../src/extract/web-address.ts";

const read = (text: string): readonly string[] => {
  const tokens = tokensOf(text);
  return addressRanges(tokens).map(({ from, to }) => text.slice(tokens[from]?.start, tokens[to - 1]?.end));
};

describe("addressRanges", () => {
  test.each([
    ["see https://example.com/6-thang-2018.html now", "https://example.com/6-thang-2018.html"],
    ["http://a.example.org/?id=2024&x=1\nExports", "http://a.example.org/?id=2024&x=1"],
    ["(www.example.vn/2021/q1).", "www.example.vn/2021/q1"],
    ["www1.example.gov.vn", "www1.example.gov.vn"],
    ["at example.vn/202209/rice-12/ and", "example.vn/202209/rice-12/"],
    ["write to office.2@example.com, please", "office.2@example.com"],
    ["a home page, example.com.vn.", "example.com.vn"],
  ])("%s", (text, wanted) => {
    expect(read(text)).toEqual([wanted]);
  });
  test.each([
    "It rose.In 2023 it fell",
    "up 8.5% to 1.2 billion",
    "6/20 provinces",
    "@ 5%",
    "trade and/or sales",
  ])("none: %s", (text) => {
    expect(read(text)).toEqual([]);
  });
});
