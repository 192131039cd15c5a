import { describe, expect, test } from "vitest";
import { ask, type OutlookBody } from "../../http/ask.ts";

const lastYearOf = async (question: Readonly<Record<string, unknown>>) => {
  const { forecast } = (await ask("outlook", question)) as OutlookBody;
  return forecast?.path.map(({ period, lastYearCumulative }) => [period, lastYearCumulative] as const);
};

const months = (from: number) => Array.from({ length: 12 }, (_, month) => from + month);
const sumTo = (values: readonly number[], count: number) =>
  values.slice(0, count).reduce((sum, value) => sum + value, 0);

describe("last year's year to date along the path", () => {
  test("is known at both ends from a report", async () => {
    const path = await lastYearOf({ through: "2024-04", ytd: 290, priorYtd: 240, priorFullYear: 860 });
    expect(path?.[0]).toEqual(["2024-04", 240]);
    expect(path?.at(-1)).toEqual(["2024-12", 860]);
    expect(path?.slice(1, -1).every(([, known]) => known === undefined)).toBe(true);
  });

  test("is nowhere where nothing of last year is told", async () => {
    const path = await lastYearOf({ through: "2024-04", ytd: 290, target: 920 });
    expect(path?.every(([, known]) => known === undefined)).toBe(true);
  });

  const history = { start: "2021-01", values: [...months(50), ...months(60), ...months(70), 81, 82, 83, 84] };

  test("is known at every period of a history", async () => {
    const path = await lastYearOf({ history });
    expect(path).toEqual(
      months(70).map((_, month) => [
        `2024-${String(month + 1).padStart(2, "0")}`,
        sumTo(months(70), month + 1),
      ]),
    );
  });

  test("is a mean for averages, and the level itself for stocks", async () => {
    const averages = await lastYearOf({ history, aggregation: "average" });
    expect(averages?.[1]).toEqual(["2024-02", 70.5]);
    const levels = await lastYearOf({ history, aggregation: "last" });
    expect(levels?.[1]).toEqual(["2024-02", 71]);
  });

  test("ends at a gap of last year, but for its total", async () => {
    const values: (number | undefined | null)[] = [...history.values];
    values[24 + 6] = null;
    const path = await lastYearOf({ history: { ...history, values }, priorFullYear: 906 });
    expect(path?.[5]?.[1]).toBe(sumTo(months(70), 6));
    expect(path?.[6]?.[1]).toBeUndefined();
    expect(path?.at(-1)?.[1]).toBe(906);
  });

  test("says nothing of the year after", async () => {
    const path = await lastYearOf({ history, horizon: 12 });
    const after = path?.filter(([period]) => period.startsWith("2025"));
    expect(after?.length).toBeGreaterThan(0);
    expect(after?.every(([, known]) => known === undefined)).toBe(true);
  });
});

describe("the reported periods of a short history", () => {
  const pathOf = async (question: Readonly<Record<string, unknown>>) =>
    ((await ask("forecast", question)) as OutlookBody).forecast?.path;

  test("are told one by one", async () => {
    const path = await pathOf({
      history: { start: "2026-01", values: [61.2, 52.4, 78.9] },
      priorFullYear: 905,
    });
    expect(path?.slice(0, 4)).toMatchObject([
      { period: "2026-01", status: "actual", value: 61.2, cumulative: 61.2 },
      { period: "2026-02", status: "actual", value: 52.4, cumulative: 113.6 },
      { period: "2026-03", status: "actual", value: 78.9, cumulative: 192.5 },
      { period: "2026-04", status: "forecast" },
    ]);
  });

  test("are told of cumulative amounts, sums and means alike", async () => {
    const sums = await pathOf({
      history: { start: "2026-01", values: [10, 25, 45] },
      cumulative: true,
      target: 200,
    });
    expect(sums?.slice(0, 3).map(({ value }) => value)).toEqual([10, 15, 20]);
    const means = await pathOf({
      history: { start: "2026-01", values: [100, 101, 103] },
      cumulative: true,
      aggregation: "average",
      target: 105,
    });
    expect(means?.slice(0, 3).map(({ value, cumulative }) => [value, cumulative])).toEqual([
      [100, 100],
      [102, 101],
      [107, 103],
    ]);
  });

  test("stay one sum where they make another year to date than was told", async () => {
    const path = await pathOf({
      history: { start: "2026-01", values: [61.2, 52.4, 78.9] },
      through: "2026-03",
      ytd: 200,
      priorFullYear: 905,
    });
    expect(path?.filter(({ status }) => status === "actual")).toMatchObject([
      { period: "2026-03", cumulative: 200 },
    ]);
  });
});
