import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { monthsBetween } from "../../src/engine/calendar/months-between.ts";
import { MAX_EARLIER, MAX_RATIOS, MAX_STOCKS } from "../../src/schema/stocks-question.ts";
import { SEARCH } from "../identities/drawn.ts";
import { ask, get, named, post, type Question, refused } from "./ask.ts";

/** The southern provinces' clusters after nine months of 2024, as told at their conference of 11 October 2024. */
const SOUTH: Question = {
  geography: "Southern region",
  asOf: "2024-09-30",
  stocks: [
    { name: "clusters", value: 111 },
    { name: "area", value: "5,140 hectares" },
    { name: "projects", value: "about 1618" },
    { name: "registered capital", value: "more than 73,800 billion VND" },
    { name: "jobs", value: "more than 162,800" },
    { name: "plants", value: 48 },
  ],
  ratios: [{ numerator: "plants", denominator: "clusters", stated: "more than 43%" }],
};
/** Thanh Loc and Thuan Yen parks of Kien Giang in May 2023 (VNA). */
const PARKS: Question = {
  geography: "Kien Giang",
  asOf: "2023-05",
  stocks:
    "registered: 24; operating: 17; under construction: 7; leased: more than 95 ha; capital: over 6.73 trillion VND",
  relations: "operating + building = registered",
};
const STOCKS = "clusters: 111 (2023-12: 105) -> 120 by 2025-12; plants: 48 (2023-12: 44) -> 67 by 2025-12";

describe("the clusters of the south, 2024", () => {
  test("48 of 111 holds for more than 43%", async () => {
    const { ratios, coherence } = await ask("stocks", SOUTH);
    const share = named(ratios, "plantShare");
    expect(share.value).toBeCloseTo(48 / 111, 9);
    expect(share.stated).toEqual({ value: 0.43, lower: 0.43, upper: 0.44, verdict: "holds" });
    expect(coherence.verdict).toBe("holds");
  });

  test("the ratios to their printed digits", async () => {
    const { ratios } = await ask("stocks", SOUTH);
    for (const [name, value, unit] of [
      ["areaPerCluster", 46.3, "ha"],
      ["capitalPerProject", 45.6, "billion VND"],
      ["jobsPerProject", 100.6, undefined],
      ["jobsPerHectare", 31.7, undefined],
    ] as const) {
      const ratio = named(ratios, name);
      expect(ratio.value, name).toBeCloseTo(value, 1);
      expect(ratio.unit).toBe(unit);
      expect(ratio.kind).toBe("perUnit");
      expect(ratio.lower ?? 0).toBeLessThanOrEqual(ratio.value);
      expect(ratio.upper ?? 0).toBeGreaterThanOrEqual(ratio.value);
    }
  });

  test("so much for each is told in the unit that leaves at least one", async () => {
    const parks = { stocks: "projects: 24; capital: over 6.73 trillion VND" };
    const { sentence, ratios } = await ask("stocks", parks);
    expect(named(ratios, "capitalPerProject").value).toBeCloseTo(6.73 / 24, 9);
    expect(sentence).toContain("registered capital per project VND280.4 billion");
    const stated = { ...parks, lang: "vi", ratios: "capital / projects = 285 tỷ đồng" };
    const { sentence: vietnamese, coherence } = await ask("stocks", stated);
    expect(vietnamese).toContain("Báo cáo nêu vốn đăng ký bình quân một dự án 285 tỷ đồng");
    expect(coherence.findings.at(-1)?.message).toContain("từ 280,4 đến 280,8 tỷ đồng");
  });

  test("a zero is not more than nothing", async () => {
    const { sentence } = await ask("stocks", { stocks: "leased: 0 ha; leasable: 10 ha" });
    expect(sentence).toContain("leased land 0 hectares; leasable land 10 hectares");
  });

  test("a ratio that reports know by its name needs no more", async () => {
    const { ratios, sentence } = await ask("stocks", {
      stocks: "đất đã cho thuê: 95 ha; đất có thể cho thuê: 180 ha",
      ratios: "tỷ lệ lấp đầy = 52,8% -> 60%",
      lang: "vi",
    });
    const occupancy = named(ratios, "occupancy");
    expect(occupancy.value).toBeCloseTo(95 / 180, 9);
    expect(occupancy.stated?.verdict).toBe("holds");
    expect(occupancy.target?.additions.value).toBeCloseTo(0.6 * 180 - 95, 9);
    expect(sentence).toContain("tỷ lệ lấp đầy đất công nghiệp 52,8%");
  });

  test("50% would not hold", async () => {
    const { ratios, coherence, sentence } = await ask("stocks", {
      ...SOUTH,
      ratios: [{ numerator: "plants", denominator: "clusters", stated: "50%" }],
    });
    expect(named(ratios, "plantShare").stated?.verdict).toBe("contradicts");
    expect(coherence.verdict).toBe("contradicts");
    expect(sentence).toContain("which contradicts its own figures");
  });
});

