import type { CellOptions } from "./csv.ts";
import { csvFile, type Table } from "./delimited.ts";
import type { PresentOptions } from "./json.ts";
import { type CellValue, cellOf } from "./text.ts";
import { xmlOf } from "./xml.ts";

/** How the answer of one function is written in every format; rounding happens in `json` and nowhere else. */
export interface Presenter<Answer, Presented extends object> {
  /** The answer as JSON carries it: rounded, in a language, what cannot be said absent. */
  json(answer: Answer, options: PresentOptions): Presented;
  /** One tidy table, whose columns are always there. */
  table(presented: Presented): Table;
  /** What a cell shows when no field is asked for: the number or word that the function is named after. */
  cell(presented: Presented): CellValue;
  /** A paragraph that a report can take over, and tables. */
  markdown(answer: Answer, options: PresentOptions): string;
}

/**
 * An answer in one of the formats.
 * @throws UnknownField when a single value is asked for that the answer does not have
 */
export function written<Answer, Presented extends object>(
  presenter: Presenter<Answer, Presented>,
  answer: Answer,
  {
    format,
    ...options
  }: CellOptions & {
    readonly format: "json" | "csv" | "txt" | "md" | "xml";
    readonly field?: string | undefined;
  },
): string {
  switch (format) {
    case "json":
      return JSON.stringify(presenter.json(answer, options));
    case "csv":
      return csvFile(presenter.table(presenter.json(answer, options)), options);
    case "txt":
      return cellOf(presenter.json(answer, options), options, presenter.cell);
    case "md":
      return presenter.markdown(answer, options);
    case "xml":
      return xmlOf(presenter.json(answer, options), options.decimal);
  }
}
