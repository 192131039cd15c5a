import fc from "fast-check";
import { expect, test } from "vitest";
import { type ArmaCoefficients, seasonalArma } from "../../../../src/engine/methods/series/seasonal-arma.ts";

const PERIOD = 4;
const TERMS = 1500;

/** Autocovariances per unit of innovation variance from the infinite moving average, the slow and plain way. */
function autocovariances({ ar, ma, seasonal }: ArmaCoefficients, count: number): number[] {
  const own = [1, ma, 0, 0, seasonal, seasonal * ma];
  const psi: number[] = [];
  for (let j = 0; j < TERMS; j++) psi.push((own[j] ?? 0) + (j > 0 ? ar * (psi[j - 1] as number) : 0));
  return Array.from({ length: count }, (_, lag) =>
    psi.slice(lag).reduce((sum, weight, j) => sum + weight * (psi[j] as number), 0),
  );
}

/** Solves the Toeplitz system and takes the determinant along by plain elimination. */
function solve(matrix: number[][], right: number[][]): { solution: number[][]; logDeterminant: number } {
  const rows = matrix.map((row, i) => [...row, ...(right[i] as number[])]);
  const n = rows.length;
  let logDeterminant = 0;
  for (let i = 0; i < n; i++) {
    const pivot = rows[i] as number[];
    logDeterminant += Math.log(pivot[i] as number);
    for (let j = 0; j < n; j++) {
      if (j === i) continue;
      const row = rows[j] as number[];
      const share = (row[i] as number) / (pivot[i] as number);
      for (let k = i; k < row.length; k++) row[k] = (row[k] as number) - share * (pivot[k] as number);
    }
  }
  return { solution: rows.map((row, i) => row.slice(n).map((x) => x / (row[i] as number))), logDeterminant };
}

const dot = (left: number[], right: number[]): number =>
  left.reduce((sum, x, i) => sum + x * (right[i] as number), 0);

const coefficient = fc.double({ min: -0.9, max: 0.9, noNaN: true });
const drawn = fc.record({
  w: fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 9, maxLength: 23 }),
  coefficients: fc.record({ ar: coefficient, ma: coefficient, seasonal: coefficient }),
  hasMean: fc.boolean(),
});

test("mean, squares, likelihood and forecasts are those of the whole covariance matrix", () => {
  fc.assert(
    fc.property(drawn, ({ w, coefficients, hasMean }) => {
      fc.pre(w.some((value) => Math.abs(value) > 0.1));
      const n = w.length;
      const horizon = 7;
      const covariance = autocovariances(coefficients, n + horizon);
      const matrix = w.map((_, i) => w.map((_, j) => covariance[Math.abs(i - j)] as number));
      const { solution, logDeterminant } = solve(
        matrix,
        w.map((value) => [value, 1]),
      );
      const byData = solution.map((row) => row[0] as number);
      const byOne = solution.map((row) => row[1] as number);
      const ones = w.map(() => 1);
      const mean = hasMean ? dot(ones, byData) / dot(ones, byOne) : 0;
      const away = w.map((value) => value - mean);
      const weights = byData.map((value, i) => value - mean * (byOne[i] as number));
      const squares = dot(away, weights);
      fc.pre(squares > 1e-3);

      const result = seasonalArma(Float64Array.from(w), PERIOD, hasMean).result(coefficients);
      expect(Math.abs(result.mean - mean)).toBeLessThan(1e-7);
      expect(Math.abs(result.sumOfSquares / squares - 1)).toBeLessThan(1e-7);
      const logLikelihood = -0.5 * (n * (Math.log((2 * Math.PI * squares) / n) + 1) + logDeterminant);
      expect(Math.abs(result.logLikelihood - logLikelihood)).toBeLessThan(1e-6);
      result.forecast(horizon).forEach((value, h) => {
        const wanted =
          mean +
          dot(
            weights,
            w.map((_, t) => covariance[n + h - t] as number),
          );
        expect(Math.abs(value - wanted)).toBeLessThan(1e-6);
      });
    }),
    { numRuns: 60 },
  );
});
