import fc from "fast-check";
import { expect, test } from "vitest";
import { type BarRow, shownRows } from "../../../src/presentation/pictures/bar-rows.ts";

const row: fc.Arbitrary<BarRow> = fc.record({
  name: fc.string(),
  isMarked: fc.boolean(),
  depth: fc.integer({ min: 1, max: 3 }),
});

test("as many rows as fit are shown in their order, and every other row of its own is counted where it stood", () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 80 }), fc.integer({ min: 3, max: 40 }), (rows, capacity) => {
      const shown = shownRows(rows, capacity);
      expect(shown.length).toBeLessThanOrEqual(capacity);
      const indices = shown.flatMap((each) => ("index" in each ? [each.index] : []));
      expect(indices).toEqual(indices.toSorted((a, b) => a - b));
      expect(new Set(indices).size).toBe(indices.length);
      const own = rows.map(({ depth }, index) => (depth === 1 ? index : -1)).filter((index) => index >= 0);
      if (rows.length <= capacity) expect(indices).toHaveLength(rows.length);
      else {
        let told = 0;
        for (const each of shown) {
          if ("index" in each) expect(own[told]).toBe(each.index);
          told += "leftOut" in each ? each.leftOut : 1;
        }
        expect(told).toBe(own.length);
      }
    }),
  );
});

test("the first, the last and a marked row stay", () => {
  const rows = Array.from({ length: 63 }, (_, index) => ({ name: `${index}`, isMarked: index === 30 }));
  const shown = shownRows(rows, 8);
  expect(shown).toContainEqual({ index: 0 });
  expect(shown).toContainEqual({ index: 30 });
  expect(shown).toContainEqual({ index: 62 });
});
