import { barScale } from "./bar-scale.ts";
import type { Sheet } from "./heading.ts";
import { element, type Svg } from "./svg.ts";
import { textWidth, truncated, wrapped } from "./text-width.ts";
import type { Theme } from "./theme.ts";

/** How a bar is filled. What it says stands in words too: in the legend, in its label or by its direction. */
export type Tone = "known" | "expected" | "less" | "quiet" | "outlined";

/** One number of a row. */
export interface Bar {
  readonly value: number;
  readonly label: string;
  readonly tone: Tone;
  /** How much of it is there already, drawn as known; what is still to come may lead back from it. */
  readonly booked?: number;
}

/** An amount that all bars are held against. */
export interface ReferenceLine {
  readonly value: number;
  readonly label: string;
}

/** One number of every row, side by side. */
export interface BarPanel {
  readonly heading: string;
  /** In the order of the rows; undefined where a row has no such number. */
  readonly bars: readonly (Bar | undefined)[];
  /** The most important first: where their labels have no room, the last are left out. */
  readonly lines?: readonly ReferenceLine[];
  /** How lines that were left out are told. */
  readonly moreLines?: (count: number) => string;
  /** Dots for levels that do not stand on zero. */
  readonly mark?: "bars" | "dots";
  /** The ends of the scale, where the numbers shall not decide them. */
  readonly ends?: readonly [number, number];
  /** Width beside the other panels. */
  readonly share: number;
}

/** Where a panel stands and what is drawn in it. */
export interface PanelPlace {
  readonly left: number;
  readonly right: number;
  /** As far left the labels of lines may reach. */
  readonly labelsFrom: number;
  /** How many of them may stand above each other. */
  readonly mostLabelRows: number;
  readonly top: number;
  /** Where the rows begin and end. */
  readonly rowsTop: number;
  readonly rowsBottom: number;
  /** Middles of the bars that are drawn. */
  readonly rows: readonly { readonly bar: Bar | undefined; readonly middle: number }[];
  readonly thickness: number;
}

const LINE_HEIGHT = 1.25;
const HEADING_LINES = 3;
/** Of labels of lines above each other, however little room the bars have. */
const LABEL_ROWS = 3;

const headingLines = ({ heading }: BarPanel, { smallSize }: Sheet, width: number): readonly string[] =>
  wrapped(heading, { size: smallSize, most: width, lines: HEADING_LINES, weight: 600 });

/** Of heading and line labels, pixels. */
export function headHeight(panel: BarPanel, sheet: Sheet, place: LabelPlace): number {
  if (sheet.isCell) return 0;
  const { rows } = labelRows(panel, sheet, place);
  const lines = headingLines(panel, sheet, place.right - place.left).length + rows;
  return (lines * LINE_HEIGHT + 0.5) * sheet.smallSize;
}

/** How many labels of lines may stand above each other where so many pixels are free for them and the heading. */
export function labelRowsIn(
  height: number,
  panel: BarPanel,
  sheet: Sheet,
  { left, right }: Pick<PanelPlace, "left" | "right">,
): number {
  if (sheet.isCell) return LABEL_ROWS;
  const lines = Math.floor(height / (sheet.smallSize * LINE_HEIGHT) - 0.4);
  return Math.max(LABEL_ROWS, lines - headingLines(panel, sheet, right - left).length);
}

interface PlacedLine extends ReferenceLine {
  readonly at: number;
  /** Left edge of its label. */
  readonly from: number;
  readonly row: number;
}

type LabelPlace = Pick<PanelPlace, "left" | "right" | "labelsFrom" | "mostLabelRows">;

interface LabelRows {
  readonly placed: readonly PlacedLine[];
  /** With the row that tells what was left out. */
  readonly rows: number;
  readonly leftOut: number;
}

