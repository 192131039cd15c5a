import type { Mention } from "./mention.ts";
import type { Token } from "./token.ts";

const DOMAINS: ReadonlySet<string> = new Set(["com", "vn", "net", "org", "gov", "edu", "info", "vnp"]);
/** What may end a sentence or close a bracket around an address, and is no part of it. */
const TRAILING: ReadonlySet<string> = new Set([".", ",", ";", ":", ")", "]", ">", '"', "'", "!", "?"]);

/**
 * Where web addresses and e-mail addresses stand, in text order: their digits are no figures and their words tell no
 * period.
 */
export function addressRanges(tokens: readonly Token[]): readonly Mention[] {
  const ranges: Mention[] = [];
  let from = 0;
  while (from < tokens.length) {
    let end = from + 1;
    while (end < tokens.length && !tokens[end]?.isSpaced && tokens[end]?.kind !== "break") end += 1;
    const at = end - from > 2 ? addressStart(tokens, from, end) : undefined;
    if (at !== undefined) {
      let to = end;
      while (to > at && TRAILING.has(tokens[to - 1]?.text ?? "")) to -= 1;
      ranges.push({ from: at, to });
    }
    from = end;
  }
  return ranges;
}

/** Where in a run of tokens without white space an address begins. */
function addressStart(tokens: readonly Token[], from: number, end: number): number | undefined {
  const text = (at: number): string | undefined => (at < end ? tokens[at]?.text : undefined);
  for (let at = from; at < end; at += 1) {
    const word = text(at);
    if ((word === "http" || word === "https") && text(at + 1) === ":" && text(at + 2) === "/") return at;
    if (word === "www" && tokens[at + 1]?.kind !== "break") return at;
    if (word === "@" && at > from && tokens[at - 1]?.kind !== "sign") return firstOfName(tokens, from, at);
    if (word === "." && at > from && DOMAINS.has(text(at + 1) ?? "")) {
      const after = text(at + 2);
      if (after === undefined || after === "/" || after === "." || TRAILING.has(after))
        return firstOfName(tokens, from, at);
    }
  }
  return undefined;
}

/** Back over the words, digits, points and hyphens before a sign. */
function firstOfName(tokens: readonly Token[], from: number, at: number): number {
  let first = at;
  while (first > from) {
    const before = tokens[first - 1] as Token;
    if (before.kind === "sign" && before.text !== "." && before.text !== "-" && before.text !== "_") break;
    first -= 1;
  }
  return first;
}

/** What `mentionAt` finds in a text, one after the other and none in an address. */
export function mentionsOutside<M extends Mention>(
  tokens: readonly Token[],
  addresses: readonly Mention[],
  mentionAt: (at: number) => M | undefined,
): readonly M[] {
  const mentions: M[] = [];
  let address = 0;
  let at = 0;
  while (at < tokens.length) {
    const next = addresses[address];
    if (next && at >= next.from) {
      at = Math.max(at, next.to);
      address += 1;
      continue;
    }
    const mention = mentionAt(at);
    if (mention) mentions.push(mention);
    at = mention?.to ?? at + 1;
  }
  return mentions;
}
