import type { ExcelRange } from "./excel-cells.ts";
import type { ExcelHost } from "./host.ts";

/** Larger ranges are not looked at: reading them would take longer than the calculation. */
const MAX_CELLS = 10_000;

/**
 * Tells zeros from blanks. Excel of 2024 and before hands an empty cell over as 0, later ones as null: where a range
 * has zeros and this Excel never told a blank, the cells themselves are asked.
 */
export class EmptyCells {
  readonly #excel: () => ExcelHost | undefined;
  /** Whether this Excel was seen to tell blanks. */
  #areTold = false;

  constructor(excel: () => ExcelHost | undefined) {
    this.#excel = excel;
  }

  /**
   * Ranges with null where a 0 stands for an empty cell.
   *
   * @param addresses of the ranges, such as "Sheet1!A2:A13", where Excel tells them
   */
  async named(
    ranges: readonly ExcelRange[],
    addresses: readonly (string | undefined)[] = [],
  ): Promise<readonly ExcelRange[]> {
    // Not by "", which formulas leave in cells of every Excel.
    this.#areTold ||= ranges.some((range) => range?.some((row) => row.includes(null)));
    const excel = this.#excel();
    if (this.#areTold || !excel) return ranges;
    const doubtful = ranges.map((range, index) =>
      range && hasZero(range) && sizeOf(range) <= MAX_CELLS ? placeOf(addresses[index]) : undefined,
    );
    if (doubtful.every((place) => !place)) return ranges;
    try {
      const types = await valueTypesAt(excel, doubtful);
      return ranges.map((range, index) =>
        range?.map((row, rowIndex) =>
          row.map((cell, column) => (types[index]?.[rowIndex]?.[column] === "Empty" ? null : cell)),
        ),
      );
    } catch {
      // While a cell is being edited Excel answers nobody; the zeros are then taken as they are.
      return ranges;
    }
  }
}

const hasZero = (range: readonly (readonly unknown[])[]): boolean =>
  range.some((row) => row.some((cell) => cell === 0));
const sizeOf = (range: readonly (readonly unknown[])[]): number => range.length * (range[0]?.length ?? 0);

interface Place {
  readonly sheet: string;
  readonly cells: string;
}

function placeOf(address: string | undefined): Place | undefined {
  const end = address?.lastIndexOf("!") ?? -1;
  if (!address || end < 0) return undefined;
  const sheet = address
    .slice(0, end)
    .replace(/^'(.*)'$/, "$1")
    .replaceAll("''", "'");
  return { sheet, cells: address.slice(end + 1) };
}

function valueTypesAt(
  excel: ExcelHost,
  places: readonly (Place | undefined)[],
): Promise<readonly (readonly (readonly string[])[] | undefined)[]> {
  return excel.run(async (context) => {
    const ranges = places.map((place) => {
      if (!place) return undefined;
      const range = context.workbook.worksheets.getItem(place.sheet).getRange(place.cells);
      range.load("valueTypes");
      return range;
    });
    await context.sync();
    return ranges.map((range) => range?.valueTypes);
  });
}
