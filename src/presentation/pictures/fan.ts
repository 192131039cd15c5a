import type { IntervalAnswer } from "../../engine/outlook-types.ts";
import { formatPercent } from "../format-number.ts";
import { toldInterval } from "../sentence.ts";
import { type AmountScale, amountScale, digitsOf } from "./amount-scale.ts";
import { forecastOf, type PicturedAnswer } from "./answer.ts";
import { inSeveralYears, periodTicks } from "./axis.ts";
import { cellUnit, periodAxis, valueGrid } from "./axis-marks.ts";
import { describedYear } from "./description.ts";
import { fanLegend } from "./fan-legend.ts";
import { freest, type Line, type TextBox } from "./free-side.ts";
import { haloedText } from "./haloed-text.ts";
import { headingOf, type Sheet, sheetOf } from "./heading.ts";
import { type EndLabel, labelColumn } from "./label-column.ts";
import type { PictureOptions } from "./options.ts";
import { bandOf, knownLine } from "./path-marks.ts";
import {
  chanceOf,
  lastYearName,
  PICTURE_WORDS,
  pictureTitle,
  shorterTitles,
  targetLabel,
} from "./picture-words.ts";
import { columnRoom, plotOf } from "./plot.ts";
import { type Attributes, element, lineThrough, type Svg, svgDocument } from "./svg.ts";
import { textWidth } from "./text-width.ts";
import { usualPath } from "./usual-path.ts";
import { type PathPoint, type YearPath, yearPath } from "./year-path.ts";

/**
 * The year to date as a line, with the fan of where it may go: the 80% interval along the path, every interval of
 * the full year at its end, each target, the path that usually leads to the first, and last year.
 * @throws PictureError where the answer has no forecast
 */
