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

/** Gathers problems, so that a caller learns of all of them at once. */
export class ProblemList {
  readonly #problems: Problem[] = [];

  add(path: string, message: string, hint?: string): void {
    this.#problems.push({ path, message, ...(hint && { hint }) });
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
    if (this.#problems.length > 0) throw new InvalidQuestion(this.#problems);
  }
}
