import type { Aggregation } from "../engine/target/year-to-date.ts";

/** The languages of sentences and labels. */
export type Lang = "en" | "vi";

/** How a paragraph, a remark or a label is to be written. */
export interface Wording {
  readonly lang: Lang;
  /** The unit of all amounts as the question named it, in either language. */
  readonly unit?: string | undefined;
  /** How periods make the year, which decides what its figures are called; a sum where it is not told. */
  readonly aggregation?: Aggregation | undefined;
}

/**
 * Words joined as a list in prose.
 * @example listed(["ytd", "growth", "target"], "en") // => "ytd, growth and target"
 * @example listed(["lũy kế", "kế hoạch"], "vi") // => "lũy kế và kế hoạch"
 */
export function listed(words: readonly string[], lang: Lang): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${lang === "vi" ? "và" : "and"} ${words.at(-1)}`;
}

/**
 * The text with its first letter in upper case, to begin a sentence.
 * @example sentenceCase("đầu tư công") // => "Đầu tư công"
 */
export function sentenceCase(text: string): string {
  const [first = ""] = text;
  return first.toUpperCase() + text.slice(first.length);
}
