import { exp, log } from "../elementary-functions.ts";

/**
 * The level after `years` of constant growth; the growth is a fraction above -1, and years back are negative.
 * @example grownLevel({ level: 46515, growth: 0.08, years: 5 }) // => 68345.79549235203
 */
export function grownLevel({
  level,
  growth,
  years,
}: {
  readonly level: number;
  readonly growth: number;
  readonly years: number;
}): number {
  return level * exp(years * log(1 + growth));
}

/**
 * Geometric average growth a year from one level to another, both above 0: (to / from)^(1 / years) - 1.
 * @example averageGrowth({ from: 46515, to: 49496.26, years: 3 }) // => 0.02092330957931776
 */
export function averageGrowth({
  from,
  to,
  years,
}: {
  readonly from: number;
  readonly to: number;
  readonly years: number;
}): number {
  return exp(log(to / from) / years) - 1;
}

/**
 * Arithmetic mean that the growths still to come need for all `years` to average `average`:
 * (N G - sum of the known growths) / (years left). Never above what the geometric reading needs.
 * @example requiredMeanGrowth({ average: 0.08, years: 5, growths: [0.01, 0.03, 0.02] }) // => 0.17
 */
export function requiredMeanGrowth({
  average,
  years,
  growths,
}: {
  readonly average: number;
  readonly years: number;
  readonly growths: readonly number[];
}): number {
  return (years * average - sumOf(growths)) / (years - growths.length);
}

/**
 * Arithmetic mean of growths; undefined where there is none.
 * @example meanGrowth([0.01, 0.03, 0.02]) // => 0.02
 */
export function meanGrowth(growths: readonly number[]): number | undefined {
  return growths.length === 0 ? undefined : sumOf(growths) / growths.length;
}

const sumOf = (growths: readonly number[]): number => growths.reduce((sum, growth) => sum + growth, 0);
