import fc from "fast-check";
import { describe, expect, test } from "vitest";
import reference from "../../data/reference/growth-scenarios.json";
import { ask, get, named, post, refused } from "./ask.ts";

/** Viet Nam's GDP after the first quarter of 2024, with the two scenarios that were published. */
const [published] = reference.rows;
const GDP = {
  indicator: "GDP",
  geography: "Viet Nam",
  year: 2024,
  priceBasis: "constant2010",
  lastYear: published?.weights,
  known: { Q1: "5.66%" },
} as const;
/** Four quarters of last year in billion VND. */
const LEVELS = { ...GDP, unit: "billion VND", lastYear: [15_000, 18_500, 19_000, 22_000] } as const;

type Answer = Awaited<ReturnType<typeof ask<"growth-scenarios">>>;
type Scenario = Answer["scenarios"][number];
const column = ({ columns }: Pick<Scenario, "columns">, span: string) => {
  const found = columns.find((each) => each.span === span);
  if (!found) throw new Error(`no column ${span}`);
  return found;
};
const growthIn = (scenario: Pick<Scenario, "columns">, span: string) => column(scenario, span).growth;
const codesOf = ({ notes }: Answer) => notes.map(({ code }) => code);

describe("the scenarios of April 2024", () => {
  const scenarios = [
    { name: "low", yearGrowth: "6%", quarters: { Q2: "5.85%", Q3: "6.22%", Q4: "6.28%" } },
    { name: "high", yearGrowth: "6.53%", quarters: { Q2: "6.32%", Q3: "6.79%" } },
  ];

  test("the year follows from its quarters, and the last quarter from the year", async () => {
    const answer = await ask("growth-scenarios", { ...GDP, scenarios });
    const low = named(answer.scenarios, "low");
    const high = named(answer.scenarios, "high");
    expect(low.yearGrowth).toBeCloseTo(0.0603, 4);
    expect(column(low, "year")).toMatchObject({ stated: 0.06, origin: "solved" });
    expect(Math.abs(growthIn(high, "Q4") - 0.0708)).toBeLessThanOrEqual(0.0005);
    expect(codesOf(answer)).toEqual(["roundedStatement"]);
  });

  test("every scenario has quarter and cumulative columns whose contributions add up", async () => {
    const { scenarios: told } = await ask("growth-scenarios", { ...GDP, scenarios });
    for (const scenario of told) {
      expect(scenario.columns.map(({ span }) => span)).toEqual([
        "Q1",
        "Q2",
        "H1",
        "Q3",
        "9M",
        "Q4",
        "H2",
        "year",
      ]);
      const points = (spans: readonly string[]) =>
        spans.reduce((sum, span) => sum + column(scenario, span).contribution, 0);
      expect(points(["Q1", "Q2", "Q3", "Q4"])).toBeCloseTo(scenario.yearGrowth, 9);
      expect(points(["H1", "H2"])).toBeCloseTo(scenario.yearGrowth, 9);
      expect(points(["9M", "Q4"])).toBeCloseTo(scenario.yearGrowth, 9);
    }
  });

  test("scenarios are compared in points, and tell what the rest of the year needs", async () => {
    const { scenarios: told } = await ask("growth-scenarios", { ...GDP, scenarios });
    const high = named(told, "high");
    expect(column(high, "Q2").pointsOnScenarioBefore).toBeCloseTo(0.0047, 9);
    expect(column(high, "Q1").pointsOnScenarioBefore).toBe(0);
    expect(high.rest?.span).toBe("Q2-Q4");
    expect(high.rest?.growth).toBeCloseTo((0.0653 - 0.2075 * 0.0566) / 0.7925, 9);
    expect(high.rest?.accelerationPoints).toBeCloseTo((high.rest?.growth ?? 0) - 0.0566, 9);
  });
});

