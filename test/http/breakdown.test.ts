import { describe, expect, test } from "vitest";
import type { z } from "zod";
import type { BreakdownAnswer } from "../../src/schema/breakdown-answer.ts";
import { MAX_COMPONENTS, MAX_DEPTH } from "../../src/schema/breakdown-fields.ts";
import { ask, get, named, post, type Question, refused } from "./ask.ts";
import { at, errorsOf } from "./refusals.ts";

type Body = z.infer<typeof BreakdownAnswer>;

/** Kien Giang's exports after four months of 2024 (VNS, Viet Nam News), the plan of 920 from VNA, 22 February 2024. */
const EXPORTS = {
  indicator: "exports",
  geography: "Kien Giang",
  unit: "million USD",
  through: "2024-04",
  ytd: "over 290",
  growth: "21.26%",
  priorFullYear: 860,
  target: "plan: 920; ambition: 1000",
} as const;
const PRODUCTS = "rice: 100.43; seafood: 64.53; footwear: 78.10";

const part = ({ components }: Body, path: string): Body["components"][number] => {
  const found = components.find((component) => component.path === path);
  expect(found, `${path} is not among ${components.map((each) => each.path).join(", ")}`).toBeDefined();
  return found as Body["components"][number];
};
const contradictions = ({ coherence }: Body) =>
  coherence.findings.filter(({ verdict }) => verdict === "contradicts");

describe("three products of four months' exports", () => {
  test("what is left over has the interval that the digits allow, and the shares are those of the total", async () => {
    const answer = await ask("breakdown", { ...EXPORTS, components: PRODUCTS });
    const rest = part(answer, "rest");
    expect(rest.origin).toBe("rest");
    expect(rest.ytd).toMatchObject({ value: 46.94, lower: 46.925, upper: 47.955, origin: "derived" });
    const shares = answer.components.map(({ shareOfTotal }) => (shareOfTotal?.value ?? 0) * 100);
    for (const [i, share] of [34.6, 22.3, 26.9, 16.2].entries())
      expect(Math.abs((shares[i] ?? 0) - share)).toBeLessThan(0.05);
    expect(rest.shareOfTotal?.lower).toBeCloseTo(46.925 / 290, 9);
    expect(rest.shareOfTotal?.upper).toBeCloseTo(47.955 / 291, 9);
    expect(answer.coherence.verdict).toBe("holds");
  });

  test("parts of which no more than the amount is known move nothing of the total's own outlook", async () => {
    const answer = await ask("breakdown", { ...EXPORTS, components: PRODUCTS });
    const alone = await ask("outlook", EXPORTS);
    expect(answer.total.median).toBeCloseTo(alone.forecast.median, 6);
    expect(answer.targets.map(({ attainmentProbability }) => attainmentProbability.toFixed(9))).toEqual(
      alone.targets.map(({ attainmentProbability }) => attainmentProbability.toFixed(9)),
    );
    expect(answer.notes.map(({ code }) => code)).toContain("forecastByShare");
  });

  test("the largest product moves the probability most", async () => {
    const { targets, concentration } = await ask("breakdown", { ...EXPORTS, components: PRODUCTS });
    const plan = named(targets, "plan");
    expect(plan.mostInfluential?.name).toBe("rice");
    expect(plan.mostInfluential?.atLower).toBeLessThan(plan.attainmentProbability);
    expect(plan.mostInfluential?.atUpper).toBeGreaterThan(plan.attainmentProbability);
    expect(concentration?.largest).toBe("rice");
    expect(concentration?.effectiveNumber).toBeCloseTo(1 / (concentration?.herfindahl ?? 0), 8);
  });

  test("what the ambition lacks is shared, by size in the same proportion of each", async () => {
    const { targets, components, total } = await ask("breakdown", { ...EXPORTS, components: PRODUCTS });
    const ambition = named(targets, "ambition");
    expect(ambition.missing).toBeCloseTo(1000 - total.median, 6);
    expect(ambition.goalSeek?.map(({ sharedBy }) => sharedBy)).toEqual(["size", "slack"]);
    for (const { shares, unplaced } of ambition.goalSeek ?? []) {
      expect(unplaced).toBe(0);
      expect(shares.reduce((sum, { extra }) => sum + extra, 0)).toBeCloseTo(ambition.missing, 6);
    }
    const [bySize] = ambition.goalSeek ?? [];
    const proportions = bySize?.shares.map(
      ({ extra }, i) => extra / (components[i]?.fullYear.median ?? Number.NaN),
    );
    expect(proportions).toHaveLength(4);
    for (const proportion of proportions ?? []) expect(proportion).toBeCloseTo(proportions?.[0] ?? 0, 8);
    expect(named(targets, "plan").goalSeek).toBeUndefined();
  });

  test("the market's share is one of the total, not a growth", async () => {
    const answer = await ask("breakdown", { ...EXPORTS, components: "Asia: 83.25%" });
    const asia = part(answer, "Asia");
    expect(asia.origin).toBe("share");
    expect(asia.ytd.lower).toBeCloseTo(290 * 0.83245, 9);
    expect(asia.ytd.upper).toBeCloseTo(291 * 0.83255, 9);
    expect(asia.shareOfTotal).toEqual({ value: 0.8325, lower: 0.83245, upper: 0.83255 });
    expect(part(answer, "rest").shareOfTotal?.value).toBeCloseTo(0.1675, 9);
    expect(answer.sentence).toContain("(83.25%); US$47.73 to 49.59 million is left for the rest (16.75%)");
  });

  test("products and markets in one list are told to be two breakdowns", async () => {
    const answer = await ask("breakdown", { ...EXPORTS, components: `${PRODUCTS}; Asia: 83.25%` });
    expect(contradictions(answer)).toHaveLength(1);
    expect(answer.notes.map(({ code }) => code)).toContain("twoBreakdowns");
    expect(answer.sentence).toContain("contradict each other: rice, seafood and footwear come to");
    // The year rests on the total's own report, as in an outlook.
    expect(answer.sentence).toContain("its full year rests on its own report alone");
    const { total, targets } = answer;
    const own = await ask("outlook", EXPORTS);
    expect(total).toMatchObject({ median: own.forecast.median });
    expect(total.bottomUp).toBeUndefined();
    expect(targets.map(({ attainmentProbability }) => attainmentProbability)).toEqual(
      own.targets.map(({ attainmentProbability }) => attainmentProbability),
    );
  });

  test("the paragraph tells products, rest, landing and probability, in both languages", async () => {
    const { sentence } = await ask("breakdown", { ...EXPORTS, components: PRODUCTS });
    for (const fact of ["290", "100.43", "34.6%", "46.93 to 47.96", "75%", "rice"])
      expect(sentence).toContain(fact);
    const { text } = await get("/v1/breakdown.md", {
      ...EXPORTS,
      growth: "21,26%",
      target: "kế hoạch: 1000",
      components: "gạo: 100,43; thủy sản: 64,53; giày dép: 78,10",
      lang: "vi",
    });
    for (const fact of [
      "gạo 100,43 triệu USD (34,6%)",
      "phần còn lại",
      "hoàn thành kế hoạch",
      "29% kế hoạch",
    ])
      expect(text).toContain(fact);
    expect(text).not.toMatch(/undefined|NaN/);
  });
});

