import { describe, expect, test } from "vitest";
import { coherence } from "../../src/engine/coherence.ts";
import { outlook } from "../../src/engine/outlook.ts";
import type { Doubt, ExtractedFigure, Suspicion } from "../../src/extract/extraction.ts";
import { INDICATORS } from "../../src/extract/vocabulary/indicator-phrases.ts";
import { isVietnamese, knowledge } from "../../src/knowledge.ts";
import { extractPresenter } from "../../src/presentation/extract.ts";
import type { ExtractAnswer, ReadFigure } from "../../src/presentation/extract-answer.ts";
import { doubtMessage } from "../../src/presentation/extraction-doubts.ts";
import { quoteOf } from "../../src/presentation/extraction-quote.ts";
import { suspicionMessage } from "../../src/presentation/extraction-suspicions.ts";
import {
  extractedIndicator,
  extractedPlace,
  figureName,
  periodWords,
} from "../../src/presentation/extraction-words.ts";
import { written } from "../../src/presentation/presenter.ts";
import { readCoherenceQuestion } from "../../src/schema/coherence-question.ts";
import { ExtractAnswer as Published } from "../../src/schema/extract-answer.ts";
import { coherenceQuestionOf, reportOf } from "../../src/schema/extracted-report.ts";
import { readQuestion } from "../../src/schema/question.ts";

const EXPORTS: ExtractedFigure = {
  geography: "Kien Giang",
  indicator: "exports",
  value: 290,
  unit: "USD million",
  qualifier: "more_than",
  period: { year: 2024, fromMonth: 1, throughMonth: 4 },
  shareOfTarget: 0.316,
  growth: 0.2126,
  target: { value: 1000, unit: "USD million", year: 2024, kind: "plan", written: "1 billion USD" },
  span: [0, 60],
  confidence: 0.95,
  doubts: [],
  written: { value: "over 290 million USD", shareOfTarget: "31.6%", growth: "21.26%" },
};
const part = (component: string, value: number): ExtractedFigure => ({
  ...EXPORTS,
  indicator: `exports:${component}`,
  value,
  qualifier: "exact",
  span: [60, 90],
  written: { value: `${value} million USD` },
});
const { shareOfTarget: _share, growth: _growth, target: _target, ...BARE } = EXPORTS;
const withParts = (...parts: readonly ExtractedFigure[]): ExtractedFigure => ({
  ...EXPORTS,
  parts: parts.map(({ shareOfTarget: _s, growth: _g, target: _t, ...told }) => told),
});
/** Industrial output of 2023, whose excess and whose points above the planned growth cannot both be true. */
const OUTPUT: ExtractedFigure = {
  ...BARE,
  indicator: "industrial_production_value",
  value: 49_496.26,
  unit: "VND billion",
  qualifier: "estimated",
  period: { year: 2023, fromMonth: 1, throughMonth: 12 },
  shareOfTarget: 1.0273,
  growth: 0.1111,
  written: { value: "49496.26 billion VND", shareOfTarget: "102.73%", growth: "11.11%" },
};

const TEXT =
  "Over US$290 million of goods left the province, *31.6%* of the plan. Rice made 100.43, seafood 64.53.";

function read(figure: ExtractedFigure, lang: "en" | "vi", withOutlook = false): ReadFigure {
  const words = { indicator: extractedIndicator(figure.indicator, lang), lang };
  const report = reportOf(figure, words);
  const question = readCoherenceQuestion({ ...coherenceQuestionOf(figure, words) }, { isVietnamese });
  return {
    figure,
    quote: quoteOf(TEXT, figure.span),
    ...(report && { report }),
    coherence: { question: {}, ...coherence(question, knowledge) },
    ...(report && withOutlook && { outlook: outlook(readQuestion(report, { isVietnamese }), knowledge) }),
    parts: (figure.parts ?? []).map((each) => read(each, lang, withOutlook)),
  };
}

interface Told {
  readonly lang?: "en" | "vi";
  readonly suspicions?: readonly Suspicion[];
  readonly notes?: ExtractAnswer["notes"];
  readonly asked?: { readonly outlook?: boolean; readonly parts?: boolean };
}
function answerOf(
  figures: readonly ExtractedFigure[],
  { lang = "en", suspicions = [], notes = [], asked = {} }: Told = {},
): ExtractAnswer {
  return {
    question: { lang, characters: TEXT.length, outlook: false, parts: false, ...asked },
    extraction: { language: lang, decimal: "point", isHtml: false, year: 2024, suspicions },
    figures: figures.map((figure) => read(figure, lang, asked.outlook)),
    notes,
  };
}
const as = (format: "json" | "csv" | "txt" | "md", answer: ExtractAnswer, field?: string): string => {
  const { lang } = answer.question;
  return written(extractPresenter, answer, { lang, decimal: "point", format, field, engine: "test" });
};
const jsonOf = (answer: ExtractAnswer) => Published.parse(JSON.parse(as("json", answer)));

