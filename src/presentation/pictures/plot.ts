import type { AmountScale } from "./amount-scale.ts";
import { type ValueAxis, valueAxis } from "./axis.ts";
import type { Sheet } from "./heading.ts";
import { type ColumnOptions, columnWidth, type EndLabel } from "./label-column.ts";
import { textWidth } from "./text-width.ts";

/** Labels beside the plot take at most this share of the width. */
const COLUMN_SHARE = 0.3;

/** The most that labels beside the plot may take, in pixels. */
export const columnRoom = ({ width }: Pick<Sheet, "width">): number => width * COLUMN_SHARE;

/** The part of a sheet that amounts are drawn on, with the labels beside it. */
export interface Plot {
  readonly axis: ValueAxis;
  /** The pixel of an amount. */
  y(amount: number): number;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly labels: readonly EndLabel[];
  readonly column: ColumnOptions;
}

interface PlotOptions {
  readonly scale: AmountScale;
  /** All that must find their place. */
  readonly amounts: readonly number[];
  readonly fromZero: boolean;
  /** Where the heading ends. */
  readonly top: number;
  /** Whether years stand below the names of the periods. */
  readonly hasYears: boolean;
  /** Between the plot and its labels: at least this, and a little more. */
  readonly gutter: number;
  /** The labels beside the plot, once the pixels of amounts are known; one whose amount does not fit is left out. */
  labels(y: Plot["y"]): readonly EndLabel[];
}

/** The plot that fits what stands around it. */
export function plotOf(sheet: Sheet, options: PlotOptions): Plot {
  const { fontSize, smallSize, margin, width, height, isCell, lang } = sheet;
  const { scale, amounts, fromZero, hasYears, gutter } = options;
  const top = options.top + fontSize * 0.6;
  const bottom = height - margin - smallSize * ((isCell ? 1.2 : 1.5) + (hasYears ? 1.2 : 0));
  const axis = valueAxis({
    values: amounts.map(scale.shown),
    fromZero,
    range: [bottom, top],
    count: isCell ? 3 : Math.max(3, Math.min(6, Math.round((bottom - top) / (fontSize * 4)))),
    lang,
    fontSize: smallSize,
    suffix: scale.suffix,
  });
  const y = (amount: number): number => axis.position(scale.shown(amount));
  const room = columnRoom(sheet);
  const labels = options.labels(y).filter(({ amount }) => textWidth(amount, fontSize, 600) <= room);
  const most = columnWidth(labels, sheet, room);
  const x = width - margin - most;
  const from = x - (labels.length > 0 ? fontSize * 0.8 : 0);
  return {
    axis,
    y,
    left: margin + (isCell ? 0 : axis.labelWidth + smallSize * 0.6),
    right: from - gutter,
    bottom,
    labels,
    column: { x, from, most, range: [Math.max(margin / 2, top - fontSize), bottom] },
  };
}