test("manufacturing's 95.51% of a complete year (Kien Giang, 2023: 49,496.26 billion VND)", async () => {
  const answer = await ask("breakdown", {
    indicator: "industrial output",
    geography: "Kien Giang",
    unit: "billion VND",
    through: "2023-12",
    ytd: "49,496.26",
    growth: "11.11%",
    target: 48180.83,
    components: "processing and manufacturing: 95.51%",
  });
  const manufacturing = part(answer, "processing and manufacturing");
  expect(manufacturing.ytd.lower).toBeCloseTo(47271.4, 1);
  expect(manufacturing.ytd.upper).toBeCloseTo(47276.4, 1);
  expect(answer.total.median).toBe(49496.26);
  expect(manufacturing.fullYear.lower).toBe(manufacturing.fullYear.upper);
  expect(answer.targets[0]).toMatchObject({ status: "attained", attainmentProbability: 1 });
  expect(answer.targets[0]?.goalSeek).toBeUndefined();
  // Four digits, VND47,270 billion, would lie outside of where it must be.
  expect(answer.sentence).toContain("VND47,274 billion (95.51%)");
});

test.each([
  ["en", 190, 80, "Both parts reached their own targets."],
  ["en", 190, 110, "One of the two parts with a target of their own reached it."],
  ["en", 210, 110, "None of the two parts with a target of their own reached it."],
  ["vi", 190, 80, "Cả 2 thành phần đều đạt mục tiêu riêng."],
  ["vi", 190, 110, "Có 1/2 thành phần đạt mục tiêu riêng."],
])(
  "of a complete year it is told which targets were reached, not how likely that is: %s, %d and %d",
  async (lang, rice, fish, told) => {
    const { sentence } = await ask("breakdown", {
      lang,
      through: "2023-12",
      ytd: 290,
      components: [
        { name: "rice", ytd: 200, target: rice },
        { name: "fish", ytd: 90, target: fish },
      ],
    });
    expect(sentence.endsWith(told)).toBe(true);
  },
);

test("a level in percent is missed by percentage points", async () => {
  const occupancy = { aggregation: "last", unit: "%", through: "2024-05", ytd: 72.5, target: 80 };
  const { sentence } = await ask("breakdown", { ...occupancy, components: "large parks: 48" });
  expect(sentence).toContain(
    "7.5 percentage points more than forecast is needed; shared by size: large parks",
  );
});

