import { describe, expect, test } from "vitest";
import { MAX_PLAN_STATEMENTS, MAX_PLAN_TARGETS } from "../../src/schema/plan-fields.ts";
import { ask, get, named, post, type Question, refused } from "./ask.ts";
import { at, errorsOf } from "./refusals.ts";

/** Kien Giang's industrial output: VND46,515 billion in 2020 (VCCI), 49,496.26 in 2023, up 11.11% (VBF, 9 January 2024). */
const KIEN_GIANG = {
  indicator: "industrial output",
  geography: "Kien Giang",
  unit: "billion VND",
  years: "2021-2025",
  base: "2020: 46515",
  averageGrowth: "8%",
  actuals: "2023: 49496.26",
} as const;

/** The same of no place: Kien Giang's area is another one since 1 July 2025. */
const { geography: _place, ...NOWHERE } = KIEN_GIANG;

/** The same with every year known, 2021 made up to fit. */
const EVERY_YEAR = { ...KIEN_GIANG, actuals: "2021: 45000; 2022: 44547; 2023: 49496.26" } as const;
/** The running year after five months. */
const RUNNING = {
  ...EVERY_YEAR,
  through: "2024-05",
  ytd: 19500,
  growth: "9.5%",
  target: "plan: 8%",
} as const;

const first = <T>(list: readonly T[]): T => list[0] as T;
const codes = ({ notes }: { readonly notes: readonly { readonly code: string }[] }) =>
  notes.map(({ code }) => code);

describe("Kien Giang's five-year plan", () => {
  test("8% a year from 46,515 is 68,346, which needs 17.5% in both 2024 and 2025", async () => {
    const { targets, soFar, question } = await ask("plan", KIEN_GIANG);
    const plan = first(targets);
    expect(plan.finalLevel).toBeCloseTo(68_345.8, 1);
    expect(plan.requiredGrowth).toBeCloseTo(0.175, 3);
    expect(plan.geometric.path.map(({ fiscalYear }) => fiscalYear)).toEqual([2024, 2025]);
    expect(first(plan.geometric.path).value / 49_496.26).toBeCloseTo(1.175, 3);
    expect(soFar?.averageGrowth).toBeCloseTo(0.021, 3);
    expect(question).toMatchObject({ baseYear: 2020, years: 5, knownThrough: 2023, remaining: 2 });
  });

  test("a year above 11% does not put it on course", async () => {
    const { oneGoodYear, years, sentence } = await ask("plan", {
      ...KIEN_GIANG,
      actuals: "2023: 49496.26 (11.11%)",
    });
    expect(years.find(({ fiscalYear }) => fiscalYear === 2022)).toMatchObject({
      status: "known",
      origin: "derived",
    });
    expect(oneGoodYear).toMatchObject({ fiscalYear: 2023, verdict: "notEnough" });
    expect(oneGoodYear?.repeated.finalLevel).toBeCloseTo(49_496.26 * 1.1111 ** 2, 4);
    expect(oneGoodYear?.restAtAverage.finalLevel).toBeCloseTo(49_496.26 * 1.08 ** 2, 4);
    expect((1 + (oneGoodYear?.oneYearAlone ?? 0)) * 1.08 * 49_496.26).toBeCloseTo(46_515 * 1.08 ** 5, 4);
    expect(sentence).toContain("each of the two remaining years must grow by 17.5%");
    expect(sentence).toContain("One good year is not enough");
  });

  test("the sentence in Vietnamese", async () => {
    const { sentence } = await ask("plan", { ...KIEN_GIANG, lang: "vi" });
    expect(sentence).toContain(
      "Giai đoạn 2021-2025, giá trị sản xuất công nghiệp của Kiên Giang phấn đấu tăng bình quân 8%/năm, từ 46.515 tỷ đồng năm 2020 lên 68.346 tỷ đồng năm 2025.",
    );
    expect(sentence).toContain("mỗi năm trong 2 năm còn lại phải tăng 17,5% (theo bình quân nhân)");
  });

  test("a best year below the plan's average is not called a good one", async () => {
    const question = { ...KIEN_GIANG, actuals: "2021: 47000; 2022: 49000" };
    expect((await ask("plan", question)).sentence).toContain(
      " No known year has reached the plan's average: even with the growth of 2022 (4.3%) again in every remaining year, 2025 ends at VND55,525 billion",
    );
    expect((await ask("plan", { ...question, lang: "vi" })).sentence).toContain(
      " Chưa năm nào đạt tốc độ bình quân của kế hoạch: kể cả khi các năm còn lại đều tăng 4,3% như năm 2022 thì năm 2025 đạt 55.525 tỷ đồng",
    );
  });

  test("a fall goes down in Vietnamese", async () => {
    const { sentence } = await ask("plan", {
      ...KIEN_GIANG,
      actuals: undefined,
      averageGrowth: "-3%",
      lang: "vi",
    });
    expect(sentence).toContain(
      "phấn đấu giảm bình quân 3%/năm, từ 46.515 tỷ đồng năm 2020 xuống 39.944 tỷ đồng",
    );
  });

  test("a level that follows from a growth is not shown as one that was told", async () => {
    const { text } = await post("/v1/plan.md", { ...KIEN_GIANG, actuals: "2023: 49496.26 (11.11%)" });
    expect(text).toContain("| 2022 | from growth | 44,547 |");
    expect(text).toContain("| 2023 | known | 49,496.26 |");
  });

  test.each([
    ["json", /"finalLevel":68345\.79549/],
    ["csv", /^required_growth,plan,,geometric,,,,,0\.1750861545,,\r$/m],
    ["txt", /^0\.1750861545$/],
    ["md", /\| 2024 \| needed \| 58,162 \| \+17\.5% \| 63,283 \| -5,121 \|/],
  ])("as %s, by GET and POST alike", async (format, told) => {
    const posted = await post(`/v1/plan.${format}`, KIEN_GIANG);
    expect(posted.text).toMatch(told);
    expect((await get(`/v1/plan.${format}`, KIEN_GIANG)).text).toBe(posted.text);
  });

  test("one cell by its path, and in a sheet with decimal commas", async () => {
    const cell = (field: string, more: Question = {}) =>
      get("/v1/plan.txt", { ...KIEN_GIANG, ...more, field }).then(({ text }) => text);
    expect(await cell("targets.plan.finalLevel")).toBe("68345.79549");
    expect(await cell("soFar.averageGrowth", { decimal: "comma", actuals: "2023: 49496,26" })).toBe(
      "0,02092330958",
    );
  });
});

