import { describe, expect, test } from "vitest";
import { ask, get, post, refused, TEXT_FORMATS } from "./ask.ts";

const codesOf = ({ notes }: { readonly notes: readonly { readonly code: string }[] }) =>
  notes.map(({ code }) => code);
const pathsOf = ({ errors }: { readonly errors: readonly { readonly path: string }[] }) =>
  errors.map(({ path }) => path);

/** Gross output of industry: the plan of 2026 lies 12.26% above 118,044 billion VND. */
const OUTPUT = {
  name: "An Giang",
  date: "2026-04",
  unit: "billion VND",
  figures: [
    { place: "Kiên Giang", value: "71.000 tỷ đồng" },
    { place: "An Giang", value: "47.044 tỷ đồng" },
  ],
  decimal: "comma",
} as const;

describe("a name at a date", () => {
  test("the same name before and after is another unit", async () => {
    const before = await ask("places", { name: "An Giang", date: "2024" });
    const after = await ask("places", { name: "An Giang", date: "2026-04" });
    expect([before.place.id, after.place.id]).toEqual(["an-giang", "an-giang-2025"]);
    expect([before.continuity, after.continuity]).toEqual(["absorbed", "formed"]);
    expect([before.comparable, after.comparable]).toEqual([false, false]);
    expect(before.successor?.id).toBe("an-giang-2025");
    expect(after.predecessors.map(({ id }) => id)).toEqual(["kien-giang", "an-giang"]);
    expect(codesOf(before)).toEqual(["sameNameOtherUnit"]);
  });

  test("a province that became a part of another one is told with it", async () => {
    const answer = await ask("places", { name: "Tỉnh Kiên Giang", date: "2026-04", lang: "vi" });
    expect(answer.place).toMatchObject({ id: "kien-giang", nameVi: "Kiên Giang", validTo: "2025-06-30" });
    expect(answer.atDate).toBe("ended");
    expect(answer.successor?.id).toBe("an-giang-2025");
    expect(codesOf(answer)).toEqual(["unitEnded"]);
    expect(answer.sentence).toContain("cùng với An Giang (cũ) hợp nhất thành tỉnh An Giang");
  });

  test("a province that is not there yet is told with those that it will be formed from", async () => {
    const answer = await ask("places", { name: "an-giang-2025", date: "2024-12" });
    expect(answer.atDate).toBe("notYet");
    expect(codesOf(answer)).toContain("unitNotYet");
  });

  test.each([
    ["Ha Noi", "unchanged"],
    ["Huế", "renamed"],
    ["Thừa Thiên Huế", "renamed"],
  ])("figures of %s go on: %s", async (name, continuity) => {
    for (const date of ["2024-06", "2026-06"])
      expect(await ask("places", { name, date })).toMatchObject({ continuity, comparable: true });
  });

  test("a place within a unit, and a date before the table, are remarked on", async () => {
    expect(codesOf(await ask("places", { name: "Rạch Giá, Kiên Giang", date: 2024 }))).toEqual([
      "withinUnit",
    ]);
    expect(codesOf(await ask("places", { name: "Ha Noi", date: "2007-12" }))).toEqual(["areasNotKnown"]);
  });
});

