import type { AttainmentStatus } from "../../engine/target/attainment-status.ts";
import type { Sheet } from "./heading.ts";
import { element, type Svg } from "./svg.ts";
import { textWidth } from "./text-width.ts";

/** From the left end of the scale to its right. */
const CLASSES = ["outOfReach", "atRisk", "likely", "onCourse"] as const;
const GOOD: readonly AttainmentStatus[] = ["attained", "onCourse", "likely"];

/** Green where the target is likely to be reached, else vermilion. */
export const statusColour = (status: AttainmentStatus, { colours }: Sheet): string =>
  GOOD.includes(status) ? colours.gain : colours.loss;

/** Where a scale stands. */
export interface ScalePlace {
  readonly top: number;
  readonly height: number;
  /** Probabilities at which one class ends and the next begins. */
  readonly thresholds: readonly number[];
}

/** What a scale shows. */
interface Shown {
  readonly probability: number;
  readonly status: AttainmentStatus;
}

/** From 0 to 100% across the sheet, filled as far as the probability, cut where classes change. */
export function gaugeScale(
  face: Shown,
  sheet: Sheet,
  { top, height, thresholds }: ScalePlace,
): readonly Svg[] {
  const { width, margin, colours } = sheet;
  const room = width - 2 * margin;
  const at = (probability: number): number => margin + room * probability;
  const fill = statusColour(face.status, sheet);
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
export function gaugeScaleWords(
  face: Pick<Shown, "status"> & { readonly words: Readonly<Record<AttainmentStatus, string>> },
  sheet: Sheet,
  { top, thresholds }: Pick<ScalePlace, "thresholds" | "top">,
): readonly Svg[] {
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
          fill: isOwn ? statusColour(status, sheet) : colours.muted,
          "text-anchor": "middle",
        },
        [word],
      ),
    ];
  });
  return [...percents, ...names];
}
