import { describe, expect, test } from "vitest";
import type { z } from "zod";
import type { RankingAnswer } from "../../src/schema/ranking-answer.ts";
import { ask, get, named, post, refused } from "./ask.ts";

type Answer = z.infer<typeof RankingAnswer>;
type Place = Answer["places"][number];

const codes = ({ notes }: Answer) => notes.map(({ code }) => code);
const rank = (answer: Answer, name: string, of: "levelRank" | "growthRank") =>
  (named(answer.places, name) as Place)[of];
const finding = ({ coherence }: Answer, kind: string) =>
  coherence.findings.find((each) => each.kind === kind);

/** Three regions of a firm, of which everything is known. */
const FIRM = {
  indicator: "sales",
  unit: "million USD",
  places: "North: 120.0 / 10.0%; South: 80.0 / 5.0%; East: 100.0 / 90.0",
  of: 3,
};

describe("level and growth told apart", () => {
  test("who is first in what, and the ranks of everybody else", async () => {
    const answer = await ask("ranking", FIRM);
    expect(answer.places.map(({ name }) => name)).toEqual(["North", "East", "South"]);
    expect(answer.leaders.level).toEqual({ places: ["North"], value: 120, possibly: [] });
    expect(answer.leaders.growth).toMatchObject({ places: ["East"], possibly: [] });
    expect(answer.leaders.contribution).toMatchObject({ places: ["North"] });
    expect(answer.places.map(({ levelRank, growthRank }) => [levelRank?.rank, growthRank?.rank])).toEqual([
      [1, 2],
      [2, 1],
      [3, 3],
    ]);
    expect(answer.coherence.verdict).toBe("notChecked");
    expect(answer.notes).toEqual([]);
    expect(answer.sentence).toBe(
      "Sales: North is first in level (US$120.0 million); East is first in growth (+11.1%). The largest contribution to the growth of the region is that of North: 3.96 percentage points. 2 of 3 places (66.7%) grew faster than the region's growth, weighted from its places (+9.0%).",
    );
  });

  test("growth follows from last year, and its gap to the next is a difference of fractions", async () => {
    const answer = await ask("ranking", FIRM);
    const east = named(answer.places, "East") as Place;
    expect(east.growth).toMatchObject({ origin: "derived", from: "value / prior - 1" });
    expect(east.growth?.value).toBeCloseTo(1 / 9, 9);
    expect(east.growth?.lower).toBeCloseTo(99.95 / 90.05 - 1, 9);
    expect(east.growth?.upper).toBeCloseTo(100.05 / 89.95 - 1, 9);
    expect(east.growthRank?.next).toEqual({ place: "North", gap: expect.closeTo(1 / 9 - 0.1, 9) });
    expect(rank(answer, "North", "levelRank")?.next).toEqual({ place: "East", gap: 20 });
    expect(rank(answer, "South", "levelRank")).not.toHaveProperty("next");
  });

  test("shares sum to one, and contributions to the weighted growth", async () => {
    const { places, region } = await ask("ranking", FIRM);
    const sum = (of: "share" | "contribution") =>
      places.reduce((total, place) => total + (place[of]?.value ?? 0), 0);
    expect(sum("share")).toBeCloseTo(1, 9);
    // 300 on 120/1.1 + 80/1.05 + 90.
    expect(region.growth.weighted?.value).toBeCloseTo(300 / (120 / 1.1 + 80 / 1.05 + 90) - 1, 9);
    expect(sum("contribution")).toBeCloseTo(region.growth.weighted?.value ?? 0, 9);
    expect(region).toMatchObject({ sharesOf: "region", contributionsTo: "region" });
    expect(region.growth.simpleAverage?.value).toBeCloseTo((0.1 + 0.05 + 1 / 9) / 3, 9);
    expect(region.growth.comparedWith?.kind).toBe("weighted");
  });

  test("growths alone give no levels, no weights, and the reason", async () => {
    const answer = await ask("ranking", { places: "A: 8%; B: 12.5%", of: 2 });
    expect(answer.leaders).not.toHaveProperty("level");
    expect(answer.region.growth).not.toHaveProperty("weighted");
    expect(answer.places.every(({ levelRank }) => levelRank === undefined)).toBe(true);
    expect(codes(answer)).toEqual(["onlyGrowths", "comparedWithSimpleAverage"]);
    expect(answer.sentence).toContain(
      "B is first in growth (+12.5%); which is first in level cannot be told: no levels were given",
    );
  });

  test("levels alone give no growths, and the reason", async () => {
    const answer = await ask("ranking", { places: "A: 8; B: 12", of: 2 });
    expect(answer.leaders.level?.places).toEqual(["B"]);
    expect(answer.leaders).not.toHaveProperty("growth");
    expect(codes(answer)).toEqual(["onlyLevels"]);
    expect(answer.sentence).toContain("which is first in growth cannot be told: no growths were given");
  });

  test("one that leads in both is told once", async () => {
    const { sentence } = await ask("ranking", { places: "A: 80 / 20%; B: 12 / 5%", of: 2 });
    expect(sentence).toContain("A is first both in level (80) and in growth (+20%)");
  });

  test("shares are levels where no level was told, and weigh the growths", async () => {
    const answer = await ask("ranking", {
      places: [
        { place: "A", share: "60%", growth: "10%" },
        { place: "B", share: "40%", growth: "-5%" },
      ],
      of: 2,
    });
    expect(answer.question.levelsAre).toBe("shares");
    expect(answer.leaders.level).toMatchObject({ places: ["A"], value: 0.6 });
    expect(answer.region.growth.weighted).toMatchObject({
      by: "share",
      value: expect.closeTo(1 / (0.6 / 1.1 + 0.4 / 0.95) - 1, 9),
    });
    expect(finding(answer, "sumOfShares")?.verdict).toBe("holds");
  });

  test("an index needs weights, and does not add up", async () => {
    const places = [
      { place: "A", growth: "10%" },
      { place: "B", growth: "2%" },
    ];
    const without = await ask("ranking", { indicator: "IIP", places, of: 2 });
    expect(without.question.aggregation).toBe("average");
    expect(codes(without)).toContain("weightsNeeded");
    const weighted = places.map((place, index) => ({ ...place, weight: [30, 10][index] }));
    const answer = await ask("ranking", { indicator: "IIP", places: weighted, of: 2, regionGrowth: "8%" });
    expect(answer.region.growth.weighted).toMatchObject({ by: "weight", value: 0.08 });
    expect(answer.leaders.contribution).toMatchObject({ places: ["A"], value: 0.075 });
    expect(finding(answer, "regionGrowth")?.verdict).toBe("holds");
    expect(answer.region).not.toHaveProperty("sharesOf");
  });
});

