import { describe, expect, test } from "vitest";
import { ask, refused } from "../http/ask.ts";

type Body = Awaited<ReturnType<typeof ask<"coherence">>>;
const between = (body: Body, name: string, lower: number, upper: number, digits = 1): void => {
  expect(body.figures[name]?.lower, name).toBeCloseTo(lower, digits);
  expect(body.figures[name]?.upper, name).toBeCloseTo(upper, digits);
};
/** Industry and trade of Kon Tum in 2022 (Vietnam Business Forum, 2023). */
describe("the figures of the year", () => {
  test("value added of 9,361 billion at 106.17% of the plan and 123.7% of last year, which is growth of 23.7%", async () => {
    const body = await ask("coherence", {
      indicator: "added value of industry and construction",
      geography: "Kon Tum",
      through: "2022-12",
      unit: "billion VND",
      ytd: "VND9,361 billion (current price)",
      shareOfTarget: "106.17%",
      growth: "23.7%",
    });
    between(body, "target", 8816.11, 8817.88);
    between(body, "priorYtd", 7564.04, 7570.97);
  });

  test("retail of nearly 31,000 billion, up 19.11%, to the hundred or to the thousand", async () => {
    const retail = { through: "2022-12", unit: "billion VND", growth: "19.11%" };
    between(
      await ask("coherence", { ...retail, ytd: { value: 31_000, qualifier: "nearly", digits: 3 } }),
      "priorYtd",
      25_941.3,
      26_027.5,
    );
    between(
      await ask("coherence", { ...retail, ytd: { value: 31_000, qualifier: "nearly", digits: 2 } }),
      "priorYtd",
      25_185.7,
      26_027.5,
    );
  });

  test("exports of 320.8: up 10% on 290.5 and 19% above the target of 270", async () => {
    const body = await ask("coherence", {
      through: "2022-12",
      unit: "million USD",
      ytd: "US$320.8 million",
      growth: "10%",
      priorYtd: "US$290.5 million",
      target: "US$270 million",
      figures: { excess: "19%" },
    });
    expect(body.coherence.verdict).toBe("holds");
  });
});

describe("what the figures may be compared with", () => {
  test("value added at current prices has no growth at constant ones", async () => {
    const { errors } = await refused("coherence", {
      indicator: "added value of industry and construction",
      through: "2022-12",
      ytd: "VND9,361 billion (current price)",
      growth: "14.88% at constant 2010 prices",
    });
    expect(errors[0]).toMatchObject({ path: "growth", hint: expect.stringMatching(/deflator/) });
  });

  test("Kon Tum ended on 30 June 2025: its figures go on as a part of Quang Ngai", async () => {
    const { place, successor, comparable } = await ask("places", { name: "Kon Tum", date: "2022-12" });
    expect(place).toMatchObject({ nameVi: "Kon Tum", validTo: "2025-06-30" });
    expect(successor).toMatchObject({ name: "Quang Ngai", validFrom: "2025-07-01" });
    expect(comparable).toBe(false);
  });

  test("the date 2/6/2023 of the article is no date of a question: it may be June or February", async () => {
    const { errors } = await refused("outlook", {
      through: "2022-12",
      ytd: "US$320.8 million",
      asOf: "2/6/2023",
    });
    expect(errors).toEqual([
      { path: "asOf", message: '"2/6/2023" is not a date', hint: 'write "2024-05-10"' },
    ]);
  });
});

describe("the year as an outlook", () => {
  test("a finished year is what it is: attained, and nothing is forecast", async () => {
    const { forecast, targets, question } = await ask("outlook", {
      indicator: "exports",
      geography: "Kon Tum",
      through: "2022-12",
      ytd: "US$320.8 million",
      priorYtd: "US$290.5 million",
      target: "US$270 million",
    });
    expect(question.remaining).toBe(0);
    expect(forecast).toMatchObject({ tier: "complete", median: 320.8 });
    expect(forecast.growth).toBeCloseTo(0.1043, 4);
    expect(targets[0]).toMatchObject({ status: "attained", attainmentProbability: 1 });
    expect(targets[0]?.attainment).toBeCloseTo(1.188, 3);
  });
});
