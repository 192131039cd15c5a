/** A phrase found at one end of a text, what it means, and the text without it. */
export interface Found<Meaning> {
  readonly meaning: Meaning;
  readonly rest: string;
}

export type Matcher<Meaning> = (text: string) => Found<Meaning> | undefined;

const escapeForPattern = (phrase: string): string => phrase.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * Finds the longest of some phrases at the start of a text; a phrase that ends in a letter must end a word.
 * Phrases are written as `withoutAccents` leaves them.
 */
export function matcher<Meaning>(pairs: readonly (readonly [string, Meaning])[]): Matcher<Meaning> {
  const meanings = new Map(pairs);
  let pattern: RegExp | undefined;
  return (text) => {
    pattern ??= anyOf(meanings.keys());
    const found = pattern.exec(text)?.[0];
    if (found === undefined) return undefined;
    return { meaning: meanings.get(found) as Meaning, rest: text.slice(found.length).trimStart() };
  };
}

function anyOf(unordered: Iterable<string>): RegExp {
  const phrases = [...unordered].sort((a, b) => b.length - a.length);
  const alternatives = phrases.map(
    (phrase) => escapeForPattern(phrase) + (/[a-z]$/.test(phrase) ? "(?![a-z])" : ""),
  );
  return new RegExp(`^(?:${alternatives.join("|")})`);
}
