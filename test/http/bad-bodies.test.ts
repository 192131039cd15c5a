import { describe, expect, test } from "vitest";
import { get, NAMES, type ProblemBody, post, request } from "./ask.ts";
import { at, errorsOf, GOOD } from "./refusals.ts";

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
