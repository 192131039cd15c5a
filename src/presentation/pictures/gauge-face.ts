import type { AttainmentStatus } from "../../engine/target/attainment-status.ts";
import type { Sheet } from "./heading.ts";
import { element, type Svg } from "./svg.ts";
import { textWidth, truncated, wrapped } from "./text-width.ts";

/** What a gauge tells. */
export interface GaugeFace {
  readonly probability: number;
  /** The same as text. */
  readonly number: string;
  readonly status: AttainmentStatus;
  /** Every status in the language. */
  readonly words: Readonly<Record<AttainmentStatus, string>>;
  /** The target by name and amount; in a cell it is all that is said of it. */
  readonly target: string;
  /** Lines below the scale, the most important first. */
  readonly remarks: readonly string[];
}

/** From the left end of the scale to its right. */
const CLASSES = ["outOfReach", "atRisk", "likely", "onCourse"] as const;
const GOOD: readonly AttainmentStatus[] = ["attained", "onCourse", "likely"];

interface Place {
  readonly top: number;
  /** Probabilities at which one class ends and the next begins. */
  readonly thresholds: readonly number[];
}

/** The number, its class in words, the scale with the classes, and remarks as far as there is room. */
export function gaugeFace(face: GaugeFace, sheet: Sheet, place: Place): readonly Svg[] {
  return sheet.isCell ? inCell(face, sheet, place) : onSheet(face, sheet, place);
}

/** In shares of the room: the number and the scale in a cell. */
const CELL_NUMBER = 0.5;
const CELL_SCALE = 0.12;
/** In shares of the font size, the least height of a cell that has a line at its foot. */
const FOOTED = 5;
const LINE = 1.1;

function inCell(face: GaugeFace, sheet: Sheet, { thresholds }: Place): readonly Svg[] {
  const { width, height, margin, fontSize, smallSize, colours } = sheet;
  const [roomWidth, roomHeight] = [width - 2 * margin, height - 2 * margin];
  const isFooted = roomHeight >= fontSize * FOOTED;
  const size = sizeThatFits(face.number, roomHeight * CELL_NUMBER, roomWidth * 0.55);
  const beside = textWidth(face.number, size, 600) + fontSize * 0.8;
  const baseline = margin + size * 0.82;
  const bar = Math.max(5, roomHeight * CELL_SCALE);
  const scaleTop = Math.max(baseline + bar * 0.6, height - margin - bar - (isFooted ? smallSize * 1.7 : 0));
  const word = wordBeside(face.words[face.status], {
    sizes: [size * 0.4, fontSize * 1.15, fontSize],
    least: fontSize,
    most: roomWidth - beside,
    high: size * 0.82,
  });
  const foot = word ? face.target : face.words[face.status];
  return [
    bigNumber(face.number, size, { x: margin, baseline }),
    ...(word?.lines ?? []).map((line, index, { length }) =>
      element(
        "text",
        {
          x: margin + beside,
          y: baseline - (length - 1 - index) * (word?.size ?? 0) * LINE,
          "font-size": word?.size,
          "font-weight": 600,
          fill: colourOf(face.status, sheet),
        },
        [line],
      ),
    ),
    ...scale(face, sheet, { top: scaleTop, height: bar, thresholds }),
    isFooted
      ? element(
          "text",
          {
            x: margin,
            y: height - margin - smallSize * 0.2,
            "font-size": smallSize,
            fill: word ? colours.muted : colourOf(face.status, sheet),
          },
          [truncated(foot, smallSize, roomWidth)],
        )
      : undefined,
  ].filter((node) => node !== undefined);
}

/** The class in the first size at which all of it has room beside the number, on two lines at most. */
function wordBeside(
  word: string,
  room: {
    readonly sizes: readonly number[];
    readonly least: number;
    readonly most: number;
    readonly high: number;
  },
): { readonly size: number; readonly lines: readonly string[] } | undefined {
  return room.sizes
    .filter((size) => size >= room.least)
    .map((size) => ({
      size,
      lines: wrapped(word, {
        size,
        most: room.most,
        lines: room.high >= size * (LINE + 0.8) ? 2 : 1,
        weight: 600,
      }),
    }))
    .find(({ lines }) => lines.join(" ") === word);
}

/** The number on a sheet: never higher than this share of the room, nor than this many letters. */
const SHEET_NUMBER = 0.36;
const MOST_LETTERS = 8;

