import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attainmentStatus } from "../../src/engine/target/attainment-status.ts";
import { FORMATS, type Format } from "../../src/http/format.ts";
import { PATIENCE, SEARCH } from "../identities/drawn.ts";
import { ask, get, type OutlookBody, post, type Question } from "./ask.ts";
import { months } from "./history-cases.ts";

/** From January 2018 to April 2024. */
const HISTORY = { start: "2018-01", values: months(76) };
const QUESTION = {
  indicator: "exports",
  geography: "Germany",
  unit: "million USD",
  history: HISTORY,
  target: "plan: 1800; ambition: 2400",
} as const;
const codesOf = ({ notes }: Pick<OutlookBody, "notes">) => notes.map(({ code }) => code);

describe("a question with a history", () => {
  test.each(["outlook", "forecast"] as const)(
    "%s answers GET and POST alike, in every form",
    async (name) => {
      const { values } = HISTORY;
      const question = { ...QUESTION, horizon: 20, backtest: true };
      for (const format of Object.keys(FORMATS) as Format[])
        for (const rest of [{}, { lang: "vi", decimal: "point" }, { decimal: "comma" }]) {
          const path = `/v1/${name}.${format}`;
          const posted = await post(path, { ...question, ...rest });
          expect(posted.status, posted.text).toBe(200);
          const got = await get(path, { ...question, ...rest });
          expect(got.text).toBe(posted.text);
          if (!("decimal" in rest) || rest.decimal !== "comma") {
            const written = `2018-01: ${values.join(" ")}`;
            expect((await get(path, { ...question, ...rest, history: written })).text).toBe(posted.text);
          }
          expect(posted.text).not.toMatch(/\b(?:undefined|NaN|Infinity|null)\b|\[object/);
        }
    },
  );

  test("is answered by the history tier, with path, quarters, members and where the variance comes from", async () => {
    const { forecast, notes, question, figures } = await ask("outlook", QUESTION);
    expect(question.through).toBe("2024-04");
    expect(figures.ytd).toMatchObject({ from: "history" });
    expect(forecast.tier).toBe("history");
    expect(forecast.path.map(({ status }) => status)).toEqual([
      ...new Array<string>(4).fill("actual"),
      ...new Array<string>(8).fill("forecast"),
    ]);
    expect(forecast.path.map(({ value }) => value).slice(0, 4)).toEqual(HISTORY.values.slice(72));
    expect(forecast.quarters).toHaveLength(4);
    expect(forecast.members.map(({ method }) => method)).toContain("exponentialSmoothing");
    expect(forecast.varianceShares?.noise).toBeGreaterThan(0);
    expect(forecast.askFor).toBeUndefined();
    expect(codesOf({ notes })).toEqual(["planNotInProbability"]);
  });

  test("in Vietnamese, with decimal commas", async () => {
    const written = `2018-01: ${HISTORY.values.join(" ").replaceAll(".", ",")}`;
    const question = { ...QUESTION, target: 1800, history: written, lang: "vi", backtest: true };
    const spoken = await post("/v1/outlook.md", question);
    expect(spoken.status).toBe(200);
    expect(spoken.text).toMatch(/\d,\d/);
    const vietnamese = await ask("outlook", question);
    expect(vietnamese.forecast.median).toBe((await ask("outlook", QUESTION)).forecast.median);
    const cell = await get("/v1/forecast.txt", { ...question, field: "forecast.median" });
    expect(cell.text.trim()).toMatch(/^\d+,\d+$/);
  });

  test("its table has a row for each period, quarter and year that was backtested", async () => {
    const { forecast } = await ask("forecast", { ...QUESTION, backtest: true });
    const { text } = await post("/v1/forecast.csv", { ...QUESTION, backtest: true });
    for (const { period } of [...forecast.path, ...(forecast.quarters ?? [])]) expect(text).toContain(period);
    const rows = text.split("\r\n").filter((row) => row.includes("backtest_median"));
    expect(rows).toHaveLength(forecast.backtest?.years.length ?? 0);
  });
});

describe("a horizon", () => {
  test.each([1, 8, 9, 19, 20, 36])("of %i periods", async (horizon) => {
    const { forecast } = await ask("forecast", { ...QUESTION, horizon });
    const plain = await ask("forecast", QUESTION);
    expect(forecast.path).toHaveLength(4 + Math.max(8, horizon));
    expect(forecast.median).toBe(plain.forecast.median);
    expect(forecast.quantiles).toEqual(plain.forecast.quantiles);
    expect(forecast.horizon?.nextFullYear !== undefined).toBe(horizon >= 20);
    if (horizon >= 20) {
      const next = forecast.horizon?.nextFullYear as { median: number; intervals: { lower: number }[] };
      const ofNext = forecast.path.filter(({ period }) => period.startsWith("2025"));
      expect(ofNext).toHaveLength(12);
      expect(Math.abs((ofNext[11]?.cumulative as number) / next.median - 1)).toBeLessThan(0.01);
    }
  });

  test("after a complete year tells the next one", async () => {
    const complete = { ...QUESTION, history: { start: "2018-01", values: months(72) } };
    const plain = await ask("forecast", complete);
    expect(plain.forecast).toMatchObject({ tier: "complete", quantiles: [] });
    expect(plain.forecast.path.map(({ value }) => value)).toEqual(months(72).slice(60));
    const { forecast } = await ask("forecast", { ...complete, horizon: 12, backtest: true });
    expect(forecast.tier).toBe("complete");
    expect(forecast.median).toBe(plain.forecast.median);
    expect(forecast.path.slice(12).map(({ period }) => period)).toEqual(
      Array.from({ length: 12 }, (_, i) => `2024-${String(i + 1).padStart(2, "0")}`),
    );
    expect(forecast.horizon?.nextFullYear?.fiscalYear).toBe(2024);
    expect(forecast.backtest?.years.at(-1)).toMatchObject({
      fiscalYear: 2023,
      fullYear: plain.forecast.median,
    });
    for (const format of Object.keys(FORMATS))
      expect((await get(`/v1/outlook.${format}`, { ...complete, horizon: 12, backtest: true })).status).toBe(
        200,
      );
  });

  test("is not answered by an earlier tier, which says so", async () => {
    const short = await ask("outlook", {
      ...QUESTION,
      history: { start: "2023-01", values: months(16) },
      horizon: 12,
      backtest: true,
    });
    expect(short.forecast.tier).not.toBe("history");
    expect(short.forecast.path.at(-1)?.period).toBe("2024-12");
    expect(codesOf(short)).toEqual(
      expect.arrayContaining(["historyTooShort", "horizonNeedsHistory", "backtestTooShort"]),
    );
    for (const lang of ["en", "vi"])
      expect(
        (
          await ask("outlook", { ...QUESTION, lang, history: { start: "2023-01", values: months(16) } })
        ).notes.every(({ message }) => message !== ""),
      ).toBe(true);
  });
});

describe("Tet", () => {
  // Through January 2024: Tet of 2024 is in February, that of 2023 was in January.
  const january = { ...QUESTION, history: { start: "2018-01", values: months(73) } };
  const medianOf = async (question: Question) => (await ask("forecast", question)).forecast.median;

  test("is taken into account for a place in Viet Nam unless it is switched off", async () => {
    const vietnamese = { ...january, geography: "Kien Giang" };
    expect(await medianOf(vietnamese)).toBe(await medianOf({ ...vietnamese, tet: true }));
    expect(await medianOf(vietnamese)).not.toBe(await medianOf({ ...vietnamese, tet: false }));
  });

  test("does not concern a place elsewhere unless it is switched on", async () => {
    expect(await medianOf(january)).toBe(await medianOf({ ...january, tet: false }));
    expect(await medianOf(january)).not.toBe(await medianOf({ ...january, tet: true }));
  });

  test("an effect that the history shows moves from January to February with the feast", async () => {
    const dates = ["02-16", "02-05", "01-25", "02-12", "02-01", "01-22", "02-10"];
    const values = months(73, { noise: 0.01 }).map((value, t) => {
      const month = (t % 12) + 1;
      const tet = Number(dates[Math.floor(t / 12)]?.slice(0, 2));
      return Math.round(10 * value * (month === tet ? 0.75 : 1)) / 10;
    });
    const question = { ...january, geography: "Viet Nam", history: { start: "2018-01", values } };
    const februaryOf = async (tet: boolean) =>
      (await ask("forecast", { ...question, tet })).forecast.path[1]?.value;
    expect(await februaryOf(true)).toBeLessThan((await februaryOf(false)) as number);
  });
});

describe("amounts that are not above zero, and stocks", () => {
  const { values } = HISTORY;

  test("a year that came to nothing is backtested without an error in percent", async () => {
    const idle = values.map((value, t) => (t >= 48 && t < 60 ? 0 : value));
    const { backtest } = (
      await ask("outlook", { ...QUESTION, history: { start: "2018-01", values: idle }, backtest: true })
    ).forecast;
    const year = backtest?.years.find(({ fiscalYear }) => fiscalYear === 2022);
    expect(year?.fullYear).toBe(0);
    expect(year).not.toHaveProperty("percentError");
    expect(backtest?.meanAbsolutePercentError).toBeGreaterThan(0);
  });

  test.each<[string, Question]>([
    ["a balance", { history: { start: "2018-01", values: values.map((value) => Math.round(value - 100)) } }],
    [
      "dead months",
      { history: { start: "2018-01", values: values.map((value, t) => (t % 12 < 3 ? 0 : value)) } },
    ],
    ["a stock", { aggregation: "last" }],
    [
      "a stock at the year's end",
      { aggregation: "last", history: { start: "2018-01", values: values.slice(0, 72) } },
    ],
  ])("%s is answered in every form", async (_, rest) => {
    const question = { ...QUESTION, target: 1800, horizon: 24, backtest: true, ...rest };
    for (const format of Object.keys(FORMATS) as Format[])
      for (const lang of ["en", "vi"]) {
        const { status, text } = await post(`/v1/outlook.${format}`, { ...question, lang });
        expect(status, text).toBe(200);
        expect(text).not.toMatch(/\b(?:undefined|NaN|Infinity|null)\b|\[object/);
      }
  });
});

describe("whatever the history", () => {
  const amount = fc.record({
    mantissa: fc.integer({ min: 1, max: 99_999 }),
    swing: fc.integer({ min: 0, max: 3 }),
  });
  const histories = fc
    .record({
      exponent: fc.integer({ min: -6, max: 9 }),
      isQuarterly: fc.boolean(),
      isWild: fc.boolean(),
      values: fc.array(fc.option(amount, { freq: 12, nil: null }), { minLength: 13, maxLength: 120 }),
      aggregation: fc.constantFrom("sum", "sum", "average"),
      horizon: fc.option(fc.integer({ min: 1, max: 36 }), { nil: undefined }),
      backtest: fc.boolean(),
      startMonth: fc.constantFrom(1, 1, 4, 10),
      tet: fc.boolean(),
      factor: fc.double({ min: 0.2, max: 4, noNaN: true }),
    })
    .map(({ exponent, isQuarterly, isWild, values, startMonth, factor, ...rest }) => {
      const told = values.map((value) => {
        if (value === null) return null;
        const { mantissa, swing } = value;
        return isWild
          ? Number(`${mantissa}e${exponent + swing}`)
          : Number(`${100_000 + mantissa}e${exponent}`);
      });
      const last = told.findLast((value) => value !== null) ?? 1;
      return {
        ...rest,
        factor,
        fiscalYearStart: startMonth,
        history: { start: isQuarterly ? "2008-Q1" : "2012-01", values: [...told.slice(0, -1), last] },
        target: last * factor * (rest.aggregation === "sum" ? (isQuarterly ? 4 : 12) : 1),
      };
    });

  test("there is an answer that holds together, or a refusal that names a field", PATIENCE, async () => {
    let byHistory = 0;
    await fc.assert(
      fc.asyncProperty(histories, async ({ factor: _, ...question }) => {
        const asked = Object.fromEntries(Object.entries(question).filter(([, value]) => value !== undefined));
        // `post` proves that there is no fault, that the schema holds, and that no number is missing.
        const { status, json } = await post("/v1/outlook", asked);
        expect([200, 400, 422]).toContain(status);
        if (status !== 200) return;
        const { forecast, targets, figures, question: echo } = json as OutlookBody;
        if (forecast.tier === "complete") return;
        if (forecast.tier === "history") byHistory += 1;
        const part = echo.aggregation === "average" ? echo.elapsed / (echo.elapsed + echo.remaining) : 1;
        const booked = (figures.ytd?.value as number) * part * (1 - 1e-9);
        const quantiles = forecast.quantiles.map(({ value }) => value);
        expect(quantiles.every((value, i) => value >= (quantiles[i - 1] ?? booked))).toBe(true);
        for (const { lower, upper } of forecast.intervals) {
          expect(lower).toBeGreaterThanOrEqual(booked);
          expect(lower).toBeLessThanOrEqual(forecast.median);
          expect(upper).toBeGreaterThanOrEqual(forecast.median);
        }
        for (const period of forecast.path) {
          const { value = 0, lower = value, upper = value, cumulative } = period;
          const { cumulativeLower = cumulative, cumulativeUpper = cumulative } = period;
          expect(lower).toBeGreaterThanOrEqual(0);
          expect(lower).toBeLessThanOrEqual(upper);
          expect(cumulativeLower).toBeLessThanOrEqual(cumulativeUpper);
        }
        for (const { attainmentProbability: probability, status: found } of targets) {
          expect(probability).toBeGreaterThanOrEqual(0);
          expect(probability).toBeLessThanOrEqual(1);
          if (found === "attained") expect(probability).toBe(1);
          else expect(found).toBe(attainmentStatus({ probability }));
        }
      }),
      SEARCH,
    );
    expect(byHistory).toBeGreaterThan(0.3 * SEARCH.numRuns);
  });
});
