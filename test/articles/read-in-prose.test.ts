import { describe, expect, test } from "vitest";
import { ask } from "../http/ask.ts";

const read = async (text: string, published?: string) =>
  (await ask("extract", { text, ...(published && { published }) })).figures;

/** The figures of the five reports, told in sentences of our own, through the reader of articles. */
describe("the reports in prose", () => {
  test("exports of four months that contradict their target", async () => {
    const [exports] = await read(
      "Over US$290 million is what Kien Giang took in from exports between January and April, 31.6% of the plan for the year and 21.26% more than in the same months of last year. For the whole of this year it wants US$1 billion from exports.",
      "2024-05-10",
    );
    expect(exports).toMatchObject({
      value: 290,
      qualifier: "more_than",
      shareOfTarget: 0.316,
      growth: 0.2126,
      target: { value: 1000, year: 2024, kind: "plan" },
      coherence: { verdict: "contradicts" },
    });
  });

  test("a year with its shares, growth and the plan that was met", async () => {
    const figures = await read(
      "Kon Tum's retail sales came to nearly VND31,000 billion in 2022, up 19.11% from 2021. Exports are put at US$320.8 million in 2022, up 10% over the same period (US$290.5 million) and 19% above the target of US$270 million.",
      "2023-02-06",
    );
    expect(figures).toMatchObject([
      { indicator: "retail_sales", value: 31_000, qualifier: "nearly", growth: 0.1911 },
      {
        indicator: "exports",
        value: 320.8,
        shareOfTarget: 1.19,
        growth: 0.1,
        priorYtd: 290.5,
        target: { value: 270, year: 2022 },
        coherence: { verdict: "holds" },
      },
    ]);
  });

  test("output of five months, its plan and what the plan asks of the year", async () => {
    const [output] = await read(
      "In the first five months of 2023 Kien Giang's industrial production value was over 17.8 trillion VND (758 million USD), 36.96% of the plan and up 10%. The plan of the year is 48.18 trillion VND, an increase of 8%.",
    );
    expect(output).toMatchObject({
      value: 17_800,
      period: { year: 2023, fromMonth: 1, throughMonth: 5 },
      target: { value: 48_180, kind: "plan", growth: 0.08 },
      coherence: { verdict: "holds" },
    });
  });

  test("points above planned growth that are not the excess they are said to be", async () => {
    const [output] = await read(
      "Kien Giang's industrial production value in 2023 is estimated at VND49,496.26 billion, 2.73% above the target and 11.11% more than in 2022, exceeding the growth target by 3.11 percentage points (an excess of VND1,315.43 billion).",
    );
    expect(output).toMatchObject({
      shareOfTarget: 1.0273,
      growth: 0.1111,
      coherence: { verdict: "contradicts" },
    });
    expect(output?.target).toBeUndefined();
  });

  test("growth that is not a level", async () => {
    const body = await ask("extract", {
      text: "Tay Ninh leads the Southern region in export turnover. In the first nine months of 2024 the exports of the Southern region are estimated at more than 108 billion USD, led by Tay Ninh +48.90%.",
    });
    expect(body.figures).toMatchObject([
      { geography: "Southern region", value: 108_000, qualifier: "more_than" },
      { geography: "Tay Ninh", growth: 0.489 },
    ]);
    expect(body.figures[1]).not.toHaveProperty("value");
    expect(body.suspicions).toMatchObject([{ code: "levelFromGrowth" }]);
  });
});