describe("what the digits cannot tell", () => {
  test("three that overlap are of ranks 1 to 3", async () => {
    const answer = await ask("ranking", { places: "A: about 8.1%; B: about 8.2%; C: 8.2%; D: 3%" });
    for (const name of ["A", "B", "C"])
      expect(rank(answer, name, "growthRank")).toMatchObject({ best: 1, worst: 3, isCertain: false });
    expect(rank(answer, "B", "growthRank")?.rank).toBe(1);
    expect(rank(answer, "C", "growthRank")?.rank).toBe(1);
    expect(rank(answer, "A", "growthRank")?.rank).toBe(3);
    expect(rank(answer, "D", "growthRank")).toMatchObject({ rank: 4, isCertain: true });
    expect(answer.leaders.growth).toMatchObject({ places: ["B", "C"], possibly: ["A"] });
    expect(answer.sentence).toContain("B and C share the first place in growth (+8.2%), though");
  });

  test("a level without an upper end may be the highest", async () => {
    const { leaders, places, sentence } = await ask("ranking", {
      unit: "million USD",
      places: "A: over 290; B: at least 20; C: 10",
    });
    expect(leaders.level).toMatchObject({ places: ["A"], possibly: ["B"] });
    expect(places.map(({ levelRank }) => [levelRank?.best, levelRank?.worst])).toEqual([
      [1, 2],
      [1, 2],
      [3, 3],
    ]);
    expect(sentence).toContain("(over US$290 million), though for all that the digits tell B may be");
  });

  test("neighbouring last digits are told apart", async () => {
    const answer = await ask("ranking", { places: "A: 8.1%; B: 8.2%" });
    expect(rank(answer, "A", "growthRank")).toMatchObject({ rank: 2, best: 2, isCertain: true });
  });

  test("whether a place beats the region", async () => {
    const answer = await ask("ranking", { places: "A: 8%; B: 8.1%; C: 7%; D: 9.0%", regionGrowth: "8.0%" });
    expect(Object.fromEntries(answer.places.map(({ name, isFaster }) => [name, isFaster]))).toEqual({
      A: "digitsCannotTell",
      B: "yes",
      C: "no",
      D: "yes",
    });
    expect(answer.faster).toEqual({ count: 2, uncertain: 1, outOf: 4, share: 0.5 });
  });
});

