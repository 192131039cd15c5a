import { type Token, tokensOf } from "./token.ts";

type Phrases<Meaning> = Iterable<readonly [phrase: string, meaning: Meaning]>;

/** Phrases by their first word, then by each further one; hyphens count as spaces. */
export class PhraseTable<Meaning> {
  readonly exact: PhraseNode<Meaning>;
  readonly #phrases: Phrases<Meaning>;
  #folded: PhraseNode<Meaning> | undefined;

  constructor(phrases: Phrases<Meaning>) {
    this.#phrases = phrases;
    this.exact = treeOf(phrases, false);
  }

  /** The same without accents, for texts that are written without; few are, so it is made when the first comes. */
  get folded(): PhraseNode<Meaning> {
    this.#folded ??= treeOf(this.#phrases, true);
    return this.#folded;
  }
}

interface PhraseNode<Meaning> {
  /** Absent where no phrase goes on. */
  next: Map<string, PhraseNode<Meaning>> | undefined;
  meaning: Meaning | undefined;
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
export const phraseTable = <Meaning>(phrases: readonly (readonly [phrase: string, meaning: Meaning])[]) =>
  new PhraseTable(phrases);

function treeOf<Meaning>(phrases: Phrases<Meaning>, isFolded: boolean): PhraseNode<Meaning> {
  const root: PhraseNode<Meaning> = { next: undefined, meaning: undefined };
  for (const [phrase, meaning] of phrases) {
    let node = root;
    for (const word of phrase.split(" "))
      for (const { text, folded } of wordTokens(word)) node = nodeBehind(node, isFolded ? folded : text);
    if (node.meaning === undefined) node.meaning = meaning;
  }
  return root;
}

function nodeBehind<Meaning>(node: PhraseNode<Meaning>, word: string): PhraseNode<Meaning> {
  node.next ??= new Map();
  let behind = node.next.get(word);
  if (!behind) {
    behind = { next: undefined, meaning: undefined };
    node.next.set(word, behind);
  }
  return behind;
}

/** Phrases share most of their words, and reading a word costs more than remembering it. */
const known = new Map<string, readonly Token[]>();

function wordTokens(word: string): readonly Token[] {
  const remembered = known.get(word);
  if (remembered) return remembered;
  const tokens = tokensOf(word.normalize("NFC")).filter(({ text }) => text !== "-");
  known.set(word, tokens);
  return tokens;
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
  const begun = (folded ? table.folded : table.exact).next?.get(folded ? first.folded : first.text);
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
  for (let at = to; at < end && node.next; at += 1) {
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
