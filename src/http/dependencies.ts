import type { Knowledge } from "../engine/report/knowledge.ts";

/** What the app needs of the world; `worker.ts` builds it once, tests build their own. */
export interface Dependencies {
  readonly version: string;
  readonly knowledge: Knowledge;
  readonly isVietnamese: (geography: string) => boolean;
  /** Milliseconds of a clock that only Server-Timing reads. */
  readonly now: () => number;
  /** Is told of errors that are nobody's question's fault. */
  readonly report: (error: unknown) => void;
}
