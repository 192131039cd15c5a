import { type FiscalPosition, lastDayOf, lastOrdinal, positionThrough } from "../calendar/period.ts";
import type { CoherentQuantity } from "../figure/coherence.ts";
import { decimalShifted, decimalValue } from "../figure/decimal.ts";
import type { Figure } from "../figure/figure.ts";
import { parseFigure } from "../figure/parse-figure.ts";
import { parseRelation, type Relation } from "../figure/relation.ts";
import type { HistoryAsk, PeriodOrdinal } from "../history/history.ts";
import type { Question, ReportAsk } from "../question.ts";
import type { Aggregation } from "../target/year-to-date.ts";

/** Decimals that a number can be rounded to. */
const MOST_DECIMALS = 100;

/** What a figure that the periods of the history make is said to come from. */
export const FROM_HISTORY = "history";

/** The part of a history that was known when the question was asked. */
export interface KnownHistory {
  /** Begins and ends with a value. */
  readonly ask: HistoryAsk;
  /** The period of its last value. */
  readonly through: PeriodOrdinal;
  /** False where the year-to-date figure counts later periods than the history tells. */
  readonly reachesThrough: boolean;
  /** Values of later periods, which are not used. */
  readonly leftOut: number;
}

/**
 * The history up to the period of the question and to what had ended by `asOf`; undefined without a history, or where
 * nothing of it was known by then. The period that the question names was published by `asOf` once it had begun.
 */
export function knownHistory({
  history,
  position,
  asOf,
}: Pick<Question, "history" | "position" | "asOf">): KnownHistory | undefined {
  if (!history) return undefined;
  const asked = lastOrdinal(position);
  const through = lastValueBy(history, (period) => {
    if (period > asked) return false;
    if (asOf === undefined || lastDayOf(positionThrough(period, position)) <= asOf) return true;
    return period === asked && lastDayOf(positionThrough(period - 1, position)) < asOf;
  });
  if (through === undefined) return undefined;
  const known = through - history.first + 1;
  return {
    ask: { ...history, values: history.values.slice(0, known) },
    through,
    reachesThrough: through === asked,
    leftOut: history.values.slice(known).filter((value) => value !== undefined).length,
  };
}

/**
 * Where the fiscal year stands by the last value of a history whose period had ended by `asOf`; undefined where none had.
 */
export function positionOfHistory(
  history: HistoryAsk,
  { startMonth, asOf }: { readonly startMonth: number; readonly asOf: string | undefined },
): FiscalPosition | undefined {
  const calendar = { startMonth, periodsPerYear: history.periodsPerYear };
  const through = lastValueBy(
    history,
    (period) => asOf === undefined || lastDayOf(positionThrough(period, calendar)) <= asOf,
  );
  return through === undefined ? undefined : positionThrough(through, calendar);
}

function lastValueBy(
  { first, values }: HistoryAsk,
  isKnown: (period: PeriodOrdinal) => boolean,
): PeriodOrdinal | undefined {
  const index = values.findLastIndex((value, place) => value !== undefined && isKnown(first + place));
  return index < 0 ? undefined : first + index;
}

/** What a history says of the year of the question and of the years before it. */
export interface HistoryFigures {
  /** The year-to-date figure that its periods make, where all that it takes are known. */
  readonly ytd: Figure | undefined;
  /** Each earlier year through the same period and in full, where its periods are known. */
  readonly reports: readonly ReportAsk[];
}

/** The figures that follow from the known part of a history, each with the interval that the digits of its periods allow. */
export function historyFigures(question: Question): HistoryFigures {
  const known = knownHistory(question);
  if (!known) return { ytd: undefined, reports: [] };
  const { position, aggregation } = question;
  const { periodsPerYear, elapsed } = position;
  const digits = lastDigitOf(known.ask.values);
  const through = (year: number, periods: number) =>
    periodsTogether(known.ask, { first: year * periodsPerYear, periods, aggregation, digits });
  const firstYear = Math.floor(known.ask.first / periodsPerYear);
  const reports: ReportAsk[] = [];
  for (let year = firstYear; year < position.year; year += 1)
    for (const periods of new Set([elapsed, periodsPerYear])) {
      const ytd = through(year, periods);
      if (ytd) reports.push({ position: { ...position, year, elapsed: periods }, ytd });
    }
  return { ytd: through(position.year, elapsed), reports };
}

