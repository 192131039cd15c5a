import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type OutlookBody, post, type Question } from "../http/ask.ts";
import { runningTotals } from "../http/history-cases.ts";
import { PATIENCE, SEARCH } from "./drawn.ts";

/** Each history costs several answers. */
const SOME = { ...SEARCH, numRuns: Math.ceil(SEARCH.numRuns / 4) };

/** Monthly amounts with one decimal around a level, from January 2015 on. */
const histories = fc.record({
  values: fc.array(
    fc.integer({ min: 500, max: 2000 }).map((tenths) => tenths / 10),
    { minLength: 26, maxLength: 110 },
  ),
  aggregation: fc.constantFrom("sum", "average"),
  target: fc.integer({ min: 50, max: 3000 }),
  horizon: fc.option(fc.integer({ min: 1, max: 36 }), { nil: undefined }),
  backtest: fc.boolean(),
  geography: fc.constantFrom("Kien Giang", "Ohio"),
});
const label = (index: number): string =>
  `${2015 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
const outlookOf = async (question: Question): Promise<OutlookBody> => {
  const { status, json, text } = await post("/v1/outlook", question);
  expect(status, text).toBe(200);
  return json as OutlookBody;
};

describe("one history", () => {
  test("told by its months or by their running totals is forecast alike", PATIENCE, async () => {
    await fc.assert(
      fc.asyncProperty(histories, async ({ values, ...rest }) => {
        const question = { ...rest, aggregation: "sum" };
        const monthly = await outlookOf({ ...question, history: { start: "2015-01", values } });
        const running = await outlookOf({
          ...question,
          history: { start: "2015-01", values: runningTotals(values), cumulative: true },
        });
        expect(running.forecast).toEqual(monthly.forecast);
        expect(running.targets).toEqual(monthly.targets);
        expect(running.notes).toEqual(monthly.notes);
      }),
      SOME,
    );
  });

  test("is the same in any order of its rows, and without its gaps", PATIENCE, async () => {
    const cases = histories.chain(({ values, ...rest }) => {
      const rows = values.map((value, index) => ({ period: label(index), value }));
      const last = rows.length - 1;
      return fc.record({
        rest: fc.constant(rest),
        rows: fc.constant(rows),
        shuffled: fc.shuffledSubarray(rows, { minLength: rows.length }),
        gap: fc.integer({ min: 1, max: Math.max(1, last - 12) }),
      });
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ rest, rows, shuffled, gap }) => {
        const inOrder = await post("/v1/outlook", { ...rest, history: rows });
        expect(inOrder.status, inOrder.text).toBe(200);
        expect((await post("/v1/outlook", { ...rest, history: shuffled })).text).toBe(inOrder.text);
        const named = rows.map((row, index) => (index === gap ? { ...row, value: null } : row));
        const { text } = await post("/v1/outlook", { ...rest, history: named });
        const without = shuffled.filter(({ period }) => period !== label(gap));
        expect((await post("/v1/outlook", { ...rest, history: without })).text).toBe(text);
      }),
      SOME,
    );
  });

  test("is not changed by what was not known yet", PATIENCE, async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.integer({ min: 1, max: 12 }), async ({ values, ...rest }, later) => {
        const through = label(values.length - 1);
        const known = await outlookOf({ ...rest, through, history: { start: "2015-01", values } });
        const more = [...values, ...new Array<number>(later).fill(9999.9)];
        const told = await outlookOf({ ...rest, through, history: { start: "2015-01", values: more } });
        expect(told.forecast).toEqual(known.forecast);
        expect(told.targets).toEqual(known.targets);
      }),
      SOME,
    );
  });
});
