import { formatNumber } from "../format-number.ts";
import { signedPercent } from "../markdown-blocks.ts";
import { type AmountScale, amountScale, digitsOf } from "./amount-scale.ts";
import type { PicturedAnswer } from "./answer.ts";
import { inSeveralYears, periodTicks } from "./axis.ts";
import { cellUnit, periodAxis, valueGrid } from "./axis-marks.ts";
import { describedYear } from "./description.ts";
import { haloedText } from "./haloed-text.ts";
import { headingOf, type Sheet, sheetOf } from "./heading.ts";
import { type EndLabel, labelColumn } from "./label-column.ts";
import { type Months, monthsOf } from "./months-amounts.ts";
import { monthsLegend } from "./months-legend.ts";
import { areaBelow, diamond, type Slots, whiskers, whole, wholeLevel } from "./months-marks.ts";
import type { PictureOptions } from "./options.ts";
import { PictureError } from "./picture-error.ts";
import { PICTURE_WORDS, pictureTitle, shorterTitles, targetLabel } from "./picture-words.ts";
import { plotOf } from "./plot.ts";
import { type Svg, svgDocument } from "./svg.ts";
import { textWidth } from "./text-width.ts";

/**
 * What each period brought or will bring, against what each target asks of those that remain, evenly and by the
 * usual season, and against last year's. Amounts stand as bars on zero; means and levels, which do not add up, as
 * dots on an axis of their own. Where only a sum of several periods is known, their mean is drawn over all of them.
 * @throws PictureError where the answer has nothing to draw
 */
export function drawMonths(answer: PicturedAnswer, options: PictureOptions): string {
  const { question } = answer;
  const { lang } = options;
  const sheet = sheetOf(options);
  const { colours, fontSize, smallSize, margin, width, height, isCell } = sheet;
  const months = monthsOf(answer);
  if (months.actual.length === 0 && months.forecast.length === 0)
    throw new PictureError({
      path: "picture",
      message: "the answer has no amounts to draw",
      hint: "tell ytd, or ask outlook",
    });
  const amounts = [
    ...[...months.actual, ...months.lastYear, ...months.seasonal].map(({ value }) => value),
    ...months.forecast.flatMap(({ value, lower = value, upper = value }) => [value, lower, upper]),
    ...months.needed.flatMap(({ levels }) => levels.map(({ value }) => value)),
  ];
  const scale = amountScale(answer, amounts, lang);
  const isSum = question.aggregation === "sum";
  const words = PICTURE_WORDS[lang];
  const yearsBeyond = Math.ceil(months.periods.length / (question.elapsed + question.remaining)) - 1;
  const lastYear = question.fiscalYear + yearsBeyond;
  const title = pictureTitle(question, lang, lastYear);
  const heading = headingOf(sheet, {
    title,
    shorterTitles: () => shorterTitles(question, lang, lastYear),
    subtitle: [months.isQuarterly ? words.each.quarter : words.each.month, scale.unit]
      .filter(Boolean)
      .join(", "),
    legend: monthsLegend(answer, months, sheet),
  });

  const hasYears = inSeveralYears(months.periods) && !isCell;
  const plot = plotOf(sheet, {
    scale,
    amounts,
    fromZero: isSum,
    top: heading.bottom,
    hasYears,
    gutter: 0,
    labels: (y) => labelsOf(answer, { months, scale, sheet, y }),
  });
  const { y, left, right } = plot;
  const slot = (right - left) / months.periods.length;
  const slots: Slots = {
    y,
    left: (index) => left + slot * index,
    width: slot,
    base: isSum ? y(0) : undefined,
  };
  const line = Math.max(1, fontSize * 0.14);
  const unit = cellUnit(scale.unit, sheet, plot.bottom);
  const ticks = periodTicks(
    months.periods.map((period, index) => ({ period, at: left + slot * (index + 0.5) })),
    { lang, fontSize: smallSize, within: [margin / 2, Math.min(width - margin / 2, unit.from)], hasYears },
  );

  const forecasts = months.forecast.map((period) =>
    whole(period, slots, { fill: colours.forecastFill, stroke: colours.forecast, isOpen: true }),
  );
  const means = months.actual.filter(({ from, to }) => to > from);
  const reported = months.actual
    .filter(({ from, to }) => to === from)
    .map((stretch) => whole(stretch, slots, { fill: colours.actual, stroke: colours.actual, isOpen: false }));

  return svgDocument(
    { width, height, lang, theme: colours, title, description: describedYear(answer, scale, lang) },
    [
      ...heading.nodes,
      ...(isCell ? [] : valueGrid(plot.axis, sheet, [left, right])),
      ...periodAxis(ticks, sheet, plot.bottom),
      unit.node,
      ...(isSum ? [...forecasts, ...reported] : []),
      ...means.map((stretch) => areaBelow(stretch, slots, colours.bands.wide)),
      ...months.lastYear.map((stretch) =>
        wholeLevel(stretch, slots, { stroke: colours.lastYear, width: line * 1.4, halo: colours.background }),
      ),
      // Bars are seen behind last year's amounts; dots and lines would vanish there.
      ...(isSum ? [] : [...forecasts, ...reported]),
      ...means.map((stretch) =>
        wholeLevel(stretch, slots, { stroke: colours.actual, width: line * 2, isBar: true }),
      ),
      ...months.forecast.flatMap((period) =>
        whiskers(period, slots, { stroke: colours.forecast, width: line }),
      ),
      ...months.needed.flatMap(({ levels }) =>
        levels.map((stretch) =>
          wholeLevel(stretch, slots, {
            stroke: colours.target,
            width: line * 1.2,
            dashes: [4, 1.8],
            isWide: true,
          }),
        ),
      ),
      ...months.seasonal.map((stretch) =>
        diamond(stretch, slots, {
          fill: colours.target,
          ground: colours.background,
          reach: Math.min(slot * 0.3, line * 2.4),
        }),
      ),
      ...meanNote(answer, { months, scale, sheet, slots }),
      ...labelColumn(plot.labels, sheet, plot.column),
    ],
  );
}