describe("ranges and lower ends", () => {
  test("a range is solved at both ends", async () => {
    const { scenarios } = await ask("growth-scenarios", {
      ...GDP,
      year: 2025,
      known: "H1: 7.52%",
      scenarios: [{ yearGrowth: "8.3-8.5%", quarters: { Q3: "8.9-9.2%" } }],
    });
    const [range] = scenarios;
    expect(range?.ends).toBe("range");
    for (const [end, year, third] of [
      [range, 0.083, 0.089],
      [range?.upper, 0.085, 0.092],
    ] as const) {
      const fourth = (year - 0.451 * 0.0752 - 0.2525 * third) / 0.2965;
      expect(growthIn(end as Scenario, "Q4")).toBeCloseTo(fourth, 9);
    }
  });

  test.each(["from 8%", "at least 8%", "từ 8% trở lên", "từ 8%", "không dưới 8%", "8% or more"])(
    "%s is a lower end",
    async (yearGrowth) => {
      const answer = await ask("growth-scenarios", { ...GDP, scenarios: [{ name: "base", yearGrowth }] });
      expect(answer.scenarios[0]).toMatchObject({ ends: "atLeast", yearGrowth: 0.08 });
      expect(codesOf(answer)).toContain("solvedAtLowerEnd");
    },
  );

  test.each([
    "8.3-8.5%",
    "8.3% – 8.5%",
    "8,3 đến 8,5%",
    "from 8.3% to 8.5%",
    "từ 8,3 đến 8,5%",
    "0.083-0.085",
  ])("%s is a range", async (yearGrowth) => {
    const { scenarios } = await ask("growth-scenarios", { ...GDP, scenarios: [{ yearGrowth }] });
    expect([scenarios[0]?.yearGrowth, scenarios[0]?.upper?.yearGrowth]).toEqual([0.083, 0.085]);
  });
});

describe("levels", () => {
  test("scaling last year changes no growth, and levels add up", async () => {
    const scenarios = [{ name: "base", yearGrowth: "7%", quarters: { Q3: "8%" } }];
    const one = await ask("growth-scenarios", { ...LEVELS, scenarios });
    const thousand = await ask("growth-scenarios", {
      ...LEVELS,
      unit: "million VND",
      lastYear: LEVELS.lastYear.map((level) => level * 1000),
      scenarios,
    });
    const [base, scaled] = [one.scenarios[0], thousand.scenarios[0]] as [Scenario, Scenario];
    expect(scaled.columns.map(({ growth }) => growth)).toEqual(base.columns.map(({ growth }) => growth));
    expect(column(scaled, "Q4").level).toBeCloseTo(1000 * (column(base, "Q4").level ?? 0), 0);
    expect(column(base, "year").level).toBeCloseTo(74_500 * 1.07, 5);
    expect((column(base, "9M").level ?? 0) + (column(base, "Q4").level ?? 0)).toBeCloseTo(74_500 * 1.07, 4);
  });

  test("this year's levels are as good as its growths, and the year may be a level", async () => {
    const byGrowth = await ask("growth-scenarios", {
      ...LEVELS,
      known: { H1: "6%" },
      scenarios: [{ name: "base", yearGrowth: "7%" }],
    });
    const byLevel = await ask("growth-scenarios", {
      ...LEVELS,
      known: undefined,
      actuals: { H1: 33_500 * 1.06 },
      scenarios: [{ name: "base", fullYear: 74_500 * 1.07 }],
    });
    expect(byLevel.scenarios[0]?.rest?.growth).toBeCloseTo(byGrowth.scenarios[0]?.rest?.growth ?? 0, 9);
  });

  test("months make quarters, and a month of an open quarter is said to be left out", async () => {
    const lastYear = Array.from({ length: 12 }, (_, month) => 100 + month);
    const answer = await ask("growth-scenarios", {
      ...LEVELS,
      known: undefined,
      lastYear,
      actuals: [110, 111, 112, 113],
      scenarios: "base: 8%",
    });
    expect(answer.known).toEqual([{ span: "Q1", growth: 0.09900990099 }]);
    expect(codesOf(answer)).toEqual(["monthsNotUsed"]);
  });

  test("an index is averaged, never summed", async () => {
    const lastYear = Array.from({ length: 12 }, (_, month) => 100 + month);
    const question = { ...GDP, known: undefined, indicator: "IIP", lastYear, scenarios: "base: 8%" };
    const answer = await ask("growth-scenarios", { ...question, actuals: { H1: 102.5 * 1.06 } });
    const [base] = answer.scenarios as [Scenario];
    expect(answer.question.aggregation).toBe("average");
    expect(answer.weights.at(-1)?.level).toBeCloseTo(105.5, 9);
    expect(growthIn(base, "H1")).toBeCloseTo(0.06, 9);
    expect(column(base, "year").level).toBeCloseTo(105.5 * 1.08, 7);
    const byLevel = await ask("growth-scenarios", { ...question, scenarios: [{ fullYear: 105.5 * 1.08 }] });
    expect(byLevel.scenarios[0]?.yearGrowth).toBeCloseTo(0.08, 9);
    const summed = await ask("growth-scenarios", { ...question, aggregation: "sum" });
    expect(summed.weights.at(-1)?.level).toBeCloseTo(12 * 105.5, 9);
  });

  test("shares that add up to a little less than 1 are scaled, and it is said", async () => {
    const answer = await ask("growth-scenarios", {
      ...GDP,
      lastYear: ["20.5%", "24.5%", "25%", "29%"],
      scenarios: "base: 6%",
    });
    expect(answer.weights[0]?.share).toBeCloseTo(0.205 / 0.99, 9);
    expect(codesOf(answer)).toEqual(["sharesScaled"]);
  });
});

