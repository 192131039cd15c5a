import type { z } from "zod";
import {
  type FiscalPosition,
  fiscalPosition,
  lastOrdinal,
  type PeriodsPerYear,
  positionThrough,
  throughLabel,
} from "../engine/calendar/period.ts";
import type { HistoryAsk, PeriodOrdinal } from "../engine/history/history.ts";
import type { Aggregation } from "../engine/target/year-to-date.ts";
import { DECIMAL_HINT } from "./decimal-evidence.ts";
import { MAX_HISTORY, type QuestionInput } from "./fields.ts";
import type { FigureReader } from "./figure-reader.ts";
import type { ProblemList } from "./problems.ts";

type HistoryInput = NonNullable<QuestionInput["history"]>;
type Entry = Extract<HistoryInput, readonly unknown[]>[number];

/** What a history is read with. */
export interface HistoryContext {
  readonly startMonth: number;
  readonly aggregation: Aggregation;
  /** Where the year stands, when it is told; the last of values without a period is then of that period. */
  readonly position: FiscalPosition | undefined;
}

const PERIOD_HINT = 'write "2024-04" for April 2024, "2024-Q2" for a quarter, or the date of one of its days';
const SERIES_HINT =
  "one question is about one series: ask for each of them on its own, together at /v1/batch";

/** Whether a flag is set, as JSON or a query writes it. */
export const isSet = (flag: boolean | string | undefined): boolean =>
  flag === true || flag === "true" || flag === "1";

/** The name of the series in a table that tells one. */
export function seriesName(input: QuestionInput["history"]): string | undefined {
  const { entries } = partsOf(input ?? []);
  for (const entry of entries)
    if (isRow(entry) && entry.unique_id !== undefined) return String(entry.unique_id);
  return undefined;
}

/**
 * The history of a question: periods as running numbers of the fiscal calendar, values in the unit of the question.
 * Undefined, with everything that is wrong noted, where it cannot be read.
 */
export function readHistory(
  problems: ProblemList,
  figures: FigureReader,
  input: Partial<Pick<z.infer<typeof QuestionInput>, "history" | "historyStart" | "cumulative">>,
  context: HistoryContext,
): HistoryAsk | undefined {
  if (input.history === undefined) return undefined;
  const before = problems.all.length;
  const { entries, path, ...parts } = partsOf(input.history);
  if (parts.start !== undefined && input.historyStart !== undefined)
    problems.add("historyStart", "the history tells its start already", "give one of them");
  checkSeries(problems, entries, path);
  const start = firstPeriod(problems, parts.start ?? input.historyStart, entries.length, {
    ...context,
    path: parts.start === undefined ? "historyStart" : "history.start",
    isNeeded: !isNamed(entries[0]),
  });
  const amounts = entries.map((entry, index) => amountOf(problems, entry, `${path}.${index}`));
  const doubtful = figures.outOfScale(amounts);
  if (doubtful !== undefined)
    problems.add(
      `${path}.${doubtful}`,
      `${amounts[doubtful]} is about a thousand times out of scale with the values beside it`,
      typeof amounts[doubtful] === "number" ? "send numbers or texts alone, all written alike" : DECIMAL_HINT,
    );
  const told = new Map<PeriodOrdinal, Told>();
  const steps = new Set<PeriodsPerYear>();
  let next = start?.ordinal;
  if (start) steps.add(start.periodsPerYear);
  for (const [index, entry] of entries.entries()) {
    const at = `${path}.${index}`;
    const period = isNamed(entry) ? namedPeriod(problems, entry, at, context.startMonth) : undefined;
    if (isNamed(entry)) {
      if (index === 0 && start && period && period.ordinal !== start.ordinal)
        problems.add(at, "the history starts with another period than its first value", "give one of them");
      if (period) steps.add(period.periodsPerYear);
      next = period?.ordinal;
    }
    const value = figures.periodAmount(amounts[index] ?? null, at);
    if (next === undefined) continue;
    const earlier = told.get(next);
    if (earlier) {
      const label = labelOf(next, period?.periodsPerYear ?? [...steps][0] ?? 12, context);
      problems.add(at, `${label} is told twice, at ${earlier.path} and at ${at}`, "tell each period once");
    } else told.set(next, { path: at, value });
    next += 1;
  }
  if (steps.size > 1)
    problems.add(path, "the history has months and quarters", "give all of its periods with the same step");
  if (problems.all.length > before) return undefined;
  const [step = 12] = steps;
  const inQuarters = step === 12 && entries.every(isNamed) && areQuarters([...told.keys()]);
  const regular = inQuarters ? quarterly(told) : told;
  return assembled(problems, regular, {
    ...context,
    path,
    periodsPerYear: inQuarters ? 4 : step,
    isCumulative: context.aggregation !== "last" && (isSet(parts.cumulative) || isSet(input.cumulative)),
  });
}

