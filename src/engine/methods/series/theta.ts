import { recentSeasonalIndices } from "./classical-decomposition.ts";
import { areFinite } from "./seasonal-differences.ts";
import type { SeriesFit, SeriesMethod } from "./series-method.ts";

const LEAST_ALPHA = 0.01;
const MOST_ALPHA = 0.99;
/** Geometric tails end here, before they become denormal numbers, which are slow. */
const NOTHING = 1e-60;
/** Below this part, level and trend cannot be told from each other. */
const COLLINEAR = 1e-12;
const GRID = 12;
const GOLDEN_STEPS = 18;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** A fitted theta model of values without season. */
export interface ThetaFit extends SeriesFit {
  readonly alpha: number;
  /** Which part of the trend is taken, 1 - 1/theta: 0 is simple smoothing, 1/2 the usual theta = 2. */
  readonly trendShare: number;
  readonly initialLevel: number;
  readonly sumOfSquares: number;
}

/** Where the recursion stands after `time` values. */
interface State {
  readonly time: number;
  readonly level: number;
  /** Mean and slope of the line through the values. */
  readonly mean: number;
  readonly slope: number;
}

/**
 * The dynamic optimised theta model: simple exponential smoothing plus a part of the linear trend that is fitted anew
 * with each value. With alpha given, initial level and part enter linearly, so that only alpha is searched. Values
 * are taken from the first one on, which makes the model indifferent to a shift. `fixedShare` is for comparison with
 * theta given: 0 is simple exponential smoothing.
 * @see Fiorucci, Pellegrini, Louzada, Petropoulos and Koehler (2016), International Journal of Forecasting 32,
 * 1151-1161, equations 13-20
 */
export function fitTheta(values: Float64Array, fixedShare?: number): ThetaFit {
  const n = values.length;
  const origin = values[0] as number;
  const intercepts = new Float64Array(n);
  const slopes = new Float64Array(n);
  let mean = 0;
  let slope = 0;
  for (let t = 1; t <= n; t++) {
    intercepts[t - 1] = mean - (slope * t) / 2;
    slopes[t - 1] = slope;
    [mean, slope] = nextTrend(t, mean, slope, (values[t - 1] as number) - origin);
  }

  const best = { share: 0, initialLevel: 0, lastLevel: 0 };
  /** Sum of squared one-step errors at the best initial level and share of the trend. */
  function sumOfSquares(alpha: number): number {
    let smooth = 0;
    let decay = 1;
    let dd = 0;
    let dx = 0;
    let xx = 0;
    let dy = 0;
    let xy = 0;
    let yy = 0;
    for (let t = 0; t < n; t++) {
      const y = (values[t] as number) - origin - smooth;
      const x =
        decay * (intercepts[t] as number) + ((1 - decay * (1 - alpha)) / alpha) * (slopes[t] as number);
      dd += decay * decay;
      dx += decay * x;
      xx += x * x;
      dy += decay * y;
      xy += x * y;
      yy += y * y;
      smooth += alpha * y;
      decay = decay < NOTHING ? 0 : decay * (1 - alpha);
    }
    const size = dd * xx - dx * dx;
    const free = size > COLLINEAR * dd * xx ? (dd * xy - dx * dy) / size : 0;
    const share = fixedShare ?? Math.min(1, Math.max(0, free));
    const level = (dy - share * dx) / dd;
    best.share = share;
    best.initialLevel = level;
    best.lastLevel = smooth + decay * level;
    const squares = yy - 2 * (level * dy + share * xy) + level * level * dd + 2 * level * share * dx;
    return Math.max(0, squares + share * share * xx);
  }

  const alpha = leastOn(LEAST_ALPHA, MOST_ALPHA, sumOfSquares);
  const squares = sumOfSquares(alpha);
  const { share, initialLevel, lastLevel } = best;

  /** The path after a state; linear in it, so that it also tells what a change of the state does. */
  function goOn(state: State, horizon: number): Float64Array {
    const path = new Float64Array(horizon);
    let { level, mean, slope } = state;
    let decay = (1 - alpha) ** state.time;
    for (let h = 0; h < horizon; h++) {
      const t = state.time + h + 1;
      const line = decay * (mean - (slope * t) / 2) + ((1 - decay * (1 - alpha)) / alpha) * slope;
      const next = level + share * line;
      path[h] = next;
      level += alpha * (next - level);
      [mean, slope] = nextTrend(t, mean, slope, next);
      decay *= 1 - alpha;
    }
    return path;
  }

  return {
    alpha,
    trendShare: share,
    initialLevel: initialLevel + origin,
    sumOfSquares: squares,
    sigma: Math.sqrt(squares / Math.max(1, n - 3)),
    forecast: (horizon) =>
      goOn({ time: n, level: lastLevel, mean, slope }, horizon).map((value) => value + origin),
    impulse: (horizon) => {
      const [meanAfter, slopeAfter] = nextTrend(n + 1, 0, 0, 1);
      const after = { time: n + 1, level: alpha, mean: meanAfter, slope: slopeAfter };
      const weights = new Float64Array(horizon).fill(1, 0, 1);
      if (horizon > 1) weights.set(goOn(after, horizon - 1), 1);
      return weights;
    },
  };
}

/** Mean and slope of the least-squares line through the first t values, from those through the first t - 1. */
function nextTrend(t: number, mean: number, slope: number, value: number): [number, number] {
  const nextMean = mean + (value - mean) / t;
  return [nextMean, t === 1 ? 0 : ((t - 2) * slope + (6 * (value - mean)) / t) / (t + 1)];
}

/** Where a function of one variable is least: the best point of a grid, then golden sections around it. */
function leastOn(from: number, to: number, f: (x: number) => number): number {
  const width = (to - from) / GRID;
  let best = from;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i <= GRID; i++) {
    const value = f(from + i * width);
    if (value < least) {
      least = value;
      best = from + i * width;
    }
  }
  let low = Math.max(from, best - width);
  let high = Math.min(to, best + width);
  let left = high - GOLDEN * (high - low);
  let right = low + GOLDEN * (high - low);
  let atLeft = f(left);
  let atRight = f(right);
  for (let i = 0; i < GOLDEN_STEPS; i++) {
    if (atLeft <= atRight) {
      high = right;
      right = left;
      atRight = atLeft;
      left = high - GOLDEN * (high - low);
      atLeft = f(left);
    } else {
      low = left;
      left = right;
      atLeft = atRight;
      right = low + GOLDEN * (high - low);
      atRight = f(right);
    }
  }
  return (low + high) / 2;
}

/**
 * The dynamic optimised theta model of values freed of their season, which is put back afterwards. On logs the season
 * is a factor, as in the original method. The season is always taken off: a test of it, as the original has,
 * forecast worse.
 */
export const theta: SeriesMethod = {
  name: "theta",
  says: "smoothed level and a part of the long trend, without and then with the season (theta)",
  leastLength: (period) => 2 * period,
  fit: ({ values, period }) => {
    const n = values.length;
    if (n < theta.leastLength(period) || !areFinite(values)) return undefined;
    const season = recentSeasonalIndices(values, period);
    const fit = fitTheta(values.map((value, t) => value - (season[t % period] as number)));
    return {
      sigma: Math.sqrt(fit.sumOfSquares / Math.max(1, n - 3 - (period - 1))),
      forecast: (horizon) =>
        fit.forecast(horizon).map((value, h) => value + (season[(n + h) % period] as number)),
      impulse: fit.impulse,
    };
  },
};
