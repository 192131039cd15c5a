import type { ProblemList } from "./problems.ts";

/** What a cell of a sheet holds; undefined where it is blank. */
export type SheetCell = string | number | boolean | undefined;
/** A range of a sheet: at least one row, all of the same length. */
export type Range = readonly (readonly SheetCell[])[];

/** More cells than this in all arguments together are a table, not a question. */
export const MAX_CELLS = 10_000;

/**
 * An argument as a range: a scalar is one cell, a flat list one row; rows that are shorter than others end in blanks.
 * Undefined where the argument was left out or is one blank cell, and, with the problem noted, where it holds something else than cells.
 */
export function rangeOf(problems: ProblemList, given: unknown, path: string): Range | undefined {
  if (given === undefined || given === null || given === "") return undefined;
  const rows = !Array.isArray(given) ? [[given]] : given.some(Array.isArray) ? given : [given];
  const before = problems.all.length;
  const cells = rows.map((row: unknown) =>
    (Array.isArray(row) ? row : [row]).map((cell: unknown) => cellOf(problems, cell, path)),
  );
  if (problems.all.length > before) return undefined;
  const width = Math.max(...cells.map((row) => row.length));
  if (width === 0 || (cells.length === 1 && width === 1 && cells[0]?.[0] === undefined)) return undefined;
  return cells.map((row) => [...row, ...Array.from({ length: width - row.length }, () => undefined)]);
}

function cellOf(problems: ProblemList, given: unknown, path: string): SheetCell {
  if (given === null || given === undefined) return undefined;
  if (typeof given === "string") return given.trim() === "" ? undefined : given;
  if (typeof given === "number" || typeof given === "boolean") return given;
  if (!problems.isFull)
    problems.add(path, `${path} holds something that is no cell`, "send numbers, texts, true, false or null");
  return undefined;
}

/** Cells that an argument takes up as a range, its shorter rows filled, counted without building anything. */
export function cellsIn(given: unknown): number {
  if (!Array.isArray(given)) return 1;
  const lengths = given.map((part) => (Array.isArray(part) ? part.length : 1));
  const isRows = given.some(Array.isArray);
  return isRows ? lengths.reduce((longest, each) => Math.max(longest, each), 1) * given.length : given.length;
}

/**
 * Rows as columns.
 * @example transposed([[1, 2], [3, 4]]) // => [[1,3],[2,4]]
 */
export const transposed = <Cell>(cells: readonly (readonly Cell[])[]): Cell[][] =>
  (cells[0] ?? []).map((_, column) => cells.map((row) => row[column] as Cell));

export const heightOf = (range: Range): number => range.length;
export const widthOf = (range: Range): number => range[0]?.length ?? 0;
export const sizeOf = (range: Range): number => heightOf(range) * widthOf(range);
export const isBlank = (range: Range): boolean =>
  range.every((row) => row.every((cell) => cell === undefined));

/** A column of values, or a row of them where there is but one. */
export const isVector = (range: Range): boolean => heightOf(range) === 1 || widthOf(range) === 1;
