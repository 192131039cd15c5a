import { SHARE_OF_TARGET } from "./answers.ts";
import { formatPercent } from "./format-number.ts";
import type { Lang, Wording } from "./language.ts";
import { unitName } from "./unit-words.ts";

/** A block of Markdown under its title. */
export const section = (title: string, ...blocks: readonly string[]): string =>
  [`## ${title}`, ...blocks].join("\n\n");

/** A table; a column that is empty in every row is left out. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const kept = head.map((_, column) => rows.some((row) => row[column] !== ""));
  const line = (cells: readonly string[]) => `| ${cells.filter((_, column) => kept[column]).join(" | ")} |`;
  const rule = line(head.map(() => "---"));
  return [line(head), rule, ...rows.map((row) => line(row.map(escaped)))].join("\n");
}

/** Names come from outside: nothing in them may become markup, or end a cell. */
export function escaped(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\`*_[\]<>|#]/g, "\\$&")
    .trim();
}

/** What is written of a number, and nothing of one that is not known. */
export const maybe = (x: number | undefined, write: (x: number) => string): string =>
  x === undefined ? "" : write(x);

/** A growth with its sign, also where it is above zero. */
export const signedPercent = (fraction: number, lang: Lang): string =>
  (fraction > 0 ? "+" : "") + formatPercent(fraction, lang, 1);

/** The title of a table tells its unit, except of shares, which are written in percent. */
export const withoutUnit = ({ lang, unit }: Wording): Wording =>
  unit === SHARE_OF_TARGET ? { lang, unit } : { lang };

export function titled(title: string, { lang, unit }: Wording): string {
  const name = unit && unit !== SHARE_OF_TARGET ? unitName(unit, lang) : "";
  return name ? `${title} (${name})` : title;
}