export function drawFan(answer: PicturedAnswer, options: PictureOptions): string {
  const forecast = forecastOf(answer);
  const { question, targets = [] } = answer;
  const { lang } = options;
  const { aggregation } = question;
  const sheet = sheetOf(options);
  const { colours, fontSize, smallSize, margin, width, height, isCell } = sheet;
  const path = yearPath(answer);
  const plan = targets[0] && aggregation === "sum" ? usualPath(targets[0], path) : [];
  const intervals = question.remaining > 0 ? forecast.intervals.toSorted((a, b) => b.level - a.level) : [];
  const amounts = [
    ...[...path.actual, ...path.lastYear, ...plan, ...path.forecast].map(({ value }) => value),
    ...[...path.forecast, ...intervals].flatMap(({ lower, upper }) => [lower, upper]),
    ...targets.map(({ value }) => value),
  ];
  const scale = amountScale(answer, amounts, lang);
  const title = pictureTitle(question, lang);
  const heading = headingOf(sheet, {
    title,
    shorterTitles: () => shorterTitles(question, lang),
    subtitle: [PICTURE_WORDS[lang].toDate[aggregation], scale.unit].filter(Boolean).join(", "),
    legend: fanLegend({ sheet, path, plan: plan.length > 0, intervals, answer }),
  });
  const hasYears = inSeveralYears(path.periods) && !isCell;
  const strip = fontSize * (intervals.length > 0 ? 2 : 0.9);
  const plot = plotOf(sheet, {
    scale,
    amounts,
    fromZero: aggregation === "sum",
    top: heading.bottom,
    hasYears,
    gutter: strip,
    labels: (y) => labelsOf({ answer, path, scale, sheet, y }),
  });

  const { y, left, right, bottom } = plot;
  const first = aggregation === "sum" ? -1 : 0;
  const last = path.periods.length - 1;
  // A sum begins at the axis; a level or a mean has its first marker and its name beside it.
  const start = left + (first < 0 ? 0 : smallSize * 1.1);
  const x = (index: number): number =>
    start + ((right - start) * (index - first)) / Math.max(1, last - first);
  const places = { x, y };
  const unit = cellUnit(scale.unit, sheet, bottom);
  const ticks = periodTicks(
    path.periods.map((period, index) => ({ period, at: x(index) })),
    { lang, fontSize: smallSize, within: [margin / 2, Math.min(plot.column.x, unit.from)], hasYears },
  );
  const line = Math.max(1.2, fontSize * 0.16);
  const reported = path.actual.at(-1);
  const digits = answer.figures.ytd && digitsOf(answer.figures.ytd);
  const marker = ({ index, value }: PathPoint, attributes: Attributes): Svg | undefined =>
    index < 0 ? undefined : element("circle", { cx: x(index), cy: y(value), ...attributes });
  const drawnLine = (points: readonly PathPoint[]): Line =>
    points.map(({ index, value }) => [x(index), y(value)]);
  const dashed = (
    points: readonly PathPoint[],
    stroke: string,
    dashes: readonly [number, number],
  ): Svg | undefined =>
    points.length < 2
      ? undefined
      : element("path", {
          d: lineThrough(drawnLine(points)),
          fill: "none",
          stroke,
          "stroke-width": line,
          "stroke-dasharray": dashes.map((dash) => (dash * line).toFixed(1)).join(" "),
        });

  return svgDocument(
    { width, height, lang, theme: colours, title, description: describedYear(answer, scale, lang) },
    [
      ...heading.nodes,
      ...(isCell ? [] : valueGrid(plot.axis, sheet, [left, right + strip])),
      ...periodAxis(ticks, sheet, bottom),
      unit.node,
      bandOf(path.forecast, places, colours.bands.middle),
      ...intervalBars(intervals, { x: right + strip * 0.55, y, sheet }),
      ...targets.map(({ value }) =>
        element("line", {
          x1: left,
          x2: right + strip,
          y1: y(value),
          y2: y(value),
          stroke: colours.target,
          "stroke-width": line * 0.8,
          "stroke-dasharray": `${(line * 3.2).toFixed(1)} ${(line * 1.6).toFixed(1)}`,
        }),
      ),
      dashed(plan, colours.target, [0.8, 1.2]),
      ...knownLine(path.lastYear, places, { stroke: colours.lastYear, width: line * 0.8 }),
      ...path.lastYear.map((point) =>
        marker(point, {
          r: line * 1.1,
          fill: colours.background,
          stroke: colours.lastYear,
          "stroke-width": line * 0.6,
        }),
      ),
      dashed(path.forecast, colours.forecast, [2, 1.4]),
      ...knownLine(path.actual, places, { stroke: colours.actual, width: line * 1.3 }),
      ...path.actual.map((point) =>
        marker(point, { r: line * (point === reported ? 2 : 1.2), fill: colours.actual }),
      ),
      reported && question.remaining > 0 && !isCell
        ? besideReported(scale.label(reported.value, digits), {
            at: [x(reported.index), y(reported.value)],
            sheet,
            edges: { left, right, top: heading.bottom, bottom },
            own: drawnLine(path.actual),
            others: [
              ...[plan, path.lastYear, path.forecast].map(drawnLine),
              ...targets.map(
                ({ value }): Line => [
                  [left, y(value)],
                  [right, y(value)],
                ],
              ),
            ],
          })
        : undefined,
      ...labelColumn(plot.labels, sheet, plot.column),
    ],
  );
}

/** The intervals of the full year as bars, the narrower the thicker. */
function intervalBars(
  intervals: readonly IntervalAnswer[],
  { x, y, sheet }: { readonly x: number; readonly y: (amount: number) => number; readonly sheet: Sheet },
): readonly Svg[] {
  const { colours, fontSize } = sheet;
  return intervals.map(({ lower, upper }, index) => {
    const width = fontSize * (0.16 + 0.64 * (index / Math.max(1, intervals.length - 1)) ** 1.3);
    const [high, low] = [y(upper), y(lower)];
    return element("rect", {
      x: x - width / 2,
      y: Math.min(high, low),
      width,
      height: Math.max(0.5, Math.abs(low - high)),
      fill: index === intervals.length - 1 ? colours.forecast : colours.bands.narrow,
    });
  });
}

interface LabelSubject {
  readonly answer: PicturedAnswer;
  readonly path: YearPath;
  readonly scale: AmountScale;
  readonly sheet: Sheet;
  readonly y: (amount: number) => number;
}

