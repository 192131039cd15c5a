import type { z } from "zod";
import type { Delimiter, Form } from "../presentation/form.ts";
import type { FlatForm } from "../schema/query.ts";
import type { Dependencies } from "./dependencies.ts";
import type { TextFormat } from "./format.ts";

/** One function of the service: what it is asked, how it answers, and what its documents say. */
export interface Operation {
  /** The last part of the path, e.g. "run-rate". */
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly question: z.ZodObject;
  /** How the question is written flat; that of one report where it is absent. */
  readonly form?: FlatForm;
  /** Only the documents need it: what is not imported is not built when the Worker starts. */
  readonly answer: () => Promise<z.ZodType>;
  /** A question that the documents show and the tests ask. */
  readonly example: Readonly<Record<string, unknown>>;
  /** From the raw question to the text of the answer in a format. */
  respond(raw: Readonly<Record<string, unknown>>, ask: Ask): string;
}

/** What an operation needs besides the question. */
export interface Ask {
  readonly dependencies: Dependencies;
  readonly format: TextFormat;
  /** A path into the JSON answer, for the one cell of `.txt`. */
  readonly field: string | undefined;
  /** The decimal sign of the answer where it is not that of the question. */
  readonly decimal?: Form["decimal"];
  /** What parts the cells of `.csv`; that of the decimal sign unless it is told. */
  readonly delimiter?: Delimiter;
}
