const MAGNITUDES = ["", "thousand", "million", "billion", "trillion", "quadrillion"];

/**
 * An amount with the magnitude that makes it a thousand times (or a power of it) larger or smaller; undefined where
 * no word is that large or small.
 * @example rescaled("over 44.6 billion VND", 1000) // => "over 44.6 trillion VND"
 * @example rescaled("41.3 billion USD", 0.001) // => "41.3 million USD"
 */
export function rescaled(written: string, factor: number): string | undefined {
  const words = written.split(" ");
  const at = words.length - 2;
  const magnitude = MAGNITUDES.indexOf(words[at] ?? "");
  const meant = MAGNITUDES[magnitude + Math.round(Math.log10(factor) / 3)];
  if (magnitude < 1 || !meant) return undefined;
  return words.with(at, meant).join(" ");
}
