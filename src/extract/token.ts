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

/** Tones that stand on the other vowel in the newer spelling, at the end of a word. */
const OLDER_ENDINGS: ReadonlyMap<string, string> = new Map([
  ["oà", "òa"],
  ["oá", "óa"],
  ["oả", "ỏa"],
  ["oã", "õa"],
  ["oạ", "ọa"],
  ["uỳ", "ùy"],
  ["uý", "úy"],
  ["uỷ", "ủy"],
  ["uỹ", "ũy"],
  ["uỵ", "ụy"],
]);
/** I for y. */
const OLDER_WORDS: ReadonlyMap<string, string> = new Map([
  ["tỉ", "tỷ"],
  ["quí", "quý"],
  ["kì", "kỳ"],
]);

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
    const slice = text.slice(start, at);
    const written = kind === "number" ? slice.replaceAll(" ", "\u00a0") : slice;
    const word = kind === "word" ? wordOf(written) : undefined;
    tokens.push({
      kind,
      text: word ? word.text : written,
      folded: word ? word.folded : written,
      isCapital: word?.isCapital ?? false,
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
  return spacedEnd(text, from, at);
}

/** A unit right behind groups that plain spaces part: without one, "2 300 firms" may be two numbers. */
const UNIT_BEHIND = /^ ?(?:million|billion|trillion|triệu|tỷ|tỉ|nghìn tỷ|ngàn tỷ|usd|vnd|đồng|tấn|tonnes)/i;
const MOST_GROUPS = 4;
const LONGEST_UNIT = 12;

/** Where a number ends whose groups of three plain spaces part: "17 800 tỷ đồng". */
function spacedEnd(text: string, from: number, at: number): number {
  if (at - from > 3 || text.charCodeAt(at) !== 32) return at;
  let end = at;
  for (
    let groups = 0;
    groups < MOST_GROUPS && text.charCodeAt(end) === 32 && isGroup(text, end + 1);
    groups += 1
  )
    end += 4;
  return end > at && UNIT_BEHIND.test(text.slice(end, end + LONGEST_UNIT)) ? end : at;
}

type Word = Pick<Token, "text" | "folded" | "isCapital">;

/** Texts repeat their words, and spelling one costs more than remembering it. */
const known = new Map<string, Word>();
const MOST_KNOWN = 8192;
/** Longer words are rare, and engines keep the whole text for a longer part of it. */
const LONGEST_KNOWN = 12;

function wordOf(written: string): Word {
  const remembered = known.get(written);
  if (remembered) return remembered;
  const lower = written.toLowerCase();
  const text = spelling(lower);
  const word = {
    text,
    folded: PLAIN.test(text) ? text : foldedOf(text),
    isCapital: written.charCodeAt(0) !== lower.charCodeAt(0),
  };
  if (written.length > LONGEST_KNOWN) return word;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(written, word);
  return word;
}

const PLAIN = /^[a-z]*$/;

/** Words longer than any in the vocabulary are left as they are. */
const LONGEST_SYLLABLE = 8;

function spelling(word: string): string {
  if (word.length > LONGEST_SYLLABLE || PLAIN.test(word)) return word;
  const older = OLDER_ENDINGS.get(word.slice(-2));
  if (older === undefined) return OLDER_WORDS.get(word) ?? word;
  const isAfterQ = word.charAt(word.length - 2) === "u" && word.charAt(word.length - 3) === "q";
  return isAfterQ ? word : word.slice(0, -2) + older;
}

const foldedLetters = new Map<string, string>();

/** A word without accents, letter by letter. */
function foldedOf(word: string): string {
  let folded = "";
  for (const letter of word) {
    let plain = foldedLetters.get(letter);
    if (plain === undefined) {
      plain = withoutAccents(letter);
      foldedLetters.set(letter, plain);
    }
    folded += plain;
  }
  return folded;
}
