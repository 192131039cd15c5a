import { targetName } from "../quantity-words.ts";
import type { PicturedAnswer } from "./answer.ts";
import { areaSample, type Box, type LegendEntry, lineSample, type Sheet } from "./heading.ts";
import type { Months } from "./months-amounts.ts";
import { diamondAt } from "./months-marks.ts";
import { elapsedPart, lastYearName, PICTURE_WORDS } from "./picture-words.ts";
import { type Attributes, element, lineThrough, oneLine, type Svg } from "./svg.ts";

/** Everything in the picture of the months that has no label of its own. */
export function monthsLegend(answer: PicturedAnswer, months: Months, sheet: Sheet): readonly LegendEntry[] {
  const { lang, colours, smallSize } = sheet;
  const words = PICTURE_WORDS[lang];
  const width = smallSize * 0.17;
  const stopped = months.actual.some(({ from, to }) => from === to);
  const entries: LegendEntry[] = [];
  const isSum = answer.question.aggregation === "sum";
  const dot = (box: Box, attributes: Attributes): Svg =>
    element("circle", {
      cx: box.x + box.width / 2,
      cy: box.y + smallSize * 0.55,
      r: smallSize * 0.3,
      ...attributes,
    });
  if (stopped)
    entries.push({
      label: words.reported,
      sample: isSum ? areaSample(sheet, colours.actual) : (box) => dot(box, { fill: colours.actual }),
    });
  else if (months.actual.length > 0)
    entries.push({
      label: oneLine(words.meanOf(elapsedPart(answer.question, lang))),
      sample: lineSample(sheet, { stroke: colours.actual, "stroke-width": width * 1.8 }),
    });
  if (months.forecast.length > 0)
    entries.push({
      label: `${words.forecast}, ${words.interval("80%").toLowerCase()}`,
      sample: (box) =>
        element("g", {}, [
          isSum
            ? element("rect", {
                x: box.x + box.width / 4,
                y: box.y + smallSize * 0.5,
                width: box.width / 2,
                height: smallSize * 0.5,
                fill: colours.forecastFill,
              })
            : dot(box, { fill: colours.forecastFill, stroke: colours.forecast, "stroke-width": width }),
          element("path", {
            d: lineThrough([
              [box.x + box.width / 2, box.y + smallSize * 0.08],
              [box.x + box.width / 2, box.y + smallSize * 0.98],
            ]),
            stroke: colours.forecast,
            "stroke-width": width,
          }),
        ]),
    });
  const [first] = months.needed;
  if (months.seasonal.length > 0 && first)
    entries.push({
      label: oneLine(words.seasonallyNeeded(targetName(first.target, lang))),
      sample: ({ x, y, width: box }) =>
        diamondAt(x + box / 2, y + smallSize * 0.55, {
          fill: colours.target,
          ground: colours.background,
          reach: smallSize * 0.35,
        }),
    });
  if (months.lastYear.length > 0)
    entries.push({
      label: lastYearName(answer.question, lang),
      sample: lineSample(sheet, { stroke: colours.lastYear, "stroke-width": width }),
    });
  return entries;
}
