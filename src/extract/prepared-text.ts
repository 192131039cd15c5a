import { type DerivedText, DerivedTextWriter } from "./derived-text.ts";
import { textOfHtml, withoutEntities } from "./html-text.ts";

/** A text in one comparable form, each place of it with its place in the text as it was given. */
export interface PreparedText {
  readonly text: string;
  readonly isHtml: boolean;
  /** Where the unit at `index` begins in the original; the original's length for the end of the text. */
  originOf(index: number): number;
  /** Where what ends before `index` ends in the original, markup that follows left out. */
  originEndOf(index: number): number;
}

const NEWLINE = 10;
const SPACE = 32;
const MINUS = 45;
const NO_BREAK_SPACE = 0xa0;
const APOSTROPHE = 39;
const QUOTE = 34;
const REMOVED = -1;

/** What single characters become. */
const REPLACEMENTS: ReadonlyMap<number, number> = new Map<number, number>([
  ...range(0x00, 0x08, SPACE),
  ...range(0x0e, 0x1f, SPACE),
  ...range(0x7f, 0x9f, SPACE),
  ...[0x0b, 0x0c, 0x85, 0x2028, 0x2029].map((code) => [code, NEWLINE] as const),
  ...[0x1680, 0x205f, 0x3000].map((code) => [code, SPACE] as const),
  ...range(0x2000, 0x200a, SPACE),
  // Thin, figure and no-break spaces part groups of digits; others never do.
  ...[0x2007, 0x2009, 0x202f].map((code) => [code, NO_BREAK_SPACE] as const),
  ...[0xad, 0x61c, 0x180e, 0xfeff].map((code) => [code, REMOVED] as const),
  ...range(0x200b, 0x200f, REMOVED),
  ...range(0x202a, 0x202e, REMOVED),
  ...range(0x2060, 0x206f, REMOVED),
  ...range(0xfe00, 0xfe0f, REMOVED),
  ...range(0x2010, 0x2015, MINUS),
  ...[0x2212, 0xfe58, 0xfe63].map((code) => [code, MINUS] as const),
  ...range(0x2018, 0x201b, APOSTROPHE),
  [0x2032, APOSTROPHE],
  ...range(0x201c, 0x201f, QUOTE),
  ...[0xab, 0xbb, 0x2033].map((code) => [code, QUOTE] as const),
  ...[...range(0xff01, 0xff5e, 0)].map(([code]) => [code, code - 0xfee0] as const),
  // Older Vietnamese texts have the Icelandic letter, which looks the same.
  [0xd0, 0x110],
  [0xf0, 0x111],
]);

function* range(from: number, to: number, becomes: number): Generator<readonly [number, number]> {
  for (let code = from; code <= to; code += 1) yield [code, becomes];
}

/** Most units are letters that need no look at the table. */
const isKept = (code: number): boolean =>
  (code < 0x7f && code > 0x1f) ||
  (code >= 0xc0 && code <= 0x24f && code !== 0xd0 && code !== 0xf0) ||
  (code >= 0x1e00 && code <= 0x1eff) ||
  code === NEWLINE;
const isMark = (code: number): boolean => code >= 0x300 && code <= 0x36f;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
/** Nothing that would be replaced. */
const PLAIN = /^[\n -~]*$/;
/** More marks than this on one letter are no writing, and ordering them takes time. */
const MOST_MARKS = 4;

/**
 * A text in the form that `tokensOf` takes: HTML reduced to text, letters composed, one kind of space, dash and quote,
 * invisible characters gone. No-break spaces stay where they part groups of digits.
 * @example prepareText("8–10%, a < b").text // => "8-10%, a < b"
 * @example prepareText("<p>Up <b>8.5%</b></p>").text // => "\nUp 8.5%\n"
 */
export function prepareText(text: string): PreparedText {
  const html = textOfHtml(text);
  const decoded = text.includes("&") ? withoutEntities(html ?? itself(text)) : (html ?? itself(text));
  const { text: prepared, starts, ends } = PLAIN.test(decoded.text) ? decoded : normalised(decoded);
  return {
    text: prepared,
    isHtml: html !== undefined,
    originOf: (index) => starts[index] ?? text.length,
    originEndOf: (index) => (index > 0 ? (ends[index - 1] ?? text.length) : 0),
  };
}

function itself(text: string): DerivedText {
  const starts = new Uint32Array(text.length);
  const ends = new Uint32Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    starts[at] = at;
    ends[at] = at + 1;
  }
  return { text, starts, ends };
}

function normalised({ text, starts, ends }: DerivedText): DerivedText {
  const writer = new DerivedTextWriter(text.length);
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const start = starts[at] as number;
    let to = at + 1;
    if (isMark(text.charCodeAt(to))) {
      while (to - at <= MOST_MARKS && isMark(text.charCodeAt(to))) to += 1;
      const cluster = text.slice(at, to);
      const composed = cluster.normalize("NFC");
      const written = composed.length <= cluster.length ? composed : cluster;
      for (let unit = 0; unit < written.length; unit += 1) {
        writer.write(written.charCodeAt(unit), start, ends[to - 1] as number);
      }
    } else if (code === 13) {
      if (text.charCodeAt(to) === NEWLINE) to += 1;
      writer.write(NEWLINE, start, ends[to - 1] as number);
    } else {
      let becomes = isKept(code) ? code : (REPLACEMENTS.get(code) ?? code);
      if (becomes === NO_BREAK_SPACE && !partsDigits(text, at)) becomes = SPACE;
      if (becomes !== REMOVED) writer.write(becomes, start, ends[at] as number);
    }
    at = to;
  }
  return writer.derived();
}

/** One to three digits before and exactly three behind. */
function partsDigits(text: string, at: number): boolean {
  const digit = (offset: number): boolean => isDigit(text.charCodeAt(at + offset));
  if (!digit(-1) || !digit(1) || !digit(2) || !digit(3) || digit(4)) return false;
  return !(digit(-2) && digit(-3) && digit(-4));
}
