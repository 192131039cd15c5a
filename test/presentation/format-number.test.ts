import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decimalsOf,
  formatNumber,
  formatPercent,
  formatProbability,
  formatSignificant,
  plainNumber,
  roundSignificant,
} from "../../src/presentation/format-number.ts";
import type { Lang } from "../../src/presentation/language.ts";

const finite = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 });
const LANGS: readonly Lang[] = ["en", "vi"];

/** The inverse of the writing: the obvious reading of a grouped number. */
function read(text: string, lang: Lang): number {
  const [group, point] = lang === "vi" ? [".", ","] : [",", "."];
  return Number(text.replaceAll(group, "").replace(point, "."));
}

test("numbers are grouped and pointed as the language does", () => {
  expect(formatNumber(1234.5, "en")).toBe("1,234.5");
  expect(formatNumber(1234.5, "vi")).toBe("1.234,5");
  expect(formatNumber(49496.26, "vi")).toBe("49.496,26");
  expect(formatNumber(1000000, "en", 1)).toBe("1,000,000.0");
  expect(formatNumber(-1234567.8, "vi")).toBe("-1.234.567,8");
});

test("a number that rounds to zero has no sign", () => {
  expect(formatNumber(-0.004, "en", 2)).toBe("0.00");
  expect(formatNumber(-0, "vi")).toBe("0");
  expect(Object.is(roundSignificant(-0, 4), 0)).toBe(true);
});

test("a written number reads back as itself in both languages", () => {
  fc.assert(
    fc.property(finite, fc.constantFrom(...LANGS), (x, lang) => {
      const told = Math.abs(x) < 1e-60 ? 0 : x;
      expect(read(formatNumber(told, lang), lang)).toBe(told);
    }),
  );
});

test("a plain number reads back as itself with either decimal sign and never has an exponent", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e25, max: 1e25 }), (x) => {
      const kept = Math.abs(x) < 1e-80 ? 0 : x;
      expect(plainNumber(kept)).not.toMatch(/e/i);
      expect(Number(plainNumber(kept)) + 0).toBe(kept + 0);
      expect(Number(plainNumber(kept, "comma").replace(",", ".")) + 0).toBe(kept + 0);
    }),
  );
});

test("significant digits are an upper limit, not padding", () => {
  expect(formatSignificant(78.75, "en")).toBe("78.75");
  expect(formatSignificant(917.7215, "vi")).toBe("917,7");
  expect(formatSignificant(1041.83, "en")).toBe("1,042");
  expect(formatSignificant(4.34, "en")).toBe("4.34");
  expect(decimalsOf(1.5e-7)).toBe(8);
});

test("percents keep the digits of the report", () => {
  expect(formatPercent(0.316, "vi")).toBe("31,6%");
  expect(formatPercent(0.2126, "en")).toBe("21.26%");
  expect(formatPercent(1.0273, "vi")).toBe("102,73%");
});

describe("probabilities", () => {
  test.each([
    [0, "0%", "0%"],
    [0.0004, "less than 1%", "dưới 1%"],
    [0.0099, "less than 1%", "dưới 1%"],
    [0.714, "71%", "71%"],
    [0.99, "99%", "99%"],
    [0.9996, "more than 99%", "trên 99%"],
    [1, "100%", "100%"],
  ])("%d", (probability, en, vi) => {
    expect(formatProbability(probability, "en")).toBe(en);
    expect(formatProbability(probability, "vi")).toBe(vi);
  });
});
