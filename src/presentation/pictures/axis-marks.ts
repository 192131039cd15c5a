import type { PeriodTick, ValueAxis } from "./axis.ts";
import type { Sheet } from "./heading.ts";
import { element, type Svg } from "./svg.ts";
import { textWidth } from "./text-width.ts";

/** The lines of a value axis, each with its amount before it; zero stands out. */
export function valueGrid(
  axis: ValueAxis,
  { colours, smallSize }: Sheet,
  [left, right]: readonly [number, number],
): readonly Svg[] {
  return axis.ticks.flatMap(({ at, value, label }) => [
    element("line", {
      x1: left,
      x2: right,
      y1: at,
      y2: at,
      stroke: value === 0 ? colours.axis : colours.grid,
      "stroke-width": 1,
    }),
    element(
      "text",
      {
        x: left - smallSize * 0.5,
        y: at + smallSize * 0.34,
        "text-anchor": "end",
        "font-size": smallSize,
        fill: colours.muted,
      },
      [label],
    ),
  ]);
}

/** The names of periods below the plot, and below them the years where there are several. */
export function periodAxis(
  ticks: readonly PeriodTick[],
  { colours, smallSize }: Sheet,
  top: number,
): readonly Svg[] {
  const named = (text: string, x: number, row: number): Svg =>
    element(
      "text",
      {
        x,
        y: top + smallSize * (1.35 + 1.2 * row),
        "text-anchor": "middle",
        "font-size": smallSize,
        fill: colours.muted,
      },
      [text],
    );
  return ticks.flatMap(({ at, label, year }) => [
    named(label, at, 0),
    ...(year === undefined ? [] : [named(year, at, 1)]),
  ]);
}

/** Of a cell's width, the most that its unit takes. */
const UNIT_SHARE = 0.36;

/**
 * The unit in a cell, which has no heading to name it: at the end of the line of the periods' names, from the pixel
 * `from` on. Nothing where there is a heading, no unit, or one that is too long.
 */
export function cellUnit(
  unit: string,
  { isCell, width, margin, smallSize, colours }: Sheet,
  top: number,
): { readonly from: number; readonly node?: Svg } {
  const room = textWidth(unit, smallSize);
  if (!isCell || unit === "" || room > width * UNIT_SHARE) return { from: width };
  const place = { x: width - margin, y: top + smallSize * 1.35, "text-anchor": "end" };
  return {
    from: width - margin - room - smallSize * 0.6,
    node: element("text", { ...place, "font-size": smallSize, fill: colours.muted }, [unit]),
  };
}
