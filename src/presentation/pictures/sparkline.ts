import { amountScale } from "./amount-scale.ts";
import { forecastOf, type PicturedAnswer } from "./answer.ts";
import { valueAxis } from "./axis.ts";
import { describedYear } from "./description.ts";
import { sheetOf } from "./heading.ts";
import type { PictureOptions } from "./options.ts";
import { bandOf, knownLine } from "./path-marks.ts";
import { pictureTitle } from "./picture-words.ts";
import { element, lineThrough, svgDocument } from "./svg.ts";
import { yearPath } from "./year-path.ts";

/** Pixels: thicker lines would hide each other. */
const MOST_LINE = 4;

/**
 * The year in a cell, without words: what was reported, the forecast with its 80% interval, each target as a tick at
 * the year's end.
 * @throws PictureError where the answer has no forecast
 */
export function drawSparkline(answer: PicturedAnswer, options: PictureOptions): string {
  forecastOf(answer);
  const { width, height, lang, colours } = sheetOf(options);
  const path = yearPath(answer);
  const targets = answer.targets ?? [];
  const values = [
    ...path.actual.map(({ value }) => value),
    ...path.forecast.flatMap(({ value, lower, upper }) => [value, lower, upper]),
    ...targets.map(({ value }) => value),
  ];
  const line = Math.min(MOST_LINE, Math.max(1.5, height / 30));
  const inset = line * 2;
  const tick = Math.max(6, width * 0.06);
  const [left, right] = [inset, width - inset - tick];
  const first = answer.question.aggregation === "sum" ? -1 : 0;
  const last = path.periods.length - 1;
  const { position: y } = valueAxis({
    values,
    range: [height - inset, inset],
    count: 4,
    lang,
    fontSize: 9,
    fromZero: answer.question.aggregation === "sum",
  });
  const x = (index: number): number => left + ((right - left) * (index - first)) / Math.max(1, last - first);
  const places = { x, y };
  const reported = path.actual.at(-1);
  return svgDocument(
    {
      width,
      height,
      lang,
      theme: colours,
      title: pictureTitle(answer.question, lang),
      description: describedYear(answer, amountScale(answer, values, lang), lang),
    },
    [
      bandOf(path.forecast, places, colours.bands.middle),
      ...targets.map(({ value }) =>
        element("line", {
          x1: right - tick * 0.4,
          x2: width - inset,
          y1: y(value),
          y2: y(value),
          stroke: colours.target,
          "stroke-width": line * 1.1,
        }),
      ),
      ...knownLine(path.actual, places, { stroke: colours.actual, width: line * 1.2 }),
      path.forecast.length > 1
        ? element("path", {
            d: lineThrough(path.forecast.map(({ index, value }) => [x(index), y(value)])),
            fill: "none",
            stroke: colours.forecast,
            "stroke-width": line,
            "stroke-dasharray": `${(line * 2.5).toFixed(1)} ${(line * 1.5).toFixed(1)}`,
          })
        : undefined,
      reported &&
        element("circle", {
          cx: x(reported.index),
          cy: y(reported.value),
          r: line * 1.5,
          fill: colours.actual,
        }),
    ],
  );
}
