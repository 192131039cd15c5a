import type { DecimalSign } from "../engine/figure/decimal.ts";
import { parseFigure } from "../engine/figure/parse-figure.ts";
import { withoutAccents } from "../engine/figure/vocabulary.ts";
import { decimalShownBy } from "./decimal-evidence.ts";
import type { SheetCell } from "./formula-cells.ts";
import type { Problem } from "./problems.ts";

/** A month of a column with its number; blank months and what is no number are left out. */
export interface TellingMonth {
  readonly period: string;
  readonly value: number;
}

/** The months of a column that have a number, texts read as the question would read them. */
export function tellingMonths(
  periods: readonly string[],
  cells: readonly SheetCell[],
  { decimal, lang }: Readonly<Record<string, unknown>>,
): readonly TellingMonth[] {
  const told: DecimalSign | undefined = decimal === "comma" || decimal === "point" ? decimal : undefined;
  const likely = decimalShownBy(cells) ?? (lang === "vi" ? "comma" : "point");
  return periods.flatMap((period, at) => {
    const value = numberIn(cells[at], told, likely);
    return value === undefined ? [] : [{ period, value }];
  });
}

function numberIn(cell: SheetCell, decimal: DecimalSign | undefined, likelyDecimal: DecimalSign) {
  if (typeof cell !== "string") return typeof cell === "number" ? cell : undefined;
  try {
    return parseFigure(cell, {
      role: "amount",
      path: "values",
      likelyDecimal,
      ...(decimal !== undefined && { decimal }),
    }).value;
  } catch {
    return undefined;
  }
}

/** Whether an option, which a sheet holds as a text or as itself, says true. */
export const isTrue = (given: unknown): boolean => given === true || /^\s*true\s*$/i.test(String(given));

const CUMULATIVE = /\b(?:luy ke|cong don|cumulative|cumulated|ytd|year[- ]to[- ]date)\b/;

/**
 * Whether the head of a column says that its values are sums since January.
 * @example saysCumulative("XK lũy kế (triệu USD)") // => true
 * @example saysCumulative("Exports") // => false
 */
export const saysCumulative = (head: string | undefined): boolean =>
  head !== undefined && CUMULATIVE.test(withoutAccents(head));

/** Months at the end of a history that look as if they were still to come. */
export interface Tail {
  readonly months: number;
  /** Whether there was as long a time without any amount before, so that it may well be one more. */
  readonly isUsual: boolean;
  /** The last month before them. */
  readonly after: string;
  readonly last: string;
  /** Whether they are told as the year to date that there was, rather than as 0. */
  readonly isRepeated: boolean;
}

/**
 * The months at the end that brought nothing: formulas that sum over blank cells tell them as 0, or as the year to date
 * that there was. Undefined where there are none, and where there is nothing else.
 */
export function tailOf(months: readonly TellingMonth[], isCumulative: boolean): Tail | undefined {
  const isIdle = months.map(
    ({ value }, at) => value === 0 || (isCumulative && at > 0 && value === months[at - 1]?.value),
  );
  const reported = isIdle.lastIndexOf(false);
  const [after, last] = [months[reported], months.at(-1)];
  if (!after || !last || reported === months.length - 1) return undefined;
  const count = months.length - 1 - reported;
  const runs = isIdle
    .slice(0, reported)
    .map((idle) => (idle ? "0" : " "))
    .join("")
    .split(" ");
  const longest = Math.max(...runs.map((run) => run.length));
  return {
    months: count,
    isUsual: longest >= count,
    after: after.period,
    last: last.period,
    isRepeated: last.value !== 0,
  };
}

/** Why months at the end are not taken as they are. */
export function tailProblem({ months, after, last, isRepeated }: Tail, path: string): Problem {
  const zeros = months === 1 ? `the last month, ${last}, is 0` : `the last ${months} months are 0`;
  return {
    path,
    message: isRepeated ? `the year to date stays the same after ${after}, through ${last}` : zeros,
    hint: `leave months to come blank, or give the option through=${after}; through=${last} if nothing came in`,
  };
}

/** A year to date falls when a month is revised: once in this many months, and by no more than this part. */
const REVISED = { months: 4, part: 0.1 } as const;
/** Where two months are all there is, the second is a year to date at about twice the first. */
const TWICE = { from: 1.6, to: 2.5 } as const;
/** Years to date end this many times above their first month, and the more the more months there are. */
const LEAST_RISE = { times: 2.4, timesMonths: 0.6 } as const;

