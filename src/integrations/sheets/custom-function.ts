import { type Argument, argumentsOf, type Cell } from "./cells.ts";
import { ask, PATIENCE_OF_CELL_MS } from "./service.ts";
import { readSettings, type Settings } from "./settings.ts";

/**
 * What a custom function leaves in its cell: one value, or rows that spill.
 * @throws Error that the cell shows: which argument is wrong, and what would be right
 */
export function answerInCell(formula: string, given: readonly unknown[]): Cell | Cell[][] {
  const settings = readSettings();
  const [told] = ask([{ formula, arguments: asSent(given) }], settings, PATIENCE_OF_CELL_MS);
  if (!told || "problem" in told) throw new Error(told ? told.problem : "");
  return shown(told.cells, settings);
}

/** Arguments as they are sent, with dates as this spreadsheet shows them. */
export function asSent(given: readonly unknown[]): readonly Argument[] {
  let zone: string | undefined;
  return argumentsOf(given, (date) => {
    zone = zone || SpreadsheetApp.getActive().getSpreadsheetTimeZone();
    return Utilities.formatDate(date, zone, "yyyy-MM-dd");
  });
}

/** Addresses of the service are given without their host. */
const ADDRESS = "/v1/";

function shown(cells: readonly (readonly Cell[])[], { server }: Settings): Cell | Cell[][] {
  const rows = cells.map((row) =>
    row.map((cell) => (typeof cell === "string" && cell.startsWith(ADDRESS) ? server + cell : cell)),
  );
  const [first = []] = rows;
  return rows.length === 1 && first.length === 1 ? (first[0] as Cell) : rows;
}