describe("the region", () => {
  const growths = { places: "A: 100 / 10.0%; B: 100 / 5.0%", of: 2 };

  test.each([
    ["7.4%", "holds"],
    ["7.6%", "contradicts"],
    ["12%", "contradicts"],
    ["3%", "contradicts"],
  ])("growth stated as %s against the weighted one: %s", async (regionGrowth, verdict) => {
    const answer = await ask("ranking", {
      ...growths,
      places: "A: 100.0 / 10.0%; B: 100.0 / 5.0%",
      regionGrowth,
    });
    expect(finding(answer, "regionGrowth")?.verdict).toBe(verdict);
    const isOutside = regionGrowth === "12%" || regionGrowth === "3%";
    expect(finding(answer, "regionGrowthWithin")?.verdict).toBe(isOutside ? "contradicts" : "holds");
    expect(answer.region.growth.comparedWith?.kind).toBe("stated");
  });

  test("a growth outside of its places is told, where some may be missing as a remark", async () => {
    const places = "A: 10%; B: 5%";
    const complete = await ask("ranking", { places, of: 2, regionGrowth: "12%" });
    expect(complete.coherence.verdict).toBe("contradicts");
    expect(complete.sentence).toContain("both cannot be true");
    const open = await ask("ranking", { places, regionGrowth: "12%" });
    expect(open.coherence.verdict).toBe("notChecked");
    expect(codes(open)).toContain("regionGrowthOutside");
  });

  test.each([
    [{ of: 2, regionValue: 300 }, "sumOfPlaces", "holds"],
    [{ of: 2, regionValue: "310.0" }, "sumOfPlaces", "contradicts"],
    [{ of: 3, regionValue: "310.0" }, "sumOfGivenPlaces", "holds"],
    [{ regionValue: "310.0" }, "sumOfGivenPlaces", "holds"],
    [{ of: 3, regionValue: "290.0" }, "sumOfGivenPlaces", "contradicts"],
    [{ of: 2, regionValue: "about 0.3 billion USD", unit: "million USD" }, "sumOfPlaces", "holds"],
  ])("%j: %s %s", async (region, kind, verdict) => {
    const answer = await ask("ranking", { places: "A: 200.0; B: 100.0", ...region });
    expect(finding(answer, kind)?.verdict).toBe(verdict);
  });

  test("what is left for the missing places", async () => {
    const { region, places } = await ask("ranking", {
      places: "A: 200.0; B: 50.0",
      expected: ["A", "B", "C"],
      regionValue: "400.0",
    });
    expect(region.rest).toMatchObject({ value: 150, lower: 149.85, upper: 150.15 });
    expect(region.sharesOf).toBe("region");
    expect(places.map(({ share }) => share?.value)).toEqual([0.5, 0.125]);
  });

  test("a place's own figures and its share are held against each other", async () => {
    const answer = await ask("ranking", {
      places: [
        { place: "A", value: "110.0", prior: "100.0", growth: "12.0%", share: "50%" },
        { place: "B", value: "110.0", priorYtd: "100.0", growth: "10.0%", share: "30%" },
      ],
      regionValue: "220.0",
    });
    const verdicts = answer.coherence.findings.map(({ kind, place, verdict }) => [kind, place, verdict]);
    expect(verdicts).toEqual(
      expect.arrayContaining([
        ["placeGrowth", "A", "contradicts"],
        ["placeShare", "A", "holds"],
        ["placeGrowth", "B", "holds"],
        ["placeShare", "B", "contradicts"],
      ]),
    );
  });

  test.each([
    [{ beating: 1 }, "holds"],
    [{ beating: 2 }, "contradicts"],
    [{ beating: "2/3", of: 3 }, "holds"],
    [{ beating: 3, of: 3 }, "contradicts"],
    [{ beating: 0 }, "contradicts"],
  ])("a count of faster places: %j %s", async (told, verdict) => {
    const answer = await ask("ranking", { places: "A: 10%; B: 5%", of: 2, regionGrowth: "7%", ...told });
    expect(finding(answer, "beating")?.verdict).toBe(verdict);
  });

  test("with places known to be missing, the average of a few is compared with nothing", async () => {
    const answer = await ask("ranking", { places: "A: 10%; B: 5%", of: 20 });
    expect(answer.region.growth).not.toHaveProperty("comparedWith");
    expect(answer).not.toHaveProperty("faster");
  });
});

