import type { IntervalAnswer } from "../../engine/outlook-types.ts";
import { formatPercent } from "../format-number.ts";
import { targetName } from "../quantity-words.ts";
import type { PicturedAnswer } from "./answer.ts";
import { areaSample, type LegendEntry, lineSample, type Sheet } from "./heading.ts";
import { lastYearName, PICTURE_WORDS } from "./picture-words.ts";
import { element, oneLine } from "./svg.ts";
import type { YearPath } from "./year-path.ts";

interface LegendSubject {
  readonly sheet: Sheet;
  readonly path: YearPath;
  readonly plan: boolean;
  readonly intervals: readonly IntervalAnswer[];
  readonly answer: PicturedAnswer;
}

/** Everything in the fan that has no label at its end. */
export function fanLegend({ sheet, path, plan, intervals, answer }: LegendSubject): readonly LegendEntry[] {
  const { lang, colours, smallSize } = sheet;
  const words = PICTURE_WORDS[lang];
  const width = smallSize * 0.17;
  const entries: LegendEntry[] = [
    {
      label: words.reported,
      sample: lineSample(sheet, { stroke: colours.actual, "stroke-width": width * 1.3 }, (cx, cy) =>
        element("circle", { cx, cy, r: width * 1.7, fill: colours.actual }),
      ),
    },
  ];
  if (path.forecast.length > 1)
    entries.push({
      label: `${words.forecast}, ${words.interval("80%").toLowerCase()}`,
      sample: areaSample(sheet, colours.bands.middle, colours.forecast),
    });
  if (intervals.length > 0)
    entries.push({
      label: words.atYearEnd(
        intervals
          .map(({ level }) => formatPercent(level, lang))
          .toReversed()
          .join(", "),
      ),
      sample: ({ x, y, width: box }) =>
        element("g", {}, [
          element("rect", {
            x,
            y: y + smallSize * 0.45,
            width: box,
            height: smallSize * 0.2,
            fill: colours.bands.narrow,
          }),
          element("rect", {
            x: x + box * 0.14,
            y: y + smallSize * 0.3,
            width: box * 0.72,
            height: smallSize * 0.5,
            fill: colours.bands.narrow,
          }),
          element("rect", {
            x: x + box * 0.3,
            y: y + smallSize * 0.12,
            width: box * 0.4,
            height: smallSize * 0.86,
            fill: colours.forecast,
          }),
        ]),
    });
  const target = answer.targets?.[0];
  if (plan && target)
    entries.push({
      label: oneLine(words.usualPath(targetName(target, lang))),
      sample: lineSample(sheet, {
        stroke: colours.target,
        "stroke-width": width,
        "stroke-dasharray": `${width.toFixed(1)} ${(width * 1.3).toFixed(1)}`,
      }),
    });
  if (path.lastYear.length > 0 && path.lastYear.at(-1)?.index !== path.periods.length - 1)
    entries.push({
      label: lastYearName(answer.question, lang),
      sample: lineSample(sheet, { stroke: colours.lastYear, "stroke-width": width }, (cx, cy) =>
        element("circle", {
          cx,
          cy,
          r: width * 1.4,
          fill: colours.background,
          stroke: colours.lastYear,
          "stroke-width": width * 0.7,
        }),
      ),
    });
  return entries;
}