/** The labels of as many lines as have room, and how many have none. */
function labelRows(panel: BarPanel, sheet: Sheet, place: LabelPlace): LabelRows {
  const { lines = [], moreLines } = panel;
  for (let count = lines.length; count > 0; count -= 1) {
    const leftOut = lines.length - count;
    const { placed, rows } = placedLines(lines.slice(0, count), panel, sheet, place);
    const all = rows + (leftOut > 0 && moreLines && !sheet.isCell ? 1 : 0);
    if (all <= place.mostLabelRows) return { placed, rows: all, leftOut };
  }
  return { placed: [], rows: 0, leftOut: lines.length };
}

/** The labels of lines, each in the first row where it touches no other and no line crosses it. */
function placedLines(
  lines: readonly ReferenceLine[],
  panel: BarPanel,
  sheet: Sheet,
  { left, right, labelsFrom }: LabelPlace,
): Pick<LabelRows, "placed" | "rows"> {
  const size = sheet.smallSize;
  const { position } = barScale(panel, sheet, { left, right });
  const ends: number[] = [];
  const placed: PlacedLine[] = [];
  for (const line of lines.toSorted((a, b) => a.value - b.value)) {
    const at = position(line.value);
    const label = truncated(line.label, size, right - labelsFrom, 600);
    const width = textWidth(label, size, 600);
    // Several labels end at their lines, the least amount lowest: so no line runs through the label of another.
    const beside = lines.length > 1 ? at - width : at - width / 2;
    const from = Math.max(labelsFrom, Math.min(right - width, beside));
    // A line runs down from its label through all the rows below it.
    const isCrossed = (row: number): boolean =>
      placed.some((other) => other.row > row && other.at > from - 2 && other.at < from + width);
    const free = [...ends, Number.NEGATIVE_INFINITY].findIndex(
      (end, row) => from > end + size * 0.6 && !isCrossed(row),
    );
    ends[free] = from + width;
    placed.push({ ...line, label, at, from, row: free });
  }
  return { placed, rows: ends.length };
}

const fillOf = (tone: Tone, colours: Theme): string =>
  ({
    known: colours.actual,
    expected: colours.forecastFill,
    less: colours.loss,
    quiet: colours.lastYearFill,
    outlined: colours.background,
  })[tone];

/** A panel with its heading, lines and bars, every bar with its number. */
export function drawPanel(panel: BarPanel, sheet: Sheet, place: PanelPlace): readonly Svg[] {
  const { smallSize, colours, isCell } = sheet;
  const { left, right, top, rowsTop, rowsBottom, rows } = place;
  const { position, hasLabels } = barScale(panel, sheet, place);
  const heading = isCell ? [] : headingLines(panel, sheet, right - left);
  const { placed, leftOut, rows: labels } = labelRows(panel, sheet, place);
  const labelled = placed.flatMap(({ at, from, row, label, value }) => {
    const y = rowsTop - (row + 0.35) * smallSize * LINE_HEIGHT;
    return [
      element("line", {
        x1: at,
        x2: at,
        y1: isCell ? rowsTop : y + smallSize * 0.3,
        y2: rowsBottom,
        stroke: colours.target,
        "stroke-width": Math.max(1, smallSize * 0.11),
        "stroke-dasharray":
          value === 0 ? undefined : `${(smallSize * 0.35).toFixed(1)} ${(smallSize * 0.25).toFixed(1)}`,
      }),
      isCell
        ? undefined
        : element("text", { x: from, y, "font-size": smallSize, "font-weight": 600, fill: colours.target }, [
            label,
          ]),
    ];
  });
  return [
    ...heading.map((text, index) =>
      element(
        "text",
        {
          x: left,
          y: top + (index + 0.85) * smallSize * LINE_HEIGHT,
          "font-size": smallSize,
          "font-weight": 600,
        },
        [text],
      ),
    ),
    ...rows.flatMap(({ bar, middle }) =>
      bar ? drawBar(bar, panel, { ...place, middle, position }, sheet) : [],
    ),
    ...(panel.mark === "dots" ? [] : [zeroLine(position(0), place, sheet)]),
    ...labelled,
    leftOut > 0 && panel.moreLines && !isCell
      ? element(
          "text",
          {
            x: left,
            y: rowsTop - (labels - 1 + 0.35) * smallSize * LINE_HEIGHT,
            "font-size": smallSize,
            fill: colours.target,
          },
          [truncated(panel.moreLines(leftOut), smallSize, right - left)],
        )
      : undefined,
    ...rows.flatMap(({ bar, middle }) =>
      bar && hasLabels ? [labelOf(bar, panel, { ...place, middle, position }, sheet)] : [],
    ),
  ].filter((node) => node !== undefined);
}

