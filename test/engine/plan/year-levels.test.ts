import { describe, expect, test } from "vitest";
import { EngineError } from "../../../src/engine/engine-error.ts";
import { parseFigure } from "../../../src/engine/figure/parse-figure.ts";
import type { YearStatement } from "../../../src/engine/plan/plan-question.ts";
import { yearLevels } from "../../../src/engine/plan/year-levels.ts";

const told = (
  fiscalYear: number,
  { level, growth, asOf }: { readonly level?: number; readonly growth?: string; readonly asOf?: string },
): YearStatement => ({
  fiscalYear,
  path: `actuals.${fiscalYear}`,
  ...(level !== undefined && { level: parseFigure(level, { role: "amount", path: "level" }) }),
  ...(growth !== undefined && { growth: parseFigure(growth, { role: "growth", path: "growth" }) }),
  ...(asOf !== undefined && { asOf }),
});
const valuesOf = (statements: readonly YearStatement[]) =>
  Object.fromEntries([...yearLevels(statements).levels].map(([year, { value }]) => [year, value]));

describe("levels of years", () => {
  test("growths go forwards from a level, and backwards from one that has a growth", () => {
    const values = valuesOf([
      told(2024, { growth: "10%" }),
      told(2023, { level: 110, growth: "10%" }),
      told(2022, { growth: "25%" }),
    ]);
    expect(Object.keys(values)).toEqual(["2021", "2022", "2023", "2024"]);
    for (const [year, value] of [
      [2021, 80],
      [2022, 100],
      [2023, 110],
      [2024, 121],
    ] as const)
      expect(values[year]).toBeCloseTo(value, 9);
  });

  test("the digits of what was told bound what follows", () => {
    const { levels } = yearLevels([told(2020, { level: 100 }), told(2021, { growth: "10%" })]);
    const { figure } = levels.get(2021) as NonNullable<ReturnType<typeof levels.get>>;
    expect(figure.lower).toBeCloseTo(99.5 * 1.095, 9);
    expect(figure.upper).toBeCloseTo(100.5 * 1.105, 9);
  });

  test("the latest vintage counts, in whatever order they are told", () => {
    const vintages = [
      told(2020, { level: 100 }),
      told(2020, { level: 104, asOf: "2023-01-01" }),
      told(2020, { level: 102, asOf: "2022-01-01" }),
    ];
    for (const order of [vintages, vintages.toReversed()]) {
      const { levels, notes } = yearLevels(order);
      expect(levels.get(2020)?.value).toBe(104);
      expect(levels.get(2020)?.vintages?.map(({ value }) => value)).toEqual([100, 102, 104]);
      expect(notes).toEqual([
        { code: "levelRevised", values: { fiscalYear: 2020, before: 100, after: 104 } },
      ]);
    }
  });

  test("a later growth makes a new vintage of the level", () => {
    const { levels } = yearLevels([
      told(2020, { level: 100 }),
      told(2021, { level: 109 }),
      told(2021, { growth: "10%", asOf: "2022-03-29" }),
    ]);
    expect(levels.get(2021)?.value).toBeCloseTo(110, 9);
    expect(levels.get(2021)?.vintages).toHaveLength(2);
  });

  test("a growth without a level beside it is refused with its field", () => {
    expect(() => yearLevels([told(2020, { level: 100 }), told(2022, { growth: "3%" })])).toThrow(EngineError);
    try {
      yearLevels([told(2022, { growth: "3%" })]);
    } catch (error) {
      expect(error).toMatchObject({ path: "actuals.2022", hint: expect.stringContaining("2021") });
    }
    expect.assertions(2);
  });
});