interface Told {
  readonly path: string;
  /** Undefined is a gap. */
  readonly value: number | undefined;
}

interface Period {
  readonly ordinal: PeriodOrdinal;
  readonly periodsPerYear: PeriodsPerYear;
}

function partsOf(input: HistoryInput): {
  readonly entries: readonly Entry[];
  readonly path: string;
  readonly start?: string | undefined;
  readonly cumulative?: boolean | string | undefined;
} {
  if (Array.isArray(input)) return { entries: input, path: "history" };
  const { values, start, cumulative } = input as Exclude<HistoryInput, readonly unknown[]>;
  return { entries: values, path: "history.values", start, cumulative };
}

type Row = Extract<Entry, object>;
const isRow = (entry: Entry | undefined): entry is Row => typeof entry === "object" && entry !== null;
const isNamed = (entry: Entry | undefined): entry is Row =>
  isRow(entry) && (entry.period ?? entry.ds) !== undefined;

/** Where the first value stands: as it is told, or so that the last value is of the period of the question. */
function firstPeriod(
  problems: ProblemList,
  start: string | undefined,
  count: number,
  ask: HistoryContext & { readonly path: string; readonly isNeeded: boolean },
): Period | undefined {
  if (start !== undefined) return periodOf(problems, start, ask.path, ask.startMonth);
  if (!ask.isNeeded) return undefined;
  if (ask.position)
    return {
      ordinal: lastOrdinal(ask.position) - count + 1,
      periodsPerYear: ask.position.periodsPerYear,
    };
  problems.add("historyStart", "the first value of the history has no period", PERIOD_HINT);
  return undefined;
}

function namedPeriod(
  problems: ProblemList,
  { period, ds }: Row,
  path: string,
  startMonth: number,
): Period | undefined {
  if (period !== undefined && ds !== undefined)
    problems.add(`${path}.ds`, "period and ds are the same field", "send one of them");
  const field = period === undefined ? "ds" : "period";
  return periodOf(problems, period ?? ds ?? "", `${path}.${field}`, startMonth);
}

/** A month, a quarter, or any day of a month, with or without its time. */
const WRITTEN =
  /^\s*(\d{4})-?(?:(Q\d)|(\d{2})(?:-(0[1-9]|[12]\d|3[01])(?:[T ][\d:.]+(?:Z|[+-][\d:]+)?)?)?)\s*$/i;

function periodOf(
  problems: ProblemList,
  text: string,
  path: string,
  fiscalYearStart: number,
): Period | undefined {
  const [, year, quarter, month] = WRITTEN.exec(text) ?? [];
  if (year === undefined) {
    problems.add(path, `"${text}" is not a period`, PERIOD_HINT);
    return undefined;
  }
  const position = problems.attempt(() =>
    fiscalPosition({ through: `${year}-${quarter ?? month}`, fiscalYearStart, path }),
  );
  return position && { ordinal: lastOrdinal(position), periodsPerYear: position.periodsPerYear };
}

