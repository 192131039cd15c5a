import { expect, test } from "vitest";
import { parseUnit } from "../../../src/engine/figure/unit.ts";

test.each<[string, object]>([
  ["million USD", { exponent: 6, scale: 1e6, currency: "USD" }],
  ["USD million", { exponent: 6, scale: 1e6, currency: "USD" }],
  ["triệu USD", { exponent: 6, scale: 1e6, currency: "USD" }],
  ["tỷ đồng", { exponent: 9, scale: 1e9, currency: "VND" }],
  ["tỉ VNĐ", { exponent: 9, scale: 1e9, currency: "VND" }],
  ["billion VND", { exponent: 9, scale: 1e9, currency: "VND" }],
  ["trillion VND", { exponent: 12, scale: 1e12, currency: "VND" }],
  ["nghìn tỷ đồng", { exponent: 12, scale: 1e12, currency: "VND" }],
  ["tons", { exponent: 0, scale: 1, words: "tons" }],
  ["nghìn tấn", { exponent: 3, scale: 1e3, words: "tons" }],
  ["percent", { exponent: 0, scale: 1, words: "%" }],
  ["", { exponent: 0, scale: 1 }],
])("%s", (text, unit) => {
  expect(parseUnit(text, "unit")).toEqual(unit);
  expect(parseUnit(text.normalize("NFD"), "unit")).toEqual(unit);
});

test("refuses two currencies and impossible magnitudes", () => {
  expect(() => parseUnit("million USD VND", "unit")).toThrow(/USD.*VND/);
  expect(() => parseUnit("tỷ tỷ đồng", "unit")).toThrow(/10\^18/);
});