describe("the years of a plan", () => {
  test("2021-2025 has five steps of growth from 2020; another base year is refused and told why", async () => {
    for (const [base, instead] of [
      ["2021: 46515", "2022-2026"],
      ["2019: 46515", "2020-2024"],
    ]) {
      const { message, hint } = at(await errorsOf({ ...KIEN_GIANG, base }, "plan"), "base");
      expect(message).toContain("the base of 2021-2025 is 2020");
      expect(hint).toContain(instead);
    }
  });

  test("the base may stand among the actuals, or follow from the first year's growth", async () => {
    const { base: _base, ...without } = KIEN_GIANG;
    const told = await ask("plan", { ...without, actuals: "2020: 46515; 2023: 49496.26" });
    expect(told.targets).toEqual((await ask("plan", KIEN_GIANG)).targets);
    const followed = await ask("plan", { ...without, actuals: "2021: 47000 (1%)" });
    expect(followed.base.value).toBeCloseTo(47_000 / 1.01, 4);
    expect(at(await errorsOf({ ...without, actuals: "2023: 49496.26" }, "plan"), "base").hint).toContain(
      "2020",
    );
  });

  test("levels and growths chain, in any order", async () => {
    const asked = { ...KIEN_GIANG, actuals: "2022: 3.1%; 2021: 46000; 2023: 49496.26" };
    const { years, soFar } = await ask("plan", asked);
    const level = (year: number) => years.find(({ fiscalYear }) => fiscalYear === year)?.value;
    expect(level(2022)).toBeCloseTo(46_000 * 1.031, 6);
    expect(soFar?.meanGrowth).toBeCloseTo(
      (46_000 / 46_515 - 1 + 0.031 + 49_496.26 / (46_000 * 1.031) - 1) / 3,
      9,
    );
  });

  test("years are told with dashes of any kind and with words", async () => {
    const { targets } = await ask("plan", KIEN_GIANG);
    for (const years of ["2021–2025", "2021 - 2025", "giai đoạn 2021-2025", "2021 to 2025", "2021 đến 2025"])
      expect((await ask("plan", { ...KIEN_GIANG, years })).targets, years).toEqual(targets);
  });

  test("fiscal years are named with both calendar years", async () => {
    const { sentence } = await ask("plan", { ...KIEN_GIANG, fiscalYearStart: 4 });
    expect(sentence).toContain("fiscal year 2025/26");
  });
});