interface Subject {
  readonly months: Months;
  readonly scale: AmountScale;
  readonly sheet: Sheet;
}

/** What each target asks of every period that remains, and by how much that is above last year's same periods. */
function labelsOf(
  { question }: PicturedAnswer,
  { months, scale, sheet, y }: Subject & { readonly y: (amount: number) => number },
): readonly EndLabel[] {
  const { lang, colours, isCell } = sheet;
  const words = PICTURE_WORDS[lang];
  const isStock = question.aggregation === "last";
  return months.needed.map(({ target, rate, levels }) => {
    const growth = rate.growthOnLastYear;
    const at = y(levels.at(-1)?.value ?? rate.perPeriod);
    const bare = isStock ? scale.label(target.value, digitsOf(target)) : scale.label(rate.perPeriod);
    if (isCell) return { at, colour: colours.target, amount: bare };
    const amount =
      question.aggregation === "sum" ? words.a[months.isQuarterly ? "quarter" : "month"](bare) : bare;
    const detail =
      growth !== undefined && !isStock
        ? words.onLastYear(signedPercent(growth, lang))
        : rate.ratioToPace === undefined
          ? undefined
          : words.timesPace(formatNumber(rate.ratioToPace, lang, 2));
    const name = isStock
      ? targetLabel(target, lang)
      : `${targetLabel(target, lang)}: ${question.aggregation === "average" ? words.needsMean : words.needs}`;
    return { at, colour: colours.target, name, amount, detail };
  });
}

/**
 * Over the mean of several periods its amount, since one bar stands for all of them; none where it has no room. In a
 * cell it stands below, and only where no target brings a number of its own.
 */
function meanNote(
  { question }: PicturedAnswer,
  { months, scale, sheet, slots }: Subject & { readonly slots: Slots },
): readonly Svg[] {
  const { fontSize, isCell } = sheet;
  if (isCell && months.needed.length > 0) return [];
  const [left, right] = [slots.left(0), slots.left(months.periods.length)];
  return months.actual
    .filter(({ from, to }) => to > from)
    .flatMap(({ from, to, value }) => {
      const text = scale.label(value);
      const half = textWidth(text, fontSize, 600) / 2;
      if (2 * half > right - left) return [];
      const middle = (slots.left(from) + slots.left(to + 1)) / 2;
      const isBelow = isCell || (value < 0 && question.aggregation === "sum");
      const place = {
        x: Math.min(right - half, Math.max(left + half, middle)),
        y: slots.y(value) + fontSize * (isBelow ? 1.2 : -0.5),
        anchor: "middle",
      } as const;
      return [haloedText(text, place, sheet)];
    });
}
