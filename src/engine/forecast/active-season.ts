/** Less likely than this by chance alone, a place in the year that never brought anything is a dead season. */
const BY_CHANCE = 0.01;
const LEAST_OCCURRENCES = 2;
const LEAST_ACTIVE = 2;

/**
 * Places of the year (0 is that of `values[0]`) at which something can come, ascending. A place is dead when it was
 * zero in every year, and zeros elsewhere are so rare that this is no accident. With fewer than two places left the
 * whole year counts.
 * @param values amounts of flows, none below zero
 * @example activeSeason([1, 0, 2, 3, 1, 0, 2, 3, 1, 0, 2, 3], 4) // => [0, 2, 3]
 */
export function activeSeason(values: ArrayLike<number>, period: number): readonly number[] {
  const occurrences = new Array<number>(period).fill(0);
  const zeros = new Array<number>(period).fill(0);
  for (let t = 0; t < values.length; t++) {
    const place = t % period;
    occurrences[place] = (occurrences[place] as number) + 1;
    if (values[t] === 0) zeros[place] = (zeros[place] as number) + 1;
  }
  const places = occurrences.map((_, place) => place);
  const isNeverUsed = (place: number): boolean => zeros[place] === occurrences[place];
  let used = 0;
  let idle = 0;
  for (const place of places)
    if (!isNeverUsed(place)) {
      used += occurrences[place] as number;
      idle += zeros[place] as number;
    }
  // Laplace's rule of succession, so that no zeros among few values do not make the next one impossible.
  const rate = (idle + 1) / (used + 2);
  const active = places.filter((place) => {
    const years = occurrences[place] as number;
    return !isNeverUsed(place) || years < LEAST_OCCURRENCES || rate ** years > BY_CHANCE;
  });
  return active.length < LEAST_ACTIVE ? places : active;
}
