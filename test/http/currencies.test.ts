import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SEARCH } from "../identities/drawn.ts";
import { ask, get, post, type Question, refused } from "./ask.ts";

/** Kien Giang's industrial output after five months of 2023 (VNA). */
const OUTPUT: Question = { through: "2023-05", amounts: "more than 17.8 trillion VND; 758 million USD" };

describe("Kien Giang's output in dong and dollars", () => {
  test("implies 23,467 to 23,630 dong a dollar, which is plausible for 2023", async () => {
    const { figures, plausibility, sentence } = await ask("currencies", OUTPUT);
    expect(figures.rate?.lower).toBeCloseTo(23_467.4, 1);
    expect(figures.rate?.upper).toBeCloseTo(23_630.4, 1);
    expect(figures.rate).toMatchObject({ origin: "derived", from: "VND / USD" });
    expect(plausibility).toMatchObject([
      { quantity: "rate", year: 2023, verdict: "plausible", slips: [], band: { basis: "yearAverage" } },
    ]);
    expect(sentence).toContain("implies 23,467 to 23,630 VND per USD, plausible for 2023");
  });

  test.each([
    [
      "17.8 billion VND; 758 million USD",
      [
        ["VND", 1000, 17.8e12],
        ["USD", 0.001, 758e3],
      ],
    ],
    [
      "17.8 trillion VND; 758 billion USD",
      [
        ["VND", 1000, 17.8e15],
        ["USD", 0.001, 758e6],
      ],
    ],
    [
      "17.8 trillion VND; 758 thousand USD",
      [
        ["VND", 0.001, 17.8e9],
        ["USD", 1000, 758e6],
      ],
    ],
  ] as const)("%s is a slip of a thousand in one of them", async (amounts, expected) => {
    const { plausibility, sentence } = await ask("currencies", { year: 2023, amounts });
    expect(plausibility[0]?.verdict).toBe("implausible");
    expect(plausibility[0]?.slips).toEqual(
      expected.map(([quantity, factor, value]) => ({ quantity, factor, value })),
    );
    expect(sentence).toContain("slip of 1,000");
  });

  test("a rate ten times as large is implausible without such a slip", async () => {
    const { plausibility, sentence } = await ask("currencies", {
      year: 2023,
      amounts: "17.8 trillion VND; 75.8 million USD",
    });
    expect(plausibility).toMatchObject([{ verdict: "implausible", slips: [] }]);
    expect(sentence).toContain("No slip of 1,000 explains");
  });

  test("the year tells what is plausible", async () => {
    const amounts = "23,500 VND; 1.00 USD";
    const verdict = async (question: Question) =>
      (await ask("currencies", { amounts, ...question })).plausibility.map((each) => each.verdict);
    expect(await verdict({ year: 2012 })).toEqual(["implausible"]);
    expect(await verdict({ year: 2022 })).toEqual(["plausible"]);
    expect(await verdict({})).toEqual(["plausible"]);
    expect(await verdict({ year: 1950 })).toEqual([]);
  });

  test("a stated rate is held against the two amounts", async () => {
    const agreeing = await ask("currencies", { ...OUTPUT, rate: "23,500 VND/USD" });
    expect(agreeing.coherence.verdict).toBe("holds");
    const { coherence, sentence } = await ask("currencies", { ...OUTPUT, rate: 24_500 });
    expect(coherence.verdict).toBe("contradicts");
    expect(coherence.findings.find(({ verdict }) => verdict === "contradicts")?.conflict).toEqual([
      "VND",
      "USD",
      "rate",
    ]);
    expect(sentence).toContain("both cannot be true");
  });

  test("what is found is told in the units of the sentence", async () => {
    const { sentence, coherence } = await ask("currencies", { ...OUTPUT, rate: 25_000 });
    // 758 million at 25,000 are 18.95 trillion; the digits of 758 allow 757.5 to 758.5.
    expect(sentence).toContain("give the amount in VND as VND18.94 to 18.96 trillion");
    const { repairs = [] } = coherence.findings.find(({ verdict }) => verdict === "contradicts") ?? {};
    expect(repairs.map(({ description }) => description)).toContain(
      "Holds if the rate has another value: 23,467 to 23,630",
    );
    expect(JSON.stringify(coherence)).not.toContain(",000,000");
  });

  test("amounts at different prices imply no rate, and the sentence says so", async () => {
    const { figures, sentence } = await ask("currencies", {
      year: 2023,
      amounts: "17.8 trillion VND at constant 2010 prices; 758 million USD at current prices",
    });
    expect(figures.rate).toBeUndefined();
    expect(sentence).toContain("the amount in VND is at constant 2010 prices");
  });
});