/** Why the year-to-date figure does not follow from a history: the first elapsed period of the year without a value. */
export function firstMissing(
  { ask: { first, values } }: KnownHistory,
  position: FiscalPosition,
): PeriodOrdinal | undefined {
  const through = lastOrdinal(position);
  for (let period = through - position.elapsed + 1; period <= through; period += 1)
    if (values[period - first] === undefined) return period;
  return undefined;
}

/**
 * A figure that the history makes, to be compared with a told one: an interval in every reading, since rounded parts have
 * a sum with digits of its own.
 */
export const asInterval = (figure: Figure | undefined): Figure | undefined =>
  figure && { ...figure, qualifier: "about" };

/** Figures with the mark on those that the periods of the history make. */
export function fromHistory<F extends CoherentQuantity>(
  figures: Readonly<Record<string, F>>,
  setByHistory: readonly string[],
): Readonly<Record<string, F>> {
  if (setByHistory.length === 0) return figures;
  return Object.fromEntries(
    Object.entries(figures).map(([name, figure]) => [
      name,
      setByHistory.includes(name) ? { ...figure, from: FROM_HISTORY } : figure,
    ]),
  );
}

/** The relations that tie reported figures to what the periods of the history make of them. */
export const HISTORY_RELATIONS: readonly Relation[] = (
  [
    ["ytd", "historyYtd"],
    ["priorYtd", "historyPriorYtd"],
    ["priorFullYear", "historyPriorFullYear"],
  ] as const
).map(([stated, summed]) =>
  parseRelation(`${stated} = ${summed}`, { solveFor: stated, needsReported: [stated, summed] }),
);

/** The first periods of a fiscal year as one figure: their sum or mean, or the last of them; undefined with a gap. */
function periodsTogether(
  { first: firstKnown, values, isCumulative }: HistoryAsk,
  year: {
    readonly first: PeriodOrdinal;
    readonly periods: number;
    readonly aggregation: Aggregation;
    readonly digits: number;
  },
): Figure | undefined {
  const { aggregation, periods, digits } = year;
  const isOneValue = isCumulative || aggregation === "last";
  const start = year.first - firstKnown + (isOneValue ? periods - 1 : 0);
  const count = isOneValue ? 1 : periods;
  if (start < 0) return undefined;
  const parts: number[] = [];
  for (let index = start; index < start + count; index += 1) {
    const value = values[index];
    if (value === undefined) return undefined;
    parts.push(value);
  }
  const sum = Number(parts.reduce((total, part) => total + part, 0).toFixed(Math.max(0, -digits)));
  return aggregation === "average"
    ? withRounding(sum / count, { parts, digits, halves: 1 })
    : withRounding(sum, { parts, digits, halves: count });
}

/** An amount of rounded parts, which may be off by `halves` halves of their last digit. */
function withRounding(
  value: number,
  {
    parts,
    digits,
    halves,
  }: { readonly parts: readonly number[]; readonly digits: number; readonly halves: number },
): Figure {
  const figure = parseFigure(value, { role: "amount", path: FROM_HISTORY });
  const lower = decimalShifted(figure.digits, -halves, digits - 1);
  return {
    ...figure,
    digits: { ...figure.digits, unitExponent: digits, coarseExponent: digits },
    unitOfLastDigit: decimalValue(1, digits),
    // Rounded zeros of amounts that are not negative reach below 0 by their digits alone.
    lower: parts.every((part) => part >= 0) ? Math.max(0, lower) : lower,
    upper: decimalShifted(figure.digits, halves, digits - 1),
  };
}

/** So many values do not all end in zeros by chance. */
const LEAST_ROUNDED = 6;

/**
 * The power of ten of the last digit of a table's values. They share their number of decimals, and JSON drops the zeros
 * that end them, so the value with the most decimals tells; whole numbers that all end in zeros are rounded there.
 */
function lastDigitOf(values: readonly (number | undefined)[]): number {
  const told = values.filter((value) => value !== undefined && value !== 0) as readonly number[];
  let last = 0;
  for (const value of told) if (!Number.isInteger(value)) last = Math.min(last, decimalPower(value));
  if (last < 0) return Math.max(-MOST_DECIMALS, last);
  if (told.length < LEAST_ROUNDED) return 0;
  while (told.every((value) => value % 10 ** (last + 1) === 0)) last += 1;
  return last;
}

/** The power of ten of the last digit of a number that is not whole, in its shortest notation. */
function decimalPower(value: number): number {
  const [digits = "", power = "0"] = String(value).split("e");
  const point = digits.indexOf(".");
  return Number(power) - (point < 0 ? 0 : digits.length - point - 1);
}
