import type { Lang } from "./language.ts";
import type { Change } from "./phrase-book.ts";
import { sizeOfChange } from "./quantity-words.ts";

/** A change of less than half of the last digit that is told is none. */
export function changeOf(fraction: number, lang: Lang): Change {
  const direction = Math.abs(fraction) < 0.0005 ? "same" : fraction > 0 ? "up" : "down";
  return { direction, size: sizeOfChange(fraction, lang) };
}