describe("headlines", () => {
  const places = "A: 100 / 5%; B: 20 / 30%";
  test.each([
    ["level: A", "holds"],
    ["growth: B", "holds"],
    ["level: B", "otherMeasure"],
    ["growth: A", "otherMeasure"],
    ["level: C", "contradicts"],
  ])("%s %s", async (headline, verdict) => {
    const answer = await ask("ranking", { places: `${places}; C: 3 / 2%`, headline });
    expect(answer.headline?.verdict).toBe(verdict);
  });

  test("a place without figures leads in nothing that is known", async () => {
    const { headline } = await ask("ranking", { places, expected: ["A", "B", "C"], headline: "growth: C" });
    expect(headline).toMatchObject({
      leadsInLevel: "notKnown",
      leadsInGrowth: "notKnown",
      verdict: "notChecked",
    });
  });

  test("a lead within the digits is neither held nor denied", async () => {
    const { headline } = await ask("ranking", { places: "A: 8%; B: 8.2%", headline: "growth: B" });
    expect(headline?.verdict).toBe("digitsCannotTell");
  });
});

describe("who is there", () => {
  test("missing places are named, a gap in a table is one, and those too many are told", async () => {
    const answer = await ask("ranking", {
      places: "A: 5%; B: n/a; D: 3%",
      expected: "A; B; C",
    });
    expect(answer.coverage).toEqual({
      given: 2,
      of: 3,
      missing: ["B", "C"],
      missingCount: 2,
      unexpected: ["D"],
      isComplete: false,
    });
    expect(codes(answer)).toEqual(expect.arrayContaining(["placesMissing", "placesUnexpected"]));
    expect(answer.sentence).toContain("Missing: B and C.");
  });

  test("a number of places tells how many are missing", async () => {
    const { coverage, sentence } = await ask("ranking", { places: "A: 5%; B: 3%", of: 20 });
    expect(coverage).toMatchObject({ given: 2, of: 20, missing: [], missingCount: 18, isComplete: false });
    expect(sentence).toContain("among the 2 places given of 20");
  });

  test("nobody told how many: nothing is claimed of the region", async () => {
    const answer = await ask("ranking", { places: "A: 5%; B: 3%" });
    expect(answer.coverage).not.toHaveProperty("isComplete");
    expect(codes(answer)).toContain("completenessNotTold");
  });

  test("small bases are noted", async () => {
    const answer = await ask("ranking", { places: "A: +800%; B: 3%" });
    expect(answer.notes.find(({ code }) => code === "smallBase")?.message).toContain("A, 800%");
  });
});

