import type { PathPeriod } from "../../engine/outlook-types.ts";
import { PRECISE_DIGITS, roundSignificant } from "../format-number.ts";
import { sentenceCase } from "../language.ts";
import { periodName } from "../period-words.ts";
import { targetName } from "../quantity-words.ts";
import { PERCENT } from "./cell-format.ts";
import {
  agrees,
  cellTerm,
  minus,
  numberTerm,
  over,
  plus,
  remainderTerm,
  type Term,
  times,
} from "./live-term.ts";
import type { OutlookCells } from "./outlook-sheet.ts";
import { CHART_ROWS, pathChart } from "./path-chart.ts";
import { type PlannerTerms, plannerTerms } from "./planner-cells.ts";
import { fixed, live, type SheetCell } from "./sheet-cell.ts";
import { type Addresses, type Column, type Row, SheetPage } from "./sheet-page.ts";
import { pathWords, type WorkbookContext, withUnit } from "./workbook-context.ts";

const PERIOD_WIDTH = 20;

/** Height of the table's head and of the gap below the table, in rows. */
const ROWS_BESIDES = 4;

export type PathKey =
  | "period"
  | "status"
  | "value"
  | "lower"
  | "upper"
  | "cumulative"
  | "cumulativeLower"
  | "cumulativeUpper"
  | "lastYear"
  | "share"
  | "needed"
  | "neededCumulative";

/** The way to the first target that is still open: each remaining period's share of what is still to come. */
interface Way {
  readonly target: string;
  readonly remainder: Term;
  readonly steps: ReadonlyMap<string, { readonly share: number; readonly value: number }>;
}

/** The year period by period with a chart; undefined where no forecast was made. */
export function pathSheet(
  context: WorkbookContext,
  cells: OutlookCells,
  foreign: (address: string) => string,
): SheetPage | undefined {
  const path = context.answer.forecast?.path ?? [];
  if (path.length === 0) return undefined;
  const { words } = context;
  const shown = Math.min(path.length, throughIndex(path) + 1 + (context.answer.question.remaining ?? 0));
  const year = cells.planner && plannerTerms(cells.planner, foreign);
  const way = year && wayOf(context, cells, year, foreign);
  const columns = columnsOf(path, context, way);
  const page = new SheetPage(
    words.sheets.path,
    columns.map(({ key }) => (key === "period" ? PERIOD_WIDTH : context.amountWidth)),
  );
  page.text(withUnit(words.path, context), "title");
  const captions = [way && words.neededFor(way.target), shown > 1 && words.forecastStays];
  page.text(captions.filter((caption) => caption).join(" "), "caption");
  // Below a table that fills the page a chart would be cut by its end.
  const isChartFirst = shown > 1 && !page.hasRoomFor(path.length + ROWS_BESIDES + CHART_ROWS);
  const above = isChartFirst ? page.room(CHART_ROWS) : undefined;
  if (above) page.skip();
  const at = page.table("Path", columns, (address) => rowsOf(path, context, year, way, address));
  page.skip();
  if (shown > 1) {
    const room = above ?? page.room(CHART_ROWS);
    pathChart(page, context, columns, (key) => `${at(key, 0)}:${at(key, shown - 1)}`, room);
  }
  return page;
}

function wayOf(
  { answer, wording }: WorkbookContext,
  cells: OutlookCells,
  year: PlannerTerms,
  foreign: (address: string) => string,
): Way | undefined {
  const targets = answer.targets ?? [];
  const first = targets.findIndex(({ requiredRunRate }) => (requiredRunRate?.seasonalPath.length ?? 0) > 0);
  const [target, cell] = [targets[first], cells.targets[first]];
  if (!target || !cell) return undefined;
  const steps = target.requiredRunRate?.seasonalPath ?? [];
  const remainder = remainderTerm(year, cellTerm(foreign(cell.address), cell.value));
  return {
    target: targetName(target, wording.lang),
    remainder,
    steps: new Map(
      steps.map(({ period, value }) => [
        period,
        { value, share: roundSignificant(value / remainder.value, PRECISE_DIGITS) },
      ]),
    ),
  };
}

function columnsOf(
  path: readonly PathPeriod[],
  context: WorkbookContext,
  way: Way | undefined,
): readonly Column<PathKey>[] {
  const words = pathWords(context);
  const isKnown = (name: keyof PathPeriod) => path.some((entry) => entry[name] !== undefined);
  const columns: readonly (Column<PathKey> & { readonly isTold: boolean })[] = [
    { key: "period", head: words.period, isTold: true },
    { key: "status", head: words.state, isTold: true },
    { key: "value", head: words.value, isTold: isKnown("value") },
    { key: "lower", head: words.valueLower, isTold: isKnown("lower") },
    { key: "upper", head: words.valueUpper, isTold: isKnown("upper") },
    { key: "cumulative", head: words.cumulative, isTold: true },
    { key: "cumulativeLower", head: words.cumulativeLower, isTold: isKnown("cumulativeLower") },
    { key: "cumulativeUpper", head: words.cumulativeUpper, isTold: isKnown("cumulativeUpper") },
    { key: "lastYear", head: words.lastYear, isTold: isKnown("lastYearCumulative") },
    { key: "share", head: words.shareOfRest, isTold: way !== undefined },
    { key: "needed", head: words.needed, isTold: way !== undefined },
    { key: "neededCumulative", head: words.neededCumulative, isTold: way !== undefined },
  ];
  return columns.filter(({ isTold }) => isTold);
}

