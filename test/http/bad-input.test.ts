import { describe, expect, test } from "vitest";
import { OPERATIONS } from "../../src/http/routes/index.ts";
import { get, NAMES, type Name, type ProblemBody, post, refused, request } from "./ask.ts";

const GOOD = { through: "2024-04", ytd: 290 } as const;

/** The errors of a refusal by the field they name. */
async function errorsOf(question: unknown, name: Name = "outlook"): Promise<ProblemBody["errors"]> {
  const { status, errors } = await refused(name, question);
  expect([400, 413, 422]).toContain(status);
  return errors;
}

const at = (errors: ProblemBody["errors"], path: string) => {
  const found = errors.find((error) => error.path === path || error.path.startsWith(`${path}.`));
  expect(found, `no error names ${path}: ${JSON.stringify(errors)}`).toBeDefined();
  return found as ProblemBody["errors"][number];
};

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
      expect(got.status).toBe(400);
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
    { growth: "10%" },
    {},
    { target: 920 },
    { ytd: 0 },
    { ytd: 290, target: { growth: 0.08 } },
    { priorYtd: 0, growth: "10%" },
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
  const cases = OPERATIONS.flatMap(({ name, question }) =>
    Object.keys(question.shape).flatMap((field) =>
      WRONG.map(([title, value]) => [name as Name, field, title, value] as const),
    ),
  ).filter(([name, field, title]) =>
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

describe("bodies and parameters that are broken", () => {
  test.each([
    "",
    "{",
    "not json",
    '{"through":',
    "[]",
    "[1,2]",
    '"text"',
    "12",
    "null",
    "true",
    "{}}",
    "\u0000",
  ])("body %j", async (body) => {
    for (const name of NAMES) {
      const { status, json } = await post(`/v1/${name}`, body);
      expect(status).toBe(400);
      expect((json as ProblemBody).errors[0]?.hint).toContain("through");
    }
  });

  test("invalid UTF-8 is refused or read as replacement letters", async () => {
    const bytes = new Uint8Array([
      ...new TextEncoder().encode('{"through":"2024-04","ytd":290,"indicator":"'),
      0xff,
      0xc0,
      0x22,
      0x7d,
    ]);
    const { status } = await request("/v1/outlook", { method: "POST", body: bytes });
    expect([200, 400]).toContain(status);
    expect((await request("/v1/outlook?through=2024-04&ytd=%FF%C0")).status).toBe(400);
    expect((await request("/v1/outlook?through=2024-04&ytd=290&indicator=%FF%C0")).status).toBe(200);
    expect((await request("/v1/outlook?through=2024-04&ytd=%")).status).toBe(400);
  });

  test("nesting of any depth", async () => {
    const deep = (depth: number, open: string, close: string) => open.repeat(depth) + close.repeat(depth);
    for (const value of [deep(20_000, "[", "]"), deep(9_000, '{"value":', "}").replace("}", "1}")]) {
      const { status } = await post("/v1/outlook", `{"through":"2024-04","ytd":290,"target":${value}}`);
      expect(status).toBe(400);
    }
    const nested = await get("/v1/outlook", { ...GOOD, target: deep(1000, "[", "]") });
    expect(nested.status).toBe(400);
  });

  test("a parameter given twice, also by an alias", async () => {
    const twice = await request("/v1/outlook?through=2024-04&ytd=290&ytd=300");
    expect(at((twice.json as ProblemBody).errors, "ytd").message).toContain("twice");
    const alias = await request("/v1/outlook?through=2024-04&ytd=290&this_ytd_total=300");
    expect(at((alias.json as ProblemBody).errors, "this_ytd_total").message).toContain("twice");
    const several = await request("/v1/outlook?through=2024-04&ytd=290&target=1&target=2");
    expect(at((several.json as ProblemBody).errors, "target").hint).toContain(";");
    at(await errorsOf({ ...GOOD, this_ytd_total: 300 }), "this_ytd_total");
  });

  test.each(["target=[920", 'target={"value":}', "reports=[{]", "scenarios={", "ytd={290"])(
    "?%s starts like JSON",
    async (parameter) => {
      const { status, json } = await request(
        `/v1/outlook?through=2024-04&ytd=290&${parameter}`.replace("&ytd=290&ytd", "&ytd"),
      );
      expect(status).toBe(400);
      expect(at((json as ProblemBody).errors, parameter.split("=")[0] as string).hint).toMatch(
        /brackets|number/,
      );
    },
  );

  test("a label may start with a bracket", async () => {
    for (const { status, json } of [
      await get("/v1/outlook", { ...GOOD, indicator: "[draft] exports" }),
      await post("/v1/outlook", { ...GOOD, indicator: "[draft] exports" }),
    ]) {
      expect(status).toBe(200);
      expect(json).toMatchObject({ question: { indicator: "[draft] exports" } });
    }
  });

  test("thousands of unknown fields, or one of a great name, are told in short", async () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`field${index}`, 1]));
    const { text, json } = await post("/v1/outlook", { ...GOOD, ...many });
    expect(text.length).toBeLessThan(60_000);
    expect((json as ProblemBody).errors.at(-1)?.message).toMatch(/^4950 more problems/);
    const long = await post("/v1/outlook", { ...GOOD, ["y".repeat(50_000)]: 1 });
    expect(long.status).toBe(400);
    expect(long.text.length).toBeLessThan(2_000);
  });

  test("all problems are told at once", async () => {
    const errors = await errorsOf({
      through: "2024-13",
      ytd: "many",
      growth: 21,
      levels: [80],
      asOf: "soon",
    });
    expect(new Set(errors.map(({ path }) => path.split(".")[0]))).toEqual(
      new Set(["through", "ytd", "growth", "levels", "asOf"]),
    );
  });
});
