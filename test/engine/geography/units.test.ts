import { describe, expect, test } from "vitest";
import {
  type AdministrativeUnit,
  foldPlace,
  isMerged,
  isValidOn,
  predecessorsOf,
} from "../../../src/engine/geography/administrative-unit.ts";
import { comparabilityOf } from "../../../src/engine/geography/comparability.ts";
import { knowledge } from "../../../src/knowledge.ts";
import { placeName } from "../../../src/presentation/place-words.ts";

const { units } = knowledge;
const on = (day: string): readonly AdministrativeUnit[] => units.rows.filter((unit) => isValidOn(unit, day));
const unit = (id: string): AdministrativeUnit => units.byId.get(id) as AdministrativeUnit;

describe("Resolution 202/2025/QH15", () => {
  test("63 provinces and cities became 34, six of them cities", () => {
    expect(on("2025-06-30")).toHaveLength(63);
    expect(on("2025-07-01")).toHaveLength(34);
    expect(on("2025-07-01").filter(({ type }) => type === "city")).toHaveLength(6);
    expect(on("2024-12-31").filter(({ type }) => type === "city")).toHaveLength(5);
  });

  test("23 units were formed from 52, and 11 went on", () => {
    const formed = on("2025-07-01").filter(isMerged);
    expect(formed).toHaveLength(23);
    expect(new Set(formed.flatMap((each) => each.predecessors)).size).toBe(52);
    expect(on("2025-07-01").filter((each) => isValidOn(each, "2025-06-30"))).toHaveLength(11);
  });

  test("each has the name of one of those that it was formed from", () => {
    for (const each of units.rows.filter(isMerged))
      expect(predecessorsOf(units, each).map(({ name }) => name)).toContain(each.name);
  });

  test("Thua Thien Hue became a city half a year before, within its borders", () => {
    expect(on("2025-03-01")).toHaveLength(63);
    expect(unit("hue-2025").predecessors).toEqual(["thua-thien-hue"]);
    expect(comparabilityOf(units, unit("hue-2025"))).toMatchObject({
      continuity: "renamed",
      comparable: true,
      changedOn: "2025-01-01",
    });
  });
});

describe("the table of units", () => {
  test("the id is the name and the year of the first day", () => {
    for (const { id, name, validFrom } of units.rows)
      expect(id).toBe(
        foldPlace(name).replaceAll(" ", "-") + (validFrom === undefined ? "" : `-${validFrom.slice(0, 4)}`),
      );
    expect(units.byId.size).toBe(units.rows.length);
  });

  test("predecessors end on the day before, and become one unit each", () => {
    const all = units.rows.flatMap(({ predecessors = [] }) => predecessors);
    expect(new Set(all).size).toBe(all.length);
    for (const each of units.rows)
      for (const before of predecessorsOf(units, each))
        expect(new Date(`${before.validTo}T00:00Z`).getTime() + 86_400_000).toBe(
          new Date(`${each.validFrom}T00:00Z`).getTime(),
        );
    expect(
      units.rows
        .filter(({ validTo }) => validTo !== undefined)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...all].sort());
  });

  test("names in Vietnamese are the English ones with accents", () => {
    for (const { name, nameVi } of units.rows) {
      expect(name).toMatch(/^[A-Za-z -]+$/);
      if (name !== "Ho Chi Minh City") expect(foldPlace(nameVi)).toBe(foldPlace(name));
    }
  });

  test("sentences call every unit what the table calls it", () => {
    for (const { name, nameVi } of units.rows) {
      expect(placeName(name, "vi")).toBe(nameVi);
      expect(placeName(nameVi, "en")).toBe(name);
    }
  });
});
