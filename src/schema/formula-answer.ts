import { z } from "zod";
import { text } from "./described.ts";
import { noteOf } from "./report-answer.ts";

export const FORMULA_NOTE_CODES = [
  "headerLeftOut",
  "totalsLeftOut",
  "zerosAtEnd",
  "readAsCumulative",
  "someRefused",
] as const;

export const FormulaAnswer = z
  .strictObject({
    question: z
      .strictObject({
        formula: text("The custom function, with its prefix"),
        function: text("The function of the service that answered"),
        kind: z.enum(["report", "history", "reportsByRow", "columns", "text"]).meta({
          description:
            "How the ranges were understood: one report (a year to date), one history (each month's own amounts), reportsByRow (each row a report of its own), columns (a history in each column), or a text",
        }),
        questions: z.number().int().min(0).meta({ description: "How many questions were asked" }),
        asks: z.array(z.string()).meta({
          description:
            "The first of them as addresses that give the whole answer; none where they would be longer than 2,048 characters",
        }),
      })
      .meta({ description: "What was asked" }),
    cells: z.array(z.array(z.union([z.number(), z.string()]))).meta({
      description:
        'Rows of cells to spill, all of the same length: numbers as numbers, blank cells as empty texts. A question that has no answer says "#ONPACE: …" in its own cells',
    }),
    notes: z
      .array(
        noteOf(FORMULA_NOTE_CODES).meta({
          id: "FormulaNote",
          description: "A remark on how ranges were understood",
        }),
      )
      .meta({ description: "Remarks on how the ranges were understood" }),
    engine: text("The version that answered"),
  })
  .meta({ id: "FormulaAnswer", description: "Cells that a custom function leaves in a sheet" });
