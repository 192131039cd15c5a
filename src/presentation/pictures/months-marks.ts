import type { ForecastAmount } from "./months-amounts.ts";
import { element, lineThrough, type Svg } from "./svg.ts";
import type { Stretch } from "./year-path.ts";

/** Where the periods and their amounts stand on the sheet. */
export interface Slots {
  y(amount: number): number;
  /** Left edge of a period. */
  left(index: number): number;
  readonly width: number;
  /** Pixel that bars stand on; without it amounts are dots. */
  readonly base: number | undefined;
}

/** Of a slot that a bar fills. */
const BAR = 0.66;

function edges({ from, to }: Stretch, { left, width }: Slots, share: number): readonly [number, number] {
  const free = (width * (1 - share)) / 2;
  return [left(from) + free, left(to) + width - free];
}

interface MarkStyle {
  readonly fill: string;
  readonly stroke: string;
  /** Not yet known: a dot is hollow. */
  readonly isOpen: boolean;
}

/** A period's amount as a bar, or as a dot where amounts do not add up. */
export function whole(stretch: Stretch, slots: Slots, { fill, stroke, isOpen }: MarkStyle): Svg {
  const [start, end] = edges(stretch, slots, BAR);
  const at = slots.y(stretch.value);
  if (slots.base !== undefined)
    return element("rect", {
      x: start,
      y: Math.min(at, slots.base),
      width: end - start,
      height: Math.abs(at - slots.base),
      fill,
    });
  const radius = Math.min(slots.width * 0.2, 6);
  return element("circle", {
    cx: (start + end) / 2,
    cy: at,
    r: radius,
    fill,
    stroke: isOpen ? stroke : undefined,
    "stroke-width": isOpen ? radius * 0.4 : undefined,
  });
}

/** Below the mean of several periods a pale area, where amounts are bars. */
export const areaBelow = (stretch: Stretch, slots: Slots, fill: string): Svg | undefined =>
  slots.base === undefined ? undefined : whole(stretch, slots, { fill, stroke: fill, isOpen: false });

interface LevelStyle {
  readonly stroke: string;
  readonly width: number;
  /** The colour of the ground, to stand out from what lies behind. */
  readonly halo?: string;
  /** As wide as a bar. */
  readonly isBar?: boolean;
  /** In widths of the line. */
  readonly dashes?: readonly number[];
  /** From edge to edge, so that neighbours become one line. */
  readonly isWide?: boolean;
}

/** An amount as a line over its period or periods. */
export function wholeLevel(stretch: Stretch, slots: Slots, style: LevelStyle): Svg {
  const [start, end] = edges(stretch, slots, style.isBar ? BAR : style.isWide ? 1 : 0.9);
  const at = slots.y(stretch.value);
  const place = { x1: start, x2: end, y1: at, y2: at };
  const line = element("line", {
    ...place,
    stroke: style.stroke,
    "stroke-width": style.width,
    "stroke-dasharray": style.dashes?.map((dash) => (dash * style.width).toFixed(1)).join(" "),
  });
  if (style.halo === undefined) return line;
  return element("g", {}, [
    element("line", { ...place, stroke: style.halo, "stroke-width": style.width * 2.2 }),
    line,
  ]);
}

/** An amount as a diamond in the middle of its period, rimmed by the ground. */
export function diamond(stretch: Stretch, slots: Slots, style: DiamondStyle): Svg {
  const [start, end] = edges(stretch, slots, 1);
  return diamondAt((start + end) / 2, slots.y(stretch.value), style);
}

interface DiamondStyle {
  readonly fill: string;
  readonly ground: string;
  /** From its middle to a corner. */
  readonly reach: number;
}

/** A diamond around a pixel. */
export function diamondAt(x: number, y: number, { fill, ground, reach }: DiamondStyle): Svg {
  const corners = [
    [x, y - reach],
    [x + reach, y],
    [x, y + reach],
    [x - reach, y],
  ] as const;
  return element("path", {
    d: `${lineThrough(corners)}Z`,
    fill,
    stroke: ground,
    "stroke-width": reach * 0.3,
  });
}

/** The 80% interval of a period's amount. */
export function whiskers(
  period: ForecastAmount,
  slots: Slots,
  { stroke, width }: { readonly stroke: string; readonly width: number },
): readonly Svg[] {
  const { lower, upper } = period;
  if (lower === undefined || upper === undefined) return [];
  const [start, end] = edges(period, slots, 0.26);
  const middle = (start + end) / 2;
  const [low, high] = [slots.y(lower), slots.y(upper)];
  return [
    element("path", {
      d:
        lineThrough([
          [start, high],
          [end, high],
        ]) +
        lineThrough([
          [middle, high],
          [middle, low],
        ]) +
        lineThrough([
          [start, low],
          [end, low],
        ]),
      fill: "none",
      stroke,
      "stroke-width": width,
    }),
  ];
}
