import { type Measured, sumOf } from "../figure/measured.ts";

/**
 * The shares of parts in their own sum. A part is in both sides of its share, so that the share is highest with the part
 * at its upper end and all others at their lower ends, and never above one.
 * @example sharesOfSum([{ value: 3, lower: 2.5, upper: 3.5 }, { value: 1, lower: 0.5, upper: 1.5 }]) // => [{ "value": 0.75, "lower": 0.625, "upper": 0.875 }, { "value": 0.25, "lower": 0.125, "upper": 0.375 }]
 */
export function sharesOfSum(parts: readonly Measured[]): readonly Measured[] {
  const total = sumOf(parts);
  return parts.map((part, index) => {
    // Summed anew: an end at infinity cannot be taken out of a sum again.
    const others = sumOf(parts, index);
    return {
      value: part.value / total.value,
      lower: shareBeside(part.lower, others.upper),
      upper: shareBeside(part.upper, others.lower),
    };
  });
}

/** The share of a part beside the others; an end at infinity is as large as you like. */
function shareBeside(part: number, others: number): number {
  if (part === Number.POSITIVE_INFINITY) return 1;
  if (others === Number.POSITIVE_INFINITY) return 0;
  return part <= 0 ? 0 : part / (part + Math.max(0, others));
}

/** The share of a part in a total that was reported itself, between zero and one. */
export function shareOfTotal(part: Measured, total: Measured): Measured {
  // An end that is infinite over infinite, or zero over zero, says nothing.
  const end = (share: number, otherwise: number) =>
    Number.isNaN(share) ? otherwise : Math.min(1, Math.max(0, share));
  const lower = end(part.lower / total.upper, 0);
  const upper = end(part.upper / total.lower, 1);
  return { value: Math.min(upper, Math.max(lower, part.value / total.value)), lower, upper };
}