describe("restating", () => {
  test("levels are added, with their digits and in the caller's notation", async () => {
    const { restated, notes, sentence } = await ask("places", OUTPUT);
    expect(restated).toMatchObject({
      kind: "level",
      restated: "sum",
      into: "an-giang-2025",
      isComplete: true,
      figures: { value: { value: 118_044, lower: 118_043, upper: 118_045, from: "sum(value)" } },
    });
    expect(codesOf({ notes })).toContain("sumIsApproximate");
    expect(sentence).toContain("VND118,044 billion (Kien Giang: 71,000 and the former An Giang: 47,044)");
  });

  test("growth is weighted with what it grew from", async () => {
    const { restated } = await ask("places", {
      figures: [
        { place: "Kien Giang", prior: 60_000, growth: "11.11%" },
        { place: "An Giang", prior: 40_000, growth: "8.05%" },
      ],
    });
    expect(restated?.kind).toBe("growth");
    expect(restated?.figures.growth?.value).toBeCloseTo(0.6 * 0.1111 + 0.4 * 0.0805, 10);
    expect(restated?.figures.prior?.value).toBe(100_000);
  });

  test("what places told keeps its digits and its hedge", async () => {
    const question = {
      lang: "vi",
      unit: "triệu USD",
      figures: [
        { place: "Kien Giang", value: "hơn 290", growth: "21,26%" },
        { place: "An Giang", value: "410,50", growth: "-5,0%" },
      ],
    };
    const { sentence } = await ask("places", question);
    expect(sentence).toContain("(Kiên Giang: tăng 21,26% và An Giang (cũ): giảm 5,0%)");
    const { text } = await post("/v1/places.md", question);
    expect(text).toContain("| Kiên Giang | hơn 290 |  | +21,26% |");
    expect(text).toContain("| An Giang (cũ) | 410,50 |  | -5,0% |");
    const shares = [
      { place: "Kien Giang", value: "36.96%", denominator: 48.18 },
      { place: "An Giang", numerator: 20, denominator: 60 },
    ];
    expect((await ask("places", { kind: "share", figures: shares })).sentence).toContain(
      "34.9% (Kien Giang: 36.96% and the former An Giang: 33.3%)",
    );
  });

  test("the short form has growth, or last year's level, behind a slash", async () => {
    const short = await ask("places", { figures: "Kien Giang: 290 / 21.26%; An Giang: 410 / 390" });
    const long = [
      { place: "Kien Giang", value: "290", growth: "21.26%" },
      { place: "An Giang", value: "410", prior: "390" },
    ];
    expect(short).toEqual(await ask("places", { figures: long }));
    expect(short.restated?.figures.growth?.value).toBeCloseTo(700 / (290 / 1.2126 + 390) - 1, 9);
  });

  test("the unit follows from the places where no name is told", async () => {
    const into = async (figures: string) => (await ask("places", { figures })).place.id;
    expect(await into("Ben Tre: 1; Tra Vinh: 2; Vinh Long: 3")).toBe("vinh-long-2025");
    expect(await into("Thừa Thiên Huế: 1")).toBe("hue-2025");
  });

  test("a name that ended is restated to the unit of the date", async () => {
    const { restated } = await ask("places", {
      name: "Kien Giang",
      date: "2026-04",
      figures: "Kien Giang: 290; An Giang: 410",
    });
    expect(restated?.into).toBe("an-giang-2025");
  });

  test("a missing predecessor is refused by name, or named where a part is asked for", async () => {
    const question = { name: "An Giang", figures: "Kien Giang: 290" };
    const { errors } = await refused("places", question);
    expect(errors[0]?.message).toContain("no figure of the former An Giang");
    const answer = await ask("places", { ...question, partial: true });
    expect(answer.restated).toMatchObject({ isComplete: false, missing: ["an-giang"] });
    expect(codesOf(answer)).toContain("predecessorsMissing");
    expect(answer.sentence).toContain("without the former An Giang");
  });

  test("figures that say one thing twice and disagree are remarked on", async () => {
    const figures = (value: number) => [
      { place: "Kien Giang", value, prior: 200, growth: "10%" },
      { place: "An Giang", value: 110, prior: 100, growth: "10%" },
    ];
    expect(codesOf(await ask("places", { figures: figures(220) }))).not.toContain("figuresDisagree");
    expect(codesOf(await ask("places", { figures: figures(260) }))).toContain("figuresDisagree");
  });

  test("plans add up, growth targets do not", async () => {
    const figures = [
      { place: "Kien Giang", value: 100, growth: "8%" },
      { place: "An Giang", value: 100, growth: "10%" },
    ];
    const plans = figures.map(({ place, value }) => ({ place, value }));
    const { restated } = await ask("places", { kind: "plan", figures: plans });
    expect(restated?.figures.value).toMatchObject({ value: 200, lower: 200, upper: 200 });
    const { errors } = await refused("places", { kind: "growthTarget", figures });
    expect(errors[0]).toMatchObject({ path: "kind", message: expect.stringContaining("do not add up") });
  });
});