describe("contributions to growth, as published for Kien Giang's GRDP in the first half of 2023", () => {
  const GRDP = {
    indicator: "GRDP",
    geography: "Kien Giang",
    unit: "billion VND",
    through: "2023-06",
    ytd: 35872,
    growth: "6.37%",
    components: [
      { name: "agriculture", ytd: 13897.96, growth: "2.49%" },
      {
        name: "industry and construction",
        ytd: 7151.09,
        growth: "7.09%",
        components: [{ name: "industry", ytd: 4102.51, growth: "9.91%" }],
      },
      { name: "services", ytd: 12862, growth: "10.79%" },
    ],
  };

  test("points of growth come out to the printed digit, at both levels", async () => {
    const answer = await ask("breakdown", GRDP);
    const points = (path: string) => (part(answer, path).contribution ?? Number.NaN) * 100;
    expect(points("agriculture").toFixed(0)).toBe("1");
    expect(points("industry and construction").toFixed(1)).toBe("1.4");
    expect(points("industry and construction / industry").toFixed(1)).toBe("1.1");
    expect(points("services").toFixed(2)).toBe("3.71");
    // Product taxes are what is left: 6.37 less the printed points of the three, each of them rounded.
    expect(Math.abs(points("rest") - 0.26)).toBeLessThan(0.015);
    expect(answer.coherence.verdict).toBe("holds");
  });

  test("contributions of the parts of the total add up to its growth", async () => {
    const answer = await ask("breakdown", GRDP);
    const sum = answer.components
      .filter(({ depth }) => depth === 1)
      .reduce((total, { contribution = Number.NaN }) => total + contribution, 0);
    expect(sum).toBeCloseTo(0.0637, 9);
  });

  test("of a fall, what takes most comes first, and what stands against it is no drag", async () => {
    const falling = {
      through: "2024-06",
      ytd: 300,
      growth: "-10%",
      components: "rice: 100 / -25%; fish: 180 / 5%",
    };
    const { sentence, components } = await ask("breakdown", falling);
    expect(components.map(({ contribution = Number.NaN }) => contribution * 100)).toEqual([
      expect.closeTo(-10, 6),
      expect.closeTo((180 / 333.3333333 - 180 / 1.05 / 333.3333333) * 100, 6),
      expect.closeTo(-2.5714285, 5),
    ]);
    expect(sentence).toContain(
      "The largest contribution to the fall of 10% comes from rice (10.0 percentage points); the largest offset comes from fish (2.6 percentage points).",
    );
    const { text } = await get("/v1/breakdown.txt", { ...falling, lang: "vi", field: "sentence" });
    expect(text).toContain(
      "Rice làm giảm nhiều nhất trong mức giảm 10% (10,0 điểm phần trăm); fish đóng góp tăng nhiều nhất (2,6 điểm phần trăm).",
    );
  });
});

/** A region of two provinces, one of them with products, all of one made-up year. */
const REGION = {
  indicator: "exports",
  geography: "Viet Nam",
  unit: "million USD",
  through: "2024-06",
  target: { name: "plan", value: 1300 },
  components: [
    {
      name: "An Giang",
      ytd: 400,
      priorYtd: 350,
      priorFullYear: 720,
      target: 800,
      exhaustive: true,
      components: [
        { name: "rice", ytd: 250, growth: "20%", priorFullYear: 430 },
        { name: "fish", ytd: 150, priorYtd: 141.7, priorFullYear: 290 },
      ],
    },
    { name: "Can Tho", ytd: 200, growth: "5%", priorFullYear: 390, target: 430 },
  ],
} as const;

describe("a hierarchy without figures of its total", () => {
  test("the total is the sum of its parts, and says so", async () => {
    const answer = await ask("breakdown", REGION);
    expect(answer.figures.ytd).toMatchObject({ value: 600, lower: 599, upper: 601, origin: "derived" });
    expect(answer.figures.priorFullYear?.value).toBe(1110);
    expect(answer.total.own).toBeUndefined();
    expect(answer.total.bottomUp).toBeDefined();
    expect(answer.notes.map(({ code }) => code)).toContain("totalFromParts");
    expect(answer.components.map(({ path, depth }) => [path, depth])).toEqual([
      ["An Giang", 1],
      ["An Giang / rice", 2],
      ["An Giang / fish", 2],
      ["Can Tho", 1],
    ]);
    expect(part(answer, "An Giang / rice").parent).toBe("An Giang");
  });

  test("full years add up at every level and none is below what is booked", async () => {
    const answer = await ask("breakdown", REGION);
    const median = (path: string) => part(answer, path).fullYear.median;
    expect(median("An Giang") + median("Can Tho")).toBeCloseTo(answer.total.median, 6);
    expect(median("An Giang / rice") + median("An Giang / fish")).toBeCloseTo(median("An Giang"), 6);
    for (const { fullYear, ytd } of answer.components)
      expect(fullYear.lower).toBeGreaterThanOrEqual(ytd.value);
  });

  test("all own targets together are likelier than their product, and no likelier than the least of them", async () => {
    const { components, partTargets } = await ask("breakdown", { ...REGION, correlation: 0.3 });
    const own = components.flatMap(({ target }) => target?.attainmentProbability ?? []);
    expect(partTargets?.count).toBe(2);
    const product = own.reduce((all, probability) => all * probability, 1);
    expect(partTargets?.allProbability).toBeGreaterThan(product);
    expect(partTargets?.allProbability).toBeLessThanOrEqual(Math.min(...own));
    const { text } = await post("/v1/breakdown.txt?field=sentence", { ...REGION, lang: "vi" });
    expect(text).toContain("Xác suất để cả 2 thành phần cùng đạt mục tiêu riêng");
  });

  test("a name that several parts have tells what each is a part of", async () => {
    const [angiang, cantho] = REGION.components;
    const components = [angiang, { ...cantho, components: [{ name: "rice", ytd: 60.1 }] }];
    const { text } = await post("/v1/breakdown.md", { ...REGION, components });
    for (const named of ["| – Rice of An Giang |", "| – Fish |", "| – Rice of Can Tho |"])
      expect(text).toContain(named);
  });

  test("correlated parts make a wider total than independent ones", async () => {
    const widthAt = async (correlation: number) => {
      const { total } = await ask("breakdown", { ...REGION, correlation, levels: [0.8] });
      const [interval] = total.intervals;
      return (interval?.upper ?? Number.NaN) - (interval?.lower ?? Number.NaN);
    };
    const widths = [await widthAt(0), await widthAt(0.3), await widthAt(0.9)];
    expect(widths[1]).toBeGreaterThan(widths[0] as number);
    expect(widths[2]).toBeGreaterThan(widths[1] as number);
  });

  test("the correlation that was used is among the assumptions, told or learned", async () => {
    const used = async (question: Question) => {
      const { total } = await ask("breakdown", question);
      return total.assumptions.find(({ code }) => code === "componentCorrelation");
    };
    expect(await used({ ...REGION, correlation: "45%" })).toMatchObject({
      value: 0.45,
      text: expect.stringMatching(/as it was asked/),
    });
    expect(await used(REGION)).toMatchObject({
      text: expect.stringMatching(/learned for the class exports/),
    });
  });

  test("the parts' own targets are held against that of the total", async () => {
    const { notes } = await ask("breakdown", REGION);
    expect(notes.find(({ code }) => code === "partTargetsDiffer")?.message).toMatch(
      /US\$1,230 million, US\$70 million less than the plan/,
    );
  });
});