describe("the parks of Kien Giang, 2023", () => {
  test("17 operating and 7 under construction are all 24 registered", async () => {
    const { coherence, notes } = await ask("stocks", PARKS);
    const asked = coherence.findings[0];
    expect(asked).toMatchObject({
      relation: "operating + under construction = registered",
      quantity: "registered",
      verdict: "holds",
      derived: { lower: 24, upper: 24 },
    });
    expect(notes.find(({ code }) => code === "partsAndWhole")?.message).toMatch(/make up all/);
  });

  test("that parts exceed their whole is found without being asked", async () => {
    const { coherence } = await ask("stocks", {
      stocks: "registered: 24; operating: 17; under construction: 8",
    });
    expect(coherence.findings).toMatchObject([
      { relation: "operating + under construction <= registered", verdict: "contradicts" },
    ]);
  });

  test("parts that leave something over say so", async () => {
    const { notes } = await ask("stocks", { stocks: "registered: 24; operating: 17; under construction: 5" });
    expect(notes.find(({ code }) => code === "partsAndWhole")?.message).toContain("leave 2");
  });

  test("occupancy needs leasable land, and says so beside the total area", async () => {
    const onArea = await ask("stocks", { stocks: "leased: 95 ha; area: 250 ha" });
    expect(onArea.ratios).toEqual([]);
    expect(onArea.notes.map(({ code }) => code)).toContain("occupancyNeedsLeasable");
    const onLeasable = await ask("stocks", { stocks: "leased: 95 ha; area: 250 ha; leasable: 180 ha" });
    expect(named(onLeasable.ratios, "occupancy").value).toBeCloseTo(95 / 180, 9);
    expect(onLeasable.notes.map(({ code }) => code)).not.toContain("occupancyNeedsLeasable");
  });
});

describe("targets", () => {
  test("what is missing comes in whole units, and a month at a time", async () => {
    const { stocks } = await ask("stocks", { asOf: "2024-09", stocks: STOCKS });
    const { target } = named(stocks, "clusters");
    expect(target).toMatchObject({ status: "open", monthsLeft: 15 });
    expect(target?.additions.value).toBe(9);
    expect(target?.requiredPerMonth?.value).toBeCloseTo(0.6, 9);
    expect(target?.attainment.value).toBeCloseTo(111 / 120, 9);
  });

  test("a share of 60% takes 67 of 111, more where clusters are added, fewer never", async () => {
    const { ratios } = await ask("stocks", {
      asOf: "2024-09",
      stocks: "plants: 48; clusters: 111 -> 120",
      ratios: "plants / clusters -> 60% by 2025-12",
    });
    const { target } = named(ratios, "plantShare");
    expect(target?.numeratorNeeded.value).toBe(67);
    expect(target?.additions.value).toBe(19);
    expect(target?.requiredPerMonth?.value).toBeCloseTo(19 / 15, 9);
    expect(target?.ifDenominatorGrows).toEqual([
      {
        basis: "target",
        denominator: { value: 120, lower: 120, upper: 120 },
        numeratorNeeded: { value: 72, lower: 72, upper: 72 },
        additions: { value: 24, lower: 24, upper: 24 },
      },
    ]);
    // (48 + 46) / (111 + 46) is 59.9%, one more reaches it.
    expect(target?.ifEveryNewOneCounts?.value).toBe(47);
  });

  test("hectares come in parts, and a bare target has the unit of its stock", async () => {
    const { stocks } = await ask("stocks", { stocks: "leased: over 95.5 ha -> 120.25" });
    expect(named(stocks, "leased").target?.additions).toEqual({ value: 24.75, lower: 24.65, upper: 24.75 });
  });

  test("attained, missed and settled by the day", async () => {
    const { stocks } = await ask("stocks", {
      asOf: "2024",
      stocks: "a: 5 -> 4; b: 5 -> 6 by 2023; c: 5 -> 6",
    });
    expect(stocks.map(({ target }) => target?.status)).toEqual(["attained", "missed", "open"]);
    expect(stocks[0]?.target?.additions.value).toBe(0);
    expect(stocks[1]?.target?.requiredPerMonth).toBeUndefined();
  });

  test("amounts of one currency share the unit of the first", async () => {
    const { stocks, coherence } = await ask("stocks", {
      stocks:
        "registered capital: 6.73 trillion VND -> 8,000 billion VND; implemented capital: 3500 billion VND",
    });
    expect(stocks.map(({ unit, value }) => [unit, value])).toEqual([
      ["trillion VND", 6.73],
      ["trillion VND", 3.5],
    ]);
    expect(stocks[0]?.target?.value).toBe(8);
    expect(coherence.verdict).toBe("holds");
  });
});

