import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatSignificant } from "../../../src/presentation/format-number.ts";
import { isCrossed } from "../../../src/presentation/pictures/free-side.ts";
import { drawPicture, PICTURES_OF } from "../../../src/presentation/pictures/index.ts";
import { type PictureOptions, readPictureOptions } from "../../../src/presentation/pictures/options.ts";
import { PictureError } from "../../../src/presentation/pictures/picture-error.ts";
import { themeOf } from "../../../src/presentation/pictures/theme.ts";
import { ask, get, type Name, type Question } from "../../http/ask.ts";
import { all, expectReadable, hostileText, type Node, parsed, textBoxes, textOf } from "./checked-svg.ts";
import { expectGolden } from "./golden.ts";
import { QUESTIONS } from "./questions.ts";

const optionsOf = (parameters: Parameters<typeof readPictureOptions>[0]): PictureOptions => {
  const { options, problems } = readPictureOptions(parameters);
  expect(problems).toEqual([]);
  return options;
};
const drawn = async (name: Name, question: Question, parameters: Parameters<typeof readPictureOptions>[0]) =>
  drawPicture(name, await ask(name, { ...question, lang: parameters.lang }), optionsOf(parameters));

const KINDS = ["fan", "months", "sparkline"] as const;
const NAMES = Object.keys(QUESTIONS) as (keyof typeof QUESTIONS)[];

describe("golden pictures: GOLDEN_WRITE=1 rewrites them, then look at each", () => {
  test.each<
    [
      keyof typeof QUESTIONS,
      Name,
      "fan" | "months" | "sparkline",
      "cell" | "slide" | "page",
      "en" | "vi",
      "light" | "dark",
    ]
  >([
    ["growth", "outlook", "fan", "page", "en", "light"],
    ["history", "outlook", "fan", "slide", "vi", "dark"],
    ["fiscal", "outlook", "fan", "page", "vi", "light"],
    ["average", "outlook", "fan", "cell", "en", "dark"],
    ["complete", "outlook", "fan", "page", "en", "light"],
    ["history", "outlook", "months", "page", "en", "light"],
    ["growth", "outlook", "months", "slide", "vi", "dark"],
    ["growth", "run-rate", "months", "cell", "vi", "light"],
    ["stock", "forecast", "months", "page", "en", "light"],
    ["history", "outlook", "sparkline", "cell", "en", "light"],
  ])("%s %s %s %s %s %s", async (name, operation, picture, size, lang, theme) => {
    const svg = await drawn(operation, QUESTIONS[name], { picture, size, lang, theme });
    expectGolden(`${picture}-${name}-${operation}-${size}-${lang}-${theme}`, svg);
  });
});

