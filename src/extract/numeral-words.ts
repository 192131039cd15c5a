import { magnitudeAt } from "./magnitudes.ts";
import type { Token } from "./token.ts";

/** A number in words; the end is exclusive. */
export interface Numeral {
  readonly literal: string;
  readonly to: number;
}

const ONES: ReadonlyMap<string, number> = new Map([
  ...words("zero one two three four five six seven eight nine ten eleven twelve", 0),
  ...words("thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 13),
]);
const TENS: ReadonlyMap<string, number> = new Map(
  words("twenty thirty forty fifty sixty seventy eighty ninety", 2).map(([word, ten]) => [word, 10 * ten]),
);
const DIGITS_VI: ReadonlyMap<string, number> = new Map([
  ...words("không một hai ba bốn năm sáu bảy tám chín", 0),
  ...words("mot hai ba bon nam sau bay tam chin", 1),
  ["mốt", 1],
  ["tư", 4],
  ["lăm", 5],
  ["nhăm", 5],
]);
const TEN_VI: ReadonlySet<string> = new Set(["mười", "muoi"]);
const TIMES_TEN_VI: ReadonlySet<string> = new Set(["mươi", "muoi"]);
const HUNDRED_VI: ReadonlySet<string> = new Set(["trăm", "tram"]);
const ODD_VI: ReadonlySet<string> = new Set(["linh", "lẻ", "le"]);
const HALF_VI: ReadonlySet<string> = new Set(["nửa", "nua"]);

function words(list: string, from: number): (readonly [string, number])[] {
  return list.split(" ").map((word, index) => [word, from + index] as const);
}

/** Most words begin no number. */
const BEGINNINGS: ReadonlySet<string> = new Set([
  ...["half", "a", "an"],
  ...ONES.keys(),
  ...TENS.keys(),
  ...DIGITS_VI.keys(),
  ...TEN_VI,
  ...HALF_VI,
]);

/** The number in English or Vietnamese words, up to 999, that begins at a token. */
export function numeralAt(tokens: readonly Token[], at: number): Numeral | undefined {
  if (!BEGINNINGS.has(tokens[at]?.text ?? "")) return undefined;
  return englishAt(tokens, at) ?? vietnameseAt(tokens, at);
}

const wordAt = (tokens: readonly Token[], at: number): string => tokens[at]?.text ?? "";

function englishAt(tokens: readonly Token[], at: number): Numeral | undefined {
  const first = wordAt(tokens, at);
  const second = wordAt(tokens, at + 1);
  if (first === "half") return second === "a" ? { literal: "0.5", to: at + 2 } : undefined;
  if (first === "a" && second === "half") return { literal: "0.5", to: at + 2 };
  if (first === "a" || first === "an") {
    if (second === "hundred") return { literal: "100", to: at + 2 };
    return magnitudeAt(tokens, at + 1) ? { literal: "1", to: at + 1 } : undefined;
  }
  const small = englishBelowHundred(tokens, at);
  if (!small) return undefined;
  if (
    wordAt(tokens, small.to) === "and" &&
    wordAt(tokens, small.to + 1) === "a" &&
    wordAt(tokens, small.to + 2) === "half"
  ) {
    return { literal: `${small.value}.5`, to: small.to + 3 };
  }
  if (wordAt(tokens, small.to) !== "hundred" || small.value > 9) {
    return { literal: String(small.value), to: small.to };
  }
  const hasAnd = wordAt(tokens, small.to + 1) === "and";
  const rest = englishBelowHundred(tokens, small.to + (hasAnd ? 2 : 1));
  return { literal: String(100 * small.value + (rest?.value ?? 0)), to: rest?.to ?? small.to + 1 };
}

interface Small {
  readonly value: number;
  readonly to: number;
}

function englishBelowHundred(tokens: readonly Token[], at: number): Small | undefined {
  const one = ONES.get(wordAt(tokens, at));
  if (one !== undefined) return { value: one, to: at + 1 };
  const ten = TENS.get(wordAt(tokens, at));
  if (ten === undefined) return undefined;
  const next = at + (wordAt(tokens, at + 1) === "-" ? 2 : 1);
  const unit = ONES.get(wordAt(tokens, next));
  return unit !== undefined && unit > 0 && unit < 10
    ? { value: ten + unit, to: next + 1 }
    : { value: ten, to: at + 1 };
}

function vietnameseAt(tokens: readonly Token[], at: number): Numeral | undefined {
  if (HALF_VI.has(wordAt(tokens, at))) return { literal: "0.5", to: at + 1 };
  const small = vietnameseBelowHundred(tokens, at);
  if (!small) return undefined;
  if (!HUNDRED_VI.has(wordAt(tokens, small.to)) || small.value > 9) {
    return { literal: String(small.value), to: small.to };
  }
  const isOdd = ODD_VI.has(wordAt(tokens, small.to + 1));
  const rest = vietnameseBelowHundred(tokens, small.to + (isOdd ? 2 : 1));
  return { literal: String(100 * small.value + (rest?.value ?? 0)), to: rest?.to ?? small.to + 1 };
}

function vietnameseBelowHundred(tokens: readonly Token[], at: number): Small | undefined {
  if (TEN_VI.has(wordAt(tokens, at))) return withOnes(tokens, 10, at + 1);
  const digit = DIGITS_VI.get(wordAt(tokens, at));
  if (digit === undefined) return undefined;
  return TIMES_TEN_VI.has(wordAt(tokens, at + 1))
    ? withOnes(tokens, 10 * digit, at + 2)
    : { value: digit, to: at + 1 };
}

function withOnes(tokens: readonly Token[], tens: number, at: number): Small {
  const ones = DIGITS_VI.get(wordAt(tokens, at));
  return ones === undefined || ones === 0 ? { value: tens, to: at } : { value: tens + ones, to: at + 1 };
}