describe("the pace since an earlier day", () => {
  test("reaches the target on the day to which its line leads", async () => {
    const { stocks, notes } = await ask("stocks", { asOf: "2024-09", stocks: STOCKS });
    const pace = named(stocks, "clusters").paces?.[0];
    // Six in nine months: nine more take thirteen and a half.
    expect(pace).toMatchObject({ since: "2023-12-31", months: 9, outcome: "reached", reached: "2025-11-15" });
    expect(pace?.perMonth.value).toBeCloseTo(6 / 9, 9);
    expect(pace?.atTargetDate?.value).toBeCloseTo(121, 9);
    expect(notes.map(({ code }) => code)).toContain("paceAssumed");
  });

  test("a falling or still stock never gets there", async () => {
    const { stocks, sentence } = await ask("stocks", {
      asOf: "2024",
      stocks: "a: 5 (2023: 6) -> 8; b: 5 (2023: 5) -> 8",
    });
    for (const { paces } of stocks) {
      expect(paces?.[0]).toMatchObject({ outcome: "notAtThisPace" });
      expect(paces?.[0]?.reached).toBeUndefined();
    }
    expect(sentence).toContain("is not reached at the pace");
  });

  test("rounded figures leave a first and perhaps no last day", async () => {
    const { stocks } = await ask("stocks", {
      asOf: "2024",
      stocks: "area: 5140 ha (2022: 5100 ha) -> 5200; leased: 95 ha (2023: 94 ha) -> 120",
    });
    const [area, leased] = stocks.map(({ paces }) => paces?.[0]);
    expect([area?.earliest, area?.reached, area?.latest]).toEqual(
      [...[area?.earliest, area?.reached, area?.latest]].sort(),
    );
    expect(area?.earliest).not.toBe(area?.latest);
    expect(leased?.reached).toBeDefined();
    expect(leased?.latest).toBeUndefined();
  });

  test("each earlier day has its own, whatever order they are told in", async () => {
    const { stocks } = await ask("stocks", { asOf: "2024", stocks: "a: 9 (2023: 7, 2021: 3) -> 12" });
    expect(stocks[0]?.paces?.map(({ since }) => since)).toEqual(["2021-12-31", "2023-12-31"]);
  });

  test("the change of a ratio is shared between its two stocks", async () => {
    const { ratios } = await ask("stocks", { asOf: "2024-09", stocks: STOCKS });
    const change = named(ratios, "plantShare").change;
    expect(change?.since).toBe("2023-12-31");
    expect(change?.change).toBeCloseTo(48 / 111 - 44 / 105, 9);
    expect((change?.fromNumerator ?? 0) + (change?.fromDenominator ?? 0)).toBeCloseTo(change?.change ?? 1, 9);
    expect(change?.fromNumerator).toBeGreaterThan(0);
    expect(change?.fromDenominator).toBeLessThan(0);
  });

  test("a ratio goes where its two paces lead", async () => {
    const { ratios } = await ask("stocks", {
      asOf: "2024-12",
      stocks: "plants: 50 (2023-12: 40); clusters: 100 (2023-12: 100)",
      ratios: "plants / clusters -> 60%",
    });
    expect(named(ratios, "plantShare").target?.pace).toEqual({
      since: "2023-12-31",
      denominator: "pace",
      outcome: "reached",
      reached: "2025-12-31",
    });
  });
});