describe("every picture of every question can be read", () => {
  test.each(NAMES)("%s", async (name) => {
    for (const lang of ["en", "vi"] as const) {
      const answer = await ask("outlook", { ...QUESTIONS[name], lang });
      for (const picture of KINDS)
        for (const size of ["cell", "slide", "page"] as const)
          expectReadable(drawPicture("outlook", answer, optionsOf({ picture, size, lang, theme: "dark" })));
    }
  });

  test("names cannot break out of the picture", async () => {
    for (const picture of KINDS) {
      const root = parsed(await drawn("outlook", QUESTIONS.hostile, { picture }));
      expect(all(root, "script")).toEqual([]);
      expect(all(root, "b")).toEqual([]);
      expect(textOf(all(root, "title")[0] as never)).toContain("<script>alert(\"1\")</script> & 'exports'");
    }
  });

  test("whatever is asked at whatever size", async () => {
    const name = hostileText(60).filter((text) => text.trim() !== "");
    const month = fc.integer({ min: 1, max: 12 });
    const magnitude = fc.integer({ min: -9, max: 14 });
    const question = fc.record(
      {
        indicator: name,
        geography: name,
        unit: fc.oneof(fc.constantFrom("million USD", "tỷ đồng", "%", "tonnes"), name),
        aggregation: fc.constantFrom("sum", "average", "last"),
        fiscalYearStart: month,
        growth: fc.double({ min: -0.6, max: 1.5, noNaN: true }),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(
        question,
        month,
        magnitude,
        fc.double({ min: 1, max: 9.9, noNaN: true }),
        fc.array(fc.tuple(name, fc.double({ min: 0.5, max: 6, noNaN: true })), { maxLength: 4 }),
        fc.integer({ min: 60, max: 2000 }),
        fc.integer({ min: 60, max: 2000 }),
        fc.constantFrom("en", "vi"),
        async (labels, through, exponent, mantissa, targets, width, height, lang) => {
          const ytd = Number(`${mantissa.toPrecision(4)}e${exponent}`);
          const asked = {
            ...labels,
            through: `2024-${String(through).padStart(2, "0")}`,
            ytd,
            target: targets.map(([label, ratio], index) => ({
              name: `${label}${index}`,
              value: ytd * ratio,
            })),
            lang,
          };
          const { status, json } = await get("/v1/outlook", {
            ...asked,
            ...(targets.length === 0 && { target: undefined }),
          });
          // What cannot be answered cannot be drawn.
          fc.pre(status === 200);
          for (const picture of KINDS)
            expectReadable(
              drawPicture(
                "outlook",
                json as object,
                optionsOf({ picture, width, height, lang: lang as "en" }),
              ),
            );
        },
      ),
      { numRuns: 25, seed: 6 },
    );
  }, 30_000);
});

describe("what a picture says", () => {
  test("the fan in both languages", async () => {
    const english = parsed(await drawn("outlook", QUESTIONS.growth, { picture: "fan", lang: "en" }));
    const texts = all(english, "text").map(textOf);
    expect(texts).toEqual(
      expect.arrayContaining([
        "Exports of Kien Giang, 2024",
        "Year to date, million USD",
        "290",
        "Plan 920",
        "probability 75%",
        "2023: 860",
      ]),
    );
    expect(textOf(all(english, "desc")[0] as never)).toBe(
      "Year to date through April 2024: US$290 million. Forecast of the full year: US$989.6 million (80% interval: US$851.2 to 1,162 million). Plan: US$920 million, probability 75%, US$78.75 million needed each month that remains. Ambition: US$1,000 million, probability 46%, US$88.75 million needed each month that remains. 2023: US$860 million.",
    );
    const vietnamese = parsed(await drawn("outlook", QUESTIONS.growth, { picture: "fan", lang: "vi" }));
    expect(all(vietnamese, "text").map(textOf)).toEqual(
      expect.arrayContaining([
        "Kim ngạch xuất khẩu của Kiên Giang, năm\u00a02024",
        "Lũy kế từ đầu năm, triệu USD",
        "Dự báo 989,6",
        "Kế hoạch 920",
        "xác suất đạt 75%",
        "Năm 2023: 860",
      ]),
    );
  });

  test("the interval of the fan has the digits of the sentence where there is room", async () => {
    const question = {
      unit: "triệu USD",
      through: "2024-07",
      ytd: 5453.7,
      priorFullYear: 8100,
      target: 9000,
    };
    const { forecast, sentence } = await ask("outlook", { ...question, lang: "vi" });
    const { lower = Number.NaN, upper = Number.NaN } =
      forecast?.intervals.find(({ level }) => level === 0.8) ?? {};
    const ends = [lower, upper].map((end) => formatSignificant(end, "vi"));
    expect(sentence).toContain(ends.join(" đến "));
    const textsAt = async (width: string) =>
      all(
        expectReadable(
          await drawn("outlook", question, { picture: "fan", lang: "vi", width, height: "430" }),
        ),
        "text",
      ).map(textOf);
    expect(await textsAt("720")).toContain(`80%: ${ends.join("–")}`);
    expect(formatSignificant(upper, "vi")).toMatch(/^10/);
  });

  test("the last reported amount stands where no line runs through it", async () => {
    const balance = [
      -5, 3, -8, -12, 4, 6, -9, -10, 2, -3, 5, -7, -8, 4, -9, -10, 6, 7, -8, -12, 1, -2, 6, -8, -4, 5, -10,
      -9,
    ];
    const asked = { target: "plan: 40", history: { start: "2022-01", values: balance } };
    const root = expectReadable(await drawn("outlook", asked, { picture: "fan" }));
    const box = textBoxes(root).find(({ text }) => text === "-18");
    const lines = all(root, "path").filter(({ attributes }) => attributes.fill === "none");
    const points = ({ attributes }: Node) =>
      (attributes.d ?? "")
        .slice(1)
        .split("L")
        .map((point) => point.split(" ").map(Number) as [number, number]);
    expect(lines.length).toBeGreaterThan(2);
    expect(
      lines.filter(
        (line) => box && isCrossed({ ...box, top: box.top + 1, bottom: box.bottom - 1 }, points(line)),
      ),
    ).toEqual([]);
    expect(box).toBeDefined();
  });

  test("the mean that was reported is drawn above last year's", async () => {
    const question = { through: "2024-04", ytd: 290, priorFullYear: 860, target: "plan: 920" };
    const root = parsed(await drawn("outlook", question, { picture: "months" }));
    const { actual, lastYear } = themeOf("light");
    const strokes = all(root, "line").map(({ attributes }) => attributes.stroke);
    expect(strokes.lastIndexOf(actual)).toBeGreaterThan(strokes.lastIndexOf(lastYear));
    expect(strokes).toContain(lastYear);
  });

  test("a title that is too long keeps place and year, and loses words of its indicator", async () => {
    const indicator =
      "tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng của các doanh nghiệp có vốn đầu tư trực tiếp nước ngoài trong các khu công nghiệp";
    const question = { ...QUESTIONS.snapshot, indicator, geography: "Vũng Tàu" };
    for (const picture of ["fan", "months", "gauge", "scenarios"] as const)
      for (const [width, height] of [
        ["720", "430"],
        ["400", "260"],
        ["320", "180"],
      ] as const) {
        const asked = { picture, lang: "vi", width, height } as const;
        const root = expectReadable(await drawn("outlook", question, asked));
        const shown = all(root, "text").map(textOf).join(" ");
        expect(shown).toMatch(/^Tổng.*… của Vũng Tàu, năm\u00a02024/);
        expect(textOf(all(root, "title")[0] as Node)).toContain("trong các khu công nghiệp của Vũng Tàu");
      }
  });

  test("of names without spaces, and of long places, a part stays beside the year", async () => {
    const names = { indicator: "x".repeat(120), geography: `Vũng Tàu ${"và các huyện đảo ".repeat(8)}` };
    const asked = { picture: "fan", width: "320", height: "180" } as const;
    const root = expectReadable(await drawn("outlook", { ...QUESTIONS.snapshot, ...names }, asked));
    expect(all(root, "text").map(textOf)[0]).toMatch(/^Xxxxxx… of V.*…, 2024$/);
  });

  test("the usual path to a target ends at it", async () => {
    const svg = parsed(await drawn("outlook", QUESTIONS.history, { picture: "fan" }));
    const inTargetColour = ({ attributes }: Node): boolean => attributes.stroke === themeOf("light").target;
    const level = all(svg, "line").findLast(inTargetColour)?.attributes.y1;
    const usual = all(svg, "path").find(
      (path) => inTargetColour(path) && (path.attributes.d ?? "").split("L").length > 5,
    );
    expect(level).toBeDefined();
    expect(usual?.attributes.d?.split(" ").at(-1)).toBe(level);
  });

  test("what led to the usual path has the shape of last year, period by period", async () => {
    const svg = parsed(await drawn("outlook", QUESTIONS.history, { picture: "fan" }));
    const answer = await ask("outlook", QUESTIONS.history);
    const isDotted = ({ attributes }: Node): boolean =>
      attributes.stroke === themeOf("light").target && (attributes.d ?? "").split("L").length > 5;
    const heights = (all(svg, "path").find(isDotted)?.attributes.d ?? "")
      .split("L")
      .map((point) => Number(point.split(" ").at(-1)));
    const [zero = 0, ...usual] = heights.map((height) => (heights[0] ?? 0) - height);
    expect(zero).toBe(0);
    const elapsed = 5;
    const lastYear = (answer.forecast?.path ?? [])
      .slice(0, elapsed)
      .map(({ lastYearCumulative = Number.NaN }) => lastYearCumulative);
    for (const [index, cumulative] of lastYear.entries())
      expect((usual[index] as number) / (usual[elapsed - 1] as number)).toBeCloseTo(
        cumulative / (lastYear[elapsed - 1] as number),
        3,
      );
  });

  test("the months of a horizon are titled with all their years, the fan with its own", async () => {
    const titleOf = async (question: Question, picture: "fan" | "months", lang: "en" | "vi") =>
      textOf(all(parsed(await drawn("outlook", question, { picture, lang })), "title")[0] as Node);
    expect(await titleOf(QUESTIONS.horizon, "months", "en")).toBe("Passengers, 1960–1962");
    expect(await titleOf(QUESTIONS.horizon, "months", "vi")).toBe("Passengers, năm 1960–1962");
    expect(await titleOf(QUESTIONS.horizon, "fan", "en")).toBe("Passengers, 1960");
    expect(await titleOf({ ...QUESTIONS.horizon, horizon: 3 }, "months", "en")).toBe("Passengers, 1960");
  });

  test("a cell names its unit beside the periods, unless it is too long", async () => {
    for (const picture of ["fan", "months"] as const) {
      const texts = async (question: Question) =>
        all(
          expectReadable(await drawn("outlook", question, { picture, size: "cell", lang: "vi" })),
          "text",
        ).map(textOf);
      expect(await texts(QUESTIONS.growth)).toContain("triệu USD");
      expect(await texts(QUESTIONS.noTarget)).toContain("nghìn tỷ đồng");
      expect((await texts(QUESTIONS.growthOnly)).join()).not.toContain("= 100");
    }
  });

  test("a cell of months without a target tells the mean that it draws", async () => {
    const svg = expectReadable(
      await drawn("outlook", QUESTIONS.noTarget, { picture: "months", size: "cell" }),
    );
    expect(all(svg, "text").map(textOf)).toContain("68.75");
  });

  test("what was stated keeps its digits, what was worked out has four", async () => {
    const question = {
      unit: "billion VND",
      through: "2023-09",
      ytd: 36514.27,
      priorFullYear: 46515.83,
      target: 48180.83,
    };
    const fan = parsed(await drawn("outlook", question, { picture: "fan", lang: "vi" }));
    const texts = all(fan, "text").map(textOf);
    expect(texts).toEqual(expect.arrayContaining(["36.514,27", "Mục tiêu 48.180,83", "Năm 2022: 46.515,83"]));
    const { forecast } = await ask("outlook", question);
    const four = formatSignificant(forecast?.median ?? Number.NaN, "vi");
    expect(four).toMatch(/0$/);
    expect(texts).toContain(`Dự báo ${four}`);
    expect(textOf(all(fan, "desc")[0] as Node)).toContain("36.514,27 tỷ đồng");
    const months = all(parsed(await drawn("outlook", question, { picture: "months", lang: "en" })), "text");
    expect(months.map(textOf)).toContain("4,057");
  });

  test("the lines of a large sparkline are not too thick to be told apart", async () => {
    const svg = parsed(await drawn("outlook", QUESTIONS.longNames, { picture: "sparkline", size: "slide" }));
    const heights = all(svg, "line")
      .filter(({ attributes }) => attributes.stroke === themeOf("light").target)
      .map(({ attributes }) => [Number(attributes.y1), Number(attributes["stroke-width"])] as const)
      .sort(([a], [b]) => a - b);
    expect(heights).toHaveLength(3);
    for (const [index, [y, width]] of heights.slice(1).entries())
      expect(y - (heights[index]?.[0] ?? 0)).toBeGreaterThan(width);
  });

  test("levels, means and indices are described as what they are", async () => {
    const described = async (question: Question, lang: "en" | "vi") =>
      textOf(all(parsed(await drawn("outlook", question, { picture: "fan", lang })), "desc")[0] as Node);
    expect(await described(QUESTIONS.stock, "en")).toMatch(
      /^Level at the end of June 2024: 10,250 enterprises\. Forecast of the level at the end of the year: .* a change of 125 enterprises needed each month that remains/,
    );
    expect(await described(QUESTIONS.stock, "vi")).toMatch(
      /^Mức cuối tháng 6\/2024: 10\.250 doanh nghiệp\. /,
    );
    expect(await described(QUESTIONS.average, "vi")).toMatch(
      /Dự báo bình quân cả năm: .* bình quân mỗi tháng còn lại cần đạt 108\./,
    );
    expect(await described(QUESTIONS.growthOnly, "en")).toContain(
      "Year to date through April 2024: 112 (first four months of 2023 = 100).",
    );
  });

  test("months that are not known are drawn as their mean", async () => {
    const svg = parsed(await drawn("outlook", QUESTIONS.growth, { picture: "months", lang: "en" }));
    const texts = all(svg, "text").map(textOf);
    expect(texts).toEqual(
      expect.arrayContaining([
        "Mean of the first four months of 2024",
        "72.5",
        "Plan: needs 78.75 a month",
        "+1.5% on last year",
      ]),
    );
    expect(all(svg, "rect").filter(({ attributes }) => attributes.fill === themeOf("light").actual)).toEqual(
      [],
    );
  });

  test("a sparkline has no words but a name and a description", async () => {
    const svg = expectReadable(
      await drawn("outlook", QUESTIONS.history, { picture: "sparkline", size: "cell" }),
    );
    expect(all(svg, "text")).toEqual([]);
    expect(svg.attributes).toMatchObject({ width: "240", height: "60" });
  });
});

describe("what has no picture is refused by name", () => {
  const refusal = (draw: () => string): PictureError => {
    try {
      draw();
    } catch (error) {
      expect(error).toBeInstanceOf(PictureError);
      return error as PictureError;
    }
    throw new Error("was drawn");
  };

  test("a function without pictures, one with others, and an answer without a forecast", async () => {
    const answer = await ask("run-rate", QUESTIONS.growth);
    const none = refusal(() => drawPicture("coherence", answer, optionsOf({})));
    expect(none).toMatchObject({ path: "picture", message: "this function has no picture" });
    expect(none.hint).toContain("outlook");
    const other = refusal(() => drawPicture("run-rate", answer, optionsOf({ picture: "fan" })));
    expect(other.hint).toBe('its pictures are months; "fan" is drawn of outlook, forecast');
    const lacking = refusal(() => drawPicture("outlook", answer, optionsOf({ picture: "fan" })));
    expect(lacking).toMatchObject({ path: "picture", hint: "ask outlook or forecast" });
    expect(refusal(() => drawPicture("constructor", answer, optionsOf({}))).path).toBe("picture");
  });

  test("the usual picture of a function is its first", async () => {
    const answer = await ask("run-rate", QUESTIONS.growth);
    expect(drawPicture("run-rate", answer, optionsOf({}))).toBe(
      drawPicture("run-rate", answer, optionsOf({ picture: "months" })),
    );
    expect(Object.values(PICTURES_OF).flat()).toEqual(
      expect.arrayContaining(["gauge", "ranking", "breakdown"]),
    );
  });
});