describe("sharing what is missing", () => {
  const LACKING = {
    indicator: "exports",
    geography: "Viet Nam",
    unit: "million USD",
    through: "2024-06",
    exhaustive: true,
    target: 1400,
  } as const;
  const PARTS = [
    { name: "rice", ytd: 300, priorYtd: 260, priorFullYear: 560, locked: true },
    { name: "fish", ytd: 150, priorYtd: 140, priorFullYear: 300, cap: "15%" },
    { name: "shoes", ytd: 150, priorYtd: 140, priorFullYear: 300 },
  ] as const;

  test("locked parts bring nothing more, caps hold, and the free part takes what they leave", async () => {
    const { targets } = await ask("breakdown", { ...LACKING, components: PARTS });
    expect(targets[0]?.goalSeek).toHaveLength(2);
    for (const { shares, unplaced } of targets[0]?.goalSeek ?? []) {
      expect(shares.map(({ name }) => name)).toEqual(["fish", "shoes"]);
      const fish = named(shares, "fish");
      const shoes = named(shares, "shoes");
      expect(fish).toMatchObject({ isCapped: true, fullYear: 345, growth: 0.15 });
      expect(fish.extra + shoes.extra).toBeCloseTo(targets[0]?.missing ?? 0, 6);
      expect(shoes.growth).toBeCloseTo(shoes.fullYear / 300 - 1, 8);
      expect(shoes.remainderGrowth).toBeCloseTo((shoes.fullYear - 150) / 160 - 1, 8);
      expect(unplaced).toBe(0);
    }
    const [size] = targets[0]?.goalSeek ?? [];
    const { text: csv } = await post("/v1/breakdown.csv", { ...LACKING, components: PARTS });
    const [head = [], ...rows] = csv.split("\r\n").map((row) => row.split(","));
    const cell = (name: string, column: string) =>
      Number(rows.find(([path]) => path === name)?.[head.indexOf(column)]);
    for (const share of size?.shares ?? []) {
      expect(cell(share.name, "extra_by_size")).toBe(share.extra);
      expect(cell(share.name, "growth_by_size")).toBe(share.growth);
    }
    const { text } = await post("/v1/breakdown.md", { ...LACKING, components: PARTS });
    expect(text).toMatch(/\| Fish \| [\d.]+ \(its cap\) \| \+15\.0% \|/);
  });

  test("what all caps leave stays unplaced, and the sentence says so", async () => {
    const components = PARTS.map((each) => (each.name === "shoes" ? { ...each, cap: 330 } : each));
    const { targets, sentence } = await ask("breakdown", { ...LACKING, target: 1500, components });
    const [bySize] = targets[0]?.goalSeek ?? [];
    const placed = bySize?.shares.reduce((sum, { extra }) => sum + extra, 0) ?? 0;
    expect(placed + (bySize?.unplaced ?? 0)).toBeCloseTo(targets[0]?.missing ?? 0, 6);
    expect(bySize?.unplaced).toBeGreaterThan(0);
    expect(sentence).toMatch(/finds no place under the caps and locks/);
  });

  test("where everything is locked, the sentence says that nobody can bring it", async () => {
    const components = PARTS.map((each) => ({ ...each, locked: true }));
    const { targets, sentence } = await ask("breakdown", { ...LACKING, components });
    expect(targets[0]?.goalSeek).toHaveLength(2);
    for (const { shares, unplaced } of targets[0]?.goalSeek ?? []) {
      expect(shares).toEqual([]);
      expect(unplaced).toBe(targets[0]?.missing);
    }
    expect(sentence).toContain("; the caps and locks leave no part that could bring it.");
  });

  test("a cap that lies below the forecast, or needs a year that is not known, is told", async () => {
    const components = [
      { ...PARTS[0], locked: false, cap: 400 },
      { name: "fish", ytd: 150, cap: "15%" },
      PARTS[2],
    ];
    const { notes } = await ask("breakdown", { ...LACKING, ytd: 600, growth: "10%", components });
    const codes = notes.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(["capBelowForecast", "capNotKnown"]));
  });
});

