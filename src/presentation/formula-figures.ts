import type { Verdict } from "../engine/figure/finding.ts";
import type { TargetKind } from "../extract/extraction.ts";
import { snakeCase, type Table } from "./delimited.ts";
import type { PresentedExtract, PresentedFigure } from "./extract-answer.ts";
import { EXTRACT_HEADINGS } from "./extract-headings.ts";
import { extractTable } from "./extract-table.ts";
import { extractedIndicator, extractedPlace, hedgeWords, vietnameseUnit } from "./extraction-words.ts";
import type { Lang } from "./language.ts";
import { VERDICT_WORDS } from "./quantity-words.ts";

/** The columns that stand first; the others follow in the order of the CSV. */
const FIRST_COLUMNS: readonly string[] = [
  "geography",
  "indicator",
  "value",
  "unit",
  "year",
  "throughMonth",
  "growth",
  "shareOfTarget",
  "targetValue",
  "targetUnit",
  "verdict",
  "confidence",
];

/** The names of the columns in Vietnamese; those of the CSV stand for English. */
const VIETNAMESE: Readonly<Record<string, string>> = {
  partOf: "Thuộc",
  geography: "Địa phương",
  indicator: "Chỉ tiêu",
  value: "Giá trị",
  unit: "Đơn vị",
  qualifier: "Mức độ",
  isExpected: "Là dự kiến",
  year: "Năm",
  fromMonth: "Từ tháng",
  throughMonth: "Đến tháng",
  shareOfTarget: "So với kế hoạch",
  growth: "So với cùng kỳ",
  priorYtd: "Cùng kỳ năm trước",
  targetValue: "Kế hoạch",
  targetUnit: "Đơn vị của kế hoạch",
  targetYear: "Năm kế hoạch",
  targetKind: "Loại kế hoạch",
  impliedTargetLower: "Kế hoạch suy ra, từ",
  impliedTargetUpper: "Kế hoạch suy ra, đến",
  verdict: "Kết luận",
  confidence: "Độ tin cậy",
  start: "Ký tự đầu",
  end: "Ký tự cuối",
  quote: "Trích dẫn",
  fullYear: "Dự báo cả năm",
  attainmentProbability: "Xác suất đạt kế hoạch",
};

const vietnameseIndicator = (indicator: string): string => extractedIndicator(indicator, "vi");

/** What cells of words say in Vietnamese; those of the CSV stand for English. */
const VIETNAMESE_CELLS: Readonly<Record<string, (word: never) => string>> = {
  partOf: vietnameseIndicator,
  geography: (place: string) => extractedPlace(place, "vi"),
  indicator: vietnameseIndicator,
  unit: vietnameseUnit,
  qualifier: (qualifier: PresentedFigure["qualifier"]) => hedgeWords(qualifier, "vi"),
  isExpected: () => "có",
  targetUnit: vietnameseUnit,
  targetKind: (kind: TargetKind) => EXTRACT_HEADINGS.vi.kinds[kind] || "kế hoạch",
  verdict: (verdict: Verdict) => VERDICT_WORDS[verdict].vi,
};

type FigureCell = Table["rows"][number][number];

function wordsOf(column: string | undefined, cell: FigureCell, lang: Lang): FigureCell {
  const words = lang === "vi" && column !== undefined ? VIETNAMESE_CELLS[column] : undefined;
  return words && cell !== undefined ? words(cell as never) : cell;
}

const headOf = (column: string, lang: Lang): string =>
  (lang === "vi" ? VIETNAMESE[column] : undefined) ?? snakeCase(column);

/** A row for each figure of a text, under the names of the columns. */
export function figureRows(
  read: PresentedExtract,
  { lang, withHeaders }: { readonly lang: Lang; readonly withHeaders: boolean },
): Table["rows"] {
  const { columns, rows } = extractTable(read);
  const order = [...FIRST_COLUMNS, ...columns.filter((column) => !FIRST_COLUMNS.includes(column))];
  const places = order.map((column) => columns.indexOf(column));
  const head = withHeaders ? [order.map((column) => headOf(column, lang))] : [];
  return [...head, ...rows.map((row) => places.map((place) => wordsOf(columns[place], row[place], lang)))];
}

/** The value of the first figure of a text, as one cell tells it. */
export function defaultFigure(read: PresentedExtract): FigureCell {
  const { columns, rows } = extractTable(read);
  return rows[0]?.[columns.indexOf("value")];
}