describe("the readings of an average", () => {
  test("the arithmetic one asks less and ends lower; both are told, and the one used is named", async () => {
    const geometric = await ask("plan", EVERY_YEAR);
    const arithmetic = await ask("plan", { ...EVERY_YEAR, reading: "arithmetic" });
    const [one, other] = [first(geometric.targets), first(arithmetic.targets)];
    expect(one.arithmetic).toEqual(other.arithmetic);
    expect(one.geometric).toEqual(other.geometric);
    expect(one).toMatchObject({ reading: "geometric", requiredGrowth: one.geometric.requiredGrowth });
    expect(other).toMatchObject({ reading: "arithmetic", requiredGrowth: one.arithmetic?.requiredGrowth });
    expect(one.arithmetic?.requiredGrowth).toBeLessThan(one.geometric.requiredGrowth ?? 0);
    expect(one.arithmetic?.finalLevel).toBeLessThan(one.geometric.finalLevel);
    expect(one.arithmetic?.attainmentProbability).toBeGreaterThan(one.geometric.attainmentProbability);
    expect(codes(geometric)).toContain("arithmeticIsEasier");
    expect(geometric.sentence).toContain("geometric reading");
    expect(geometric.sentence).toContain("By the arithmetic reading");
    expect(arithmetic.sentence).toContain("By the geometric reading");
  });

  test("the mean needs every year, and a level has none", async () => {
    const missing = await ask("plan", KIEN_GIANG);
    expect(first(missing.targets).arithmetic).toBeUndefined();
    expect(missing.notes.find(({ code }) => code === "meanNeedsEveryYear")?.message).toContain("2021");
    const level = await ask("plan", {
      ...EVERY_YEAR,
      averageGrowth: undefined,
      finalLevel: 70000,
      reading: "arithmetic",
    });
    expect(first(level.targets)).toMatchObject({ reading: "geometric", origin: "finalLevel" });
    expect(codes(level)).toContain("levelHasOneReading");
  });

  test("equal growths leave nothing between the readings", async () => {
    const even = await ask("plan", { ...KIEN_GIANG, actuals: "2021: 8%; 2022: 8%" });
    const plan = first(even.targets);
    expect(plan.geometric.requiredGrowth).toBeCloseTo(0.08, 9);
    expect(plan.arithmetic?.requiredGrowth).toBeCloseTo(0.08, 9);
    expect(codes(even)).not.toContain("arithmeticIsEasier");
    expect(even.oneGoodYear?.verdict).toBe("enough");
  });
});

describe("the percent of the base and the percent above it", () => {
  // Kien Giang's 2020 was told as "up 133.40%" on 2015 with 5.9% a year (VCCI); 1.0593^5 is 1.334.
  const FIVE_YEARS = { years: "2016-2020", base: 100, averageGrowth: "5.93%" } as const;

  test("133.40% of the base is what 5.93% a year makes", async () => {
    const answer = await ask("plan", { ...FIVE_YEARS, finalLevel: "133.40%" });
    expect(first(answer.targets).finalLevel).toBeCloseTo(133.4, 9);
    expect(first(answer.targets).averageGrowth).toBeCloseTo(0.0593, 4);
    expect(codes(answer)).toEqual([]);
  });

  test.each(["up 133.40%", "tăng 133,40%", "+133.40%"])(
    '"%s" is told to be no growth',
    async (finalLevel) => {
      const answer = await ask("plan", { ...FIVE_YEARS, finalLevel });
      expect(first(answer.targets).finalLevel).toBeCloseTo(233.4, 9);
      expect(codes(answer)).toEqual(["growthAndLevelDiffer", "percentOfBase"]);
    },
  );

  test("a level in percent is a level where amounts are percents", async () => {
    const answer = await ask("plan", { years: "2021-2025", unit: "%", base: "43.2%", finalLevel: "50%" });
    expect(first(answer.targets).finalLevel).toBe(50);
  });
});

