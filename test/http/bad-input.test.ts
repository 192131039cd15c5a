import { describe, expect, test } from "vitest";
import { get, type ProblemBody, post, refused, request } from "./ask.ts";
import { at, errorsOf, GOOD } from "./refusals.ts";

describe("unknown fields", () => {
  test.each([
    ["targett", "target"],
    ["Ytd", "ytd"],
    ["fiscalYearSart", "fiscalYearStart"],
    ["shareOfTraget", "shareOfTarget"],
    ["prior_full_yaer", "priorFullYear"],
  ])("%s suggests %s, on both methods", async (wrong, right) => {
    const question = { ...GOOD, [wrong]: 1 };
    expect(at(await errorsOf(question), wrong).hint).toBe(`did you mean "${right}"?`);
    const { json } = await get("/v1/outlook", question);
    expect(at((json as ProblemBody).errors, wrong).hint).toBe(`did you mean "${right}"?`);
  });

  test("one that is like no field is told all fields", async () => {
    expect(at(await errorsOf({ ...GOOD, temperature: 1 }), "temperature").hint).toContain("priorFullYear");
  });

  test.each(["__proto__", "constructor", "toString", "prototype", "hasOwnProperty", "valueOf"])(
    "%s is a field like any other unknown one",
    async (name) => {
      const body = `{"through":"2024-04","ytd":290,"${name}":{"polluted":1}}`;
      const { status, json } = await post("/v1/outlook", body);
      expect(status).toBe(400);
      at((json as ProblemBody).errors, name);
      const got = await request(`/v1/outlook?through=2024-04&ytd=290&${name}=1`);
      // In an address a name that begins with an underscore only makes it new.
      expect(got.status).toBe(name.startsWith("_") ? 200 : 400);
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    },
  );

  test("inside a target, a scenario, a report", async () => {
    const errors = await errorsOf({
      ...GOOD,
      target: { value: 920, colour: 1 },
      scenarios: [{ remainderGrowth: 0.1, weather: "fine" }],
      reports: [{ through: "2023-04", ytd: 1, source: "x" }],
    });
    at(errors, "target");
    at(errors, "scenarios.0");
    at(errors, "reports.0");
  });
});

describe("periods", () => {
  test.each([
    "2024-13",
    "2024-00",
    "2024-Q5",
    "2024-Q0",
    "2024-4",
    "abc",
    "",
    "April 2024",
    "2024",
    "24-04",
    "2024-04-31",
    "1899-12",
    "2201-01",
    "9999-04",
    "-2024-04",
    "２０２４-04",
  ])("through %j is refused with a hint how to write it", async (through) => {
    const error = at(await errorsOf({ ...GOOD, through }), "through");
    expect(error.hint).toMatch(/2024-04/);
  });

  test.each([0, 13, -1, 4.5, 1e21])("through %s of a year is refused", async (through) => {
    at(await errorsOf({ ...GOOD, through, year: 2024 }), "through");
  });

  test("a number of months needs its year", async () => {
    expect(at(await errorsOf({ ...GOOD, through: 4 }), "year").hint).toMatch(/year=2024/);
  });

  test.each([
    ["year", "1800"],
    ["year", 3000],
    ["year", "x"],
    ["fiscalYearStart", 0],
    ["fiscalYearStart", 13],
    ["fiscalYearStart", "April"],
    ["fiscalYearStart", 1.5],
  ])("%s %s is out of range", async (field, value) => {
    expect(at(await errorsOf({ ...GOOD, through: 4, year: 2024, [field]: value }), field).message).toMatch(
      /whole number/,
    );
  });

  test.each(["2024-05-32", "10/05/2024", "yesterday", "2023-02-29", "2024"])(
    "asOf %s is no date",
    async (asOf) => {
      expect(at(await errorsOf({ ...GOOD, asOf }), "asOf").hint).toContain("2024-05-10");
    },
  );
});

describe("figures that cannot be meant", () => {
  test.each([
    ["ytd", -5],
    ["ytd", "-290"],
    ["ytd", "NaN"],
    ["ytd", "Infinity"],
    ["ytd", "-Infinity"],
    ["ytd", "1e300"],
    ["ytd", 1e300],
    ["ytd", "twelve"],
    ["ytd", "1.2.3"],
    ["ytd", "--5"],
    ["ytd", "290 29"],
    ["shareOfTarget", 31.6],
    ["shareOfTarget", "-31.6%"],
    ["shareOfTarget", "31.6"],
    ["shareOfTarget", "NaN%"],
    ["growth", -1],
    ["growth", "-100%"],
    ["growth", "-250%"],
    ["growth", 21.26],
    ["growth", "decrease of -5%"],
    ["growth", "down -5%"],
    ["growth", "giảm -5%"],
    ["target", 0],
    ["target", -920],
    ["target", "-US$1 billion"],
    ["target", "31.6%%%"],
    ["priorYtd", -1],
    ["priorFullYear", -860],
    ["priorFullYear", 1e30],
  ] as [string, string | number][])("%s: %j", async (field, value) => {
    const error = at(await errorsOf({ ...GOOD, [field]: value }), field);
    expect(error.message.length + (error.hint?.length ?? 0)).toBeGreaterThan(15);
  });

  test("a bare 31.6 is told to be a fraction or to carry a percent sign", async () => {
    expect(JSON.stringify(await errorsOf({ ...GOOD, shareOfTarget: 31.6 }))).toMatch(/0\.316 or/);
    expect(JSON.stringify(await errorsOf({ ...GOOD, growth: 21.26 }))).toMatch(/fraction or a percent sign/);
  });

  test("JSON has no NaN: a number that overflows is refused too", async () => {
    const { status, json } = await post("/v1/outlook", '{"through":"2024-04","ytd":1e999}');
    expect(status).toBe(400);
    at((json as ProblemBody).errors, "ytd");
  });

  test.each([
    {},
    { target: 920 },
    { ytd: 0 },
    { ytd: 290, target: { growth: 0.08 } },
    { shareOfTarget: "0%", ytd: 0 },
  ])("%j says too little", async (question) => {
    const problem = await refused("outlook", { through: "2024-04", ...question });
    expect(problem.status).toBe(422);
    expect(problem.type).toBe("/docs/problems/notEnoughKnown");
    expect(problem.errors[0]?.path).not.toBe("");
    expect(problem.errors[0]?.hint).toBeTruthy();
  });

  test("a base of zero is no base to grow from", async () => {
    const { status, json } = await post("/v1/outlook", {
      ...GOOD,
      priorYtd: 0,
      priorFullYear: 0,
      target: 300,
    });
    expect(status).toBeLessThan(500);
    if (status === 200) expect(JSON.stringify(json)).not.toMatch(/"growthOnLastYear"/);
  });
});
