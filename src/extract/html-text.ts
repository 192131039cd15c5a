import { type DerivedText, DerivedTextWriter } from "./derived-text.ts";

/** Elements that begin and end a line. */
const BLOCKS = new Set(
  (
    "address article aside blockquote body br center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 " +
    "h5 h6 head header hr html legend li main nav ol option p pre section table tbody tfoot thead title tr ul"
  ).split(" "),
);
const CELLS = new Set(["td", "th"]);
const INLINE = new Set(
  (
    "a abbr b big button cite code col colgroup em font i iframe img input ins label link meta noscript picture q s " +
    "script small source span strike strong style sub sup svg template u video audio"
  ).split(" "),
);
/** Elements whose content is no text. */
const HIDDEN: ReadonlyMap<string, RegExp> = new Map(
  ["script", "style", "svg", "template"].map((name) => [name, new RegExp(`</${name}`, "gi")]),
);

const ENTITIES: ReadonlyMap<string, number> = new Map<string, number>([
  ["amp", 38],
  ["lt", 60],
  ["gt", 62],
  ["quot", 34],
  ["apos", 39],
  ["nbsp", 0xa0],
  ["thinsp", 0x2009],
  ["ensp", 0x2002],
  ["emsp", 0x2003],
  ["shy", 0xad],
  ["zwnj", 0x200c],
  ["zwj", 0x200d],
  ["ndash", 0x2013],
  ["mdash", 0x2014],
  ["minus", 0x2212],
  ["lsquo", 0x2018],
  ["rsquo", 0x2019],
  ["ldquo", 0x201c],
  ["rdquo", 0x201d],
  ["laquo", 0xab],
  ["raquo", 0xbb],
  ["hellip", 0x2026],
  ["bull", 0x2022],
  ["middot", 0xb7],
  ["euro", 0x20ac],
  ["pound", 0xa3],
  ["yen", 0xa5],
  ["ETH", 0xd0],
  ["eth", 0xf0],
  ["ge", 0x2265],
  ["le", 0x2264],
  ["asymp", 0x2248],
  ["plusmn", 0xb1],
  ["times", 0xd7],
  ["sup2", 0xb2],
  ["sup3", 0xb3],
  ["deg", 0xb0],
  ...accentedLetters(),
]);

/** The letters with one accent that have a name: "agrave", "Ocirc". */
function accentedLetters(): readonly (readonly [string, number])[] {
  const accents = [
    ["grave", "\u0300"],
    ["acute", "\u0301"],
    ["circ", "\u0302"],
    ["tilde", "\u0303"],
    ["uml", "\u0308"],
  ] as const;
  return [..."aeiouyAEIOUYnN"].flatMap((letter) =>
    accents.map(([name, mark]) => [letter + name, (letter + mark).normalize("NFC").charCodeAt(0)] as const),
  );
}

const LONGEST_ENTITY = 10;
const LONGEST_NAME = 10;
const TAG = /<\/?([a-z][a-z0-9]{0,9})[\s/>]/gi;

const isKnown = (name: string): boolean => BLOCKS.has(name) || CELLS.has(name) || INLINE.has(name);

/** The known elements that a text has tags of; a text without any is no HTML. */
function elementsOf(text: string): ReadonlySet<string> {
  const elements = new Set<string>();
  if (!text.includes("<") || !text.includes(">")) return elements;
  for (const [, name] of text.matchAll(TAG)) {
    const element = (name as string).toLowerCase();
    if (isKnown(element)) elements.add(element);
  }
  return elements;
}

/**
 * The text of an HTML document or fragment; undefined where the text has no tags of HTML. Block elements and line
 * breaks end a line, cells are parted by a tab. A "<" that begins no tag, or one that is never closed, is kept.
 */
export function textOfHtml(text: string): DerivedText | undefined {
  const elements = elementsOf(text);
  if (elements.size === 0) return undefined;
  const hasBlocks = [...elements].some((name) => name !== "br" && (BLOCKS.has(name) || CELLS.has(name)));
  const writer = new DerivedTextWriter(text.length);
  const tags = new TagReader(text);
  let at = 0;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit === LESS_THAN) {
      const tag = tags.readAt(at);
      if (tag) {
        if (tag.becomes !== undefined) writer.write(tag.becomes, at, tag.end);
        at = tag.end;
        continue;
      }
    }
    const isWrapped = hasBlocks && (unit === 10 || unit === 13);
    writer.write(isWrapped ? 32 : unit, at, at + 1);
    at += 1;
  }
  return writer.derived();
}

