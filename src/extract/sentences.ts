import type { Mention } from "./mention.ts";
import type { Token } from "./token.ts";

/** A sentence longer than this is read in pieces: what is further apart does not belong together. */
const LONGEST_SENTENCE = 400;
/** A line shorter than this that does not end a sentence is a heading or an entry of a list. */
const SHORTEST_WRAPPED_LINE = 50;

const ABBREVIATIONS = new Set(
  "mr mrs ms dr prof st no vs approx pct jan feb mar apr jun jul aug sept sep oct nov dec tp tt ths ts gs pgs dt tr eng inc ltd co corp fig vol u s p cf gen gov".split(
    " ",
  ),
);

/**
 * The sentences of a text as ranges of tokens. A line ends a sentence unless it is long and the next one goes on in
 * lower case; a point does not where it abbreviates.
 */
export function sentencesOf(tokens: readonly Token[]): readonly Mention[] {
  const sentences: Mention[] = [];
  let from = 0;
  let lineStart = 0;
  const endAt = (at: number): void => {
    if (at > from) sentences.push({ from, to: at });
    from = at + 1;
  };
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    if (token.kind === "break") {
      if (!goesOn(tokens, lineStart, at)) endAt(at);
      lineStart = at + 1;
    } else if (token.kind === "sign" && endsSentence(tokens, at)) endAt(at);
    else if (at - from >= LONGEST_SENTENCE) {
      sentences.push({ from, to: at });
      from = at;
    }
  }
  endAt(tokens.length);
  return sentences;
}

function goesOn(tokens: readonly Token[], lineStart: number, at: number): boolean {
  const first = tokens[lineStart];
  const last = tokens[at - 1];
  const next = tokens[at + 1];
  if (!first || !last || !next || lineStart >= at) return false;
  if (last.end - first.start < SHORTEST_WRAPPED_LINE) return false;
  if (next.kind === "word") return !next.isCapital;
  return next.kind === "number" ? last.text !== "." : false;
}

function endsSentence(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  if (token.text === "!" || token.text === "?" || token.text === "…" || token.text === "•") return true;
  if (token.text !== ".") return false;
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (!before || !after || after.kind === "break") return true;
  if (before.kind === "word" && !token.isSpaced) {
    if (ABBREVIATIONS.has(before.text) && after.isSpaced) return before.text === "pct" && after.isCapital;
    if (before.text.length === 1 && after.isCapital) return false;
  }
  if (after.isSpaced)
    return after.kind !== "word" || after.isCapital || before.kind === "number" || after.text === "-";
  return after.kind === "word" && after.isCapital && (before.kind !== "word" || before.text.length > 1);
}
