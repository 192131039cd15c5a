import { describe, expect, test } from "vitest";
import { drawPicture } from "../../../src/presentation/pictures/index.ts";
import { readPictureOptions } from "../../../src/presentation/pictures/options.ts";
import { PictureError } from "../../../src/presentation/pictures/picture-error.ts";
import { themeOf } from "../../../src/presentation/pictures/theme.ts";
import { ask, OPERATIONS, type Question } from "../../http/ask.ts";
import { all, expectReadable, type Node, textBoxes, textOf } from "./checked-svg.ts";
import { expectGolden } from "./golden.ts";
import { QUESTIONS } from "./questions.ts";

type Kind = "scenarios" | "ranking" | "breakdown";
type Parameters = Partial<Record<"size" | "lang" | "theme", string>>;

const exampleOf = (name: Kind): Question => OPERATIONS.find((each) => each.name === name)?.example ?? {};
const EXAMPLES: Readonly<Record<Kind, Question>> = {
  scenarios: exampleOf("scenarios"),
  ranking: exampleOf("ranking"),
  breakdown: exampleOf("breakdown"),
};

async function drawn(kind: Kind, question: Question, parameters: Parameters = {}): Promise<string> {
  const { options } = readPictureOptions(parameters as never);
  return drawPicture(kind, await ask(kind, { ...question, lang: options.lang }), options);
}
const textsOf = (svg: string): readonly string[] => all(expectReadable(svg), "text").map(textOf);

const SIZES = [
  [200, 100],
  [960, 540],
  [720, 430],
  [60, 60],
  [120, 60],
  [320, 180],
  [300, 900],
  [2000, 180],
] as const;

/** Every combination in which a picture must be read. */
async function expectReadableAlways(kind: Kind, question: Question): Promise<void> {
  for (const lang of ["en", "vi"] as const) {
    const answer = await ask(kind, { ...question, lang });
    for (const [width, height] of SIZES)
      expectReadable(drawPicture(kind, answer, { width, height, lang, theme: "light" }));
  }
}

const PLACES = Array.from({ length: 63 }, (_, index) => ({
  name: `Tỉnh ${String.fromCodePoint(0x41 + (index % 26))}${index} của vùng đồng bằng sông Cửu Long`,
  value: 1000 + ((index * 7919) % 5000),
  growth: (((index * 37) % 63) - 18) / 200,
}));
const HOSTILE = "</text><script>alert(1)</script> & \"x\" 'y' Thừa Thiên \u0000 Huế \u202e";

describe("golden bars", () => {
  test.each([
    ["scenarios", "page", "vi", "light"],
    ["scenarios", "cell", "en", "dark"],
    ["ranking", "page", "en", "light"],
    ["ranking", "slide", "vi", "dark"],
    ["breakdown", "page", "vi", "light"],
  ] as const)("%s %s %s %s", async (kind, size, lang, theme) => {
    expectGolden(
      `${kind}-example-${size}-${lang}-${theme}`,
      await drawn(kind, EXAMPLES[kind], { size, lang, theme }),
    );
  });
});

