import { cellText } from "../presentation/delimited.ts";
import { cellError, valueAt } from "../presentation/text.ts";
import { isFormParameter } from "../schema/form-parameters.ts";
import { InvalidQuestion, ProblemList } from "../schema/problems.ts";
import { questionFromBody, questionFromQuery } from "../schema/query.ts";
import { SHORT_NAMES } from "../schema/short-names.ts";
import { nearestName } from "../schema/validate.ts";
import type { Dependencies } from "./dependencies.ts";
import { oneLine, PROBLEMS, type ProblemDetails, problemOf } from "./problem.ts";
import { RecentAnswers } from "./recent-answers.ts";
import { ROUTES } from "./routes/index.ts";

/** What is the same for every question of a batch. */
export interface BatchAsk {
  readonly dependencies: Dependencies;
  /** The path that problems name. */
  readonly instance: string;
  /** The query of the request: what a question does not say itself. */
  readonly defaults: URLSearchParams;
  /** Whether an answer is one cell rather than JSON. */
  readonly isCell: boolean;
}

/** A question answered in its place. */
export interface Answered {
  readonly id?: string | number;
  readonly told:
    | { readonly answer: string }
    | { readonly value: string | number | boolean | undefined }
    | { readonly problem: ProblemDetails };
}

/** Labels are echoed, so they are short. */
const MAX_ID = 200;
/** Questions longer than this are hardly asked twice in one batch. */
const LONGEST_REPEATED = 8192;

/** Answers the questions of one batch; those that were asked before in it are not worked out again. */
export class BatchAnswers {
  readonly #ask: BatchAsk;
  readonly #recent = new RecentAnswers();

  constructor(ask: BatchAsk) {
    this.#ask = ask;
  }

  /** The answer to the question that `read` gives, or why there is none; never throws. */
  async to(read: () => unknown): Promise<Answered> {
    const { dependencies, instance, defaults } = this.#ask;
    let label: Pick<Answered, "id"> = {};
    try {
      const line = read();
      label = labelOf(line);
      return { ...label, told: await this.#answer(addressed(line, defaults)) };
    } catch (error) {
      const problem = problemOf(error, instance);
      if (problem.status === PROBLEMS.internal.status) dependencies.report(error);
      return { ...label, told: { problem } };
    }
  }

  async #answer({ name, field, question }: Addressed): Promise<Answered["told"]> {
    const { dependencies, defaults, isCell } = this.#ask;
    const operation = await operationOf(name);
    const { form } = operation;
    const raw = { ...questionFromQuery(questionOf(defaults), form), ...questionFromBody(question, form) };
    const format = isCell ? "txt" : "json";
    const answer = () => operation.respond(raw, { dependencies, format, field: isCell ? field : undefined });
    const key = JSON.stringify([name, isCell && field, raw]);
    const text =
      key.length > LONGEST_REPEATED
        ? answer()
        : this.#recent.of(key, () => ({ body: answer(), tag: "" })).body;
    if (isCell) return { value: text };
    return field ? { value: valueAt(JSON.parse(text) as object, field) } : { answer: text };
  }
}

/** A question, and where its answer goes. */
interface Addressed {
  readonly name: string;
  readonly field: string | undefined;
  readonly question: object;
}

/** The fields of a line that are no part of its question; the query may tell them for all lines. */
const ADDRESS = ["function", "field"] as const;

/** @throws InvalidQuestion when a line is no question of a function */
function addressed(line: unknown, defaults: URLSearchParams): Addressed {
  if (typeof line !== "object" || line === null || Array.isArray(line))
    throw new InvalidQuestion([
      { path: "question", message: "the question is not a JSON object", hint: EXAMPLE },
    ]);
  const problems = new ProblemList();
  const question: Record<string, unknown> = { ...line };
  if (question.id !== undefined && question.id !== null && !("id" in labelOf(line)))
    problems.add("id", `id is not a number or a text of at most ${MAX_ID} characters`);
  delete question.id;
  const [name = "outlook", field] = ADDRESS.map((key) => {
    const short = SHORT_NAMES[key] as string;
    const told = question[key] ?? question[short] ?? defaults.get(key) ?? defaults.get(short) ?? undefined;
    delete question[key];
    delete question[short];
    if (told !== undefined && typeof told !== "string") problems.add(key, `${key} is not a text`);
    return typeof told === "string" && told.trim() !== "" ? told.trim() : undefined;
  });
  for (const key of Object.keys(question).filter(isFormParameter)) {
    problems.add(
      key,
      `${key} is about the form of an address, and a batch answers in one form`,
      "leave it out; a picture has its own address, such as /v1/outlook.png",
    );
    delete question[key];
  }
  if (!NAMES.includes(name))
    problems.add("function", "there is no such function", nearestName(name, NAMES, "functions"));
  problems.throwIfAny();
  return { name, field, question };
}

/** The label of a line, told back whatever else is wrong with it. */
function labelOf(line: unknown): Pick<Answered, "id"> {
  const { id } = (line ?? {}) as { readonly id?: unknown };
  if (typeof id === "string") return id.length <= MAX_ID ? { id } : {};
  return typeof id === "number" && Number.isFinite(id) ? { id } : {};
}

const NAMES: readonly string[] = ROUTES.map(({ name }) => name);
const EXAMPLE = 'send { "function": "run-rate", "through": "2024-04", "ytd": 290, "target": 920 }';

async function operationOf(name: string) {
  const route = ROUTES.find((each) => each.name === name);
  if (!route) throw new Error(`no function ${name}`);
  return route.load();
}

/** The parameters of a query that stand for fields of a question. */
function questionOf(defaults: URLSearchParams): URLSearchParams {
  const question = new URLSearchParams(defaults);
  for (const key of ADDRESS) {
    question.delete(key);
    question.delete(SHORT_NAMES[key] as string);
  }
  return question;
}

/** An answer as a line of JSON; its bytes are those of the function's own answer. */
export function answerLine({ id, told }: Answered, index: number): string {
  const label = id === undefined ? "" : `,"id":${JSON.stringify(id)}`;
  const place = `{"index":${index}${label}`;
  if ("problem" in told)
    return `${place},"status":${told.problem.status},"problem":${JSON.stringify(told.problem)}}`;
  const answer = "answer" in told ? `"answer":${told.answer}` : `"value":${JSON.stringify(told.value)}`;
  return `${place},"status":200,${answer}}`;
}

/** An answer as a cell; a refusal is readable in it. */
export function answerCell({ told }: Answered): string {
  if ("problem" in told) return cellError(oneLine(told.problem));
  return "value" in told ? String(told.value ?? "") : told.answer;
}

/** The columns of a batch as a table. */
export const BATCH_COLUMNS = ["index", "id", "value", "error"] as const;

/** An answer as the cells of a row under `BATCH_COLUMNS`. */
export function answerRow(answered: Answered, index: number): readonly string[] {
  const isRefused = "problem" in answered.told;
  const text = answerCell(answered);
  return [String(index), cellText(answered.id, "point"), isRefused ? "" : text, isRefused ? text : ""];
}
