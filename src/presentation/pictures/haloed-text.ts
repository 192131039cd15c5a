import type { Sheet } from "./heading.ts";
import { element, type Svg } from "./svg.ts";

interface TextPlace {
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
}

/** An amount inside the plot, with a rim of the ground so that lines behind it do not cross it out. */
export function haloedText(text: string, { x, y, anchor }: TextPlace, { fontSize, colours }: Sheet): Svg {
  return element(
    "text",
    {
      x,
      y,
      "text-anchor": anchor,
      "font-size": fontSize,
      "font-weight": 600,
      fill: colours.actual,
      stroke: colours.background,
      "stroke-width": fontSize * 0.28,
      "stroke-linejoin": "round",
      "paint-order": "stroke",
    },
    [text],
  );
}
