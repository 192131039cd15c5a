import type { PictureOptions } from "./options.ts";
import { element, type Svg } from "./svg.ts";
import { textWidth, truncated, wrapped } from "./text-width.ts";
import { type Theme, themeOf } from "./theme.ts";

/** The sheet that a picture is drawn on. */
export interface Sheet extends PictureOptions {
  readonly colours: Theme;
  /** Of plain text, in pixels; everything grows with it. */
  readonly fontSize: number;
  /** Of axes, remarks and legends. */
  readonly smallSize: number;
  /** Free space around everything. */
  readonly margin: number;
  /** Too small for a heading: the name of the picture is left to screen readers and tooltips. */
  readonly isCell: boolean;
}

const PAGE = { width: 720, height: 430, fontSize: 13.5 } as const;
const LEAST_FONT_SIZE = 9;
const MOST_FONT_SIZE = 34;

/** The sheet for a size and a theme. */
export function sheetOf(options: PictureOptions): Sheet {
  const { width, height, theme } = options;
  const ratio = Math.min(width / PAGE.width, height / PAGE.height);
  const fontSize = Math.min(MOST_FONT_SIZE, Math.max(LEAST_FONT_SIZE, PAGE.fontSize * ratio));
  return {
    ...options,
    colours: themeOf(theme),
    fontSize,
    smallSize: Math.max(LEAST_FONT_SIZE, fontSize * 0.88),
    margin: Math.round(fontSize * (ratio < 0.5 ? 0.5 : 1.2)),
    isCell: width < 300 || height < 170,
  };
}

/** Where the sample of a legend stands: as high as small text. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** One entry of a legend: a sample and what it stands for. */
export interface LegendEntry {
  readonly label: string;
  sample(box: Box): Svg;
}

interface HeadingOptions {
  readonly title: string;
  /** What may stand in its place where it has no room, the longest first. */
  readonly shorterTitles?: (() => readonly string[]) | undefined;
  readonly subtitle: string;
  readonly legend: readonly LegendEntry[];
}

/** A heading takes at most this share of the height: of a long legend the last entries are left out. */
const HEADING_SHARE = 0.4;

/** Title, line below it and legend, and the pixel where they end. In a cell there are none. */
export function headingOf(
  sheet: Sheet,
  { title, shorterTitles, subtitle, legend }: HeadingOptions,
): { readonly nodes: readonly Svg[]; readonly bottom: number } {
  const { margin, fontSize, smallSize, width, height, isCell, colours } = sheet;
  if (isCell) return { nodes: [], bottom: margin };
  const most = width - 2 * margin;
  const titleSize = fontSize * 1.35;
  const nodes: Svg[] = [];
  let y = margin;
  const line = (text: string, size: number, weight: 400 | 600, fill: string): void => {
    y += size;
    nodes.push(
      element(
        "text",
        { x: margin, y, "font-size": size, "font-weight": weight === 600 ? 600 : undefined, fill },
        [text],
      ),
    );
    y += size * 0.35;
  };
  const room = { size: titleSize, most, lines: height < 300 ? 1 : 2, weight: 600 } as const;
  const lines = titleLines(title, shorterTitles, room);
  for (const text of lines) line(text, titleSize, 600, colours.text);
  if (subtitle !== "") line(truncated(subtitle, fontSize, most), fontSize, 400, colours.muted);
  if (legend.length > 0) {
    const placed = placeLegend(sheet, legend, [y + smallSize * 0.3, height * HEADING_SHARE]);
    nodes.push(...placed.nodes);
    y = placed.bottom;
  }
  return { nodes, bottom: y + smallSize * 0.6 };
}

/** The first title that has room as a whole, or the last as far as it has. */
function titleLines(
  title: string,
  shorter: (() => readonly string[]) | undefined,
  room: Parameters<typeof wrapped>[1],
): readonly string[] {
  const whole = wrapped(title, room);
  if (whole.join(" ") === title || shorter === undefined) return whole;
  const made = shorter().map((text) => ({ text, lines: wrapped(text, room) }));
  return (made.find(({ text, lines }) => lines.join(" ") === text) ?? made.at(-1))?.lines ?? whole;
}

function placeLegend(
  { margin, smallSize, width, colours }: Sheet,
  entries: readonly LegendEntry[],
  [top, most]: readonly [number, number],
): { readonly nodes: readonly Svg[]; readonly bottom: number } {
  const sampleWidth = smallSize * 1.9;
  const gap = smallSize * 0.45;
  const nodes: Svg[] = [];
  let x = margin;
  let y = top;
  for (const { label, sample } of entries) {
    const shown = truncated(label, smallSize, width - 2 * margin - sampleWidth - gap);
    const whole = sampleWidth + gap + textWidth(shown, smallSize);
    if (x > margin && x + whole > width - margin) {
      x = margin;
      y += smallSize * 1.5;
    }
    if (y + smallSize > most) return { nodes, bottom: y };
    nodes.push(
      sample({ x, y, width: sampleWidth }),
      element(
        "text",
        { x: x + sampleWidth + gap, y: y + smallSize * 0.86, "font-size": smallSize, fill: colours.muted },
        [shown],
      ),
    );
    x += whole + smallSize * 1.5;
  }
  return { nodes, bottom: y + smallSize * 1.2 };
}

/** A piece of a line, with a marker in its middle where the line has markers. */
export function lineSample(
  { smallSize }: Sheet,
  attributes: Readonly<Record<string, string | number | undefined>>,
  marker?: (x: number, y: number) => Svg,
): LegendEntry["sample"] {
  return ({ x, y, width }) => {
    const middle = y + smallSize * 0.55;
    return element("g", {}, [
      element("line", { x1: x, x2: x + width, y1: middle, y2: middle, ...attributes }),
      marker?.(x + width / 2, middle),
    ]);
  };
}

/** A piece of an area, with a dashed line through its middle where there is one. */
export function areaSample({ smallSize }: Sheet, fill: string, inner?: string): LegendEntry["sample"] {
  return ({ x, y, width }) =>
    element("g", {}, [
      element("rect", { x, y: y + smallSize * 0.1, width, height: smallSize * 0.9, fill }),
      inner === undefined
        ? undefined
        : element("line", {
            x1: x,
            x2: x + width,
            y1: y + smallSize * 0.55,
            y2: y + smallSize * 0.55,
            stroke: inner,
            "stroke-width": smallSize * 0.16,
            "stroke-dasharray": `${(smallSize * 0.35).toFixed(1)} ${(smallSize * 0.25).toFixed(1)}`,
          }),
    ]);
}
