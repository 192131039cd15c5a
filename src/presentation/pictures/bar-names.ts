import type { BarRow } from "./bar-rows.ts";
import type { Sheet } from "./heading.ts";
import { element, oneLine, type Svg } from "./svg.ts";
import { textWidth, wrapped } from "./text-width.ts";

/** In shares of the font size: the step of a part of a row, and the least that names may be cut to. */
const INDENT = 1;
const LEAST_NAMES = 2.5;
/** Of the width: names longer than this are broken or cut. */
const MOST_NAMES = { cell: 0.44, sheet: 0.36 } as const;
/** Of a row in shares of the font size, for names on two lines. */
const TWO_LINES = 2.3;

const weightOf = ({ isMarked }: BarRow): 400 | 600 => (isMarked ? 600 : 400);
const indentOf = ({ depth = 1 }: BarRow, { fontSize }: Sheet): number => (depth - 1) * fontSize * INDENT;

/**
 * As wide as the names are, as far as they leave room for the numbers; none where few letters would be left.
 * @param most what the numbers leave
 * @param least of the texts that stand for rows which are left out
 */
export function nameColumnWidth(
  rows: readonly BarRow[],
  sheet: Sheet,
  { most, least }: { readonly most: number; readonly least: number },
): number {
  const { width, margin, fontSize, isCell } = sheet;
  const widest = Math.max(
    least,
    ...rows.map((row) => indentOf(row, sheet) + textWidth(oneLine(row.name), fontSize, weightOf(row))),
  );
  const names = Math.min((width - 2 * margin) * MOST_NAMES[isCell ? "cell" : "sheet"], most, widest + 1);
  return names >= Math.min(widest, fontSize * LEAST_NAMES) ? names : 0;
}

/** A row, or how many are left out in its place. */
type NamedRow = { readonly middle: number } & (
  | { readonly row: BarRow }
  | { readonly row?: never; readonly leftOut: number }
);

interface Column {
  readonly width: number;
  readonly rowHeight: number;
  leftOut(count: number): string;
}

/** The names of the rows, on two lines where rows have room for them; names that are cut alike lose their middles. */
export function nameColumn(
  rows: readonly NamedRow[],
  { width, rowHeight, leftOut }: Column,
  sheet: Sheet,
): readonly Svg[] {
  const { margin, fontSize, smallSize, colours } = sheet;
  if (width <= 0) return [];
  const roomOf = (row: BarRow): Room => ({
    size: fontSize,
    most: width - indentOf(row, sheet),
    lines: rowHeight >= fontSize * TWO_LINES ? 2 : 1,
    weight: weightOf(row),
  });
  const written = rows.map(({ row }) => (row ? wrapped(oneLine(row.name), roomOf(row)) : []));
  const bearers = new Map<string, number>();
  for (const lines of written) bearers.set(lines.join(" "), (bearers.get(lines.join(" ")) ?? 0) + 1);
  return rows.flatMap((named, index) => {
    if (!named.row) {
      const size = smallSize;
      const text = [leftOut(named.leftOut), `… ${named.leftOut}`].find(
        (each) => textWidth(each, size) <= width,
      );
      const y = named.middle + size * 0.36;
      return text === undefined
        ? []
        : [element("text", { x: margin, y, "font-size": size, fill: colours.muted }, [text])];
    }
    const { row, middle } = named;
    const whole = written[index] ?? [];
    const isAlone = bearers.get(whole.join(" ")) === 1;
    const lines = isAlone ? whole : [cutInside(oneLine(row.name), roomOf(row))];
    return lines.map((line, at) =>
      element(
        "text",
        {
          x: margin + indentOf(row, sheet),
          y: middle + fontSize * (0.36 + (at - (lines.length - 1) / 2) * 1.1),
          "font-size": fontSize,
          "font-weight": row.isMarked ? 600 : undefined,
        },
        [line],
      ),
    );
  });
}

interface Room {
  readonly size: number;
  readonly most: number;
  readonly lines: number;
  readonly weight: 400 | 600;
}

/** Of what is kept of a name without its middle, the part at its start. */
const START = 0.35;

/** A name without its middle: long names that begin alike tell their difference at the end. */
function cutInside(text: string, { size, most, weight }: Room): string {
  const letters = [...text];
  let kept = letters.length;
  let short = text;
  while (kept > 2 && textWidth(short, size, weight) > most) {
    kept -= 1;
    const start = letters.slice(0, Math.floor(kept * START)).join("");
    const end = letters.slice(letters.length - Math.ceil(kept * (1 - START))).join("");
    short = `${start.trimEnd()}…${end.trimStart()}`;
  }
  return short;
}
