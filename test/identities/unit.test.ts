import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { post } from "../http/ask.ts";
import { PATIENCE, questions, SEARCH } from "./drawn.ts";

/** Ratios of a report; every other figure of it is an amount. */
const RATIOS = new Set(["shareOfTarget", "growth", "plannedGrowth", "fullYearGrowth"]);
/** Numbers of the answer that are amounts wherever they stand. */
const AMOUNTS =
  /(?:^|\.)(?:median|fullYear|standardError|bornhuetterFerguson|benktander|gap|gapToTarget|perPeriod|perWorkingDay|bestRemainder|standardError|cumulative|cumulativeLower|cumulativeUpper|lastYearCumulative|plan)$/;
/** Lists and objects all of whose values and bounds are amounts. */
const AMOUNT_PLACES =
  /(?:quantiles|intervals|path|seasonalPath)\.\d+\.(?:value|lower|upper)$|^targets\.\d+\.value$/;
const NARRATIVE = new Set(["message", "sentence", "description", "assumption", "text", "hint"]);
const TOLERANCE = 1e-8;
/** Fits to a history stop when they are near enough, and what is near differs in the last bits of other units. */
const TOLERANCE_OF_FITS = 1e-6;

function isAmount(path: string, quantity: string | undefined): boolean {
  if (AMOUNTS.test(path) || AMOUNT_PLACES.test(path)) return true;
  const figure =
    /^figures\.(\w+)\./.exec(path)?.[1] ?? (/^coherence\.findings/.test(path) ? quantity : undefined);
  return figure !== undefined && /\.(?:value|lower|upper)$/.test(path) && !RATIOS.has(figure);
}

/** Two answers to one question in two units, leaf by leaf. */
function alike(
  here: unknown,
  there: unknown,
  scale: number,
  tolerance: number,
  path: string,
  quantity?: string,
): void {
  if (typeof here === "number" && typeof there === "number") {
    const expected = isAmount(path, quantity) ? here * scale : here;
    const size = Math.max(Math.abs(expected), Math.abs(there), path.includes("robability") ? 1 : 0);
    // Differences of amounts (gaps, growths near zero) keep the absolute error of what they are differences of.
    const slack = /gap|rowth|acceleration|disagreement|noise|standardError/i.test(path)
      ? Math.max(size, isAmount(path, quantity) ? scale : 1)
      : size;
    expect(Math.abs(there - expected), `${path}: ${here} became ${there}`).toBeLessThanOrEqual(
      tolerance * slack,
    );
    return;
  }
  if (typeof here !== "object" || here === null || typeof there !== "object" || there === null) {
    if (!NARRATIVE.has(path.split(".").at(-1) as string)) expect(there, path).toEqual(here);
    return;
  }
  expect(Object.keys(there), path).toEqual(Object.keys(here));
  const about = (here as { quantity?: string }).quantity ?? quantity;
  for (const [name, part] of Object.entries(here))
    alike(
      part,
      (there as Record<string, unknown>)[name],
      scale,
      tolerance,
      path === "" ? name : `${path}.${name}`,
      about,
    );
}

describe("the unit of the amounts", () => {
  test.each([-2, 1, 3])(
    "10^%i times the amounts scales amounts and leaves every ratio and probability",
    PATIENCE,
    async (shift) => {
      await fc.assert(
        fc.asyncProperty(questions, async (drawn) => {
          const [here, there] = [
            await post("/v1/outlook", drawn.in(0)),
            await post("/v1/outlook", drawn.in(shift)),
          ];
          expect(there.status).toBe(here.status);
          if (here.status !== 200) return;
          const { tier } = (here.json as { forecast: { tier: string } }).forecast;
          alike(here.json, there.json, 10 ** shift, tier === "history" ? TOLERANCE_OF_FITS : TOLERANCE, "");
        }),
        SEARCH,
      );
    },
  );
});
