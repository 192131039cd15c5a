import {
  isTrue,
  risesAsSums,
  saysCumulative,
  sumsProblem,
  type TellingMonth,
  tailOf,
  tailProblem,
  tellingMonths,
} from "./formula-doubts.ts";
import { type FigureRanges, figureIn, figuresOf, ofColumn, ofOnlyQuestion } from "./formula-figures.ts";
import type { SheetQuestion } from "./formula-questions.ts";
import { MONTHS_HINT, type SheetRow, type SheetRows } from "./formula-ranges.ts";
import { type Problem, ProblemList } from "./problems.ts";

/** Histories of each month's own amounts, and what is to be said of how they were read. */
export interface Histories {
  readonly questions: readonly SheetQuestion[];
  /** Rows that are totals of others. */
  readonly totals: number;
  /** Months at the end of a history that are told as 0, as some were before. */
  readonly zeros: number;
  /** Whether the cells themselves call values sums since January. */
  readonly isCumulative: boolean;
}

/**
 * One history, or one for each column of values.
 * @throws InvalidQuestion for months that cannot be read, as far as they are those of all columns
 */
export function historiesOf(
  { rows, width, labels, isOfYears }: SheetRows,
  figures: FigureRanges,
  fields: Readonly<Record<string, unknown>>,
): Histories {
  const problems = new ProblemList();
  const months = inOrder(monthsAmong(problems, rows));
  if (problems.all.length === 0 && months.length === 0)
    problems.add("months", "there is no month among the cells", MONTHS_HINT);
  problems.throwIfAny();
  const areToDate = months.every(({ month }) => month.kind === "toDate");
  const columns = Array.from({ length: width }, (_, column): Column => {
    const isSaid = areToDate || (fields.cumulative === undefined && saysCumulative(labels[column]));
    const told = tellingMonths(
      months.map(periodOf),
      months.map(({ values }) => values[column]),
      fields,
    );
    return { column, isSaid, isCumulative: isSaid || isTrue(fields.cumulative), told };
  });
  const ask: HistoryAsk = { months, figures, fields, width, isOfYears };
  return {
    questions: columns.map((column) => historyOf(ask, column, labels[column.column])),
    totals: rows.filter((row) => isTotal(row) && !isEmpty(row.values)).length,
    zeros: Math.max(...columns.map(({ told, isCumulative }) => zerosAtEnd(told, isCumulative, fields))),
    isCumulative: columns.some(({ isSaid }) => isSaid),
  };
}

/** Months at the end that are told as 0 where others were before, unless it is told that they are meant. */
function zerosAtEnd(
  told: readonly TellingMonth[],
  isCumulative: boolean,
  { through }: Readonly<Record<string, unknown>>,
): number {
  const tail = through === undefined ? tailOf(told, isCumulative) : undefined;
  return tail?.isUsual && !tail.isRepeated ? tail.months : 0;
}

/** A column of values, and what its cells say of it. */
interface Column {
  readonly column: number;
  /** Whether its cells call it sums since January. */
  readonly isSaid: boolean;
  readonly isCumulative: boolean;
  readonly told: readonly TellingMonth[];
}

/** What a column may mean in two ways that lead to different answers: a cell has no room for a remark on which it was. */
function doubtsOf(
  { told, isCumulative }: Column,
  { aggregation, cumulative, through }: Readonly<Record<string, unknown>>,
  path: string,
): readonly Problem[] {
  const areAmounts = aggregation === undefined || aggregation === "sum";
  if (areAmounts && !isCumulative && cumulative === undefined && risesAsSums(told))
    return [sumsProblem(path)];
  const tail = through === undefined ? tailOf(told, isCumulative) : undefined;
  return tail && !tail.isUsual ? [tailProblem(tail, path)] : [];
}

const isTotal = ({ month }: SheetRow): boolean => month.kind === "total" || month.kind === "year";
const isEmpty = (values: SheetRow["values"]): boolean => values.every((cell) => cell === undefined);

/** The rows that are months of a history, everything else that has values noted. */
function monthsAmong(problems: ProblemList, rows: readonly SheetRow[]): readonly SheetRow[] {
  const seen = new Map<string, string>();
  for (const { at, month, values } of rows) {
    const path = `months[${at}]`;
    if (month.kind === "unreadable") problems.add(path, month.message, month.hint);
    else if (month.kind === "blank" && !isEmpty(values))
      problems.add(path, "there is a value but no month", "write the month, or leave the value out");
    else if (month.kind === "words" && !isEmpty(values))
      problems.add(path, "this is not a month", MONTHS_HINT);
    if (!("period" in month)) continue;
    const earlier = seen.get(month.period);
    if (earlier !== undefined)
      problems.add(
        path,
        `${month.period} stands in rows ${earlier} and ${at}`,
        "tell each month once; for a report in each row give target, share, growth or lastYear a range of the same length",
      );
    seen.set(month.period, at);
  }
  const months = rows.filter(({ month }) => "period" in month);
  if (new Set(months.map((row) => periodOf(row).includes("Q"))).size > 1)
    problems.add("months", "there are months and quarters", "leave out the rows of the ones or the others");
  if (new Set(months.map(({ month }) => month.kind)).size > 1)
    problems.add(
      "months",
      "some rows are single months and some are sums since January",
      "leave out the rows of the ones or the others",
    );
  return months;
}

const periodOf = ({ month }: SheetRow): string => ("period" in month ? month.period : "");

const inOrder = (rows: readonly SheetRow[]): readonly SheetRow[] =>
  rows.toSorted((a, b) => Number(periodOf(a) > periodOf(b)) - Number(periodOf(a) < periodOf(b)));

interface HistoryAsk {
  readonly months: readonly SheetRow[];
  readonly figures: FigureRanges;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly width: number;
  readonly isOfYears: boolean;
}

function historyOf(
  { months, figures, fields, width, isOfYears }: HistoryAsk,
  of: Column,
  label: string | undefined,
): SheetQuestion {
  const { column } = of;
  const isOnly = width === 1;
  const suffix = isOnly ? "" : `[${column + 1}]`;
  const problems = new ProblemList();
  const cellNames = months.map(({ at }) => (isOnly ? `values[${at}]` : `values[${at},${column + 1}]`));
  const values = months.map(({ values: row }, index) => {
    const cell = row[column];
    const isGap = typeof cell === "string" && cell.startsWith("#N/A");
    return (isGap ? undefined : figureIn(problems, cell, cellNames[index] as string)) ?? null;
  });
  const told = figuresOf(problems, figures, {
    // Targets of several years beside years of months would be taken for several of one year.
    pick: isOnly ? (isOfYears ? ofColumn(0, 1) : ofOnlyQuestion) : ofColumn(column, width),
    place: suffix,
    questions: width,
  });
  const shared = {
    place: { suffix, historyCell: (index: number) => cellNames[index] },
    ...(label && { label }),
  };
  if (problems.all.length > 0) return { problems: problems.all, ...shared };
  if (!isOnly && values.every((value) => value === null)) return shared;
  const doubts = doubtsOf(of, fields, `values${suffix}`);
  if (doubts.length > 0) return { problems: doubts, ...shared };
  const history = months.map((row, index) => ({ period: periodOf(row), value: values[index] }));
  return { raw: { history, ...told, ...fields, ...(of.isSaid && { cumulative: true }) }, ...shared };
}