describe("vintages", () => {
  const REVISED = {
    ...KIEN_GIANG,
    base: "2020: 46515; 2020@2022-06-30: 47000",
    actuals: "2021@2022-01-10: 48000; 2021@2023-01-10: 48200",
  } as const;

  test("the latest counts, and every state is kept with what the target would be on it", async () => {
    const { base, years, notes } = await ask("plan", REVISED);
    expect(base.value).toBe(47_000);
    expect(base.vintages).toEqual([
      { value: 46515, finalLevel: 68345.79549, averageGrowth: 0.08 },
      { value: 47000, asOf: "2022-06-30", finalLevel: 69058.41961, averageGrowth: 0.08 },
    ]);
    expect(years.find(({ fiscalYear }) => fiscalYear === 2021)?.vintages?.map(({ value }) => value)).toEqual([
      48_000, 48_200,
    ]);
    expect(notes.filter(({ code }) => code === "levelRevised")).toHaveLength(2);
  });

  test("a level target stays while the base is revised, so that its growth changes", async () => {
    const { base, targets } = await ask("plan", {
      ...REVISED,
      averageGrowth: undefined,
      finalLevel: 68346,
    });
    expect(base.vintages?.map(({ finalLevel }) => finalLevel)).toEqual([68_346, 68_346]);
    const [before, after] = base.vintages ?? [];
    expect(before?.averageGrowth).toBeCloseTo(0.08, 5);
    expect(after?.averageGrowth).toBe(first(targets).averageGrowth);
    expect(after?.averageGrowth).toBeLessThan(before?.averageGrowth ?? 0);
  });

  test("as of a date only what was known by then, and the count of the rest", async () => {
    const { base, soFar, notes } = await ask("plan", { ...REVISED, asOf: "2022-03-01" });
    expect(base).toEqual({ fiscalYear: 2020, value: 46_515 });
    expect(soFar?.level).toBe(48_000);
    expect(notes.find(({ code }) => code === "notYetKnown")?.message).toMatch(/^Two figures/);
  });

  test("a year that is over but was not told is asked for", async () => {
    const running = { ...KIEN_GIANG, through: "2025-04", ytd: 18_000 };
    const { notes } = await ask("plan", { ...running, actuals: "2023: 49496.26" });
    expect(notes.find(({ code }) => code === "yearsOverNotTold")?.message).toMatch(/^2024 is over/);
    const told = await ask("plan", { ...running, actuals: "2023: 49496.26; 2024: 53000" });
    expect(codes(told)).not.toContain("yearsOverNotTold");
  });

  test("a growth that implies another base is told, and is the growth of its year", async () => {
    const { notes, years } = await ask("plan", {
      ...KIEN_GIANG,
      actuals: "2022: 44611.86; 2023: 49496.26 (11.11%)",
    });
    expect(notes.find(({ code }) => code === "growthImpliesOtherBase")?.message).toContain("44,550");
    expect(years.find(({ fiscalYear }) => fiscalYear === 2023)?.growth).toBe(0.1111);
    const agreed = await ask("plan", { ...KIEN_GIANG, actuals: "2022: 44547; 2023: 49496.26 (11.11%)" });
    expect(codes(agreed)).not.toContain("growthImpliesOtherBase");
    const chained = await ask("plan", {
      ...KIEN_GIANG,
      actuals: "2021: -1%; 2022: 6%; 2023: 49496.26 (11.11%)",
    });
    expect(chained.notes.find(({ code }) => code === "growthImpliesOtherBase")?.message).toContain(
      "VND44,550 billion, not VND48,812.84 billion",
    );
  });
});

describe("levels at different prices", () => {
  test("are not put into one plan, nor into its report", async () => {
    const constant = { ...KIEN_GIANG, base: "2020: 46,515 billion VND at 2010 prices" };
    expect((await ask("plan", constant)).question.priceBasis).toBe("constant2010");
    const current = "49,496.26 billion VND at current prices";
    at(await errorsOf({ ...constant, actuals: `2023: ${current}` }, "plan"), "actuals.0.value");
    at(await errorsOf({ ...constant, through: "2024-05", ytd: current }, "plan"), "ytd");
  });
});

describe("years before the base", () => {
  test("tell how the base year grew, and what follows such a year", async () => {
    const grown = async (before: number) => {
      const { years, targets } = await ask("plan", {
        ...KIEN_GIANG,
        indicator: "retail sales",
        actuals: `2019: ${before}`,
      });
      expect(years[0]).toEqual({ fiscalYear: 2019, status: "earlier", value: before, origin: "reported" });
      return first(targets).attainmentProbability;
    };
    expect(await grown(40_000)).not.toBeCloseTo(await grown(46_000), 3);
  });

  test("levels keep the digits that they were told with", async () => {
    const { base, years, targets } = await ask("plan", {
      years: "2021-2025",
      base: "2020: 46515123456.78",
      finalLevel: 68345795492.35,
      actuals: "2021: 47000123456.78",
    });
    expect(base.value).toBe(46_515_123_456.78);
    expect(years[1]?.value).toBe(47_000_123_456.78);
    expect(first(targets).finalLevel).toBe(68_345_795_492.35);
  });
});

