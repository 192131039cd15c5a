import { describe, expect, test } from "vitest";
import { drawGauge } from "../../../src/presentation/pictures/gauge.ts";
import { readPictureOptions } from "../../../src/presentation/pictures/options.ts";
import { themeOf } from "../../../src/presentation/pictures/theme.ts";
import { ask, type Question } from "../../http/ask.ts";
import { all, expectReadable, textOf } from "./checked-svg.ts";
import { expectGolden } from "./golden.ts";
import { QUESTIONS } from "./questions.ts";

type Parameters = Partial<Record<"size" | "lang" | "theme" | "width" | "height", string>>;

async function drawn(question: Question, parameters: Parameters = {}): Promise<string> {
  const { options } = readPictureOptions(parameters as never);
  const answer = await ask("outlook", { ...question, lang: options.lang });
  return drawGauge(answer as never, options);
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

  test("tells the probability and the status of the first target", async () => {
    const texts = await textsOf(QUESTIONS.growth);
    expect(texts).toContain("75%");
    expect(texts).toContain("likely");
    expect(texts).toContain("Probability of reaching the plan of US$920 million");
    expect(texts).toContain("Forecast of the full year: US$989.6 million");
    expect(texts).toContain("80% interval: US$851.2 to 1,162 million");
  });

  test("tells every other target with a scale of its own, filled as far as its probability", async () => {
    const root = expectReadable(await drawn(QUESTIONS.longNames, { lang: "vi" }));
    const texts = all(root, "text").map(textOf);
    const { targets } = await ask("outlook", QUESTIONS.longNames);
    expect(texts).toEqual(
      expect.arrayContaining(["Phấn đấu: 135.000 tỷ đồng", "Kịch bản cao: 136.500 tỷ đồng"]),
    );
    const { gain, loss, lastYearFill } = themeOf("light");
    const widths = (...fills: readonly string[]): readonly number[] =>
      all(root, "rect")
        .filter(({ attributes }) => fills.includes(attributes.fill ?? ""))
        .map(({ attributes }) => Number(attributes.width));
    const [track = Number.NaN] = widths(lastYearFill);
    expect(widths(gain, loss).map((width) => width / track)).toEqual(
      targets.map(({ attainmentProbability }) => expect.closeTo(attainmentProbability, 3)),
    );
  });

  test("four targets have room on a page and on a slide", async () => {
    const question = {
      ...QUESTIONS.growth,
      target: "plan: 920; ambition: 1000; province: 950; ministry: 1100",
    };
    for (const size of ["page", "slide"])
      for (const lang of ["en", "vi"]) {
        const texts = await textsOf(question, { size, lang });
        expect(texts.filter((text) => /^\d+%, /.test(text))).toHaveLength(3);
      }
  });

  const SIX = "a: 900; b: 910; c: 920; d: 1000; e: 1100; f: 1200";

  test("six targets are all shown where there is room, and counted where there is none", async () => {
    const chances = (texts: readonly string[]) => texts.filter((text) => /^<?\d+%, /.test(text)).length;
    const question = { ...QUESTIONS.growth, target: SIX };
    const large = await textsOf(question, { width: "800", height: "700" });
    expect(chances(large)).toBe(5);
    expect(large.join()).not.toContain("…");
    for (const [lang, noted] of [
      ["en", /^… (\d) more targets?$/],
      ["vi", /^… và (\d) mục tiêu khác$/],
    ] as const)
      for (const [width, height] of [
        ["720", "430"],
        ["320", "180"],
        ["300", "600"],
        ["400", "260"],
      ] as const) {
        const texts = await textsOf(question, { lang, width, height });
        const more = texts.flatMap((text) => noted.exec(text)?.[1] ?? []).map(Number);
        expect(more, `${width} × ${height}`).toHaveLength(chances(texts) === 5 ? 0 : 1);
        expect(chances(texts) + (more[0] ?? 0)).toBe(5);
      }
    expect((await textsOf(question, { size: "cell" })).join()).toContain("… 5 more targets");
  });

  test("an answer without a probability of a target is refused", async () => {
    await expect(drawn(QUESTIONS.noTarget)).rejects.toMatchObject({ name: "PictureError", path: "picture" });
  });

  test("amounts are counted in the same unit everywhere, and the year is named as it is aggregated", async () => {
    expect(await textsOf(QUESTIONS.huge)).toEqual(
      expect.arrayContaining(["Probability of reaching the target of VND48.16 trillion"]),
    );
    expect(await textsOf(QUESTIONS.stock, { lang: "vi" })).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Dự báo mức cuối năm: /)]),
    );
    expect(await textsOf(QUESTIONS.average)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Forecast of the year's average: /)]),
    );
    expect(await textsOf(QUESTIONS.growthOnly, { lang: "vi" })).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Dự báo cả năm: [\d,]+ \(4 tháng đầu năm 2023 = 100\)$/),
      ]),
    );
  });

  test("facts are told as such, near certainties as bounds", async () => {
    expect(await textsOf(QUESTIONS.reached)).toEqual(expect.arrayContaining(["100%", "attained"]));
    expect(await textsOf(QUESTIONS.complete, { lang: "vi" })).toEqual(
      expect.arrayContaining(["0%", "không hoàn thành", "Cả năm: 880 triệu USD, bằng 97,8% mục tiêu"]),
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
