import { describe, expect, test } from "vitest";
import { MAX_LEVELS, MAX_REPORTS, MAX_SCENARIOS, MAX_TARGETS } from "../../src/schema/fields.ts";
import { ask, get, type ProblemBody, post, refused } from "./ask.ts";

const GOOD = { through: "2024-04", ytd: 290, priorFullYear: 860, growth: 0.2126, target: 920 } as const;

describe("too many", () => {
  test.each([
    ["target", MAX_TARGETS, (index: number) => ({ name: `t${index}`, value: index + 1 })],
    [
      "reports",
      MAX_REPORTS,
      (index: number) => ({
        through: `${2023 - Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`,
        ytd: (index % 12) + 1,
      }),
    ],
    ["scenarios", MAX_SCENARIOS, (index: number) => ({ remainderGrowth: index / 100 })],
    ["levels", MAX_LEVELS, (index: number) => (index + 1) / 20],
  ] as const)("%s: %i are answered, one more is refused", async (field, most, entry) => {
    const list = (length: number) => Array.from({ length }, (_, index) => entry(index));
    expect((await post("/v1/outlook", { ...GOOD, [field]: list(most) })).status).toBe(200);
    const { errors } = await refused("outlook", { ...GOOD, [field]: list(most + 1) });
    expect(errors.some(({ path }) => path.startsWith(field))).toBe(true);
  });

  test("figures and relations", async () => {
    const figures = Object.fromEntries(Array.from({ length: 61 }, (_, index) => [`f${index}`, index + 1]));
    expect((await refused("coherence", { figures })).errors[0]?.path).toBe("figures");
    expect(
      (await refused("coherence", { ytd: 1, relations: Array.from({ length: 61 }, () => "ytd = ytd") }))
        .errors[0]?.path,
    ).toMatch(/^relations/);
  });

  test("sixty relations over sixty figures are answered in good time", async () => {
    const figures = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`f${index}`, index + 1]));
    const relations = Array.from({ length: 59 }, (_, index) => `f${index} * 1.000001 <= f${index + 1}`);
    const { coherence } = await ask("coherence", { figures, relations });
    expect(coherence.verdict).toBe("holds");
  });
});

describe("targets", () => {
  test("two of the same name are told apart by no one", async () => {
    const { errors } = await refused("outlook", {
      ...GOOD,
      target: [
        { name: "plan", value: 1 },
        { name: "plan", value: 2 },
      ],
    });
    expect(errors[0]).toMatchObject({ path: "target.1", hint: expect.stringContaining("own name") });
    expect((await get("/v1/outlook", { ...GOOD, target: "plan: 1; plan: 2" })).status).toBe(400);
  });

  test.each([{ name: "plan" }, {}])("%j is neither a level nor a growth", async (target) => {
    const { errors } = await refused("outlook", { ...GOOD, target });
    expect(errors[0]?.path).toBe("target");
    expect(errors[0]?.hint).toContain("growth");
  });

  test("one bad target among good ones is named by its place", async () => {
    const { errors } = await refused("outlook", { ...GOOD, target: [920, -1, { name: "x", growth: 8 }] });
    expect(errors.map(({ path }) => path)).toEqual(["target.1", "target.2"]);
  });
});

describe("scenarios", () => {
  test.each([
    [{ name: "nothing" }, /assumes nothing/],
    [{ remainderGrowth: 0.1, fullYear: 900 }, /at once/],
  ])("%j assumes not exactly one thing", async (scenario, message) => {
    const { errors } = await refused("scenarios", { ...GOOD, scenarios: [scenario] });
    expect(errors[0]).toMatchObject({ path: "scenarios.0", message: expect.stringMatching(message) });
    expect(errors[0]?.hint).toContain("remainderGrowth");
  });

  test.each([
    ["past", { periods: [{ period: "2024-03", value: 1 }] }],
    ["of another year", { periods: [{ period: "2025-06", value: 1 }] }],
    ["unknown", { periods: [{ period: "summer", value: 1 }] }],
    [
      "named twice",
      {
        periods: [
          { period: "2024-06", value: 1 },
          { period: "2024-06", value: 2 },
        ],
      },
    ],
    [
      "named twice by its quarter",
      {
        periods: [
          { period: "2024-Q3", value: 1 },
          { period: "2024-08", value: 2 },
        ],
      },
    ],
    ["a quarter that is partly past", { periods: [{ period: "2024-Q2", value: 1 }] }],
    ["past, in a shock", { shock: { change: -0.2, periods: ["2024-01"] } }],
    ["a prototype key", { shock: { change: -0.2, periods: ["constructor"] } }],
  ])("a period that is %s", async (_, scenario) => {
    const { errors } = await refused("scenarios", { ...GOOD, scenarios: [{ remainderGrowth: 0 }, scenario] });
    expect(errors[0]?.path).toMatch(/^scenarios\.1/);
    expect(errors[0]?.hint).toBeTruthy();
  });

  test.each([
    [{ periods: [{ period: "2024-06" }] }, "scenarios.0.periods.0"],
    [{ periods: [{ period: "2024-06", value: 1, growth: 0.1 }] }, "scenarios.0.periods.0"],
    [{ periods: [] }, "scenarios.0.periods"],
    [{ shock: { change: -2, periods: ["2024-06"] } }, "scenarios.0.shock.change"],
    [{ shock: { periods: ["2024-06"] } }, "scenarios.0.shock.change"],
    [{ shock: { change: 0.1, periods: [] } }, "scenarios.0.shock.periods"],
    [{ remainderGrowth: -1.5 }, "scenarios.0.remainderGrowth"],
    [{ perPeriod: -4 }, "scenarios.0.perPeriod"],
    [{ fullYear: "x" }, "scenarios.0.fullYear"],
  ])("%j", async (scenario, path) => {
    const { errors } = await refused("scenarios", { ...GOOD, scenarios: [scenario] });
    expect(errors.map((error) => error.path)).toContain(path);
  });

  test("a scenario of a period is refused in a year that is complete, as in any other", async () => {
    const { status, errors } = await refused("scenarios", {
      through: "2024-12",
      ytd: 900,
      scenarios: [{ periods: [{ period: "2024-12", value: 1 }] }],
    }).catch(() => ({ status: 200, errors: [] as ProblemBody["errors"] }));
    expect([200, 400]).toContain(status);
    expect(errors.every(({ path }) => path.startsWith("scenarios"))).toBe(true);
  });
});

