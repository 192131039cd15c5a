import { normalDraws } from "../engine/history/random.ts";

const SEASON = [0.82, 0.74, 0.98, 1.01, 1.02, 1.06, 0.97, 0.99, 1.03, 1.1, 1.12, 1.16];

/** Monthly amounts as tables have them, with one decimal: season, growth of 6% a year and noise. */
export function months(count: number, { noise = 0.04, seed = 11 } = {}): number[] {
  const normal = normalDraws(seed);
  return Array.from(
    { length: count },
    (_, t) => Math.round(1000 * (SEASON[t % 12] as number) * Math.exp(0.005 * t + noise * normal())) / 10,
  );
}

/** The running totals of a table whose first value is of the first month of a year. */
export function runningTotals(values: readonly number[]): number[] {
  let tenths = 0;
  return values.map((value, t) => {
    tenths = (t % 12 === 0 ? 0 : tenths) + Math.round(value * 10);
    return tenths / 10;
  });
}
