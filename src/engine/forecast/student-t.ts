import { exp, log } from "../elementary-functions.ts";

const TINY = 1e-300;
const PRECISION = 1e-15;
const MAX_TERMS = 300;
/** Newton doubles the correct digits from a start good to two or three, so six steps reach machine precision. */
const MAX_NEWTON_STEPS = 40;

/** Continued fraction of the incomplete beta function (Lentz's method; NIST DLMF 8.17.22). */
function betaContinuedFraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < TINY ? TINY : d);
  let fraction = d;
  for (let m = 1; m < MAX_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 + even * d;
    d = 1 / (Math.abs(d) < TINY ? TINY : d);
    c = 1 + even / c;
    if (Math.abs(c) < TINY) c = TINY;
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + odd * d;
    d = 1 / (Math.abs(d) < TINY ? TINY : d);
    c = 1 + odd / c;
    if (Math.abs(c) < TINY) c = TINY;
    const step = d * c;
    fraction *= step;
    if (Math.abs(step - 1) < PRECISION) break;
  }
  return fraction;
}

/** P(T > |t|), from the regularised incomplete beta function I_x(df/2, 1/2) / 2 with x = df / (df + t^2). */
function upperTail(t: number, df: number, logBeta: number): number {
  const square = t * t;
  const x = df / (df + square);
  const y = square / (df + square);
  const a = df / 2;
  const front = exp(a * log(x) + 0.5 * log(y || TINY) - logBeta);
  if (x < (a + 1) / (a + 2.5)) return (0.5 * front * betaContinuedFraction(a, 0.5, x)) / a;
  return 0.5 * (1 - 2 * front * betaContinuedFraction(0.5, a, y));
}

/** Stirling's series (NIST DLMF 5.11.1) from ten on, where seven terms reach machine precision. */
function logGamma(x: number): number {
  let product = 1;
  let y = x;
  for (; y < 10; y++) product *= y;
  const z = 1 / (y * y);
  const series =
    (1 / 12 -
      z * (1 / 360 - z * (1 / 1260 - z * (1 / 1680 - z * (1 / 1188 - z * (691 / 360360 - z / 156)))))) /
    y;
  return (y - 0.5) * log(y) - y + 0.5 * log(2 * Math.PI) + series - log(product);
}

/** A question asks a few learned degrees of freedom for thousands of tails; beyond these each is worked out anew. */
const MOST_DEGREES_KEPT = 500;
const keptLogBetas = new Map<number, number>();

/** log B(df/2, 1/2), kept by degrees of freedom. */
function logBetaHalf(df: number): number {
  const known = keptLogBetas.get(df);
  if (known !== undefined) return known;
  const logBeta = logGamma(df / 2) + 0.5 * log(Math.PI) - logGamma(df / 2 + 0.5);
  if (keptLogBetas.size < MOST_DEGREES_KEPT) keptLogBetas.set(df, logBeta);
  return logBeta;
}

/**
 * Density of Student's t with `df` > 0 degrees of freedom (need not be whole).
 * @example studentTDensity(0, 3) // => 0.3675525969478614
 */
export function studentTDensity(t: number, df: number): number {
  return exp(-logBetaHalf(df) - 0.5 * log(df) - ((df + 1) / 2) * log(1 + (t * t) / df));
}

/**
 * P(T > t) for Student's t with `df` > 0 degrees of freedom (need not be whole).
 * @see NIST Digital Library of Mathematical Functions, 8.17 (incomplete beta function)
 * @example studentTSurvival(2.353363434801823, 3) // => 0.05
 */
export function studentTSurvival(t: number, df: number): number {
  if (t === 0) return 0.5;
  const tail = upperTail(t, df, logBetaHalf(df));
  return t > 0 ? tail : 1 - tail;
}

/**
 * Quantile of Student's t with `df` > 0 degrees of freedom (need not be whole): the t with P(T <= t) = level,
 * 0 < level < 1. Newton's method on the logarithm of the tail, which is nearly straight in log t far out, so a
 * few steps suffice at any level.
 * @example studentTQuantile(0.975, 4.5) // => 2.6589123472044
 */
export function studentTQuantile(level: number, df: number): number {
  if (level === 0.5) return 0;
  const t = keptUpperQuantile(Math.min(level, 1 - level), df);
  return level > 0.5 ? t : -t;
}

/** The learned degrees of freedom and the usual levels are some hundreds of pairs; others are worked out each time. */
const MOST_KEPT = 2000;
const kept = new Map<number, Map<number, number>>();
let keptPairs = 0;

/** The upper quantile, from the few pairs that every question asks for. */
function keptUpperQuantile(tail: number, df: number): number {
  const known = kept.get(df)?.get(tail);
  if (known !== undefined) return known;
  const t = upperQuantile(tail, df);
  if (keptPairs < MOST_KEPT) {
    const ofDegrees = kept.get(df) ?? new Map<number, number>();
    kept.set(df, ofDegrees.set(tail, t));
    keptPairs += 1;
  }
  return t;
}

/** The t > 0 with P(T > t) = `tail`, 0 < tail < 0.5. */
function upperQuantile(tail: number, df: number): number {
  const logBeta = logBetaHalf(df);
  const logDensityFront = -logBeta - 0.5 * log(df);
  // Start: the normal quantile stretched by its Cornish-Fisher term, or the power tail when that is heavier.
  const z = Math.sqrt(-2 * log(tail)) - 0.62 * exp(-0.35 * -log(tail)) - 0.55;
  const bulk = Math.max(z, 0.05) * (1 + (z * z + 1) / (4 * df));
  const power = Math.sqrt(df) * exp((logDensityFront + 0.5 * log(df) - log(df * tail)) / df);
  let t = tail < 0.05 ? Math.max(bulk, power * 0.9) : bulk;
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  for (let step = 0; step < MAX_NEWTON_STEPS; step++) {
    const survival = upperTail(t, df, logBeta);
    if (survival > tail) low = t;
    else high = t;
    const density = exp(logDensityFront - ((df + 1) / 2) * log(1 + (t * t) / df));
    // d log(survival) / d log(t) = -t density / survival
    let next =
      tail > 0.1
        ? t + (survival - tail) / density
        : t * exp((log(survival / tail) * survival) / (t * density));
    // Before the bracket is asked: at the root rounding alone can put the step outside it.
    if (Math.abs(next - t) <= 1e-13 * t) {
      t = next;
      break;
    }
    if (!(next > low && next < high)) next = high === Number.POSITIVE_INFINITY ? 2 * t : (low + high) / 2;
    t = next;
  }
  return t;
}
