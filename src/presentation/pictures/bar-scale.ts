import { scaleLinear } from "d3-scale";
import type { Bar, BarPanel } from "./bar-panel.ts";
import type { Sheet } from "./heading.ts";
import { textWidth } from "./text-width.ts";

interface Span {
  readonly left: number;
  readonly right: number;
}

/** Where the numbers of a panel stand. */
export interface BarScale {
  /** The pixel of a number. */
  position(value: number): number;
  /** Whether there is room for numbers beside the bars. */
  readonly hasLabels: boolean;
}

/** In shares of the font size: from a bar or the middle of a dot to the end of its label, besides the label. */
const GAP = { bars: 0.5, dots: 1.2 } as const;
/** The shortest piece of a bar that can still be compared. */
const LEAST_BARS = 1.2;
/** In shares of the range: left of the least dot, so that it does not seem to be nothing. */
const SLACK = 0.15;

const known = ({ bars }: BarPanel): readonly Bar[] => bars.filter((bar) => bar !== undefined);

/** The room that labels take at either side of the bars. */
function rooms(panel: BarPanel, { fontSize }: Sheet): Span {
  const widest = (some: readonly Bar[]): number =>
    Math.max(
      0,
      ...some.map(({ label }) => textWidth(label, fontSize) + fontSize * GAP[panel.mark ?? "bars"]),
    );
  const isLess = ({ value }: Bar): boolean => value < 0 && panel.mark !== "dots";
  const bars = known(panel);
  return { left: widest(bars.filter(isLess)), right: widest(bars.filter((bar) => !isLess(bar))) };
}

/** The least width of a panel with all its numbers. */
export function leastWidth(panel: BarPanel, sheet: Sheet): number {
  const { left, right } = rooms(panel, sheet);
  return left + right + sheet.fontSize * LEAST_BARS;
}

/** The scale of a panel between two pixels, with room for its labels where they fit. */
export function barScale(panel: BarPanel, sheet: Sheet, { left, right }: Span): BarScale {
  const { lines = [], mark, ends = [] } = panel;
  const hasLabels = right - left >= leastWidth(panel, sheet);
  const room = hasLabels ? rooms(panel, sheet) : { left: 0, right: 0 };
  const bars = known(panel);
  const values = [
    ...[...bars, ...lines].map(({ value }) => value),
    ...bars.flatMap(({ booked = [] }) => booked),
    ...ends,
  ];
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  const slack = (highest - lowest) * SLACK || Math.abs(highest) * SLACK || 1;
  const [from, to] =
    mark === "dots" ? [lowest - slack, highest] : [Math.min(0, lowest), Math.max(0, highest)];
  const scale = scaleLinear()
    .domain([from, to > from ? to : from + 1])
    .range([left + room.left, Math.max(left + room.left + 1, right - room.right)]);
  return { position: (value) => scale(value), hasLabels };
}
