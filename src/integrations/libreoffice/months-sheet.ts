import { SHEET_FUNCTIONS, type SheetFunction } from "../functions.ts";
import { heading, input, month, type Say, text } from "./cells.ts";
import type { Sheet, SheetCell } from "./sheet.ts";

/** A row of the figures or of the result, at the right of the months. */
export type Side = readonly (SheetCell | undefined)[];

/** Airline passengers of 1960 in thousands (Box and Jenkins): five months reported, seven to come. */
const PASSENGERS: readonly (number | undefined)[] = [417, 391, 419, 461, 472];
const MONTHS = Array.from({ length: 12 }, (_, index) => `1960-${String(index + 1).padStart(2, "0")}`);

/** What stands above and beside every function: its name with its arguments, what it does, and what comes of it. */
export function headOf(
  { name, description, arguments: told, resultDescription }: SheetFunction,
  say: Say,
  columns: number,
) {
  const names = told.map((each) => (each.optional ? `[${each.name}]` : each.name));
  return [
    [text("title", `${name}(${names.join("; ")})`)],
    [text("wrapped", `${say(description)} ${say(resultDescription)}`, columns)],
    [],
  ];
}

export function functionNamed(name: SheetFunction["name"]): SheetFunction {
  const found = SHEET_FUNCTIONS.find((each) => each.name === name);
  if (!found) throw new Error(`no function ${name}`);
  return found;
}

/** A sheet with the months of a year in A5:A16, their values in B5:B16, `side` from column D on, and `below` from row 17. */
export function besideMonths(
  name: SheetFunction["name"],
  say: Say,
  side: readonly Side[],
  widths: readonly number[],
  below: readonly Side[] = [],
): Sheet {
  const left: readonly Side[] = [
    [heading(say({ en: "Month", vi: "Tháng" })), heading(say({ en: "Passengers", vi: "Hành khách" }))],
    ...MONTHS.map((period, index): Side => [month(period), input(PASSENGERS[index])]),
    ...below,
  ];
  const rows = Array.from({ length: Math.max(left.length, side.length) }, (_, index) => [
    ...Array.from({ length: 2 }, (_cell, column) => left[index]?.[column]),
    undefined,
    ...(side[index] ?? []),
  ]);
  return {
    name,
    columnWidths: [3.5, 2.8, 0.6, ...widths],
    rows: [...headOf(functionNamed(name), say, widths.length + 3), ...rows],
  };
}