const throughIndex = (path: readonly PathPeriod[]): number =>
  path.findLastIndex(({ status }) => status === "actual");

function rowsOf(
  path: readonly PathPeriod[],
  context: WorkbookContext,
  year: PlannerTerms | undefined,
  way: Way | undefined,
  address: Addresses<PathKey>,
): readonly Row<PathKey>[] {
  const { words, wording, amount, answer } = context;
  const through = throughIndex(path);
  let onTheWay = year?.ytd;
  return path.map((entry, row) => {
    const period = periodName(entry.period, wording.lang, answer.question.fiscalYearStart);
    const step = row > through ? way?.steps.get(entry.period) : undefined;
    const number = periodNumber(row - through, answer.question);
    const needed = way && step && times(cellTerm(address("share", row), step.share), way.remainder);
    if (needed && onTheWay)
      onTheWay = accumulated(year, onTheWay, cellTerm(address("needed", row), needed.value), number);
    const reached = way && (step || row === through) ? onTheWay : undefined;
    const told: Row<PathKey> = {
      period: { content: sentenceCase(period) },
      status: { content: words[entry.status] },
      value:
        row === through
          ? latestCell(path, row, { year, number }, address, amount)
          : fixed(entry.value, amount),
      lower: fixed(entry.lower, amount),
      upper: fixed(entry.upper, amount),
      cumulative: live(
        cumulativeTerm(path, row, { year, number, isThrough: row === through }, address),
        entry.cumulative,
        amount,
      ),
      cumulativeLower: fixed(entry.cumulativeLower, amount),
      cumulativeUpper: fixed(entry.cumulativeUpper, amount),
      lastYear: fixed(entry.lastYearCumulative, amount),
      share: fixed(step?.share, PERCENT),
      needed: live(needed, step?.value, amount),
      neededCumulative: live(reached, reached && roundSignificant(reached.value, PRECISE_DIGITS), amount),
    };
    if (reached) onTheWay = cellTerm(address("neededCumulative", row), reached.value);
    return told;
  });
}

/** Which period of its year, counted from 1, stands `steps` after the last reported one. */
function periodNumber(
  steps: number,
  { elapsed = 0, remaining = 0 }: WorkbookContext["answer"]["question"],
): number {
  const inYear = elapsed + remaining;
  return inYear === 0 ? 1 : ((((elapsed + steps - 1) % inYear) + inYear) % inYear) + 1;
}

/** The year to date after one more period, the `number`th of its year. */
function accumulated(year: PlannerTerms | undefined, before: Term, period: Term, number: number): Term {
  if (year?.aggregation !== "average") return plus(before, period);
  return over(plus(times(numberTerm(number - 1), before), period), numberTerm(number));
}

interface Position {
  readonly year: PlannerTerms | undefined;
  /** Which period of its year it is, counted from 1. */
  readonly number: number;
}

/**
 * The year to date through a period, where the answer's numbers make it: the figure to plan with in the last reported
 * period, elsewhere the running total, so that what is still to come adds up from a changed figure too.
 */
function cumulativeTerm(
  path: readonly PathPeriod[],
  row: number,
  { year, number, isThrough }: Position & { readonly isThrough: boolean },
  address: Addresses<PathKey>,
): Term | undefined {
  const { cumulative, value } = path[row] as PathPeriod;
  const before = path[row - 1];
  const own = value === undefined ? undefined : cellTerm(address("value", row), value);
  const readings = [
    isThrough && year?.ytd,
    own && (year?.aggregation === "last" || number === 1) && own,
    own &&
      before &&
      accumulated(year, cellTerm(address("cumulative", row - 1), before.cumulative), own, number),
    own,
  ];
  return readings.find((term): term is Term => !!term && agrees(term, cumulative));
}

/**
 * The amount of the last reported period: what the figure to plan with leaves for it, so that a revised year to date
 * stays the sum of its months.
 */
function latestCell(
  path: readonly PathPeriod[],
  row: number,
  { year, number }: Position,
  address: Addresses<PathKey>,
  amount: string,
): SheetCell {
  const { cumulative, value } = path[row] as PathPeriod;
  const before = path[row - 1];
  const total = cellTerm(address("cumulative", row), cumulative);
  const isFromFigure = year && agrees(year.ytd, cumulative);
  if (!isFromFigure) return fixed(value, amount);
  if (year.aggregation === "last" || number === 1) return live(total, value, amount);
  const earlier = before && cellTerm(address("cumulative", row - 1), before.cumulative);
  return live(earlier && lastOf(year, earlier, total, number), value, amount);
}

/** What the `number`th period brought, from the year to date before and after it; the inverse of {@link accumulated}. */
function lastOf(year: PlannerTerms, before: Term, after: Term, number: number): Term {
  if (year.aggregation !== "average") return minus(after, before);
  return minus(times(numberTerm(number), after), times(numberTerm(number - 1), before));
}
