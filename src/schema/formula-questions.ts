import { heightOf, type Range } from "./formula-cells.ts";
import { decimalOf } from "./formula-decimal.ts";
import { isTrue, rowsProblem, tellingMonths } from "./formula-doubts.ts";
import {
  FIELD_OF,
  FIGURE_ARGUMENTS,
  type FigureRanges,
  figureIn,
  figureRanges,
  figuresOf,
  hasTargetsBelow,
  ofOnlyQuestion,
  ofRow,
} from "./formula-figures.ts";
import { type Histories, historiesOf } from "./formula-histories.ts";
import type { MonthCell, MonthContext } from "./formula-months.ts";
import type { FormulaOptions } from "./formula-options.ts";
import type { Place } from "./formula-problems.ts";
import type { Ranges, ReportArgument } from "./formula-question.ts";
import {
  type GivenRanges,
  MONTHS_HINT,
  type SheetRow,
  type SheetRows,
  sheetRows,
  standAcross,
  turned,
  VALUES_HINT,
} from "./formula-ranges.ts";
import { InvalidQuestion, type Problem, ProblemList } from "./problems.ts";
import { integer, YEAR } from "./question.ts";

/** More questions than this are not asked by one formula. */
export const MAX_QUESTIONS = 500;

/** How the ranges of a formula were understood. */
export type FormulaKind = "report" | "history" | "reportsByRow" | "columns";

/** One question that ranges of a sheet ask: a row, a column, or all of them. */
export interface SheetQuestion {
  /** The question of the function that answers, texts unread; absent where all of its cells are blank. */
  readonly raw?: Readonly<Record<string, unknown>>;
  /** Why there is none, although there are cells. */
  readonly problems?: readonly Problem[];
  /** What stands above its column. */
  readonly label?: string;
  /** Where its cells stand. */
  readonly place: Place;
}

/** What a formula asks, with what was left out of its ranges. */
export interface SheetQuestions extends Histories {
  readonly kind: FormulaKind;
  /** Whether the questions stand side by side, so that their results do too. */
  readonly isAcross: boolean;
  /** Whether the targets of one question stand below each other. */
  readonly hasTargetsBelow: boolean;
  readonly hasHeader: boolean;
}

/**
 * The questions that ranges about reports ask. Where the months stand in a row all ranges are read turned by a quarter.
 *
 * One month and one value are a report. Several rows are reports of their own where target, share, growth or lastYear has
 * as many, where all months are the same, or where one month stands for all; otherwise they are one history of each
 * month's own amounts, or one for each column of values. Columns headed by years are one history.
 * @throws InvalidQuestion with everything that is wrong, each with its argument
 */
export function sheetQuestions(given: Ranges<ReportArgument>, options: FormulaOptions): SheetQuestions {
  const problems = new ProblemList();
  // From a share and a target the year to date follows.
  const values = given.values ?? (given.share && BLANK);
  if (!given.months) problems.add("months", "months is blank", MONTHS_HINT);
  if (!values) problems.add("values", "values is blank", VALUES_HINT);
  for (const name of FIGURE_ARGUMENTS)
    if (given[name] && FIELD_OF[name] in options.fields)
      problems.add("options", `${name} is an argument and an option`, "tell it once");
  const calendar = calendarOf(problems, options);
  problems.throwIfAny();
  const ranges = { ...given, values } as GivenRanges;
  const isAcross = standAcross(ranges);
  const upright = isAcross ? turned(ranges) : ranges;
  const rows = sheetRows(problems, upright, calendar);
  problems.throwIfAny();
  const fields = { ...options.fields, ...decimalOf(ranges, options) };
  const understood = interpreted(rows as SheetRows, figureRanges(upright), { ...options, fields });
  const isOne = understood.kind === "report" || understood.kind === "history";
  return { ...understood, isAcross, hasTargetsBelow: isOne && hasTargetsBelow(figureRanges(given)) };
}

const BLANK: Range = [[undefined]];

type Calendar = Pick<MonthContext, "year" | "fiscalYearStart">;

function calendarOf(problems: ProblemList, { fields }: FormulaOptions): Calendar {
  const whole = (name: "year" | "fiscalYearStart", low: number, high: number) => {
    const told = fields[name];
    return integer(problems, typeof told === "boolean" ? String(told) : told, name, {
      low,
      high,
      example: low,
    });
  };
  return {
    year: whole("year", YEAR.low, YEAR.high),
    fiscalYearStart: whole("fiscalYearStart", 1, 12) ?? 1,
  };
}

function interpreted(
  sheet: SheetRows,
  figures: FigureRanges,
  options: FormulaOptions,
): Omit<SheetQuestions, "isAcross" | "hasTargetsBelow"> {
  const kind = kindOf(sheet, figures);
  checkFields(options, DERIVED[kind]);
  // Months that are read have their year.
  const { year: _year, ...fields } = options.fields;
  const areReports = kind === "report" || kind === "reportsByRow";
  if (areReports) checkReports(sheet, figures, fields);
  const histories = areReports
    ? {
        ...NO_HISTORIES,
        questions: reportsOf(sheet, figures, fields, kind === "report"),
        totals: kind === "reportsByRow" ? sheet.rows.filter(isTotal).length : 0,
      }
    : historiesOf(sheet, figures, fields);
  const asked = histories.questions.filter(({ raw, problems }) => raw ?? problems).length;
  if (asked > MAX_QUESTIONS)
    throw new InvalidQuestion([
      {
        path: "values",
        message: `these are ${asked} questions, more than ${MAX_QUESTIONS}`,
        hint: "name shorter ranges",
      },
    ]);
  return { ...histories, kind, hasHeader: sheet.hasHeader };
}

