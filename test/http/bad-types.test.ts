import { describe, expect, test } from "vitest";
import { type Name, OPERATIONS, post } from "./ask.ts";
import { at, errorsOf, GOOD } from "./refusals.ts";

describe("every field of every function against values of the wrong kind", () => {
  const WRONG: readonly (readonly [string, unknown])[] = [
    ["true", true],
    ["[]", []],
    ["{}", {}],
    ["empty text", ""],
    ["300 letters", "x".repeat(300)],
    ["-1", -1],
    ["1e21", 1e21],
    ["list of null", [null]],
    ["list of lists", [[[]]]],
    ["object in a list", [{ value: {} }]],
    ["object with null", { value: null }],
  ];
  /** What is right after all: labels may be any short text, truth is what `tet` is, an index may be negative. */
  const RIGHT = new Set([
    "indicator empty text",
    "geography empty text",
    "unit empty text",
    "tet true",
    "reports []",
    "scenarios []",
    "relations []",
    "figures {}",
    "reports empty text",
    "scenarios empty text",
    "relations empty text",
    "figures empty text",
  ]);
  const cases = OPERATIONS.filter(({ form }) => form === undefined)
    .flatMap(({ name, question }) =>
      Object.keys(question.shape).flatMap((field) =>
        WRONG.map(([title, value]) => [name as Name, field, title, value] as const),
      ),
    )
    .filter(([name, field, title]) =>
      name === "outlook" || name === "coherence"
        ? !RIGHT.has(`${field} ${title}`)
        : title === "true" && field !== "tet",
    );

  test.each(cases)("%s: %s = %s", async (name, field, _, value) => {
    const errors = await errorsOf({ ...GOOD, [field]: value }, name);
    expect(at(errors, field).hint, "a hint what to write").toBeTruthy();
    expect(JSON.stringify(errors)).not.toContain("x".repeat(250));
  });

  test.each(Object.keys(OPERATIONS[0]?.question.shape ?? {}))(
    "null says that %s is not known",
    async (field) => {
      const { [field as "ytd"]: _, ...rest } = GOOD;
      const [given, left] = [
        await post("/v1/outlook", { ...GOOD, [field]: null }),
        await post("/v1/outlook", rest),
      ];
      expect(given.text).toBe(left.text);
    },
  );
});

describe("what is wrong is told as what it is", () => {
  test.each([
    [{ ytd: 290 }, "through", /is required/],
    [{ ...GOOD, reports: [{ ytd: 1 }] }, "reports.0.through", /is required/],
    [{ ...GOOD, reports: {} }, "reports", /wrong type/],
    [{ ...GOOD, target: { growth: true } }, "target.growth", /wrong type/],
    [{ ...GOOD, target: [920, { value: 1, colour: 2 }] }, "target.1.colour", /not a field of target.1/],
    [{ ...GOOD, aggregation: "mean" }, "aggregation", /known values/],
    [{ ...GOOD, indicator: "x".repeat(201) }, "indicator", /longer than 200 characters/],
    [{ ...GOOD, ytd: "x".repeat(201) }, "ytd", /longer than 200 characters/],
    [{ ...GOOD, levels: [] }, "levels", /empty list/],
    [{ ...GOOD, scenarios: [{ shock: { change: 0.1 } }] }, "scenarios.0.shock.periods", /is required/],
  ])("%j", async (question, path, message) => {
    const errors = await errorsOf(question);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.path).toBe(path);
    expect(errors[0]?.message).toMatch(message);
  });
});