const zeroLine = (x: number, { rowsTop, rowsBottom }: PanelPlace, { colours }: Sheet): Svg =>
  element("line", { x1: x, x2: x, y1: rowsTop, y2: rowsBottom, stroke: colours.axis, "stroke-width": 1 });

type BarPlace = PanelPlace & { readonly middle: number; position(value: number): number };

function drawBar(
  { value, tone, booked }: Bar,
  { mark }: BarPanel,
  { middle, thickness, position, left, right }: BarPlace,
  { colours, fontSize }: Sheet,
): readonly Svg[] {
  const outline =
    tone === "outlined" ? { stroke: colours.target, "stroke-width": Math.max(1, fontSize * 0.11) } : {};
  if (mark === "dots")
    return [
      element("line", {
        x1: left,
        x2: right,
        y1: middle,
        y2: middle,
        stroke: colours.grid,
        "stroke-width": 1,
      }),
      element("circle", {
        cx: position(value),
        cy: middle,
        r: dotRadius(thickness, fontSize),
        fill: tone === "expected" ? colours.forecast : fillOf(tone, colours),
        ...outline,
      }),
    ];
  const rect = (from: number, to: number, fill: string, more = {}): Svg =>
    element("rect", {
      x: Math.min(position(from), position(to)),
      y: middle - thickness / 2,
      width: Math.abs(position(to) - position(from)),
      height: thickness,
      fill,
      ...more,
    });
  const whole = rect(0, value, fillOf(tone, colours), outline);
  if (booked === undefined || booked === 0) return [whole];
  if (!turnsBack(value, booked)) return [whole, rect(0, booked, colours.actual)];
  const lane = { height: thickness / 2 };
  return [
    rect(0, booked, colours.actual, lane),
    rect(booked, value, fillOf(tone, colours), { ...outline, ...lane, y: middle }),
  ];
}

/** Whether the rest leads back from what is there, so that both would lie on each other: each has a lane of its own. */
const turnsBack = (value: number, booked: number): boolean =>
  value * booked < 0 || Math.abs(value) < Math.abs(booked);

/** Where a bar ends on the side of its value: what is there may reach further. */
const endOf = ({ value, booked = 0 }: Bar): number =>
  value < 0 ? Math.min(value, booked) : Math.max(value, booked);

const dotRadius = (thickness: number, fontSize: number): number => Math.min(thickness * 0.42, fontSize * 0.5);

/** The number of a bar at its end, on the ground where a line would run through it. */
function labelOf(bar: Bar, { mark, lines = [] }: BarPanel, place: BarPlace, sheet: Sheet): Svg {
  const { value, label } = bar;
  const { fontSize, colours } = sheet;
  const gap = mark === "dots" ? dotRadius(place.thickness, fontSize) + fontSize * 0.3 : fontSize * 0.35;
  const isLess = value < 0 && mark !== "dots";
  const x = place.position(endOf(bar)) + (isLess ? -gap : gap);
  const width = textWidth(label, fontSize);
  const [from, to] = isLess ? [x - width, x] : [x, x + width];
  const isCrossed =
    mark === "dots" ||
    lines.some((line) => {
      const at = place.position(line.value);
      return at > from - 2 && at < to + 2;
    });
  return element("g", {}, [
    isCrossed
      ? element("rect", {
          x: from,
          y: place.middle - fontSize * 0.6,
          width: to - from,
          height: fontSize * 1.2,
          fill: colours.background,
        })
      : undefined,
    element(
      "text",
      {
        x,
        y: place.middle + fontSize * 0.36,
        "font-size": fontSize,
        "text-anchor": isLess ? "end" : undefined,
      },
      [label],
    ),
  ]);
}