describe("scenarios", () => {
  test.each(Object.keys(QUESTIONS) as (keyof typeof QUESTIONS)[])(
    "of %s can be read at every size",
    async (name) => {
      const { scenarios } = await ask("scenarios", QUESTIONS[name]);
      if (scenarios.length > 0) await expectReadableAlways("scenarios", QUESTIONS[name]);
      else await expect(drawn("scenarios", QUESTIONS[name])).rejects.toBeInstanceOf(PictureError);
    },
  );

  test("stand from the highest to the lowest, each with its amount and probability, against the targets", async () => {
    const texts = textsOf(await drawn("scenarios", QUESTIONS.growth));
    const names = [
      "Same growth",
      "Break-even: the ambition",
      "Median forecast",
      "Break-even: the plan",
      "Current pace",
    ];
    const order = names.map((name) => texts.indexOf(name));
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(texts).toEqual(expect.arrayContaining(["Plan 920", "Ambition 1,000", "990", "50%"]));
  });

  const SIX = "a: 900; b: 910; c: 920; d: 1000; e: 1100; f: 1200";

  test("six targets have their lines on a page, and none runs through the label of another", async () => {
    const root = expectReadable(
      await drawn("scenarios", { ...QUESTIONS.snapshot, priorFullYear: 860, target: SIX }),
    );
    const { target } = themeOf("light");
    const labels = textBoxes(root).filter(({ text }) => /^[A-F] [\d,]+$/.test(text));
    expect(labels).toHaveLength(6);
    const lines = all(root, "line").filter(({ attributes }) => attributes.stroke === target);
    expect(lines).toHaveLength(6);
    const crossed = lines.flatMap(({ attributes: { x1, y1 } }) =>
      labels.filter(
        ({ left, right, bottom }) => Number(x1) > left && Number(x1) < right && Number(y1) < bottom - 3,
      ),
    );
    expect(crossed).toEqual([]);
  });

  test.each([
    ["en", /^… (\d) more targets?$/],
    ["vi", /^… và (\d) mục tiêu khác$/],
  ] as const)("targets whose lines have no room are counted, %s", async (lang, counted) => {
    const answer = await ask("scenarios", { ...QUESTIONS.growth, target: SIX, lang });
    const svg = drawPicture("scenarios", answer, { width: 420, height: 250, theme: "light", lang });
    const texts = textsOf(svg);
    const more = texts.flatMap((text) => counted.exec(text)?.[1] ?? []).map(Number);
    expect(more).toHaveLength(1);
    expect(texts.filter((text) => /^[A-F] [\d.,]+$/.test(text)).length + (more[0] ?? 0)).toBe(6);
  });

  test("a deficit so far is drawn below zero, and what is still to come begins where it ends", async () => {
    const balance = [
      -5, 3, -8, -12, 4, 6, -9, -10, 2, -3, 5, -7, -8, 4, -9, -10, 6, 7, -8, -12, 1, -2, 6, -8, -4, 5, -10,
      -9,
    ];
    const question = { target: "plan: 40", history: { start: "2022-01", values: balance } };
    await expectReadableAlways("scenarios", question);
    const root = expectReadable(await drawn("scenarios", question));
    const { actual, background, forecastFill } = themeOf("light");
    const zero = Number(
      all(root, "line").find(({ attributes }) => attributes["stroke-width"] === "1")?.attributes.x1,
    );
    const bars = (fill: string) =>
      all(root, "rect")
        .filter(({ attributes }) => attributes.fill === fill && Number(attributes.height) > 12)
        .map(({ attributes: { x, width } }) => [Number(x), Number(x) + Number(width)] as const);
    const reported = bars(actual);
    expect(reported).toHaveLength(3);
    const [start = 0] = reported.map(([from]) => from);
    for (const [from, to] of reported)
      expect([from, to]).toEqual([expect.closeTo(start, 1), expect.closeTo(zero, 1)]);
    const plan = all(root, "line").find(({ attributes }) => attributes["stroke-dasharray"])?.attributes.x1;
    expect(bars(background).at(-1)).toEqual([expect.closeTo(start, 1), expect.closeTo(Number(plan), 1)]);
    const [median] = bars(forecastFill).filter(([from]) => from > 30 && from < start);
    const { fullYear } = (await ask("scenarios", question)).scenarios.find(
      ({ kind }) => kind === "forecastMedian",
    ) ?? {
      fullYear: Number.NaN,
    };
    expect((zero - (median?.[0] ?? 0)) / (zero - start)).toBeCloseTo(fullYear / -18, 1);
  });

  test("bars are as long as their amounts", async () => {
    const answer = await ask("scenarios", { ...QUESTIONS.growth, target: undefined });
    const svg = expectReadable(
      drawPicture("scenarios", answer, { width: 720, height: 430, lang: "en", theme: "light" }),
    );
    const bars = all(svg, "rect").filter(
      ({ attributes }) => attributes.fill === "#8fc3e4" && attributes.x !== undefined,
    );
    const widths = bars.map(({ attributes }) => Number(attributes.width)).filter((width) => width > 40);
    const amounts = answer.scenarios.map(({ fullYear }) => fullYear).toSorted((a, b) => b - a);
    expect(widths).toHaveLength(amounts.length);
    for (const [index, width] of widths.entries())
      expect(width / (widths[0] as number)).toBeCloseTo(
        (amounts[index] as number) / (amounts[0] as number),
        2,
      );
  });
});

