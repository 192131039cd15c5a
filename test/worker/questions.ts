const SEASON = [82, 74, 98, 101, 102, 106, 97, 99, 103, 110, 112, 116];
const amountAt = (t: number): number =>
  Math.round((SEASON[t % 12] as number) * (1000 + 6 * t + ((t * 37) % 41) - 20)) / 1000;
const amounts = (count: number): number[] => Array.from({ length: count }, (_, t) => amountAt(t));
const exports = { indicator: "exports", geography: "Kien Giang", unit: "million USD" };

export const FORMATS = ["json", "csv", "txt", "md"] as const;

/** Questions of every kind that a history can be asked; between them they pass through all that is fitted to it. */
const HISTORY_QUESTIONS = {
  "months of a place that observes Tet": {
    ...exports,
    history: { start: "2018-01", values: amounts(76) },
    target: "plan: 1800",
    horizon: 36,
    backtest: true,
  },
  "ten years of months with their outliers": {
    ...exports,
    history: { start: "2014-01", values: amounts(125).map((amount, t) => (t === 70 ? 3 * amount : amount)) },
    target: 2000,
  },
  quarters: {
    indicator: "GDP",
    unit: "trillion VND",
    history: {
      start: "2015-Q1",
      values: Array.from(
        { length: 38 },
        (_, t) => amountAt(3 * t) + amountAt(3 * t + 1) + amountAt(3 * t + 2),
      ),
    },
    target: 1500,
    horizon: 12,
    backtest: true,
  },
  "months in which nothing came": {
    ...exports,
    history: { start: "2018-01", values: amounts(77).map((amount, t) => (t % 5 === 3 ? 0 : amount)) },
    target: 1300,
    backtest: true,
  },
  "a stock": {
    indicator: "outstanding credit",
    unit: "billion VND",
    aggregation: "last",
    history: { start: "2018-01", values: amounts(78).map((amount, t) => 5000 + 40 * t + amount) },
    target: 8500,
    backtest: true,
  },
  "months with gaps": {
    ...exports,
    history: {
      start: "2018-01",
      values: amounts(80).map((amount, t) => (t % 7 === 2 || t === 61 ? null : amount)),
    },
    target: 1800,
    backtest: true,
  },
};

/** One question for each of the other functions, through as much of its arithmetic as one question can pass. */
const OTHER_QUESTIONS = {
  plan: {
    indicator: "industrial output",
    geography: "Kien Giang",
    unit: "billion VND",
    years: "2021-2025",
    base: "2020: 46515",
    averageGrowth: "8%",
    actuals: "2023: 49496.26 (11.11%)",
    through: "2024-04",
    ytd: 14_600,
    growth: "8%",
  },
  "growth-scenarios": {
    year: 2024,
    lastYear: "0.2075; 0.2435; 0.2525; 0.2965",
    known: "Q1: 5.66%",
    scenarios: "low: 6%; high: 6.5-7%",
  },
  breakdown: {
    ...exports,
    through: "2024-04",
    ytd: "over 290",
    growth: "21.26%",
    priorFullYear: 860,
    target: 1000,
    components: [
      { name: "rice", ytd: "100.43", growth: "35%", target: 320 },
      { name: "seafood", ytd: "64.53", growth: "5%", cap: "8%", target: 240 },
      { name: "footwear", ytd: "78.10", growth: "-3%", locked: true },
    ],
  },
  ranking: {
    indicator: "exports",
    through: "2024-04",
    unit: "million USD",
    places: "Ho Chi Minh City: 14780 / 15.92%; Binh Duong: 10700 / 12.92%; Kien Giang: over 290 / 21.26%",
  },
  places: { name: "An Giang", date: "2026-04", figures: "Kien Giang: 290; An Giang: 410" },
  stocks: {
    asOf: "2024-09",
    stocks: "clusters: 111 (2023-12: 105) -> 120 by 2025-12; area: 5140 ha; plants: 48 (2023-12: 44)",
    ratios: "plants / clusters = more than 43% -> 60% by 2025-12",
  },
  currencies: { year: 2023, amounts: "over 17.8 trillion VND; 758 million USD", growths: "VND: 10%" },
  extract: {
    text: "Exports from Kien Giang came to over US$290 million between January and April 2024, which is 31.6% of the plan for the year and 21.26% more than a year earlier. The province's export target for 2024 is US$1 billion.",
    outlook: true,
  },
  formula: {
    formula: "ONPACE_OUTLOOK",
    arguments: [
      ["Tháng", "T1/2024", "T2/2024", "T3/2024", "T4/2024", "Tháng 5 năm 2024"],
      ["XK 2024 (triệu USD)", 68, "61,4", 80, 81, null],
      "kế hoạch: 920; phấn đấu: 1.000",
      null,
      null,
      860,
      "indicator=xuất khẩu; geography=Kiên Giang",
    ],
    lang: "vi",
  },
};

/** What is asked of which function, by a name for the test. */
export const QUESTIONS: Readonly<Record<string, { readonly path: string; readonly question: object }>> =
  Object.fromEntries([
    ...Object.entries(HISTORY_QUESTIONS).map(
      ([name, question]) => [`a history of ${name}`, { path: "/v1/outlook", question }] as const,
    ),
    ...Object.entries(OTHER_QUESTIONS).map(
      ([name, question]) => [`a question of ${name}`, { path: `/v1/${name}`, question }] as const,
    ),
  ]);