describe("versions of the target", () => {
  const VERSIONS = {
    ...EVERY_YEAR,
    averageGrowth: undefined,
    targets: "plan: 8%; plan@2023: 9%; lowered plan@2024-03-01: 66000",
  } as const;

  test("each is answered, the latest in force first", async () => {
    const { targets, sentence } = await ask("plan", VERSIONS);
    expect(targets.map(({ name, from, inForce }) => [name, from, inForce])).toEqual([
      ["lowered plan", "2024-03-01", true],
      ["plan", "2023", false],
      ["plan", undefined, false],
    ]);
    expect(first(targets).finalLevel).toBe(66_000);
    expect(targets[1]?.averageGrowth).toBe(0.09);
    const [lowest, highest, middle] = targets.map(({ attainmentProbability }) => attainmentProbability);
    expect(lowest).toBeGreaterThan(middle ?? 0);
    expect(middle).toBeGreaterThan(highest ?? 0);
    expect(sentence).toContain("Under the earlier version, the plan of 9% a year on average");
  });

  test.each([
    "plan: 8%; revised: 9% from 2023",
    "plan: 8%; revised: 9% từ năm 2023",
    "plan: 8%; revised@2023: 9%",
  ])("the time since which a version is in force may be told in words: %s", async (targets) => {
    const { targets: told } = await ask("plan", { ...VERSIONS, targets });
    expect(told[0]).toMatchObject({ name: "revised", from: "2023", inForce: true, averageGrowth: 0.09 });
  });

  test("as of a date the one in force then", async () => {
    const { targets } = await ask("plan", { ...VERSIONS, asOf: "2024-02-01" });
    expect(targets.map(({ averageGrowth }) => averageGrowth)).toEqual([0.09, 0.08]);
  });

  test("targets of one day stand beside each other in the order told", async () => {
    const { targets, sentence } = await ask("plan", { ...VERSIONS, targets: "plan: 8%; ambition: 10%" });
    expect(targets.map(({ name, inForce }) => [name, inForce])).toEqual([
      ["plan", true],
      ["ambition", true],
    ]);
    expect(sentence).toContain("For the ambition of 10% a year on average");
  });

  test("none in force by then is refused", async () => {
    const { errors } = await refused("plan", {
      ...VERSIONS,
      targets: "plan@2023: 9%",
      base: "2020: 46515",
      asOf: "2022-02-01",
    });
    expect(first(errors).path).toBe("targets");
  });
});

