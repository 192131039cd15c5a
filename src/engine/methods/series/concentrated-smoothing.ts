import { factorise, solve, solveLower } from "./cholesky.ts";
import { type SmoothingParameters, type SmoothingStates, smooth } from "./innovations-state-space.ts";

/** Sum of products of `count` places of two arrays, from `start` of the second one. */
function dot(one: Float64Array, other: Float64Array, start: number, count: number): number {
  let even = 0;
  let odd = 0;
  let t = 0;
  for (; t + 1 < count; t += 2) {
    even += (one[t] as number) * (other[t + start] as number);
    odd += (one[t + 1] as number) * (other[t + start + 1] as number);
  }
  if (t < count) even += (one[t] as number) * (other[t + start] as number);
  return even + odd;
}

/**
 * The sum of squared errors of exponential smoothing as a function of the smoothing parameters alone: the errors are
 * linear in the initial states, which are therefore found exactly by least squares. An initial season is first met
 * in its own period, so its column is that of the first season, shifted; the initial level is that of all seasons
 * together and needs no column. Without seasons, one season that never changes is the initial level.
 * @see Hyndman, Koehler, Ord and Snyder (2008), section 5.1; Kaufman (1975), BIT 15, 49-57, for the derivatives
 */
export class ConcentratedSmoothing {
  readonly errors: Float64Array;
  private readonly values: Float64Array;
  private readonly nought: Float64Array;
  private readonly period: number;
  private readonly hasTrend: boolean;
  private readonly unknowns: number;
  private readonly rises: Float64Array;
  private readonly seasons: Float64Array;
  private readonly scratch: Float64Array;
  private readonly last = new Float64Array(1);
  /** Minus the errors that one unit in the first season, and in the trend, makes. */
  private readonly seasonColumn: Float64Array;
  private readonly trendColumn: Float64Array;
  private readonly factor: Float64Array;
  private readonly solution: Float64Array;
  private readonly derivatives: readonly Float64Array[];
  private readonly projections: readonly Float64Array[];
  private parameters: SmoothingParameters = { alpha: 0, beta: 0, gamma: 0, phi: 1 };
  private initialTrend = 0;

  /** `period` 1 is no season; room is made for `directions` unknowns. */
  constructor(values: Float64Array, period: number, hasTrend: boolean, directions: number) {
    const length = values.length;
    this.values = values;
    this.period = period;
    this.hasTrend = hasTrend;
    this.unknowns = period + (hasTrend ? 1 : 0);
    this.nought = new Float64Array(length);
    this.errors = new Float64Array(length);
    this.rises = new Float64Array(length + 1);
    this.seasons = new Float64Array(length + period);
    this.scratch = new Float64Array(length + period);
    this.seasonColumn = new Float64Array(length);
    this.trendColumn = new Float64Array(length);
    this.factor = new Float64Array(this.unknowns * this.unknowns);
    this.solution = new Float64Array(this.unknowns);
    this.derivatives = Array.from({ length: directions }, () => new Float64Array(length));
    this.projections = Array.from({ length: directions }, () => new Float64Array(this.unknowns));
  }

  /** The least sum of squares at these parameters; leaves the errors and states there. */
  evaluate(parameters: SmoothingParameters): number {
    const { values, period, hasTrend, unknowns, seasons, solution, errors } = this;
    this.parameters = parameters;
    this.columns();
    this.gram();
    factorise(this.factor, unknowns);
    // From the first year as it was, so that what is left to solve is small and loses no digits.
    for (let i = 0; i < period; i++) seasons[i] = values[i] as number;
    smooth(values, parameters, 0, 0, errors, this.rises, seasons, this.last);
    this.project(errors, solution);
    solve(this.factor, unknowns, solution);
    for (let i = 0; i < period; i++) seasons[i] = (values[i] as number) + (solution[i] as number);
    this.initialTrend = hasTrend ? (solution[period] as number) : 0;
    return smooth(values, parameters, 0, this.initialTrend, errors, this.rises, seasons, this.last);
  }

  /** The states that `evaluate` found: before the first value, and after the last one. Seasons of a year sum to zero. */
  states(): { readonly initial: SmoothingStates; readonly last: SmoothingStates } {
    const { seasons, rises, period } = this;
    const lastTrend = (rises[rises.length - 1] as number) / this.parameters.phi;
    return {
      initial: centred(0, this.initialTrend, seasons.slice(0, period)),
      last: centred(this.last[0] as number, lastTrend, seasons.slice(seasons.length - period)),
    };
  }

