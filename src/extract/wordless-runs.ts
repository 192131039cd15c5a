import type { Token } from "./token.ts";

/** Prose never has so many numbers and signs without a word between them; a column of numbers has. */
const LONGEST_RUN = 80;

/**
 * Tokens without what is no prose: of a run of numbers and signs that goes on without a word only the beginning stays.
 */
export function withoutWordlessRuns(tokens: readonly Token[]): readonly Token[] {
  if (!hasWordlessRun(tokens)) return tokens;
  let run = 0;
  return tokens.filter(({ kind }) => {
    run = kind === "word" ? 0 : run + 1;
    return run <= LONGEST_RUN;
  });
}

function hasWordlessRun(tokens: readonly Token[]): boolean {
  let run = 0;
  for (const { kind } of tokens) {
    run = kind === "word" ? 0 : run + 1;
    if (run > LONGEST_RUN) return true;
  }
  return false;
}
