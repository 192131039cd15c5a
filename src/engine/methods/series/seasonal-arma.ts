import type { PeriodsPerYear } from "../../calendar/period.ts";
import { log } from "../../elementary-functions.ts";

/**
 * Coefficients of a seasonal ARMA (1, 1)(0, 1)_s, with the signs of R: w_t - mean = ar (w_{t-1} - mean) + v_t + ma v_{t-1},
 * with v_t = a_t + seasonal a_{t-s} and independent innovations a_t.
 */
export interface ArmaCoefficients {
  ar: number;
  ma: number;
  seasonal: number;
}

/** What follows from coefficients; the best mean and variance are taken for them. */
export interface ArmaResult {
  readonly mean: number;
  /** Sum of squares of the standardised innovations. */
  readonly sumOfSquares: number;
  readonly logLikelihood: number;
  /** Expected next values, given all values so far. */
  forecast(horizon: number): Float64Array;
}

/** The exact Gaussian likelihood of one series. */
export interface SeasonalArma {
  /** Half the deviance but for a constant: n/2 log(S/n) + 1/2 log|Omega|, of variance sigma^2 Omega. */
  halfDeviance(coefficients: ArmaCoefficients): number;
  result(coefficients: ArmaCoefficients): ArmaResult;
}

/** Geometric tails end here, before they become denormal numbers, which are slow. */
const NOTHING = 1e-60;

/**
 * Exact likelihood in time linear in the length, with scalar recursions only. Given v_0, the differences
 * z_t = w_t - ar w_{t-1} determine all later v. These are a pure seasonal moving average, which falls apart into one
 * MA(1) a season and is whitened by the innovations algorithm. v_0 is integrated out, which takes the squares that
 * its response explains off the sum (Ljung and Box (1979), Biometrika 66, 265-270, do so for all values before the
 * first), and w_0 is added by its distribution given z. So there are four columns to whiten: data, mean, the response
 * to v_0, and the covariance with w_0.
 */
