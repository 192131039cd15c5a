const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/**
 * A weak entity tag of a text, by its UTF-16 units, or of bytes: two 32-bit FNV-1a hashes, one of them from another start. It tells answers apart, no
 * more; a cryptographic digest is asynchronous on Workers and would cost more than the answer itself.
 * @see Fowler, Noll, Vo, The FNV Non-Cryptographic Hash Algorithm (IETF draft-eastlake-fnv), section 2
 * @example entityTag("") // => "W/\"811c9dc5050c5d1f\""
 */
export function entityTag(content: string | Uint8Array): string {
  let first = OFFSET;
  let second = Math.imul(OFFSET, PRIME);
  for (let at = 0; at < content.length; at += 1) {
    const unit = typeof content === "string" ? content.charCodeAt(at) : (content[at] as number);
    first = Math.imul(first ^ unit, PRIME);
    second = Math.imul(second ^ (unit + 1), PRIME);
  }
  return `W/"${hex(first)}${hex(second)}"`;
}

const hex = (hash: number): string => (hash >>> 0).toString(16).padStart(8, "0");

/** Whether an If-None-Match header names this tag; the comparison is weak (RFC 9110, section 13.1.2). */
export function isMatched(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === "*") return true;
  const opaque = (each: string): string => each.trim().replace(/^W\//, "");
  return ifNoneMatch.split(",").some((each) => opaque(each) === opaque(tag));
}
