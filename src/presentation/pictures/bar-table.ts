import { nameColumn, nameColumnWidth } from "./bar-names.ts";
import { type BarPanel, drawPanel, headHeight, labelRowsIn } from "./bar-panel.ts";
import { type BarRow, shownRows } from "./bar-rows.ts";
import { leastWidth } from "./bar-scale.ts";
import { headingOf, type LegendEntry, type Sheet, sheetOf } from "./heading.ts";
import type { PictureOptions } from "./options.ts";
import { element, oneLine, type Svg, svgDocument } from "./svg.ts";
import { textWidth, wrapped } from "./text-width.ts";

/** Rows with one or several numbers each, drawn as bars: names at the left, a panel for each kind of number. */
export interface BarTable {
  readonly title: string;
  /** What may stand in its place where it has no room, the longest first. */
  readonly shorterTitles?: () => readonly string[];
  readonly subtitle: string;
  readonly description: string;
  readonly rows: readonly BarRow[];
  /** The most important first: where there is little room, the last are left out. */
  readonly panels: readonly [BarPanel, ...BarPanel[]];
  readonly legend?: readonly LegendEntry[];
  /** Below everything, for what the bars cannot tell. */
  readonly remark?: string;
  /** How rows that were left out are told. */
  readonly leftOut: (count: number) => string;
}

/**
 * In shares of the font size: the least row, the least where labels of lines ask for its room, the greatest, the least
 * width of a panel, the thickest bar.
 */
const LEAST_ROW = 1.3;
const EASY_ROW = 1.5;
const MOST_ROW = 9;
const LEAST_PANEL = 9;
const MOST_THICKNESS = 2.6;

/** The table as an SVG document of the size that was asked for. */
export function drawBarTable(table: BarTable, options: PictureOptions): string {
  const sheet = sheetOf(options);
  const { width, height, margin, smallSize, colours } = sheet;
  const { title, shorterTitles, subtitle, legend = [], description, remark } = table;
  const heading = headingOf(sheet, { title, shorterTitles, subtitle, legend });
  const remarks =
    sheet.isCell || remark === undefined
      ? []
      : wrapped(oneLine(remark), { size: smallSize, most: width - 2 * margin, lines: 2 });
  const bottom = height - margin - (remarks.length > 0 ? (remarks.length * 1.3 + 0.4) * smallSize : 0);
  return svgDocument(
    {
      width,
      height,
      lang: options.lang,
      theme: colours,
      title,
      description,
    },
    [
      ...heading.nodes,
      ...body(table, sheet, { top: heading.bottom, bottom }),
      ...remarks.map((text, index) =>
        element(
          "text",
          {
            x: margin,
            y: height - margin - (remarks.length - 1 - index) * smallSize * 1.3 - smallSize * 0.2,
            "font-size": smallSize,
            fill: colours.muted,
          },
          [text],
        ),
      ),
    ],
  );
}

interface Span {
  readonly top: number;
  readonly bottom: number;
}

function body(table: BarTable, sheet: Sheet, { top, bottom }: Span): readonly Svg[] {
  const { width, margin, fontSize, smallSize } = sheet;
  const gap = fontSize * (sheet.isCell ? 0.6 : 1.2);
  const mayLeaveOut = table.rows.length > (bottom - top) / (fontSize * LEAST_ROW) - 1;
  const names = nameColumnWidth(table.rows, sheet, {
    most: width - 2 * margin - gap - leastWidth(table.panels[0], sheet),
    least: mayLeaveOut ? textWidth(table.leftOut(table.rows.length), smallSize) : 0,
  });
  const left = margin + (names > 0 ? names + gap : 0);
  const panels = panelsThatFit(table.panels, sheet, width - margin - left);
  const whole = panels.reduce((sum, { share }) => sum + share, 0);
  const room = width - margin - left - gap * 1.6 * (panels.length - 1);
  const columns = panels.map((panel, index) => {
    const before = panels.slice(0, index).reduce((sum, { share }) => sum + share, 0);
    const from = left + (room * before) / whole + index * gap * 1.6;
    const place = { left: from, right: from + (room * panel.share) / whole };
    return {
      panel,
      ...place,
      // Labels of lines may stand above the names: below them is the first panel.
      labelsFrom: index === 0 ? margin : from,
      mostLabelRows: labelRowsIn(bottom - top - table.rows.length * fontSize * EASY_ROW, panel, sheet, place),
    };
  });
  const rowsTop = top + Math.max(...columns.map((at) => headHeight(at.panel, sheet, at)));
  const told = table.rows.map((_, index) => index).filter((index) => panels.some(({ bars }) => bars[index]));
  const rows = told.map((index) => table.rows[index] as BarRow);
  const capacity = Math.max(3, Math.floor((bottom - rowsTop) / (fontSize * LEAST_ROW)));
  const shown = shownRows(rows, capacity);
  const rowHeight = Math.min(fontSize * MOST_ROW, (bottom - rowsTop) / Math.max(1, shown.length));
  const middleOf = (at: number): number => rowsTop + (at + 0.5) * rowHeight;
  const thickness = Math.min(rowHeight * 0.66, fontSize * MOST_THICKNESS);
  const rowsBottom = rowsTop + rowHeight * shown.length;
  return [
    ...nameColumn(
      shown.map((row, at) => ({
        middle: middleOf(at),
        ...("index" in row ? { row: rows[row.index] as BarRow } : { leftOut: row.leftOut }),
      })),
      { width: names, rowHeight, leftOut: table.leftOut },
      sheet,
    ),
    ...columns.flatMap((at) =>
      drawPanel(at.panel, sheet, {
        ...at,
        top,
        rowsTop,
        rowsBottom,
        thickness,
        rows: shown.flatMap((row, line) =>
          "index" in row ? [{ bar: at.panel.bars[told[row.index] as number], middle: middleOf(line) }] : [],
        ),
      }),
    ),
  ];
}

/** One panel in a cell; elsewhere as many as keep a width at which bars can be compared. */
function panelsThatFit(
  panels: BarTable["panels"],
  { fontSize, isCell }: Sheet,
  room: number,
): readonly BarPanel[] {
  if (isCell) return panels.slice(0, 1);
  let kept: readonly BarPanel[] = panels;
  while (kept.length > 1 && room / kept.length < fontSize * LEAST_PANEL) kept = kept.slice(0, -1);
  return kept;
}
