import type { Name, Question } from "./ask.ts";

/** Questions of many kinds, each answered by every operation that needs a period. Figures are as reports printed them. */
export const QUESTIONS: Readonly<Record<string, Question>> = {
  "exports with plan, growth and last year": {
    indicator: "exports",
    geography: "Kien Giang",
    unit: "million USD",
    through: "2024-04",
    ytd: "over 290",
    shareOfTarget: "31.6%",
    growth: "21.26%",
    target: "plan: 920; ambition: 1000",
    priorFullYear: 860,
  },
  "a year-to-date figure alone": { through: "2024-04", ytd: 290, target: 1000 },
  "share and growth in Vietnamese": {
    lang: "vi",
    indicator: "giá trị sản xuất công nghiệp",
    geography: "Kiên Giang",
    unit: "nghìn tỷ đồng",
    through: "2023-05",
    ytd: "trên 17,8",
    shareOfTarget: "36,96%",
    growth: "10%",
    target: "8%",
  },
  "a growth target on last year": {
    through: "2024-06",
    ytd: 52,
    priorYtd: 48,
    priorFullYear: 100,
    target: "8%",
  },
  "past reports of irregular months": {
    through: "2024-05",
    ytd: 41,
    target: 100,
    reports: [
      { through: "2022-04", ytd: 28 },
      { through: "2022-12", ytd: 90 },
      { through: "2023-05", ytd: 38 },
      { through: "2023-12", ytd: 95 },
    ],
  },
  "quarters of a fiscal year from April": {
    through: "2024-Q2",
    fiscalYearStart: 4,
    ytd: 51,
    priorYtd: 49,
    priorFullYear: 100,
    target: 104,
  },
  "an index": { aggregation: "average", through: "2024-05", ytd: 106.2, priorFullYear: 101, target: 107 },
  "a stock": { aggregation: "last", through: "2024-09", ytd: 48, target: 55, growth: "4%" },
  "a complete year": { through: "2023-12", ytd: 860, target: 860, priorFullYear: 801.97 },
  "a target that is reached": { through: "2024-09", ytd: 1010, target: 1000 },
  "a history alone": {
    history: {
      start: "2021-01",
      values: [
        ...[10, 12, 14, 11, 13, 12, 15, 14, 13, 12, 11, 18],
        ...[11, 12, 15, 12, 14, "13", 16, 15, 14, 13, 12, 19],
        ...[12, 13, 15, 13.5, null],
      ],
    },
    target: 180,
  },
  "a quarterly history of years to date, from April": {
    fiscalYearStart: 4,
    through: "2023-Q2",
    ytd: "over 51",
    history: { start: "2021-Q1", values: [22, 46, 71, 95, 24, 49, 75, 100, 25.2, 51.4], cumulative: true },
    target: 104,
    horizon: 6,
    backtest: true,
  },
  "a table of an index that ends before the report": {
    aggregation: "average",
    through: "2024-03",
    ytd: 106.2,
    history: Array.from({ length: 13 }, (_, index) => ({
      unique_id: "price index",
      ds: `${2023 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}-01`,
      y: 100 + index / 2,
    })),
    target: 107,
  },
  "scenarios and levels of one's own": {
    through: "2024-04",
    ytd: 290,
    growth: 0.2126,
    priorFullYear: 860,
    target: 920,
    scenarios: [
      { name: "cautious", remainderGrowth: 0.02 },
      { name: "second half", periods: [{ period: "2024-Q3", growth: "5%" }] },
      { name: "storm", shock: { change: "-20%", periods: ["2024-09"] } },
    ],
    levels: [0.9, "80%"],
  },
};

/** What `/v1/coherence` is asked besides reports: named figures and their relations. */
export const RELATIONS: Question = {
  ytd: "over 290",
  shareOfTarget: "31.6%",
  target: "US$1 billion",
  unit: "million USD",
  figures: { rice: 100.43, seafood: 64.53, footwear: 78.1 },
  relations: ["rice + seafood + footwear <= ytd"],
};

export const questionsOf = (name: Name): readonly (readonly [string, Question])[] => [
  ...Object.entries(QUESTIONS),
  ...(name === "coherence" ? [["named figures", RELATIONS] as const] : []),
];