describe("places of Viet Nam", () => {
  const OLD = "Kien Giang: 120.0 / 10.0%; An Giang: 80.0 / 5.0%";

  test("a name that is no unit of the period is flagged", async () => {
    const answer = await ask("ranking", { through: "2026-03", places: "Kien Giang: 10%; Ha Noi: 5%" });
    expect(answer.notes.find(({ code }) => code === "placeEnded")?.message).toContain(
      "ended on 30 June 2025 and is a part of An Giang",
    );
    const then = await ask("ranking", { through: "2025-06", places: "Kien Giang: 10%; Ha Noi: 5%" });
    expect(codes(then)).not.toContain("placeEnded");
  });

  test("a unit that was not there yet is flagged", async () => {
    const answer = await ask("ranking", { through: "2024-12", places: "new An Giang: 10%; Ha Noi: 5%" });
    expect(codes(answer)).toContain("placeNotYet");
  });

  test("units from before and after 1 July 2025 are not compared", async () => {
    const { errors } = await refused("ranking", { through: "2026-03", places: OLD });
    expect(errors[0]).toMatchObject({ path: "places", hint: expect.stringContaining("boundaries=restate") });
    expect((await ask("ranking", { through: "2025-06", places: OLD })).places).toHaveLength(2);
    const { places } = await ask("ranking", { through: "2026-03", places: OLD, boundaries: "before" });
    expect(places).toHaveLength(2);
    // A list without a period that names a unit of before is of the units before.
    expect((await ask("ranking", { places: OLD })).places).toHaveLength(2);
  });

  test("a growth across 1 July 2025 is remarked on, unless its figures are of the units after", async () => {
    const figures = { through: "2026-03", places: "An Giang: 410 / 10%; Tay Ninh: 500; Ha Noi: 3 / 2" };
    const { notes } = await ask("ranking", figures);
    const remark = notes.find(({ code }) => code === "baseOfOtherArea");
    expect(remark?.message).toContain("The area of An Giang changed on 1 July 2025");
    expect(codes(await ask("ranking", { ...figures, boundaries: "after" }))).not.toContain("baseOfOtherArea");
    expect(codes(await ask("ranking", { ...figures, through: "2026-07" }))).not.toContain("baseOfOtherArea");
    expect(codes(await ask("ranking", { ...figures, through: "2025-03" }))).not.toContain("baseOfOtherArea");
  });

  test("restated, levels are added and growths weighted", async () => {
    const answer = await ask("ranking", {
      through: "2026-03",
      places: `${OLD}; Can Tho: 300.0 / 8.0%`,
      expected: ["An Giang", "Kien Giang", "Can Tho"],
      boundaries: "restate",
    });
    expect(answer.places.map(({ name }) => name)).toEqual(["Can Tho", "An Giang"]);
    const anGiang = named(answer.places, "An Giang") as Place;
    expect(anGiang).toMatchObject({
      value: { value: 200, lower: 199.9, upper: 200.1, origin: "restated" },
      restatedFrom: ["An Giang", "Kien Giang"],
    });
    expect(anGiang.growth?.value).toBeCloseTo(200 / (120 / 1.1 + 80 / 1.05) - 1, 9);
    expect(answer.coverage).toMatchObject({ of: 2, isComplete: true });
    expect(codes(answer)).toEqual(["restated"]);
    const counted = { through: "2026-03", places: OLD, boundaries: "restate" };
    expect((await ask("ranking", { ...counted, of: 1 })).coverage.isComplete).toBe(true);
  });

  test("what is said of names comes in one order", async () => {
    const names = ["Kien Giang: 10%", "Long An: 5%", "Ha Noi: 3%"];
    const [one, other] = [
      await post("/v1/ranking", { through: "2026-03", places: names }),
      await post("/v1/ranking", { through: "2026-03", places: names.toReversed() }),
    ];
    expect(one.status).toBe(200);
    expect(other.text).toBe(one.text);
  });

  test("a sum lacks no part", async () => {
    const { errors } = await refused("ranking", {
      through: "2026-03",
      places: "Kien Giang: 120; Ha Noi: 500",
      boundaries: "restate",
    });
    expect(errors).toMatchObject([{ path: "places.0.place", message: expect.stringContaining("An Giang") }]);
    const alone = { places: "An Giang: 120; Ha Noi: 500", boundaries: "restate" };
    expect((await post("/v1/ranking", { ...alone, through: "2026-03" })).status).toBe(200);
    expect((await post("/v1/ranking", { ...alone, through: "2024-12" })).status).toBe(400);
  });

  test("spellings of one place are one place", async () => {
    const { errors } = await refused("ranking", { places: "TP.HCM: 5; Hồ Chí Minh City: 6" });
    expect(errors[0]).toMatchObject({
      path: "places.1.place",
      message: expect.stringContaining("same place"),
    });
    const answer = await ask("ranking", {
      places: "Kiên Giang: 5%; Tây Ninh: 3%",
      expected: "Kien Giang; Tay Ninh",
    });
    expect(answer.coverage.isComplete).toBe(true);
  });

  test("a slip of the pen gets a suggestion, a sales region does not", async () => {
    const slip = await ask("ranking", { places: "Kien Gaing: 5%; Tay Ninh: 3%; Long An: 2%" });
    expect(slip.notes.find(({ code }) => code === "didYouMean")?.message).toContain(
      "did you mean Kien Giang?",
    );
    const sales = await ask("ranking", { places: "North: 5%; South: 3%; Hai: 2%" });
    expect(codes(sales)).not.toContain("didYouMean");
  });
});