/** The labels at the year's end, the most important first: where there is no room, the last go. */
function labelsOf({ answer, path, scale, sheet, y }: LabelSubject): readonly EndLabel[] {
  const { question, figures, targets = [] } = answer;
  const forecast = forecastOf(answer);
  const { lang, colours, isCell } = sheet;
  const words = PICTURE_WORDS[lang];
  const interval = toldInterval(forecast.intervals);
  const isComplete = question.remaining === 0;
  const end = path.lastYear.find(({ index }) => index === path.periods.length - 1);
  const named = (name: string) => (isCell ? undefined : name);
  return [
    {
      at: y(forecast.median),
      colour: isComplete ? colours.actual : colours.forecast,
      name: named(isComplete ? words.result : words.forecast),
      amount: scale.label(forecast.median, isComplete && figures.ytd ? digitsOf(figures.ytd) : undefined),
      detail: interval && !isComplete && !isCell ? toldInLabel(interval, scale, sheet) : undefined,
    },
    ...targets.map((target) => ({
      at: y(target.value),
      colour: colours.target,
      name: named(targetLabel(target, lang)),
      amount: scale.label(target.value, digitsOf(target)),
      detail: isCell ? undefined : chanceOf(target, lang),
    })),
    ...(end && !isCell
      ? [
          {
            at: y(end.value),
            colour: colours.lastYear,
            name: `${lastYearName(question, lang)}:`,
            amount: scale.label(end.value, figures.priorFullYear && digitsOf(figures.priorFullYear)),
          },
        ]
      : []),
  ];
}

/** With the digits of the sentence where they have room, else with those that matter beside the larger end. */
function toldInLabel({ level, lower, upper }: IntervalAnswer, scale: AmountScale, sheet: Sheet): string {
  const label = (range: string): string => `${formatPercent(level, sheet.lang)}: ${range}`;
  const full = label(scale.fullRange(lower, upper));
  return textWidth(full, sheet.smallSize) <= columnRoom(sheet) ? full : label(scale.range(lower, upper));
}

interface BesideOptions {
  readonly at: readonly [number, number];
  readonly sheet: Sheet;
  /** Edges of the plot. */
  readonly edges: TextBox;
  readonly own: Line;
  readonly others: readonly Line[];
}

/** In shares of the font size: a text's top and foot from its baseline. */
const RISE = 0.74;
const FALL = 0.15;

/**
 * The last reported amount beside its marker where the fewest lines run through it: on the side of what is over, else
 * on the other, else above or below; not at all where it has no room.
 */
function besideReported(
  text: string,
  { at: [x, y], sheet, edges, ...lines }: BesideOptions,
): Svg | undefined {
  const { fontSize } = sheet;
  const width = textWidth(text, fontSize, 600);
  const above = y - fontSize * 0.45;
  const below = Math.min(y + fontSize * 1.1, edges.bottom - fontSize * 0.2);
  const before = x - fontSize * 0.55;
  const behind = x + fontSize * 0.6;
  const places = [
    { x: before, y: above, anchor: "end" },
    { x: before, y: below, anchor: "end" },
    { x: behind, y: below, anchor: "start" },
    { x: behind, y: above, anchor: "start" },
    { x, y: y - fontSize * 0.95, anchor: "middle" },
    { x, y: y + fontSize * 1.6, anchor: "middle" },
  ] as const;
  const boxed = places.map((place) => {
    const left = place.x - width * { start: 0, middle: 0.5, end: 1 }[place.anchor];
    const box = {
      left,
      right: left + width,
      top: place.y - fontSize * RISE,
      bottom: place.y + fontSize * FALL,
    };
    return { place, box };
  });
  const isInside = ({ box }: { readonly box: TextBox }): boolean =>
    box.left > edges.left && box.right <= edges.right && box.top >= edges.top && box.bottom <= edges.bottom;
  const free = freest(boxed.filter(isInside), lines);
  return free && haloedText(text, free.place, sheet);
}