describe("the running year", () => {
  test("what the path asks of it, of its remaining months, and of its own target", async () => {
    const answer = await ask("plan", RUNNING);
    const { thisYear, targets, notes } = answer;
    const path = first(first(targets).geometric.path);
    expect(thisYear?.pathLevel).toBe(path.value);
    expect(thisYear?.requiredRunRate?.perPeriod).toBeCloseTo((path.value - 19_500) / 7, 4);
    // What is still to come, on last year's total less its same months.
    const lastYearsRest = 49_496.26 - 19_500 / 1.095;
    expect(thisYear?.requiredRunRate?.growthOnLastYear).toBeCloseTo(
      (path.value - 19_500) / lastYearsRest - 1,
      6,
    );
    const own = named(thisYear?.targets ?? [], "plan");
    expect(own).toMatchObject({ isEnough: false, growth: 0.08 });
    expect(own.value * (1 + (own.laterGrowth ?? 0))).toBeCloseTo(first(targets).finalLevel, 4);
    expect(notes.map(({ code }) => code)).toContain("annualTargetBelowPath");
    expect(answer.question.through).toBe("2024-05");
    expect(answer.sentence).toContain(
      `met exactly, it leaves ${(100 * (own.laterGrowth ?? 0)).toFixed(1)}% to the year after.`,
    );
    const { text } = await post("/v1/plan.csv", RUNNING);
    expect(text).toContain(`annual_target_later_growth,plan,,,2024,,,,${own.laterGrowth},,`);
    expect((await post("/v1/plan.md", RUNNING)).text.match(/own plan/g)).toHaveLength(1);
  });

  test("its forecast is that of the outlook, which knows the full years", async () => {
    const { thisYear } = await ask("plan", RUNNING);
    const { forecast, targets } = await ask("outlook", {
      indicator: "industrial output",
      geography: "Kien Giang",
      unit: "billion VND",
      through: "2024-05",
      ytd: 19500,
      growth: "9.5%",
      target: "plan: 8%",
      reports: [
        { through: "2020-12", ytd: 46515 },
        { through: "2021-12", ytd: 45000 },
        { through: "2022-12", ytd: 44547 },
        { through: "2023-12", ytd: 49496.26 },
      ],
    });
    expect(thisYear?.forecast.median).toBe(forecast.median);
    expect(thisYear?.forecast.intervals).toEqual(forecast.intervals);
    expect(thisYear?.targets[0]?.attainmentProbability).toBe(targets[0]?.attainmentProbability);
  });

  test("before any year is known, nothing is said of good years that the plan says itself", async () => {
    const { oneGoodYear, sentence } = await ask("plan", {
      ...NOWHERE,
      actuals: undefined,
      through: "2021-05",
      ytd: 20_000,
      priorYtd: 18_000,
    });
    expect(oneGoodYear).toMatchObject({ origin: "forecast", verdict: "enough" });
    expect(sentence).toMatch(/since the base\.$/);
  });

  test("a good year so far makes the plan likelier than a bad one", async () => {
    const chance = async (ytd: number) =>
      first((await ask("plan", { ...RUNNING, growth: undefined, priorYtd: 17800, ytd })).targets)
        .attainmentProbability;
    expect(await chance(22000)).toBeGreaterThan(await chance(19500));
    expect(await chance(19500)).toBeGreaterThan(await chance(17500));
  });

  test("the share of its own plan is not taken for one of the path", async () => {
    const { thisYear } = await ask("plan", {
      ...KIEN_GIANG,
      actuals: "2022: 44611.86",
      through: "2023-05",
      shareOfTarget: "36.96%",
      growth: "10%",
      target: 48181,
    });
    expect(thisYear?.ytd).toBeCloseTo(0.3696 * 48_181, 4);
    expect(thisYear?.requiredRunRate?.perPeriod).toBeCloseTo(
      ((thisYear?.pathLevel ?? 0) - 0.3696 * 48_181) / 7,
      4,
    );
  });

  test("in the plan's last year the path is the plan, and the probability that of the outlook", async () => {
    const asked = { ...NOWHERE, actuals: "2024: 63000", through: "2025-10", ytd: 58000, growth: "9%" };
    const { thisYear, targets, finalYear, assumptions, sentence } = await ask("plan", asked);
    expect(thisYear?.pathLevel).toBe(first(targets).finalLevel);
    expect(first(targets).attainmentProbability).toBe(thisYear?.attainmentProbability);
    expect(finalYear?.median).toBe(thisYear?.forecast.median);
    expect(thisYear?.laterGrowth).toBeUndefined();
    expect(assumptions).toEqual([]);
    expect(sentence.match(/68,346 in 2025|VND68,346 billion in 2025/g)).toHaveLength(2);
    expect(sentence).toMatch(
      /\(geometric reading\)\. Each of the remaining two months must bring VND[\d,]+ billion/,
    );
    expect(sentence).not.toContain("the path asks");
  });

  test("a target that is booked before the end is attained, for sure", async () => {
    const asked = { ...NOWHERE, actuals: "2024: 63000", through: "2025-10", ytd: 69000 };
    const { targets, sentence, thisYear } = await ask("plan", asked);
    expect(first(targets)).toMatchObject({ attainmentProbability: 1, status: "attained" });
    expect(thisYear?.requiredRunRate).toBeUndefined();
    expect(sentence).toContain("The plan has already been reached");
  });

  test("a complete report is a known year", async () => {
    const reported = await ask("plan", {
      ...KIEN_GIANG,
      through: "2024-12",
      ytd: 53000,
    });
    const known = await ask("plan", { ...KIEN_GIANG, actuals: "2023: 49496.26; 2024: 53000" });
    expect(reported.targets).toEqual(known.targets);
    expect(reported.thisYear).toBeUndefined();
  });

  test("last year follows from the report where nothing else tells it, and a difference is told", async () => {
    const { actuals: _actuals, ...without } = KIEN_GIANG;
    const report = { through: "2023-05", ytd: 17800, growth: "10%", priorFullYear: 44547 };
    const followed = await ask("plan", { ...without, ...report });
    expect(followed.soFar).toMatchObject({ through: 2022, level: 44_547 });
    const differing = await ask("plan", { ...without, ...report, actuals: "2022: 44612" });
    expect(codes(differing)).toContain("lastYearDiffers");
    expect(differing.soFar?.level).toBe(44_612);
  });

  test("remarks on its figures are told too", async () => {
    expect(
      codes(await ask("plan", { ...RUNNING, growth: undefined, target: undefined, ytd: 19.5 })),
    ).toContain("unitSlip");
  });

  test("the units of the plan and of the report are one", async () => {
    const inTrillions = await ask("plan", {
      ...RUNNING,
      unit: undefined,
      base: "2020: 46.515 trillion VND",
      actuals: "2021: 45,000 billion VND; 2022: 44547 billion VND; 2023: 49,496.26 billion VND",
      ytd: "19,500 billion VND",
    });
    const inBillions = await ask("plan", RUNNING);
    expect(inTrillions.question.unit).toBe("trillion VND");
    expect(inTrillions.thisYear?.pathLevel).toBeCloseTo((inBillions.thisYear?.pathLevel ?? 0) / 1000, 9);
    expect(first(inTrillions.targets).requiredGrowth).toBe(first(inBillions.targets).requiredGrowth);
  });
});