export function seasonalArma(w: Float64Array, period: PeriodsPerYear, hasMean: boolean): SeasonalArma {
  const n = w.length;
  const data = new Float64Array(n);
  const level = new Float64Array(n);
  const unknown = new Float64Array(n);
  const first = new Float64Array(n);
  const input = new Float64Array(n);
  /** Standard deviations of v given the same season before, by year. */
  const deviations = new Float64Array(Math.ceil(n / period));
  const psi = new Float64Array(period + 2);

  /** Fills `deviations`: r_0 = 1 + Theta^2, r_k = r_0 - Theta^2 / r_{k-1}. Returns the log of the determinant. */
  function seasonalDeviations(seasonal: number): number {
    const r0 = 1 + seasonal * seasonal;
    let r = r0;
    let logDeterminant = 0;
    for (let year = 0, t = 0; t < n; year++, t += period) {
      if (year > 0) r = r0 - (seasonal * seasonal) / r;
      deviations[year] = Math.sqrt(r);
      logDeterminant += Math.min(period, n - t) * log(r);
    }
    return logDeterminant;
  }

  /** Whitens `input`, which is v_0 and then z, and returns the last v. */
  function whiten(out: Float64Array, ma: number, seasonal: number): number {
    let v = 0;
    let before = 0;
    for (let year = 0, start = 0; start < n; year++, start += period) {
      const end = Math.min(start + period, n);
      const scale = 1 / (deviations[year] as number);
      const carry = seasonal * scale * before;
      for (let t = start; t < end; t++) {
        v = (input[t] as number) - ma * v;
        out[t] = year === 0 ? scale * v : scale * v - carry * (out[t - period] as number);
      }
      if (Math.abs(v) < NOTHING) v = 0;
      before = scale;
    }
    return v;
  }

  /** Puts the covariances of w_0 with z into `input`; returns the variance of w_0. */
  function firstCovariances({ ar, ma, seasonal }: ArmaCoefficients): number {
    const both = ma * seasonal;
    for (let lag = 0; lag <= period + 1; lag++) {
      const own = lag === 0 ? 1 : lag === 1 ? ma : lag === period ? seasonal : lag === period + 1 ? both : 0;
      psi[lag] = own + (lag > 0 ? ar * (psi[lag - 1] as number) : 0);
    }
    input.fill(0);
    for (let lag = 1; lag <= period + 1; lag++)
      input[lag] =
        (lag === 1 ? ma : 0) +
        (lag <= period ? seasonal * (psi[period - lag] as number) : 0) +
        both * (psi[period + 1 - lag] as number);
    const c0 =
      1 + ma * (psi[1] as number) + seasonal * (psi[period] as number) + both * (psi[period + 1] as number);
    return (c0 + ar * (input[1] as number)) / (1 - ar * ar);
  }

  /** Half the deviance, and by the way what `result` needs. */
  const state = { mean: 0, squares: 0, early: 0, before: 0, lastV: 0 };
  function halfDeviance(coefficients: ArmaCoefficients): number {
    const { ar, ma, seasonal } = coefficients;
    let logDeterminant = seasonalDeviations(seasonal);
    input[0] = 0;
    for (let t = 1; t < n; t++) input[t] = (w[t] as number) - ar * (w[t - 1] as number);
    const lastOfData = whiten(data, ma, seasonal);
    const variance = firstCovariances(coefficients);
    const lastOfFirst = whiten(first, ma, seasonal);
    input.fill(0);
    input[0] = 1;
    const lastOfUnknown = whiten(unknown, ma, seasonal);

    const uu = product(unknown, unknown);
    const du = product(data, unknown);
    const fu = product(first, unknown);
    logDeterminant += log(uu);
    const size = variance - product(first, first) + (fu * fu) / uu;
    if (!(size > 0)) return Number.POSITIVE_INFINITY;
    logDeterminant += log(size);
    const dataAway = (w[0] as number) - product(data, first) + (du * fu) / uu;
    let squares = product(data, data) - (du * du) / uu + (dataAway * dataAway) / size;

    let mean = 0;
    let lu = 0;
    let levelAway = 0;
    let lastOfLevel = 0;
    if (hasMean) {
      input.fill(1 - ar);
      input[0] = 0;
      lastOfLevel = whiten(level, ma, seasonal);
      lu = product(level, unknown);
      levelAway = 1 - product(level, first) + (lu * fu) / uu;
      const information = product(level, level) - (lu * lu) / uu + (levelAway * levelAway) / size;
      const shared = product(data, level) - (du * lu) / uu + (dataAway * levelAway) / size;
      mean = shared / information;
      squares -= mean * shared;
    }
    state.mean = mean;
    state.squares = Math.max(0, squares);
    state.early = (dataAway - mean * levelAway) / size;
    state.before = -(du - mean * lu - state.early * fu) / uu;
    state.lastV = lastOfData - mean * lastOfLevel - state.early * lastOfFirst + state.before * lastOfUnknown;
    return 0.5 * (n * log(state.squares / n) + logDeterminant);
  }

  function result(coefficients: ArmaCoefficients): ArmaResult {
    const half = halfDeviance(coefficients);
    const { mean, squares, early, before, lastV } = state;
    const { ar, ma, seasonal } = coefficients;
    const nextV = new Float64Array(period);
    for (let h = 0; h < period; h++) {
      const t = n - period + h;
      const white =
        (data[t] as number) -
        (hasMean ? mean * (level[t] as number) : 0) -
        early * (first[t] as number) +
        before * (unknown[t] as number);
      nextV[h] = (seasonal * white) / (deviations[Math.floor(t / period)] as number);
    }
    return {
      mean,
      sumOfSquares: squares,
      logLikelihood: -half - 0.5 * n * (1 + log(2 * Math.PI)),
      forecast: (horizon) => {
        const path = new Float64Array(horizon);
        let away = (w[n - 1] as number) - mean;
        let v = lastV;
        for (let h = 0; h < horizon; h++) {
          const next = nextV[h] ?? 0;
          away = ar * away + next + ma * v;
          path[h] = mean + away;
          v = next;
        }
        return path;
      },
    };
  }

  return { halfDeviance, result };
}

function product(left: Float64Array, right: Float64Array): number {
  const n = left.length;
  let even = 0;
  let odd = 0;
  let t = 0;
  for (; t + 1 < n; t += 2) {
    even += (left[t] as number) * (right[t] as number);
    odd += (left[t + 1] as number) * (right[t + 1] as number);
  }
  if (t < n) even += (left[t] as number) * (right[t] as number);
  return even + odd;
}
