import { describe, expect, test } from "vitest";
import type { Question as EngineQuestion } from "../../src/engine/question.ts";
import { isVietnamese } from "../../src/knowledge.ts";
import { MAX_HISTORY } from "../../src/schema/fields.ts";
import { questionFromBody, questionFromQuery } from "../../src/schema/query.ts";
import { readQuestion } from "../../src/schema/question.ts";
import { ask, get, type ProblemBody, post, type Question, query } from "./ask.ts";
import { at, errorsOf, GOOD } from "./refusals.ts";

const byBody = (question: Question): EngineQuestion =>
  readQuestion(questionFromBody(question), { isVietnamese });
const byQuery = (question: Question): EngineQuestion =>
  readQuestion(questionFromQuery(new URLSearchParams(query(question))), { isVietnamese });
/** The ordinal of a month of a calendar year, or of a quarter. */
const month = (year: number, number: number): number => year * 12 + number - 1;
const quarter = (year: number, number: number): number => year * 4 + number - 1;

/** Fourteen months from November 2022, one of them not known. */
const VALUES = [12, 13.5, 11, null, 14, 15, 13, 12.25, 16, 15, 14, 13, 18, 17];
const LABELS = VALUES.map((_, index) => {
  const ordinal = month(2022, 11) + index;
  return `${Math.floor(ordinal / 12)}-${String((ordinal % 12) + 1).padStart(2, "0")}`;
});
const EXPECTED = {
  periodsPerYear: 12,
  first: month(2022, 11),
  values: VALUES.map((value) => value ?? undefined),
  isCumulative: false,
};
const rows = LABELS.map((period, index) => ({ period, value: VALUES[index] }));
const texts = VALUES.map((value) => String(value ?? "n/a"));