describe("indices and stocks are levels", () => {
  test("an index", async () => {
    const { thisYear, targets } = await ask("plan", {
      indicator: "IIP",
      years: "2021-2025",
      base: 100,
      averageGrowth: "9%",
      actuals: "2021: 104.8; 2022: 112; 2023: 113.7",
      through: "2024-05",
      ytd: 119,
    });
    expect(first(targets).finalLevel).toBeCloseTo(100 * 1.09 ** 5, 6);
    // The mean that the remaining seven months need.
    expect(thisYear?.requiredRunRate?.perPeriod).toBeCloseTo(
      (12 * (thisYear?.pathLevel ?? 0) - 5 * 119) / 7,
      6,
    );
  });

  test("a stock, in quarters", async () => {
    const { thisYear, targets } = await ask("plan", {
      aggregation: "last",
      unit: "hectares",
      years: "2021-2025",
      base: 800,
      finalLevel: 1200,
      actuals: "2021: 850; 2022: 900; 2023: 960",
      through: "2024-Q2",
      ytd: 990,
    });
    expect(first(targets).averageGrowth).toBeCloseTo(1.5 ** 0.2 - 1, 9);
    expect(thisYear?.requiredRunRate?.perPeriod).toBeCloseTo(((thisYear?.pathLevel ?? 0) - 990) / 2, 6);
  });
});

describe("a plan that is over", () => {
  test.each([
    ["2025: 60000", 0, "missed"],
    ["2025: 70000", 1, "attained"],
    ["2021: 8%; 2022: 8%; 2023: 8%; 2024: 8%; 2025: 8%", 1, "attained"],
  ])("%s: probability exactly %i", async (actuals, probability, status) => {
    const { targets, finalYear, oneGoodYear, sentence } = await ask("plan", { ...NOWHERE, actuals });
    expect(first(targets)).toMatchObject({ attainmentProbability: probability, status });
    expect(first(targets).requiredGrowth).toBeUndefined();
    expect(finalYear).toBeUndefined();
    expect(oneGoodYear).toBeUndefined();
    expect(sentence).toContain(status === "attained" ? "The plan was reached" : "The plan was missed");
    expect((await get("/v1/plan.txt", { ...NOWHERE, actuals })).text).toBe(status);
  });
});

describe("a place whose area changed", () => {
  const ACROSS = { ...KIEN_GIANG, actuals: "2024: 53000; 2025: 58000" } as const;

  test("years of before and after are not put into one plan, unless they are told to be restated", async () => {
    const { message, hint } = at(await errorsOf(ACROSS, "plan"), "actuals");
    expect(message).toContain("2025-07-01");
    expect(hint).toContain("restated=official");
    const { notes, targets } = await ask("plan", { ...ACROSS, restated: "official" });
    expect(first(targets).status).toBe("missed");
    expect(notes.map(({ code }) => code)).toContain("figuresRestated");
  });

  test("nor a running year with full years of before", async () => {
    const asked = { ...KIEN_GIANG, through: "2025-10", ytd: 58000 };
    at(await errorsOf(asked, "plan"), "actuals");
    expect((await ask("plan", { ...asked, restated: "sum" })).thisYear?.fiscalYear).toBe(2025);
  });
});

