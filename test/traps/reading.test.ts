import { describe, expect, test } from "vitest";
import { ask, get, type ProblemBody, refused } from "../http/ask.ts";

const REPORT = { through: "2024-04", ytd: 290 } as const;
const first = (problem: ProblemBody) => problem.errors[0] as ProblemBody["errors"][number];

/** Traps in reading a report, by their numbers in section 7 of the design papers' METHODS. */
describe("percentages", () => {
  test.each(["equals 123.7%", "equal to 123.7%", "bằng 123,7%"])(
    "1: %j of last year is growth of 23.7%%, not of 123.7%%",
    async (growth) => {
      const error = first(await refused("outlook", { ...REPORT, growth }));
      expect(error.path).toBe("growth");
      expect(error.hint).toMatch(/23[.,]7%/);
      const { figures } = await ask("outlook", { ...REPORT, growth: "23.7%" });
      expect(figures.priorYtd?.value).toBeCloseTo(290 / 1.237, 6);
    },
  );

  test("2: points compare two growths and are not one", async () => {
    const { path } = first(await refused("outlook", { ...REPORT, growth: "3.11 percentage points" }));
    expect(path).toBe("growth");
    const share = first(await refused("outlook", { ...REPORT, shareOfTarget: "3,11 điểm phần trăm" }));
    expect(share).toMatchObject({ path: "shareOfTarget", hint: expect.stringContaining("31.6%") });
    const { figures } = await ask("coherence", {
      through: "2023-12",
      ytd: 111.11,
      growth: "11.11%",
      figures: { plannedGrowth: "8%", pointsAboveTarget: "3.11%" },
    });
    expect(figures.pointsAboveTarget?.value).toBe(0.0311);
    const { targets } = await ask("run-rate", { ...REPORT, growth: 0.1, priorFullYear: 900, target: 1000 });
    const rate = targets[0]?.requiredRunRate;
    expect(rate?.accelerationPoints).toBeCloseTo((rate?.growthOnLastYear ?? 0) - 0.1, 9);
  });

  test("3: percent above the target and points above its growth stand on different bases", async () => {
    const year = { through: "2023-12", unit: "billion VND", ytd: "49,496.26", growth: "11.11%" };
    const { coherence } = await ask("coherence", {
      ...year,
      target: 48_180.83,
      figures: { excess: "2.95%" },
    });
    const finding = coherence.findings.find(({ verdict }) => verdict === "contradicts");
    expect(finding?.repairs?.map(({ kind }) => kind)).toContain("pointsForPercent");
    const right = await ask("coherence", { ...year, target: 48_180.83, figures: { excess: "2.73%" } });
    expect(right.coherence.verdict).toBe("holds");
  });

  test("4: half of a planned growth is not half of the plan", async () => {
    const { targets } = await ask("attainment", {
      through: "2024-12",
      ytd: 104,
      priorFullYear: 100,
      target: "8%",
    });
    expect(targets[0]).toMatchObject({
      value: 108,
      origin: "growthOnLastYear",
      status: "missed",
      attainmentProbability: 0,
    });
    expect(targets[0]?.attainment).toBeCloseTo(104 / 108, 9);
  });

  test("18: a fall is written once, and leaves something", async () => {
    for (const growth of ["decrease of -5%", "down -5%", "-100%", "giảm 120%"])
      expect(first(await refused("outlook", { ...REPORT, growth })).path).toBe("growth");
    const [words, sign] = [
      await ask("outlook", { ...REPORT, growth: "down 5%" }),
      await ask("outlook", { ...REPORT, growth: "-5%" }),
    ];
    expect(words.figures.growth?.value).toBe(-0.05);
    expect(words.forecast.median).toBe(sign.forecast.median);
  });
});

describe("prices", () => {
  test("5: growth at constant prices is not that of amounts at current ones", async () => {
    const { errors } = await refused("outlook", {
      indicator: "industry and construction",
      geography: "Kon Tum",
      through: "2022-10",
      ytd: "VND7,800 billion (current prices)",
      growth: "14.88% at constant 2010 prices",
      target: 8817,
    });
    expect(errors).toHaveLength(1);
    expect(errors[0]?.path).toBe("growth");
    expect(errors[0]?.message).toMatch(/constant 2010 prices.*current prices/);
    expect(errors[0]?.hint).toMatch(/deflator/);
  });
});

describe("periods", () => {
  test("9: a report without a year is of no year", async () => {
    for (const through of [4, "4"])
      expect(first(await refused("outlook", { ytd: 290, through })).path).toBe("year");
    expect(first(await refused("outlook", { ytd: 290 })).path).toBe("through");
    const { question } = await ask("outlook", { ytd: 290, through: 4, year: 2024 });
    expect(question.through).toBe("2024-04");
  });

  test("13: the running month is still to come until it is reported", async () => {
    const { question, targets } = await ask("run-rate", { through: "2024-05", ytd: 290, target: 1000 });
    expect([question.elapsed, question.remaining]).toEqual([5, 7]);
    expect(targets[0]?.requiredRunRate?.seasonalPath.map(({ period }) => period)).toEqual([
      "2024-06",
      "2024-07",
      "2024-08",
      "2024-09",
      "2024-10",
      "2024-11",
      "2024-12",
    ]);
  });

  test("12: a figure published before its period ended is part estimate, and the answer says so", async () => {
    const codes = async (asOf: string) =>
      (await ask("outlook", { through: "2024-05", ytd: 290, asOf })).notes.map(({ code }) => code);
    expect(await codes("2024-05-25")).toContain("estimateBeforePeriodEnd");
    expect(await codes("2024-06-06")).not.toContain("estimateBeforePeriodEnd");
  });
});