describe("every form of a history is the same history", () => {
  test.each<[string, Question]>([
    ["a start and values", { history: { start: "2022-11", values: VALUES } }],
    ["values as texts", { history: { start: "2022-11", values: texts } }],
    ["values and their start beside them", { history: VALUES, historyStart: "2022-11" }],
    ["the start in snake case", { history: VALUES, history_start: "2022-11" }],
    ["values up to the period of the report", { history: VALUES, through: "2023-12" }],
    ["rows", { history: rows }],
    ["rows from the latest to the oldest", { history: [...rows].reverse() }],
    ["rows without the gap", { history: rows.filter(({ value }) => value !== null) }],
    ["rows inside an object", { history: { values: rows } }],
    ["a first row and what follows it", { history: [rows[0], ...VALUES.slice(1)] }],
    [
      "a table of ds and y, dated by the last day",
      { history: rows.map(({ period, value }) => ({ unique_id: 7, ds: `${period}-28`, y: value })) },
    ],
    [
      "a table dated by the first moment",
      { history: rows.map(({ period, value }) => ({ ds: `${period}-01T00:00:00.000Z`, y: value })) },
    ],
    ["text: a start and values", { history: `2022-11: ${texts.join(" ")}` }],
    ["text: a start and values between semicolons", { history: `2022-11: ${texts.join(";")}` }],
    ["text: an empty place for the gap", { history: `2022-11: ${VALUES.join(";")}` }],
    ["text: commas", { history: `2022-11: ${texts.join(", ")}` }],
    ["text: commas without spaces", { history: texts.join(","), historyStart: "2022-11" }],
    ["text: values alone", { history: texts.join(" "), historyStart: "2022-11" }],
    [
      "text: a period each",
      { history: LABELS.map((label, index) => `${label}: ${texts[index]}`).join("; ") },
    ],
    [
      "text: the two columns of a sheet",
      { history: LABELS.map((label, index) => `${label}\t${texts[index]}`).join("\n") },
    ],
    ["text: a line a year", { history: `2022-11: 12 13.5; 2023-01: 11 - 14 15 13 12.25 16 15 14 13 18 17` }],
    ["text: JSON", { history: JSON.stringify({ start: "2022-11", values: VALUES }) }],
    [
      "text: decimal commas",
      { history: `2022-11: ${texts.join(" ").replaceAll(".", ",")}`, decimal: "comma" },
    ],
    [
      "text: decimal commas that show themselves",
      { history: `2022-11: ${texts.join("; ").replaceAll(".", ",")}`, lang: "vi" },
    ],
  ])("%s", (_, question) => {
    for (const read of [byBody(question), byQuery(question)]) {
      expect(read.history).toEqual(EXPECTED);
      expect(read.position).toEqual({ year: 2023, startMonth: 1, periodsPerYear: 12, elapsed: 12 });
    }
  });

  test("quarters, by their labels, by a start, and by their dates", () => {
    const expected = {
      periodsPerYear: 4,
      first: quarter(2022, 3),
      values: [1, 2, 3, 4, 5],
      isCumulative: false,
    };
    for (const history of [
      { start: "2022-Q3", values: [1, 2, 3, 4, 5] },
      "2022-Q3: 1 2 3 4 5",
      [5, 4, 3, 2, 1].map((value) => ({
        period: `202${2 + Math.floor((value + 1) / 4)}Q${((value + 1) % 4) + 1}`,
        value,
      })),
      ["2022-09-30", "2022-12-31", "2023-03-31", "2023-06-30", "2023-09-30"].map((ds, index) => ({
        ds,
        y: index + 1,
      })),
      "2022-07: 1; 2022-10: 2; 2023-01: 3; 2023-04: 4; 2023-07: 5",
    ]) {
      const read = byBody({ history });
      expect(read.history).toEqual(expected);
      expect(read.position).toEqual({ year: 2023, startMonth: 1, periodsPerYear: 4, elapsed: 3 });
    }
  });

  test("a fiscal year from October counts its periods from there", () => {
    const read = byBody({ fiscalYearStart: 10, history: "2023-09: 1 2 3 4 5" });
    expect(read.history?.first).toBe(2022 * 12 + 11);
    expect(read.position).toEqual({ year: 2023, startMonth: 10, periodsPerYear: 12, elapsed: 4 });
  });

  test.each<[string, Question]>([
    ["in the object", { history: { start: "2023-01", values: [1, 3, 6], cumulative: true } }],
    ["beside it", { history: { start: "2023-01", values: [1, 3, 6] }, cumulative: "true" }],
    ["beside rows", { history: [{ period: "2023-01", value: 1 }, 3, 6], cumulative: true }],
    ["in a query", { history: "2023-01: 1 3 6", cumulative: 1 }],
  ])("cumulative %s", (_, question) => {
    expect(byQuery(question).history).toMatchObject({ isCumulative: true, values: [1, 3, 6] });
  });

  test("a level at a date is its own year to date", () => {
    const read = byBody({ aggregation: "last", history: "2023-01: 5 6 7", cumulative: true });
    expect(read.history?.isCumulative).toBe(false);
  });

  test("values have the unit of the question, and may be below zero", () => {
    const read = byBody({ unit: "billion VND", history: "2023-01: 1.2 trillion VND; -300; 850" });
    expect(read.history?.values).toEqual([1200, -300, 850]);
  });

  test("the name of the series is the indicator, unless that is told", () => {
    const history = [{ unique_id: "price index", ds: "2023-01", y: 101 }, 102];
    expect(byBody({ history })).toMatchObject({ indicator: "price index", aggregation: "average" });
    expect(byBody({ history, indicator: "output" })).toMatchObject({
      indicator: "output",
      aggregation: "sum",
    });
  });

  test("five years of months fit into what a sheet can write", async () => {
    const values = Array.from({ length: 120 }, (_, index) => (1000 + ((index * 37) % 100)) / 10);
    const path = `/v1/outlook?target=1300&history=2014-01:+${values.join("+")}`;
    expect(path.length).toBeLessThan(2048);
    const posted = await post("/v1/outlook", { target: "1300", history: { start: "2014-01", values } });
    const { text, status } = await get(path);
    expect(status, text).toBe(200);
    expect(text).toBe(posted.text);
  });
});

