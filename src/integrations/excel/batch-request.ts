/** What a cell holds: null where it is blank. */
export type Cell = number | string | boolean | null;
export type Cells = readonly (readonly Cell[])[];

/** Why a formula has no answer: its own fault, or that of the way to the service. */
export class FormulaError extends Error {
  override readonly name = "FormulaError";
  readonly isQuestionsFault: boolean;

  constructor(message: string, isQuestionsFault: boolean) {
    super(message);
    this.isQuestionsFault = isQuestionsFault;
  }
}

export const cancelled = (): FormulaError => new FormulaError("the calculation was cancelled", false);

/** What a request needs of the world. */
export interface Transport {
  readonly fetch: (address: string, request: RequestInit) => Promise<Response>;
  /** Resolves after so many milliseconds, at once when the signal says so. */
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

/** Statuses by which the service refuses a batch; others, such as a 403 or 404, are those of something on the way to it. */
const REFUSED_QUESTION = [400, 413, 422];

/** What became of a question of a batch. */
export type Outcome = Cells | FormulaError;

/** Waits of 0.5, 1, 2 and 4 seconds, or what the service asks for up to half a minute. */
const MAX_ATTEMPTS = 5;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;

/**
 * What became of the questions of a batch, by their place. Asks again where waiting may help: when the service is
 * busy, not well or cannot be reached.
 *
 * @param lines questions as JSON
 * @throws FormulaError when the whole batch has no answer
 */
export async function outcomesOf(
  lines: readonly string[],
  { address, signal, fetch, wait }: Transport & { readonly address: string; readonly signal: AbortSignal },
): Promise<readonly Outcome[]> {
  const headers = { "Content-Type": "application/x-ndjson" };
  const request = { method: "POST", headers, body: lines.join("\n"), signal };
  for (let attempt = 1; ; attempt += 1) {
    const response = await fetch(address, request).catch(() => undefined);
    // An answer that breaks off counts as a service that cannot be reached.
    const text = response?.ok ? await response.text().catch(() => undefined) : undefined;
    if (text !== undefined) return outcomesIn(text, lines.length);
    if (signal.aborted) throw cancelled();
    if (response && response.status >= 400 && response.status < 500 && response.status !== 429)
      throw new FormulaError(
        messageOf(await problemIn(response)),
        REFUSED_QUESTION.includes(response.status),
      );
    if (attempt === MAX_ATTEMPTS) throw new FormulaError(unreachable(response), false);
    await wait(waitBefore(attempt, response), signal);
    if (signal.aborted) throw cancelled();
  }
}

/** A line of a batch's answer. */
interface AnswerLine {
  readonly index: number;
  readonly status: number;
  readonly answer?: { readonly cells: Cells };
  readonly problem?: Problem;
}

/** Problem details of RFC 9457 as the service gives them. */
interface Problem {
  readonly title?: string;
  readonly errors?: readonly { readonly path: string; readonly message: string; readonly hint?: string }[];
}

function outcomesIn(text: string, count: number): readonly Outcome[] {
  const lines: AnswerLine[] = [];
  for (const written of text.split("\n")) {
    if (written === "") continue;
    const line = JSON.parse(written) as AnswerLine;
    lines[line.index] = line;
  }
  return Array.from({ length: count }, (_, index) => outcomeOf(lines[index]));
}

function outcomeOf(line: AnswerLine | undefined): Outcome {
  if (line?.answer) return line.answer.cells;
  if (line?.problem) return new FormulaError(messageOf(line.problem), line.status < 500);
  return new FormulaError("the service gave no answer to this formula", false);
}

/** The first thing that is wrong, with the name of its field and what to do, as the service's own text cells say it. */
function messageOf({ title, errors = [] }: Problem): string {
  const [first] = errors;
  if (!first) return title ?? "the service refused the question";
  const what = first.path ? `${first.path}: ${first.message}` : first.message;
  return first.hint ? `${what}; ${first.hint}` : what;
}

const problemIn = (response: Response): Promise<Problem> =>
  response.json().then(
    (problem) => problem as Problem,
    () => ({}),
  );

const unreachable = (response: Response | undefined): string =>
  response && !response.ok
    ? `the service is not well (${response.status}); recalculate later`
    : "the service cannot be reached; look at the connection and recalculate";

function waitBefore(attempt: number, response: Response | undefined): number {
  const asked = Number(response?.headers.get("Retry-After") ?? Number.NaN) * 1000;
  const own = FIRST_WAIT_MS * 2 ** (attempt - 1);
  return Math.min(Math.max(own, Number.isFinite(asked) ? asked : 0), LONGEST_WAIT_MS);
}