test("a half year that is known as a whole does not pass for two known quarters", async () => {
  const asked = { ...GDP, scenarios: "base: 8%" };
  const whole = await ask("growth-scenarios", { ...asked, known: "H1: 7.52%; 9M: 7.8%" });
  expect(whole.notes.filter(({ code }) => code === "knownAsAWhole")).toEqual([
    expect.objectContaining({ message: expect.stringContaining("first half") }),
  ]);
  expect(whole.known).toEqual([
    { span: "H1", growth: 0.0752 },
    { span: "9M", growth: 0.078 },
  ]);
  const split = await ask("growth-scenarios", { ...asked, known: "Q1: 7.05%; H1: 7.52%" });
  expect(codesOf(split)).toEqual([]);
});

describe("conditions, owners and earlier versions", () => {
  const question = {
    ...GDP,
    scenarios: [
      {
        name: "base",
        yearGrowth: "6.5%",
        shape: "likePrevious",
        conditions: ["project X starts in Q3", "exports recover"],
        owner: "Department of Finance",
        previous: { name: "January", quarters: { Q1: "5.2%", Q2: "5.8%", Q3: "6.4%", Q4: "6.6%" } },
      },
    ],
  };

  test("are kept and compared with", async () => {
    const { scenarios } = await ask("growth-scenarios", question);
    const [base] = scenarios as [Scenario];
    expect(base).toMatchObject({
      conditions: ["project X starts in Q3", "exports recover"],
      owner: "Department of Finance",
      previous: { name: "January" },
    });
    expect(growthIn(base, "Q3") / growthIn(base, "Q2")).toBeCloseTo(6.4 / 5.8, 9);
    expect(column(base, "Q1").pointsOnPrevious).toBeCloseTo(0.0046, 9);
    expect(column(base, "year").pointsOnPrevious).toBeCloseTo(0.065 - (base.previous?.yearGrowth ?? 0), 9);
  });

  test("a version that tells only the year is held against what is known now", async () => {
    const [base] = question.scenarios;
    const { scenarios } = await ask("growth-scenarios", {
      ...GDP,
      scenarios: [{ ...base, shape: "equal", previous: { yearGrowth: "6%" } }],
    });
    expect(growthIn(scenarios[0]?.previous as Scenario, "Q1")).toBe(0.0566);
  });
});