describe("a ratio whose denominator was not told before", () => {
  test("keeps it as it is, and says so", async () => {
    const { ratios, sentence } = await ask("stocks", {
      asOf: "2024-12",
      stocks: "leased: 130 ha (2023-12: 120 ha); leasable: 200 ha",
      ratios: "leased / leasable -> 80%",
    });
    const { target, change } = named(ratios, "occupancy");
    expect(target?.pace).toEqual({
      since: "2023-12-31",
      denominator: "kept",
      outcome: "reached",
      reached: "2027-12-31",
    });
    expect(change).toBeUndefined();
    expect(sentence).toContain("if the pace of leased land since 31 December 2023 goes on");
  });

  test("is not reached where the denominator runs away", async () => {
    const { ratios } = await ask("stocks", {
      asOf: "2024-12",
      stocks: "plants: 50 (2023-12: 49); clusters: 100 (2023-12: 90)",
      ratios: "plants / clusters -> 60%",
    });
    expect(named(ratios, "plantShare").target?.pace).toMatchObject({
      denominator: "pace",
      outcome: "notAtThisPace",
    });
  });
});

describe("nothing is made of stocks that they are not", () => {
  test("no sum over time and no year's amount, in any field", async () => {
    const { text } = await post("/v1/stocks", { asOf: "2024-09", stocks: STOCKS });
    const fields = [...text.matchAll(/"(\w+)":/g)].map(([, field]) => field as string);
    expect(fields).toContain("perMonth");
    expect(fields.filter((field) => /year|annual|ytd|total|sum/i.test(field))).toEqual([]);
    expect(JSON.parse(text).notes.at(-1).code).toBe("stocksNotAnnualized");
  });
});

describe("how it is asked", () => {
  test.each([
    ["short texts", { asOf: "2024-09", stocks: STOCKS, ratios: "plants / clusters = 43% -> 60% by 2025-12" }],
    ["in Vietnamese", { lang: "vi", asOf: "2024-09", stocks: "cụm công nghiệp: 111; diện tích: 5.140 ha" }],
    ["lists", SOUTH],
    ["relations", PARKS],
    ["a ratio alone", { ratios: "48 / 111 = more than 43% -> 60%" }],
  ])("%s: the same bytes by GET and POST", async (_, question: Question) => {
    for (const suffix of ["", ".csv", ".txt", ".md"]) {
      const got = await get(`/v1/stocks${suffix}`, question);
      expect(got.status, got.text).toBe(200);
      expect((await post(`/v1/stocks${suffix}`, question)).text).toBe(got.text);
    }
  });

  test("the short text says what the list does", async () => {
    const short = await ask("stocks", { asOf: "2024-09", stocks: STOCKS });
    const listed = await ask("stocks", {
      date: "2024-09-30",
      stocks: [
        {
          name: "clusters",
          value: 111,
          target: 120,
          targetDate: "2025-12-31",
          earlier: [{ date: "2023-12-31", value: 105 }],
        },
        { name: "plants", value: "48", target: 67, targetDate: 2025, earlier: [{ date: 2023, value: 44 }] },
      ],
    });
    expect(short).toEqual(listed);
  });

  test("a cell tells what the first target takes, or else the first ratio", async () => {
    const target = await get("/v1/stocks.txt", {
      stocks: "plants: 48; clusters: 111",
      ratios: "plants / clusters -> 60%",
    });
    expect(target.text).toBe("19");
    expect((await get("/v1/stocks.txt", { stocks: "jobs: 500; projects: 5" })).text).toBe("100");
    expect((await get("/v1/stocks.txt", { stocks: "jobs: 500", field: "stocks.jobs.upper" })).text).toBe(
      "500",
    );
  });

  test("a table has a row for each stock and ratio", async () => {
    const { text } = await get("/v1/stocks.csv", { asOf: "2024-09", stocks: STOCKS });
    const [head = "", ...rows] = text.trim().split("\r\n");
    expect(head.startsWith("kind,name,unit,value,lower,upper,target,target_date,status,")).toBe(true);
    expect(rows.map((row) => row.split(",").slice(0, 2))).toEqual([
      ["stock", "clusters"],
      ["stock", "plants"],
      ["share", "plantShare"],
    ]);
    for (const row of rows) expect(row.split(",")).toHaveLength(head.split(",").length);
  });

  test("sentences in both languages name the standard stocks in them", async () => {
    const question = { asOf: "2024-09", stocks: STOCKS, geography: "Tay Ninh" };
    const { sentence } = await ask("stocks", question);
    expect(sentence).toMatch(
      /^On 30 September 2024 the figures of Tay Ninh were: 111 industrial clusters; 48 waste-water/,
    );
    expect(sentence).toContain("9 more needed, 0.6 a month until 31 December 2025");
    const vietnamese = (await ask("stocks", { ...question, lang: "vi" })).sentence;
    expect(vietnamese).toMatch(
      /^Số liệu của Tây Ninh tính đến ngày 30\/9\/2024: 111 cụm công nghiệp; 48 hệ thống/,
    );
    expect(vietnamese).toContain("cần tăng thêm 9, bình quân 0,6 mỗi tháng đến ngày 31/12/2025");
  });

  test("names from outside become no markup and no formula", async () => {
    const { text } = await get("/v1/stocks.md", { stocks: "*a*|<b>: 5; =cmd: 6" });
    expect(text).toContain("\\*a\\*\\|\\<b\\>");
    expect((await get("/v1/stocks.csv", { stocks: "=cmd: 6" })).text).toContain("'=cmd");
  });
});