describe("a figure", () => {
  test("carries the report that sends it on", () => {
    expect(reportOf(EXPORTS, { indicator: "exports", lang: "vi" })).toEqual({
      indicator: "exports",
      geography: "Kien Giang",
      unit: "million USD",
      ytd: "over 290 million USD",
      shareOfTarget: "31.6%",
      growth: "21.26%",
      target: "1 billion USD",
      decimal: "point",
      through: "2024-04",
      lang: "vi",
    });
  });

  test.each([
    ["exports:wood_products", undefined],
    ["retail_sales", undefined],
    ["trade_turnover", "exports"],
    ["grdp_constant_2010", "general"],
    ["investment", "general"],
    ["agricultural_production_value", "general"],
    ["state_budget:customs_revenue", "general"],
    ["grdp:industry", "industrialOutput"],
  ])("its report tells the class of %s where names do not", (indicator, indicatorClass) => {
    const report = reportOf({ ...EXPORTS, indicator }, { indicator: "x", lang: "en" });
    expect(report?.indicatorClass).toBe(indicatorClass);
  });

  test.each(INDICATORS)("$name has one outlook in both languages", ({ name: indicator, unit }) => {
    const growthAlone = {
      ...BARE,
      unit: "percent_yoy",
      value: 8,
      growth: 0.08,
      written: { growth: "8%" },
    } as const;
    const figure: ExtractedFigure = { ...(unit === "percent_yoy" ? growthAlone : EXPORTS), indicator };
    const [en, vi] = (["en", "vi"] as const).map((lang) => read(figure, lang, true).outlook?.forecast);
    expect(en?.median).toBeGreaterThan(0);
    expect(en).toEqual(vi);
  });

  const { year: _year, ...someYear } = EXPORTS.period;
  test.each<[string, ExtractedFigure]>([
    [
      "a quarter that does not begin the year",
      { ...EXPORTS, period: { year: 2024, fromMonth: 4, throughMonth: 6 } },
    ],
    ["a year that is not known", { ...EXPORTS, period: someYear }],
    ["what is only expected", { ...EXPORTS, isExpected: true }],
  ])("%s has no report, but its numbers are compared", (_, figure) => {
    expect(reportOf(figure, { indicator: "exports", lang: "en" })).toBeUndefined();
    const [told] = jsonOf(answerOf([figure])).figures;
    expect(told?.report).toBeUndefined();
    expect(told?.coherence?.verdict).toBe("contradicts");
  });

  test("only plans of its own year and unit are its targets", () => {
    const plan = {
      ...EXPORTS.target,
      kind: "plan",
      unit: "USD million",
      value: 920,
      written: "920 million USD",
    } as const;
    const others = [
      { ...plan, year: 2025 },
      { ...plan, kind: "nextYearPlan" },
      { ...plan, kind: "expectedOutcome" },
      { ...plan, kind: "longTermGoal", year: 2030 },
      { ...plan, unit: "VND billion" },
    ] as const;
    const of = (target: ExtractedFigure["target"], otherTargets: ExtractedFigure["otherTargets"] = []) =>
      reportOf({ ...BARE, otherTargets, ...(target && { target }) }, { indicator: "exports", lang: "en" })
        ?.target;
    for (const other of others) expect(of(other)).toBeUndefined();
    expect(of(plan, others)).toBe("920 million USD");
    expect(of(plan, [{ ...plan, value: 1000, written: "1 billion USD" }])).toEqual([
      { name: "target", value: "920 million USD" },
      { name: "target 2", value: "1 billion USD" },
    ]);
  });

  test("parts are held against their total by their names", () => {
    const figure = withParts(part("rice", 100.43), part("seafood", 64.53), part("footwear", 78.1));
    expect(coherenceQuestionOf(figure, { indicator: "exports", lang: "en" })).toMatchObject({
      figures: { rice: { value: "100.43 million USD", role: "amount" } },
      relations: ["rice + seafood + footwear <= ytd"],
    });
    const finding = jsonOf(answerOf([figure])).figures[0]?.coherence?.findings.find(({ relation }) =>
      relation.includes("rice"),
    );
    expect(finding?.verdict).toBe("holds");
  });

  test("parts that overlap, or are of another period, are not added up", () => {
    const question = (...parts: readonly ExtractedFigure[]) =>
      coherenceQuestionOf(withParts(...parts), { indicator: "exports", lang: "en" });
    expect(question(part("rice", 200), part("asia", 240))).not.toHaveProperty("relations");
    const april = { ...part("rice", 20), period: { year: 2024, fromMonth: 4, throughMonth: 4 } };
    expect(question(april)).not.toHaveProperty("relations");
  });

  test("parts may be called what a figure of the report is called, or alike, or not in letters", () => {
    const parts = [
      part("growth", 1),
      part("growth", 2),
      part("hạt điều", 3),
      part("2024", 4),
      part("ytd", 5),
    ];
    const { figures } = coherenceQuestionOf(withParts(...parts), { indicator: "exports", lang: "en" });
    const names = Object.keys(figures as object);
    expect(new Set(names).size).toBe(5);
    expect(names).not.toContain("ytd");
    expect(names).not.toContain("growth");
    expect(jsonOf(answerOf([withParts(...parts)])).figures[0]?.parts).toHaveLength(5);
  });

  test("what is written besides its report takes part under its own name", () => {
    const figure = {
      ...OUTPUT,
      written: { ...OUTPUT.written, excessAmount: "1315.43 billion VND", pointsAboveTarget: "3.11 points" },
    };
    const [told] = jsonOf(answerOf([figure])).figures;
    const share = told?.coherence?.findings.find(({ formula }) => formula === "ytd / shareOfTarget");
    expect(share?.verdict).toBe("holds");
    expect(told?.coherence?.verdict).toBe("contradicts");
  });

  test("what follows from its numbers is told with its bounds", () => {
    const [told] = jsonOf(answerOf([EXPORTS])).figures;
    expect(told?.implied?.target?.lower).toBeCloseTo(290 / 0.3165, 6);
    expect(told?.implied?.target?.upper).toBeCloseTo(291 / 0.3155, 6);
    expect(told?.implied?.priorYtd?.lower).toBeCloseTo(290 / 1.21265, 6);
  });
});

