import type { SheetChart } from "hucre/xlsx";
import type { CellFormat } from "./cell-format.ts";
import type { PathKey } from "./path-sheet.ts";
import { printable } from "./sheet-cell.ts";
import type { Column, Room, SheetPage } from "./sheet-page.ts";
import { pathWords, type WorkbookContext, withUnit } from "./workbook-context.ts";

/** Rows that the chart stands on. */
export const CHART_ROWS = 22;

/** Colours that stay apart for colour-blind readers, and lines that stay apart without any. */
const LINES = {
  cumulative: { color: "0072B2", width: 2.5, dash: "solid" },
  cumulativeLower: { color: "56B4E9", width: 1.25, dash: "sysDash" },
  cumulativeUpper: { color: "56B4E9", width: 1.25, dash: "sysDash" },
  neededCumulative: { color: "D55E00", width: 2, dash: "dash" },
  lastYear: { color: "7F7F7F", width: 1.5, dash: "sysDot" },
} as const;

/** Amounts from this on need no decimals to tell the lines of the scale apart. */
const WITHOUT_DECIMALS = 100;

const axisFormat = ({ answer: { forecast }, amount }: WorkbookContext): CellFormat =>
  (forecast?.path ?? []).some(({ cumulative }) => Math.abs(cumulative) >= WITHOUT_DECIMALS)
    ? amount.replace(/\.0+$/, "")
    : amount;

/** The cumulative path with its interval, the way to the target and last year, as a chart of the spreadsheet's own. */
export function pathChart(
  page: SheetPage,
  context: WorkbookContext,
  columns: readonly Column<PathKey>[],
  range: (key: PathKey) => string,
  room: Room,
): void {
  const { words } = context;
  const series = columns.flatMap(({ key, head }): SheetChart["series"] => {
    if (!(key in LINES)) return [];
    const { color, width, dash } = LINES[key as keyof typeof LINES];
    return [
      {
        name: head,
        values: page.foreign(range(key)),
        categories: page.foreign(range("period")),
        color,
        stroke: { width, dash },
        marker: { symbol: "none" },
        smooth: false,
      },
    ];
  });
  page.chart(
    {
      type: "line",
      title: printable(withUnit(pathWords(context).chartTitle, context)),
      series,
      legend: "bottom",
      dispBlanksAs: "span",
      altText: words.chartAlt,
      axes: {
        x: { tickLblPos: "low", majorTickMark: "none", minorTickMark: "none" },
        y: {
          gridlines: { major: true },
          majorTickMark: "none",
          minorTickMark: "none",
          numberFormat: { formatCode: axisFormat(context), sourceLinked: false },
        },
      },
    },
    room,
  );
}
