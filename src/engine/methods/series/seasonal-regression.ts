import type { PeriodsPerYear } from "../../calendar/period.ts";
import { areFinite } from "./seasonal-differences.ts";
import type { Series, SeriesFit } from "./series-method.ts";

/** How much of a new distance the usual value of its season takes over, once there are three years of it. */
const GAIN = 0.35;
/** Coefficients before any data: on the last distance, the mean of the last three, and the mean of the last year. */
const EXPECTED = [0.2, 0.4, 0.38] as const;
/** How many observations the expectation is worth. */
const PRIOR_WEIGHT = 30;
const RECENT = 3;

/** Where the recursion stands: values up to `time` are known. */
interface State {
  readonly time: number;
  /** Usual value by season. */
  readonly usual: Float64Array;
  /** Distances of the values from the usual ones, oldest first; as many as are known, a year at most are used. */
  readonly distances: Float64Array;
}

/** The three explanatory variables before `end`. */
function explain(distances: Float64Array, end: number, period: number, into: Float64Array): void {
  let sum = 0;
  const length = Math.min(period, end);
  for (let lag = 1; lag <= length; lag++) {
    sum += distances[end - lag] as number;
    if (lag === 1) into[0] = sum;
    if (lag === Math.min(RECENT, length)) into[1] = sum / lag;
  }
  into[2] = sum / length;
}

/** Moves the usual value of a season towards the value that is this far from it. */
function learn(usual: Float64Array, time: number, distance: number): void {
  const season = time % usual.length;
  const gain = Math.max(GAIN, 1 / (Math.floor(time / usual.length) + 1));
  usual[season] = (usual[season] as number) + gain * distance;
}

/** Expected values after `state`, without trend: usual values and the distances that the regression goes on with. */
function goOn(state: State, coefficients: Float64Array, horizon: number): Float64Array {
  const usual = state.usual.slice();
  const known = state.distances.length;
  const distances = new Float64Array(known + horizon);
  distances.set(state.distances);
  const x = new Float64Array(3);
  const path = new Float64Array(horizon);
  for (let h = 0; h < horizon; h++) {
    explain(distances, known + h, usual.length, x);
    const distance = dot(coefficients, x);
    distances[known + h] = distance;
    path[h] = (usual[(state.time + h) % usual.length] as number) + distance;
    learn(usual, state.time + h, distance);
  }
  return path;
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < left.length; i++) sum += (left[i] as number) * (right[i] as number);
  return sum;
}

/** Solves a symmetric positive definite system in place by elimination; the solution replaces `right`. */
function solve(matrix: Float64Array, right: Float64Array): void {
  const size = right.length;
  for (let i = 0; i < size; i++)
    for (let j = i + 1; j < size; j++) {
      const share = (matrix[size * j + i] as number) / (matrix[size * i + i] as number);
      for (let k = i; k < size; k++)
        matrix[size * j + k] = (matrix[size * j + k] as number) - share * (matrix[size * i + k] as number);
      right[j] = (right[j] as number) - share * (right[i] as number);
    }
  for (let i = size - 1; i >= 0; i--) {
    let rest = right[i] as number;
    for (let k = i + 1; k < size; k++) rest -= (matrix[size * i + k] as number) * (right[k] as number);
    right[i] = rest / (matrix[size * i + i] as number);
  }
}

/** Draws coefficients together where the weights of the single lags could let distances grow. */
function settle(coefficients: Float64Array, period: number): void {
  const [last, recent, year] = coefficients as unknown as [number, number, number];
  const late = year / period;
  const weight =
    Math.abs(last + recent / RECENT + late) +
    (RECENT - 1) * Math.abs(recent / RECENT + late) +
    (period - RECENT) * Math.abs(late);
  if (weight > 1) for (let i = 0; i < 3; i++) coefficients[i] = (coefficients[i] as number) / weight;
}

/** Mean growth of a period, from all differences on a year before. */
function meanGrowth(values: Float64Array, period: PeriodsPerYear): number {
  let sum = 0;
  for (let t = period; t < values.length; t++) sum += (values[t] as number) - (values[t - period] as number);
  return sum / ((values.length - period) * period);
}

/**
 * How far values are from the usual ones of their season (an exponentially weighted mean of the years before, all
 * growing at the mean rate), regressed on how far the last ones were: the last, the mean of three, the mean of a
 * year. Ridge towards usual coefficients, in closed form. Next to plain differences on a year before, the usual
 * values spare the noise of the single year before.
 */
export const seasonalRegression = {
  name: "seasonalRegression",
  says: "what is usual for the period, and the recent distance from the usual (regression)",
  leastLength: (period: PeriodsPerYear): number => Math.max(2 * period, period + 8),
  fit: ({ values, period }: Series): SeriesFit | undefined => {
    const n = values.length;
    if (n < seasonalRegression.leastLength(period) || !areFinite(values)) return undefined;
    const growth = meanGrowth(values, period);
    const usual = Float64Array.from({ length: period }, (_, t) => (values[t] as number) - growth * t);
    const distances = new Float64Array(n - period);
    let variance = 0;
    for (let t = period; t < n; t++) {
      const distance = (values[t] as number) - growth * t - (usual[t % period] as number);
      distances[t - period] = distance;
      variance += (distance * distance) / (n - period);
      learn(usual, t, distance);
    }

    const ridge = variance > 0 ? PRIOR_WEIGHT * variance : 1;
    const matrix = new Float64Array(9);
    const coefficients = new Float64Array(3);
    for (let i = 0; i < 3; i++) {
      matrix[4 * i] = ridge;
      coefficients[i] = ridge * (EXPECTED[i] as number);
    }
    const x = new Float64Array(3);
    for (let t = RECENT; t < distances.length; t++) {
      explain(distances, t, period, x);
      for (let i = 0; i < 3; i++) {
        coefficients[i] = (coefficients[i] as number) + (x[i] as number) * (distances[t] as number);
        for (let j = 0; j < 3; j++)
          matrix[3 * i + j] = (matrix[3 * i + j] as number) + (x[i] as number) * (x[j] as number);
      }
    }
    solve(matrix, coefficients);
    settle(coefficients, period);

    let squares = 0;
    for (let t = RECENT; t < distances.length; t++) {
      explain(distances, t, period, x);
      squares += ((distances[t] as number) - dot(coefficients, x)) ** 2;
    }
    const rows = distances.length - RECENT;
    const estimated = 1 + (3 * rows) / (rows + PRIOR_WEIGHT);
    return {
      sigma: Math.sqrt(squares / (rows - estimated)),
      forecast: (horizon) =>
        goOn({ time: n, usual, distances }, coefficients, horizon).map(
          (value, h) => value + growth * (n + h),
        ),
      impulse: (horizon) => {
        const after = new Float64Array(period);
        const surprise = new Float64Array(period);
        surprise[period - 1] = 1;
        learn(after, n, 1);
        const weights = new Float64Array(horizon).fill(1, 0, 1);
        if (horizon > 1)
          weights.set(goOn({ time: n + 1, usual: after, distances: surprise }, coefficients, horizon - 1), 1);
        return weights;
      },
    };
  },
} as const;
