import { describe, expect, test } from "vitest";
import { amounts } from "../engine/forecast/history-cases.ts";
import { ask, type OutlookBody, type Question } from "./ask.ts";

/** Amounts of one decimal from January 2017 on, and their years to date. */
const AMOUNTS = amounts(120).map((value) => Math.round(value * 10) / 10);
const YEARS_TO_DATE = AMOUNTS.map((_, t) => {
  const sum = AMOUNTS.slice(t - (t % 12), t + 1).reduce((before, value) => before + value, 0);
  return Math.round(sum * 10) / 10;
});
const label = (t: number): string => `${2017 + Math.floor(t / 12)}-${String((t % 12) + 1).padStart(2, "0")}`;
const codesOf = ({ notes }: Pick<OutlookBody, "notes">): string[] => notes.map(({ code }) => code);
const messageOf = ({ notes }: Pick<OutlookBody, "notes">, code: string): string =>
  notes.find((note) => note.code === code)?.message ?? "";

/** Reports of the years to date at months of past years and of this one; the latest is the question's own figure. */
function reportsAt(months: readonly number[], last: number, from = 0): Question {
  const at = Array.from({ length: last - from }, (_, i) => from + i).filter((t) =>
    months.includes((t % 12) + 1),
  );
  return {
    ...{ through: label(last), ytd: YEARS_TO_DATE[last], target: 1900 },
    reports: at.map((t) => ({ through: label(t), ytd: YEARS_TO_DATE[t] })),
  };
}

/** What the year's reported months add up to at each of them. */
function sumsOf({ forecast }: Pick<OutlookBody, "forecast">): Map<string, number> {
  let sum = 0;
  return new Map(
    forecast.path.map(({ period, value = Number.NaN }) => {
      sum += value;
      return [period, sum];
    }),
  );
}

const UNEVEN = [1, 2, 4, 5, 7, 8, 10, 12];

describe("reports at irregular months", () => {
  test("of three years and this one make a history", async () => {
    const last = 43;
    for (const name of ["outlook", "forecast"] as const) {
      const answer = await ask(name, reportsAt(UNEVEN, last));
      const { forecast } = answer;
      expect(forecast.tier).toBe("history");
      expect(forecast.path).toHaveLength(12);
      expect(codesOf(answer)).toContain("sumsSpread");
      expect(messageOf(answer, "sumsSpread")).toMatch(/March 2017/);
      const sums = sumsOf(answer);
      for (const month of [1, 2, 4, 5, 7]) {
        const t = 36 + month - 1;
        expect(sums.get(label(t))).toBeCloseTo(YEARS_TO_DATE[t] as number, 6);
      }
      expect(forecast.path[7]).toMatchObject({ period: "2020-08", cumulative: YEARS_TO_DATE[last] });
      expect(sums.get("2020-12")).toBeCloseTo(forecast.median, 5);
    }
  });

  test("every third month of seven years", async () => {
    const answer = await ask("outlook", reportsAt([3, 6, 9, 12], 89));
    expect(answer.forecast.tier).toBe("history");
    expect(answer.forecast.path.map(({ status }) => status)).toEqual([
      ...Array(6).fill("actual"),
      ...Array(6).fill("forecast"),
    ]);
    expect(sumsOf(answer).get("2024-03")).toBeCloseTo(YEARS_TO_DATE[86] as number, 6);
    expect(sumsOf(answer).get("2024-06")).toBeCloseTo(YEARS_TO_DATE[89] as number, 6);
  });

  test.each<[string, Question]>([
    ["the same month and the total of seven years", reportsAt([5, 12], 88)],
    ["four months of three years", reportsAt([2, 5, 9, 12], 40)],
  ])("%s stay shares of past years, and nothing is said of a history", async (_, question) => {
    const answer = await ask("outlook", question);
    expect(answer.forecast.tier).toBe("shares");
    for (const code of codesOf(answer)) expect(code).not.toMatch(/^(?:history|sums|gaps)/);
  });

  test("the order in which reports are told changes nothing", async () => {
    const question = reportsAt(UNEVEN, 43);
    const reversed = { ...question, reports: [...(question.reports as readonly unknown[])].reverse() };
    expect(await ask("outlook", reversed)).toEqual(await ask("outlook", question));
  });
});