describe("components", () => {
  const sectors = [
    { name: "agriculture", lastYear: ["12%", "12%", "11%", "11%"], growth: "3%" },
    { name: "industry", lastYear: ["35%", "36%", "36%", "37%"] },
    { name: "manufacturing", lastYear: ["25%", "25%", "26%", "26%"], growth: "9%", partOf: "industry" },
    {
      name: "services",
      lastYear: ["44%", "43%", "44%", "43%"],
      growth: { Q2: "7%", year: "7.2%" },
      known: { Q1: "6.5%" },
    },
    { name: "product taxes less subsidies", growth: "5%" },
  ];

  test("one sector is solved for so that contributions make the total in every column", async () => {
    const { scenarios, sentence } = await ask("growth-scenarios", {
      ...GDP,
      scenarios: "base: 6.5%",
      components: sectors,
    });
    const [base] = scenarios as [Scenario];
    expect(sentence).toMatch(/Contributions to the growth of the year: services 3\.1\d percentage points, /);
    const rows = base.components ?? [];
    expect(rows.map(({ origin }) => origin)).toEqual(["stated", "solved", "stated", "stated", "stated"]);
    for (const [at, { growth }] of base.columns.entries()) {
      const points = rows
        .filter(({ partOf }) => partOf === undefined)
        .reduce((sum, { columns }) => sum + (columns[at]?.contribution ?? 0), 0);
      expect(points).toBeCloseTo(growth, 9);
    }
    expect(named(rows, "services").columns.at(-1)?.growth).toBeCloseTo(0.072, 9);
    expect(rows.flatMap(({ columns }) => columns.filter(({ stated }) => stated !== undefined))).toEqual([]);
    expect(named(rows, "product taxes less subsidies").columns.at(-1)?.share).toBeCloseTo(0.09, 9);
  });

  test("what nobody named is product taxes less subsidies of a GDP, and something else of other totals", async () => {
    const components = [
      { name: "industry", lastYear: 55, growth: "8%" },
      { name: "services", lastYear: 40, growth: "7%" },
    ];
    const question = { ...GDP, lastYear: [25, 25, 25, 25.5], scenarios: "base: 7%", components };
    const gdp = await ask("growth-scenarios", question);
    const output = await ask("growth-scenarios", { ...question, indicator: "industrial output" });
    expect(gdp.scenarios[0]?.components?.at(-1)).toMatchObject({
      name: "productTaxesLessSubsidies",
      origin: "residual",
    });
    expect(output.scenarios[0]?.components?.at(-1)?.name).toBe("other");
    expect((await post("/v1/growth-scenarios.md", { ...question, lang: "vi" })).text).toContain(
      "| Thuế sản phẩm trừ trợ cấp sản phẩm | ",
    );
  });

  test("a scenario may tell another growth of a component, and the version before yet another", async () => {
    const { scenarios } = await ask("growth-scenarios", {
      ...GDP,
      known: undefined,
      components: [
        { name: "industry", lastYear: 0.6 },
        { name: "services", lastYear: 0.4 },
      ],
      scenarios: [
        {
          name: "April",
          yearGrowth: "10.5%",
          components: { industry: "9.9%" },
          previous: { yearGrowth: "10.5%", components: { industry: "12.3%" } },
        },
      ],
    });
    const [industry, services] = scenarios[0]?.components ?? [];
    expect(industry?.pointsOnPrevious).toBeCloseTo(-0.024, 9);
    expect(services).toMatchObject({ origin: "solved" });
    expect(services?.pointsOnPrevious).toBeCloseTo((0.024 * 0.6) / 0.4, 9);
  });

  test("a version before that does not tell of components is compared without them", async () => {
    const { scenarios } = await ask("growth-scenarios", {
      ...GDP,
      components: [
        { name: "industry", lastYear: 0.6 },
        { name: "services", lastYear: 0.4 },
      ],
      scenarios: [{ yearGrowth: "8%", components: { industry: "9%" }, previous: { yearGrowth: "7%" } }],
    });
    const [base] = scenarios as [Scenario];
    expect(column(base, "year").pointsOnPrevious).toBeCloseTo(0.01, 9);
    expect(base.components?.map(({ pointsOnPrevious }) => pointsOnPrevious)).toEqual([undefined, undefined]);
  });

  test("a quarter that was told of the sector that is solved for is held against what is left for it", async () => {
    const known = { Q1: "9%" };
    const components = sectors.map((sector) => (sector.name === "industry" ? { ...sector, known } : sector));
    const answer = await ask("growth-scenarios", { ...GDP, scenarios: "base: 6.5%", components });
    const industry = named(answer.scenarios[0]?.components ?? [], "industry");
    expect(industry.columns[0]).toMatchObject({ span: "Q1", stated: 0.09 });
    expect(codesOf(answer)).toEqual(["componentLeft"]);
  });

  test("components that do not make the total are told by how much", async () => {
    const answer = await ask("growth-scenarios", {
      ...GDP,
      components: [
        { name: "industry", lastYear: 0.6, growth: "8%" },
        { name: "services", lastYear: 0.4, growth: "7%" },
      ],
      scenarios: "base: 6.5%",
    });
    expect(answer.scenarios[0]?.componentsDifference).toEqual([
      { span: "year", points: expect.closeTo(0.011, 9) },
    ]);
    expect(codesOf(answer)).toContain("componentsDiffer");
  });

  test("the part of the total that nobody named is not told by the name it gets in the answer", async () => {
    const { errors } = await refused("growth-scenarios", {
      ...GDP,
      scenarios: "base: 6.5%",
      components: [
        { name: "industry", lastYear: "55%" },
        { name: "services", lastYear: "30%", growth: "8%" },
      ],
    });
    expect(errors[0]?.message).toBe(
      "the growth of industry and of the part of the total that no component names is not told",
    );
  });

  test("both ends of a range have their components", async () => {
    const { scenarios } = await ask("growth-scenarios", {
      ...GDP,
      scenarios: "base: 8.3-8.5%",
      components: sectors,
    });
    const [lower, upper] = [scenarios[0], scenarios[0]?.upper].map(
      (end) => named(end?.components ?? [], "industry").columns.at(-1)?.growth ?? 0,
    ) as [number, number];
    expect(upper).toBeGreaterThan(lower);
  });
});