describe("GET and POST", () => {
  const list = [
    { place: "Ho Chi Minh City", value: 14780, growth: "15.92%" },
    { place: "Binh Duong", value: 10700, prior: 9476 },
    { place: "Kien Giang", value: "over 290", growth: "21.26%" },
    { place: "Long An" },
  ];
  const flat =
    "Ho Chi Minh City: 14780 / 15.92%; Binh Duong: 10700/9476; Kien Giang: over 290 / 21.26%; Long An: -";

  test("the short form, JSON and a list of texts are one question", async () => {
    const answers = await Promise.all([
      post("/v1/ranking", { places: list }),
      get("/v1/ranking", { places: list }),
      get("/v1/ranking", { places: flat }),
      post("/v1/ranking", { places: flat }),
      post("/v1/ranking", { places: flat.split("; ") }),
    ]);
    for (const { status, text } of answers) {
      expect(status, text).toBe(200);
      expect(text).toBe(answers[0]?.text);
    }
  });

  test("growths in words are growths", async () => {
    const { places } = await ask("ranking", { places: "A: doubled; B: 5 / 2.2 times; C: gấp đôi" });
    expect(places.map(({ growth }) => growth?.value)).toEqual([1.2, 1, 1]);
  });

  test("decimal commas part nothing", async () => {
    const answer = await ask("ranking", {
      lang: "vi",
      places: "Tây Ninh: 1.250,5 / 48,90%; Long An: tăng 9,1%",
    });
    expect(answer.places[0]).toMatchObject({ value: { value: 1250.5 }, growth: { value: 0.489 } });
    expect(answer.places[1]).toMatchObject({ growth: { value: 0.091 } });
    expect(answer.sentence).toContain("Tây Ninh dẫn đầu cả về quy mô (1.250,5) và tốc độ tăng (+48,90%)");
  });

  test("the order in which places are told changes nothing, their unit neither", async () => {
    const places = ["A: 7.25 billion USD / 8%", "B: 900 million USD / 9%", "C: 1 billion USD / 7%"];
    const [first, second] = [
      await post("/v1/ranking", { places }),
      await post("/v1/ranking", { places: places.toReversed() }),
    ];
    expect(first.status).toBe(200);
    expect(second.text).toBe(first.text);
  });

  test("a cell, a table and a paragraph", async () => {
    const cell = await get("/v1/ranking.txt", FIRM);
    expect(cell.text).toBe("level: North; growth: East");
    expect((await get("/v1/ranking.txt", { ...FIRM, field: "places.South.growthRank.rank" })).text).toBe("3");
    const [head, ...rows] = (await get("/v1/ranking.csv", FIRM)).text.trim().split("\r\n");
    expect(head).toMatch(/^name,value,.*,level_rank,.*,growth_rank,.*,is_faster$/);
    expect(rows.map((row) => row.split(",")[0])).toEqual(["North", "East", "South"]);
    const vietnamese = await get("/v1/ranking.md", { ...FIRM, lang: "vi" });
    expect(vietnamese.text).toContain("| Địa phương | Quy mô (triệu USD) | Thứ hạng về quy mô |");
  });
});