describe("a ranking", () => {
  test("few rows fill the sheet", async () => {
    const places = PLACES.slice(0, 2);
    const svg = expectReadable(await drawn("ranking", { through: "2024-04", places }));
    const { axis } = themeOf("light");
    const bottoms = all(svg, "line").flatMap(({ attributes }) =>
      attributes.stroke === axis ? [Number(attributes.y2)] : [],
    );
    expect(Math.max(...bottoms)).toBeGreaterThan(430 * 0.7);
  });

  test("levels that lead are drawn as what is known", async () => {
    const places = PLACES.slice(0, 4).map(({ name, value }) => ({ name, value }));
    const svg = expectReadable(await drawn("ranking", { unit: "million USD", places }));
    const { actual } = themeOf("light");
    expect(all(svg, "rect").filter(({ attributes }) => attributes.fill === actual)).toHaveLength(4);
  });

  test("compares growths with the region's, and shows levels beside them", async () => {
    const texts = textsOf(await drawn("ranking", EXAMPLES.ranking));
    expect(texts).toEqual(
      expect.arrayContaining(["These places, weighted +14.7%", "+21.26%", "over 290", "Level, million USD"]),
    );
    expect(texts).toContain("Growth is not known of one place.");
  });

  test("of 63 places keeps the first, the last and the headline's, and counts the rest", async () => {
    const question = {
      indicator: "exports",
      unit: "tỷ đồng",
      through: "2024-04",
      places: PLACES,
      headline: { claim: "growth", leader: PLACES[40]?.name },
    };
    await expectReadableAlways("ranking", question);
    const texts = textsOf(await drawn("ranking", question, { lang: "vi" }));
    const counted = texts.flatMap((text) => /^… (\d+) địa phương khác$/.exec(text)?.[1] ?? []).map(Number);
    const levels = texts.filter((text) => /^[\d.]+$/.test(text)).length;
    expect(counted.reduce((a, b) => a + b, 0) + levels).toBe(63);
    const root = expectReadable(await drawn("ranking", question));
    const bold = all(root, "text").filter(
      ({ attributes, children }) => attributes["font-weight"] === "600" && String(children).includes("Tỉnh"),
    );
    expect(bold).toHaveLength(1);
  });

  test.each<[string, Question]>([
    ["one place", { places: [{ name: "Kien Giang", value: 290, growth: 0.2126 }] }],
    ["levels alone", { unit: "%", places: PLACES.slice(0, 5).map(({ name, value }) => ({ name, value })) }],
    ["growths alone", { places: PLACES.slice(0, 5).map(({ name, growth }) => ({ name, growth })) }],
    [
      "losses alone",
      { places: PLACES.slice(0, 9).map((place, index) => ({ ...place, growth: -0.01 * index - 0.01 })) },
    ],
    ["zeros", { places: PLACES.slice(0, 3).map(({ name }) => ({ name, value: 0, growth: 0 })) }],
    [
      "hostile names",
      {
        indicator: HOSTILE,
        region: HOSTILE,
        unit: HOSTILE,
        places: [
          { name: HOSTILE, value: 3, growth: -0.5 },
          { name: "b".repeat(90), value: 1e12, growth: "900%" },
        ],
      },
    ],
  ])("of %s can be read at every size", async (_, question) => {
    await expectReadableAlways("ranking", question);
  });
});

