/** What stands for a letter that no font has. */
const SIGN = "?";
/** What is no more than a mark on another letter, or not seen: without a glyph nothing of it is missed. */
const UNSEEN = /[\p{Mark}\p{Format}]/u;
const TEXT = />[^<]+</g;
const ENTITY_OR_LETTER = /&[^;]+;|./gsu;

/**
 * A picture in which signs stand for letters that cannot be drawn, so that nobody takes them for blank space.
 * @example withSigns("<text>日本 &amp; a</text>", (letter) => letter < "z") // => "<text>?? &amp; a</text>"
 */
export function withSigns(svg: string, isDrawn: (letter: string) => boolean): string {
  return svg.replace(TEXT, (text) =>
    text.normalize("NFC").replace(ENTITY_OR_LETTER, (letter) => {
      if (letter.length > 2 || isDrawn(letter)) return letter;
      if (/\s/.test(letter)) return " ";
      return UNSEEN.test(letter) ? "" : SIGN;
    }),
  );
}
