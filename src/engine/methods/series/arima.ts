import type { PeriodsPerYear } from "../../calendar/period.ts";
import { exp, log } from "../../elementary-functions.ts";
import { quasiNewton } from "./quasi-newton.ts";
import { type ArmaCoefficients, seasonalArma } from "./seasonal-arma.ts";
import {
  addSeasonalDifferences,
  areFinite,
  firstDifferences,
  seasonalDifferences,
} from "./seasonal-differences.ts";
import type { SeriesFit, SeriesMethod } from "./series-method.ts";

/** A seasonal ARIMA (ar, differences, ma)(0, 1, 1)_s; without first differences the seasonal ones have a mean. */
export interface ArimaOrders {
  readonly ar: 0 | 1;
  readonly differences: 0 | 1;
  readonly ma: 0 | 1;
}

/** A fitted ARIMA, with what R's `Arima` prints. */
export interface ArimaFit extends SeriesFit {
  readonly coefficients: Readonly<ArmaCoefficients>;
  /** Mean of the seasonal differences: R's drift times the period. */
  readonly mean: number;
  readonly logLikelihood: number;
  readonly aicc: number;
}

/** The airline model of Box and Jenkins: growth on a year before wanders. */
export const AIRLINE: ArimaOrders = { ar: 0, differences: 1, ma: 1 };
/** Its counterpart where growth on a year before comes back to its mean. */
export const RETURNING: ArimaOrders = { ar: 1, differences: 0, ma: 1 };

/** Coefficients stay this far inside the unit circle, where the likelihood no longer is flat. */
const FURTHEST = 0.999;
/** Where the search starts: about the airline values of Box and Jenkins. */
const START = { AR: 0.6, MA: -0.4, MA_BESIDE_AR: -0.2, SEASONAL: -0.6 } as const;
/** Innovations smaller than this part of the values are rounding. */
const ROUNDING = 1e-12;

/** From the whole line into the admissible interval, and back. */
const bounded = (free: number): number => FURTHEST * (1 - 2 / (exp(2 * free) + 1));
const unbounded = (coefficient: number): number =>
  0.5 * log((FURTHEST + coefficient) / (FURTHEST - coefficient));

const leastLength = (period: PeriodsPerYear): number => 3 * period;

/**
 * Seasonal ARIMA (p, d, q)(0, 1, 1)_s of given orders by exact maximum likelihood; undefined when too short, not
 * finite, or without innovations.
 * @see Box, Jenkins and Reinsel (2008), Time Series Analysis, chapter 9
 */
export function fitArima(
  values: Float64Array,
  period: PeriodsPerYear,
  orders: ArimaOrders,
): ArimaFit | undefined {
  if (values.length < leastLength(period) || !areFinite(values)) return undefined;
  const seasonal = seasonalDifferences(values, period);
  const both = firstDifferences(seasonal);
  if (isRounding(both, values)) return undefined;
  const w = orders.differences === 1 ? both : seasonal;
  const hasMean = orders.differences === 0;
  const arma = seasonalArma(w, period, hasMean);

  const start = [
    ...(orders.ar === 1 ? [START.AR] : []),
    ...(orders.ma === 1 ? [orders.ar === 1 ? START.MA_BESIDE_AR : START.MA] : []),
    START.SEASONAL,
  ];
  const free = Float64Array.from(start, unbounded);
  const coefficients: ArmaCoefficients = { ar: 0, ma: 0, seasonal: 0 };
  const deviance = (point: Float64Array): number => {
    if (orders.ar === 1) coefficients.ar = bounded(point[0] as number);
    if (orders.ma === 1) coefficients.ma = bounded(point[orders.ar] as number);
    coefficients.seasonal = bounded(point[point.length - 1] as number);
    return arma.halfDeviance(coefficients);
  };
  // The information on a coefficient r is n / (1 - r^2); times the square of the slope of tanh.
  quasiNewton(
    deviance,
    free,
    start.map((r) => w.length * (1 - r * r)),
  );
  deviance(free);

  const { mean, sumOfSquares, logLikelihood, forecast } = arma.result(coefficients);
  const estimated = orders.ar + orders.ma + 1 + (hasMean ? 1 : 0);
  const last = seasonal[seasonal.length - 1] as number;
  return {
    coefficients,
    mean,
    logLikelihood,
    aicc: -2 * logLikelihood + (2 * (estimated + 1) * w.length) / (w.length - estimated - 2),
    sigma: Math.sqrt(sumOfSquares / (w.length - estimated)),
    forecast: (horizon) => {
      const changes = forecast(horizon);
      if (orders.differences === 1)
        for (let h = 0; h < horizon; h++)
          changes[h] = (changes[h] as number) + (h > 0 ? (changes[h - 1] as number) : last);
      return addSeasonalDifferences(values, period, changes);
    },
    impulse: (horizon) => responses(coefficients, orders, period, horizon),
  };
}

/** Weights of past innovations in the values: the response to one unit of surprise. */
function responses(
  { ar, ma, seasonal }: ArmaCoefficients,
  { differences }: ArimaOrders,
  period: PeriodsPerYear,
  horizon: number,
): Float64Array {
  const weights = new Float64Array(horizon);
  let stationary = 0;
  let change = 0;
  for (let h = 0; h < horizon; h++) {
    const own = h === 0 ? 1 : h === 1 ? ma : h === period ? seasonal : h === period + 1 ? seasonal * ma : 0;
    stationary = ar * stationary + own;
    change = stationary + differences * change;
    weights[h] = change + (h >= period ? (weights[h - period] as number) : 0);
  }
  return weights;
}

function isRounding(differences: Float64Array, values: Float64Array): boolean {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return differences.every((difference) => Math.abs(difference) <= ROUNDING * largest);
}

/** What goes on exactly as it did: without innovations nothing can be estimated. */
function exactContinuation(values: Float64Array, period: PeriodsPerYear): SeriesFit {
  const last = (values[values.length - 1] as number) - (values[values.length - 1 - period] as number);
  const usual = { ar: 0, ma: START.MA, seasonal: START.SEASONAL };
  return {
    forecast: (horizon) => addSeasonalDifferences(values, period, new Float64Array(horizon).fill(last)),
    impulse: (horizon) => responses(usual, AIRLINE, period, horizon),
    sigma: 0,
  };
}

/**
 * The mean of two seasonal ARIMA models that differ in what no series is long enough to tell: whether growth on a
 * year before wanders or comes back. Choosing between them (and among six relatives) by Akaike's criterion forecast
 * worse than either by itself.
 */
export const arima: SeriesMethod = {
  name: "arima",
  says: "growth on a year before follows its recent surprises (seasonal ARIMA)",
  leastLength,
  fit: ({ values, period }) => {
    const wandering = fitArima(values, period, AIRLINE);
    const returning = fitArima(values, period, RETURNING);
    if (wandering === undefined || returning === undefined)
      return values.length >= leastLength(period) && areFinite(values)
        ? exactContinuation(values, period)
        : undefined;
    const mean = (left: Float64Array, right: Float64Array): Float64Array =>
      left.map((value, h) => (value + (right[h] as number)) / 2);
    return {
      forecast: (horizon) => mean(wandering.forecast(horizon), returning.forecast(horizon)),
      impulse: (horizon) => mean(wandering.impulse(horizon), returning.impulse(horizon)),
      sigma: Math.sqrt((wandering.sigma ** 2 + returning.sigma ** 2) / 2),
    };
  },
};
