/**
 * Brier score of one probability forecast: squared distance from what happened. 0 is perfect, 1 is sure and wrong.
 * @see Brier (1950), Monthly Weather Review 78, 1-3
 * @example brierScore({ probability: 0.7, happened: true }) // => 0.09
 */
export function brierScore({ probability, happened }: { probability: number; happened: boolean }): number {
  return (probability - (happened ? 1 : 0)) ** 2;
}