describe("growth told apart", () => {
  test("10% in dong and 8.5% in dollars is a rate 1.4% up", async () => {
    const { figures, follows } = await ask("currencies", { growths: "VND: 10%; USD: 8.5%" });
    expect(figures.growthRate?.value).toBeCloseTo(1.1 / 1.085 - 1, 9);
    expect(figures.growthRate?.value).toBeCloseTo(0.014, 3);
    expect(follows?.quantity).toBe("growthRate");
  });

  test.each([
    ["VND: 10%; rate: 1.4%", "growthUSD", 1.1 / 1.014 - 1],
    ["USD: 8.5%; rate: 1.4%", "growthVND", 1.085 * 1.014 - 1],
    ["VND: down 5%; tỷ giá: 3%", "growthUSD", 0.95 / 1.03 - 1],
  ])("%s gives %s", async (growths, quantity, value) => {
    const { figures, follows } = await ask("currencies", { growths });
    expect(follows?.quantity).toBe(quantity);
    expect(figures[quantity]?.value).toBeCloseTo(value, 9);
  });

  test("three that do not fit are found", async () => {
    const { coherence } = await ask("currencies", { growths: "VND: 10%; USD: 8.5%; rate: 5%" });
    expect(coherence.verdict).toBe("contradicts");
    expect((await ask("currencies", { growths: "VND: 10%; USD: 8.5%; rate: 1.4%" })).coherence.verdict).toBe(
      "holds",
    );
  });

  test("both years' amounts give all of it, and both rates are judged", async () => {
    const { figures, plausibility } = await ask("currencies", {
      year: 2023,
      amounts: "17.8 trillion VND; 758 million USD",
      priorAmounts: "16.2 trillion VND; 700 million USD",
    });
    expect(figures.growthVND?.value).toBeCloseTo(17.8 / 16.2 - 1, 9);
    expect(figures.growthUSD?.value).toBeCloseTo(758 / 700 - 1, 9);
    expect(plausibility.map(({ quantity, year }) => [quantity, year])).toEqual([
      ["rate", 2023],
      ["priorRate", 2022],
    ]);
  });

  test("one growth alone is carried over at the yearly averages, and says that this is assumed", async () => {
    const { notes } = await ask("currencies", { ...OUTPUT, growths: "VND: 10%" });
    const note = notes.find(({ code }) => code === "atAverageRates");
    expect(note?.message).toContain("+8.1% in USD");
    expect(note?.message).toContain("assumption");
  });
});

describe("other currencies", () => {
  test("have a rate that nobody judges", async () => {
    const { question, figures, plausibility, notes } = await ask("currencies", {
      amounts: "€100 million; $108 million",
    });
    expect(question).toEqual({ local: "USD", foreign: "EUR" });
    expect(figures.rate?.value).toBeCloseTo(1.08, 9);
    expect(plausibility).toEqual([]);
    expect(notes.map(({ code }) => code)).toContain("pairNotJudged");
  });

  test("the order in which they are told changes nothing", async () => {
    const [one, other] = ["17.8 trillion VND", "758 million USD"];
    expect(await ask("currencies", { year: 2023, amounts: [one, other] })).toEqual(
      await ask("currencies", { year: 2023, amounts: [other, one] }),
    );
  });
});

describe("how it is asked", () => {
  test.each([
    ["short texts", { ...OUTPUT, growths: "VND: 10%; USD: 8.5%" }],
    [
      "lists",
      { year: 2023, amounts: ["17.8 trillion VND", { value: "758 million USD", qualifier: "about" }] },
    ],
    [
      "in Vietnamese",
      { lang: "vi", year: 2023, amounts: "17,8 nghìn tỷ đồng; 758 triệu USD", rate: "23.500 đồng/USD" },
    ],
    ["growths alone", { growths: { VND: "10%", USD: 0.085 } }],
  ])("%s: the same bytes by GET and POST", async (_, question: Question) => {
    for (const suffix of ["", ".csv", ".txt", ".md"]) {
      const got = await get(`/v1/currencies${suffix}`, question);
      expect(got.status, got.text).toBe(200);
      expect((await post(`/v1/currencies${suffix}`, question)).text).toBe(got.text);
    }
  });

  test("a cell tells the rate, or the growth that follows", async () => {
    expect((await get("/v1/currencies.txt", { amounts: "47 billion VND; 2 million USD" })).text).toBe(
      "23500",
    );
    expect((await get("/v1/currencies.txt", { growths: "VND: 10%; USD: 10%" })).text).toBe("0");
  });

  test("a table has a row for each figure, and the band beside the rate", async () => {
    const { text } = await get("/v1/currencies.csv", OUTPUT);
    const rows = text.trim().split("\r\n");
    expect(rows[0]).toBe("quantity,value,lower,upper,origin,from,year,average,band_lower,band_upper,verdict");
    expect(rows.map((row) => row.split(",")[0])).toEqual(["quantity", "VND", "USD", "rate"]);
    expect(rows[3]).toMatch(/,VND \/ USD,2023,.*,plausible$/);
  });

  test("Vietnamese sentences are Vietnamese", async () => {
    const { sentence } = await ask("currencies", { ...OUTPUT, growths: "VND: 10%; USD: 8.5%", lang: "vi" });
    expect(sentence).toMatch(
      /^Hơn 17,8 nghìn tỷ đồng tương đương 758 triệu USD, tức tỷ giá từ 23\.467 đến 23\.630 đồng\/USD, hợp lý/,
    );
    expect(sentence).toContain("do đó tỷ giá tăng từ 0,9 đến 1,9%");
  });
});

