import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ask, type Question } from "../http/ask.ts";
import { PATIENCE, SEARCH } from "./drawn.ts";

const permille = (range: { readonly min: number; readonly max: number }) =>
  fc.integer(range).map((thousandths) => thousandths / 1000);

/** A plan of one to eight years from a base, of which some are known. */
const plans = fc
  .record({
    years: fc.integer({ min: 1, max: 8 }),
    base: fc.integer({ min: 100, max: 1e8 }).map((hundredths) => hundredths / 100),
    averageGrowth: permille({ min: -200, max: 400 }),
    growths: fc.array(permille({ min: -300, max: 600 }), { maxLength: 8 }),
  })
  .map(({ years, base, averageGrowth, growths }) => {
    const levels: number[] = [];
    for (const growth of growths.slice(0, years - 1))
      levels.push(Number(((levels.at(-1) ?? base) * (1 + growth)).toPrecision(12)));
    return { years, base, averageGrowth, levels };
  });
type Drawn = typeof plans extends fc.Arbitrary<infer T> ? T : never;

const questionOf = ({ years, base, averageGrowth, levels }: Drawn): Question => ({
  years: `2021-${2020 + years}`,
  base,
  averageGrowth,
  actuals: levels.map((value, index) => ({ year: 2021 + index, value })),
});
const close = (a: number, b: number, tolerance = 1e-7) =>
  expect(Math.abs(a - b), `${a} and ${b}`).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(a)));

describe("a plan", () => {
  test("whose required growth is paid lands on its target", PATIENCE, async () => {
    await fc.assert(
      fc.asyncProperty(plans, async (drawn) => {
        const question = questionOf(drawn);
        const { targets } = await ask("plan", question);
        const plan = targets[0];
        const path = plan?.geometric.path ?? [];
        const paid = await ask("plan", {
          ...question,
          actuals: [
            ...(question.actuals as object[]),
            ...path.map(({ fiscalYear, value }) => ({ year: fiscalYear, value })),
          ],
        });
        expect(paid.targets[0]).toMatchObject({ status: "attained", attainmentProbability: 1 });
        close(paid.soFar?.averageGrowth ?? 0, drawn.averageGrowth);
      }),
      { ...SEARCH, numRuns: 40 },
    );
  });

  test("asks no more by the arithmetic reading, which ends no higher", PATIENCE, async () => {
    await fc.assert(
      fc.asyncProperty(plans, async (drawn) => {
        const { targets, soFar } = await ask("plan", questionOf(drawn));
        const { geometric, arithmetic } = targets[0] ?? {};
        if (soFar?.meanGrowth !== undefined)
          expect(soFar.averageGrowth).toBeLessThanOrEqual(soFar.meanGrowth + 1e-9);
        if (!geometric || !arithmetic) return;
        expect(arithmetic.requiredGrowth).toBeLessThanOrEqual((geometric.requiredGrowth ?? 0) + 1e-8);
        expect(arithmetic.finalLevel).toBeLessThanOrEqual(geometric.finalLevel * (1 + 1e-8));
        expect(arithmetic.attainmentProbability).toBeGreaterThanOrEqual(
          geometric.attainmentProbability - 1e-8,
        );
      }),
      { ...SEARCH, numRuns: 60 },
    );
  });

  test("is the same in any unit", PATIENCE, async () => {
    await fc.assert(
      fc.asyncProperty(plans, fc.constantFrom(0.001, 0.1, 1000), async (drawn, scale) => {
        const here = await ask("plan", questionOf(drawn));
        const there = await ask(
          "plan",
          questionOf({
            ...drawn,
            base: drawn.base * scale,
            levels: drawn.levels.map((level) => level * scale),
          }),
        );
        const [one, other] = [here.targets[0], there.targets[0]];
        close(one?.requiredGrowth ?? 0, other?.requiredGrowth ?? 0);
        close(one?.attainmentProbability ?? 0, other?.attainmentProbability ?? 0);
        close((one?.finalLevel ?? 0) * scale, other?.finalLevel ?? 0);
        close((here.finalYear?.median ?? 0) * scale, there.finalYear?.median ?? 0);
        expect(there.oneGoodYear?.verdict).toBe(here.oneGoodYear?.verdict);
      }),
      { ...SEARCH, numRuns: 40 },
    );
  });

  test("has one history, in whatever order its vintages are told", PATIENCE, async () => {
    await fc.assert(
      fc.asyncProperty(plans, fc.boolean(), async (drawn, isReversed) => {
        const question = questionOf(drawn);
        const vintages = drawn.levels.flatMap((value, index) => [
          { year: 2021 + index, value: value * 1.03, asOf: "2040-01-01" },
          { year: 2021 + index, value: value * 0.97, asOf: "2039-01-01" },
          { year: 2021 + index, value },
        ]);
        const told = await ask("plan", {
          ...question,
          actuals: isReversed ? vintages.toReversed() : vintages,
        });
        const latest = await ask("plan", {
          ...question,
          actuals: drawn.levels.map((value, index) => ({ year: 2021 + index, value: value * 1.03 })),
        });
        expect(told.targets).toEqual(latest.targets);
        expect(told.soFar).toEqual(latest.soFar);
        const before = await ask("plan", {
          ...question,
          actuals: isReversed ? vintages.toReversed() : vintages,
          asOf: "2038-12-31",
        });
        expect(before.targets).toEqual((await ask("plan", question)).targets);
      }),
      { ...SEARCH, numRuns: 30 },
    );
  });

  test("is likelier the lower its target", PATIENCE, async () => {
    await fc.assert(
      fc.asyncProperty(plans, permille({ min: 1, max: 200 }), async (drawn, less) => {
        const { targets } = await ask("plan", {
          ...questionOf(drawn),
          averageGrowth: undefined,
          targets: [
            { name: "high", averageGrowth: drawn.averageGrowth },
            { name: "low", averageGrowth: drawn.averageGrowth - less },
          ],
        });
        const [high, low] = targets;
        expect(low?.attainmentProbability).toBeGreaterThanOrEqual(high?.attainmentProbability ?? 1);
        expect(low?.requiredGrowth).toBeLessThan(high?.requiredGrowth ?? 0);
      }),
      { ...SEARCH, numRuns: 30 },
    );
  });
});