describe("every format, both ways, both languages", () => {
  const questions = {
    "a place": { name: "TP.HCM", date: "2026" },
    "levels of figures": OUTPUT,
    "a partial ratio": {
      name: "An Giang",
      figures: [{ place: "Kien Giang", value: "43.2%", denominator: 111 }],
      partial: true,
    },
    "an index": {
      figures: [
        { place: "Kien Giang", index: "108.5%", weight: "40 billion VND" },
        { place: "An Giang", index: 105, weight: "60 billion VND" },
      ],
    },
  };
  for (const [title, question] of Object.entries(questions))
    for (const lang of ["en", "vi"])
      test.each(TEXT_FORMATS)(`${title} in ${lang} as %s`, async (format) => {
        const got = await get(`/v1/places.${format}`, { ...question, lang });
        const posted = await post(`/v1/places.${format}`, { ...question, lang });
        expect(got.status, got.text).toBe(200);
        expect(got.text).toBe(posted.text);
        expect(got.text).not.toMatch(/\b(?:undefined|NaN|Infinity)\b|\[object/);
      });

  test("a cell has the restated figure, or else the name", async () => {
    expect(
      (
        await get("/v1/places.txt", {
          ...OUTPUT,
          decimal: "point",
          figures: "Kien Giang: 290; An Giang: 410",
        })
      ).text,
    ).toBe("700");
    expect((await get("/v1/places.txt", { name: "hanoi", lang: "vi" })).text).toBe("Hà Nội");
    expect((await get("/v1/places.txt", { name: "hanoi", field: "place.id" })).text).toBe("ha-noi");
  });
});

describe("what cannot be read is told with its field", () => {
  test.each([
    [{}, ["name"]],
    [{ name: "Kein Giang" }, ["name"]],
    [{ name: "" }, ["name"]],
    [{ name: "Kien Giang and An Giang" }, ["name"]],
    [{ name: "An Giang", date: "2026-13" }, ["date"]],
    [{ name: "An Giang", date: "2026-13", kind: "level" }, ["date", "kind"]],
    [{ name: "An Giang", partial: true }, ["partial"]],
    [{ name: "An Giang", kind: "sum", figures: "Kien Giang: 1; An Giang: 2" }, ["kind"]],
    [{ name: "Ha Noi", figures: "Ha Noi: 290" }, ["name"]],
    [{ name: "Kien Giang", date: "2024", figures: "Kien Giang: 290" }, ["name"]],
    [{ name: "An Giang", figures: "Kien Giang: 1; Kien Giang: 2; An Giang: 2" }, ["figures.1.place"]],
    [{ name: "An Giang", figures: "Kien Giang: 1; An Giang: 2; Ca Mau: 2" }, ["figures.2.place"]],
    [{ name: "An Giang", figures: "Rach Gia, Kien Giang: 1; An Giang: 2" }, ["figures.0.place"]],
    [{ name: "An Giang", figures: "Kien Giang: 1; an-giang-2025: 2" }, ["figures.1.place", "figures"]],
    [{ figures: "Kien Giang: 1; Ca Mau: 2" }, ["figures"]],
    [{ figures: "1; 2" }, ["figures.0", "figures.1", "figures.0.place", "figures.1.place"]],
    [{ figures: [] }, ["figures"]],
    [{ figures: "Kien Giang: abc; An Giang: 2" }, ["figures.0.value"]],
    [
      {
        figures: [
          { place: "Kien Giang", growth: "8%" },
          { place: "An Giang", prior: 3 },
        ],
      },
      ["figures.0", "figures.1"],
    ],
    [
      {
        figures: [
          { place: "Kien Giang", growth: 8, prior: 3 },
          { place: "An Giang", prior: 0, growth: 0.1 },
        ],
      },
      ["figures.0.growth", "figures.1.prior"],
    ],
    [
      {
        kind: "level",
        figures: [
          { place: "Kien Giang", value: 8, index: 3 },
          { place: "An Giang", value: 3 },
        ],
      },
      ["figures.0.index"],
    ],
    [
      {
        figures: [
          { place: "Kien Giang", index: 108, weight: "40%" },
          { place: "An Giang", index: 105, weight: 60 },
        ],
      },
      ["figures"],
    ],
    [{ name: "An Giang", nane: "x" }, ["nane"]],
    [{ name: 7 }, ["name"]],
  ])("%j: %j", async (question, paths) => {
    expect(pathsOf(await refused("places", question)).sort()).toEqual([...paths].sort());
  });

  test("the nearest names are suggested", async () => {
    expect((await refused("places", { name: "Kein Giang" })).errors[0]?.hint).toMatch(
      /^did you mean "Kien Giang"/,
    );
  });

  test("a list of more places than there were is refused", async () => {
    const figures = Array.from({ length: 81 }, () => ({ place: "Kien Giang", value: 1 }));
    expect(pathsOf(await refused("places", { figures }))).toEqual(["figures"]);
  });
});
