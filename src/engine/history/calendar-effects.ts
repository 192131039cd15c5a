import {
  type CalendarMonth,
  COMPOSITION_REGRESSORS,
  type CompositionRegressor,
  monthComposition,
} from "../calendar/month-composition.ts";
import { calendarMonth } from "../calendar/period.ts";
import { holidayInMonth, type TetCalendar } from "../calendar/tet.ts";
import type { IndicatorClass } from "../forecast/evidence.ts";
import { medianInPlace } from "./median-in-place.ts";
import { SymmetricBand } from "./symmetric-band.ts";

/** What is known of a coefficient before the series is seen: a normal distribution. */
export interface CoefficientPrior {
  readonly mean: number;
  readonly standardDeviation: number;
}

/** Learned by `test/bench/learn-calendar.ts` from the coefficients of many series. */
export interface CalendarPriors {
  readonly composition: Readonly<Record<CompositionRegressor, CoefficientPrior>>;
  readonly holidayWeek: Readonly<Record<IndicatorClass, CoefficientPrior>>;
}

export type CalendarRegressor = CompositionRegressor | "holidayWeek";

/** Effect on the log of a month's amount of one unit of a regressor. */
export interface CalendarEstimate {
  readonly regressor: CalendarRegressor;
  readonly estimate: number;
  readonly standardError: number;
}

export interface CalendarEffects {
  /** Effect on the log amount of the month `index` months after the first one of the history; any later month too. */
  effectOf(index: number): number;
  readonly estimates: readonly CalendarEstimate[];
}

export interface CalendarAsk {
  /** Logs of the monthly amounts, oldest first, no gap. */
  readonly values: Float64Array;
  /** The calendar month of `values[0]`, whatever the fiscal year. */
  readonly first: CalendarMonth;
  readonly indicatorClass: IndicatorClass;
  readonly priors: CalendarPriors;
  /** Given where Tet is kept. */
  readonly tet?: TetCalendar;
}

const MONTHS = 12;
/** Differencing against the month before, of this year and of last year, uses up a year and a month. */
const LOST = MONTHS + 1;
/** With fewer differences their scale is not known, and the prior stands. */
const LEAST_ROWS = 11;
/**
 * Moving-average parameters of the noise, of the airline model: fixed, since the estimate hardly depends on them, while
 * leaving them out (plain seasonal differences) costs a third of what the adjustment gains in the last month.
 */
const NOISE = 0.6;
const SEASONAL_NOISE = 0.7;
/** Huber's usual bend lies at 1.345; between 1 and 2.5 nothing changes. */
const BEND = 1.5;
const ROUNDS = 3;
/** A series that is regular to the last digit has no scale. */
const LEAST_SCALE = 1e-6;
const NORMAL_SCALE = 1.4826;

/**
 * What the calendar does to a monthly history, so that methods can be fitted to logs without it and the effect of the
 * coming months be added to their forecasts. Where Tet is kept: the holiday week, which moves between January and
 * February. Elsewhere: how long a month is and which days of the week it holds more of. Quarters and years hardly change.
 *
 * The coefficients are those of a regression with airline-model noise of fixed parameters, Huber weights, and a normal
 * prior learned from other series, so that three years of data move them little and twenty years much.
 *
 * @see Bell and Hillmer (1983), J. Amer. Statist. Assoc. 78, 526-534 (regression with calendar regressors)
 * @see Box and Jenkins (1970), Time Series Analysis, chapter 9 (airline model); Huber (1964), Ann. Math. Statist. 35, 73-101
 */
export function calendarEffects(ask: CalendarAsk): CalendarEffects {
  const terms = termsOf(ask);
  const start = { year: ask.first.year, startMonth: ask.first.month };
  const monthOf = (index: number): CalendarMonth => calendarMonth(start, index);
  const rows = ask.values.length - LOST;
  const coefficients = Float64Array.from(terms, ({ prior }) => prior.mean);
  let precision: SymmetricBand | undefined;
  if (rows >= LEAST_ROWS) {
    const response = whitened(ask.values);
    const regressors = terms.map(({ at }) => {
      const column = new Float64Array(ask.values.length);
      for (let i = 0; i < column.length; i++) column[i] = at(monthOf(i));
      return whitened(column);
    });
    for (let round = 0; round < ROUNDS; round++)
      precision = reestimate(coefficients, terms, regressors, response);
  }
  const variances = precision?.inverseDiagonal() ?? terms.map(({ prior }) => prior.standardDeviation ** 2);
  return {
    effectOf(index) {
      const month = monthOf(index);
      let effect = 0;
      for (let k = 0; k < terms.length; k++)
        effect += (coefficients[k] as number) * (terms[k] as Term).at(month);
      return effect;
    },
    estimates: terms.map(({ regressor }, k) => ({
      regressor,
      estimate: coefficients[k] as number,
      standardError: Math.sqrt(variances[k] as number),
    })),
  };
}