function onSheet(face: GaugeFace, sheet: Sheet, { top, thresholds }: Place): readonly Svg[] {
  const { width, height, margin, fontSize, colours } = sheet;
  const room = width - 2 * margin;
  const bottom = height - margin;
  const size = sizeThatFits(
    face.number,
    Math.min((bottom - top) * SHEET_NUMBER, fontSize * MOST_LETTERS),
    room * 0.45,
  );
  const bar = fontSize * 1.5;
  const line = fontSize * 1.5;
  const below = bar + fontSize * 6;
  const most = Math.max(0, Math.floor((bottom - top - size - below) / line));
  const remarks = face.remarks.slice(0, most).map((text) => truncated(text, fontSize, room));
  const whole = size + below + remarks.length * line;
  const baseline = top + Math.max(0, (bottom - top - whole) / 2.4) + size * 0.86;
  const numberWidth = textWidth(face.number, size, 600);
  const wordSize = Math.min(size * 0.34, fontSize * 2.2);
  const [word = ""] = wrapped(face.words[face.status], {
    size: wordSize,
    most: room - numberWidth - wordSize,
    lines: 1,
    weight: 600,
  });
  const scaleTop = baseline + fontSize * 2;
  const remarksTop = scaleTop + bar + fontSize * 4.8;
  return [
    bigNumber(face.number, size, { x: margin, baseline }),
    element(
      "text",
      {
        x: margin + numberWidth + wordSize * 0.6,
        y: baseline,
        "font-size": wordSize,
        "font-weight": 600,
        fill: colourOf(face.status, sheet),
      },
      [word],
    ),
    ...scale(face, sheet, { top: scaleTop, height: bar, thresholds }),
    ...scaleWords(face, sheet, { top: scaleTop + bar, thresholds }),
    ...remarks.map((text, index) =>
      element(
        "text",
        {
          x: margin,
          y: remarksTop + index * line,
          "font-size": fontSize,
          fill: index === 0 ? colours.text : colours.muted,
        },
        [text],
      ),
    ),
  ];
}

const sizeThatFits = (text: string, size: number, width: number): number =>
  Math.max(9, Math.min(size, (size * width) / textWidth(text, size, 600)));

const bigNumber = (text: string, size: number, { x, baseline }: { x: number; baseline: number }): Svg =>
  element("text", { x: x - size * 0.04, y: baseline, "font-size": size, "font-weight": 600 }, [text]);

const colourOf = (status: AttainmentStatus, { colours }: Sheet): string =>
  GOOD.includes(status) ? colours.gain : colours.loss;

interface ScalePlace extends Place {
  readonly height: number;
}

/** From 0 to 100% across the sheet, filled as far as the probability, cut where classes change. */
function scale(face: GaugeFace, sheet: Sheet, { top, height, thresholds }: ScalePlace): readonly Svg[] {
  const { width, margin, colours } = sheet;
  const room = width - 2 * margin;
  const at = (probability: number): number => margin + room * probability;
  const fill = colourOf(face.status, sheet);
  const cut = Math.max(1, height * 0.08);
  const end = at(face.probability);
  return [
    element("rect", { x: margin, y: top, width: room, height, fill: colours.lastYearFill }),
    element("rect", { x: margin, y: top, width: end - margin, height, fill }),
    ...thresholds.map((threshold) =>
      element("rect", { x: at(threshold) - cut / 2, y: top, width: cut, height, fill: colours.background }),
    ),
    element("path", {
      d: `M${(end - height * 0.32).toFixed(2)},${(top - height * 0.42).toFixed(2)}h${(height * 0.64).toFixed(2)}L${end.toFixed(2)},${(top + height * 0.08).toFixed(2)}Z`,
      fill: colours.text,
    }),
  ];
}

/** The ends of the classes in percent, and their names as far as they have room; that of the target in bold. */
function scaleWords(face: GaugeFace, sheet: Sheet, { top, thresholds }: Place): readonly Svg[] {
  const { width, margin, smallSize, colours } = sheet;
  const room = width - 2 * margin;
  const ends = [0, ...thresholds.toSorted((a, b) => a - b), 1];
  const percents = ends.map((end, index) =>
    element(
      "text",
      {
        x: margin + room * end,
        y: top + smallSize * 1.2,
        "font-size": smallSize,
        fill: colours.muted,
        "text-anchor": index === 0 ? undefined : end === 1 ? "end" : "middle",
      },
      [`${Math.round(end * 100)}%`],
    ),
  );
  const names = CLASSES.flatMap((status, index) => {
    const [from = 0, to = 1] = [ends[index], ends[index + 1]];
    const isOwn = status === face.status;
    const word = face.words[status];
    if (textWidth(word, smallSize, 600) > room * (to - from)) return [];
    return [
      element(
        "text",
        {
          x: margin + (room * (from + to)) / 2,
          y: top + smallSize * 2.5,
          "font-size": smallSize,
          "font-weight": isOwn ? 600 : undefined,
          fill: isOwn ? colourOf(status, sheet) : colours.muted,
          "text-anchor": "middle",
        },
        [word],
      ),
    ];
  });
  return [...percents, ...names];
}
