import { factorise, solve } from "../../../src/engine/methods/series/cholesky.ts";

type Matrix = readonly (readonly number[])[];

/** The inverse of W applied to each column of a matrix, or its transpose; columns as vectors. */
const columnsOf = (matrix: Matrix): Float64Array[] =>
  (matrix[0] ?? []).map((_, j) => Float64Array.from(matrix, (row) => row[j] as number));

const product = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);

function factorOf(matrix: Matrix): (vector: Float64Array) => Float64Array {
  const factor = Float64Array.from(matrix.flat());
  factorise(factor, matrix.length);
  return (vector) => {
    const solution = vector.slice();
    solve(factor, matrix.length, solution);
    return solution;
  };
}

/**
 * G = (S'W^-1 S)^-1 S'W^-1: the rows that turn forecasts of all series into reconciled ones of the bottom series.
 * `summing` is S, a row a series and a column a bottom series; `covariance` is W, positive definite. Cubic in the
 * number of series: the general form, against which `reconcile` is tested.
 * @see Wickramasuriya, Athanasopoulos and Hyndman (2019), J. Amer. Statist. Assoc. 114, equation 9
 * @example minimumTraceWeights([[1, 1], [1, 0], [0, 1]], [[2, 0, 0], [0, 1, 0], [0, 0, 1]]) // => [[0.25, 0.75, -0.25], [0.25, -0.25, 0.75]]
 */
export function minimumTraceWeights(summing: Matrix, covariance: Matrix): readonly (readonly number[])[] {
  const columns = columnsOf(summing);
  const weighted = columns.map(factorOf(covariance));
  const solveBottom = factorOf(columns.map((a) => weighted.map((b) => product(a, b))));
  const ofSeries = summing.map((_, i) =>
    solveBottom(Float64Array.from(weighted, (column) => column[i] as number)),
  );
  return columns.map((_, j) => ofSeries.map((weights) => weights[j] as number));
}

/**
 * S G y: the coherent forecasts of all series whose error variances have the smallest sum, from the forecasts y.
 * @example minimumTrace([[1, 1], [1, 0], [0, 1]], [[2, 0, 0], [0, 1, 0], [0, 0, 1]], [12, 4, 4]) // => [10, 5, 5]
 */
export function minimumTrace(
  summing: Matrix,
  covariance: Matrix,
  forecasts: readonly number[],
): readonly number[] {
  const y = Float64Array.from(forecasts);
  const bottom = Float64Array.from(minimumTraceWeights(summing, covariance), (weights) =>
    product(Float64Array.from(weights), y),
  );
  return summing.map((row) => product(Float64Array.from(row), bottom));
}