const NO_HISTORIES = { zeros: 0, isCumulative: false } as const;

function kindOf(
  { rows, height, width, hasOneMonth, isOfYears }: SheetRows,
  figures: FigureRanges,
): FormulaKind {
  if (height === 1 && width === 1) return "report";
  if (isOfYears) return "history";
  const periods = rows.flatMap(({ month }) => ("period" in month ? [month.period] : []));
  const areSame = periods.length > 1 && new Set(periods).size === 1;
  const haveOwn = FIGURE_ARGUMENTS.some((name) => figures[name] && heightOf(figures[name]) === height);
  const isByRow = height > 1 && (hasOneMonth || areSame || haveOwn);
  if (!isByRow) return width === 1 ? "history" : "columns";
  if (width === 1) return "reportsByRow";
  throw new InvalidQuestion([
    {
      path: "values",
      message: `values has ${width} columns for reports of their own in each row`,
      hint: "name the one column of years to date; several columns of values go beside several months",
    },
  ]);
}

/** Fields that follow from the cells, so that no option tells them; a history may still be told its year to date. */
const DERIVED: Readonly<Record<FormulaKind, readonly string[]>> = {
  report: ["through", "ytd"],
  reportsByRow: ["through", "ytd"],
  history: ["history", "historyStart"],
  columns: ["history", "historyStart", "ytd"],
};

function checkFields({ fields }: FormulaOptions, derived: readonly string[]): void {
  const problems = new ProblemList();
  for (const field of derived)
    if (field in fields)
      problems.add("options", `${field} follows from months and values`, "leave the option out");
  problems.throwIfAny();
}

/** @throws InvalidQuestion when the values can hardly be years to date, unless the options say that they are */
function checkReports(
  { rows, height }: SheetRows,
  { lastYear }: FigureRanges,
  fields: Readonly<Record<string, unknown>>,
): void {
  if (isTrue(fields.cumulative)) return;
  const own = lastYear && heightOf(lastYear) === height ? lastYear : [];
  const told = rows.flatMap(({ index, month, values }) =>
    "period" in month ? [{ period: month.period, value: values[0], lastYear: own[index]?.[0] }] : [],
  );
  const months = tellingMonths(
    told.map(({ period }) => period),
    told.map(({ value }) => value),
    fields,
  );
  const reported = new Set(months.map(({ period }) => period));
  const lastYears = told.filter(({ period }) => reported.has(period)).map((row) => row.lastYear);
  const problem =
    fields.cumulative === undefined
      ? rowsProblem(months, lastYears)
      : {
          path: "options",
          message: "the value of a report is the year to date",
          hint: "leave the option cumulative out",
        };
  if (problem) throw new InvalidQuestion([problem]);
}

function reportsOf(
  { rows, height }: SheetRows,
  figures: FigureRanges,
  { cumulative: _cumulative, ...fields }: Readonly<Record<string, unknown>>,
  isOnly: boolean,
): readonly SheetQuestion[] {
  return rows.map((row) => {
    const suffix = isOnly ? "" : `[${row.at}]`;
    const place: Place = { suffix };
    const problems = new ProblemList();
    const told = figuresOf(problems, figures, {
      pick: isOnly ? ofOnlyQuestion : ofRow(row.index, height),
      place: suffix,
      questions: isOnly ? 1 : rows.length,
    });
    const [value] = row.values;
    const isUnanswered = value === undefined && told.shareOfTarget === undefined;
    if (!isOnly && (isUnanswered || isTotal(row))) return { place };
    const through = throughOf(problems, row, suffix);
    const ytd = figureIn(problems, value, `values${suffix}`);
    if (problems.all.length > 0) return { problems: problems.all, place };
    return { raw: { through, ...(ytd !== undefined && { ytd }), ...told, ...fields }, place };
  });
}

/** A total of reports in other rows. */
const isTotal = ({ month }: SheetRow): boolean => month.kind === "total";

function throughOf(problems: ProblemList, { month }: SheetRow, suffix: string): string | undefined {
  if ("period" in month) return month.period;
  const { message, hint } = problemOf(month);
  problems.add(`months${suffix}`, message, hint);
  return undefined;
}

function problemOf(month: Exclude<MonthCell, { period: string }>): Required<Omit<Problem, "path">> {
  if (month.kind === "unreadable") return month;
  if (month.kind === "year")
    return { message: "a year is not a month", hint: 'write "2024-12" for the whole of 2024' };
  return {
    message: month.kind === "blank" ? "there is a value but no month" : "this is not a month",
    hint: MONTHS_HINT,
  };
}
