import { LARGEST_VALUE } from "../engine/figure/parse-figure.ts";
import {
  heightOf,
  isBlank,
  type Range,
  type SheetCell,
  sizeOf,
  transposed,
  widthOf,
} from "./formula-cells.ts";
import type { Ranges, ReportArgument } from "./formula-question.ts";
import { dimensions } from "./formula-ranges.ts";
import { InvalidQuestion, type ProblemList } from "./problems.ts";

/** The arguments that stand for one figure of a question each, and their fields. */
export const FIELD_OF = {
  target: "target",
  share: "shareOfTarget",
  growth: "growth",
  lastYear: "priorFullYear",
} as const;
export type FigureArgument = keyof typeof FIELD_OF;
export const FIGURE_ARGUMENTS = Object.keys(FIELD_OF) as readonly FigureArgument[];

export type FigureRanges = Partial<Record<FigureArgument, Range>>;

/** The figures that stand beside months and values, without those that are one blank cell. */
export const figureRanges = (given: Ranges<ReportArgument>): FigureRanges =>
  Object.fromEntries(
    FIGURE_ARGUMENTS.flatMap((name) => {
      const range = given[name];
      return range && (sizeOf(range) > 1 || !isBlank(range)) ? [[name, range]] : [];
    }),
  );

/** Whether the targets of one question stand below each other. */
export const hasTargetsBelow = ({ target }: FigureRanges): boolean =>
  target !== undefined && heightOf(target) > 1 && widthOf(target) <= 2;

/** Which cells of a range are of one question; undefined where the range does not fit the questions. */
export type Picker = (range: Range) => Range | undefined;

/** All cells are of the only question. */
export const ofOnlyQuestion: Picker = (range) => range;

/** One cell for all rows, or the cells of this one; a row of several targets is for all. */
export const ofRow =
  (index: number, height: number): Picker =>
  (range) => {
    if (sizeOf(range) === 1 || heightOf(range) === 1) return range;
    return heightOf(range) === height ? [range[index] as Range[number]] : undefined;
  };

/** One cell for all columns, or those of this one. */
export const ofColumn =
  (column: number, width: number): Picker =>
  (range) => {
    if (sizeOf(range) === 1) return range;
    if (widthOf(range) === width) return range.map((row) => [row[column]]);
    return sizeOf(range) === width ? [[range.flat()[column]]] : undefined;
  };

/**
 * The figures of one question by their fields; everything in them that is no figure is noted.
 * @throws InvalidQuestion when a range does not fit the questions, which is so for all of them
 */
export function figuresOf(
  problems: ProblemList,
  ranges: FigureRanges,
  { pick, place, questions }: { readonly pick: Picker; readonly place: string; readonly questions: number },
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    FIGURE_ARGUMENTS.flatMap((name) => {
      const range = ranges[name];
      if (!range) return [];
      const picked = pick(range);
      const figures = picked && (name === "target" ? targetsIn(picked) : cellsIn(picked));
      if (!figures || (name !== "target" && figures.length > 1)) throw misfit(name, range, questions);
      for (const figure of figures)
        if (typeof figure !== "object") {
          figureIn(problems, figure, `${name}${place}`);
          checkFraction(problems, name, figure, `${name}${place}`);
        }
      if (figures.length === 0) return [];
      return [[FIELD_OF[name], figures.length === 1 ? figures[0] : figures]];
    }),
  );
}

/** A fraction beyond this is more often a percent without its sign than as much as it says. */
const LARGEST_FRACTION: Partial<Readonly<Record<FigureArgument, number>>> = { growth: 1, share: 2 };
const BARE = /^\s*[+-]?\d+(?:[.,]\d+)?\s*$/;

function checkFraction(problems: ProblemList, name: FigureArgument, cell: SheetCell, path: string): void {
  const largest = LARGEST_FRACTION[name];
  if (largest === undefined || typeof cell === "boolean" || cell === undefined || !BARE.test(String(cell)))
    return;
  const value = Number(String(cell).replace(",", "."));
  if (Math.abs(value) <= largest) return;
  const percent = Number((value * 100).toPrecision(12));
  problems.add(
    path,
    `${path} is ${value}, which as a fraction would be ${percent}%`,
    `write "${value}%" or "${percent}%"`,
  );
}

const misfit = (name: string, range: Range, questions: number): InvalidQuestion =>
  new InvalidQuestion([
    {
      path: name,
      message: `${name} has ${dimensions(range)} for ${questions} ${questions === 1 ? "question" : "questions"}`,
      hint: "give one cell, or one for each",
    },
  ]);

const cellsIn = (range: Range): readonly NonNullable<SheetCell>[] =>
  range.flat().flatMap((cell) => cell ?? []);

type Target = NonNullable<SheetCell> | { readonly name: string; readonly value: NonNullable<SheetCell> };

/** Targets, or the names of targets beside or above their values. */
function targetsIn(range: Range): readonly Target[] {
  const pairs = [range, transposed(range)].find(
    (rows) => widthOf(rows) === 2 && rows.every(([name, value]) => isName(name) === (value !== undefined)),
  );
  if (!pairs) return cellsIn(range);
  return pairs.flatMap(([name, value]) =>
    value === undefined ? [] : [{ name: String(name).trim(), value }],
  );
}

const isName = (cell: SheetCell): boolean => typeof cell === "string" && !/\d/.test(cell);

const LONGEST_ERROR = 40;
/** Texts in which a sheet tells that a formula of its own failed. */
const SHEET_ERROR =
  /^#(?:DIV\/0!|REF!|VALUE!|NAME\?|NUM!|NULL!|ERROR!|SPILL!|CALC!|GETTING_DATA|N\/A|ONPACE)/;

/** What a cell holds where a figure belongs; undefined, with the problem noted, where it is none. */
export function figureIn(problems: ProblemList, cell: SheetCell, path: string): string | number | undefined {
  const isError = typeof cell === "string" && SHEET_ERROR.test(cell);
  if (typeof cell === "boolean" || isError) {
    const shown = String(cell).slice(0, LONGEST_ERROR).toUpperCase();
    problems.add(path, `${shown} is no number`, "write a number, or leave the cell blank");
    return undefined;
  }
  if (typeof cell !== "number" || Math.abs(cell) <= LARGEST_VALUE) return cell;
  problems.add(path, "the number is larger than any figure", "use a larger unit");
  return undefined;
}
