import typography from "../../../data/typography/advance-widths.json" with { type: "json" };

/** The weights of the font that pictures use: plain and bold. */
export type Weight = 400 | 600;

/** In thousandths of the font size. */
const UNKNOWN_WIDTH = 620;
const FULL_WIDTH = 1000;
/** From the radicals of Chinese on, letters fill a square. */
const FIRST_FULL_WIDTH = "\u2e80";

/** All accents, but not the horn of ơ and ư, which makes a letter wider. */
const ACCENTS = /[\u0300-\u031a\u031c-\u036f]/g;

/**
 * The letter that decides how wide an accented one is.
 * @example baseLetter("ệ") // => "e"
 * @example baseLetter("ợ") // => "ơ"
 */
export function baseLetter(letter: string): string {
  return letter.normalize("NFD").replace(ACCENTS, "").normalize("NFC");
}

const byLetter = (weight: Weight): ReadonlyMap<string, number> =>
  new Map(
    Object.entries(typography.widths[weight]).flatMap(([width, letters]) =>
      [...letters].map((letter): [string, number] => [letter, Number(width)]),
    ),
  );

const tables = new Map<Weight, ReadonlyMap<string, number>>();

/** Made when first asked for: nothing is built when the service starts. */
function widthsOf(weight: Weight): ReadonlyMap<string, number> {
  const known = tables.get(weight) ?? byLetter(weight);
  tables.set(weight, known);
  return known;
}

/** About how wide another font draws a letter that ours does not have. */
function widthElsewhere(letter: string): number {
  if (/[\p{Mark}\p{Format}]/u.test(letter)) return 0;
  return letter >= FIRST_FULL_WIDTH ? FULL_WIDTH : UNKNOWN_WIDTH;
}

/**
 * How wide a text is in the font of the pictures, in pixels, without kerning.
 * @example textWidth("kế hoạch", 10) // => 44.68
 */
export function textWidth(text: string, size: number, weight: Weight = 400): number {
  const widths = widthsOf(weight);
  let width = 0;
  for (const letter of text.normalize("NFC"))
    width += widths.get(letter) ?? widths.get(baseLetter(letter)) ?? widthElsewhere(letter);
  return (width * size) / 1000;
}

/**
 * A text cut to a width with an ellipsis, at a letter; empty where not even one letter fits.
 * @example truncated("tổng mức bán lẻ", 10, 60) // => "tổng mức…"
 */
export function truncated(text: string, size: number, most: number, weight: Weight = 400): string {
  if (textWidth(text, size, weight) <= most) return text;
  const letters = [...text.normalize("NFC")];
  const room = most - textWidth("…", size, weight);
  let kept = 0;
  let width = 0;
  while (kept < letters.length) {
    width += textWidth(letters[kept] as string, size, weight);
    if (width > room) break;
    kept += 1;
  }
  const start = letters.slice(0, kept).join("").trimEnd();
  return start === "" ? "" : `${start}…`;
}

interface WrapOptions {
  readonly size: number;
  readonly most: number;
  readonly lines: number;
  readonly weight?: Weight;
}

/** A text broken at spaces into lines that fit, the last of `lines` cut where it must be. */
export function wrapped(text: string, { size, most, lines, weight = 400 }: WrapOptions): readonly string[] {
  const made: string[] = [];
  let line = "";
  const words = text.split(" ").filter((word) => word !== "");
  for (const [index, word] of words.entries()) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (textWidth(longer, size, weight) <= most) {
      line = longer;
      continue;
    }
    if (made.length === lines - 1 || line === "") {
      const rest = line === "" ? words.slice(index) : [line, ...words.slice(index)];
      return [...made, truncated(rest.join(" "), size, most, weight)].filter((each) => each !== "");
    }
    made.push(truncated(line, size, most, weight));
    line = word;
  }
  return line === "" ? made : [...made, truncated(line, size, most, weight)];
}