interface Term {
  readonly regressor: CalendarRegressor;
  readonly prior: CoefficientPrior;
  at(month: CalendarMonth): number;
}

function termsOf({ priors, indicatorClass, tet }: CalendarAsk): readonly Term[] {
  // In Viet Nam the days of the week made forecasts no better, and those of December worse.
  if (tet !== undefined)
    return [
      {
        regressor: "holidayWeek",
        prior: priors.holidayWeek[indicatorClass],
        at: (month) => holidayInMonth(tet, month),
      },
    ];
  return COMPOSITION_REGRESSORS.map((regressor, k) => ({
    regressor,
    prior: priors.composition[regressor],
    at: (month) => monthComposition(month, k),
  }));
}

/** Differences against last month and last year, then what the airline model leaves: independent, of equal variance. */
function whitened(values: Float64Array): Float64Array {
  const white = new Float64Array(values.length - LOST);
  for (let i = 0; i < white.length; i++)
    white[i] =
      (values[i + LOST] as number) -
      (values[i + MONTHS] as number) -
      (values[i + 1] as number) +
      (values[i] as number);
  takeMovingAverage(white, 1, NOISE);
  takeMovingAverage(white, MONTHS, SEASONAL_NOISE);
  return white;
}

/**
 * Replaces a moving average of order one at `lag` by its standardised innovations, exact from the first value on: to
 * begin at 0 instead leaves the same month of successive years correlated and standard errors a third too small.
 * @see Brockwell and Davis (1991), Time Series: Theory and Methods, 2nd ed., section 5.2 (innovations algorithm)
 */
function takeMovingAverage(values: Float64Array, lag: number, parameter: number): void {
  let variance = 1 + parameter ** 2;
  for (let start = 0; start < values.length; start += lag) {
    const before = variance;
    if (start > 0) variance = 1 + parameter ** 2 - parameter ** 2 / before;
    const end = Math.min(values.length, start + lag);
    for (let i = start; i < end; i++) {
      // What stands a lag before is already divided by its own standard deviation.
      const carried = start > 0 ? (parameter * (values[i - lag] as number)) / Math.sqrt(before) : 0;
      values[i] = ((values[i] as number) + carried) / Math.sqrt(variance);
    }
  }
}

/** One round of weighted least squares with the prior; replaces the coefficients and returns their precision, factorised. */
function reestimate(
  coefficients: Float64Array,
  terms: readonly Term[],
  regressors: readonly Float64Array[],
  response: Float64Array,
): SymmetricBand {
  const size = terms.length;
  const residuals = response.slice();
  for (let k = 0; k < size; k++) {
    const column = regressors[k] as Float64Array;
    const coefficient = coefficients[k] as number;
    for (let i = 0; i < residuals.length; i++)
      residuals[i] = (residuals[i] as number) - coefficient * (column[i] as number);
  }
  for (let i = 0; i < residuals.length; i++) residuals[i] = Math.abs(residuals[i] as number);
  const scale = Math.max(LEAST_SCALE, NORMAL_SCALE * medianInPlace(residuals.slice(), residuals.length));
  const weights = residuals;
  for (let i = 0; i < weights.length; i++)
    weights[i] = Math.min(1, (BEND * scale) / (weights[i] as number)) / scale ** 2;

  const precision = new SymmetricBand(size, size - 1);
  const right = new Float64Array(size);
  for (let k = 0; k < size; k++) {
    const column = regressors[k] as Float64Array;
    const { mean, standardDeviation } = (terms[k] as Term).prior;
    precision.add(k, k, standardDeviation ** -2);
    right[k] = mean * standardDeviation ** -2 + weightedProduct(weights, column, response);
    for (let l = 0; l <= k; l++)
      precision.add(k, l, weightedProduct(weights, column, regressors[l] as Float64Array));
  }
  precision.factorise();
  coefficients.set(precision.solve(right));
  return precision;
}

function weightedProduct(weights: Float64Array, left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++)
    sum += (weights[i] as number) * (left[i] as number) * (right[i] as number);
  return sum;
}