describe("figures that cannot all be true", () => {
  const TOTAL = { unit: "million USD", through: "2024-04", ytd: 290 } as const;

  test("a part a thousand times too large is named, with the slip that would explain it", async () => {
    const answer = await ask("breakdown", { ...TOTAL, components: "rice: 100430; seafood: 64.53" });
    const [finding, ...others] = contradictions(answer);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      subject: "part",
      relation: "components.rice <= ytd",
      conflict: ["components.rice", "ytd"],
    });
    expect(finding?.repairs?.[0]).toMatchObject({ kind: "slipOfThousand", value: 100.43 });
    expect(answer.notes.map(({ code }) => code)).toContain("partsDoNotFit");
    expect(finding?.repairs?.[0]?.description).toMatch(/rice is wrong by a factor of 1,000/);
  });

  test("a part at other prices than the total is refused", async () => {
    const { errors } = await refused("breakdown", {
      indicator: "industrial output",
      through: "2024-04",
      ytd: "290 tỷ đồng (giá hiện hành)",
      components: [
        { name: "food", ytd: "100 tỷ đồng (giá hiện hành)" },
        { name: "cement", ytd: "80 tỷ đồng (giá so sánh 2010)" },
      ],
    });
    expect(errors).toEqual([
      {
        path: "components.1",
        message: "components.1 is at constant 2010 prices, but the total is at current prices",
        hint: expect.stringMatching(/deflator/),
      },
    ]);
  });

  test("parts that are more than the total together", async () => {
    const answer = await ask("breakdown", { ...TOTAL, components: "rice: 200.1; seafood: 100.2" });
    expect(contradictions(answer)).toMatchObject([
      { subject: "amounts", component: "", relation: "components.rice + components.seafood <= ytd" },
    ]);
    expect(answer.components.map(({ name }) => name)).toEqual(["rice", "seafood"]);
    expect(answer.sentence).toMatch(/contradict each other: rice and seafood come to/);
  });

  test("parts that should make the whole and do not", async () => {
    const answer = await ask("breakdown", {
      ...TOTAL,
      exhaustive: true,
      components: "rice: 200.1; seafood: 60.3",
    });
    expect(contradictions(answer)[0]?.relation).toBe("components.rice + components.seafood = ytd");
    const agreeing = await ask("breakdown", {
      ...TOTAL,
      exhaustive: true,
      components: "rice: 200.1; seafood: 90.1",
    });
    expect(agreeing.coherence.verdict).toBe("holds");
  });

  test("shares of more than everything, and a part's amount beside another share", async () => {
    const answer = await ask("breakdown", { ...TOTAL, components: "rice: 60%; seafood: 50%" });
    expect(contradictions(answer)[0]).toMatchObject({ subject: "shares" });
    const beside = await ask("breakdown", {
      ...TOTAL,
      components: [{ name: "rice", ytd: 101.3, share: "41.2%" }],
    });
    expect(contradictions(beside)[0]).toMatchObject({ subject: "share" });
  });

  test("growths of all parts that cannot make that of the total", async () => {
    const answer = await ask("breakdown", {
      ...TOTAL,
      growth: "21%",
      exhaustive: true,
      components: [
        { name: "rice", ytd: 200, growth: "30%" },
        { name: "fish", ytd: 90, growth: "40%" },
      ],
    });
    expect(contradictions(answer)).toMatchObject([{ subject: "priorAmounts" }]);
  });

  test("a contradiction two levels down, and one inside a part's own report", async () => {
    const answer = await ask("breakdown", {
      ...TOTAL,
      components: [
        { name: "Asia", ytd: 201.3, components: [{ name: "Japan", ytd: 312.4 }] },
        { name: "Europe", ytd: 50, growth: "10%", priorYtd: 30 },
      ],
    });
    expect(contradictions(answer).map(({ subject, component }) => [subject, component])).toEqual(
      expect.arrayContaining([
        ["part", "Asia"],
        ["report", "Europe"],
      ]),
    );
  });
});

describe("indices and stocks", () => {
  const IIP = {
    indicator: "IIP",
    geography: "Kien Giang",
    through: "2024-05",
    ytd: 108.5,
    components: [
      { name: "manufacturing", ytd: 109.2, weight: 85 },
      { name: "mining", ytd: 101, weight: 5 },
      { name: "electricity", ytd: 106, weight: 10 },
    ],
  };

  test("parts of an index are averaged by their weights, in their own levels", async () => {
    const answer = await ask("breakdown", IIP);
    const mean =
      part(answer, "manufacturing").fullYear.median * 0.85 +
      part(answer, "mining").fullYear.median * 0.05 +
      part(answer, "electricity").fullYear.median * 0.1;
    expect(mean).toBeCloseTo(answer.total.median, 6);
    expect(part(answer, "mining").fullYear.median).toBeLessThan(105);
    expect(answer.coherence.verdict).toBe("holds");
    expect(answer.components.map(({ shareOfTotal }) => shareOfTotal)).toEqual(Array(3).fill(undefined));
  });

  test("what an index lacks is told by the levels that its parts would have to reach", async () => {
    const { targets, sentence } = await ask("breakdown", { ...IIP, target: 110 });
    const [bySize] = targets[0]?.goalSeek ?? [];
    const weights = [0.85, 0.05, 0.1];
    const whole = bySize?.shares.reduce((sum, { fullYear }, i) => sum + fullYear * (weights[i] ?? 0), 0);
    expect(whole).toBeCloseTo(110, 6);
    const levels = bySize?.shares.map(({ fullYear }) => fullYear.toFixed(1));
    expect(levels).toEqual(["110.7", "102.4", "107.5"]);
    expect(sentence).toContain(
      "the parts would have to reach: manufacturing 110.7, electricity 107.5 and mining 102.4.",
    );
  });

  test("without weights, or with weights of a sum, they are refused", async () => {
    const [manufacturing] = IIP.components;
    const without = await errorsOf(
      { ...IIP, components: [manufacturing, { name: "mining", ytd: 101 }] },
      "breakdown",
    );
    expect(at(without, "components.1.weight").message).toMatch(/do not add up/);
    const weighted = await errorsOf(
      { ...EXPORTS, components: [{ name: "rice", ytd: 1, weight: 2 }] },
      "breakdown",
    );
    expect(at(weighted, "components.0.weight").message).toMatch(/have no weights/);
  });

  test("a stock can fall below its level of today", async () => {
    const answer = await ask("breakdown", {
      indicator: "projects",
      aggregation: "last",
      through: "2024-05",
      ytd: 111,
      components: "operating: 48; building: 12",
    });
    const rest = part(answer, "rest");
    expect(rest.ytd.value).toBe(51);
    expect(rest.fullYear.lower).toBeLessThan(51);
  });
});