describe("what is refused", () => {
  test.each<[Question, string]>([
    [{}, "amounts"],
    [{ amounts: "17.8; 758 million USD" }, "amounts.0"],
    [{ amounts: "17.8 trillion VND; 3 billion VND" }, "amounts.1"],
    [{ amounts: "17.8 trillion VND; 0 USD" }, "amounts.1"],
    [{ amounts: "17.8 trillion VND; -3 USD" }, "amounts.1"],
    [{ amounts: "1 VND; 2 USD; 3 EUR" }, "amounts"],
    [{ amounts: "1 VND; 2 USD", growths: "EUR: 3%" }, "amounts"],
    [{ amounts: "1 VND; some USD" }, "amounts.1"],
    [{ growths: "10%" }, "growths"],
    [{ growths: "rice: 10%; VND: 3%" }, "growths.rice"],
    [{ growths: "VND: 10; USD: 8%" }, "growths.VND"],
    [{ growths: "VND: 10%; dong: 8%" }, "growths.dong"],
    [{ growths: "VND: 10%; USD: 8%; VND: 12%" }, "growths.VND "],
    [{ growths: "VND: -100%; USD: 8%" }, "growths.VND"],
    [{ rate: 0 }, "rate"],
    [{ rate: 23500, year: "soon" }, "year"],
    [{ rate: 23500, through: 5 }, "year"],
    [{ rate: 23500, through: "2023-05", year: 2022 }, "year"],
    [{ rate: 23500, through: "2023-13" }, "through"],
    [{ rate: 23500, currency: "VND" }, "currency"],
  ])("%j names %s", async (question, path) => {
    const { errors } = await refused("currencies", question);
    expect(errors.map((error) => error.path)).toContain(path);
    expect(errors.find((error) => error.path === path)?.message).toMatch(/\S/);
  });

  test.each([{ amounts: "17.8 trillion VND" }, { growths: "VND: 10%" }, { growths: "EUR: 10%", year: 2023 }])(
    "%j, of which nothing follows, is not enough",
    async (question) => {
      const { type, errors } = await refused("currencies", question);
      expect(type).toBe("/docs/problems/notEnoughKnown");
      expect(errors[0]?.hint).toMatch(/\S/);
    },
  );

  test("everything at once", async () => {
    const { errors } = await refused("currencies", {
      year: 1,
      amounts: "17.8; x USD",
      growths: "rice: 2%",
      rate: -1,
      nothing: 1,
    });
    expect(errors.map(({ path }) => path).sort()).toEqual([
      "amounts.0",
      "amounts.1",
      "growths.rice",
      "nothing",
      "rate",
      "year",
    ]);
  });
});

describe("identities", () => {
  const growths = fc.integer({ min: -900, max: 4000 }).map((perMille) => perMille / 1000);

  test("of three growths any one follows from the other two", async () => {
    await fc.assert(
      fc.asyncProperty(growths, growths, async (inDollars, ofRate) => {
        const forward = await ask("currencies", { growths: { USD: inDollars, rate: ofRate } });
        const inDong = forward.figures.growthVND?.value ?? Number.NaN;
        expect(1 + inDong).toBeCloseTo((1 + inDollars) * (1 + ofRate), 7);
        if (Math.abs(inDong) > 5) return;
        const back = await ask("currencies", { growths: { VND: inDong, USD: inDollars } });
        expect(back.figures.growthRate?.value).toBeCloseTo(ofRate, 6);
      }),
      SEARCH,
    );
  });

  test("a thousand times both amounts is the same rate", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 99_999 }),
        fc.integer({ min: 1, max: 99_999 }),
        async (dong, dollars) => {
          const small = await ask("currencies", { amounts: `${dong} billion VND; ${dollars} million USD` });
          const large = await ask("currencies", { amounts: `${dong} trillion VND; ${dollars} billion USD` });
          expect(large.figures.rate).toEqual(small.figures.rate);
          expect(large.plausibility[0]?.verdict).toBe(small.plausibility[0]?.verdict);
        },
      ),
      SEARCH,
    );
  });
});
