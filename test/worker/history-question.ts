const SEASON = [82, 74, 98, 101, 102, 106, 97, 99, 103, 110, 112, 116];

/** Six years and four months of a place that observes Tet, with everything that a history can be asked. */
export const HISTORY_QUESTION = {
  indicator: "exports",
  geography: "Kien Giang",
  unit: "million USD",
  history: {
    start: "2018-01",
    values: Array.from(
      { length: 76 },
      (_, t) => Math.round((SEASON[t % 12] as number) * (1000 + 6 * t + ((t * 37) % 41) - 20)) / 1000,
    ),
  },
  target: "plan: 1800",
  horizon: 24,
  backtest: true,
};