describe("carry-over", () => {
  const adjusted = {
    year: 2024,
    lastYear: [100, 101, 102, 105],
    seasonallyAdjusted: true,
    priceBasis: "constant",
  };

  test("is told of seasonally adjusted levels, with what the year must still bring", async () => {
    const answer = await ask("growth-scenarios", { ...adjusted, actuals: [106], scenarios: "base: 6%" });
    expect(answer.carryOver?.atStart).toBeCloseTo(105 / 102 - 1, 9);
    expect(answer.carryOver?.latest.growth).toBeCloseTo((4 * 106) / 408 - 1, 9);
    expect(answer.scenarios[0]?.carryOver?.growthNeeded).toBeCloseTo(0.06 - (424 / 408 - 1), 9);
  });

  test("of months, and by known growths as well as by levels", async () => {
    const months = Array.from({ length: 12 }, (_, month) => 100 + month);
    const monthly = await ask("growth-scenarios", { ...adjusted, lastYear: months, actuals: [112, 113] });
    expect(monthly.carryOver).toMatchObject({ period: "month", latest: { elapsed: 2 } });
    expect(monthly.carryOver?.latest.growth).toBeCloseTo((112 + 11 * 113) / 1266 - 1, 9);
    const byGrowth = await ask("growth-scenarios", { ...adjusted, known: { Q1: 0.06 } });
    expect(byGrowth.carryOver?.latest.growth).toBeCloseTo((4 * 106) / 408 - 1, 9);
  });

  test("has rows in the table, with and without scenarios", async () => {
    const { text } = await post("/v1/growth-scenarios.csv", adjusted);
    const rows = text.trim().split("\r\n").slice(1);
    expect(rows.map((row) => row.split(",").slice(1, 5))).toEqual([
      ["carryOverAtStart", "", "year", "0.02941176471"],
      ["carryOver", "", "year", "0.02941176471"],
      ["carryOverNextYear", "", "year", "0"],
    ]);
    const both = await post("/v1/growth-scenarios.csv", { ...adjusted, scenarios: "base: 6%" });
    expect(both.text.trim().split("\r\n")).toHaveLength(1 + 8 + 3);
  });

  test("hands on to next year where the scenario ends", async () => {
    const { scenarios } = await ask("growth-scenarios", {
      ...adjusted,
      scenarios: [{ quarters: { Q1: 0.06, Q2: 0.06, Q3: 0.06, Q4: 0.06 } }],
    });
    expect(scenarios[0]?.carryOver?.nextYear).toBeCloseTo(105 / 102 - 1, 9);
  });
});