describe("a breakdown", () => {
  const whole = {
    indicator: "exports",
    geography: "Kien Giang",
    unit: "million USD",
    through: "2024-04",
    ytd: 290,
    growth: "21.26%",
    priorFullYear: 860,
    target: "plan: 920; ambition: 1100",
  };
  const parts = [
    { name: "gạo", ytd: 100.43, growth: "35%" },
    {
      name: "thủy sản",
      ytd: 64.53,
      growth: "5%",
      components: [
        { name: "tôm đông lạnh", ytd: 40, growth: "12%" },
        { name: "cá các loại", ytd: 20, growth: "-8%" },
      ],
    },
    { name: "giày da", ytd: 78.1, growth: "-3%", locked: true },
  ];

  test("shares that lead are drawn as what is known, and a long total is counted in larger units", async () => {
    const svg = expectReadable(
      await drawn("breakdown", {
        unit: "VND",
        through: "2024-06",
        ytd: 1.2e13,
        components: [
          { name: "a", ytd: 3e12 },
          { name: "b", ytd: 9e12 },
        ],
      }),
    );
    expect(all(svg, "text").map(textOf)).toContain("The first six months of 2024: VND12 trillion");
    const { actual } = themeOf("light");
    expect(all(svg, "rect").filter(({ attributes }) => attributes.fill === actual)).toHaveLength(2);
  });

  test("tells contributions, shares and what the missed target asks of each part, the rest last", async () => {
    const texts = textsOf(
      await drawn("breakdown", { ...whole, components: parts }, { lang: "vi", size: "slide" }),
    );
    expect(texts).toEqual(
      expect.arrayContaining(["+10,9", "-1,0", "34,6%", "Tôm đông lạnh", "Phần còn lại"]),
    );
    expect(texts.filter((text) => /^Cần thêm để đạt/.test(text))).toHaveLength(1);
    const names = ["Gạo", "Thủy sản", "Tôm đông lạnh", "Giày da", "Phần còn lại"].map((name) =>
      texts.indexOf(name),
    );
    expect(names).toEqual(names.toSorted((a, b) => a - b));
  });

  test("the years of an index are told in four significant digits", async () => {
    const components = [
      { name: "mining", ytd: 95.2, weight: 0.2 },
      { name: "manufacturing", ytd: 109.5, weight: 0.8 },
    ];
    const question = { indicator: "IIP", aggregation: "average", through: "2024-04", components };
    const { components: parts } = await ask("breakdown", question);
    const texts = textsOf(await drawn("breakdown", question));
    for (const { fullYear } of parts) expect(texts).toContain(fullYear.median.toFixed(1));
  });

  test("parts that lose stand left of zero, parts that gain right of it", async () => {
    const svg = expectReadable(await drawn("breakdown", { ...whole, components: parts }));
    const zero = Number(
      all(svg, "line").find(({ attributes }) => attributes["stroke-width"] === "1")?.attributes.x1,
    );
    const xOf = (fill: string): readonly number[] =>
      all(svg, "rect")
        .filter(({ attributes }: Node) => attributes.fill === fill)
        .map(({ attributes }) => Number(attributes.x));
    expect(xOf("#b84a00").every((x) => x < zero)).toBe(true);
    expect(xOf("#b84a00")).toHaveLength(2);
    expect(xOf("#005f96").every((x) => Math.abs(x - zero) < 0.02)).toBe(true);
  });

  test("long names that begin alike are told apart", async () => {
    const components = ["An Giang", "Bạc Liêu", "Cà Mau"].map((place, index) => ({
      name: `Công ty trách nhiệm hữu hạn một thành viên xuất nhập khẩu ${place}`,
      ytd: 20 + index,
    }));
    const texts = textsOf(await drawn("breakdown", { ...whole, components }, { size: "cell" }));
    expect(
      texts
        .filter((text) => /^Công.*…/.test(text))
        .map((text) => text.slice(-4))
        .toSorted(),
    ).toEqual(["iang", "Liêu", " Mau"].toSorted());
  });

  test.each<[string, Question]>([
    ["parts of parts", { ...whole, components: parts }],
    ["one part", { ...whole, components: [{ name: "rice", ytd: 290, growth: "21.26%" }] }],
    [
      "40 parts",
      {
        ...whole,
        components: PLACES.slice(0, 40).map(({ name, growth }, index) => ({
          name,
          ytd: 1 + (index % 7),
          growth,
        })),
      },
    ],
    [
      "an index",
      {
        indicator: "IIP",
        through: "2024-04",
        aggregation: "average",
        ytd: 106.2,
        components: [
          { name: "mining", ytd: 98, weight: 0.2 },
          { name: "manufacturing", ytd: 108, weight: 0.8 },
        ],
      },
    ],
    [
      "hostile names",
      {
        ...whole,
        indicator: HOSTILE,
        unit: HOSTILE,
        components: [
          { name: HOSTILE, ytd: 12 },
          { name: "c".repeat(90), ytd: 13 },
        ],
      },
    ],
  ])("of %s can be read at every size", async (_, question) => {
    await expectReadableAlways("breakdown", question);
  });
});
