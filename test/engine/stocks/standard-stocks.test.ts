import { describe, expect, test } from "vitest";
import { partsOf } from "../../../src/engine/stocks/parts-of-whole.ts";
import { ratiosOf } from "../../../src/engine/stocks/standard-ratios.ts";
import {
  STANDARD_STOCKS,
  type StandardStock,
  standardStock,
} from "../../../src/engine/stocks/standard-stocks.ts";

const known = (...names: StandardStock[]) => new Set(names);

describe("names that parks and clusters report", () => {
  test.each([
    ["Industrial clusters", "clusters"],
    ["cụm công nghiệp", "clusters"],
    ["Số cụm công nghiệp", "clusters"],
    ["khu công nghiệp", "parks"],
    ["under_construction", "underConstruction"],
    ["underConstruction", "underConstruction"],
    ["leased hectares", "leased"],
    ["diện tích đất đã cho thuê", "leased"],
    ["đất công nghiệp có thể cho thuê", "leasable"],
    ["total area", "area"],
    ["tổng vốn đầu tư đăng ký", "capital"],
    ["vốn thực hiện", "implementedCapital"],
    ["lao động", "jobs"],
    ["with waste-water plants in operation", "plants"],
    ["Hệ thống xử lý nước thải tập trung", "plants"],
  ])("%s is %s", (name, standard) => {
    expect(standardStock(name)).toBe(standard);
  });

  test.each(["jetties", "exports", "", "constructor", "clusters of grapes"])("%j is none of them", (name) => {
    expect(standardStock(name)).toBeUndefined();
  });

  test("every standard stock is known by its own name", () => {
    for (const name of STANDARD_STOCKS) expect(standardStock(name.replace(/[A-Z]/g, " $&"))).toBe(name);
  });
});

describe("standard ratios", () => {
  test("occupancy is measured on leasable land, never on the total area", () => {
    expect(ratiosOf(known("leased", "leasable", "area"))).toEqual([
      { numerator: "leased", denominator: "leasable" },
    ]);
    expect(ratiosOf(known("leased", "area"))).toEqual([]);
  });

  test("projects stand in for registered ones, and are told once", () => {
    expect(ratiosOf(known("operating", "projects"))).toEqual([
      { numerator: "operating", denominator: "projects" },
    ]);
    expect(ratiosOf(known("operating", "projects", "registered"))).toEqual([
      { numerator: "operating", denominator: "registered" },
    ]);
  });
});

describe("parts and their whole", () => {
  test("both parts together, rather than each alone", () => {
    expect(partsOf(known("operating", "underConstruction", "registered"))).toEqual([
      { parts: ["operating", "underConstruction"], whole: "registered" },
    ]);
    expect(partsOf(known("operating", "registered"))).toEqual([
      { parts: ["operating"], whole: "registered" },
    ]);
  });

  test("leased land within leasable land within the area", () => {
    expect(partsOf(known("leased", "leasable", "area"))).toEqual([
      { parts: ["leased"], whole: "leasable" },
      { parts: ["leasable"], whole: "area" },
    ]);
  });
});
