import type { Cell, Cells } from "./batch-request.ts";

/** An argument as Excel hands it over: the rows of a range, one row of one cell for a single value, null when left out. */
export type ExcelRange = readonly (readonly unknown[])[] | null | undefined;

/** What Excel makes of a data type: a number with a format, an empty cell, an entity. */
interface CellValue {
  readonly type?: string;
  readonly basicValue?: unknown;
}

/**
 * The cells of a function's arguments as the service reads them: a single cell as its value, a range as rows, blank
 * cells null. Blank rows at the end of all ranges go, so that whole columns (A:A) can be given; arguments that were
 * left out at the end go too.
 *
 * @example argumentsOf([[["2024-04"]], [[290]], null]) // => ["2024-04",290]
 * @example argumentsOf([[[45292], [45323], [""]], [[10], [null], [null]]]) // => [[[45292],[45323]],[[10],[null]]]
 */
export function argumentsOf(ranges: readonly ExcelRange[]): readonly (Cell | Cells)[] {
  const read = ranges.map((range) => (range ?? []).map((row) => row.map(cellOf)));
  const rows = Math.max(1, ...read.map((cells) => cells.findLastIndex((row) => row.some(isFilled)) + 1));
  const values = read.map((cells) => {
    const kept = cells.slice(0, rows);
    const isSingle = cells.length === 1 && cells[0]?.length === 1;
    return isSingle || kept.length === 0 ? (kept[0]?.[0] ?? null) : kept;
  });
  return values.slice(0, values.findLastIndex((value) => value !== null) + 1);
}

const isFilled = (cell: Cell): boolean => cell !== null;

function cellOf(value: unknown): Cell {
  if (typeof value === "object" && value !== null) {
    const { type, basicValue } = value as CellValue;
    return type === "Empty" ? null : cellOf(basicValue);
  }
  if (typeof value === "string") return value.trim() === "" ? null : value;
  return typeof value === "number" || typeof value === "boolean" ? value : null;
}

/**
 * An answer as cells that Excel spills. It shows null as 0, so a blank is an empty text.
 *
 * @example spilled([["median", 920], [null, true]], "https://onpace.example") // => [["median",920],["",true]]
 * @example spilled([["/v1/outlook.png?ytd=290"]], "https://onpace.example") // => [["https://onpace.example/v1/outlook.png?ytd=290"]]
 */
export function spilled(cells: Cells, server: string): (number | string | boolean)[][] {
  return cells.map((row) =>
    row.map((cell) => {
      if (cell === null) return "";
      return typeof cell === "string" && cell.startsWith("/v1/") ? server + cell : cell;
    }),
  );
}