describe("refusals", () => {
  const scenarios = "base: 7%";
  test.each([
    ["nothing", {}, ["year", "lastYear", "scenarios"]],
    ["no scenario", GDP, ["scenarios"]],
    ["three quarters", { ...GDP, lastYear: [1, 2, 3], scenarios }, ["lastYear"]],
    ["shares that miss 1", { ...GDP, lastYear: "20%; 20%; 20%; 20%", scenarios }, ["lastYear"]],
    ["a quarter of nothing", { ...GDP, lastYear: [0, 2, 3, 4], scenarios }, ["lastYear.0"]],
    ["an unknown span", { ...GDP, known: { Q5: "3%" }, scenarios }, ["known.Q5"]],
    ["a span told twice", { ...GDP, known: "Q1: 3%; quý I: 3%", scenarios }, ["known.quý I"]],
    ["a known range", { ...GDP, known: "Q1: 3-4%", scenarios }, ["known.Q1"]],
    ["a growth without percent", { ...GDP, known: { Q1: 5.66 }, scenarios }, ["known.Q1"]],
    [
      "levels beside shares",
      { ...GDP, actuals: { H1: 5 }, scenarios: [{ fullYear: 9 }] },
      ["actuals", "scenarios.0.fullYear"],
    ],
    [
      "a year told twice",
      { ...LEVELS, scenarios: [{ yearGrowth: "7%", fullYear: 80_000 }] },
      ["scenarios.0.fullYear"],
    ],
    ["two of a name", { ...GDP, scenarios: "base: 7%; base: 8%" }, ["scenarios.1"]],
    ["an upper end", { ...GDP, scenarios: "base: under 8%" }, ["scenarios.0.yearGrowth"]],
    ["a range that falls", { ...GDP, scenarios: "base: 8-7%" }, ["scenarios.0.yearGrowth"]],
    [
      "rising by nothing",
      { ...GDP, scenarios: [{ yearGrowth: "7%", shape: "rising" }] },
      ["scenarios.0.step"],
    ],
    [
      "like no version",
      { ...GDP, scenarios: [{ yearGrowth: "7%", shape: "likePrevious" }] },
      ["scenarios.0.previous"],
    ],
    [
      "each impossible scenario",
      {
        ...GDP,
        scenarios: [
          { name: "open", quarters: { Q2: "7%" } },
          { name: "over", yearGrowth: "9.00%", quarters: { "Q2-Q4": "7%" } },
        ],
      },
      ["scenarios.0.yearGrowth", "scenarios.1.quarters.Q2-Q4"],
    ],
    [
      "a scenario against the facts",
      { ...GDP, scenarios: [{ yearGrowth: "7%", quarters: { Q1: "6.0%" } }] },
      ["scenarios.0.quarters.Q1"],
    ],
    [
      "an unknown component",
      { ...GDP, scenarios: [{ yearGrowth: "7%", components: { rice: "3%" } }] },
      ["scenarios.0.components.rice"],
    ],
    [
      "components of different grain",
      {
        ...GDP,
        scenarios,
        components: [
          { name: "a", lastYear: ["20%", "20%", "20%", "20%"] },
          { name: "b", lastYear: "30%" },
        ],
      },
      ["components.1.lastYear"],
    ],
    [
      "other prices",
      { ...LEVELS, lastYear: ["15000 billion VND at current prices", 2000, 3000, 4000], scenarios },
      ["lastYear.0"],
    ],
    ["a price basis that is none", { ...GDP, priceBasis: "cheap", scenarios }, ["priceBasis"]],
    ["a carry-over of shares", { ...GDP, seasonallyAdjusted: true, carryOver: true }, ["lastYear"]],
    [
      "a carry-over of half a year",
      { ...LEVELS, seasonallyAdjusted: true, known: { H1: "5%" } },
      ["actuals"],
    ],
  ])("%s", async (_, question, paths) => {
    const { status, errors } = await refused("growth-scenarios", question);
    expect(status).toBe(400);
    expect(errors.map(({ path }) => path)).toEqual(paths);
    for (const { hint } of errors) expect(hint).toBeTruthy();
  });

  test("contradicting quarters are named with what they make", async () => {
    const { errors } = await refused("growth-scenarios", {
      ...GDP,
      scenarios: [{ yearGrowth: "7.00%", quarters: { Q2: "6%", Q3: "6%", Q4: "6%" } }],
    });
    expect(errors[0]?.message).toBe(
      "year of 7% contradicts the known Q1 of 5.66% and Q2 of 6% and Q3 of 6% and Q4 of 6%: together they make 5.929%",
    );
  });

  test("what is no text, number or list is refused and never breaks", async () => {
    const anything = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.string());
    const fields = [
      "lastYear",
      "known",
      "actuals",
      "scenarios",
      "components",
      "componentPeriod",
      "year",
      "carryOver",
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...fields), anything, async (field, value) => {
        const { status } = await post("/v1/growth-scenarios", { ...LEVELS, scenarios, [field]: value });
        expect([200, 400, 422]).toContain(status);
      }),
      { numRuns: 150 },
    );
  });
});

