import { formatProbability } from "../format-number.ts";
import type { Lang } from "../language.ts";

/**
 * A probability as a picture has room for it: whole percent, and signs in the place of words at both ends.
 * @example shortProbability(0.7467, "en") // => "75%"
 * @example shortProbability(0.998, "vi") // => ">99%"
 */
export function shortProbability(probability: number, lang: Lang): string {
  if (probability > 0 && probability < 0.01) return "<1%";
  if (probability < 1 && probability > 0.99) return ">99%";
  return formatProbability(probability, lang);
}
