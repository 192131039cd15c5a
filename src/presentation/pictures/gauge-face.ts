import type { AttainmentStatus } from "../../engine/target/attainment-status.ts";
import { gaugeScale, gaugeScaleWords, type ScalePlace, statusColour } from "./gauge-scale.ts";
import type { Sheet } from "./heading.ts";
import { element, type Svg } from "./svg.ts";
import { textWidth, truncated, wrapped } from "./text-width.ts";

/** What a gauge tells of one target. */
export interface TargetFace {
  readonly probability: number;
  /** The same as text. */
  readonly number: string;
  readonly status: AttainmentStatus;
  /** The target by name and amount; in a cell it is all that is said of it. */
  readonly target: string;
}

/** What a gauge tells. */
export interface GaugeFace extends TargetFace {
  /** Every status in the language. */
  readonly words: Readonly<Record<AttainmentStatus, string>>;
  /** Smaller gauges below, as far as there is room. */
  readonly others: readonly TargetFace[];
  /** How targets without room are told. */
  readonly leftOut: (count: number) => string;
  /** Lines below the scale, the most important first. */
  readonly remarks: readonly string[];
}

interface Place extends Pick<ScalePlace, "thresholds"> {
  readonly top: number;
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
  const foot = word ? cellFoot(face, smallSize, roomWidth) : face.words[face.status];
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
          fill: statusColour(face.status, sheet),
        },
        [line],
      ),
    ),
    ...gaugeScale(face, sheet, { top: scaleTop, height: bar, thresholds }),
    isFooted
      ? element(
          "text",
          {
            x: margin,
            y: height - margin - smallSize * 0.2,
            "font-size": smallSize,
            fill: word ? colours.muted : statusColour(face.status, sheet),
          },
          [truncated(foot, smallSize, roomWidth)],
        )
      : undefined,
  ].filter((node) => node !== undefined);
}

/** The target that the number is of, and how many others there are, where there is room to say it. */
function cellFoot({ target, others, leftOut }: GaugeFace, size: number, most: number): string {
  if (others.length === 0) return target;
  const counted = `${target} ${leftOut(others.length)}`;
  return textWidth(counted, size) <= most ? counted : target;
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

/** The number on a sheet as a share of the room, the lower the more is told below; never more than these letters. */
const SHEET_NUMBER = { least: 0.22, most: 0.36 } as const;
const MOST_LETTERS = 8;
/** Of a line of remarks and of another target in shares of the font size. */
const REMARK = 1.5;
const OTHER = 2.8;
/** What fits to the pixel is not lost to the last binary digit. */
const ROUNDING = 1e-6;

function onSheet(face: GaugeFace, sheet: Sheet, { top, thresholds }: Place): readonly Svg[] {
  const { width, height, margin, fontSize, colours } = sheet;
  const room = width - 2 * margin;
  const bottom = height - margin;
  const bar = fontSize * 1.5;
  const line = fontSize * REMARK;
  const below = bar + fontSize * 6;
  const told = face.remarks.length * line + face.others.length * fontSize * OTHER;
  const high = Math.max(
    (bottom - top) * SHEET_NUMBER.least,
    Math.min((bottom - top) * SHEET_NUMBER.most, bottom - top - below - told),
  );
  const size = sizeThatFits(face.number, Math.min(high, fontSize * MOST_LETTERS), room * 0.45);
  const { remarks, others, note } = shownBelow(face, bottom - top - size - below, { fontSize, room });
  const lines = remarks.length + (note === undefined ? 0 : 1);
  const whole = size + below + lines * line + others.length * fontSize * OTHER;
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
  const othersTop = remarksTop + (remarks.length - 1) * line + fontSize;
  return [
    bigNumber(face.number, size, { x: margin, baseline }),
    element(
      "text",
      {
        x: margin + numberWidth + wordSize * 0.6,
        y: baseline,
        "font-size": wordSize,
        "font-weight": 600,
        fill: statusColour(face.status, sheet),
      },
      [word],
    ),
    ...gaugeScale(face, sheet, { top: scaleTop, height: bar, thresholds }),
    ...gaugeScaleWords(face, sheet, { top: scaleTop + bar, thresholds }),
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
    ...others.flatMap((other, index) =>
      otherTarget(other, face.words[other.status], sheet, {
        top: othersTop + index * fontSize * OTHER,
        thresholds,
      }),
    ),
    note === undefined
      ? undefined
      : element(
          "text",
          {
            x: margin,
            y: othersTop + others.length * fontSize * OTHER + fontSize * 1.2,
            "font-size": fontSize,
            fill: colours.muted,
          },
          [note],
        ),
  ].filter((node) => node !== undefined);
}

interface ShownBelow {
  readonly remarks: readonly string[];
  readonly others: readonly TargetFace[];
  readonly note?: string;
}

/** The remarks and then the other targets that have room; where some have none, a line that counts them goes first. */
function shownBelow(
  { remarks, others, leftOut }: GaugeFace,
  free: number,
  { fontSize, room }: { readonly fontSize: number; readonly room: number },
): ShownBelow {
  const line = fontSize * REMARK;
  const fitting = (height: number, step: number): number => Math.max(0, Math.floor(height / step + ROUNDING));
  const areAll = remarks.length * line + others.length * fontSize * OTHER <= free + ROUNDING;
  const noted = areAll || others.length === 0 || fitting(free, line) === 0 ? 0 : line;
  const shown = remarks.slice(0, fitting(free - noted, line)).map((text) => truncated(text, fontSize, room));
  const left = free - noted - shown.length * line;
  const kept = others.slice(0, fitting(left, fontSize * OTHER));
  const note = truncated(leftOut(others.length - kept.length), fontSize, room);
  return { remarks: shown, others: kept, ...(noted > 0 && { note }) };
}

/** Another target on one line with its probability, and its scale right below it. */
function otherTarget(
  other: TargetFace,
  word: string,
  sheet: Sheet,
  { top, thresholds }: Place,
): readonly Svg[] {
  const { width, margin, fontSize } = sheet;
  const chance = `${other.number}, ${word}`;
  const y = top + fontSize * 1.2;
  const room = width - 2 * margin - textWidth(chance, fontSize, 600) - fontSize;
  return [
    element("text", { x: margin, y, "font-size": fontSize }, [truncated(other.target, fontSize, room)]),
    element(
      "text",
      {
        x: width - margin,
        y,
        "font-size": fontSize,
        "font-weight": 600,
        "text-anchor": "end",
        fill: statusColour(other.status, sheet),
      },
      [chance],
    ),
    ...gaugeScale(other, sheet, { top: y + fontSize * 0.8, height: fontSize * 0.6, thresholds }),
  ];
}

const sizeThatFits = (text: string, size: number, width: number): number =>
  Math.max(9, Math.min(size, (size * width) / textWidth(text, size, 600)));

const bigNumber = (text: string, size: number, { x, baseline }: { x: number; baseline: number }): Svg =>
  element("text", { x: x - size * 0.04, y: baseline, "font-size": size, "font-weight": 600 }, [text]);
