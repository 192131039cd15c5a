import { sheetOf } from "./heading.ts";
import type { PictureOptions } from "./options.ts";
import { element, oneLine, svgDocument } from "./svg.ts";
import { wrapped } from "./text-width.ts";

const USUAL: PictureOptions = { width: 280, height: 120, theme: "light", lang: "en" };
/** Of the letters in pixels; on a larger sheet they grow with its font. */
const MOST_SIZE = 15;
const LEAST_SIZE = 9;
const OF_FONT = 1.6;
const LINE_HEIGHT = 1.3;
const MARGIN = 8;
const RULE = 4;

/**
 * A message as a picture, for a cell that shows nothing else: in the largest letters that let all of it in, and cut
 * where even the smallest do not. Screen readers are told the whole.
 */
export function drawMessage(message: string, options: Partial<PictureOptions> = {}): string {
  const { width, height, lang, colours, fontSize } = sheetOf({ ...USUAL, ...options });
  const text = oneLine(message);
  const left = MARGIN + RULE + MARGIN;
  const most = Math.max(1, width - left - MARGIN);
  const linesAt = (size: number): number => Math.max(1, Math.floor((height - MARGIN) / (size * LINE_HEIGHT)));
  const broken = (size: number, lines: number) => wrapped(text, { size, most, lines });
  let size = Math.max(MOST_SIZE, Math.round(fontSize * OF_FONT));
  while (size > LEAST_SIZE && !isWhole(broken(size, linesAt(size)), text)) size -= 1;
  const lines = broken(size, linesAt(size));
  const top = (height - lines.length * size * LINE_HEIGHT) / 2;
  return svgDocument({ width, height, lang, theme: colours, title: text, description: text }, [
    element("rect", {
      x: MARGIN,
      y: MARGIN,
      width: RULE,
      height: Math.max(1, height - 2 * MARGIN),
      fill: colours.loss,
    }),
    ...lines.map((line, index) =>
      element("text", { x: left, y: top + (index + 0.8) * size * LINE_HEIGHT, "font-size": size }, [line]),
    ),
  ]);
}

/** Whether no word was cut or left out. */
const isWhole = (lines: readonly string[], text: string): boolean => lines.join(" ") === text;
