import { withoutAccents } from "../engine/figure/vocabulary.ts";

/** A word, a number as it was written, one sign, or the end of a line. */
export interface Token {
  readonly kind: "word" | "number" | "sign" | "break";
  /** Lower case with accents, the tone mark where the older spelling has it ("hòa", "tỷ"); a number's digits and signs. */
  readonly text: string;
  /** The same without accents. */
  readonly folded: string;
  readonly isCapital: boolean;
  /** White space stands before it. */
  readonly isSpaced: boolean;
  /** Where it stands in the prepared text, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Tones that stand on the other vowel in the newer spelling, and i for y. */
const OLDER_SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/oà$/, "òa"],
  [/oá$/, "óa"],
  [/oả$/, "ỏa"],
  [/oã$/, "õa"],
  [/oạ$/, "ọa"],
  [/(?<!q)uỳ$/, "ùy"],
  [/(?<!q)uý$/, "úy"],
  [/(?<!q)uỷ$/, "ủy"],
  [/(?<!q)uỹ$/, "ũy"],
  [/(?<!q)uỵ$/, "ụy"],
  [/^tỉ$/, "tỷ"],
  [/^quí$/, "quý"],
  [/^kì$/, "kỳ"],
];

const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7) ||
  (code >= 0x1e00 && code <= 0x1eff) ||
  code === 0x2bc;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isSpace = (code: number): boolean => code === 32 || code === 9 || code === 0xa0;
/** A group of three digits, and no fourth, begins here. */
const isGroup = (text: string, at: number): boolean =>
  isDigit(text.charCodeAt(at)) &&
  isDigit(text.charCodeAt(at + 1)) &&
  isDigit(text.charCodeAt(at + 2)) &&
  !isDigit(text.charCodeAt(at + 3));

/**
 * A prepared text (NFC, one kind of space and of dash) in tokens, in one pass. Digits with points and commas between
 * them are one number, as are groups of three that no-break spaces join; letters that touch digits are a word of
 * their own ("9T", "VND9,361", "4months").
 * @example tokensOf("up 8.5%").map(({ text }) => text) // => ["up","8.5","%"]
 * @example tokensOf("VND9,361 tỉ").map(({ text }) => text) // => ["vnd","9,361","tỷ"]
 */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let isSpaced = false;
  while (at < text.length) {
    const start = at;
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      isSpaced = true;
      at += 1;
      continue;
    }
    let kind: Token["kind"] = "sign";
    if (code === 10) {
      kind = "break";
      at += 1;
    } else if (isDigit(code)) {
      kind = "number";
      at = numberEnd(text, at);
    } else if (isLetter(code)) {
      kind = "word";
      while (at < text.length && isLetter(text.charCodeAt(at))) at += 1;
    } else at += 1;
    const written = text.slice(start, at);
    const spelt = kind === "word" ? spelling(written.toLowerCase()) : written;
    tokens.push({
      kind,
      text: spelt,
      folded: kind === "word" ? withoutAccents(spelt) : spelt,
      isCapital: kind === "word" && written.charAt(0) !== written.charAt(0).toLowerCase(),
      isSpaced,
      start,
      end: at,
    });
    isSpaced = false;
  }
  return tokens;
}

function numberEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) at += 1;
    else if ((code === 46 || code === 44) && isDigit(text.charCodeAt(at + 1))) at += 1;
    else if (code === 0xa0 && isGroup(text, at + 1)) at += 1;
    else break;
  }
  return at;
}

/** Words longer than any in the vocabulary are left as they are. */
const LONGEST_SYLLABLE = 8;

function spelling(word: string): string {
  if (word.length > LONGEST_SYLLABLE) return word;
  for (const [newer, older] of OLDER_SPELLINGS) if (newer.test(word)) return word.replace(newer, older);
  return word;
}