describe("what is refused", () => {
  test.each<[Question, string]>([
    [{}, "stocks"],
    [{ stocks: [] }, "stocks"],
    [{ stocks: "111" }, "stocks.0.name"],
    [{ stocks: "clusters: many" }, "stocks.0.value"],
    [{ stocks: "clusters: -5" }, "stocks.0.value"],
    [{ stocks: "share: 43%" }, "stocks.0"],
    [{ stocks: "clusters: 5; Clusters: 6" }, "stocks.1"],
    [{ stocks: "7: 5" }, "stocks.0.name"],
    [{ stocks: "a: 5 -> 0" }, "stocks.0.target"],
    [{ stocks: "a: 5 -> 6 by 2025" }, "stocks.0.targetDate"],
    [{ stocks: "a: 5 (2023: 4)" }, "stocks.0.earlier.0.date"],
    [{ asOf: "2023", stocks: "a: 5 (2023: 4)" }, "stocks.0.earlier.0.date"],
    [{ asOf: "2024", stocks: "a: 5 (2023: 4, 2023-12: 3)" }, "stocks.0.earlier.1"],
    [{ asOf: "2024-02-30", stocks: "a: 5" }, "asOf"],
    [{ stocks: [{ name: "a", value: 5, targetDate: 2025 }], asOf: 2024 }, "stocks.0.targetDate"],
    [{ stocks: [{ name: "a", value: 5.5, whole: true }] }, "stocks.0.value"],
    [{ stocks: [{ name: "a", value: 5, whole: true, target: 6.5 }] }, "stocks.0.target"],
    [{ stocks: [{ name: "a", value: "5 ha", target: "6 tons" }] }, "stocks.0.target"],
    [{ stocks: "a: 5; b: 6", ratios: "a / c" }, "ratios.0.denominator"],
    [{ stocks: "a: 5; b: 6", ratios: "a" }, "ratios.0"],
    [{ stocks: "a: 5; b: 6", ratios: "x: a" }, "ratios.0.denominator"],
    [{ stocks: "leased: 5 ha; b: 6", ratios: "occupancy" }, "ratios.0.denominator"],
    [{ stocks: "clusters: 111.5" }, "stocks.0.value"],
    [
      {
        stocks: "capital: 100 billion VND at current prices; done: 80 billion VND at constant 2010 prices",
        ratios: "done / capital",
      },
      "ratios.0",
    ],
    [{ stocks: "a: 5; b: 6", ratios: "a / a" }, "ratios.0"],
    [{ stocks: "a: 5; b: 6", ratios: "a / b -> 60" }, "ratios.0.target"],
    [{ stocks: "a: 5; b: 6", ratios: "a / b -> 160%" }, "ratios.0.target"],
    [{ stocks: "a: 5; b: 6", ratios: "a / b = 0%" }, "ratios.0.stated"],
    [{ ratios: "17.8 trillion VND / 758 million USD" }, "ratios.0"],
    [{ stocks: "a: 5; b: 6", relations: "a + c = b" }, "relations.0"],
    [{ stocks: "a: 5; b: 6", relations: "a + b" }, "relations.0"],
    [{ stocks: "a: 5", stock: "b: 6" }, "stock"],
    [{ stocks: "a: 5", cluster: 1 }, "cluster"],
  ])("%j names %s", async (question, path) => {
    const { errors } = await refused("stocks", question);
    expect(errors.map((error) => error.path)).toContain(path);
    expect(errors.find((error) => error.path === path)?.message).toMatch(/\S/);
  });

  test("everything at once", async () => {
    const { errors } = await refused("stocks", { asOf: "soon", stocks: "a: x; b: -1; b: 2", nothing: 1 });
    expect(errors.map(({ path }) => path).sort()).toEqual([
      "asOf",
      "nothing",
      "stocks.0.value",
      "stocks.1.value",
      "stocks.2",
    ]);
  });

  test.each([
    ["stocks", MAX_STOCKS, (index: number) => ({ name: `stock ${index}`, value: index })],
    ["ratios", MAX_RATIOS, (index: number) => ({ numerator: 1, denominator: index + 1 })],
  ] as const)("more %s than %i", async (field, most, entry) => {
    const list = (length: number) => Array.from({ length }, (_, index) => entry(index));
    expect((await post("/v1/stocks", { [field]: list(most) })).status).toBe(200);
    expect((await refused("stocks", { [field]: list(most + 1) })).errors[0]?.path).toBe(field);
  });

  test("more earlier values than fit", async () => {
    const earlier = Array.from({ length: MAX_EARLIER + 1 }, (_, index) => ({ date: 1950 + index, value: 1 }));
    const { errors } = await refused("stocks", { asOf: 2024, stocks: [{ name: "a", value: 5, earlier }] });
    expect(errors[0]?.path).toBe("stocks.0.earlier");
  });
});

