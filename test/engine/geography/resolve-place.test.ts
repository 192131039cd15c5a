import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOfDate } from "../../../src/engine/calendar/day-of-date.ts";
import { foldPlace } from "../../../src/engine/geography/administrative-unit.ts";
import { nearestPlaces } from "../../../src/engine/geography/nearest-places.ts";
import { type PlaceReading, resolvePlace } from "../../../src/engine/geography/resolve-place.ts";
import { isVietnamese, knowledge } from "../../../src/knowledge.ts";

const { units } = knowledge;
const read = (name: string, date?: string): PlaceReading =>
  resolvePlace(units, { name, ...(date !== undefined && { date }) });
const told = (reading: PlaceReading): string => {
  switch (reading.kind) {
    case "found":
      return `${reading.unit.id} ${reading.extent}`;
    case "otherTime":
      return `${reading.unit.id} ${reading.extent}, then ${reading.instead.map(({ id }) => id).join(" ")}`;
    case "several":
      return `several: ${reading.units.map(({ id }) => id).join(" ")}`;
    case "unknown":
      return "unknown";
  }
};

test.each([
  ["An Giang", "2024", "an-giang whole"],
  ["An Giang", "2025-06-30", "an-giang whole"],
  ["An Giang", "2025-07-01", "an-giang-2025 whole"],
  ["An Giang", "2025-Q2", "an-giang whole"],
  ["An Giang", undefined, "an-giang-2025 whole"],
  ["Kien Giang", undefined, "kien-giang whole"],
  ["Kien Giang", "2026-04", "kien-giang whole, then an-giang-2025"],
  ["an-giang-2025", undefined, "an-giang-2025 whole"],
  ["an-giang-2025", "2024", "an-giang-2025 whole, then kien-giang an-giang"],
  ["An Giang 2024", "2026-04", "an-giang whole, then an-giang-2025"],
  ["An Giang 2026", undefined, "an-giang-2025 whole"],
  ["former An Giang province", "2026", "an-giang whole, then an-giang-2025"],
  ["tỉnh An Giang (mới)", "2024", "an-giang-2025 whole, then kien-giang an-giang"],
  ["Tỉnh  KIÊN GIANG", "2024", "kien-giang whole"],
  ["the Mekong Delta province of Kien Giang", "2024", "kien-giang whole"],
  ["Sở Công Thương tỉnh Bắc Ninh", "2026", "bac-ninh-2025 whole"],
  ["Bà Rịa-Vũng Tàu", "2024", "ba-ria-vung-tau whole"],
  ["BR-VT", "2024", "ba-ria-vung-tau whole"],
  ["Hanoi", "2024", "ha-noi whole"],
  ["Danang City", "2026", "da-nang-2025 whole"],
  ["TP. Đà Nẵng", "2024", "da-nang whole"],
  ["Đắc Lắc", "2024", "dak-lak whole"],
  ["Daklak", "2026", "dak-lak-2025 whole"],
  ["TP.HCM", "2024", "ho-chi-minh-city whole"],
  ["TPHCM", "2026", "ho-chi-minh-city-2025 whole"],
  ["Ho Chi Minh City", "2026", "ho-chi-minh-city-2025 whole"],
  ["Thành phố Hồ Chí Minh", "2024", "ho-chi-minh-city whole"],
  ["Sài Gòn", "2024", "ho-chi-minh-city whole"],
  ["Hue", "2024", "thua-thien-hue whole"],
  ["Hue", "2025-03", "hue-2025 whole"],
  ["Thừa Thiên - Huế", "2026", "thua-thien-hue whole, then hue-2025"],
  ["Hue city", "2024", "thua-thien-hue part"],
  ["Vinh Long city", "2024", "vinh-long part"],
  ["Rach Gia, Kien Giang", "2024", "kien-giang part"],
  ["Kien Giang and An Giang", "2024", "several: kien-giang an-giang-2025"],
  ["Queensland", "2024", "unknown"],
  ["Viet Nam", "2024", "unknown"],
  ["", "2024", "unknown"],
  ["constructor", undefined, "unknown"],
])("%s in %s is %s", (name, date, expected) => {
  expect(told(read(name, date))).toBe(expected);
});

test("every unit is found by each of its names, at any of its days", () => {
  for (const unit of units.rows)
    for (const name of [
      unit.name,
      unit.nameVi,
      ...(unit.otherNames ?? []),
      foldPlace(unit.name).replaceAll(" ", ""),
    ])
      for (const day of [unit.validFrom, unit.validTo].filter((each) => each !== undefined)) {
        const reading = read(name, day);
        expect(reading, name).toMatchObject({ kind: "found", unit: { id: unit.id } });
      }
});

test("any text at any date is read, and a found unit is there on that day", () => {
  const dates = fc.constantFrom("2005", "2024-12", "2025-Q2", "2025-07-01", "2030");
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), fc.constantFrom(...units.rows), dates, (noise, unit, date) => {
      const reading = read(`${noise} ${unit.nameVi}`, date);
      const day = dayOfDate(date);
      if (reading.kind === "found") {
        expect((reading.unit.validFrom ?? "") <= day && day <= (reading.unit.validTo ?? "9")).toBe(true);
      }
      expect(reading.kind).not.toBe("unknown");
    }),
  );
});

describe("names that are not known", () => {
  test.each([
    ["Kein Giang", "Kien Giang"],
    ["Bac Nin", "Bac Ninh"],
    ["Hà Nộ", "Ha Noi"],
    ["Thanh Hoaa", "Thanh Hoa"],
  ])("%s may be %s", (written, meant) => {
    expect(nearestPlaces(units, written)[0]).toBe(meant);
  });

  test("what is like none has no suggestion", () => {
    expect(nearestPlaces(units, "Queensland")).toEqual([]);
    expect(nearestPlaces(units, "")).toEqual([]);
    expect(nearestPlaces(units, "x".repeat(500))).toEqual([]);
  });
});

test.each([
  ["Tỉnh Kiên Giang", true],
  ["Hanoi", true],
  ["Vietnam", true],
  ["Việt Nam", true],
  ["VIET NAM", true],
  ["Mekong Delta", true],
  ["Kien Giang and An Giang", true],
  ["Queensland", false],
  ["Vietnamese restaurants of Paris", false],
  ["", false],
])("whether %s is in Viet Nam: %s", (place, expected) => {
  expect(isVietnamese(place)).toBe(expected);
});
