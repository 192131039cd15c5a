import { EngineError } from "../engine/engine-error.ts";

/** One thing wrong with a question: where, what, and what to write instead. */
export interface Problem {
  readonly path: string;
  readonly message: string;
  readonly hint?: string;
}

/** A question that cannot be read, with everything that is wrong with it. */
export class InvalidQuestion extends Error {
  override readonly name = "InvalidQuestion";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ path, message }) => `${path}: ${message}`).join("; "));
    this.problems = problems;
  }
}

/** More problems than this are counted, not told: whoever has so many sent something else than a question. */
const MAX_PROBLEMS = 50;
/** What was submitted is repeated in part only. */
const MAX_PATH = 80;
const MAX_MESSAGE = 240;

const clipped = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text;

/** Gathers problems, so that a caller learns of all of them at once. */
export class ProblemList {
  readonly #problems: Problem[] = [];

  add(path: string, message: string, hint?: string): void {
    this.#problems.push({
      path: clipped(path, MAX_PATH),
      message: clipped(message, MAX_MESSAGE),
      ...(hint && { hint }),
    });
  }

  /** Whether further problems would only be counted, so that nobody need look for hints. */
  get isFull(): boolean {
    return this.#problems.length >= MAX_PROBLEMS;
  }

  get all(): readonly Problem[] {
    return this.#problems;
  }

  /** The result of `read`, or undefined with the problem noted when the engine refuses. */
  attempt<T>(read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      this.add(error.path, error.message, error.hint);
      return undefined;
    }
  }

  /** @throws InvalidQuestion when anything was noted */
  throwIfAny(): void {
    if (this.#problems.length === 0) return;
    const told = this.#problems.slice(0, MAX_PROBLEMS);
    const left = this.#problems.length - told.length;
    if (left > 0) told.push({ path: "question", message: `${left} more problems are not listed` });
    throw new InvalidQuestion(told);
  }
}
