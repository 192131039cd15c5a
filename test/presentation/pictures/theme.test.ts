import { describe, expect, test } from "vitest";
import { THEMES_BY_NAME, type Theme } from "../../../src/presentation/pictures/theme.ts";

type Rgb = readonly [number, number, number];

/** Linear red, green and blue, 0 to 1. */
const linear = (hex: string): Rgb =>
  [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;

/** Relative luminance and contrast as WCAG 2.2 defines them. */
const luminance = ([red, green, blue]: Rgb): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
function contrast(a: string, b: string): number {
  const [low, high] = [luminance(linear(a)), luminance(linear(b))].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** What people without red, or without green, receptors see: Viénot, Brettel and Mollon (1999), linear RGB. */
const SEEN_WITHOUT = {
  red: ([r, g, b]: Rgb): Rgb => [
    0.11238 * r + 0.88762 * g,
    0.11238 * r + 0.88762 * g,
    0.00401 * r - 0.00401 * g + b,
  ],
  green: ([r, g, b]: Rgb): Rgb => [
    0.29275 * r + 0.70725 * g,
    0.29275 * r + 0.70725 * g,
    -0.02234 * r + 0.02234 * g + b,
  ],
} as const;

describe.each(Object.entries(THEMES_BY_NAME))("the %s theme", (_, theme: Theme) => {
  test.each(["text", "muted", "actual", "forecast", "target", "lastYear", "gain", "loss"] as const)(
    "%s is readable as small text",
    (token) => {
      expect(contrast(theme[token], theme.background)).toBeGreaterThanOrEqual(4.5);
    },
  );

  test("every series stands out from the ground", () => {
    for (const colour of theme.series) expect(contrast(colour, theme.background)).toBeGreaterThanOrEqual(3);
  });

  test.each(["red", "green"] as const)(
    "known, planned and last year differ without %s receptors",
    (missing) => {
      const seen = [theme.actual, theme.target, theme.lastYear].map((colour) =>
        SEEN_WITHOUT[missing](linear(colour)),
      );
      for (const [index, a] of seen.entries())
        for (const b of seen.slice(index + 1)) {
          const shown = (part: number | undefined): number => Math.max(0, part ?? 0) ** (1 / 2.2);
          const distance = Math.hypot(...a.map((part, at) => shown(part) - shown(b[at])));
          expect(distance).toBeGreaterThan(0.12);
        }
    },
  );

  test("the nested intervals differ from one another and from the ground", () => {
    const { bands, background } = theme;
    const steps = [background, bands.wide, bands.middle, bands.narrow, theme.forecast];
    for (const [index, step] of steps.slice(1).entries())
      expect(contrast(step, steps[index] as string)).toBeGreaterThan(1.1);
  });
});
