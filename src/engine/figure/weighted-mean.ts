import type { Interval } from "./interval.ts";
import type { Measured } from "./measured.ts";

/**
 * The mean of numbers by weights, each known within an interval, and the smallest interval that holds it. The highest
 * mean has every number at its upper end, the weights of the largest of them at their upper ends and the others at their
 * lower ends; it is the best of the n + 1 places where that changes.
 *
 * @param weights at least zero, one above zero
 * @example weightedMean([{ value: 0.1, lower: 0.1, upper: 0.1 }, { value: 0.2, lower: 0.2, upper: 0.2 }], [{ value: 3, lower: 3, upper: 3 }, { value: 1, lower: 1, upper: 1 }]) // => { "value": 0.125, "lower": 0.125, "upper": 0.125 }
 */
export function weightedMean(numbers: readonly Measured[], weights: readonly Measured[]): Measured {
  let total = 0;
  let sum = 0;
  for (const [index, { value }] of numbers.entries()) {
    const weight = (weights[index] as Measured).value;
    total += weight;
    sum += weight * value;
  }
  const value = sum / total;
  const highest = highestMean(
    numbers.map(({ upper }) => upper),
    weights,
  );
  const lowest = -highestMean(
    numbers.map(({ lower }) => -lower),
    weights,
  );
  return { value, lower: Math.min(lowest, value), upper: Math.max(highest, value) };
}

function highestMean(numbers: readonly number[], weights: readonly Interval[]): number {
  const largest = Math.max(...numbers);
  if (!weights.every(({ upper }) => Number.isFinite(upper)) || !Number.isFinite(largest)) return largest;
  const falling = numbers.map((number, index) => ({ number, weight: weights[index] as Interval }));
  falling.sort((a, b) => b.number - a.number);
  let total = 0;
  let sum = 0;
  for (const { number, weight } of falling) {
    total += weight.lower;
    sum += weight.lower * number;
  }
  let best = total > 0 ? sum / total : Number.NEGATIVE_INFINITY;
  for (const { number, weight } of falling) {
    const more = weight.upper - weight.lower;
    total += more;
    sum += more * number;
    if (total > 0) best = Math.max(best, sum / total);
  }
  return Math.min(best, largest);
}