  /**
   * Cross products of the derivatives of the errors along some directions of the parameters, and of them with the
   * errors, where `evaluate` was last; of each derivative the part that the initial states cannot take up.
   */
  linearise(
    directions: readonly SmoothingParameters[],
    products: Float64Array,
    gradient: Float64Array,
  ): void {
    const { derivatives, projections, errors, unknowns } = this;
    const length = errors.length;
    const size = directions.length;
    for (let i = 0; i < size; i++) {
      const derivative = derivatives[i] as Float64Array;
      const projection = projections[i] as Float64Array;
      this.differentiate(directions[i] as SmoothingParameters, derivative);
      this.project(derivative, projection);
      solveLower(this.factor, unknowns, projection);
      gradient[i] = dot(derivative, errors, 0, length);
      for (let j = 0; j <= i; j++) {
        const product =
          dot(derivative, derivatives[j] as Float64Array, 0, length) -
          dot(projection, projections[j] as Float64Array, 0, unknowns);
        products[i * size + j] = product;
        products[j * size + i] = product;
      }
    }
  }

  private columns(): void {
    const { seasons, period, seasonColumn, trendColumn } = this;
    seasons.fill(0, 0, period);
    seasons[0] = -1;
    smooth(this.nought, this.parameters, 0, 0, seasonColumn, this.rises, seasons, this.last);
    if (!this.hasTrend) return;
    seasons.fill(0, 0, period);
    smooth(this.nought, this.parameters, 0, -1, trendColumn, this.rises, seasons, this.last);
  }

  /** Lower triangle of the products of the columns; that of two seasons loses its last terms as both shift. */
  private gram(): void {
    const { factor, unknowns, period, seasonColumn } = this;
    const length = seasonColumn.length;
    for (let lag = 0; lag < period; lag++) {
      let sum = dot(seasonColumn, seasonColumn, lag, length - period + 1);
      for (let i = period - 1; ; i--) {
        factor[i * unknowns + i - lag] = sum;
        if (i === lag) break;
        const next = length - i;
        sum += (seasonColumn[next] as number) * (seasonColumn[next + lag] as number);
      }
    }
    if (!this.hasTrend) return;
    const row = period * unknowns;
    for (let i = 0; i < period; i++) factor[row + i] = dot(seasonColumn, this.trendColumn, i, length - i);
    factor[row + period] = dot(this.trendColumn, this.trendColumn, 0, length);
  }

  /** Products of the columns of the initial states with `errors`. */
  private project(errors: Float64Array, products: Float64Array): void {
    const { period, seasonColumn } = this;
    const length = errors.length;
    for (let i = 0; i < period; i++) products[i] = dot(seasonColumn, errors, i, length - i);
    if (this.hasTrend) products[period] = dot(this.trendColumn, errors, 0, length);
  }

  /** Derivative of the errors when the parameters move along a direction and the initial states stay. */
  private differentiate(direction: SmoothingParameters, derivative: Float64Array): void {
    const { errors, rises, scratch, period } = this;
    const { alpha, beta, gamma, phi } = this.parameters;
    const length = errors.length;
    const drive = direction.phi / phi;
    const riseGain = phi * beta;
    const gain = alpha + riseGain;
    const riseForce = phi * direction.beta;
    const force = direction.alpha + riseForce;
    scratch.fill(0, 0, period);
    let rise = drive * (rises[0] as number);
    let ahead = rise;
    for (let t = 0; t < length; t++) {
      const error = errors[t] as number;
      const season = scratch[t] as number;
      const driven = drive * (rises[t + 1] as number);
      const change = -(ahead + season);
      derivative[t] = change;
      rise = phi * rise + driven;
      ahead = ahead + (rise + force * error) + gain * change;
      rise += riseForce * error + riseGain * change;
      scratch[t + period] = season + gamma * change + direction.gamma * error;
    }
  }
}

function centred(level: number, trend: number, season: Float64Array): SmoothingStates {
  let mean = 0;
  for (let i = 0; i < season.length; i++) mean += (season[i] as number) / season.length;
  for (let i = 0; i < season.length; i++) season[i] = (season[i] as number) - mean;
  return { level: level + mean, trend, season };
}
