/** Uniform draws in (0, 1), the same in every run: a linear congruential generator with the constants of Knuth and Lewis. */
export function uniformDraws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return (state + 0.5) / 2 ** 32;
  };
}

/** Standard normal draws by Box and Muller. */
export function normalDraws(seed: number): () => number {
  const uniform = uniformDraws(seed);
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** Monthly amounts with season, drift, a level that walks and noise; the last two are standard deviations in logs. */
export function seasonalSeries({
  seed,
  count,
  walk,
  noise,
}: {
  seed: number;
  count: number;
  walk: number;
  noise: number;
}): Float64Array {
  const normal = normalDraws(seed);
  let level = 7;
  return Float64Array.from({ length: count }, (_, t) => {
    level += 0.003 + walk * normal();
    return Math.exp(level + 0.3 * Math.sin((2 * Math.PI * t) / 12) + noise * normal());
  });
}
