import { describe, expect, test } from "vitest";
import type { PicturedAnswer } from "../../../src/presentation/pictures/answer.ts";
import { usualPath } from "../../../src/presentation/pictures/usual-path.ts";
import { stretches, yearPath } from "../../../src/presentation/pictures/year-path.ts";
import { ask } from "../../http/ask.ts";
import { QUESTIONS } from "./questions.ts";

const asked = async (name: keyof typeof QUESTIONS): Promise<PicturedAnswer> =>
  (await ask("outlook", QUESTIONS[name])) as unknown as PicturedAnswer;

describe("yearPath", () => {
  test("a sum begins at zero and is known where it was reported", async () => {
    const path = yearPath(await asked("growth"));
    expect(path.periods).toHaveLength(12);
    expect(path.actual).toEqual([
      { index: -1, value: 0 },
      { index: 3, value: 290 },
    ]);
    expect(path.forecast[0]).toEqual({ index: 3, value: 290, lower: 290, upper: 290 });
    expect(path.forecast.at(-1)?.index).toBe(11);
    expect(path.lastYear.map(({ index }) => index)).toEqual([-1, 3, 11]);
  });

  test("what lies beyond the year is left out", async () => {
    const answer = await asked("horizon");
    expect(answer.forecast?.path.length).toBeGreaterThan(12);
    expect(yearPath(answer).forecast.at(-1)).toMatchObject({ index: 11, value: answer.forecast?.median });
  });

  test("a fiscal year begins with its first month", async () => {
    const { periods, actual } = yearPath(await asked("fiscal"));
    expect([periods[0], periods.at(-1)]).toEqual(["2024-04", "2025-03"]);
    expect(actual.at(-1)).toEqual({ index: 3, value: 5200 });
  });

  test("without a forecast the figures tell it", async () => {
    const answer = (await ask("run-rate", QUESTIONS.growth)) as unknown as PicturedAnswer;
    const { actual, forecast, lastYear } = yearPath(answer);
    expect(actual.at(-1)).toEqual({ index: 3, value: 290 });
    expect(forecast).toEqual([]);
    expect(lastYear.at(-1)).toEqual({ index: 11, value: 860 });
  });
});

describe("stretches", () => {
  const points = [
    { index: -1, value: 0 },
    { index: 1, value: 10 },
    { index: 2, value: 16 },
  ];
  test("of a sum are what each period brought", () => {
    expect(stretches(points, "sum")).toEqual([
      { from: 0, to: 1, value: 5 },
      { from: 2, to: 2, value: 6 },
    ]);
  });
  test("of a mean are the means of what came between", () => {
    expect(stretches(points.slice(1), "average")).toEqual([
      { from: 0, to: 1, value: 10 },
      { from: 2, to: 2, value: 28 },
    ]);
  });
  test("of a stock are its levels", () => {
    expect(stretches(points.slice(1), "last")).toEqual([
      { from: 1, to: 1, value: 10 },
      { from: 2, to: 2, value: 16 },
    ]);
  });
});

describe("usualPath", () => {
  test("starts at nothing, passes the usual share and ends at the target", async () => {
    const answer = await asked("growth");
    const target = answer.targets?.[0];
    if (!target?.requiredRunRate?.ratioToSeasonalPace) throw new Error("the answer has no season");
    const path = usualPath(target, yearPath(answer));
    expect(path[0]).toEqual({ index: -1, value: 0 });
    expect(path.at(-1)?.index).toBe(11);
    expect(path.at(-1)?.value).toBeCloseTo(920, 6);
    // The remainder that is usual after the share of the target is what the ratio was taken of.
    const share = (path[1]?.value ?? 0) / 920;
    expect((290 * (1 - share)) / share).toBeCloseTo(630 / target.requiredRunRate.ratioToSeasonalPace, 6);
  });

  test("is not known of a target that is reached", async () => {
    const answer = await asked("reached");
    const [reached] = answer.targets ?? [];
    if (!reached) throw new Error("there is a target");
    expect(usualPath(reached, yearPath(answer))).toEqual([]);
  });
});
