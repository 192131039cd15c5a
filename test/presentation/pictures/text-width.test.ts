import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textWidth, truncated, wrapped } from "../../../src/presentation/pictures/text-width.ts";
import { advanceWidths } from "../../bench/text-widths.ts";

describe("the table of widths", () => {
  test.each([400, 600] as const)("says of every letter what the font says, weight %d", (weight) => {
    const wrong = [...advanceWidths(weight)].filter(
      ([letter, width]) =>
        width > 0 &&
        letter >= " " &&
        letter === letter.normalize("NFC") &&
        textWidth(letter, 1000, weight) !== width,
    );
    expect(wrong).toEqual([]);
  });

  test("has every Vietnamese letter, composed or not", () => {
    const letters = "aăâbcdđeêghiklmnoôơpqrstuưvxy";
    const accented = [...letters].flatMap((letter) =>
      ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"].map((accent) =>
        (letter + accent).normalize("NFC"),
      ),
    );
    for (const letter of accented) {
      expect(textWidth(letter.normalize("NFD"), 10)).toBe(textWidth(letter, 10));
      expect(textWidth(letter, 10)).toBeLessThan(9.5);
    }
    expect(textWidth("ư", 10)).toBeGreaterThan(textWidth("u", 10));
  });

  test("letters of other scripts have a width too", () => {
    expect(textWidth("出口", 10)).toBe(20);
    expect(textWidth("экспорт", 10)).toBeGreaterThan(40);
  });
});

describe("texts that must fit", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 60 });
  const most = fc.integer({ min: 0, max: 300 });

  test("a cut text fits, and one that fits is not cut", () => {
    fc.assert(
      fc.property(text, most, (whole, room) => {
        const cut = truncated(whole, 12, room);
        expect(textWidth(cut, 12)).toBeLessThanOrEqual(room + 1e-9);
        if (textWidth(whole, 12) <= room) expect(cut).toBe(whole);
      }),
    );
  });

  test("wrapped lines fit, keep every word where there is room, and are no more than asked", () => {
    fc.assert(
      fc.property(text, most, fc.integer({ min: 1, max: 3 }), (whole, room, lines) => {
        const made = wrapped(whole, { size: 12, most: room, lines });
        expect(made.length).toBeLessThanOrEqual(lines);
        for (const line of made) expect(textWidth(line, 12)).toBeLessThanOrEqual(room + 1e-9);
      }),
    );
    expect(wrapped("tổng mức bán lẻ hàng hóa", { size: 10, most: 70, lines: 3 })).toEqual([
      "tổng mức bán",
      "lẻ hàng hóa",
    ]);
    expect(wrapped("tổng mức bán lẻ hàng hóa", { size: 10, most: 70, lines: 1 })).toEqual(["tổng mức bá…"]);
  });
});