describe("what follows from a history", () => {
  const values = Array.from({ length: 40 }, (_, index) => 10 + (index % 12));

  test("through and year-to-date, last year, and past years", async () => {
    const { question, figures, forecast, notes } = await ask("outlook", {
      history: { start: "2021-01", values },
    });
    expect(question).toMatchObject({
      ...{ through: "2024-04", elapsed: 4, historyStart: "2021-01", historyThrough: "2024-04" },
      historyValues: 40,
    });
    expect(figures).toMatchObject({
      ytd: { value: 46, lower: 44, upper: 48, origin: "reported", from: "history" },
      priorYtd: { value: 46, from: "history" },
      priorFullYear: { value: 186, lower: 180, upper: 192, from: "history" },
    });
    expect(["shares", "history"]).toContain(forecast.tier);
    expect(notes.map(({ code }) => code)).not.toContain("historyLeftOut");
  });

  test("the same past as by reports", async () => {
    const reports = [2021, 2022, 2023].flatMap((year) => [
      { through: `${year}-04`, ytd: 46 },
      { through: `${year}-12`, ytd: 186 },
    ]);
    const told = await ask("run-rate", { through: "2024-04", ytd: 46, reports, target: 200 });
    const history = await ask("run-rate", { history: { start: "2021-01", values }, target: 200 });
    // Reports of year totals leave the season to the class; a history has its own.
    const withoutSeason = ({ targets }: typeof told) =>
      targets.map(({ requiredRunRate, ...target }) => {
        const { seasonalPath: _, ratioToSeasonalPace: __, ...rate } = requiredRunRate ?? {};
        return { ...target, rate };
      });
    expect(withoutSeason(history)).toEqual(withoutSeason(told));
  });

  test("later values than the question's period are left out, and the answer says so", async () => {
    const question = { history: { start: "2021-01", values }, target: 200 };
    const earlier = await ask("outlook", { ...question, through: "2023-06" });
    const cut = await ask("outlook", {
      ...question,
      history: { start: "2021-01", values: values.slice(0, 30) },
    });
    expect(earlier.forecast).toEqual(cut.forecast);
    expect(earlier.notes.find(({ code }) => code === "historyLeftOut")?.message).toBe(
      "Ten values of the history after June 2023 were left out as not yet known.",
    );
    const asOf = await ask("outlook", { ...question, asOf: "2023-07-30" });
    expect(asOf.question.through).toBe("2023-06");
    expect(asOf.forecast).toEqual(earlier.forecast);
    expect((await ask("outlook", { ...question, asOf: "2023-07-31" })).question.through).toBe("2023-07");
  });

  test("a period that the question names was published by asOf once it had begun", async () => {
    const question = { history: { start: "2021-01", values }, through: "2023-06" };
    const { figures, notes } = await ask("outlook", { ...question, asOf: "2023-06-26" });
    expect(figures.ytd?.value).toBe(75);
    expect(notes.map(({ code }) => code)).toContain("estimateBeforePeriodEnd");
    expect((await post("/v1/outlook", { ...question, asOf: "2023-05-31" })).status).toBe(422);
  });

  test("a history that ends before the figure is used as far as it goes", async () => {
    const { figures, question, notes } = await ask("outlook", {
      ...{ through: "2024-06", ytd: 75, target: 200 },
      history: { start: "2021-01", values },
    });
    expect(question).toMatchObject({ through: "2024-06", historyThrough: "2024-04" });
    expect(figures).toMatchObject({ priorYtd: { value: 75, from: "history" }, ytd: { value: 75 } });
    expect(figures.historyYtd).toBeUndefined();
    expect(notes.find(({ code }) => code === "historyEndsEarlier")?.message).toMatch(/ends with April 2024/);
  });

  test.each<[string, Question, string]>([
    ["ends before through", { through: "2024-06", history: { start: "2021-01", values } }, "2024-05"],
    ["has a gap this year", { history: "2023-01: 5 n/a 7 8" }, "2023-02"],
    ["begins after the year has", { history: "2023-03: 5 6 7 8" }, "2023-01"],
  ])("a history that %s makes no year-to-date figure", async (_, question, missing) => {
    const { status, json } = await post("/v1/outlook", question);
    expect(status).toBe(422);
    const error = at((json as ProblemBody).errors, "ytd");
    expect(error.message).toContain(`no value of ${missing}`);
    expect(error.hint).toContain("give ytd");
  });

  test("months that do not add up to the year-to-date figure contradict it", async () => {
    const question = { history: "2023-01: 20.1 24.4 21.3 22.6", unit: "million USD" };
    for (const name of ["coherence", "outlook"] as const) {
      const agrees = await ask(name, { ...question, ytd: "over 88" });
      expect(agrees.coherence.findings).toContainEqual(
        expect.objectContaining({ relation: "ytd = historyYtd", verdict: "holds" }),
      );
      const { coherence, figures } = await ask(name, { ...question, ytd: 98.4 });
      expect(coherence.verdict).toBe("contradicts");
      expect(coherence.findings.find(({ relation }) => relation === "ytd = historyYtd")).toMatchObject({
        ...{ verdict: "contradicts", conflict: ["ytd", "historyYtd"] },
        ...{ derived: { lower: 88.2, upper: 88.6 }, stated: { lower: 98.35, upper: 98.45 } },
      });
      expect(figures.historyYtd).toMatchObject({ value: 88.4, lower: 88.2, upper: 88.6 });
    }
  });

  test("horizon, backtest and tet are read", () => {
    const history = "2023-01: 1 2 3";
    expect(byQuery({ history, horizon: "18", backtest: "true" })).toMatchObject({
      horizon: 18,
      backtest: true,
    });
    expect(byBody({ history, h: 18, backtest: false })).toMatchObject({ horizon: 18 });
    expect(byBody({ history, backtest: false }).backtest).toBeUndefined();
    expect(byBody({ history, geography: "Kien Giang" }).observesTet).toBe(true);
    expect(byBody({ history, geography: "Kien Giang", tet: false }).observesTet).toBe(false);
    expect(byQuery({ history, geography: "Ohio", tet: "true" }).observesTet).toBe(true);
  });
});