describe("what is not told follows, or is refused", () => {
  test("one part may be left out of a whole", async () => {
    const answer = await ask("breakdown", {
      through: "2024-04",
      ytd: 290,
      exhaustive: true,
      components: [{ name: "rice", ytd: 200 }, { name: "other" }],
    });
    expect(part(answer, "other")).toMatchObject({ origin: "rest", ytd: { value: 90, lower: 89, upper: 91 } });
    expect(answer.components).toHaveLength(2);
  });

  test("nothing is left over where the parts make the whole within their digits", async () => {
    const { components } = await ask("breakdown", {
      through: "2024-04",
      ytd: "over 290",
      components: "rice: 200.2; fish: 90.1",
    });
    expect(components.map(({ name }) => name)).toEqual(["rice", "fish"]);
  });

  test("a part called rest keeps its name, and what is left gets another", async () => {
    const { components } = await ask("breakdown", { through: "2024-04", ytd: 290, components: "rest: 100" });
    expect(components.map(({ name, origin }) => [name, origin])).toEqual([
      ["rest", "reported"],
      ["remainder", "rest"],
    ]);
  });

  test("last year's figures of the rest follow where all others tell theirs", async () => {
    const answer = await ask("breakdown", {
      through: "2024-04",
      ytd: 290,
      priorYtd: 240,
      priorFullYear: 860,
      components: [{ name: "rice", ytd: 200, priorYtd: 170, priorFullYear: 600 }],
    });
    const rest = part(answer, "rest");
    expect(rest.growth).toBeCloseTo(90 / 70 - 1, 9);
    expect(rest.forecast?.tier).toBe("growth");
    expect(answer.total.ownWeight).toBeGreaterThan(0);
    expect(answer.total.ownWeight).toBeLessThan(1);
  });

  test("shares of the plan alone are a unit of their own", async () => {
    const answer = await ask("breakdown", {
      through: "2024-04",
      shareOfTarget: "31.6%",
      growth: "21.26%",
      components: "Asia: 83.25%",
    });
    expect(answer.question.amountsAre).toBe("sharesOfTarget");
    expect(part(answer, "Asia").ytd.value).toBeCloseTo(0.316 * 0.8325, 9);
    const mixed = await errorsOf(
      { through: "2024-04", shareOfTarget: "31.6%", components: "Asia: 83.25%; rice: 100" },
      "breakdown",
    );
    expect(at(mixed, "ytd").hint).toMatch(/give the total's ytd/);
  });

  test("a history of a part is used, and its sum with others has no own report", async () => {
    const values = [2021, 2022, 2023].flatMap((year) =>
      Array.from({ length: year === 2023 ? 6 : 12 }, (_, month) => 10 + (year - 2021) + (month % 4)),
    );
    const answer = await ask("breakdown", {
      indicator: "exports",
      through: "2023-06",
      components: [
        { name: "rice", history: { start: "2021-01", values } },
        { name: "fish", ytd: 40, priorYtd: 35, priorFullYear: 80 },
      ],
    });
    expect(part(answer, "rice").forecast?.tier).toBe("history");
    expect(answer.total.own).toBeUndefined();
  });

  test("what is left over of an amount with a gap that was filled in", async () => {
    const values = Array.from({ length: 28 }, (_, month) => (month === 25 ? null : 10 + (month % 3)));
    const answer = await ask("breakdown", {
      indicator: "exports",
      through: "2024-04",
      components: [
        { name: "Asia", history: { start: "2022-01", values }, components: [{ name: "Japan", ytd: 12 }] },
      ],
    });
    expect(part(answer, "Asia").ytd.origin).toBe("estimated");
    const rest = part(answer, "Asia / rest");
    expect(rest.ytd.value).toBeCloseTo(part(answer, "Asia").ytd.value - 12, 9);
  });

  test("a stock that was below zero a year ago is not forecast from its growth", async () => {
    const values = Array.from({ length: 17 }, (_, month) => (month < 8 ? -2 : 5));
    const answer = await ask("breakdown", {
      indicator: "balance",
      aggregation: "last",
      through: "2024-05",
      components: [
        { name: "net assets", history: { start: "2023-01", values } },
        { name: "others", ytd: 40 },
      ],
    });
    expect(answer.total.median).toBeGreaterThan(0);
    for (const { fullYear } of answer.components)
      expect(fullYear.upper).toBeGreaterThanOrEqual(fullYear.lower);
  });

  test("parts of nothing stay at their figures, and are told", async () => {
    const answer = await ask("breakdown", { through: "2024-06", ytd: 100, components: "rice: 0; fish: 30" });
    expect(part(answer, "rice").fullYear).toEqual({ median: 0, lower: 0, upper: 0 });
    expect(answer.notes.find(({ code }) => code === "notForecast")?.message).toMatch(/rice/);
  });
});

describe("questions that cannot be read", () => {
  const BASE = { through: "2024-04", ytd: 290 } as const;
  test.each<[string, Question, string, RegExp]>([
    ["no parts", {}, "components", /required/],
    ["an empty list", { components: [] }, "components", /empty list/],
    ["a text without amounts", { components: "rice" }, "components.0.name", /no name/],
    ["an object", { components: { rice: 3 } }, "components", /wrong type/],
    ["a part without a name", { components: [{ ytd: 3 }] }, "components.0.name", /required/],
    ["two parts of one name", { components: "rice: 1; rice: 2" }, "components.1.name", /two parts/],
    [
      "two parts of one path",
      {
        components: [
          { name: "a / b", ytd: 1 },
          { name: "a", ytd: 5, components: [{ name: "b", ytd: 2 }] },
        ],
      },
      "components.1.components.0.name",
      /two parts are called "a \/ b"/,
    ],
    ["a word for an amount", { components: [{ name: "a", ytd: "much" }] }, "components.0.ytd", /no number/],
    [
      "a word two levels down",
      { components: [{ name: "a", ytd: 3, components: [{ name: "b", growth: "fast" }] }] },
      "components.0.components.0.growth",
      /no number/,
    ],
    ["an amount below zero", { components: [{ name: "a", ytd: -3 }] }, "components.0.ytd", /negative/],
    ["an unknown field", { components: [{ name: "a", amount: 3 }] }, "components.0.amount", /not a field/],
    [
      "a share of 83",
      { components: [{ name: "a", share: 83.25 }] },
      "components.0.share",
      /percent|fraction/,
    ],
    ["a share below zero", { components: [{ name: "a", share: -0.1 }] }, "components.0.share", /negative/],
    ["an empty cap", { components: [{ name: "a", ytd: 1, cap: {} }] }, "components.0.cap", /neither/],
    ["a correlation of 1", { components: "a: 1", correlation: 1 }, "correlation", /from 0 up to 1/],
    ["a correlation below 0", { components: "a: 1", correlation: "-0.2" }, "correlation", /from 0 up to 1/],
    ["a word for a flag", { components: "a: 1", exhaustive: "maybe" }, "exhaustive", /exhaustive/],
    [
      "two parts of which nothing is known",
      { components: [{ name: "a" }, { name: "b" }] },
      "components.0",
      /nothing/,
    ],
    [
      "scenarios, which are another function's",
      { components: "a: 1", scenarios: "x: 2%" },
      "scenarios",
      /not a field/,
    ],
    [
      "another currency",
      { unit: "million USD", components: [{ name: "a", ytd: "3 billion VND" }] },
      "components.0.ytd",
      /./,
    ],
  ])("%s", async (_title, extra, path, message) => {
    const errors = await errorsOf({ ...BASE, ...extra }, "breakdown");
    expect(at(errors, path).message).toMatch(message);
  });

  test("everything that is wrong is told at once, of the total and of its parts", async () => {
    const errors = await errorsOf(
      {
        through: "2024-13",
        ytd: "x",
        components: [
          { name: "a", ytd: "y" },
          { name: "b", growth: "z" },
        ],
      },
      "breakdown",
    );
    expect(errors.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["through", "ytd", "components.0.ytd", "components.1.growth"]),
    );
  });

  test("too many parts and too deep ones are refused before anything walks them", async () => {
    const levels = 6000;
    const deep = `{"through":"2024-04","ytd":290,"components":[${'{"name":"x","components":['.repeat(levels)}{"name":"x","ytd":1}${"]}".repeat(levels)}]}`;
    const tooDeep = await errorsOf(deep, "breakdown");
    expect(at(tooDeep, "components").message).toContain(String(MAX_DEPTH));
    const wide = Array.from({ length: 30 }, (_, i) => ({
      name: `p${i}`,
      components: Array.from({ length: 30 }, (__, j) => ({ name: `q${j}`, ytd: 1 })),
    }));
    const tooMany = await errorsOf({ ...BASE, components: wide }, "breakdown");
    expect(at(tooMany, "components").message).toContain(String(MAX_COMPONENTS));
    const manyChildren = Array.from({ length: 41 }, (_, i) => ({ name: `p${i}`, ytd: 1 }));
    expect(
      at(await errorsOf({ ...BASE, components: manyChildren }, "breakdown"), "components").message,
    ).toMatch(/40/);
    const history = { start: "2015-01", values: Array.from({ length: 108 }, () => 1) };
    const long = Array.from({ length: 60 }, (_, i) => ({ name: `p${i}`, history }));
    const nested = [
      { name: "x", components: long.slice(0, 30) },
      { name: "y", components: long.slice(30) },
    ];
    expect(at(await errorsOf({ ...BASE, components: nested }, "breakdown"), "components").message).toMatch(
      /histories/,
    );
  });

  test.each(["__proto__", "constructor", "ytd", "growth", "=1+1", "a / b", "<b>|`", "  spaced  "])(
    "a part may be called %j",
    async (name) => {
      const components = [
        { name, ytd: 101.3 },
        { name: "growth fund", ytd: 253.7 },
      ];
      const { components: answered, coherence } = await ask("breakdown", { ...BASE, components });
      expect(answered[0]?.name).toBe(name.trim());
      expect(coherence.verdict).toBe("contradicts");
      for (const format of ["csv", "md", "txt"])
        expect((await post(`/v1/breakdown.${format}`, { ...BASE, components })).status).toBe(200);
    },
  );
});