describe("the whole answer", () => {
  test("parts are told within their total, and beside it where that is asked", () => {
    const figure = withParts(part("rice", 100.43), part("seafood", 64.53));
    expect(jsonOf(answerOf([figure])).figures).toHaveLength(1);
    const { figures } = jsonOf(answerOf([figure], { asked: { parts: true } }));
    expect(figures.map(({ indicator, partOf }) => [indicator, partOf])).toEqual([
      ["exports", undefined],
      ["exports:rice", "exports"],
      ["exports:seafood", "exports"],
    ]);
  });

  test("a table has a row for each figure and each part, once", () => {
    const figure = withParts(part("rice", 100.43));
    for (const parts of [false, true]) {
      const rows = as("csv", answerOf([figure, OUTPUT], { asked: { parts } }))
        .trim()
        .split("\r\n");
      expect(rows).toHaveLength(4);
      expect(rows[0]).toMatch(
        /^part_of,geography,indicator,value,unit,qualifier,is_expected,year,from_month,through_month,share_of_target,growth,prior_ytd,/,
      );
      expect(rows[0]).toMatch(/,confidence,start,end,quote$/);
      expect(rows[1]).toMatch(
        /^,Kien Giang,exports,290,USD million,more_than,,2024,1,4,0\.316,0\.2126,,1000,/,
      );
      expect(rows[2]).toMatch(/^exports,Kien Giang,exports:rice,100\.43,/);
    }
  });

  test("a table tells what is only expected, and what was reached a year before", () => {
    const wish = { ...EXPORTS, isExpected: true, priorYtd: 239.2 };
    expect(as("csv", answerOf([wish]))).toContain("more_than,true,2024,1,4,0.316,0.2126,239.2,1000,");
  });

  test("with outlooks the table has what the year will bring", () => {
    const answer = answerOf([EXPORTS], { asked: { outlook: true } });
    const [head, row] = as("csv", answer).trim().split("\r\n");
    expect(head).toMatch(/,quote,full_year,lower80,upper80,attainment_probability$/);
    const forecast = jsonOf(answer).figures[0]?.outlook?.forecast;
    expect(row?.split(",").at(-4)).toBe(String(forecast?.median));
  });

  test("growth alone is told in no unit: not in its report, its note or its table", () => {
    const iip: ExtractedFigure = {
      ...BARE,
      indicator: "iip",
      value: 8.2,
      unit: "percent_yoy",
      growth: 0.082,
      written: { growth: "8.2%" },
    };
    const answer = answerOf([iip], { asked: { outlook: true } });
    const [told] = jsonOf(answer).figures;
    expect(told?.report).toEqual({
      indicator: "index of industrial production",
      geography: "Kien Giang",
      growth: "8.2%",
      decimal: "point",
      through: "2024-04",
      lang: "en",
    });
    expect(told?.outlook?.question.aggregation).toBe("average");
    expect(as("md", answer)).not.toMatch(/US\$|VND|## Outlook|## Do/);
    expect(as("csv", answer)).toMatch(/,,,,\r\n$/);
  });

  test("the cell tells the first figure, and any other by its path", () => {
    expect(as("txt", answerOf([EXPORTS]))).toBe("290");
    expect(as("txt", answerOf([EXPORTS]), "figures.0.coherence.verdict")).toBe("contradicts");
    expect(as("txt", answerOf([]))).toBe("");
    const { value: _value, ...index } = { ...BARE, unit: "percent_yoy", growth: 0.08 } as const;
    expect(as("txt", answerOf([{ ...index, written: { growth: "8%" } }]))).toBe("0.08");
  });

  test("the sentence counts, and tells the first contradiction", () => {
    expect(jsonOf(answerOf([EXPORTS])).sentence).toBe(
      "The text tells one figure, and its numbers contradict each other. Exports of Kien Giang in the first four months of 2024: the year-to-date figure and the share of the plan give the target as US$916.3 to 922.3 million, but US$1,000 million was stated.",
    );
    expect(jsonOf(answerOf([EXPORTS, OUTPUT])).sentence).toMatch(
      /^The text tells two figures; one of them contradicts itself\. Exports of/,
    );
    const fits = {
      ...EXPORTS,
      target: { ...EXPORTS.target, value: 920, written: "920 million USD" },
    } as ExtractedFigure;
    expect(jsonOf(answerOf([fits])).sentence).toBe("The text tells one figure, whose numbers agree.");
    expect(jsonOf(answerOf([fits, OUTPUT])).sentence).toBe(
      "The text tells two figures; one could be checked, and its numbers agree.",
    );
    expect(jsonOf(answerOf([OUTPUT])).sentence).toMatch(/nothing is told in two ways/);
    const empty = answerOf([], { notes: [{ code: "emptyText", values: {} }] });
    expect(jsonOf(empty)).toMatchObject({
      sentence: "The text is empty.",
      coherence: { verdict: "notChecked", checked: 0 },
    });
  });

  test("one figure that fits is not all of them", () => {
    const fits = withParts(part("rice", 100.43));
    const { target: _plan, ...planless } = fits;
    expect(jsonOf(answerOf([planless], { lang: "vi" })).sentence).toBe(
      "Văn bản nêu 2 số liệu, trong đó 1 số liệu có thể đối chiếu và khớp.",
    );
  });

  test("in Vietnamese it is Vietnamese", () => {
    const { sentence, figures } = jsonOf(
      answerOf([{ ...EXPORTS, doubts: ["yearInferred"] }], { lang: "vi" }),
    );
    expect(sentence).toMatch(
      /^Văn bản nêu 1 số liệu và các con số mâu thuẫn nhau\. Kim ngạch xuất khẩu của Kiên Giang 4 tháng đầu năm 2024: theo số lũy kế/,
    );
    expect(figures[0]?.reasons).toEqual([
      "Câu không nêu năm; năm được suy ra từ ngày đăng hoặc nội dung văn bản.",
    ]);
    expect(figures[0]?.report?.indicator).toBe("kim ngạch xuất khẩu");
  });
});

describe("the fact-check note", () => {
  const unsure = { ...OUTPUT, confidence: 0.4, doubts: ["periodAssumed"] as const };
  const suspicions: readonly Suspicion[] = [
    { code: "levelFromGrowth", span: [0, 4], values: { place: "Tay Ninh" } },
  ];

  test("tells contradictions first, then what the text says, checks, and what is not sure", () => {
    const note = as("md", answerOf([unsure, EXPORTS], { suspicions, asked: { outlook: true } }));
    const titles = [...note.matchAll(/^## (.+)$/gm)].map(([, title]) => title);
    expect(titles).toEqual([
      "What cannot be true",
      "What the text says",
      "Do the numbers agree?",
      "Outlook",
      "What looks wrong",
      "What is not sure",
    ]);
    expect(note).toContain("Holds if the target is another one: US$916.3 to 922.3 million.");
    expect(note).toMatch(
      /\| Kien Giang \| exports \| the first four months of 2024 \| over US\$290 million \| 31\.6% \| \+21\.26% \| US\$1,000 million \|/,
    );
    expect(note).toMatch(
      /\| Exports of Kien Giang .* \| US\$916\.3 to 922\.3 million \| US\$239\.1 to 240 million \| Contradicts \|/,
    );
    expect(note).toContain("confidence 40%): No period is told beside it");
    expect(note).toContain("Tay Ninh leads in level");
  });

  test("tells the year before where the text does", () => {
    const figure = { ...BARE, priorYtd: 239.2 };
    expect(as("md", answerOf([figure]))).toMatch(/\| Year before \|[\s\S]+\| US\$239\.2 million \|/);
    expect(as("md", answerOf([figure], { lang: "vi" }))).toContain("| Cùng kỳ năm trước |");
    expect(as("md", answerOf([BARE]))).not.toContain("Year before |");
  });

  test("the words of the text become no markup", () => {
    const note = as("md", answerOf([{ ...EXPORTS, span: [0, TEXT.length] }]));
    expect(note).toContain("\\*31.6%\\*");
  });

  test("Vietnamese titles and words", () => {
    const note = as("md", answerOf([EXPORTS], { lang: "vi", suspicions }));
    expect(note).toMatch(
      /## Số liệu mâu thuẫn[\s\S]+## Nội dung văn bản[\s\S]+## Kiểm tra sự thống nhất của số liệu/,
    );
    expect(note).toContain("hơn 290 triệu USD");
    expect(note).toContain("Tây Ninh dẫn đầu về quy mô");
    expect(note.replace(/“[^”]*”/g, "")).not.toMatch(/\b(?:the|of|Verdict)\b/);
  });

  test("a text without figures is a note alone", () => {
    const note = as("md", answerOf([], { notes: [{ code: "foreignLanguage", values: {} }] }));
    expect(note).toBe("The text seems to be neither English nor Vietnamese, which are what is read.\n");
  });
});

describe("words", () => {
  test.each([
    [{ year: 2024, fromMonth: 1, throughMonth: 4 }, "the first four months of 2024", "4 tháng đầu năm 2024"],
    [{ year: 2024, fromMonth: 1, throughMonth: 1 }, "January 2024", "tháng 1/2024"],
    [{ year: 2023, fromMonth: 1, throughMonth: 12 }, "2023", "năm 2023"],
    [{ year: 2024, fromMonth: 4, throughMonth: 6 }, "Q2 2024", "quý II/2024"],
    [{ year: 2024, fromMonth: 4, throughMonth: 4 }, "April 2024", "tháng 4/2024"],
    [{ year: 2024, fromMonth: 5, throughMonth: 8 }, "May to August 2024", "tháng 5 đến tháng 8/2024"],
    [{ fromMonth: 1, throughMonth: 6 }, "the first six months of a year", "6 tháng đầu năm"],
    [{ fromMonth: 1, throughMonth: 12 }, "a whole year", "cả năm"],
    [{ fromMonth: 4, throughMonth: 6 }, "April to June", "tháng 4 đến tháng 6"],
    [{ fromMonth: 4, throughMonth: 4 }, "April", "tháng 4"],
  ])("%j is %s, %s", (period, en, vi) => {
    expect(periodWords(period, "en")).toBe(en);
    expect(periodWords(period, "vi")).toBe(vi);
  });

  test("names of indicators and places, and of ones that are not known", () => {
    expect(extractedIndicator("grdp_constant_2010", "vi")).toBe(
      "tổng sản phẩm trên địa bàn theo giá so sánh 2010",
    );
    expect(extractedPlace("Southeast region", "vi")).toBe("Đông Nam Bộ");
    expect(extractedPlace("Atlantis", "vi")).toBe("Atlantis");
    expect(extractedIndicator("exports:excluding_crude_oil", "en")).toBe("exports excluding crude oil");
    expect(extractedIndicator("exports:to_united_states", "en")).toBe("exports to the United States");
    expect(extractedIndicator("exports:to_japan", "vi")).toBe("kim ngạch xuất khẩu sang Nhật Bản");
    expect(extractedIndicator("exports:to_atlantis", "en")).toBe("exports to atlantis");
    expect(extractedIndicator("boat_racing:river_boats", "en")).toBe("boat racing of river boats");
    expect(figureName({ ...EXPORTS, indicator: "exports:to_japan" }, "vi")).toBe(
      "kim ngạch xuất khẩu sang Nhật Bản của Kiên Giang 4 tháng đầu năm 2024",
    );
    expect(figureName({ indicator: "exports:rice", period: EXPORTS.period }, "vi")).toBe(
      "kim ngạch xuất khẩu gạo 4 tháng đầu năm 2024",
    );
  });

  const doubts: readonly Doubt[] = [
    "indicatorCarried",
    "periodCarried",
    "periodAssumed",
    "placeCarried",
    "placeUnknown",
    "yearInferred",
    "yearUnknown",
    "attributionDistant",
    "severalShares",
    "decimalSignUncertain",
  ];
  test.each(doubts)("the doubt %s is a sentence in both languages", (doubt) => {
    for (const lang of ["en", "vi"] as const) expect(doubtMessage(doubt, lang)).toMatch(/^\p{Lu}[^\n]+\.$/u);
  });

  const SUSPICIONS: readonly (readonly [Suspicion["code"], Suspicion["values"], RegExp, RegExp])[] = [
    ["levelFromGrowth", { place: "Tay Ninh" }, /Tay Ninh leads in level/, /Tây Ninh dẫn đầu về quy mô/],
    [
      "scaleSlip",
      { written: "44.6 billion VND", factor: 1000 },
      /44\.6 billion VND .* 1,000/,
      /lệch 1\.000 lần/,
    ],
    ["currencySlip", { written: "304 billion USD" }, /304 billion USD/, /loại tiền/],
    [
      "ambiguousDate",
      { written: "9/1/2024", first: "2024-01-09", second: "2024-09-01" },
      /9 January 2024 or as 1 September 2024/,
      /9\/1\/2024 hoặc 1\/9\/2024/,
    ],
    ["twoValues", { first: "1,280", second: "1,300" }, /1,280 and 1,300/, /1,280 và 1,300/],
    ["partAboveTotal", { part: "64.5", total: "60" }, /64\.5 .* 60/, /64\.5.*60/],
    ["percentOfForPercentUp", { written: "275%" }, /275%/, /275%/],
  ];
  test.each(SUSPICIONS)("the suspicion %s names what is told, and does without", (code, values, en, vi) => {
    const say = (told: Suspicion["values"], lang: "en" | "vi") =>
      suspicionMessage({ code, span: [0, 1], values: told }, lang);
    expect(say(values, "en")).toMatch(en);
    expect(say(values, "vi")).toMatch(vi);
    for (const lang of ["en", "vi"] as const) {
      expect(say({}, lang)).toMatch(/^\p{Lu}[^\n]+\.$/u);
      expect(say({}, lang)).not.toMatch(/undefined|NaN/);
    }
  });

  test("an amount of a suspicion is told with the decimal sign of the language", () => {
    const values = { written: "over 86.3 billion VND", factor: 1000, suggested: "over 86.3 trillion VND" };
    const slip = { code: "scaleSlip", span: [0, 1], values } as const;
    expect(suspicionMessage(slip, "en")).toMatch(
      /^Over 86\.3 billion VND .* it may mean over 86\.3 trillion VND\.$/,
    );
    expect(suspicionMessage(slip, "vi")).toMatch(/^Hơn 86,3 tỷ đồng .*; có lẽ là hơn 86,3 nghìn tỷ đồng\.$/);
    const { suggested: _suggested, ...asTold } = { ...values, written: "900 triệu USD" };
    expect(suspicionMessage({ ...slip, values: asTold }, "vi")).toMatch(/^900 triệu USD lệch/);
  });

  test("a quotation is short, on one line, and has no markup", () => {
    expect(quoteOf("a <b>b</b>\n\u0000c&nbsp;d", [0, 40])).toBe("a b c d");
    const long = quoteOf("word ".repeat(500), [0, 2500]);
    expect(long.length).toBeLessThanOrEqual(242);
    expect(long).toMatch(/word …$/);
    expect(quoteOf(`x${"😀".repeat(300)}`, [0, 601])).toMatch(/[\udc00-\udfff] …$/);
    expect(quoteOf("x", [5, 2])).toBe("");
  });
});
