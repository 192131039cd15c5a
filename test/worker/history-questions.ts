const SEASON = [82, 74, 98, 101, 102, 106, 97, 99, 103, 110, 112, 116];
const amountAt = (t: number): number =>
  Math.round((SEASON[t % 12] as number) * (1000 + 6 * t + ((t * 37) % 41) - 20)) / 1000;
const amounts = (count: number): number[] => Array.from({ length: count }, (_, t) => amountAt(t));
const exports = { indicator: "exports", geography: "Kien Giang", unit: "million USD" };

export const FORMATS = ["json", "csv", "txt", "md"] as const;

/** Questions of every kind that a history can be asked; between them they pass through all that is fitted to it. */
export const HISTORY_QUESTIONS = {
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