describe("a history with gaps", () => {
  const ending = (count: number, isGap: (t: number) => boolean, of = AMOUNTS) =>
    of.slice(0, count).map((value, t) => (isGap(t) && t < count - 1 ? null : value));

  test("years to date with gaps are the sums that they leave", async () => {
    const values = ending(100, (t) => [1, 5, 8].includes(t % 12), YEARS_TO_DATE);
    const answer = await ask("outlook", { history: { start: "2017-01", values, cumulative: true } });
    expect(answer.forecast.tier).toBe("history");
    expect(codesOf(answer)).toContain("sumsSpread");
    expect(codesOf(answer)).not.toContain("gapsFilled");
    const sums = sumsOf(answer);
    for (let t = 96; t < 100; t++)
      if (values[t] !== null) expect(sums.get(label(t))).toBeCloseTo(YEARS_TO_DATE[t] as number, 6);
    expect(answer.forecast.path[3]?.cumulative).toBe(YEARS_TO_DATE[99]);
  });

  test("a year to date of December that is not known leaves the months before it unknown", async () => {
    const values = ending(100, (t) => [10, 11].includes(t % 12), YEARS_TO_DATE);
    const answer = await ask("outlook", { history: { start: "2017-01", values, cumulative: true } });
    expect(answer.forecast.tier).toBe("history");
    expect(messageOf(answer, "gapsFilled")).toMatch(/November 2017/);
  });

  test("months without a value are filled, and the year that is known stays as told", async () => {
    const asked = (values: readonly unknown[]) => ask("outlook", { history: { start: "2017-01", values } });
    const whole = await asked(AMOUNTS.slice(0, 100));
    const answer = await asked(ending(100, (t) => t % 5 === 1 && t < 96));
    expect(answer.forecast.tier).toBe("history");
    expect(messageOf(answer, "gapsFilled")).toMatch(/periods without a figure/);
    expect(Math.abs(answer.forecast.median / whole.forecast.median - 1)).toBeLessThan(0.03);
    // Of last year the year to date ends at its gap, so that it is not told beside these.
    const reported = ({ forecast }: typeof whole) =>
      forecast.path.slice(0, 4).map(({ lastYearCumulative: _, ...period }) => period);
    expect(reported(answer)).toEqual(reported(whole));
  });

  test("a gap of this year is what the year-to-date figure leaves for it", async () => {
    const values = ending(102, (t) => t === 98);
    const answer = await ask("outlook", {
      ...{ history: { start: "2017-01", values }, ytd: YEARS_TO_DATE[101] },
    });
    expect(answer.forecast.tier).toBe("history");
    expect(answer.forecast.path[2]?.value).toBeCloseTo(AMOUNTS[98] as number, 8);
    expect(codesOf(answer)).not.toContain("gapsFilled");
  });

  test("a history that ends two months before the year-to-date figure is carried on to it", async () => {
    const answer = await ask("outlook", {
      ...{ through: label(103), ytd: YEARS_TO_DATE[103] },
      history: { start: "2017-01", values: AMOUNTS.slice(0, 102) },
    });
    expect(answer.forecast.tier).toBe("history");
    expect(codesOf(answer)).toEqual(expect.arrayContaining(["historyEndsEarlier", "sumsSpread"]));
    expect(messageOf(answer, "sumsSpread")).toMatch(/July 2025.*August 2025/);
    const { path } = answer.forecast;
    expect(path.slice(0, 6).map(({ value }) => value)).toEqual(AMOUNTS.slice(96, 102));
    expect(sumsOf(answer).get("2025-08")).toBeCloseTo(YEARS_TO_DATE[103] as number, 6);
    expect(path[7]?.cumulative).toBe(YEARS_TO_DATE[103]);
  });

  test("too few years to date for a history: the answer says so", async () => {
    const values = ending(42, (t) => t % 2 === 0, YEARS_TO_DATE);
    const answer = await ask("outlook", { history: { start: "2017-01", values, cumulative: true } });
    expect(answer.forecast.tier).toBe("shares");
    expect(messageOf(answer, "historyTooSparse")).toMatch(/too few figures/);
  });
});
