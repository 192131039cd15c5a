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
