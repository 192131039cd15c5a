import { drawBreakdown } from "./breakdown-bars.ts";
import { drawFan } from "./fan.ts";
import { drawGauge } from "./gauge.ts";
import { drawMonths } from "./months.ts";
import type { PictureKind, PictureOptions } from "./options.ts";
import { PictureError } from "./picture-error.ts";
import { drawRanking } from "./ranking-bars.ts";
import { drawScenarios } from "./scenario-bars.ts";
import { drawSparkline } from "./sparkline.ts";

/** What draws a kind; which answers have what it draws, `PICTURES_OF` knows. */
const DRAWINGS: Readonly<Record<PictureKind, (answer: never, options: PictureOptions) => string>> = {
  fan: drawFan,
  months: drawMonths,
  gauge: drawGauge,
  scenarios: drawScenarios,
  sparkline: drawSparkline,
  ranking: drawRanking,
  breakdown: drawBreakdown,
};

/** The pictures of each function, its usual one first; a function that is not listed has none. */
export const PICTURES_OF: Readonly<Record<string, readonly [PictureKind, ...PictureKind[]]>> = {
  outlook: ["fan", "months", "gauge", "scenarios", "sparkline"],
  forecast: ["fan", "months", "sparkline"],
  "run-rate": ["months"],
  attainment: ["gauge"],
  scenarios: ["scenarios"],
  ranking: ["ranking"],
  breakdown: ["breakdown"],
};

/**
 * The kind of picture that is drawn of a function's answer.
 * @example pictureOf("outlook", undefined) // => "fan"
 * @throws PictureError when the function has no picture, or not this one
 */
export function pictureOf(functionName: string, asked: PictureKind | undefined): PictureKind {
  const kinds = Object.hasOwn(PICTURES_OF, functionName) ? PICTURES_OF[functionName] : undefined;
  if (kinds === undefined)
    throw new PictureError({
      path: "picture",
      message: "this function has no picture",
      hint: `ask ${Object.keys(PICTURES_OF).join(", ")}`,
    });
  const kind = asked ?? kinds[0];
  if (kinds.includes(kind)) return kind;
  const others = Object.keys(PICTURES_OF).filter((name) => PICTURES_OF[name]?.includes(kind));
  throw new PictureError({
    path: "picture",
    message: `${functionName} has no picture "${kind}"`,
    hint: `its pictures are ${kinds.join(", ")}; "${kind}" is drawn of ${others.join(", ")}`,
  });
}

/**
 * The picture of a published answer as an SVG document.
 *
 * @param functionName the last word of the function's path, "outlook"
 * @param answer the answer as its JSON is published
 * @throws PictureError when the function has no such picture, or the answer lacks what it shows
 */
export function drawPicture(functionName: string, answer: object, options: PictureOptions): string {
  return DRAWINGS[pictureOf(functionName, options.picture)](answer as never, options);
}