function amountOf(problems: ProblemList, entry: Entry, path: string): string | number | null {
  if (!isRow(entry)) return entry;
  const { value, y } = entry;
  if (value !== undefined && y !== undefined)
    problems.add(`${path}.y`, "value and y are the same field", "send one of them");
  if (value === undefined && y === undefined)
    problems.add(`${path}.value`, `${path}.value is required`, "write null for a gap");
  return value ?? y ?? null;
}

function checkSeries(problems: ProblemList, entries: readonly Entry[], path: string): void {
  const names = entries.map((entry) => (isRow(entry) ? entry.unique_id : undefined));
  const first = names.find((name) => name !== undefined);
  const other = names.findIndex((name) => name !== undefined && String(name) !== String(first));
  if (other >= 0)
    problems.add(
      `${path}.${other}.unique_id`,
      `the history has several series, "${first}" and "${names[other]}"`,
      SERIES_HINT,
    );
}

const MONTHS_OF_QUARTER = 3;
/** Months that are a quarter apart by chance are fewer than these. */
const LEAST_QUARTERS = 4;

/** Whether months are those of a quarterly table, which dates its quarters by their first or last day. */
function areQuarters(months: readonly PeriodOrdinal[]): boolean {
  const [first = 0] = months;
  return (
    months.length >= LEAST_QUARTERS && months.every((month) => (month - first) % MONTHS_OF_QUARTER === 0)
  );
}

const quarterly = (told: ReadonlyMap<PeriodOrdinal, Told>): ReadonlyMap<PeriodOrdinal, Told> =>
  new Map([...told].map(([month, value]) => [Math.floor(month / MONTHS_OF_QUARTER), value]));

const labelOf = (
  ordinal: PeriodOrdinal,
  periodsPerYear: PeriodsPerYear,
  { startMonth }: Pick<HistoryContext, "startMonth">,
): string => throughLabel(positionThrough(ordinal, { startMonth, periodsPerYear }));

/** The values in the order of their periods, from the first value to the last. */
function assembled(
  problems: ProblemList,
  told: ReadonlyMap<PeriodOrdinal, Told>,
  ask: HistoryContext & {
    readonly path: string;
    readonly periodsPerYear: PeriodsPerYear;
    readonly isCumulative: boolean;
  },
): HistoryAsk | undefined {
  const { path, periodsPerYear, isCumulative, position } = ask;
  const periods = [...told].flatMap(([period, { value }]) => (value === undefined ? [] : [period]));
  if (periods.length === 0) {
    problems.add(path, "the history has no value", "give its monthly or quarterly values");
    return undefined;
  }
  const first = Math.min(...periods);
  const last = Math.max(...periods);
  const span = last - first + 1;
  const label = (period: PeriodOrdinal): string => labelOf(period, periodsPerYear, ask);
  if (span > MAX_HISTORY || periods.length * 2 < span) {
    problems.add(
      path,
      span > MAX_HISTORY
        ? `the history spans ${span} periods, more than ${MAX_HISTORY}`
        : `the history has values of only ${periods.length} of the ${span} periods from ${label(first)} to ${label(last)}`,
      span > MAX_HISTORY
        ? "leave out the oldest"
        : "give every month or every quarter; year-to-date figures of single months go into reports",
    );
    return undefined;
  }
  if (position && position.periodsPerYear !== periodsPerYear) {
    const [kind, other] = periodsPerYear === 4 ? ["quarters", "month"] : ["months", "quarter"];
    problems.add(
      path,
      `the history is of ${kind} and through is a ${other}`,
      `give both in ${kind}: through=${label(last)}`,
    );
    return undefined;
  }
  const values = Array.from({ length: span }, (_, index) => told.get(first + index)?.value);
  return { periodsPerYear, first, values, isCumulative };
}
