/** How a total is spread over its parts. */
export interface Concentration {
  /** Of each part in the total, in the order given, fractions. */
  readonly shares: readonly number[];
  /** Sum of the squared shares, of the rest too: 1 where one part is everything, 1/n where n are equal. */
  readonly herfindahl: number;
  /** 1 / herfindahl: as many equal parts would be as concentrated. */
  readonly effectiveNumber: number;
  /** Position of the largest part in the order given. */
  readonly largest: number;
  /** Share of the three largest parts together; absent where there are not more than three. */
  readonly topThree?: number;
}

const ROUNDING = 1e-9;
const TOP = 3;

/**
 * Shares and concentration of parts in their total. What the parts leave of the total counts as one more part in the
 * index. Undefined where shares say nothing: a part below zero, or parts that are more than the total.
 * @see Hirschman (1964), American Economic Review 54, 761 (the index); Laakso and Taagepera (1979), Comparative
 *   Political Studies 12, 3-27 (its inverse as a number of parts)
 * @example concentrationOf([30, 10]) // => {"shares": [0.75, 0.25], "herfindahl": 0.625, "effectiveNumber": 1.6, "largest": 0}
 */
export function concentrationOf(
  amounts: readonly number[],
  total: number = amounts.reduce((sum, amount) => sum + amount, 0),
): Concentration | undefined {
  if (amounts.length === 0 || !(total > 0) || amounts.some((amount) => amount < 0)) return undefined;
  const shares = amounts.map((amount) => amount / total);
  const rest = 1 - shares.reduce((sum, share) => sum + share, 0);
  if (rest < -ROUNDING) return undefined;
  const herfindahl = shares.reduce((sum, share) => sum + share * share, rest > ROUNDING ? rest * rest : 0);
  const falling = [...shares].sort((a, b) => b - a);
  return {
    shares,
    herfindahl,
    effectiveNumber: 1 / herfindahl,
    largest: shares.indexOf(falling[0] as number),
    ...(shares.length > TOP && {
      topThree: falling.slice(0, TOP).reduce((sum, share) => sum + share, 0),
    }),
  };
}
