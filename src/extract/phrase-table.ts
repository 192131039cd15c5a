import { type Token, tokensOf } from "./token.ts";

/** Phrases by their first word, then by each further one; hyphens count as spaces. */
export interface PhraseTable<Meaning> {
  readonly exact: PhraseNode<Meaning>;
  /** The same without accents, for texts that are written without. */
  readonly folded: PhraseNode<Meaning>;
}

interface PhraseNode<Meaning> {
  readonly next: Map<string, PhraseNode<Meaning>>;
  meaning?: Meaning;
}

/** A phrase that was found in a text: its tokens, end exclusive, and what it means. */
export interface FoundPhrase<Meaning> {
  readonly meaning: Meaning;
  readonly from: number;
  readonly to: number;
}

/**
 * A table of phrases, each with its meaning; of two meanings for one phrase the first stays. Phrases are written in
 * lower case as a text has them ("so với cùng kỳ", "year-on-year").
 */
export function phraseTable<Meaning>(
  phrases: Iterable<readonly [phrase: string, meaning: Meaning]>,
): PhraseTable<Meaning> {
  const table: PhraseTable<Meaning> = { exact: { next: new Map() }, folded: { next: new Map() } };
  for (const [phrase, meaning] of phrases) {
    const tokens = phrase.normalize("NFC").split(" ").flatMap(wordTokens);
    add(
      table.exact,
      tokens.map(({ text }) => text),
      meaning,
    );
    add(
      table.folded,
      tokens.map(({ folded }) => folded),
      meaning,
    );
  }
  return table;
}

/** Phrases share most of their words, and reading a word costs more than remembering it. */
const known = new Map<string, readonly Token[]>();

function wordTokens(word: string): readonly Token[] {
  const remembered = known.get(word);
  if (remembered) return remembered;
  const tokens = tokensOf(word).filter(({ text }) => text !== "-");
  known.set(word, tokens);
  return tokens;
}

function add<Meaning>(root: PhraseNode<Meaning>, words: readonly string[], meaning: Meaning): void {
  let node = root;
  for (const word of words) {
    let next = node.next.get(word);
    if (!next) {
      next = { next: new Map() };
      node.next.set(word, next);
    }
    node = next;
  }
  node.meaning ??= meaning;
}

/** The longest phrase of the table that begins at a token and ends before `end`; with `folded` accents are not compared. */
export function phraseAt<Meaning>(
  table: PhraseTable<Meaning>,
  tokens: readonly Token[],
  at: number,
  folded = false,
  end = tokens.length,
): FoundPhrase<Meaning> | undefined {
  const first = tokens[at];
  if (!first || at >= end) return undefined;
  // Most words begin no phrase of a table.
  const begun = (folded ? table.folded : table.exact).next.get(folded ? first.folded : first.text);
  return begun && longest(begun, tokens, at, folded, end);
}

function longest<Meaning>(
  begun: PhraseNode<Meaning>,
  tokens: readonly Token[],
  from: number,
  folded: boolean,
  end: number,
): FoundPhrase<Meaning> | undefined {
  let node: PhraseNode<Meaning> | undefined = begun;
  let { meaning } = begun;
  let to = from + 1;
  for (let at = to; at < end && node.next.size > 0; at += 1) {
    const token = tokens[at] as Token;
    if (token.text === "-") continue;
    node = node.next.get(folded ? token.folded : token.text);
    if (!node) break;
    if (node.meaning !== undefined) {
      meaning = node.meaning;
      to = at + 1;
    }
  }
  return meaning === undefined ? undefined : { meaning, from, to };
}