describe("bases", () => {
  test("16: a base that is not above zero has no growth; a balance is asked in its two sides", async () => {
    expect(first(await refused("outlook", { ...REPORT, priorYtd: 0 })).path).toBe("priorYtd");
    expect(first(await refused("outlook", { ...REPORT, priorFullYear: 0 })).hint).toMatch(/difference/);
    expect(first(await refused("outlook", { ...REPORT, ytd: -12 })).hint).toMatch(/balance/);
  });

  test("17: growth on a tiny base is told to be one", async () => {
    const { notes, forecast } = await ask("outlook", { ...REPORT, growth: "800%", priorFullYear: 100 });
    expect(notes.map(({ code }) => code)).toContain("smallBase");
    // Carried on at full strength it would have been 900.
    expect(forecast.median).toBeLessThan(700);
  });
});

describe("digits and units", () => {
  test.each([
    ["49.496,26", "comma", 49_496.26],
    ["49,496.26", "point", 49_496.26],
    ["1.315", "comma", 1315],
    ["1.315", "point", 1.315],
    ["1\u00a0315,4", "comma", 1315.4],
  ])("23: %j with decimal=%s is %f", async (ytd, decimal, value) => {
    const { figures } = await ask("outlook", { through: "2024-04", ytd, decimal });
    expect(figures.ytd?.value).toBe(value);
  });

  test("23: with lang=vi the comma is the decimal sign, in what is read and in what is written to a sheet", async () => {
    const { json } = await get("/v1/run-rate", { through: "2024-04", ytd: "17,8", target: 48, lang: "vi" });
    expect(json).toMatchObject({ figures: { ytd: { value: 17.8 } } });
    const { text } = await get("/v1/run-rate.txt", {
      through: "2024-04",
      ytd: "17,8",
      target: 48,
      lang: "vi",
    });
    expect(text).toBe("3,775");
  });

  test.each([
    [{ ytd: "9,361 billion VND", lang: "vi" }, 9361],
    [{ ytd: "1.315", priorFullYear: "49.496,26" }, 1315],
  ])("23: in %j the words, or else the other figures, tell the decimal sign", async (raw, value) => {
    const { figures } = await ask("run-rate", { through: "2024-04", target: "60.000,5", ...raw });
    expect(figures.ytd?.value).toBe(value);
  });

  test("24: a bare target below one is a growth that lost its name, and the hint has no noise", async () => {
    const error = first(await refused("outlook", { ...REPORT, target: 0.07 }));
    expect(error.hint).toContain('"7%"');
    const { targets } = await ask("run-rate", { ...REPORT, unit: "billion USD", target: "700 million USD" });
    expect(targets[0]?.value).toBe(0.7);
  });

  test("24: a slip of a thousand between billion and trillion is found where other figures tell", async () => {
    const { coherence } = await ask("coherence", {
      through: "2023-05",
      unit: "trillion VND",
      ytd: "17.8 billion VND",
      shareOfTarget: "36.96%",
      target: "48.18 trillion VND",
    });
    expect(coherence.verdict).toBe("contradicts");
    const repairs = coherence.findings.flatMap((finding) => finding.repairs ?? []);
    expect(repairs[0]).toMatchObject({ quantity: "ytd" });
    expect(repairs[0]?.description).toMatch(/trillion|1,?000/);
  });

  test("24: the same amount in any magnitude word is the same amount", async () => {
    for (const ytd of ["17.8 trillion VND", "17,800 billion VND", "17,8 nghìn tỷ đồng"])
      expect(
        (await ask("outlook", { through: "2023-05", unit: "trillion VND", ytd })).figures.ytd?.value,
      ).toBeCloseTo(17.8, 9);
  });

  test("25: growth in one currency is not growth in another: two currencies are refused", async () => {
    expect(
      first(await refused("outlook", { ...REPORT, unit: "million USD", ytd: "17.8 trillion VND" })).hint,
    ).toMatch(/USD/);
    expect(
      first(await refused("outlook", { ...REPORT, ytd: "US$290 million", priorYtd: "6 trillion VND" })).path,
    ).toBe("priorYtd");
  });

  test("25: an amount told in two currencies must imply a plausible rate", async () => {
    const relations = ["rate = vnd / usd"];
    const told = async (vnd: string) =>
      ask("coherence", { figures: { usd: "758 million USD", vnd }, relations });
    const { coherence, figures } = await told("17.8 trillion VND");
    expect(coherence.verdict).toBe("holds");
    expect(figures.rate?.value).toBeCloseTo(23_482.85, 2);
    const slip = await told("17.8 billion VND");
    expect(slip.coherence.verdict).toBe("contradicts");
    expect(slip.coherence.findings.flatMap(({ repairs }) => repairs ?? [])[0]).toMatchObject({
      kind: "slipOfThousand",
      quantity: "vnd",
    });
    const mixed = await refused("coherence", { ytd: "17.8 trillion VND", target: "2 billion USD" });
    expect(first(mixed).path).toBe("target");
  });

  test("29: an excess is the difference of the figures, not of their roundings", async () => {
    const { targets } = await ask("attainment", {
      through: "2023-12",
      unit: "billion VND",
      ytd: 49_496.26,
      target: 48_180.83,
    });
    expect(targets[0]?.gapToTarget).toBe(-1315.43);
  });
});
