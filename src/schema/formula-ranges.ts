import {
  heightOf,
  isVector,
  type Range,
  type SheetCell,
  sizeOf,
  transposed,
  widthOf,
} from "./formula-cells.ts";
import { isDayFirstIn, type MonthCell, type MonthContext, readMonth } from "./formula-months.ts";
import type { Ranges, ReportArgument } from "./formula-question.ts";
import type { ProblemList } from "./problems.ts";

/** A row of ranges whose rows belong together. */
export interface SheetRow {
  /** Its place in the ranges, from 0. */
  readonly index: number;
  /** As a problem names it: "3", or "3,2" for a cell of several columns. */
  readonly at: string;
  readonly month: MonthCell;
  readonly values: readonly SheetCell[];
}

/** Months and values row by row, their head left out. */
export interface SheetRows {
  readonly rows: readonly SheetRow[];
  /** Rows of the ranges, with their head. */
  readonly height: number;
  /** Columns of values. */
  readonly width: number;
  readonly hasOneMonth: boolean;
  readonly hasHeader: boolean;
  /** Whether columns headed by years were put below each other. */
  readonly isOfYears: boolean;
  /** What stands above the columns of values. */
  readonly labels: readonly (string | undefined)[];
}

export type GivenRanges = Ranges<ReportArgument> & Record<"months" | "values", Range>;

export const MONTHS_HINT = 'give the last reported month, such as "2024-04", or a range of months';
export const VALUES_HINT = "give the year-to-date figure, or each month's own amount";

/** Whether months, or values of one month, stand side by side, so that columns are what rows are elsewhere. */
export const standAcross = ({ months, values }: GivenRanges): boolean =>
  sizeOf(months) > 1 ? heightOf(months) === 1 : heightOf(values) === 1 && widthOf(values) > 1;

/** Ranges turned by a quarter, so that their columns are rows. */
export const turned = ({ options, ...ranges }: GivenRanges): GivenRanges => ({
  ...(Object.fromEntries(
    Object.entries(ranges).map(([name, range]) => [name, transposed(range as Range)]),
  ) as unknown as GivenRanges),
  ...(options && { options }),
});

/**
 * The size of a range in words.
 * @example dimensions([[1, 2], [3, 4]]) // => "2 rows of 2 cells"
 */
export const dimensions = (range: Range): string =>
  isVector(range)
    ? `${sizeOf(range)} ${sizeOf(range) === 1 ? "cell" : "cells"}`
    : `${heightOf(range)} rows of ${widthOf(range)} cells`;

/** Months and values as rows; undefined, with the problem noted, where they do not lie beside each other. */
export function sheetRows(
  problems: ProblemList,
  { months, values }: Pick<GivenRanges, "months" | "values">,
  told: Pick<MonthContext, "year" | "fiscalYearStart">,
): SheetRows | undefined {
  const beside = valuesBeside(problems, months, values);
  if (!beside) return undefined;
  const written = months.flat();
  const context: MonthContext = { ...told, isDayFirst: isDayFirstIn(written) };
  const cells = written.map((cell) => readMonth(cell, context));
  const hasOneMonth = cells.length === 1;
  const all = beside.map(
    (row, index): SheetRow => ({
      index,
      at: String(index + 1),
      month: cells[hasOneMonth ? 0 : index] ?? { kind: "blank" },
      values: row,
    }),
  );
  const shape = { height: heightOf(beside), width: widthOf(beside), hasOneMonth };
  const [head, ...below] = all;
  const years = hasOneMonth || below.length === 0 ? undefined : head && yearsAbove(head);
  if (years)
    return {
      ...shape,
      rows: years.flatMap((year, column) =>
        below.map(({ index, values: row }) => ({
          index,
          at: years.length === 1 ? `${index + 1}` : `${index + 1},${column + 1}`,
          month: readMonth(written[index], { ...context, year }),
          values: [row[column]],
        })),
      ),
      width: 1,
      hasHeader: true,
      isOfYears: true,
      labels: [],
    };
  const hasHeader = below.length > 0 && head !== undefined && isHeader(head, hasOneMonth);
  return {
    ...shape,
    rows: hasHeader ? below : all,
    hasHeader,
    isOfYears: false,
    labels: hasHeader
      ? head.values.map((cell) => (cell === undefined ? undefined : String(cell).trim()))
      : [],
  };
}

function valuesBeside(problems: ProblemList, months: Range, values: Range): Range | undefined {
  const rows = sizeOf(months);
  if (!isVector(months)) {
    problems.add("months", `months has ${dimensions(months)}`, "name one column or one row of months");
    return undefined;
  }
  if (rows === 1) {
    if (isVector(values)) return values;
    problems.add("values", `values has ${dimensions(values)} for one month`, "name a month beside each row");
    return undefined;
  }
  if (heightOf(values) === rows) return values;
  if (isVector(values) && sizeOf(values) === rows) return transposed(values);
  problems.add(
    "values",
    `values has ${dimensions(values)}, months ${rows}`,
    "name ranges of the same length",
  );
  return undefined;
}

/** Years above all columns of values, beside a head or nothing above the months. */
function yearsAbove({ month, values }: SheetRow): readonly number[] | undefined {
  if (month.kind !== "words" && month.kind !== "blank") return undefined;
  const years = values.map(yearIn);
  return years.every((year) => year !== undefined) ? years : undefined;
}

const YEAR = /^\s*(?:năm|year|fy)?\s*((?:19|20)\d\d)\s*$/iu;

function yearIn(cell: SheetCell): number | undefined {
  const text =
    typeof cell === "string" ? cell.normalize("NFC") : typeof cell === "number" ? String(cell) : "";
  const [, year] = YEAR.exec(text) ?? [];
  return year === undefined ? undefined : Number(year);
}

/** Words or nothing above the months, and words above the values. */
function isHeader({ month, values }: SheetRow, hasOneMonth: boolean): boolean {
  if (!hasOneMonth && month.kind !== "words" && month.kind !== "blank") return false;
  const isNamed = !hasOneMonth && month.kind === "words";
  const areWords = values.every(
    (cell) => cell === undefined || (typeof cell === "string" && isHeading(cell, isNamed)),
  );
  return areWords && (isNamed || values.some((cell) => cell !== undefined));
}

const NO_VALUE = /^\s*(?:n\.?\/?a\.?|nan|null|none)\s*$/i;

/** Beside the head of the months anything that begins with a letter may be a head: "XK 2024 (triệu USD)". */
function isHeading(text: string, isNamed: boolean): boolean {
  if (/\d/.test(text)) return isNamed && /^\s*\p{L}/u.test(text);
  return /\p{L}/u.test(text) && !NO_VALUE.test(text);
}
