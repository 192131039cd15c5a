/** Answers after which the same request may well succeed: too many requests, and trouble on the way. */
export const isPassing = (status: number): boolean => status === 429 || (status >= 500 && status !== 501);

/** More attempts than this only add to the trouble of a server that is down. */
const MAX_ATTEMPTS = 5;
const FIRST_WAIT_MS = 500;

/** What is known when an attempt has failed. */
export interface Failed {
  /** Attempts made so far, at least 1. */
  readonly attempts: number;
  /** The header Retry-After: seconds, or a date. */
  readonly retryAfter?: string | undefined;
  /** The clock, in milliseconds since 1970. */
  readonly now: number;
  /** When an answer would be too late. */
  readonly end: number;
  /** From 0 to 1, so that the cells of a sheet, which ask at once, do not ask again at once. */
  readonly chance: number;
}

/**
 * Milliseconds to wait before the next attempt: half a second, then twice as long each time, at least what the server
 * asks for, and up to half of it more by chance. Undefined when no attempt is left or it would come too late.
 * @example waitAfter({ attempts: 1, now: 0, end: 20000, chance: 0 }) // => 500
 * @example waitAfter({ attempts: 3, now: 0, end: 20000, chance: 0 }) // => 2000
 * @example waitAfter({ attempts: 1, retryAfter: "3", now: 0, end: 20000, chance: 1 }) // => 3250
 */
export function waitAfter({ attempts, retryAfter, now, end, chance }: Failed): number | undefined {
  if (attempts >= MAX_ATTEMPTS) return undefined;
  const own = FIRST_WAIT_MS * 2 ** (attempts - 1);
  const wait = Math.max(own, millisecondsOf(retryAfter, now)) + (chance * own) / 2;
  return now + wait < end ? Math.round(wait) : undefined;
}

function millisecondsOf(retryAfter: string | undefined, now: number): number {
  if (!retryAfter) return 0;
  const seconds = Number(retryAfter);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(retryAfter) - now;
  return Number.isFinite(wait) ? Math.max(0, wait) : 0;
}
