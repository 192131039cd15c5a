import { describe, expect, test } from "vitest";
import { ask, get, refused } from "../http/ask.ts";

/**
 * The industry and trade of the southern provinces in the first nine months of 2024, as a conference of 11 October 2024
 * told it (Lao Dong, October 2024): exports of the region of more than 108 billion USD, led by Tay Ninh, +48.90%;
 * retail sales of 12 of 20 provinces faster than the region, led by Kien Giang, +22.96%; industrial production of 6 of 20.
 */
const REGION = { region: "miền Nam", through: "2024-09", of: 20 };

describe("exports, headed “Tay Ninh leads the Southern region in export turnover”", () => {
  const EXPORTS = {
    ...REGION,
    indicator: "exports",
    unit: "billion USD",
    places: "Tay Ninh: +48.90%",
    regionValue: "more than 108 billion USD",
    headline: "level: Tay Ninh",
  };

  test("the headline speaks of the level, the figures of the growth", async () => {
    const { headline, leaders } = await ask("ranking", EXPORTS);
    expect(headline).toEqual({
      claim: "level",
      leader: "Tay Ninh",
      leadsInLevel: "notKnown",
      leadsInGrowth: "yes",
      verdict: "otherMeasure",
    });
    expect(leaders).toEqual({ growth: { places: ["Tay Ninh"], value: 0.489, possibly: [] } });
  });

  test("108 billion USD and +48.90% are tied by nothing", async () => {
    const { coherence, region, places } = await ask("ranking", EXPORTS);
    expect(coherence).toEqual({ verdict: "notChecked", findings: [] });
    expect(region.value).toMatchObject({ value: 108, lower: 108, upper: 109 });
    expect(places[0]).not.toHaveProperty("levelRank");
    expect(places[0]).not.toHaveProperty("share");
  });

  test("in words, in both languages", async () => {
    const { sentence } = await ask("ranking", EXPORTS);
    expect(sentence).toBe(
      "Exports (miền Nam, the first nine months of 2024): of 20 places one is given, Tay Ninh is first in growth (+48.90%); which is first in level cannot be told: no levels were given. The headline says that Tay Ninh leads in level: who is first in level is not known, as no levels were given; it is first in growth.",
    );
    const vietnamese = await ask("ranking", { ...EXPORTS, lang: "vi", decimal: "point" });
    expect(vietnamese.sentence).toBe(
      "Kim ngạch xuất khẩu (miền Nam, 9 tháng đầu năm 2024): trong 1/20 địa phương có số liệu, Tây Ninh dẫn đầu về tốc độ tăng (+48,90%); chưa xác định được địa phương dẫn đầu về quy mô vì không có số liệu. Tiêu đề nêu Tây Ninh dẫn đầu về quy mô: chưa xác định được địa phương dẫn đầu về quy mô vì không có số liệu; địa phương này dẫn đầu về tốc độ tăng.",
    );
  });

  test("with the level of a province that exports more, the claim is wrong", async () => {
    // Exports of 2023: Tay Ninh more than 5.79, Binh Duong 30.6, Ho Chi Minh City 42.46 billion USD.
    const { headline } = await ask("ranking", {
      ...EXPORTS,
      places: "Tay Ninh: 5.79 / 48.90%; Binh Duong: 30.6; Ho Chi Minh City: 42.46",
    });
    expect(headline).toMatchObject({ leadsInLevel: "no", leadsInGrowth: "yes", verdict: "otherMeasure" });
  });
});

describe("places that beat the region", () => {
  test("retail: 12 of 20, led by Kien Giang", async () => {
    const answer = await ask("ranking", {
      ...REGION,
      indicator: "retail sales",
      places: "Kien Giang: +22.96%",
      beating: "12/20",
    });
    expect(answer.fasterStated).toEqual({ count: 12, of: 20, share: 0.6 });
    expect(answer.leaders.growth?.places).toEqual(["Kien Giang"]);
    expect(answer.coverage.missingCount).toBe(19);
    expect(answer.sentence).toContain("12 of 20 places (60%) are said to have grown faster than the region.");
  });

  test("industrial production: 6 of 20, no place named", async () => {
    const question = { region: "miền Nam", through: "2024-09", indicator: "IIP", beating: "6/20" };
    const answer = await ask("ranking", question);
    expect(answer.fasterStated).toEqual({ count: 6, of: 20, share: 0.3 });
    expect(answer.question.aggregation).toBe("average");
    expect((await get("/v1/ranking.txt", question)).text).toBe("0.3");
  });

  test("twenty of twenty cannot be", async () => {
    const { coherence } = await ask("ranking", { ...REGION, beating: 20 });
    expect(coherence.verdict).toBe("contradicts");
  });
});

test("the same names in 2026 are other provinces", async () => {
  const places = "Kien Giang: 22.96%; Tay Ninh: 48.90%";
  expect((await ask("ranking", { through: "2024-09", places })).notes.map(({ code }) => code)).not.toContain(
    "placeEnded",
  );
  const { errors } = await refused("ranking", { through: "2026-09", places });
  expect(errors.map(({ path }) => path)).toEqual(["places"]);
});

describe("the industrial clusters in operation", () => {
  const CLUSTERS = {
    date: "2024-09",
    geography: "Southern region",
    stocks: [
      { name: "clusters", value: 111 },
      { name: "clusters with waste-water plants", value: 48 },
      { name: "area", value: 5140, unit: "ha" },
      { name: "projects", value: "about 1618" },
      { name: "capital", value: "more than 73,800 billion VND" },
      { name: "jobs", value: "more than 162,800" },
    ],
    ratios: [
      {
        name: "share with plants",
        numerator: "clusters with waste-water plants",
        denominator: "clusters",
        stated: "more than 43%",
        target: "60%",
      },
    ],
  };

  test("48 of 111 is more than 43%, and what a cluster, a project and a hectare hold", async () => {
    const { ratios, coherence } = await ask("stocks", CLUSTERS);
    const value = (name: string) => ratios.find((ratio) => ratio.name === name)?.value;
    expect(ratios[0]?.stated?.verdict).toBe("holds");
    expect(ratios[0]?.value).toBeCloseTo(0.43243, 5);
    expect(value("areaPerCluster")).toBeCloseTo(46.3, 1);
    expect(value("capitalPerProject")).toBeCloseTo(45.6, 1);
    expect(value("jobsPerProject")).toBeCloseTo(100.6, 1);
    expect(value("jobsPerHectare")).toBeCloseTo(31.7, 1);
    expect(coherence.verdict).toBe("holds");
  });

  test("60% of them take 19 more plants, whole ones", async () => {
    const { ratios } = await ask("stocks", CLUSTERS);
    expect(ratios[0]?.target).toMatchObject({ additions: { value: 19 }, numeratorNeeded: { value: 67 } });
  });

  test("a stock is carried, never annualised", async () => {
    const { scenarios, forecast, notes, targets } = await ask("outlook", {
      aggregation: "last",
      through: "2024-09",
      indicator: "clusters with waste-water plants",
      ytd: 48,
      target: 111,
    });
    expect(forecast.median).toBeCloseTo(48, 0);
    expect(scenarios.map(({ name }) => name)).not.toContain("currentPace");
    expect(notes.map(({ code }) => code)).toContain("stockNotAnnualized");
    expect(targets[0]?.requiredRunRate?.perPeriod).toBe(21);
    expect(targets[0]?.requiredRunRate).not.toHaveProperty("ratioToPace");
  });
});
