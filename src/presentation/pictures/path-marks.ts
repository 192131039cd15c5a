import { element, lineThrough, type Svg } from "./svg.ts";
import type { ForecastPoint, PathPoint } from "./year-path.ts";

/** Where a point of the path stands on the sheet. */
export interface Places {
  x(index: number): number;
  y(value: number): number;
}

/** The band of the 80% intervals along the path. */
export function bandOf(points: readonly ForecastPoint[], { x, y }: Places, fill: string): Svg | undefined {
  if (points.length < 2) return undefined;
  const upper = points.map(({ index, upper }) => [x(index), y(upper)] as const);
  const lower = points.map(({ index, lower }) => [x(index), y(lower)] as const).toReversed();
  return element("path", { d: `${lineThrough([...upper, ...lower])}Z`, fill });
}

/** A line through points: whole between neighbours, dotted where what lies between them is not known. */
export function knownLine(
  points: readonly PathPoint[],
  { x, y }: Places,
  { stroke, width }: { readonly stroke: string; readonly width: number },
): readonly Svg[] {
  const runs: PathPoint[][] = [];
  const gaps: PathPoint[][] = [];
  for (const [at, point] of points.entries()) {
    const before = points[at - 1];
    const run = runs.at(-1);
    if (before && run && point.index - before.index === 1) run.push(point);
    else {
      if (before) gaps.push([before, point]);
      runs.push([point]);
    }
  }
  const drawn = (some: readonly PathPoint[], dashes?: string): Svg =>
    element("path", {
      d: lineThrough(some.map(({ index, value }) => [x(index), y(value)])),
      fill: "none",
      stroke,
      "stroke-width": width,
      "stroke-linejoin": "round",
      "stroke-linecap": "round",
      "stroke-dasharray": dashes,
    });
  return [
    ...gaps.map((gap) => drawn(gap, `0.1 ${(width * 2.2).toFixed(1)}`)),
    ...runs.filter((run) => run.length > 1).map((run) => drawn(run)),
  ];
}