describe("what is refused", () => {
  test.each([
    ["years", { years: undefined }],
    ["years", { years: "2021" }],
    ["years", { years: "2025-2021" }],
    ["years", { years: "1950-2050" }],
    ["years", { years: 2021 }],
    ["base", { base: undefined, actuals: undefined }],
    ["base", { base: "2020: 0" }],
    ["base", { base: -5 }],
    ["base", { base: "many" }],
    ["averageGrowth", { averageGrowth: undefined }],
    ["averageGrowth", { averageGrowth: 8 }],
    ["averageGrowth", { averageGrowth: "-100%" }],
    ["finalLevel", { averageGrowth: undefined, finalLevel: 0 }],
    ["targets.0", { targets: [{ name: "plan" }] }],
    ["targets.0", { targets: "plan: 9%" }],
    ["targets.0.from", { targets: "new@soon: 9%" }],
    ["actuals.0.value", { actuals: "2021: -3" }],
    ["actuals.0", { actuals: [{ year: 2021 }] }],
    ["actuals.0.year", { actuals: [{ value: 47000 }] }],
    ["actuals.0", { actuals: "2026: 70000" }],
    ["actuals.1", { actuals: "2021: 46000; 2021: 47000" }],
    ["actuals.0", { actuals: "2022: 3%" }],
    ["actuals.0.asOf", { actuals: "2021@spring: 46000" }],
    ["reading", { reading: "mean" }],
    ["through", { ytd: 19500 }],
    ["through", { through: "2026-05", ytd: 19500 }],
    ["through", { through: "2020-05", ytd: 19500 }],
    ["actuals.0", { through: "2023-05", ytd: 19500 }],
    ["actuals.0", { through: "2023-12", ytd: 49500 }],
    ["ytd", { through: "2024-05", shareOfTarget: "40%", growth: "9%" }],
    ["scenarios", { scenarios: "cautious: 2%" }],
    ["nothing", { nothing: 1 }],
  ] as const)("%s in %j", async (path, wrong) => {
    const asked = Object.fromEntries(
      Object.entries({ ...KIEN_GIANG, ...wrong }).filter(([, value]) => value !== undefined),
    );
    const { message, hint } = at(await errorsOf(asked, "plan"), path);
    expect(message).not.toBe("");
    expect(hint, message).toBeTruthy();
  });

  test("everything at once, of the plan and of its report", async () => {
    const errors = await errorsOf(
      { ...KIEN_GIANG, years: "soon", averageGrowth: 8, actuals: "2021: x", through: "2024-13", ytd: "?" },
      "plan",
    );
    for (const path of ["years", "averageGrowth", "actuals.0.value", "through", "ytd"]) at(errors, path);
  });

  test.each([
    ["actuals", MAX_PLAN_STATEMENTS, (i: number) => ({ year: 2021, value: 1, asOf: dayAfter(i) })],
    ["targets", MAX_PLAN_TARGETS, (i: number) => ({ name: `t${i}`, averageGrowth: 0.08 })],
  ] as const)("%s: %i are answered, one more is refused", async (field, most, entry) => {
    const list = (length: number) => Array.from({ length }, (_, index) => entry(index));
    expect((await post("/v1/plan", { ...KIEN_GIANG, [field]: list(most) })).status).toBe(200);
    at(await errorsOf({ ...KIEN_GIANG, [field]: list(most + 1) }, "plan"), field);
  });

  test("a growth target with a hostile name is told as it is", async () => {
    const name = "=<b>|`x`|__proto__";
    const question = { ...KIEN_GIANG, averageGrowth: undefined, targets: [{ name, averageGrowth: "8%" }] };
    expect((await ask("plan", question)).targets[0]?.name).toBe(name);
    expect((await post("/v1/plan.md", question)).text).not.toContain("<b>|");
    expect((await post("/v1/plan.csv", question)).text).toContain("'=<b>");
  });
});

const dayAfter = (days: number): string => new Date(Date.UTC(2022, 0, 1 + days)).toISOString().slice(0, 10);
