import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  mixtureOf,
  type PriceBasis,
  priceBasisName,
  splitPriceBasis,
} from "../../../src/engine/figure/measure.ts";
import { parseFigure } from "../../../src/engine/figure/parse-figure.ts";
import { withoutAccents } from "../../../src/engine/figure/vocabulary.ts";
import { ask, refused } from "../../http/ask.ts";

describe("the prices that a text names", () => {
  test.each([
    ["9,361 billion VND (current price)", "current"],
    ["at current prices, 9,361 billion VND", "current"],
    ["9.361 tỷ đồng theo giá hiện hành", "current"],
    ["9.361 tỷ đồng (giá thực tế)", "current"],
    ["78,259.75 billion VND at constant 2010 prices", "constant2010"],
    ["78,259.75 billion VND at 2010 constant prices", "constant2010"],
    ["78,259.75 billion VND (2010 comparable prices)", "constant2010"],
    ["78,259.75 billion VND in 2010 prices", "constant2010"],
    ["78.259,75 tỷ đồng (giá so sánh năm 2010)", "constant2010"],
    ["78.259,75 tỷ đồng theo giá cố định 1994", "constant1994"],
    ["78.259,75 tỷ đồng theo giá so sánh", "constant"],
    ["78.259,75 tỷ đồng (giá SS 2010)", "constant2010"],
    ["78.259,75 tỷ đồng, giá SS2010", "constant2010"],
    ["78.259,75 tỷ đồng (giá HH)", "current"],
  ])("%s", (text, priceBasis) => {
    expect(splitPriceBasis(withoutAccents(text)).priceBasis).toBe(priceBasis);
    const figure = parseFigure(text, { role: "amount", path: "ytd" });
    expect(figure.measure).toEqual({ priceBasis });
    expect(figure.unit?.currency).toBe("VND");
    expect(figure.unit?.words).toBeUndefined();
  });

  test("the year of the prices is not the figure", () => {
    const figure = parseFigure("up 14.88% at constant 2010 prices", { role: "growth", path: "growth" });
    expect(figure.value).toBeCloseTo(0.1488, 12);
  });

  test("a text without prices is left as it is", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/price|gia /i.test(text));
        expect(splitPriceBasis(text)).toEqual({ rest: text });
      }),
    );
  });
});

const basis = fc.constantFrom<PriceBasis | undefined>(
  undefined,
  "current",
  "constant",
  "constant2010",
  "constant2020",
);
const concept = fc.constantFrom(undefined, "grossOutput", "valueAdded", "volumeIndex");
const measure = fc
  .record({ priceBasis: basis, concept })
  .map((each) => Object.fromEntries(Object.entries(each).filter(([, value]) => value !== undefined)));

test("mixing is mutual, and nothing is mixed with itself or with what was not told", () => {
  fc.assert(
    fc.property(measure, measure, (one, other) => {
      expect(mixtureOf(one, other)?.kind).toBe(mixtureOf(other, one)?.kind);
      expect(mixtureOf(one, one)).toBeUndefined();
      expect(mixtureOf(one, {})).toBeUndefined();
    }),
  );
  expect(mixtureOf({ priceBasis: "constant" }, { priceBasis: "constant2010" })).toBeUndefined();
  expect(mixtureOf({ priceBasis: "constant2010" }, { priceBasis: "constant2020" })?.kind).toBe("priceBasis");
  expect(priceBasisName("constant")).toBe("constant prices");
});

describe("a report", () => {
  test("takes no target at other prices, and says why", async () => {
    const { errors } = await refused("outlook", {
      through: "2022-10",
      ytd: "9,361 billion VND (current prices)",
      target: "8,817 billion VND at constant 2010 prices",
    });
    expect(errors).toEqual([
      {
        path: "target",
        message: "target is at constant 2010 prices, but ytd is at current prices",
        hint: expect.stringMatching(/deflator/),
      },
    ]);
  });

  test("takes no growth of an index for gross output", async () => {
    const { errors } = await refused("run-rate", {
      indicator: "industrial production value",
      through: "2023-05",
      ytd: "17.8 trillion VND",
      growth: { value: "10.09%", measure: "volumeIndex" },
      target: "48.18 trillion VND",
    });
    expect(errors[0]).toMatchObject({
      path: "growth",
      message: "growth is an index of volume, but the indicator is gross output",
    });
  });

  test("tells in its answer what its figures measure", async () => {
    const { question } = await ask("run-rate", {
      indicator: "giá trị tăng thêm ngành công nghiệp - xây dựng",
      through: "2022-10",
      ytd: "7.800 tỷ đồng (giá hiện hành)",
      target: "8.817 tỷ đồng theo giá hiện hành",
      lang: "vi",
    });
    expect(question).toMatchObject({ priceBasis: "current", measure: "valueAdded", unit: "billion VND" });
  });
});

describe("relations of coherence", () => {
  const figures = {
    current: { value: "9,361 billion VND", priceBasis: "current" },
    constant: "8,817 billion VND at constant 2010 prices",
    gross: { value: 20000, measure: "grossOutput" },
    added: { value: 9361, measure: "valueAdded" },
    deflator: { value: "1.0617", role: "ratio" },
  };

  test("a mixture is not asked, named with its two figures, and the other relations are answered", async () => {
    const { coherence } = await ask("coherence", {
      unit: "billion VND",
      figures,
      relations: ["current = constant * 1.0617", "added <= gross", "current >= 9000"],
    });
    const [holds, ...mixed] = coherence.findings;
    expect(holds?.verdict).toBe("holds");
    expect(mixed.map(({ verdict, mixes, conflict }) => ({ verdict, mixes, conflict }))).toEqual([
      { verdict: "notChecked", mixes: "priceBasis", conflict: ["current", "constant"] },
      { verdict: "notChecked", mixes: "measure", conflict: ["added", "gross"] },
    ]);
    expect(mixed[0]?.message).toMatch(/at current prices.*at constant 2010 prices.*cannot be compared/);
    expect(coherence.verdict).toBe("holds");
  });

  test("a deflator turns one kind of prices into the other", async () => {
    const { coherence } = await ask("coherence", {
      unit: "billion VND",
      figures,
      relations: ["current = constant * deflator"],
    });
    expect(coherence.verdict).toBe("holds");
  });
});
