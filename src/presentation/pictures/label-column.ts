import type { Sheet } from "./heading.ts";
import { element, lineThrough, type Svg } from "./svg.ts";
import { textWidth, truncated } from "./text-width.ts";

/** A label at the end of a line, beside the amount it names. */
export interface EndLabel {
  /** Pixel of the amount. */
  readonly at: number;
  readonly colour: string;
  /** What the amount is; in a cell there is no room to say it. */
  readonly name?: string | undefined;
  readonly amount: string;
  /** A quieter line below. */
  readonly detail?: string | undefined;
}

interface Line {
  readonly text: string;
  readonly isBold: boolean;
}

interface Placed {
  readonly at: number;
  readonly colour: string;
  readonly lines: readonly Line[];
  /** Pixel of the label's upper edge. */
  readonly top: number;
  readonly height: number;
}

/** Pixels from line to line, and between labels, in shares of the font size. */
const LEADING = 1.18;
const GAP = 0.35;
/** A label that moved less than this needs no line to its amount, in shares of the font size. */
const NEAR = 0.35;

const sizeOf = ({ isBold }: Line, { fontSize, smallSize }: Sheet): number => (isBold ? fontSize : smallSize);

const widthOf = (line: Line, sheet: Sheet): number =>
  textWidth(line.text, sizeOf(line, sheet), line.isBold ? 600 : 400);

/** Name and amount on one line, or on two where one is too long: an amount is never cut. */
function linesOf({ name, amount, detail }: EndLabel, sheet: Sheet, most: number): readonly Line[] {
  const bold = (text: string): Line => ({ text, isBold: true });
  const whole = bold(name === undefined ? amount : `${name} ${amount}`);
  const told =
    name === undefined || widthOf(whole, sheet) <= most
      ? [whole]
      : [bold(truncated(name, sheet.fontSize, most, 600)), bold(amount)];
  if (detail === undefined) return told;
  return [...told, { text: truncated(detail, sheet.smallSize, most), isBold: false }];
}

/** The width of a column of labels, at most `most`. */
export function columnWidth(labels: readonly EndLabel[], sheet: Sheet, most: number): number {
  const widths = labels.flatMap((label) => linesOf(label, sheet, most).map((line) => widthOf(line, sheet)));
  return Math.max(0, ...widths);
}

export interface ColumnOptions {
  /** Left edge of the texts, and where the lines that they name end. */
  readonly x: number;
  readonly from: number;
  readonly most: number;
  readonly range: readonly [number, number];
}

/**
 * Labels moved up and down until none touches another or leaves the column, in the order of their amounts. Where
 * there is no room for all, quiet lines go first, then the last labels of the list.
 */
function placeLabels(
  labels: readonly EndLabel[],
  sheet: Sheet,
  { most, range: [top, bottom] }: ColumnOptions,
): readonly Placed[] {
  const gap = sheet.fontSize * GAP;
  const heightOf = (label: EndLabel): number =>
    linesOf(label, sheet, most).reduce((sum, line) => sum + sizeOf(line, sheet) * LEADING, 0);
  const needed = (some: readonly EndLabel[]): number =>
    some.reduce((sum, label) => sum + heightOf(label) + gap, -gap);
  let kept = labels;
  for (let index = labels.length - 1; index >= 0 && needed(kept) > bottom - top; index -= 1)
    kept = kept.map((label, at) => (at === index ? { ...label, detail: undefined } : label));
  while (kept.length > 1 && needed(kept) > bottom - top) kept = kept.slice(0, -1);
  let free = top;
  const pushedDown = kept
    .map((label) => ({ label, height: heightOf(label) }))
    .sort((a, b) => a.label.at - b.label.at)
    .map(({ label, height }) => {
      const at = Math.max(label.at - height / 2, free);
      free = at + height + gap;
      return { at: label.at, colour: label.colour, lines: linesOf(label, sheet, most), height, top: at };
    });
  let limit = bottom;
  return pushedDown.toReversed().map((label) => {
    const at = Math.min(label.top, limit - label.height);
    limit = at - gap;
    return { ...label, top: at };
  });
}

/** The labels of a column, each with a thin line to its amount where it had to move away from it. */
export function labelColumn(
  labels: readonly EndLabel[],
  sheet: Sheet,
  options: ColumnOptions,
): readonly Svg[] {
  const { x, from } = options;
  return placeLabels(labels, sheet, options).flatMap(({ at, top, height, colour, lines }) => {
    let y = top;
    const texts = lines.map((line) => {
      const size = sizeOf(line, sheet);
      const baseline = y + size * 0.92;
      y += size * LEADING;
      return element(
        "text",
        {
          x,
          y: baseline,
          "font-size": size,
          "font-weight": line.isBold ? 600 : undefined,
          fill: line.isBold ? colour : sheet.colours.muted,
        },
        [line.text],
      );
    });
    const middle = top + height / 2;
    // Right before a bare amount a line would be read as a minus sign.
    if (sheet.isCell || Math.abs(middle - at) < sheet.fontSize * NEAR) return texts;
    const reach = x - from;
    const leader = element("path", {
      d: lineThrough([
        [from, at],
        [from + reach * 0.25, at],
        [x - reach * 0.35, middle],
        [x - reach * 0.2, middle],
      ]),
      fill: "none",
      stroke: colour,
      "stroke-width": Math.max(0.6, sheet.fontSize * 0.06),
    });
    return [...texts, leader];
  });
}
