import { textOfHtml, withoutEntities } from "../extract/html-text.ts";

/** A longer quotation is no longer read in a table. */
const LONGEST_QUOTE = 240;
/** So much of a span is looked at: markup takes room. */
const LONGEST_SPAN = 4 * LONGEST_QUOTE;

/**
 * The words of a span as they are written, without markup and on one line; of a long one the beginning.
 * @example quoteOf("In <b>April</b>,\n exports rose.", [0, 31]) // => "In April, exports rose."
 */
export function quoteOf(text: string, [start, end]: readonly [start: number, end: number]): string {
  const words = withoutMarkup(text.slice(start, Math.min(end, start + LONGEST_SPAN)))
    .replace(BLANKS, " ")
    .trim();
  if (words.length <= LONGEST_QUOTE && end - start <= LONGEST_SPAN) return words;
  const cut = words.slice(0, LONGEST_QUOTE);
  const space = cut.lastIndexOf(" ");
  return `${space > LONGEST_QUOTE / 2 ? cut.slice(0, space) : cut.replace(HALF_PAIR, "")} …`;
}

function withoutMarkup(span: string): string {
  const { length } = span;
  const itself = () => ({
    text: span,
    starts: new Uint32Array(length),
    ends: new Uint32Array(length),
  });
  return withoutEntities(textOfHtml(span) ?? itself()).text;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what a quotation must not have
const BLANKS = /[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
/** A letter of two UTF-16 units whose second was cut off. */
const HALF_PAIR = /[\ud800-\udbff]$/;
