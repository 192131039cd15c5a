import {
  type Cell,
  type Cells,
  cancelled,
  FormulaError,
  outcomesOf,
  type Transport,
} from "./batch-request.ts";

/** A custom function with what its arguments hold: one cell, or the rows of a range. */
export interface Formula {
  readonly formula: string;
  readonly arguments: readonly (Cell | Cells)[];
}

/** What the client needs of the world. */
export interface Surroundings extends Transport {
  /** Milliseconds since any beginning. */
  readonly now: () => number;
}

/** Excel calls the functions of one recalculation within a few milliseconds of each other. */
const GATHERING_MS = 25;
/** The service takes more; the first cells should not wait for the thousandth. */
export const MAX_QUESTIONS = 100;
/** A fifth of what a batch may have, in characters: Vietnamese letters take up to three bytes each. */
const MAX_CHARACTERS = 1_000_000;
const MAX_BATCHES_AT_ONCE = 2;
/** Answers follow from the question and the release alone; an hour bounds how long an old release is seen. */
const MAX_AGE_MS = 3_600_000;
export const MAX_ANSWERS = 2000;

interface Asked {
  /** The question as a line of a batch. */
  readonly line: string;
  readonly answer: Promise<Cells>;
  readonly resolve: (cells: Cells) => void;
  readonly reject: (error: unknown) => void;
  readonly since: number;
  isSettled: boolean;
  /** How many cells wait for the answer. */
  waiting: number;
  /** Ends the request that carries the question once nobody waits for any of its answers. */
  abandoned?: () => void;
}

/**
 * Asks the service for the cells of formulas: those asked at about the same time in one request, equal ones once,
 * those that were answered in the last hour not at all.
 */
export class FormulaClient {
  readonly #surroundings: Surroundings;
  #address: string;
  /** By the line; the one used longest ago first. */
  readonly #asked = new Map<string, Asked>();
  #gathered: Asked[] = [];
  #isGathering = false;
  #batches = 0;

  constructor(address: string, surroundings: Surroundings) {
    this.#address = address;
    this.#surroundings = surroundings;
  }

  /** Where batches are sent from now on; what was answered elsewhere is forgotten. */
  set address(address: string) {
    if (address !== this.#address) this.forget();
    this.#address = address;
  }

  /** Drops all answers, so that the next recalculation asks for them again. */
  forget(): void {
    this.#asked.clear();
  }

  /**
   * The cells of a formula.
   *
   * @throws FormulaError when the service refuses the question or cannot be reached, or when the signal is aborted
   */
  async cells(formula: Formula, signal?: AbortSignal): Promise<Cells> {
    if (signal?.aborted) throw cancelled();
    const asked = this.#ask(JSON.stringify({ function: "formula", ...formula }));
    if (!signal) return asked.answer;
    return new Promise((resolve, reject) => {
      signal.addEventListener("abort", () => {
        reject(cancelled());
        this.#abandon(asked);
      });
      asked.answer.then(resolve, reject);
    });
  }

  #ask(line: string): Asked {
    const known = this.#asked.get(line);
    const now = this.#surroundings.now();
    if (known && (!known.isSettled || now - known.since < MAX_AGE_MS)) {
      known.waiting += 1;
      this.#keep(known);
      return known;
    }
    const asked = askedNow(line, now);
    this.#keep(asked);
    this.#gathered.push(asked);
    void this.#gather();
    return asked;
  }

  #keep(asked: Asked): void {
    this.#asked.delete(asked.line);
    this.#asked.set(asked.line, asked);
    const [oldest] = this.#asked.keys();
    if (this.#asked.size > MAX_ANSWERS && oldest !== undefined) this.#asked.delete(oldest);
  }

  #drop(asked: Asked): void {
    if (this.#asked.get(asked.line) === asked) this.#asked.delete(asked.line);
  }

  #abandon(asked: Asked): void {
    asked.waiting -= 1;
    if (asked.isSettled || asked.waiting > 0) return;
    this.#drop(asked);
    this.#gathered = this.#gathered.filter((each) => each !== asked);
    asked.abandoned?.();
  }

  async #gather(): Promise<void> {
    if (this.#isGathering) return;
    this.#isGathering = true;
    await this.#surroundings.wait(GATHERING_MS);
    this.#isGathering = false;
    this.#send();
  }

  #send(): void {
    while (this.#batches < MAX_BATCHES_AT_ONCE && this.#gathered.length > 0) {
      this.#batches += 1;
      void this.#answer(this.#nextBatch()).finally(() => {
        this.#batches -= 1;
        this.#send();
      });
    }
  }

  #nextBatch(): readonly Asked[] {
    let characters = 0;
    const end = this.#gathered.findIndex(({ line }, index) => {
      characters += line.length;
      return index > 0 && (index >= MAX_QUESTIONS || characters > MAX_CHARACTERS);
    });
    return this.#gathered.splice(0, end < 0 ? this.#gathered.length : end);
  }

  /** Settles every question of a batch. */
  async #answer(batch: readonly Asked[]): Promise<void> {
    const request = new AbortController();
    const abandoned = () => {
      if (batch.every(({ waiting }) => waiting <= 0)) request.abort();
    };
    for (const asked of batch) asked.abandoned = abandoned;
    try {
      const transport = { ...this.#surroundings, address: this.#address, signal: request.signal };
      const outcomes = await outcomesOf(
        batch.map(({ line }) => line),
        transport,
      );
      for (const [index, asked] of batch.entries()) {
        const outcome = outcomes[index];
        if (outcome && !(outcome instanceof FormulaError)) asked.resolve(outcome);
        else this.#refuse(asked, outcome);
      }
    } catch (error) {
      for (const asked of batch) this.#refuse(asked, error);
    }
  }

  /** What is not the question's own fault may be gone at the next calculation, and is not remembered. */
  #refuse(asked: Asked, error: unknown): void {
    asked.reject(error);
    if (!(error instanceof FormulaError && error.isQuestionsFault)) this.#drop(asked);
  }
}

function askedNow(line: string, since: number): Asked {
  let resolve: Asked["resolve"] = () => undefined;
  let reject: Asked["reject"] = () => undefined;
  const answer = new Promise<Cells>((...settled) => {
    [resolve, reject] = settled;
  });
  const asked: Asked = { line, answer, resolve, reject, since, isSettled: false, waiting: 1 };
  const settled = () => {
    asked.isSettled = true;
  };
  // Handles the error too: whoever asked may have gone, and an answer that nobody waits for concerns nobody.
  answer.then(settled, settled);
  return asked;
}