/** Whether values hardly fall within a year and come to as much as sums of its months would. */
export function risesAsSums(months: readonly TellingMonth[]): boolean {
  const yearOf = ({ period }: TellingMonth): string => period.slice(0, 4);
  const years = [...new Set(months.map(yearOf))].map((year) =>
    changing(months.filter((month) => yearOf(month) === year).map(({ value }) => value)),
  );
  const [only = []] = years;
  if (years.length === 1 && only.length === 2) return isAboutTwice(only);
  const long = years.filter((values) => values.length > 2);
  return long.length > 0 && long.every(isSumOfMonths);
}

function isAboutTwice([first = 0, second = 0]: readonly number[]): boolean {
  return first > 0 && second / first >= TWICE.from && second / first <= TWICE.to;
}

function isSumOfMonths(values: readonly number[]): boolean {
  const [first = 0] = values;
  const falls = values.filter((value, at) => value < (values[at - 1] ?? value));
  const areRevisions = values.every((value, at) => value >= (1 - REVISED.part) * (values[at - 1] ?? value));
  const least = Math.max(LEAST_RISE.times, LEAST_RISE.timesMonths * values.length);
  const rises = areRevisions && falls.length <= Math.floor(values.length / REVISED.months);
  return first > 0 && rises && (values.at(-1) as number) / first >= least;
}

/** Values without repetitions of the last one at the end. */
const changing = (values: readonly number[]): readonly number[] =>
  values.slice(0, values.indexOf(values.at(-1) as number) + 1);

/** Why values are not taken for each month's own amounts. */
export const sumsProblem = (path: string): Problem => ({
  path,
  message: "the values rise from month to month as years to date do",
  hint: "give the option cumulative=true if each is the year to date, cumulative=false if each is its month's own amount",
});

/** Fewer rows stand in the order of months by chance. */
const LEAST_IN_ORDER = 3;
/** Years to date grow with the months that they count; by this power of them at the least, where those double. */
const LEAST_GROWTH = { power: 0.35, from: 2 } as const;

/**
 * Why rows that would be reports of their own are not taken so: month after month of one year they are of one series,
 * whose years to date hardly fall, and whose last year has one total.
 */
export function rowsProblem(
  months: readonly TellingMonth[],
  lastYears: readonly SheetCell[],
): Problem | undefined {
  if (months.length < LEAST_IN_ORDER || !areConsecutive(months.map(({ period }) => period))) return undefined;
  const inOrder = months.toSorted((a, b) => Number(a.period > b.period) - Number(a.period < b.period));
  const falls = inOrder.some(({ value }, at) => value < (inOrder[at - 1]?.value ?? value));
  const totals = new Set(lastYears.filter((cell) => cell !== undefined));
  const stays = hardlyGrows(inOrder);
  if (!falls && !stays && totals.size <= 1) return undefined;
  const but = falls
    ? "these fall from month to month"
    : stays
      ? "these hardly grow from month to month"
      : "lastYear is another in each month";
  return {
    path: "values",
    message: `each row would be a report of its year to date, but ${but}`,
    hint: "if each is its month's own amount, give one cell for target and for lastYear, the total of the year; the option cumulative=true takes the rows as they are",
  };
}

/** Whether values grow far less than the months of the year that they would count. */
function hardlyGrows(inOrder: readonly TellingMonth[]): boolean {
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (!first || !last || !(first.value > 0)) return false;
  const counted = placeIn(last.period) / placeIn(first.period);
  return counted >= LEAST_GROWTH.from && last.value / first.value < counted ** LEAST_GROWTH.power;
}

/** Whether months of one calendar year follow each other, forwards or backwards. */
function areConsecutive(periods: readonly string[]): boolean {
  const steps = periods.slice(1).map((period, at) => placeIn(period) - placeIn(periods[at] as string));
  const isOfOneYear = new Set(periods.map((period) => period.slice(0, 4))).size === 1;
  return isOfOneYear && [1, -1].some((step) => steps.every((each) => each === step));
}

const placeIn = (period: string): number => Number(period.slice(5).replace("Q", ""));
