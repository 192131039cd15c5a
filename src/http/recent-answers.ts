/** An answer as it was sent, with its entity tag. */
export interface SentAnswer {
  readonly body: string;
  readonly tag: string;
}

/** A sheet has a few hundred cells; with answers of some kilobytes these are one or two megabytes. */
const MOST_ANSWERS = 256;
/** Longer answers are tables of one reader, not cells that are asked again. */
const LONGEST_BODY = 32_768;

/**
 * The answers given last, by address. An answer follows from its question alone, and spreadsheets ask each address
 * several times at once (LibreOffice sends HEAD once or twice before GET), so the first of them works for all.
 */
export class RecentAnswers {
  readonly #answers = new Map<string, SentAnswer>();

  /** The answer to an address, worked out by `answer` unless it was given lately. */
  of(address: string, answer: () => SentAnswer): SentAnswer {
    const known = this.#answers.get(address);
    const sent = known ?? answer();
    if (known) this.#answers.delete(address);
    if (sent.body.length > LONGEST_BODY) return sent;
    this.#answers.set(address, sent);
    if (this.#answers.size > MOST_ANSWERS)
      for (const oldest of this.#answers.keys()) {
        this.#answers.delete(oldest);
        break;
      }
    return sent;
  }
}