describe("identities", () => {
  const counts = fc.integer({ min: 1, max: 5000 });

  test("what is missing is the fewest whole units that reach the share", async () => {
    await fc.assert(
      fc.asyncProperty(counts, counts, fc.integer({ min: 1, max: 99 }), async (part, more, percent) => {
        const whole = part + more;
        const { ratios } = await ask("stocks", {
          stocks: [
            { name: "part", value: part },
            { name: "whole", value: whole },
          ],
          ratios: [{ numerator: "part", denominator: "whole", target: `${percent}%` }],
        });
        const target = ratios[0]?.target;
        const additions = target?.additions.value ?? Number.NaN;
        expect((part + additions) * 100).toBeGreaterThanOrEqual(whole * percent);
        if (additions > 0) expect((part + additions - 1) * 100).toBeLessThan(whole * percent);
        const newOnes = target?.ifEveryNewOneCounts?.value;
        expect(newOnes === undefined).toBe(additions === 0);
        if (newOnes === undefined) return;
        expect((part + newOnes) * 100).toBeGreaterThanOrEqual((whole + newOnes) * percent);
        expect((part + newOnes - 1) * 100).toBeLessThan((whole + newOnes - 1) * percent);
      }),
      SEARCH,
    );
  });

  test("a line through two days is at the target on the day it is said to be", async () => {
    await fc.assert(
      fc.asyncProperty(counts, counts, counts, async (then, rise, missing) => {
        const { stocks } = await ask("stocks", {
          asOf: "2024-06-30",
          stocks: [
            {
              name: "a",
              value: then + rise,
              target: then + rise + missing,
              earlier: [{ date: "2023-06-30", value: then }],
            },
          ],
        });
        const pace = stocks[0]?.paces?.[0];
        const months = (missing / rise) * 12;
        expect(pace?.outcome).toBe(months > 1200 ? "notWithinCentury" : "reached");
        expect(pace?.earliest).toBe(pace?.reached);
        if (months > 1200) return;
        const day = pace?.reached ?? "";
        const dayBefore = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
        const missingOn = (on: string) => missing - (rise / 12) * monthsBetween("2024-06-30", on);
        expect(missingOn(day)).toBeLessThan(1e-6);
        expect(missingOn(dayBefore)).toBeGreaterThan(-1e-6);
      }),
      SEARCH,
    );
  });
});