describe("levels", () => {
  test.each([80, 0, 1, -0.5, "x", "80", "", "0%", "100%"])("%j is no level", async (level) => {
    const { errors } = await refused("forecast", { ...GOOD, levels: [0.5, level] });
    expect(errors[0]).toMatchObject({ path: "levels.1", hint: expect.stringContaining("0.8") });
  });

  test("a single bad one is the field itself", async () => {
    const { errors } = await refused("forecast", { ...GOOD, level: 80 });
    expect(errors.map(({ path }) => path)).toEqual(["levels"]);
  });

  test.each(["80%,95%", "0.8,0.95", "80%, 95%", "0.8;0.95", "80% 95%"])(
    "%j is two levels in a URL",
    async (levels) => {
      const { json } = await get("/v1/forecast", { ...GOOD, levels });
      const { forecast } = json as { forecast: { intervals: readonly { level: number }[] } };
      expect(forecast.intervals.map(({ level }) => level)).toEqual([0.8, 0.95]);
    },
  );

  test("a decimal comma is not taken for the comma between two levels", async () => {
    const { status, json } = await get("/v1/forecast", { ...GOOD, levels: "0,8" });
    expect(status).toBe(400);
    expect((json as { errors: readonly { path: string }[] }).errors[0]?.path).toBe("levels");
  });

  test("levels are answered in order and once, whichever way they are written", async () => {
    const { forecast } = await ask("forecast", { ...GOOD, levels: [0.9, "80%", 0.8, "0.25"] });
    expect(forecast.intervals.map(({ level }) => level)).toEqual([0.25, 0.8, 0.9]);
    const [one, same] = [
      await post("/v1/forecast", { ...GOOD, level: 0.8 }),
      await get("/v1/forecast", { ...GOOD, level: 0.8 }),
    ];
    expect(one.status).toBe(200);
    expect(same.text).toBe(one.text);
    const { json } = await get("/v1/forecast", { ...GOOD, level: "90%;80% 0.25" });
    expect(
      (json as { forecast: { intervals: { level: number }[] } }).forecast.intervals.map(({ level }) => level),
    ).toEqual([0.25, 0.8, 0.9]);
  });
});

describe("relations", () => {
  test.each([
    "ytd = ",
    "rice ++ 1 = ytd",
    "= ytd",
    "ytd",
    "a < b",
    "(ytd",
    "ytd = 1 = 2",
    "ytd = constructor()",
    "1 = 1 # x",
    "ytd = 2 ** 3",
    "x".repeat(600),
  ])("%j cannot be read", async (relation) => {
    const { errors } = await refused("coherence", { ytd: 290, relations: [relation] });
    expect(errors[0]?.path).toBe("relations.0");
    expect(JSON.stringify(errors)).not.toContain("x".repeat(250));
  });

  test.each(["", "1rice", "rice exports", "__proto__ ", "a-b", "x".repeat(60)])(
    "figure %j has no name",
    async (name) => {
      const { errors } = await refused("coherence", { figures: { [name]: 1 } });
      expect(errors[0]?.path).toMatch(/^figures/);
    },
  );

  test("brackets of any depth", async () => {
    const { errors } = await refused("coherence", { ytd: 1, relations: [`${"(".repeat(499)}`] });
    expect(errors[0]?.path).toBe("relations.0");
    expect(
      (await post("/v1/coherence", { ytd: 1, relations: [`${"(".repeat(240)}ytd${")".repeat(240)} = 1`] }))
        .status,
    ).toBeLessThan(500);
  });

  test("nothing to compare", async () => {
    expect((await refused("coherence", {})).errors[0]?.hint).toContain("ytd=290");
    expect((await refused("coherence", { figures: {} })).errors[0]?.path).toBe("figures");
  });
});
