/**
 * Exponential and logarithm in double arithmetic alone. Those of JavaScript may differ in their last bit from one
 * runtime to the next (ECMA-262, 21.3.2: "implementation-approximated"); additions, multiplications, divisions and
 * square roots may not. Whatever a fit enlarges has to begin with the same bits everywhere.
 */

/** ln 2 in two parts; the first ends in zeros enough for its product with any exponent to be exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** Beyond these the exponential is infinite, or rounds to zero. */
const LARGEST = 709.782712893384;
const SMALLEST = -745.1332191019412;
const LEAST_NORMAL = 2.2250738585072014e-308;
const SUBNORMAL_SHIFT = 54;

/** The powers of two that are doubles: 2^k is at k - LEAST_EXPONENT. */
const LEAST_EXPONENT = -1074;
const LEAST_NORMAL_EXPONENT = -1022;
const LARGEST_EXPONENT = 1023;
const POWERS_OF_TWO = powersOfTwo();

function powersOfTwo(): Float64Array {
  const powers = new Float64Array(LARGEST_EXPONENT - LEAST_EXPONENT + 1);
  powers[0] = Number.MIN_VALUE;
  for (let i = 1; i < powers.length; i++) powers[i] = 2 * (powers[i - 1] as number);
  return powers;
}

const powerOfTwo = (exponent: number): number => POWERS_OF_TWO[exponent - LEAST_EXPONENT] as number;

/**
 * The exponential of any number, to less than one unit in the last place. With x = k ln 2 + r, |r| <= ln(2) / 2, it
 * is 2^k e^r, and e^r = 1 + 2r / (r coth(r/2) - r), whose r coth(r/2) is a series in Bernoulli numbers.
 * @see Cody and Waite (1980), Software Manual for the Elementary Functions, chapter 6 (reduction)
 * @see NIST Digital Library of Mathematical Functions, 4.19.6 (series)
 * @example exp(0) // => 1
 */
export function exp(x: number): number {
  if (!(x <= LARGEST)) return x > LARGEST ? Number.POSITIVE_INFINITY : Number.NaN;
  if (x < SMALLEST) return 0;
  const k = Math.floor(x * Math.LOG2E + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const z = r * r;
  const zz = z * z;
  const series =
    z * (1 / 6 - z / 360 + zz * (1 / 15120 - z / 604800 + zz * (1 / 23950080 - z * (691 / 653837184000))));
  const c = r - series;
  const power = 1 + (high + ((r * c) / (2 - c) - low));
  if (k > LARGEST_EXPONENT) return 2 * power * powerOfTwo(k - 1);
  if (k < LEAST_NORMAL_EXPONENT)
    return power * powerOfTwo(k + SUBNORMAL_SHIFT) * powerOfTwo(-SUBNORMAL_SHIFT);
  return power * powerOfTwo(k);
}

const double = new Float64Array([1]);
const words = new Int32Array(double.buffer);
/** Where the upper half of a double lies: 1 has no bits in the lower one. */
const UPPER = words[0] === 0 ? 1 : 0;
/** Added to the upper half of a double's bits, it carries into the exponent from the square root of two on. */
const CARRY_FROM_ROOT = 0x3ff00000 - 0x3fe6a09e;
const BIAS = 1023;
const FRACTION_BITS = 20;

/**
 * The natural logarithm of any number, to less than one unit in the last place; not a number below zero. With
 * x = 2^k (1 + f) between the square roots of a half and of two, it is k ln 2 + 2 artanh(s) with s = f / (2 + f),
 * summed so that f, which is exact, is the leading term.
 * @see Cody and Waite (1980), Software Manual for the Elementary Functions, chapter 5 (reduction)
 * @see NIST Digital Library of Mathematical Functions, 4.6.4 (series)
 * @example log(1) // => 0
 */
export function log(x: number): number {
  if (!(x > 0 && x < Number.POSITIVE_INFINITY))
    return x === 0 ? Number.NEGATIVE_INFINITY : x > 0 ? x : Number.NaN;
  let k = 0;
  let normal = x;
  if (x < LEAST_NORMAL) {
    k = -SUBNORMAL_SHIFT;
    normal = x * powerOfTwo(SUBNORMAL_SHIFT);
  }
  double[0] = normal;
  const exponent = (((words[UPPER] as number) + CARRY_FROM_ROOT) >> FRACTION_BITS) - BIAS;
  k += exponent;
  const f = normal * powerOfTwo(-exponent) - 1;
  const s = f / (2 + f);
  const z = s * s;
  const zz = z * z;
  const zzzz = zz * zz;
  const series =
    z * (2 / 3 + z * (2 / 5)) +
    z * zz * (2 / 7 + z * (2 / 9) + zz * (2 / 11 + z * (2 / 13))) +
    z * zz * zzzz * (2 / 15 + z * (2 / 17) + zz * (2 / 19 + z * (2 / 21)));
  const halfSquare = 0.5 * f * f;
  return k * LN2_HIGH + (f - (halfSquare - (s * (halfSquare + series) + k * LN2_LOW)));
}
