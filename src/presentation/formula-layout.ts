import type { Cells } from "./formula.ts";
import type { FormulaRecord } from "./formula-records.ts";

/** The result of one question before it is laid out: names and values, or a table of its own. */
export interface Block {
  readonly record: FormulaRecord;
  readonly table?: { readonly head: readonly string[]; readonly rows: Rows };
  /** What stands above its column of the sheet. */
  readonly label?: string | undefined;
  /** Whether the record says why there is no result. */
  readonly isRefused?: boolean;
}

/** How the results of a formula lie in the sheet. */
export interface Layout {
  /** Results of one question: its values in a row, in a column, or in a column beside their names. */
  readonly ofOne: "row" | "column" | "outlook";
  /** Results of several: a row for each below each other, or a column for each side by side; absent of one question. */
  readonly ofSeveral?: "rows" | "columns";
  readonly withHeaders: boolean;
}

type Rows = readonly (readonly (string | number | undefined)[])[];

/** Results as rows of cells, all of the same length. */
export function laidOut(blocks: readonly Block[], { ofOne, ofSeveral, withHeaders }: Layout): Cells {
  const isOutlook = ofOne === "outlook";
  if (ofSeveral) {
    const rows = recordRows(blocks, { withHeaders, isOutlook });
    return filled(ofSeveral === "rows" ? rows : turned(rows));
  }
  const [{ table, record } = { record: [] } as Block] = blocks;
  if (table) return filled(withHeaders ? [table.head, ...table.rows] : table.rows);
  const told = record.filter(({ value }) => !isOutlook || value !== undefined);
  const values = told.map(({ value }) => value);
  const rows = withHeaders ? [told.map(({ label }) => label), values] : [values];
  return filled(ofOne === "row" ? rows : turned(rows));
}

/** A row for each question, under the names of what they tell. */
function recordRows(
  blocks: readonly Block[],
  { withHeaders, isOutlook }: { readonly withHeaders: boolean; readonly isOutlook: boolean },
): Rows {
  const answered = blocks.filter(({ isRefused }) => !isRefused);
  const longest = answered.reduce<FormulaRecord>(
    (most, { record }) => (record.length > most.length ? record : most),
    [],
  );
  const labels = isOutlook ? labelsIn(answered) : longest.map(({ label }) => label);
  const isNamed = withHeaders && blocks.some(({ label }) => label !== undefined);
  const rows = blocks.map(({ record, label, isRefused }) => {
    const told = new Map(record.map(({ label: name, value }) => [name, value]));
    const isByName = isOutlook && !isRefused;
    const values = isByName ? labels.map((name) => told.get(name)) : record.map(({ value }) => value);
    return [...(isNamed ? [label] : []), ...values];
  });
  return withHeaders ? [[...(isNamed ? [undefined] : []), ...labels], ...rows] : rows;
}

/** The names of everything that any of the outlooks tells, in their order. */
function labelsIn(blocks: readonly Block[]): readonly string[] {
  const entries = blocks.flatMap(({ record }) => record);
  const known = new Set(entries.flatMap(({ label, value }) => (value === undefined ? [] : [label])));
  return [...new Set(entries.map(({ label }) => label))].filter((label) => known.has(label));
}

function even(rows: Rows): Rows {
  const width = Math.max(1, ...rows.map((row) => row.length));
  return rows.map((row) => Array.from({ length: width }, (_, column) => row[column]));
}

function turned(rows: Rows): Rows {
  const evened = even(rows);
  return (evened[0] ?? []).map((_, column) => evened.map((row) => row[column]));
}

/** Rows of the same length, blank cells as empty texts. */
export const filled = (rows: Rows): Cells => even(rows).map((row) => row.map((cell) => cell ?? ""));