describe("formats", () => {
  const question = { ...LEVELS, scenarios: "low: 6%; high: 6.5%" };

  test.each(["json", "csv", "txt", "md"])("GET and POST give the same %s", async (format) => {
    const posted = await post(`/v1/growth-scenarios.${format}`, question);
    expect((await get(`/v1/growth-scenarios.${format}`, question)).text).toBe(posted.text);
    expect(posted.status).toBe(200);
  });

  test("a cell shows what the rest of the year needs", async () => {
    const { text } = await get("/v1/growth-scenarios.txt", question);
    const { scenarios } = await ask("growth-scenarios", question);
    expect(Number(text)).toBe(scenarios[0]?.rest?.growth);
    const field = await get("/v1/growth-scenarios.txt", {
      ...question,
      field: "scenarios.high.columns.5.growth",
    });
    expect(Number(field.text)).toBe(growthIn(named(scenarios, "high"), "Q4"));
  });

  test("a table has one row a scenario and span", async () => {
    const { text } = await get("/v1/growth-scenarios.csv", question);
    const lines = text.trim().split("\r\n");
    expect(lines).toHaveLength(1 + 2 * 8);
    expect(lines[0]).toBe(
      "scenario,end,component,span,growth,stated,origin,contribution,level,share,points_on_scenario_before,points_on_previous",
    );
  });

  test("a report can take the paragraph over, in both languages", async () => {
    const english = await ask("growth-scenarios", { ...GDP, scenarios: "base: 6.5%" });
    expect(english.sentence).toBe(
      "GDP of Viet Nam grew 5.66% in the first quarter of 2024. Scenario base: growth of 6.5% in 2024 needs 6.72% in the last three quarters, 1.06 percentage points above the growth so far (the same in each quarter).",
    );
    const vietnamese = await ask("growth-scenarios", {
      ...GDP,
      scenarios: "cơ sở: từ 6,5% trở lên",
      lang: "vi",
    });
    expect(vietnamese.sentence).toBe(
      "GDP của Việt Nam quý I năm 2024 tăng 5,66% so với cùng kỳ năm trước. Kịch bản cơ sở: để cả năm 2024 tăng từ 6,5% trở lên, 9 tháng cuối năm cần tăng từ 6,72% trở lên, cao hơn 1,06 điểm phần trăm so với tốc độ tăng từ đầu năm (các quý tăng như nhau).",
    );
  });

  test("what the scenarios are of is told where nothing is known yet", async () => {
    const question = { ...GDP, known: undefined, scenarios: [{ name: "", yearGrowth: "8%" }] };
    expect((await ask("growth-scenarios", question)).sentence).toBe(
      "Growth scenarios for GDP of Viet Nam in 2024: Scenario 8%: growth of 8% in 2024 (the same in each quarter).",
    );
    expect((await ask("growth-scenarios", { ...question, lang: "vi" })).sentence).toBe(
      "Kịch bản tăng trưởng GDP của Việt Nam năm 2024: Kịch bản 8%: cả năm 2024 tăng 8% (các quý tăng như nhau).",
    );
  });

  test.each([
    ["8.3-8.5%", "cả năm 2024 tăng từ 8,3% đến 8,5% ("],
    ["-3 - -1%", "cả năm 2024 tăng trưởng từ -3% đến -1% ("],
    ["-2%", "cả năm 2024 giảm không quá 2% ("],
    ["0%", "cả năm 2024 giữ bằng cùng kỳ năm trước ("],
  ])("%s in Vietnamese", async (yearGrowth, told) => {
    const question = { ...GDP, known: undefined, scenarios: [{ name: "x", yearGrowth }], lang: "vi" };
    expect((await ask("growth-scenarios", question)).sentence).toContain(told);
  });

  test("a range and the version before it are not told to be one distance apart", async () => {
    const question = {
      ...GDP,
      scenarios: [
        { name: "new", yearGrowth: "8.3-8.5%", previous: { name: "Resolution 25", yearGrowth: "8%" } },
      ],
    };
    expect((await ask("growth-scenarios", question)).sentence).toMatch(
      /; the version before \(Resolution 25\) had 8%\.$/,
    );
    const { text } = await post("/v1/growth-scenarios.md", { ...question, lang: "vi" });
    expect(text).toContain("; trước khi điều chỉnh (Resolution 25) là 8%.");
    expect(text).toContain("| new (cận trên) | ");
  });

  test("names cannot break a table or become a formula", async () => {
    const hostile = {
      ...GDP,
      scenarios: [{ name: "=1|2\n## x", yearGrowth: "6%", conditions: "a|b", owner: "<b>" }],
    };
    const { text } = await post("/v1/growth-scenarios.md", hostile);
    expect(text).toContain("=1\\|2 \\#\\# x");
    expect(text).toContain("a\\|b");
    expect((await post("/v1/growth-scenarios.csv", hostile)).text).toContain("'=1|2");
  });
});
