import type { AnswerOf, Part } from "./answers.ts";
import { tableOfPart } from "./csv.ts";
import { defaultCell } from "./default-cell.ts";
import { type Presented, presentPart } from "./json.ts";
import { presentMarkdown } from "./markdown.ts";
import type { Presenter } from "./presenter.ts";

/** How the answer of one of the functions about one report is written. */
export const reportPresenter = <P extends Part>(part: P): Presenter<AnswerOf[P], Presented> => ({
  json: (answer, options) => presentPart(answer, part, options),
  table: (presented) => tableOfPart(presented, part),
  cell: (presented) => defaultCell(presented, part),
  markdown: (answer, options) => presentMarkdown(answer, part, options),
});