describe("what cannot be read", () => {
  test.each([
    [{}, "places"],
    [{ places: [] }, "places"],
    [{ places: "A; B" }, "places"],
    [{ places: "A: 1 / 2 / 3" }, "places.0.value"],
    [{ places: "A: 3% / 4%" }, "places.0.value"],
    [{ places: "A: 1; A: 2" }, "places.1.place"],
    [{ places: ": 4%" }, "places.0.place"],
    [{ places: [{ value: 1 }] }, "places.0.place"],
    [{ places: [{ place: "A", growth: 48.9 }] }, "places.0.growth"],
    [{ places: [{ place: "A", growth: "-100%" }] }, "places.0.growth"],
    [{ places: [{ place: "A", value: -1 }] }, "places.0.value"],
    [{ places: [{ place: "A", value: 1, prior: 0 }] }, "places.0.prior"],
    [{ places: [{ place: "A", value: 1, prior: 1, priorYtd: 1 }] }, "places.0.priorYtd"],
    [{ places: [{ place: "A", share: "120%" }] }, "places.0.share"],
    [{ places: [{ place: "A", growth: "1%", weight: -2 }] }, "places.0.weight"],
    [{ places: [{ place: "A", sales: 1 }] }, "places.0.sales"],
    [{ places: "A: 1 VND; B: 2 USD" }, "places.1.value"],
    [{ places: [{ place: "A", share: "20%", growth: "1%" }], aggregation: "average" }, "places.0.share"],
    [{ places: "A: 1%", aggregation: "average", regionValue: 3 }, "regionValue"],
    [{ places: "A: 1%", aggregation: "last" }, "aggregation"],
    [{ places: "A: 1%; B: 2%", of: 1 }, "of"],
    [{ places: "A: 1%", of: 2, expected: ["A"] }, "of"],
    [{ places: "A: 1%", of: "many" }, "of"],
    [{ places: "A: 1%", of: 0 }, "of"],
    [{ places: "A: 1%", beating: -1 }, "beating"],
    [{ places: "A: 1%", beating: "3/2" }, "beating"],
    [{ places: "A: 1%", beating: "1/2", of: 3 }, "of"],
    [{ places: "A: 1%", expected: ["A", "a"] }, "expected.1"],
    [{ places: "A: 1%", headline: "A" }, "headline"],
    [{ places: "A: 1%", headline: "size: A" }, "headline.claim"],
    [{ places: "A: 1%", headline: "growth: B" }, "headline.leader"],
    [{ places: "A: 1%", boundaries: "before" }, "boundaries"],
    [{ places: "A: 1%", boundaries: "1945" }, "boundaries"],
    [{ places: "A: 1%", year: 2024 }, "year"],
    [{ places: "A: 1%", through: "2024-13" }, "through"],
    [{ places: "A: 1%", lang: "fr" }, "lang"],
    [{ places: "A: 1%", ytd: 1 }, "ytd"],
    [{ places: Array.from({ length: 101 }, (_, index) => `p${index}: 1%`) }, "places"],
    [{ places: "A: 1%", region: "x".repeat(300) }, "region"],
  ])("%j names %s", async (question, path) => {
    const { errors } = await refused("ranking", question);
    expect(errors.map((error) => error.path)).toContain(path);
    for (const { path: at, hint } of errors) expect(hint, at).toBeTruthy();
  });

  test("everything that is wrong is told at once", async () => {
    const { errors } = await refused("ranking", {
      places: "A: x; A: 2",
      of: 0,
      headline: "growth: Q",
      through: "soon",
    });
    expect(errors.map(({ path }) => path).sort()).toEqual([
      "headline.leader",
      "of",
      "places.0.value",
      "places.1.place",
      "through",
    ]);
  });

  test.each(["__proto__", "constructor", "=1+1", "<b>|x</b>", "\u0000", "🏭", "a".repeat(200)])(
    "a place may be called %j",
    async (place) => {
      const places = [
        { place, value: 5, growth: "3%" },
        { place: "B", value: 4, growth: "5%" },
      ];
      for (const suffix of ["json", "csv", "txt", "md"])
        expect((await post(`/v1/ranking.${suffix}`, { places })).status).toBe(200);
      const { text } = await post("/v1/ranking.csv", { places });
      expect(text).not.toMatch(/^=/m);
    },
  );
});

test("entries may call a place its name, and its level the year to date, as other functions do", async () => {
  const entries = { place: "Tay Ninh", value: 7250, growth: "48.90%" };
  const { place, value, ...rest } = entries;
  const question = { through: "2024-09", unit: "million USD" };
  expect(await ask("ranking", { ...question, places: [{ name: place, ytd: value, ...rest }] })).toEqual(
    await ask("ranking", { ...question, places: [entries] }),
  );
});
