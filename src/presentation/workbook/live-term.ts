import type { Aggregation } from "../../engine/target/year-to-date.ts";

/** A number with the formula that works it out from other cells, and what that formula gives now. */
export interface Term {
  readonly formula: string;
  readonly value: number;
  /** The size of what the value was worked out from: what differences are small against. */
  readonly size: number;
  /** Whether the formula can stand in a longer one without brackets. */
  readonly isWhole: boolean;
}

/** A cell, by its address, as a term. */
export const cellTerm = (address: string, value: number): Term => ({
  formula: address,
  value,
  size: Math.abs(value),
  isWhole: true,
});

/** A number written into the formula. */
export const numberTerm = (value: number): Term => ({
  formula: String(value).toUpperCase(),
  value,
  size: Math.abs(value),
  isWhole: value >= 0,
});

const joined = (sign: string, value: number, size: number, [a, b]: readonly [Term, Term]): Term => ({
  formula: `${operand(a)}${sign}${operand(b)}`,
  value,
  size,
  isWhole: false,
});
const operand = ({ formula, isWhole }: Term): string => (isWhole ? formula : `(${formula})`);

/**
 * Arithmetic on terms: the formula and its value side by side.
 * @example minus(cellTerm("B5", 920), cellTerm("B4", 290)) // => {"formula":"B5-B4","value":630,"size":920,"isWhole":false}
 */
export const minus = (a: Term, b: Term): Term =>
  joined("-", a.value - b.value, Math.max(a.size, b.size), [a, b]);
export const plus = (a: Term, b: Term): Term =>
  joined("+", a.value + b.value, Math.max(a.size, b.size), [a, b]);
export const times = (a: Term, b: Term): Term => joined("*", a.value * b.value, a.size * b.size, [a, b]);
export const over = (a: Term, b: Term): Term =>
  joined("/", a.value / b.value, a.size / Math.abs(b.value), [a, b]);

/**
 * An amount after a growth, a fraction.
 * @example grownBy(cellTerm("B4", 860), cellTerm("B5", 0.5)).formula // => "B4*(1+B5)"
 */
export const grownBy = (amount: Term, growth: Term): Term => times(amount, plus(numberTerm(1), growth));

/** The year so far as cells. */
export interface YearTerms {
  readonly aggregation: Aggregation;
  readonly ytd: Term;
  readonly elapsed: Term;
  readonly remaining: Term;
}

/**
 * What the remaining periods bring together when the year ends at `fullYear`: an amount for sums, the sum of the
 * remaining means for averages, the change still to come for stocks.
 */
export function remainderTerm({ aggregation, ytd, elapsed, remaining }: YearTerms, fullYear: Term): Term {
  if (aggregation !== "average") return minus(fullYear, ytd);
  return minus(times(plus(elapsed, remaining), fullYear), times(elapsed, ytd));
}

/** The full year that a remainder makes; the inverse of {@link remainderTerm}. */
export function fullYearTerm({ aggregation, ytd, elapsed, remaining }: YearTerms, remainder: Term): Term {
  if (aggregation !== "average") return plus(ytd, remainder);
  return over(plus(times(elapsed, ytd), remainder), plus(elapsed, remaining));
}

/** A told number and what a formula gives differ by no more than the rounding of answers. */
const SAME = 1e-6;

/**
 * Whether a formula says what the answer says: only then may it stand in the answer's place. Where amounts are far
 * below one, so is what they may differ by.
 */
export const agrees = ({ value, size }: Term, told: number): boolean =>
  Math.abs(value - told) <= SAME * Math.max(Math.min(1, size), Math.abs(told));