describe("forms of question and answer", () => {
  test("GET and POST are the same to the byte, short and long", async () => {
    const list = [
      { name: "rice", ytd: "100.43" },
      { name: "seafood", ytd: "64.53" },
      { name: "footwear", ytd: "78.10" },
    ];
    const short = await get("/v1/breakdown", { ...EXPORTS, components: PRODUCTS });
    for (const components of [PRODUCTS, list]) {
      expect((await post("/v1/breakdown", { ...EXPORTS, components })).text).toBe(short.text);
      expect((await get("/v1/breakdown", { ...EXPORTS, components })).text).toBe(short.text);
      expect((await get("/v1/breakdown", { ...EXPORTS, parts: components })).text).toBe(short.text);
    }
  });

  test("the short form tells growth behind a stroke", async () => {
    const short = await get("/v1/breakdown", {
      ...EXPORTS,
      components: "rice: 100.43 / 15%; Asia: 33.25% / -2%",
    });
    const list = [
      { name: "rice", ytd: "100.43", growth: "15%" },
      { name: "Asia", share: "33.25%", growth: "-2%" },
    ];
    expect((await post("/v1/breakdown", { ...EXPORTS, components: list })).text).toBe(short.text);
    const more = await errorsOf({ ...EXPORTS, components: "rice: 100.43 / fast" }, "breakdown");
    expect(at(more, "components.0.growth").message).toMatch(/no number/);
    const third = await errorsOf({ ...EXPORTS, components: "rice: 100.43 / 15% / 3%" }, "breakdown");
    expect(at(third, "components.0.growth").message).toMatch(/more than one number/);
  });

  test("remarks and findings are told in Vietnamese too", async () => {
    const { text } = await post("/v1/breakdown.md", {
      unit: "triệu USD",
      through: "2024-04",
      ytd: "290,3",
      growth: "21%",
      target: "kế hoạch: 1.000",
      lang: "vi",
      components: [
        { name: "gạo", ytd: "100,43", growth: "12%", target: 400, cap: "1%" },
        { name: "cá", ytd: "1.315", target: 100 },
        { name: "châu Á", share: "83,25%", target: 800, cap: "5%" },
      ],
    });
    for (const told of [
      "cá (từ 1.315 đến 1.316 triệu USD) lớn hơn tổng số (từ 290,3 đến 290,4 triệu USD)",
      "Tỷ trọng của châu Á là 83,25% tổng số",
      "Khi các thành phần chưa khớp với tổng số, dự báo cả năm chỉ dựa trên số liệu của chính tổng số.",
      "Khớp nếu cá bị nhầm đơn vị 1.000 lần",
      "Tổng mục tiêu của các thành phần là 1.300 triệu USD, cao hơn kế hoạch 300 triệu USD",
      "chưa có số năm trước nên không sử dụng",
    ])
      expect(text).toContain(told);
    expect(text).not.toMatch(/undefined|NaN|components\./);
  });

  test("the cell is the reconciled full year; any other is named by its path", async () => {
    const question = { ...EXPORTS, components: PRODUCTS };
    const { total } = await ask("breakdown", question);
    expect((await get("/v1/breakdown.txt", question)).text).toBe(String(total.median));
    const rest = await get("/v1/breakdown.txt", { ...question, field: "components.rest.ytd.value" });
    expect(rest.text).toBe("46.94");
  });

  test("the table has a row for the total and one for each part", async () => {
    const { text } = await get("/v1/breakdown.csv", { ...EXPORTS, components: PRODUCTS });
    const rows = text.trim().split("\r\n");
    expect(rows[0]).toMatch(/^path,name,parent,depth,origin,ytd,/);
    expect(rows.map((row) => row.split(",")[1])).toEqual([
      "name",
      "total",
      "rice",
      "seafood",
      "footwear",
      "rest",
    ]);
  });
});

test("parts may be told as values with parts of their own, as other tools write them", async () => {
  const question = { ...EXPORTS, unit: "million USD" };
  const own = { name: "south", ytd: 150, components: [{ name: "rice", ytd: 100, priorYtd: 80 }] };
  const others = { name: "south", value: 150, parts: [{ name: "rice", this_ytd_total: 100, prior: 80 }] };
  expect(await ask("breakdown", { ...question, parts: [others] })).toEqual(
    await ask("breakdown", { ...question, components: [own] }),
  );
  const both = await refused("breakdown", { ...question, components: [{ name: "rice", ytd: 1, value: 2 }] });
  expect(both.errors[0]?.path).toBe("components.0.value");
});
