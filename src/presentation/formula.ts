import { cellText, delimitedLines, withMark } from "./delimited.ts";
import type { Form } from "./form.ts";
import { formatNumber } from "./format-number.ts";
import { type FormulaNote, formulaNoteMessage } from "./formula-note.ts";
import type { PresentOptions } from "./json.ts";
import type { Lang } from "./language.ts";
import { escaped } from "./markdown-blocks.ts";
import type { Presenter } from "./presenter.ts";

/** The result of a custom function: cells as a sheet spills them, a blank one is an empty text. */
export interface FormulaAnswer<Question extends object> {
  readonly question: Question;
  readonly cells: Cells;
  readonly notes: readonly FormulaNote[];
}

export type Cells = readonly (readonly (string | number)[])[];

export interface PresentedFormula<Question extends object> {
  readonly question: Question;
  readonly cells: Cells;
  readonly notes: readonly { readonly code: FormulaNote["code"]; readonly message: string }[];
  readonly engine: string;
}

/**
 * How results of custom functions are written; numbers come from answers that are rounded already. One cell tells
 * `first`, since names may stand above and beside the values.
 */
export const formulaPresenter = <Question extends object>(
  first: string | number | undefined,
): Presenter<FormulaAnswer<Question>, PresentedFormula<Question>> => ({
  json: presentFormula,
  table: ({ cells }) => ({
    columns: (cells[0] ?? []).map((_, column) => `column${column + 1}`),
    rows: cells,
  }),
  cell: () => first,
  markdown: (answer, { lang }) => markdownOf(answer, lang),
});

const presentFormula = <Question extends object>(
  { question, cells, notes }: FormulaAnswer<Question>,
  { lang, engine }: PresentOptions,
): PresentedFormula<Question> => ({
  question,
  cells,
  notes: notes.map((note) => ({ code: note.code, message: formulaNoteMessage(note, lang) })),
  engine,
});

/**
 * Cells as CSV without a row of names that they do not have themselves.
 * @example cellsAsCsv([["plan", 78.75], ["", -2]], { decimal: "point" }) // => "plan,78.75\r\n,-2\r\n"
 */
export function cellsAsCsv(cells: Cells, form: Omit<Form, "lang">): string {
  const lines = cells.map((row) => row.map((cell) => cellText(cell, form.decimal)));
  return withMark(delimitedLines(lines, form), form);
}

/** Cells as a table of Markdown, the remarks below it. */
function markdownOf({ cells, notes }: FormulaAnswer<object>, lang: Lang): string {
  const line = (texts: readonly string[]) => `| ${texts.join(" | ")} |`;
  const [head = [], ...rows] = cells.map((row) =>
    row.map((cell) => (typeof cell === "number" ? formatNumber(cell, lang) : escaped(cell))),
  );
  const table = [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
  const remarks = notes.map((note) => `- ${escaped(formulaNoteMessage(note, lang))}`).join("\n");
  return `${[table, remarks].filter((block) => block !== "").join("\n\n")}\n`;
}
