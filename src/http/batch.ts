import type { Context, Hono } from "hono";
import { csvFile, delimitedLines } from "../presentation/delimited.ts";
import { delimiterNamed } from "../schema/delimiter.ts";
import { formParametersOf } from "../schema/form-parameters.ts";
import { SHORT_NAMES } from "../schema/short-names.ts";
import { linesOf, MAX_LINE, opened, wholeOf } from "./batch-lines.ts";
import {
  type Answered,
  answerCell,
  answerLine,
  answerRow,
  BATCH_COLUMNS,
  BatchAnswers,
} from "./batch-question.ts";
import type { Dependencies } from "./dependencies.ts";
import { FORMATS } from "./format.ts";
import { HttpProblem, problemOf } from "./problem.ts";

/** More questions than this are sent in several batches, so that one request does not take the time of many. */
export const MAX_QUESTIONS = 1000;

/** Many questions in one request, answered in order while they arrive: lines of JSON, or one array. */
export function batch(app: Hono, dependencies: Dependencies): void {
  for (const path of Object.keys(PATHS)) {
    app.post(path, (context) => answered(context, dependencies));
    app.all(path, (context) => {
      context.header("Allow", "POST, OPTIONS");
      throw new HttpProblem("methodNotAllowed", `${context.req.method} is not answered here`, "use POST");
    });
  }
}

/** How the answers of a batch are written: what is before, between and after them. */
interface BatchForm {
  readonly type: string;
  /** Whether an answer is one cell rather than JSON. */
  readonly isCell?: boolean;
  readonly before?: string;
  readonly between?: string;
  readonly after?: string;
  readonly written: (answered: Answered, index: number) => string;
}

const NDJSON: BatchForm = {
  type: "application/x-ndjson; charset=utf-8",
  written: (each, index) => `${answerLine(each, index)}\n`,
};
const ARRAY: BatchForm = {
  type: FORMATS.json,
  before: "[",
  between: ",\n",
  after: "]\n",
  written: answerLine,
};
const CELLS: BatchForm = {
  type: FORMATS.txt,
  isCell: true,
  written: (each) => `${answerCell(each)}\n`,
};

function table(defaults: URLSearchParams): BatchForm {
  const of = (name: "lang" | "decimal") => defaults.get(name) ?? defaults.get(SHORT_NAMES[name] as string);
  const { delimiter } = formParametersOf(defaults);
  const form = {
    decimal: (of("decimal") ?? (of("lang") === "vi" && "comma")) === "comma" ? "comma" : "point",
    ...(delimiter !== undefined && { delimiter: delimiterNamed(delimiter) }),
  } as const;
  return {
    type: FORMATS.csv,
    isCell: true,
    before: csvFile({ columns: BATCH_COLUMNS, rows: [] }, form),
    written: (each, index) => delimitedLines([answerRow(each, index)], form),
  };
}

/** The form of the answers by the path, told whether the questions came as an array. */
const PATHS: Readonly<Record<string, (isArray: boolean, defaults: URLSearchParams) => BatchForm>> = {
  "/v1/batch": (isArray) => (isArray ? ARRAY : NDJSON),
  "/v1/batch.txt": () => CELLS,
  "/v1/batch.csv": (_, defaults) => table(defaults),
};

async function answered(context: Context, dependencies: Dependencies): Promise<Response> {
  const { body, url } = context.req.raw;
  const { first, chunks } = body ? await opened(body) : {};
  if (first === undefined || !chunks)
    throw new HttpProblem("invalidQuestion", "the body is empty", "send one JSON object a line, or an array");
  const { pathname, searchParams: defaults } = new URL(url);
  const isArray = first === "[";
  const form = PATHS[pathname.replace(/\/$/, "")]?.(isArray, defaults) ?? NDJSON;
  const questions = isArray ? questionsOfArray(await wholeOf(chunks)) : questionsOfLines(chunks);
  const ask = { dependencies, instance: pathname, defaults, isCell: form.isCell === true };
  context.header("Content-Type", form.type);
  context.header("Cache-Control", "no-store");
  return context.body(streamOf(pieces(questions, form, new BatchAnswers(ask), pathname)));
}

/** A question as it will be read: reading it tells what is wrong with it. */
type Read = () => unknown;

/** @throws HttpProblem when it is no JSON, or has too many entries */
function questionsOfArray(text: string): readonly Read[] {
  const entries = attempt(() => JSON.parse(text) as readonly unknown[], "the body is not JSON");
  if (entries.length > MAX_QUESTIONS) throw tooMany();
  return entries.map((entry, index) => () => {
    if (text.length > MAX_LINE && JSON.stringify(entry).length > MAX_LINE)
      throw tooLong(`question ${index + 1}`);
    return entry;
  });
}

/** The questions of the lines as they arrive. */
async function* questionsOfLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Read, undefined> {
  let count = 0;
  for await (const { number, text } of linesOf(chunks)) {
    count += 1;
    if (count > MAX_QUESTIONS) throw tooMany();
    yield () => {
      if (text === undefined) throw tooLong(`line ${number}`);
      return attempt(() => JSON.parse(text) as unknown, `line ${number} is not JSON`);
    };
  }
}

function attempt<T>(read: () => T, message: string): T {
  try {
    return read();
  } catch (error) {
    const place = /position \d+/.exec(String(error))?.[0];
    throw new HttpProblem(
      "invalidQuestion",
      place ? `${message}, at ${place}` : message,
      "send one JSON object a line, or an array of them",
    );
  }
}

const tooLong = (what: string) =>
  new HttpProblem(
    "bodyTooLarge",
    `${what} is longer than ${MAX_LINE} bytes`,
    "ask for fewer reports at once",
  );
const tooMany = () =>
  new HttpProblem(
    "bodyTooLarge",
    `a batch has at most ${MAX_QUESTIONS} questions`,
    "send the others in another batch",
  );

/** The answers as they are sent, each worked out when it is asked for. What is too much ends them in one last line. */
async function* pieces(
  questions: Iterable<Read> | AsyncIterable<Read>,
  { before, between, after, written }: BatchForm,
  answers: BatchAnswers,
  instance: string,
): AsyncGenerator<string, undefined> {
  let index = 0;
  const placed = (each: Answered): string => {
    const text = (index > 0 && between ? between : "") + written(each, index);
    index += 1;
    return text;
  };
  if (before) yield before;
  try {
    for await (const read of questions) yield placed(await answers.to(read));
  } catch (error) {
    if (!(error instanceof HttpProblem)) throw error;
    yield placed({ told: { problem: problemOf(error, instance) } });
  }
  if (after) yield after;
}

/** Texts as a body that takes the next one only when there is room for it. */
function streamOf(texts: AsyncGenerator<string, undefined>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await texts.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      cancel() {
        // Not awaited: a line that is still being read would hold the cancellation back.
        void texts.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
