import { hedgesAround } from "./hedges.ts";
import { type FoundPhrase, phraseAt, phraseTable } from "./phrase-table.ts";
import type { Token } from "./token.ts";

/** Multiples in one phrase. */
const IN_WORDS = phraseTable<string>([
  ...["doubled", "doubling", "doubles", "twofold", "two-fold", "gấp đôi", "gấp hai", "tăng đôi"].map(
    (words) => [words, "2"] as const,
  ),
  ...["tripled", "tripling", "triples", "trebled", "trebling", "threefold", "three-fold", "gấp ba"].map(
    (words) => [words, "3"] as const,
  ),
  ...["quadrupled", "quadrupling", "fourfold", "four-fold", "gấp bốn", "gấp tư"].map(
    (words) => [words, "4"] as const,
  ),
  ...["fivefold", "five-fold", "gấp năm"].map((words) => [words, "5"] as const),
  ...["tenfold", "ten-fold", "gấp mười"].map((words) => [words, "10"] as const),
  ...["gấp rưỡi"].map((words) => [words, "1.5"] as const),
  ...[
    "halved",
    "halving",
    "cut in half",
    "fell by half",
    "down by half",
    "giảm một nửa",
    "giảm nửa",
    "giảm phân nửa",
    "giảm 1 nửa",
  ].map((words) => [words, "0.5"] as const),
]);
const COMPARISONS = phraseTable(
  [
    "higher",
    "more",
    "as",
    "the",
    "that",
    "over",
    "larger",
    "greater",
    "bigger",
    "lower",
    "than",
    "compared",
    "against",
    "year-on-year",
    "on-year",
    "of",
    "last year",
    "from",
    "so với",
    "so cùng",
    "cùng kỳ",
    "kế hoạch",
    "năm trước",
    "năm ngoái",
  ].map((words) => [words, true] as const),
);
/** Words right before "2.2 times" that make it a multiple. */
const CHANGES: ReadonlySet<string> = new Set(
  (
    "up by increased increase increasing rose risen rising grew grown growing growth surged jumped soared climbed " +
    "expanded multiplied equal equals equalling equivalent to was were is reached tăng gấp bằng giảm cao lên vượt " +
    "tang gap bang giam len vuot"
  ).split(" "),
);
const DOUBLES: ReadonlyMap<string, string> = new Map([
  ["twice", "2"],
  ["double", "2"],
  ["thrice", "3"],
  ["triple", "3"],
  ["quadruple", "4"],
]);
const TIMES: ReadonlySet<string> = new Set(["times", "lần", "lan"]);
const RATES: ReadonlySet<string> = new Set(
  "a an per each every in annually daily / thứ thu một mỗi liên".split(" "),
);

const isComparison = (tokens: readonly Token[], at: number): boolean =>
  phraseAt(COMPARISONS, tokens, at) !== undefined;

/** A multiple without digits: "doubled", "gấp rưỡi", "twice the". */
export function multipleInWordsAt(
  tokens: readonly Token[],
  at: number,
  folded: boolean,
): FoundPhrase<string> | undefined {
  const found = phraseAt(IN_WORDS, tokens, at, folded);
  if (found) {
    const hasTimes = TIMES.has(tokens[found.to]?.text ?? "") && tokens[found.to]?.text !== "times";
    return hasTimes ? { ...found, to: found.to + 1 } : found;
  }
  const literal = DOUBLES.get(tokens[at]?.text ?? "");
  if (literal === undefined || RATES.has(tokens[at + 1]?.text ?? "") || !isComparison(tokens, at + 1))
    return undefined;
  return { meaning: literal, from: at, to: at + 1 };
}

/**
 * The end of "times", "lần" or "-fold" behind a number where they make it a multiple: "2.2 times higher", "tăng 2,87
 * lần", not "three times a year" or "lần thứ 10".
 */
export function multipleEnd(
  tokens: readonly Token[],
  { from, to, literal }: { readonly from: number; readonly to: number; readonly literal: string },
  folded: boolean,
): number | undefined {
  const joint = tokens[to]?.text === "-" ? to + 1 : to;
  if (tokens[joint]?.text === "fold") return joint + 1;
  if (!TIMES.has(tokens[to]?.text ?? "")) return undefined;
  const end = to + 1;
  if (RATES.has(tokens[end]?.text ?? "")) return undefined;
  if (literal.includes(".") || isComparison(tokens, end)) return end;
  const before = hedgesAround(tokens, from, to, 0, true, folded).from - 1;
  return CHANGES.has(tokens[before]?.text ?? "") ? end : undefined;
}