describe("a history that cannot be read", () => {
  const list = (length: number) => Array.from({ length }, () => 1);

  test.each<[string, Question, string, RegExp]>([
    [
      "a text that is no number",
      { history: { start: "2023-01", values: [1, 2, 3, "x"] } },
      "history.values.3",
      /no number/,
    ],
    ["a text among numbers", { history: "2023-01: 1 2 x 4" }, "history.2", /no number/],
    [
      "a value of the wrong type",
      { history: { start: "2023-01", values: [1, true] } },
      "history.values.1",
      /wrong type/,
    ],
    ["a figure that is too large", { history: "2023-01: 1 1e30" }, "history.1", /10\^18/],
    [
      "a word for a period",
      { history: "January: 1; February: 2" },
      "history.0.period",
      /"January" is not a period/,
    ],
    ["a month that is none", { history: [{ period: "2023-13", value: 1 }] }, "history.0.period", /2023-13/],
    ["a date that is none", { history: [{ ds: "2023-01-32", y: 1 }] }, "history.0.ds", /2023-01-32/],
    ["no period at all", { history: [1, 2, 3] }, "historyStart", /no period/],
    ["a bad start", { history: { start: "spring", values: [1, 2] } }, "history.start", /spring/],
    ["a bad start beside it", { history: [1, 2], historyStart: "spring" }, "historyStart", /spring/],
    [
      "two starts",
      { history: { start: "2023-01", values: [1] }, historyStart: "2023-01" },
      "historyStart",
      /already/,
    ],
    [
      "a start that is not that of the first row",
      { history: [{ period: "2023-02", value: 1 }], historyStart: "2023-01" },
      "history.0",
      /another period/,
    ],
    [
      "a period twice",
      { history: [{ period: "2023-02", value: 1 }, 2, { period: "2023-02-28", value: 3 }] },
      "history.2",
      /2023-02 is told twice, at history\.0 and at history\.2/,
    ],
    ["months and quarters", { history: "2023-01: 1; 2023-Q2: 2" }, "history", /months and quarters/],
    [
      "single months",
      { history: "2021-06: 1; 2022-06: 2; 2023-05: 2" },
      "history",
      /only 3 of the 24 periods/,
    ],
    ["nothing but gaps", { history: "2023-01: n/a; -" }, "history", /no value/],
    ["no entry", { history: [] }, "history", /empty list/],
    [
      "too many values",
      { history: list(MAX_HISTORY + 1), historyStart: "1950-01" },
      "history",
      /more than 600/,
    ],
    ["a row without a value", { history: [{ period: "2023-01" }] }, "history.0.value", /required/],
    [
      "a row with two values",
      { history: [{ period: "2023-01", value: 1, y: 1 }] },
      "history.0.y",
      /same field/,
    ],
    [
      "a row with two periods",
      { history: [{ period: "2023-01", ds: "2023-01", y: 1 }] },
      "history.0.ds",
      /same field/,
    ],
    [
      "a row with a field of its own",
      { history: [{ period: "2023-01", value: 1, source: "x" }] },
      "history",
      /source/,
    ],
    [
      "two series",
      {
        history: [
          { unique_id: "rice", ds: "2023-01", y: 1 },
          { unique_id: "tea", ds: "2023-01", y: 2 },
        ],
      },
      "history.1.unique_id",
      /"rice" and "tea"/,
    ],
    ["quarters beside a month", { through: "2023-06", history: "2023-Q1: 1 2" }, "history", /quarters/],
    ["months beside a quarter", { through: "2023-Q2", history: "2023-01: 1 2 3 4 5 6" }, "history", /months/],
    [
      "only later values",
      { through: "2022-06", ytd: 5, history: "2023-01: 1 2" },
      "history",
      /no value .* known by 2022-06/,
    ],
    ["only later values than asOf", { asOf: "2022-06-30", history: "2023-01: 1 2" }, "asOf", /2022-06-30/],
    ["a horizon that is too long", { history: "2023-01: 1 2", horizon: 37 }, "horizon", /1 to 36/],
    ["a horizon of no length", { history: "2023-01: 1 2", horizon: 0 }, "horizon", /1 to 36/],
    ["a flag that is none", { history: "2023-01: 1 2", backtest: "maybe" }, "backtest", /known values/],
    ["a horizon without a history", { ...GOOD, horizon: 12 }, "horizon", /history, which is not given/],
    ["a backtest without a history", { ...GOOD, backtest: true }, "backtest", /history, which is not given/],
    [
      "a start without a history",
      { ...GOOD, historyStart: "2023-01" },
      "historyStart",
      /history, which is not given/,
    ],
    ["neither history nor period", { ytd: 290 }, "through", /required/],
  ])("%s", async (_, question, path, message) => {
    const error = at(await errorsOf(question), path);
    expect(error.message).toMatch(message);
    expect(error.hint).toBeTruthy();
    const { json, status } = await get("/v1/outlook", question);
    expect(status).toBe(400);
    expect(at((json as ProblemBody).errors, path)).toEqual(error);
  });

  test("nor is it silently left out where only figures are compared", async () => {
    at(await errorsOf({ ytd: 290, target: 920, cumulative: true }, "coherence"), "cumulative");
    const { question } = await ask("coherence", { history: "2023-01: 1 2" });
    expect(question.through).toBe("2023-02");
  });

  test("all that is wrong is told at once", async () => {
    const errors = await errorsOf({
      history: [{ period: "2023-01", value: "x" }, "y", { period: "2023", value: 1 }],
      horizon: 99,
      target: -1,
    });
    expect(errors.map(({ path }) => path).sort()).toEqual([
      ...["history.0", "history.1", "history.2.period", "horizon", "target"],
    ]);
  });
});
