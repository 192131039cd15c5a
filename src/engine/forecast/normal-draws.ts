import { normalQuantile } from "../normal-quantile.ts";

/** Paths of every sample: enough for smooth 95% bounds, few enough for a fraction of a millisecond. */
export const DRAWS = 512;

const PRIMES = primes(64);
const memo = new Map<number, Float64Array>();

function primes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((p) => n % p !== 0)) found.push(n);
  return found;
}

/**
 * Standard normal draws that are the same on every machine: `DRAWS` points of `dimensions` coordinates, point after
 * point, evenly spread by Richtmyer's sequence (multiples of the square roots of the primes, modulo 1). Each point is
 * followed by its mirror image, so every coordinate has mean 0.
 * @see Niederreiter (1978), Bull. Amer. Math. Soc. 84, 957-1041, section 3 (Kronecker sequences)
 */
export function normalDraws(dimensions: number): Float64Array {
  const known = memo.get(dimensions);
  if (known) return known;
  const draws = new Float64Array(DRAWS * dimensions);
  for (let d = 0; d < dimensions; d++) {
    const step = Math.sqrt(PRIMES[d] as number) % 1;
    for (let i = 0; i < DRAWS; i += 2) {
      const z = normalQuantile(((i / 2 + 0.5) * step) % 1);
      draws[i * dimensions + d] = z;
      draws[(i + 1) * dimensions + d] = -z;
    }
  }
  memo.set(dimensions, draws);
  return draws;
}