/**
 * The text with its entities replaced: "&nbsp;", "&#244;", "&#xF4;", "&ocirc;". Unknown ones are kept.
 */
export function withoutEntities({ text, starts, ends }: DerivedText): DerivedText {
  const writer = new DerivedTextWriter(text.length);
  let at = 0;
  while (at < text.length) {
    const entity = text.charCodeAt(at) === AMPERSAND ? entityAt(text, at) : undefined;
    const end = entity?.end ?? at + 1;
    for (const unit of entity?.units ?? [text.charCodeAt(at)]) {
      writer.write(unit, starts[at] as number, ends[end - 1] as number);
    }
    at = end;
  }
  return writer.derived();
}

const LESS_THAN = 60;
const AMPERSAND = 38;

function entityAt(text: string, at: number): { units: readonly number[]; end: number } | undefined {
  const candidate = text.slice(at + 1, at + LONGEST_ENTITY + 1);
  const length = candidate.indexOf(";");
  if (length < 2) return undefined;
  const name = candidate.slice(0, length);
  const code = name.startsWith("#") ? numericEntity(name.slice(1)) : ENTITIES.get(name);
  if (code === undefined) return undefined;
  const written = String.fromCodePoint(code);
  return {
    units: [...Array(written.length).keys()].map((unit) => written.charCodeAt(unit)),
    end: at + length + 2,
  };
}

function numericEntity(digits: string): number | undefined {
  const isHexadecimal = /^x[0-9a-f]{1,6}$/i.test(digits);
  if (!isHexadecimal && !/^\d{1,7}$/.test(digits)) return undefined;
  const code = isHexadecimal ? Number.parseInt(digits.slice(1), 16) : Number(digits);
  return code > 0 && code <= 0x10ffff ? code : undefined;
}

interface Tag {
  readonly end: number;
  /** What stands for it in the text; nothing for inline elements. */
  readonly becomes?: number;
}

/** Reads tags of one text in linear time: what is not found once is not looked for again. */
class TagReader {
  readonly #text: string;
  readonly #lastClose: number;
  readonly #lastCommentEnd: number;
  readonly #unclosed = new Set<string>();
  #areQuotesBroken = false;

  constructor(text: string) {
    this.#text = text;
    this.#lastClose = text.lastIndexOf(">");
    this.#lastCommentEnd = text.lastIndexOf("-->");
  }

  readAt(at: number): Tag | undefined {
    const text = this.#text;
    if (at > this.#lastClose) return undefined;
    if (text.startsWith("<!--", at) && this.#lastCommentEnd > at + 3) {
      return { end: text.indexOf("-->", at + 4) + 3 };
    }
    const mark = text.charAt(at + 1);
    if (mark === "!" || mark === "?") return { end: this.#endOf(at) };
    const isClosing = mark === "/";
    const name = nameAt(text, isClosing ? at + 2 : at + 1);
    if (name === "") return undefined;
    const end = this.#endOf(at);
    if (!isKnown(name)) return { end, becomes: 32 };
    if (!isClosing && text.charAt(end - 2) !== "/") {
      const hidden = this.#endOfHidden(name, end);
      if (hidden !== undefined) return { end: hidden, becomes: 32 };
    }
    if (BLOCKS.has(name)) return { end, becomes: 10 };
    return CELLS.has(name) ? { end, becomes: 9 } : { end };
  }

  /** Where the tag ends: at the first ">" outside of quotes, or at the first at all where the quotes do not close. */
  #endOf(at: number): number {
    const text = this.#text;
    const plain = text.indexOf(">", at) + 1;
    if (this.#areQuotesBroken) return plain;
    let to = at + 1;
    while (to < text.length) {
      const sign = text.charAt(to);
      if (sign === ">") return to + 1;
      const isQuoted = (sign === '"' || sign === "'") && text.charAt(to - 1) === "=";
      to = (isQuoted ? text.indexOf(sign, to + 1) : to) + 1;
      if (to === 0) break;
    }
    this.#areQuotesBroken = true;
    return plain;
  }

  /** Where the content of an element that holds no text ends. */
  #endOfHidden(name: string, from: number): number | undefined {
    const closing = HIDDEN.get(name);
    if (!closing || this.#unclosed.has(name)) return undefined;
    closing.lastIndex = from;
    const found = closing.exec(this.#text);
    if (found) return found.index;
    this.#unclosed.add(name);
    return undefined;
  }
}

function nameAt(text: string, at: number): string {
  return (/^[a-z][a-z0-9]*/i.exec(text.slice(at, at + LONGEST_NAME)) ?? [""])[0].toLowerCase();
}
