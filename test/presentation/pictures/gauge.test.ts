import { describe, expect, test } from "vitest";
import { drawGauge } from "../../../src/presentation/pictures/gauge.ts";
import { readPictureOptions } from "../../../src/presentation/pictures/options.ts";
import { ask, type Question } from "../../http/ask.ts";
import { all, expectReadable, textOf } from "./checked-svg.ts";
import { expectGolden } from "./golden.ts";
import { QUESTIONS } from "./questions.ts";

type Parameters = Partial<Record<"size" | "lang" | "theme" | "target" | "width" | "height", string>>;

async function drawn(question: Question, { target, ...parameters }: Parameters = {}): Promise<string> {
  const { options } = readPictureOptions(parameters as never);
  const answer = await ask("outlook", { ...question, lang: options.lang });
  return drawGauge(answer as never, { ...options, ...(target !== undefined && { target }) });
}
const textsOf = async (question: Question, parameters: Parameters = {}): Promise<readonly string[]> =>
  all(expectReadable(await drawn(question, parameters)), "text").map(textOf);

describe("the gauge", () => {
  test.each([
    ["growth", "page", "en", "light"],
    ["growth", "cell", "vi", "dark"],
  ] as const)("of %s, %s, %s, %s", async (name, size, lang, theme) => {
    expectGolden(
      `gauge-${name}-${size}-${lang}-${theme}`,
      await drawn(QUESTIONS[name], { size, lang, theme }),
    );
  });

  test("tells the probability and the status of the first target, and the others below", async () => {
    const texts = await textsOf(QUESTIONS.growth);
    expect(texts).toContain("75%");
    expect(texts).toContain("likely");
    expect(texts).toContain("Probability of reaching the plan of US$920 million");
    expect(texts).toContain("Forecast of the full year: US$989.6 million");
    expect(texts).toContain("80% interval: 851.2 – 1,162 million USD");
    expect(texts).toContain("Ambition: US$1,000 million, 46%, at risk");
  });

  test("tells the target that is asked for by name, in whatever letters", async () => {
    const texts = await textsOf(QUESTIONS.growth, { target: "AMBITION", lang: "vi" });
    expect(texts).toContain("46%");
    expect(texts).toContain("có nguy cơ không đạt");
    expect(texts).toContain("Xác suất đạt mục tiêu phấn đấu 1.000 triệu USD");
  });

  test("what has no such target is refused by name", async () => {
    await expect(drawn(QUESTIONS.growth, { target: "dream" })).rejects.toMatchObject({
      name: "PictureError",
      path: "target",
      hint: "its targets are plan, ambition",
    });
    await expect(drawn(QUESTIONS.noTarget)).rejects.toMatchObject({ name: "PictureError", path: "picture" });
  });

  test("facts are told as such, near certainties as bounds", async () => {
    expect(await textsOf(QUESTIONS.reached)).toEqual(expect.arrayContaining(["100%", "attained"]));
    expect(await textsOf(QUESTIONS.complete, { lang: "vi" })).toEqual(
      expect.arrayContaining(["0%", "không hoàn thành", "Cả năm: 880 triệu USD"]),
    );
    expect(await textsOf({ ...QUESTIONS.growth, target: 5000 })).toContain("<1%");
  });

  test("the scale is filled as far as the probability", async () => {
    const rects = all(expectReadable(await drawn(QUESTIONS.growth, { size: "page" })), "rect");
    const [track, filled] = rects.slice(1) as [(typeof rects)[number], (typeof rects)[number]];
    const share = Number(filled.attributes.width) / Number(track.attributes.width);
    const answer = await ask("outlook", QUESTIONS.growth);
    expect(share).toBeCloseTo(answer.targets[0]?.attainmentProbability ?? Number.NaN, 3);
  });

  test.each(Object.keys(QUESTIONS) as (keyof typeof QUESTIONS)[])(
    "of %s can be read at every size",
    async (name) => {
      for (const lang of ["en", "vi"] as const) {
        const answer = await ask("outlook", { ...QUESTIONS[name], lang });
        if (answer.targets.length === 0) continue;
        for (const [width, height] of [
          [200, 100],
          [960, 540],
          [720, 430],
          [60, 60],
          [120, 60],
          [320, 180],
          [300, 600],
          [2000, 170],
        ] as const)
          expectReadable(drawGauge(answer as never, { width, height, theme: "light", lang }));
      }
    },
  );
});
